"""What holds of fixing any document that is put together from pieces of real ones."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.fixer import Result, fix
from mdlint.linter import Linter
from mdlint.proof import named_by
from mdlint.settings import Settings

YAML = (
    "title: Rye bread", "title: ' Rye  bread '", 'title: "It\\u5927 \\"s\\""', "title: Rye: a bread", "title: 'It's bread'",
    "title: “Rye”", "title: **Rye**", "title: Rye\u200b bread", "title: {{ .Title }}", "titel: Rye", "title:\tRye", "title: C # and F#",
    "title: Rye\n  bread", "description: ''", "description: |\n  Two lines  \n\n  of text\n", "description: >-\n  a\n  b",
    "description: None", "description: 'Sure, here is a text'", "author: None  # later", "author: &me Ada", "editor: *me",
    "date: 2024/1/5", "date: Jul 08 2022", "date: '2024-01-05 10:00:00'", "date: 2024-02-31", "date: 05/06/2024",
    "pubDate: 2024-01-05T10:00:00+08:00", "pubDate: '2024-01-05 10:00:00'  # zone?", "updated: 2023-01-01",
    "tags: [a, a, '']", "tags: a, b, c", "tags:\n- a\n- A\n-\n- 'b, c' # two", "tags: \"['x', 'y']\"", "tags: '['x']'", "tags: &t [x, x]",
    "keywords: *t", "tags: [2024, no]", "tags:\n\t- a", "categories: bread; salt", "draft: yes", "draft: 'no'", "featured: ture", "on: x", "1: y",
    "weight: 010", "version: 1.10", "time: 12:30", "n: 1_000", "n: 1e3", "hash: 12e4567", "color: #fff", "key:value", "key = value",
    "- stray", "  indented: 1", "x: [a, b", "x: {a: 1, a: 2}", "cover: {url: ' a.png ', alt: cover}", "cover:\n  url: http://a.test/b.png\n  alt: ''",
    "cover:\n  url: a\n  url: b", "meta:\n- name: author\n  content: Ada\n- name: author\n  content: Ada", "base: &b {k: 1}", "more: {<<: *b, l: 2}",
    "# note 1", "", "   ", "theme: blue", "layout: null", "lang: en # note 2", "text: 面包 🍞 ", "last: x   ", "t: @x", "t: `y`", "t: %z", 'p: "C:\\dir"',
    "!tag x: y", "<<: *b", "---", "...", "\ufefftitle: b", "a\u0085b: c",
)  # fmt: skip
TOML = (
    "title = ' Rye '", 'title = "Rye"', "tags = ['a', 'a', '']", "tags = 'a, b'", "date = 2024-01-05", "date = '2024/1/5'", "draft = 'no'",
    "[params]", "author = 'None'", "x = 1 # note 1", "# note 2", "[[meta]]", "name = '面 🍞'", "a.b = 1", "broken = ", "[cover]", "url = ' a.png '", "",
)  # fmt: skip
JSON = (
    '"title": " Rye "', '"tags": ["a", "a", ""]', '"tags": "a, b"', '"date": "2024/1/5"', '"draft": "no"', '"cover": {"url": " a "}', '"title": "\\u5927"', '"x": [1, {"y": null}]',
)  # fmt: skip
BODIES = (
    "",
    "Words.\n",
    "\n# Rye\n\nWords  \n",
    "---\n\nMore\n",
    "---\ntitle: second\n---\n",
    "Sure, here is the post:\n\nText",
    "x\u2028y",
    "```\ncode",
    "DRAFT\n",
)


def joined(fence: str, lines: list[str], body: str, closing: str) -> str:
    return f"{fence}\n" + "".join(f"{line}\n" for line in lines) + f"{closing}\n{body}"


def lists(pieces: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(pieces), max_size=7)


HEADS = st.one_of(
    st.builds(
        joined,
        st.sampled_from(("---", "---", "---", "----", " ---", "--- yaml", "\n---", "<!-- c -->\n---")),
        lists(YAML),
        st.sampled_from(BODIES),
        st.sampled_from(("---", "---", "---", "----", "...", "")),
    ),
    st.builds(joined, st.just("+++"), lists(TOML), st.sampled_from(BODIES), st.sampled_from(("+++", "---"))),
    st.builds(
        lambda pairs, body, end: "{\n  " + ",\n  ".join(pairs) + f"{end}\n{body}",
        st.lists(st.sampled_from(JSON), max_size=5, unique_by=lambda pair: pair.split(":")[0]),
        st.sampled_from(BODIES),
        st.sampled_from(("\n}", " }", ",}")),
    ),
)
DOCUMENTS = st.builds(
    lambda mark, text, end: (mark + text.replace("\n", end)).encode(),
    st.sampled_from(("", "", "\ufeff")),
    HEADS,
    st.sampled_from(("\n", "\n", "\r\n", "\r")),
)
LINTERS = {
    "no schema": Linter(Settings(select=("all",))),
    "the post model": Linter(Settings(select=("all",), schema="post", generator="astro")),
    "Hugo": Linter(Settings(select=("all",), schema="hugo", generator="hugo")),
    "MkDocs": Linter(Settings(generator="mkdocs")),
}


def run(data: bytes, linter: Linter, *, unsafe: bool) -> Result:
    doc = Document.from_bytes("content/2024-01-06-post.md", data, None, linter.settings.generator)
    return fix(doc, data, linter, unsafe=unsafe)


def flat(path: KeyPath) -> KeyPath:
    return tuple(-1 if isinstance(part, int) else part for part in path)


def leaves(doc: Document) -> dict[KeyPath, list[Any]]:
    """Every single value with its type, by key path without places in lists."""
    found: dict[KeyPath, list[Any]] = {}
    stack: list[KeyPath] = [()]
    while stack:
        children = list(doc.items(path := stack.pop()))
        stack += [child for child, _ in children]
        if not children and path:
            found.setdefault(flat(path), []).append(repr(doc.get(path)))
    return {path: sorted(values) for path, values in found.items()}


@settings(max_examples=300)
@given(data=DOCUMENTS, linter=st.sampled_from(sorted(LINTERS)), unsafe=st.booleans())
@example(data=b"---\ntitle: Rye bread\ntitle: Rye: a bread\n---\n", linter="Hugo", unsafe=True)
def test_fixing(data: bytes, linter: str, unsafe: bool) -> None:
    said = LINTERS[linter]
    result = run(data, said, unsafe=unsafe)
    assert len(result.rounds) < 30
    assert not any("would fail" in finding.hint for finding in result.left)

    # It ends, and a second run changes nothing.
    again = run(result.data, said, unsafe=unsafe)
    assert again.data == result.data
    assert again.rounds == ()

    # Line ends are those that were there.
    for end in (b"\r\n", b"\n", b"\r"):
        rest = data if end == b"\r\n" else data.replace(b"\r\n", b"")
        left = result.data if end == b"\r\n" else result.data.replace(b"\r\n", b"")
        assert end in rest or end not in left

    # Notes stay.
    for note in (b"# note 1", b"# note 2"):
        assert data.count(note) == result.data.count(note)

    # What no finding names has kept its value, and stands where it stood; what could not be read had none to keep.
    named = {flat(path) for step in result.rounds for path in named_by(step.used, step.doc)}
    named.update((name,) for step in result.rounds for name in step.doc.unread)
    before = Document.from_bytes("a.md", data, None, said.settings.generator)
    after = Document.from_bytes("a.md", result.data, None, said.settings.generator)
    kept, values = leaves(before), leaves(after)
    for path, value in kept.items():
        if not any(path[:end] in named for end in range(len(path) + 1)):
            assert values[path] == value
