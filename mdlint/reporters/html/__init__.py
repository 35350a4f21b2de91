"""`html`: an audit for a site's owner, as one page that needs neither network nor JavaScript.

Every number on it is made in the modules beside this one, as plain data; `page.html.j2` only places it. All text of
the site is made visible by `safe.escape` and escaped by Jinja; the page's own style and script are allowed by
their hashes, and nothing else is.
"""

from __future__ import annotations

import base64
import hashlib
import os
import time
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from mdlint import __version__
from mdlint.diagnostic import Report
from mdlint.reporters import Options, wants_overviews
from mdlint.reporters.screen import is_unicode
from mdlint.reporters.summary import number_of

if TYPE_CHECKING:
    from markupsafe import Markup


@wants_overviews
def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the page. Its date is today's, or that of `SOURCE_DATE_EPOCH` where builds are to be alike."""
    # Imported here: no other format needs a template.
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    from mdlint.reporters.html.audit import audit

    templates = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters.update(number_of=number_of, ticked=_ticked)
    style, script = _file("page.css"), _file("page.js")
    page = templates.get_template("page.html.j2").render(
        audit=audit(report, options),
        version=__version__,
        today=time.strftime("%Y-%m-%d", time.gmtime(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))),
        # The files of this package, in which nothing of the site is.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    if not is_unicode(out):
        page = page.encode(out.encoding, "xmlcharrefreplace").decode(out.encoding)
    out.write(page)


def _file(name: str) -> str:
    """A file of this package: a template, the style or the script."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


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
