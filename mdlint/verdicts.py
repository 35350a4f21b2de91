"""What project rules say of a run's files; where nothing has changed that they look at, what they said last time.

A rule is asked again where the facts that it took out of a file are other ones, where it has looked up places in a file that has
changed, where it looks at folders of the site in which something has changed, and if it looks at the clock or the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mdlint.cache import Cache
from mdlint.cache_file import DamagedCacheError, as_json, identity, line_of, value_of, with_check
from mdlint.dependencies import content_digest
from mdlint.diagnostic import Row
from mdlint.named import NamedTuple
from mdlint.said import Kind, Said
from mdlint.site import Site
from mdlint.source import Source
from mdlint.stored import diagnostic_of

_VERDICTS, _SEEN, _HOLDS = b"V", b"S", b"A"
"""Kinds of lines: what a rule said, what of the site the rules have seen, and the files for which both hold."""
_WRONG = (ValueError, TypeError, LookupError, RecursionError)


class Verdicts(NamedTuple):
    """What a project rule said of all facts of some kinds: paths, and what is to be said there.

    looked_up: the files in which places were looked up. of_site: whether it looked at the folders of the site.
    """

    rule: str
    kinds: tuple[Kind, ...]
    said: Sequence[tuple[str, Row]]
    looked_up: tuple[str, ...] = ()
    of_site: bool = False


class Memory:
    """What rules said last time of the files of a run, and what they say this time."""

    def __init__(self, cache: Cache, sources: Sequence[Source], said: Sequence[Said], site: Site) -> None:
        self._cache = cache
        self._site = site
        self._sources = sources
        self._lines: dict[bytes, bytes] = {identity(line): line for line in cache.others}
        # Of a file of which the cache knows nothing, nobody could tell what has changed.
        self._contents = cache.contents(sources)
        self._is_of_use = all(
            content or not any(True for _ in one.facts()) for content, one in zip(self._contents, said, strict=True)
        )
        self._held: list[tuple[bytes, Verdicts]] = []
        self._seen: bytes | None = None
        self.others: set[Kind] | None = None
        """The kinds of the facts of which nothing is remembered, where they are known."""

    def held(self) -> list[Verdicts]:
        """What still holds of what was said last time."""
        if self._is_of_use and self._lines:
            try:
                self._look()
            except (DamagedCacheError, *_WRONG):
                self._held = []
        return [verdicts for _, verdicts in self._held]

    def _look(self) -> None:
        holds = [value_of(line) for line in self._lines.values() if line.startswith(_HOLDS)]
        about = next((one for one in reversed(holds) if one["of"] == self._files(before=True)), None)
        if about is None:
            return
        changed = {path for path, _, _ in self._cache.replaced}
        dirty = {rule for _, before, now in self._cache.replaced for rule in _differing(before, now)}
        seen = self._lines[about["seen"].encode()]
        is_same_site: bool | None = None
        for name in about["said"]:
            line = self._lines[name.encode()]
            verdicts = _verdicts_in(line)
            if verdicts.rule in dirty or not changed.isdisjoint(verdicts.looked_up):
                continue
            if verdicts.of_site:
                if is_same_site is None:
                    is_same_site = self._site.is_still(value_of(seen))
                if not is_same_site:
                    continue
            self._held.append((line, verdicts))
        self._seen = seen if is_same_site else None
        if len(self._held) == len(about["said"]) and not changed:
            self.others = {(rule, collection) for rule, collection in about["others"]}

    def keep(self, new: Sequence[Verdicts], others: Iterable[Kind]) -> None:
        """Remember these, and what still holds. `others` are the kinds of the facts that must be judged in each run."""
        if not self._is_of_use or not (new or self._cache.replaced):
            return
        lines = [*(line for line, _ in self._held), *map(_line_of, new)]
        uses_site = any(verdicts.of_site for verdicts in new)
        seen = line_of(_SEEN, self._site.seen()) if self._seen is None or uses_site else self._seen
        about = {
            "of": self._files(before=False),
            "seen": identity(seen).decode(),
            "said": [identity(line).decode() for line in lines],
            "others": sorted(others),
        }
        self._cache.keep_others([*lines, seen, line_of(_HOLDS, about)])

    def _files(self, *, before: bool) -> str:
        """A digest of the files that the rules have compared."""
        contents = self._contents
        if before and self._cache.replaced:
            contents = self._cache.contents(self._sources, before=True)
        texts = [self._site.base, self._site.root]
        for file in sorted(zip([source.shown for source in self._sources], contents, strict=True)):
            texts += file
        return content_digest("\0".join(texts).encode("utf-8", "surrogatepass"))


def _differing(before: Said | None, now: Said) -> set[str]:
    """The rules whose facts of a file are other ones."""
    facts: list[dict[str, list[str]]] = []
    for said in (before, now):
        by_rule: dict[str, list[str]] = {}
        for kind, row in said.facts() if said is not None else ():
            by_rule.setdefault(kind[0], []).append(repr(row))
        facts.append(by_rule)
    one, other = facts
    return {rule for rule in one.keys() | other.keys() if one.get(rule) != other.get(rule)}


def _line_of(verdicts: Verdicts) -> bytes:
    quickly = len(verdicts.said) > 100
    rows: dict[bytes, int] = {}
    said: dict[str, list[int]] = {}
    for path, row in verdicts.said:
        text = as_json(row, quickly=quickly)
        said.setdefault(path, []).append(rows.setdefault(text, len(rows)))
    about = [verdicts.rule, verdicts.kinds, said, verdicts.looked_up, verdicts.of_site]
    return with_check(_VERDICTS, b"[%s,[%s]]" % (as_json(about, quickly=quickly), b",".join(rows)))


def _verdicts_in(line: bytes) -> Verdicts:
    """Raises DamagedCacheError, ValueError, TypeError, LookupError."""
    (rule, kinds, numbers, looked_up, of_site), rows = value_of(line)
    read = list(map(diagnostic_of, rows))
    said = [(path, read[number]) for path, those in numbers.items() for number in those]
    return Verdicts(
        rule, tuple((name, collection) for name, collection in kinds), said, tuple(looked_up), bool(of_site)
    )
