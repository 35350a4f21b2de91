import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, places

VALID = {
    "the same": "---\ntitle: Rye bread\n---\n# Rye bread\n",
    "case and punctuation": "---\ntitle: 'Rye bread: a recipe'\n---\n\n# Rye Bread – A Recipe!\n",
    "markup": "---\ntitle: '**Rye** bread'\n---\n# *Rye* [`bread`](/bread)\n",
    "emoji": "---\ntitle: 🍞 Rye bread\n---\n# Rye bread 🥖\n",
    "an emoji by its name": "---\ntitle: Rye bread\n---\n# Rye :simple-bread: bread :+1:\n",
    "an id": "---\ntitle: Rye bread\n---\n# Rye bread {#rye}\n",
    "a label": "---\ntitle: Rye bread\n---\n# title: Rye bread \n",
    "a label, and the site's name": "---\ntitle: Rye bread | Ada bakes\n---\n# Title： Rye bread\n",
    "folded over lines": "---\ntitle: Rye bread in an\n  old oven\n---\n# title: Rye bread in an old oven\n",
    "no spaces in Chinese": "---\ntitle: Git 登录指南\n---\n# Git登录指南\n",
    "the longer title": "---\ntitle: Rye bread, and how to bake it\n---\n# Rye bread\n",
    "the longer heading": "---\ntitle: Rye\n---\n# Rye bread\n",
    "a component": "---\ntitle: <Oven>\n---\n# `<Oven>`\n",
    "an element in the heading": "---\ntitle: Rye bread\n---\n# Rye<br>bread\n",
    "underlined": "---\ntitle: Rye bread\n---\nRye bread\n=========\n",
    "sections": "---\ntitle: Rye bread\n---\n# Ingredients\n\n# Method\n",
    "a section below another": "---\ntitle: Rye bread\n---\n## Ingredients\n\n# Method\n",
    "a comment in code": "---\ntitle: Rye bread\n---\n```sh\n# preheat\n```\n",
    "no heading": "---\ntitle: Rye bread\n---\nText\n",
    "second level": "---\ntitle: Rye bread\n---\n## Wheat rolls\n",
    "no words": "---\ntitle: Rye bread\n---\n# 🍞\n",
    "a title without words": "---\ntitle: 🍞\n---\n# Rye bread\n",
    "a template": "---\ntitle: '{{ title }}'\n---\n# Wheat rolls\n",
    "a template as the heading": "---\ntitle: Rye bread\n---\n# {{ $frontmatter.title }}\n",
    "a tag of Liquid's": "---\ntitle: Rye bread\n---\n# {% t heading %}\n",
    "what a plugin puts in its place": "---\ntitle: Reference\n---\n# ::: oven.door\n",
    "initials": "---\ntitle: FAQ\n---\n# Frequently asked questions\n",
    "initials in the title": "---\ntitle: Application programming interface\n---\n# API\n",
    "no title": "---\nname: Rye bread\n---\n# Wheat rolls\n",
    "not text": "---\ntitle: [Rye bread]\n---\n# Wheat rolls\n",
    "no front matter": "# Wheat rolls\n",
}
INVALID = {
    "another": ("---\ntitle: Rye bread\n---\n# Wheat rolls\n", (4, 1, 4, 14)),
    "a slip": ("---\ntitle: Rye bread\n---\n\n# Rye braed\n\n## Method\n", (5, 1, 5, 12)),
    "a label": ("---\ntitle: Rye bread\n---\n# title: Wheat rolls \n", (4, 1, 4, 21)),
    "below text": ("---\ntitle: Rye bread\n---\nText\n\n# Wheat rolls #\n", (6, 1, 6, 16)),
    "underlined": ("---\ntitle: Rye bread\n---\nWheat rolls\n===\n", (4, 1, 5, 4)),
    "behind code": ("---\ntitle: Rye bread\n---\n```\n# Rye rolls\n```\n# Wheat rolls\n", (7, 1, 7, 14)),
    "Chinese": ("---\ntitle: 黑麦面包\n---\n# 🍞 小麦面包卷\n", (4, 1, 4, 10)),
    "CRLF": ("---\r\ntitle: Rye bread\r\n---\r\n\r\n# Wheat rolls\r\n", (5, 1, 5, 14)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("title-heading-mismatch", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("title-heading-mismatch", content) == [place]


@pytest.mark.parametrize("path", ["bread.Rmd", "docs/bread.qmd"])
def test_a_section_of_a_paper(path: str) -> None:
    assert places("title-heading-mismatch", INVALID["another"][0], path=path) == []


def test_is_a_remark() -> None:
    (found,) = findings("title-heading-mismatch", INVALID["another"][0])
    assert found.severity == "info"
    assert found.message == "the first heading is `Wheat rolls`, but `title` is `Rye bread`"


def test_a_placeholder_is_no_second_finding() -> None:
    found = Linter(Settings()).lint(Document("post.md", "---\ntitle: TODO\n---\n# Rye bread\n"))
    assert [f.rule for f in found] == ["placeholder-value"]


def test_option() -> None:
    content = "---\nname: Rye bread\n---\n# Wheat rolls\n"
    assert places("title-heading-mismatch", content, field="name") == [(4, 1, 4, 14)]
