"""`schemas/config.schema.json` says of a configuration what mdlint says, as far as a schema can see."""

import ast
import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from mdlint import rules
from mdlint.config import ConfigError
from mdlint.config.json_schema import config_schema
from mdlint.config.keys import COLLECTION, FIELD, LIMITS, TOP
from mdlint.config.read import parse_config
from tests.config.test_mistakes import MISTAKES

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(config_schema())
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)

UNSEEN = {
    "a file to extend that is not there",
    "a file that extends itself",
    "two collections of one name",
    "a pattern that is none",
    "a pattern of Python's",
}
"""Mistakes that need more than the text of one value."""

EVERYTHING = """\
extends = ["strict", "base.toml"]
include = "content/**"
exclude = ["drafts/"]
plugins = ["examples/plugin/mdlint_bakery.py"]
generator = "hugo"
fail-on = "error"
unsafe-fixes = true
baseline = "mdlint-baseline.json"
unfixable = ["seo", "duplicate-tag"]
schema = "schemas/blog.py:Post"
required = "title"
extra = "forbid"
select = "all"
extend-select = ["tag", "empty-title"]
ignore = "url"
fields.date = { type = "date", format = "date", required = true, deprecated = false }
fields.title = { type = "text", min-length = 1, max-length = 70, pattern = "^[A-Z]", description = "a", message = "b" }
fields.status = { enum = ["draft", 1, true, 2024-01-05], deprecated = "draft" }
fields.tags = { type = "list", items = "text", min-items = 1, max-items = 3, unique-items = true }
fields.rating = { type = "number", minimum = 0.5, maximum = 5 }
severity.empty-title = "info"
rules.yaml-syntax = {}
rules.empty-title.field = "name"
rules.duplicate-tag.fields = "tags"
rules.empty-tag.fields = ["tags"]
rules.placeholder-section.empty = true
per-file-ignores."*.mdx" = ["tag"]
limits = { bytes = 1000, depth = 3, nodes = 100, expanded-nodes = 200 }
collections = [
  { name = "a", files = ["a/**"], generator = "hugo", schema = "post", required = ["title"], extra = "warn", ignore = ["url"] },
  { name = "b", when = { layout = "b", draft = [true, 1] }, fields.a.type = "text", severity.empty-title = "error" },
  { name = "c", when = ["layout"], select = ["tag"], unfixable = "tag", extend-select = "url", rules.empty-title.field = "a" },
]
"""


def values(text: str) -> Any:
    """The configuration as JSON has it."""
    return json.loads(json.dumps(tomllib.loads(text), default=dt.date.isoformat))


def is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(values(text))


def test_everything_that_can_be_set() -> None:
    used = values(EVERYTHING)
    assert used.keys() == TOP.keys()
    assert set().union(*used["collections"]) == COLLECTION.keys()
    assert set().union(*used["fields"].values()) == FIELD.keys()
    assert used["limits"].keys() == LIMITS.keys()
    assert parse_config(EVERYTHING, ROOT / "mdlint.toml", "mdlint.toml").values.keys() == TOP.keys()
    VALIDATOR.validate(used)


def texts() -> Iterator[tuple[str, str]]:
    """Texts that may be configurations: files, blocks in Markdown, and what tests write."""
    for path in [*ROOT.glob("tests/**/*.toml"), *ROOT.glob("docs/**/*.toml"), *ROOT.glob("examples/**/*.toml")]:
        yield str(path), path.read_text(encoding="utf-8")
    for path in [*ROOT.glob("docs/**/*.md"), ROOT / "README.md"]:
        for block in re.findall(
            r"^```toml[^\n]*\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            yield str(path), block
    with_mistakes = {Path(__file__), Path(__file__).with_name("test_mistakes.py")}
    for path in set(ROOT.glob("tests/**/*.py")) - with_mistakes:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "=" in node.value:
                yield str(path), node.value


def test_what_mdlint_takes_the_schema_takes() -> None:
    taken = 0
    for path, text in texts():
        name = "pyproject.toml" if "[tool.mdlint" in text else "mdlint.toml"
        try:
            config = parse_config(text, Path(name), name)
        except ConfigError:
            continue
        if config.values:
            taken += 1
            found = values(text)
            found = found["tool"]["mdlint"] if name == "pyproject.toml" else found
            assert not [str(error) for error in VALIDATOR.iter_errors(found)], (path, text)
    assert taken > 40


@pytest.mark.parametrize("name", [name for name in MISTAKES if name != "broken TOML"])
def test_what_mdlint_objects_to_the_schema_objects_to(name: str) -> None:
    assert is_valid(MISTAKES[name][0]) == (name in UNSEEN)


MORE_MISTAKES = [
    'fail-on = "fatal"',
    'schema = "poost"',
    "fields.a.min-length = 1.5",
    "fields.a.enum = []",
    'fields.a.items = "strings"',
    "rules.placeholder-section.empty = 1",
    "rules.empty-titel = {}",
    'collections = [{ name = "a", files = "a", per-file-ignores = {} }]',
    'collections = [{ name = "a", files = "a", include = "a" }]',
    "when = { a = 1 }",
]


@pytest.mark.parametrize("text", MORE_MISTAKES)
def test_other_mistakes(text: str) -> None:
    assert not is_valid(text)


def test_hovers() -> None:
    """Every key has a description, every rule its summary, every option its meaning and its default."""

    def described(schema: dict[str, Any]) -> str:
        target = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        text = target["description"]
        assert isinstance(text, str)
        assert text[0].isupper()
        assert text.endswith((".", "…"))
        return text

    definitions = SCHEMA["$defs"]
    for table in (SCHEMA, definitions["collection"], definitions["field"], definitions["severities"]):
        assert all(map(described, table["properties"].values()))
    assert definitions["severities"]["properties"].keys() == rules.GROUP_OF.keys()
    for name, table in definitions["options"]["properties"].items():
        rule = rules.load(name)
        assert described(table) == (rule.__doc__ or "").splitlines()[0]
        assert table["properties"].keys() == {option.replace("_", "-") for option in rule.options}
        for option in table["properties"].values():
            assert described(option)
            assert "default" in option
    assert SCHEMA["properties"]["fail-on"]["default"] == "warning"
