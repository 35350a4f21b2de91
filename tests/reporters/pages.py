"""Audit pages of small sites, for the tests of the page and of what a browser makes of it."""

import io
from collections.abc import Mapping

from mdlint.diagnostic import Report
from mdlint.reporters import Options, load
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.source import Source


def report_of(files: Mapping[str, str], settings: Settings | None = None) -> Report:
    """What a run says of files that are nowhere but here, by their paths."""
    sources = [Source(path, path, text.encode()) for path, text in files.items()]
    return run(sources, settings or Settings(schema="post"), overviews=True)


def page_of(report: Report, **options: object) -> str:
    out = io.StringIO()
    load("html")(report, out, Options(**options))  # type: ignore[arg-type]
    return out.getvalue()


def post(title: str, more: str = "", day: str = "2024-03-08") -> str:
    """A post without a flaw, but for what `more` adds or overwrites."""
    fields = {
        "title": title,
        "author": "Ada",
        "description": f"How two bakers tell by its sound that {title} is done on the inside.",
        "pubDate": f"{day}T06:00:00Z",
        "layout": "../../layouts/Post.astro",
        "cover": f"{{url: /images/{title}.jpg, square: /images/{title}-square.jpg, alt: A dark loaf in two halves}}",
        "tags": "[rye]",
        "theme": "light",
    }
    fields |= dict(line.split(": ", 1) for line in more.splitlines())
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n\nThe crust sings.\n"


SITE = {
    "content/blog/oat.md": post("oat"),
    "content/blog/rye.md": post("rye", "description: ''\ntags: [Rye, dark bread]", "2024-05-01"),
    "content/blog/emmer.md": post("emmer", "description: TODO\ntags: [dark-bread]\npubDate: 2024-02-31", "2024-05-01"),
    "content/blog/面包.md": post("面包", "theme: blue\nkeywords: key1, key2, key3", "2024-06-01"),
    "content/notes/spelt.md": post("spelt", "keywords: key1, key2, key3", "2023-11-30"),
    "content/notes/barley.md": post("barley", "title: barley: an old grain", "2023-11-30"),
    "content/README.md": "Only text.\n",
}
"""A small site with some of everything."""
