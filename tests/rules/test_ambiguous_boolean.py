import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

RULE = "ambiguous-boolean"
MKDOCS, HUGO, ASTRO, JEKYLL = (f"generator = '{name}'" for name in ("mkdocs", "hugo", "astro", "jekyll"))

VALID = {
    "booleans": ("draft: true\ncomments: False\ntoc: TRUE\n", ""),
    "quoted": ("draft: 'no'\ncountry: \"NO\"\n'on': a\n\"yes\": b\n", ""),
    "in words": ("title: Yes, we can\nsummary: No.\nlabel: on off\n", ""),
    "y and n are text to all": ("axis: y\ncount: n\ny: 1\nn: 2\n", ""),
    "tagged": ("draft: !!str no\nx: [!!str &a no]\ny: !<tag:yaml.org,2002:str>\n  on\n", ""),
    "a block": ("title: |\n  no\n", ""),
    "text in JavaScript": ("answer: no\ncountry: NO\ntags: [on, off]\non: a\n", ASTRO),
    "text in Hugo": ("answer: no\ntitle: Yes\n", HUGO),
    "a switch in Python": ("draft: yes\ncomments: off\nisNew: No\n", MKDOCS),
    "a switch in Ruby": ("published: no\n", JEKYLL),
    "what is meant is not known": ("answer: no\npower: off\nitems: [yes, no]\n", MKDOCS),
    "nothing": ("", ""),
    "TOML": ("+++\ndraft = true\n+++\n", ""),
}
INVALID = {
    "unknown generator": ("answer: no\n", "", [(2, 9, 2, 11)]),
    "a switch in JavaScript": ("draft: no\n", ASTRO, [(2, 8, 2, 10)]),
    "a switch in Hugo": ("hasToc: Yes\n", HUGO, [(2, 9, 2, 12)]),
    "a switch with an underscore": ("show_date: OFF\n", ASTRO, [(2, 12, 2, 15)]),
    "one letter is no switch": ("draft: y\n", MKDOCS, [(2, 8, 2, 9)]),
    "one letter is no switch to all": ("draft: n\n", "", [(2, 8, 2, 9)]),
    "a country": ("country: NO\n", MKDOCS, [(2, 10, 2, 12)]),
    "a country in a list": ("x:\n- DE\n- NO\n", JEKYLL, [(4, 3, 4, 5)]),
    "a title": ("title: No\n", MKDOCS, [(2, 8, 2, 10)]),
    "a key": ("on:\n  push: a\n", MKDOCS, [(2, 1, 2, 3)]),
    "keys of an unknown generator": ("x: {yes: a, no: b}\n", "", [(2, 5, 2, 8), (2, 13, 2, 15)]),
    "odd case in Ruby": ("country: nO\n", JEKYLL, []),
    "nested": ("a:\n  b:\n  - draft: no\n", HUGO, [(4, 12, 4, 14)]),
    "behind an exclamation mark": ("a!: no\nb !: no\n", "", [(2, 5, 2, 7), (3, 6, 3, 8)]),
    "behind wide characters": ("标题: {draft: no}\n", ASTRO, [(2, 13, 2, 15)]),
}


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    content = content if content.startswith("+++") else f"---\n{content}---\n"
    assert places(RULE, content, config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_r_markdown() -> None:
    content = "---\noutput:\n  html_document: {toc: yes, fig: no}\nlang: no\n---\n"
    assert places(RULE, content, path="bread.Rmd") == [(4, 7, 4, 9)]


def test_words() -> None:
    found = findings(RULE, "---\ndraft: no\ncountry: NO\nx: off\non: a\n---\n")
    assert [(one.message, one.hint, one.severity) for one in found] == [
        ("`draft` is `no`, which MkDocs and Jekyll read as false, others as text", "write `false`", "info"),
        ("`country` is `NO`, which MkDocs and Jekyll read as false, others as text", 'put quotes around it: `"NO"`', "info"),
        ("`x` is `off`, which MkDocs and Jekyll read as false, others as text", 'write `false`, or `"off"` if text is meant', "info"),
        ("the name `on` has no quotes: MkDocs and Jekyll read it as true, others as the text `on`", 'put quotes around it: `"on"`', "info"),
    ]  # fmt: skip
    (one,) = findings(RULE, "---\ndraft: no\n---\n", config=HUGO)
    assert (one.message, one.severity) == ("`draft` is `no`, which Hugo reads as text", "warning")


def test_fixes() -> None:
    content = "---\ndraft: yes # a\nlang: [no, de]\nx: on\noff: b\n---\n"
    assert fixed(RULE, content) == '---\ndraft: true # a\nlang: ["no", de]\nx: on\n"off": b\n---\n'


def test_options() -> None:
    switches = f"{ASTRO}\n[rules.ambiguous-boolean]\nswitches = ['sidebar']\n"
    assert places(RULE, "---\nsidebar: no\nanswer: no\n---\n", config=switches) == [(2, 10, 2, 12)]
    texts = f"{MKDOCS}\n[rules.ambiguous-boolean]\ntexts = ['answer']\n"
    assert places(RULE, "---\nanswer: no\ntitle: no\n---\n", config=texts) == [(2, 9, 2, 11)]


def test_the_schema_says_it_better() -> None:
    settings = Settings(generator="astro", select=(RULE, "schema"), fields={"draft": {"type": "boolean"}})
    found = Linter(settings).lint(Document("a.md", "---\ndraft: no\nisNew: no\n---\n", generator="astro"))
    assert [(one.rule, one.key_path) for one in found] == [("wrong-type", ("draft",)), (RULE, ("isNew",))]
