import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "text": '+++\ntitle = "a"\n+++\n',
    "every kind of value": "+++\na = 1\nb = 2024-01-05 10:00:00\nc = ['x', {y = 1}]\nd = '''\nx\n'''\n[e.f]\ng = true\n[[h]]\n+++\n",
    "YAML": "---\ntitle = a\n---\n",
    "a Windows file": '+++\r\ntitle = "a"\r\n+++\r\n',
}
INVALID = {
    "text without quotes": ("+++\ntitle = Hello\n+++\n", (2, 9, 2, 14)),
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


VALUES: dict[str, tuple[str, str, str]] = {
    "True": ("`a` is `True`, which TOML does not know", "write `true`", "true"),
    "yes": ("`a` is `yes`, which TOML does not know", "write `true`, or put double quotes around it if it is text", ""),
    "None": ("`a` is `None`, which TOML does not know", "remove the field, or write what belongs there", ""),
    "": ("`a` has no value", 'write one, `""` for an empty text, or remove the field', ""),
    "Rye: a bread": ("`a` is text without quotes", "put double quotes around it", '"Rye: a bread"'),
    "黑麦 # dark": ("`a` is text without quotes", "put double quotes around it", '"黑麦" # dark'),
    "“rye”": ("the quotes around `a` are curly ones", "write straight quotes", '"rye"'),
    "07": ("`a` is `07`, and no number in TOML starts with a zero", 'write `7`, or `"07"` if the zeros belong to it', ""),
    "2024-02-30": (
        "`a` is `2024-02-30`, which is no date in TOML",
        "write a date that exists, as `2024-01-05` or `2024-01-05T10:00:00+02:00`", "",
    ),
    "12px": ("`a` is `12px`, which TOML does not know", "put quotes around it if it is text", ""),
    '"rye", "oat"': ("`a` has several values", 'write a list: `["rye", "oat"]`', ""),
    '"The "best" rye"': (
        "`a` holds a quote that ends its value too early",
        r'write `\"` for a quote inside double quotes', "'The \"best\" rye'",
    ),
    "'It's rye'": ("`a` holds a quote that ends its value too early", "put double quotes around the value", '"It\'s rye"'),
    '"It\'s the "best""': (
        "`a` holds a quote that ends its value too early", r'write `\"` for a quote inside double quotes', "",
    ),
    '"rye" bread': ("this is not valid TOML: more text follows behind the value", "", ""),
    r'"C:\d"': (
        "this is not valid TOML: this backslash starts no valid escape", "use single quotes, or write two backslashes", "",
    ),
    "[rye, oat]": (
        "this is not valid TOML: the value is no number, date, boolean or text in quotes", "put double quotes around it", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("value", "said"), VALUES.items(), ids=VALUES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_cause_is_named(value: str, said: tuple[str, str, str], end: str) -> None:
    content = f"+++\na = {value}\nb = 1\n+++\n".replace("\n", end)
    (found,) = findings("toml-syntax", content)
    assert (found.message, found.hint) == said[:2]
    assert fixed("toml-syntax", content) == (content.replace(value, said[2]) if said[2] else content)


def test_other_fields_are_still_checked() -> None:
    content = '+++\ntitle = ""\nauthor = Ada\n[extra]\nmath = True\ncolor = red\n+++\n'
    assert places("empty-title", content) == [(2, 9, 2, 11)]
    assert places("toml-syntax", content) == [(3, 10, 3, 13), (5, 8, 5, 12), (6, 9, 6, 12)]
    assert places("missing-field", content, config='required = ["author", "date"]') == [(1, 1, 1, 4)]
    assert fixed("toml-syntax", content) == (
        '+++\ntitle = ""\nauthor = "Ada"\n[extra]\nmath = true\ncolor = "red"\n+++\n'
    )


def test_text_over_lines_is_no_entry() -> None:
    content = '+++\na = """\nb = yes\n"""\nc = [\n  d = no\n]\n+++\n'
    (found,) = findings("toml-syntax", content)
    assert found.span.line == 6
