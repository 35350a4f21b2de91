import pytest

from mdlint.testing import findings, places

VALID = {
    "languages": "---\ntags: [python3, web3]\n---\n",
    "frameworks": "---\nkeywords: vue2, vue3\n---\n",
    "elements": "---\nkeywords: h1, h2, h3\n---\n",
    "a disease": "---\ntags: covid19\n---\n",
    "layouts": "---\ntags: [layout1, layout2]\n---\n",
    "one of several": "---\nkeywords: key1, rye bread\n---\n",
    "no number": "---\nkeywords: key, keyword, tag\n---\n",
    "only a number": "---\nkeywords: '1, 2'\ntags: ['2024']\n---\n",
    "a storm": "---\ntags: category5\n---\n",
    "storms": "---\ntags: [category 4, category 5]\n---\n",
    "a German travel diary": "---\ntags: [Tag 1, Tag 2]\n---\n",
    "items of a report": "---\nkeywords: item 1, item 7\n---\n",
    "another field": "---\ntitle: key1\nslug: tag1\nids: [item1, item2]\n---\n",
    "meta for others": "---\nmeta: [{name: author, content: key1}]\n---\n",
    "empty": "---\nkeywords: ''\ntags: []\n---\n",
    "with an empty part": "---\nkeywords: 'key1,'\n---\n",
    "not text": "---\nkeywords: 1\ntags: [1, null]\ncategories: {tag1: tag2}\nmeta: [key1, {name: 3, content: key1}]\n---\n",
    "no front matter": "keywords: key1\n",
}
INVALID = {
    "a comma text": ("---\nkeywords: key1, key2, key3\n---\n", (2, 11, 2, 27)),
    "one": ("---\nkeywords: tag1\n---\n", (2, 11, 2, 15)),
    "in words": ("---\nkeywords: keyword 2\n---\n", (2, 11, 2, 20)),
    "with an underscore": ("---\nkeywords: key_1;key_2\n---\n", (2, 11, 2, 22)),
    "capitals": ("---\nkeywords: Keyword1, KEYWORD2\n---\n", (2, 11, 2, 29)),
    "a list": ("---\ntags: [tag1, tag2]\n---\n", (2, 7, 2, 19)),
    "a block list": ("---\ntags:\n- tag1\n- tag2\n---\n", (3, 1, 4, 7)),
    "words that need company": ("---\ncategories: [category1, category2]\n---\n", (2, 13, 2, 35)),
    "Chinese": ("---\nkeywords: 关键词1，关键词2、关键词3\n---\n", (2, 11, 2, 25)),
    "Chinese in brackets": ("---\nkeywords: '[关键词1, 关键词2]'\n---\n", (2, 11, 2, 25)),
    "French": ("---\nkeywords: mot-clé 1, mot-clé 2\n---\n", (2, 11, 2, 31)),
    "meta": ("---\nmeta:\n- {content: 'key3, key4', name: keywords}\n---\n", (3, 13, 3, 25)),
    "behind emoji": ("---\n🍞: a\ntopics: [item1]\n---\n", (3, 9, 3, 16)),
    "CRLF": ("---\r\ntitle: a\r\nkeywords: key1\r\n---\r\n", (3, 11, 3, 15)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("numbered-placeholder", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("numbered-placeholder", content) == [place]


def test_a_list_is_quoted_like_a_text() -> None:
    found = findings("numbered-placeholder", "---\ntags: [tag1, tag2]\n---\n")
    assert [f.message for f in found] == ["`tags` still holds a template's words: `tag1, tag2`"]


def test_option() -> None:
    content = "---\nparams: {topics: key1}\ntags: key2\n---\n"
    assert places("numbered-placeholder", content, fields=("params.topics",)) == [(2, 18, 2, 22)]


def test_a_template_may_have_them() -> None:
    assert places("numbered-placeholder", "---\nkeywords: key1\n---\n", path="archetypes/post.md") == []
