"""The fuzz target: whatever the bytes are, linting them with every rule, alone and beside other pages, ends soon,
crashes nowhere and speaks only of places that are there; comments that ignore what was found do just that."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from mdlint import reporters, rules
from mdlint.diagnostic import Diagnostic, Outcome, PlacedFact
from mdlint.document import Document
from mdlint.ignoring import with_ignores
from mdlint.linter import Linter
from mdlint.overview import overview
from mdlint.project import judge, looking_up
from mdlint.report import Report
from mdlint.reporters.safe import escape
from mdlint.settings import Settings
from mdlint.stored import diagnostic_of, fact_of, ignore_of, row_of, row_of_ignore
from mdlint.testing import examples, settings_for, site_of
from tests.bad_inputs import cases

CORPUS = Path(__file__).parent / "corpus"
SECONDS = 2.0
"""Of the processor's time, for one input of a few thousand bytes."""
_LONGEST_SEED = 4000
_LINE_END = re.compile(r"\r\n|\n|\r")

_COLLECTIONS = """
generator = "astro"

[rules.missing-asset]
assets = ["file", "gallery.src"]

[rules.duplicate-id]
unique = ["slug"]
unique-in-site = ["key", "title"]

[[collections]]
name = "posts"
when = ["tags"]
schema = "post"
rules.unknown-reference.references = { author = "people", related = "posts" }

[[collections]]
name = "slugs"
when = { slug = [] }
required = ["title"]
fields.date = { type = "date" }
rules.unknown-reference.references = { "by.name" = "people", tags = "slugs" }

[[collections]]
name = "people"
files = ["people/"]
extra = "forbid"

[[collections]]
name = "others"
files = ["/*.md"]
when = { draft = [true, "yes"] }
"""
_AROUND = {
    "people/ada.md": b"---\nname: Ada\n---\n",
    "people/a/index.md": b"---\nslug: a\nid: 012\n---\n",
    "de/a.md": b"---\ntitle: a\ntags: [a, A, C++]\nslug: b\naliases: [/a, /b/]\n---\n",
    "b.md": b"---\ntitle: a\ndescription: a\ntags: [Node.js, nodejs]\nid: 0\nurl: /a/\nredirect_from: /a\n---\n",
    "c.md": b"+++\ntitle = 'a'\ntags = 'a'\ndate = 2024-01-05\nslug = 'a'\n+++\n",
}
"""Pages that the input is compared with; a copy of itself is another one."""

VARIANTS = (
    Settings(select=("all",)),
    Settings(select=("all",), schema="post"),
    Settings(select=("all",), schema="hugo", generator="hugo"),
    Settings(select=("all",), generator="jekyll"),
    Settings(select=("all",), generator="mkdocs"),
    Settings(select=("all",), schema="docusaurus-blog", generator="docusaurus"),
    settings_for("all", config=_COLLECTIONS),
    settings_for("all", config=_COLLECTIONS.replace("astro", "hugo")),
)


@cache
def _linter(variant: int) -> Linter:
    return Linter(VARIANTS[variant])


@cache
def _around(variant: int) -> tuple[PlacedFact, ...]:
    """What is to be remembered of the other pages."""
    outcomes = (_examined(path, data, variant)[1] for path, data in _AROUND.items())
    return tuple(fact for outcome in outcomes for fact in outcome.facts)


def _examined(path: str, data: bytes, variant: int) -> tuple[Document, Outcome]:
    settings = VARIANTS[variant]
    doc = Document.from_bytes(path, data, settings.limits, settings.generator)
    return doc, _linter(variant).examine(doc)


def check(data: bytes, variant: int) -> None:
    """Raises AssertionError, or whatever is raised, where linting the bytes is not as it should be."""
    around = _around(variant)
    started = time.process_time()
    settings = VARIANTS[variant]
    doc, outcome = _examined("a.md", data, variant)
    other, beside = _examined("a/a.md", data, variant)
    _check_stored(outcome)
    facts = (*outcome.facts, *beside.facts, *around)
    site, ignores = site_of({**_AROUND, "a.md": data, "a/a.md": data}), {doc.path: outcome.ignores}
    docs = {doc.path: doc, other.path: other}
    judged = judge(facts, _linter(variant), site, looking_up(_linter(variant), docs.get), ignores, is_complete=True)
    lines = _LINE_END.split(doc.text)
    found = (*outcome.diagnostics, *judged)
    for diagnostic in found:
        _check_one(diagnostic, lines, doc)
    secrets = [diagnostic.span for diagnostic in found if diagnostic.is_secret]
    report = Report(1, found, overviews=(overview(doc, None, secrets),))
    for name in reporters.FORMATS:
        out = io.StringIO()
        reporters.load(name)(report, out, reporters.Options())
        printed = out.getvalue().split("\n")
        assert printed == [escape(line) for line in printed], "something is printed as it came"
        if name == "concise":
            # The summary has a line more where something can be fixed.
            assert len(printed) - len(found) == 2 + any(diagnostic.fix is not None for diagnostic in found)
    for diagnostic in found:
        if diagnostic.fix is not None and diagnostic.path == doc.path:
            Document("a.md", _mended(doc.text, diagnostic), settings.limits, False, settings.generator)
    _check_ignoring(doc, data, outcome.diagnostics, variant)
    assert time.process_time() - started < SECONDS, "it took too long"


def _check_stored(outcome: Outcome) -> None:
    """What is kept of a file comes back as it was."""
    for found in outcome.diagnostics:
        assert Diagnostic(found.path, *diagnostic_of(_as_json(row_of(found)))) == found
    for fact in outcome.facts:
        assert PlacedFact(fact.path, *fact_of(_as_json(row_of(fact)))) == fact
    for ignore in outcome.ignores:
        assert ignore_of(_as_json(row_of_ignore(ignore)), "a.md") == ignore


def _as_json(row: object) -> object:
    return json.loads(json.dumps(row, allow_nan=False))


def _check_ignoring(doc: Document, data: bytes, found: tuple[Diagnostic, ...], variant: int) -> None:
    """Comments that ignore what was found leave what they cannot ignore, and nothing new."""
    ignored = with_ignores(doc, data, found, _linter(variant))
    _, after = _examined(doc.path, ignored.data, variant)
    left = {one.finding.rule for one in ignored.refused}
    new = {one.rule for one in after.diagnostics if one.rule not in left}
    assert all(rules.GROUP_OF[rule] == "suppression" for rule in new), new


def _check_one(diagnostic: Diagnostic, lines: list[str], doc: Document) -> None:
    assert diagnostic.rule != "internal-error", diagnostic.message
    assert diagnostic.rule in rules.GROUP_OF
    assert diagnostic.message
    if diagnostic.path != doc.path:
        return
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
    "# mdlint: ignore", "  # mdlint: ignore[empty-title]\n", "# mdlint: ignore-file[", "<!-- mdlint: ignore[all] -->\n", "{/* mdlint: ignore */}\n",
    "mdlint:", "ignore", "[empty-tag, project]", " -->", "slug: ", "id: ", "key: ", "url: /", "permalink: ", "aliases:\n- ", "redirect_from: ", "author: ada\n",
    "related: [", "by: {name: ", "lang: de\n", "file: ./", "gallery:\n- src: /", "'../a.png'", "a.zip\n", "C++", "A\n", "nodejs\n", "/a/\n",
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
