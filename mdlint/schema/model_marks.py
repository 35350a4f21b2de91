"""What a Pydantic model says of its fields to rules: which refer to a collection, are unique, or name a file.

Its JSON Schema says the same, and is read as any other: so both judge alike.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from mdlint.diagnostic import KeyPath
from mdlint.schema.error import SchemaError
from mdlint.schema.export import schema_of_model
from mdlint.schema.extension import IMPLYING
from mdlint.schema.json_words import words_in


def implied_by(model: type[BaseModel]) -> dict[str, dict[str, Any]]:
    """Per rule, the options that the marks of a model's fields are.

    Raises SchemaError for a mark that mdlint does not understand, and whatever the model's own code does.
    """
    schema = schema_of_model(model)
    try:
        words = set(words_in(schema, lambda path: _field(model, path)))
    except SchemaError as error:
        raise SchemaError(error.message, error.hint) from None  # its place is that of no file
    if words.isdisjoint(IMPLYING):
        return {}
    # Imported here: few models have marks, and these need jsonschema-rs.
    from mdlint.schema.json_fields import Fields, implied_options
    from mdlint.schema.references import Documents

    return implied_options(Fields([Documents(schema, None).root]))


def _field(model: type[BaseModel], path: KeyPath) -> str:
    """The field that a part of a model's JSON Schema is about, in the model that has it."""
    name = str(path[1]) if path[0] == "$defs" else model.__name__
    fields = [str(part) for above, part in pairwise(path) if above == "properties"]
    return f"`{'.'.join((name, *fields))}`"
