import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "quotes": "---\ntitle: \"{{ title }}\"\ndate: '{% now %}'\n---\n",
    "inside a value": "---\ntitle: Rye by {{ author }}\nurl: /{{ slug }}/\n---\n",
    "a mapping": "---\ncover: {url: {a: b}}\nd: {}\ne: [{f: g}]\n---\n",
    "a mapping for a name": "---\na: {{b: c}: d}\n---\n",
    "in a block": "---\na: |\n  {{ b }}\n  {% c %}\n---\n",
    "another one's": "---\na: <%= b %>\nc: ${d}\n---\n",
    "in the body": "---\na: b\n---\n{{ c }}\n",
    "TOML": "+++\na = '{{ b }}'\n+++\n",
}
INVALID = {
    "alone": ("---\na: {{ b }}\n---\n", (2, 4, 2, 11), "warning", '---\na: "{{ b }}"\n---\n'),
    "quotes inside": ('---\na: {{ b "c" }}\n---\n', (2, 4, 2, 15), "warning", "---\na: '{{ b \"c\" }}'\n---\n"),
    "three braces": ("---\na: {{{ b }}}\n---\n", (2, 4, 2, 13), "warning", '---\na: "{{{ b }}}"\n---\n'),
    "an item": ("---\na: [面, {{ b }}]\n---\n", (2, 8, 2, 15), "warning", '---\na: [面, "{{ b }}"]\n---\n'),
    "a comment behind": ("---\na: {{ b }} # c\n---\n", (2, 4, 2, 11), "warning", '---\na: "{{ b }}" # c\n---\n'),
    "text behind": ("---\r\na: {{ b }} c\r\n---\r\n", (2, 4, 2, 13), "error", '---\r\na: "{{ b }} c"\r\n---\r\n'),
    "a tag": ("---\na: {% b %}\nc: d\n---\n", (2, 4, 2, 11), "error", '---\na: "{% b %}"\nc: d\n---\n'),
    "a line": ("---\na: b\n{% if c %}\n---\n", (3, 1, 3, 11), "error", None),
    "TOML's value": ("+++\na = {{ .B }}\n+++\n", (2, 5, 2, 13), "error", '+++\na = "{{ .B }}"\n+++\n'),
    "TOML's value, apostrophes": ("+++\na = {{ b 'c' }}\n+++\n", (2, 5, 2, 16), "error", None),
    "TOML's line": ("+++\na = 1\n{{ with b }}\n+++\n", (3, 1, 3, 13), "error", None),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unquoted-template", content) == []


@pytest.mark.parametrize(("content", "place", "severity", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], severity: str, repaired: str | None) -> None:
    (found,) = findings("unquoted-template", content)
    assert (tuple(found.span), found.severity) == (place, severity)
    assert fixed("unquoted-template", content) == (repaired or content)


@pytest.mark.parametrize("path", ["archetypes/a.md", "x/scaffolds/a.md", "my-templates/a.md", "{{ slug }}/a.md"])
def test_files_to_fill_in(path: str) -> None:
    for content, *_ in INVALID.values():
        assert Linter(Settings()).lint(Document(path, content)) == ()


def test_words() -> None:
    (found,) = findings("unquoted-template", "---\ntitle: {{ title }}\n---\n")
    assert found.message == "`{{ title }}` is a template's code without quotes"
    (found,) = findings("unquoted-template", "---\na: b\n{% if c %}\n---\n")
    assert found.message == "`{% if c %}` is a template's code, and no field"


def test_one_cause_one_finding() -> None:
    doc = Document("a.md", "---\ntitle: {{ title }}\ndate: {{ date }}\ntags: {% tags %}\n---\n")
    assert {f.rule for f in Linter(Settings(schema="hugo")).lint(doc)} == {"unquoted-template"}
