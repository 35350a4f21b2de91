"""Comments that ask to ignore findings: which findings they keep quiet, in which files, for which rules."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from mdlint.diagnostic import PlacedFact
from mdlint.document import Document
from mdlint.files import Fixing
from mdlint.linter import Linter
from mdlint.project import judge, looking_up
from mdlint.rule import Fact, ProjectRule, Verdict
from mdlint.rules import Registry
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.site import Site
from mdlint.source import Source
from mdlint.testing import site_of

QUIET = {
    "at the end of the line": "title: ''  # mdlint: ignore[empty-title]\n",
    "on the line above": "# mdlint: ignore[empty-title]\ntitle: ''\n",
    "above other comments": "# mdlint: ignore[empty-title]\n# why\n\ntitle: ''\n",
    "several above": "# mdlint: ignore[empty-title]\n# mdlint: ignore[empty-tag]\ntitle: ''\ntags: [a]\n",
    "for the file": "title: ''\n# mdlint: ignore-file[empty-title]\n",
    "by the group": "title: ''  # mdlint: ignore[placeholder]\n",
    "all": "title: ''  # mdlint: ignore[all]\n",
    "everything": "title: ''  # mdlint: ignore\n",
    "behind another comment": "title: ''  # soon # mdlint: ignore[empty-title]\n",
    "with CRLF": "# mdlint: ignore[empty-title]\r\ntitle: ''\r\n",
    "below text in another script": "a: '日本語 🎉'\ntitle: ''  # mdlint: ignore[empty-title]\n",
    "in the list below the key": "tags:  # mdlint: ignore[empty-tag]\n  - a\n  - ''\n",
    "in the list, above the key": "# mdlint: ignore[empty-tag]\ntags:\n  - a\n  - ''\n",
    "at the item": "tags:\n  - a\n  - ''  # mdlint: ignore[empty-tag]\n",
    "above the item": "tags:\n  - a\n  # mdlint: ignore[empty-tag]\n  - ''\n",
    "in brackets": "tags: [a,  # mdlint: ignore[empty-tag]\n  '']\n",
    "behind brackets": "tags: [\n  a, '',\n]  # mdlint: ignore[empty-tag]\n",
    "between brackets": "tags: [\n  # mdlint: ignore[empty-tag]\n  '',\n]\n",
    "behind a text in quotes": "description: 'TO\n  DO'  # mdlint: ignore[placeholder-value]\n",
    "behind a plain text": "description: Your description\n  here # mdlint: ignore[placeholder-value]\n",
    "at the start of a block": "description: |  # mdlint: ignore[placeholder-value]\n  TODO\n",
    "behind an anchor": "description: &a  # mdlint: ignore[placeholder-value]\n  TODO\nb: *a\n",
    "in a nested field": "cover:  # mdlint: ignore[invalid-url]\n  url: ''\n  square: a.png\n",
    "in the first field of an item": "meta:\n  # mdlint: ignore[meta-entry]\n  - name: author\n",
    "a broken field": "title: a: b  # mdlint: ignore[yaml-syntax]\n",
    "in a field with a name of its own": "? title\n: ''  # mdlint: ignore[empty-title]\n",
}
LOUD = {
    "another rule": "title: ''  # mdlint: ignore[empty-tag]\n",
    "another line": "title: ''\ntags: [a]  # mdlint: ignore[empty-title]\n",
    "the line above the one above": "# mdlint: ignore[empty-title]\na: 1\ntitle: ''\n",
    "the line below": "title: ''\n# mdlint: ignore[empty-title]\n",
    "text in quotes": "title: ''\na: '# mdlint: ignore-file[empty-title]'\n",
    "text over lines": "title: ''\na: 'b\n  # mdlint: ignore-file[empty-title]'\n",
    "text of a block": "a: |\n  # mdlint: ignore[empty-title]\ntitle: ''\n",
    "text of a folded block": "a: >-\n  b\n  # mdlint: ignore-file[empty-title]\n\ntitle: ''\n",
    "part of a plain text": "title: ''\na: b# mdlint: ignore-file[empty-title]\n",
    "part of a key": "title: ''\n'# mdlint: ignore-file[empty-title]': b\n",
    "another field of the mapping": "cover:\n  square: a.png  # mdlint: ignore[empty-tag]\ntags: ['']\n",
    "an item that begins above": "tags:\n  - ''\n  - a  # mdlint: ignore[empty-tag]\n",
    "a misspelled rule": "title: ''  # mdlint: ignore[empty-titel]\n",
    "no brackets": "title: ''  # mdlint: ignore empty-title\n",
    "no comment": "title: ''\na: mdlint: ignore-file\n",
}
OWN = {"unused-ignore", "unknown-rule", "invalid-ignore", "blanket-ignore"}


def said(content: str, path: str = "post.md", **settings: object) -> set[str]:
    chosen = Settings(schema="post", **settings)  # type: ignore[arg-type]
    return {found.rule for found in run([Source(path, path, content.encode())], chosen).diagnostics}


@pytest.mark.parametrize("fields", QUIET.values(), ids=QUIET)
def test_quiet(fields: str) -> None:
    with_it = said(f"---\n{fields}---\n")
    without = said(f"---\n{fields.replace('mdlint:', 'others:')}---\n")
    assert len(without - with_it) == 1
    assert with_it - {"unused-ignore"} < without


@pytest.mark.parametrize("fields", LOUD.values(), ids=LOUD)
def test_loud(fields: str) -> None:
    with_it = said(f"---\n{fields}---\n")
    without = said(f"---\n{fields.replace('mdlint:', 'others:')}---\n")
    assert with_it - OWN == without


TOML = {
    "at the end of the line": 'title = ""  # mdlint: ignore[empty-title]\n',
    "without a space": 'title = ""# mdlint: ignore[empty-title]\n',
    "above": '# mdlint: ignore[empty-title]\ntitle = ""\n',
    "for the file": '# mdlint: ignore-file[empty-title]\ntitle = ""\n',
    "in an array": 'tags = [  # mdlint: ignore[empty-tag]\n  "a",\n  "",\n]\n',
    "in a table": '[cover] # mdlint: ignore[invalid-url]\nurl = ""\nsquare = "a.png"\n',
    "behind a long text": 'description = """\nTODO"""  # mdlint: ignore[placeholder-value]\n',
}


@pytest.mark.parametrize("fields", TOML.values(), ids=TOML)
def test_toml(fields: str) -> None:
    with_it = said(f"+++\n{fields}+++\n")
    without = said(f"+++\n{fields.replace('mdlint:', 'others:')}+++\n")
    assert len(without - with_it) == 1
    assert with_it < without


def test_one_of_several_tables() -> None:
    content = '+++\n[[meta]]  # mdlint: ignore[meta-entry]\nname = "a"\n[[meta]]\nname = "b"\n+++\n'
    found = run([Source("a.md", "a.md", content.encode())], Settings(select=("meta-entry",))).diagnostics
    assert [one.span.line for one in found] == [5]


QUIET_TEXTS = {
    "above a paragraph": "<!-- mdlint: ignore[empty-link] -->\nA\nb ![]()\n",
    "above a blank line": "<!-- mdlint: ignore[empty-link] -->\n\nA\nb ![]()\n",
    "above another comment": "<!-- mdlint: ignore[empty-link] -->\n<!-- mdlint: ignore[empty-tag] -->\n\n![]()\n",
    "at the end of the line": "A\nb ![]() <!-- mdlint: ignore[empty-link] -->\n",
    "within the line": "A <!-- mdlint: ignore[empty-link] --> b ![]()\n",
    "for the file": "![]()\n\n<!-- mdlint: ignore-file[empty-link] -->\n",
    "over lines": "<!--\n  mdlint: ignore[empty-link]\n-->\n\n![]()\n",
    "in MDX": "{/* mdlint: ignore[empty-link] */}\n\nA\nb ![]()\n",
    "in MDX without a blank line": "{/* mdlint: ignore[empty-link] */}\nA\nb ![]()\n",
    "in an item of a list": "- A\n  <!-- mdlint: ignore[empty-link] -->\n  b ![]()\n",
    "above a list": "<!-- mdlint: ignore[empty-link] -->\n- A\n- b ![]()\n",
    "above a heading": "<!-- mdlint: ignore[empty-link] -->\n## A\n\nb ![]()\n\nC\n",
    "above a heading and a blank line": "<!-- mdlint: ignore[empty-link] -->\n\n## A\nb ![]()\n",
    "above an underlined heading": "<!-- mdlint: ignore[empty-link] -->\n\nA\n---\n\n- b ![]()\n",
    "in a heading": "<!-- mdlint: ignore[empty-link] -->\n## A ![]()\n\n## B\n",
    "above a heading in MDX": "{/* mdlint: ignore[empty-link] */}\n\n## A\n\nb ![]()\n",
    "behind text in another script": "日本語 🎉\n\n<!-- mdlint: ignore[empty-link] -->\n![]()\n",
}
LOUD_TEXTS = {
    "above another block": "<!-- mdlint: ignore[empty-link] -->\nA\n\nb ![]()\n",
    "above a heading, further below": "<!-- mdlint: ignore[empty-link] -->\n\n## A\n\nB\n\n![]()\n",
    "above the heading of another section": "<!-- mdlint: ignore[empty-link] -->\n\n## A\n\n### B\n\n![]()\n",
    "another heading": "<!-- mdlint: ignore[empty-link] -->\n\n## A\n\n## B ![]()\n",
    "below": "![]()\n\n<!-- mdlint: ignore[empty-link] -->\n",
    "another line of the paragraph": "A <!-- mdlint: ignore[empty-link] -->\n![]()\n",
    "another line of the list": "- <!-- mdlint: ignore[empty-link] --> A\n- b ![]()\n",
    "code": "```html\n<!-- mdlint: ignore-file[empty-link] -->\n```\n\n![]()\n",
    "indented code": "A\n\n    <!-- mdlint: ignore-file[empty-link] -->\n\n![]()\n",
    "code in a line": "`<!-- mdlint: ignore-file[empty-link] -->` ![]()\n",
    "text": "mdlint: ignore-file[empty-link] ![]()\n",
    "a comment that never ends": "![]()\n\n<!-- mdlint: ignore-file[empty-link]\n",
    "a comment of the front matter": "# mdlint: ignore-file[empty-link]\n\n![]()\n",
}


@pytest.mark.parametrize("body", QUIET_TEXTS.values(), ids=QUIET_TEXTS)
def test_quiet_in_the_text(body: str) -> None:
    head = "---\ntitle: a\n---\n"
    assert "empty-link" not in said(head + body)
    assert "empty-link" in said(head + body.replace("mdlint:", "others:"))


@pytest.mark.parametrize("body", LOUD_TEXTS.values(), ids=LOUD_TEXTS)
def test_loud_in_the_text(body: str) -> None:
    assert "empty-link" in said("---\ntitle: a\n---\n" + body)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_section_is_ignored_above_its_heading(gap: str) -> None:
    content = f"---\ntitle: a\n---\n\n<!-- mdlint: ignore[placeholder-section] -->{gap}## QA\n\nTODO\n\n## B\n\n"
    assert not said(content + "Text\n") & {"placeholder-section", "unused-ignore"}
    assert "placeholder-section" in said(content + "TODO\n")
    assert "unused-ignore" in said(content.replace("TODO", "Text") + "Text\n")


def test_many_comments_above_one_field() -> None:
    comments = "# mdlint: ignore[empty-tag]\n" * 900 + "# why\n" * 20_000
    assert "empty-title" not in said(f"---\n# mdlint: ignore[empty-title]\n{comments}title: ''\n---\n")


def test_everything_in_the_file() -> None:
    assert said("---\n# mdlint: ignore-file\ntitle: ''\n---\n\n![]()\n") == set()


def test_what_is_missing_is_ignored_for_the_file() -> None:
    content = "---\ntitle: a\n---\n"
    assert "missing-field" in said(content)
    assert "missing-field" not in said(content.replace("---\n", "---\n# mdlint: ignore-file[missing-field]\n", 1))
    assert "missing-field" in said(content.replace("---\n", "---\n# mdlint: ignore[missing-field]\n", 1))
    assert "missing-field" not in said(content + "\n<!-- mdlint: ignore-file[missing-field] -->\n")


def test_json_is_ignored_from_the_text() -> None:
    content = '{"title": ""}\n\nA\n'
    assert "empty-title" in said(content)
    assert "empty-title" not in said(content + "\n<!-- mdlint: ignore-file[empty-title] -->\n")


def test_no_front_matter() -> None:
    assert "missing-front-matter" in said("Text\n")
    assert "missing-front-matter" not in said("<!-- mdlint: ignore-file[missing-front-matter] -->\nText\n")


def test_what_is_ignored_still_speaks_for_others() -> None:
    content = "---\ndescription: TODO{}\n---\n"
    assert "placeholder-value" in said(content.format(""))
    assert "description-length" not in said(content.format("  # mdlint: ignore[placeholder-value]"), detect=False)


def test_a_blanket_does_not_hide_that_it_is_not_needed() -> None:
    content = "---\ntitle: A fine title\ntags: [a]\n---\n\nText\n<!-- mdlint: ignore -->\n"
    assert "unused-ignore" in said(content)


def test_a_secret_that_is_ignored_stays_hidden() -> None:
    key = "ghp_" + "a1B2c3D4e5" * 3 + "f6G7h8"
    content = f"---\ntoken: {key}  # mdlint: ignore[secret, merge-key, empty-title, nothing]\n---\n"
    outcome = Linter(Settings()).examine(Document("a.md", content))
    assert "secret" not in {found.rule for found in outcome.diagnostics}
    assert [found.rule for found in outcome.diagnostics] == ["unknown-rule"]
    assert key not in repr(outcome)


class SameTitle(ProjectRule):
    """Two files have one title."""

    group = "bakery"

    def collect(self, doc: Document) -> Iterator[Fact]:
        if "title" in doc:
            yield Fact(("title",), doc.text_of("title"))

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        titles = [fact.value for fact in facts]
        for fact in facts:
            if titles.count(fact.value) > 1:
                yield Verdict(fact, "another file has this title")


def together(files: dict[str, str], *, is_complete: bool = True) -> set[tuple[str, str]]:
    linter = Linter(Settings(), Registry({"same-title": SameTitle}))
    outcomes = {path: linter.examine(Document(path, f"---\n{text}---\n")) for path, text in files.items()}
    facts = [fact for outcome in outcomes.values() for fact in outcome.facts]
    ignores = {path: outcome.ignores for path, outcome in outcomes.items()}
    judged = judge(facts, linter, site_of(files), looking_up(linter, lambda _: None), ignores, is_complete=is_complete)
    return {(found.path, found.rule) for found in judged}


COMMENT = "  # mdlint: ignore[same-title]\n"


def test_an_ignored_fact_speaks_for_other_files_only() -> None:
    assert together({"a.md": "title: a\n", "b.md": "title: a\n"}) == {("a.md", "same-title"), ("b.md", "same-title")}
    assert together({"a.md": "title: a" + COMMENT, "b.md": "title: a\n"}) == {("b.md", "same-title")}
    assert together({"a.md": "title: a # mdlint: ignore[bakery]\n", "b.md": "title: a\n"}) == {("b.md", "same-title")}
    assert together({"a.md": "title: a # mdlint: ignore\n", "b.md": "title: a\n"}) == {("b.md", "same-title")}


def test_an_ignored_fact_that_nobody_speaks_of() -> None:
    files = {"a.md": "title: a" + COMMENT, "b.md": "title: b\n"}
    assert together(files) == {("a.md", "unused-ignore")}
    assert together(files, is_complete=False) == set()
    assert together({"a.md": "tags: [a]" + COMMENT}, is_complete=False) == {("a.md", "unused-ignore")}


def test_outcomes_are_plain_data() -> None:
    import json

    text = "---\ntitle: ''  # mdlint: ignore[empty-title, empty-tag, nothing]\n---\n"
    (ignore,) = Linter(Settings()).examine(Document("a.md", text)).ignores
    assert json.loads(json.dumps(ignore.words)) == [
        ["empty-title", True, True],
        ["empty-tag", False, True],
        ["nothing", False, False],
    ]


def test_fixing_removes_what_is_not_needed() -> None:
    text = b"---\ntitle: Rye  # mdlint: ignore[empty-title]\ntags: [a, a]\n---\n"
    settings = Settings(select=("unused-ignore", "empty-title", "duplicate-tag"))
    report = run([Source("a.md", "a.md", text)], settings, fixing=Fixing())
    assert report.diagnostics == ()
    (fixed,) = report.fixed
    assert fixed.text == b"---\ntitle: Rye\ntags: [a]\n---\n"
    assert fixed.counts == {"duplicate-tag": 1, "unused-ignore": 1}


def test_a_fix_is_not_wanted() -> None:
    text = b"---\ntitle: Rye  # mdlint: ignore[empty-title, empty-tag]\n---\n"
    settings = Settings(select=("unused-ignore", "empty-title", "empty-tag"), unfixable=("suppression",))
    (found,) = run([Source("a.md", "a.md", text)], settings).diagnostics
    assert found.fix is None
    assert found.message == "there is nothing to ignore for `empty-title` and `empty-tag`"


@pytest.mark.parametrize("settings", [{"ignore": ("suppression",)}, {"per_file_ignores": {"*.md": ("unused-ignore",)}}])
def test_unused_comments_are_not_to_be_reported(settings: dict[str, Any]) -> None:
    text = b"---\ntitle: Rye  # mdlint: ignore[empty-title]\n---\n"
    assert run([Source("a.md", "a.md", text)], Settings(**settings)).diagnostics == ()
