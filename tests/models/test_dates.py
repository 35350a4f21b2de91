"""Dates as each generator reads them; what is said of the others is in the tests of the models."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from mdlint.models.dates import go_date, javascript_date, ruby_date

DAY = dt.date(2024, 1, 5)
MOMENT = dt.datetime(2024, 1, 5, 10, 0, tzinfo=dt.UTC)

# Each as the generator's own parser answered: Node's `new Date`, Go's layouts in spf13/cast, Ruby's `Time.parse`.
READ: dict[Callable[[Any], Any], tuple[Any, ...]] = {
    javascript_date: (
        DAY,
        MOMENT,
        1704448800000,
        "2024",
        "2024-01-05",
        "2024-1-5 10:00",
        "2024/01/05",
        "9/23/2008",
        "Jun 19 2024",
        "19 June, 2024",
        "Fall 2024",
        "Wed, 19 Jun 2024 10:00:00 GMT",
        "Tue Jun 08 2021 00:00:00 GMT-0400 (Eastern Daylight Time)",
        "2015-11-17 16:16:01 -0600",
        "2017-02-29 11:00:00",
        "2024-01-05 10:00 PM",
    ),
    go_date: (
        DAY,
        MOMENT,
        None,
        "",
        1704448800,
        "2024-01-05",
        "2024-01-05T10:00:00",
        "2024-01-05T10:00:00Z",
        "2024-01-05T10:00:00.123+01:00",
        "2024-01-05T10:00:00-0700",
        "2024-01-05 10:00:00",
        "2024-01-05 10:00:00Z",
        "2024-01-05 10:00:00 +0100",
        "2024-01-05 10:00:00 +0100 CET",
        "05 Jan 2024",
        "Fri, 05 Jan 2024 10:00:00 GMT",
        "Fri, 05 Jan 2024 10:00:00 -0700",
        "05 Jan 24 10:00 GMT",
        "Friday, 05-Jan-24 10:00:00 GMT",
        "Fri Jan  5 10:00:00 2024",
        "Fri Jan  5 10:00:00 GMT 2024",
        "Fri Jan 05 10:00:00 -0700 2024",
    ),
    ruby_date: (DAY, MOMENT, None, 20240105, "2024-01-05", "2015-11-17 16:16:01 -0600", "5th of March", "May"),
}
NOT_READ: dict[Callable[[Any], Any], tuple[Any, ...]] = {
    javascript_date: (
        None,
        True,
        2024,
        3.5,
        [],
        {},
        "",
        " ",
        "soon",
        "January 5th, 2024",
        "2024年1月5日",
        "2024-01-05 at 10:00",
        "19 Jun 2024 Wed",
        "2024-W05",
        "2024-13-01",
        "<YYYY-MM-DD>",
    ),
    go_date: (
        True,
        3.5,
        [DAY],
        {"a": 1},
        "soon",
        "2024-01-05 10:00",
        "2024-01-05T10:00Z",
        "January 5, 2024",
        "2024/01/05",
        "05/01/2024",
        "5 January 2024",
    ),
    ruby_date: (True, 2024, 3.5, [], {}, "", "soon", "Monday"),
}


def cases(table: dict[Callable[[Any], Any], tuple[Any, ...]]) -> list[Any]:
    return [
        pytest.param(read, value, id=f"{read.__name__} {value}") for read, values in table.items() for value in values
    ]


@pytest.mark.parametrize(("read", "value"), cases(READ))
def test_read(read: Callable[[Any], Any], value: Any) -> None:
    assert read(value) == value


@pytest.mark.parametrize(("read", "value"), cases(NOT_READ))
def test_not_read(read: Callable[[Any], Any], value: Any) -> None:
    with pytest.raises(PydanticCustomError):
        read(value)
