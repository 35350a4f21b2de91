import pytest
from mdlint_bakery import HeatWithoutUnit

from mdlint.testing import check_examples, fixed, places


def test_the_examples_in_its_documentation() -> None:
    check_examples(HeatWithoutUnit)


@pytest.mark.parametrize("oven", ["220 °C", "'220'", "hot", "true", ""])
def test_valid(oven: str) -> None:
    assert places(HeatWithoutUnit, f"---\noven: {oven}\n---\n") == []


@pytest.mark.parametrize(("oven", "place"), [("220", (2, 7, 2, 10)), ("428.5", (2, 7, 2, 12))])
def test_invalid(oven: str, place: tuple[int, int, int, int]) -> None:
    assert places(HeatWithoutUnit, f"---\noven: {oven}\n---\n") == [place]


def test_the_unit_can_be_chosen() -> None:
    assert fixed(HeatWithoutUnit, "---\noven: 428\n---\n", unit="°F") == "---\noven: 428 °F\n---\n"
