"""What JavaScript does with the values that its parsers give."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

_EXACT = 2**53
FEW_DIGITS = 16
"""Integers of fewer digits are exact."""


def number_of(integer: int) -> int | float:
    """The integer as a number of JavaScript, which has 53 bits for its digits."""
    if -_EXACT <= integer <= _EXACT:
        return integer
    try:
        return int(float(integer))
    except OverflowError:
        return float("inf") if integer > 0 else float("-inf")


def number_text(number: float) -> str:
    """A number as JavaScript prints it."""
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
        return "NaN" if number != number else "Infinity" if number > 0 else "-Infinity"  # noqa: PLR0124
    if number == 0:
        return "0"
    if 1e-6 <= abs(number) < 1e21:
        digits = f"{Decimal(repr(float(number))):f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return repr(float(number)).replace("e-0", "e-")


def key_text(value: Any, text: str) -> str:
    """The name of a property that is no text: `1.10:` becomes `1.1`.

    A date becomes its text in the time zone of the machine, for which the text as written stands here.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, (int, float)) else text
