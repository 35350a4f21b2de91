import pytest

from mdlint.testing import findings, places


def site(*paths: str) -> dict[str, str]:
    return dict.fromkeys((f"{path}.md" for path in paths), "Text\n")


EN = ("en/a", "en/b", "en/c")


@pytest.mark.parametrize(
    ("path", "others"),
    [
        ("de/a", EN),
        ("en/d", (*EN, "de/a", "de/b")),
        ("js/x", ("posts/a", "posts/b", "js/y", "go/z")),
        ("docs/de/a", ("docs/a", "docs/b")),
        ("a.de", ("a", "b")),
        ("i18n/de/docusaurus-plugin-content-docs/current/a", ("docs/a", "docs/b")),
        ("a", ()),
        ("de/d", (*EN, "de/a", "de/b")),
    ],
)
def test_valid(path: str, others: tuple[str, ...]) -> None:
    assert places("orphan-translation", "Text\n", path=f"{path}.md", files=site(*others)) == []


@pytest.mark.parametrize(
    ("path", "others"),
    [
        ("de/d", (*EN, "en/e", "de/a", "de/b")),
        ("docs/pt-br/d", ("docs/a", "docs/b", "docs/c", "docs/e", "docs/pt-br/a", "docs/pt-br/b")),
        ("d.de", ("a", "b", "c", "e", "a.de", "b.de")),
        ("i18n/de/docusaurus-plugin-content-docs/current/d", (
            "docs/a", "docs/b", "docs/c", "docs/e",
            "i18n/de/docusaurus-plugin-content-docs/current/a", "i18n/de/docusaurus-plugin-content-docs/current/b",
        )),
    ],
)  # fmt: skip
def test_invalid(path: str, others: tuple[str, ...]) -> None:
    [found] = findings("orphan-translation", "Text\n", path=f"{path}.md", files=site(*others))
    assert found.message.startswith("there is no page that this one translates into ")
    assert found.span == (1, 1, 1, 1)


def test_a_draft() -> None:
    draft = "---\ndraft: true\n---\n"
    assert places("orphan-translation", draft, path="de/d.md", files=site(*EN, "de/a", "de/b")) == []
