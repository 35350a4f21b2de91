"""Which of many texts another text holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

_TELLING = tuple(bytes((code,)) for code in b"|$%^~<>{}[]()*`=+@&!_?#;\\\n/0123456789\"'")
"""Characters from the rarest: where one is missing, no sign that holds it need be looked for."""

_MANY = 100
"""Texts from which on it pays to import and build an automaton, which takes as long as looking through some thirty
texts for each sign."""


class _Automaton(Protocol):
    def find_matches_as_indexes(self, haystack: bytes, overlapping: bool) -> list[tuple[int, int, int]]: ...


class Signs:
    """Texts to look for, the signs, each with the set of those who want to know: a number with a bit for each.

    A few texts are looked through for each sign in turn; if there are many, for all signs at once. All are UTF-8, as
    files are.
    """

    def __init__(self, wanted: Iterable[tuple[str, int]]) -> None:
        sets: dict[bytes, int] = {}
        for text, bit in wanted:
            sets[text.encode()] = sets.get(text.encode(), 0) | bit
        self._characters = [(sign, bits) for sign, bits in sets.items() if len(sign) == 1]
        self._words = {sign: bits for sign, bits in sets.items() if len(sign) > 1}
        self._foreign = [(sign, bits) for sign, bits in self._words.items() if not sign.isascii()]
        self._groups: dict[bytes, list[tuple[bytes, int]]] = {}
        for sign, bits in self._words.items():
            if sign.isascii():
                telling = next((character for character in _TELLING if character in sign), b"")
                self._groups.setdefault(telling, []).append((sign, bits))
        self._left = _MANY
        self._automaton: _Automaton | None = None
        self._bits = list(self._words.values())

    def found_in(self, text: bytes) -> int:
        """Those who want to know of a sign that is in the text."""
        found = 0
        for sign, bits in self._characters:
            if sign in text:
                found |= bits
        if self._automaton is not None:
            for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
                found |= self._bits[number]
            return found
        groups = [group for character, group in self._groups.items() if character in text]
        if not text.isascii():
            groups.append(self._foreign)
        for group in groups:
            for sign, bits in group:
                if sign in text:
                    found |= bits
        self._left -= 1
        if not self._left:
            self._build()
        return found

    def _build(self) -> None:
        try:
            # Imported here: a short run does without.
            from ahocorasick_rs import BytesAhoCorasick, Implementation
        except ImportError:  # not every platform has it
            return
        self._automaton = BytesAhoCorasick(
            list(self._words),
            implementation=Implementation.DFA,  # takes more memory than others, half a MiB, and half the time
        )
