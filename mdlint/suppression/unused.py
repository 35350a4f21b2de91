"""Which comments were not needed: told at the end of a run, when files were also judged together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mdlint.diagnostic import NOWHERE, Diagnostic, Fix, Ignore, PlacedFact

GROUP = "suppression"
"""The group of rules about ignore comments; a comment that names none of them does not keep them quiet."""

Needed = set[tuple[str, int, str]]
"""Path, number of the comment and word of what has kept something quiet."""


def word_for(rule: str, group: str | None, words: Sequence[str]) -> str | None:
    """The word of a comment that names a rule best, or None; the empty word stands for all rules."""
    everything: tuple[str, ...] = ("", "all") if group != GROUP else ()
    for word in (rule, group, *everything):
        if word is not None and word in words:
            return word
    return None


def need_of(fact: PlacedFact, group: str, ignores: Mapping[str, Sequence[Ignore]]) -> Needed:
    """The comments that keep, or might keep, a finding about a fact quiet; `group` is that of the fact's rule."""
    if fact.path not in ignores:
        return set()
    comments = ignores[fact.path]
    if fact.ignored_by is not None:
        word = word_for(fact.rule, group, [word.text for word in comments[fact.ignored_by].words])
        return set() if word is None else {(fact.path, fact.ignored_by, word)}
    if fact.span != NOWHERE:
        return set()
    # What is found may be about any value in the file: whoever names the rule knows why.
    words = ((at, word.text) for at, comment in enumerate(comments) for word in comment.words)
    return {(fact.path, at, word) for at, word in words if word in (fact.rule, group)}


def unused_ignores(ignores: Mapping[str, Sequence[Ignore]], needed: Needed) -> Iterator[Diagnostic]:
    """What is to say of the files' comments, by path, that kept nothing quiet, neither in the file alone nor as `needed`."""
    for path, listed in ignores.items():
        for number, ignore in enumerate(listed):
            if ignore.unused is None:
                continue
            kept: list[str] = []
            spare: list[str] = []
            for at, word in enumerate(ignore.words):
                is_first = all(word.text != earlier.text for earlier in ignore.words[:at])
                is_needed = word.is_used or (is_first and (path, number, word.text) in needed)
                (kept if is_needed or not word.is_judged else spare).append(word.text)
            if spare:
                yield _said(ignore.unused, ignore.shorter if kept else ignore.unused.fix, kept, spare)


def _said(unused: Diagnostic, fix: Fix | None, kept: Sequence[str], spare: Sequence[str]) -> Diagnostic:
    names = " and ".join(f"`{word}`" for word in spare)
    message = "this comment ignores nothing" if spare == [""] else f"there is nothing to ignore for {names}"
    if kept and fix is not None:
        edit = fix.edits[0]._replace(text=", ".join(kept))
        fix = fix._replace(title=f"remove {names}", edits=(edit,))
    return unused._replace(message=message, hint=f"remove {names if kept else 'the comment'}", fix=fix)
