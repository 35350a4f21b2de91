"""Of a value that fits no branch of a union: what to say of it.

The author meant one of the branches. To list what is wrong with each would bury the one mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mdlint.diagnostic import KeyPath, format_key_path
from mdlint.schema.violation import Kind, Violation, merged_types
from mdlint.schema.words import TYPES, one_of, shown
from mdlint.spelling import did_you_mean

_KINDS: dict[type, str] = {
    str: "text",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "list",
    dict: "mapping",
    type(None): "null",
}
_DATES = {"date", "date-time"}
_NOTHING = (None, "")
"""Values that stand for no value: nobody should be told to write them."""

Branch = list[Violation]


def nearest(own: KeyPath, value: Any, branches: Sequence[Branch]) -> Branch:
    """The violations of the branch that was meant; nothing where one branch has none.

    That is the branch of the value's own type, then the one whose distinguishing field (`type: video`)
    has the value it must have, then the one with the fewest and deepest violations.
    """
    if not all(branches):
        return []
    typed = [branch for branch in branches if not _wants_other_type(own, value, branch)]
    if not typed:
        return [_one_for_all(own, value, branches)]
    if len(typed) == 1:
        [branch] = typed
        found = [violation for other in branches for violation in other if violation.path == own]
        return [or_other_type(branch[0], found)] if len(branch) == 1 and branch[0].path == own else branch
    if all(_is_missing_one(branch) for branch in typed):
        return [_one_of_missing(own, [branch[0] for branch in typed])]
    meant = _told_apart(own, typed)
    if len(meant) > 1 and all(len(branch) == 1 and branch[0].path == own for branch in meant):
        return [_one_for_all_texts(own, value, [branch[0] for branch in meant])]
    return min(meant, key=lambda branch: (len(branch), -max(len(violation.path) for violation in branch)))


def or_other_type(violation: Violation, others: Sequence[Violation]) -> Violation:
    """What to say of a text that is none of those allowed: also which numbers and the like, of other branches, would do."""
    if violation.kind != "enum" or not violation.path or not isinstance(violation.value, str):
        return violation
    named = {kind for other in others if other.kind == "type" for kind in other.expected}
    kinds = merged_types(sorted(named - {"text", "list", "mapping", "null"}))
    texts = [allowed for allowed in violation.expected if isinstance(allowed, str)]
    if not kinds or did_you_mean(violation.value, texts):
        return violation
    wanted = one_of([*(TYPES[kind] for kind in kinds), *(f"`{text}`" for text in texts)])
    message = f"`{format_key_path(violation.path)}` is the text {shown(violation.value)}; it must be {wanted}"
    return violation._replace(kind="type", expected=kinds, message=message)


def one_per_value(violations: Sequence[Violation]) -> list[Violation]:
    """Of several violations of one value the one that tells most: an author corrects the value once."""
    found: dict[tuple[KeyPath, bool, str], Violation] = {}
    for violation in violations:
        kind = violation.kind
        key = violation.path, kind in ("unknown", "name"), violation.message if kind == "missing" else ""
        if key not in found or _ORDER.get(violation.kind, 9) < _ORDER.get(found[key].kind, 9):
            found[key] = violation
    return list(found.values())


_ORDER: dict[Kind, int] = {"excluded": 0, "missing": 1, "enum": 2, "type": 3, "min-length": 4, "format": 5}


def _wants_other_type(own: KeyPath, value: Any, branch: Branch) -> bool:
    for violation in branch:
        if violation.path == own:
            if violation.kind == "type":
                return True
            if violation.kind == "enum":
                kinds = {type(allowed) for allowed in violation.expected if allowed not in _NOTHING}
                if type(value) not in kinds:
                    return True
    return False


def _one_for_all(own: KeyPath, value: Any, branches: Sequence[Branch]) -> Violation:
    """No branch is of the value's type: all types, or all values where the branches are single values."""
    kinds: list[str] = []
    values: list[Any] = []
    for branch in branches:
        violation = next(
            violation for violation in branch if violation.path == own and violation.kind in ("type", "enum")
        )
        if violation.kind == "type":
            kinds.extend(violation.expected)
        else:
            values.extend(violation.expected)
    if not set(kinds) - {"null"} and values:
        return Violation(own, "enum", value, _values(values))
    kinds.extend(_KINDS.get(type(allowed), "text") for allowed in values if allowed not in _NOTHING)
    return Violation(own, "type", value, merged_types(kinds))


def _one_for_all_texts(own: KeyPath, value: Any, violations: Sequence[Violation]) -> Violation:
    """Several constraints on one value, of which one would be enough."""
    enums = [violation for violation in violations if violation.kind == "enum"]
    values = _values([allowed for violation in enums for allowed in violation.expected])
    others = [violation for violation in violations if violation.kind != "enum"]
    if not others:
        return Violation(own, "enum", value, values)
    formats = {violation.expected for violation in others if violation.kind == "format"}
    if formats == _DATES and len(others) == len(formats):
        return Violation(own, "format", value, "iso-date")
    texts = [allowed for allowed in values if isinstance(allowed, str)]
    if isinstance(value, str) and texts and did_you_mean(value, texts):
        return Violation(own, "enum", value, values)
    return others[0]


def _values(values: Sequence[Any]) -> tuple[Any, ...]:
    """The values each once; those that stand for nothing go unsaid where there are others."""
    distinct = [value for number, value in enumerate(values) if value not in values[:number]]
    return tuple([value for value in distinct if value not in _NOTHING] or distinct)


def _told_apart(own: KeyPath, branches: Sequence[Branch]) -> Sequence[Branch]:
    """The branches whose distinguishing field is right; one violation for it where it is wrong in all."""
    wrong = [
        {
            violation.path: violation
            for violation in branch
            if violation.kind == "enum" and len(violation.path) == len(own) + 1 and isinstance(violation.path[-1], str)
        }
        for branch in branches
    ]
    right = [branch for branch, found in zip(branches, wrong, strict=True) if not found]
    if right:
        return right
    for path, first in wrong[0].items():
        if all(path in found for found in wrong):
            values = _values([allowed for found in wrong for allowed in found[path].expected])
            return [[first._replace(expected=values)]]
    return branches


def _is_missing_one(branch: Branch) -> bool:
    return len(branch) == 1 and branch[0].kind == "missing"


def _one_of_missing(own: KeyPath, violations: Sequence[Violation]) -> Violation:
    names = dict.fromkeys(f"`{format_key_path(violation.path)}`" for violation in violations)
    message = f"{one_of(list(names))} is missing"
    return Violation(own, "missing", message=message, hint="add one of them" if len(names) > 1 else "add it")
