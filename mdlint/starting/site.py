"""What is there: the generator, the kinds of content, and for each the schema that fits it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from mdlint.document import Document
from mdlint.files import read_bytes
from mdlint.generators import detect_generator, sites_below
from mdlint.globs import escaped, globs
from mdlint.models import MODELS, ShippedModel
from mdlint.record import Record
from mdlint.reporters.safe import escape
from mdlint.schema import SchemaError, schema_of
from mdlint.schema.astro import FOLDER as ASTRO_FOLDER
from mdlint.schema.decap import decap_names, decap_schema
from mdlint.schema.frontmatter_cms import frontmatter_cms_names, frontmatter_cms_schema
from mdlint.settings import Limits, Settings
from mdlint.starting.layouts import LAYOUTS, Folder, Place, not_content
from mdlint.starting.observation import Bounds, Values
from mdlint.starting.sharing import guessed, shared_out, told_apart

_SAMPLE = 200
"""Files of a collection that are read; more would tell nothing new."""
_FEWEST = 3
"""Files that make a custom: what fewer have in common says little."""
_NEARLY_ALL = 0.9
_MOST_REQUIRED = 6


class Found(Record):
    """A collection to be: `files` are its globs, `count` how many there are.

    folder: the innermost one that holds them all. schema: its reference, empty where none fits. custom: the fields that all its files have, of
    those that the schema does not ask for. bare: how many of `read` have no front matter, and may; `hollow` how many have one that holds but a comment. required: what
    the generator wants. generator: what reads the files, where their place does not tell.
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
    generator: str = ""


class Site(Record):
    """A site, or what lies in none, which has no generator. `evidence` is the file that gives the generator away, `rest` how many
    files are in no collection.

    folder: where it lies (`website/`). home: the same where there are several sites; empty where all files belong to it.
    """

    generator: str = ""
    evidence: str = ""
    folder: str = ""
    home: str = ""
    files: int = 0
    collections: tuple[Found, ...] = ()
    rest: int = 0


class Surroundings(Record):
    """What there is below a folder: a site or several, and the last of these may be what lies in none; `notes` are what the user
    should know."""

    sites: tuple[Site, ...]
    exclude: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def collections(self) -> list[Found]:
        """Those of all sites."""
        return [found for site in self.sites for found in site.collections]


def look_at(root: Path, paths: Sequence[str]) -> Surroundings:
    """Look at the sites whose configuration is to lie in `root`; `paths` are its Markdown files, relative to it."""
    sites = _sites_in(root)
    notes: list[str] = []
    excluded: list[str] = []
    layouts: list[list[Place]] = []
    for number, site in enumerate(sites):
        inside = [path.removeprefix(site.folder) for path in paths if path.startswith(site.folder)]
        folder = Folder(root / site.folder, site.folder, inside)
        excluded += [f"{escaped(site.folder + name)}/" for name in not_content(site.generator, folder)]
        layout = LAYOUTS[site.generator](folder) if site.generator in LAYOUTS else ()
        layouts.append([place.replace(site=number) for place in layout])
        notes += _about_own_schemas(site, layouts[number], root)
    kept = [path for path in paths if not (excluded and globs(tuple(excluded)).match(path))]
    shares, rest = shared_out(list(_known_places(layouts, root, notes)), kept)
    guesses: list[tuple[Place, list[str]]] = []
    for number, (site, theirs) in enumerate(_by_site(rest, sites)):
        others = [other.home for other in sites if other.home != site.home and other.home.startswith(site.home)]
        guesses += shared_out(list(guessed(theirs, site.home, others, number)), theirs)[0]
    collections: list[list[Found]] = [[] for _ in sites]
    unclaimed = dict.fromkeys(kept)
    for number, (place, files) in enumerate(told_apart([*shares, *guesses])):
        found = _found(place, files, root)
        # Of what the generator does not read, only what is known for sure.
        if found.schema or (found.custom and (number < len(shares) or not layouts[place.site])):
            collections[place.site].append(found)
            for path in files:
                del unclaimed[path]
    named = _named(sites, collections)
    whole = [
        site.replace(files=sum(one.count for one in own) + len(left), collections=own, rest=len(left))
        for (site, left), own in zip(_by_site(unclaimed, sites), named, strict=True)
    ]
    return Surroundings(tuple(site for site in whole if site.files) or (whole[-1],), tuple(excluded), tuple(notes))


