"""mdlint from Python."""

import os
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import frontmatter
import pytest

import mdlint
from mdlint.discovery import DiscoveryError

BAD = "---\ntitle: Rye bread\ndescription: ''\n---\n\n# Rye bread\n"


def test_lint_text() -> None:
    (found,) = mdlint.lint_text(BAD, path="a.md")
    assert (found.path, found.rule, found.span) == ("a.md", "empty-description", mdlint.Span(3, 14, 3, 16))
    assert pickle.loads(pickle.dumps(found)) == found


def test_settings() -> None:
    assert mdlint.lint_text(BAD, settings=mdlint.Settings(ignore=("placeholder",))) == ()


def test_lint_paths(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "b.md").write_text("text\n")
    report = mdlint.lint_paths([tmp_path])
    assert report.files_checked == 2
    assert [found.rule for found in report.diagnostics] == ["empty-description"]
    with pytest.raises(DiscoveryError):
        mdlint.lint_paths([tmp_path / "no.md"])


def test_lint_paths_with_a_cache(tmp_path: Path) -> None:
    """A file of the same size and time is not read again; without the cache it is."""
    file, folder = tmp_path / "a.md", tmp_path / "kept"
    for text in (BAD, BAD.replace("''", "Rye")):
        file.write_text(text.ljust(100))
        os.utime(file, (1, 1))
        found = mdlint.lint_paths([tmp_path], cache=folder).diagnostics
        assert [diagnostic.rule for diagnostic in found] == ["empty-description"]
    assert mdlint.lint_paths([tmp_path]).diagnostics == ()
    assert [path.suffix for path in folder.iterdir() if path.name != ".gitignore"] == [".cache"]


