"""A schema that cannot be used is told with the place in the configuration that names it."""

import os
from pathlib import Path

import pytest

from mdlint.cli import main

MODEL = "from pydantic import BaseModel\nclass Post(BaseModel):\n    title: str\n"
BLOG = '[[collections]]\nname = "blog"\nfiles = "blog/**"\nschema = "post"\n'
DECAP = 'collections: [{name: posts, folder: "content", fields: [{name: title, widget: string}]}]\n'

FILES: dict[str, str | bytes] = {
    "docs.schema.json": '{"type": "object"}\n',
    "broken.json": '{\n  "type": "objet"\n}\n',
    "comma.json": '{\n  "type": "object",\n}\n',
    "outer.json": '{\n  "properties": {\n    "a": {"$ref": "comma.json"}\n  }\n}\n',
    "list.yaml": "- a\n",
    "latin.json": b'{"title": "\xe9"}',
    "schemas/blog.py": MODEL,
    "schemas/failing.py": "x = 1\ny = x / 0\n",
    "admin/config.yml": DECAP,
    ".astro/collections/blog.schema.json": '{"type": "object"}\n',
}

CASES = {
    "a missing file": ("d.json", "{place}: there is no file `d.json`"),
    "one that has nearly that name": (
        "doc.schema.json",
        "{place}: there is no file `doc.schema.json`; did you mean `docs.schema.json`?",
    ),
    "text that is not UTF-8": ("latin.json", "{place}: `latin.json` is not UTF-8"),
    "a list": ("list.yaml", "{place}: `list.yaml` holds no fields"),
    "a folder": ("folder.json", "{place}: `folder.json` cannot be read: is a directory"),
    "no JSON": ("comma.json", "comma.json:2:19: {mistake}\n       it is the schema that {place} names"),
    "a schema that is wrong": (
        "broken.json",
        "broken.json:2:11: {mistake}\n       it is the schema that {place} names",
    ),
    "a file that a schema refers to": (
        "outer.json",
        "comma.json:2:19: {mistake}\n       it is the schema that {place} names",
    ),
    "a missing Python file": (
        "schemas/blogs.py:Post",
        "{place}: there is no file `schemas/blogs.py`; did you mean `schemas/blog.py`?",
    ),
    "a missing model": ("schemas/blog.py:Page", "{place}: there is no `Page` in schemas/blog.py; it has Post"),
    "Python that fails": (
        "schemas/failing.py:Post",
        "schemas/failing.py:2: ZeroDivisionError: division by zero; `y = x / 0`\n       it is the schema that {place} names",
    ),
    "a collection that Astro does not know": (
        "astro:blogs",
        "{place}: the site has no collection `blogs`; did you mean `blog`?",
    ),
    "a collection that Decap does not know": (
        "decap:post",
        "{place}: admin/config.yml has no collection `post`; did you mean `posts`?",
    ),
    "no Front Matter CMS": (
        "frontmatter-cms:post",
        "{place}: there is no `frontmatter.json`; Front Matter CMS writes it when a project is initialised",
    ),
    "no schema at all": ("pst", "{place}: there is no schema `pst`; did you mean `post`?"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "a.md").write_text("---\ntitle: a\n---\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", "--no-cache", ".", *arguments]) == 2
    return capsys.readouterr().err.removeprefix("Error: ").rstrip("\n")


def matches(text: str, expected: str, place: str) -> bool:
    before, _, after = expected.format(place=place, mistake="\0").partition("\0")
    return text.startswith(before) and text.endswith(after)


@pytest.mark.parametrize(("reference", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("name", ["mdlint.toml", "pyproject.toml"])
def test_is_told_with_its_place(
    name: str, reference: str, expected: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.name == "nt" and reference == "folder.json":
        pytest.skip("Windows refuses to open a folder in other words")
    head = "" if name == "mdlint.toml" else "[tool.mdlint]\n"
    (site / name).write_text(f'{head}fail-on = "error"\nschema =  "{reference}"\n')
    text = told(capsys)
    assert matches(text, expected, f"{name}:{2 + bool(head)}:11"), text


def test_of_a_collection(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "mdlint.toml").write_text(BLOG + '[[collections]]\nname = "docs"\nfiles = "docs/**"\nschema = "d.json"\n')
    assert told(capsys) == "mdlint.toml:8:10: there is no file `d.json`"


def test_of_an_extended_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "base.toml").write_text('\nschema = "d.json"\n')
    (site / "mdlint.toml").write_text('extends = "base.toml"\n')
    assert told(capsys) == "base.toml:2:10: there is no file `d.json`"


def test_of_the_command_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "mdlint.toml").write_text(BLOG.replace("post", "d.json"))
    assert told(capsys, "--schema=e.json") == "there is no file `e.json`"
    assert told(capsys, "--schema=d.json") == "there is no file `d.json`"
