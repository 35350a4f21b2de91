"""The words for what a schema objects to: the same broken constraint reads the same whatever the schema is written in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from mdlint.diagnostic import Finding, format_key_path
from mdlint.front_matter.dialects.timestamps import timestamp
from mdlint.schema.violation import Violation
from mdlint.schema.words import FORMATS, TYPES, counted, one_of, plain_value, shown
from mdlint.spelling import did_you_mean

_LONGEST_LIST = 12


def finding_of(violation: Violation) -> Finding:
    """The finding, in an author's words, that tells of a violation."""
    name = format_key_path(violation.path)
    message, hint = _WORDS[violation.kind](violation, f"`{name}`" if name else "the front matter")
    if violation.message:
        message, hint = _in_own_words(violation, name), ""
    elif violation.kind == "pattern" or (violation.kind == "format" and violation.expected not in FORMATS):
        # These words tell little of what would be right: what the schema says of the field helps.
        message += f", for example `{violation.example}`" if violation.example else ""
        hint = hint or violation.about
    rule = _RULES.get(violation.kind, "invalid-value")
    if rule in ("invalid-value", "wrong-type") and violation.path:
        if isinstance(violation.path[-1], int):
            rule = "invalid-item"
        elif violation.value is None and violation.kind in _WANT_A_VALUE:
            rule, hint = "null-value", hint or "give it a value, or remove the field"
    is_misspelled = violation.kind == "misspelled"
    return Finding(
        violation.path,
        message,
        violation.hint or hint,
        on_key=violation.kind in _ON_KEY,
        rule=rule,
        severity=violation.severity,
        related=((*violation.path[:-1], violation.expected),) if is_misspelled else (),
    )


_RULES = {
    "missing": "missing-field",
    "misspelled": "misspelled-field",
    "unknown": "unknown-field",
    "excluded": "unknown-field",
    "deprecated": "deprecated-field",
    "type": "wrong-type",
    "coerced": "coerced-value",
}
_WANT_A_VALUE = frozenset(("type", "enum", "format"))
_ON_KEY = frozenset(("misspelled", "unknown", "excluded", "deprecated", "name"))


def name_violation(violation: Violation) -> Violation:
    """What is wrong with a field's name, from a violation of the name as a value at the field's key path."""
    wanted = finding_of(violation._replace(path=())).message.rpartition("; ")[2]
    return Violation(violation.path, "name", violation.value, wanted)


def _in_own_words(violation: Violation, name: str) -> str:
    """The schema's own message, behind the field's name where it does not name it."""
    last = re.escape(str(violation.path[-1])) if violation.path else ""
    named = (
        not last
        or violation.message.startswith(f"`{name}`")
        or re.search(rf"\A(?:the )?{last}\b|([`'\"]){last}\1", violation.message, re.IGNORECASE)
    )
    return violation.message if named else f"`{name}`: {violation.message}"


def _missing(violation: Violation, name: str) -> tuple[str, str]:
    hint = f"add it: {violation.about}" if violation.about else "add it"
    if violation.example:
        hint += f", for example `{violation.path[-1]}: {violation.example}`"
    return f"{name} is missing", hint


def _misspelled(violation: Violation, name: str) -> tuple[str, str]:
    meant = format_key_path((*violation.path[:-1], violation.expected))
    return f"{name} is not a field of this schema, but `{meant}` is", f"rename it to `{violation.expected}`"


def _unknown(violation: Violation, name: str) -> tuple[str, str]:
    meant = did_you_mean(str(violation.path[-1]), violation.expected)
    return (
        f"{name} is not a field of this schema",
        f"did you mean `{meant}`?" if meant else "remove it, or add it to the schema",
    )


def _type(violation: Violation, name: str) -> tuple[str, str]:
    value, expected = violation.value, violation.expected
    wanted = one_of([TYPES[kind] for kind in expected])
    if isinstance(value, str) and value.strip() and "text" not in expected:
        is_ = f"the text {shown(value)}"
    else:
        is_ = shown(value)
    return f"{name} is {is_}; it must be {wanted}", _type_hint(value, expected)


