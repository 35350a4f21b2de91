"""`mdlint check` as a user types it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BAD = "---\ntitle: Rye bread\ndescription: ''\n---\n"
GOOD = "---\ntitle: Rye bread\n---\n"
LINE = "post.md:3:14: warning[empty-description] `description` is empty\n"


def concise(out: str) -> str:
    """The findings without the summary line."""
    return "".join(line for line in out.splitlines(keepends=True) if ": " in line and not line.startswith("Checked"))


def test_a_bad_file(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(BAD)
    done = mdlint("check", "post.md", "--output-format", "concise")
    assert concise(done.stdout) == LINE
    assert done.returncode == 1


def test_check_is_the_default_command(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(BAD)
    assert concise(mdlint("post.md", "--output-format=concise").stdout) == LINE
    assert concise(mdlint("--output-format=concise", ".").stdout) == LINE


def test_without_paths_the_current_folder(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(BAD)
    assert concise(mdlint("check", "--output-format=concise").stdout) == LINE


def test_a_good_file(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(GOOD)
    done = mdlint("post.md")
    assert done.returncode == 0
    assert done.stdout.startswith("Checked 1 file in ")


def test_a_path_that_does_not_exist(mdlint: Run) -> None:
    done = mdlint("nothing.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing.md" in done.stderr


def test_a_folder_without_markdown(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    done = mdlint(".")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing was checked" in done.stderr


def test_a_hidden_folder_of_which_the_configuration_speaks(mdlint: Run, tmp_path: Path) -> None:
    skill = tmp_path / ".claude" / "skills" / "bake" / "SKILL.md"
    skill.parent.mkdir(parents=True)
    skill.write_text(BAD)
    done = mdlint(".")
    assert "hidden folders" in done.stderr
    (tmp_path / "mdlint.toml").write_text('[[collections]]\nname = "skills"\nfiles = ".claude/skills/**"\n')
    done = mdlint(".")
    assert (done.returncode, done.stderr) == (1, "")
    assert ".claude/skills/bake/SKILL.md" in done.stdout


def test_a_path_with_spaces_and_cjk(mdlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my posts" / "面包"
    folder.mkdir(parents=True)
    (folder / "黑麦 面包.md").write_text(BAD)
    done = mdlint("my posts", "--output-format=concise")
    assert done.stdout.startswith("my posts/面包/黑麦 面包.md:3:14: warning[empty-description]")


def test_standard_input(mdlint: Run) -> None:
    done = mdlint("-", "--output-format=concise", stdin=BAD.encode())
    assert concise(done.stdout) == LINE.replace("post.md", "stdin.md")
    done = mdlint("-", "--stdin-filename=content/a.md", "--output-format=concise", stdin=BAD.encode())
    assert concise(done.stdout) == LINE.replace("post.md", "content/a.md")


SELECTIONS = {
    "all defaults": ([], {"empty-description", "empty-title"}),
    "one rule": (["--select=empty-title"], {"empty-title"}),
    "a group": (["--select", "placeholder"], {"empty-description", "empty-title"}),
    "two, comma-separated": (["--select=empty-title,yaml"], {"empty-title"}),
    "a rule ignored": (["--ignore", "empty-title"], {"empty-description"}),
    "a group ignored": (["--ignore", "placeholder"], set()),
    "a group ignored, a rule of it selected": (
        ["--ignore=placeholder", "--extend-select=empty-title"],
        {"empty-title"},
    ),
    "a group selected, a rule of it ignored": (["--select=placeholder", "--ignore=empty-title"], {"empty-description"}),
}


@pytest.mark.parametrize(("arguments", "expected"), SELECTIONS.values(), ids=SELECTIONS)
def test_selection(arguments: list[str], expected: set[str], mdlint: Run) -> None:
    done = mdlint("-", "--output-format=json", *arguments, stdin=b"---\ntitle: ''\ndescription: ''\n---\n")
    assert {d["rule"] for d in json.loads(done.stdout)["diagnostics"]} == expected


USAGE_ERRORS = {
    "an unknown rule": (["--select=empty-titel", "."], "did you mean 'empty-title'?"),
    "an unknown format": (["--output-format=xml", "."], "'xml' is not one of"),
    "an unknown schema": (["--schema=psot", "."], "there is no schema `psot`; did you mean `post`?"),
    "an unknown option": (["--selekt=a", "."], "--selekt"),
    "a missing configuration": (["--config=no.toml", "."], "no.toml"),
    "a file that cannot be written": (["--output-file=no/such/folder/a", "."], "cannot be written"),
}


@pytest.mark.parametrize(("arguments", "answer"), USAGE_ERRORS.values(), ids=USAGE_ERRORS)
def test_usage_errors(arguments: list[str], answer: str, mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(GOOD)
    done = mdlint(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert answer in done.stderr


def test_a_mistake_in_the_configuration(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text("selec = 1\nignore = 2\n")
    done = mdlint(".")
    assert done.returncode == 2
    assert "mdlint.toml:1:1: there is no key `selec`; did you mean `select`?" in done.stderr
    assert "mdlint.toml:2:10:" in done.stderr


def test_exclude_holds_for_named_files(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('exclude = ["drafts/"]\n')
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "post.md").write_text(BAD)
    assert mdlint("drafts/post.md").returncode == 0
    assert mdlint(".").returncode == 0


def test_include_does_not_hold_for_named_files(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('include = ["content/**"]\n')
    (tmp_path / "post.md").write_text(BAD)
    assert mdlint(".").returncode == 0
    assert mdlint("post.md").returncode == 1


FAIL_ON = {"error": 0, "warning": 1, "info": 1}


@pytest.mark.parametrize(("severity", "code"), FAIL_ON.items())
def test_fail_on(severity: str, code: int, mdlint: Run) -> None:
    assert mdlint("-", f"--fail-on={severity}", stdin=BAD.encode()).returncode == code


def test_exit_zero(mdlint: Run) -> None:
    assert mdlint("-", "--exit-zero", stdin=BAD.encode()).returncode == 0


def test_output_file(mdlint: Run, tmp_path: Path) -> None:
    done = mdlint("-", "--output-format=json", "--output-file=report.json", stdin=BAD.encode())
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["summary"]["warnings"] == 1


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
@pytest.mark.parametrize("output_format", ["text", "concise", "json"])
def test_any_encoding_of_the_terminal(encoding: str, output_format: str, mdlint: Run) -> None:
    content = "---\ntitle: 面包 🍞\ndescription: ''\nlayout: [面包\n---\n".encode()
    done = mdlint("-", f"--output-format={output_format}", stdin=content, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    if output_format == "json":
        assert json.loads(done.stdout)["summary"]["files"] == 1


def test_colour_only_where_it_is_wanted(mdlint: Run) -> None:
    assert "\x1b[" not in mdlint("-", stdin=BAD.encode()).stdout
    assert "\x1b[" in mdlint("-", "--color", stdin=BAD.encode()).stdout


def test_a_closed_pipe(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(BAD)
    command = [sys.executable, "-m", "mdlint", ".", "--no-fold"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "arguments", [("check", "a.md"), ("check", "--output-format=json", "a.md"), ("--help",), ("rules",)]
)
def test_a_full_disk(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "mdlint", *arguments]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b"Error: standard output cannot be written: no space left on device\n"
    assert done.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the streams")
def test_closed_streams(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    for streams, path in ((">&-", "a.md"), (">&- 2>&- <&-", "a.md"), ("<&-", "-")):
        command = f'"{sys.executable}" -m mdlint {path} --output-file=b.txt {streams}'
        done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (int(path == "a.md"), b"", b"")
        assert (
            (tmp_path / "b.txt")
            .read_text(encoding="utf-8")
            .startswith("warning[" if path == "a.md" else "Checked 1 file")
        )


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_a_locale_of_ascii(tmp_path: Path, mdlint: Run) -> None:
    """Python takes the names of files for ASCII then; the configuration is UTF-8 all the same."""
    (tmp_path / "内容").mkdir()
    (tmp_path / "内容" / "面包.md").write_text("---\ntitle: Rye\n---\n")
    config = '[[collections]]\nname = "a"\nfiles = "内容/**"\nrequired = ["date"]\n'
    (tmp_path / "mdlint.toml").write_text(config, encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = mdlint(".", "--output-format=json", **ascii_only)
    assert [found["rule"] for found in json.loads(done.stdout)["diagnostics"]] == ["missing-field"]
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a child")
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mdlint", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"a" * 1_000_000)  # more than a pipe holds: it ends when standard input is being read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


def test_one_run_of_the_text_report(mdlint: Run, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.md").write_text(BAD)
    (tmp_path / "other.md").write_text("---\ntitle: ''\n---\n")
    out = mdlint(".").stdout
    assert out.index("empty-title") < out.index("empty-description")
    assert "5 files" in out
    assert out.count("empty-description") == 1
    assert mdlint(".", "--no-fold").stdout.count("empty-description") == 5
