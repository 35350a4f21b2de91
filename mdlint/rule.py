"""The class to subclass for a rule.

A rule's name is its class's in kebab case, its group the folder it lies in, its documentation the
docstring, its options the annotated fields. Instances are frozen and pickle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, dataclass_transform

from mdlint.diagnostic import Finding, Severity

if TYPE_CHECKING:
    from mdlint.document import Document

Fixable: TypeAlias = Literal["no", "safe", "unsafe"]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Rule:
    """One thing that can be wrong with a file.

    severity: how bad a finding is, unless the finding or the settings say otherwise.
    severity_unscoped: how bad it is in a file that no schema claims and no known generator reads;
        None where that makes no difference.
    default: whether the rule is on without being selected.
    fixable: whether its findings carry a fix, and of which kind.
    group: the group's name; set it in a plugin, inside mdlint the folder gives it.
    """

    name: ClassVar[str] = ""
    group: ClassVar[str] = ""
    severity: ClassVar[Severity] = "warning"
    severity_unscoped: ClassVar[Severity | None] = None
    default: ClassVar[bool] = True
    fixable: ClassVar[Fixable] = "no"
    options: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # Not @dataclass: compiling its methods costs half a millisecond per rule at every start.
        if "name" not in cls.__dict__:
            cls.name = _HUMP.sub("-", cls.__name__).lower()
        if not cls.group and cls.__module__ != __name__:
            cls.group = cls.__module__.rpartition(".")[0].rpartition(".")[2].replace("_", "-")
        own = (name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
        cls.options = (*cls.options, *own)

    def __init__(self, **options: Any) -> None:
        """Raises TypeError for an option that the rule does not have."""
        unknown = options.keys() - set(self.options)
        if unknown:
            raise TypeError(f"{self.name} has no option {min(unknown)!r}")
        self.__dict__.update(options)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), tuple(sorted(vars(self)))))

    def applies(self, doc: Document, has_schema: bool) -> bool:  # noqa: ARG002 - subclasses look at them
        """Whether the rule has anything to say about such a document at all."""
        return True

    def check(self, doc: Document) -> Iterator[Finding]:
        """What is wrong with the document, in any order."""
        raise NotImplementedError


class ReportedRule(Rule):
    """A rule whose findings another part makes in its name (the schema, the runner): documentation
    and severity only. The part is named in `source`."""

    source: ClassVar[Literal["schema", "runner"]]

    def check(self, doc: Document) -> Iterator[Finding]:  # noqa: ARG002 - the linter never asks
        return iter(())


class ReaderRule(Rule):
    """A rule whose findings the reader of the front matter makes while reading."""

    def check(self, doc: Document) -> Iterator[Finding]:
        return doc.problems_of(self.name)
