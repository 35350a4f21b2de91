"""`mdlint check --watch`, as a process of its own, with a pipe and with a terminal."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal, and ptys are POSIX's")

BAD = "---\ntitle: Rye bread\ndescription: ''\n---\n"
GOOD = "---\ntitle: Rye bread\n---\n"
WAITING = "waiting for changes"
LONGEST = 30


class Watched:
    """A running `mdlint check --watch`, and what it prints."""

    def __init__(self, folder: Path, *arguments: str, terminal: bool = False) -> None:
        command = [sys.executable, "-m", "mdlint", "check", "--watch", *arguments]
        env = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", "TERM": "xterm", "NO_COLOR": "1"}
        if terminal:
            self._read, out = os.openpty()
        else:
            self._read, out = os.pipe()
        self.process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
        os.close(out)
        os.set_blocking(self._read, False)
        self.seen = ""

    def next(self) -> str:
        """What is printed up to the next wait for changes."""
        before = len(self.seen)
        end = time.monotonic() + LONGEST
        while not (found := re.compile(f"{WAITING}.*\n").search(self.seen, before)):
            assert time.monotonic() < end, self.seen[before:]
            self._take()
        text, self.seen = self.seen[before : found.end()], self.seen[: found.end()]
        return text

    def stays_quiet(self, seconds: float = 1.0) -> bool:
        """Whether nothing is printed for a while."""
        before = self.seen
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._take()
        return self.seen == before

    def interrupt(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(LONGEST)
        self._take()
        return code

    def _take(self) -> None:
        try:
            self.seen += os.read(self._read, 1 << 16).decode()
        except BlockingIOError:
            time.sleep(0.02)
        except OSError:  # the other end of a terminal has gone
            time.sleep(0.02)

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._read)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(*arguments: str, terminal: bool = False) -> Watched:
        started.append(Watched(tmp_path, *arguments, terminal=terminal))
        return started[-1]

    yield start
    for one in started:
        one.close()


def found(text: str) -> list[str]:
    return re.findall(r"^(\S+?):\d+:\d+: ", text, re.MULTILINE)


def test_files_come_and_go(watching: Callable[..., Watched], tmp_path: Path) -> None:
    posts = tmp_path / "my posts"
    posts.mkdir()
    (posts / "a.md").write_text(GOOD)
    watched = watching("my posts", "--output-format=concise", "--no-fold")
    assert "no findings" in watched.next()
    (posts / "a.md").write_text(BAD)
    assert "my posts/a.md:3:14" in watched.next()
    (posts / "a.md").rename(posts / "面包.md")
    assert "my posts/面包.md:3:14" in watched.next()
    (posts / "deep" / "er").mkdir(parents=True)
    (posts / "deep" / "er" / "b.md").write_text(BAD)
    while "Checked 2 files" not in (text := watched.next()):
        pass  # what happens in a new folder may be seen one after the other
    assert "my posts/deep/er/b.md:3:14" in text
    (posts / "deep" / "er" / "b.md").write_text(GOOD)
    text = watched.next()
    assert "deep" not in text
    assert "my posts/面包.md:3:14" in text
    (posts / "面包.md").unlink()
    assert "Checked 1 file in" in watched.next()
    assert watched.interrupt() == 130
    assert "Traceback" not in watched.seen
    assert "\x1b" not in watched.seen


def test_a_burst_is_one_run(watching: Callable[..., Watched], tmp_path: Path) -> None:
    watched = watching("--output-format=concise")
    watched.next()
    watched.process.send_signal(signal.SIGSTOP)  # so that they come in one burst on a busy machine, too
    for number in range(50):
        (tmp_path / f"{number}.md").write_text(BAD)
    watched.process.send_signal(signal.SIGCONT)
    assert "Checked 50 files" in watched.next()
    assert watched.stays_quiet()


def test_what_does_not_count(watching: Callable[..., Watched], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / ".hidden").mkdir()
    watched = watching("--output-file=markdown.md", "--exclude=markdown.md")
    watched.next()
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".a.md.swp").write_text("x")
    (tmp_path / ".hidden" / "b.md").write_text(BAD)
    assert watched.stays_quiet()


def test_a_named_file(watching: Callable[..., Watched], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    watched = watching("a.md", "--output-format=concise")
    watched.next()
    (tmp_path / "b.md").write_text(BAD)
    assert watched.stays_quiet()
    (tmp_path / "new").write_text(BAD)
    (tmp_path / "new").replace(tmp_path / "a.md")  # as editors save
    assert found(watched.next()) == ["a.md"]
    (tmp_path / "a.md").unlink()
    assert "no such file or folder: a.md" in watched.next()
    (tmp_path / "a.md").write_text(GOOD)
    assert "no findings" in watched.next()


def test_the_configuration_is_read_anew(watching: Callable[..., Watched], tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "a.md").write_text(GOOD)
    watched = watching("posts", "--output-format=concise")
    assert "no findings" in watched.next()
    (tmp_path / "mdlint.toml").write_text('schema = "schemas/post.py:Post"\n')
    assert "there is no file" in watched.next()
    (tmp_path / "schemas").mkdir()
    model = "from pydantic import BaseModel\n\n\nclass Post(BaseModel):\n    title: {}\n"
    (tmp_path / "schemas" / "post.py").write_text(model.format("str"))
    (tmp_path / "mdlint.toml").write_text('schema = "schemas/post.py:Post"  # now\n')
    while "no findings" not in watched.next():
        pass  # an empty configuration may have been seen while it was written
    (tmp_path / "schemas" / "post.py").write_text(model.format("int"))
    assert found(watched.next()) == ["posts/a.md"]
    (tmp_path / "mdlint.toml").write_text("selct = []\n")
    assert "did you mean `select`?" in watched.next()
    (tmp_path / "mdlint.toml").unlink()
    assert "no findings" in watched.next()


def test_fixes_end(watching: Callable[..., Watched], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    watched = watching("--fix")
    watched.next()
    (tmp_path / "a.md").write_text("---\ntags: [a, a]\n---\n")
    assert "Fixed 1 finding" in watched.next()
    assert "no findings" in watched.next()
    assert watched.stays_quiet()
    assert (tmp_path / "a.md").read_text() == "---\ntags: [a]\n---\n"


def test_a_terminal(watching: Callable[..., Watched], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    watched = watching("--output-format=concise", terminal=True)
    assert watched.next().startswith("\x1b[2J\x1b[1;1H")
    (tmp_path / "a.md").write_text(GOOD)
    text = watched.next()
    assert text.startswith("\x1b[2J\x1b[1;1H")
    assert "no findings" in text
    assert watched.interrupt() == 130
    assert "Traceback" not in watched.seen


MISTAKES = {
    "standard input": (["-"], "--watch and standard input do not go together"),
    "a baseline": (["--write-baseline"], "--watch and --write-baseline do not go together"),
    "no such folder": (["nowhere"], "no such file or folder: nowhere"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    from mdlint.cli import main

    assert main(["check", "--watch", *arguments]) == 2
    assert message in capsys.readouterr().err
