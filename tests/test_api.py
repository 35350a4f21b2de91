"""mdlint from Python."""

import pickle
from concurrent.futures import ProcessPoolExecutor
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


def test_it_maps_over_processes() -> None:
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(mdlint.lint_text, [BAD] * 4))
    assert [len(found) for found in results] == [1] * 4


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


def test_load_reads_toml_without_another_package(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('+++\ntitle = "Rye bread"\n+++\n\nText\n')
    post = mdlint.load(path)
    assert (post["title"], post.content) == ("Rye bread", "Text")


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = mdlint.lint
