import pytest

from mdlint.testing import findings, places

VALID = {
    "filled": "## Questions\n\nNone so far.\n",
    "a part of the text": "## Questions\n\nThe answers are coming soon.\n",
    "text about a mark": "## Marks\n\nTODO lists are for bakers.\n",
    "a heading that says so": "## Coming soon\n\nWheat bread, in March.\n",
    "more below": "## Questions\n\nComing soon.\n\nAsk by mail.\n",
    "a list below": "## Questions\n\nTBD\n\n- one\n",
    "subsections below": "## Questions\n\nTBD\n\n### How long?\n\nAn hour.\n",
    "an answer": "## Known problems\n\nNone\n",
    "no heading": "Coming soon\n",
    "in code": "```\n## Questions\n\nTODO\n```\n",
    "a section of an example in code": "## A\n\n```\n# T\n\nTODO\n\n# U\n```\n",
    "as code": "## Output\n\n```\nTODO\n```\n",
    "in the front matter": "---\ndescription: |\n  ## Questions\n  TODO\n---\nText\n",
    "empty": "## Questions\n",
    "empty, then a section": "## Questions\n\n## Answers\n\nYes.\n",
    "no space behind the signs": "##Questions\nTODO\n",
    "nothing": "",
}
INVALID = {
    "behind one in code": ("```\n# T\n\nTODO\n\n# U\n```\n\n## QA\n\nTODO\n", (11, 1, 11, 5)),
    "at the end": ("## QA:\ncoming soon\n", (2, 1, 2, 12)),
    "without a final line end": ("## QA:\ncoming soon", (2, 1, 2, 12)),
    "below front matter": ("---\ntitle: a\n---\n## QA\nTBD\n", (5, 1, 5, 4)),
    "behind a blank line": ("# a\n\nb\n\n## QA\n\n\nTBD.\n", (8, 1, 8, 5)),
    "before a section": ("## QA\n\nTODO\n\n## More\n\nText.\n", (3, 1, 3, 5)),
    "before a higher section": ("### QA\n\nTODO\n\n# More\n\nText.\n", (3, 1, 3, 5)),
    "below an empty section": ("## QA\n\n## More\n\nTBD\n", (5, 1, 5, 4)),
    "markup": ("## QA\n\n**Coming soon!**\n", (3, 1, 3, 17)),
    "underlined heading": ("QA\n--\n\ncoming soon\n", (4, 1, 4, 12)),
    "a list": ("## QA\n\n- TODO\n", (3, 1, 3, 7)),
    "a quotation": ("## QA\n\n> Work in progress\n", (3, 1, 3, 19)),
    "indented": ("## QA\n  TODO\n", (2, 3, 2, 7)),
    "emoji": ("## 🍞 QA\n\n🚧 Coming soon 🚧\n", (3, 1, 3, 16)),
    "Chinese": ("## 问答\n\n敬请期待！\n", (3, 1, 3, 6)),
    "Japanese": ("## 質問\n\n準備中…\n", (3, 1, 3, 5)),
    "German": ("## Fragen\n\nFolgt in Kürze.\n", (3, 1, 3, 16)),
    "Spanish": ("## Preguntas\n\n¡Próximamente!\n", (3, 1, 3, 15)),
    "CRLF": ("---\r\ntitle: a\r\n---\r\n## QA\r\ncoming soon\r\n", (5, 1, 5, 12)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("placeholder-section", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("placeholder-section", content) == [place]


def test_message() -> None:
    found = findings("placeholder-section", "## QA\n\n*coming soon*\n")
    assert [f.message for f in found] == ["the section `QA` says only `coming soon`"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("## Questions\n", [(1, 1, 1, 13)]),
        ("## Questions\n\n## Answers\n\nYes.\n", [(1, 1, 1, 13)]),
        ("## Questions\n\n### How long?\n\nAn hour.\n", []),
        ("## Questions\n\nTBD\n", [(3, 1, 3, 4)]),
    ],
)
def test_option(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("placeholder-section", content, empty=True) == expected


def test_a_template_may_have_them() -> None:
    assert places("placeholder-section", "## QA\n\nTODO\n", path="docs/report-template.md") == []
