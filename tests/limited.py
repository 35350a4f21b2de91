"""Python in a process of its own, within the limits on memory and time that hold for any input.

The time is the processor's: a busy machine makes nothing fail, and what never ends does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BYTES = 512 * 1024 * 1024


def python(
    *arguments: str, folder: Path | None = None, stdin: bytes = b"", seconds: int = 60
) -> subprocess.CompletedProcess[bytes]:
    """What `python` did with those arguments, whether it ended well or not."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=seconds * 10,
        preexec_fn=None if sys.platform == "win32" else limit,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
