"""Named configurations to extend: one per shipped model, and one that selects every rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mdlint.models import MODELS

_GENERATOR_OF = {
    "post": "astro",
    "astro-blog": "astro",
    "docusaurus-doc": "docusaurus",
    "docusaurus-blog": "docusaurus",
    "mkdocs-material": "mkdocs",
    "zola-section": "zola",
    "skill": None,
}

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "strict": {"select": ("all",)},
    **{
        name: {"schema": name, **({"generator": generator} if generator else {})}
        for name in MODELS
        for generator in (_GENERATOR_OF.get(name, name),)
    },
}
"""Per preset, the values that a file with these keys would have."""
