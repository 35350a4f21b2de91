from pathlib import Path

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "a number": "sidebar_position: 3",
    "a boolean": "draft: true",
    "text that is text": "title: '3'\nslug: 'true'",
    "a number as text, which is no loss": "title: 2024",
    "another rule says it": "sidebar_position: three",
    "a near miss: a version": "custom: '3'",
    "empty": "draft:\nsidebar_position:",
}
INVALID = {
    "a number": ("sidebar_position: '3'", (3, 19, 3, 22), "sidebar_position: 3"),
    "a fraction": ('sidebar_position: "1.50" # a', (3, 19, 3, 25), "sidebar_position: 1.50 # a"),
    "padded": ("sidebar_position: ' 3 '", (3, 19, 3, 24), "sidebar_position: 3"),
    "a boolean": ("draft: 'true'", (3, 8, 3, 14), "draft: true"),
    "in another case": ("draft: 'False'", (3, 8, 3, 15), "draft: false"),
    "an alias": (
        "sidebar_label: &n '3'\nsidebar_position: *n",
        (4, 19, 4, 21),
        "sidebar_label: &n '3'\nsidebar_position: *n",
    ),
}


def page(fields: str, end: str = "\n") -> str:
    return f"---\ndescription: 面包 🍞\n{fields}\n---\n".replace("\n", end)


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
def test_valid(fields: str) -> None:
    assert places("coerced-value", page(fields), schema="docusaurus-doc") == []


@pytest.mark.parametrize(("fields", "place", "after"), INVALID.values(), ids=INVALID)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_invalid(fields: str, place: tuple[int, int, int, int], after: str, end: str) -> None:
    assert places("coerced-value", page(fields, end), schema="docusaurus-doc") == [place]
    assert fixed("coerced-value", page(fields, end), schema="docusaurus-doc") == page(after, end)


def test_a_misspelled_word() -> None:
    [found] = findings("coerced-value", "---\ncomments: ture\n---\n", schema="hexo")
    assert (found.message, found.hint) == (
        "`comments` is the text `ture`, which is read as true",
        "write `true` without quotes",
    )
    assert places("coerced-value", "---\ncomments: 'on'\ntop_img: enabled\n---\n", schema="hexo") == []


def test_what_a_generator_reads_itself_does_no_harm() -> None:
    [found] = findings("coerced-value", page("draft: 'true'"), schema="docusaurus-doc")
    assert found.severity == "info"


MODEL = """\
from __future__ import annotations
from typing import Annotated
from pydantic import BaseModel, BeforeValidator

class Size(BaseModel):
    width: float | None = None

class Model(BaseModel):
    weight: int = 0
    draft: bool = False
    minutes: Annotated[int, BeforeValidator(lambda value: str(value).split()[0])] = 0
    sizes: list[Size] = []
    counts: dict[str, list[int]] = {}
"""


def test_models_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "schema.py").write_text(MODEL, encoding="utf-8")
    linter = Linter(Settings(root=str(tmp_path), schema="schema.py:Model", select=("schema",)))
    content = "---\nweight: '3'\ndraft: 'yes'\nminutes: 5 min\nsizes: [{width: '1.5'}]\ncounts: {a: [1, '2']}\n---\n"
    found = linter.lint(Document("a.md", content))
    assert [(f.rule, f.severity, f.message) for f in found] == [
        ("coerced-value", "warning", "`weight` is the text `3`, which is read as 3"),
        ("coerced-value", "warning", "`sizes[0].width` is the text `1.5`, which is read as 1.5"),
        ("coerced-value", "warning", "`counts.a[1]` is the text `2`, which is read as 2"),
    ]
