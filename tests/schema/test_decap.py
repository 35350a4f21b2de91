"""Collections of Decap and Sveltia CMS."""

from pathlib import Path

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema import SchemaError
from mdlint.schema.decap import decap_schema
from mdlint.settings import Settings

CONFIG = """\
backend: {name: git-gateway, branch: main}
media_folder: static/uploads
seo: &seo
  - {label: Title, name: title, widget: string}
  - {label: Description, name: description, widget: text, required: false, hint: Shown in search results.}
collections:
  - name: posts
    label: Posts
    folder: content/posts
    create: true
    fields:
      - {name: title, widget: string, pattern: ['^.{3,}$', 'write at least three characters']}
      - {name: date, widget: datetime}
      - {name: day, widget: datetime, format: 'DD.MM.YYYY [at] HH:mm', required: false}
      - {name: slug, pattern: ['/^[a-z-]+$/i', 'letters and hyphens'], required: false}
      - {name: draft, widget: boolean}
      - {name: featured, widget: boolean, required: true}
      - {name: layout, widget: hidden, default: post}
      - {name: rating, widget: number, value_type: int, min: 1, max: 5, required: false}
      - {name: weight, widget: number, required: false}
      - {name: kind, widget: select, options: [note, {label: Essay, value: essay}], default: note}
      - {name: moods, widget: select, multiple: true, max: 2, options: [good, bad, odd], required: false}
      - {name: steps, widget: list, required: false}
      - {name: image, widget: image, required: false}
      - {name: photos, widget: image, media_library: {config: {multiple: true}}, required: false}
      - {name: author, widget: relation, collection: authors, value_field: name, search_fields: [name]}
      - {name: cover, widget: object, required: false, fields: [{name: url, widget: image}, {name: alt}]}
      - {name: sizes, widget: list, min: 1, field: {name: size, widget: number, value_type: float}, required: false}
      - name: links
        widget: list
        required: false
        fields: [{name: url}, {name: text, required: false}]
      - name: blocks
        widget: list
        required: false
        types:
          - {name: quote, widget: object, fields: [{name: text, widget: text}]}
          - {name: photo, widget: object, fields: [{name: src, widget: image}]}
      - {name: sample, widget: code, required: false}
      - {name: rest, widget: my-own, required: false}
      - {name: body, widget: markdown}
  - {name: notes, label: Notes, folder: notes, extension: mdx, path: '{{year}}/{{slug}}', fields: *seo}
  - name: pages
    label: Pages
    files:
      - {name: about, label: About, file: content/about.md, fields: *seo}
      - {name: home, label: Home, file: content/_index.md, fields: *seo}
  - {name: single, label: Single, files: [{name: only, label: Only, file: only.md, fields: *seo}]}
"""
BASE = "title: Rye bread\ndate: 2024-01-05\nfeatured: true\nauthor: Ada\n"

VALID = {
    "the required ones": "",
    "all of them": (
        "day: 05.01.2024 at 10:00\nslug: rye-Bread\ndraft: false\nlayout: wide\nrating: 3\nweight: '3'\nkind: essay\n"
        "moods: [good, odd]\nsteps: [bread]\nimage: /a.png\nphotos: [/a.png]\ncover: {url: /a.png, alt: A loaf}\n"
        "sizes: [1, 2.5]\nlinks: [{url: /a}]\nblocks: [{type: quote, text: a}, {type: photo, src: /a.png}]\n"
        "sample: {code: a, lang: b}\nrest: [a]"
    ),
    "what the editor leaves of empty fields": "rating: ''\nslug:\nsteps:\nimage: ''\nday: ''\nmoods: []\nkind: ''",
    "a native date where a format is set": "day: 2024-01-05",
    "fields that the editor does not know": "permalink: /rye/",
}
INVALID: dict[str, tuple[str, str, tuple[int, int], str, str]] = {
    "a pattern's own message": ("slug: a b", "invalid-value", (6, 7), "`slug`: letters and hyphens", ""),
    "a date": (
        "day: soon",
        "invalid-value",
        (6, 6),
        "`day`: must be a date such as `05.01.2024 at 10:30`",
        "",
    ),
    "a switch": ("draft: maybe", "wrong-type", (6, 8), "`draft` is the text `maybe`; it must be true or false", ""),
    "a number": ("rating: 9", "invalid-value", (6, 9), "`rating` is the number `9`; it must be at most 5", ""),
    "a choice": (
        "kind: esay",
        "invalid-value",
        (6, 7),
        "`kind` is `esay`; it must be `note` or `essay`",
        "did you mean `essay`?",
    ),
    "choices": (
        "moods: [good, bed]",
        "invalid-item",
        (6, 15),
        "`moods[1]` is `bed`; it must be `good`, `bad` or `odd`",
        "",
    ),
    "too many choices": (
        "moods: [good, bad, odd]",
        "invalid-value",
        (6, 8),
        "`moods` has 3 items; it must have at most 2",
        "",
    ),
    "a list": (
        "steps: a, b",
        "wrong-type",
        (6, 8),
        "`steps` is the text `a, b`; it must be a list",
        "write one item per line, each behind `- `",
    ),
    "an item": ("sizes: [a]", "invalid-item", (6, 9), "`sizes[0]` is the text `a`; it must be a number", ""),
    "a field of an item": ("links: [{text: a}]", "missing-field", (6, 10), "`links[0].url` is missing", "add it"),
    "a field of an object": ("cover: {url: a}", "missing-field", (6, 1), "`cover.alt` is missing", "add it"),
    "a kind of item": (
        "blocks: [{type: quot, text: a}]",
        "invalid-value",
        (6, 17),
        "`blocks[0].type` is `quot`; it must be `quote` or `photo`",
        "did you mean `quote`?",
    ),
    "a field of a kind of item": (
        "blocks: [{type: photo}]",
        "missing-field",
        (6, 11),
        "`blocks[0].src` is missing",
        "add it",
    ),
    "an entry of another collection": (
        "author: [a]",
        "wrong-type",
        (2, 9),
        "`author` is a list; it must be text",
        "",
    ),
    "nothing where something must be": ("author: ''", "invalid-value", (2, 9), "`author` is empty", "give it a value"),
}


