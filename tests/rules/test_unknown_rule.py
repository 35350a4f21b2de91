import pytest

from mdlint.testing import findings, places

VALID = {
    "a rule": "---\ntitle: ''  # mdlint: ignore[empty-title]\n---\n",
    "a group": "---\ntitle: ''  # mdlint: ignore[seo]\n---\n",
    "all": "---\ntitle: ''  # mdlint: ignore[all]\n---\n",
    "none": "---\ntitle: ''  # mdlint: ignore\n---\n",
    "a reason": "---\ntitle: ''  # mdlint: ignore[empty-title] [sic]\n---\n",
    "text of a value": "---\ntitle: 'a # mdlint: ignore[nothing]'\n---\n",
    "a value without a space before the sign": "---\ntitle: a# mdlint: ignore[nothing]\n---\n",
    "code": "---\ntitle: a\n---\n\n~~~\n<!-- mdlint: ignore[nothing] -->\n~~~\n",
    "another tool's": "---\ntitle: a  # xmdlint-ignore[nothing]\n---\n<!-- markdownlint-disable nothing -->\n",
    "ignored": "---\ntitle: a  # mdlint: ignore[nothing, unknown-rule]\n---\n",
}
INVALID = {
    "misspelled": ("---\ntitle: ''  # mdlint: ignore[empty-titel]\n---\n", [(2, 29, 2, 40)]),
    "beside a known one": ("---\ntitle: ''  # mdlint: ignore[empty-title, x]\n---\n", [(2, 42, 2, 43)]),
    "without commas": ("---\ntitle: ''  # mdlint: ignore[x y]\n---\n", [(2, 29, 2, 30), (2, 31, 2, 32)]),
    "in capitals": ("---\ntitle: ''  # mdlint: ignore[Empty-Title]\n---\n", [(2, 29, 2, 40)]),
    "in a file": ("---\n# mdlint: ignore-file[x]\ntitle: ''\n---\n", [(2, 23, 2, 24)]),
    "in the text": ("---\ntitle: a\n---\n\nÄ <!-- mdlint: ignore[x] -->\n", [(5, 23, 5, 24)]),
    "in another comment": ("---\ntitle: a  # old # mdlint: ignore[x]\n---\n", [(2, 34, 2, 35)]),
    "not kept quiet by a blanket": ("---\n# mdlint: ignore-file\na: 1  # mdlint: ignore[x]\n---\n", [(3, 24, 3, 25)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unknown-rule", content) == []


@pytest.mark.parametrize(("content", "where"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, where: list[tuple[int, int, int, int]]) -> None:
    assert places("unknown-rule", content) == where


def test_message() -> None:
    (found,) = findings("unknown-rule", "---\ntitle: ''  # mdlint: ignore[empty-titel]\n---\n")
    assert found.message == "there is no rule or group `empty-titel`"
    assert found.hint == "did you mean `empty-title`?"
    (found,) = findings("unknown-rule", "---\ntitle: ''  # mdlint: ignore[qqq]\n---\n")
    assert found.hint == "`mdlint rules` lists them"