def _sites_in(root: Path) -> list[Site]:
    """The site at the root, or those in folders of it; the last of none or several stands for what lies in no site."""
    if detected := detect_generator(root):
        return [Site(*detected)]
    found = [Site(generator, f"{folder}/{told_by}", f"{folder}/") for folder, generator, told_by in sites_below(root)]
    return found if len(found) == 1 else [*(site.replace(home=site.folder) for site in found), Site()]


def _by_site(paths: Iterable[str], sites: Sequence[Site]) -> list[tuple[Site, list[str]]]:
    """Each site with those of the files that lie there."""
    found: list[tuple[Site, list[str]]] = [(site, []) for site in sites]
    for path in paths:
        next(files for site, files in found if path.startswith(site.home)).append(path)
    return found


def _known_places(layouts: Sequence[Sequence[Place]], root: Path, notes: list[str]) -> Iterator[Place]:
    """What is known to be there, the surest first."""
    last = len(layouts) - 1
    layout = [place for places in layouts for place in places]
    yield Place("skills", ("SKILL.md",), ("skill",), bare=False, site=last)
    sure = list(_with_own_schema(layout, root, notes))
    yield from sure
    yield from (place.replace(site=last) for place in _of_content_systems(root, notes))
    yield from (place for place in layout if place not in sure)


def _about_own_schemas(site: Site, layout: Iterable[Place], root: Path) -> Iterator[str]:
    """What the user should know of schemas that a site brings along."""
    is_astro = any(place.schemas and place.schemas[0].startswith("astro:") for place in layout)
    has_schemas = (root / site.folder / ASTRO_FOLDER).exists()
    if not site.folder:
        if is_astro and not has_schemas:
            yield "Astro's own schemas are not there yet: run `npx astro sync` before `mdlint init` to use them"
        return
    systems = ["Astro"] if is_astro and has_schemas else []
    for system, names in (("Decap CMS", decap_names), ("Front Matter CMS", frontmatter_cms_names)):
        with suppress(SchemaError):
            systems += [system] if any(names(root / site.folder)) else []
    if systems:
        folder = escape(site.folder)
        yield f"the schemas of {' and '.join(systems)} in {folder} are for a configuration there: `mdlint init` in it uses them"


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
    """Whether a schema can be used and asks for nothing that most files lack; of one that its files are recognised by, whether
    hardly any file is of another kind, which would get errors for what it is not."""
    if reference not in MODELS:
        return not _unusable(reference, root)
    model = MODELS[reference]
    if model.signature_size:
        fitting = sum(model.recognises(doc.data.keys()) for doc in docs)
        return bool(docs) and fitting >= _NEARLY_ALL * len(docs)
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


def _named(sites: Sequence[Site], collections: Sequence[Sequence[Found]]) -> Iterator[tuple[Found, ...]]:
    """The collections of each site with names that differ, and with the generator where their globs do not lead to the site."""
    last_names = [posixpath.basename(site.home[:-1]) for site in sites]
    taken: set[str] = set()
    for site, last_name, own in zip(sites, last_names, collections, strict=True):
        label = last_name if last_names.count(last_name) == 1 else site.home[:-1].replace("/", "-")
        named = []
        for found in own:
            plain = found.name if label in ("", found.name) else f"{label}-{found.name}"
            number, name = 1, plain
            while name in taken:
                number += 1
                name = f"{plain}-{number}"
            taken.add(name)
            leads = all(glob.startswith(site.home) for glob in found.files if not glob.startswith("!"))
            named.append(found.replace(name=name, generator="" if leads else site.generator))
        yield tuple(named)
