"""YAML files of a site that are no front matter: data, and the configuration of MkDocs."""

from __future__ import annotations

from mdlint.front_matter.dialects import dialect
from mdlint.front_matter.values import Mapping, Node
from mdlint.named import NamedTuple
from mdlint.settings import Limits
from mdlint.site import Site

_LONGEST = 250_000
"""Characters: whatever they are, such a text has been read to its end, and the last of its names too."""
_HARMLESS = frozenset(("unknown-tag", "duplicate-key"))
"""What may be wrong with a file of which all values are known nevertheless."""


class YamlFile(NamedTuple):
    """A mapping that has been read. `tags` are the offsets of tags that stand for something else than they say: `!ENV`."""

    root: Mapping
    tags: tuple[int, ...]

    def is_plain(self, entry: tuple[Node, Node]) -> bool:
        """Whether the value of an entry, which is a key and a value, is what is written there."""
        key, value = entry
        return not any(key.end <= tag < value.end for tag in self.tags)


def whole_text(site: Site, path: str) -> str | None:
    """A text, unless there is no such file, or none of which each character is sure to be known."""
    text = site.read(path)
    return None if text is None or len(text) >= _LONGEST or "\ufffd" in text else text


class YamlFiles:
    """The files of a site, read in one dialect of `mdlint.front_matter.dialects`, each once."""

    def __init__(self, site: Site, read_as: str) -> None:
        self._site = site
        self._read_as = read_as
        self._files: dict[str, tuple[Node | None, tuple[int, ...]]] = {}

    def read(self, path: str) -> YamlFile | None:
        """The mapping in the file at an absolute path; None where there is none, or none that can be read as a whole."""
        root = self.root(path)
        return YamlFile(root, self._files[path][1]) if isinstance(root, Mapping) else None

    def root(self, path: str) -> Node | None:
        """What is in the file, whatever it is."""
        if path not in self._files:
            self._files[path] = self._read(path)
        return self._files[path][0]

    def _read(self, path: str) -> tuple[Node | None, tuple[int, ...]]:
        text = whole_text(self._site, path)
        if text is None:
            return None, ()
        # Imported here: it imports PyYAML, and few sites have such files.
        from mdlint.front_matter.yaml import read_yaml

        root, problems = read_yaml(text, 0, Limits(), dialect(self._read_as))
        if any(problem.rule not in _HARMLESS for problem in problems):
            return None, ()
        return root, tuple(problem.start for problem in problems if problem.rule == "unknown-tag")
