"""Several processes say what one says."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from mdlint.diagnostic import Row, Span
from mdlint.files import Examined, examine_each
from mdlint.linter import Linter
from mdlint.reading import jobs_for
from mdlint.said import Fresh, outcome_of
from mdlint.settings import Collection, Settings
from mdlint.source import Source
from mdlint.workers import _Packing, examine_all, start_method

POST = (
    "---\ntitle: Rye bread {}\ndescription: ''\ntags: [a, a]\npubDate: 2030-01-01\n---\n# Rye\n\n## QA\n\nComing soon\n"
)
METHODS = ["fork", "forkserver", "spawn"] if sys.platform != "win32" else ["spawn"]

COPIED = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
"""For a process of pytest-xdist, which has threads of its own."""


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    found = []
    for number in range(250):
        path = tmp_path / f"{number} 面包.md"
        path.write_text(POST.format(number) if number % 3 else "---\ntitle: [\n---\n", encoding="utf-8")
        found.append(Source(path.as_posix(), path.name))
    return found


def outcomes(sources: list[Source], settings: Settings, method: str, jobs: int = 2) -> list[Fresh]:
    return [examined.said for examined in examine_all(sources, Linter(settings), jobs, method)]


@COPIED
@pytest.mark.parametrize("method", METHODS)
def test_the_same_outcomes(sources: list[Source], method: str) -> None:
    blog = Settings(schema="post", options={"duplicate-tag": {"fields": ("tags",)}}, severity={"empty-tag": "error"})
    settings = Settings(collections=(Collection("blog", ("*.md",), {}, blog),))
    linter = Linter(settings)
    alone = [examined.said for source in sources for examined in examine_each([source], linter)]
    assert all(outcome.diagnostics for outcome in alone)
    assert any(outcome.taken for outcome in alone)
    assert outcomes(sources, settings, method) == alone


KILLER = '''
import os
from mdlint.rule import Rule

class Killer(Rule):
    """Ends its process."""
    group = "ours"
    def check(self, doc):
        if "kill me" in doc.text:
            os._exit(3)
        yield from ()

RULES = [Killer]
'''


@COPIED
def test_a_process_that_dies(sources: list[Source], tmp_path: Path) -> None:
    (tmp_path / "killer.py").write_text(KILLER)
    Path(sources[120].path).write_text("---\ntitle: kill me\n---\n")
    said = outcomes(sources, Settings(root=str(tmp_path), plugins=("killer.py",)), "fork")
    found = [outcome_of(source.shown, one) for source, one in zip(sources, said, strict=True)]
    (crash,) = found[120].diagnostics
    assert crash.rule == "internal-error"
    assert "a worker process" in crash.message
    assert all(outcome.diagnostics for number, outcome in enumerate(found) if number != 120)
    assert not any(d.rule == "internal-error" for n, o in enumerate(found) if n != 120 for d in o.diagnostics)


COUNTED = (
    KILLER
    + """
import threading

def count() -> None:
    if threading.active_count() > 1:
        os.write(2, b"copied with a thread\\n")

os.register_at_fork(before=count)
"""
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are never copied")
def test_a_process_that_dies_leaves_no_thread_to_be_copied(tmp_path: Path) -> None:
    """A copy would wait without an end for what a thread holds at that moment. Python 3.12 and later warn of it."""
    (tmp_path / "counted.py").write_text(COUNTED)
    (tmp_path / "mdlint.toml").write_text('plugins = ["counted.py"]\n')
    for number in range(8):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: {'kill me' if number in {0, 5, 7} else 'Rye'}\n---\n")
    command = [sys.executable, "-W", "error", "-m", "mdlint", "--no-cache", "--jobs=2", "--output-format=concise", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert [line[:4] for line in done.stdout.splitlines() if "internal-error" in line] == ["0.md", "5.md", "7.md"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("count", "wanted", "jobs"), [(1, None, 1), (399, None, 1), (1, 8, 1), (1000, 1, 1), (1000, 2, 2), (1000, 500, 60)]
)
def test_jobs(count: int, wanted: int | None, jobs: int) -> None:
    assert jobs_for(count, wanted) == jobs


def test_all_cores_for_many_files() -> None:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert jobs_for(10_000, None) == min(cores, 60)


def test_the_same_output(sources: list[Source], tmp_path: Path) -> None:
    def said(*arguments: str) -> bytes:
        command = [sys.executable, "-m", "mdlint", "--no-cache", "--output-format=json", *arguments, "."]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).stdout

    assert len(sources) == 250
    assert said("--jobs=2") == said("--jobs=1")


@pytest.mark.skipif(sys.platform == "win32", reason="has no Ctrl-C for one process")
def test_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(KILLER.replace("os._exit(3)", "__import__('time').sleep(60)"))
    (tmp_path / "mdlint.toml").write_text('plugins = ["slow.py"]\n')
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("---\ntitle: kill me\n---\n")
    command = [sys.executable, "-m", "mdlint", "--jobs=2", "--output-file=out.txt", "."]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True) as process:
        wait_for_children(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""
        assert process.wait() == 130


def test_only_its_own_processes_are_ended(sources: list[Source]) -> None:
    """A program that uses mdlint may have others."""
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,))
    other.start()
    try:
        given_up = examine_all(sources, Linter(Settings()).load(), 2)
        assert next(given_up)
        assert isinstance(given_up, Generator)
        given_up.close()
        assert other.is_alive()
        assert multiprocessing.active_children() == [other]
    finally:
        other.kill()
        other.join()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_no_process_outlives_the_first_one(tmp_path: Path, name: str) -> None:
    """What waits for the end of the output, as CI does, would wait for it as long as it lives."""
    (tmp_path / "slow.py").write_text(KILLER.replace("os._exit(3)", "__import__('time').sleep(600)"))
    (tmp_path / "mdlint.toml").write_text('plugins = ["slow.py"]\n')
    for number in range(250):
        (tmp_path / f"{number}.md").write_text("---\ntitle: kill me\n---\n")
    command = [sys.executable, "-m", "mdlint", "--jobs=3", "."]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        wait_for_children(process.pid)
        process.send_signal(getattr(signal, name))
        assert process.communicate(timeout=60)[0] == b""
        assert process.returncode == -getattr(signal, name)


def wait_for_children(parent: int) -> None:
    """Until a process has started others, or has ended."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while children.exists() and len(children.read_text().split()) < 2:
        pass


def test_what_was_said_is_sent_once() -> None:
    """Equal things are one; those that are equal but of another type are two, and so are those that cannot be compared."""
    span = Span(1, 1, 1, 1)
    values: list[Any] = [["a"], ["a"], [1], [True], [1.0], Path("a"), Path("a"), "a"]
    facts = [("rule", "", "error", span, None, None, value, None, None, None) for value in values]
    finding = (span, "rule", "error", "a message", "", ("title",), None, None, False, None)
    odd = (span, "rule", "error", "a message", "", ["title"], None, None, False, None)
    said = Fresh([finding, odd, finding, odd], facts)
    packing = _Packing()
    rows: dict[int, list[Row]] = {}
    for number in range(2):
        packed = packing.pack([Examined(said, "digest")])
        assert len(packed.rows) == (len(values) - 1 + 3, 4)[number]
        (examined,) = packed.unpacked(rows)
        assert repr(examined) == repr(Examined(said, "digest"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are never copied")
def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert start_method() == "spawn"
    finally:
        done.set()
        thread.join()
    code = "from mdlint.workers import start_method; print(start_method())"
    alone = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert alone.stdout == "fork\n"
