import pytest

from mdlint.testing import findings, places

VALID = {
    "a date": "---\ndate: 2024-01-31\n---\n",
    "a leap day": "---\ndate: 2024-02-29\n---\n",
    "a leap day of a century": "---\ndate: '2000-02-29'\n---\n",
    "the last second": "---\ndate: 2024-12-31T23:59:59Z\n---\n",
    "the last time zone": "---\ndate: '2024-12-31 23:59:59 +1400'\n---\n",
    "possible with the day first": "---\ndate: 31/12/2024\n---\n",
    "possible with the month first": "---\ndate: 12/31/2024\n---\n",
    "a year of two digits": "---\ndate: 30/02/24\n---\n",
    "a name": "---\ndate: February 29, 2024\n---\n",
    "a pattern": "---\ndate: YYYY-MM-DD\n---\n",
    "a template": '---\ndate: "{{ page.date }}"\n---\n',
    "a word": "---\ndate: today\n---\n",
    "a switch": "---\npublished: false\n---\n",
    "a range": "---\ndate: 2024-02-30 to 2024-02-31\n---\n",
    "a month": "---\ndate: 2024-13\n---\n",
    "no field for a date": "---\nversion: 2024-13-45\n---\n",
    "a list": "---\ndate: [2024-02-31]\n---\n",
    "empty": "---\ndate:\nupdated: ''\n---\n",
    "other digits": "---\ndate: ٢٠٢٤-١٣-٠١\n---\n",
}
INVALID = {
    "native": ("---\ndate: 2023-02-29\n---\n", (2, 7, 2, 17)),
    "text": ("---\ndate: '2024-04-31'\n---\n", (2, 7, 2, 19)),
    "with a time": ("---\ndate: 2017-02-29 11:00:00\n---\n", (2, 7, 2, 26)),
    "a century": ("---\ndate: 1900-02-29\n---\n", (2, 7, 2, 17)),
    "zeros": ("---\npubDate: 0000-00-00\n---\n", (2, 10, 2, 20)),
    "no day": ("---\ndate: 2024-01-00\n---\n", (2, 7, 2, 17)),
    "the month last": ("---\ncreated: 2021-26-02\n---\n", (2, 10, 2, 20)),
    "an hour": ("---\ndate: '2024-01-05T24:00:00Z'\n---\n", (2, 7, 2, 29)),
    "a minute": ("---\ndate: 2024-01-05 10:60\n---\n", (2, 7, 2, 23)),
    "a time zone": ("---\ndate: 2024-01-05 10:00:00 +29:00\n---\n", (2, 7, 2, 33)),
    "another form": ("---\ndate: Feb 30, 2024\n---\n", (2, 7, 2, 19)),
    "either way": ("---\ndate: 30/02/2024\n---\n", (2, 7, 2, 17)),
    "Chinese": ("---\ndate: 2024年13月1日\n---\n", (2, 7, 2, 17)),
    "in a mapping": ("---\ndate:\n  created: 2024-02-30\n---\n", (3, 12, 3, 22)),
    "an alias": ("---\nfirst: &d 2024-02-30\ndate: *d\n---\n", (3, 7, 3, 9)),
    "CRLF, behind an emoji": ("---\r\ntitle: 🍞\r\ndate: 2024-02-30\r\n---\r\n", (3, 7, 3, 17)),
}
MESSAGES = {
    "2024-02-30": ("February 2024 has 29 days", "write a date that exists, as YYYY-MM-DD"),
    "2021-26-02": ("there is no month 26", "the month comes before the day: write `2021-02-26` if that is meant"),
    "2024-00-10": ("there is no month 0", "write a date that exists, as YYYY-MM-DD"),
    "30/02/2024": ("February 2024 has 29 days", "write a date that exists, as YYYY-MM-DD"),
    "2024-01-05 25:00": ("there is no hour 25", "write a date that exists, as YYYY-MM-DD"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("impossible-date", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("impossible-date", content) == [place]


@pytest.mark.parametrize(("date", "said"), MESSAGES.items())
def test_says_why(date: str, said: tuple[str, str]) -> None:
    [found] = findings("impossible-date", f"---\ndate: '{date}'\n---\n")
    assert (found.message, found.hint) == (f"`date` is `{date}`, but {said[0]}", said[1])


def test_option() -> None:
    content = "---\ndate: 2024-02-30\nevent: {start: 2024-02-30}\n---\n"
    assert places("impossible-date", content, fields=("event.start",)) == [(3, 16, 3, 26)]
