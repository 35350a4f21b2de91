import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "a date": ("astro", "---\ndate: 2024-01-05\n---\n"),
    "a moment": ("astro", "---\ndate: 2024-01-05 10:00:00\n---\n"),
    "an offset": ("astro", "---\ndate: 2024-01-05 10:00:00 +08:00\n---\n"),
    "quoted, so text is meant": ("astro", "---\ndate: '2024-01-05 10:00'\n---\n"),
    "a block": ("astro", "---\ndate: >\n  2024-01-05 10:00\n---\n"),
    "not ISO: for another rule": ("astro", "---\ndate: 2024-1-5\n---\n"),
    "impossible: for another rule": ("astro", "---\ndate: 2024-02-31 10:00\n---\n"),
    "Hugo reads the text itself": ("hugo", "---\ndate: 2024-01-05 10:00:00 +0800\n---\n"),
    "so does Jekyll": ("jekyll", "---\ndate: 2024-01-05 10:00\n---\n"),
    "TOML": ("astro", "+++\ndate = '2024-01-05 10:00'\n+++\n"),
    "prose": ("astro", "---\ndate: 2024-01-05 10:00 in the library\n---\n"),
    "no field for a date": ("astro", "---\ntitle: 2024-01-05 10:00\n---\n"),
    "other types": ("astro", "---\ndate: [2024-01-05 10:00]\nupdated: {a: '10:00'}\ncreated: 10:00\n---\n"),
}
INVALID = {
    "no seconds": ("astro", "---\ndate: 2024-01-05 10:00\n---\n", (2, 7, 2, 23)),
    "an offset without colon": ("mkdocs", "---\ndate: 2024-01-05 10:00:00 +0800\n---\n", (2, 7, 2, 32)),
    "CRLF, behind CJK": ("eleventy", "---\r\ntitle: 面包 🍞\r\ndate: 2024-01-05T10:00Z\r\n---\r\n", (3, 7, 3, 24)),
}
FIXED = {
    "an offset without colon": ("2024-01-05 10:00:00 +0800 # noon", "2024-01-05T10:00:00+08:00 # noon"),
    "no seconds": ("2024-01-05T10:00Z", "2024-01-05T10:00:00Z"),
    "whose zone is not known": ("2024-01-05 10:00", "2024-01-05 10:00"),
}


def config(generator: str) -> str:
    return f"generator = '{generator}'"


@pytest.mark.parametrize(("generator", "content"), VALID.values(), ids=VALID)
def test_valid(generator: str, content: str) -> None:
    assert places("date-read-as-string", content, config=config(generator)) == []


@pytest.mark.parametrize(("generator", "content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(generator: str, content: str, place: tuple[int, int, int, int]) -> None:
    assert places("date-read-as-string", content, config=config(generator)) == [place]


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
def test_fix(old: str, new: str) -> None:
    assert fixed("date-read-as-string", f"---\r\ndate: {old}\r\n---\r\n", config=config("astro")) == (
        f"---\r\ndate: {new}\r\n---\r\n"
    )


def test_is_silent_where_the_reader_is_not_known() -> None:
    assert places("date-read-as-string", "---\ndate: 2024-01-05 10:00\n---\n") == []


def test_words() -> None:
    [found] = findings("date-read-as-string", "---\ndate: 2024-01-05 10:00\n---\n", config=config("mkdocs"))
    assert found.message == "`date` is `2024-01-05 10:00`, which MkDocs reads as text"
    assert found.hint == "write `2024-01-05T10:00:00` with the zone behind it, such as `+08:00`"


def test_option() -> None:
    content = "---\nborn: 2024-01-05 10:00\n---\n"
    assert places("date-read-as-string", content, config=config("astro"), fields=("born",)) == []
    text = config("astro") + "\nrules.date-read-as-string.fields = ['born']"
    assert places("date-read-as-string", content, config=text) == [(2, 7, 2, 23)]
