"""Types that the shipped models share. A value is judged as it was written."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, WithJsonSchema

from mdlint.models.checks import iso_date, site_address

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that says something."""

IsoDate = Annotated[
    dt.datetime | dt.date | str,
    AfterValidator(iso_date),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
"""An ISO 8601 date or date-time, as text or as a native YAML date."""

SiteAddress = Annotated[
    str,
    AfterValidator(site_address),
    WithJsonSchema({"type": "string", "minLength": 1, "format": "uri-reference"}),
]
"""An http(s) URL, or a path on the site: absolute, relative or behind an alias such as `@/`."""
