"""From what was observed to what a schema should ask for, each choice with its evidence.

A choice is what nearly all values have in common. The files that break it are its outliers; a choice
whose outliers are too many to be named is not made.
"""

from __future__ import annotations

from collections.abc import Iterable

from mdlint.record import Record
from mdlint.starting.observation import Field, Kind, Places, Values

KINDS: dict[Kind, str] = {
    "null": "empty",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "list": "a list",
    "mapping": "a mapping",
    "text": "text",
    "date": "a date",
    "date-time": "a date with time and offset",
    "local-date-time": "a date with time",
    "time": "a time",
    "uri": "a web address",
    "email": "an e-mail address",
}
"""What people call the kinds."""

_NUMBERS: tuple[Kind, ...] = ("integer", "number")
_DATES: tuple[Kind, ...] = ("date", "date-time", "local-date-time")
_TEXTS: tuple[Kind, ...] = ("text", *_DATES, "time", "uri", "email")
_GROUPS: tuple[tuple[Kind, ...], ...] = (_TEXTS, _NUMBERS, ("boolean",), ("list",), ("mapping",))
_FORMATS: tuple[tuple[Kind, ...], ...] = (_DATES, ("uri",), ("email",))

_FEWEST = 3
"""Values that a choice needs, or as many as there are files: one file shows no custom."""
_FEWEST_FOR_ENUM = 20
_MOST_CHOICES = 12
_USES_PER_CHOICE = 10


class Shape(Record):
    """What the values of one place are to be.

    kinds: of which one is right; none where nothing is known. `text` stands for all kinds of text.
    native: the types of dates and times that count as text besides. evidence: in words, for people.
    """

    kinds: tuple[Kind, ...] = ()
    native: tuple[str, ...] = ()
    enum: tuple[str, ...] = ()
    items: Shape | None = None
    fields: tuple[Known, ...] = ()
    evidence: tuple[str, ...] = ()


class Known(Record):
    """A field of a mapping; `evidence` says how many mappings have it."""

    name: str
    shape: Shape
    required: bool
    evidence: str


class Outlier(Record):
    """What a few values have against a choice: where, what they are, how many of how many, the files'
    numbers."""

    at: str
    what: str
    count: int
    of: int
    files: tuple[int, ...]


class Learned(Record):
    """What was learned from how many files. `rare` are fields that are not part of it."""

    shape: Shape
    files: int
    outliers: tuple[Outlier, ...]
    rare: tuple[Outlier, ...]


def infer(root: Values, required_at: float) -> Learned:
    """Judge the mappings that were observed. What holds for the share `required_at` is to hold for all."""
    judge = _Judge(root.mappings.count, required_at)
    fields = judge.fields(root, "")
    return Learned(
        Shape(kinds=("mapping",), fields=fields), root.mappings.count, tuple(judge.outliers), tuple(judge.rare)
    )


def share(count: int, of: int) -> str:
    """`1,702 of 1,711`."""
    return f"{count:,} of {of:,}"


