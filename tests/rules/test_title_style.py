import pytest

from mdlint.testing import findings, places

VALID = {
    "a title": "---\ntitle: How to bake rye bread\n---\n",
    "a question": "---\ntitle: Does rye bread need yeast?\n---\n",
    "a cry": "---\ntitle: Bread, at last!\n---\n",
    "a name in capitals": "---\ntitle: NASA ESA JAXA\n---\n",
    "two words in capitals": "---\ntitle: PRODUCT REQUIREMENTS\n---\n",
    "an abbreviation": "---\ntitle: Bread by Ann & Co.\n---\n",
    "and so on": "---\ntitle: Rye, wheat, oats, etc.\n---\n",
    "dots": "---\ntitle: And then there was bread...\n---\n",
    "one word": "---\ntitle: Bread.\n---\n",
    "operators": "---\ntitle: What !! and ?? mean in JavaScript\n---\n",
    "Chinese has no capitals": "---\ntitle: 使用 GPU 训练 LLM 的 十二 种 方法 大全\n---\n",
    "not text": "---\ntitle: [HOW TO BAKE BREAD]\n---\n",
    "empty": "---\ntitle:\n---\n",
}
INVALID = {
    "in capitals": ("---\ntitle: HOW TO BAKE RYE BREAD\n---\n", [(2, 8, 2, 29)]),
    "Cyrillic in capitals": ("---\ntitle: КАК ИСПЕЧЬ РЖАНОЙ ХЛЕБ\n---\n", [(2, 8, 2, 30)]),
    "a full stop": ("---\ntitle: How to bake bread.\n---\n", [(2, 8, 2, 26)]),
    "a Chinese full stop, CRLF": ("---\r\ntitle: '🍞 黑麦面包。'\r\n---\r\n", [(2, 8, 2, 17)]),
    "cries": ("---\ntitle: Bread in ten minutes!!!\n---\n", [(2, 8, 2, 31)]),
    "cries inside": ("---\ntitle: Bread?? At home\n---\n", [(2, 8, 2, 23)]),
    "wide cries": ("---\ntitle: 面包！！\n---\n", [(2, 8, 2, 12)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("title-style", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("title-style", content) == expected


def test_is_only_a_hint() -> None:
    assert [found.severity for found in findings("title-style", "---\ntitle: How to bake bread.\n---\n")] == ["info"]


def test_option() -> None:
    assert places("title-style", "---\nname: Bread!!\ntitle: Rye!!\n---\n", field="name") == [(2, 7, 2, 14)]
