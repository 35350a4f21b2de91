"""`text` and `concise`: folding, what is left out, and outputs that cannot show everything."""

import io
import subprocess
import sys

import pytest

from mdlint.diagnostic import Diagnostic, Excerpt, Severity, Span
from mdlint.report import Report
from mdlint.reporters import FORMATS, Options, load

ONE = Diagnostic(
    "a.md",
    Span(2, 7, 2, 10),
    "empty-tag",
    "warning",
    "`tag` is bad",
    "make it good",
    ("tag",),
    None,
    Excerpt(2, 1, "tag:  bad"),
)


def write(*diagnostics: Diagnostic, name: str = "text", **options: object) -> str:
    out = io.StringIO()
    load(name)(Report(9, diagnostics, 0.04), out, Options(**options))  # type: ignore[arg-type]
    return out.getvalue()


def write_bytes(name: str, encoding: str, *diagnostics: Diagnostic) -> bytes:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="")
    load(name)(Report(9, diagnostics, 0.04), out, Options(width=40))
    out.flush()
    return raw.getvalue()


def in_files(*paths: str) -> list[Diagnostic]:
    return [ONE._replace(path=path) for path in paths]


def places(text: str) -> list[str]:
    """What stands behind the arrows."""
    return [line.partition("--> ")[2] for line in text.splitlines() if "-->" in line]


# -- folding


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ("abc", ["a:2:7", "b:2:7", "c:2:7"]),
        ("abcd", ["in 4 files: a:2, b:2, c:2, d:2"]),
        ("abcde", ["in 5 files: a:2, b:2, c:2 … and 2 more"]),
        ("aaab", ["a:2:7", "a:2:7", "a:2:7", "b:2:7"]),
        ("aabbcdef", ["in 6 files: a:2, b:2, c:2 … and 3 more"]),
    ],
)
def test_same_finding_in_many_files(files: str, shown: list[str]) -> None:
    assert places(write(*in_files(*files))) == shown


@pytest.mark.parametrize(
    "other",
    [
        ONE._replace(path="e", message="`tag` is worse"),
        ONE._replace(path="e", severity="error"),
        ONE._replace(path="e", key_path=("tags",)),
        ONE._replace(path="e", excerpt=Excerpt(2, 1, "tag:  mad")),
        ONE._replace(path="e", excerpt=None),
        ONE._replace(path="e", span=Span(2, 7, 3, 1)),
    ],
)
def test_a_different_finding_stands_alone_and_first(other: Diagnostic) -> None:
    assert places(write(*in_files(*"abcd"), other))[0].startswith("e:2:7")


def test_a_different_line_makes_no_difference() -> None:
    lower = ONE._replace(path="d", span=Span(9, 7, 9, 10), excerpt=Excerpt(9, 1, "tag:  bad"))
    assert places(write(*in_files(*"abc"), lower)) == ["in 4 files: a:2, b:2, c:2, d:9"]


def test_the_number_of_files_is_easy_to_read() -> None:
    text = write(*in_files(*(f"{number:04}.md" for number in range(1711))))
    assert places(text) == ["in 1,711 files: 0000.md:2, 0001.md:2, 0002.md:2 … and 1,708 more"]
    assert text.endswith("\nChecked 9 files in 0.0 s: 1,711 warnings\n")


def test_long_paths_get_lines_of_their_own() -> None:
    lines = write(*in_files(*(f"content/posts/{number}.md" for number in range(5))), width=60).splitlines()
    assert lines[1:4] == [
        "  --> in 5 files: content/posts/0.md:2,",
        "      content/posts/1.md:2,",
        "      content/posts/2.md:2 … and 2 more",
    ]


@pytest.mark.parametrize("name", ["text", "concise"])
def test_no_path_is_an_order_to_github(name: str) -> None:
    """Which it would be at a line's start, blanks not counted."""
    lines = write(*in_files(*(f"::error::{number}" for number in range(5))), name=name, width=40).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == []
    assert sum("./::error::" in line for line in lines) >= 3


def test_without_folding() -> None:
    assert len(places(write(*in_files(*"abcdefgh"), fold=False))) == 8


def test_concise_never_folds() -> None:
    assert write(*in_files(*"abcdefgh"), name="concise").count("warning[empty-tag]") == 8


# -- what is left out


SEVERITIES: dict[Severity, Diagnostic] = {
    "error": ONE._replace(severity="error", message="e"),
    "warning": ONE._replace(message="w"),
    "info": ONE._replace(severity="info", message="i"),
}


@pytest.mark.parametrize(("fail_on", "left"), [("error", "e"), ("warning", "ew"), ("info", "ewi")])
def test_quiet_shows_what_makes_the_run_fail(fail_on: Severity, left: str) -> None:
    text = write(*SEVERITIES.values(), name="concise", quiet=True, fail_on=fail_on)
    assert "".join(line[-1] for line in text.splitlines()) == left
    assert len(places(write(*SEVERITIES.values(), quiet=True, fail_on=fail_on))) == len(left)
    statistics = write(*SEVERITIES.values(), quiet=True, fail_on=fail_on, statistics=True)
    assert len(statistics.splitlines()) == len(left)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_quiet_without_findings_says_nothing(name: str) -> None:
    assert write(name=name, quiet=True) == ""
    assert write(SEVERITIES["info"], name=name, quiet=True) == ""
    assert write(name=name, quiet=True, statistics=True) == ""


