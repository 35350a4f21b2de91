import pytest

from mdlint.testing import findings, places

VALID = {
    "an object": '{"title": "a"}\n',
    "every kind of value": '{\n "a": [1, -2.5e3, true, null, {"b": {}}], "c": "\\ud83c\\udf5e"\n}\n\nText\n',
    "Liquid": "{% include a.html %}\n",
    "MDX": "{/* a comment */}\n",
    "text in braces": "{note} this\n",
}
INVALID = {
    "a comma behind the last field": ('{\n  "title": "a",\n}\n', (2, 15, 2, 16)),
    "a comma behind the last item": ('{\n  "tags": ["a", ]\n}\n', (2, 15, 2, 16)),
    "a comma alone": ('{\n  "tags": [,]\n}\n', (2, 12, 2, 13)),
    "a comma missing": ('{\n  "a": 1\n  "b": 2\n}\n', (3, 3, 3, 4)),
    "text that is not closed": ('{\n  "面包": "a\n}\n', (2, 9, 2, 10)),
    "a backslash": ('{"a": "C:\\dir"}\n', (1, 10, 1, 11)),
    "no end": ('{"a": 1', (1, 8, 1, 8)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("json-syntax", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("json-syntax", content) == [place]


def test_values_of_json_are_checked_in_their_place() -> None:
    (found,) = findings("empty-description", '{\n  "title": "a",\n  "description": ""\n}\n\n# b\n')
    assert (found.span.line, found.span.column, found.key_path) == (3, 18, ("description",))


def test_the_body_begins_behind_the_brace() -> None:
    (found,) = findings("placeholder-section", '{"title": "a"}\n\n## Questions\n\ncoming soon\n')
    assert found.span.line == 5
