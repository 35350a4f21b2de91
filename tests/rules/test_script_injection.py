import pytest

from mdlint.testing import places

VALID = {
    "an element named in a title": "---\ntitle: How <script setup> and <script async> work\n---\n",
    "a whole script quoted": "---\ntitle: 'What `<script>alert(1)</script>` does'\n---\n",
    "in quotation marks": "---\ndescription: Type “<script>alert(1)</script>” into the field\n---\n",
    "an element that is not closed": "---\ndescription: Put a <script> into the head\n---\n",
    "an attribute in words": "---\ndescription: The onclick= attribute of <button>\n---\n",
    "code in a field for it": "---\nhead: <script>track()</script>\nheader-includes: <script>track()</script>\ncustom_js: <script src=/a.js></script>\n---\n",
    "code for the head, deeper": "---\nhead: [[script, {}, '<script>track()</script>']]\n---\n",
    "a bookmarklet": "---\nbookmarklet: 'javascript:(function(){})()'\n---\n",
    "an address that does nothing": "---\nlink: 'javascript:void(0)'\nurl: 'javascript:;'\n---\n",
    "a language": "---\ntitle: 'JavaScript: the good parts (2008)'\ntags: ['javascript:react', 'javascript:']\n---\n",
    "a picture as data": "---\nimage: 'data:image/svg+xml;base64,PHN2Zz4='\n---\n",
    "below the front matter": "---\ntitle: Bread\n---\n<script>track()</script>\n",
    "not text": "---\ntitle: {script: [1, null, 2024-01-05]}\n---\n",
    "HTML": "---\ncaption: <a href='/bread'>bread</a>\ndescription: <b>bread</b>\n---\n",
    "Chinese": "---\ntitle: 用 <script setup> 写组件\n---\n",
}
INVALID = {
    "a script": ("---\ndescription: Bake it. <script>track()</script>\n---\n", (2, 23, 2, 31)),
    "a script from elsewhere": (
        "---\ndescription: <script async src='//ads.test-site.org/a.js'></script>\n---\n",
        (2, 14, 2, 59),
    ),
    "in capitals": ("---\ntitle: <SCRIPT>track()</SCRIPT>\n---\n", (2, 8, 2, 16)),
    "an event": ("---\ntitle: <img src=x onerror=track()>\n---\n", (2, 8, 2, 35)),
    "a frame": ("---\nsummary: <iframe srcdoc=bread></iframe>\n---\n", (2, 10, 2, 31)),
    "an address": ("---\nlink: javascript:track()\n---\n", (2, 7, 2, 25)),
    "an address in other letters": ("---\nurl: 'JavaScript: alert(1)'\n---\n", (2, 6, 2, 28)),
    "an old address": ("---\nurl: vbscript:msgbox(1)\n---\n", (2, 6, 2, 24)),
    "a page as data": ("---\nurl: data:text/html,<b>bread</b>\n---\n", (2, 6, 2, 33)),
    "in meta": ("---\nmeta:\n- name: description\n  content: <script>track()</script>\n---\n", (4, 12, 4, 20)),
    "in a list": ("---\ntags: [bread, '<script>track()</script>']\n---\n", (2, 16, 2, 24)),
    "written with escapes": ('---\ntitle: "\\x3Cscript>track()</script>"\n---\n', (2, 8, 2, 37)),
    "in a block scalar": ("---\ndescription: |\n  Bake\n  <script>track()</script>\n---\n", (4, 3, 4, 11)),
    "TOML": ('+++\ntitle = "<script>track()</script>"\n+++\n', (2, 10, 2, 18)),
    "CRLF, behind an emoji": ("---\r\n🍞: 1\r\ntitle: 🍞 <script>track()</script>\r\n---\r\n", (3, 10, 3, 18)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("script-injection", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("script-injection", content) == [place]
