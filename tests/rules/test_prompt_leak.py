import pytest

from mdlint.testing import findings, places

VALID = {
    "code in a title": "---\ntitle: What `<|im_start|>` means\n---\n",
    "code": "A turn begins with `<|im_start|>`.\n\n```\n<|im_start|>user\n[INST]\n```\n",
    "code in a list": "- a turn:\n\n  ```\n  <|im_end|>\n  ```\n",
    "code that is indented": "Turns:\n\n    <|im_end|>\n",
    "pipes": "| a | b |\n|---|---|\n| `x |> f` | f <| x |\n\nx |> f and f <| x\n",
    "other signs": "---\ntitle: a <| b |> c\n---\n",
    "not text": "---\ntitle: [1, null]\n---\n",
    "nothing": "",
}
INVALID = {
    "a value": ('---\ntitle: "Rye<|im_end|>"\n---\n', (2, 8, 2, 23)),
    "a plain value": ("---\ntitle: 面包<|endoftext|>\n---\n", (2, 8, 2, 23)),
    "an instruction": ("---\ntitle: '[INST] Bake [/INST]'\n---\n", (2, 8, 2, 29)),
    "TOML": ('+++\ntitle = "<|eot_id|>"\n+++\n', (2, 9, 2, 21)),
    "the body": ("---\ntitle: a\n---\nMix 🍞.<|im_end|>\n<|im_start|>\n", (4, 7, 4, 17)),
    "CRLF": ("a\r\n\r\nMix.<|end_header_id|>\r\n", (3, 5, 3, 22)),
    "Gemma": ("---\ntitle: Mix.<end_of_turn>\n---\n", (2, 8, 2, 25)),
    "DeepSeek": ("面包<｜end▁of▁sentence｜>\n", (1, 3, 1, 22)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("prompt-leak", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("prompt-leak", content) == [place]


def test_words() -> None:
    (found,) = findings("prompt-leak", "---\ntitle: Rye<|im_end|>\n---\n")
    assert found.message == "`title` holds `<|im_end|>`, a mark of a language model's prompt"
