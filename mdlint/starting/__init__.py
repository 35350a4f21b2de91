"""Getting started: a configuration from the site that is there, a schema from its content."""
