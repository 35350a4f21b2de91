import pytest

from mdlint.testing import places

VALID = {
    "a real name": "---\nauthor: Johanna Doering\n---\n",
    "a name like it": "---\nauthors: [John Doerr, Jane Doeg]\n---\n",
    "a title": "---\ntitle: Who was John Doe?\ndescription: John Doe\n---\n",
    "a longer text": "---\nauthor: John Doe of the National Archives\n---\n",
    "a song's title": "---\ntitle: Your Name\n---\n",
    "not text": "---\nauthor: {id: 3}\nauthors: [1, null, []]\nmeta: [author, {name: author}, {name: [], content: John Doe}]\n---\n",
    "in the body": "---\ntitle: Bread\n---\nby John Doe\n",
    "another field": "---\nreviewer: John Doe\n---\n",
    "Chinese": "---\nauthor: 张三丰\n---\n",
}
INVALID = {
    "John Doe": ("---\nauthor: John Doe\n---\n", (2, 9, 2, 17)),
    "in other letters": ("---\nauthor: 'JOHN DOE'\n---\n", (2, 9, 2, 19)),
    "Your Name": ("---\nauthor: '[Your Name]'\n---\n", (2, 9, 2, 22)),
    "in a list": ("---\nauthors: [Ada Lindqvist, Jane Doe]\n---\n", (2, 26, 2, 34)),
    "with a name": ("---\nauthor: {name: Max Mustermann}\n---\n", (2, 16, 2, 30)),
    "in a list with a name": ("---\nauthors:\n  - name: John Doe\n    url: /john\n---\n", (3, 11, 3, 19)),
    "once where meta repeats it": (
        "---\nauthor: John Doe\nmeta: [{name: author, content: John Doe}]\n---\n",
        (2, 9, 2, 17),
    ),
    "in meta alone": ("---\nmeta: [{name: author, content: John Doe}]\n---\n", (2, 32, 2, 40)),
    "Chinese": ("---\nauthor: 张三\n---\n", (2, 9, 2, 11)),
    "TOML": ('+++\nauthor = "John Doe"\n+++\n', (2, 10, 2, 20)),
    "CRLF": ("---\r\n🍞: 1\r\nauthor: John Doe\r\n---\r\n", (3, 9, 3, 17)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("dummy-author", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("dummy-author", content) == [place]


@pytest.mark.parametrize("path", ["exampleSite/content/post.md", "archetypes/default.md", "examples/blog/src/a.md"])
def test_samples_are_left_alone(path: str) -> None:
    assert places("dummy-author", "---\nauthor: John Doe\n---\n", path=path) == []


def test_option() -> None:
    assert places("dummy-author", "---\nauthor: John Doe\nby: Jane Doe\n---\n", fields=("by",)) == [(3, 5, 3, 13)]
