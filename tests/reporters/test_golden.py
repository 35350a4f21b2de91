"""One report with every kind of finding, in every format."""

import io
import re
from collections.abc import Callable

import pytest

from mdlint import __version__
from mdlint.diagnostic import Diagnostic, Edit, Fix, KeyPath, Severity, Span
from mdlint.document import Document
from mdlint.report import Report
from mdlint.reporters import FORMATS, Options, load


def found(
    path: str,
    marked: str,
    rule: str,
    message: str,
    hint: str = "",
    *,
    severity: Severity = "warning",
    key_path: KeyPath | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    """A finding at what stands between ⟦ and ⟧ in a file's text."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    doc = Document(path, marked.replace("⟦", "").replace("⟧", ""))
    span = doc.span(start, end)
    byte_span = doc.lines.byte_span(span)
    return Diagnostic(
        path, span, rule, severity, message, hint, key_path, fix, doc.lines.excerpt(span), byte_span=byte_span
    )


SUFFIXES = {
    "json": "json",
    "jsonl": "jsonl",
    "gitlab": "json",
    "junit": "xml",
    "sarif": "sarif",
    "rdjson": "json",
    "markdown": "md",
}

LONG_URL = f"https://images.example.com/{'bread-and-butter/' * 60}⟦cover.png?size=large⟧{'&q=80' * 60}"

REPORT = Report(
    1234,
    (
        found(
            "a/block.md",
            "---\r\ndescription: ⟦|\r\n  two\r\n  lines⟧\r\n---\r\n",
            "placeholder-value",
            "a span over several lines ends with the first",
            key_path=("description",),
        ),
        found(
            "a/empty.md",
            "---\ndate:⟦⟧\n---\n",
            "invalid-value",
            "a span without characters gets one caret",
            "here at the end of the line",
        ),
        found(
            "a/family.md",
            "---\nfamily: 'e\u0301t\u00e9 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f' ⟦# x⟧\n---\n",
            "comment-eats-value",
            "a joined emoji is one character, a combining accent none",
        ),
        found(
            "a/tags.md",
            "---\ntags:\n- Brot\n- 面包 🥖\n- 面包 🥖 ⟦x⟧\n---\n",
            "duplicate-tag",
            "面包 is wide",
            "and so is 🥖",
            severity="info",
            key_path=("tags", 2),
        ),
        found(
            "b/long.md",
            f"---\ncover: {LONG_URL}\n---\n",
            "invalid-url",
            "of a long line the place is shown, with something on both of its sides",
            severity="error",
            key_path=("cover",),
        ),
        found("b/tab.md", "---\nkey:\t\t⟦value⟧\n---\n", "tab-character", "`key` is followed by tabs"),
        found(
            "b/unsafe.md",
            "---\ntitle: '\x1b[31m\u202eevil\u2066' # \x9b2J\u200b⟦!⟧\n---\n",
            "control-character",
            "the value `\x1b[31m\u202eevil\r\n\ud83d` is shown escaped\x07",
            "remove `\x1b`",
            key_path=("title\n", 0),
        ),
        found(
            "b/\x1b]0;owned\x07\udcff\n\u202etxt.md",
            "---\nfeatured: ⟦yes⟧\n---\n",
            "wrong-type",
            "`featured` is the text `yes`",
            "write `true`",
            severity="error",
            key_path=("featured",),
            fix=Fix(
                "write `true`",
                (Edit(14, 17, "true"), Edit(17, 17, "\n")),
                safe=True,
                byte_ranges=((16, 19), (19, 19)),
                spans=(Span(2, 11, 2, 14), Span(2, 14, 2, 14)),
                byte_spans=(Span(2, 11, 2, 14), Span(2, 14, 2, 14)),
            ),
        ),
        Diagnostic("b/vanished.md", Span(1, 1, 1, 1), "unreadable-file", "error", "the file cannot be read"),
        *(
            found(
                f"posts/{number}.md",
                "---\ntitle: Bread\nkeywords: ⟦key1, key2, key3⟧\n---\n",
                "numbered-placeholder",
                "`keywords` is a placeholder",
                "name what the post is about, or remove the field",
                key_path=("keywords",),
            )
            for number in range(10, 22)
        ),
    ),
    elapsed=2.345,
)


def write(name: str, options: Options) -> str:
    out = io.StringIO()
    load(name)(REPORT, out, options)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"html"}))  # see test_html.py
def test_every_format(name: str, check_golden: Callable[[str, str], None]) -> None:
    text = write(name, Options(width=80)).replace(__version__, "VERSION")
    if name == "sarif":  # the rules' documentation is theirs to change
        text = re.sub(r'("(?:text|markdown)": )"(?:[^"\\]|\\.)*"(?=.*"helpUri")', r'\1"…"', text)
    check_golden(f"{name}.{SUFFIXES.get(name, 'txt')}", text)


def test_statistics(check_golden: Callable[[str, str], None]) -> None:
    statistics = write("text", Options(statistics=True))
    check_golden("statistics.txt", statistics)
    assert write("concise", Options(statistics=True)) == statistics


def test_colour(check_golden: Callable[[str, str], None]) -> None:
    check_golden("color.txt", write("text", Options(width=80, color=True)).replace("\x1b", "␛"))