def lint(root: Path, content: str, schema: str = "decap:posts") -> list[tuple[str, tuple[int, int], str, str]]:
    name = content.partition(":")[0]
    base = "".join(line for line in BASE.splitlines(keepends=True) if not line.startswith(f"{name}:"))
    text = f"{content}\n{base}" if base != BASE else f"{base}{content}"
    found = Linter(Settings(root=str(root), schema=schema, select=("schema",))).lint(
        Document("a.md", f"---\n{text}\n---\n")
    )
    return [(f.rule, (f.span.line, f.span.column), f.message, f.hint) for f in found]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "static/admin").mkdir(parents=True)
    (tmp_path / "static/admin/config.yml").write_text(CONFIG)
    return tmp_path


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(site: Path, content: str) -> None:
    assert lint(site, content) == []


@pytest.mark.parametrize("case", INVALID.values(), ids=INVALID)
def test_invalid(site: Path, case: tuple[str, str, tuple[int, int], str, str]) -> None:
    content, *expected = case
    assert lint(site, content) == [tuple(expected)]


def test_required(site: Path) -> None:
    found = Linter(Settings(root=str(site), schema="decap:posts")).lint(Document("a.md", "---\ntitel: Rye\n---\n"))
    assert [f.message for f in found if f.rule == "missing-field"] == [
        "`author` is missing",
        "`date` is missing",
        "`featured` is missing",
    ]
    assert [f.hint for f in found if f.rule == "misspelled-field"] == ["rename it to `title`"]


GLOBS = {
    "posts": ("content/posts/*.md",),
    "notes": ("notes/**/*.mdx",),
    "pages/about": ("content/about.md",),
    "single": ("only.md",),
}


@pytest.mark.parametrize(("name", "globs"), GLOBS.items(), ids=GLOBS)
def test_files(site: Path, name: str, globs: tuple[str, ...]) -> None:
    assert decap_schema(name, site).files == globs


def test_what_later_rules_need(site: Path) -> None:
    at = decap_schema("posts", site).fields.at
    image, photos, author = at(("image",)), at(("photos",)), at(("author",))
    assert image is not None
    assert image.extension.asset == ("image",)
    assert photos is not None
    assert photos.extension.asset == ("image",)
    assert author is not None
    assert author.extension.ref == "authors"


MISTAKES = {
    "post": "static/admin/config.yml has no collection `post`; did you mean `posts`?",
    "events": "static/admin/config.yml has no collection `events`; it has `posts`, `notes`, `pages`, `single`",
    "pages": "the collection `pages` has a schema for each of its files; name one, such as `decap:pages/about`",
    "pages/abuot": "static/admin/config.yml has no file of the collection `pages` called `abuot`; did you mean `about`?",
}


@pytest.mark.parametrize(("name", "message"), MISTAKES.items(), ids=MISTAKES)
def test_mistakes(site: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str) -> None:
    monkeypatch.chdir(site)
    with pytest.raises(SchemaError) as error:
        decap_schema(name, site)
    assert str(error.value) == message


def test_no_config(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"there is no `config\.yml`"):
        decap_schema("posts", tmp_path)


@pytest.mark.parametrize("folder", ["public/admin", "admin", "src/admin"])
def test_other_places(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "config.yml").write_text(CONFIG)
    assert decap_schema("posts", tmp_path).name == "decap:posts"


def test_broken_config(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    (site / "static/admin/config.yml").write_text("collections:\n  - name: a: b\n")
    with pytest.raises(SchemaError, match=r"^static/admin/config\.yml:2:"):
        decap_schema("posts", site)


TRANSLATED = """\
i18n: {{structure: {structure}, locales: [en, de]}}
collections:
  - name: posts
    label: Posts
    folder: posts
    i18n: true
    fields: [{{name: title, i18n: true}}, {{name: date, widget: datetime}}, {{name: tags, widget: list, required: false}}]
"""


@pytest.mark.parametrize(
    ("structure", "content", "expected"),
    [
        ("multiple_folders", "title: Roggenbrot", []),
        ("multiple_files", "date: 2024-01-05", ["`title` is missing"]),
        ("single_file", "en: {title: Rye bread}\nde: {title: Roggenbrot}", []),
        ("single_file", "en: {title: 3}", ["`en.title` is the number `3`; it must be text"]),
    ],
)
def test_translations(tmp_path: Path, structure: str, content: str, expected: list[str]) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/config.yml").write_text(TRANSLATED.format(structure=structure))
    schema = decap_schema("posts", tmp_path)
    assert [f.message for f in schema.check(Document("a.md", f"---\n{content}\n---\n"))] == expected
    assert schema.files == (("posts/**/*.md",) if structure == "multiple_folders" else ("posts/*.md",))


def test_a_pattern_that_only_javascript_understands(tmp_path: Path) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/config.yml").write_text(
        "collections:\n- {name: a, folder: a, fields: [{name: t, pattern: ['(', 'no']}]}\n"
    )
    schema = decap_schema("a", tmp_path)
    assert schema.notes[0].endswith("config.yml: the pattern of `t` is not checked: only JavaScript understands it")
    assert list(schema.check(Document("a.md", "---\nt: b\n---\n"))) == []
