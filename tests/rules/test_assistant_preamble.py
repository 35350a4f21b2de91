import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "a title": "---\ntitle: Certainly rye\nsubtitle: Sure, here's rye\n---\n",
    "an own summary": "---\ndescription: Here is a list of breads that we bake.\n---\n",
    "an own list": "---\ndescription: 'Here are the breads: rye, wheat'\n---\n",
    "a section in code": "# Bread\n\n```\n# Rye\n\nCertainly! Here is an overview of the post:\n```\n",
    "no heading": "#Bread\n\nCertainly! Here is an overview of the post:\n",
    "people talk so": "Sure, here we bake with rye.\n\nCertainly! Here it is warm.\n",
    "inside a section": "# Bread\n\nMix.\n\nCertainly! Here is an overview of the post:\n",
    "a quotation": "# Bread\n\n> Certainly! Here is an overview of the post:\n",
    "code": "# Bread\n\n```\nCertainly! Here is an overview of the post:\n```\n",
    "a section that shows an answer": "# ChatGPT's answer\n\nCertainly! Here is an overview of the post:\n",
    "a post about it": "---\ntitle: How ChatGPT bakes\n---\nCertainly! Here is an overview of the post:\n",
    "Chinese": "好的，下面开始烤面包。\n",
    "Chinese, an own list": "---\ndescription: 以下是面包的做法。\n---\n",
    "German": "Natürlich hier in Bremen.\n",
    "not text": "---\ntitle: [here, 1, null]\nsure: 2024-01-05\n---\n",
    "nothing": "",
}
INVALID = {
    "a value": (
        "---\ndescription: \"Sure, here's a concise description of the post: How to bake.\"\n---\n",
        (2, 14, 2, 76),
        '---\ndescription: "How to bake."\n---\n',
    ),
    "a plain value": (
        "---\ndescription: Certainly! Here is the summary. It's rye.\n---\n",
        (2, 14, 2, 55),
        '---\ndescription: "It\'s rye."\n---\n',
    ),
    "TOML": (
        "+++\ndescription = 'Here is a concise summary of the post: Rye.'\n+++\n",
        (2, 15, 2, 60),
        "+++\ndescription = 'Rye.'\n+++\n",
    ),
    "the body": (
        "Certainly! Here is an overview of the post:\n\nMix.\n",
        (1, 1, 1, 44),
        "Mix.\n",
    ),
    "a section": (
        '# 🍞\n\nCertainly! Here’s a structured breakdown of "rye":\n\nMix.\n',
        (3, 1, 3, 51),
        "# 🍞\n\nMix.\n",
    ),
    "a section below HTML": (
        "<div>\n# Rye\n</div>\n\n# Rye\n\nSure! Here is the article.\n\nMix.\n",
        (7, 1, 7, 27),
        "<div>\n# Rye\n</div>\n\n# Rye\n\nMix.\n",
    ),
    "an underlined heading": (
        "Rye\n---\nSure! Here is the article.\n\nMix.\n",
        (3, 1, 3, 27),
        "Rye\n---\nMix.\n",
    ),
    "below a definition": (
        "# Rye\n[rye]: /rye\n\nSure! Here is the article.\n\nMix.\n",
        (4, 1, 4, 27),
        "# Rye\n[rye]: /rye\n\nMix.\n",
    ),
    "CRLF": (
        "---\r\ntitle: a\r\n---\r\nSure! Here is the article.\r\n\r\nMix.\r\n",
        (4, 1, 4, 27),
        "---\r\ntitle: a\r\n---\r\nMix.\r\n",
    ),
    "with text behind it": ("Sure! Here is the article. Mix.\n", (1, 1, 1, 27), "Mix.\n"),
    "an offer": ("Of course! I'd be happy to help you with that.\n\nMix.\n", (1, 1, 1, 47), "Mix.\n"),
    "Chinese": ("当然！以下是一篇关于面包的文章：\n\n揉面。\n", (1, 1, 1, 17), "揉面。\n"),
    "Chinese, as a value": ("---\ntitle: 好的，以下是为您生成的标题：面包\n---\n", (2, 8, 2, 24), '---\ntitle: "面包"\n---\n'),
    "Japanese": ("はい、以下に記事をまとめます。\n\nパン。\n", (1, 1, 1, 16), "パン。\n"),
    "German": ("Gerne! Hier ist die Zusammenfassung:\n\nBrot.\n", (1, 1, 1, 37), "Brot.\n"),
    "French": ("Bien sûr ! Voici un résumé de l'article :\n\nPain.\n", (1, 1, 1, 42), "Pain.\n"),
    "Spanish": ("¡Claro! Aquí tienes un resumen:\n\nPan.\n", (1, 1, 1, 32), "Pan.\n"),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("assistant-preamble", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("assistant-preamble", content) == [place]
    assert fixed("assistant-preamble", content) == repaired


@pytest.mark.parametrize(
    "value",
    [
        "|\n  Certainly! Here is the summary.\n  Rye.",
        "'Certainly! Here is the summary.'",
        '"Certainly! Here is the summary.\\n\\nRye"',
    ],
)
def test_no_fix(value: str) -> None:
    (found,) = findings("assistant-preamble", f"---\ndescription: {value}\n---\n")
    assert found.fix is None or "Certainly" not in found.fix.edits[0].text


def test_words() -> None:
    (found,) = findings("assistant-preamble", "Sure! Here is the article.\n")
    assert found.message == "the text begins with what a chat assistant says: `Sure! Here is the article.`"
