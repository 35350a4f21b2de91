import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "quotes": '---\ntitle: "C # and F#"\ncolor: "#fff"\n---\n',
    "a deck of Marp's": "---\nmarp: true\nbackgroundColor: #fff\n---\n",
    "no space": "---\ntitle: C# and F#\n---\n",
    "a comment line": "---\n# title: C\n  # 12\ntitle: a\n---\n",
    "behind a value": "---\ndraft: true # until the photos are there\nlayout: post # default\n---\n",
    "behind a title": "---\ntitle: Rye bread # the name of the bread\n---\n",
    "behind a title, without a space": "---\ntitle: 黑麦面包 #标题\n---\n",
    "behind a language": "---\nname: C # comes before Python\n---\n",
    "behind a grade": "---\ngrade: C # and no better\n---\n",
    "behind a number": "---\nweight: 3 #2\ndate: 2024-01-05 #1\n---\n",
    "behind an empty value": "---\ncolor: # white\ndescription: #optional\n---\n",
    "a word in the letters of a color": "---\nnote: #add\n---\n",
    "behind a mapping": "---\ncover: #3 of them\n  url: a\n---\n",
    "behind an empty item": "---\ntags:\n  - # todo\n  - a\n---\n",
    "behind brackets": "---\ntags: [a, b] #12\n---\n",
    "behind quotes": "---\ntitle: 'a' #12\n---\n",
    "in a block": "---\ntitle: |\n  a #12\n---\n",
    "in brackets closed before": "---\ntitle: Rye (bread) # (c)\n---\n",
    "TOML": "+++\ncolor = 'a' #fff\n+++\n",
    "in the body": "---\ntitle: a\n---\ncolor: #fff\n",
}
INVALID = {
    "a language": ("title: C # and F#", (2, 10, 2, 18), 'title: "C # and F#"'),
    "a language and more": ("title: C # API 面包", (2, 10, 2, 18), 'title: "C # API 面包"'),
    "a language at the end": ("title: 学习 C #", (2, 13, 2, 14), 'title: "学习 C #"'),
    "a number": ("title: Fix #12 of the oven", (2, 12, 2, 27), 'title: "Fix #12 of the oven"'),
    "a counted number": ("title: Episode # 5", (2, 16, 2, 19), 'title: "Episode # 5"'),
    "hashtags": ("note: Bread #rye #sourdough", (2, 13, 2, 28), 'note: "Bread #rye #sourdough"'),
    "brackets": ("note: Rated (# of votes, # of stars)", (2, 26, 2, 37), None),
    "open brackets": ("note: Rated (by # of votes)", (2, 17, 2, 28), 'note: "Rated (by # of votes)"'),
    "a color": ("color: #fff", (2, 8, 2, 12), 'color: "#fff"'),
    "a color and a comment": ("x: #ffcc00 # yellow", (2, 4, 2, 20), 'x: "#ffcc00" # yellow'),
    "a color of letters": ("background: #fade", (2, 13, 2, 18), 'background: "#fade"'),
    "a number alone": ("issue: #12", (2, 8, 2, 11), 'issue: "#12"'),
    "a channel": ("channel: #bread", (2, 10, 2, 16), 'channel: "#bread"'),
    "a tag": ("tags:\n  - #bread\n  - rye", (3, 5, 3, 11), 'tags:\n  - "#bread"\n  - rye'),
    "a tag of parts": ("tags:\n- #type/rye-bread", (3, 3, 3, 18), 'tags:\n- "#type/rye-bread"'),
    "a tag of words": ("tags:\n- #Rye bread", (3, 3, 3, 13), 'tags:\n- "#Rye bread"'),
    "tags": ("tags: #bread #rye", (2, 7, 2, 18), 'tags: "#bread #rye"'),
    "quotes inside": ('title: Say "C #" aloud #1', (2, 15, 2, 26), None),
    "behind a tab": ("color:\t#fff", (2, 8, 2, 12), 'color:\t"#fff"'),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("comment-eats-value", content) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(fields: str, place: tuple[int, int, int, int], repaired: str | None, line_end: str) -> None:
    content = f"---\n{fields}\n---\n".replace("\n", line_end)
    assert places("comment-eats-value", content) == [place]
    if repaired is not None:
        assert fixed("comment-eats-value", content) == f"---\n{repaired}\n---\n".replace("\n", line_end)


def test_words() -> None:
    (found,) = findings("comment-eats-value", "---\ntitle: C # and F#\n---\n")
    assert found.message == "`title` is only `C`: `# and F#` is read as a comment"
    (found,) = findings("comment-eats-value", "---\ntags:\n- #bread\n---\n")
    assert found.message == "`tags[0]` is empty: `#bread` is read as a comment"


def test_templates() -> None:
    assert places("comment-eats-value", "---\ncolor: #fff\n---\n", path="templates/post.md") == []


def test_one_cause_one_finding() -> None:
    doc = Document("a.md", "---\ntitle: #12\ntags:\n- #bread\n---\n\n# 12\n")
    assert {f.rule for f in Linter(Settings()).lint(doc)} == {"comment-eats-value"}
