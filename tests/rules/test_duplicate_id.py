import pytest

from mdlint.testing import findings, places


def page(more: str, body: str = "") -> str:
    return f"---\n{more}\n---\n{body}"


PAPER = page("title: Dough", "\n## paper id\n\n2501.05409v1\n")


@pytest.mark.parametrize(
    ("path", "content", "files"),
    [
        pytest.param("a.md", page("id: 1"), {"b.md": page("id: 2")}, id="another id"),
        pytest.param("posts/a.md", page("id: 1"), {"events/a.md": page("id: 1")}, id="another folder"),
        pytest.param("a.md", page("id: 1"), {"a.de.md": page("id: 1")}, id="another language"),
        pytest.param("a.md", page("id: x"), {"b.md": page("uid: x")}, id="another field"),
        pytest.param("a.md", page("id:"), {"b.md": page("id:")}, id="nothing"),
        pytest.param("a.md", page("id: [x]"), {"b.md": page("id: [x]")}, id="a list"),
        pytest.param("a.md", page("id: x"), {"b.md": page("id: x\ndraft: true")}, id="a draft"),
        pytest.param("a.md", PAPER, {"b.md": PAPER.replace("05409", "05410")}, id="another paper"),
        pytest.param("a.md", PAPER, {"b.md": PAPER.replace("## paper", "The paper")}, id="no heading"),
        pytest.param("a.md", PAPER, {"b.md": PAPER.replace("## paper id", "```\n## paper id")}, id="in code"),
        pytest.param("a.md", PAPER, {"b.md": PAPER.replace("2501.05409v1", "none")}, id="no id"),
        pytest.param("a.md", PAPER, {}, id="alone"),
    ],
)
def test_valid(path: str, content: str, files: dict[str, str]) -> None:
    assert places("duplicate-id", content, path=path, files=files) == []


@pytest.mark.parametrize(
    ("content", "other", "expected", "place"),
    [
        (page("id: rye-1"), page("id: Rye-1"), "`id` is the same as in `x/b.md`", (2, 5, 2, 10)),
        (PAPER, PAPER.replace("v1", "v2"), "the paper `2501.05409` is also that of `x/b.md`", (7, 1, 7, 13)),
        (PAPER, page("arxiv: 2501.05409v2"), "the paper `2501.05409` is also that of `x/b.md`", (7, 1, 7, 13)),
        (page("paper id: '2501.05409'"), PAPER, "the paper `2501.05409` is also that of `x/b.md`", (2, 11, 2, 23)),
    ],
)
def test_invalid(content: str, other: str, expected: str, place: tuple[int, int, int, int]) -> None:
    [found] = findings("duplicate-id", content, path="x/a.md", files={"x/b.md": other})
    assert (found.message, found.span) == (expected, place)


def test_a_paper_in_another_folder() -> None:
    assert places("duplicate-id", PAPER, path="2024/a.md", files={"2025/b.md": PAPER}) == [(7, 1, 7, 13)]


def test_options() -> None:
    files = {"b/x.md": page("code: a")}
    assert places("duplicate-id", page("code: a"), path="a/x.md", unique_in_site=("code",), files=files) != []
    assert places("duplicate-id", page("code: a"), path="a/x.md", unique=("code",), files=files) != []
    assert places("duplicate-id", page("code: a"), path="a/x.md", fields=("code",), files=files) == []
