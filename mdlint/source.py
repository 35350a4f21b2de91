"""What to check: made by `discovery` or the command line, read by the runner."""

from __future__ import annotations

from mdlint.record import Record


class Source(Record):
    """A file to check.

    path: where it lies; a str, because ten thousand Path objects cost as much as finding the files.
    shown: the path to report: POSIX, relative to the current directory where it can be.
    data: the bytes where they do not come from the path (standard input).
    problem: why it cannot be read, where that is known already (a folder that cannot be listed).
    """

    path: str
    shown: str
    data: bytes | None = None
    problem: str = ""

    def __init__(self, path: str, shown: str, data: bytes | None = None, problem: str = "") -> None:
        # Said once more, since there are ten thousand: this takes a third of the time.
        own = self.__dict__
        own["path"], own["shown"], own["data"], own["problem"] = path, shown, data, problem
