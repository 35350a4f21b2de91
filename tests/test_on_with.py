"""Rules that are on only with files of some shipped models."""

from pathlib import Path

import pytest

from mdlint.config import configuration_of
from mdlint.config.read import parse_config
from mdlint.config.show import file_lines
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from tests.models.test_post import POST

RULE = "description-equals-title"
PAGE = "---\ntitle: Rye bread\ndescription: Rye bread\n---\n"
IN_POST = POST.replace("description: How to bake rye bread in an oven that does not close.", "description: Rye bread")
MODEL = """
from mdlint.models.post import Post

class Recipe(Post):
    minutes: int = 0
"""


def rules(content: str, settings: Settings) -> set[str]:
    return {found.rule for found in Linter(settings).lint(Document("post.md", content))}


@pytest.mark.parametrize(
    ("content", "settings", "is_on"),
    [
        (PAGE, Settings(), False),
        (PAGE, Settings(schema="astro-blog"), False),
        (PAGE, Settings(extend_select=("all",)), False),
        (PAGE, Settings(select=("tag",)), False),
        (PAGE, Settings(select=("all",)), True),
        (PAGE, Settings(select=("seo",)), True),
        (PAGE, Settings(extend_select=("seo",)), True),
        (PAGE, Settings(extend_select=(RULE,)), True),
        (PAGE, Settings(extend_select=("seo",), ignore=(RULE,)), False),
        (IN_POST, Settings(schema="post"), True),
        (IN_POST, Settings(schema="post", required=("slug",)), True),
        (IN_POST, Settings(schema="post", ignore=("seo",)), False),
        (IN_POST, Settings(schema="post", select=("tag",)), False),
    ],
)
def test_when_it_is_on(content: str, settings: Settings, is_on: bool) -> None:
    assert IN_POST != POST
    assert (RULE in rules(content, settings)) == is_on


def test_a_recognised_post() -> None:
    assert RULE in rules(IN_POST, Settings())


def test_a_model_that_extends_it(tmp_path: Path) -> None:
    (tmp_path / "recipes.py").write_text(MODEL)
    settings = Settings(root=str(tmp_path), schema="recipes.py:Recipe")
    assert RULE in rules(IN_POST, settings)
    found = Linter(settings).lint(Document("post.md", IN_POST.replace("description: Rye bread", "description: ''")))
    assert [(f.rule, f.severity) for f in found] == [("empty-description", "error")]


def test_each_collection_by_its_own_schema() -> None:
    config = "[[collections]]\nname = 'posts'\nfiles = 'posts/'\nschema = 'post'\n"
    settings = configuration_of(parse_config(config, Path("mdlint.toml"), "mdlint.toml"), Path.cwd(), {}).settings
    linter = Linter(settings)
    assert RULE in {found.rule for found in linter.lint(Document("posts/a.md", IN_POST))}
    assert RULE not in {found.rule for found in linter.lint(Document("pages/a.md", PAGE))}


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("schema = 'post'", "on   on with the schema `post`"),
        ("schema = 'hugo'", "off  on with the schema `post`"),
        ("schema = 'hugo'\nextend-select = ['seo']", "on   extend-select: seo"),
        ("schema = 'post'\nignore = ['seo']", "off  ignore: seo"),
    ],
)
def test_what_the_configuration_shows(config: str, expected: str) -> None:
    configuration = configuration_of(parse_config(config, Path("mdlint.toml"), "mdlint.toml"), Path.cwd(), {})
    [line] = [line for line in file_lines(configuration, Document("a.md", PAGE)) if line.split()[:1] == [RULE]]
    assert line.split(maxsplit=1)[1] == expected
