import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "a date": "---\ndate: 2024-01-05\n---\n",
    "UTC": "---\ndate: '2024-01-05T10:00:00Z'\n---\n",
    "an offset": "---\ndate: 2024-01-05 10:00:00+08:00\n---\n",
    "an offset behind a space": "---\ndate: 2024-01-05 10:00:00 -0600\n---\n",
    "an offset of two digits": "---\ndate: 2024-01-05T10:00+08\n---\n",
    "for another rule": "---\ndate: 2024-1-5 9:00\n---\n",
    "impossible": "---\ndate: 2024-02-30 10:00:00\n---\n",
    "a time of day": "---\ndate: '10:00:00'\n---\n",
    "prose": "---\ndate: 2024-01-05 10:00 in the library\n---\n",
    "a template": '---\ndate: "{{date}} {{time}}"\n---\n',
    "no field for a date": "---\ntitle: 2024-01-05 10:00:00\n---\n",
    "not one value": "---\ndate: [2024-01-05 10:00:00]\nupdated: {at: 2024-01-05 10:00:00}\n---\n",
    "empty": "---\ndate:\nupdated: ''\n---\n",
}
INVALID = {
    "quoted": ("---\npubDate: '2024-12-09 11:41:04'\n---\n", (2, 10, 2, 31), False),
    "native": ("---\npubDate: 2024-12-09 11:41:04\n---\n", (2, 10, 2, 29), True),
    "a T": ("---\ndate: 2024-12-09T11:41:04\n---\n", (2, 7, 2, 26), True),
    "a fraction": ("---\ndate: 2024-12-09 11:41:04.394000\n---\n", (2, 7, 2, 33), True),
    "no seconds, so text": ("---\ndate: 2024-12-09 11:41\n---\n", (2, 7, 2, 23), False),
    "in a mapping": ("---\nlast_update:\n  date: '2024-12-09T11:41'\n---\n", (3, 9, 3, 27), False),
    "CRLF": ("---\r\ntitle: 面包 🍞\r\ndate: 2024-12-09 11:41:04\r\n---\r\n", (3, 7, 3, 26), True),
}
FIXED = {
    "quoted": ("'2024-12-09 11:41:04'", "'2024-12-09 11:41:04+08:00'"),
    "native": ("2024-12-09T11:41:04 # late", "2024-12-09T11:41:04+08:00 # late"),
    "a fraction": ("2024-12-09 11:41:04.394000", "2024-12-09 11:41:04.394000+08:00"),
    "no seconds, so text": ("2024-12-09 11:41", "2024-12-09 11:41:00+08:00"),
    "impossible": ("2024-02-30 11:41:04", "2024-02-30 11:41:04"),
    "a block": ("|-\n  2024-12-09 11:41:04", "|-\n  2024-12-09 11:41:04"),
}


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
def test_fix(old: str, new: str) -> None:
    content = f"---\r\ntitle: 面包 🍞\r\ndate: {old}\r\n---\r\n"
    assert fixed("missing-timezone", content, zone="+08:00") == content.replace(old, new)
    assert fixed("missing-timezone", content) == content


def test_fix_of_other_formats() -> None:
    content = "+++\ndate = 2024-12-09T11:41:04\nupdated = '2024-12-09 11:41'\n+++\n"
    wanted = "+++\ndate = 2024-12-09T11:41:04Z\nupdated = '2024-12-09 11:41:00Z'\n+++\n"
    assert fixed("missing-timezone", content, zone="Z") == wanted
    assert fixed("missing-timezone", content, zone="Berlin") == content


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("missing-timezone", content) == []


@pytest.mark.parametrize(("content", "place", "is_native"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], *, is_native: bool) -> None:
    [found] = findings("missing-timezone", content)
    assert found.message.endswith("so it is read as UTC" if is_native else "so JavaScript takes the build machine's")
    assert places("missing-timezone", content) == [place]


def test_option() -> None:
    content = "---\ndate: 2024-12-09 11:41\nborn: 2024-12-09 11:41\n---\n"
    assert places("missing-timezone", content, fields=("born",)) == [(3, 7, 3, 23)]


@pytest.mark.parametrize(
    ("generator", "date", "end"),
    [
        ("astro", "2024-12-09 11:41:04", "so it is read as UTC"),
        ("mkdocs", "2024-12-09 11:41:04", "so it is read as UTC"),
        ("vitepress", "'2024-12-09 11:41:04'", "so JavaScript takes the build machine's"),
        ("hugo", "2024-12-09 11:41:04", "so Hugo takes the site's `timeZone`, or UTC"),
        ("jekyll", "'2024-12-09 11:41:04'", "so Jekyll takes the site's `timezone`, or the build machine's"),
        ("pelican", "'2024-12-09 11:41:04'", "so it may be in any"),
    ],
)
def test_what_the_generator_makes_of_it(generator: str, date: str, end: str) -> None:
    [found] = findings("missing-timezone", f"---\ndate: {date}\n---\n", config=f"generator = '{generator}'")
    assert found.message.endswith(end)


@pytest.mark.parametrize(
    ("config", "end"),
    [
        ("generator = 'hugo'", "so Hugo takes the site's `timeZone`, or UTC"),
        ("generator = 'zola'", "so it is read as UTC"),
        ("", "so it may be in any"),
    ],
)
def test_toml(config: str, end: str) -> None:
    content = "+++\ndate = 2024-12-09T11:41:04\nupdated = '2024-12-09 11:41:04'\n+++\n"
    assert [found.message[-len(end) :] for found in findings("missing-timezone", content, config=config)] == [end, end]


@pytest.mark.parametrize("generator", ["obsidian", "hexo"])
def test_where_no_zone_is_wanted(generator: str) -> None:
    content = "---\ncreated: 2024-12-09T11:41\ndate: 2024-12-09 11:41:04\n---\n"
    assert places("missing-timezone", content, config=f"generator = '{generator}'") == []


@pytest.mark.parametrize(
    ("generator", "front_matter", "lines"),
    [
        ("hugo", "---\ndate: 2024-12-09 11:41:04\nlastmod: '2024-12-09 11:41:04'\n---\n", []),
        ("hugo", "+++\ndate = 2024-12-09T11:41:04\n+++\n", []),
        # Ruby's parser of YAML takes what is no text for UTC.
        ("jekyll", "---\ndate: 2024-12-09 11:41:04\nupdated: '2024-12-09 11:41:04'\n---\n", [2]),
        ("jekyll", "---\ndate: 2024-12-09 11:41\n---\n", []),
        ("astro", "---\npubDate: '2024-12-09 11:41:04'\n---\n", [2]),
    ],
)
def test_where_the_site_has_a_zone(generator: str, front_matter: str, lines: list[int]) -> None:
    config = f"generator = '{generator}'\nrules.missing-timezone.site-zone = true"
    assert [place[0] for place in places("missing-timezone", front_matter, config=config)] == lines
