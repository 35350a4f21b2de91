"""Rules of the group `json`."""
