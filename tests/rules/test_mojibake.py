import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "accents": "---\ntitle: Le pain du café\nsubtitle: PÃO, «CAFÉ», MAÇÃ!, Â, naïve\n---\n",
    "guillemets": "«AMANHû «Straße» «CAFÉ» Ärger®\n",
    "a circumflex": "ROMÂ» and â € and «à»\n",
    "code": "It turns into `cafÃ©`.\n\n```\ncafÃ©\n```\n",
    "about it": "# What is mojibake?\n\nThis: cafÃ©.\n",
    "about it, Chinese": "---\ntitle: 乱码：锟斤拷\n---\n锟斤拷\n",
    "Chinese": "面包，“黑麦”。\n",
    "Russian": "Ржаной хлеб\n",
    "Vietnamese": "Bánh mì ÂU, ĐÃ có\n",
    "nothing": "",
}
INVALID = {
    "a title": ("---\ntitle: cafÃ© 🍞\n---\n", [(2, 11, 2, 13)], "---\ntitle: café 🍞\n---\n"),
    "a curly apostrophe": ("donâ€™t\n", [(1, 4, 1, 7)], "don’t\n"),
    "several": ("Ã©tÃ© â€œaâ€\x9d\n", [(1, 1, 1, 3)], "été “a”\n"),
    "a no-break space": ("220Â\xa0Â°C\n", [(1, 4, 1, 8)], "220\xa0°C\n"),
    "both": ("---\ntitle: Ã©\nb: Ã¨\n---\nÃ©\n", [(2, 8, 2, 10), (3, 4, 3, 6), (5, 1, 5, 3)], "---\ntitle: é\nb: è\n---\né\n"),
    "emoji": ("a ðŸ\x8d\x9e b\n", [(1, 3, 1, 7)], "a 🍞 b\n"),
    "Russian": ("Ñ€Ð¾Ð¶ÑŒ\n", [(1, 1, 1, 9)], "рожь\n"),
    "a byte-order mark": ("a ï»¿b\n", [(1, 3, 1, 6)], "a b\n"),
    "Chinese": ("ã€\x82ã€\x82面包\n", [(1, 1, 1, 7)], "。。面包\n"),
    "lost": ("---\ntitle: 锟斤拷锟斤拷\n---\n", [(2, 8, 2, 14)], "---\ntitle: 锟斤拷锟斤拷\n---\n"),
    "TOML": ("+++\ntitle = 'cafÃ©'\n+++\n", [(2, 13, 2, 15)], "+++\ntitle = 'café'\n+++\n"),
    "CRLF": ("---\r\ntitle: a\r\n---\r\ncafÃ©\r\n", [(4, 4, 4, 6)], "---\r\ntitle: a\r\n---\r\ncafé\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("mojibake", content) == []


@pytest.mark.parametrize(("content", "expected", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]], repaired: str) -> None:
    assert places("mojibake", content) == expected
    assert fixed("mojibake", content) == repaired


def test_words() -> None:
    (found,) = findings("mojibake", "---\ntitle: cafÃ© donâ€™t\n---\n")
    assert found.message == "`title` was read in the wrong encoding: `Ã©`, which was `é` and 1 more"


def test_many_of_them_among_code_take_no_time() -> None:
    assert len(places("mojibake", "Ã© `a` " * 20_000)) == 1
