"""Types that the shipped models share. A value is judged as it was written."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from mdlint.models.checks import iso_date, listed, scalar, site_address, yaml11_boolean
from mdlint.models.dates import javascript_date

GENERATOR = ConfigDict(strict=True, extra="allow", use_attribute_docstrings=True)
"""For models of what a site generator reads: pages have fields of their own besides."""

_SCALAR = {"type": ["string", "number", "boolean", "null"]}

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that says something."""

SaidText = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1})]
"""The same, where a rule such as `empty-title` says that it is empty. Editors are told; the model need
not be: what it would say keeps quiet beside the rule, and telling costs more than all the rest."""

_ISO_DATE = (
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?)?$"
)
IsoDate = Annotated[
    dt.datetime | dt.date | str,
    AfterValidator(iso_date),
    WithJsonSchema({"type": "string", "pattern": _ISO_DATE}),
]
"""An ISO 8601 date or date-time, as text or as a native YAML date."""

SiteAddress = Annotated[
    str,
    AfterValidator(site_address),
    WithJsonSchema({"type": "string", "minLength": 1, "format": "uri-reference"}),
]
"""An http(s) URL, or a path on the site: absolute, relative or behind an alias such as `@/`."""

Scalar = Annotated[Any, AfterValidator(scalar), WithJsonSchema(_SCALAR)]
"""What a generator prints, whatever it is, as long as it is a single value; null is as good as no field."""

ScalarList = Annotated[
    list[Scalar],
    BeforeValidator(listed),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _SCALAR}, _SCALAR]}),
]
"""A list of single values, or one of them; null is as good as no field."""

JavaScriptDate = Annotated[
    Any,
    AfterValidator(javascript_date),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
"""A date in whichever form JavaScript reads."""

Yaml11Boolean = Annotated[
    bool,
    BeforeValidator(yaml11_boolean),
    WithJsonSchema({"enum": [True, False, "yes", "no", "on", "off"]}),
]
"""A boolean of YAML 1.1, to which plain `yes` and `no` belong."""
