"""The audit page: what is on it, what never is, and that it stays small."""

import base64
import hashlib
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from mdlint.diagnostic import Diagnostic, Excerpt, Span
from mdlint.report import Report
from mdlint.reporters import FORMATS, Options, load, needs_overviews
from mdlint.settings import Settings
from tests.reporters.pages import SITE, found, generated, one, page_of, post, report_of
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
