"""The class to subclass for a rule.

A rule's name is its class's in kebab case, its group the folder it lies in, its documentation the
docstring, its options the annotated fields. Instances are frozen and pickle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from mdlint.diagnostic import Edit, Finding, KeyPath, PlacedFact, Severity, Span
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.regex import regex

if TYPE_CHECKING:
    from mdlint.document import Document
    from mdlint.front_matter.fences import Format
    from mdlint.site import Site

Fixable: TypeAlias = Literal["no", "safe", "unsafe"]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


MARKS = "#*<>`_-="
"""Signs of Markdown that may stand before a text."""


class Needs(NamedTuple):
    """What a file must hold for a rule to have anything to say; the linter asks it about no other.

    Every rule costs a microsecond or two for each file, and most rules have nothing to say about most
    files, so it pays to say here what can be told at a glance. What is left empty is not asked for.

    fields: top-level fields, one of which must be there; of `cover.url` the part before the dot counts.
    head: texts, one of which must stand between the fences as they are written, in lower case, which is
        not told apart. Lines may break in a value, so words do not follow each other in them. They may be
        written with escapes.
    body: texts, one of which must stand below the front matter, exactly so; the line end above counts.
    opening: texts, with one of which the body must begin, blanks left out, or blanks and `MARKS`.
    formats: those of the front matter.
    either: whether it is enough that one of `fields`, `head`, `body` and `opening` is met.
    look: one look at the document for several rules: the names of those that may have something to say. It is asked
        once for all rules that name the same function, and not for rules with other options than the defaults, which
        it does not know, nor for those with `head`, `body` or `opening`. Where the rule is not imported yet, it is the
        names of the look and its module, with a dot between them.
    value: whether a text may give the rule something to say, where it is one of the front matter's single values,
        without quotes and escapes. It is asked once for each different text of many files. Not for rules that look
        for texts, or have a `look`. A name in place of it as for these.
    generators: those that must be known to read the file.
    """

    fields: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    either: bool = False
    look: Callable[[Document], Container[str]] | str | None = None
    value: Callable[[str], object] | str | None = None
    generators: tuple[str, ...] = ()


class Rule(Record):
    """One thing that can be wrong with a file.

    severity: how bad a finding is, unless the finding or the settings say otherwise.
    severity_unscoped: how bad it is in a file that no schema claims and no known generator reads;
        None where that makes no difference.
    default: whether the rule is on without being selected.
    on_with: the shipped models with whose files alone the rule is on without being selected: where the
        schema is one of them or extends it. Empty means all files.
    fixable: whether its findings carry a fix, and of which kind.
    group: the group's name; set it in a plugin, inside mdlint the folder gives it.
    asks_first: whether the rule has an `applies` of its own; the class itself notes it.
    """

    name: ClassVar[str] = ""
    group: ClassVar[str] = ""
    severity: ClassVar[Severity] = "warning"
    severity_unscoped: ClassVar[Severity | None] = None
    default: ClassVar[bool] = True
    on_with: ClassVar[tuple[str, ...]] = ()
    fixable: ClassVar[Fixable] = "no"
    options: ClassVar[tuple[str, ...]] = ()
    asks_first: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "name" not in cls.__dict__:
            cls.name = _HUMP.sub("-", cls.__name__).lower()
        if not cls.group and cls.__module__ != __name__:
            cls.group = cls.__module__.rpartition(".")[0].rpartition(".")[2].replace("_", "-")
        cls.options = cls._names
        cls.asks_first = cls.applies is not Rule.applies

    @classmethod
    def when_on(cls) -> str:
        """When the rule is on, in words; empty where it always is."""
        if not cls.default:
            return "off unless selected"
        return f"on with the schema {' or '.join(map('`{}`'.format, cls.on_with))}" if cls.on_with else ""

    def needs(self) -> Needs:
        """What a file must hold for this rule, with its options, to have anything to say."""
        return Needs()

    def applies(self, doc: Document, has_schema: bool) -> bool:  # noqa: ARG002 - subclasses look at them
        """Whether the rule has anything to say about such a document at all."""
        return True

    def check(self, doc: Document) -> Iterator[Finding]:
        """What is wrong with the document, in any order."""
        raise NotImplementedError


class ReportedRule(Rule):
    """A rule whose findings another part makes in its name (the schema, the runner, the baseline, the reader of ignore
    comments): documentation and severity only. The part is named in `source`."""

    source: ClassVar[Literal["schema", "runner", "baseline", "suppression"]]

    def check(self, doc: Document) -> Iterator[Finding]:  # noqa: ARG002 - the linter never asks
        return iter(())


class ReaderRule(Rule):
    """A rule whose findings the reader of the front matter makes while reading."""

    def check(self, doc: Document) -> Iterator[Finding]:
        return doc.problems_of(self.name)


_CODE = regex(r"\{\{|\{%|<%")


class SyntaxRule(ReaderRule):
    """A rule about text that its format's parser refuses. What a template with code in it says, shows only once it is filled in."""

    def check(self, doc: Document) -> Iterator[Finding]:
        return iter(()) if doc.is_template and _CODE.search(doc.head) else super().check(doc)


class Fact(NamedTuple):
    """What a project rule keeps of one document, to judge it together with those of the others.

    at: what a finding would point at, as in a `Finding`. value: JSON data: texts, numbers, booleans, null, lists,
    mappings with text keys. slot: an edit that would replace what is wrong; its own text does not matter.
    """

    at: KeyPath | Span
    value: Any = None
    on_key: bool = False
    slot: Edit | None = None


class Verdict(NamedTuple):
    """What a project rule says of a fact. `replacement` goes into the fact's slot, which fixes the finding.

    within: where the fact is one about a whole file, the value in it that is meant.
    """

    fact: PlacedFact
    message: str
    hint: str = ""
    replacement: str | None = None
    severity: Severity | None = None
    within: KeyPath | None = None


class ProjectRule(Rule):
    """A rule for what no single file can show: several files together, the files around it, or the clock.

    It takes facts out of each document, and judges them together. Facts are kept beside what other rules
    said of a file, so that a file that has not changed need not be read again. What the rule says of them is kept too, as
    long as they are the same and so is what it has asked of the `Site`: it must look at nothing else. A fact about a value is dropped
    where a finding of another rule replaces this one's (`mdlint.precedence`).

    A fact with a place costs several times what one about a whole file does. Where most values of most files are in
    order, one fact for all of a file's values does: the few that are not are looked up by reading their files again.

    needs_site: whether it compares files, so that those that nobody asked about are read too. across: whether the facts
    of all collections are judged together, also where their options differ; only `collect` may look at these then.
    """

    fix_is_safe: ClassVar[bool] = False
    needs_site: ClassVar[bool] = True
    across: ClassVar[bool] = False

    def collect(self, doc: Document) -> Iterator[Fact]:
        """What to remember of a document; it depends on nothing else."""
        raise NotImplementedError

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        """What is wrong, of all facts of the rule in order of path; see `across`."""
        raise NotImplementedError

    def closer(self, doc: Document, at: KeyPath, replacement: str | None) -> Fact:  # noqa: ARG002 - for subclasses
        """The fact about one value of a document, of which a verdict about the whole file speaks.

        Its slot holds the edit that makes the replacement of the value, where the verdict has one.
        """
        return Fact(at)

    def check(self, doc: Document) -> Iterator[Finding]:  # noqa: ARG002 - the linter asks for facts
        return iter(())
