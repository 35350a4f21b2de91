import pytest

from mdlint.diagnostic import Diagnostic
from mdlint.testing import findings, fixed, places

VALID = {
    "a date": "---\ndate: 2024-01-05\n---\n",
    "text": "---\ndate: '2024-01-05'\n---\n",
    "a time": "---\ndate: 2024-01-05T10:00:00Z\n---\n",
    "a space": "---\ndate: 2024-01-05 10:00:00\n---\n",
    "without seconds": "---\ndate: 2024-01-05T10:00\n---\n",
    "a fraction": "---\ndate: 2024-01-05 10:00:00.394000\n---\n",
    "an offset": "---\ndate: 2024-01-05T10:00:00+08:00\n---\n",
    "an offset of four digits": "---\ndate: 2024-01-05T10:00:00+0800\n---\n",
    "an offset behind a space": "---\ndate: 2024-01-05 10:00:00 -0600\n---\n",
    "lower case": "---\ndate: 2024-01-05t10:00:00z\n---\n",
    "padded": "---\ndate: ' 2024-01-05 '\n---\n",
    "a word": "---\ndate: today\nlastModified: last-modified\n---\n",
    "a template": "---\ndate: '{{ date }}'\nupdated: ${now}\n---\n",
    "a pattern": "---\ndate: <YYYY-MM-DD>\n---\n",
    "a switch": "---\npublished: true\n---\n",
    "a year": "---\ndate: 2024\n---\n",
    "a year and a month": "---\ndate: 2024-01\nupdated: March 2024\n---\n",
    "a range": "---\ndate: 2024/01/05 - 2024/01/07\n---\n",
    "a week": "---\ndate: 2024-W05-2\n---\n",
    "seconds since 1970": "---\ncreated: 1734770018\n---\n",
    "a number of eight digits": "---\ncreated: 17347700\n---\n",
    "prose": "---\nupdated: in March 2024, by the team\n---\n",
    "a month's name in prose": "---\nupdated: marble 5 2024\n---\n",
    "Microsoft Learn's field": "---\nms.date: 01/18/2026\n---\n",
    "no field for a date": "---\nversion: 2024/01/05\n---\n",
    "a mapping": "---\ndate: {year: 2024}\n---\n",
    "empty": "---\ndate:\nupdated: ''\n---\n",
    "long": f"---\ndate: Jul 08 2022 {'x' * 5000}\n---\n",
    "impossible": "---\ndate: 2024/02/30\n---\n",
    "two days": "---\ndate: 05/06/2024\n---\n",
}
INVALID = {
    "a month's name": ("---\npubDate: Jul 08 2022\n---\n", (2, 10, 2, 21), "write `2022-07-08`"),
    "quoted": ("---\npubDate: 'Jul 8, 2022'\n---\n", (2, 10, 2, 23), "write `2022-07-08`"),
    "the day before the month": ("---\ndate: 1st September 2024\n---\n", (2, 7, 2, 25), "write `2024-09-01`"),
    "a name between hyphens": ("---\ndate: 5-Jan-2024\n---\n", (2, 7, 2, 17), "write `2024-01-05`"),
    "a weekday": ("---\ndate: Friday, Jan. 5, 2024\n---\n", (2, 7, 2, 27), "write `2024-01-05`"),
    "the year first": ("---\ndate: 2024 Sept 5\n---\n", (2, 7, 2, 18), "write `2024-09-05`"),
    "as in mail": (
        "---\ndate: Fri, 05 Jan 2024 10:00:00 +0100\n---\n",
        (2, 7, 2, 38),
        "write `2024-01-05T10:00:00+01:00`",
    ),
    "as JavaScript prints it": (
        "---\ndate: 'Fri Jan 05 2024 10:00:00 GMT-0400 (Eastern Daylight Time)'\n---\n",
        (2, 7, 2, 66),
        "write `2024-01-05T10:00:00-04:00`",
    ),
    "slashes": ("---\ndate: 2024/01/05\n---\n", (2, 7, 2, 17), "write `2024-01-05`"),
    "dots": ("---\ndate: 2024.01.05\n---\n", (2, 7, 2, 17), "write `2024-01-05`"),
    "unpadded": ("---\ndate: 2023-07-3\n---\n", (2, 7, 2, 16), "write `2023-07-03`"),
    "an unpadded hour": (
        "---\ndate: 2024-07-30 0:00:00Z\n---\n",
        (2, 7, 2, 26),
        "write `2024-07-30T00:00:00Z`",
    ),
    "an unpadded offset": (
        "---\ndate: 2024-07-30 10:00:00 +8\n---\n",
        (2, 7, 2, 29),
        "write `2024-07-30T10:00:00+08:00`",
    ),
    "twelve hours": ("---\ndate: 2024-07-30 1:05 PM UTC\n---\n", (2, 7, 2, 29), "write `2024-07-30T13:05:00Z`"),
    "midnight": ("---\ndate: 2024-07-30 12:05 am GMT\n---\n", (2, 7, 2, 30), "write `2024-07-30T00:05:00Z`"),
    "without a zone": (
        "---\ndate: 2024/07/30 20:46:25\n---\n",
        (2, 7, 2, 26),
        "write `2024-07-30T20:46:25` with the zone behind it: `Z` for UTC, or an offset such as `+08:00`",
    ),
    "a zone's name": (
        "---\ndate: 2024-07-30 20:46:25 Europe/Berlin\n---\n",
        (2, 7, 2, 40),
        "write `2024-07-30T20:46:25` with the zone behind it: `Z` for UTC, or an offset such as `+08:00`",
    ),
    "the day cannot be a month": ("---\ndate: 9/23/2008\n---\n", (2, 7, 2, 16), "write `2008-09-23`"),
    "a day and a month alike": ("---\ndate: 05.05.2024\n---\n", (2, 7, 2, 17), "write `2024-05-05`"),
    "two digits of the year": (
        "---\ndate: 05/06/24\n---\n",
        (2, 7, 2, 15),
        "write the year in four digits, then the month and the day: YYYY-MM-DD",
    ),
    "digits only": ("---\ndate: 20240105\n---\n", (2, 7, 2, 15), "write `2024-01-05`"),
    "Chinese": ("---\ndate: 2024年1月5日 10:00 Z\n---\n", (2, 7, 2, 24), "write `2024-01-05T10:00:00Z`"),
    "a block": ("---\ndate: >\n  5 May 2024\n---\n", (2, 7, 3, 13), "write `2024-05-05`"),
    "in a mapping": ("---\nlast_update:\n  date: 1/31/2024\n---\n", (3, 9, 3, 18), "write `2024-01-31`"),
    "CRLF": ("---\r\ntitle: 面包 🍞\r\ndate: 2024/1/5\r\n---\r\n", (3, 7, 3, 15), "write `2024-01-05`"),
}
FIXED = {
    "plain": ("date: Jul 08 2022 # fresh", "date: 2022-07-08 # fresh"),
    "in quotes": ("date: 'Jul 08 2022'", "date: '2022-07-08'"),
    "padded": ('date: " 2024/1/5 "', 'date: "2024-01-05"'),
    "digits only": ("date: 20240105", "date: 2024-01-05"),
    "a time with its zone": ("date: 2024年1月5日 10:00 +8", "date: 2024-01-05T10:00:00+08:00"),
    "in a mapping": ("last_update: {date: 1/31/2024, by: Ada}", "last_update: {date: 2024-01-31, by: Ada}"),
    "whose zone is not known": ("date: 2024/1/5 10:00", "date: 2024/1/5 10:00"),
    "whose zone is a name": ("date: 2024/1/5 10:00 CET", "date: 2024/1/5 10:00 CET"),
    "two digits": ("date: 05/06/24", "date: 05/06/24"),
    "a block": ("date: >\n  5 May 2024", "date: >\n  5 May 2024"),
    "over lines": ("date: 5 May\n  2024", "date: 5 May\n  2024"),
    "escapes": ('date: "2024\\/1\\/5"', 'date: "2024\\/1\\/5"'),
    "an alias": ("first: &a 2024/1/5\ndate: *a", "first: &a 2024/1/5\ndate: *a"),
    "an anchor": ("date: &a 2024/1/5\nlast: *a", "date: &a 2024/1/5\nlast: *a"),
    "merged": ("base: &a {date: 2024/1/5}\n<<: *a", "base: &a {date: 2024/1/5}\n<<: *a"),
}


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(old: str, new: str, end: str) -> None:
    before, after = (f"---\ntitle: 面包 🍞\n{fields}\n---\n".replace("\n", end) for fields in (old, new))
    assert fixed("non-iso-date", before) == after


