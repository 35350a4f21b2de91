from collections.abc import Iterator

import pytest

from mdlint.diagnostic import Finding, Span
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.rules.placeholder.empty_description import EmptyDescription
from mdlint.settings import Settings
from mdlint.testing import findings

POST = "---\ntitle: ''\ndescription: ''\n---\n"


@pytest.fixture
def _crashing(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(self: EmptyDescription, doc: Document) -> Iterator[Finding]:
        yield Finding(("title",), "before the crash")
        raise ValueError("no such oven")

    monkeypatch.setattr(EmptyDescription, "check", check)


@pytest.mark.usefixtures("_crashing")
def test_a_crash_names_the_rule_and_the_others_go_on() -> None:
    found = Linter(Settings()).lint(Document("post.md", POST))
    assert [(one.rule, one.severity) for one in found] == [("internal-error", "error"), ("empty-title", "error")]
    assert found[0].message == "the rule `empty-description` crashed on this file: ValueError: no such oven"
    assert found[0].span == Span(1, 1, 1, 1)


@pytest.mark.usefixtures("_crashing")
def test_ignored() -> None:
    settings = Settings(ignore=("internal-error",))
    assert [one.rule for one in Linter(settings).lint(Document("post.md", POST))] == ["empty-title"]


def test_no_content_is_an_internal_error() -> None:
    assert findings("internal-error", POST) == ()
