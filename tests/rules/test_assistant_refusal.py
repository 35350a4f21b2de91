import pytest

from mdlint.testing import findings, places

VALID = {
    "a person": "---\ndescription: I'm sorry, but I can't bake wheat bread any more.\n---\nI can't help you with the oven.\n",
    "a song": "---\ntitle: I'm sorry, but I can't help falling in love\n---\n",
    "a paper's title": "---\ntitle: \"I'm sorry, but I can't assist with that: why models refuse\"\n---\n",
    "a quoted title": "---\ntitle: '“I cannot assist with that.”'\n---\n",
    "a quotation": "> I'm sorry, but I can't assist with that.\n",
    "code": "```\nI'm sorry, but I can't assist with that.\n```\n",
    "in the midst": "It said: I'm sorry, but I can't assist with that.\n",
    "a later paragraph": "It said:\n\nI'm sorry, but I can't assist with that.\n",
    "a section that shows an answer": "## Claude's reply\n\nI'm sorry, but I can't assist with that.\n",
    "a post about it": "---\ntitle: Prompts for bakers\n---\nI'm sorry, but I can't assist with that.\n",
    "Chinese": "抱歉，我今天不能烤面包。\n",
    "German": "Es tut mir leid, ich kann nicht backen.\n",
    "not text": "---\ntitle: [sorry, 1, null]\nassist: 2024-01-05\n---\n",
    "nothing": "",
}
INVALID = {
    "a value": ("---\ndescription: I'm sorry, but I can't assist with that request.\n---\n", (2, 14, 2, 62)),
    "a curly apostrophe": ("---\ntitle: 🍞\ndescription: I’m sorry, I can’t help with that.\n---\n", (3, 14, 3, 48)),
    "an item": ("---\ntags: ['I cannot fulfill this request.']\n---\n", (2, 8, 2, 40)),
    "TOML": ('+++\ntitle = "I apologize, but I cannot provide a title."\n+++\n', (2, 9, 2, 53)),
    "the body": ("---\ntitle: a\n---\nI'm sorry, but I cannot access external links.\n", (4, 1, 4, 47)),
    "a section": ("# 🍞\n\nI am sorry, but I am unable to browse the web.\n", (3, 1, 3, 47)),
    "CRLF": ("---\r\ntitle: a\r\n---\r\nI'm unable to assist with that.\r\n", (4, 1, 4, 32)),
    "Chinese": ("很抱歉，我无法提供这方面的内容。\n", (1, 1, 1, 17)),
    "Japanese": ("申し訳ありませんが、そのリクエストにはお応えできません。\n", (1, 1, 1, 29)),
    "German": ("Es tut mir leid, aber dabei kann ich Ihnen nicht helfen.\n", (1, 1, 1, 57)),
    "French": ("Je suis désolé, mais je ne peux pas vous aider avec cela.\n", (1, 1, 1, 58)),
    "Spanish": ("Lo siento, pero no puedo ayudarte con eso.\n", (1, 1, 1, 43)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("assistant-refusal", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("assistant-refusal", content) == [place]


def test_words() -> None:
    (found,) = findings("assistant-refusal", "---\ntitle: I cannot assist with that.\n---\n")
    assert found.message == "`title` is a language model's refusal: `I cannot assist with that.`"
