"""Run mdlint as a user does: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def mdlint(tmp_path: Path) -> Run:
    """Runs `python -m mdlint ARGUMENTS` in `tmp_path`; `stdin` is bytes, `env` adds variables."""

    def run(*arguments: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "mdlint", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **env},
        )
        encoding = env.get("PYTHONIOENCODING", "utf-8")
        out, err = done.stdout.decode(encoding), done.stderr.decode(encoding)
        assert "Traceback" not in err
        return subprocess.CompletedProcess(done.args, done.returncode, out.replace("\r\n", "\n"), err)

    return run
