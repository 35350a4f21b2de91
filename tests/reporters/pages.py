"""Audit pages of small sites, for the tests of the page and of what a browser makes of it."""

import io
from collections.abc import Mapping
from typing import Any

from mdlint.diagnostic import Diagnostic, Excerpt, Overview, Severity, Span
from mdlint.report import Report
from mdlint.reporters import Options, load
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.source import Source

RULES = (
    "empty-description", "placeholder-value", "impossible-date", "invalid-value", "numbered-placeholder",
    "missing-front-matter", "yaml-syntax",
)  # fmt: skip
"""What the tests' pages speak of, whatever rules there are."""


def report_of(files: Mapping[str, str], settings: Settings | None = None) -> Report:
    """What a run says of files that are nowhere but here, by their paths."""
    sources = [Source(path, path, text.encode()) for path, text in files.items()]
    return run(sources, settings or Settings(schema="post", select=RULES), overviews=True)


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


def one(path: str, **given: Any) -> Overview:
    empty: dict[str, Any] = {
        "collection": None, "day": None, "present": (), "empty": (), "unread": (), "values": (), "tags": ()
    }  # fmt: skip
    return Overview(path=path, **empty | given)


def found(path: str, rule: str, field: str | None, severity: Severity = "error") -> Diagnostic:
    return Diagnostic(path, Span(1, 1, 1, 2), rule, severity, "m", key_path=None if field is None else (field, 0))


def generated(count: int, wide: str) -> Report:
    """Findings no two of which look alike."""
    rules = ("wrong-type", "title-length", "invalid-url", "missing-timezone", "empty-description")
    return Report(
        count,
        tuple(
            Diagnostic(
                f"content/posts/{number % 97}/{wide[:30]}-{number}.md",
                Span(4, 8, 4, 60),
                rules[number % len(rules) if number % 3 else 0],
                ("error", "warning", "info")[number % 3],
                f"`field{number}` {wide}",
                f"hint {number} {wide}",
                (f"field{number}",),
                None,
                Excerpt(4, 1, f"field{number}: {wide}{number}"),
            )
            for number in range(count)
        ),
        overviews=tuple(
            one(
                f"content/posts/{number % 97}/{wide[:30]}-{number}.md",
                day=f"20{number % 24:02}-0{number % 9 + 1}-11",
                present=tuple(f"field{number + more}" for more in range(20)),
                values=(("cover", f"{wide[:150]}{number // 3}", number // 3),),
                tags=tuple(f"{wide[:40]} {number + more}" for more in range(5)),
            )
            for number in range(count)
        ),
    )
