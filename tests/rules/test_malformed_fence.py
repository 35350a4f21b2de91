import time

import pytest

import mdlint
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "YAML": "---\ntitle: a\n---\n",
    "TOML": "+++\ntitle = 'a'\n+++\n",
    "JSON": '{"title": "a"}\n',
    "closed by dots": "---\ntitle: a\n...\n",
    "blanks behind": "--- \ntitle: a\n---\t\n",
    "dashes in the body": "---\ntitle: a\n---\n\nMix.\n\n----\n\n --- x\n",
    "dashes in a block": "---\ntitle: |\n  a\n  ---\n  b\n  --- c\n---\n",
    "never closed": "---\ntitle: a\n\nMix.\n",
    "fields behind the dashes": "---\ntitle: a\n----\ndate: b\n",
    "a rule in a block, never closed": "---\ntitle: |\n  a\n  ---\n  b\n\nMix.\n",
    "a heading": "Note: a\n----\n\nb: c\n----\n",
    "no front matter": "----\nRye bread.\n----\n",
    "long dashes around a sentence": "----\nNote: this is all.\n----\n",
    "long dashes around a note": "----\nnote: this is\nall of it, and so on\n----\n",
    "long dashes without an end": "----\ntitle: a\n",
    "a blank line behind": "----\n\ntitle: a\n\n----\n",
    "a list": "- title: a\n  date: b\n-\n",
    "a table": "--- | ---\ntitle: a | b\n--- | ---\n",
    "code by indentation": "    ---\n    title: a\n    ---\n",
    "code by a tab": "\t---\ntitle: a\n---\n",
    "a language alone": "---js\n",
}
INVALID = {
    "long dashes": ("----\ntitle: a\n----\n", (1, 1, 1, 5), "---\ntitle: a\n---\n"),
    "long opening": ("-----\ntitle: 面包\n---\n", (1, 1, 1, 6), "---\ntitle: 面包\n---\n"),
    "two dashes": ("--\ntitle: a\n--\n", (1, 1, 1, 3), "---\ntitle: a\n---\n"),
    "one long dash": ("—\ntitle: a\n—\n", (1, 1, 1, 2), "---\ntitle: a\n---\n"),
    "a longer one": ("⸻\n\nTitle: a\nAuthor: b\n⸻\n", (1, 1, 1, 2), "---\n\nTitle: a\nAuthor: b\n---\n"),
    "long pluses": ("++++++\ntitle = 'a'\n++++++\n", (1, 1, 1, 7), "+++\ntitle = 'a'\n+++\n"),
    "both indented": (" ---\ntitle: a\n ---\n", (1, 1, 1, 2), "---\ntitle: a\n---\n"),
    "the opening indented": ("  ---\r\ntitle: a\r\n---\r\n", (1, 1, 1, 3), "---\r\ntitle: a\r\n---\r\n"),
    "below blank lines": ("\n----\ntitle: a\n----\n", (2, 1, 2, 5), "\n---\ntitle: a\n---\n"),
    "a comment behind": ("--- # c\ntitle: a\n---\n", (1, 5, 1, 8), "---\n# c\ntitle: a\n---\n"),
    "a field behind": ("---title: a\r\nb: 1\r\n---\r\n", (1, 4, 1, 12), "---\r\ntitle: a\r\nb: 1\r\n---\r\n"),
    "text behind": ("--- recipe\ntitle: a\n---\n", (1, 5, 1, 11), None),
    "YAML by name": ("---yaml\ntitle: a\n---\n", (1, 1, 1, 8), "---\ntitle: a\n---\n"),
    "JSON by name": ('--- json\n{"title": "a"}\n---\n', (1, 1, 1, 9), '---\n{"title": "a"}\n---\n'),
    "TOML by name": ("---toml\ntitle = 'a'\n---\n", (1, 1, 1, 8), None),
    "JavaScript": ("---js\n{ title: a() }\n---\n", (1, 1, 1, 6), None),
    "a long closing": ("---\ntitle: 😀\n----\n\nMix.\n", (3, 1, 3, 5), "---\ntitle: 😀\n---\n\nMix.\n"),
    "a long closing, a line below": ("---\na: b\n----\nMix.\n\n---\n", (3, 1, 3, 5), "---\na: b\n---\nMix.\n\n---\n"),
    "an indented closing": ("---\r\na: b\r\n ---\r\nMix.\r\n", (3, 1, 3, 2), "---\r\na: b\r\n---\r\nMix.\r\n"),
    "a closing with text": ("---\na: b\n--- Mix.\n", (3, 5, 3, 9), "---\na: b\n---\nMix.\n"),
    "a closing with text, a line below": ("---\na: b\n---# M\n\n---\n", (3, 4, 3, 7), "---\na: b\n---\n# M\n\n---\n"),
    "closed by pluses": ("---\na: b\n+++\n", (3, 1, 3, 4), "---\na: b\n---\n"),
    "TOML closed by dashes": ("+++\na = 'b'\n---\nMix.\n", (3, 1, 3, 4), "+++\na = 'b'\n+++\nMix.\n"),
    "two dashes at the end": ("---\na: b\n--", (3, 1, 3, 3), "---\na: b\n---"),
    "a dash in a block before": (
        "---\na: |\n  b\n  --\n  c\n----\nMix.\n",
        (6, 1, 6, 5),
        "---\na: |\n  b\n  --\n  c\n---\nMix.\n",
    ),
    "a lone CR": ("---\ra: b\r----\rMix.\r", (3, 1, 3, 5), "---\ra: b\r---\rMix.\r"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("malformed-fence", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str | None) -> None:
    assert places("malformed-fence", content) == [place]
    assert fixed("malformed-fence", content) == (repaired or content)
    if repaired is not None:
        before, after = Document("a.md", content), Document("a.md", repaired)
        assert before.data == after.data != {}
        assert before.body.strip() == after.body.strip()


def test_nothing_else_is_said() -> None:
    for content in ("----\nauthor: a\n----\n", "---\nauthor: a\n----\nMix.\n\n---\n", "---js\n{ author: a() }\n---\n"):
        assert [f.rule for f in Linter(Settings()).lint(Document("a.md", content))] == ["malformed-fence"]


def test_fields_are_checked() -> None:
    assert places("empty-title", "----\ntitle: ''\n----\n") == [(2, 8, 2, 10)]
    assert places("empty-title", "---\ntitle: ''\n----\nMix: it.\n") == [(2, 8, 2, 10)]


def test_languages() -> None:
    content = '---json\n{"title": "a"}\n---\n'
    assert places("malformed-fence", content, languages=("json",)) == []
    assert places("malformed-fence", content, languages=("js",)) != []
    assert places("malformed-fence", content, config="generator = 'eleventy'") == []
    assert places("malformed-fence", "----\ntitle: a\n----\n", config="generator = 'eleventy'") != []
    (found,) = findings("malformed-fence", "---js\n{ title: a() }\n---\n")
    assert found.message == "`---js` makes some generators run the front matter as code; others do not read it"


SLOW = {
    "fences that are none": "---\ntitle: a\n" + "--- x\ny: z\n" * 20_000,
    "long dashes": "-" * 200_000 + "\ntitle: a\n",
    "openings": "----\n" * 50_000,
    "comments": "<!-- " * 50_000,
    "blank lines": " \n" * 100_000 + "----\n",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_long_texts_are_read_in_linear_time(text: str) -> None:
    started = time.perf_counter()
    Document("a.md", text)
    assert time.perf_counter() - started < 2


JSON = {
    "tabs, as JSON may have them": ('{\n\t"title": "",\n\t"tags": ["a"]\n}', [("empty-title", 3, 11)]),
    "a blank line above": ('\n{ "title": "" }\n', [("empty-title", 3, 12)]),
    "a comma too many": ('{\n  "title": "x",\n}', [("json-syntax", 3, 15)]),
    "a comment": ('{\n  // c\n  "title": "x"\n}', [("json-syntax", 3, 3)]),
    "names without quotes": ("{\n  title: 'x'\n}", [("json-syntax", 3, 3)]),
    "more behind it": ('{ "title": "x" }\ndate: 1', [("json-syntax", 3, 1)]),
    "fields of YAML": ("title: ''", [("empty-title", 2, 8)]),
}


@pytest.mark.parametrize(("content", "expected"), JSON.values(), ids=JSON)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_json_by_name_is_read_as_such(content: str, expected: list[tuple[str, int, int]], end: str) -> None:
    text = f"---json\n{content}\n---\n\nRye\n".replace("\n", end)
    found = mdlint.lint_text(text, settings=mdlint.Settings(generator="eleventy"))
    assert [(one.rule, one.span.line, one.span.column) for one in found] == expected


def test_json_becomes_yaml_where_that_says_the_same() -> None:
    assert mdlint.fix_text('---json\n{ "title": "Rye" }\n---\n')[0] == '---\n{ "title": "Rye" }\n---\n'
