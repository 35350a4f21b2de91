from __future__ import annotations

from collections.abc import Iterator

from mdlint.at_first_sight import paragraphs_around
from mdlint.diagnostic import Finding, shortened
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Needs, Rule

_SIGNS = ("]()", "](<>)")
_EMPTY = regex(r"\]\((?:<>)?\)")


class EmptyLink(Rule):
    """A link or a picture in the text has no address: `[the recipe]()`, `![A loaf]()`.

    The link leads to the page itself, and the picture is a broken one: the author, or the script that
    wrote the text, left the address for later. Code is not looked at, nor anchors such as `[](){#id}`.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---

    See [the recipe]().

    ![A loaf of rye bread]()
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---

    See [the recipe](#recipe). An empty link is written `[text]()`.

    Call `Empty[T]()` for a list without items.
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(body=_SIGNS)

    def check(self, doc: Document) -> Iterator[Finding]:
        # Imported here: few files get so far.
        from mdlint.body import read_links

        text = doc.text
        found = [match.start() for match in _EMPTY.finditer(text, doc.body_start)]
        start, end = paragraphs_around(text, doc.body_start, found[0], found[-1])
        for link in read_links(text[:end], start):
            if link.target or doc.is_template:
                continue
            if not link.is_image and (not link.text.strip() or _is_code(doc.text, link.start, link.end)):
                continue
            what = "picture" if link.is_image else "link"
            named = f" `{shortened(link.text, 40)}`" if link.text.strip() else ""
            yield Finding(
                doc.span(link.start, link.end),
                f"the {what}{named} has no address",
                hint=f"write the address between the parentheses, or remove the {what}",
            )


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether what looks like a link is a call such as `Empty[T]()`, or has attributes of its own."""
    before = text[start - 1 : start]
    return (before.isascii() and (before.isalnum() or before in ("_", ")", "]", ">", "$"))) or text[
        end : end + 1
    ] == "{"
