from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from mdlint.address import Address
from mdlint.diagnostic import PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, children, resolved
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.project import Group, address_of, addressed, page
from mdlint.site import Site

_FIELD = {"hugo": "aliases", "zola": "aliases", "quarto": "aliases", "jekyll": "redirect_from"}
"""Per generator the field that lists a page's former addresses. Elsewhere `aliases` are other names."""


class RedirectConflict(ProjectRule):
    """A page's former address is in use.

    The generator writes a redirect in the place of a page, or one redirect over another: which of them is left nobody
    has decided. Read are `aliases` of Hugo, Zola and Quarto and `redirect_from` of Jekyll. Pages in another language
    are not compared, nor are drafts.

    ## Bad
    ```md path=content/rye.md config="generator = 'hugo'"
    ---
    title: Rye bread
    ---
    ```
    ```md path=content/dark.md config="generator = 'hugo'"
    ---
    title: Dark bread
    aliases: [/rye/]
    ---
    ```

    ## Good
    ```md path=content/rye.md config="generator = 'hugo'"
    ---
    title: Rye bread
    ---
    ```
    ```md path=content/dark.md config="generator = 'hugo'"
    ---
    title: Dark bread
    aliases: [/black/]
    ---
    ```
    """

    severity = "error"
    across = True

    def needs(self) -> Needs:
        return Needs(look=addressed)

    def collect(self, doc: Document) -> Iterator[Fact]:
        field = _FIELD.get(doc.generator or "")
        fact = page(doc) if field else None
        if fact is None or field is None:
            return
        yield fact
        node = doc.node(field)
        for at, item in [((field,), resolved(node))] if node is not None else []:
            items = [(at, item)] if isinstance(item, Scalar) else [((*at, n), resolved(i)) for n, i in children(item)]
            for path, alias in items:
                if isinstance(alias, Scalar) and isinstance(alias.value, str) and "://" not in alias.value:
                    yield Fact(path, {**fact.value, "alias": alias.value.strip()})

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        aliases = [fact for fact in facts if "alias" in fact.value]
        if not aliases:
            return
        pages: dict[Any, PlacedFact] = {}
        own = {}
        for fact in facts:
            if "alias" not in fact.value and (found := address_of(fact, site)) is not None:
                pages.setdefault(_key(fact, found), fact)
                own[fact.path] = found
        claims: dict[Any, list[PlacedFact]] = {}
        for fact in aliases:
            if fact.path in own:
                claims.setdefault(_key(fact, _former(fact, own[fact.path])), []).append(fact)
        for key, claimed in claims.items():
            yield from _said(claimed, pages.get(key))


_HINT = "remove the redirect from one of them"


def _said(claimed: list[PlacedFact], there: PlacedFact | None) -> Iterator[Verdict]:
    others = Group(claimed)
    for fact in claimed:
        from_there = f"`{format_key_path(fact.key_path or ())}` redirects from `{shortened(fact.value['alias'])}`"
        if there is not None and there.path == fact.path:
            yield Verdict(fact, f"{from_there}, the page's own address", "remove the redirect")
        elif there is not None:
            yield Verdict(fact, f"{from_there}, which is the address of `{there.path}`", _HINT)
        elif others.is_several:
            yield Verdict(fact, f"{from_there}, as does {others.others(fact)}", _HINT)
    if there is not None and any(fact.path != there.path for fact in claimed):
        what = f"`{there.key_path[0]}` gives the page an address" if there.key_path else "the page's address is one"
        yield Verdict(there, f"{what} that {others.others(there)} redirects from", _HINT)


def _key(fact: PlacedFact, found: Address) -> tuple[tuple[str, ...], str]:
    # Jekyll's pages and permalinks share one space.
    return (found.within[1:] if fact.value["by"] == "jekyll" else found.within), found.url


def _former(fact: PlacedFact, own: Address) -> Address:
    """The address that an alias is."""
    alias, by = fact.value["alias"], fact.value["by"]
    if by == "jekyll":
        return own._replace(url=f"/{alias.lstrip('/')}".removesuffix("index.html"))
    if by == "quarto" and not alias.endswith(".html"):
        alias = alias.rstrip("/") + "/index.html"
    if not alias.startswith("/") and by != "zola":
        alias = posixpath.join(posixpath.dirname(own.url), alias)
    return own._replace(url=posixpath.normpath(f"/{alias}").strip("/"))
