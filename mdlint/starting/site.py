"""What is there: the generator, the kinds of content, and for each the schema that fits it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mdlint.document import Document
from mdlint.files import read_bytes
from mdlint.generators import detect_generator, sites_below
from mdlint.globs import escaped, globs
from mdlint.models import MODELS, ShippedModel
from mdlint.record import Record
from mdlint.schema import SchemaError, schema_of
from mdlint.schema.astro import FOLDER as ASTRO_FOLDER
from mdlint.schema.decap import decap_names, decap_schema
from mdlint.schema.frontmatter_cms import frontmatter_cms_names, frontmatter_cms_schema
from mdlint.settings import Limits, Settings
from mdlint.starting.layouts import LAYOUTS, Folder, Place, not_content
from mdlint.starting.observation import Bounds, Values

_SAMPLE = 200
"""Files of a collection that are read; more would tell nothing new."""
_FEWEST = 3
"""Files that make a custom: what fewer have in common says little."""
_MOST_REQUIRED = 6
_MOST_FOLDERS = 12


class Found(Record):
    """A collection to be: `files` are its globs, `count` how many there are.

    folder: the innermost one that holds them all. schema: its reference, empty where none fits. custom: the fields that all its files have, of
    those that the schema does not ask for. bare: how many of `read` have no front matter, and may; `hollow` how many have one that holds but a comment. required: what
    the generator wants.
    """

    name: str
    files: tuple[str, ...]
    count: int
    example: str
    folder: str
    schema: str
    custom: tuple[str, ...]
    bare: int
    hollow: int
    read: int
    required: tuple[str, ...] = ()


class Site(Record):
    """The content of a folder. `evidence` is the file that gives the generator away, `rest` how many files
    are in no collection, `notes` what the user should know."""

    generator: str
    evidence: str
    files: int
    collections: tuple[Found, ...]
    exclude: tuple[str, ...]
    rest: int
    notes: tuple[str, ...]


def look_at(root: Path, paths: Sequence[str]) -> Site:
    """Look at the site whose configuration is to lie in `root`; `paths` are its Markdown files, relative to it."""
    notes: list[str] = []
    generator, evidence, prefix = _generator_in(root, notes)
    inside = [path.removeprefix(prefix) for path in paths if path.startswith(prefix)]
    folder = Folder(root / prefix, prefix, inside)
    excluded = [f"{escaped(prefix + name)}/" for name in not_content(generator, folder)]
    kept = [path for path in paths if not (excluded and globs(tuple(excluded)).match(path))]
    layout = list(LAYOUTS[generator](folder)) if generator in LAYOUTS else []
    places = [Place("skills", ("SKILL.md",), ("skill",), bare=False), *_with_own_schema(layout, root, notes)]
    places += [*_of_content_systems(root, notes), *(place for place in layout if place not in places)]
    shares, rest = _shared_out(places, kept)
    guessed, rest = _shared_out(list(_guessed(rest)), rest)
    if (
        any(place.schemas and place.schemas[0].startswith("astro:") for place in layout)
        and not (root / ASTRO_FOLDER).exists()
    ):
        notes.append("Astro's own schemas are not there yet: run `npx astro sync` before `mdlint init` to use them")
    found = [_found(place, files, root) for place, files in _told_apart([*shares, *guessed])]
    # Of what the generator does not read, only what is known for sure.
    unsure = found[len(shares) :] if layout else []
    collections = [one for one in found if one.schema or (one.custom and one not in unsure)]
    claimed = sum(one.count for one in collections)
    return Site(
        generator, evidence, len(kept), tuple(_renamed(collections)), tuple(excluded), len(kept) - claimed, tuple(notes)
    )


def _generator_in(root: Path, notes: list[str]) -> tuple[str, str, str]:
    """The generator, the file that gives it away, and the folder of the site: the root, or the only
    folder in it that holds one."""
    detected = detect_generator(root)
    if detected is not None:
        return *detected, ""
    sites = [(generator, f"{folder}/{told_by}", f"{folder}/") for folder, generator, told_by in sites_below(root)]
    if len(sites) > 1:
        names = ", ".join(prefix for _, _, prefix in sites)
        notes.append(f"there is a site in each of {names}: run `mdlint init` there instead, for the most of it")
    return sites[0] if len(sites) == 1 else ("", "", "")


def _with_own_schema(places: Iterable[Place], root: Path, notes: list[str]) -> Iterator[Place]:
    """The places for which Astro has written a schema that can be used."""
    for place in places:
        system, _, name = (place.schemas or ("",))[0].partition(":")
        if system == "astro" and (root / ASTRO_FOLDER / f"{name}.schema.json").is_file():
            why = _unusable(place.schemas[0], root)
            if not why:
                yield place
            else:
                notes.append(f"`astro:{name}` cannot be used: {why}")


def _of_content_systems(root: Path, notes: list[str]) -> Iterator[Place]:
    """The collections of Decap or Sveltia CMS and the content types of Front Matter CMS."""
    for system, names, load in (
        ("decap", decap_names, decap_schema),
        ("frontmatter-cms", frontmatter_cms_names, frontmatter_cms_schema),
    ):
        taken: set[str] = set()
        try:
            known = list(names(root))
        except SchemaError:  # it has no such system
            continue
        for name in known:
            try:
                schema = load(name, root)
            except SchemaError as error:
                notes.append(f"`{system}:{name}` cannot be used: {error}")
                continue
            # Of several types for one folder, each file names its own; the first stands for them all.
            own = [glob for glob in schema.files if glob not in taken]
            taken.update(own)
            if own:
                yield Place(name, tuple(own), (f"{system}:{name}",))
    if (root / "tina" / "tina-lock.json").is_file():
        notes.append("the schema in tina/tina-lock.json is not read; `mdlint infer` learns one from the content")


def _unusable(reference: str, root: Path) -> str:
    """Why a schema cannot be used, or nothing."""
    try:
        schema_of(Settings(root=str(root), schema=reference))
    except SchemaError as error:
        return str(error)
    return ""


def _shared_out(places: Sequence[Place], paths: Sequence[str]) -> tuple[list[tuple[Place, list[str]]], list[str]]:
    """Each file with the first place that speaks of it, and the files that none does."""
    shares: list[tuple[Place, list[str]]] = [(place, []) for place in places]
    rest = []
    for path in paths:
        for place, files in shares:
            if globs(place.globs).match(path):
                files.append(path)
                break
        else:
            rest.append(path)
    return [(place.replace(globs=_joined(place.globs, paths)), files) for place, files in shares if files], rest


def _joined(written: Sequence[str], paths: Sequence[str]) -> tuple[str, ...]:
    """The globs, those of folders that hold nothing yet in one with the first that does: `{_posts,_drafts}/**`.

    The folders may come, and a run tells of every glob that matches no file.
    """
    whole = [glob for glob in written if glob.endswith("/**")]
    empty = [glob for glob in whole if not any(map(globs((glob,)).match, paths))]
    first = next((glob for glob in whole if glob not in empty), None)
    if first is None or not empty:
        return tuple(written)
    names = ",".join(glob.removesuffix("/**") for glob in (first, *empty))
    return tuple(f"{{{names}}}/**" if glob == first else glob for glob in written if glob not in empty)


def _told_apart(shares: Sequence[tuple[Place, list[str]]]) -> Iterator[tuple[Place, list[str]]]:
    """The places, each without the files of those before it."""
    for number, (place, files) in enumerate(shares):
        taken = [
            f"!{glob}"
            for other, theirs in shares[:number]
            if any(globs(place.globs).match(path) for path in theirs)
            for glob in other.globs
        ]
        yield place.replace(globs=(*place.globs, *taken)), files


def _guessed(paths: Sequence[str]) -> Iterator[Place]:
    """Places for files that nothing else speaks of: each folder directly below the root, as deep as its files
    begin; of many folders all together, since they hold one kind of content."""
    recognisable = tuple(name for name, model in MODELS.items() if model.signature_size)
    folders: dict[str, list[str]] = {}
    for path in paths:
        folders.setdefault(path.partition("/")[0] if "/" in path else "", []).append(posixpath.dirname(path))
    if len(folders) > _MOST_FOLDERS:
        yield Place("pages", ("**",), recognisable)
        return
    for top, inside in folders.items():
        folder = posixpath.commonpath(inside)
        if top:
            yield Place(posixpath.basename(folder), (f"{escaped(folder)}/**",), recognisable)
        else:
            endings = sorted({posixpath.splitext(path)[1] for path in paths if "/" not in path})
            yield Place("pages", tuple(f"/*{ending}" for ending in endings), recognisable)


def _found(place: Place, paths: Sequence[str], root: Path) -> Found:
    """The collection that a place makes, with the first schema that fits."""
    sample = paths[:: max(1, -(-len(paths) // _SAMPLE))]
    docs = list(_read(root, sample))
    filled = [doc for doc in docs if doc.root is not None]
    schema = next((name for name in place.schemas if _fits(name, filled, root)), "")
    bare = sum(doc.front_matter is None for doc in docs)
    known = [*place.required, *(_required(MODELS[schema]) if schema in MODELS else ())]
    custom = () if ":" in schema else _custom(filled, known)
    if not schema and bare * 2 > len(docs):
        custom = ()  # front matter is the exception here
    bare = bare if place.bare and (schema or bare * 20 > len(docs)) else 0
    hollow = sum(doc.root is None and "#" in doc.head and any(doc.problems_of("empty-front-matter")) for doc in docs)
    hollow = hollow if place.bare and schema else 0
    folder = posixpath.commonpath([posixpath.dirname(path) for path in paths])
    return Found(
        place.name, place.globs, len(paths), paths[0], folder, schema, custom, bare, hollow, len(docs), place.required
    )


def _read(root: Path, paths: Iterable[str]) -> Iterator[Document]:
    for path in paths:
        try:
            yield Document.from_bytes(path, read_bytes(str(root / path)), Limits())
        except OSError:  # a run says so, this only looks around
            continue


def _fits(reference: str, docs: Sequence[Document], root: Path) -> bool:
    """Whether a schema can be used and asks for nothing that most files lack."""
    if reference not in MODELS:
        return not _unusable(reference, root)
    model = MODELS[reference]
    if model.signature_size:
        fitting = sum(model.recognises(doc.data.keys()) for doc in docs)
        return bool(docs) and fitting * 2 > len(docs)
    names = _required(model)
    return all(sum(name in doc.data for doc in docs) * 2 >= len(docs) for name in names)


def _required(model: ShippedModel) -> list[str]:
    """The top-level fields that a shipped model requires."""
    return [info.alias or name for name, info in model.load().model_fields.items() if info.is_required()]


def _custom(docs: Sequence[Document], known: Sequence[str]) -> tuple[str, ...]:
    """The fields that all of the files have, but for the known ones. A dot leads into a field, so no name
    in a configuration may hold one."""
    values = Values(Bounds(0))
    for number, doc in enumerate(docs):
        values.add_mapping(doc.data, number)
    names = [
        name
        for name, field in values.fields.items()
        if field.values.count == len(docs) and name and name not in known and "." not in name
    ]
    return tuple(names[:_MOST_REQUIRED]) if len(docs) >= _FEWEST else ()


def _renamed(collections: Sequence[Found]) -> Iterator[Found]:
    """The collections with names that differ."""
    taken: set[str] = set()
    for found in collections:
        number, name = 1, found.name
        while name in taken:
            number += 1
            name = f"{found.name}-{number}"
        taken.add(name)
        yield found.replace(name=name)
