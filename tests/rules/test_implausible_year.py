import pytest

from mdlint.testing import findings, places

VALID = {
    "of today": "---\ndate: 2024-01-05\n---\n",
    "an early page": "---\ndate: 1995-01-05\n---\n",
    "planned": "---\ndate: 2031-01-05\n---\n",
    "never expires": "---\nexpiryDate: 2099-12-31\n---\n",
    "two digits": "---\ndate: 05/06/24\n---\n",
    "a year": "---\ndate: 1863\n---\n",
    "impossible": "---\ndate: 1900-02-29\n---\n",
    "no calendar's year": "---\ndate: 0000-00-00\n---\n",
    "no date of the page": "---\ntitle: 1863-11-19\nborn: 1815-12-10\n---\n",
    "prose": "---\ndate: 1863-11-19, at Gettysburg\n---\n",
    "other types": "---\ndate: [1863-11-19]\nupdated: {at: 1863-11-19}\ncreated:\n---\n",
}
INVALID = {
    "the first moment": ("---\ndate: 1970-01-01\n---\n", (2, 7, 2, 17)),
    "a digit lost": ("---\ndate: '0224-01-05'\n---\n", (2, 7, 2, 19)),
    "digits swapped": ("---\nupdated: 2204-01-05T10:00:00Z\n---\n", (2, 10, 2, 30)),
    "expired long ago": ("---\nexpiryDate: 1970-01-01\n---\n", (2, 13, 2, 23)),
    "another form": ("---\ndate: Jan 1, 1980\n---\n", (2, 7, 2, 18)),
    "TOML": ("+++\ndate = 1970-01-01\n+++\n", (2, 8, 2, 18)),
    "CRLF, behind an emoji": ("---\r\ntitle: 🍞\r\ndate: 1970-01-01\r\n---\r\n", (3, 7, 3, 17)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("implausible-year", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("implausible-year", content) == [place]


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("1970-01-01", "a program writes this day where it has no date: write the real one"),
        ("0001-01-01T00:00:00Z", "a program writes this day where it has no date: write the real one"),
        ("1970-01-02", "correct the year"),
        ("2204-02-01", "correct the year"),
    ],
)
def test_words(date: str, hint: str) -> None:
    [found] = findings("implausible-year", f"---\ndate: {date}\n---\n")
    assert (found.message, found.hint) == (f"`date` is in the year {int(date[:4])}", hint)


def test_options() -> None:
    content = "---\ndate: 1863-11-19\nborn: 1815-12-10\n---\n"
    assert places("implausible-year", content, earliest=1800) == []
    assert places("implausible-year", content, fields=("born",), earliest=1850) == [(3, 7, 3, 17)]
    assert places("implausible-year", "---\ndate: 2024-01-05\n---\n", latest=2020) == [(2, 7, 2, 17)]
