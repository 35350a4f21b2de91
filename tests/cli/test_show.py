"""The command `show`; what it shows: tests/test_show.py."""

import json
from pathlib import Path

from tests.cli.conftest import Run

POST = "---\ntitle: Rye bread\ndraft: no\n---\n"


def test_as(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(POST)
    done = mdlint("show", "post.md", "--as", "hugo, mkdocs")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "post.md, as read by Hugo (goccy/go-yaml) and MkDocs (PyYAML)"
    assert "*  3:8    draft  no         text  false" in done.stdout


def test_the_generator_of_the_site(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(POST)
    assert mdlint("show", "post.md").stdout.startswith("post.md, as read by js-yaml 4 (no generator is known)\n")
    (tmp_path / "mkdocs.yml").touch()
    assert mdlint("show", "post.md").stdout.startswith("post.md, as read by MkDocs (PyYAML)\n")
    assert mdlint("show", "post.md", "--generator=jekyll").stdout.startswith("post.md, as read by Jekyll (Psych)\n")


def test_json_of_standard_input(mdlint: Run) -> None:
    done = mdlint("show", "-", "--as=hugo", "--output-format=json", stdin=POST.encode())
    assert [value["key_path"] for value in json.loads(done.stdout)["values"]] == [["title"], ["draft"]]


def test_what_cannot_be_read(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("---\ntitle: a: b\n---\n")
    done = mdlint("show", "post.md")
    assert done.returncode == 1
    assert "2:9: " in done.stdout


def test_mistakes(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(POST)
    for arguments, words in {
        ("post.md", "--as=hugo,hogo"): "not 'hogo'",
        ("post.md", "--as="): "--as takes generators",
        ("absent.md",): "does not exist",
        (".",): "is a directory",
    }.items():
        done = mdlint("show", *arguments)
        assert done.returncode == 2
        assert words in done.stderr
