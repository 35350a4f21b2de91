import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "the same day": ("2024-01-05-rye.md", "date: 2024-01-05"),
    "with a time": ("2024-01-05-rye.md", "date: '2024-01-05 23:00:00'"),
    "the day after, elsewhere": ("2024-01-05-rye.md", "date: 2024-01-06T01:00:00+08:00"),
    "no date in the name": ("rye-2024-01-05.md", "date: 2024-01-06"),
    "a longer number": ("12024-01-05-rye.md", "date: 2024-01-06"),
    "no day in the name": ("2024-01-rye.md", "date: 2024-02-06"),
    "an impossible name": ("2024-02-31-rye.md", "date: 2024-02-06"),
    "a dated folder of pages": ("2024-01-05/rye.md", "date: 2024-01-06"),
    "the other way round": ("2024-05-06-rye.md", "date: 06/05/2024"),
    "the first field counts": ("2024-01-05-rye.md", "created: 2023-01-01\ndate: 2024-01-05"),
    "changed later": ("2024-01-05-rye.md", "updated: 2024-01-06"),
    "other types": ("2024-01-05-rye.md", "date: [2024-01-06]\npubDate:\ncreated: 5"),
}
INVALID = {
    "another day": ("_posts/2024-01-05-rye.md", "date: 2024-01-06", (2, 7, 2, 17)),
    "another form": ("2024-01-05.md", "date: Jan 6, 2024", (2, 7, 2, 18)),
    "a folder of its own": ("blog/2024-01-05-rye/index.mdx", "pubDate: '2024-01-06'", (2, 10, 2, 22)),
    "days, elsewhere": ("2024-01-05_rye.md", "date: 2024-01-07T01:00:00+08:00", (2, 7, 2, 32)),
    "two digits of both": ("面包/2024-01-05-🍞.md", "title: 面包 🍞\ndate: 2023-01-05", (3, 7, 3, 17)),
}
FIXED = {
    "a day": ("date: 2024-01-06 # fresh", "date: 2024-01-05 # fresh"),
    "a time, in quotes": ("date: '2024-01-06 10:00:00'", "date: '2024-01-05 10:00:00'"),
    "another form": ("date: Jan 6, 2024", "date: Jan 6, 2024"),
    "an alias": ("created: &day 2024-01-06\ndate: *day", "created: &day 2024-01-06\ndate: *day"),
}


@pytest.mark.parametrize(("path", "fields"), VALID.values(), ids=VALID)
def test_valid(path: str, fields: str) -> None:
    assert places("filename-date-mismatch", f"---\n{fields}\n---\n", path=path) == []


@pytest.mark.parametrize(("path", "fields", "place"), INVALID.values(), ids=INVALID)
def test_invalid(path: str, fields: str, place: tuple[int, int, int, int]) -> None:
    for end in ("\n", "\r\n"):
        content = f"---\n{fields}\n---\n".replace("\n", end)
        assert places("filename-date-mismatch", content, path=path) == [place]


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
def test_fix(old: str, new: str) -> None:
    path = "2024-01-05-rye.md"
    assert fixed("filename-date-mismatch", f"---\n{old}\n---\n", path=path) == f"---\n{new}\n---\n"


def test_message() -> None:
    [found] = findings("filename-date-mismatch", "---\ndate: 2024-01-06\n---\n", path="2024-01-05-rye.md")
    assert found.message == "`date` is 2024-01-06, but the file's name says 2024-01-05"


def test_option() -> None:
    content = "---\ndate: 2024-01-06\nbaked: {on: 2024-01-07}\n---\n"
    assert places("filename-date-mismatch", content, path="2024-01-05.md", fields=("baked.on",)) == [(3, 13, 3, 23)]
