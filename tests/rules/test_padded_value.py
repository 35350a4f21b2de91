import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "single spaces": "title: Rye bread",
    "spaces around it": "title:    Rye bread   # dark",
    "a sentence's end": "description: 'Rye bread.  It takes two days!  Or three?  Yes.'",
    "a separator": "separator: ' | '",
    "blank: for another rule": "title: '   '",
    "a block": "description: |\n  Rye   bread\n    and  wheat",
    "a folded text": "description: >-\n  Rye  bread",
    "over lines": "description: Rye\n  bread",
    "a no-break space": "title: 'Rye  bread'",
    "an ideographic space": "title: '　面包'",
    "a near miss: code in another field": "code: 'if  x'",
    "not text": "title: [3, null]\ntags: {a: 3}\nauthor:",
}
INVALID = {
    "before": ("title: ' Rye bread'", (2, 8, 2, 20), "title: 'Rye bread'"),
    "behind": ('title: "Rye bread  " # dark', (2, 8, 2, 21), 'title: "Rye bread" # dark'),
    "within": ("title: Rye   bread", (2, 8, 2, 19), "title: Rye bread"),
    "an item": ("tags: ['bread ', rye]", (2, 8, 2, 16), "tags: ['bread', rye]"),
    "in a mapping": ("cover:\n  url: '/rye.jpg '", (3, 8, 3, 19), "cover:\n  url: '/rye.jpg'"),
    "in a list's mapping": ("meta: [{name: ' author'}]", (2, 15, 2, 24), "meta: [{name: 'author'}]"),
    "CJK and emoji": ("title: ' 面包 🍞 '", (2, 8, 2, 16), "title: '面包 🍞'"),
    "an alias": ("title: &t ' Rye'\nname: *t", (2, 11, 2, 17), "title: &t ' Rye'\nname: *t"),
}


def page(fields: str, end: str) -> str:
    return f"---\n{fields}\n---\n".replace("\n", end)


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
def test_valid(fields: str) -> None:
    assert places("padded-value", page(fields, "\n")) == []


@pytest.mark.parametrize(("fields", "place", "after"), INVALID.values(), ids=INVALID)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_invalid(fields: str, place: tuple[int, int, int, int], after: str, end: str) -> None:
    assert places("padded-value", page(fields, end))[0] == place
    assert fixed("padded-value", page(fields, end)) == page(after, end)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("' a'", "`title` begins with a space"),
        ("'a '", "`title` ends with a space"),
        ("' a '", "`title` begins and ends with a space"),
        ("a  b", "`title` has several spaces in a row"),
    ],
)
def test_message(value: str, message: str) -> None:
    [found] = findings("padded-value", f"---\ntitle: {value}\n---\n")
    assert (found.message, found.severity) == (message, "info")


def test_other_formats() -> None:
    assert fixed("padded-value", "+++\ntitle = ' a'\ntags = ['b ']\n+++\n") == "+++\ntitle = 'a'\ntags = ['b']\n+++\n"
    assert fixed("padded-value", '{"title": " a"}\n') == '{"title": "a"}\n'


def test_option() -> None:
    assert places("padded-value", "---\ntitle: a  b\ncode: a  b\n---\n", fields=("code",)) == [(3, 7, 3, 11)]


def test_a_template_says_how_a_text_begins() -> None:
    content = '---\nname: Bug\ntitle: "[Bug] "\n---\n'
    assert places("padded-value", content, path=".github/ISSUE_TEMPLATE/bug.md") == []
    assert places("padded-value", content, path="bug.md") == [(3, 8, 3, 16)]
