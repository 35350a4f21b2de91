"""What a Pydantic model says with marks: as it is, as the JSON Schema that Pydantic makes of it, and stored."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.models import MODELS, ShippedModel
from mdlint.models.marks import Asset, Ref, Unique
from mdlint.schema import SchemaError, schema_of, stored
from mdlint.schema.export import json_schema
from mdlint.schema.json_schema import JsonSchema
from mdlint.schema.json_words import words_in
from mdlint.schema.model_marks import implied_by
from mdlint.schema.python_model import load_model, model_schema
from mdlint.schema.stored import shipped_schema, stored_text
from mdlint.settings import Settings
from mdlint.testing import findings

MODEL = """\
from __future__ import annotations
from typing import Annotated, Any, Literal
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, RootModel
from mdlint.models.marks import Asset, Ref, Unique

Author = Annotated[str, Ref("authors")]
Names = RootModel[list[Author]]

class Cover(BaseModel):
    src: Annotated[str, Asset("image")]
    by: Author | None = None
    inner: Cover | None = None

class Film(BaseModel):
    kind: Literal["film"]
    file: Annotated[str, Asset("video")]

class Picture(BaseModel):
    kind: Literal["picture"]
    picture: Annotated[str, Asset("image"), Field(min_length=2)]

class Quote(BaseModel):
    kind: Literal["quote"]
    by: Author
    guest: Author | None = None
    file: Annotated[str | None, Asset("image")] = None

class Link(BaseModel):
    kind: Literal["link"]
    by: str
    guest: Annotated[str, Ref("authors")] | None = None
    file: Annotated[str | None, Asset()] = None

class Post(BaseModel):
    model_config = ConfigDict(extra="allow")

    writer: Author | None = None
    editor: Annotated[str | None, Ref("authors")] = None
    readers: list[Author] = []
    guests: Annotated[list[str], Ref("authors")] | None = None
    one_or_more: Author | list[Author] = []
    root: Names | None = None
    cover: Cover | None = None
    covers: list[Cover] = []
    media: list[Annotated[Film | Picture, Field(discriminator="kind")]] = []
    blocks: list[Quote | Link] = []
    names: list[Author] | list[int] = []
    by: Author = Field("ada", alias="written-by")
    proofs: Author = Field("ada", validation_alias=AliasChoices("proofs", "proved-by", "proof"))
    any_of_two: Annotated[str, Ref("authors")] | Annotated[str, Ref("posts")] = "ada"
    code: Annotated[str | int | None, Unique()] = None
    key: Annotated[str, Unique("site")] | None = None
    addresses: list[Annotated[str, Unique("site")]] = []
    recipe: Annotated[str, Asset()] | None = None
    clip: Annotated[str, Asset("video"), Asset("image", "video")] | None = None
    raw: Annotated[str | None, Field(json_schema_extra={"x-mdlint": {"ref": "authors"}})] = None
    both: Annotated[str | None, Unique(), Ref("authors")] = None
    said: Annotated[
        str | None, Ref("authors"), Field(json_schema_extra={"x-mdlint": {"ref": "authors", "message": "no"}})
    ] = None
