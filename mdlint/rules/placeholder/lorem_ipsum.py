from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import is_sample

_SIGNS = ("ipsum", "consectetur", "adipisc", "nostrud", "reprehenderit", "cupidatat")
_WORDS = (
    "lorem ipsum dolor si sit amet consectetur consectetuer adipiscing adipisicing adipisci elit sed do diam nonummy nibh "
    "eiusmod tempor incididunt ut labore et dolore magna aliqua aliquam ad enim minim veniam quis nostrud exercitation "
    "ullamco laboris nisi nisl aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse "
    "cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt "
    "mollit anim id est laborum at vero eos accusam justo duo dolores ea rebum stet clita kasd gubergren no sea takimata "
    "sanctus pellentesque habitant morbi tristique senectus netus malesuada fames ac turpis egestas vestibulum tortor quam "
    "feugiat vitae ultricies eget donec mauris placerat eleifend vivamus suspendisse praesent curabitur"
)
"""Of the usual passage, and what generators add to it."""
_SHARE = 0.75
"""How many of a text's words must be from there."""


class LoremIpsum(Rule):
    """A value is the filler text that a theme or a generator of demo posts left: "Lorem ipsum dolor sit amet…".

    It is shown in lists, feeds and search results. A text about the filler is safe, since most
    of its words are others, and so are the pages by which a theme shows itself. The text below the
    front matter is not judged: there the filler stands in examples.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: Lorem ipsum dolor sit amet, consectetur adipiscing elit.
    ---
    ```

    ## Good
    ```md
    ---
    title: "Lorem ipsum: where the filler comes from"
    description: Why every draft begins with "Lorem ipsum dolor sit amet".
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=_SIGNS)

    def check(self, doc: Document) -> Iterator[Finding]:
        for scalar in doc.leaves:
            text = scalar.text.casefold()
            if any(sign in text for sign in _SIGNS) and isinstance(scalar.value, str) and _is_filler(text):
                if is_sample(doc):
                    return
                path = doc.path_of(scalar)
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is filler text: `{shortened(scalar.text)}`",
                    hint="write what belongs there, or remove the field",
                )


def _is_filler(text: str) -> bool:
    known = frozenset(_WORDS.split())
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) > 1 and sum(word in known for word in words) >= _SHARE * len(words)
