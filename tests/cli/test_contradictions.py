"""Options that contradict one another. Nothing is written, and the message tells why."""

from pathlib import Path

import pytest

from mdlint.cli import main

BAD = "---\ntitle: ''\ntags: [a, a]\n---\n"

CASES = {
    "--watch --add-ignores": "--watch and --add-ignores do not go together: each new finding would be ignored",
    "--watch --write-baseline --baseline=b.json": "--watch and --write-baseline do not go together",
    "--watch --online": "--watch and --online do not go together: servers would be asked anew at each change",
    "--watch -": "--watch and standard input do not go together",
    "--fix --diff": "--fix and --diff do not go together: --diff shows what would be fixed, and writes nothing",
    "--fix-only --diff": "--fix-only and --diff do not go together",
    "--add-ignores --fix": "--add-ignores and --fix do not go together",
    "--add-ignores --fix-only": "--add-ignores and --fix-only do not go together",
    "--add-ignores --unsafe-fixes": "--add-ignores and --unsafe-fixes do not go together",
    "--add-ignores --write-baseline": "--add-ignores and --write-baseline do not go together",
    "--add-ignores --output-file=x.json": "--output-file has no report to write with --add-ignores",
    "--diff --output-file=json:x.json": "--output-file has no report to write with --diff",
    "--write-baseline --since=main": "--write-baseline and --since do not go together",
    "--write-baseline --diff": "--write-baseline and --diff do not go together",
    "--write-baseline --no-baseline": "--write-baseline and --no-baseline do not go together",
    "--baseline=b.json --no-baseline": "--baseline and --no-baseline do not go together",
    "--config=mdlint.toml --isolated": "--config and --isolated do not go together",
    "--stdin-filename=a.md": "--stdin-filename is for standard input: add `-` to the paths",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "mdlint.toml").write_text('select = ["tag"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("arguments", "message"), CASES.items(), ids=CASES)
def test_contradiction(arguments: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments.split()]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"Error: {message}")
    assert said.out == ""
    assert (folder / "a.md").read_text() == BAD
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "mdlint.toml"]


TOGETHER = {
    "--fix --fix-only --unsafe-fixes": 0,
    "--diff --unsafe-fixes": 1,
    "--diff --add-ignores": 0,
    "--fix --exit-zero --statistics": 0,
}


@pytest.mark.parametrize(("arguments", "code"), TOGETHER.items(), ids=TOGETHER)
def test_what_goes_together(
    arguments: str, code: int, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", *arguments.split()]) == code
    assert b"go together" not in capsysbinary.readouterr().err
    assert ((folder / "a.md").read_text() == BAD) == ("--fix" not in arguments)
