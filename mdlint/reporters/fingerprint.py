"""What services know a finding by, from one run to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from mdlint.diagnostic import Diagnostic
from mdlint.identity import Key, key_of


def fingerprints(diagnostics: Iterable[Diagnostic], paths: Iterable[str]) -> list[str]:
    """A text per finding, each another one; `paths` are what the service calls their files.

    It stays the same while the file has its name and the finding is the same one to a baseline.
    """
    seen: Counter[tuple[str, Key]] = Counter()
    found = []
    for diagnostic, path in zip(diagnostics, paths, strict=True):
        key = key_of(diagnostic)
        seen[path, key] += 1
        text = "\0".join((path, *key, str(seen[path, key])))
        found.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found
