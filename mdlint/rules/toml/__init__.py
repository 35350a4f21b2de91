"""Rules of the group `toml`."""
