"""The resolved configuration: frozen data, made by the command line and `config`, read below them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from mdlint.diagnostic import Severity
from mdlint.record import Record

Extra: TypeAlias = Literal["forbid", "warn", "allow"]
"""What a field that the schema does not know is: an error, a warning, or nothing."""


DEEPEST = 1000
"""The greatest depth that may be configured: schemas are checked by recursion."""


class Limits(Record):
    """What the front matter of one file may cost before mdlint stops reading it and says so.

    Real front matter is far below: the largest of 65,088 measured had 40 KB. Deep nesting and
    aliases of aliases have no use in it but to break parsers.
    """

    bytes: int = 1_048_576
    """UTF-8 bytes between the fences."""
    depth: int = 100
    """Collections within collections."""
    nodes: int = 100_000
    """Keys, values and collections together, as written."""
    expanded_nodes: int = 1_000_000
    """The same, counted as if every alias were written out."""


class Settings(Record):
    """What to check and how; for one collection, or for the files that no collection claims.

    root: the absolute folder that globs and schema files are relative to; `prefix` is the POSIX path
        from there to the current directory, to which reported paths are relative.
    schema: the reference of the schema (`post`, `schemas/blog.py:Post`, `blog.schema.json`…).
    required, fields, extra: constraints written in the configuration itself.
    detect: whether a file without schema is looked at for the shipped model it resembles.
    plugins: modules with rules and reporters of the user's own, in files relative to the root or by name.
    no_code: refuse schemas and plugins, which are Python code.
    select, extend_select, ignore: rule names and groups; `select` None means the default rules.
    severity: per rule name. options: per rule name, then per option.
    per_file_ignores: per glob, the rules and groups ignored there.
    unsafe_fixes: whether fixes that the author must look at are applied too. unfixable: rules and groups whose
        fixes are not.
    generator: what reads the files. generators: per globs of a collection that is read by another one, which.
    baseline: the file of known findings, relative to the root.
    """

    root: str = ""
    prefix: str = ""
    schema: str | None = None
    required: tuple[str, ...] = ()
    fields: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    extra: Extra | None = None
    detect: bool = True
    plugins: tuple[str, ...] = ()
    no_code: bool = False
    generator: str | None = None
    generators: tuple[tuple[tuple[str, ...], str | None], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    options: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    unsafe_fixes: bool = False
    unfixable: tuple[str, ...] = ()
    fail_on: Severity = "warning"
    baseline: str | None = None
    limits: Limits = Limits()
    collections: tuple[Collection, ...] = ()

    def judging(self) -> Settings:
        """The part that says how a file is judged, wherever the project lies: the same for the same outcomes."""
        collections = [collection.replace(settings=collection.settings.judging()) for collection in self.collections]
        return self.replace(
            root="",
            include=(),
            exclude=(),
            baseline=None,
            unsafe_fixes=False,
            fail_on="warning",
            collections=tuple(collections),
        )

    def generator_of(self, path: str) -> str | None:
        """What reads the file at a reported path."""
        if self.generators:
            # Imported here: hardly any configuration names several generators.
            from mdlint.globs import globs

            path = self.in_root(path)
            for files, generator in self.generators:
                if globs(files).match(path):
                    return generator
        return self.generator

    def in_root(self, path: str) -> str:
        """A reported path, relative to the folder that globs are relative to."""
        if path.startswith("/") and self.root:
            return posixpath.relpath(path, self.root)
        if self.prefix:
            path = posixpath.normpath(posixpath.join(self.prefix, path))
            if path.startswith("../"):  # the way may lead out of the folder and back into it
                return posixpath.relpath(posixpath.join(self.root, path), self.root)
        return path


class Collection(Record):
    """Files that share a schema: those that `files` matches and whose fields are as `when` says.

    files: globs below the root, as in `.gitignore`, with `{a,b}`; empty means every file.
    when: per field, the values of which it must have one; an empty tuple asks only that it be there.
    settings: what holds for these files, everything else merged in.
    """

    name: str
    files: tuple[str, ...]
    when: Mapping[str, tuple[Any, ...]]
    settings: Settings
