import pytest

from mdlint.testing import findings, fixed, places


def page(fields: str) -> str:
    return f"---\ntitle: Rye\n{fields}\n---\n"


def site(fields: str, number: int = 60) -> dict[str, str]:
    return {f"{at}.md": page(fields) for at in range(number)}


@pytest.mark.parametrize(
    ("fields", "others"),
    [
        ("authors: [Ada]", site("authors: [Bo]")),
        ("authors: Ada", site("authors: [Bo]", 48)),
        ("authors: Ada", site("authors: [Bo]") | {f"x{n}.md": page("authors: Bo") for n in range(5)}),
        ("authors: Ada", site("writers: [Bo]")),
        ("authors:", site("authors: [Bo]")),
        ("authors: ''", site("authors: [Bo]")),
        ("authors: []", site("authors: Bo")),
        ("authors: [Ada, Bo]", site("authors: Bo")),
        ("image: {src: a.png}", site("image: a.png")),
        ("sub: 2024", site("sub: Bread")),
        ("toc: left", site("toc: true")),
        ("version: '1.10'", site("version: v1")),
        ("when: '2024-01-05'", site("when: 2024-01-05")),
        ("weight: heavy", site("weight: 3")),
    ],
)
def test_valid(fields: str, others: dict[str, str]) -> None:
    assert places("inconsistent-field-type", page(fields), path="z.md", files=others) == []


def test_either_is_right() -> None:
    config = "generator = 'docusaurus'"
    found = places("inconsistent-field-type", page("authors: Ada"), files=site("authors: [Bo]"), config=config)
    assert found == []


@pytest.mark.parametrize(
    ("fields", "others", "message", "fix"),
    [
        ("authors: Ada L.", "authors: [Bo]", "`authors` is text, but a list on 60 of 61 pages that have it", 'authors: ["Ada L."]'),
        ("authors: 'Ada'", "authors: [Bo]", "`authors` is text, but a list on 60 of 61 pages that have it", "authors: [Ada]"),
        ("authors: Ada, Bo", "authors: [Bo]", "`authors` is text, but a list on 60 of 61 pages that have it", None),
        ("authors: {name: Ada}", "authors: [Bo]", "`authors` is a mapping, but a list on 60 of 61 pages that have it", None),
        ("cover: a.png", "cover: {url: b.png}", "`cover` is text, but a mapping on 60 of 61 pages that have it", None),
        ("weight: '3'", "weight: 4", "`weight` is text, but a number on 60 of 61 pages that have it", "weight: 3"),
        ('toc: "False"', "toc: true", "`toc` is text, but true or false on 60 of 61 pages that have it", "toc: false"),
    ],
)  # fmt: skip
def test_invalid(fields: str, others: str, message: str, fix: str | None) -> None:
    [found] = findings("inconsistent-field-type", page(fields), path="z.md", files=site(others))
    assert found.message == message
    assert found.span.line == 3
    repaired = fixed("inconsistent-field-type", page(fields), path="z.md", files=site(others))
    assert repaired == page(fix or fields)


def test_another_finding_about_the_value() -> None:
    files = site("tags: [a, b]")
    assert places("inconsistent-field-type", page("tags: a, b"), path="z.md", files=files) == []
    assert places("inconsistent-field-type", page("tags: a"), path="z.md", files=files) != []


def test_each_collection_alone() -> None:
    config = "[[collections]]\nname = 'a'\nfiles = 'a/'\n[[collections]]\nname = 'b'\nfiles = 'b/'\n"
    files = {f"a/{path}": text for path, text in site("authors: [Bo]").items()}
    assert places("inconsistent-field-type", page("authors: Bo"), path="b/z.md", files=files, config=config) == []
    assert places("inconsistent-field-type", page("authors: Bo"), path="a/z.md", files=files, config=config) != []


def test_options() -> None:
    files = site("authors: [Bo]", 3)
    assert places("inconsistent-field-type", page("authors: Bo"), path="z.md", files=files, fewest=4, share=75) != []
    assert places("inconsistent-field-type", page("authors: Bo"), path="z.md", files=files, fewest=5, share=75) == []
    assert places("inconsistent-field-type", page("authors: Bo"), path="z.md", files=files, fewest=4, share=76) == []
