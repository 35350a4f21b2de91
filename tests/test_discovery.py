import os
import random
import sys
from pathlib import Path

import pytest

from mdlint.diagnostic import Diagnostic
from mdlint.discovery import DiscoveryError, Found, discover, spelled_out, wanted
from mdlint.runner import run
from mdlint.settings import Collection, Settings

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current directory."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    return site


def write(*paths: str | Path) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("---\ntitle: a\n---\n")


def shown(*arguments: str) -> list[str]:
    return [source.shown for source in discover(arguments).sources]


def unreadable(found: Found) -> list[Diagnostic]:
    return list(run(found.sources, Settings(select=("unreadable-file",))).diagnostics)


# -- what a walk takes


def test_endings() -> None:
    taken = ["a.md", "b.mdx", "c.markdown", "d.qmd", "e.Rmd", "f.MD", "g.rmd", "h.Markdown"]
    write(*taken, "i.txt", "j.mdown", "k.md.bak", "md", "l.html")
    assert shown(".") == taken


def test_any_file_that_is_named() -> None:
    write("a.txt", "b", ".c.md", "d.md.bak")
    assert shown("a.txt", "b", ".c.md", "d.md.bak") == ["a.txt", "b", ".c.md", "d.md.bak"]


SKIPPED = [
    ".vitepress/a.md",
    ".github/ISSUE_TEMPLATE/bug.md",
    ".hidden.md",
    "._a.md",
    "node_modules/pkg/README.md",
    "themes/x/node_modules/README.md",
    "archetypes/default.md",
    "themes/x/archetypes/default.md",
    "scaffolds/post.md",
    "Templates/Daily.md",
    "_templates/post.md",
    "docs/ISSUE_TEMPLATE/bug.md",
    "issue_template.md",
    "PULL_REQUEST_TEMPLATE.md",
    "docs/pull_request_template/a.md",
]


@pytest.mark.parametrize("path", SKIPPED)
def test_skipped_on_a_walk_but_not_when_named(path: str) -> None:
    write(path)
    assert shown(".") == []
    assert shown(path) == [path]


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        (".claude/skills/**/SKILL.md", ".claude/skills/bake/SKILL.md"),
        ("**/.notes/*.md", "docs/.notes/a.md"),
        ("{.cursor,.claude}/**", ".cursor/rules/a.md"),
        ("docs/.vitepress/posts/a.md", "docs/.vitepress/posts/a.md"),
        (".draft.md", ".draft.md"),
        ("_templates/*.md", "_templates/a.md"),
        (".github/ISSUE_TEMPLATE/*.md", ".github/ISSUE_TEMPLATE/bug.md"),
    ],
)
def test_a_skipped_name_that_the_configuration_spells_out(glob: str, path: str) -> None:
    write(path, ".other/a.md", "archetypes/a.md")
    for settings in (Settings(include=(glob,)), Settings(collections=(Collection("notes", (glob,), {}, Settings()),))):
        found = wanted(discover(["."], spelled_out(settings)), settings)
        assert [source.shown for source in found.sources] == [path]


def test_a_glob_that_spells_nothing_out() -> None:
    write(".claude/a.md", "a.md")
    settings = Settings(include=("**/*.md", "./a.md", "../a.md"))
    assert [source.shown for source in discover(["."], spelled_out(settings)).sources] == ["a.md"]


def test_a_skipped_folder_that_is_named() -> None:
    write("Templates/a.md", "Templates/archetypes/b.md", ".notes/a.md")
    assert shown("Templates", ".notes/") == ["Templates/a.md", ".notes/a.md"]


def test_what_only_resembles_a_skipped_name() -> None:
    paths = [
        "Templates.md",
        "archetypes.md",
        "docs/templates/a.md",
        "my-archetypes/a.md",
        "node_modules.md",
        "posts/issue-template.md",
    ]
    write(*paths)
    assert shown(".") == paths


def test_a_folder_named_like_a_file() -> None:
    write("a.md/b.md", "a.md/c.txt")
    assert shown(".") == ["a.md/b.md"] == shown("a.md")


def test_no_markdown() -> None:
    write("a.txt")
    assert discover(["."]).sources == ()
    assert discover([]) == Found(())


# -- order, and each once


def test_order_of_path_within_an_argument_and_of_arguments() -> None:
    write("a/b.md", "a/z/c.md", "a-b.md", "a.md", "B.md", "é.md", "日.md", "c/10.md", "c/9.md")
    assert shown(".") == ["B.md", "a/b.md", "a/z/c.md", "a-b.md", "a.md", "c/10.md", "c/9.md", "é.md", "日.md"]
    assert shown("c", "a.md", "a") == ["c/10.md", "c/9.md", "a.md", "a/b.md", "a/z/c.md"]


def test_order_of_thousands() -> None:
    paths = [
        f"{year}/{month:02}/{number:03}.md"
        for year in range(2020, 2025)
        for month in range(1, 13)
        for number in range(50)
    ]
    shuffled = random.Random(0).sample(paths, len(paths))
    write(*shuffled)
    assert shown(".") == paths
    assert shown(*shuffled) == shuffled
    assert shown(paths[-1], ".") == [paths[-1], *paths[:-1]]


def test_a_file_named_twice(site: Path) -> None:
    write("content/a.md", "content/b.md")
    arguments = [
        "content/b.md",
        "content",
        "./content//b.md",
        "content/../content/a.md",
        str(site / "content" / "a.md"),
        ".",
    ]
    assert shown(*arguments) == ["content/b.md", "content/a.md"]


# -- what a path is called


