"""What an audit counts, and that it copies no secret."""

import json
from pathlib import Path

import pytest

from mdlint.diagnostic import Overview, Span
from mdlint.document import Document
from mdlint.overview import overview
from mdlint.runner import run
from mdlint.settings import Collection, Settings
from mdlint.source import Source
from tests.bad_inputs import Case, cases

TOKEN = "ghp_" + "R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i"
"""Not written in one piece, so that nobody's scanner takes it for one."""


def seen(front_matter: str, path: str = "posts/bread.md") -> Overview:
    return overview(Document(path, f"---\n{front_matter}\n---\n\nText.\n"), None)


@pytest.mark.parametrize(
    ("front_matter", "present", "empty"),
    [
        ("title: Bread\nfeatured: false\ncount: 0", ("title", "featured", "count"), ()),
        ("title: ' '\ntags: []\ncover:\nmeta: {}", (), ("title", "tags", "cover", "meta")),
        ("tags: ['', null]\ncover: {url: ''}\nmeta: [{}]", (), ("tags", "cover", "meta")),
        ("tags: ['', rye]\ncover: {url: '', alt: Rye}", ("tags", "cover"), ()),
    ],
)
def test_fields(front_matter: str, present: tuple[str, ...], empty: tuple[str, ...]) -> None:
    one = seen(front_matter)
    assert (one.present, one.empty, one.unread) == (present, empty, ())


def test_fields_that_cannot_be_read() -> None:
    one = seen("title: Rye: dark\nauthor: Ada")
    assert (one.present, one.unread) == (("author",), ("title",))


@pytest.mark.parametrize(
    ("front_matter", "path", "day"),
    [
        ("date: 2024-03-08T23:30:00-05:00", "a.md", "2024-03-08"),
        ("pubDate: March 8, 2024", "a.md", "2024-03-08"),
        ("date: {created: 2024-03-08}", "a.md", "2024-03-08"),
        ("updated: 2024-03-08", "a.md", None),
        ("date: 2024-02-31", "a.md", None),
        ("date: 05/06/2024", "a.md", None),
        ("title: Bread", "_posts/2024-03-08-bread.md", "2024-03-08"),
        ("title: Bread", "blog/2024-03-08-bread/index.md", "2024-03-08"),
        ("date: 2024-03-09", "_posts/2024-03-08-bread.md", "2024-03-09"),
        ("title: Bread", "_posts/2024-03-081.md", None),
    ],
)
def test_day(front_matter: str, path: str, day: str | None) -> None:
    assert seen(front_matter, path).day == day


@pytest.mark.parametrize(
    ("front_matter", "values"),
    [
        ("cover: {url: a.jpg, alt: Bread}", [("cover.url", "a.jpg")]),
        ("images: [a.jpg, b.jpg]", [("images", "a.jpg"), ("images", "b.jpg")]),
        ("description: ' Dark\n  and sour '", [("description", "Dark and sour")]),
        ("author: Ada\nlayout: post\ndraft: true\ntoken: x", []),
        ("title: ''", []),
        ("date: 2024-03-08T09:30:12Z", [("date", "2024-03-08T09:30:12Z")]),
        ("date: 2024-03-08", []),
        ("date: 2024-03-08T00:00:00.000Z", []),
    ],
)
def test_values(front_matter: str, values: list[tuple[str, str]]) -> None:
    assert [value[:2] for value in seen(front_matter).values] == values


def test_long_values_that_begin_alike_are_told_apart() -> None:
    one, other = (seen(f"description: {'rye ' * 100}{end}").values[0] for end in ("a", "b"))
    assert one.text == other.text
    assert one.checksum != other.checksum


@pytest.mark.parametrize(
    ("front_matter", "tags"),
    [
        ("tags: [rye, Rye, rye, 2024]", ("rye", "Rye", "2024")),
        ("tags: rye, dark bread", ("rye", "dark bread")),
        ("tags:\n- rye\n-\n- [nested]", ("rye",)),
        ("categories: [rye]", ()),
    ],
)
def test_tags(front_matter: str, tags: tuple[str, ...]) -> None:
    assert seen(front_matter).tags == tags


@pytest.mark.parametrize(
    "front_matter",
    [
        f"title: {TOKEN}",
        f"title: see {TOKEN} there",
        f'tags: [rye, "{TOKEN}"]',
        f"description: |\n  {TOKEN}\n  below",
        f"token: &t {TOKEN}\ntitle: *t\ntags: [*t]",
        f"{TOKEN}: title",
        f'token: {TOKEN}\ntitle: "\\x67{TOKEN[1:]}"',
        f"token: {TOKEN}\ntitle: of {TOKEN[:20]}",
    ],
)
def test_secrets_are_never_copied(front_matter: str) -> None:
    assert TOKEN[:12] not in json.dumps(seen(front_matter))


def test_places_that_a_finding_calls_secret_are_never_copied() -> None:
    doc = Document("a.md", "---\ntitle: of Ada's cat Minka\ntags: [Minka-photos, cats]\nslug: minka\n---\n")
    one = overview(doc, None, [Span(2, 21, 2, 26)])
    assert "Minka" not in json.dumps(one)
    assert (one.tags, [value.text for value in one.values]) == (("cats",), ["minka"])


CASES = dict(cases())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_inputs(case: Case) -> None:
    json.dumps(overview(Document.from_bytes("a.md", case.data), None))


def test_a_run_collects_them_when_asked(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").write_text(f"---\ntitle: Bread\nslug: {TOKEN}\n---\n")
    sources = [Source(str(tmp_path / name), name) for name in ("blog/a.md", "vanished.md")]
    blog = Collection("blog", ("blog/**",), {}, Settings())
    settings = Settings(root=str(tmp_path), collections=(blog,), ignore=("secret",))
    assert run(sources, settings).overviews == ()
    (one,) = run(sources, settings, overviews=True).overviews
    assert (one.path, one.collection, one.present) == ("blog/a.md", "blog", ("title", "slug"))
    assert [value.text for value in one.values] == ["Bread"]