def test_lint_paths_in_processes(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(BAD)
    assert mdlint.lint_paths([tmp_path], jobs=2).diagnostics == mdlint.lint_paths([tmp_path]).diagnostics


@pytest.mark.parametrize("collections", [False, True])
def test_lint_paths_online(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, collections: bool) -> None:
    """No network has a host of this name."""
    (tmp_path / "a.md").write_text("---\ncover: https://no-such-host.invalid/a.png\n---\n")
    (tmp_path / "mdlint.toml").write_text('[[collections]]\nname = "all"\nfiles = "*.md"\n' if collections else "")
    monkeypatch.chdir(tmp_path)
    settings = mdlint.load_settings().replace(ignore=("project",))
    assert mdlint.lint_paths(["a.md"], settings=settings).diagnostics == ()
    found = mdlint.lint_paths(["a.md"], settings=settings, online=True).diagnostics
    assert [diagnostic.rule for diagnostic in found] == ["unreachable-url"]


def test_lint_texts() -> None:
    texts = [(f"{number}.md", text) for number, text in enumerate((BAD, "Text\n", BAD))]
    found = list(mdlint.lint_texts(iter(texts)))
    assert found == [mdlint.lint_text(text, path=path) for path, text in texts]
    assert [[diagnostic.path for diagnostic in one] for one in found] == [["0.md"], [], ["2.md"]]


def test_lint_texts_finds_mistakes_in_the_settings_with_the_first_text() -> None:
    with pytest.raises(mdlint.SchemaError, match="no-such"):
        next(mdlint.lint_texts([("a.md", BAD), ("b.md", BAD)], settings=mdlint.Settings(schema="no-such")))


DATED = "---\r\ntitle: Rye  # bread\r\npubDate: 2024/01/05\r\ntags: [a, A]\r\n---\r\n\r\nText"


def test_fix_text() -> None:
    fixed, left = mdlint.fix_text(DATED, path="a.md")
    assert fixed == DATED.replace("2024/01/05", "2024-01-05")
    assert [found.rule for found in left] == ["duplicate-tag"]
    fixed, left = mdlint.fix_text(DATED, settings=mdlint.Settings(unsafe_fixes=True))
    assert (fixed, left) == (DATED.replace("2024/01/05", "2024-01-05").replace("[a, A]", "[a]"), ())


@pytest.mark.parametrize("text", [BAD, "Text\n", "", "\ufeff---\n---\r", "---\ntitle: \ud800\n---\n"])
def test_fix_text_leaves_what_has_no_fix(text: str) -> None:
    settings = mdlint.Settings(ignore=("byte-order-mark",))
    assert mdlint.fix_text(text, settings=settings) == (text, mdlint.lint_text(text, settings=settings))


CONFIGURATION = """
generator = "hugo"
plugins = ["rules.py"]
unsafe-fixes = true

[limits]
depth = 5

[rules.empty-description]
field = "summary"

[[collections]]
name = "blog"
files = "blog/*.md"
required = ["author"]
fields.status = { type = "text", enum = ["draft", "final"] }

[[collections]]
name = "recipes"
when = { layout = "recipe" }
schema = "recipe.json"
"""
RULES = """
from mdlint.diagnostic import Finding
from mdlint.rule import Rule


class LoudTitle(Rule):
    'The title shouts.'

    group = "own"
    severity = "info"

    def check(self, doc):
        if doc.text_of("title").endswith("!!"):
            yield Finding(("title",), "`title` is loud")


RULES = [LoudTitle]
"""
SITE = [
    ("blog/a.md", "---\ntitle: Rye!!\nstatus: finl\nsummary: ''\n---\n"),
    ("pages/b.md", "---\ntitle: Rye\nlayout: recipe\nserves: four\ndescription: ''\n---\n"),
    ("pages/c.md", BAD),
    ("pages/deep.md", "---\na: [[[[[[1]]]]]]\n---\n"),
]
EXPECTED = [
    ["missing-field", "loud-title", "invalid-value", "empty-description"],
    ["wrong-type"],
    [],
    ["oversized-front-matter"],
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mdlint.toml").write_text(CONFIGURATION)
    (tmp_path / "rules.py").write_text(RULES)
    (tmp_path / "recipe.json").write_text('{"properties": {"serves": {"type": "integer"}}}')
    return tmp_path


def rules_of(document: tuple[str, str], settings: mdlint.Settings) -> list[str]:
    path, text = document
    return [found.rule for found in mdlint.lint_text(text, path=path, settings=settings)]


def test_load_settings(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    settings = mdlint.load_settings("mdlint.toml")
    assert settings == mdlint.load_settings()
    assert settings == mdlint.load_settings(site / "mdlint.toml")
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert [rules_of(document, settings) for document in SITE] == EXPECTED


def test_settings_hold_in_another_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    settings = mdlint.load_settings()
    monkeypatch.chdir("/")
    assert [rules_of(document, settings) for document in SITE] == EXPECTED


def test_load_settings_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = mdlint.load_settings()
    assert settings.replace(root="") == mdlint.Settings()


def test_load_settings_tells_all_mistakes(site: Path) -> None:
    (site / "mdlint.toml").write_text('selct = "tag"\nfail-on = "warn"\n')
    with pytest.raises(mdlint.ConfigError) as caught:
        mdlint.load_settings(site / "mdlint.toml")
    assert [(mistake.line, mistake.column) for mistake in caught.value.mistakes] == [(1, 1), (2, 11)]
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.mistakes) == (str(caught.value), caught.value.mistakes)
    with pytest.raises(mdlint.ConfigError, match="no such file"):
        mdlint.load_settings(site / "no.toml")


def test_load_settings_refuses_code(site: Path) -> None:
    with pytest.raises(mdlint.ConfigError, match="no-code"):
        mdlint.load_settings(site / "mdlint.toml", no_code=True)


# A fresh process has only what is sent to it.
POOLS = {"threads": ThreadPoolExecutor, "processes": partial(ProcessPoolExecutor, mp_context=get_context("spawn"))}


@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
def test_it_maps_over_threads_and_processes(
    pool: Callable[[int], Executor], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    ours = mdlint.load_settings()
    documents = SITE * 20
    expected = [mdlint.lint_text(text, path=path, settings=ours) for path, text in documents]
    with pool(2) as executor:
        waiting = [executor.submit(mdlint.lint_text, text, path=path, settings=ours) for path, text in documents]
    assert [future.result() for future in waiting] == expected


def test_nothing_is_kept_between_calls(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither settings nor a schema that has changed since, and nothing of the process is changed."""
    monkeypatch.chdir(site)
    ours = mdlint.load_settings()
    mdlint.lint_text(BAD)  # imports what it needs
    before = (Path.cwd(), list(sys.path), dict(os.environ))
    default = [rules_of(document, mdlint.Settings()) for document in SITE]
    assert [rules_of(document, ours) for document in SITE] == EXPECTED
    assert [rules_of(document, mdlint.Settings()) for document in SITE] == default != EXPECTED
    assert (Path.cwd(), list(sys.path), dict(os.environ)) == before
    (site / "recipe.json").write_text('{"properties": {"serves": {"type": "string"}}}')
    assert rules_of(SITE[1], ours) == []


def test_a_rule_that_crashes_is_a_finding(site: Path) -> None:
    (site / "rules.py").write_text(RULES.replace('doc.text_of("title")', "None"))
    settings = mdlint.load_settings(site / "mdlint.toml")
    assert "internal-error" in rules_of(SITE[0], settings)


FILES = {
    "YAML": "---\ntitle: Rye bread\ntags: [a, b]\ncover: {url: /a.jpg}\n---\n\nText\n",
    "no front matter": "Text\n",
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_load_agrees_with_python_frontmatter(content: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(content)
    ours = mdlint.load(path)
    theirs = frontmatter.load(str(path))
    assert (ours.metadata, ours.content) == (theirs.metadata, theirs.content)


def test_load_takes_fields_that_python_frontmatter_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ncontent: a\nhandler: b\n---\n\nText\n")
    post = mdlint.load(path)
    assert (post["content"], post["handler"], post.content) == ("a", "b", "Text")


def test_load_reads_as_the_generator_does(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndraft: no\n---\n")
    values = [mdlint.load(path, settings=mdlint.Settings(generator=name))["draft"] for name in ("hugo", "jekyll")]
    assert values == ["no", False]


def test_load_reads_toml_without_another_package(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('+++\ntitle = "Rye bread"\n+++\n\nText\n')
    post = mdlint.load(path)
    assert (post["title"], post.content) == ("Rye bread", "Text")


def test_public_names() -> None:
    for name in mdlint.__all__:
        assert getattr(mdlint, name).__doc__, name


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = mdlint.lint


def test_files_are_compared_with_the_others_of_the_site(tmp_path: Path) -> None:
    config = "select = ['unknown-reference']\nrules.unknown-reference.references = { by = 'people' }\n"
    for name in ("people", "posts"):
        config += f"[[collections]]\nname = '{name}'\nfiles = '{name}/'\n"
        (tmp_path / name).mkdir()
    (tmp_path / "mdlint.toml").write_text(config)
    for path, text in {
        "people/ada.md": "name: Ada",
        "people/bo.md": "name: Bo",
        "posts/a.md": "by: [ada, bob]",
    }.items():
        (tmp_path / path).write_text(f"---\n{text}\n---\n")
    report = mdlint.lint_paths(
        [tmp_path / "posts/a.md", tmp_path / "people/bo.md"], settings=mdlint.load_settings(tmp_path / "mdlint.toml")
    )
    assert [found.key_path for found in report.diagnostics] == [("by", 1)]
