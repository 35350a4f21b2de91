"""Fixes in rounds, each proved: with a linter whose findings a test makes up, and with the real one."""

from collections.abc import Callable, Iterable
from typing import Any, cast

import pytest

from mdlint.diagnostic import Diagnostic, Edit, Fix, KeyPath, Outcome, Severity
from mdlint.document import Document
from mdlint.fixer import Result, fix
from mdlint.linter import Linter
from mdlint.settings import Settings


def run(text: str | bytes, *, unsafe: bool = True, path: str = "post.md", **settings: Any) -> Result:
    """What the real linter and its fixes make of a text."""
    data = text.encode() if isinstance(text, str) else text
    linter = Linter(Settings(**settings))
    return fix(Document.from_bytes(path, data, None, settings.get("generator")), data, linter, unsafe=unsafe)


class Made:
    """A linter that says what a function makes of a document."""

    def __init__(self, lint: Callable[[Document], Iterable[Diagnostic]]) -> None:
        self._lint = lint
        self.settings = Settings()

    def examine(self, doc: Document) -> Outcome:
        return Outcome(tuple(self._lint(doc)))

    def run(self, text: str, *, unsafe: bool = True) -> Result:
        return fix(Document("post.md", text), text.encode(), cast(Linter, self), unsafe=unsafe)


def found(
    doc: Document,
    rule: str,
    at: str | KeyPath,
    *edits: tuple[str, str],
    severity: Severity = "warning",
    safe: bool = True,
    changes: tuple[KeyPath, ...] = (),
) -> Diagnostic:
    """A finding at a key path; an edit replaces a text, which stands in the document once, by another one."""
    path = (at,) if isinstance(at, str) else at
    places = [(doc.text.index(old), old, new) for old, new in edits]
    made = tuple(Edit(start, start + len(old), new) for start, old, new in places)
    fix = Fix("change it", made, safe, changes) if edits else None
    return Diagnostic(doc.path, doc.span_of(path), rule, severity, f"{rule} speaks", key_path=path, fix=fix)


def replaces(rule: str, at: str, old: str, new: str, **more: Any) -> Callable[[Document], list[Diagnostic]]:
    """A rule that finds a value, and replaces a text by another one."""

    def lint(doc: Document) -> list[Diagnostic]:
        return [found(doc, rule, at, (old, new), **more)] if old in doc.text else []

    return lint


def both(*rules: Callable[[Document], list[Diagnostic]]) -> Made:
    return Made(lambda doc: [finding for rule in rules for finding in rule(doc)])


# -- what is applied


def test_the_finding_is_gone() -> None:
    result = both(replaces("a", "title", "one", "two")).run("---\ntitle: one\n---\n")
    assert result.data == b"---\ntitle: two\n---\n"
    assert result.left == ()
    assert result.counts == {"a": 1}


def test_only_safe_fixes_unless_unsafe_ones_are_wanted() -> None:
    made = both(replaces("a", "title", "one", "two", safe=False))
    result = made.run("---\ntitle: one\n---\n", unsafe=False)
    assert result.data == b"---\ntitle: one\n---\n"
    assert result.counts == {}
    assert result.left[0].fix is not None
    assert made.run("---\ntitle: one\n---\n").counts == {"a": 1}


def test_fixes_that_overlap_go_one_after_the_other() -> None:
    made = both(replaces("a", "title", "one two", "one too"), replaces("b", "title", "one", "1st"))
    result = made.run("---\ntitle: one two\n---\n")
    # What the second one wants stands elsewhere by then, and it finds it again.
    assert result.data == b"---\ntitle: 1st too\n---\n"
    assert len(result.rounds) == 2


def test_two_findings_with_the_same_edit() -> None:
    made = both(replaces("a", "title", "one", "two"), replaces("b", "title", "one", "two"))
    result = made.run("---\ntitle: one\n---\n")
    assert result.counts == {"a": 1, "b": 1}
    assert len(result.rounds) == 1


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    def inserts(rule: str, sign: str) -> Callable[[Document], list[Diagnostic]]:
        def lint(doc: Document) -> list[Diagnostic]:
            if sign in doc.text:
                return []
            finding = found(doc, rule, "title", ("one", "one"))
            return [finding._replace(fix=Fix("add it", (Edit(11, 11, sign),), safe=True))]

        return lint

    result = both(inserts("a", "x"), inserts("b", "y")).run("---\ntitle: one\n---\n")
    assert result.data == b"---\ntitle: yxone\n---\n"
    assert len(result.rounds) == 2


# -- what is left out

