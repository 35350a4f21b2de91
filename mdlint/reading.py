"""Where it comes from what is said of files: the cache, or the files, which several processes read where they are many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from mdlint.dependencies import depends_on
from mdlint.diagnostic import PlacedFact
from mdlint.named import NamedTuple
from mdlint.said import Kind, Said
from mdlint.settings import Settings
from mdlint.source import Source

if TYPE_CHECKING:
    from mdlint.cache import Cache
    from mdlint.document import Document
    from mdlint.files import Examined
    from mdlint.linter import Linter
    from mdlint.project import LookUp
    from mdlint.rule import ProjectRule

_ENOUGH = 400
"""Files from which on starting processes pays."""
_MOST_JOBS = 60
"""Windows cannot wait for more processes than this."""


class How(NamedTuple):
    """What makes a run quick: outcomes of earlier ones, and the number of processes; None: as many as pay."""

    cache: Cache | None = None
    jobs: int | None = None


class Reading:
    """Gets what is said of files for one run. What judges them is made when a file must be read."""

    def __init__(self, settings: Settings, linter: Linter | None, cache: Cache | None, jobs: int | None) -> None:
        """Raises SchemaError when a schema cannot be used, CodeError when a plugin cannot; not where the cache
        was made with the same ones."""
        self._settings = settings
        self._given = linter
        self.cache = cache
        self._jobs = jobs
        if cache is None or cache.is_new:
            self.linter.load()

    @cached_property
    def linter(self) -> Linter:
        """What judges the files."""
        # Imported here, as below: where all is known from before, nothing is read.
        from mdlint.linter import Linter

        return self._given or Linter(self._settings)

    def needs_site(self, kind: Kind) -> bool:
        """Whether the rule of such facts compares files."""
        if self._given is not None:
            return self._given.rule_of(kind).needs_site
        # Imported here, and not what judges: where all is known from before, no rule is needed to tell.
        from mdlint.plugins import registry_of

        return registry_of(self._settings).needs_site(kind[0])

    def said(self, sources: Sequence[Source], progress: Callable[[int], None] | None = None) -> list[Said]:
        """What there is to say of each file, in order; `progress` is told after each how many are done."""
        cache = self.cache
        found = [(None, None)] * len(sources) if cache is None else list(map(cache.find, sources))
        unknown = [source for source, (said, _) in zip(sources, found, strict=True) if said is None]
        examined = iter(self._examined(unknown))
        all_said: list[Said] = []
        for number, (source, (said, state)) in enumerate(zip(sources, found, strict=True)):
            if said is None:
                new, content, depends = next(examined)
                for path, was in depends:
                    depends_on(path, was)
                if cache is not None and state and content:
                    cache.keep(source, state, content, new)
                all_said.append(new)
            else:
                all_said.append(said)
            if progress is not None:
                progress(number + 1)
        return all_said

    def _examined(self, sources: Sequence[Source]) -> Iterable[Examined]:
        if not sources:
            return ()
        self.linter.load()
        jobs = jobs_for(len(sources), self._jobs)
        if jobs == 1:
            from mdlint.files import examine_each

            return examine_each(sources, self.linter, digests=self.cache is not None)
        from mdlint.workers import examine_all

        return examine_all(sources, self.linter, jobs)

    def looking_up(self, sources: Mapping[str, Source]) -> LookUp:
        """Finds places in these files, by their reported paths, or remembers them."""
        # Imported here: hardly any rule looks for the place of what it found.
        from mdlint.files import read_file
        from mdlint.project import Asked, looking_up

        def read(path: str) -> Document | None:
            return read_file(sources[path], self.linter) if path in sources else None

        look = looking_up(self.linter, read)

        def look_up(path: str, rule: ProjectRule, asked: Sequence[Asked]) -> list[PlacedFact | None]:
            source = sources.get(path)
            if self.cache is None or source is None:
                return look(path, rule, asked)
            found = self.cache.places(source, rule.name, asked)
            if found is None:
                found = look(path, rule, asked)
                self.cache.keep_places(source, rule.name, asked, found)
            return found

        return look_up

    def forget(self, source: Source) -> None:
        """Know nothing of a file any more, which was fixed."""
        if self.cache is not None:
            self.cache.forget(source)

    def start_anew(self) -> None:
        """Know nothing: what the cache holds cannot be read."""
        if self.cache is not None:
            self.cache.clear()
        self.linter.load()

    def end(self) -> tuple[str, ...]:
        """Keep what is new; what the user should know of the schemas."""
        if self.cache is None:
            return self.linter.notes
        notes = self.linter.notes if self.cache.is_new else self.cache.notes
        self.cache.save(notes)
        return notes


def jobs_for(count: int, wanted: int | None) -> int:
    """The processes to use for so many files; `wanted` is what the user asked for."""
    if wanted is not None:
        return max(1, min(wanted, count, _MOST_JOBS))
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, _MOST_JOBS) if count >= _ENOUGH else 1
