"""Astro's collections. The schemas under `astro/` were written by `astro sync` of Astro 5.18 and 7.3 from `content.config.ts`."""

import json
import os
import shutil
from pathlib import Path

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema import SchemaError
from mdlint.schema.astro import astro_schema
from mdlint.settings import Settings

HERE = Path(__file__).parent / "astro"
VERSIONS = ("5", "7")
every_version = pytest.mark.parametrize("version", VERSIONS)


@pytest.fixture
def site(tmp_path: Path, version: str) -> Path:
    """A site after `astro sync`."""
    (tmp_path / "src").mkdir()
    shutil.copy(HERE / "content.config.ts", tmp_path / "src")
    shutil.copytree(HERE / version, tmp_path / ".astro/collections")
    now = (tmp_path / "src/content.config.ts").stat().st_mtime
    os.utime(tmp_path / ".astro/collections/blog.schema.json", (now, now))
    return tmp_path


WRITE = "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"
MILLISECONDS = "a number is read as milliseconds since 1970; write a date such as `2024-01-05`"
CASES: dict[str, tuple[str, list[tuple[str, tuple[int, int], str, str]]]] = {
    "as it should be": ("", []),
    "dates, each in its way": (
        "updatedDate: 2024-01-05\nstamp: '2024-01-05T10:00:00Z'\nshown: 2024-01-05",
        [],
    ),
    "an unquoted date-time": ("updatedDate: 2024-01-05 10:00:00\nshown: true", []),
    "a date as text where `new Date()` reads it": ("shown: January 5, 2024", []),
    "milliseconds": ("shown: 1704412800000", []),
    "a list, a reference, an object": (
        "related: [a, b]\ncover: {src: ./a.png, alt: A loaf}\nevent: {type: talk, where: Rome}",
        [],
    ),
    "a date as text where Zod wants a Date": (
        "updatedDate: '2024-01-05'",
        [
            (
                "wrong-type",
                (5, 14),
                "`updatedDate` is the text `2024-01-05`; it must be a date",
                "write it without quotes",
            )
        ],
    ),
    "a Date where Zod wants text": (
        "stamp: 2024-01-05T10:00:00Z",
        [
            (
                "wrong-type",
                (5, 8),
                "`stamp` is the date `2024-01-05T10:00:00+00:00`; it must be text",
                "put quotes around it",
            )
        ],
    ),
    "a Date as title": (
        "title: 2024-01-05",
        [("wrong-type", (5, 8), "`title` is the date `2024-01-05`; it must be text", "put quotes around it")],
    ),
    "text that no date is": (
        "pubDate: soon",
        [("invalid-value", (5, 10), "`pubDate` is `soon`; it must be a date that JavaScript can read", WRITE)],
    ),
    "a year, which is 1970": (
        "pubDate: 2024\nupdatedDate: 2024",
        [
            ("invalid-value", (5, 10), f"`pubDate`: {MILLISECONDS}", ""),
            ("invalid-value", (6, 14), f"`updatedDate`: {MILLISECONDS}", ""),
        ],
    ),
    "nothing, which is 1970 too": (
        "pubDate:",
        [("null-value", (5, 1), "`pubDate` is empty; it must be a date", "give it a value, or remove the field")],
    ),
    "a date or a switch": (
        "shown: [a]",
        [("wrong-type", (5, 8), "`shown` is a list; it must be a date or true or false", "")],
    ),
    "a date within a branch": (
        "event: {type: video, url: 'https://test-site.org', recorded: '2024-01-05'}",
        [
            (
                "wrong-type",
                (5, 62),
                "`event.recorded` is the text `2024-01-05`; it must be a date",
                "write it without quotes",
            )
        ],
    ),
    "a misspelled branch": (
        "event: {type: vidoe, url: 'https://test-site.org'}",
        [("invalid-value", (5, 15), "`event.type` is `vidoe`; it must be `talk` or `video`", "did you mean `video`?")],
    ),
    "a misspelled value": (
        "kind: esay",
        [("invalid-value", (5, 7), "`kind` is `esay`; it must be `note` or `essay`", "did you mean `essay`?")],
    ),
    "unknown fields, which Zod strips": (
        "updatedDaet: 2024-01-05\ncover: {src: ./a.png, alt: A loaf, caption: Rye}\nevent: {type: talk, where: a, wehre: b}",
        [
            (
                "misspelled-field",
                (5, 1),
                "`updatedDaet` is not a field of this schema, but `updatedDate` is",
                "rename it to `updatedDate`",
            ),
            (
                "unknown-field",
                (6, 36),
                "`cover.caption` is not a field of this schema",
                "remove it, or add it to the schema",
            ),
            ("unknown-field", (7, 31), "`event.wehre` is not a field of this schema", "did you mean `where`?"),
        ],
    ),
}


