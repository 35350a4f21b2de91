import json
from pathlib import Path

import pytest

from mdlint.diagnostic import Diagnostic
from mdlint.testing import findings, fixed, places

CONFIG = """
[[collections]]
name = "authors"
files = "authors/"
[[collections]]
name = "posts"
files = "posts/"
rules.unknown-reference.references = { author = "authors", related = "posts" }
"""
FILES = {
    "authors/ada-lindqvist.md": "---\nname: Ada\n---\n",
    "authors/bo/index.md": "---\nslug: bosse\n---\n",
    "posts/2024/rye.md": "---\ntitle: Rye\n---\n",
}


def page(fields: str) -> str:
    return f"---\n{fields}\n---\n"


@pytest.mark.parametrize(
    "fields",
    [
        "author: ada-lindqvist",
        "author: Ada-Lindqvist",
        "author: authors/ada-lindqvist",
        "author: ada-lindqvist.md",
        "author: ada",
        "author: bo",
        "author: [bosse, ada]",
        "related: [2024/rye, /posts/2024/rye/, this]",
        "author: ''",
        "author: [1, null, {name: x}]",
        "author: {name: x}",
        "writer: x",
    ],
)
def test_valid(fields: str) -> None:
    assert places("unknown-reference", page(fields), path="posts/this.md", files=FILES, config=CONFIG) == []


def test_a_collection_without_pages() -> None:
    assert places("unknown-reference", page("author: x"), path="posts/this.md", config=CONFIG) == []


def test_a_collection_that_says_nothing() -> None:
    assert places("unknown-reference", page("author: x"), path="authors/x.md", files=FILES, config=CONFIG) == []


@pytest.mark.parametrize(
    ("fields", "message", "hint", "fix"),
    [
        ("author: ada-lindqist", "`author` is `ada-lindqist`, which is not in `authors`", "did you mean `ada-lindqvist`?", "author: ada-lindqvist"),
        ("author: 'Ada Lindqvist'", "`author` is `Ada Lindqvist`, which is not in `authors`", "did you mean `ada-lindqvist`?", "author: 'ada-lindqvist'"),
        ("author: [ada, bosee]", "`author[1]` is `bosee`, which is not in `authors`", "did you mean `bosse`?", "author: [ada, bosse]"),
        ("related: spelt", "`related` is `spelt`, which is not in `posts`", "correct the name, or add a file of that name", None),
    ],
)  # fmt: skip
def test_invalid(fields: str, message: str, hint: str, fix: str | None) -> None:
    [found] = findings("unknown-reference", page(fields), path="posts/this.md", files=FILES, config=CONFIG)
    assert (found.message, found.hint) == (message, hint)
    if fix is None:
        assert found.fix is None
    else:
        repaired = fixed("unknown-reference", page(fields), path="posts/this.md", files=FILES, config=CONFIG)
        assert repaired == page(fix)


SCHEMA = {
    "properties": {
        "writer": {"x-mdlint": {"ref": "authors"}},
        "readers": {"type": "array", "items": {"type": "string", "x-mdlint": {"ref": "authors"}}},
        "by": {"properties": {"name": {"x-mdlint": {"ref": "authors"}}}},
        "again": {"$ref": "#"},
        "code": {"x-mdlint": {"unique": "collection"}},
        "key": {"x-mdlint": {"unique": "site"}},
    }
}


@pytest.fixture
def said_by_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "SaidBySchema":
    (tmp_path / "post.json").write_text(json.dumps(SCHEMA))
    monkeypatch.chdir(tmp_path)
    return SaidBySchema()


class SaidBySchema:
    def __call__(self, rule: str, fields: str, **files: str) -> tuple[Diagnostic, ...]:
        config = CONFIG.partition("rules.")[0] + 'schema = "post.json"\n'
        more = {path.replace("__", "/") + ".md": page(text) for path, text in files.items()}
        return findings(rule, page(fields), path="posts/this.md", files={**FILES, **more}, config=config)


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ("writer: ada", []),
        ("writer: x", [("writer",)]),
        ("readers: [ada, x]", [("readers", 1)]),
        ("by: {name: x}", [("by", "name")]),
        ("again: {writer: x}", [("again", "writer")]),
        ("author: x", []),
    ],
)
def test_as_a_schema_says(said_by_schema: SaidBySchema, fields: str, paths: list[tuple[str | int, ...]]) -> None:
    assert [f.key_path for f in said_by_schema("unknown-reference", fields)] == paths


def test_unique_as_a_schema_says(said_by_schema: SaidBySchema) -> None:
    [found] = said_by_schema("duplicate-id", "code: a", posts__x="code: a", authors__y="code: a")
    assert found.message == "`code` is the same as in `posts/x.md`"
    [found] = said_by_schema("duplicate-id", "key: a", posts__x__y="key: a")
    assert found.message == "`key` is the same as in `posts/x/y.md`"
    assert said_by_schema("duplicate-id", "code: a", posts__x="code: b") == ()