LEFT_OUT: dict[str, tuple[Callable[[Document], list[Diagnostic]], str]] = {
    "another field": (
        lambda doc: [found(doc, "a", "title", ("one", "1"), ("two", "2"))] if "one" in doc.text else [],
        "change `description` too",
    ),
    "an alias elsewhere": (replaces("a", "base", "&x three", "&x 3"), "change `copy` too"),
    "a new field": (replaces("a", "title", "one\n", "one\nnew: 1\n"), "change `new` too"),
    "a field that goes": (replaces("a", "title", "description: two\n", ""), "change `description` too"),
    "the order of fields": (
        lambda doc: (
            [found(doc, "a", "number", ("title: one\ndescription: two", "description: two\ntitle: one"))]
            if "one\nd" in doc.text
            else []
        ),
        "change all fields",
    ),
    "the type of a value": (replaces("a", "title", "number: 1", "number: 1.0"), "change `number` too"),
    "the zone of a time": (replaces("a", "title", "12:00:00Z", "13:00:00+01:00"), "change `time` too"),
    "the body": (replaces("a", "title", "Words", "Worte"), ""),
    "broken YAML": (replaces("a", "title", "one", "one: 1"), "make the front matter unreadable"),
    "other line ends": (replaces("a", "title", "one", "1\r"), "bring in other line ends"),
    "a finding that stays": (
        lambda doc: [found(doc, "a", "title", (doc.text_of("title"), "other"))],
        "not settle it",
    ),
    "an edit out of the file": (
        lambda doc: [found(doc, "a", "title")._replace(fix=Fix("x", (Edit(900, 901, ""),), safe=True))],
        "fail: ValueError: an edit at 900:901 of 150",
    ),
}
TEXT = """---
title: one
description: two
base: &x three
copy: *x
number: 1
time: 2024-01-05T12:00:00Z
---

Words of the page, which nobody may change but a fix that is about them.
"""


