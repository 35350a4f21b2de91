"""The error of a schema that cannot be used."""

from __future__ import annotations


class SchemaError(Exception):
    """A schema that is missing, refused or wrong in itself: a mistake in the configuration.

    message: what is wrong, behind the place if that is inside a file that says what the schema is. hint: what to do, or empty.
    place: `file:line:column`, or empty. reference: what the settings call the schema, where they name it.
    """

    def __init__(self, message: str, hint: str = "", place: str = "") -> None:
        message = f"{place}: {message}" if place else message
        super().__init__(message + (f"; {hint}" if hint else ""))
        self.message = message
        self.hint = hint
        self.place = place
        self.reference: str | None = None