def lint(site: Path, content: str) -> list[tuple[str, tuple[int, int], str, str]]:
    fields = {"title": "title: Rye bread", "pubDate": "pubDate: 2024-01-05", "author": "author: ada"}
    kept = [line for name, line in fields.items() if f"\n{name}:" not in f"\n{content}"]
    kept += [f"# {name}" for name in fields if f"\n{name}:" in f"\n{content}"]
    doc = Document("post.md", "\n".join(["---", *kept, content, "---", ""]))
    found = Linter(Settings(root=str(site), schema="astro:blog", select=("schema",))).lint(doc)
    return [(f.rule, (f.span.line, f.span.column), f.message, f.hint) for f in found]


@every_version
@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_findings(site: Path, content: str, expected: list[tuple[str, tuple[int, int], str, str]]) -> None:
    assert lint(site, content) == expected


@pytest.mark.parametrize(("version", "severity"), [("5", "warning"), ("7", "error")])
def test_only_later_versions_tell_of_strict(site: Path, severity: str) -> None:
    doc = Document("post.md", "---\ntitle: a\npubDate: 2024-01-05\nauthor: ada\nstrict: {a: b, c: d}\n---\n")
    found = Linter(Settings(root=str(site), schema="astro:blog", select=("schema",))).lint(doc)
    assert [(f.rule, f.severity, f.message) for f in found] == [
        ("unknown-field", severity, "`strict.c` is not a field of this schema")
    ]


@every_version
@pytest.mark.parametrize(("extra", "severities"), [("allow", []), ("forbid", ["error"]), ("warn", ["warning"])])
def test_extra(site: Path, extra: str, severities: list[str]) -> None:
    doc = Document("post.md", "---\ntitle: a\npubDate: 2024-01-05\nauthor: ada\ncolour: red\n---\n")
    found = Linter(Settings(root=str(site), schema="astro:blog", select=("schema",), extra=extra)).lint(doc)  # type: ignore[arg-type]
    assert [f.severity for f in found] == severities


@every_version
def test_what_only_the_config_tells(site: Path) -> None:
    at = astro_schema("blog", site).fields.at
    source, author, related, title = at(("cover", "src")), at(("author",)), at(("related",)), at(("title",))
    assert source is not None
    assert source.extension.asset == ("image",)
    assert author is not None
    assert author.extension.ref == "authors"
    assert related is not None
    assert related.extension.ref == "blog"
    assert title is not None
    assert title.extension.asset is None
    assert title.about == "what the post is called"


@every_version
def test_without_the_config_every_date_may_be_text(site: Path) -> None:
    (site / "src/content.config.ts").unlink()
    assert lint(site, "updatedDate: '2024-01-05'") == []
    assert [found[2] for found in lint(site, "updatedDate: soon")] == [
        "`updatedDate` is `soon`; it must be a date that JavaScript can read"
    ]


@every_version
def test_older_than_the_config(site: Path) -> None:
    assert astro_schema("blog", site).notes == ()
    config = site / "src/content.config.ts"
    later = config.stat().st_mtime + 60
    os.utime(config, (later, later))
    note = astro_schema("blog", site).notes[0]
    assert note.endswith("blog.schema.json is older than src/content.config.ts; run `npx astro sync`")


def test_a_config_of_another_collection_with_the_same_field(tmp_path: Path) -> None:
    (tmp_path / "src/content").mkdir(parents=True)
    (tmp_path / "src/content/config.ts").write_text(
        "z.object({ on: z.date() }); z.object({ on: z.coerce.date(), /* to: z.date() */ })\n// to: z.date()\n"
    )
    (tmp_path / ".astro/collections").mkdir(parents=True)
    date = {"type": "string", "format": "date-time"}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"on": date, "to": date}}
    (tmp_path / ".astro/collections/blog.schema.json").write_text(json.dumps(schema))
    doc = Document("post.md", "---\non: '2024-01-05'\nto: '2024-01-05'\n---\n")
    assert list(astro_schema("blog", tmp_path).check(doc)) == []


def test_a_picture_here_that_is_text_there(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/content.config.ts").write_text(
        "z.object({ logo: image(), art: z.array(image()), by: reference('people') });\n"
        "z.object({ logo: z.string(), art: z.array(image()), by: z\n.string() })\n"
    )
    (tmp_path / ".astro/collections").mkdir(parents=True)
    fields = {name: {"type": "string"} for name in ("logo", "art", "by")}
    (tmp_path / ".astro/collections/blog.schema.json").write_text(json.dumps({"properties": fields}))
    schema = astro_schema("blog", tmp_path)
    assert schema.implied["missing-asset"] == {"assets": ("art",)}
    assert "unknown-reference" not in schema.implied


@every_version
def test_unknown_collection(site: Path) -> None:
    with pytest.raises(SchemaError) as error:
        astro_schema("blogs", site)
    assert str(error.value) == "the site has no collection `blogs`; did you mean `blog`?"
    with pytest.raises(SchemaError) as error:
        astro_schema("authors", site)
    assert str(error.value) == "the site has no collection `authors`; it has `blog`"


def test_before_the_first_sync(tmp_path: Path) -> None:
    with pytest.raises(SchemaError) as error:
        astro_schema("blog", tmp_path)
    assert str(error.value) == (
        "there is no `.astro/collections/blog.schema.json`; run `npx astro sync`, which writes it"
    )
