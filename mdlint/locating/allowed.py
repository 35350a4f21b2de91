"""The names that a field may hold because a site says so."""

from __future__ import annotations

from collections.abc import Mapping

from mdlint.diagnostic import Severity
from mdlint.front_matter.values import Mapping as Entries
from mdlint.front_matter.values import resolved
from mdlint.named import NamedTuple


class Allowed(NamedTuple):
    """Names, and where they stand.

    names: in order. labels: what else the same things are called, with their names; that is not what a page may write.
    where: how a message calls the place: `blog/authors.yml`. severity: how bad another name is.
    """

    names: Mapping[str, None]
    labels: Mapping[str, str]
    where: str
    severity: Severity = "error"


def entries_allowed(entries: Entries, label: str, where: str, severity: Severity = "error") -> Allowed:
    """The keys of a mapping. `label` is the field in which its values have another name."""
    labels: dict[str, str] = {}
    for name, (_, node) in entries.index.items():
        value = resolved(node).value
        if isinstance(value, dict) and isinstance(value.get(label), str):
            labels.setdefault(value[label], name)
    return Allowed(dict.fromkeys(entries.index), labels, where, severity)
