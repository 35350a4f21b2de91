"""The commands beside `check`."""

import json
from pathlib import Path

import pytest

from mdlint import __version__, rules
from mdlint.models import MODELS
from tests.cli.conftest import Run


def test_version(mdlint: Run) -> None:
    assert mdlint("--version").stdout == f"mdlint {__version__}\n"


def test_help_names_the_commands(mdlint: Run) -> None:
    out = mdlint("--help").stdout
    assert all(
        f"  {command} " in out for command in ("check", "config", "explain", "infer", "init", "rules", "schema", "show")
    )
    assert mdlint().returncode == 2 or mdlint().stdout == out


def test_rules_lists_every_rule(mdlint: Run) -> None:
    lines = mdlint("rules").stdout.splitlines()
    assert [line.split()[1] for line in lines] == list(rules.GROUP_OF)


def test_rules_as_json(mdlint: Run) -> None:
    listed = {rule["name"]: rule for rule in json.loads(mdlint("rules", "--output-format", "json").stdout)}
    assert list(listed) == list(rules.GROUP_OF)
    assert listed["empty-title"] == {
        "name": "empty-title",
        "group": "placeholder",
        "summary": "The title is there but blank.",
        "severity": "error",
        "default": True,
        "schemas": [],
        "fix": None,
        "options": [{"name": "field", "default": "title", "about": "the field that holds the title."}],
    }
    assert listed["merge-key"]["default"] is False
    assert (listed["title-length"]["default"], listed["title-length"]["schemas"]) == (False, ["post"])
    assert listed["duplicate-tag"]["fix"] in ("safe", "unsafe", None)


def test_rules_as_a_table(mdlint: Run) -> None:
    first, second, *rows = mdlint("rules", "--output-format", "markdown").stdout.splitlines()
    assert first.count("|") == second.count("|") == 5
    assert [row.split("`")[1] for row in rows] == list(rules.GROUP_OF)
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)


@pytest.mark.parametrize("rule", ["empty-description", "yaml-syntax", "missing-field"])
def test_explain(rule: str, mdlint: Run) -> None:
    out = mdlint("explain", rule).stdout
    assert out.startswith(f"{rule}\ngroup {rules.GROUP_OF[rule]}, ")
    assert "    ---\n" in out
    assert "```" not in out
    assert max(map(len, out.splitlines())) <= 88


def test_explain_says_what_is_special_about_an_example(mdlint: Run) -> None:
    out = mdlint("explain", "empty-title").stdout
    assert "\nIn the file `archetypes/default.md`:\n    ---\n" in out


def test_explain_an_unknown_rule(mdlint: Run) -> None:
    done = mdlint("explain", "empty-titel")
    assert done.returncode == 2
    assert "did you mean 'empty-title'?" in done.stderr


@pytest.mark.parametrize("name", MODELS)
def test_schema(name: str, mdlint: Run) -> None:
    schema = json.loads(mdlint("schema", name).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for field in schema["properties"].values():
        target = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else field
        assert target["description"]


def test_schema_of_the_configuration(mdlint: Run) -> None:
    schema = json.loads(mdlint("schema", "config").stdout)
    assert schema["title"] == "mdlint"
    assert "select" in schema["properties"]


def test_config(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "mdlint.toml").write_text('ignore = ["date"]\n')
    lines = [" ".join(line.split()) for line in mdlint("config", "--ignore=url").stdout.splitlines()]
    assert 'generator = "mkdocs" # detected from mkdocs.yml' in lines
    assert 'ignore = ["date", "url"] # command line' in lines
    assert 'fail-on = "warning" # default' in lines


def test_config_of_a_file(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text(
        '[[collections]]\nname = "blog"\nfiles = "blog/*.md"\nschema = "post"\nignore = ["tag"]\n'
    )
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").write_text("---\ntitle: a\n---\n")
    lines = [" ".join(line.split()) for line in mdlint("config", "--file=blog/a.md").stdout.splitlines()]
    assert 'collection: blog (files = ["blog/*.md"])' in lines
    assert "schema: post" in lines
    assert "empty-tag off ignore: tag" in lines
    assert "empty-title on default" in lines


def test_config_of_a_file_whose_schema_is_missing(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('schema = "no.json"\n')
    (tmp_path / "a.md").write_text("---\ntitle: a\n---\n")
    done = mdlint("config", "--file=a.md")
    assert (done.returncode, done.stderr) == (2, "Error: mdlint.toml:1:10: there is no file `no.json`\n")


@pytest.mark.parametrize(("shell", "word"), {"bash": "complete", "zsh": "compdef", "fish": "complete"}.items())
def test_completion(shell: str, word: str, mdlint: Run) -> None:
    assert word in mdlint(_MDLINT_COMPLETE=f"{shell}_source").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "json"], "'json' is a group, not a rule; it has json-syntax"),
        (["chek", "a.md"], "no such file or folder: chek; did you mean the command `check`?"),
        (["posts"], "no such file or folder: posts\n"),
    ],
)
def test_a_word_that_is_no_command_or_rule(arguments: list[str], said: str, mdlint: Run) -> None:
    done = mdlint(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
