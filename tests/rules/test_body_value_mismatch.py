import pytest

from mdlint.testing import findings, places

FRONT = """---
pubDate: '2024-12-09 11:41:04'
meta:
- content: Ada Ek et.al.
  name: author
---

"""
VALID = {
    "the same": "## paper id\n2412.05271v1\n## download\n[2412.05271v1](http://arxiv.org/abs/2412.05271v1)\n",
    "another version": "## paper id\n2412.05271v1\n## download\n[PDF](https://arxiv.org/pdf/2412.05271v3.pdf)\n",
    "an old id": "## paper id\nmath.GT/0309136v1\n## download\n<https://arxiv.org/abs/math.GT/0309136>\n",
    "no link": "## paper id\n2412.05271v1\n## download\nat the library\n",
    "no id": "## paper id\nunknown\n## download\nhttps://arxiv.org/abs/2412.05271\n",
    "empty": "## paper id\n## download\n## authors:\n## publish date:\n",
    "authors": "## authors: \n  Ada Ek et.al. \n## paper id\n",
    "initials": "## authors\nA. Ek, B. Ö\n## paper id\n",
    "more authors": "## Authors\nAda Ek, Bo Ö, Cy Å\n## Paper ID\n2412.05271\n",
    "an earlier paper": "## publish date: \n**2024-12-06** \n## paper id\n",
    "a time zone's day": "## publish date:\n2024-12-10\n## paper id\n",
    "an impossible date": "## publish date:\n2024-12-32\n## paper id\n",
    "no paper": "## authors:\nBo Ö\n## publish date:\n2025-12-06\n",
    "labels in text": "Its paper id is 2412.05271, the download is 2412.05272.\n\n## authors\nAda Ek\n",
    "other headings": "## paper id\n2412.05271\n## Download speed: 2412.05272\n## Author contributions\nBo Ö baked\n",
    "in code": "```\n## paper id\n2412.05271\n## download\n2412.05272\n```\n",
}
INVALID = {
    "the link": (
        "## paper id\n2412.05271v1\n## download\n[2412.05271v1](http://arxiv.org/abs/2412.05272v1)\n",
        (11, 37, 11, 49),
    ),
    "the link's text": (
        "## paper id\n2412.05271v1\n## download\n[2412.05272v1](http://arxiv.org/abs/2412.05271v1)\n",
        (11, 2, 11, 14),
    ),
    "on one line": ("## paper id: 2412.05271v1\n## download:https://arxiv.org/abs/2412.05272\n", (9, 35, 9, 45)),
    "authors": ("## authors: \n  Bo Ö et.al. \n## paper id\n", (9, 3, 9, 14)),
    "authors on one line": ("### Authors: Bo Ö\n\n### Paper ID\n", (8, 14, 8, 18)),
    "a later paper": ("## publish date: \n**2024-12-11** \n## paper id\n", (9, 3, 9, 13)),
    "behind emoji": ("🍞\n\n## publish date\n发布 2025-01-01\n## paper id\n", (11, 4, 11, 14)),
}


@pytest.mark.parametrize("body", VALID.values(), ids=VALID)
def test_valid(body: str) -> None:
    assert places("body-value-mismatch", FRONT + body) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("body", "place"), INVALID.values(), ids=INVALID)
def test_invalid(body: str, place: tuple[int, int, int, int], line_end: str) -> None:
    assert places("body-value-mismatch", (FRONT + body).replace("\n", line_end)) == [place]


@pytest.mark.parametrize(
    "front", ["", "---\nmeta: author\npubDate: [a]\n---\n", "---\nmeta: [{name: author}]\npubDate:\n---\n"]
)
def test_says_nothing_without_something_to_compare(front: str) -> None:
    body = "## authors\nBo Ö\n## publish date\n2024-12-11\n## paper id\n2412.05271\n"
    assert places("body-value-mismatch", front + body) == []


def test_messages() -> None:
    body = (
        "## paper id\n2412.05271v1\n## download\nhttp://arxiv.org/abs/2412.05272v1\n"
        "## authors\nBo Ö\n## publish date\n2025-01-01\n"
    )
    assert [f.message for f in findings("body-value-mismatch", FRONT + body)] == [
        "the download is of `2412.05272v1`, but the paper id is `2412.05271v1`",
        "the authors are `Bo Ö`, but `meta` says `Ada Ek et.al.`",
        "the paper's publish date is `2025-01-01`, later than the post's `pubDate`, `2024-12-09`",
    ]
