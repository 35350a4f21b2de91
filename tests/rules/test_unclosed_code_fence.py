import pytest

from mdlint.testing import findings, places

VALID = {
    "closed": "# Rye\n\n```sh\nbake\n```\n",
    "closed with more": "```sh\nbake\n`````\n",
    "closed at the end": "```sh\nbake\n```",
    "closed by the end of a list": "- bake:\n\n  ```sh\n  bake\n\nEat.\n",
    "in a list": "- bake:\n\n  ```sh\n  bake\n  ```\n",
    "one in another": "````md\n```sh\nbake\n```\n````\n",
    "tildes": "~~~\n```\n~~~\n",
    "backticks in a line": "What ``` means, and ```` too\n",
    "code in a line": "```bake```\n",
    "indented code": "Bake:\n\n    ```sh\n    bake\n",
    "in the front matter": "---\na: |\n  ```\n---\nText\n",
    "nothing": "",
}
INVALID = {
    "at the end": ("# Rye\n\n```sh\nbake\n", (3, 1, 3, 6)),
    "only its first line": ("Bake:\n\n```", (3, 1, 3, 4)),
    "with blanks behind it": ("---\ntitle: 🍞\n---\n```sh  \nbake\n\n\n", (4, 1, 4, 6)),
    "closed with fewer": ("````md\nbake\n```\n", (1, 1, 1, 7)),
    "closed with a language": ("```sh\nbake\n```sh\n", (1, 1, 1, 6)),
    "one in another": ("```md\n```sh\nbake\n```\n面包\n```\n", (6, 1, 6, 4)),
    "tildes": ("~~~\nbake\n```\n", (1, 1, 1, 4)),
    "indented": ("a\n\n  ```\n  bake\n", (3, 3, 3, 6)),
    "CRLF": ("a\r\n\r\n```sh\r\nbake\r\n", (3, 1, 3, 6)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unclosed-code-fence", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("unclosed-code-fence", content) == [place]


def test_words() -> None:
    (found,) = findings("unclosed-code-fence", "````md\nbake\n")
    assert found.message == "the text ends inside this code fence"
    assert found.hint.startswith("close it with a line of 4 backticks")
