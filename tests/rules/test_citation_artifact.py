import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "another source": "[a](https://a.test-site.org/?utm_source=newsletter)\n",
    "a site whose name begins so": "[a](https://a.test-site.org/?utm_source=chatgpt.com.test-site.org)\n",
    "code": "Links end in `?utm_source=chatgpt.com`, sources are `【4†source】`.\n",
    "a code block": "```\na :contentReference[oaicite:0]{index=0}\n```\n",
    "the words": "ChatGPT adds utm_source=chatgpt.com and oaicite to texts, see 【注】 and a†.\n",
    "front matter": "---\ntitle: What utm_source=chatgpt.com means †\n---\n",
    "a citation": "Rye keeps [@baker2020, p. 4], [cite: 1].\n",
    "not text": "---\nutm_source: [1, null]\n---\n",
    "nothing": "",
}
INVALID = {
    "a reference": ("Rye :contentReference[oaicite:0]{index=0}.\n", [(1, 5, 1, 42)], "Rye.\n"),
    "two of them": (
        "Rye【4†source】【5:1†a.pdf】.\n",
        [(1, 4, 1, 14), (1, 14, 1, 25)],
        "Rye.\n",
    ),
    "a turn": ("Rye citeturn0search1turn0news2\n", [(1, 5, 1, 31)], "Rye\n"),
    "with its signs": ("Rye 🍞 \ue200cite\ue202turn0search1\ue201.\n", [(1, 7, 1, 26)], "Rye 🍞.\n"),
    "a start": ("[cite_start]Rye keeps.\n", [(1, 1, 1, 13)], "Rye keeps.\n"),
    "a link": ("[a](https://a.org/b?utm_source=chatgpt.com)\n", [(1, 20, 1, 43)], "[a](https://a.org/b)\n"),
    "a link's last part": ("<https://a.org/?b=c&utm_source=chatgpt.com>\n", [(1, 20, 1, 43)], "<https://a.org/?b=c>\n"),
    "a link's first part": ("[a](https://a.org/?utm_source=chatgpt.com&b=c#d)\n", [(1, 19, 1, 43)], "[a](https://a.org/?b=c#d)\n"),
    "a value": ("---\nurl: https://a.org/b?utm_source=chatgpt.com\n---\n", [(2, 6, 2, 44)], '---\nurl: "https://a.org/b"\n---\n'),
    "TOML": ("+++\ntitle = '面包【1†a】'\n+++\n", [(2, 9, 2, 18)], "+++\ntitle = '面包'\n+++\n"),
    "CRLF": ("---\r\ntitle: a\r\n---\r\nRye【4†source】.\r\n", [(4, 4, 4, 14)], "---\r\ntitle: a\r\n---\r\nRye.\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("citation-artifact", content) == []


@pytest.mark.parametrize(("content", "expected", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]], repaired: str) -> None:
    assert places("citation-artifact", content) == expected
    assert fixed("citation-artifact", content) == repaired


def test_words() -> None:
    (found,) = findings("citation-artifact", "Rye【4†source】.\n")
    assert found.message == "the text holds a chat assistant's mark for a source: `【4†source】`"
