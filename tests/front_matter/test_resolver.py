import datetime as dt
import math
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mdlint.front_matter.resolver import resolve

UTC = dt.UTC
moment = dt.datetime.fromisoformat


def zone(hours: int, minutes: int = 0) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours, minutes=minutes))


VALUES: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "nULL": "nULL", "None": "None",
    "true": True, "True": True, "FALSE": False, "tRUE": "tRUE",
    "yes": "yes", "No": "No", "on": "on", "OFF": "OFF", "y": "y", "n": "n",
    "0": 0, "7": 7, "+7": 7, "-7": -7, "012": 12, "08": 8, "0o14": 12, "0x1f": 31, "-0x1F": -31, "0b11": 3,
    "0o8": "0o8", "0xg": "0xg", "1_000": "1_000", "12:30": "12:30", "1,000": "1,000", "1 000": "1 000",
    "1.5": 1.5, "-1.5": -1.5, ".5": 0.5, "5.": 5.0, "1e3": 1000.0, "1E-3": 0.001, "123e-4": 0.0123, "1.10": 1.1,
    ".": ".", "-": "-", "+": "+", "-.": "-.", "e3": "e3", ".e3": ".e3", "1e": "1e", "1.2.3": "1.2.3", "--1": "--1",
    ".inf": math.inf, "-.INF": -math.inf, "+.Inf": math.inf, "inf": "inf", "1e999": math.inf,
    "٣": "٣", "1٣": "1٣", "２０": "２０", "9" * 4299: int("9" * 4299), "9" * 5000: "9" * 5000,
    "2024-01-05": dt.date(2024, 1, 5), "2024-1-5": "2024-1-5", "2024-02-30": "2024-02-30", "0000-00-00": "0000-00-00",
    "2024-13-01": "2024-13-01", "2024-01": "2024-01", "20240105": 20240105, "2024-W01-1": "2024-W01-1",
    "2024-01-٠5": "2024-01-٠5", "٢٠٢٤-01-05": "٢٠٢٤-01-05", "2024-01-0x": "2024-01-0x", "2024-01-05 ": "2024-01-05 ",
    "2024-01-05 10:00": "2024-01-05 10:00", "2024-01-05T10:00Z": "2024-01-05T10:00Z",
    "2024-01-05 10:00:00": moment("2024-01-05T10:00:00"), "2024-01-05t10:00:00": moment("2024-01-05T10:00:00"),
    "2024-1-5 1:02:03": moment("2024-01-05T01:02:03"), "2024-01-05 \t 10:00:00": moment("2024-01-05T10:00:00"),
    "2024-01-05T10:00:00Z": dt.datetime(2024, 1, 5, 10, tzinfo=UTC),
    "2024-01-05T10:00:00 Z": dt.datetime(2024, 1, 5, 10, tzinfo=UTC),
    "2024-01-05 10:00:00 +08:00": dt.datetime(2024, 1, 5, 10, tzinfo=zone(8)),
    "2024-01-05 10:00:00-5": dt.datetime(2024, 1, 5, 10, tzinfo=zone(-5)),
    "2024-01-05 10:00:00-03:30": dt.datetime(2024, 1, 5, 10, tzinfo=zone(-3, -30)),
    "2024-01-05 10:00:00 +0800": "2024-01-05 10:00:00 +0800", "2024-01-05 10:00:00 CET": "2024-01-05 10:00:00 CET",
    "2024-01-05 10:00:00.25": moment("2024-01-05T10:00:00.25"),
    "2024-01-05 10:00:00.": moment("2024-01-05T10:00:00"),
    "2024-01-05 10:00:00.1234567": moment("2024-01-05T10:00:00.123456"),
    "2024-01-05 24:00:00": "2024-01-05 24:00:00", "2024-01-05 10:00:00 +99": "2024-01-05 10:00:00 +99",
    "2024-02-30 10:00:00": "2024-02-30 10:00:00",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES.items(), ids=[text[:30] or "nothing" for text in VALUES])
def test_resolve(text: str, value: Any) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


def test_not_a_number() -> None:
    assert math.isnan(resolve(".nan"))


ZONES = st.none() | st.sampled_from([UTC, zone(8), zone(-3, -30)])
VALUES_WRITTEN_ALIKE = (
    st.integers(-(10**30), 10**30).map(str)
    | st.integers(0, 10**9).map(hex)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda number: f"{number:f}")
    | st.dates().map(str)
    | st.datetimes(timezones=ZONES).map(lambda moment: moment.replace(microsecond=0).isoformat())
    | st.datetimes(timezones=ZONES).map(lambda moment: moment.isoformat(" ", "milliseconds"))
    | st.sampled_from(["null", "~", "True", "false", ".inf", "-.inf"])
    | st.text("abcdeghijk _", min_size=1).map(str.strip)
)


@given(VALUES_WRITTEN_ALIKE)
def test_reads_as_pyyaml_where_the_dialects_agree(text: str) -> None:
    expected = yaml.safe_load(f"[{text}]")
    assert expected in ([resolve(text)], []) and type(resolve(text)) is type((expected or [None])[0])


@given(st.text(st.sampled_from("0123456789+-.:TtZ eExob_"), max_size=30))
def test_never_raises(text: str) -> None:
    value = resolve(text)
    assert value is None or isinstance(value, (str, int, float, dt.date))
