"""Rules of the group `date`."""