class _Judge:
    def __init__(self, files: int, required_at: float) -> None:
        self.fewest = min(_FEWEST, files)
        self.required_at = required_at
        self.outliers: list[Outlier] = []
        self.rare: list[Outlier] = []

    def fields(self, values: Values, at: str) -> tuple[Known, ...]:
        """The fields of the mappings at a place, those that most have first."""
        of = values.mappings.count
        found = []
        for name, field in sorted(values.fields.items(), key=lambda entry: -entry[1].values.count):
            count = field.values.count
            path = f"{at}.{name}" if at else name
            if count < _FEWEST and count * 100 < of:
                self.rare.append(Outlier(path, "", count, of, _files(field.values.kinds.values())))
                continue
            required = self._required(field, path, of)
            found.append(Known(name, self.shape(field.values, path), required, share(count, of)))
        return tuple(found)

    def _required(self, field: Field, at: str, of: int) -> bool:
        count = field.values.count
        missing = of - count
        if count < self.fewest or missing > self._allowed(of) or field.missing.files is None:
            return False
        self._break(at, "is missing", [field.missing], of)
        return True

    def shape(self, values: Values, at: str) -> Shape:
        """What the values at a place are to be."""
        groups = self._groups(values, at)
        kinds: list[Kind] = []
        for group in groups:
            if group == _TEXTS:
                kinds += self._text_kinds(values, at)
            elif group == _NUMBERS:
                kinds.append("number" if "number" in values.kinds else "integer")
            else:
                kinds += group
        enum: tuple[str, ...] = ()
        native: tuple[str, ...] = ()
        if "text" in kinds:
            native = self._native(values, at)
            if set(kinds) <= {"text", "null"} and not values.native:
                enum = self._enum(values, at)
        names = {**KINDS, "text": "text or a date"} if native else KINDS
        evidence = [f"{names[kind]} in {share(_count_of(kind, values), values.count)}" for kind in kinds]
        if enum:
            evidence.append(_enum_evidence(enum, values))
        return Shape(
            kinds=tuple(kinds),
            native=native,
            enum=enum,
            items=self.shape(values.items, f"{at}[]") if "list" in kinds and values.items is not None else None,
            fields=self.fields(values, at) if "mapping" in kinds else (),
            evidence=tuple(evidence),
        )

    def _groups(self, values: Values, at: str) -> list[tuple[Kind, ...]]:
        """The groups of kinds that are no exceptions, the most frequent first."""
        nulls = values.kinds.get("null")
        filled = values.count - (nulls.count if nulls else 0)
        if not filled:
            return []
        met = [group for group in _GROUPS if any(kind in values.kinds for kind in group)]
        met.sort(key=lambda group: -_count(values, group))
        allowed = self._allowed(filled)
        while len(met) > 1:
            places = [values.kinds[kind] for kind in met[-1] if kind in values.kinds]
            allowed -= sum(place.count for place in places)
            if allowed < 0 or not _nameable(places):
                break
            kind = "text" if met[-1] == _TEXTS else met[-1][-1]
            self._break(at, f"is {KINDS[kind]}", places, filled)
            met.pop()
        if nulls:
            if nulls.count <= self._allowed(values.count) and _nameable([nulls]):
                self._break(at, "is empty", [nulls], values.count)
            else:
                met.append(("null",))
        return met

    def _text_kinds(self, values: Values, at: str) -> list[Kind]:
        """The formats that nearly all texts have, or else just `text`."""
        total = _count(values, _TEXTS)
        for formats in _FORMATS:
            others = [values.kinds[kind] for kind in _TEXTS if kind in values.kinds and kind not in formats]
            exceptions = sum(place.count for place in others)
            fewest = 1 if formats == _DATES else self.fewest
            if total - exceptions < fewest or exceptions > self._allowed(total) or not _nameable(others):
                continue
            self._break(at, f"is not {KINDS[formats[0]]}", others, total)
            return sorted((kind for kind in formats if kind in values.kinds), key=lambda kind: -_count(values, (kind,)))
        return ["text"]

    def _native(self, values: Values, at: str) -> tuple[str, ...]:
        """The types of dates and times that are no exceptions among texts."""
        places, total = list(values.native.values()), _count(values, _TEXTS)
        if sum(place.count for place in places) > self._allowed(total) or not _nameable(places):
            return tuple(sorted(values.native))
        self._break(at, "is a date, not text", places, total)
        return ()

    def _enum(self, values: Values, at: str) -> tuple[str, ...]:
        """The few texts that many files use, the most frequent first; none where there is no such set."""
        total, texts = _count(values, _TEXTS), values.texts
        if texts is None or not _in_many_files(values):
            return ()
        # An open set has a long tail of words used once; in a closed one such a word is a slip.
        most = max(1, total // 500)
        words = sorted(texts, key=lambda word: (-texts[word].count, word))
        kept = [word for word in words if texts[word].count > most]
        slips = [word for word in words if texts[word].count <= most]
        exceptions = [texts[word] for word in slips]
        if (
            not 2 <= len(kept) <= _MOST_CHOICES  # what is the same everywhere may be nobody's choice
            or not all(word.strip() for word in kept)
            or len(kept) * _USES_PER_CHOICE > total
            or sum(place.count for place in exceptions) > min(total // 100, self._allowed(total))
            or not _nameable(exceptions)
        ):
            return ()
        for word, places in zip(slips, exceptions, strict=True):
            self._break(at, f"is `{word}`", [places], total)
        return tuple(kept)

    def _allowed(self, total: int) -> int:
        """How many of so many may be exceptions."""
        return int(total * (1 - self.required_at) + 1e-9)

    def _break(self, at: str, what: str, places: list[Places], of: int) -> None:
        count = sum(place.count for place in places)
        if count:
            self.outliers.append(Outlier(at, what, count, of, _files(places)))


def _count(values: Values, kinds: Iterable[Kind]) -> int:
    return sum(values.kinds[kind].count for kind in kinds if kind in values.kinds)


def _count_of(kind: Kind, values: Values) -> int:
    """How many values are right where a kind is asked for."""
    return _count(values, _TEXTS if kind == "text" else _NUMBERS if kind == "number" else (kind,))


def _nameable(places: Iterable[Places]) -> bool:
    return all(place.files is not None for place in places)


def _files(places: Iterable[Places]) -> tuple[int, ...]:
    return tuple(sorted({file for place in places for file in place.files or ()}))


def _in_many_files(values: Values) -> bool:
    """Whether the texts come from enough files for an enum."""
    places = [values.kinds[kind] for kind in _TEXTS if kind in values.kinds]
    return not _nameable(places) or len(_files(places)) >= _FEWEST_FOR_ENUM


def _enum_evidence(enum: tuple[str, ...], values: Values) -> str:
    uses = sum(places.count for word, places in (values.texts or {}).items() if word in enum)
    return f"{len(enum)} values in {share(uses, _count_of('text', values))}"
