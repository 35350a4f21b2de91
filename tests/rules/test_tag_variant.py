import pytest

from mdlint.testing import findings, fixed, places


def page(tags: str, more: str = "") -> str:
    return f"---\n{more}tags: {tags}\n---\n"


def site(*tags: str) -> dict[str, str]:
    return {f"{number}.md": page(each) for number, each in enumerate(tags)}


@pytest.mark.parametrize(
    ("tag", "others"),
    [
        ("C", ["C++", "C#", "C"]),
        ("go", ["golang", "g o"]),
        ("AI", ["A I"]),
        ("v1.0", ["v10"]),
        ("node", ["nodes"]),
        ("windows", ["window"] * 9),
        ("Microsoft Teams", ["Microsoft Team"] * 9),
        ("CSS", ["CS"] * 9),
        ("kubernetes", ["kubernete"]),
        ("graphics", ["graphic"] * 9),
        ("recipe", ["recipes"] * 3),
        ("resume", ["résumé"]),
        ("a/b-c", ["a-b/c"]),
        ("'2024'", ["2024"]),
        ("x" * 70, ["X" * 70]),
    ],
)
def test_valid(tag: str, others: list[str]) -> None:
    assert places("tag-variant", page(f"[{tag}]"), files=site(*(f"[{other}]" for other in others))) == []


@pytest.mark.parametrize(
    ("path", "content", "files"),
    [
        pytest.param("de/a.md", page("[Software]"), {"en/a.md": page("[software]")}, id="in other languages"),
        pytest.param("a.md", page("[Software]", "lang: de\n"), {"b.md": page("[software]", "lang: en\n")}, id="as they say"),
        pytest.param("a.md", page("[Bread]"), {"b.md": page("[x]", "categories: [bread]\n")}, id="in other fields"),
        pytest.param("a.md", page("Bread Rye"), {"b.md": page("bread rye")}, id="a text of several"),
        pytest.param("a.md", page("[Bread, bread]"), {}, id="in one page only"),
        pytest.param("a.md", page("[bread, Bread]"), {"b.md": page("[rye]")}, id="in one list"),
        pytest.param("a.md", page("[bread, Bread]"), {"b.md": page("[Bread]"), "c.md": page("[Bread]")}, id="in one list as well"),
        pytest.param("a.md", page("[Bread]"), {"templates/b.md": page("[bread]")}, id="a template"),
    ],
)  # fmt: skip
def test_apart(path: str, content: str, files: dict[str, str]) -> None:
    assert places("tag-variant", content, path=path, files=files) == []


@pytest.mark.parametrize(
    ("tags", "others", "message", "fix"),
    [
        ("[rye, Dark Bread]", ["[dark-bread]"] * 2, "`tags[1]` is `Dark Bread`, but `0.md` has `dark-bread`, as does another page", "[rye, dark-bread]"),
        ("['opensource']", ["[open source]"] * 3, "`tags[0]` is `opensource`, but `0.md` has `open source`, as do 2 other pages", "['open source']"),
        ("Bread", ["bread", "[bread]"], "`tags` is `Bread`, but `0.md` has `bread`, as does another page", "bread"),
        ("[nodejs]", ["[Node.js]"] * 2, "`tags[0]` is `nodejs`, but `0.md` has `Node.js`, as does another page", "[Node.js]"),
        ("[recipe]", ["[recipes]"] * 4, "`tags[0]` is `recipe`, but `0.md` has `recipes`, as do 3 other pages", "[recipes]"),
        ("[libraries]", ["[Library]"] * 4, "`tags[0]` is `libraries`, but `0.md` has `Library`, as do 3 other pages", "[Library]"),
        ('["Q: A"]', ["['q: a']"] * 2, "`tags[0]` is `Q: A`, but `0.md` has `q: a`, as does another page", '["q: a"]'),
        ("[bread]", ["[Bread]"], "`tags[0]` is `bread`, but `0.md` has `Bread`", None),
    ],
)  # fmt: skip
def test_invalid(tags: str, others: list[str], message: str, fix: str | None) -> None:
    [found] = findings("tag-variant", page(tags), path="z.md", files=site(*others))
    assert found.message == message
    assert (found.fix is None) == (fix is None)
    if fix is not None:
        repaired = fixed("tag-variant", page(tags), path="z.md", files=site(*others))
        assert repaired == page(fix)
        assert places("tag-variant", repaired, path="z.md", files=site(*others)) == []


def test_the_majority_is_left_alone() -> None:
    assert places("tag-variant", page("[bread]"), files=site("[bread]", "[Bread]")) == []


def test_of_as_many_the_first_in_order() -> None:
    assert places("tag-variant", page("[Bread]"), files=site("[bread]")) == []


def test_another_rules_finding_about_the_same_tag() -> None:
    assert places("tag-variant", page("[bread, Bread]"), files=site("[bread]")) == []
    assert places("tag-variant", page("[rye, Bread]"), files=site("[bread]", "[bread]")) == [(2, 13, 2, 18)]


def test_option() -> None:
    files = site("[a]") | {"b.md": "---\ntopics: [bread]\n---\n", "c.md": "---\ntopics: [bread]\n---\n"}
    assert places("tag-variant", "---\ntopics: [Bread]\n---\n", fields=("topics",), files=files) == [(2, 10, 2, 15)]


def test_ignored_by_a_comment() -> None:
    config = "select = ['tag-variant', 'unused-ignore']"
    content = "---\ntags:\n  - Bread  # mdlint: ignore[tag-variant]\n  - Rye\n---\n"
    found = findings("tag-variant", content, files=site("[bread, rye]", "[bread, rye]"), config=config)
    assert [(f.rule, f.key_path) for f in found] == [("tag-variant", ("tags", 1))]
