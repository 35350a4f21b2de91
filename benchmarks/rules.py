"""Measure what the rules cost, together and each.

    python benchmarks/rules.py CORPUS [--files 5000] [--rounds 5]

Two commands run in turn, as `compare.py` does: mdlint with all default rules, and with none. Then the files are
checked once more in this process with a clock around each rule, and around what tells which rules to ask, and their shares
of the whole are printed: of reading and checking the files, without start-up and the report. The clock itself costs about as much as a rule
that has nothing to say, so small shares are too large.
"""

import argparse
import gc
import itertools
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from compare import compare, copies  # type: ignore[import-not-found]  # a script beside this one

from mdlint import rules
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.prefilter import Prefilter
from mdlint.rule import ProjectRule, Rule
from mdlint.settings import Settings

seconds: dict[str, float] = defaultdict(float)


def clocked(rule: type[Rule]) -> None:
    """Let a rule's time be counted, that of making its list of findings or facts included."""
    name = "collect" if issubclass(rule, ProjectRule) else "check"
    find = getattr(rule, name)

    def timed(self: Any, doc: Document) -> Iterator[Any]:
        started = time.perf_counter()
        found = list(find(self, doc))
        seconds[rule.name] += time.perf_counter() - started
        return iter(found)

    setattr(rule, name, timed)


def clocked_prefilter() -> None:
    """Let the time be counted that it takes to tell which rules to ask."""
    tell = Prefilter.rules_for

    def timed(self: Prefilter, docs: Sequence[Document]) -> list[list[str]]:
        started = time.perf_counter()
        asked = tell(self, docs)
        seconds["telling which rules to ask"] += time.perf_counter() - started
        return asked

    Prefilter.rules_for = timed  # type: ignore[method-assign]


def lint(linter: Linter, files: Iterable[tuple[str, bytes]]) -> None:
    """Check the files in batches, as a run does."""
    waiting = iter(files)
    while batch := [Document.from_bytes(path, data) for path, data in itertools.islice(waiting, 100)]:
        linter.examine_all(batch)


def profile(corpus: Path, count: int) -> None:
    """Print each rule's share of checking so many files, warmed up with all of them once."""
    files = [(str(path), path.read_bytes()) for path in sorted(corpus.rglob("*.md")) if path.is_file()]
    for rule in rules.load_all():
        clocked(rule)
    clocked_prefilter()
    linter = Linter(Settings())
    lint(linter, files)
    seconds.clear()
    gc.freeze()
    started = time.perf_counter()
    lint(linter, itertools.islice(itertools.cycle(files), count))
    whole = time.perf_counter() - started
    print(f"{count} files in {whole:.2f} s; in the rules {sum(seconds.values()) / whole:.0%}")
    for name, spent in sorted(seconds.items(), key=itemgetter(1), reverse=True)[:25]:
        print(f"{spent / whole:7.1%}  {spent / count * 1e6:6.1f} µs a file  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copies(arguments.corpus, Path(name), arguments.files)
        mdlint = [sys.executable, "-m", "mdlint", "check", "--isolated", "--no-cache", "-j1", name]
        what = f"{arguments.files} files, all rules against none"
        compare(what, mdlint, [*mdlint, "--ignore", "all"], arguments.rounds)
    profile(arguments.corpus, arguments.files)


if __name__ == "__main__":
    main()