def test_fix_of_other_formats() -> None:
    assert fixed("non-iso-date", '+++\ndate = "Jul 08 2022" # a\n+++\n') == '+++\ndate = "2022-07-08" # a\n+++\n'
    assert fixed("non-iso-date", '{\n"date": "2024/1/5"\n}\n') == '{\n"date": "2024-01-05"\n}\n'
    assert fixed("non-iso-date", '{\n"date": 20240105\n}\n') == '{\n"date": 20240105\n}\n'


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("non-iso-date", content) == []


@pytest.mark.parametrize(("content", "place", "hint"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], hint: str) -> None:
    assert [found.hint for found in findings("non-iso-date", content)] == [hint]
    assert places("non-iso-date", content) == [place]


def test_message() -> None:
    assert said("---\ndate: 2024-1-5\n---\n").message == "`date` is `2024-1-5`, not of the ISO form YYYY-MM-DD"
    assert said("---\ndate: 2024-1-5 9:00Z\n---\n").message.endswith("not of the ISO form YYYY-MM-DDThh:mm:ss")


def test_is_an_info_where_nothing_claims_the_file() -> None:
    assert said("---\ndate: 2024-1-5\n---\n").severity == "info"
    assert said("---\npubDate: 2024-1-5\n---\n", schema="post").severity == "warning"


READ = {
    "quarto": ["9/23/2008", "March 7, 2005", "2024-1-5"],
    "hexo": ["2013/7/13 20:46:25", "2013/07/13", "2013/7/13 9:05"],
    "myst": ["1 Jan 2024", "Sat, 01 Jan 2000"],
    "docusaurus": ["2024-07-30 0:00:00"],
    "mkdocs": ["2024-7-3 10:00:00"],
}


@pytest.mark.parametrize(("generator", "dates"), READ.items())
def test_what_the_generator_reads(generator: str, dates: list[str]) -> None:
    for date in dates:
        assert places("non-iso-date", f"---\ndate: {date}\n---\n", config=f"generator = '{generator}'") == []
        assert places("non-iso-date", f"---\ndate: {date}\n---\n") != []


def test_what_the_generator_does_not_read() -> None:
    for generator, date in (
        ("myst", "Jan 1 2024"),
        ("hexo", "Jul 13 2013"),
        ("docusaurus", "'2024-07-30 0:00:00'"),
        ("hugo", "2024-1-5"),
    ):
        assert places("non-iso-date", f"---\ndate: {date}\n---\n", config=f"generator = '{generator}'") != []


def test_option() -> None:
    assert places("non-iso-date", "---\ndate: 2024-1-5\nborn: 2024-1-5\n---\n", fields=("born",)) == [(3, 7, 3, 15)]


def said(content: str, schema: str | None = None) -> Diagnostic:
    [found] = findings("non-iso-date", content, schema=schema)
    return found
