"""`mdlint infer` as a user types it."""

import importlib.util
import json
from pathlib import Path

import jsonschema_rs
import pytest

from tests.cli.conftest import Run


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Forty posts, of which the last has a date that is none; and three files of other kinds."""
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(40):
        date = "soon" if number == 39 else "2024-01-05"
        text = f"---\ntitle: Loaf {number}\ndate: {date}\ncover:\n  url: /{number}.png\n---\n"
        (folder / f"{number:02}.md").write_text(text)
    (folder / "README.md").write_text("No front matter.\n")
    (folder / "broken.md").write_text("---\ntitle: [\n---\n")
    (folder / "latin.md").write_bytes("---\ntitle: Brötchen\n---\n".encode("latin-1"))
    return folder


def test_a_schema_on_standard_output(mdlint: Run, posts: Path) -> None:
    done = mdlint("infer", "posts")
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    jsonschema_rs.meta.validate(schema)
    assert schema["title"] == "posts"
    assert schema["$comment"] == "Learned by `mdlint infer` from 40 files."
    assert schema["required"] == ["title", "date", "cover"]
    assert schema["properties"]["date"]["$comment"] == "in 40 of 40; a date in 39 of 40"


def test_the_summary(mdlint: Run, posts: Path) -> None:
    err = mdlint("infer", "posts").stderr
    assert err.startswith("Learned from 40 files with front matter (1 file without, 2 unreadable).\n")
    assert "\n  title      required  in 40 of 40; text in 40 of 40\n" in err
    assert "\n  cover.url  required  in 40 of 40; text in 40 of 40\n" in err
    assert "\n1 file is an exception:\n  `date` is not a date in 1 of 40\n      posts/39.md\n" in err
    assert "\nPassed over, because they cannot be read:\n  posts/broken.md: " in err


def test_it_is_deterministic(mdlint_process: Run, posts: Path) -> None:
    first, second = (mdlint_process("infer", "posts", PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout
    assert first.stderr == second.stderr
    assert "Learned" in first.stderr


@pytest.mark.parametrize("name", ["loaf.py", "schemas/loaf.py"])
def test_a_model_that_checks_the_content(name: str, mdlint: Run, posts: Path, tmp_path: Path) -> None:
    done = mdlint("infer", "posts", "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(f"\nWrote {name}. Try it: mdlint --schema {name}:Loaf posts\n")
    spec = importlib.util.spec_from_file_location("loaf", tmp_path / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert list(module.Loaf.model_fields) == ["title", "date", "cover"]
    checked = mdlint("--schema", f"{name}:Loaf", "--select=schema", "--output-format=concise", "posts")
    lines = [line for line in checked.stdout.splitlines() if line.startswith("posts/")]
    assert len(lines) == 1
    assert lines[0].startswith("posts/39.md:3:7: ")


def test_a_json_schema_that_checks_the_content(mdlint: Run, posts: Path) -> None:
    done = mdlint("infer", "posts", "-o", "schemas/loaf.schema.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Try it: mdlint --schema schemas/loaf.schema.json posts\n" in done.stderr
    checked = mdlint("--schema=schemas/loaf.schema.json", "--select=schema", "--output-format=concise", "posts")
    lines = [line for line in checked.stdout.splitlines() if line.startswith("posts/")]
    assert len(lines) == 1
    assert lines[0].startswith("posts/39.md:3:7: ")


def test_source_code_on_standard_output(mdlint: Run, posts: Path) -> None:
    assert "class Posts(BaseModel):" in mdlint("infer", "posts", "--pydantic").stdout


def test_the_share_that_makes_a_rule(mdlint: Run, posts: Path) -> None:
    (posts / "00.md").write_text("---\ndate: 2024-01-05\ncover:\n  url: /0.png\n---\n")
    assert "title" in json.loads(mdlint("infer", "posts").stdout)["required"]
    assert "title" not in json.loads(mdlint("infer", "posts", "--required-at=1").stdout)["required"]


def test_what_the_configuration_excludes(mdlint: Run, posts: Path, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text(
        'exclude = ["posts/39.md", "posts/latin.md"]\nschema = "not-yet.schema.json"\n'
    )
    err = mdlint("infer", "posts").stderr
    assert err.startswith("Learned from 39 files with front matter (1 file without, 1 unreadable).\n")
    assert "exception" not in err


USAGE_ERRORS = {
    "no paths": ([], "Missing argument"),
    "a path that does not exist": (["nothing"], "no such file or folder: nothing"),
    "no front matter": (["posts/README.md"], "nothing to learn from"),
    "a share that is none": (["posts", "--required-at=95"], "--required-at"),
    "a place that cannot be written": (["posts", "-o", "posts/README.md/a.json"], "cannot be written"),
}


@pytest.mark.parametrize(("arguments", "answer"), USAGE_ERRORS.values(), ids=USAGE_ERRORS)
def test_usage_errors(arguments: list[str], answer: str, mdlint: Run, posts: Path) -> None:
    done = mdlint("infer", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert answer in done.stderr


def test_long_lists_are_cut_short(mdlint: Run, posts: Path) -> None:
    for number in range(300):
        (posts / f"more-{number}.md").write_text("---\ntitle: a\ndate: 2024-01-05\ncover:\n  url: a\n---\n")
    for number in range(12):
        (posts / f"bad-{number}.md").write_text("---\ntitle: a\ndate: soon\ncover:\n  url: a\n---\n")
    err = mdlint("infer", "posts").stderr
    assert "`date` is not a date in 13 of 352\n" in err
    assert "      … and 3 more\n" in err


def test_names_of_files_cannot_draw_on_the_terminal(mdlint: Run, posts: Path) -> None:
    (posts / "39.md").rename(posts / "\x1b[31m\n39.md")
    assert r"posts/\x1b[31m\n39.md" in mdlint("infer", "posts").stderr
