"""A rule that is not asked about a file would have had nothing to say of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint import rules, signs
from mdlint.document import Document
from mdlint.prefilter import Prefilter
from mdlint.rule import Rule
from mdlint.signs import Signs
from mdlint.testing import Example, examples

WORDS = ("a", "ab", "b\n", "\n#", "é", "面包", "{{", "🍞")


@pytest.mark.parametrize("many", [1, 10_000], ids=["at once", "one by one"])
@given(texts=st.lists(st.text(st.sampled_from("ab\n#é面包{🍞x")), min_size=2, max_size=6))
def test_signs(many: int, texts: list[str], monkeypatch_module: pytest.MonkeyPatch) -> None:
    monkeypatch_module.setattr(signs, "_MANY", many)
    found = Signs((word, 1 << bit) for bit, word in enumerate(WORDS))
    for text in texts:
        assert found.found_in(text) == sum(1 << bit for bit, word in enumerate(WORDS) if word in text)


@pytest.fixture(scope="module")
def monkeypatch_module() -> pytest.MonkeyPatch:
    return pytest.MonkeyPatch()


BAD = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in rules.load_all()
    for number, example in enumerate(examples(rule))
    if example.kind == "Bad" and not example.config and rule.name not in rules.REPORTED
]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_examples_are_asked_about(rule: type[Rule], example: Example) -> None:
    doc = Document.from_bytes(example.path, example.data)
    assert rule.name in {asked.name for asked in Prefilter([rule()]).rules_for(doc)}
