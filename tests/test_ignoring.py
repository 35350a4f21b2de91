"""Comments that mdlint writes itself: where they stand, and that they change nothing else."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdlint.document import Document
from mdlint.ignoring import Ignored, with_ignores
from mdlint.linter import Linter
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.source import Source

RULES = (
    "empty-title", "empty-tag", "placeholder-value", "missing-field", "empty-link", "missing-front-matter", "placeholder-section",
    "trailing-whitespace", "meta-entry", "non-string-tag", "unclosed-code-fence", "unused-ignore", "unknown-rule", "invalid-encoding",
)  # fmt: skip


def ignored(content: str | bytes, path: str = "post.md", *, required: tuple[str, ...] = ()) -> Ignored:
    data = content if isinstance(content, bytes) else content.encode()
    chosen = Settings(select=RULES, required=required, detect=False)
    found = run([Source(path, path, data)], chosen).diagnostics
    result = with_ignores(Document.from_bytes(path, data), data, found, Linter(chosen))
    left = run([Source(path, path, result.data)], chosen).diagnostics
    assert len(left) == len(result.refused)
    assert {one.rule for one in left} == {one.finding.rule for one in result.refused}
    return result


FIELDS = {
    "a value": ("title: ''\n", "title: ''  # mdlint: ignore[empty-title]\n"),
    "two rules in one line": (
        "title: ''\ntags: ['', 2024]\n",
        "title: ''  # mdlint: ignore[empty-title]\ntags: ['', 2024]  # mdlint: ignore[empty-tag, non-string-tag]\n",
    ),
    "another comment": ("title: ''  # why\n", "title: ''  # why  # mdlint: ignore[empty-title]\n"),
    "a comment for mdlint": (
        "tags: ['', 2024]  # mdlint: ignore[empty-tag] old\n",
        "tags: ['', 2024]  # mdlint: ignore[empty-tag, non-string-tag] old\n",
    ),
    "spaces at the end": ("title: '' \n", "title: ''  # mdlint: ignore[empty-title]\n"),
    "only spaces at the end": ("title: a \n", "# mdlint: ignore[trailing-whitespace]\ntitle: a \n"),
    "a text over lines": (
        "description: 'TO\n  DO'\n",
        "# mdlint: ignore[placeholder-value]\ndescription: 'TO\n  DO'\n",
    ),
    "a plain text over lines": (
        "description: your\n  description here\n",
        "# mdlint: ignore[placeholder-value]\ndescription: your\n  description here\n",
    ),
    "a block": (
        "description: |\n  TODO\n",
        "description: |  # mdlint: ignore[placeholder-value]\n  TODO\n",
    ),
    "an item": ("tags:\n  - a\n  - ''\n", "tags:\n  - a\n  - ''  # mdlint: ignore[empty-tag]\n"),
    "brackets over lines": ("tags: [\n  a,\n  '',\n]\n", "tags: [\n  a,\n  '',  # mdlint: ignore[empty-tag]\n]\n"),
    "a field of an item": (
        "meta:\n  - name: author\n    other: TODO\n",
        "meta:\n  - name: author  # mdlint: ignore[meta-entry]\n    other: TODO\n",
    ),
    "CRLF": ("title: ''\r\n", "title: ''  # mdlint: ignore[empty-title]\r\n"),
    "characters of several bytes": ("a: é 🎉\ntitle: ''\n", "a: é 🎉\ntitle: ''  # mdlint: ignore[empty-title]\n"),
}


@pytest.mark.parametrize(("before", "after"), FIELDS.values(), ids=FIELDS)
def test_in_yaml(before: str, after: str) -> None:
    end = "\r\n" if "\r" in before else "\n"
    result = ignored(f"---{end}{before}---{end}")
    assert result.data.decode() == f"---{end}{after}---{end}"
    assert result.refused == ()


FILES = {
    "a missing field": ("---\ndate: a\n---\n", "---\n# mdlint: ignore-file[missing-field]\ndate: a\n---\n"),
    "beside another": (
        "---\na: 1\n# mdlint: ignore-file[empty-tag]\ntags: ['']\n---\n",
        "---\na: 1\n# mdlint: ignore-file[empty-tag, missing-field]\ntags: ['']\n---\n",
    ),
    "TOML": ('+++\ndate = "a"\n+++\n', '+++\n# mdlint: ignore-file[missing-field]\ndate = "a"\n+++\n'),
    "JSON": ('{"date": "a"}\n', '{"date": "a"}\n<!-- mdlint: ignore-file[missing-field] -->\n'),
    "JSON without an end of line": ('{"date": "a"}', '{"date": "a"}\n<!-- mdlint: ignore-file[missing-field] -->\n'),
    "no front matter": ("Text\n", "<!-- mdlint: ignore-file[missing-front-matter] -->\nText\n"),
    "a byte-order mark": ("\ufeff---\na: 1\n---\n", "\ufeff---\n# mdlint: ignore-file[missing-field]\na: 1\n---\n"),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_for_the_file(before: str, after: str) -> None:
    assert ignored(before, required=("title",)).data.decode() == after


BODIES = {
    "a paragraph": ("A\n\nb\n![]()\n", "A\n\n<!-- mdlint: ignore[empty-link] -->\nb\n![]()\n"),
    "right below another block": ("# A\nb ![]()\n", "# A\n<!-- mdlint: ignore[empty-link] -->\nb ![]()\n"),
    "a list": ("- A\n- ![]()\n", "<!-- mdlint: ignore[empty-link] -->\n- A\n- ![]()\n"),
    "a table": ("|a|\n|-|\n|![]()|\n", "<!-- mdlint: ignore[empty-link] -->\n|a|\n|-|\n|![]()|\n"),
    "an indented block": ("  ![]()\n", "<!-- mdlint: ignore[empty-link] -->\n  ![]()\n"),
    "below a comment": (
        "<!-- mdlint: ignore[empty-tag, empty-link] -->\n![]()\n\n![]()\n",
        "<!-- mdlint: ignore[empty-tag, empty-link] -->\n![]()\n\n<!-- mdlint: ignore[empty-link] -->\n![]()\n",
    ),
    "a section": ("## A\n\nTODO\n", "## A\n\n<!-- mdlint: ignore[placeholder-section] -->\nTODO\n"),
    "code": ("A\n\n```py\nb\n", "A\n\n<!-- mdlint: ignore[unclosed-code-fence] -->\n```py\nb\n"),
    "several of one block": ("![]()\n![]()\n", "<!-- mdlint: ignore[empty-link] -->\n![]()\n![]()\n"),
}


@pytest.mark.parametrize(("before", "after"), BODIES.values(), ids=BODIES)
def test_in_the_text(before: str, after: str) -> None:
    head = "---\ntitle: a\n---\n"
    # What else stands in a comment above is not needed, and nobody's business here.
    content = head + before
    data = content.encode()
    chosen = Settings(select=tuple(set(RULES) - {"unused-ignore"}), detect=False)
    found = run([Source("a.md", "a.md", data)], chosen).diagnostics
    result = with_ignores(Document("a.md", content), data, found, Linter(chosen))
    assert result.data.decode() == head + after
    assert run([Source("a.md", "a.md", result.data)], chosen).diagnostics == ()


def test_in_mdx() -> None:
    result = ignored("---\ntitle: a\n---\n\nA ![]()\n", "post.mdx")
    assert result.data.decode() == "---\ntitle: a\n---\n\n{/* mdlint: ignore[empty-link] */}\n\nA ![]()\n"


REFUSED = {
    "JSON": ('{"title": ""}\n', "stands where no comment can be written"),
    "about a comment": ("---\ntitle: a  # mdlint: ignore[nothing]\n---\n", "is not for a comment to ignore"),
    "another encoding": (b"---\ntitle: \xff\n---\n", "is not for a comment to ignore"),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_refused(content: str | bytes, why: str) -> None:
    result = ignored(content)
    assert [one.why for one in result.refused] == [why]
    assert result.data == (content if isinstance(content, bytes) else content.encode())


SCALARS = st.one_of(
    st.sampled_from(["''", "TODO", "|\n    TODO\n    # x", ">-\n    a \n    TODO", "'TO\n    DO'", '"a # b"', "[a, '']", "[\n    ''\n    ]", "{a: ''}", "null", "lorem\n    ipsum", "# x", "a: b", "'x"]),
    st.text(string.printable, max_size=8).map(repr),
)  # fmt: skip
KEYS = st.sampled_from(["title", "description", "tags", "meta", "cover", "date", "x"])
BLOCKS = st.sampled_from(
    ["A", "# A", "## B\n\nTODO", "![]()", "- a\n- ![]()", "```\n![]()\n```", "    code", "> q ![]()", "<div>\n![]()\n</div>", "<!-- x -->", "a\n---", "|a|\n|-|\n|![]()|", "[a]: b", "Certainly! Here is the text:", "***"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(KEYS, SCALARS, st.sampled_from(["", " ", "  # why"])), max_size=5),
    st.lists(BLOCKS, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["a.md", "a.mdx"]),
)
def test_comments_change_no_value_and_silence_what_they_name(
    fields: list[tuple[str, str, str]], blocks: list[str], line_end: str, path: str
) -> None:
    text = "---\n" + "".join(f"{key}: {value}{rest}\n" for key, value, rest in fields) + "---\n" + "\n".join(blocks)
    data = text.replace("\n", line_end).encode()
    chosen = Settings(schema="post")
    doc = Document.from_bytes(path, data)
    found = run([Source(path, path, data)], chosen).diagnostics
    result = with_ignores(doc, data, found, Linter(chosen))
    after = Document.from_bytes(path, result.data)
    assert repr(after.data) == repr(doc.data)
    lines = iter(result.data.splitlines())
    assert all(any(line.startswith(old.rstrip()) for line in lines) for old in data.splitlines())
    left = run([Source(path, path, result.data)], chosen).diagnostics
    assert len(left) <= len(found) - result.added
    assert "unused-ignore" not in {one.rule for one in left}
    again = with_ignores(after, result.data, left, Linter(chosen))
    assert again.data == result.data