"""
CONFIG = """\
[[collections]]
name = "authors"
files = "authors/"
[[collections]]
name = "posts"
files = "posts/"
schema = "post.json"
"""
FILES = {
    "astro.config.mjs": "",
    "public/oat.jpg": "",
    "authors/ada.md": "---\nname: Ada\n---\n",
    "authors/bo.md": "---\nname: Bo\n---\n",
}
POST = "posts/this.md"


@pytest.fixture(params=["model", "JSON Schema"])
def config(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The configuration of a site whose posts have the model, or what Pydantic makes of it, for their schema."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "blog.py").write_text(MODEL)
    if request.param == "model":
        return CONFIG.replace("post.json", "blog.py:Post")
    model = load_model("blog.py", "Post", tmp_path)
    (tmp_path / "post.json").write_text(json.dumps(model.model_json_schema()))
    return CONFIG.replace("post.json", "post.json")


ROWS: list[tuple[str, str, list[KeyPath]]] = [
    ("unknown-reference", "writer: ada", []),
    ("unknown-reference", "writer: x", [("writer",)]),
    ("unknown-reference", "editor: x", [("editor",)]),
    ("unknown-reference", "readers: [ada, x]", [("readers", 1)]),
    ("unknown-reference", "guests: [x, bo]", [("guests", 0)]),
    ("unknown-reference", "one_or_more: x", [("one_or_more",)]),
    ("unknown-reference", "one_or_more: [ada, x]", [("one_or_more", 1)]),
    ("unknown-reference", "root: [ada, x]", [("root", 1)]),
    ("unknown-reference", "cover: {src: a.jpg, by: x}", [("cover", "by")]),
    ("unknown-reference", "cover: {inner: {by: x}}", [("cover", "inner", "by")]),
    ("unknown-reference", "covers: [{by: ada}, {by: x}]", [("covers", 1, "by")]),
    ("unknown-reference", "blocks: [{kind: link, by: x}, {kind: quote, by: x}]", []),
    (
        "unknown-reference",
        "blocks: [{kind: link, guest: x}, {kind: quote, guest: x}]",
        [("blocks", 0, "guest"), ("blocks", 1, "guest")],
    ),
    ("unknown-reference", "names: [x]", []),
    ("missing-asset", "blocks: [{kind: link, file: /x.zip}]", [("blocks", 0, "file")]),
    ("wrong-asset-type", "blocks: [{kind: link, file: /x.zip}]", []),
    ("unknown-reference", "written-by: x\nby: x", [("written-by",)]),
    ("unknown-reference", "proofs: x", [("proofs",)]),
    ("unknown-reference", "any_of_two: x", []),
    ("unknown-reference", "raw: x", [("raw",)]),
    ("unknown-reference", "both: x", [("both",)]),
    ("unknown-reference", "said: x", [("said",)]),
    ("unknown-reference", "author: x", []),
    ("duplicate-id", "code: a", [("code",)]),
    ("duplicate-id", "code: 17", [("code",)]),
    ("duplicate-id", "code: b", []),
    ("duplicate-id", "key: a", [("key",)]),
    ("duplicate-id", "addresses: [/x/, /rye/]", [("addresses", 1)]),
    ("duplicate-id", "addresses: [/x/, /y/]", []),
    ("missing-asset", "cover: {src: /rye.jpg}", [("cover", "src")]),
    ("missing-asset", "cover: {src: /oat.jpg}", []),
    ("missing-asset", "covers: [{src: /oat.jpg}, {src: /rye.jpg}]", [("covers", 1, "src")]),
    ("missing-asset", "media: [{kind: film, file: /rye.mp4}]", [("media", 0, "file")]),
    ("missing-asset", "media: [{kind: picture, picture: /rye.png}]", [("media", 0, "picture")]),
    ("missing-asset", "recipe: ./rye.zip", [("recipe",)]),
    ("missing-asset", "clip: /rye.mp4\ncode: /rye.zip", [("clip",)]),
    ("asset-case-mismatch", "covers: [{src: /Oat.jpg}]", [("covers", 0, "src")]),
    ("asset-case-mismatch", "recipe: /OAT.jpg\ncode: /OAT.jpg", [("recipe",)]),
    ("wrong-asset-type", "cover: {src: /rye.pdf}", [("cover", "src")]),
    ("wrong-asset-type", "media: [{kind: picture, picture: /rye.zip}]", [("media", 0, "picture")]),
    ("wrong-asset-type", "media: [{kind: film, file: /rye.zip}]\nrecipe: /rye.pdf\nclip: /rye.pdf", []),
]


@pytest.mark.parametrize(("rule", "fields", "paths"), ROWS, ids=[f"{rule}: {fields}" for rule, fields, _ in ROWS])
def test_rules(config: str, rule: str, fields: str, paths: list[KeyPath]) -> None:
    files = {
        **FILES,
        "posts/x.md": "---\ncode: A\naddresses: [/rye/]\n---\n",
        "posts/y.md": "---\ncode: 17\nkey: a\n---\n",
        "authors/cy.md": "---\ncode: b\n---\n",
    }
    found = findings(rule, f"---\n{fields}\n---\n", path=POST, files=files, config=config)
    assert [finding.key_path for finding in found] == paths


def test_all_names_of_a_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "blog.py").write_text(MODEL.replace('extra="allow"', 'populate_by_name=True, extra="allow"'))
    content = "---\nproved-by: x\nproof: x\nby: x\nwritten-by: x\n---\n"
    config = CONFIG.replace("post.json", "blog.py:Post")
    found = findings("unknown-reference", content, path=POST, files=FILES, config=config)
    assert [finding.key_path for finding in found] == [("proved-by",), ("proof",), ("by",), ("written-by",)]


def test_types_are_judged_as_without_marks(config: str) -> None:
    found = findings("wrong-type", "---\nwriter: 3\ncode: []\n---\n", path=POST, files=FILES, config=config)
    assert [finding.message for finding in found] == [
        "`writer` is the number `3`; it must be text",
        "`code` is an empty list; it must be text or a whole number",
    ]


MISTAKES = {
    "a number": (
        "count: Annotated[int, Ref('authors')]",
        "`Post.count`: `ref` is for text, and this is a whole number",
    ),
    "a number or nothing": (
        "count: Annotated[float, Asset()] | None = None",
        "`Post.count`: `asset` is for text, and this is a number",
    ),
    "numbers": (
        "counts: list[Annotated[int, Ref('authors')]]",
        "`Post.counts`: `ref` is for text, and this is a whole number",
    ),
    "a list of numbers": (
        "counts: Annotated[list[int], Ref('authors')]",
        "`Post.counts`: `ref` is for text, and this is a whole number",
    ),
    "a model": (
        "cover: Annotated[Cover, Unique()]",
        "`Post.cover`: `unique` is for a single value, and this is a mapping (fields of its own)",
    ),
    "in another model": (
        "covers: list[Counted]",
        "`Counted.on`: `asset` is for text, and this is true or false",
    ),
    "an unknown collection": (
        "writer: Annotated[str, Ref('autors')]",
        "`writer` refers to `autors`, which is no collection; did you mean `authors`?",
    ),
    "another unknown collection": (
        "writer: Annotated[str, Ref('people')]",
        "`writer` refers to `people`, which is no collection; the configuration has `authors`, `posts`",
    ),
    "no collection": (
        "writer: Annotated[str, Ref('')]",
        "`Post.writer`: `x-mdlint.ref` must be the name of a collection",
    ),
    "unique among what": (
        "code: Annotated[str, Unique('folder')]",
        "`Post.code`: `x-mdlint.unique` must be true, `collection` or `site`",
    ),
    "without parentheses": (
        "codes: list[Annotated[str, Unique]]",
        "`Post.codes`: `Unique` is not called; write `Unique(…)`",
    ),
    "without a collection": (
        "writer: Annotated[str, Ref()]",
        # Since Python 3.14 it is the class statement that asks for the annotations.
        f"blog.py:{12 if sys.version_info >= (3, 14) else 13}: TypeError: Ref has the fields ('collection',), not ()",
    ),
    "replaced by other words": (
        "writers: list[Annotated[str, Ref('authors'), Field(json_schema_extra={'x-mdlint': {'message': 'no'}})]]",
        '`Post.writers`: `x-mdlint` in `json_schema_extra` takes the place of the mark that says `ref`; write `"ref": "authors"` there',
    ),
}


@pytest.mark.parametrize(("field", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(field: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    head = MODEL.partition("Author =")[0].replace("from __future__ import annotations\n", "")
    models = "class Cover(BaseModel):\n    src: str\n\nclass Counted(BaseModel):\n    on: Annotated[bool, Asset()]\n\n"
    (tmp_path / "blog.py").write_text(f"{head}{models}\nclass Post(BaseModel):\n    {field}\n")
    with pytest.raises(SchemaError) as error:
        findings("unknown-reference", "---\na: b\n---\n", path=POST, config=CONFIG.replace("post.json", "blog.py:Post"))
    assert str(error.value).startswith(message)


def test_mistakes_in_a_json_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for field, message in (
        ({"type": "integer", "x-mdlint": {"ref": "authors"}}, "`ref` is for text, and this is a whole number"),
        (
            {"$ref": "#/$defs/a", "x-mdlint": {"asset": True}},
            "`asset` is for text, and this is true or false or a number",
        ),
    ):
        schema = {"$defs": {"a": {"type": ["number", "boolean", "null"]}}, "properties": {"a": field}}
        (tmp_path / "post.json").write_text(json.dumps(schema))
        with pytest.raises(SchemaError) as error:
            findings(
                "unknown-reference", "---\na: b\n---\n", path=POST, config=CONFIG.replace("post.json", "post.json")
            )
        assert error.value.message.startswith("post.json:1:") and error.value.message.endswith(message)


@pytest.mark.parametrize(
    "said",
    [
        {"$ref": "#/$defs/none"},
        {"$ref": "#/properties/a"},
        {"type": ["integer", "array"]},
        {"type": "array", "items": [{"type": "integer"}]},
        {"anyOf": [{"type": "integer"}, {"pattern": "a"}]},
        {"oneOf": [{"type": "integer"}, {"type": "array", "items": {"type": ["string", "null"]}}]},
        {},
    ],
)
def test_what_may_be_text(said: dict[str, Any]) -> None:
    field = {**said, "x-mdlint": {"ref": "authors"}}
    assert set(words_in({"properties": {"a": field}}, str)) == {"ref"}


def test_a_collection_of_another_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "admin").mkdir()
    fields = "{name: writer, widget: relation, collection: people}"
    (tmp_path / "admin/config.yml").write_text(f"collections:\n- {{name: posts, folder: posts, fields: [{fields}]}}\n")
    content = "---\nwriter: x\n---\n"
    assert findings("unknown-reference", content, path=POST, config=CONFIG.replace("post.json", "decap:posts")) == ()


def test_a_reference_without_collections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "blog.py").write_text(MODEL)
    content = "---\nwriter: x\n---\n"
    assert findings("unknown-reference", content, path=POST, config='schema = "blog.py:Post"\n') == ()


def test_a_model_without_a_json_schema(tmp_path: Path) -> None:
    """Pages can be judged without it."""
    (tmp_path / "blog.py").write_text(
        "from pydantic import BaseModel, Field\n\n"
        "def cry(schema):\n    raise RuntimeError('no')\n\n"
        "class Post(BaseModel):\n    title: str = Field(json_schema_extra=cry)\n"
    )
    schema = schema_of(Settings(root=str(tmp_path), schema="blog.py:Post"))
    assert schema is not None and schema.implied == {}
    assert schema.notes == ("blog.py:Post has no JSON Schema, so marks in it are not looked at: no",)
    assert [finding.message for finding in schema.check(Document("a.md", "---\na: b\n---\n"))] == [
        "`title` is missing",
        "`a` is not a field of this schema",
    ]


class Held:
    """What JSON Schema has no word for."""


class Marked(BaseModel):
    """A model with fields of many kinds."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    writer: Annotated[str, Ref("authors")] = "ada"
    codes: list[Annotated[int, Unique()]] = []
    covers: list[Annotated[str, Asset("image")]] = []


