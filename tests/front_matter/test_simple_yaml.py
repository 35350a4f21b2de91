"""That simple YAML is read as the parser's events say, and everything else is left to the parser."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdlint.front_matter.dialects import DIALECTS, dialect
from mdlint.front_matter.simple_yaml import Begun, read_simple
from mdlint.front_matter.values import Alias, Mapping, Node, Problem, Scalar, Sequence
from mdlint.front_matter.yaml import read_yaml
from mdlint.settings import Limits

LIMITS = Limits()
OFFSET = 7

SIMPLE = {
    "text": "title: Rye bread\n",
    "words": "a: true\nb: null\nc: ~\nd: no\ne: y\n",
    "numbers and dates": "a: 1\nb: 012\nc: 1_0\nd: 2024-05-17\ne: 2024-02-30\nf: 1:30\ng: +1\nh: .5\ni: 2024-05-17T08:00:00Z\n",
    "no value": "a:\nb: # none\nc:\n",
    "colons and hashes in text": "a: b:c\nd: e#f\ng: http://h/#i\nj: k # l\n",
    "names": "last name: 2\nmenu.main: 3\n_x/y: 4\n标题: 5\n",
    "quotes": "a: 'b'\nc: \"d\" # e\nf: 'it''s'\ng: \"\\\"h\\\" \\\\ \\/\"\ni: ''\nj: \"\"\n",
    "text over lines": "a: b\n  c\n   d  \nf: 'g\n  h'\ni: \"j  \n  k\"\n",
    "escapes": 'a: "\\u00e9 \\U0001F35E\\x41\\n\\t\\\\x41"\nb: "c\\n\n  d"\n',
    "quotes with an empty first line": "a: ' \n  b'\n",
    "text on the next line": "a:\n  b\nc:\n    'd'\ne:\n  [f]\n",
    "Windows' line ends": "a: b\r\nc:\r\n- d\r\n- 'e\r\n  f'\r\ng: h\r\n  i\r\n",
    "brackets": "a: [b, 'c', \"d, e\" , 1, true]\nf: []\ng: [ h i ]\n",
    "list": "a:\n  - b\n  - 'c'\nd: e\n",
    "list at the margin": "a:\n- b\n- 1\nd: e\n",
    "mappings in a list": "a:\n  - b: c\n    d:\n    - e\n  -   f: g\n      h: i\nj: k\n",
    "mappings in a list at the margin": "a:\n- b: c\n  d: e\n- b:\nf:\n- b: c\n  e:\n    g: h\n",
    "mappings": "a:\n  b:\n    c: d\n  e: f\ng:\n   h: i\n",
    "comments": "# a\nb: c\n  # d\n\ne:\n# f\n  - g\n#\n",
    "indented as a whole": "  a: b\n  c: d\n",
    "blank lines": "\n \na: b\n\n\nc:\n\n  d: e\n  \n",
    "a name said in two mappings": "a:\n  b: c\nb: d\n",
    "text like indicators": "a: b, c\nd: e [f]\ng: =\nh: i & j | k\nl: it's\n",
    "text that starts with a dash": "a: -b\nc:\n  - -d\n  - -1\n",
    "lists in lists": "a: [[b, [c]], [], d]\n",
    "braces": "a: {b: c, 'd': 1, \"e\":f, g: {}}\nh:\n  - {i: {j: [k, {l: m}]}} # n\n",
    "JSON": 'a: {"b":1,"c":[null,true,"d\\n\\"e\\""],"f":{"g": -1}}\n',
    "brackets over lines": "a: [b,\n  c]\nd: [\n  'e',\n]\ng:\n  {\n    h: i,\n\n    j:\n k\n  }\n",
    "a comma behind the last item": "a: [b,]\nc: {d: e , }\n",
    "an escaped line end": 'a: "b \\\n  \\  c\\\\\n  d\\\r\n  e"\n',
    "names in quotes": "'$a': b\n\"c d\":\n  'true': e\n  '1': f\n  '': g\n",
    "a block": "a: |\n  b\n   c # d\n\n  e: f\n\ng: h\n",
    "a folded block": "a: >\n  b \n  c\n\n  d\n\n\n  e\n\ng: h\n",
    "what becomes of a block's last line ends": "a: |-\n  b\n\nc: |+\n  d\n\n\ne: >-\n  f\ng: >+\n  h\n  i\n \n",
    "blocks in a list": "a:\n- |\n b\n- c: >\n   d\n  e: f\n# g\n",
    "blocks with Windows' line ends": "a: |\r\n  b\r\n\r\n  c\r\nd: >\r\n  e\r\n  f\r\n",
    "lines of blanks in a block": "a: |\n  b\n \n  \n   \n  c\n   \n\nd: e\n",
    "a block below its name": "a:\n  |\n b\n",
    "no character but ASCII is special": "a: b\u3000\nc: \u3000d\ne: 𝒻\n",
}

NOT_SIMPLE = {
    "nothing": "",
    "comments only": "# a\n",
    "a list": "- a\n",
    "text": "a\n",
    "a comma too much": "a: [b,,c]\n",
    "a comma alone": "a: [,]\n",
    "no comma": "a: ['b' 'c']\n",
    "names without values in braces": "a: {b, c: }\n",
    "names in a list in brackets": "a: [b: c]\n",
    "a name twice in braces": "a: {b: c, b: d}\n",
    "a number as a name in braces": "a: {1: b}\n",
    "other brackets": "a: [b}\n",
    "open brackets": "a: [b, [c]\nd: e\n",
    "text behind brackets": "a: [b] c\n",
    "a comment in brackets": "a: [b, # c\n  d]\n",
    "text over lines in brackets": "a: [b\n  c]\n",
    "brackets that go on at the margin": "a: [b,\nc]\n",
    "a block with its width": "a: |2\n  b\n",
    "a block with a comment": "a: | # b\n  c\n",
    "an empty block": "a: |\nb: c\n",
    "a block that starts blank": "a: |\n\n  b\n",
    "a block not indented enough": "a:\n  b: |\n  c\n",
    "a folded block with more indentation": "a: >\n  b\n   c\n",
    "a tab in a block": "a: |\n  b\tc\n",
    "text below a block": "a: |\n   b\n  c\n",
    "a template": "a: {{ b }}\n",
    "text with a colon": "a: b: c\n",
    "text that ends in a colon": "a: b:\n",
    "text below text in quotes": "a: 'b'\n  c\n",
    "text below a comment": "a: b # c\n  d\n",
    "text over lines with a blank one": "a: b\n\n  c\n",
    "text over lines not indented": "a: 'b\nc'\n",
    "text over lines that is not indented enough": "a:\n  b: c\n  d\n",
    "the same in a list": "a:\n  - b: c\n    d\n",
    "an open quote": "a: 'b\nc: d\n",
    "text behind quotes": "a: 'b' c\n",
    "rare escapes": 'a: "\\N"\n',
    "an escape that is none": 'a: "\\q"\n',
    "an escape that is cut": 'a: "\\u00e"\n',
    "an escape of half a character": 'a: "\\ud83c\\udf5e"\n',
    "an escape behind all characters": 'a: "\\U00110000"\n',
    "anchor": "a: &b c\n",
    "alias": "a: *b\n",
    "tag": "a: !!str b\n",
    "a name twice": "a: b\na: c\n",
    "a name that is a word": "null: b\n",
    "a name that is a boolean to some": "on: b\n",
    "a name that is a number": "1: b\n",
    "a merge key": "<<: b\n",
    "a blank before the colon": "a : b\n",
    "a colon in a name": "a:b: c\n",
    "a long name": f"{'a' * 300}: b\n",
    "an explicit key": "? a\n: b\n",
    "an empty item": "a:\n  -\n  - b\n",
    "an item of a comment": "a:\n  - # b\n",
    "list in list": "a:\n  - - b\n",
    "a list below text": "a: b\n- c\n",
    "a list less indented than its mapping": "a:\n  b: c\n - d\n",
    "indentation between two others": "a:\n    b: c\n  d: e\n",
    "indentation less than that of the first": "  a: b\nc: d\n",
    "deeper than its neighbours": "a: b\n  c: d\n",
    "a name among items": "a:\n  - b\n  c: d\n",
    "items at two depths": "a:\n  - b\n - c\n",
    "tab": "a:\tb\n",
    "a second document": "a: b\n---\nc: d\n",
    "the end of the document": "a: b\n...\n",
    "a directive": "%YAML 1.2\n",
    "no end of the last line": "a: b",
    "old Macintosh's line ends": "a: b\rc: d\r",
    "a control character": "a: \x07\n",
    "a line separator": "a: b\u2028c\n",
    "a byte-order mark": "\ufeffa: b\n",
    "half a character": "a: \ud800\n",
}


def tree(node: Node | None) -> Any:
    """All that a node is, for comparing."""
    if node is None or isinstance(node, Alias):
        return node and (node.start, node.end, tree(node.target))
    if isinstance(node, Scalar):
        return node.start, node.end, repr(node.value), node.text, node.style
    if isinstance(node, Sequence):
        return node.start, node.end, node.flow, repr(node.value), [tree(item) for item in node.items]
    assert isinstance(node, Mapping)
    entries = [(tree(key), tree(value)) for key, value in node.entries]
    # By a merge key it names entries of another mapping too.
    index = [(name, tree(key), tree(value)) for name, (key, value) in node.index.items()]
    return node.start, node.end, node.flow, repr(node.value), entries, index


def check_same(source: str, name: str) -> bool:
    """Whether the source is simple; if it is, both readers must say the same."""
    root = read_simple(source, OFFSET, LIMITS, dialect(name))
    expected, problems = read_yaml(source, OFFSET, LIMITS, dialect(name))
    if not isinstance(root, Mapping):
        check_begun(source, name, root, expected, problems)
        return False
    assert problems == []
    assert isinstance(expected, Mapping)
    assert tree(root) == tree(expected)
    assert root.noted is not None
    assert expected.noted is not None
    assert scalars(root) == scalars(expected)
    return True


def check_begun(source: str, name: str, begun: Begun | None, expected: Node | None, problems: list[Problem]) -> None:
    """Reading must say the same whether it goes on with the first fields or does not know them."""
    root, met = read_yaml(source, OFFSET, LIMITS, dialect(name), begun)
    assert met == problems
    assert (root is None) == (expected is None)
    if root is not None:
        assert tree(root) == tree(expected)
        assert scalars(root) == scalars(expected)


def scalars(root: Node | None) -> Any:
    """What a reader noted of a root."""
    noted = getattr(root, "noted", None)
    return noted and [list(map(tree, scalars)) for scalars in noted]


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("source", SIMPLE.values(), ids=SIMPLE)
def test_simple(source: str, name: str) -> None:
    assert check_same(source, name)


@pytest.mark.parametrize("source", NOT_SIMPLE.values(), ids=NOT_SIMPLE)
def test_not_simple(source: str) -> None:
    assert not check_same(source, "pyyaml")


def test_limits() -> None:
    source = "a:\n  b:\n  - c: d\n"
    assert not isinstance(read_simple(source, 0, Limits(depth=4), dialect("psych")), Mapping)  # for the parser to judge
    assert isinstance(read_simple(source, 0, Limits(depth=5), dialect("psych")), Mapping)
    assert read_simple(source, 0, Limits(nodes=len(source) - 1), dialect("psych")) is None


INDENTATIONS = st.sampled_from(["", "", "", " ", "  ", "  ", "    ", "      "])
NAMES = st.sampled_from(["a", "b", "c d", "e.f", "on", "1", "'g'", "标题", "-h", "i j:k", "<<"])
TEXTS = st.sampled_from(
    [
        "",
        "b",
        "b c",
        "true",
        "no",
        "~",
        "1",
        "0x1F",
        "1:30",
        "2024-05-17",
        "-1",
        "- 1",
        "x: y",
        "x:",
        "http://x/#y",
        "x # y",
        "x#y",
        "'b'",
        "'it''s'",
        "'b",
        "b'",
        '"b"',
        '"\\""',
        '"\\\\',
        "[b, c]",
        "[ 'b' ,1]",
        "[]",
        "[b,]",
        "[b]c",
        "[b,",
        "[b, [",
        "c]",
        "]",
        "{b: c}",
        "{b: -1, 'c':[d]",
        "{b:",
        "e: f}",
        "}",
        "|",
        ">",
        "|-",
        ">+",
        "-b",
        "'b': c",
        '"b\\',
        '\\ c\\\\"',
        "&x b",
        "*x",
        "!t b",
        "?",
        "? b",
        "b ?",
        "@b",
        "`b`",
        "%b",
        "=",
        "b, c",
        "b ]",
        "b > c",
        "b\u3000",
        "é",
        "\u2028",
        "\t",
        "# b",
    ]
)
LINES = st.builds(
    lambda indentation, dash, name, text, end: f"{indentation}{dash}{name}{text}{end}",
    INDENTATIONS,
    st.sampled_from(["", "", "", "- ", "-   ", "-"]),
    st.one_of(st.just(""), NAMES.map("{}: ".format), NAMES.map("{}:".format)),
    TEXTS,
    st.sampled_from(["\n", "\n", "\n", " \n", "\r\n", " # é\n", "\n\n", "\n   \n"]),
)
BRACKETS = st.recursive(
    st.sampled_from(["b", "b c ", " 'd'", '"e\\n"', "-1", "~", "yes", "f#", "", "\n", "\n  g", " # h", "*i"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{','.join(items)}]"),
        st.lists(
            st.tuples(
                st.sampled_from(["a: ", "'b':", '"c" : ', " d:\n ", "e:", "on: ", "'a': ", "1: ", ""]), inner
            ).map("".join),
            max_size=3,
        ).map(lambda items: f"{{{', '.join(items)}}}"),
    ),
    max_leaves=8,
)
BLOCKS = st.builds(
    "{}{}\n{}{}".format,
    st.sampled_from(["|", ">"]),
    st.sampled_from(["", "-", "+", " ", "1"]),
    st.lists(
        st.sampled_from(
            ["  b\n", "  c \n", "\n", " \n", "  \n", "   \n", "   d\n", "  - e: f\r\n", "  # g\n", "    h\n"]
        ),
        max_size=6,
    ).map("".join),
    st.sampled_from(["", "", " # i\n", " j\n"]),
)


@given(st.lists(LINES, max_size=7).map("".join), st.sampled_from(list(DIALECTS)))
@example("a:\n  b: c\n  d\n", "pyyaml")
def test_both_readers_say_the_same(source: str, name: str) -> None:
    check_same(source, name)


@given(st.text("ab 1:-#'\"[]{},\\|>\n\r\t?é", max_size=30), st.sampled_from(list(DIALECTS)))
def test_both_readers_say_the_same_of_any_characters(source: str, name: str) -> None:
    check_same(source + "\n", name)


@given(BRACKETS, st.sampled_from(["\n", " # c\n", " c\n"]), st.sampled_from(list(DIALECTS)))
def test_both_readers_say_the_same_of_brackets(text: str, end: str, name: str) -> None:
    check_same(f"a: {text}{end}b:\n  - {text}{end}", name)


@given(BLOCKS, BLOCKS, st.sampled_from(list(DIALECTS)))
def test_both_readers_say_the_same_of_blocks(first: str, second: str, name: str) -> None:
    check_same(f"a: {first}b:\n- {second}", name)
