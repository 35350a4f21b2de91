import pytest

from mdlint.testing import findings, places

PAGE = "---\ndescription: Bread from my oven.\n---\n"


@pytest.mark.parametrize(
    ("path", "content", "other"),
    [
        pytest.param("a.md", PAGE, PAGE.replace("Bread", "Cake"), id="another one"),
        pytest.param("fr/a.md", PAGE, PAGE, id="in another language"),
        pytest.param("a.md", PAGE, PAGE.replace("description", "draft: true\ndescription"), id="a draft"),
        pytest.param("a.md", "---\ndescription: ''\n---\n", "---\ndescription: ''\n---\n", id="empty"),
        pytest.param("a.md", "---\ndescription: TODO\n---\n", "---\ndescription: TODO\n---\n", id="a placeholder"),
    ],
)
def test_valid(path: str, content: str, other: str) -> None:
    assert places("duplicate-description", content, path=path, files={"b.md": other}) == []


def test_invalid() -> None:
    [found] = findings("duplicate-description", PAGE, files={"b.md": PAGE, "c.md": PAGE.replace("Bread", "bread")})
    assert found.message == "`description` is the same as in `b.md` and `c.md`"
    assert found.span == (2, 14, 2, 33)


def test_option() -> None:
    page = PAGE.replace("description", "summary")
    assert places("duplicate-description", page, field="summary", files={"b.md": page}) == [(2, 10, 2, 29)]
