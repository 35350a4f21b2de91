"""A built wheel holds all that the package reads at run time, and works from its own files."""

import json
import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

from mdlint import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_files(wheel: zipfile.ZipFile) -> None:
    """Every file of the package is there, and nothing else."""
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "mdlint").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == there
    assert {
        "mdlint/py.typed",
        "mdlint/models/core/post.json",
        "mdlint/reporters/html/page.html.j2",
        "mdlint/reporters/html/page.css",
        "mdlint/reporters/html/page.js",
    } <= packed


def test_the_record_is_where_the_cache_looks_for_it(wheel: zipfile.ZipFile) -> None:
    assert f"mdlint_frontmatter-{__version__}.dist-info/RECORD" in wheel.namelist()


def test_scripts(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
    parser = ConfigParser()
    parser.read_string(wheel.read(name).decode())
    assert dict(parser["console_scripts"]) == dict.fromkeys(("mdlint", "mdlint-frontmatter"), "mdlint.__main__:main")


def test_works_without_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "lib")
    (tmp_path / "rye.md").write_text("---\ntitle: Rye\n---\n")
    command = (
        "import sys, mdlint; from mdlint.cli import main; print(mdlint.__file__, file=sys.stderr); sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", command, "--schema=post", "--output-file=html:x.html", "--output-format=json", "rye.md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "lib")},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr.split("\n")[0] == str(tmp_path / "lib" / "mdlint" / "__init__.py")
    assert {found["rule"] for found in json.loads(done.stdout)["diagnostics"]} == {"missing-field"}
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<style>" in page