def _type_hint(value: Any, expected: Sequence[str]) -> str:
    if isinstance(value, str) and "boolean" in expected:
        meant = did_you_mean(value, ("true", "false"))
        return f"write `{meant}` without quotes" if meant else ""
    if isinstance(value, str) and expected[0] in ("date", "datetime") and timestamp(value) != value:
        return "write it without quotes"
    if "text" in expected and isinstance(value, (bool, int, float, dt.date)):
        return "put quotes around it"
    if value is None:
        return "give it a value, or remove the field"
    if "list" in expected and not isinstance(value, (list, dict)):
        return "write one item per line, each behind `- `"
    return ""


def _coerced(violation: Violation, name: str) -> tuple[str, str]:
    value = plain_value(violation.expected)
    return f"{name} is the text {shown(violation.value)}, which is read as {value}", f"write `{value}` without quotes"


def _enum(violation: Violation, name: str) -> tuple[str, str]:
    allowed = [f"`{plain_value(value)}`" for value in violation.expected]
    wanted = one_of(allowed) if len(allowed) <= _LONGEST_LIST else f"one of {len(allowed)} values"
    hint = ""
    if isinstance(violation.value, str):
        meant = did_you_mean(violation.value, [str(value) for value in violation.expected if isinstance(value, str)])
        hint = f"did you mean `{meant}`?" if meant else ""
    elif plain_value(violation.value) in violation.expected:
        hint = "put quotes around it"
    return f"{name} is {shown(violation.value)}; it must be {wanted}", hint


def _pattern(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must match the pattern `{violation.expected}`", ""


def _format(violation: Violation, name: str) -> tuple[str, str]:
    wanted, hint = FORMATS.get(violation.expected, (f"of the format `{violation.expected}`", ""))
    return f"{name} is {shown(violation.value)}; it must be {wanted}", hint


def _min_length(violation: Violation, name: str) -> tuple[str, str]:
    if not violation.value:
        return f"{name} is empty", "give it a value"
    length = counted(len(violation.value), "character")
    return f"{name} is {length} long; it must have at least {violation.expected}", ""


def _max_length(violation: Violation, name: str) -> tuple[str, str]:
    length = counted(len(violation.value), "character")
    return f"{name} is {length} long; it must have at most {violation.expected}", "shorten it"


def _min_items(violation: Violation, name: str) -> tuple[str, str]:
    what, whole = _parts(violation.value)
    if not violation.value:
        return f"{name} is an empty {whole}", f"add at least {counted(violation.expected, what)}"
    return f"{name} has {counted(len(violation.value), what)}; it must have at least {violation.expected}", ""


def _max_items(violation: Violation, name: str) -> tuple[str, str]:
    what, _ = _parts(violation.value)
    return f"{name} has {counted(len(violation.value), what)}; it must have at most {violation.expected}", ""


def _parts(value: Any) -> tuple[str, str]:
    return ("field", "mapping") if isinstance(value, dict) else ("item", "list")


def _limit(must: str) -> Callable[[Violation, str], tuple[str, str]]:
    """The words for a value that is not as it must be, beside the value that it is compared with."""
    return lambda violation, name: (f"{name} is {shown(violation.value)}; it must {must} {violation.expected}", "")


def _unique(_: Violation, name: str) -> tuple[str, str]:
    return f"{name} holds the same item more than once", "remove the repeated item"


def _contains(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} {violation.expected}", ""


def _name(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is not allowed as a field's name; {violation.expected}", "rename it"


def _excluded(_: Violation, name: str) -> tuple[str, str]:
    return f"{name} is not allowed here", "remove it"


def _deprecated(violation: Violation, name: str) -> tuple[str, str]:
    new = violation.expected
    return f"{name} is deprecated", f"use `{new}` instead" if new else "remove it"


def _custom(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name}: {violation.expected}", ""


_WORDS = {
    "missing": _missing,
    "misspelled": _misspelled,
    "unknown": _unknown,
    "type": _type,
    "coerced": _coerced,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "min-length": _min_length,
    "max-length": _max_length,
    "min-items": _min_items,
    "max-items": _max_items,
    "minimum": _limit("be at least"),
    "above": _limit("be more than"),
    "maximum": _limit("be at most"),
    "below": _limit("be less than"),
    "multiple": _limit("be a multiple of"),
    "unique": _unique,
    "contains": _contains,
    "not": _limit("not be"),
    "name": _name,
    "excluded": _excluded,
    "deprecated": _deprecated,
    "custom": _custom,
}
