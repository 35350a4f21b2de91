"""Rules of the group `yaml`."""