@pytest.mark.parametrize(("rule", "why"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_left_out(rule: Callable[[Document], list[Diagnostic]], why: str) -> None:
    text = TEXT[:150].ljust(150, "x") if "150" in why else TEXT
    result = both(rule).run(text)
    if not why:
        assert b"Worte" in result.data  # an edit in the body says that it is about the body
        return
    *_, left = result.left
    assert left.hint == f"its fix was left out: it would {why}"
    assert left.fix is None
    assert b"Words" in result.data or "150" in why


def test_a_new_finding_elsewhere() -> None:
    def speaks_later(doc: Document) -> list[Diagnostic]:
        return [found(doc, "b", "description", severity="info")] if "two" in doc.text else []

    result = both(replaces("a", "title", "one", "two"), speaks_later).run("---\ntitle: one\ndescription: x\n---\n")
    assert result.data == b"---\ntitle: one\ndescription: x\n---\n"
    assert result.left[0].hint == "its fix was left out: it would make `b` speak at `description`"


@pytest.mark.parametrize(("severity", "is_fixed"), [("info", True), ("warning", True), ("error", False)])
def test_what_the_cause_kept_quiet_may_be_said_of_the_same_field(severity: Severity, is_fixed: bool) -> None:
    def speaks_later(doc: Document) -> list[Diagnostic]:
        return [found(doc, "b", "title", severity=severity)] if "two" in doc.text else []

    result = both(replaces("a", "title", "one", "two"), speaks_later).run("---\ntitle: one\n---\n")
    assert (b"two" in result.data) == is_fixed


def test_the_culprit_alone_is_left_out() -> None:
    names = [f"field{number}" for number in range(9)]

    def lint(doc: Document) -> list[Diagnostic]:
        wrong = [name for name in names if f"{name}: old" in doc.text]
        return [
            found(doc, "a", name, (f"{name}: old", f"{name}: new" if name != "field4" else "field4: new\nmore: 1"))
            for name in wrong
        ]

    result = Made(lint).run("---\n" + "".join(f"{name}: old\n" for name in names) + "---\n")
    assert result.counts == {"a": 8}
    (left,) = result.left
    assert left.key_path == ("field4",)
    assert left.hint == "its fix was left out: it would change `more` too"


def test_two_fixes_that_only_together_do_harm() -> None:
    def lint(doc: Document) -> list[Diagnostic]:
        said = [
            found(doc, rule, rule, (f"{rule}: old", f"{rule}: new"))
            for rule in ("a", "b")
            if f"{rule}: old" in doc.text
        ]
        return said or [found(doc, "c", "c")]

    result = Made(lint).run("---\na: old\nb: old\nc: x\n---\n")
    assert result.counts == {"a": 1}
    assert [finding.rule for finding in result.left] == ["b"]


def test_rules_that_undo_one_another_end_where_they_began() -> None:
    made = both(replaces("a", "title", "one", "two"), replaces("b", "title", "two", "one"))
    for text in ("---\ntitle: one\n---\n", "---\ntitle: two\n---\n"):
        result = made.run(text)
        assert result.data.decode() == text
        assert result.counts == {}
        assert [finding.hint for finding in result.left] == ["its fix was left out: another one undoes it"]


def test_a_rule_that_never_ends_is_stopped() -> None:
    def grows(doc: Document) -> list[Diagnostic]:
        return [found(doc, f"a{len(doc.text)}", "title", ("title: ", "title: x"))]

    result = Made(grows).run("---\ntitle: one\n---\n")
    assert len(result.rounds) == 50


def test_very_many_fixes_that_fail_end() -> None:
    """Each is tried alone, of a file of a megabyte only some."""
    fields = "".join(f"field{number}: old\n" for number in range(1000))

    def lint(doc: Document) -> list[Diagnostic]:
        edits = [(at, Edit(at, at, "no: 1\n")) for at in range(4, 4 + len(fields), len(fields) // 1000)]
        finding = found(doc, "a", "field0")
        return [finding._replace(key_path=(f"field{at}",), fix=Fix("add it", (edit,), safe=True)) for at, edit in edits]

    result = Made(lint).run(f"---\n{fields}---\n{'x' * 1_000_000}\n")
    assert result.rounds == ()
    assert {finding.fix for finding in result.left} == {None}
    assert "take too long to prove" in result.left[-1].hint


def test_a_linter_that_crashes_on_the_result() -> None:
    def lint(doc: Document) -> list[Diagnostic]:
        if "two" in doc.text:
            raise RuntimeError("what is this")
        return [found(doc, "a", "title", ("one", "two"))]

    (left,) = Made(lint).run("---\ntitle: one\n---\n").left
    assert left.hint == "its fix was left out: it would fail: RuntimeError: what is this"


# -- what a fix may do

ALLOWED: dict[str, tuple[str, Callable[[Document], list[Diagnostic]], str]] = {
    "another name": ("---\nold: 1\nx: 2\n---\n", replaces("a", "old", "old", "new"), "---\nnew: 1\nx: 2\n---\n"),
    "a field that it names": (
        "---\na: 1\nb: 2\n---\n",
        replaces("a", "a", "a: 1\nb: 2", "a: 3\nb: 4", changes=(("b",),)),
        "---\na: 3\nb: 4\n---\n",
    ),
    "an item that goes": (
        "---\ntags: [a, b, c]\n---\n",
        lambda doc: [found(doc, "a", ("tags", 1), ("b, ", ""))] if "b" in doc.text else [],
        "---\ntags: [a, c]\n---\n",
    ),
    "an item that becomes several": (
        "---\ntags: ['a, b', c]\n---\n",
        lambda doc: [found(doc, "a", ("tags", 0), ("'a, b'", "a, b"))] if "'" in doc.text else [],
        "---\ntags: [a, b, c]\n---\n",
    ),
}


@pytest.mark.parametrize(("text", "rule", "expected"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(text: str, rule: Callable[[Document], list[Diagnostic]], expected: str) -> None:
    assert both(rule).run(text).data.decode() == expected


def test_another_name_with_another_value() -> None:
    result = both(replaces("a", "old", "old: 1", "new: 2")).run("---\nold: 1\n---\n")
    assert result.left[0].hint == "its fix was left out: it would change `new` too"


def test_another_item_than_the_named_one() -> None:
    def lint(doc: Document) -> list[Diagnostic]:
        return [found(doc, "a", ("tags", 1), ("a, ", ""))] if "a, " in doc.text else []

    (left,) = Made(lint).run("---\ntags: [a, b, c]\n---\n").left
    assert left.hint == "its fix was left out: it would change `tags` too"


# -- the real rules

REAL: dict[str, tuple[str, str]] = {
    "several rules, comments and quotes": (
        "---\ntitle: ' Rye bread '   # the loaf\ntags: [a, a, '', b]  # few\ndate: 2024/1/5\n---\nWords \n",
        "---\ntitle: 'Rye bread'   # the loaf\ntags: [a, b]  # few\ndate: 2024-01-05\n---\nWords \n",
    ),
    "CRLF": ("---\r\ndate: 2024/1/5\r\ntags: [a, a]\r\n---\r\n", "---\r\ndate: 2024-01-05\r\ntags: [a]\r\n---\r\n"),
    "CR": ("---\rdate: 2024/1/5\r---\rx\r", "---\rdate: 2024-01-05\r---\rx\r"),
    "a byte-order mark goes, line ends stay": ("\ufeff---\r\ntitle: a\r\n---\r\n", "---\r\ntitle: a\r\n---\r\n"),
    "TOML": ("+++\ntags = ['a', 'a'] # c\n+++\n", "+++\ntags = ['a'] # c\n+++\n"),
    "JSON": ('{\n  "tags": ["a", "a"]\n}\n', '{\n  "tags": ["a"]\n}\n'),
    "broken YAML, and what it hid": (
        '---\ntitle: Rye: a bread\ntags: [a, a]\ndescription: "It\'s "good""\n---\n',
        "---\ntitle: \"Rye: a bread\"\ntags: [a]\ndescription: 'It''s \"good\"'\n---\n",
    ),
    "an anchor that is used": ("---\na: &x [b, b]\ntags: *x\n---\n", "---\na: &x [b, b]\ntags: *x\n---\n"),
    "a block scalar beside": (
        "---\nd: |\n  a\n\n  b \ntags: [a, a]\n---\n",
        "---\nd: |\n  a\n\n  b \ntags: [a]\n---\n",
    ),
    "an emoji before": ("---\nt: 🍞🍞\ntags: [🍞, 🍞]\n---\n", "---\nt: 🍞🍞\ntags: [🍞]\n---\n"),
    "nothing to do": ("---\ntitle: a\n---\n", "---\ntitle: a\n---\n"),
    "no front matter": ("Words.\n", "Words.\n"),
    "no text": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), REAL.values(), ids=REAL)
def test_real_rules(text: str, expected: str) -> None:
    result = run(text)
    assert result.data.decode() == expected
    assert run(result.data).data == result.data


def test_rules_whose_fixes_are_not_wanted() -> None:
    text = "---\ntags: [a, a, '']\n---\n"
    assert run(text, unfixable=("duplicate-tag",)).data == b"---\ntags: [a, a]\n---\n"
    assert run(text, unfixable=("tag",)).data == text.encode()
    assert all(finding.fix is None for finding in run(text, unfixable=("all",)).left)


def test_bytes_that_are_no_text_stay() -> None:
    data = b"---\ntags: [a, a]\n---\n\xff\n"
    assert run(data).data == data


def test_very_many_findings_end() -> None:
    text = "---\ntags:\n" + "- bread\n" * 1500 + "---\n"
    assert run(text, select=("duplicate-tag",)).data == b"---\ntags:\n- bread\n---\n"
    numbers = "---\n" + "".join(f"key{n}: 012\n" for n in range(4000)) + "---\n"
    done = run(numbers, select=("leading-zero-number",))
    assert done.data.decode() == numbers.replace(" 012", ' "012"')
    assert done.left == ()


def test_places_in_bytes() -> None:
    data = "\ufeff---\r\nt: 面🍞\r\ntags: [a, 'ä', ä, a]\r\n---\r\n".encode()
    (first, second) = (
        finding.fix
        for finding in Linter(Settings(select=("duplicate-tag",))).lint(Document.from_bytes("a.md", data))
        if finding.fix
    )
    text = data.decode()[1:]
    for change in (first, second):
        for edit, (start, end) in zip(change.edits, change.byte_ranges, strict=True):
            assert data[start:end].decode() == text[edit.start : edit.end]
        lines = data.decode().split("\n")
        for edit, span, byte_span in zip(change.edits, change.spans, change.byte_spans, strict=True):
            assert (span.line, span.end_line) == (byte_span.line, byte_span.end_line)
            line = lines[span.line - 1]
            assert line[span.column - 1 : span.end_column - 1] == text[edit.start : edit.end]
            cut = slice(byte_span.column - 1, byte_span.end_column - 1)
            assert line.encode()[cut].decode() == text[edit.start : edit.end]


def test_places_in_bytes_that_are_those_in_characters() -> None:
    (finding,) = Linter(Settings(select=("duplicate-tag",))).lint(Document("a.md", "---\ntags: [a, a]\n---\n"))
    assert finding.fix is not None
    assert finding.fix.spans == ((2, 9, 2, 12),)
    assert finding.fix.byte_ranges == ()
    assert finding.fix.byte_spans == ()


def test_the_place_of_a_byte_order_mark() -> None:
    data = "\ufeff---\nt: ä\n---\n".encode()
    (finding,) = Linter(Settings(select=("byte-order-mark",))).lint(Document.from_bytes("a.md", data))
    assert finding.fix is not None
    assert finding.fix.byte_ranges == ((0, 3),)
    assert finding.fix.spans == ((1, 1, 1, 1),)
    assert finding.fix.byte_spans == ((1, 1, 1, 4),)
