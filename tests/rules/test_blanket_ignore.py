import pytest

from mdlint.testing import findings, places

VALID = {
    "a rule": "---\ntitle: ''  # mdlint: ignore[empty-title]\n---\n",
    "a group": "---\n# mdlint: ignore-file[seo, tag]\ntitle: ''\n---\n",
    "text": "---\ntitle: '# mdlint: ignore'\n---\n\n`<!-- mdlint: ignore -->`\n",
    "unreadable": "---\ntitle: a  # mdlint: ignore everything\n---\n",
    "ignored by name": "---\ntitle: a  # mdlint: ignore[all, blanket-ignore]\n---\n",
}
INVALID = {
    "a line": ("---\ntitle: ''  # mdlint: ignore\n---\n", (2, 12, 2, 28)),
    "a reason": ("---\ntitle: ''  # mdlint: ignore -- old\n---\n", (2, 12, 2, 28)),
    "all": ("---\ntitle: ''  # mdlint: ignore[all]\n---\n", (2, 12, 2, 33)),
    "the file": ("---\ntitle: ''\n---\n\n<!-- mdlint: ignore-file -->\n", (5, 1, 5, 29)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("blanket-ignore", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("blanket-ignore", content) == [place]
    assert [found.severity for found in findings("blanket-ignore", content)] == ["info"]
