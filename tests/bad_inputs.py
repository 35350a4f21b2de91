"""Files that people, bots and attackers write, each with what must be said of it: for `test_bad_inputs.py`.

    python tests/bad_inputs.py FOLDER

writes them, for trying a change on them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

FIELDS = """\
title: Rye bread
author: Ada
description: How two bakers tell by the sound of a rye loaf that it is done on the inside.
pubDate: 2024-03-01T06:00:00Z
layout: ../../layouts/Post.astro
cover:
  url: /images/rye.jpg
  square: /images/rye-square.jpg
  alt: A dark loaf, cut open
keywords: rye, baking
tags:
  - rye
theme: light
"""
BLUE = FIELDS.replace("theme: light", "theme: blue")
"""With one mistake of its own, on line 14 where nothing above moves it: what else is wrong must not hide it."""
BODY = "\nThe crust sings while it cools.\n"


class Case(NamedTuple):
    """A file. Of `rules` one must speak of it, on `line` where that is given; none at all if there are none."""

    data: bytes
    rules: tuple[str, ...]
    line: int | None = None


def post(fields: str, body: str = BODY, opening: str = "---", closing: str = "---") -> str:
    return f"{opening}\n{fields}{closing}\n{body}"


def changed(old: str, new: str, fields: str = FIELDS) -> str:
    """The post with one thing different."""
    assert old in fields
    return post(fields.replace(old, new))


def _doubling(rows: int, width: int) -> str:
    """Aliases of aliases: `width` to the power of `rows` values."""
    names = [f"bun{number}" for number in range(rows)]
    first = f"{names[0]}: &{names[0]} [{', '.join('x' * width)}]\n"
    pairs = pairwise(names)
    return first + "".join(f"{name}: &{name} [{', '.join([f'*{below}'] * width)}]\n" for below, name in pairs)


def cases() -> Iterator[tuple[str, Case]]:
    """Every case by its name."""
    for name, content, rules, *line in _cases():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        yield name, Case(data, (rules,) if isinstance(rules, str) else tuple(rules), *line)


def _cases() -> Iterator[tuple[Any, ...]]:
    yield "good", post(FIELDS), ()
    yield "one mistake", post(BLUE), "invalid-value", 14
    yield "no title", changed("title: Rye bread\n", ""), "missing-field", 1

    # YAML that cannot be read
    yield "colon", changed("Rye bread", "Rye: bread"), "yaml-syntax", 2
    yield "colon in a nested value", changed("A dark", "Dark: a"), "yaml-syntax", 10
    yield "open bracket", changed("tags:\n  - rye", "tags: [rye, bread"), "yaml-syntax", 12
    yield "open quote", changed("author: Ada", 'author: "Ada'), "yaml-syntax", 3
    yield "apostrophe", changed("Ada", "'Ada's'"), "yaml-syntax", 3
    yield "list in quotes", changed("tags:\n  - rye", "tags: '['rye bread']'"), "yaml-syntax", 12
    yield "at sign", changed("Ada", "@ada"), "yaml-syntax", 3
    yield "no space", changed("author: ", "author:"), "yaml-syntax", 3
    yield "equals sign", changed("author: ", "author = "), "yaml-syntax", 3
    yield "Windows path", changed("/images/rye.jpg", '"C:\\dir\\rye.jpg"'), "yaml-syntax", 8
    yield "spilled text", changed("keywords: ", "keywords:\n"), "yaml-syntax", 12
    yield (
        "merge conflict",
        changed("author: Ada", "<<<<<<< ours\nauthor: Ada\n=======\nauthor: Bo\n>>>>>>> theirs"),
        "yaml-syntax",
        3,
    )
    yield "broken and blank", changed("Rye bread", "a: b", FIELDS.replace("Ada", "''")), "invalid-value", 3
    yield "tab", changed("  square", "\tsquare"), ("tab-character", "yaml-syntax"), 9
    yield "tag of Python", post(f"{BLUE}run: !!python/object/apply:os.system [true]\n"), "unknown-tag", 15
    yield "tag of nobody", post(f"{BLUE}mood: !crusty yes\n"), "unknown-tag", 15
    yield "key twice", post(f"{FIELDS}author: Bo\n"), "duplicate-key", 15
    yield "bell", changed("Rye", "R\x07ye"), ("control-character", "yaml-syntax"), 2
    yield (
        "LaTeX in double quotes",
        changed("Rye bread", '"Rise $\\to \\bar{h}$"'),
        ("control-character", "yaml-syntax"),
        2,
    )
    yield "number as a key", post(f"{BLUE}7: days\n"), "non-string-key", 15
    yield (
        "merge",
        post(f"base: &base\n  theme: blue\n<<: *base\n{FIELDS.replace('theme: light', '')}"),
        ("merge-key", "unknown-field"),
    )
    yield "list as a key", post(f"{BLUE}? [rye, wheat]\n: flour\n"), "non-string-key", 15

    # Fences and formats
    yield "blank line first", f"\n{post(BLUE)}", "content-before-front-matter"
    yield "comment first", f"<!-- by Ada -->\n{post(BLUE)}", "content-before-front-matter"
    yield "five fences", post(BLUE, opening="-----", closing="-----"), "malformed-fence", 1
    yield "fence inside a value", changed("How two", "|\n  How\n---\n  two"), ("fence-inside-value", "yaml-syntax")
    yield "never closed", f"---\n{BLUE}{BODY}", "unterminated-front-matter", 1
    yield "closed with four", post(BLUE, closing="----"), ("malformed-fence", "unterminated-front-matter")
    yield "closed with dots", post(BLUE, closing="..."), "invalid-value", 14
    yield "blanks behind the fences", post(BLUE, opening="---  ", closing="--- "), "invalid-value", 14
    yield "empty", "---\n---\n", ("empty-front-matter", "missing-field")
    yield "text", "---\nrye bread\n---\n", "not-a-mapping", 2
    yield "list", "---\n- rye\n- bread\n---\n", "not-a-mapping", 2
    yield "no front matter", "# Rye bread\n", "missing-front-matter"
    yield "nothing at all", "", "missing-front-matter"
    yield (
        "JavaScript",
        "---js\n{ title: require('fs').writeFileSync('RAN', ''), }\n---\n",
        ("malformed-fence", "missing-front-matter"),
    )
    yield "TOML", '+++\ntitle = "Rye bread"\ntheme = "blue"\n+++\n', "invalid-value", 3
    yield "broken TOML", "+++\ntheme = 'light'\ntitle = Rye bread\n+++\n", "toml-syntax", 3
    yield "JSON", '{\n  "title": "Rye bread",\n  "theme": "blue"\n}\n', "invalid-value", 3
    yield "broken JSON", '{\n  "title": "Rye bread"\n  "theme": "light"\n}\n', "json-syntax", 3

    # Bytes and line ends
    yield "byte-order mark", b"\xef\xbb\xbf" + post(BLUE).encode(), "byte-order-mark", 1
    yield "CRLF", post(BLUE).replace("\n", "\r\n"), "invalid-value", 14
    yield "CR", post(BLUE).replace("\n", "\r"), ("invalid-value", "mixed-line-endings", "malformed-fence")
    yield "Latin-1", changed("Ada", "Zoë").encode("latin-1"), "invalid-encoding", 3
    yield "UTF-16", post(BLUE).encode("utf-16"), "invalid-encoding"
    yield "NUL", changed("Rye", "R\0ye"), ("invalid-encoding", "control-character", "yaml-syntax"), 2
    yield "half a character", changed("Rye", '"\\ud83d"'), "yaml-syntax", 2
    yield "no text", bytes(range(256)) * 40, "invalid-encoding"
    yield "long line", changed("Rye bread", "rye " * 25_000 + "bread"), "title-length", 2
    yield "long broken line", changed("Rye bread", "rye: " * 20_000), "yaml-syntax", 2

    # Values
    yield "Norway", changed("Ada", "no"), "ambiguous-boolean", 3
    yield "no such day", changed("2024-03-01T06:00:00Z", "2024-02-30"), "impossible-date", 5
    yield (
        "API's answer",
        changed("rye, baking", '{"object": "chat.completion", "choices": []}'),
        ("api-response", "wrong-type"),
        11,
    )

    # Too much of everything
    yield "large body", post(BLUE, f"{BODY * 200}\n" * 800), "invalid-value", 14
    yield (
        "large front matter",
        changed("  - rye\n", "".join(f"  - rye {n}\n" for n in range(250_000))),
        ("oversized-front-matter", "too-many-tags"),
    )
    yield "many fields", post(BLUE + "".join(f"field{n}: {n}\n" for n in range(10_000))), "invalid-value", 14
    yield "many broken fields", post("".join(f"field{n}: a: b\n" for n in range(10_000))), "yaml-syntax", 2
    yield "aliases of aliases", post(BLUE + _doubling(9, 9)), "alias-bomb"
    yield "aliases of aliases as tags", post(_doubling(9, 9) + FIELDS.replace("\n  - rye", " *bun8")), "alias-bomb"
    yield "an alias of itself", post(f"{BLUE}loop: &loop [*loop]\n"), ("alias-bomb", "yaml-syntax"), 15
    deep = 100_000
    yield (
        "deep brackets",
        post(f"{BLUE}deep: {'[' * deep}{']' * deep}\n"),
        ("oversized-front-matter", "yaml-syntax"),
        15,
    )
    yield "deep open brackets", post(f"{BLUE}deep: {'[' * deep}\n"), ("oversized-front-matter", "yaml-syntax"), 15
    yield (
        "deep braces",
        post(f"{BLUE}deep: {'{a: ' * deep}{'}' * deep}\n"),
        ("oversized-front-matter", "yaml-syntax"),
        15,
    )
    yield "deep lists", post(f"{BLUE}deep:\n  {'- ' * deep}rye\n"), ("oversized-front-matter", "yaml-syntax"), 16
    yield "deep mappings", post(BLUE + "".join(f"{' ' * n}a:\n" for n in range(1000))), "oversized-front-matter"
    yield "deep TOML", f"+++\ndeep = {'[' * deep}{']' * deep}\n+++\n", ("oversized-front-matter", "toml-syntax"), 2
    yield "deep keys of TOML", f"+++\n{'deep.' * deep}rye = 1\n+++\n", "oversized-front-matter", 2
    yield "deep JSON", f'{{"deep": {"[" * deep}{"]" * deep}}}\n', ("oversized-front-matter", "json-syntax"), 1
    yield "deep quotes in the body", post(BLUE, "> " * 20_000 + "rye\n"), "invalid-value", 14


def write(folder: Path) -> None:
    for name, case in cases():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "post.md").write_bytes(case.data)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
