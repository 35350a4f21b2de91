"""From what a validator found to what the author is told: each mistake once, with what the schema says of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mdlint.diagnostic import KeyPath
from mdlint.schema.violation import Violation
from mdlint.schema.words import did_you_mean

UnknownBeside = Callable[[KeyPath], Sequence[Violation]]
"""The fields of the mapping at a key path that the schema does not know, also where it lets them pass."""


def told(
    violations: Sequence[Violation], remarks: Iterable[Violation], unknown_beside: UnknownBeside
) -> Iterator[Violation]:
    """The violations and the remarks (unknown and deprecated fields), each mistake once.

    A missing field, and beside it one of a misspelled or a deprecated name for it, are one mistake.
    """
    others = [violation for violation in violations if violation.kind != "unknown"]
    about_names = [*(violation for violation in violations if violation.kind == "unknown"), *remarks]
    same: list[Violation] = []
    for violation in others:
        found, other = violation, None
        if violation.kind == "missing" and not violation.message:
            found, other = _replaced(violation, about_names)
            if other is None:
                path = violation.path[:-1]
                unknown = [remark for remark in about_names if remark.kind == "unknown" and remark.path[:-1] == path]
                found, other = _renamed(violation, unknown or unknown_beside(path))
        if other is not None:
            same.append(other)
        yield found
    for remark in about_names:
        # The key that names the file's schema is none of its fields.
        if remark not in same and remark.path != ("$schema",):
            yield remark


def _replaced(violation: Violation, remarks: Iterable[Violation]) -> tuple[Violation, Violation | None]:
    for remark in remarks:
        if remark.kind == "deprecated" and (*remark.path[:-1], remark.expected) == violation.path:
            return violation.replace(hint=f"rename `{remark.path[-1]}`, which is deprecated"), remark
    return violation, None


def _renamed(violation: Violation, unknown: Iterable[Violation]) -> tuple[Violation, Violation | None]:
    beside = {str(other.path[-1]): other for other in unknown}
    near = did_you_mean(str(violation.path[-1]), beside)
    return (violation, None) if near is None else (violation.replace(expected=near), beside[near])
