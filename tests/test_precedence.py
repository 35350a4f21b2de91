"""One cause, one finding: the table of what keeps quiet where something else says it better."""

import pytest

from mdlint import rules
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.precedence import SILENCES
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.source import Source
from mdlint.testing import examples, site_of
from tests.models.test_post import POST

CASES = {
    "tags-not-a-list over wrong-type": ("tags: [bread, rye]", "tags: bread, rye", "tags-not-a-list"),
    "invalid-url over invalid-value": ("https://images.test-site.org/bread.jpg", "htps://images.test-site.org/bread.jpg", "invalid-url"),
    "meta-entry over missing-field": ("theme: light", "meta: [{name: robots}]", "meta-entry"),
    "empty-title over invalid-value": ("title: Rye bread", "title: ''", "empty-title"),
    "empty-description over wrong-type": (
        "description: How to bake rye bread in an oven that does not close.",
        "description:",
        "empty-description",
    ),
    "unknown-tag over empty-title": ("title: Rye bread", "title: !!python/name:os.system", "unknown-tag"),
    "unknown-tag over wrong-type": ("[bread, rye]", "!bread", "unknown-tag"),
    "empty-tag over invalid-item": ("[bread, rye]", "[bread, null]", "empty-tag"),
    "description-equals-title over description-length": (
        "description: How to bake rye bread in an oven that does not close.",
        "description: Rye bread",
        "description-equals-title",
    ),
    "truncated-description over description-length": (
        "description: How to bake rye bread in an oven that does not close.",
        f"description: {'Rye bread needs time and an oven. ' * 6}And then…",
        "truncated-description",
    ),
    "non-string-tag over invalid-item": ("[bread, rye]", "[bread, 2024]", "non-string-tag"),
    "non-string-tag over lossy-number": ("[bread, rye]", "[bread, 1.10]", "non-string-tag"),
    "shredded-tags over duplicate-tag": ("[bread, rye]", "[r, y, e, ' ', b, r, e, a, d, ' ', r, y]", "shredded-tags"),
    "impossible-date over invalid-value": ("2024-01-05T10:00:00Z", "'2024-02-31'", "impossible-date"),
    "non-iso-date over invalid-value": ("2024-01-05T10:00:00Z", "Jan 05 2024", "non-iso-date"),
    "ambiguous-date over invalid-value": ("2024-01-05T10:00:00Z", "05/06/2024", "ambiguous-date"),
    "implausible-year over updated-before-published": (
        "theme: light",
        "updatedDate: 1970-01-01",
        "implausible-year",
    ),
    "misspelled-field over missing-field and unknown-field": ("title:", "titel:", "misspelled-field"),
    "stringified-collection over tags-not-a-list": ("[bread, rye]", "\"['bread', 'rye']\"", "stringified-collection"),
    "stringified-collection over wrong-type": (
        "theme: light",
        "meta: \"[{'name': 'robots', 'content': 'all'}]\"",
        "stringified-collection",
    ),
    "lorem-ipsum over description-length": (
        "description: How to bake rye bread in an oven that does not close.",
        "description: Lorem ipsum dolor sit amet",
        "lorem-ipsum",
    ),
    "unrendered-template over invalid-value": ("2024-01-05T10:00:00Z", "'{{ date }}'", "unrendered-template"),
    "unrendered-template over dummy-author": ("author: Ada\n", "author: '{{ author }}'\n", "unrendered-template"),
    "dummy-image over placeholder-url": (
        "https://images.test-site.org/bread.jpg",
        "https://via.placeholder.com/150",
        "dummy-image",
    ),
    "stringified-object over invalid-value": ("2024-01-05T10:00:00Z", "Invalid Date", "stringified-object"),
    "stringified-object over wrong-type": ("title: Rye bread", "title: [object Object]", "stringified-object"),
    "dummy-author over meta-conflict": (
        "author: Ada\n",
        "author: John Doe\nmeta: [{name: author, content: Ada Lindqvist}]\n",
        "dummy-author",
    ),
    "derived-placeholder over meta-conflict": (
        "theme: light",
        "keywords: not provided\nmeta:\n- {name: keywords, content: 'bread, rye'}",
        "derived-placeholder",
    ),
    "script-injection over invalid-url": (
        "https://images.test-site.org/bread.jpg",
        "javascript:track()",
        "script-injection",
    ),
    "numbered-placeholder over meta-conflict": (
        "theme: light",
        "keywords: key1, key2\nmeta:\n- {name: keywords, content: 'bread, rye'}",
        "numbered-placeholder",
    ),
    "api-response over wrong-type": ("theme: light", 'keywords: {"object": "chat.completion"}', "api-response"),
    "assistant-refusal over description-length": (
        "description: How to bake rye bread in an oven that does not close.",
        "description: I cannot assist with that.",
        "assistant-refusal",
    ),
    "fence-in-value over description-length": (
        "description: How to bake rye bread in an oven that does not close.",
        "description: '```How to bake.```'",
        "fence-in-value",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), CASES.values(), ids=CASES)
