import pytest

from mdlint.testing import places

VALID = {
    "a draft": "---\ndraft: true\n---\nDRAFT\n",
    "not published": "---\npublished: false\n---\nDRAFT\n",
    "a status": "---\nstatus: draft\n---\n**DRAFT**\n",
    "prose": "---\ntitle: Rye bread\n---\nDraft the dough on paper first.\n",
    "the NFL": "---\ntitle: Rye bread\n---\nDraft day in Green Bay\n",
    "further below": "---\ntitle: Rye bread\n---\nMix.\n\nDRAFT\n",
    "a page about drafts": "---\ntitle: Draft\n---\n# Draft\n",
    "work in progress": "---\ntitle: Rye bread\n---\n🚧 Work in progress 🚧\n",
    "in code": "---\ntitle: Rye bread\n---\n`draft: true` keeps it unpublished\n",
    "a plan": "---\ntitle: Rye bread\n---\nRough draft of the plan\n",
    "no front matter": "# DRAFT\n",
    "in the title": "---\ntitle: DRAFT\n---\nMix.\n",
    "nothing": "---\ntitle: Rye bread\n---\n",
}
INVALID = {
    "the word": ("---\ntitle: Rye bread\n---\nDRAFT\n\nMix.\n", (4, 1, 4, 6)),
    "said to be none": ("---\ndraft: false\n---\n\n**DRAFT**\n", (5, 1, 5, 10)),
    "as a heading": ("---\ntitle: Rye bread\n---\n# [DRAFT]\n", (4, 1, 4, 10)),
    "with an order": ("---\ntitle: Rye bread\n---\n> DRAFT: do not publish!\n", (4, 1, 4, 25)),
    "a sentence": ("---\ntitle: Rye bread\n---\n*This is a draft.*\n", (4, 1, 4, 19)),
    "don't": ("---\ntitle: Rye bread\n---\nDon't publish!\n", (4, 1, 4, 15)),
    "in a comment": ("---\ntitle: Rye bread\n---\n<!-- DRAFT -->\n", (4, 1, 4, 15)),
    "Chinese": ("---\ntitle: Rye bread\n---\n【草稿】\n", (4, 1, 4, 5)),
    "CRLF, behind an emoji": ("---\r\ntitle: Rye bread\r\n---\r\n\r\n🚧 DRAFT 🚧\r\n", (5, 1, 5, 10)),
    "TOML": ('+++\ntitle = "a"\n+++\nDRAFT', (4, 1, 4, 6)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("draft-marker", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("draft-marker", content) == [place]


@pytest.mark.parametrize("path", ["archetypes/default.md", "_drafts/rye.md", "drafts/rye.md"])
def test_places_for_drafts_are_left_alone(path: str) -> None:
    assert places("draft-marker", "---\ntitle: a\n---\nDRAFT\n", path=path) == []
