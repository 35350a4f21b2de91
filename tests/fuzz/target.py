"""The fuzz target: whatever the bytes are, linting them with every rule ends soon, crashes nowhere and
speaks only of places that are there."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from mdlint import reporters, rules
from mdlint.diagnostic import Diagnostic, Report
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.reporters.safe import escape
from mdlint.settings import Settings
from mdlint.testing import examples
from tests.bad_inputs import cases

CORPUS = Path(__file__).parent / "corpus"
SECONDS = 2.0
"""Of the processor's time, for one input of a few thousand bytes."""
_LONGEST_SEED = 4000
_LINE_END = re.compile(r"\r\n|\n|\r")

VARIANTS = (
    Settings(select=("all",)),
    Settings(select=("all",), schema="post"),
    Settings(select=("all",), schema="hugo", generator="hugo"),
    Settings(select=("all",), generator="jekyll"),
    Settings(select=("all",), generator="mkdocs"),
    Settings(select=("all",), schema="docusaurus-blog", generator="docusaurus"),
)


@cache
def _linter(variant: int) -> Linter:
    return Linter(VARIANTS[variant])


def check(data: bytes, variant: int) -> None:
    """Raises AssertionError, or whatever is raised, where linting the bytes is not as it should be."""
    started = time.process_time()
    settings = VARIANTS[variant]
    doc = Document.from_bytes("a.md", data, settings.limits, settings.generator)
    found = _linter(variant).lint(doc)
    lines = _LINE_END.split(doc.text)
    for diagnostic in found:
        _check_one(diagnostic, lines, doc)
    for name in reporters.FORMATS:
        out = io.StringIO()
        reporters.load(name)(Report(1, found), out, reporters.Options())
        printed = out.getvalue().split("\n")
        assert printed == [escape(line) for line in printed], "something is printed as it came"
        if name == "concise":
            # The summary has a line more where something can be fixed.
            assert len(printed) - len(found) == 2 + any(diagnostic.fix is not None for diagnostic in found)
    for diagnostic in found:
        if diagnostic.fix is not None:
            Document("a.md", _mended(doc.text, diagnostic), settings.limits, False, settings.generator)
    assert time.process_time() - started < SECONDS, "it took too long"


def _check_one(diagnostic: Diagnostic, lines: list[str], doc: Document) -> None:
    assert diagnostic.rule != "internal-error", diagnostic.message
    assert diagnostic.rule in rules.GROUP_OF
    assert diagnostic.message
    span = diagnostic.span
    assert (span.line, span.column) <= (span.end_line, span.end_column), diagnostic
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= len(lines), diagnostic
        assert 1 <= column <= len(lines[line - 1]) + 2, diagnostic  # a line end may be spoken of
    if diagnostic.fix is not None:
        places = [place for edit in diagnostic.fix.edits for place in (edit.start, edit.end)]
        assert places, diagnostic
        assert places == sorted(places), diagnostic
        assert -doc.has_bom <= places[0] <= places[-1] <= len(doc.text), diagnostic


def _mended(text: str, diagnostic: Diagnostic) -> str:
    assert diagnostic.fix is not None
    for edit in reversed(diagnostic.fix.edits):
        text = text[: max(edit.start, 0)] + edit.text + text[edit.end :]
    return text


# -- what to try

_TEXTS = (
    "---\n", "---", "+++\n", "...\n", "{", "}", "[", "]", "\n", "\r\n", "\r", "\n\n", " ", "  ", "\t", ":", ": ", "- ", "? ", ", ", "'", '"',
    "''", "\\", "\\u", "\\n", "|\n", ">-\n", "&a ", "*a", "<<: *a\n", "!", "!!str ", "!x ", "# ", " #", "@", "`", "%", "=", " = ", "：", "~",
    "a", "title: ", "tags: ", "description: ", "pubDate: ", "date: ", "cover:\n  url: ", "meta:\n- name: ", "draft: ", "layout: ", "[a]\n", "[[a]]\n",
    "a.b = 1\n", '"a": ', "null", "true", "yes", "0", "012", "1e3", "12:30", "2024-01-05", "2024-02-31", "2024-01-05T10:00:00Z", "05/06/2024", "9" * 30,
    "https://x.test-site.org/a b", "key1, key2", "{{ x }}", "{% a %}", "<!-- a -->", "```\n", "# a\n", "## QA:\n", "coming soon", "> ", "* * *\n",
    "\ufeff", "\u200b", "\u202e", "\u2028", "\x85", "\xa0", "\x00", "\x07", "\x1b[31m", "é", "面", "🍞", "\ud800", "<<<<<<< a\n", ">>>>>>> b\n", "=======\n",
)  # fmt: skip
SNIPPETS = (*(text.encode("utf-8", "surrogatepass") for text in _TEXTS), b"\xff", b"\xc3", b"\x80", b"\xfe\xff")


@cache
def seeds() -> tuple[bytes, ...]:
    """Inputs worth changing: the bad ones, the examples of every rule, and what was found before."""
    found = [case.data for _, case in cases()]
    found += [example.data for rule in rules.load_all() for example in examples(rule)]
    found += [data for _, data, _ in corpus()]
    return tuple(data for data in found if len(data) <= _LONGEST_SEED)


def corpus() -> Iterator[tuple[str, bytes, int]]:
    """What was found: the file's name, the input, and its variant, which the name ends in."""
    for path in sorted(CORPUS.glob("*.md")):
        yield path.name, path.read_bytes(), int(path.stem.rpartition("-")[2])


def _changed(seed: int, changes: list[tuple[int, int, bytes]]) -> bytes:
    data = seeds()[seed % len(seeds())]
    for place, length, new in changes:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + length :]
    return data


_PIECE = st.sampled_from(SNIPPETS) | st.binary(max_size=4)
_SNIPPETS = st.lists(_PIECE, max_size=30).map(b"".join)
_CHANGES = st.lists(st.tuples(st.integers(0, _LONGEST_SEED), st.integers(0, 20), _PIECE), min_size=1, max_size=6)
INPUTS = st.one_of(
    st.builds(_changed, st.integers(0, 10_000), _CHANGES),
    _SNIPPETS.map(b"---\n%b\n---\n".__mod__),
    _SNIPPETS.map(b"+++\n%b\n+++\n".__mod__),
    _SNIPPETS.map(b'{"a": %b}\n'.__mod__),
    _SNIPPETS,
    st.binary(max_size=200),
)
ANY_VARIANT = st.integers(0, len(VARIANTS) - 1)
