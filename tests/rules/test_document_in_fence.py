import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "an example below a text": "Write:\n\n```markdown\n# Rye\n```\n",
    "an example above a text": "```markdown\n# Rye\n```\n\nThis is a heading.\n",
    "two examples": "```markdown\n# Rye\n```\n\n```markdown\n# Wheat\n```\n",
    "an example, then code": "```markdown\n# Rye\n```\n\ntext\n\n```\ncode\n```\n",
    "other code": "```mermaid\n# Rye\n```\n",
    "a table in a fence": "---\ntitle: a\n---\n```markdown\n| a | b |\n```\n",
    "never closed": "```markdown\n# Rye\n",
    "an example that holds code": "````markdown\n# Rye\n\n```sh\nbake\n```\n````\n\nThis is a page.\n",
    "an empty one": "```markdown\n```\n",
    "only the fence": "```markdown",
    "nothing": "",
}
INVALID = {
    "front matter and all": (
        "```markdown\n---\ntitle: a\n---\nMix.\n```\n",
        (1, 1, 1, 12),
        "---\ntitle: a\n---\nMix.\n\n",
    ),
    "the body": (
        "---\ntitle: a\n---\n\n```md\n# 面包 🍞\n\nMix.\n```",
        (5, 1, 5, 6),
        "---\ntitle: a\n---\n\n# 面包 🍞\n\nMix.\n",
    ),
    "with code inside": (
        "```markdown\n# Rye\n\n```sh\nbake\n```\n\nEat.\n```\n",
        (1, 1, 1, 12),
        "# Rye\n\n```sh\nbake\n```\n\nEat.\n\n",
    ),
    "tildes": ("~~~markdown\n# Rye\n~~~\n", (1, 1, 1, 12), "# Rye\n\n"),
    "CRLF": ("```Markdown \r\n# Rye\r\n\r\nMix.\r\n```\r\n", (1, 1, 1, 13), "# Rye\r\n\r\nMix.\r\n\r\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("document-in-fence", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("document-in-fence", content) == [place]
    assert fixed("document-in-fence", content) == repaired
    assert places("document-in-fence", repaired) == []


def test_a_template_may_show_one() -> None:
    assert places("document-in-fence", "```markdown\n# Rye\n```\n", path="docs/templates/readme.md") == []


def test_words() -> None:
    (found,) = findings("document-in-fence", "```markdown\n# Rye\n```\n")
    assert found.message == "the whole text stands in a code fence, so the site shows its source"
