"""`html`: an audit for a site's owner, as one page that needs neither network nor JavaScript.

Every number on it is made in the modules beside this one, as plain data; `page.html.j2` only places it. All text of
the site is made visible by `safe.escape` and escaped by Jinja; the page's own style and script are allowed by
their hashes, and nothing else is.
"""

from __future__ import annotations

import base64
import codecs
import hashlib
import os
import time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from mdlint import __version__
from mdlint.report import Report
from mdlint.reporters import Options, wants_overviews
from mdlint.reporters.summary import number_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@wants_overviews
def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the page. Its date is today's, or that of `SOURCE_DATE_EPOCH` where builds are to be alike."""
    # Imported here: no other format needs a template.
    from markupsafe import Markup

    from mdlint.reporters.html.audit import audit

    style, script = _file("page.css"), _file("page.js")
    page = (
        _templates()
        .get_template("page.html.j2")
        .render(
            audit=audit(report, options),
            version=__version__,
            today=_today(),
            # The files of this package, in which nothing of the site is.
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    # GitHub Actions obeys this anywhere in a line of a log.
    page = page.replace("##[", "#&#35;[")
    if codecs.lookup(getattr(out, "encoding", None) or "utf-8").name != "utf-8":
        page = page.encode("ascii", "xmlcharrefreplace").decode()  # means the same in whatever is written
    out.write(page)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    templates = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters.update(number_of=number_of, ticked=_ticked)
    return templates


def _file(name: str) -> str:
    """A file of this package: a template, the style or the script."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _today() -> str:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%d", time.gmtime(int(given) if given.isdecimal() else None))


def _ticked(text: str) -> Markup:
    """A message with what stands between backticks as code."""
    from markupsafe import Markup, escape

    parts = [escape(part) for part in text.split("`")]
    if len(parts) % 2 == 0:
        return escape(text)
    return Markup("").join(Markup("<code>%s</code>") % part if at % 2 else part for at, part in enumerate(parts))


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls a text that the page may use."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
