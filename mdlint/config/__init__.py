"""Find, read and merge the configuration → `Settings`.

The command line counts over a collection, that over the file, that over what it extends, that over
the defaults. The file is looked for from the current directory upwards, never from the files that
are checked: what a run says may not depend on which of them happen to be staged.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mdlint.config.error import ConfigError, Mistake
from mdlint.generators import TIME_ZONES, detect_generator, sets_time_zone, sites_below
from mdlint.globs import escaped
from mdlint.record import Record
from mdlint.regex import regex
from mdlint.settings import Collection, Limits, Settings
from mdlint.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from mdlint.config.read import ConfigFile

__all__ = ["ConfigError", "Configuration", "Mistake", "configuration_of", "load_configuration"]

_PYPROJECT = "pyproject.toml"
_TABLE = regex(rb"(?m)^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*[\"']?mdlint\b")
_LITERAL = regex(r"[^*?\[{\\]*")
"""The beginning of a glob that stands for itself."""
_ACCUMULATED = ("extend-select", "ignore", "unfixable", "plugins")
"""Lists that add up over the layers; every other value replaces the one below it."""
_MERGED = ("severity", "rules", "per-file-ignores", "fields", "limits")
"""Tables that are merged key by key."""


class Configuration(Record):
    """The settings of a run, the file they come from, and where each was set.

    origins: per key (`rules.title-length.max`), what set it last: `mdlint.toml:3:7`, `preset strict`,
    `command line`, `detected from astro.config.mjs`.
    """

    settings: Settings
    file: Path | None
    origins: Mapping[str, str]

    def place_of_schema(self, reference: str | None) -> str | None:
        """Where a file first names a schema; None for one that the command line names."""
        if reference is None or self.origins.get("schema") == "command line":
            return None
        named = [("schema", self.settings)]
        named += [(f"collections.{one.name}.schema", one.settings) for one in self.settings.collections]
        return next((self.origins[key] for key, settings in named if settings.schema == reference), None)


class _Layers:
    """Values on their way to settings, each with what set it last."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.origins: dict[str, str] = {}

    @cached_property
    def site(self) -> Site:
        """The folders, each listed once, however many collections lie there."""
        return Site.here()

    def add(self, values: Mapping[str, Any], origins: Mapping[str, str] | str) -> None:
        """Lay a layer above the others."""
        self.values = merged(self.values, values)
        if isinstance(origins, str):
            origins = dict.fromkeys(values, origins)
        self.origins.update(origins)


def load_configuration(
    directory: str | os.PathLike[str],
    *,
    config: Path | None = None,
    isolated: bool = False,
    command_line: Mapping[str, Any] | None = None,
) -> Configuration:
    """The configuration for a run started in `directory`.

    config: the file to use, instead of looking for one. isolated: use none. command_line: the values
    given there, under the keys of the configuration. Raises ConfigError.
    """
    directory = os.fspath(directory)
    path = None if isolated else config or find_configuration(directory)
    file = None
    if path is not None:
        # Imported here: a run without a configuration reads no TOML.
        from mdlint.config.read import read_config

        no_code = bool((command_line or {}).get("no-code"))
        file = read_config(path, _shown(path, directory), no_code=no_code)
    return configuration_of(file, directory, command_line or {})


def configuration_of(
    file: ConfigFile | None, directory: str | os.PathLike[str], given: Mapping[str, Any]
) -> Configuration:
    """The configuration that a file and a command line make. Raises ConfigError."""
    layers = _Layers()
    root = directory = os.fspath(directory)
    if file is not None:
        root = str(file.path.parent.resolve())
        _add_file(layers, file, (file.path.resolve(),), directory, no_code=bool(given.get("no-code")))
    layers.add(given, "command line")
    if "generator" not in layers.values and (detected := detect_generator(root, layers.site)):
        layers.add({"generator": detected[0]}, f"detected from {detected[1]}")
    if (config := _config_of(layers, root)) is not None:
        layers.values = _with_time_zone(layers, layers.values, "rules", config, root)
    base = _settings(layers.values, root, directory, detect=file is None)
    collections = tuple(_collections(layers, given, root, directory))
    others = [one for one in collections if one.files and one.settings.generator != base.generator]
    generators: list[tuple[tuple[str, ...], str | None]] = [(one.files, one.settings.generator) for one in others]
    if base.generator is None:
        generators += _sites(layers, root)
    settings = base.replace(collections=collections, generators=tuple(generators))
    return Configuration(settings, file.path if file else None, layers.origins)


