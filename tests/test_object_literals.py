"""What is read of a configuration in JavaScript, which is never run."""

from typing import Any

import pytest

from mdlint.locating.object_literals import COMPUTED, SPREAD, object_literals

CASES: dict[str, tuple[str, dict[tuple[str, ...], dict[str, Any]]]] = {
    "values": (
        "x = {a: 'one', b: \"two\", 'c': `three`, d: true, e: false, f: null, g: undefined, h: 1}",
        {(): {"a": "one", "b": "two", "c": "three", "d": True, "e": False, "f": None, "h": COMPUTED}},
    ),
    "what only running it would tell": (
        "x = {a: 'one' + two, b: name, c: call('x'), d: `${x}`, e: 'it\\'s', f: a ? 'b' : 'c', g, ...more, h() {}}",
        {(): {**dict.fromkeys("abcdefgh", COMPUTED), "more": COMPUTED, SPREAD: COMPUTED}},
    ),
    "keys": ("a: {b: {c: 'd'}}, e: {}", {("b",): {"c": "d"}, (): {}}),
    "objects in objects": (
        "{a: {b: {c: 'd'}}}",
        {("b", "a"): {"c": "d"}, ("a",): {"b": COMPUTED}, (): {"a": COMPUTED}},
    ),
    "lists": (
        "{a: ['one', {b: 'c'}], d: ['e', {}]}",
        {("one", "a"): {"b": "c"}, ("e", "d"): {}, (): {"a": COMPUTED, "d": COMPUTED}},
    ),
    "brackets around an object": (
        "{a: [require.resolve('one'), /** @type {import('x').Y} */ ({b: 'c'})]}",
        {("one", "a"): {"b": "c"}, (): {"a": COMPUTED}},
    ),
    "comments": (
        "{a: 'b', // c: 'd'\n/* e: 'f', */ g: 'https://h', // {\n i: 'j',}",
        {(): {"a": "b", "g": "https://h", "i": "j"}},
    ),
    "TypeScript": (
        "import type * as Preset from 'preset'; const a: Config = {b: ['c', {d: 'e'} satisfies Preset.Options] as const}",
        {("c", "b"): {"d": "e"}, (): {"b": COMPUTED}},
    ),
    "brackets that close nothing": ("}]){a: 'b'}", {(): {"a": "b"}}),
    "brackets that are not closed": ("{a: ['b', {c: 'd'}", {("b", "a"): {"c": "d"}}),
    "text that is not closed": ("{a: 'b\n, c: 'd'}", {(): {"a": "", "c": "d"}}),
    "nothing": ("", {}),
}  # fmt: skip


@pytest.mark.parametrize(("code", "found"), CASES.values(), ids=CASES)
def test_literals(code: str, found: dict[tuple[str, ...], dict[str, Any]]) -> None:
    assert {one.owners: dict(one.options) for one in object_literals(code)} == found


def test_depth() -> None:
    assert list(object_literals("{" * 50_000 + "}" * 50_000)) == []


@pytest.mark.parametrize("code", ["/*", "'\\", "`\\", "{", "[", "{a:", "((", "\\", "...", "'\\'"])
def test_much_of_it(code: str) -> None:
    """It takes time in proportion to the text, and no stack."""
    assert len(list(object_literals(code * 100_000))) == 0