def test_one_cause_one_finding(old: str, new: str, rule: str) -> None:
    assert old in POST
    doc = Document("post.md", POST.replace(old, new, 1))
    assert [f.rule for f in Linter(Settings(schema="post")).lint(doc)] == [rule]
    assert Linter(Settings(schema="post", ignore=(rule,))).lint(doc) == ()


def test_text_that_is_no_date_to_the_generator() -> None:
    doc = Document("post.md", POST.replace("2024-01-05T10:00:00Z", "2024-01-05 10:00", 1), generator="astro")
    found = Linter(Settings(schema="post", generator="astro", fields={"pubDate": {"type": "date"}})).lint(doc)
    assert [f.rule for f in found] == ["date-read-as-string"]


@pytest.mark.parametrize("schema", [None, "post"])
def test_who_is_not_heard_keeps_others_quiet_too(schema: str | None) -> None:
    """A selection of rules says what all rules say, without the others."""
    losers = {loser for those in SILENCES.values() for loser in those}
    selected = tuple(sorted(losers - SILENCES.keys()))
    everything = Linter(Settings(schema=schema, select=("all",)))
    some = Linter(Settings(schema=schema, select=selected))
    for rule in rules.load_all():
        for number, example in enumerate(examples(rule)):
            doc = Document.from_bytes(f"{number}.md", example.data)
            expected = [found for found in everything.lint(doc) if found.rule in selected]
            assert list(some.lint(doc)) == expected, rule.name


def test_the_table_names_rules() -> None:
    named = {*SILENCES, *(loser for losers in SILENCES.values() for loser in losers)}
    assert named <= set(rules.GROUP_OF)


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("image: /images/../../rye.jpg", "unsafe-path"),
        ("image: www.bakery-site.org/rye.jpg", "invalid-url"),
        ("image: path/to/rye.jpg", "placeholder-url"),
        ("image: /images/placeholder.png", "dummy-image"),
        ("image: /images/rye.jpg", "missing-asset"),
        ("image: /images/OAT.jpg", "asset-case-mismatch"),
        ("layout: ../../../../../layouts/Post.astro", "missing-layout"),
    ],
)
def test_a_path_that_leads_nowhere(field: str, rule: str) -> None:
    """What is wrong with the path itself is said, not that there is no such file."""
    files = ("astro.config.mjs", "public/images/oat.jpg", "src/layouts/Post.astro", "src/pages/rye.md")
    page = Source("src/pages/rye.md", "src/pages/rye.md", f"---\n{field}\n---\n\nRye.\n".encode())
    report = run([page], Settings(), site=site_of(dict.fromkeys(files, "")))
    assert [diagnostic.rule for diagnostic in report.diagnostics] == [rule]
