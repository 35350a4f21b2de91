"""From what a validator found to what the author is told: each mistake once, with what the schema says of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mdlint.diagnostic import KeyPath
from mdlint.schema.violation import Violation
from mdlint.spelling import misspelled_for

UnknownBeside = Callable[[KeyPath], Sequence[Violation]]
"""The fields of the mapping at a key path that the schema does not know, also where it lets them pass."""

Known = Callable[[KeyPath], object]
"""Whether something else than the schema knows a field."""


def told(
    violations: Sequence[Violation],
    remarks: Iterable[Violation],
    unknown_beside: UnknownBeside,
    data: Any,
    known: Known | None = None,
) -> Iterator[Violation]:
    """The violations and the remarks (unknown and deprecated fields), each mistake once.

    A missing field, and beside it one of a misspelled or a deprecated name for it, are one mistake. The
    `expected` of unknown fields are the known ones, of which the data may lack one that was meant.
    """
    said = [*(violation for violation in violations if violation.kind == "unknown"), *remarks]
    # The key that names the file's schema is none of its fields.
    unknown = [v for v in said if v.kind == "unknown" and v.path != ("$schema",) and not (known and known(v.path))]
    others = [violation for violation in said if violation.kind != "unknown"]
    # Tables, since a file may have thousands of such fields.
    replacing = {_successor(remark): remark for remark in reversed(others) if remark.kind == "deprecated"}
    unknown_in: dict[KeyPath, list[Violation]] = {}
    for remark in unknown:
        unknown_in.setdefault(remark.path[:-1], []).append(remark)
    done: set[tuple[KeyPath, str]] = set()
    taken: set[KeyPath] = set()
    for violation in violations:
        if violation.kind == "unknown":
            continue
        found, other = violation, None
        if violation.kind == "missing" and not violation.message:
            other = replacing.get(violation.path)
            if other is not None:
                name = other.path[-1]
                found = violation._replace(expected=name, hint=f"rename `{name}`, which is deprecated")
            else:
                path = violation.path[:-1]
                beside = unknown_in.get(path) or unknown_beside(path)
                left = [one for one in beside if _mark(one) not in done and not (known and known(one.path))]
                found, other = _misspelled(violation, left)
        if other is not None:
            done.add(_mark(other))
            taken.add(violation.path)
        yield found
    for remark in others:
        if _mark(remark) not in done:
            yield remark
    for remark in unknown:
        if _mark(remark) in done:
            continue
        meant = misspelled_for(str(remark.path[-1]), _absent(remark, data))
        if meant is None or (target := (*remark.path[:-1], meant)) in taken:
            yield remark
        else:
            taken.add(target)
            yield Violation(remark.path, "misspelled", remark.value, meant, severity=remark.severity or "warning")


def _mark(violation: Violation) -> tuple[KeyPath, str]:
    """What tells violations of one schema apart."""
    return violation.path, violation.kind


def _successor(deprecated: Violation) -> KeyPath:
    """The key path of what a deprecated field was replaced by."""
    return (*deprecated.path[:-1], deprecated.expected)


def _misspelled(violation: Violation, unknown: Iterable[Violation]) -> tuple[Violation, Violation | None]:
    beside = {str(other.path[-1]): other for other in unknown}
    meant = str(violation.path[-1])
    near = misspelled_for(meant, beside)
    if near is None:
        return violation, None
    return Violation(beside[near].path, "misspelled", beside[near].value, meant), beside[near]


def _absent(unknown: Violation, data: Any) -> list[str]:
    """The fields that the schema knows and the mapping of an unknown one lacks."""
    for part in unknown.path[:-1]:
        data = data[part]
    return [str(name) for name in unknown.expected if name not in data]
