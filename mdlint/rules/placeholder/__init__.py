"""Rules of the group `placeholder`."""
