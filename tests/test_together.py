"""Files that are examined together get what each gets alone."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdlint import rules
from mdlint.diagnostic import Finding, Outcome
from mdlint.document import Document
from mdlint.files import examine_each
from mdlint.linter import Linter
from mdlint.rule import Rule
from mdlint.said import outcome_of
from mdlint.settings import Collection, Settings
from mdlint.source import Source
from mdlint.testing import examples

SITE = {
    "posts/a.md": "---\ntitle: Rye bread\ntags: [rye, rye]\n---\n# Rye\n",
    "posts/b.md": "---\ntitle: ''\nday: 30/02/2024\n---\n",
    "notes/c.md": "---\ntitle: Oats\ntags: oats\n---\n\n## QA\n\nComing soon\n",
    "notes/d.md": "Text\n",
    "e.md": "---\ntitle: ''  # mdlint: ignore[empty-title]\n---\n",
}
EXAMPLES = {
    f"{rule.name}/{number}.md": example.data
    for rule in rules.load_all()
    for number, example in enumerate(examples(rule))
    if not example.config
}


def alone(linter: Linter, docs: list[Document]) -> list[Outcome]:
    return [linter.examine(doc) for doc in docs]


@pytest.mark.parametrize("schema", [None, "post"])
def test_examples(schema: str | None) -> None:
    linter = Linter(Settings(schema=schema, select=("all",)))
    docs = [Document.from_bytes(path, data) for path, data in EXAMPLES.items()]
    assert linter.examine_all(docs) == alone(linter, docs)


def test_nothing_is_left_over() -> None:
    """Neither files nor what was thought of them wait for the garbage collector, which looks at everything that is there."""
    linter = Linter(Settings(select=("all",)))
    sources = [Source(path, path, data=data) for path, data in EXAMPLES.items()]
    list(examine_each(sources, linter))  # what is imported leaves something
    gc.collect()
    gc.disable()
    try:
        list(examine_each(sources, linter))
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0


def test_collections() -> None:
    """Also where collections that share a file are between the others."""
    settings = Settings(
        collections=(
            Collection("posts", ("posts/**",), {}, Settings(schema="post")),
            Collection("notes", ("notes/**", "posts/b.md"), {}, Settings(select=("tag", "ambiguous-collection"))),
        )
    )
    linter = Linter(settings)
    docs = [Document(path, text) for path, text in SITE.items()]
    outcomes = linter.examine_all(docs)
    assert outcomes == alone(linter, docs)
    assert [bool({"ambiguous-collection"} & {d.rule for d in outcome.diagnostics}) for outcome in outcomes] == [
        path == "posts/b.md" for path in SITE
    ]


class Fragile(Rule):
    """Crashes on oats."""

    group = "ours"

    def check(self, doc: Document) -> Iterator[Finding]:
        yield Finding(("title",), "a title")
        if "Oats" in doc.text:
            raise RuntimeError("oats")


def test_a_crash_on_one_of_them(tmp_path: Path) -> None:
    """Of a rule, its other documents and other rules are not concerned."""
    (tmp_path / "ours.py").write_text("from tests.test_together import Fragile\nRULES = [Fragile]\n")
    linter = Linter(
        Settings(root=str(tmp_path), plugins=("ours.py",), select=("fragile", "empty-title", "internal-error"))
    )
    docs = [Document(path, text) for path, text in SITE.items()]
    said = [[diagnostic.rule for diagnostic in outcome.diagnostics] for outcome in linter.examine_all(docs)]
    assert said == [["fragile"], ["empty-title", "fragile"], ["internal-error"], ["fragile"], ["fragile"]]


def test_a_crash_of_all_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is nobody's own fault, the file that brings it about is found."""
    read = Document.read

    def crash(path: str, data: bytes, settings: Settings) -> Document:
        if b"Oats" in data:
            raise RuntimeError("oats")
        return read(path, data, settings)

    monkeypatch.setattr(Document, "read", crash)
    sources = []
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
        sources.append(Source(str(tmp_path / path), path))
    sources.insert(1, Source(str(tmp_path / "missing.md"), "missing.md"))
    examined = examine_each(sources, Linter(Settings(select=("empty-title", "internal-error", "unreadable-file"))))
    said = [outcome_of(source.shown, one.said) for source, one in zip(sources, examined, strict=True)]
    assert [[diagnostic.rule for diagnostic in outcome.diagnostics] for outcome in said] == [
        [],
        ["unreadable-file"],
        ["empty-title"],
        ["internal-error"],
        [],
        [],
    ]
