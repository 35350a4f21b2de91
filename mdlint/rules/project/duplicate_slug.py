from __future__ import annotations

from collections.abc import Iterator, Sequence

from mdlint.address import Address
from mdlint.diagnostic import PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import address_of, addressed, grouped, page
from mdlint.site import Site


class DuplicateSlug(ProjectRule):
    """Two pages have one address.

    The generator writes one over the other, and one of them is gone. The address is what the site's generator makes
    of the file's path and of `slug`, `url`, `permalink` and the like, so set `generator` if it is not recognised.
    Addresses that differ in letter case only are one on macOS and Windows, and on many servers. Pages in another
    language are not compared, nor are drafts.

    ## Bad
    ```md path=content/posts/rye.md config="generator = 'hugo'"
    ---
    title: Rye bread
    ---
    ```
    ```md path=content/posts/second.md config="generator = 'hugo'"
    ---
    title: Rye bread, a second try
    slug: rye
    ---
    ```

    ## Good
    ```md path=content/posts/rye.md config="generator = 'hugo'"
    ---
    title: Rye bread
    ---
    ```
    ```md path=content/posts/second.md config="generator = 'hugo'"
    ---
    title: Rye bread, a second try
    slug: rye-again
    ---
    ```
    """

    severity = "error"
    across = True

    def needs(self) -> Needs:
        return Needs(look=addressed)

    def collect(self, doc: Document) -> Iterator[Fact]:
        fact = page(doc)
        if fact is not None:
            yield fact

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        for group in grouped(facts, (_folded(address_of(fact, site)) for fact in facts)):
            for fact in group.facts:
                field = fact.key_path[0] if fact.key_path else None
                what = f"`{field}` gives the page" if field else "the page has"
                hint = f"give one of them another `{field}`" if field else _HINT
                yield Verdict(fact, f"{what} the same address as {group.others(fact)}", hint)


_HINT = "give one of them another address: another name of the file, or another `slug` or the like"


def _folded(found: Address | None) -> tuple[tuple[str, ...], str] | None:
    return found and (found.within, found.url.casefold())