class Odd(Marked):
    held: Held | None = None
    default: Any = Held()


def test_what_a_json_schema_cannot_say(recwarn: pytest.WarningsRecorder) -> None:
    assert implied_by(Odd) == implied_by(Marked)
    assert not recwarn


def test_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "FOLDER", str(tmp_path))
    monkeypatch.setitem(MODELS, "marked", ShippedModel(Marked.__module__, "Marked"))
    monkeypatch.setattr(ShippedModel, "load", lambda _: Marked)
    (tmp_path / "marked.json").write_text(stored_text("marked"))
    expected = model_schema("marked", Marked).implied
    assert expected == {
        "unknown-reference": {"references": {"writer": "authors"}},
        "duplicate-id": {"unique": ("codes",), "unique_in_site": ()},
        "missing-asset": {"assets": ("covers",)},
        "asset-case-mismatch": {"assets": ("covers",)},
        "wrong-asset-type": {"pictures": ("covers",)},
    }
    assert shipped_schema("marked").implied == expected


REFERRED = {
    "properties": {
        "outer": {"$ref": "#/$defs/author", "x-mdlint": {"ref": "posts"}},
        "again": {"allOf": [{"$ref": "#/$defs/author"}, {"$ref": "#/$defs/author"}]},
        "perhaps": {"if": {"type": "string"}, "then": {"$ref": "#/$defs/author"}},
        "no": {"x-mdlint": {"asset": False, "unique": False}},
        "cover": {
            "x-mdlint": {"alias": "picture"},
            "properties": {"src": {"x-mdlint": {"asset": True, "alias": "url"}}},
        },
    },
    "allOf": [{"properties": {"overlaid": {"type": "string"}}}],
    "anyOf": [{"properties": {"overlaid": {"x-mdlint": {"unique": True}}}}],
    "$defs": {"author": {"x-mdlint": {"ref": "authors"}}},
}


def test_json_schema() -> None:
    assert JsonSchema("s", REFERRED).implied == {
        "unknown-reference": {"references": {"outer": "posts", "again": "authors", "perhaps": "authors"}},
        "duplicate-id": {"unique": ("overlaid",), "unique_in_site": ()},
        "missing-asset": {"assets": ("cover.src", "cover.url", "picture.src", "picture.url")},
        "asset-case-mismatch": {"assets": ("cover.src", "cover.url", "picture.src", "picture.url")},
    }


@pytest.mark.parametrize("name", MODELS)
def test_shipped_models_and_their_json_schemas_imply_the_same(name: str) -> None:
    assert shipped_schema(name).implied == JsonSchema(name, json.loads(json_schema(name))).implied
