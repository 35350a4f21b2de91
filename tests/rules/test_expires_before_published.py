import pytest

from mdlint.testing import findings, places

VALID = {
    "after": "---\ndate: 2024-01-05\nexpiryDate: 2025-01-05\n---\n",
    "on the same day": "---\ndate: 2024-01-05\nexpiryDate: 2024-01-05\n---\n",
    "the day before, perhaps elsewhere": "---\ndate: 2024-01-05T01:00:00+08:00\nexpiryDate: 2024-01-04\n---\n",
    "not published": "---\nexpiryDate: 2020-01-05\n---\n",
    "not a date": "---\ndate: 2024-01-05\nexpiryDate: never\n---\n",
    "a change before": "---\nexpiryDate: 2024-01-05\nlastmod: 2025-01-05\n---\n",
    "other types": "---\ndate: [2024-01-05]\nexpiryDate: {}\nunpublishdate:\n---\n",
}
INVALID = {
    "days": ("---\ndate: 2024-01-05\nexpiryDate: 2023-12-31\n---\n", (3, 13, 3, 23)),
    "TOML": ("+++\nexpiryDate = 2023-12-31\npublishDate = 2024-01-05\n+++\n", (2, 14, 2, 24)),
    "CRLF": ("---\r\ntitle: 面包 🍞\r\ndate: 2024-01-05\r\nunpublishdate: '2023-12-31'\r\n---\r\n", (4, 16, 4, 28)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("expires-before-published", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("expires-before-published", content) == [place]


def test_message() -> None:
    [found] = findings("expires-before-published", INVALID["days"][0])
    assert found.message == "`expiryDate` is 2023-12-31, before `date`, 2024-01-05"


def test_options() -> None:
    content = "---\nopens: 2024-06-01\ncloses: 2024-05-20\n---\n"
    assert places("expires-before-published", content, published=("opens",), expires=("closes",)) == [(3, 9, 3, 19)]
