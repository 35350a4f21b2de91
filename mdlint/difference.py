"""What a fix would change, as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import difflib


def unified_diff(path: str, old: bytes, new: bytes) -> str:
    """The difference, the lines with their ends as they are; empty where there is none.

    Of a byte that is no UTF-8, which only a file that is left as it is can hold, the escape is shown.
    """
    before, after = _lines(old), _lines(new)
    parts = []
    end = "\t" if " " in path else ""  # without it `patch` takes the space for the name's end; git writes it too
    for line in difflib.unified_diff(before, after, f"a/{path}{end}", f"b/{path}{end}"):
        parts.append(line)
        if not line.endswith("\n"):
            parts.append("\n\\ No newline at end of file\n")
    return "".join(parts)


def _lines(data: bytes) -> list[str]:
    """The lines, which end at LF only: so `patch` counts them."""
    text = data.decode("utf-8", "backslashreplace")
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
