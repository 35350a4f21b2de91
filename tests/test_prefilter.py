"""A rule that is not asked about a file would have had nothing to say of it."""

import json
import re
import runpy
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint import rules, signs
from mdlint.document import Document
from mdlint.prefilter import Prefilter, needs_of
from mdlint.rule import ProjectRule, Rule
from mdlint.rules.date.impossible_date import ImpossibleDate
from mdlint.rules.tag.too_many_tags import TooManyTags
from mdlint.signs import Signs
from mdlint.testing import Example, examples

WORDS = ("a", "ab", "b\n", "\n#", "é", "面包", "{{", "🍞")


@pytest.mark.parametrize("many", [1, 10_000], ids=["at once", "one by one"])
@given(texts=st.lists(st.text(st.sampled_from("ab\n#é面包{🍞x")), min_size=2, max_size=6))
def test_signs(many: int, texts: list[str], monkeypatch_module: pytest.MonkeyPatch) -> None:
    monkeypatch_module.setattr(signs, "_MANY", many)
    found = Signs((word, 1 << bit) for bit, word in enumerate(WORDS))
    for text in texts:
        assert found.found_in(text.encode()) == sum(1 << bit for bit, word in enumerate(WORDS) if word in text)


@pytest.fixture(scope="module")
def monkeypatch_module() -> pytest.MonkeyPatch:
    return pytest.MonkeyPatch()


BAD = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in rules.load_all()
    for number, example in enumerate(examples(rule))
    if example.kind == "Bad" and not example.config and rule.name not in rules.REPORTED
]


def prefilter(members: Iterable[Rule]) -> Prefilter:
    by_name = {rule.name: rule for rule in members}
    return Prefilter({name: needs_of(rule) for name, rule in by_name.items()})


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_examples_are_asked_about(rule: type[Rule], example: Example) -> None:
    doc = Document.from_bytes(example.path, example.data)
    assert rule.name in prefilter([rule()]).rules_for([doc])[0]


def _texts(value: object) -> Iterator[str | bytes]:
    """The contents of files in a table of cases."""
    if isinstance(value, str | bytes):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, tuple | list):
        yield from (text for item in value for text in _texts(item))


TABLES = sorted((Path(__file__).parent / "rules").glob("test_*.py"))
RULES = [rule() for rule in rules.load_all() if rule.name not in rules.REPORTED]
PREFILTER = prefilter(RULES)
GENERATORS = (None, "astro", "hugo", "jekyll")


def unasked_that_speak(doc: Document) -> list[str]:
    """The rules that would have something to say of a document, although nobody asks them."""
    asked = set(PREFILTER.rules_for([doc])[0])
    unasked = [rule for rule in RULES if rule.name not in asked]
    applying = [rule for rule in unasked if rule.applies(doc, has_schema=True) or rule.applies(doc, has_schema=False)]
    return [rule.name for rule in applying if _speaks(rule, doc)]


def _speaks(rule: Rule, doc: Document) -> bool:
    said: Iterator[object] = rule.collect(doc) if isinstance(rule, ProjectRule) else rule.check(doc)
    try:
        return any(True for _ in said)
    except (ValueError, IndexError):  # a rule may rely on what it needs
        return False


@pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])
def test_no_case_of_any_rule_is_missed(table: Path) -> None:
    for text in dict.fromkeys(_texts(runpy.run_path(str(table)))):
        data = text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
        for generator in GENERATORS[:2]:
            assert unasked_that_speak(Document.from_bytes("post.md", data, None, generator)) == []


