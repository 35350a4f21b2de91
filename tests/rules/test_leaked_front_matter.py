import pytest

from mdlint.testing import findings, places

VALID = {
    "a byline": "---\ntitle: Rye bread\n---\nAuthor: Ada\nDate: 2024-01-05\n",
    "one field": "---\ntitle: Rye bread\n---\ntitle: what bakers call it\n\nMix.\n",
    "prose with colons": "---\ntitle: Rye bread\n---\nnote: a\nwarning: b\n",
    "a field and prose": "---\ntitle: Rye bread\n---\ntitle: a\nwhich is the name.\ndate: b\n",
    "a note taker's fields": "---\ntitle: Rye bread\n---\ntitle:: a\ndate:: b\n",
    "in code": "---\ntitle: Rye bread\n---\n```yaml\n---\ntitle: a\ndate: 2024-01-05\n---\n```\n",
    "in indented code": "---\ntitle: Rye bread\n---\n\n    ---\n    title: a\n    date: 2024-01-05\n    ---\n",
    "in a shortcode": "---\ntitle: Rye bread\n---\n# Rye\n\n{{< code file=a.md >}}\n---\ntitle: a\ndate: b\n---\n{{< /code >}}\n",
    "in a block of Liquid's": "---\ntitle: Rye\n---\n{% highlight yaml %}\n---\ntitle: a\ndate: b\n---\n{% endhighlight %}\n",
    "slides": "---\ntitle: Rye bread\n---\n# One\n\n---\nlayout: center\nclass: wide\n---\n\n# Two\n",
    "several blocks": "---\ntitle: Rye bread\n---\n# One\n\n---\ntitle: a\nlayout: b\n---\n\n# Two\n\n---\ntitle: c\nlayout: b\n---\n",
    "a second block, which another rule reports": "---\ntitle: Rye bread\n---\n\n---\ntitle: a\ndate: 2024-01-05\n---\n",
    "without front matter": "title: a\ndate: 2024-01-05\n\nMix.\n",
    "a rule between": "---\ntitle: Rye bread\n---\nMix.\n\n---\n\ntitle: a\n\n---\n",
    "settings": "---\ntitle: Rye bread\n---\nname: a\nimage: nginx\nports:\n  - 80\n",
    "empty": "---\ntitle: Rye bread\n---\n",
}
INVALID = {
    "lines of fields": ("---\ntitle: Rye bread\n---\n\nauthor: Ada\ntags: [bread]\n\nMix.\n", (5, 1, 6, 14)),
    "at once": ("---\ntitle: Rye bread\n---\nauthor: Ada\ntags:\n  - bread\n", (4, 1, 6, 10)),
    "with a closing fence": (
        "---\ntitle: Rye bread\n---\n\ndate: 2024-01-05\ntags: [bread]\n---\n\nMix.\n",
        (5, 1, 6, 14),
    ),
    "below a heading": (
        "---\ntitle: Rye bread\n---\n# Rye\n\n---\ntitle: Rye\ndate: 2024-01-05\n---\n\nMix.\n",
        (7, 1, 8, 17),
    ),
    "CRLF, behind an emoji": (
        "---\r\ntitle: Rye bread\r\n---\r\n🍞\r\n\r\n---\r\ntitle: 🍞\r\ndate: 2024-01-05\r\n---\r\n",
        (7, 1, 8, 17),
    ),
    "behind JSON, on its line": ('{"title": "Rye bread"}title: Rye\nlayout: wide\n', (1, 23, 2, 13)),
    "Chinese": ("---\ntitle: Rye bread\n---\n\ntitle: 黑麦面包\ntags: [面包]\n", (5, 1, 6, 11)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("leaked-front-matter", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("leaked-front-matter", content) == [place]


def test_message() -> None:
    content = "---\ntitle: a\n---\n\nauthor: Ada\ndate: a\ntags: a\nslug: a\nlang: a\n"
    assert [f.message for f in findings("leaked-front-matter", content)] == [
        "`author`, `date`, `tags` and 2 more stand in the text, where they are printed and not read"
    ]


def test_templates_are_left_alone() -> None:
    content = "---\ntitle: a\n---\n\ntitle: a\ndate: b\n"
    assert places("leaked-front-matter", content, path="archetypes/default.md") == []
