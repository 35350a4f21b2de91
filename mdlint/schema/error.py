"""The error of a schema that cannot be used."""

from __future__ import annotations


class SchemaError(Exception):
    """A schema that is missing, refused or wrong in itself: a mistake in the configuration.

    hint: what to do, or empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message + (f"; {hint}" if hint else ""))
        self.message = message
        self.hint = hint
