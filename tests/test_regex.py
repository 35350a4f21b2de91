"""A pattern that is compiled later is what `re.compile` gives."""

import re

import pytest

from mdlint import regex as module
from mdlint.regex import regex


@pytest.mark.parametrize("method", module._METHODS[:5])
def test_finds_the_same(method: str) -> None:
    later, now = regex(r"(?P<grain>r\w+)", re.IGNORECASE), re.compile(r"(?P<grain>r\w+)", re.IGNORECASE)
    for text in ("Rye", "", "spelt or rye", "spelt"):
        for _ in range(2):  # the first use compiles it
            assert repr(_plain(getattr(later, method)(text))) == repr(_plain(getattr(now, method)(text)))


def _plain(found: object) -> object:
    return found if found is None or isinstance(found, list | re.Match) else list(found)  # type: ignore[call-overload]


def test_changes_texts_and_has_attributes() -> None:
    pattern = regex(r"\s+")
    assert (pattern.pattern, pattern.flags, pattern.groups) == (r"\s+", re.compile("").flags, 0)
    assert pattern.sub(" ", "rye \n bread") == "rye bread"
    assert pattern.split("rye  bread") == ["rye", "bread"]
    assert regex(rb"\d").search(b"a1") is not None


def test_is_compiled_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")
