"""Rules of the group `tag`."""
