import pytest

from mdlint.testing import findings, places

VALID = {
    "complete": "---\nmeta: [{name: author, content: Ada}]\n---\n",
    "names of other kinds": (
        "---\nmeta: [{name: a, content: b}, {property: 'og:type', content: c}, {charset: utf-8}, {http-equiv: d, content: e}]\n---\n"
    ),
    "a number": "---\nmeta: [{name: revisit-after, content: 7}]\n---\n",
    "a date": "---\nmeta: [{name: date, content: 2024-01-05}]\n---\n",
    "a list of another shape": "---\nmeta: [{label: a, value: b}, c, null]\n---\n",
    "a mapping": "---\nmeta: {name: author}\n---\n",
    "a text": "---\nmeta: author\n---\n",
    "empty": "---\nmeta: []\n---\n",
    "null": "---\nmeta:\n---\n",
    "of another field": "---\nhead: {meta: [{name: author}]}\n---\n",
    "no front matter": "meta: [{name: a}]\n",
}
INVALID = {
    "no content": ("---\nmeta:\n- name: author\n---\n", [(3, 3, 3, 7)]),
    "no name": ("---\nmeta:\n- content: Ada\n---\n", [(3, 3, 3, 10)]),
    "null content": ("---\nmeta:\n- name: author\n  content:\n---\n", [(4, 3, 4, 10)]),
    "blank content": ("---\nmeta:\n- name: author\n  content: ' '\n---\n", [(4, 12, 4, 15)]),
    "blank name": ("---\nmeta:\n- {name: '', content: Ada}\n---\n", [(3, 10, 3, 12)]),
    "both blank": ("---\nmeta:\n- {name: '', content: ''}\n---\n", [(3, 10, 3, 12), (3, 23, 3, 25)]),
    "a mapping for text": ("---\nmeta: [{name: author, content: {id: 7}}]\n---\n", [(2, 32, 2, 39)]),
    "a list for text": ("---\nmeta: [{name: author, content: [a, b]}]\n---\n", [(2, 32, 2, 38)]),
    "a name that is no text": ("---\nmeta: [{name: [], content: a}, {name: 3, content: a}]\n---\n", [(2, 15, 2, 17), (2, 39, 2, 40)]),
    "no mapping": ("---\nmeta: [{name: author, content: Ada}, rye]\n---\n", [(2, 38, 2, 41)]),
    "null entry": ("---\nmeta:\n- name: author\n  content: Ada\n- ~\n---\n", [(5, 3, 5, 4)]),
    "behind emoji": ("---\n🍞: a\nmeta: [{name: 作者, content: ''}]\n---\n", [(3, 28, 3, 30)]),
    "CRLF": ("---\r\nmeta:\r\n- name: author\r\n  content: ''\r\n---\r\n", [(4, 12, 4, 14)]),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("meta-entry", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("meta-entry", content) == expected


def test_messages() -> None:
    content = "---\nmeta: [{name: a}, {content: ''}, {name: [], content: b}, c]\n---\n"
    assert [(f.key_path, f.message) for f in findings("meta-entry", content)] == [
        (("meta", 0, "content"), "`meta[0]` has no `content`"),
        (("meta", 1, "name"), "`meta[1]` has no `name`"),
        (("meta", 1, "content"), "`meta[1].content` is empty"),
        (("meta", 2, "name"), "`meta[2].name` is not text"),
        (("meta", 3), "`meta[3]` is no entry with a `name` and a `content`"),
    ]
