"""Names of fields that are surely misspelled: what a generator reads, or any site, is missing beside nearly the same name.

Generators let any field pass, since themes and layouts have their own. So this knows slips of the keys only, and says
nothing of a name that means something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.field_set import FieldSet
from mdlint.models.names import NAMES
from mdlint.named import NamedTuple
from mdlint.spelling import plain_name

Names: TypeAlias = Mapping[str, Any]
"""The names that a mapping may hold, as `models/names.py` has them."""

_MOST = 1000
"""Sets of fields to remember, a site has a few dozen; and names to look at in one mapping, a page has a dozen."""
_SHORTEST = 5
"""Letters from which on two that are swapped, or one that is doubled, are a slip."""
_LONG = 7
"""Letters from which on any other letter but the first and the last may be wrong, missing or too much."""

_EVERYWHERE = ("title", "description", "summary", "author", "categories", "keywords", "image", "permalink")
"""What sites read whatever they are made with."""

_OF_ONE_FORM = ("sidebar_", "toc_", "pagination_", "hide_", "displayed_", "custom_edit_", "parse_number_")
"""How names begin that Docusaurus reads with `_` only, and that nobody would give a field of one's own."""

_WORDS = """
abstrait abstrakt accions alisa autors baner boots categorias categorise categorises categorizes citacion commends commentes
consent contest context convent cotation dataformat dateiformat datenformat derails descripcion deskription detains detalls
esclude except exclue exclure excluye expiredate exzerpt formaat heatless heedless inclue inclure incluse incluye licensee
linktitel megadata metadada ordre outlive paginationtext permlink realtime redner rendre ressources roder sidecar sitebar
slidebar sociaal statuss subtiele subtile subtitel summery templare titel toctitel undated updatedate uprated valiant variat
waning warding waring warming warnung warping warring
"""
"""Words a slip away from a field's name that mean something, in English and other languages of Latin letters."""


class Misspelling(NamedTuple):
    """A field by its key path, and the name that its author meant."""

    path: KeyPath
    meant: str


class Suspects(NamedTuple):
    """Of a set of names, those that are misspelled with what was meant, and those of mappings that may hold others: with
    the names there, and those of mappings among them."""

    names: list[tuple[str, str]]
    mappings: list[tuple[str, Names, frozenset[str]]]


@lru_cache(_MOST)
def suspects(fields: FieldSet, models: frozenset[str]) -> Suspects | None:
    """Where to look for misspelled names, where the fields are those of these shipped models; None for nowhere."""
    found = _suspects(fields.names, _vocabulary(models))
    return found if found.names or found.mappings else None


def may_hold(there: Suspects, data: Mapping[str, Any]) -> bool:
    """Whether there is a misspelled field, or a mapping that may hold one, in the data of these names."""
    if there.names:
        return True
    for name, inside, deeper in there.mappings:
        value = data.get(name)
        if type(value) is list:
            if dict in map(type, value):
                return True
        elif type(value) is dict and not _is_plain(value, inside, deeper):
            return True
    return False


def misspellings(doc: Document, models: frozenset[str]) -> Iterable[Misspelling]:
    """The misspelled fields of a document."""
    there = suspects(doc.field_set, models)
    return () if there is None else _found(there, doc.json_data, ())


def _is_plain(data: dict[str, Any], known: Names, deeper: frozenset[str]) -> bool:
    """Whether a mapping has known fields only, none of which may be a mapping."""
    return data.keys() <= known.keys() and deeper.isdisjoint(data)


def _found(there: Suspects, data: Mapping[str, Any], path: KeyPath) -> Iterator[Misspelling]:
    for name, meant in there.names:
        yield Misspelling((*path, name), meant)
    for name, inside, deeper in there.mappings:
        value = data.get(name)
        items = enumerate(value) if isinstance(value, list) else ((None, value),)
        for number, item in items:
            if type(item) is dict and not _is_plain(item, inside, deeper):
                below = (*path, name) if number is None else (*path, name, number)
                yield from _found(_suspects(item, inside), item, below)


def _suspects(names: Collection[str], known: Names) -> Suspects:
    mappings = [(name, known[name], _deeper(known[name])) for name in names if name in _deeper(known)]
    return Suspects(list(_misspelled(names, known)), mappings)


def _deeper(known: Names) -> frozenset[str]:
    return frozenset([name for name, inside in known.items() if type(inside) is dict])


def _misspelled(names: Collection[str], known: Names) -> Iterator[tuple[str, str]]:
    unknown = [name for name in names if name not in known]
    meant = {name: other for name in unknown[:_MOST] if (other := _meant(name, known)) is not None}
    if not meant:
        return
    there = {plain_name(_first(name, known)) for name in names if name not in meant}
    for name, other in meant.items():
        field = plain_name(_first(other, known))
        if field not in there:
            there.add(field)
            yield name, other


def _meant(name: str, known: Names) -> str | None:
    """The known name that a field's name is surely meant for."""
    plain = plain_name(name)
    means_something = plain in _meaningful()
    for other in known:
        others = plain_name(other)
        if others == plain:
            return other if other.startswith(_OF_ONE_FORM) else None
        if not means_something and _is_slip(plain, others):
            return other
    return None


def _is_slip(word: str, meant: str) -> bool:
    """Whether a finger slipped: two letters swapped or one doubled, and within a long name any one letter.

    Ends are endings: `features` is not `featured`, `keyword` not `keywords`. And `weight` is no `height`.
    """
    if len(meant) < _SHORTEST or abs(len(word) - len(meant)) > 1 or not (word.isascii() and word.isalpha()):
        return False
    is_as_long = len(word) == len(meant)
    shortest = min(len(word), len(meant))
    first = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), shortest)
    is_within = len(meant) >= _LONG and 0 < first < shortest - is_as_long
    if is_as_long:
        swapped = meant[first + 1 : first + 2] + meant[first : first + 1] + meant[first + 2 :]
        return word[first:] == swapped or (is_within and word[first + 1 :] == meant[first + 1 :])
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    is_doubled = first > 0 and longer[first] == longer[first - 1]
    return longer[first + 1 :] == shorter[first:] and (is_doubled or is_within)


def _first(name: str, known: Names) -> str:
    """The name that a field has first, of the several it may have."""
    first = known.get(name)
    return first if type(first) is str else name


@lru_cache
def _vocabulary(models: frozenset[str]) -> Names:
    """The names that one of these models knows, and those that are read everywhere."""
    known: dict[str, Any] = {}
    for model in sorted(models):
        known.update(NAMES[model])
    return known | {name: None for name in _EVERYWHERE if name not in known}


@lru_cache
def _meaningful() -> frozenset[str]:
    """Words, and the names of all fields that any shipped model knows, at any depth."""
    found = set(_WORDS.split())
    waiting: list[Names] = list(NAMES.values())
    for names in waiting:
        found.update(map(plain_name, names))
        waiting.extend(inside for inside in names.values() if type(inside) is dict)
    return frozenset(found)
