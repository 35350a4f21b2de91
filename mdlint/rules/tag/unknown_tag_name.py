from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.diagnostic import Finding, Fix, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar, children
from mdlint.rule import Needs, Rule
from mdlint.rules.tag import respelt, spelt, suspicious


class UnknownTagName(Rule):
    """The tag is none of those that the site uses.

    A tag that is misspelt, or another word for one that is there, makes a page of its own with one post
    on it. List the site's tags in the option `names`; without it the rule says nothing.

    ## Bad
    ```md config="rules.unknown-tag-name.names = ['bread', 'rye', 'sourdough']"
    ---
    title: Rye bread
    tags: [bread, sour-dough]
    ---
    ```

    ## Good
    ```md config="rules.unknown-tag-name.names = ['bread', 'rye', 'sourdough']"
    ---
    title: Rye bread
    tags: [bread, sourdough]
    ---
    ```

    ## Options
    - `names`: the tags that may be used.
    - `fields`: the fields that hold a tag or a list of tags.
    """

    severity = "error"
    fixable = "unsafe"
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ("tags",)

    def needs(self) -> Needs:
        return Needs(fields=self.fields, look=suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.names:
            return
        for path, node in doc.fields(self.fields):
            if isinstance(node, Scalar):
                yield from self._judged(doc, path, node.value)
            elif not isinstance(node, Mapping):
                for at, item in children(node):
                    yield from self._judged(doc, (*path, at), item.value)

    def _judged(self, doc: Document, path: KeyPath, tag: object) -> Iterator[Finding]:
        if not isinstance(tag, str) or not tag.strip() or tag in self.names:
            return
        close = _closest(tag, self.names)
        edit = respelt(doc, path, close) if close else None
        yield Finding(
            path,
            f"`{format_key_path(path)}` is `{shortened(tag)}`, which is none of the site's tags",
            hint=f"did you mean `{close}`?" if close else "use one of them, or add this one to the option `names`",
            fix=Fix(f"write `{close}`", (edit,), safe=False) if edit is not None else None,
        )


def _closest(tag: str, names: Sequence[str]) -> str | None:
    """The name that is meant, most likely: spelt in another way, or misspelt."""
    alike = next((name for name in names if spelt(name) == spelt(tag.strip())), None)
    if alike is not None:
        return alike
    # Imported here: only a mistake needs it.
    from difflib import get_close_matches

    by_spelling = {spelt(name): name for name in names}
    close = get_close_matches(spelt(tag), by_spelling, n=1, cutoff=0.75)
    return by_spelling[close[0]] if close else None
