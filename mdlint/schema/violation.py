"""What a schema objects to, in one form for every source of schemas, and the words for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from mdlint.diagnostic import Finding, KeyPath, Severity, format_key_path

Kind: TypeAlias = Literal[
    "missing",
    "unknown",
    "type",
    "enum",
    "pattern",
    "format",
    "min-length",
    "max-length",
    "min-items",
    "max-items",
    "minimum",
    "above",
    "maximum",
    "below",
    "multiple",
    "unique",
    "custom",
]


@dataclass(frozen=True, slots=True)
class Violation:
    """One constraint that one value breaks.

    expected: what the constraint asks for: type names (`type`), allowed values (`enum`), the
    pattern, the format's name, the limit; the schema's own sentence (`custom`); the known fields
    (`unknown`, `missing`).
    hint: what the schema says the author should do, where it says so.
    """

    path: KeyPath
    kind: Kind
    value: Any = None
    expected: Any = None
    hint: str = ""
    severity: Severity | None = None


TYPES = {
    "text": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date",
    "datetime": "a date with time",
    "list": "a list",
    "mapping": "a mapping (fields of its own)",
    "null": "empty",
}
"""How messages name the types of values."""

FORMATS = {
    "date": ("a date such as `2024-01-05`", ""),
    "date-time": ("a date with time and zone such as `2024-01-05T10:00:00Z`", ""),
    "iso-date": ("an ISO 8601 date", "write it as `2024-01-05` or `2024-01-05T10:00:00Z`"),
    "time": ("a time such as `10:00:00Z`", ""),
    "uri": ("a web address", "start it with `https://`"),
    "site-address": ("a web address or a path on the site", "start it with `https://`, `/`, `./` or `../`"),
    "email": ("an e-mail address", ""),
}
"""How messages name the formats of text, and what to do."""

_LONGEST_VALUE = 60
_LONGEST_LIST = 12


def finding_of(violation: Violation) -> Finding:
    """The finding, in an author's words, that tells of a violation."""
    name = format_key_path(violation.path)
    message, hint = _WORDS[violation.kind](violation, f"`{name}`" if name else "the front matter")
    rule = _RULES.get(violation.kind, "invalid-value")
    if rule in ("invalid-value", "wrong-type") and violation.path and isinstance(violation.path[-1], int):
        rule = "invalid-item"
    return Finding(
        violation.path,
        message,
        violation.hint or hint,
        on_key=violation.kind == "unknown",
        rule=rule,
        severity=violation.severity,
    )


_RULES = {"missing": "missing-field", "unknown": "unknown-field", "type": "wrong-type"}


def shown(value: Any) -> str:
    """A value as messages show it: short, in backticks, with its kind where that is in doubt."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f"`{_shortened(value)}`" if value.strip() else "empty"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, dt.date):
        return f"the date `{value.isoformat()}`"
    return f"the number `{value}`"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known name that was most likely meant, or None. Case, `-` and `_` count for nothing."""
    # Imported here: only a finding needs it.
    from difflib import get_close_matches

    by_plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), by_plain, n=1, cutoff=0.75)
    return by_plain[close[0]] if close else None


def one_of(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _plain(name: str) -> str:
    return re.sub(r"[-_ ]", "", name).casefold()


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_VALUE else flat[: _LONGEST_VALUE - 1].rstrip() + "…"


def _missing(violation: Violation, name: str) -> tuple[str, str]:
    near = violation.expected
    if near:
        return f"{name} is missing", f"rename `{near}`, which is no field of this schema"
    return f"{name} is missing", "add it"


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
    if "text" in expected and isinstance(value, (bool, int, float, dt.date)):
        return "put quotes around it"
    if value is None:
        return "give it a value, or remove the field"
    if "list" in expected and not isinstance(value, (list, dict)):
        return "write one item per line, each behind `- `"
    return ""


def _enum(violation: Violation, name: str) -> tuple[str, str]:
    allowed = [f"`{_plain_value(value)}`" for value in violation.expected]
    wanted = one_of(allowed) if len(allowed) <= _LONGEST_LIST else f"one of {len(allowed)} values"
    hint = ""
    if isinstance(violation.value, str):
        meant = did_you_mean(violation.value, [str(value) for value in violation.expected if isinstance(value, str)])
        hint = f"did you mean `{meant}`?" if meant else ""
    return f"{name} is {shown(violation.value)}; it must be {wanted}", hint


def _plain_value(value: Any) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pattern(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must match the pattern `{violation.expected}`", ""


def _format(violation: Violation, name: str) -> tuple[str, str]:
    wanted, hint = FORMATS.get(violation.expected, (f"of the format `{violation.expected}`", ""))
    return f"{name} is {shown(violation.value)}; it must be {wanted}", hint


def _min_length(violation: Violation, name: str) -> tuple[str, str]:
    if not violation.value:
        return f"{name} is empty", "give it a value"
    return f"{name} is {len(violation.value)} characters long; it must have at least {violation.expected}", ""


def _max_length(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {len(violation.value)} characters long; it must have at most {violation.expected}", "shorten it"


def _min_items(violation: Violation, name: str) -> tuple[str, str]:
    if not violation.value:
        return f"{name} is an empty list", f"add at least {_count(violation.expected, 'item')}"
    return f"{name} has {_count(len(violation.value), 'item')}; it must have at least {violation.expected}", ""


def _max_items(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} has {_count(len(violation.value), 'item')}; it must have at most {violation.expected}", ""


def _minimum(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must be at least {violation.expected}", ""


def _above(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must be more than {violation.expected}", ""


def _maximum(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must be at most {violation.expected}", ""


def _below(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must be less than {violation.expected}", ""


def _multiple(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name} is {shown(violation.value)}; it must be a multiple of {violation.expected}", ""


def _unique(_: Violation, name: str) -> tuple[str, str]:
    return f"{name} holds the same item more than once", "remove the repeated item"


def _custom(violation: Violation, name: str) -> tuple[str, str]:
    return f"{name}: {violation.expected}", ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


_WORDS = {
    "missing": _missing,
    "unknown": _unknown,
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "min-length": _min_length,
    "max-length": _max_length,
    "min-items": _min_items,
    "max-items": _max_items,
    "minimum": _minimum,
    "above": _above,
    "maximum": _maximum,
    "below": _below,
    "multiple": _multiple,
    "unique": _unique,
    "custom": _custom,
}