def find_configuration(directory: str | os.PathLike[str]) -> Path | None:
    """The nearest configuration from a directory upwards; `mdlint.toml` before `pyproject.toml`."""
    folder, above = "", os.path.join(os.getcwd(), directory)
    while folder != above:
        folder, above = above, os.path.dirname(above)
        for name in ("mdlint.toml", ".mdlint.toml", _PYPROJECT):
            if _has_settings(folder, name):
                # Imported here: it takes a tenth of the time of a run without a configuration.
                from pathlib import Path

                return Path(folder, name)
    return None


def _has_settings(folder: str, name: str) -> bool:
    """Whether a file configures mdlint: any `mdlint.toml`; a `pyproject.toml` with the table."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    if name != _PYPROJECT:
        return True
    try:
        with open(path, "rb") as file:
            return _TABLE.search(file.read()) is not None
    except OSError:
        return False


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two layers as one, the second counting more."""
    result = dict(below)
    for key, value in above.items():
        if key in _ACCUMULATED:
            result[key] = tuple(dict.fromkeys((*result.get(key, ()), *value)))
        elif key == "rules":
            result[key] = {
                **result.get(key, {}),
                **{rule: {**result.get(key, {}).get(rule, {}), **options} for rule, options in value.items()},
            }
        elif key in _MERGED:
            result[key] = {**result.get(key, {}), **value}
        elif key == "collections":
            names = {collection["name"] for collection in value}
            result[key] = (*(c for c in result.get(key, ()) if c["name"] not in names), *value)
        else:
            result[key] = value
    return result


def _add_file(layers: _Layers, file: ConfigFile, chain: tuple[Path, ...], directory: str, *, no_code: bool) -> None:
    """Lay a file above what it extends. `chain` holds the files on the way to it."""
    from mdlint.config.presets import PRESETS
    from mdlint.config.read import read_config

    for name in file.values.get("extends", ()):
        if name in PRESETS:
            layers.add(PRESETS[name], f"preset {name}")
            continue
        path = file.path.parent / name
        if not name.endswith(".toml"):
            from mdlint.spelling import did_you_mean

            near, known = did_you_mean(name, PRESETS), ", ".join(f"`{preset}`" for preset in PRESETS)
            hint = f"did you mean `{near}`?" if near else f"the presets are {known}; a file ends in .toml"
            raise file.mistake("extends", f"there is no preset `{name}`", hint)
        if not path.is_file():
            from mdlint.spelling import near_file

            near = near_file(path)
            hint = f"did you mean `{name.removesuffix(path.name)}{near}`?" if near else ""
            raise file.mistake("extends", f"there is no file `{name}`", hint)
        if path.resolve() in chain:
            raise file.mistake("extends", f"`{name}` extends itself")
        below = read_config(path, _shown(path, directory), root=chain[0].parent, no_code=no_code)
        _add_file(layers, below, (*chain, path.resolve()), directory, no_code=no_code)
    layers.add({key: value for key, value in file.values.items() if key != "extends"}, file.origins)


