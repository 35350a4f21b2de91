import pytest

from mdlint.testing import findings, fixed, places

RULE = "sexagesimal-number"
ASTRO, DOCUSAURUS, MKDOCS, JEKYLL, HUGO = (
    f"generator = '{name}'" for name in ("astro", "docusaurus", "mkdocs", "jekyll", "hugo")
)

VALID = {
    "a deck of Marp's": ("marp: true\nsize: 16:9\n", ""),
    "quoted": ("time: '12:30'\n", ""),
    "tagged": ("time: !!str 12:30\n", ""),
    "minutes beyond 59": ("verse: 12:60\nscore: 3:100\n", ""),
    "in a text": ("time: 12:30 h\nrange: 12:30-13:30\nurl: a:80\n", ""),
    "a moment": ("date: 2024-01-05 12:30:00\n", ""),
    "text to the generator": ("time: 12:30\nratio: 16:9\n", ASTRO),
    "text to Hugo": ("time: 12:30:45\n", HUGO),
    "a zero at the start": ("time: 09:30\n", MKDOCS),
    "keys are another rule's": ("x: {12:30: a}\n", ""),
}
INVALID = {
    "a time": ("time: 12:30\n", "", [(2, 7, 2, 12)]),
    "with seconds": ("time: 16:00:00\n", JEKYLL, [(2, 7, 2, 15)]),
    "a zero at the start": ("time: 09:30\n", JEKYLL, [(2, 7, 2, 12)]),
    "a ratio": ("ratio: 16:9\n", DOCUSAURUS, [(2, 8, 2, 12)]),
    "in a list": ("times: [1:30, '1:30']\n", MKDOCS, [(2, 9, 2, 13)]),
    "with a fraction": ("time: 190:20:30.15\n", MKDOCS, [(2, 7, 2, 19)]),
    "behind wide characters": ("时间: {开: 12:30}\n", "", [(2, 9, 2, 14)]),
}


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_words_and_fix() -> None:
    content = "---\ntime: 12:30 # a\n---\n"
    (one,) = findings(RULE, content)
    assert one.message == (
        "`time` is `12:30`, which Jekyll reads as the number 45000, Docusaurus and MkDocs as the number 750, others as text"
    )
    assert fixed(RULE, content) == '---\ntime: "12:30" # a\n---\n'
    (one,) = findings(RULE, content, config=DOCUSAURUS)
    assert (one.message, one.severity) == ("`time` is `12:30`, which Docusaurus reads as the number 750", "warning")
