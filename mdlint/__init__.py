"""mdlint: schema validator and linter for the front matter of Markdown content."""

__version__ = "0.1.0"
