"""Whatever the site's own configuration holds, `mdlint init` writes one that works."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from mdlint.config import load_configuration
from mdlint.linter import Linter
from tests.cli.conftest import Run
from tests.starting.test_init import EXPECTED, SITES

CONTENTS = {
    "nothing": b"",
    "no text": b"\x00\xff\xfe\x80",
    "a list": b"[1, 2]",
    "cut off": b'{"a": [',
    "deep": b"[" * 20_000,
    "other types": (
        b'{"source": [1], "collections": {"a": 1, "2": null}, "collections_dir": {}, "docs_dir": 1, "theme": [], '
        b'"source_dir": false, "contentDir": 5, "languages": [1], "folder": 3, "project": 1, "type": 7, '
        b'"frontMatter.taxonomy.contentTypes": [1, {"name": 1, "fields": 2}], "frontMatter.content.pageFolders": 1}'
    ),
    "other types in a CMS": b'{"collections": [1, {"name": "a"}, {"name": "b", "fields": 1}, {"name": "c", "files": 1}]}',
    "paths that lead out": (
        b'{"source": "../..", "docs_dir": "/etc", "source_dir": "..", "contentDir": "../../x", "folder": "../a", '
        b'"collections": [{"name": "a", "folder": "../..", "fields": []}]} // path: "../../..", srcDir: "../.."'
    ),
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("kind", EXPECTED)
def test_any_content_of_the_files_that_are_read(kind: str, content: bytes, mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / kind, tmp_path, dirs_exist_ok=True)
    fill(tmp_path, content)
    assert mdlint("init").returncode == 0
    Linter(load_configuration(tmp_path).settings)


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_any_content_of_the_files_of_several_sites(content: bytes, mdlint: Run, tmp_path: Path) -> None:
    for kind in EXPECTED:
        shutil.copytree(SITES / kind, tmp_path / "sites" / kind)
    fill(tmp_path, content)
    assert mdlint("init").returncode == 0
    Linter(load_configuration(tmp_path).settings)


def fill(folder: Path, content: bytes) -> None:
    """Overwrite the configuration of the site, or of all sites, below a folder."""
    for path in folder.rglob("*"):
        if path.suffix in (".yml", ".toml", ".json", ".mjs", ".ts", ".js"):
            path.write_bytes(content)


def test_front_matter_that_cannot_be_read(mdlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    contents = [b"---\na: [\n---\n", b"---\n---\n", b"\xff\xfe\x00", b"---\n- a\n---\n", b"---\na: &a [*a]\n---\n", b""]
    for number, content in enumerate(contents):
        (folder / f"{number}.md").write_bytes(content)
    assert mdlint("init").returncode == 0
    assert load_configuration(tmp_path).settings.collections == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes only there")
def test_names_of_files_that_are_no_text(mdlint: Run, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/lo\xe4ves\x7f"
    os.mkdir(folder)  # noqa: PTH102 - a Path holds no bytes
    for number in range(3):
        Path(os.fsdecode(folder), f"{number}.md").write_text("---\ntitle: a\n---\n", encoding="utf-8")
    assert mdlint("init").returncode == 0
    (collection,) = load_configuration(tmp_path).settings.collections
    assert collection.name == "lo?ves\x7f"
    path = Path(os.fsdecode(folder), "0.md")
    path.write_text("---\ndate: 2024-01-05\n---\n", encoding="utf-8")
    assert "[missing-field]" in mdlint("--output-format=concise", ".").stdout
