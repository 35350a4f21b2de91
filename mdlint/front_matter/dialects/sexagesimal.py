"""Numbers to base 60, which YAML 1.1 has: `1:30` is 90."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_N = TypeVar("_N", int, float)


def sexagesimal(text: str, kind: Callable[[str], _N]) -> _N:
    """The value of digits and colons, with a sign or without."""
    total = kind("0")
    for part in text.lstrip("+-").split(":"):
        total = total * 60 + kind(part)
    return -total if text[0] == "-" else total
