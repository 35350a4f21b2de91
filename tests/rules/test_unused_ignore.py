from typing import Any

import pytest

from mdlint.testing import findings, fixed, places

ALSO: dict[str, Any] = {
    "config": "extend-select = ['empty-title', 'empty-tag', 'placeholder-section', 'missing-field']"
}

VALID = {
    "used at the end of the line": "---\ntitle: ''  # mdlint: ignore[empty-title]\n---\n",
    "used on the line above": "---\n# mdlint: ignore[empty-title]\ntitle: ''\n---\n",
    "used for the file": "---\ntitle: ''\n# mdlint: ignore-file[empty-title]\n---\n",
    "used by its group": "---\ntitle: ''  # mdlint: ignore[placeholder]\n---\n",
    "used for all": "---\ntitle: ''  # mdlint: ignore\n---\n",
    "a rule that is off": "---\ntitle: a  # mdlint: ignore[merge-key]\n---\n",
    "a group that is off": "---\ntitle: a  # mdlint: ignore[yaml]\n---\n",
    "all, when some are selected": "---\ntitle: a  # mdlint: ignore\n---\n",
    "a rule of the schema without one": "---\ntitle: a\n# mdlint: ignore-file[missing-field]\n---\n",
    "an unknown rule": "---\ntitle: a  # mdlint: ignore[empty-titel]\n---\n",
    "front matter that cannot be read": "---\ntitle: [a\n# mdlint: ignore-file[empty-title]\n---\n",
    "a field that cannot be read": "---\ntitle: 'a\ntags: []  # mdlint: ignore[empty-title]\n---\n",
    "text of a value": "---\ntitle: 'a # mdlint: ignore[empty-title]'\n---\n",
    "text of a block": "---\ntext: |\n  # mdlint: ignore[empty-title]\n---\n",
    "code": "---\ntitle: a\n---\n\n```md\n<!-- mdlint: ignore[empty-title] -->\n```\n",
    "code in a line": "---\ntitle: a\n---\n\nWrite `<!-- mdlint: ignore[empty-title] -->`.\n",
    "no comment": "---\ntitle: a\n---\n\nmdlint: ignore[empty-title]\n",
    "json": '{"title": "# mdlint: ignore[empty-title]"}\n',
    "ignored itself": "---\ntitle: a  # mdlint: ignore[empty-title, unused-ignore]\n---\n",
    "ignored in the file": "---\n# mdlint: ignore-file[unused-ignore]\ntitle: a  # mdlint: ignore[empty-title]\n---\n",
}
INVALID = {
    "nothing to ignore": ("---\ntitle: a  # mdlint: ignore[empty-title]\n---\n", (2, 11, 2, 40)),
    "in a file": ("---\ntitle: a\n# mdlint: ignore-file[empty-title] old\n---\n", (3, 1, 3, 35)),
    "another line": ("---\ntitle: ''\ntags: []  # mdlint: ignore[empty-title]\n---\n", (3, 11, 3, 40)),
    "below a comment": ("---\ntitle: ''\n# mdlint: ignore[empty-title]\n---\n", (3, 1, 3, 30)),
    "one of two": ("---\ntitle: ''  # mdlint: ignore[empty-title, empty-tag]\n---\n", (2, 12, 2, 52)),
    "twice": ("---\ntitle: ''  # mdlint: ignore[empty-title, empty-title]\n---\n", (2, 12, 2, 54)),
    "toml": ('+++\ntitle = "a"# mdlint:ignore[empty-title]\n+++\n', (2, 12, 2, 40)),
    "html": ("---\ntitle: a\n---\n\nText <!-- mdlint: ignore[empty-title] -->\n", (5, 6, 5, 42)),
    "jsx": ("---\ntitle: a\n---\n\n{/* mdlint: ignore[empty-title] */}\n", (5, 1, 5, 36)),
    "no front matter": ("<!-- mdlint: ignore-file[empty-title] -->\n", (1, 1, 1, 42)),
}
FIXES = {
    "behind a value": ("title: a  # mdlint: ignore[empty-title]\n", "title: a\n"),
    "with a reason": ("title: a  # mdlint: ignore[empty-title] not yet\n", "title: a\n"),
    "behind another comment": ("title: a  # old # mdlint: ignore[empty-title]\n", "title: a  # old\n"),
    "before another comment": ("title: a  # mdlint: ignore[empty-title]  # old\n", "title: a  # old\n"),
    "alone": ("# mdlint: ignore[empty-title]\ntitle: a\n", "title: a\n"),
    "alone, before another comment": ("# mdlint: ignore[empty-title] # old\ntitle: a\n", "# old\ntitle: a\n"),
    "one of two": (
        "title: ''  # mdlint: ignore[empty-tag,empty-title] no\n",
        "title: ''  # mdlint: ignore[empty-title] no\n",
    ),
    "a repeated one": (
        "title: ''  # mdlint: ignore[empty-title, empty-title]\n",
        "title: ''  # mdlint: ignore[empty-title]\n",
    ),
}
BODIES = {
    "behind text": ("A <!-- mdlint: ignore[empty-title] -->\n", "A\n"),
    "within text": ("A <!-- mdlint: ignore[empty-title] --> b\n", "A b\n"),
    "before text": ("<!-- mdlint: ignore[empty-title] --> b\n", None),
    "alone between blank lines": ("A\n\n<!-- mdlint: ignore[empty-title] -->\n\nB\n", "A\n\nB\n"),
    "above a block": ("A\n\n<!-- mdlint: ignore[empty-title] -->\nB\n", "A\n\nB\n"),
    "below a block": ("A\n<!-- mdlint: ignore[empty-title] -->\n\nB\n", "A\n\nB\n"),
    "between two": ("A\n<!-- mdlint: ignore[empty-title] -->\nB\n", "A\n\nB\n"),
    "the last line": ("A\n\n<!-- mdlint: ignore[empty-title] -->", "A\n\n"),
    "with CRLF": ("A\r\n\r\n<!-- mdlint: ignore[empty-title] -->\r\nB\r\n", "A\r\n\r\nB\r\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    found = findings("unused-ignore", content, **ALSO)
    assert [one for one in found if one.rule == "unused-ignore"] == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert place in places("unused-ignore", content, **ALSO)


@pytest.mark.parametrize(("before", "after"), FIXES.values(), ids=FIXES)
def test_fixes(before: str, after: str) -> None:
    assert fixed("unused-ignore", f"---\n{before}---\n", **ALSO) == f"---\n{after}---\n"


@pytest.mark.parametrize(("before", "after"), BODIES.values(), ids=BODIES)
def test_fixes_in_the_text(before: str, after: str | None) -> None:
    head = "---\ntitle: a\n---\n\n"
    assert fixed("unused-ignore", head + before, **ALSO) == head + (before if after is None else after)


def test_messages() -> None:
    one, two = findings(
        "unused-ignore", "---\ntitle: ''  # mdlint: ignore[placeholder, empty-tag, empty-title]\na: 1 # mdlint: ignore[empty-title]\n---\n", **ALSO
    )  # fmt: skip
    assert (one.message, one.hint) == ("there is nothing to ignore for `empty-tag`", "remove `empty-tag`")
    assert (two.message, two.hint) == ("there is nothing to ignore for `empty-title`", "remove the comment")


def test_a_rule_of_the_schema_is_judged_with_one() -> None:
    content = "---\ntitle: a\n# mdlint: ignore-file[missing-field]\n---\n"
    config = ALSO["config"] + "\nrequired = ['title']"
    assert [found.rule for found in findings("unused-ignore", content, config=config)] == ["unused-ignore"]
