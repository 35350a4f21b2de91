"""Rules of the group `front-matter`."""
