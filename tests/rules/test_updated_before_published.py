import pytest

from mdlint.testing import findings, places

VALID = {
    "after": ("2024-01-05", "2024-01-06"),
    "on the same day": ("2024-01-05", "2024-01-05"),
    "the same moment": ("2024-01-05T10:00:00Z", "2024-01-05T18:00:00+08:00"),
    "an hour later elsewhere": ("2024-01-05T10:00:00+08:00", "2024-01-05T03:00:00Z"),
    "a day without its time": ("2024-01-05 10:00:00", "2024-01-05"),
    "the day before, perhaps elsewhere": ("2024-01-05T01:00:00+08:00", "2024-01-04"),
    "a zone's name": ("2024-01-05 10:00 CET", "2024-01-05 09:00 UTC"),
    "may be later": ("2024-01-05", "02/01/2024"),
    "impossible": ("2024-01-05", "2023-02-31"),
    "two digits": ("2024-01-05", "05/01/23"),
    "no date": ("2024-01-05", "last year"),
    "empty": ("2024-01-05", ""),
    "other types": ("[2024-01-05]", "{at: 2023-01-05}"),
    "the first day there is": ("0001-01-01T00:00:00+10:00", "0001-01-01T00:00:00+10:00"),
    "the last day there is": ("9999-12-31", "9999-12-31T23:00:00-10:00"),
}
INVALID = {
    "days": ("2024-01-05", "2024-01-04"),
    "hours": ("2024-01-05 10:00:00", "2024-01-05 09:00:00"),
    "a fraction": ("2024-01-05 10:00:00.5", "2024-01-05 10:00:00.25"),
    "hours, elsewhere": ("2024-01-05T10:00:00Z", "2024-01-05T17:00:00+08:00"),
    "another form": ("Jan 5, 2024", "2024-01-04"),
    "days, perhaps elsewhere": ("2024-01-05T10:00:00Z", "2024-01-03"),
    "in quotes": ("'2024-01-05'", "'2024-01-04'"),
}


@pytest.mark.parametrize(("published", "updated"), VALID.values(), ids=VALID)
def test_valid(published: str, updated: str) -> None:
    assert places("updated-before-published", f"---\ndate: {published}\nupdated: {updated}\n---\n") == []


@pytest.mark.parametrize(("published", "updated"), INVALID.values(), ids=INVALID)
def test_invalid(published: str, updated: str) -> None:
    content = f"---\r\ntitle: 面包 🍞\r\nupdated: {updated}\r\ndate: {published}\r\n---\r\n"
    assert places("updated-before-published", content) == [(3, 10, 3, 10 + len(updated))]


def test_scheduled_by_hugo() -> None:
    content = "---\npublishDate: 2024-06-01\nlastmod: 2024-05-20\n---\n"
    assert places("updated-before-published", content) == []
    assert places("updated-before-published", content.replace("lastmod", "updated")) == [(3, 10, 3, 20)]


def test_one_finding_for_several_fields() -> None:
    content = "---\ndate: 2024-06-01\ncreated: 2024-06-01\nlast_update: {date: 2024-05-20}\n---\n"
    [found] = findings("updated-before-published", content)
    assert found.message == "`last_update.date` is 2024-05-20, before `date`, 2024-06-01"


def test_options() -> None:
    content = "---\nborn: 2024-06-01\nfed: 2024-05-20\n---\n"
    assert places("updated-before-published", content, published=("born",), updated=("fed",)) == [(3, 6, 3, 16)]
