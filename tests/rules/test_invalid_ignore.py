import pytest

from mdlint.testing import findings, places

VALID = {
    "well written": "---\na: 1  # mdlint: ignore[empty-title]\nb: 1  #mdlint:ignore-file [empty-title]: old\n---\n",
    "without brackets": "---\na: 1  # mdlint: ignore\nb: 1  # mdlint: ignore -- old\nc: 1  # mdlint: ignore # old\n---\n",
    "a remark": "---\na: 1  # mdlint: checked before each release\n---\n<!-- mdlint: see the docs -->\n",
    "no comment": "---\ntitle: 'mdlint: disable'\n---\nmdlint: disable\n",
    "code": "---\na: 1\n---\n\n    <!-- mdlint: disable -->\n",
    "never closed": "---\na: 1\n---\n<!-- mdlint: disable\n",
    "ignored": "---\na: 1  # mdlint: disable\n# mdlint: ignore-file[invalid-ignore]\n---\n",
}
INVALID = {
    "no brackets": ("# mdlint: ignore empty-title", (2, 1, 2, 17), "what follows is not in brackets"),
    "other brackets": ("# mdlint: ignore(empty-title)", (2, 1, 2, 17), "what follows is not in brackets"),
    "a colon": ("# mdlint: ignore: empty-title", (2, 1, 2, 17), "what follows is not in brackets"),
    "an open bracket": ("# mdlint: ignore[empty-title", (2, 1, 2, 29), "its bracket is never closed"),
    "empty brackets": ("# mdlint: ignore[ ]", (2, 1, 2, 20), "`mdlint: ignore` names no rule"),
    "another word": ("# mdlint: disable empty-title", (2, 1, 2, 18), "`mdlint: disable` ignores nothing"),
    "misspelled": ("# mdlint: ingore[empty-title]", (2, 1, 2, 17), "`mdlint: ingore` ignores nothing"),
    "of a line": (
        "# mdlint: ignore-next-line[empty-title]",
        (2, 1, 2, 27),
        "`mdlint: ignore-next-line` ignores nothing",
    ),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("invalid-ignore", content) == []


@pytest.mark.parametrize(("comment", "place", "message"), INVALID.values(), ids=INVALID)
def test_invalid(comment: str, place: tuple[int, int, int, int], message: str) -> None:
    content = f"---\n{comment}\ntitle: a\n---\n"
    (found,) = findings("invalid-ignore", content)
    assert message in found.message
    assert places("invalid-ignore", content) == [place]


def test_too_many_words() -> None:
    (found,) = findings("invalid-ignore", f"---\na: 1  # mdlint: ignore[{'empty-title, ' * 201}]\n---\n")
    assert found.message == "`mdlint: ignore` ignores nothing: it names more than 200 rules"


def test_many_comments_that_never_end() -> None:
    assert places("invalid-ignore", "<!-- mdlint: disable " * 20_000) == []


def test_in_the_text() -> None:
    assert places("invalid-ignore", "Text\n\n<!--\nmdlint: disable\n-->\n{/* mdlint: ignore x */}\n") == [
        (3, 1, 5, 4),
        (6, 1, 6, 25),
    ]
