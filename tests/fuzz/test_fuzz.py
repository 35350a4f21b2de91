"""What fuzzing found stays fixed, and a little of it each time."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.target import ANY_VARIANT, INPUTS, VARIANTS, check, corpus, seeds

FOUND = {name: (data, variant) for name, data, variant in corpus()}


@pytest.mark.parametrize(("data", "variant"), FOUND.values(), ids=list(FOUND))
def test_what_was_found(data: bytes, variant: int) -> None:
    check(data, variant)


@pytest.mark.parametrize("variant", range(len(VARIANTS)))
def test_seeds(variant: int) -> None:
    """Each with two variants; `run.py` tries them with all."""
    for data in seeds()[variant % 4 :: 4]:
        check(data, variant)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(INPUTS, ANY_VARIANT)
def test_any_bytes(data: bytes, variant: int) -> None:
    check(data, variant)
