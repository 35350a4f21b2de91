import pytest

from mdlint.testing import places

NOW = "2026-11-27T10:00:00Z"


@pytest.mark.parametrize(
    "fields",
    [
        "date: 2026-11-27",
        "pubDate: 2026-11-27T09:59:59Z",
        pytest.param("pubDate: 2026-11-27T23:00:00", id="somewhere it is that late already"),
        pytest.param("pubDate: 2026-11-28", id="in Samoa the day has begun"),
        pytest.param("pubDate: 2026-11-27T17:00:00+08:00", id="with an offset"),
        pytest.param("pubDate: 2030-01-01\ndraft: true", id="a draft"),
        pytest.param("pubDate: 2030-13-01", id="in no calendar"),
        pytest.param("pubDate: 05/06/2030", id="two readings"),
        pytest.param("pubDate: next year", id="no date"),
        pytest.param("pubDate: 2204-01-01", id="implausible"),
        pytest.param("expiryDate: 2030-01-01", id="another field"),
        pytest.param("pubDate: [2030-01-01]", id="a list"),
    ],
)
def test_valid(fields: str) -> None:
    assert places("future-date", f"---\n{fields}\n---\n", now=NOW) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("date: 2026-12-27", (2, 7, 2, 17)),
        ("pubDate: '2026-11-27T10:00:01Z'", (2, 10, 2, 32)),
        ("pubDate: 2026-11-27T19:00:00+08:00", (2, 10, 2, 35)),
        ("date:\n  created: December 24, 2026", (3, 12, 3, 29)),
    ],
)
def test_invalid(fields: str, place: tuple[int, int, int, int]) -> None:
    assert places("future-date", f"---\n{fields}\n---\n", now=NOW) == [place]


@pytest.mark.parametrize("generator", ["hugo", "jekyll"])
def test_held_back(generator: str) -> None:
    config = f'generator = "{generator}"'
    assert places("future-date", "---\ndate: 2030-01-01\n---\n", now=NOW, config=config) == []


def test_option() -> None:
    assert places("future-date", "---\nwhen: 2030-01-01\n---\n", now=NOW, fields=("when",)) == [(2, 7, 2, 17)]
