import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "code in a title": "---\ntitle: Bake with `rye`\n---\n",
    "three backticks in a title": "---\ntitle: What ``` does\n---\n",
    "a field for code": "---\nexample: |\n  ```sh\n  bake\n  ```\nusage: '```bake```'\n---\n",
    "a fence inside Markdown": "---\ndescription: |\n  So:\n\n  ```sh\n  bake\n  ```\n---\n",
    "tildes": "---\ntitle: ~~rye~~ wheat\nfile: a~~~b\n---\n",
    "the body": "---\ntitle: a\n---\n```\nb\n```\n",
    "not text": "---\ntags: [1, null]\n---\n",
    "nothing": "",
}
INVALID = {
    "one line": ('---\ntitle: "```Rye bread```"\n---\n', (2, 8, 2, 25), '---\ntitle: "Rye bread"\n---\n'),
    "single quotes": ("---\ntitle: '```It''s rye```'\n---\n", (2, 8, 2, 25), "---\ntitle: 'It''s rye'\n---\n"),
    "with a language": ('---\ntitle: "```text\\n面包 🍞\\n```" # a\n---\n', (2, 8, 2, 28), '---\ntitle: "面包 🍞" # a\n---\n'),
    "TOML": ("+++\ntitle = '```rye```'\n+++\n", (2, 9, 2, 20), "+++\ntitle = 'rye'\n+++\n"),
    "JSON": ('{"title": "```rye```"}\n', (1, 11, 1, 22), '{"title": "rye"}\n'),
    "CRLF": ('---\r\nauthor: a\r\ntitle: "```rye```"\r\n---\r\n', (3, 8, 3, 19), '---\r\nauthor: a\r\ntitle: "rye"\r\n---\r\n'),
    "an item": ('---\ntags: ["```rye```"]\n---\n', (2, 8, 2, 19), '---\ntags: ["rye"]\n---\n'),
    "a block": ("---\ndescription: |\n  ```\n  rye\n  ```\n---\n", None, "---\ndescription: |\n  ```\n  rye\n  ```\n---\n"),
    "several lines": ('---\ntags: "```\\na\\nb\\n```"\n---\n', (2, 7, 2, 23), '---\ntags: "```\\na\\nb\\n```"\n---\n'),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("fence-in-value", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int] | None, repaired: str) -> None:
    found = places("fence-in-value", content)
    assert len(found) == 1
    assert place is None or found == [place]
    assert fixed("fence-in-value", content) == repaired


def test_words() -> None:
    (found,) = findings("fence-in-value", "---\ntags: ['```rye```']\n---\n")
    assert found.message == "`tags[0]` stands in a code fence"
