"""Content types of Front Matter CMS."""

from pathlib import Path

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema import SchemaError
from mdlint.schema.frontmatter_cms import frontmatter_cms_schema
from mdlint.settings import Settings

CONFIG = """\
{
  "$schema": "https://frontmatter.codes/frontmatter.schema.json",
  // the folders, with a "//" in a text
  "frontMatter.content.pageFolders": [
    { "title": "posts // all", "path": "[[workspace]]/content/posts" },
    { "title": "docs", "path": "[[workspace]]/docs", "contentTypes": ["doc"], "excludeSubdir": true },
  ],
  "frontMatter.content.draftField": { "name": "state", "type": "choice", "choices": ["draft", "published"] },
  "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd'T'HH:mm:ssXXX",
  "frontMatter.taxonomy.tags": ["bread"],
  "frontMatter.taxonomy.fieldGroups": [
    { "id": "link", "fields": [{ "name": "url", "type": "string", "required": true }] },
    { "id": "quote", "fields": [{ "name": "text", "type": "string", "required": true }] }
  ],
  "frontMatter.taxonomy.contentTypes": [
    {
      "name": "default",
      "fields": [
        { "title": "Title", "name": "title", "type": "string", "required": true, "description": "The page's name." },
        { "title": "Date", "name": "date", "type": "datetime", "isPublishDate": true },
        { "title": "Day", "name": "day", "type": "datetime", "dateFormat": "dd/MM/yyyy" },
        { "title": "About", "name": "about", "type": "heading" },
        { "title": "Weight", "name": "weight", "type": "number", "numberOptions": { "min": 1, "max": 9 } },
        { "title": "State", "name": "state", "type": "draft" },
        { "title": "Toc", "name": "toc", "type": "boolean" },
        { "title": "Kind", "name": "kind", "type": "choice", "choices": ["note", { "id": "e", "title": "Essay" }] },
        { "title": "Moods", "name": "moods", "type": "choice", "multiple": true, "choices": ["good", "bad"] },
        { "title": "Tags", "name": "tags", "type": "tags", "taxonomyLimit": 2 },
        { "title": "Series", "name": "series", "type": "taxonomy", "taxonomyId": "s", "singleValueAsString": true },
        { "title": "Image", "name": "image", "type": "image" },
        { "title": "Files", "name": "files", "type": "file", "multiple": true },
        { "title": "Photo", "name": "photo", "type": "fields", "fields": [{ "name": "url", "type": "image", "required": true }] },
        { "title": "Blocks", "name": "blocks", "type": "block", "fieldGroup": ["link", "quote"] },
        { "title": "Data", "name": "data", "type": "json" }, /* anything */
      ]
    },
    { "name": "doc", "fileType": "mdx", "fields": [] }
  ]
}
"""
VALID = {
    "the required one": "title: Rye",
    "all of them": (
        "title: Rye\ndate: 2024-01-05T10:00:00+01:00\nday: 05/01/2024\nweight: 3\nstate: draft\ntoc: true\nkind: e\n"
        "moods: [good]\ntags: [bread, rye]\nseries: one\nimage: /a.png\nfiles: [/a.pdf]\nphoto: {url: /a.png}\n"
        "blocks: [{url: /a, fieldGroup: link}, {text: a}]\ndata: {a: [b]}"
    ),
    "what the editor leaves of empty fields": "title: Rye\ndate: ''\nweight:\ntags: []\nkind: ''\nimage:",
    "a new tag": "title: Rye\ntags: [unheard]",
    "a list of one": "title: Rye\nseries: [one]",
    "an unknown field": "title: Rye\nother: a",
}
INVALID: dict[str, tuple[str, str, tuple[int, int], str, str]] = {
    "no title": ("date: 2024-01-05", "missing-field", (1, 1), "`title` is missing", "add it: the page's name"),
    "an empty text": (
        "title: Rye\nphoto: {url: ''}",
        "invalid-value",
        (3, 14),
        "`photo.url` is empty",
        "give it a value",
    ),
    "a date": (
        "title: Rye\ndate: soon",
        "invalid-value",
        (3, 7),
        "`date`: must be a date such as `2024-01-05T10:30:00+00:00`",
        "",
    ),
    "a date of its own form": (
        "title: Rye\nday: 1/5/2024",
        "invalid-value",
        (3, 6),
        "`day`: must be a date such as `05/01/2024`",
        "",
    ),
    "a number": (
        "title: Rye\nweight: 0",
        "invalid-value",
        (3, 9),
        "`weight` is the number `0`; it must be at least 1",
        "",
    ),
    "a state": (
        "title: Rye\nstate: publshed",
        "invalid-value",
        (3, 8),
        "`state` is `publshed`; it must be `draft` or `published`",
        "did you mean `published`?",
    ),
    "a switch": (
        "title: Rye\ntoc: maybe",
        "wrong-type",
        (3, 6),
        "`toc` is the text `maybe`; it must be true or false",
        "",
    ),
    "a choice by its title": (
        "title: Rye\nkind: Essay",
        "invalid-value",
        (3, 7),
        "`kind` is `Essay`; it must be `note` or `e`",
        "",
    ),
    "choices": (
        "title: Rye\nmoods: [god]",
        "invalid-item",
        (3, 9),
        "`moods[0]` is `god`; it must be `good` or `bad`",
        "did you mean `good`?",
    ),
    "too many tags": (
        "title: Rye\ntags: [a, b, c]",
        "invalid-value",
        (3, 7),
        "`tags` has 3 items; it must have at most 2",
        "",
    ),
    "a field inside": ("title: Rye\nphoto: {alt: a}", "missing-field", (3, 1), "`photo.url` is missing", "add it"),
    "a block by its name": (
        "title: Rye\nblocks: [{fieldGroup: quote, url: a}]",
        "missing-field",
        (3, 11),
        "`blocks[0].text` is missing",
        "add it",
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "frontmatter.json").write_text(CONFIG)
    return tmp_path


def lint(root: Path, content: str) -> list[tuple[str, tuple[int, int], str, str]]:
    settings = Settings(root=str(root), schema="frontmatter-cms:default", select=("schema",))
    found = Linter(settings).lint(Document("a.md", f"---\n{content}\n---\n"))
    return [(f.rule, (f.span.line, f.span.column), f.message, f.hint) for f in found]


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(site: Path, content: str) -> None:
    assert lint(site, content) == []


@pytest.mark.parametrize("case", INVALID.values(), ids=INVALID)
def test_invalid(site: Path, case: tuple[str, str, tuple[int, int], str, str]) -> None:
    content, *expected = case
    assert lint(site, content) == [tuple(expected)]


def test_files(site: Path) -> None:
    assert frontmatter_cms_schema("default", site).files == ("content/posts/**/*.{md,mdx,markdown}",)
    assert frontmatter_cms_schema("doc", site).files == (
        "content/posts/**/*.{mdx,md,markdown}",
        "docs/*.{mdx,md,markdown}",
    )


def test_settings_split_into_files(tmp_path: Path) -> None:
    (tmp_path / "frontmatter.json").write_text("{}")
    folder = tmp_path / ".frontmatter/config/taxonomy/contenttypes"
    folder.mkdir(parents=True)
    (folder / "post.json").write_text(
        '{"name": "post", "fields": [{"name": "title", "type": "string", "required": true}]}'
    )
    schema = frontmatter_cms_schema("post", tmp_path)
    assert [f.message for f in schema.check(Document("a.md", "---\na: b\n---\n"))] == ["`title` is missing"]


def test_what_later_rules_need(site: Path) -> None:
    field = frontmatter_cms_schema("default", site).fields.at(("image",))
    assert field is not None
    assert field.extension.asset == ("image",)


def test_mistakes(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(site)
    for name, message in {
        "docs": "frontmatter.json has no content type `docs`; did you mean `doc`?",
        "event": "frontmatter.json has no content type `event`; it has `default`, `doc`",
    }.items():
        with pytest.raises(SchemaError) as error:
            frontmatter_cms_schema(name, site)
        assert str(error.value) == message
    (site / "frontmatter.json").write_text("{\n  'a': 1}")
    with pytest.raises(SchemaError, match=r"^frontmatter\.json:2:3: this is not valid JSON"):
        frontmatter_cms_schema("default", site)
    (site / "frontmatter.json").unlink()
    with pytest.raises(SchemaError, match=r"there is no `frontmatter\.json`"):
        frontmatter_cms_schema("default", site)
