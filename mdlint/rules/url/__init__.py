"""Rules of the group `url`."""
