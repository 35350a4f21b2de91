import pytest

from mdlint.testing import findings, places

COMPLETION = '{"id": "1", "object": "chat.completion", "choices": [{"message": {"content": "rye"}}]}'
VALID = {
    "a title about it": '---\ntitle: What `chat.completion` and "choices":[ mean\n---\n',
    "labels of a form": "---\nform:\n  error: Try again\n  message: Your message\n---\n",
    "labels in braces": "---\nform: {error: Try again, message: Your message}\n---\n",
    "quoted labels of another kind": '---\nform: {"error": "Try again", "send": "Send"}\n---\n',
    "choices of a quiz": "---\nchoices: [rye, wheat]\n---\n",
    "choices of a quiz with answers": "---\nquiz: {choices: [{text: rye, right: true}]}\n---\n",
    "a field that is called error": '---\n"error": none\n---\n',
    "another object": "---\nitem: {object: chair}\nnumber: {object: 1, choices: 2}\n---\n",
    "in a code block": f"---\ntitle: a\n---\n```json\n{COMPLETION}\n```\n",
    "in code of a paragraph": f"The answer is `{COMPLETION}`.\n",
    "in a sentence": 'The field "object" is "chat.completion".\n',
    "nothing": "",
}
INVALID = {
    "a mapping": (f"---\nkeywords: {COMPLETION}\n---\n", [(2, 11, 2, 11 + len(COMPLETION))]),
    "an item": (f"---\ntags:\n- {COMPLETION}\n- 🍞\n---\n", [(3, 3, 3, 3 + len(COMPLETION))]),
    "text": (f"---\ntitle: '{COMPLETION}'\n---\n", [(2, 8, 2, 10 + len(COMPLETION))]),
    "Python's quotes": ("---\ntitle: \"{'object': 'chat.completion'}\"\n---\n", [(2, 8, 2, 39)]),
    "choices alone": ('---\ntitle: {"choices":[{"message": {"content": "a"}}]}\n---\n', [(2, 8, 2, 51)]),
    "a chunk": ('---\ntitle: {"object":"chat.completion.chunk"}\n---\n', [(2, 8, 2, 42)]),
    "an error": ("---\ncover: {'error': 'exception', 'message': 'no'}\n---\n", [(2, 8, 2, 47)]),
    "a nested error": ('---\ncover: {"error": {"code": 429}}\n---\n', [(2, 8, 2, 32)]),
    "an error as text": ("---\ncover: '{\"error\": {\"message\": \"no\"}}'\n---\n", [(2, 8, 2, 38)]),
    "TOML": ("+++\ntitle = '{\"error\": {\"message\": \"no\"}}'\n+++\n", [(2, 9, 2, 39)]),
    "JSON": ('{\n"title": {"object": "chat.completion"}\n}\n', [(2, 10, 2, 39)]),
    "CRLF": (f"---\r\ntitle: 面包\r\nkeywords: {COMPLETION}\r\n---\r\n", [(3, 11, 3, 11 + len(COMPLETION))]),
    "the body": (f"---\ntitle: a\n---\n{COMPLETION}\n", [(4, 1, 4, 1 + len(COMPLETION))]),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("api-response", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("api-response", content) == expected


def test_an_alias() -> None:
    assert places("api-response", f"---\na: &a {COMPLETION}\nb: *a\n---\n")[0][:2] == (2, 7)


def test_words() -> None:
    (found,) = findings("api-response", f"---\ntags:\n- {COMPLETION}\n---\n")
    assert found.message == "`tags[0]` holds the whole answer of an API, not the text in it"
    (found,) = findings("api-response", "---\ncover:\n  url: {'error': 'exception', 'message': 'no'}\n---\n")
    assert found.message == "`cover.url` holds an error that a program returned"
