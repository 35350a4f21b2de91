import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdlint.front_matter.fences import Fences, find_fences


def parts(text: str) -> tuple[str, str, str | None, str] | None:
    """The format, the text between the fences, the closing fence and the body."""
    fences = find_fences(text)
    if fences is None:
        return None
    close = None if fences.close is None else text[slice(*fences.close)]
    return fences.format, text[slice(*fences.content)], close, text[fences.body :]


FOUND = {
    "LF": ("---\na: 1\n---\nbody\n", ("yaml", "a: 1\n", "---", "body\n")),
    "CRLF": ("---\r\na: 1\r\n---\r\nbody\r\n", ("yaml", "a: 1\r\n", "---", "body\r\n")),
    "CR": ("---\ra: 1\r---\rbody\r", ("yaml", "a: 1\r", "---", "body\r")),
    "CR within LF": ("---\na: 1\r---\nbody\n---\n", ("yaml", "a: 1\r", "---", "body\n---\n")),
    "blanks behind fences": ("--- \t\na: 1\n---\t \nbody", ("yaml", "a: 1\n", "---", "body")),
    "closed by dots": ("---\na: 1\n...\nbody\n---\n", ("yaml", "a: 1\n", "...", "body\n---\n")),
    "dots in the body": ("---\na: 1\n---\n...\n", ("yaml", "a: 1\n", "---", "...\n")),
    "at the end of the file": ("---\na: 1\n---", ("yaml", "a: 1\n", "---", "")),
    "nothing between": ("---\n---\nbody", ("yaml", "", "---", "body")),
    "a blank line between": ("---\n\n---\nbody", ("yaml", "\n", "---", "body")),
    "a comment only": ("---\n# note\n---\n", ("yaml", "# note\n", "---", "")),
    "a blank line, then a field": ("---\n\ntitle: x\n---\n", ("yaml", "\ntitle: x\n", "---", "")),
    "a blank line, a comment, fields": ("---\n\n# c\nTitle: x\nDate: y\n---\n", ("yaml", "\n# c\nTitle: x\nDate: y\n", "---", "")),
    "text": ("---\nwords\n---\n", ("yaml", "words\n", "---", "")),
    "an indented field": ("---\n  a: 1\n---\n", ("yaml", "  a: 1\n", "---", "")),
    "dashes that are no fence": ("---\na: 1\n----\n--- x\n - ---\n---\n", ("yaml", "a: 1\n----\n--- x\n - ---\n", "---", "")),
    "U+2028 ends no line": ("---\na: x\u2028---\n---\n", ("yaml", "a: x\u2028---\n", "---", "")),
    "blank lines before": ("\n \r\n---\na: 1\n---\nb", ("yaml", "a: 1\n", "---", "b")),
    "TOML": ("+++\na = 1\n+++\nbody", ("toml", "a = 1\n", "+++", "body")),
    "TOML with a table first": ("+++\n\n[a]\nb = 1\n+++\n", ("toml", "\n[a]\nb = 1\n", "+++", "")),
    "TOML with dashes": ("+++\na = '''\n---\n'''\n+++\n", ("toml", "a = '''\n---\n'''\n", "+++", "")),
    "JSON": ('{\n"a": 1\n}\n', ("json", '{\n"a": 1\n}\n', None, "")),
    "never closed": ("---\ntitle: x\n\n## Body\n", ("yaml", "title: x\n\n## Body\n", None, "")),
    "never closed, long dashes": ("---\ntitle: x\n----\ntext", ("yaml", "title: x\n----\ntext", None, "")),
    "never closed, two fields": ("---\nTitle: x\nDate: y\n\ntext\n", ("yaml", "Title: x\nDate: y\n\ntext\n", None, "")),
    "never closed TOML": ("+++\ntitle = 'x'\n", ("toml", "title = 'x'\n", None, "")),
}  # fmt: skip
NOT_FOUND = {
    "nothing": "",
    "text": "# Title\n",
    "a fence and no more": "---",
    "a thematic break": "---\n\nwords\n",
    "two thematic breaks": "---\n\nwords\n\n---\n",
    "a break, then a heading": "---\n\n# Title\n\n---\n",
    "a break, then a sentence with a colon": "---\n\nHere is what we know: little.\n\n---\n",
    "a break, then a label": "---\n\nNote: see below.\n\nMore words.\n\n---\n",
    "a break and no other": "---\nNote: see below.\n\nMore words.\n",
    "a setext heading": "Title\n---\n\na: 1\n---\n",
    "other dashes": "----\na: 1\n----\n",
    "a language behind the fence": "---js\n{ a: 1 }\n---\n",
    "indented": " ---\na: 1\n---\n",
    "blank lines, then a break": "\n\n---\nwords\n---\n",
    "a template": "{{ page.title }}\n",
    "an attribute list": "{: .note }\n",
    "U+2028 is no line end": "---\u2028a: 1\u2028---\u2028",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_found(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(text: str) -> None:
    assert parts(text) is None


def test_places() -> None:
    assert find_fences("\n---\na: 1\n--- \n\nb") == Fences("yaml", (1, 4), (5, 10), (10, 13), 15)


LINES = st.sampled_from(
    ["---", "--- ", "...", "+++", "a: 1", "Note: b", "a = 1", "# c", "", " ", "words", "{", '"a": 1', "----"]
)


@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@example(lines=["", "", "words"], line_end="\r\n", ends=True)
def test_line_ends_make_no_difference(lines: list[str], line_end: str, ends: bool) -> None:
    def of(end: str) -> tuple[str, str, str | None, str] | None:
        found = parts(end.join(lines) + (end if ends else ""))
        return found and (found[0], found[1].replace(end, "\n"), found[2], found[3].replace(end, "\n"))

    assert of(line_end) == of("\n")


@given(st.text(st.sampled_from('-+.{}"a: =#\n\r\t \u2028'), max_size=40))
def test_offsets_are_in_order(text: str) -> None:
    fences = find_fences(text)
    if fences is not None:
        close = fences.close or (fences.content[1], fences.content[1])
        places = (0, *fences.open, *fences.content, *close, fences.body, len(text))
        assert fences.format == "json" or list(places) == sorted(places)


SLOW = {
    "blank lines with CRLF": "\r\n" * 200_000 + "x",
    "blank lines": "\n" * 1_000_000,
    "spaces": "---\n" + " " * 1_000_000,
    "comments": "---\n" + "# c\r\n" * 200_000,
    "a long line": "---\n" + "a " * 1_000_000,
    "names": "---\n\n" + ("a " * 30 + "\n") * 30_000,
    "almost fences": "---\na: 1\n" + "\n---x" * 300_000,
    "blanks behind a fence": "---\na: 1\n" + ("\n---" + " " * 1000 + "x") * 1000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_long_texts_are_read_in_linear_time(text: str) -> None:
    started = time.perf_counter()
    find_fences(text)
    assert time.perf_counter() - started < 2
