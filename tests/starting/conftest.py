"""Run mdlint in `tmp_path`: in this process, which is ten times faster, or, where that matters, in its own."""

import subprocess
from pathlib import Path

import pytest

from mdlint.cli import main
from tests.cli.conftest import Run
from tests.cli.conftest import mdlint as mdlint_process

__all__ = ["mdlint_process"]


@pytest.fixture
def mdlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `mdlint ARGUMENTS`; `cwd` is a folder below `tmp_path`."""
    monkeypatch.setenv("MDLINT_DEBUG", "1")

    def run(*arguments: str, cwd: str = ".") -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(tmp_path / cwd)
        code = main(arguments)
        return subprocess.CompletedProcess(arguments, code, *capsys.readouterr())

    return run
