import pytest

from mdlint.testing import places

VALID = {
    "a page about it": "---\ntitle: 'Why it says [object Object]'\n---\n",
    "a page about a value": "---\ntitle: undefined\n---\n",
    "a tag": "---\ntags: [undefined, NaN, object]\n---\n",
    "an Indian bread": "---\ntitle: naan, undefined\n---\n",
    "an element": "---\ntitle: '<object>'\n---\n",
    "a class": "---\ntitle: '<class>'\ndescription: class diagrams => {a}\n---\n",
    "a function in words": "---\ntitle: 'function and form'\n---\n",
    "a name of a type": "---\ntitle: System.Collections in .NET\n---\n",
    "a map in words": "---\ntitle: map[string]\n---\n",
    "a list of one": "---\ntitle: [objection]\ntags: [object Oriented design]\n---\n",
    "two tags": "---\ntags: [object Relational, bread]\n---\n",
    "in the body": "---\ntitle: Bread\n---\n[object Object]\n",
    "not text": "---\ntitle: {a: [1, null]}\ndate: 2024-01-05\n---\n",
    "Chinese": "---\ntitle: 对象 [object Object] 是什么\n---\n",
}
INVALID = {
    "an object": ("---\nauthor: '[object Object]'\n---\n", (2, 9, 2, 26)),
    "an object without quotes": ("---\nauthor: [object Object]\n---\n", (2, 9, 2, 24)),
    "several": ("---\ntags: '[object Object],[object Object]'\n---\n", (2, 7, 2, 40)),
    "an undefined one": ("---\ntitle: '[object Undefined]'\n---\n", (2, 8, 2, 28)),
    "in a path": ("---\nimage: '/images/[object Object].png'\n---\n", (2, 8, 2, 37)),
    "nothing, twice": ("---\nauthor: undefined undefined\n---\n", (2, 9, 2, 28)),
    "no date": ("---\ndate: Invalid Date\n---\n", (2, 7, 2, 19)),
    "no Chinese date": ("---\ndate: NaN年NaN月NaN日\n---\n", (2, 7, 2, 19)),
    "a Python object": ('---\nauthor: "<__main__.Author object at 0x7f2b>"\n---\n', (2, 9, 2, 45)),
    "a Python class": ("---\nauthor: \"<class 'str'>\"\n---\n", (2, 9, 2, 24)),
    "a Python date": ("---\ndate: datetime.date(2024, 1, 5)\n---\n", (2, 7, 2, 32)),
    "a Python generator": ("---\ntags: <generator object tags at 0x7f2b>\n---\n", (2, 7, 2, 40)),
    "a Ruby object": ("---\nauthor: '#<Author:0x00007f>'\n---\n", (2, 9, 2, 29)),
    "a .NET list": ("---\ntags: System.Collections.Generic.List`1[System.String]\n---\n", (2, 7, 2, 55)),
    "a Java array": ("---\ntags: '[Ljava.lang.String;@1b2c3d'\n---\n", (2, 7, 2, 35)),
    "a Go nil": ("---\nauthor: <nil>\n---\n", (2, 9, 2, 14)),
    "a Go map": ("---\nauthor: map[name:Ada url:/ada]\n---\n", (2, 9, 2, 31)),
    "native code": ("---\nslug: 'function toString() { [native code] }'\n---\n", (2, 7, 2, 46)),
    "TOML": ('+++\nauthor = "[object Object]"\n+++\n', (2, 10, 2, 27)),
    "CRLF, behind an emoji": ("---\r\n🍞: 1\r\na: '[object Object]'\r\n---\r\n", (3, 4, 3, 21)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("stringified-object", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("stringified-object", content) == [place]


def test_templates_are_left_alone() -> None:
    assert places("stringified-object", "---\ndate: Invalid Date\n---\n", path="archetypes/a.md") == []