def _settings(values: Mapping[str, Any], root: str, directory: str, *, detect: bool) -> Settings:
    select = values.get("select")
    return Settings(
        root=root,
        prefix="" if root == directory else _relative(directory, root),
        schema=values.get("schema"),
        required=values.get("required", ()),
        fields=values.get("fields", {}),
        extra=values.get("extra"),
        detect=detect,
        plugins=values.get("plugins", ()),
        no_code=values.get("no-code", False),
        generator=values.get("generator"),
        include=values.get("include", ()),
        exclude=values.get("exclude", ()),
        select=tuple(select) if select is not None else None,
        extend_select=values.get("extend-select", ()),
        ignore=values.get("ignore", ()),
        severity=values.get("severity", {}),
        options=values.get("rules", {}),
        per_file_ignores=values.get("per-file-ignores", {}),
        unsafe_fixes=values.get("unsafe-fixes", False),
        unfixable=values.get("unfixable", ()),
        fail_on=values.get("fail-on", "warning"),
        baseline=values.get("baseline"),
        limits=Limits(**{name.replace("-", "_"): size for name, size in values.get("limits", {}).items()}),
    )


def _collections(layers: _Layers, given: Mapping[str, Any], root: str, directory: str) -> Iterable[Collection]:
    """The collections, each with its own settings: the file's, its own, the command line's."""
    values = layers.values
    for own in values.get("collections", ()):
        inherited = {
            key: value for key, value in values.items() if key not in ("schema", "required", "fields", "extra")
        }
        effective = merged(
            merged(inherited, {k: v for k, v in own.items() if k not in ("name", "files", "when")}), given
        )
        if "generator" not in effective and (found := _site_of(layers, own.get("files", ()), root)):
            key = f"collections.{own['name']}"
            effective["generator"] = found[0]
            layers.origins[f"{key}.generator"] = f"detected from {found[1]}"
            effective = _with_time_zone(layers, effective, f"{key}.rules", found[1], root)
        yield Collection(
            own["name"],
            own.get("files", ()),
            own.get("when", {}),
            _settings(effective, root, directory, detect=False),
        )


def _config_of(layers: _Layers, root: str) -> str | None:
    """The configuration of the site at the root that the generator reads, or of the only one below it; None too for a generator that
    no zone is set for there."""
    generator = layers.values.get("generator")
    if generator not in TIME_ZONES:
        return None
    if detected := detect_generator(root, layers.site):
        return detected[1] if detected[0] == generator else None
    below = [f"{folder}/{told_by}" for folder, found, told_by in sites_below(root, layers.site) if found == generator]
    return below[0] if len(below) == 1 else None


def _with_time_zone(layers: _Layers, values: Mapping[str, Any], key: str, config: str, root: str) -> dict[str, Any]:
    """The values, and below them what the configuration of a site says of the zone of its dates."""
    if not sets_time_zone(values["generator"], os.path.join(root, config), layers.site):
        return dict(values)
    layers.origins.setdefault(key, f"detected from {config}")
    return merged({"rules": {"missing-timezone": {"site_zone": True}}}, values)


def _sites(layers: _Layers, root: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Per site below the root a glob of its files, and the generator."""
    for folder, generator, told_by in sites_below(root, layers.site):
        glob = f"/{escaped(folder)}/**"
        layers.origins[f"generators.{glob}"] = f"detected from {folder}/{told_by}"
        yield (glob,), generator


def _site_of(layers: _Layers, files: Iterable[str], root: str) -> tuple[str, str] | None:
    """The generator of the site below the root that a collection's files lie in, and the file there that tells."""
    found = set()
    for glob in files:
        if not glob.startswith("!"):
            literal = _LITERAL.match(glob.lstrip("/"))
            folder = literal[0].rpartition("/")[0] if literal else ""
            while folder and not (detected := detect_generator(os.path.join(root, folder), layers.site)):
                folder = folder.rpartition("/")[0]
            found.add((detected[0], f"{folder}/{detected[1]}") if folder and detected else None)
    return found.pop() if len(found) == 1 else None


def _shown(path: Path, directory: str) -> str:
    relative = _relative(str(path), directory)
    return str(path) if relative.startswith("../..") else relative


def _relative(path: str, start: str) -> str:
    with contextlib.suppress(ValueError):  # another drive, on Windows
        path = os.path.relpath(path, start)
    return path.replace(os.sep, "/")
