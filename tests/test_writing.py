import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mdlint import writing
from mdlint.writing import WriteError, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="has other permissions and links")


@pytest.fixture(autouse=True)
def forget_swept_folders() -> None:
    writing._sweep.cache_clear()


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    return path


def test_the_content_is_new_and_nothing_else_is_left(post: Path) -> None:
    write(str(post), b"new", expected=b"old")
    assert post.read_bytes() == b"new"
    assert list(post.parent.iterdir()) == [post]


def test_a_new_file(tmp_path: Path) -> None:
    write(str(tmp_path / "new.json"), b"{}")
    assert (tmp_path / "new.json").read_bytes() == b"{}"
    if sys.platform != "win32":
        mask = os.umask(0)
        os.umask(mask)
        assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o666 & ~mask


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o666])
def test_permissions_stay(post: Path, mode: int) -> None:
    post.chmod(mode)
    write(str(post), b"new")
    assert stat.S_IMODE(post.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(post: Path) -> None:
    os.chown(post, 1234, 2345)
    post.chmod(0o4750)
    write(str(post), b"new")
    status = post.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 2345, 0o4750)


@posix
def test_an_owner_who_cannot_be_kept(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    own = post.stat()
    other = os.stat_result((own.st_mode, own.st_ino, own.st_dev, 1, own.st_uid + 1, *own[5:10]))
    monkeypatch.setattr(writing, "_status", lambda *_: other)
    monkeypatch.setattr(os, "fchown", refuse)
    with pytest.raises(WriteError, match="belongs to someone else"):
        write(str(post), b"new")
    assert post.read_bytes() == b"old"
    assert list(post.parent.iterdir()) == [post]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="has no extended attributes")
def test_extended_attributes_stay(post: Path) -> None:
    try:
        os.setxattr(post, "user.note", b"mine")
    except OSError:
        pytest.skip("the file system has none")
    write(str(post), b"new")
    assert os.getxattr(post, "user.note") == b"mine"


@posix
def test_links_stay(post: Path) -> None:
    folder = post.parent / "elsewhere"
    folder.mkdir()
    (folder / "one.md").symlink_to("../post.md")
    (folder / "two.md").symlink_to("one.md")
    write(str(folder / "two.md"), b"new", expected=b"old")
    assert post.read_bytes() == b"new"
    assert (folder / "two.md").readlink() == Path("one.md")
    assert sorted(path.name for path in folder.iterdir()) == ["one.md", "two.md"]


@posix
def test_another_name_of_the_file_keeps_the_old_content(post: Path) -> None:
    (post.parent / "backup.md").hardlink_to(post)
    write(str(post), b"new")
    assert (post.parent / "backup.md").read_bytes() == b"old"


REFUSED = {"read-only": 0o444, "without any permission": 0}


@posix
@pytest.mark.parametrize("mode", REFUSED.values(), ids=REFUSED)
def test_read_only_files(post: Path, mode: int) -> None:
    post.chmod(mode)
    with pytest.raises(WriteError, match="is read-only"):
        write(str(post), b"new")
    post.chmod(0o644)
    assert post.read_bytes() == b"old"


def test_other_things_than_files(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="is not a regular file"):
        write(str(tmp_path), b"new")
    with pytest.raises(WriteError, match="is no longer there"):
        write(str(tmp_path / "gone.md"), b"new", expected=b"old")
    with pytest.raises(WriteError, match="cannot be written: no"):
        write(str(tmp_path / "no folder" / "new.md"), b"new")


def test_a_file_that_changed(post: Path) -> None:
    with pytest.raises(WriteError, match="has changed since it was read"):
        write(str(post), b"new", expected=b"older")
    assert post.read_bytes() == b"old"
    assert list(post.parent.iterdir()) == [post]


def test_a_file_that_another_run_fixed(post: Path) -> None:
    write(str(post), b"old", expected=b"older")
    assert post.read_bytes() == b"old"
    assert list(post.parent.iterdir()) == [post]


def test_what_a_killed_run_left_goes(post: Path) -> None:
    stray = post.parent / ".mdlint-0123456789abcdef.tmp"
    stray.write_bytes(b"half")
    (post.parent / ".mdlint-notes.md").touch()
    (post.parent / "other.tmp").touch()
    write(str(post), b"new")
    assert sorted(path.name for path in post.parent.iterdir()) == [".mdlint-notes.md", "other.tmp", "post.md"]


@posix
def test_what_another_run_is_writing_stays(post: Path) -> None:
    file, name = writing._temporary(str(post.parent), 0o600)
    try:
        write(str(post), b"new")
        assert Path(name).exists()
    finally:
        os.close(file)


POST = "---\ntitle: Rye bread {number}\ntags: [a, a, '']\ndate: 2024/1/5\n---\n\n{words}\n"
FILES = 2000


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_killed_at_any_moment_every_file_is_whole(tmp_path: Path) -> None:
    """Started again and again over the same files, and killed each time later, until one run ends."""
    old = {f"{number}.md": POST.format(number=number, words="Flour and salt. " * 50) for number in range(FILES)}
    new = {name: text.replace("[a, a, '']", "[a]").replace("2024/1/5", "2024-01-05") for name, text in old.items()}
    for name, text in old.items():
        (tmp_path / name).write_text(text)
    command = [sys.executable, "-m", "mdlint", "check", "--isolated", "--no-cache", "--fix", "--quiet", "."]
    killed = partly = 0
    delay = 0.4
    while True:
        run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        time.sleep(delay)
        run.send_signal(signal.SIGKILL)
        output = run.communicate()[0]
        names = {path.name for path in tmp_path.iterdir()}
        texts = {name: (tmp_path / name).read_text() for name in old}
        assert all(texts[name] in (old[name], new[name]) for name in old)
        assert all(name.startswith(".mdlint-") for name in names - old.keys())
        assert len(names - old.keys()) <= 1, "each run removes what the one before has left"
        done = sum(texts[name] == new[name] for name in old)
        if run.returncode != -signal.SIGKILL:
            break
        killed += 1
        partly += 0 < done < FILES
        delay *= 1.4
    assert run.returncode == 0, output
    assert killed
    assert partly
    assert texts == new
