import pytest

from mdlint.testing import findings, places

TEXT = "Welcome to my blog about all that can be baked at home!"
OWN = "A dark bread from an oven that does not close."


def page(text: str, field: str = "description") -> str:
    return f"---\ntitle: Rye\n{field}: {text}\n---\n"


def site(*pages: str) -> dict[str, str]:
    return {f"{number}.md": each for number, each in enumerate(pages)}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(site(*[page(TEXT)] * 3), id="in too few"),
        pytest.param(site(*[page(TEXT)] * 4, *[page(OWN + str(n)) for n in range(6)]), id="not in most"),
        pytest.param(site(*[page(TEXT, "about")] * 9), id="in another field"),
    ],
)
def test_valid(files: dict[str, str]) -> None:
    assert places("boilerplate-value", page(TEXT), files=files) == []


@pytest.mark.parametrize("text", ["Welcome", "https://my-site.org/images/a-picture-of-bread-from-my-oven.jpg", "12"])
def test_no_long_text(text: str) -> None:
    assert places("boilerplate-value", page(text), files=site(*[page(text)] * 9)) == []


def test_invalid() -> None:
    [found] = findings("boilerplate-value", page(TEXT), files=site(*[page(TEXT)] * 4, page(OWN), page("short")))
    assert found.message == "`description` says the same in 5 of 7 pages"
    assert found.span == (3, 14, 3, 69)


def test_in_a_mapping() -> None:
    text = page("\n  alt: " + TEXT, "cover")
    [found] = findings("boilerplate-value", text, files=site(*[text] * 4))
    assert found.key_path == ("cover", "alt")


def test_chinese() -> None:
    text = page("欢迎来到我的博客" * 6)
    assert places("boilerplate-value", text, files=site(*[text] * 4)) != []


def test_options() -> None:
    files = site(page("Hello you"), page(OWN))
    assert places("boilerplate-value", page("Hello you"), files=files, fewest=2, shortest=5, share=60) != []
    assert places("boilerplate-value", page("Hello you"), files=files, fewest=2, shortest=5, share=70) == []
    assert places("boilerplate-value", page("Hello you"), files=files, fewest=2, shortest=10) == []
    assert places("boilerplate-value", page("Hello you"), files=files, fewest=3, shortest=5) == []
