"""Which schema holds for a file: the configuration's, the one it names, the one it is recognised by."""

import json
from pathlib import Path
from typing import Any

import pytest

from mdlint.config import load_configuration
from mdlint.diagnostic import Diagnostic
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema import SchemaError

STRICT = {
    "type": "object",
    "properties": {"title": {"type": "string", "minLength": 1}},
    "required": ["title"],
    "additionalProperties": False,
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "note.schema.json").write_text(json.dumps(STRICT))
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(site: Path, content: str, config: str = "", **more: Any) -> list[Diagnostic]:
    (site / "mdlint.toml").write_text(config)
    linter = Linter(load_configuration(site, **more).settings)
    return list(linter.lint(Document("content/a.md", content)))


def said(found: list[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(f.rule, f.span.line, f.message) for f in found]


NAMED = {
    "from the project's root": "---\n$schema: schemas/note.schema.json\nname: a\n---\n",
    "from the file's own folder": "---\n$schema: ../schemas/note.schema.json\nname: a\n---\n",
    "for editors": "---\n# yaml-language-server: $schema=../schemas/note.schema.json\nname: a\n---\n",
}


@pytest.mark.parametrize("content", NAMED.values(), ids=NAMED)
def test_a_schema_named_in_the_file(content: str, site: Path) -> None:
    assert said(lint(site, content)) == [
        ("missing-field", 1, "`title` is missing"),
        ("unknown-field", 3, "`name` is not a field of this schema"),
    ]


UNUSABLE = {
    "missing": ("nothing.json", "there is no schema `nothing.json`"),
    "outside": ("../../nothing.json", "the schema `../../nothing.json` is outside the project"),
}


@pytest.mark.parametrize(("name", "message"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_named_schema_that_cannot_be_used(name: str, message: str, site: Path) -> None:
    assert said(lint(site, f"---\ntitle: a\n$schema: {name}\n---\n")) == [("invalid-value", 3, message)]


def test_a_schema_on_the_network_is_not_fetched(site: Path) -> None:
    assert lint(site, "---\n$schema: https://json.schemastore.org/base.json\n---\n") == []


def test_the_configuration_counts_over_the_file(site: Path) -> None:
    config = '[[collections]]\nname = "a"\nfiles = "content/"\nrequired = ["author"]\n'
    found = lint(site, "---\n$schema: schemas/note.schema.json\n---\n", config)
    assert said(found) == [("missing-field", 1, "`author` is missing")]


def test_a_model_is_recognised_only_without_a_configuration(site: Path) -> None:
    content = "---\npubDate: 2024-01-05\ncover: {}\nlayout: a\n---\n"
    assert lint(site, content) == []
    assert {f.rule for f in lint(site, content, isolated=True)} == {"missing-field"}


def test_a_collection_of_a_cms_knows_its_files(site: Path) -> None:
    (site / "admin").mkdir()
    (site / "admin" / "config.yml").write_text(
        "collections:\n  - name: posts\n    folder: content\n    fields:\n      - {name: title, widget: string}\n"
    )
    config = '[[collections]]\nname = "posts"\nschema = "decap:posts"\n'
    assert said(lint(site, "---\nauthor: a\n---\n", config))[0] == ("missing-field", 1, "`title` is missing")


UNUSABLE_REFERENCES = {
    "a name that is none": ("psot", "there is no schema `psot`; did you mean `post`?"),
    "a file that is not there": ("schemas/no.json", "schemas/no.json"),
    "a model's file that is not there": ("schemas/no.py:Post", "there is no file `schemas/no.py`"),
    "a module that is not there": ("no_such_module:Post", "there is no module `no_such_module`"),
    "a CMS that is not there": ("decap:posts", "config.yml"),
    "a collection that Astro has not written": ("astro:blog", "astro sync"),
}


@pytest.mark.parametrize(("reference", "answer"), UNUSABLE_REFERENCES.values(), ids=UNUSABLE_REFERENCES)
def test_a_reference_that_cannot_be_used(reference: str, answer: str, site: Path) -> None:
    with pytest.raises(SchemaError, match=r".*") as error:
        lint(site, "---\n---\n", f'schema = "{reference}"\n')
    assert answer in str(error.value)


MODELS = {
    "a failing import": ("import nothing_like_this\n", "schemas/blog.py:1: ModuleNotFoundError: No module named"),
    "a failing line": ("x = 1\ny = x / 0\n", "schemas/blog.py:2: ZeroDivisionError: division by zero; `y = x / 0`"),
    "a syntax error": ("class Post(\n", "schemas/blog.py:1: SyntaxError:"),
    "no such model": ("from pydantic import BaseModel\nclass Note(BaseModel): ...\n", "there is no `Post` in schemas/blog.py; it has Note"),
    "a name that is not there": (
        "from pydantic import BaseModel\nclass Post(BaseModel):\n    date: Date\n",
        "schemas/blog.py:3: NameError: name 'Date' is not defined; `date: Date`",
    ),
    "a name that is not there, in a model below": (
        "from pydantic import BaseModel\nclass Loaf(BaseModel):\n    baked: Date\nclass Post(BaseModel):\n    loaf: Loaf\n",
        "schemas/blog.py:3: NameError: name 'Date' is not defined; `baked: Date`",
    ),
    "a name that is not there, as text": (
        "from pydantic import BaseModel\nclass Post(BaseModel):\n    date: 'Date'\n",
        "the model `schemas/blog.py:Post` is not complete: name 'Date' is not defined",
    ),
    "no model": ("Post = 3\n", "`schemas/blog.py:Post` is not a Pydantic model"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "answer"), MODELS.values(), ids=MODELS)
def test_a_model_that_cannot_be_used(source: str, answer: str, site: Path) -> None:
    (site / "schemas" / "blog.py").write_text(source)
    with pytest.raises(SchemaError) as error:
        lint(site, "---\n---\n", 'schema = "schemas/blog.py:Post"\n')
    assert str(error.value).startswith(answer)


MODEL = """
from __future__ import annotations

from pydantic import BaseModel, field_validator


class Post(BaseModel):
    title: str
    parts: list[Part] = []

    @field_validator("title")
    @classmethod
    def no_shouting(cls, value: str) -> str:
        if value.isupper():
            raise ValueError("Titles do not shout")
        return value


class Part(BaseModel):
    name: str
"""


@pytest.mark.parametrize("reference", ["schemas/blog.py:Post", "schemas.blog:Post"])
def test_a_model_of_ones_own(reference: str, site: Path) -> None:
    (site / "schemas" / "blog.py").write_text(MODEL)
    content = "---\ntitle: RYE\nparts:\n  - name: 3\n---\n"
    assert said(lint(site, content, f'schema = "{reference}"\n')) == [
        ("invalid-value", 2, "`title`: titles do not shout"),
        ("wrong-type", 4, "`parts[0].name` is the number `3`; it must be text"),
    ]


def test_no_code(site: Path) -> None:
    (site / "schemas" / "blog.py").write_text(MODEL)
    with pytest.raises(SchemaError, match="is Python code, which --no-code refuses"):
        lint(site, "---\n---\n", 'schema = "schemas/blog.py:Post"\n', command_line={"no-code": True})
