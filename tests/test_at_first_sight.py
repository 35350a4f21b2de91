"""What is told at first sight is what reading the Markdown tells."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mdlint.at_first_sight import UNKNOWN, is_heading_certain, paragraphs_around, unclosed_fence
from mdlint.body import read_blocks, read_links

ELSEWHERE = (
    "- ```", "> ```", "> - ```", "1. ~~~", "[^1]: ```", "    ```", "\t```", "<div>", "</a>", "  <pre>", "<!--", "-->", "```\t",
)  # fmt: skip
"""Fences that are in other blocks or none, HTML that may hide one, and a fence that the parser takes for none."""
LINES = st.lists(
    st.sampled_from((
        "```", "```sh", "``` sh", "````", "~~~", "~~~~ md", "```\t", "```sh`", "a ``` b", "`` ``` ``", "  ```", "    ```", "- ```",
        "> ```", "> - ```", "1. ~~~", "[^1]: ```", "\t```", "# Rye", "## Bread #", "#", "text", "- item", "  more", "    code",
        "> quote", "* * *", "---", "===", "| a | b |", "|---|---|", "[a]: b", "[a]: b '", "[^1]: note", "[^1]:", "\\", "`",
        "[a](b", "<div>", "</a>", "  <pre>", "<!--", "-->", "", "", "",
    )),
    max_size=12,
)  # fmt: skip


@given(LINES, st.sampled_from(("", "\n", "\n\n")))
@settings(max_examples=300)
def test_unclosed_fence(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    at = unclosed_fence(text)
    blocks = read_blocks(text, 0)
    if at is not None and at != UNKNOWN:
        assert (blocks[-1].kind, blocks[-1].start) == ("codeblock", at)
        assert read_blocks(text + "\n" + "```text\n" * 3, 0)[-1].start == at
    elif at is None and set(lines).isdisjoint(ELSEWHERE):
        assert read_blocks(f"{text}\n# Heading", 0)[-1].text == "Heading"


@given(LINES, LINES)
@settings(max_examples=300)
def test_certain_headings(above: list[str], below: list[str]) -> None:
    text = "\n".join((*above, "# Heading", *below))
    at = len("\n".join((*above, "")))
    if is_heading_certain(text, 0, at):
        assert at in [block.start for block in read_blocks(text, 0) if block.level == 1]


@given(LINES, LINES)
@settings(max_examples=300)
def test_paragraphs_around(above: list[str], below: list[str]) -> None:
    text = "\n".join((*above, "", "a [link]()", "", *below))
    at = text.index("a [link]()")
    start, end = paragraphs_around(text, 0, at, at)
    assert read_links(text[:end], start) == read_links(text, 0)
