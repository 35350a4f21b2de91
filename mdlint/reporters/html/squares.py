"""All files as squares, coloured by the worst that was found in each."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mdlint.named import NamedTuple
from mdlint.reporters.html.bars import STATES, State

_MOST = 1200
"""Squares; of more files each stands for several."""
_ASPECT = 2.6
_STEP = 10
_SIDE = 8


class Squares(NamedTuple):
    """paths: per state what to draw. each: the files that a square stands for; if that is 1, they are in order of path.
    shown: the width at which it is drawn where there is room."""

    width: int
    height: int
    shown: int
    each: int
    paths: dict[State, str]


def squares(states: Mapping[str, State], files: Mapping[State, int]) -> Squares | None:
    """The squares of files by path; None where there is no file."""
    count = sum(files.values())
    if not count:
        return None
    each = math.ceil(count / _MOST)
    if each == 1 and len(states) == count:
        order = [states[path] for path in sorted(states)]
    else:
        order = [state for state in STATES for _ in range(math.ceil(files[state] / each))]
    columns = max(math.ceil(math.sqrt(len(order) * _ASPECT)), 1)
    paths: dict[State, list[str]] = {}
    for at, state in enumerate(order):
        row, column = divmod(at, columns)
        paths.setdefault(state, []).append(f"M{column * _STEP} {row * _STEP}h{_SIDE}v{_SIDE}h-{_SIDE}z")
    return Squares(
        columns * _STEP,
        math.ceil(len(order) / columns) * _STEP,
        min(columns * 28, 560),
        each,
        {state: "".join(paths[state]) for state in STATES if state in paths},
    )
