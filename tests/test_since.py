"""Only what is about changed lines, with real git in repositories of a few files."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mdlint.cli import main

BAD = "---\ntitle: Rye\ndescription: ''\n---\n"
LONG = "---\ntitle: Rye\ndescription: ''\ntags:\n  - rye\n  - rye\n---\n\nFlour.\n\nWater.\n\nSalt.\n"
EMPTY = "empty-description"

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in a new repository, whose branch is `main`; the user's own configuration does not count."""
    root = tmp_path / "site"
    root.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Ada\n\temail = ada@example.org\n")
    monkeypatch.chdir(root)

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    return run


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode())


def commit(git: Git, **files: str) -> None:
    for name, text in files.items():
        write(f"{name}.md", text)
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message=x")


Found = Callable[..., list[str]]


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Found:
    """What a run says, as `path:line rule`."""

    def run(*arguments: str, since: str = "main") -> list[str]:
        code = main([*arguments, "--since", since, "--output-format=json"])
        out, err = capsys.readouterr()
        assert code in (0, 1), err
        return [f"{d['path']}:{d['line']} {d['rule']}" for d in json.loads(out)["diagnostics"]]

    return run


CHANGES = {
    "nothing": (LONG, []),
    "the text below": (LONG.replace("Water", "Milk"), []),
    "a field above": (LONG.replace("title: Rye", "title: Spelt\nlang: en"), []),
    "the line itself": (LONG.replace("description: ''", 'description: ""'), [f"a.md:3 {EMPTY}"]),
    "an item": (LONG.replace("  - rye\n---", "  - rye # too\n---"), ["a.md:6 duplicate-tag"]),
    "a line within a list is gone": (LONG.replace("  - rye\n  - rye", "  - rye"), []),
    "a new line": (LONG.replace("title: Rye", "title: Rye\nauthor: ''\ncategories: [a, a]"), ["a.md:4 duplicate-tag"]),
    "line ends": (LONG.replace("\n", "\r\n"), [f"a.md:3 {EMPTY}", "a.md:6 duplicate-tag"]),
    "lone carriage returns": (LONG.replace("Salt.", "Pepper.\rSalt."), [f"a.md:3 {EMPTY}", "a.md:6 duplicate-tag"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("how", ["in the work tree", "staged", "committed"])
def test_what_has_changed(text: str, expected: list[str], how: str, git: Git, found: Found) -> None:
    commit(git, a=LONG)
    git("checkout", "--quiet", "-b", "topic")
    write("a.md", text)
    if how != "in the work tree":
        git("add", "a.md")
    if how == "committed":
        commit(git)
    assert found() == expected


NESTED = "---\ntitle: Rye\ncover:\n  url: a.png\n  alt: Bread\nlang: en\n---\n\nText.\n"
MISSING = {
    "the field is taken away": (NESTED.replace("title: Rye\n", ""), "title", True),
    "another field changes": (NESTED.replace("en", "de"), "author", True),
    "the text below changes": (NESTED.replace("Text", "More"), "author", False),
    "the last field is taken away": (NESTED.replace("lang: en\n", ""), "lang", True),
    "the front matter is taken away": ("Text.\n", None, True),
}


@pytest.mark.parametrize(("text", "field", "counts"), MISSING.values(), ids=MISSING)
def test_what_has_no_line(text: str, field: str | None, counts: bool, git: Git, found: Found) -> None:
    write(
        "mdlint.toml",
        f"required = [{json.dumps(field)}]\n" if field else 'schema = "post"\nselect = "missing-front-matter"\n',
    )
    commit(git, a=NESTED)
    write("a.md", text)
    rule = "missing-field" if field else "missing-front-matter"
    assert found() == ([f"a.md:1 {rule}"] if counts else [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [(NESTED.replace("  alt: Bread\n", ""), True), (NESTED.replace("title: Rye", "title: Spelt"), False)],
    ids=["in the field", "beside it"],
)
def test_what_is_missing_in_a_field(text: str, counts: bool, git: Git, found: Found) -> None:
    schema = {"properties": {"cover": {"type": "object", "required": ["credit"]}}}
    write("schema.json", json.dumps(schema))
    write("mdlint.toml", 'schema = "schema.json"\n')
    commit(git, a=NESTED)
    write("a.md", text)
    assert found() == (["a.md:3 missing-field"] if counts else [])


def test_what_others_have_done_does_not_count(git: Git, found: Found) -> None:
    commit(git, a=BAD, b=BAD)
    git("checkout", "--quiet", "-b", "topic")
    commit(git, a=BAD.replace("Rye", "Spelt"))
    git("checkout", "--quiet", "main")
    commit(git, b="---\ntitle: Rye\n---\n")
    git("checkout", "--quiet", "topic")
    assert found() == []
    assert found(since="HEAD~1") == []
    assert found(since="HEAD") == []


NAMES = (
    "a b.md",
    "面包/黑麦.md",
    'the "best".md',
    "two\nlines.md",
    "tab\there.md",
    " b/a b.md",
    "ends \n",
    "-rf.md",
    "ä.Rmd",
    ":(top)x.md",
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names(git: Git, found: Found, capsys: pytest.CaptureFixture[str]) -> None:
    names = [name if name.lower().endswith("md") else f"{name}.md" for name in NAMES]
    for name in names:
        write(name, BAD)
    everything = [f"{name}:3 {EMPTY}" for name in sorted(names)]
    commit(git)
    assert found(since="HEAD") == []
    for name in names:
        write(name, BAD.replace("description", "lang: en\ndescription").replace("''", '""'))
    write("untracked \n.md", BAD)
    expected = sorted([*(line.replace(":3 ", ":4 ") for line in everything), f"untracked \n.md:3 {EMPTY}"])
    assert sorted(found(since="HEAD")) == expected


def test_renamed(git: Git, found: Found) -> None:
    body = "".join(f"Line {number}.\n" for number in range(30))
    commit(git, old=LONG + body, moved=BAD + body)
    Path("posts").mkdir()
    git("mv", "old.md", "posts/new 面包.md")
    git("mv", "moved.md", "posts/same.md")
    write("posts/new 面包.md", LONG.replace("  - rye\n---", "  - 'rye'\n---") + body)
    assert found() == ["posts/new 面包.md:6 duplicate-tag"]


def test_new_files(git: Git, found: Found) -> None:
    commit(git, a=BAD)
    write(".gitignore", "ignored.md\n")
    for name in ("untracked", "staged", "intended", "ignored"):
        write(f"{name}.md", BAD)
    write("empty.md", "")
    git("add", "staged.md", "empty.md")
    git("add", "--intent-to-add", "intended.md")
    new = ["intended.md", "staged.md", "untracked.md"]
    assert found() == [f"{name}:3 {EMPTY}" for name in new]
    assert found("ignored.md") == [f"ignored.md:3 {EMPTY}"]
    write("mdlint.toml", 'schema = "post"\nselect = "missing-front-matter"\n')
    assert found() == ["empty.md:1 missing-front-matter"]


def test_other_endings(git: Git, found: Found) -> None:
    write("a.txt", BAD)
    commit(git)
    assert found("a.txt") == []
    write("a.txt", BAD.replace("''", '""'))
    assert found("a.txt") == [f"a.txt:3 {EMPTY}"]


def test_a_subfolder(git: Git, found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a=BAD)
    write("posts/b.md", BAD)
    commit(git)
    write("a.md", BAD.replace("''", '""'))
    write("posts/b.md", BAD.replace("''", '""'))
    write("posts/c.md", BAD)
    monkeypatch.chdir("posts")
    assert found() == [f"b.md:3 {EMPTY}", f"c.md:3 {EMPTY}"]
    assert found("..") == [f"../a.md:3 {EMPTY}", f"b.md:3 {EMPTY}", f"c.md:3 {EMPTY}"]


SETTINGS = (
    "[diff]\n\tnoprefix = true\n\tmnemonicPrefix = true\n\trenames = false\n\trelative = true\n\tcontext = 9\n"
    "\tinterHunkContext = 9\n\texternal = false\n\tsubmodule = log\n\twordRegex = .\n[color]\n\tui = always\n"
    "[core]\n\tquotePath = false\n\tpager = false\n[status]\n\tshowUntrackedFiles = no\n"
)


def test_the_users_configuration_does_not_count(
    git: Git, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(git, a=LONG)
    write(".gitattributes", "*.md binary -diff\n")
    commit(git)
    with (tmp_path / "gitconfig").open("a") as config:
        config.write(SETTINGS)
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    write("a.md", LONG.replace("title: Rye", "title: Spelt").replace("  - rye\n---", "  - 'rye'\n---"))
    write("b.md", BAD)
    assert found(since="HEAD") == ["a.md:6 duplicate-tag", f"b.md:3 {EMPTY}"]


def test_a_submodule_has_a_history_of_its_own(git: Git, found: Found, tmp_path: Path) -> None:
    commit(git, a=BAD)
    git("init", "--quiet", str(tmp_path / "theme"))
    git("-C", str(tmp_path / "theme"), "commit", "--quiet", "--allow-empty", "--message=x")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path / "theme"), "theme")
    commit(git)
    write("theme/b.md", BAD)
    assert found(since="HEAD") == []


def test_a_conflict(git: Git, found: Found) -> None:
    commit(git, a=LONG, b=BAD)
    git("checkout", "--quiet", "-b", "topic")
    commit(git, a=LONG.replace("Flour.", "Milk."), c=BAD)
    git("checkout", "--quiet", "main")
    commit(git, a=LONG.replace("Flour.", "Oil."))
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "topic")
    assert found("--ignore=title-heading-mismatch", since="HEAD") == [f"c.md:3 {EMPTY}"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_file_that_was_a_link(git: Git, found: Found) -> None:
    write("a.md", BAD)
    Path("b.md").symlink_to("a.md")
    commit(git)
    Path("b.md").unlink()
    write("b.md", BAD)
    assert found() == [f"b.md:3 {EMPTY}"]


def test_fixes_only_what_is_reported(git: Git, found: Found) -> None:
    old = "---\ntags: [a, a]\ncategories: [b]\n---\n"
    commit(git, a=old, b=old)
    write("a.md", old.replace("[b]", "[b, b]"))
    assert found("--fix") == []
    assert Path("a.md").read_text() == old
    assert Path("b.md").read_text() == old


def test_with_a_baseline(git: Git, found: Found, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a=LONG)
    assert main(["--baseline=known.json", "--write-baseline", "--select=duplicate-tag", "a.md"]) == 0
    capsys.readouterr()
    write("a.md", LONG.replace("''", '""').replace("  - rye\n---", "  - rye  # too\n---"))
    assert found("--baseline=known.json") == [f"a.md:3 {EMPTY}"]


def fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_no_such_revision(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a=BAD)
    for name in ("nowhere", "--output=x", "", "HEAD:a.md", "a b\x1b[31m"):
        message = fails(capsys, f"--since={name}")
        assert "git knows no revision" in message
        assert "such as `origin/main`" in message
        assert "\x1b" not in message
    assert sorted(path.name for path in Path().iterdir()) == [".git", "a.md"]


def test_no_commit_yet(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", BAD)
    assert "git knows no revision `HEAD`" in fails(capsys, "--since=HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(BAD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "the current folder is in no git repository" in fails(capsys, "--since=main")


def test_no_git(git: Git, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a=BAD)
    monkeypatch.setenv("PATH", "")
    assert "git cannot be run" in fails(capsys, "--since=main")


def test_a_shallow_clone(
    git: Git, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(git, a=BAD)
    git("checkout", "--quiet", "-b", "topic")
    commit(git, b=BAD)
    git("checkout", "--quiet", "main")
    commit(git, c=BAD)
    origin = Path.cwd().as_uri()
    git("clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=topic", origin, str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    message = fails(capsys, "--since=origin/main")
    assert "`origin/main` and the current branch have no common ancestor; this clone is shallow" in message
    assert "`fetch-depth: 0`" in message
    assert "this clone is shallow" in fails(capsys, "--since=HEAD~3")


def test_no_common_ancestor(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a=BAD)
    git("checkout", "--quiet", "--orphan", "other")
    commit(git, b=BAD)
    assert "have no common ancestor; name a revision" in fails(capsys, "--since=main")


def test_standard_input(git: Git, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a=BAD)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert "git knows nothing of standard input" in fails(capsys, "-", "--since=main")
