"""One document's outcome as its comments want it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import TYPE_CHECKING

from mdlint.diagnostic import Diagnostic, Finding, Outcome, order_of
from mdlint.document import Document
from mdlint.named import NamedTuple
from mdlint.suppression import Ignores
from mdlint.suppression.unused import GROUP

if TYPE_CHECKING:
    from mdlint.rules import Registry


class Judging(NamedTuple):
    """How the document was judged.

    wanted: the rules whose findings are reported. is_asked: whether a rule was asked about it. asks_all: whether no
    selection leaves some rules out. place: makes a diagnostic of a rule's finding. most: findings of one rule that are kept.
    """

    wanted: AbstractSet[str]
    is_asked: Callable[[str], bool]
    asks_all: bool
    place: Callable[[str, Finding], Diagnostic]
    most: int


def heeded(doc: Document, outcome: Outcome, registry: Registry, judging: Judging) -> Outcome:
    """The outcome without what comments ignore, with what is wrong with them, and with the comments themselves."""
    ignores = Ignores(doc, registry)
    if not ignores.comments:
        return outcome
    # Of fields that could not be read nobody knows what there would be to ignore.
    whole = not doc.unread and (doc.front_matter is None or doc.root is not None)
    whole = whole and all(found.rule != "internal-error" for found in outcome.diagnostics)

    def is_judged(word: str) -> bool:
        return whole and _is_judged(word, registry, judging.is_asked, asks_all=judging.asks_all)

    def place_unused(finding: Finding) -> Diagnostic:
        return judging.place("unused-ignore", finding)

    said = islice(ignores.about(), judging.most)
    about = [judging.place(finding.rule, finding) for finding in said if finding.rule in judging.wanted]
    outcome = ignores.heed(outcome._replace(diagnostics=tuple(sorted((*outcome.diagnostics, *about), key=order_of))))
    listed = ignores.listed(is_judged, place_unused if "unused-ignore" in judging.wanted else None)
    return outcome._replace(ignores=tuple(listed))


def _is_judged(word: str, registry: Registry, is_asked: Callable[[str], bool], *, asks_all: bool) -> bool:
    """Whether all rules that a word names were asked: of a group those that are on by default.

    `asks_all` is whether no selection leaves some of them out.
    """
    if word in ("", "all"):
        return asks_all
    if GROUP in (word, registry.group_of(word)):
        return False
    if registry.group_of(word) is not None:
        return is_asked(word)
    members = [name for name in registry.names() if registry.group_of(name) == word]
    return bool(members) and all(is_asked(name) for name in members if registry.is_selected(name, None, (), ()))