@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize(
    ("files", "elapsed", "found", "line"),
    [
        (12, 0.1, "", "Checked 12 files in 0.1 s: no findings\n"),
        (1, 0.04, "error", "Checked 1 file in 0.0 s: 1 error\n"),
        (9000, 71.26, "info error info", "Checked 9,000 files in 71.3 s: 1 error, 2 infos\n"),
    ],
)
def test_summary(name: str, files: int, elapsed: float, found: str, line: str) -> None:
    out = io.StringIO()
    diagnostics = tuple(SEVERITIES[severity] for severity in SEVERITIES for _ in range(found.count(severity)))
    load(name)(Report(files, diagnostics, elapsed), out, Options())
    assert out.getvalue().endswith(line)


def test_a_finding_about_a_file_that_cannot_be_read_has_no_source_line() -> None:
    text = write(ONE._replace(span=Span(1, 1, 1, 1), hint="", excerpt=Excerpt(1, 1, "")), quiet=True)
    assert text == "warning[empty-tag] `tag` is bad\n  --> a.md:1:1\n\n"


def test_a_very_long_message_keeps_its_ends() -> None:
    text = write(ONE._replace(message=f"`{'x' * 100_000}` is unknown"), name="concise", quiet=True)
    assert len(text) < 500
    assert text.startswith("a.md:2:7: warning[empty-tag] `xxx")
    assert text.endswith("x` is unknown\n")


# -- outputs that cannot show everything

HOSTILE = Diagnostic(
    "新/\x1b[2J\udcff.md",
    Span(2, 8, 2, 10),
    "placeholder-value",
    "error",
    "`标题` is “面包”",
    "write “パン” or \u202e…",
    ("标题",),
    None,
    Excerpt(2, 1, "标题: 'é 面包' # 🥖"),
)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "gbk", "shift_jis", "koi8-r", "utf-16", "utf-8"])
def test_any_encoding(name: str, encoding: str) -> None:
    text = write_bytes(name, encoding, HOSTILE).decode(encoding)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "�" not in text


def test_a_windows_code_page() -> None:
    assert write_bytes("text", "cp1252", HOSTILE).decode("cp1252").splitlines()[:5] == [
        r"error[placeholder-value] `\u6807\u9898` is “\u9762\u5305”",
        r"  --> \u65b0/\x1b[2J\xff.md:2:8",
        r"  2 | \u6807\u9898: 'é \u9762\u5305' # …",
        r"    |                  ^^^^^^^^^^^^",
        r"    = hint: write “\u30d1\u30f3” or \u202e…",
    ]


def test_ascii_frame() -> None:
    long = ONE._replace(excerpt=Excerpt(2, 1, "tag:  bad" + " and so on" * 5))
    lines = write_bytes("text", "cp866", *in_files(*"abcde"), long).decode("cp866").splitlines()
    assert lines[:4] == [
        "warning[empty-tag] `tag` is bad",
        "  --> a.md:2:7",
        "  2 │ tag:  bad and so on and so on a...",
        "    │       ^^^",
    ]
    assert lines[-6] == "      c:2 ... and 2 more"
    assert "  2 | tag:  bad" in write_bytes("text", "ascii", ONE).decode("ascii")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_colour_only_when_asked(name: str) -> None:
    assert "\x1b" not in write(ONE, name=name)
    assert "\x1b[1;33mwarning[empty-tag]\x1b[0m" in write(ONE, name=name, color=True)


def test_common_scripts_are_drawn_without_loading_wcwidth() -> None:
    program = """
import io, sys
from mdlint.diagnostic import Diagnostic, Excerpt, Span
from mdlint.report import Report
from mdlint.reporters import Options, load
line = "título: 'Ещё – 面包，パンと빵 🥖✨'"
found = Diagnostic("面包.md", Span(1, 9, 1, 20), "empty-tag", "info", "面包", "", None, None, Excerpt(1, 1, line))
load("text")(Report(1, (found,)), io.StringIO(), Options())
assert "wcwidth" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_same_of_other_values_in_very_many_files_is_one_frame() -> None:
    dates = [
        ONE._replace(path=f"{number:02d}.md", message=f"`date` is {number}", excerpt=Excerpt(2, 1, f"tag:  {number}"))
        for number in range(20)
    ]
    text = write(*dates)
    assert text.count("-->") == 1
    assert "in 20 files, each with its own value: 00.md:2, 01.md:2, 02.md:2 … and 17 more" in text
    assert write(*dates[:19]).count("-->") == 19
    assert write(*dates, fold=False).count("-->") == 20
