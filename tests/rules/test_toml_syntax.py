import pytest

from mdlint.testing import findings, places

VALID = {
    "text": '+++\ntitle = "a"\n+++\n',
    "every kind of value": "+++\na = 1\nb = 2024-01-05 10:00:00\nc = ['x', {y = 1}]\nd = '''\nx\n'''\n[e.f]\ng = true\n[[h]]\n+++\n",
    "YAML": "---\ntitle = a\n---\n",
    "a Windows file": '+++\r\ntitle = "a"\r\n+++\r\n',
}
INVALID = {
    "text without quotes": ("+++\ntitle = Hello\n+++\n", (2, 9, 2, 10)),
    "behind other fields, in CJK": ('+++\n标题 = "面包"\n+++\n', (2, 1, 2, 2)),
    "a key twice": ("+++\na = 1\n\na = 2\n+++\n", (4, 1, 4, 2)),
    "a Windows file": ('+++\r\nb = "x"\r\na = 面\r\n+++\r\n', (3, 5, 3, 6)),
    "text that is not closed": ('+++\ntitle = "a\n+++\n', (2, 9, 2, 10)),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("toml-syntax", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("toml-syntax", content) == [place]


def test_values_of_toml_are_checked_in_their_place() -> None:
    content = "+++\ntitle = 'a'\n[cover]\nurl = 'htps://a.test-site.org/b.jpg'\n+++\n"
    (found,) = findings("invalid-url", content)
    assert (found.span.line, found.span.column, found.key_path) == (4, 7, ("cover", "url"))


def test_yaml_between_the_fences_of_toml() -> None:
    (found,) = findings("toml-syntax", "+++\ntitle: Rye bread\n+++\n")
    assert (found.span.column, found.hint[:26]) == (6, "write `=` instead of `:`; ")


def test_what_a_program_fills_in() -> None:
    content = '+++\ntitle = "{{ replace .Name "-" " " | title }}"\n+++\n'
    assert places("toml-syntax", content, path="archetypes/default.md") == []
    assert len(places("toml-syntax", content, path="content/rye.md")) == 1