FIELDS = sorted({field.partition(".")[0] for rule in RULES for field in rule.needs().fields} | {"draft", "bread"})
AWKWARD = (
    "", "bread", "Bread!!", "RYE BREAD IS GOOD FOR YOU", "2024-02-30", "2024-01-05 10:00", "2024-01-05T10:00:00Z",
    "2025-12-31T23:00:00-14:00", "1989-12-31", "2051-01-01", "1/2/2024", "2024-1-5", "2024-01-05T25:00:00+00:00",
    "2023-02-29", "0123", "1:30", "1_000", "0x1F", "1.10", "1e3", "12345678901234567", "yes", "Off", "-5", "~", "null",
    "None", "N/A", "todo", "TBD", "Add a title", "keyword1", "tag1", "John Doe", "a, b", "a，b", "#a #b", "['a', 'b']",
    "/images/rye.jpg", "/a/../../b.jpg", "/%2e%2E/b.jpg", "~/Pictures/b.png", "@/../../../x.astro", "/home/ada/Desktop/x.png",
    "http://a.test/b.jpg", "https:/a.test", "www.a.test/b", "https://github.com/a/b/blob/main/c.png", "https://a.test/b.pdf",
    "https://a.test/b.pdf?c=d", "rye.md", "![a](b)", "C:\\\\a.png", " bread ", "rye  bread", "Rye bread ", "a" * 36, "é" * 40,
    "面包" * 20, "words " * 30, "words " * 15 + "...", "words " * 15 + "… read more", "words " * 9 + "wo", "a\nb", "-", "C-", "C_",
)  # fmt: skip
SCALARS = st.sampled_from(AWKWARD) | st.text(st.sampled_from("0123456789-:TZ+ ./é,'\"a"), max_size=25)
VALUES = (
    SCALARS
    | st.lists(SCALARS, max_size=12)
    | st.dictionaries(st.sampled_from(("name", "url", "alt", "date", "created", "square", "content")), SCALARS, max_size=3)
    | st.lists(st.fixed_dictionaries({"name": SCALARS, "content": SCALARS}), max_size=3)
    | st.sampled_from((None, True, False, 0, 12, 1.5, [None], [1, "a"], [["a"]], [{"name": "author"}]))
)  # fmt: skip
BODIES = st.lists(
    st.sampled_from((
        "# Bread", "## Rye", "Draft", "TODO", "Coming soon", "", "```", "~~~", "===", "text", "[a]()", "TODO: ask Ada", "> Draft",
        "# Paper ID", "2401.00001", "# Authors", "Ada", "    code", "<div>", "*draft*", "....", "Draft: do not publish",
    )),
    max_size=8,
)  # fmt: skip


def _plain(value: object) -> str:
    """A value as an author may write it: texts without quotes, where that is possible."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_plain(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    is_plain = isinstance(value, str) and re.fullmatch(r"[\w.][\w.:/+ -]*(?<![: ])", value) and ": " not in value
    return value if is_plain else json.dumps(value)  # type: ignore[return-value]


@pytest.mark.parametrize("field", ["date", "tags", "cover", "title", "description", "author", "layout", "draft"])
def test_no_awkward_value_is_missed(field: str) -> None:
    for word in AWKWARD:
        for value in (_plain(word), json.dumps(word), f"[{_plain(word)}, rye]"):
            doc = Document("post.md", f"---\n{field}: {value}\n---\n")
            assert unasked_that_speak(doc) == []


@given(
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8),
    BODIES,
    st.sampled_from(GENERATORS),
    st.sampled_from((json.dumps, _plain)),
)
def test_nothing_is_missed(
    fields: dict[str, object], body: list[str], generator: str | None, written: Callable[[object], str]
) -> None:
    head = "".join(f"{name}: {written(value)}\n" for name, value in fields.items())
    doc = Document("post.md", "\n".join((f"---\n{head}---", *body, "")), generator=generator)
    assert unasked_that_speak(doc) == []


def test_a_look_knows_the_defaults_only() -> None:
    doc = Document("post.md", "---\nday: 2024-02-30\ntags: [a, b, c]\n---\n")
    asked = set(prefilter([ImpossibleDate(fields=("day",)), TooManyTags(most=2)]).rules_for([doc])[0])
    assert asked == {"impossible-date", "too-many-tags"}
