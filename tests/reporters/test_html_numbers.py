"""What the audit page counts."""

import pytest

from mdlint.reporters.html.bars import percent
from mdlint.reporters.html.coverage import coverage
from mdlint.reporters.html.folders import Folders, common_folder
from mdlint.reporters.html.repetition import repeated, tags
from mdlint.reporters.html.squares import squares
from mdlint.reporters.html.timeline import timeline
from mdlint.rules import OWN
from mdlint.settings import Collection, Settings
from tests.reporters.pages import SITE, found, one, report_of


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 0, "0"), (0, 9, "0"), (9, 9, "100"), (1, 60_000, "<1"), (59_999, 60_000, "99"), (1, 3, "33"), (2, 3, "67")],
)
def test_percent(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        ([], ""),
        (["a.md"], ""),
        (["x/y/a.md"], "x/y/"),
        (["x/y/a.md", "x/yz/b.md"], "x/"),
        (["x/y/a.md", "x/b.md"], "x/"),
        (["/x/a.md", "/y/b.md"], "/"),
        (["../x/a.md", "../y/b.md"], "../"),
    ],
)
def test_common_folder(paths: list[str], folder: str) -> None:
    assert common_folder(sorted(paths)) == folder


@pytest.mark.parametrize(
    ("paths", "most", "names"),
    [
        (["a.md"], 4, ["./"]),
        (["x/a.md", "x/b.md"], 4, ["./"]),
        (["x/1/a.md", "x/2/b.md", "x/c.md"], 4, ["./", "1/", "2/"]),
        (["x/1/2/3/a.md", "x/4/b.md"], 4, ["1/2/3/", "4/"]),
        (["x/1/a/a.md", "x/1/b/a.md", "x/1/a.md", "x/2/a.md"], 4, ["1/", "1/a/", "1/b/", "2/"]),
        (["x/1/a/a.md", "x/1/b/a.md", "x/1/a.md", "x/2/a.md"], 3, ["1/", "2/"]),
        (
            [f"{number}/{name}.md" for number in range(9) for name in range(number + 1)],
            3,
            ["7/", "8/", "other folders"],
        ),
    ],
)
def test_folders(paths: list[str], most: int, names: list[str]) -> None:
    folders = Folders(paths, most)
    assert folders.names == names
    assert {folders.of(path) for path in paths} == set(range(len(names)))


def test_coverage() -> None:
    overviews = [
        one("a.md", present=("title", "tags", "cover"), empty=("alt",)),
        one("b.md", present=("title", "keywords"), unread=("tags",)),
    ]
    findings = [
        found("a.md", "wrong-type", "tags"),
        found("a.md", "title-length", "title"),
        found("a.md", "padded-value", "cover", "info"),
        found("a.md", "empty-title", "alt"),
        found("a.md", "missing-field", "author"),
        found("b.md", "wrong-type", "keywords"),
        found("b.md", "numbered-placeholder", "keywords"),
        found("b.md", "yaml-syntax", None),
    ]
    table = coverage(overviews, findings, 4, OWN)
    assert table is not None
    assert (table.by, [column[:] for column in table.columns]) == ("folder", [("./", 2)])
    assert {name: ({k: n for k, n in cell.counts.items() if n}, cell.missing) for name, (cell,) in table.rows} == {
        "title": ({"present": 2}, 0),
        "tags": ({"wrong": 2}, 0),
        "cover": ({"present": 1}, 1),
        "alt": ({"empty": 1}, 1),
        "keywords": ({"placeholder": 1}, 1),
    }


def test_coverage_by_collection() -> None:
    blog = Collection("blog", ("content/blog/**",), {}, Settings(schema="post"))
    report = report_of(SITE, Settings(collections=(blog,)))
    table = coverage(report.overviews, report.diagnostics, 4, OWN)
    assert table is not None
    assert (table.by, [column[:] for column in table.columns]) == ("collection", [("blog", 4), ("in no collection", 3)])


@pytest.mark.parametrize(
    ("days", "unit", "labels"),
    [
        (["2024-03-08"] * 2, None, []),
        (["2024-03-08"] * 3, "month", ["2024-03"]),
        (["2024-03-08", "2024-04-01", "2024-05-31"], "month", ["2024-03", "2024-04", "2024-05"]),
        (["2020-11-08", "2022-04-01", "2023-05-31"], "month", ["2021-01", "2022-01", "2023-01"]),
        (
            ["1995-11-08", "1996-04-01", "2023-05-31"],
            "year",
            ["1995", "1999", "2003", "2007", "2011", "2015", "2019", "2023"],
        ),
        (["1970-01-01", "2024-04-01", "2204-02-01"], None, []),
    ],
)
def test_timeline(days: list[str], unit: str | None, labels: list[str]) -> None:
    time = timeline([one(f"{at}.md", day=day) for at, day in enumerate(days)], {"0.md": "error"})
    assert (time and time.unit, [label for _, label in time.labels] if time else []) == (unit, labels)
    if time:
        assert sum(stack.count for *_, stack in time.stacks) == time.dated == len(days)


def test_squares() -> None:
    assert squares({}, {"error": 0, "clean": 0}) is None
    few = squares({"a": "error", "b": "clean"}, {"error": 1, "warning": 0, "info": 0, "clean": 1})
    many = squares({}, {"error": 1, "warning": 0, "info": 0, "clean": 65_000})
    assert few is not None
    assert many is not None
    assert (few.each, few.paths) == (1, {"error": "M0 0h8v8h-8z", "clean": "M10 0h8v8h-8z"})
    assert (many.each, many.paths["error"].count("M"), many.paths["clean"].count("M")) == (55, 1, 1182)


def test_repeated_values() -> None:
    overviews = [
        one("a.md", values=(("cover.url", "x.jpg", 1), ("cover.square", "x.jpg", 1), ("title", "Rye", 2))),
        one("b.md", values=(("cover.url", "x.jpg", 1), ("title", "Rye", 3))),
    ]
    assert repeated(overviews[:1]) is None
    shared = repeated(overviews)
    assert shared is not None
    (value,) = shared.values
    assert (value.text, value.fields, value.count, value.paths) == (
        "x.jpg", ("cover.url", "cover.square"), 2, ("a.md", "b.md")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (["rye", "Rye", "RYE"], [["RYE", "Rye", "rye"]]),
        (["dark bread", "dark-bread", "darkbread"], [["dark bread", "dark-bread", "darkbread"]]),
        (["café", "cafe", "recipe", "recipes"], [["cafe", "café"], ["recipe", "recipes"]]),
        (["sourdough", "sourdouhg", "sourdough", "sourdoughh"], [["sourdough", "sourdouhg", "sourdoughh"]]),
        (["C", "C++", "C#", "2023", "2024", "css", "cs", "rust", "ruse", "काम", "कम", "v1.2", "v12x"], []),
    ],
)
def test_tags_that_may_be_the_same(names: list[str], alike: list[list[str]]) -> None:
    counted = tags([one("a.md", tags=(name,)) for name in names])
    assert counted is not None
    assert [sorted(tag.name for tag in group) for group in counted.alike] == [sorted(group) for group in alike]
