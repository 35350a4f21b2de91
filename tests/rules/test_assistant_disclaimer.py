import pytest

from mdlint.testing import findings, places

VALID = {
    "a title": "---\ntitle: Language models as bakers\ndescription: As an AI language model improves, I bake more.\n---\n",
    "a person": "As an AI researcher, I bake bread.\n",
    "a person who writes about models": "As an AI assistant for bakers, it answers questions.\n",
    "a quotation": 'It said, "As an AI language model, I cannot taste bread."\n',
    "a curly quotation": "It said: “Hm. As an AI language model, I cannot taste bread.”\n",
    "a quoted block": "> As an AI language model, I cannot taste bread.\n",
    "code": "```\nAs an AI language model, I cannot taste bread.\n```\n",
    "code in a line": "The phrase `As an AI language model, I cannot` is common.\n",
    "in the midst of a sentence": "He answered as an AI language model, I think.\n",
    "a post about it": "---\ntitle: How ChatGPT talks\n---\nAs an AI language model, I cannot taste bread.\n",
    "Chinese": "---\ntitle: 作为一个面包师，我很高兴\n---\n作为一个语言模型，它很大。\n",
    "not text": "---\ntitle: [language, 1, null]\nknowledge: 2024-01-05\n---\n",
    "nothing": "",
}
INVALID = {
    "the body": ("As an AI language model, I cannot taste bread.\n", (1, 1, 1, 27)),
    "a later sentence": ("Mix 🍞. As an AI assistant, I cannot taste bread.\n", (1, 8, 1, 29)),
    "shorter": ("As an AI, I cannot taste bread.\n", (1, 1, 1, 12)),
    "below front matter": (
        "---\ntitle: a\n---\nMix.\n\nAs an AI developed by Bakers, my purpose is bread.\n",
        (6, 1, 6, 41),
    ),
    "a value": ("---\ndescription: As an AI language model, I don't bake.\n---\n", (2, 14, 2, 52)),
    "its knowledge": ("---\ndescription: As of my last knowledge update, rye was cheap.\n---\n", (2, 14, 2, 60)),
    "TOML": ('+++\ntitle = "As an AI, I cannot bake."\n+++\n', (2, 9, 2, 35)),
    "CRLF": ("---\r\ntitle: a\r\n---\r\nAs an AI model, I bake.\r\n", (4, 1, 4, 18)),
    "an excuse": ("I'm sorry, but as an AI language model, I cannot bake.\n", (1, 1, 1, 42)),
    "Chinese": ("作为一个人工智能语言模型，我不能品尝面包。\n", (1, 1, 1, 15)),
    "German": ("---\ntitle: Als KI-Sprachmodell kann ich nicht backen\n---\n", (2, 8, 2, 49)),
    "French": ("---\ntitle: En tant que modèle de langage, je ne cuis pas\n---\n", (2, 8, 2, 53)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("assistant-disclaimer", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("assistant-disclaimer", content) == [place]


def test_words() -> None:
    (found,) = findings("assistant-disclaimer", "As an AI language model, I cannot bake.\n")
    assert found.message == "the text speaks as a language model: `As an AI language model, I…`"
