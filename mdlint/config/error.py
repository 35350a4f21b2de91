"""What is wrong with a configuration."""

from __future__ import annotations

from mdlint.record import Record


class Mistake(Record):
    """One thing wrong in a configuration. Line and column are 1-based, 0 where there is no place."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}" + (f"; {self.hint}" if self.hint else "")


class ConfigError(Exception):
    """A configuration that cannot be used; `mistakes` says why, one or more."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes
