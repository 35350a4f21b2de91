"""What holds for every shipped model."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import SchemaValidator, ValidationError

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.models import MODELS
from mdlint.schema.coercion import coerced
from mdlint.schema.export import json_schema
from mdlint.schema.model_fields import fields_of
from mdlint.schema.stored import FOLDER, restored, shipped_schema
from mdlint.settings import Settings
from tests.models.cases import page

VALUES = [
    "",
    "null",
    "true",
    "3",
    "1.5",
    "text",
    "''",
    "2024-01-05",
    "[]",
    "[null, 3, [a]]",
    "{}",
    "{a: {b: [c]}}",
    "[{}]",
]

each_model = pytest.mark.parametrize("name", MODELS)


def properties(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_schema(name))["properties"]
    return found


def parts(name: str) -> Iterator[dict[str, Any]]:
    schema = json.loads(json_schema(name))
    yield schema
    yield from schema.get("$defs", {}).values()


@each_model
def test_its_module_is_named_after_it(name: str) -> None:
    assert MODELS[name].module == f"mdlint.models.{name.replace('-', '_')}"


@each_model
def test_its_module_names_the_documentation(name: str) -> None:
    model = MODELS[name].load()
    assert name == "post" or "https://" in (sys.modules[model.__module__].__doc__ or "")


@each_model
def test_everything_has_a_title_and_a_description(name: str) -> None:
    for part in parts(name):
        assert part["title"]
        assert part["description"].endswith(".")
        for field in part["properties"].values():
            assert field.get("title") or "$ref" in field
            assert "$ref" in field or field["description"].endswith(".")


@each_model
def test_only_the_post_is_recognised_by_its_fields(name: str) -> None:
    model = MODELS[name]
    assert (model.signature_size > 0) == (name == "post")


@each_model
def test_fields_of_the_page_s_own_are_allowed(name: str) -> None:
    fields = fields_of(MODELS[name].load(), {})
    assert fields.extra == ("warn" if name == "post" else "allow")


def stored(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(FOLDER, f"{name}.json").read_bytes())
    return found


@pytest.mark.parametrize("name", [name for name in MODELS if not stored(name)["coerces"]])
def test_a_model_that_does_not_coerce_leaves_text_as_it_is(name: str) -> None:
    """So nobody looks there for text that was read as a number or a boolean."""
    made = []
    for field, part in restored(stored(name)["schema"])["fields"].items():
        alone = SchemaValidator({"type": "model-fields", "fields": {field: part}}, stored(name)["config"])
        for text in ("true", "no", "3", "1.5", "", "2024-01-05"):
            for value in (text, [text], {"url": text, "order": text}):
                try:
                    read = alone.validate_python({field: value})
                except ValidationError:
                    continue
                made += [(field, found.path, text) for found in coerced({field: value}, read)]
    assert made == []


@each_model
def test_what_is_stored_knows_the_same_fields(name: str) -> None:
    schema = shipped_schema(name)
    page_of_anything = Document("page.md", page("\n".join(f"{field}: {{?}}" for field in properties(name))))
    wrong = {finding.at[0] for finding in schema.check(page_of_anything) if isinstance(finding.at, tuple)}
    model = MODELS[name].load().__pydantic_validator__
    with pytest.raises(ValueError, match="validation error") as error:
        model.validate_python(page_of_anything.data)
    assert wrong == {details["loc"][0] for details in error.value.errors()}  # type: ignore[attr-defined]


@each_model
@pytest.mark.parametrize("value", VALUES)
def test_no_value_makes_it_crash(name: str, value: str) -> None:
    text = page("\n".join(f"{field}: {value}" for field in properties(name)))
    assert "internal-error" not in {
        found.rule for found in Linter(Settings(schema=name)).lint(Document("page.md", text))
    }
