import pytest

from mdlint.testing import findings, places


def page(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n"


@pytest.mark.parametrize(
    ("path", "content", "files"),
    [
        pytest.param("a.md", page("Rye bread"), {"b.md": page("Spelt bread")}, id="another title"),
        pytest.param("en/a.md", page("Rye"), {"de/a.md": page("Rye")}, id="folders of languages"),
        pytest.param("a.md", page("Rye"), {"a.de.md": page("Rye")}, id="a language in the name"),
        pytest.param("a.md", page("Rye", "lang: de\n"), {"b.md": page("Rye", "lang: en\n")}, id="languages of their own"),
        pytest.param("7.5/a.md", page("Rye"), {"7.6/a.md": page("Rye")}, id="versions"),
        pytest.param("a.md", page("Rye"), {"b.md": page("Rye", "draft: true\n")}, id="a draft"),
        pytest.param("a.md", page("Rye"), {"b.md": page("Rye", "published: false\n")}, id="not published"),
        pytest.param("a.md", page("''"), {"b.md": page("''")}, id="empty"),
        pytest.param("a.md", page("[Rye]"), {"b.md": page("[Rye]")}, id="no text"),
        pytest.param("a.md", page("Rye"), {"templates/b.md": page("Rye")}, id="a template"),
        pytest.param("a.md", page("R" * 80 + "a"), {"b.md": page("R" * 80 + "b")}, id="long and alike at first"),
    ],
)  # fmt: skip
def test_valid(path: str, content: str, files: dict[str, str]) -> None:
    assert places("duplicate-title", content, path=path, files=files) == []


@pytest.mark.parametrize(
    ("title", "others", "expected"),
    [
        ("Rye bread", ["rye  Bread"], "`title` is the same as in `0.md`"),
        ("Rye bread", ["Rye bread"] * 2, "`title` is the same as in `0.md` and `1.md`"),
        ("Rye bread", ["Rye bread"] * 3, "`title` is the same as in `0.md` and 2 other files"),
        ("R" * 100, ["R" * 100], "`title` is the same as in `0.md`"),
    ],
)
def test_invalid(title: str, others: list[str], expected: str) -> None:
    files = {f"{number}.md": page(other) for number, other in enumerate(others)}
    [found] = findings("duplicate-title", page(title), path="z.md", files=files)
    assert (found.message, found.span[:2]) == (expected, (2, 8))
    [first] = findings("duplicate-title", page(others[0]), path="0.md", files={**files, "z.md": page(title)})
    assert first.message.startswith(f"`title` is the same as in `{'1.md' if len(others) > 1 else 'z.md'}`")


def test_each_collection_alone() -> None:
    config = "[[collections]]\nname = 'a'\nfiles = 'a/'\n[[collections]]\nname = 'b'\nfiles = 'b/'\n"
    assert places("duplicate-title", page("Rye"), path="a/x.md", files={"b/x.md": page("Rye")}, config=config) == []
    assert places("duplicate-title", page("Rye"), path="a/x.md", files={"a/y.md": page("Rye")}, config=config) != []


def test_option() -> None:
    files = {"b.md": "---\nheading: Rye\n---\n"}
    assert places("duplicate-title", "---\nheading: Rye\n---\n", field="heading", files=files) == [(2, 10, 2, 13)]
