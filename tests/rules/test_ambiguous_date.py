import pytest

from mdlint.testing import findings, places

VALID = {
    "ISO": "---\ndate: 2024-05-06\n---\n",
    "the day cannot be a month": "---\ndate: 23/06/2024\n---\n",
    "the month comes first": "---\ndate: 06/23/2024\n---\n",
    "a day and a month alike": "---\ndate: 05/05/2024\n---\n",
    "the year first": "---\ndate: 2024/05/06\n---\n",
    "a month's name": "---\ndate: 6 May 2024\n---\n",
    "two digits of the year": "---\ndate: 05/06/24\n---\n",
    "impossible either way": "---\ndate: 30/02/2024\n---\n",
    "month first by rule": "---\nms.date: 05/06/2024\n---\n",
    "a fraction": "---\ndate: 5/6\n---\n",
    "no field for a date": "---\nversion: 05/06/2024\n---\n",
    "other types": "---\ndate: [05/06/2024]\nupdated: {on: 05/06/2024}\ncreated:\n---\n",
}
INVALID = {
    "slashes": ("---\ndate: 05/06/2024\n---\n", (2, 7, 2, 17)),
    "dots, in quotes": ("---\npubDate: '5.6.2024'\n---\n", (2, 10, 2, 20)),
    "hyphens, with a time": ("---\ndate: 05-06-2024 10:00\n---\n", (2, 7, 2, 23)),
    "TOML": ('+++\ndate = "05/06/2024"\n+++\n', (2, 8, 2, 20)),
    "CRLF, behind CJK and emoji": ("---\r\ntitle: 面包 🍞\r\ndate: 05/06/2024\r\n---\r\n", (3, 7, 3, 17)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("ambiguous-date", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("ambiguous-date", content) == [place]


def test_says_both_days() -> None:
    [found] = findings("ambiguous-date", "---\ndate: 05/06/2024\n---\n")
    assert found.message == "`date` is `05/06/2024`, which may be May 6 or June 5"
    assert found.hint == "write `2024-05-06` for May 6, or `2024-06-05` for June 5"
    assert found.severity == "info"


def test_is_an_error_where_the_reader_is_known() -> None:
    [found] = findings("ambiguous-date", "---\ndate: 05/06/2024\n---\n", config="generator = 'hexo'")
    assert found.severity == "error"


def test_quarto_takes_the_first_number_for_the_month() -> None:
    assert places("ambiguous-date", "---\ndate: 05/06/2024\n---\n", config="generator = 'quarto'") == []


def test_option() -> None:
    assert places("ambiguous-date", "---\nborn: 05/06/2024\n---\n", fields=("born",)) == [(2, 7, 2, 17)]
