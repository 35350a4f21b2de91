"""Several reports of one run, and what is answered where one cannot be written."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BAD = b"---\ntitle: Rye bread\ndescription: ''\n---\n"


def rules(path: Path) -> list[str]:
    return [found["rule"] for found in json.loads(path.read_text(encoding="utf-8"))["diagnostics"]]


def test_a_bare_path_takes_the_report(mdlint: Run, tmp_path: Path) -> None:
    done = mdlint("-", "--output-format=json", "--output-file=a.json", stdin=BAD)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert rules(tmp_path / "a.json") == ["empty-description"]


def test_a_path_with_a_format_gets_one_more(mdlint: Run, tmp_path: Path) -> None:
    files = ["--output-file=json:my reports/面包.json", "--output-file", "concise:a:b.txt"]
    (tmp_path / "my reports").mkdir()
    done = mdlint("-", *files, stdin=BAD)
    assert done.returncode == 1
    assert done.stdout.startswith("warning[empty-description]")
    assert rules(tmp_path / "my reports" / "面包.json") == ["empty-description"]
    assert (tmp_path / "a:b.txt").read_text().startswith("stdin.md:3:14: warning[")


def test_both(mdlint: Run, tmp_path: Path) -> None:
    done = mdlint("-", "--output-file=a.txt", "--output-file=json:a.json", stdin=BAD)
    assert done.stdout == ""
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("warning[empty-description]")
    assert rules(tmp_path / "a.json") == ["empty-description"]


@pytest.mark.parametrize(
    "arguments", [("--output-format=html", "--output-file=x.html"), ("--output-file=html:x.html",)]
)
def test_the_audit_page(arguments: tuple[str, ...], mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "面包 site").mkdir()
    (tmp_path / "面包 site" / "rye.md").write_bytes(BAD)
    done = mdlint(".", *arguments)
    assert (done.returncode, done.stderr) == (1, "")
    assert ("empty-description" in done.stdout) == (len(arguments) == 1)
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    for text in ("面包 site/rye.md", "empty-description", "<style>", "<script>"):
        assert text in page


def test_a_report_of_nothing(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old\n")
    done = mdlint(".", "--output-file=json:a.json", "--output-file=text:a.txt", "--no-fold")
    assert (done.returncode, done.stdout) == (0, "")
    assert rules(tmp_path / "a.json") == []
    assert (tmp_path / "a.txt").read_text().startswith("Checked 0 files")


@pytest.mark.skipif(sys.platform == "win32", reason="a drive there")
def test_one_letter_is_a_drive(mdlint: Run, tmp_path: Path) -> None:
    for path in ("C:\\reports\\a.txt", "c:a.txt", "./json:a.txt", "2026-11-01T10:00.txt"):
        if path.startswith("./"):
            (tmp_path / path).parent.mkdir(exist_ok=True)
        assert mdlint("-", f"--output-file={path}", stdin=BAD).stdout == ""
        assert (tmp_path / path).read_text(encoding="utf-8").startswith("warning[")


MISTAKES = {
    "an unknown format": ("sarfi:a.sarif", "'sarfi' is not one of 'text'"),
    "a path that looks like one": ("report:1.txt", "A path with a colon is written `./report:…`"),
    "a missing folder": ("json:no/such/a.json", "no/such/a.json cannot be written: its folder does not exist"),
    "a folder": ("json:folder", "folder cannot be written: it is a folder"),
    "below a file": ("json:post.md/a.json", "post.md/a.json cannot be written: its folder does not exist"),
    "standard output": ("json:-", "--output-file needs a file's path"),
    "read-only": ("json:kept.json", "kept.json is read-only"),
    "a name that cannot be": ("json:" + "a" * 300, "cannot be written: file name too long"),
    "odd characters": ("json:a\x1b[31m/b", "a\\x1b[31m/b cannot be written"),
}


@pytest.mark.parametrize(("given", "answer"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(given: str, answer: str, mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "post.md").write_bytes(BAD)
    (tmp_path / "kept.json").write_text("kept")
    (tmp_path / "kept.json").chmod(0o444)
    done = mdlint(".", "--no-cache", f"--output-file={given}")
    assert (done.returncode, done.stdout) == (2, "")
    assert answer in done.stderr
    assert (tmp_path / "kept.json").read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept.json", "post.md"]


def test_one_file_for_two_reports(mdlint: Run) -> None:
    done = mdlint("-", "--output-file=json:a", "--output-file=concise:./a", stdin=BAD)
    assert done.returncode == 2
    assert "is to hold more than one report" in done.stderr


@pytest.mark.parametrize("option", ["--diff", "--fix-only"])
def test_without_a_report_there_is_nothing_to_write(option: str, mdlint: Run, tmp_path: Path) -> None:
    done = mdlint(".", option, "--output-file=json:a.json")
    assert done.returncode == 2
    assert "--output-file" in done.stderr
    assert not (tmp_path / "a.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_regular_file(mdlint: Run, tmp_path: Path) -> None:
    assert mdlint("-", "--output-file=/dev/null", stdin=BAD).returncode == 1
    assert rules_of(mdlint("-", "--output-file=json:/dev/stderr", stdin=BAD).stderr) == ["empty-description"]
    (tmp_path / "target.json").write_text("old")
    (tmp_path / "link.json").symlink_to("target.json")
    assert mdlint("-", "--output-file=json:link.json", stdin=BAD).returncode == 1
    assert (tmp_path / "link.json").is_symlink()
    assert rules(tmp_path / "target.json") == ["empty-description"]


def rules_of(text: str) -> list[str]:
    return [found["rule"] for found in json.loads(text)["diagnostics"]]


def test_a_crash_of_a_reporter_leaves_the_old_file(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(
        "def report(report, out, options):\n    out.write('half')\n    raise ValueError\nREPORTERS = {'broken': report}\n"
    )
    (tmp_path / "mdlint.toml").write_text('plugins = ["broken.py"]\n')
    (tmp_path / "a.txt").write_text("old")
    done = mdlint("-", "--no-cache", "--output-file=broken:a.txt", stdin=BAD)
    assert (done.returncode, done.stdout) == (2, "")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} - {"__pycache__"} == {"a.txt", "broken.py", "mdlint.toml"}


ANNOTATION = (
    "::warning title=mdlint (empty-description),file={}post.md,line=3,endLine=3,col=14,endColumn=16::"
    "`description` is empty%0Ahint: say in one sentence what the post is about\n"
)


def test_annotations_in_github_actions(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_bytes(BAD)
    done = mdlint(".", GITHUB_ACTIONS="true")
    assert done.stdout.startswith("warning[empty-description]")
    assert done.stdout.endswith(ANNOTATION.format(""))
    assert done.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-annotations"],
        ["--statistics"],
        ["--quiet", "--fail-on=error"],
        ["--output-format=concise"],
        ["--output-format=json"],
        ["--output-file=a.txt"],
    ],
    ids=" ".join,
)
def test_no_annotations(arguments: list[str], mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_bytes(BAD)
    assert "::warning" not in mdlint(".", *arguments, GITHUB_ACTIONS="true").stdout


def test_no_annotations_elsewhere(mdlint: Run) -> None:
    assert "::warning" not in mdlint("-", stdin=BAD).stdout
    assert "::warning" not in mdlint("-", stdin=BAD, GITHUB_ACTIONS="false").stdout


def test_no_more_annotations_than_are_shown(mdlint: Run, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.md").write_bytes(BAD.replace(b"Rye bread", b"''"))
    commands = [line for line in mdlint(".", GITHUB_ACTIONS="true").stdout.splitlines() if line.startswith("::")]
    assert [line.split(" ")[0] for line in commands] == ["::error", "::warning"] * 10
    assert len(mdlint(".", "--output-format=github").stdout.splitlines()) == 60


def test_annotations_go_where_the_report_goes(mdlint: Run) -> None:
    done = mdlint("-", "--fix", stdin=BAD, GITHUB_ACTIONS="true")
    assert done.stdout.encode() == BAD
    assert ANNOTATION.format("").replace("post.md", "stdin.md") in done.stderr


def test_paths_are_those_of_the_repository(mdlint: Run, tmp_path: Path) -> None:
    """Services want them relative to its root, wherever in it mdlint runs; people where they are."""
    (tmp_path / "post.md").write_bytes(BAD)
    inside = {"GITHUB_WORKSPACE": str(tmp_path.parent)}
    folder = f"{tmp_path.name}/"
    assert mdlint(".", "--output-format=github", **inside).stdout == ANNOTATION.format(folder)
    (found,) = json.loads(mdlint(".", "--output-format=gitlab", CI_PROJECT_DIR=str(tmp_path.parent)).stdout)
    assert found["location"]["path"] == f"{folder}post.md"
    assert f'"uri": "{folder}post.md"' in mdlint(".", "--output-format=sarif", **inside).stdout
    assert mdlint(".", "--output-format=concise", **inside).stdout.startswith("post.md:3:14")
    for elsewhere in (tmp_path, tmp_path / "folder", tmp_path.parent / "other"):
        assert mdlint(".", "--output-format=github", GITHUB_WORKSPACE=str(elsewhere)).stdout == ANNOTATION.format("")
