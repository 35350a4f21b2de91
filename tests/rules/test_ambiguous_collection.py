import pytest

from mdlint.testing import findings

TWO = "collections = [{name = 'blog', files = '*.md'}, {name = 'notes', %s}]"
VALID = {
    "another folder": TWO % "files = 'notes/'",
    "another value": TWO % "files = '*.md', when = {kind = 'note'}",
    "only one": "collections = [{name = 'blog', files = '*.md'}]",
    "none": "ignore = []",
}
INVALID = {
    "the same files": TWO % "files = '**/*.md'",
    "the same file by its fields": TWO % "when = ['title']",
}


@pytest.mark.parametrize("config", VALID.values(), ids=VALID)
def test_valid(config: str) -> None:
    assert findings("ambiguous-collection", "---\ntitle: a\n---\n", config=config) == ()


@pytest.mark.parametrize("config", INVALID.values(), ids=INVALID)
def test_invalid(config: str) -> None:
    (found,) = findings("ambiguous-collection", "---\ntitle: a\n---\n", config=config)
    assert found.message == "the file is claimed by the collections `blog` and `notes`"
    assert (found.span.line, found.span.column) == (1, 1)


def test_it_is_checked_as_one_of_the_first() -> None:
    config = "collections = [{name = 'a', files = '*', required = ['x']}, {name = 'b', files = '*', required = ['y']}]"
    found = findings("missing-field", "---\ntitle: a\n---\n", config=config)
    assert [f.message for f in found] == ["`x` is missing"]
