"""The audit page: what is on it, what never is, and that it stays small."""

import base64
import hashlib
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from mdlint.diagnostic import Diagnostic, Excerpt, Overview, Report, Severity, Span
from mdlint.reporters import FORMATS, Options, load, needs_overviews
from mdlint.reporters.html.bars import percent
from mdlint.reporters.html.coverage import coverage
from mdlint.reporters.html.folders import Folders, common_folder
from mdlint.reporters.html.repetition import repeated, tags
from mdlint.reporters.html.squares import squares
from mdlint.reporters.html.timeline import timeline
from mdlint.rules import OWN
from mdlint.settings import Collection, Settings
from tests.reporters.pages import SITE, page_of, post, report_of
from tests.reporters.test_golden import REPORT

TOKEN = "ghp_" + "R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i"
CHANGING = (
    r"(?<=<style>).*?(?=</style>)",
    r"(?<=<script>).*?(?=</script>)",
    r"sha256-[^']+",
    r"mdlint \d[.\w]+",
    r'(?<=<p class="about">).*?(?=</p>)',
)
"""What the golden page leaves out: other tests look at it, or it is the rules' documentation, which is theirs to change."""
NO_ENDS = {"br", "hr", "img", "input", "link", "meta"}


class Checked(HTMLParser):
    """Reads a page, and holds that every element is closed where it should be; keeps attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in NO_ENDS:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


def one(path: str, **given: Any) -> Overview:
    empty: dict[str, Any] = {
        "collection": None, "day": None, "present": (), "empty": (), "unread": (), "values": (), "tags": ()
    }  # fmt: skip
    return Overview(path=path, **empty | given)


def found(path: str, rule: str, field: str | None, severity: Severity = "error") -> Diagnostic:
    return Diagnostic(path, Span(1, 1, 1, 2), rule, severity, "m", key_path=None if field is None else (field, 0))


# -- the page


def test_golden(check_golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709856000")
    page = page_of(REPORT.replace(overviews=report_of(SITE).overviews))
    for changing in CHANGING:
        page = re.sub(changing, "…", page, flags=re.DOTALL)
    check_golden("html.html", page)


@pytest.mark.parametrize(
    "report",
    [
        Report(0, ()),
        Report(3, ()),
        report_of({"a.md": "Only text.\n"}),
        report_of({"a.md": post("rye")}),
        REPORT,
        report_of(SITE),
    ],
    ids=["no files", "no overviews", "no front matter", "no findings", "hostile", "site"],
)
@pytest.mark.parametrize("options", [{}, {"statistics": True}, {"quiet": True}, {"fold": False}], ids=str)
def test_whatever_was_found_the_page_is_whole(report: Report, options: dict[str, Any]) -> None:
    page = Checked(page_of(report, **options))
    assert [tag for tag, name, _ in page.attributes if name == "style" or name.startswith("on")] == []
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    links = {value.removeprefix("#") for tag, name, value in page.attributes if (tag, name) == ("a", "href") and value}
    assert links <= set(ids)


def test_nothing_comes_from_elsewhere() -> None:
    page = page_of(report_of(SITE))
    named = [
        value for _, name, value in Checked(page).attributes if name in ("src", "href", "action", "data", "srcset")
    ]
    assert all(value and value.startswith(("#", "data:image/svg+xml,")) for value in named)
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_just_the_style_and_the_script_of_the_page() -> None:
    page = page_of(report_of(SITE))
    for tag in ("style", "script"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert text.isascii()
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in page
    assert "default-src 'none'" in page
    assert "unsafe" not in re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0]


ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{{ 7*7 }}"


def test_text_of_the_site_is_never_markup() -> None:
    hostile = Diagnostic(
        f"{ATTACK}.md",
        Span(2, 8, 2, 20),
        "wrong-type",
        "error",
        f"`{ATTACK}` is bad",
        f"write `{ATTACK}`",
        (ATTACK,),
        None,
        Excerpt(2, 1, f"title: {ATTACK} \x1b[31m\u202e"),
    )
    shared = (("title", ATTACK, 1),)
    overviews = tuple(
        one(f"{path}{ATTACK}.md", collection=ATTACK, present=(ATTACK,), values=shared, tags=(ATTACK, ATTACK.upper()))
        for path in ("", "b/")
    )
    page = page_of(Report(2, (hostile,), overviews=overviews))
    parsed = Checked(page)
    assert [tag for tag, *_ in parsed.attributes if tag in ("img", "script")] == []
    assert page.count("<script>") == 1
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "{{ 7*7 }}" in parsed.text
    assert "&amp;{{" in parsed.text  # and not unescaped twice


def test_secrets_are_not_on_the_page() -> None:
    files = {f"{name}.md": post(name, f"slug: {TOKEN}\ntags: [{TOKEN}]\nkeywords: {TOKEN}") for name in ("oat", "rye")}
    for settings in (Settings(schema="post"), Settings(schema="post", ignore=("secret",), select=("seo",))):
        assert TOKEN[4:] not in page_of(report_of(files, settings))


def test_it_asks_for_overviews_and_no_other_format_does() -> None:
    assert [name for name in FORMATS if needs_overviews(load(name))] == ["html"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "utf-16", "utf-8"])
def test_a_stream_in_another_encoding_says_the_same(encoding: str) -> None:
    report = report_of(SITE)
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding=encoding, newline="") as out:
        load("html")(report, out, Options())
        out.flush()
        written = raw.getvalue().decode(encoding)
    assert Checked(written).text == Checked(page_of(report)).text


# -- what it says


def test_the_site() -> None:
    page = Checked(page_of(report_of(SITE))).text
    assert "14% of 7 files have no errors and no warnings" in page
    assert "in 2 files" in page
    assert "Perhaps the same rye 4 Rye 1 dark bread 1 dark-bread 1 Most" in page
    assert "key1, key2, key3 2 files" in page


def test_a_clean_site() -> None:
    page = Checked(page_of(report_of({"a.md": post("rye")}))).text
    assert "100% of 1 file has no errors and no warnings" in page
    assert "Nothing was found." in page


def test_no_files() -> None:
    assert "Nothing was checked" in Checked(page_of(Report(0, ()))).text


def test_quiet_leaves_out_what_does_not_fail_the_run() -> None:
    report = Report(2, (found("a.md", "wrong-type", "title"), found("b.md", "padded-value", "title", "info")))
    page = Checked(page_of(report, quiet=True)).text
    assert "wrong-type" in page
    assert "padded-value" not in page


def test_statistics_leave_out_the_list_of_findings() -> None:
    assert "All findings" not in page_of(report_of(SITE), statistics=True)


def test_findings_that_say_the_same_are_folded() -> None:
    same = tuple(found(f"{number}.md", "wrong-type", "title") for number in range(3))
    assert page_of(Report(3, same)).count('class="group"') == 1
    assert page_of(Report(3, same), fold=False).count('class="group"') == 3


def test_different_values_in_very_many_files_are_folded_with_a_line_each() -> None:
    many = tuple(
        found(f"{number}.md", "wrong-type", "title")._replace(excerpt=Excerpt(1, 1, f"title: {number}"))
        for number in range(25)
    )
    page = page_of(Report(25, many))
    assert page.count('class="group"') == 1
    assert page.count("<pre>") == 25


# -- its size


def generated(count: int, wide: str) -> Report:
    """Findings no two of which look alike."""
    rules = ("wrong-type", "title-length", "invalid-url", "missing-timezone", "empty-description")
    return Report(
        count,
        tuple(
            Diagnostic(
                f"content/posts/{number % 97}/{wide[:30]}-{number}.md",
                Span(4, 8, 4, 60),
                rules[number % len(rules) if number % 3 else 0],
                ("error", "warning", "info")[number % 3],
                f"`field{number}` {wide}",
                f"hint {number} {wide}",
                (f"field{number}",),
                None,
                Excerpt(4, 1, f"field{number}: {wide}{number}"),
            )
            for number in range(count)
        ),
        overviews=tuple(
            one(
                f"content/posts/{number % 97}/{wide[:30]}-{number}.md",
                day=f"20{number % 24:02}-0{number % 9 + 1}-11",
                present=tuple(f"field{number + more}" for more in range(20)),
                values=(("cover", f"{wide[:150]}{number // 3}", number // 3),),
                tags=tuple(f"{wide[:40]} {number + more}" for more in range(5)),
            )
            for number in range(count)
        ),
    )


@pytest.mark.parametrize(
    "wide", ["of the bread " * 12, "面包" * 150, '<\u202e&"' * 100], ids=["plain", "wide", "hostile"]
)
def test_five_thousand_findings_are_less_than_three_megabytes(wide: str) -> None:
    page = page_of(generated(5000, wide))
    assert len(page.encode()) < 3_000_000
    text = Checked(page).text
    listed = page.count('class="group"')
    assert listed > 400
    cut = sum(int(number.replace(",", "")) for number in re.findall(r"([\d,]+) more findings? of this rule", text))
    assert listed + cut == 5000


def test_of_ordinary_findings_thousands_are_listed() -> None:
    assert page_of(generated(5000, "of the bread " * 4)).count('class="group"') > 3000


def test_an_extreme_run_stays_small_too() -> None:
    same = [found(f"content/{'a' * 80}/{number}.md", "wrong-type", "title") for number in range(60_000)]
    page = page_of(Report(60_000, tuple(same)))
    assert len(page.encode()) < 3_000_000
    assert "59,700 more places" in page


# -- the numbers


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