def test_inside_the_current_directory(site: Path) -> None:
    write("content/a.md")
    for argument in (
        "content/a.md",
        "./content/a.md",
        str(site / "content/a.md"),
        "content/../content/a.md",
        "../site/content/a.md",
    ):
        assert shown(argument) == ["content/a.md"]
    for argument in (".", "./", "", "content", "content/", str(site), f"{site}/", "../site", "..", "content/.."):
        assert shown(argument or ".") == ["content/a.md"]


def test_outside_the_current_directory(tmp_path: Path) -> None:
    write("../other/a.md", "../site-2/a.md", "b.md")
    assert shown("../other/a.md", "../site-2/") == ["../other/a.md", "../site-2/a.md"]
    assert shown(str(tmp_path / "other")) == [f"{tmp_path.as_posix()}/other/a.md"]
    assert shown("..") == ["../other/a.md", "b.md", "../site-2/a.md"]


@pytest.mark.parametrize("name", ["a b", "日本語の記事", "🎉", "-x", "a\nb", "a\\b", "'\"$(x)", "[a]{b}*?", "e\u0301"])
def test_any_name(name: str) -> None:
    write(f"{name}/{name}.md")
    assert shown(".") == [f"{name}/{name}.md"] == shown(f"./{name}/{name}.md")


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="names are UTF-8 there")
def test_names_that_are_not_utf_8() -> None:
    name = os.fsdecode(b"caf\xe9.md")
    write(name)
    found = discover(["."])
    assert [source.shown for source in found.sources] == [name]
    assert run(found.sources, Settings()).files_checked == 1


# -- links


@posix_only
def test_links_to_folders_are_followed_only_when_named() -> None:
    write("content/a.md", "../shared/b.md")
    Path("content/again").symlink_to(".")
    Path("content/loop").symlink_to("loop")
    Path("content/latest.md").symlink_to("../content")
    Path("content/shared").symlink_to("../../shared")
    found = discover(["content"])
    assert [source.shown for source in found.sources] == ["content/a.md"]
    assert found.notes == ("content/shared is a link to a folder and was not followed; name it to check it too",)
    assert shown("content/shared", "content/again") == ["content/shared/b.md", "content/again/a.md"]
    assert discover(["content", "content/shared"]).notes == ()


@posix_only
def test_links_to_files() -> None:
    write("content/z.md", "content/z.txt", "../README.md")
    Path("content/a.md").symlink_to("z.md")
    Path("content/b.md").symlink_to("../../README.md")
    Path("content/c.md").symlink_to("z.txt")
    Path("content/d").symlink_to("z.md")
    # A file is checked once, and called by its own name where that is among what is checked.
    assert shown("content") == ["content/b.md", "content/c.md", "content/z.md"]
    assert shown("content/a.md") == ["content/a.md"]
    assert shown("content/z.md", "content/a.md") == ["content/z.md"]


@posix_only
def test_the_way_back_from_a_link_is_not_where_the_text_says() -> None:
    write("a.md", "../other/a.md", "../other/inner/b.md")
    Path("link").symlink_to("../other/inner")
    assert shown("link/../a.md", "a.md") == ["link/../a.md", "a.md"]


# -- what cannot be read


@pytest.mark.parametrize("argument", ["missing.md", "missing/", "a.md/b.md", "missing/a.md", "日本.md"])
def test_no_such_path(argument: str) -> None:
    write("a.md")
    with pytest.raises(DiscoveryError, match=f"no such file or folder: {argument}"):
        discover(["a.md", argument])


@posix_only
def test_a_dangling_link() -> None:
    Path("a.md").symlink_to("missing.md")
    with pytest.raises(DiscoveryError, match=r"no such file or folder: a\.md"):
        discover(["a.md"])
    assert [d.path for d in unreadable(discover(["."]))] == ["a.md"]


@posix_only
def test_a_link_that_leads_nowhere() -> None:
    Path("loop.md").symlink_to("loop.md")
    with pytest.raises(DiscoveryError, match=r"loop\.md cannot be read: "):
        discover(["loop.md"])
    assert [d.path for d in unreadable(discover(["."]))] == ["loop.md"]


@posix_only
def test_a_pipe_is_not_opened() -> None:
    os.mkfifo("a.md")
    for argument in (".", "a.md"):
        (found,) = unreadable(discover([argument]))
        assert (found.path, found.message) == ("a.md", "the file cannot be read: is not a regular file")


@posix_only
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_without_permission() -> None:
    write("a.md", "drafts/b.md", "z.md")
    Path("drafts").chmod(0)
    try:
        found = discover(["."])
        assert [source.shown for source in found.sources] == ["a.md", "drafts", "z.md"]
        (diagnostic,) = unreadable(found)
        assert (diagnostic.path, diagnostic.message) == ("drafts", "the folder cannot be read: permission denied")
    finally:
        Path("drafts").chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="paths end at 4,096 bytes there")
def test_a_folder_too_deep_to_reach(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    write("a.md", "z.md")
    for _ in range(25):  # each step short enough, all of them together too long for one path
        Path("d" * 200).mkdir()
        monkeypatch.chdir("d" * 200)
    monkeypatch.chdir(site)
    found = discover(["."])
    assert [source.shown[:4] for source in found.sources] == ["a.md", "dddd", "z.md"]
    (diagnostic,) = unreadable(found)
    assert diagnostic.message == "the folder cannot be read: file name too long"


@posix_only
def test_the_current_directory_is_gone(site: Path) -> None:
    site.rmdir()
    with pytest.raises(DiscoveryError, match="the current directory cannot be read: no such file or directory"):
        discover(["a.md"])
