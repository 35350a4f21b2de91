"""Regular expressions that are compiled when they are first used.

Compiling one takes a tenth of a millisecond to a whole one, so those of all modules would be a large part of a short run, which
uses few of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Uncompiled:
    """Stands for a pattern. Once that is compiled its methods are found here."""

    __slots__ = ("_flags", "_text", *_METHODS)

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # only what the slots do not hold yet
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, without the time that takes until it is used."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))
