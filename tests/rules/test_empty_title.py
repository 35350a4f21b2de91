import pytest

from mdlint.testing import places

VALID = {
    "absent": "---\ndescription: a\n---\n",
    "filled": "---\ntitle: a\n---\n",
    "a number": "---\ntitle: 1984\n---\n",
    "zero": "---\ntitle: 0\n---\n",
    "false": "---\ntitle: false\n---\n",
    "not text": "---\ntitle: []\n---\n",
    "a mapping": "---\ntitle: {de: '', en: ''}\n---\n",
    "another's title": "---\ntitle: a\ncover: {title: ''}\n---\n",
    "emoji": "---\ntitle: 🍞\n---\n",
    "no front matter": "title:\n",
}
INVALID = {
    "quoted": ("---\ntitle: ''\n---\n", (2, 8, 2, 10)),
    "blank": ('---\ntitle: " \\t"\n---\n', (2, 8, 2, 13)),
    "null": ("---\ntitle:\ndate: 2024-01-05\n---\n", (2, 1, 2, 6)),
    "null in words": ("---\ntitle: null\n---\n", (2, 8, 2, 12)),
    "ideographic space": ("---\ntitle: '\u3000'\n---\n", (2, 8, 2, 11)),
    "CRLF": ("---\r\ndate: 2024-01-05\r\ntitle: ''\r\n---\r\n", (3, 8, 3, 10)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-title", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-title", content) == [place]


def test_option() -> None:
    assert places("empty-title", "---\nheadline: ''\n---\n", field="headline") == [(2, 11, 2, 13)]


@pytest.mark.parametrize(
    ("path", "is_template"),
    [
        ("archetypes/default.md", True),
        ("themes/plain/archetypes/post.md", True),
        ("scaffolds/page.md", True),
        ("Templates/Book.md", True),
        ("docs/_templates/page.md", True),
        ("skill/assets/page-templates/entity.md", True),
        (".github/ISSUE_TEMPLATE/bug.md", True),
        ("public/template/post.md", True),
        ("docs/adr-template.md", True),
        ("template.md", True),
        ("Book Template.md", True),
        ("posts/contemplate.md", False),
        ("posts/templates.md", False),
        ("blog-template/src/post.md", False),
        ("templated/post.md", False),
    ],
)
def test_templates_are_left_alone(path: str, is_template: bool) -> None:
    assert places("empty-title", "---\ntitle: ''\n---\n", path=path) == ([] if is_template else [(2, 8, 2, 10)])


@pytest.mark.parametrize(
    ("path", "is_home"),
    [
        ("content/_index.md", True),
        ("sites/blog/content/_index.de.md", True),
        ("content/pt-br/_index.md", True),
        ("content/posts/_index.md", False),
        ("content/index.md", False),
        ("_index.md", False),
    ],
)
def test_the_first_page_may_leave_it_to_the_site(path: str, is_home: bool) -> None:
    assert places("empty-title", "---\ntitle: ''\n---\n", path=path) == ([] if is_home else [(2, 8, 2, 10)])
