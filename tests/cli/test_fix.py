"""`mdlint check --fix` and the options around it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OLD = b"---\ntitle: a\ntags: [a, a]\nauthor: None\n---\nWords\n"
SAFE = b"---\ntitle: a\ntags: [a]\nauthor: None\n---\nWords\n"
ALL = b"---\ntitle: a\ntags: [a]\n---\nWords\n"


class Done:
    def __init__(self, run: subprocess.CompletedProcess[bytes]) -> None:
        self.code = run.returncode
        self.out = run.stdout
        self.err = run.stderr.decode().replace("\r\n", "\n")
        assert "Traceback" not in self.err
        assert "internal error" not in self.err


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(OLD)
    return path


def check(folder: Path, *arguments: str, stdin: bytes = b"") -> Done:
    command = [sys.executable, "-m", "mdlint", "check", "--isolated", *arguments]
    return Done(subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False))


def test_without_it_nothing_is_written(post: Path) -> None:
    done = check(post.parent, ".")
    assert post.read_bytes() == OLD
    assert done.out.splitlines()[-1] == b"1 can be fixed with --fix, 1 more with --unsafe-fixes"
    assert check(post.parent, "--unsafe-fixes", ".").out.splitlines()[-1] == b"2 can be fixed with --fix"
    assert post.read_bytes() == OLD


def test_safe_fixes(post: Path) -> None:
    done = check(post.parent, "--fix", ".")
    assert post.read_bytes() == SAFE
    assert done.code == 1
    first, *_, last = done.out.decode().partition("Fixed")[2].splitlines()
    assert first == " 1 finding in 1 file: 1 duplicate-tag"
    assert last == "1 more could be fixed with --unsafe-fixes"
    assert b"null-like-string" in done.out


def test_unsafe_fixes(post: Path) -> None:
    done = check(post.parent, "--fix", "--unsafe-fixes", ".")
    assert post.read_bytes() == ALL
    assert done.code == 0
    assert b"Fixed 2 findings in 1 file: 1 duplicate-tag, 1 null-like-string\n" in done.out


def test_a_second_run_changes_nothing(post: Path) -> None:
    check(post.parent, "--fix", "--unsafe-fixes", ".")
    before = post.stat()
    done = check(post.parent, "--fix", "--unsafe-fixes", ".")
    assert b"Fixed" not in done.out
    assert (post.stat().st_ino, post.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_fixing(post: Path) -> None:
    done = check(post.parent, "--fix-only", ".")
    assert (done.code, done.out) == (0, b"")
    assert done.err == "Fixed 1 finding in 1 file: 1 duplicate-tag\n"
    assert post.read_bytes() == SAFE


def test_the_difference_comes_before_what_is_said_of_it(post: Path) -> None:
    """In the log of CI, where both are in one stream, which Python does not write at once."""
    done = subprocess.run(
        [sys.executable, "-m", "mdlint", "--diff", "."],
        cwd=post.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        check=False,
    )
    assert done.stdout.startswith(b"--- a/")
    assert done.stdout.splitlines()[-1].startswith(b"Would fix ")


def test_the_difference(post: Path) -> None:
    done = check(post.parent, "--diff", ".")
    assert done.code == 1
    assert post.read_bytes() == OLD
    assert done.out.decode().splitlines() == [
        "--- a/post.md",
        "+++ b/post.md",
        "@@ -1,6 +1,6 @@",
        " ---",
        " title: a",
        "-tags: [a, a]",
        "+tags: [a]",
        " author: None",
        " ---",
        " Words",
    ]
    assert done.err == "Would fix 1 finding in 1 file: 1 duplicate-tag\n"
    assert check(post.parent, "--diff", "--exit-zero", ".").code == 0
    check(post.parent, "--fix", ".")
    done = check(post.parent, "--diff", ".")
    assert (done.code, done.out, done.err) == (0, b"", "")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"no line end"])
def test_git_applies_the_difference(tmp_path: Path, end: bytes, last: bytes) -> None:
    folder = tmp_path / "a b"
    folder.mkdir()
    data = "---\nt: 面🍞\ntags: [a, a]\n---\n".encode().replace(b"\n", end) + b"x\xe2\x80\xa8y" + end + last
    if not last:
        data = data.replace(b"]" + end, b"]" + end + b"d: 2024/1/5 " + end)
    (folder / "ä b.md").write_bytes(data)
    difference = check(folder, "--diff", "--unsafe-fixes", ".").out
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "apply", "-"], cwd=folder, input=difference, check=True)
    applied = (folder / "ä b.md").read_bytes()
    (folder / "ä b.md").write_bytes(data)
    check(folder, "--fix", "--unsafe-fixes", ".")
    assert (folder / "ä b.md").read_bytes() == applied != data


@pytest.mark.parametrize("text", [OLD, b"\xef\xbb\xbf---\r\ntags: [a, a]\r\n---\r\n", b"Words", b"", b"\xff\xfe"])
def test_standard_input(tmp_path: Path, text: bytes) -> None:
    done = check(tmp_path, "--fix", "--unsafe-fixes", "-", stdin=text)
    (tmp_path / "stdin.md").write_bytes(text)
    written = check(tmp_path, "--fix", "--unsafe-fixes", "stdin.md")
    assert done.out == (tmp_path / "stdin.md").read_bytes()
    assert done.code == written.code
    assert ("Checked 1 file" in done.err) and ("stdin.md:" in done.err) == (b"stdin.md:" in written.out)


def test_standard_input_by_another_name(tmp_path: Path) -> None:
    done = check(tmp_path, "--fix", "--output-format", "json", "--stdin-filename", "content/a.md", "-", stdin=OLD)
    assert done.out == SAFE
    report = json.loads(done.err)
    assert {found["path"] for found in report["diagnostics"]} == {"content/a.md"}
    assert report["fixed"] == [{"path": "content/a.md", "rules": {"duplicate-tag": 1}}]
    assert check(tmp_path, "--diff", "-", stdin=OLD).out.startswith(b"--- a/stdin.md\n")
    assert check(tmp_path, "--fix-only", "-", stdin=OLD).out == SAFE


EDITED = {
    "plain": "---\ntitle: ' a'\ntags: [a, a, '']\ndate: 2024/1/5\nauthor: None\n---\nWords\n",
    "a byte-order mark": "\ufeff---\ntags: [a, a]\n---\n",
    "wide characters": "---\nt: 面🍞e\u0301\ntags: [面, 面, 🍞]  # 🍞\ndate: 2024/1/5\n---\n🍞\n",
    "CRLF": "\ufeff---\r\nt: 🍞 \r\ntags: [a, a]\r\n---\r\n面\r\n",
    "broken": "---\ntitle: 面: 🍞\ntags: '['a', 'b']'\n- stray\n---\n",
    "in the body": "---\ntitle: 面\n---\n🍞 :contentReference[oaicite:0]{index=0} and more\n",
    "a comment above": "<!-- 🍞 -->\n---\ntitle: a\n---\n",
    "TOML": "+++\nt = '面'\ntags = ['a', 'a']\n+++\n",
    "JSON": '{\n  "t": "🍞",\n  "tags": ["a", "a"]\n}\n',
}


@pytest.mark.parametrize("name", EDITED)
def test_the_edits_of_the_report_make_what_fix_writes(name: str, tmp_path: Path) -> None:
    data = EDITED[name].encode()
    (tmp_path / "a.md").write_bytes(data)
    found = json.loads(check(tmp_path, "--output-format=json", "a.md").out)["diagnostics"]
    edits = [edit for one in found if one["fix"] for edit in one["fix"]["edits"]]
    edits = sorted({tuple(edit.items()): edit for edit in edits}.values(), key=lambda edit: edit["start"], reverse=True)
    check(tmp_path, "--fix", "--unsafe-fixes", "a.md")
    written = (tmp_path / "a.md").read_bytes()
    assert written != data

    # In code points of the text, before which a byte-order mark stands at -1.
    text = data.decode()
    mark = text.startswith("\ufeff")
    for edit in edits:
        text = text[: edit["start"] + mark] + edit["text"] + text[edit["end"] + mark :]
    assert text.encode() == written

    # In bytes of the file.
    for edit in edits:
        data = data[: edit["start_byte"]] + edit["text"].encode() + data[edit["end_byte"] :]
    assert data == written


def test_in_the_configuration(post: Path) -> None:
    (post.parent / "mdlint.toml").write_text('unsafe-fixes = true\nunfixable = ["duplicate-tag"]\n')
    command = [sys.executable, "-m", "mdlint", "--fix", "."]
    subprocess.run(command, cwd=post.parent, check=False, capture_output=True)
    assert post.read_bytes() == ALL.replace(b"[a]", b"[a, a]")


def test_a_file_that_cannot_be_written(post: Path) -> None:
    post.chmod(0o444)
    done = check(post.parent, "--fix", ".")
    assert done.code == 1
    assert b"error[unwritable-file] the file is read-only; it was left as it is" in done.out
    assert b"Fixed" not in done.out
    done = check(post.parent, "--fix-only", ".")
    assert done.code == 1
    assert done.err == "mdlint: post.md: the file is read-only; it was left as it is\n"
    assert post.read_bytes() == OLD
