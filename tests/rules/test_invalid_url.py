import pytest

from mdlint.testing import findings, places

FINE = (
    "https://bakery.example/rye.jpg",
    "HTTPS://bakery.example",
    "http://localhost:4321/rye.jpg?width=40#top",
    "https://user:word@bakery.example/",
    "https://[::1]/rye.jpg",
    "https://bäckerei.example/brot (1).jpg".replace(" ", "%20"),
    "https://images_1.bakery.example/{size}/rye,dark.jpg",
    "//bakery.example/rye.jpg",
    "/images/rye.jpg",
    "../../assets/rye.jpg",
    "images/rye bread.jpg",
    "面包.jpg",
    "@/assets/rye.jpg",
    "~/assets/rye.jpg",
    "data:image/png;base64,AAAA",
    "ipfs://abc/rye.jpg",
    "unsplash:rye",
    "nginx:1.27",
    "none",
    "linear-gradient(20deg, #0062be, #925696)",
    "{{ site.baseurl }}/images/rye bread.jpg",
    "https://${host}:${port}/rye.jpg",
    "<%= image %>",
    "[[rye.jpg]]",
    "![[rye.jpg]]",
    "<URL>",
    "[the picture's address]",
)
WRONG = {
    "None": ("is `None`, which a script writes where it has no value", "write the address, or remove the field"),
    "undefined": (
        "is `undefined`, which a script writes where it has no value",
        "write the address, or remove the field",
    ),
    "htps://a.example/b": ("starts with `htps://`", "write `https://`"),
    "htttp://a.example/b": ("starts with `htttp://`", "write `http://`"),
    "hhtps://a.example/b": ("starts with `hhtps://`", "write `https://`"),
    "https//a.example/b": ("starts with `https//`", "write `https://`"),
    "http:/a.example/b": ("starts with `http:/`", "write `http://`"),
    "https:a.example/b": ("starts with `https:`", "write `https://`"),
    "https:///b": ("starts with `https:///`", "write `https://`"),
    "https://https://a.example/b": ("has `https:` twice", "remove one of the two"),
    "www.a.example/b": ("has no `https://` before `www.`, so that it is a path", "write `https://www.a.example/b`"),
    "https://": ("has no host", "write the site's name behind `https://`"),
    "https://?b": ("has no host", "write the site's name behind `https://`"),
    "https://a..example/b": (
        "has `a..example` for a host, which is no host's name",
        "write the site's name behind `https://`",
    ),
    "https://a.example:b/": (
        "has `a.example:b` for a host, which is no host's name",
        "write the site's name behind `https://`",
    ),
    "https://a.example/rye bread.jpg": ("has a space inside its URL", "remove it, or write `%20` for it"),
    "https://a.example/b, https://a.example/c": ("has a space inside its URL", "remove it, or write `%20` for it"),
    r"..\images\rye.jpg": ("has a backslash", "write `/` for each backslash"),
    r"https://a.example\rye.jpg": ("has a backslash", "write `/` for each backslash"),
    r"C:\rye.jpg": ("is an address on one computer", "copy the file into the site, and write its path there"),
    "file:///home/rye.jpg": ("is an address on one computer", "copy the file into the site, and write its path there"),
    "mailto:a@a.example": (
        "is a `mailto:` address, which shows no picture or page",
        "write an address with `https://`",
    ),
    "![rye](https://a.example/b 'c')": ("is a Markdown link, not a URL", "write `https://a.example/b` alone"),
    "[rye]()": ("is a Markdown link, not a URL", "write the address alone"),
    "<https://a.example/b>": ("has more than a URL in it", "write the address alone"),
    '<img src="b.jpg">': ("has more than a URL in it", "write the address alone"),
    '"https://a.example/b"': ("has more than a URL in it", "write the address alone"),
}
VALID = {
    "a link in a field for text": '---\nproject_url: "[rye](https://a.example/)"\n---\n',
    "a link in a field of another mapping": "---\nlink: {url: 'htps://a.example'}\n---\n",
    "no text": "---\nimage: true\ncover: {url: 3, square: [a], image: }\n---\n",
    "empty at the root, as in many templates": "---\nimage: ''\ncover: ' '\nogImage:\n---\n",
    "absent": "---\ntitle: None\ncover: {alt: None}\n---\n",
}
INVALID = {
    "quoted": ("---\ncover:\n  url: 'htps://a.example'\n---\n", [(3, 8, 3, 26)]),
    "plain": ("---\nheroImage: None\n---\n", [(2, 12, 2, 16)]),
    "in a mapping in one line": ("---\ncover: {url: None, square: a.jpg}\n---\n", [(2, 14, 2, 18)]),
    "in a list": ("---\nimages: [a.jpg, http:/a.example]\n---\n", [(2, 17, 2, 32)]),
    "empty": ("---\ncover:\n  url: ''\n  square: ' '\n---\n", [(3, 8, 3, 10), (4, 11, 4, 14)]),
    "CRLF, behind an emoji": ("---\r\ntitle: 🍞\r\nimage: 图 https//a\r\ncover: https//图\r\n---\r\n", [(4, 8, 4, 16)]),
}


@pytest.mark.parametrize("text", FINE)
def test_fine(text: str) -> None:
    assert places("invalid-url", f"---\ncover:\n  url: |-\n    {text}\n---\n") == []


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_wrong(text: str, said: tuple[str, str]) -> None:
    [found] = findings("invalid-url", f"---\nimage: |-\n  {text}\n---\n")
    assert (found.message, found.hint) == (f"`image` {said[0]}", said[1])


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("invalid-url", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("invalid-url", content) == expected


def test_empty_is_said_so() -> None:
    [found] = findings("invalid-url", "---\ncover: {url: ''}\n---\n")
    assert found.message == "`cover.url` is empty"


def test_option() -> None:
    assert places("invalid-url", "---\nimage: None\nlogo: None\n---\n", fields=("logo",)) == [(3, 7, 3, 11)]


def test_what_a_theme_s_archetype_of_hugo_s_leaves_empty() -> None:
    content = '+++\n[cover]\nimage = ""\nalt = ""\nrelative = false\n+++\n'
    assert places("invalid-url", content, config="generator = 'hugo'") == []
    assert places("invalid-url", content) == [(3, 9, 3, 11)]
    filled = content.replace('alt = ""', 'alt = "Rye"')
    assert places("invalid-url", filled, config="generator = 'hugo'") == [(3, 9, 3, 11)]
