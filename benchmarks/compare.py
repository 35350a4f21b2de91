"""Measure mdlint against a hand-written script, as ratios within one run.

    python benchmarks/compare.py CORPUS [--files 5000] [--rounds 5]

CORPUS is any folder of Markdown. Its files are copied under unique names until there are as many as
asked for. Each pair of commands is run in turn, A B A B …, and the median of the ratios is printed:
a shared machine changes its speed from minute to minute, and both sides of a pair feel it alike.
"""

import argparse
import itertools
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent

FIRST_RULES = (
    "missing-front-matter,unterminated-front-matter,not-a-mapping,empty-front-matter,oversized-front-matter,"
    "invalid-encoding,unreadable-file,alias-bomb,unknown-tag,yaml-syntax,duplicate-key,missing-field,"
    "unknown-field,wrong-type,invalid-value,invalid-item,impossible-date,non-iso-date,missing-timezone,"
    "invalid-url,same-image-twice,generic-alt,tags-not-a-list,duplicate-tag,empty-tag,empty-description,"
    "empty-title,placeholder-value,numbered-placeholder,placeholder-section,meta-conflict,meta-entry,"
    "title-heading-mismatch,body-value-mismatch,internal-error"
)
"""The rules that mdlint began with: whether front matter can be read and fits the schema, dates, URLs, tags, and what a bot
leaves unfinished. They do what the hand-written script does, and what its author would add next."""


def seconds(command: list[str]) -> float:
    """The wall time of a whole process. Raises CalledProcessError when it crashed."""
    started = time.perf_counter()
    # An installed package has its bytecode; a checkout must be allowed to write it once.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False)
    elapsed = time.perf_counter() - started
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        raise subprocess.CalledProcessError(done.returncode, command, stderr=done.stderr)
    return elapsed


def compare(name: str, ours: list[str], theirs: list[str], rounds: int) -> None:
    """Print the median ratio of two commands' times."""
    seconds(ours), seconds(theirs)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    ratios = [a / b for a, b in pairs]
    print(
        f"{name}: ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}); "
        f"{statistics.median(a for a, _ in pairs):.3f} s against {statistics.median(b for _, b in pairs):.3f} s"
    )
    print(f"  {shlex.join(ours)}\n  {shlex.join(theirs)}")


def copies(corpus: Path, folder: Path, count: int) -> Path:
    """Copy the corpus's Markdown files into `folder` until there are `count`; returns the first."""
    files = sorted(path for path in corpus.rglob("*.md") if path.is_file())
    for number, path in zip(range(count), itertools.cycle(files), strict=False):
        target = folder / f"{number % 100:02d}" / f"{number}-{path.name[-60:]}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return min(folder.rglob("*.md"))


def posts(folder: Path, count: int) -> None:
    """Write as many good posts, no two alike."""
    for number in range(count):
        target = folder / f"{number % 100:02d}" / f"{number}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(GOOD.replace("bread", f"bread-{number}"), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    python, mdlint = sys.executable, [sys.executable, "-m", "mdlint", "check", "--no-cache", "-j1"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(arguments.corpus, folder, arguments.files)
        post = folder / "post.md"
        post.write_text(POST, encoding="utf-8")
        compare(
            "one file, cold start, against importing click, yaml and pydantic",
            [*mdlint, str(post)],
            [python, "-c", "import click, yaml, pydantic"],
            arguments.rounds * 4,
        )
        compare(
            f"{arguments.files} files, one process, against the hand-written script",
            [*mdlint, str(folder)],
            [python, str(HERE / "handwritten.py"), str(folder)],
            arguments.rounds,
        )
        compare(
            f"{arguments.files} files, one process, with the rules that it began with, against the same script",
            [*mdlint, "--select", FIRST_RULES, str(folder)],
            [python, str(HERE / "handwritten.py"), str(folder)],
            arguments.rounds,
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        posts(folder / "posts", arguments.files)
        schema = HERE.parent / "schemas" / "post.schema.json"
        shutil.copyfile(schema, folder / "post.schema.json")
        for file, reference in (("model.toml", "post"), ("schema.toml", "post.schema.json")):
            (folder / file).write_text(f'[[collections]]\nname = "posts"\nfiles = "*.md"\nschema = "{reference}"\n')
        compare(
            f"{arguments.files} good posts, by JSON Schema against the same Pydantic model",
            [*mdlint, "--config", str(folder / "schema.toml"), str(folder)],
            [*mdlint, "--config", str(folder / "model.toml"), str(folder)],
            arguments.rounds,
        )


POST = """\
---
title: Rye bread
author: Ada
description: ''
pubDate: '2024-12-09 11:41:04'
cover:
  url: https://images.test-site.org/bread.jpg
  alt: A loaf of rye bread
tags:
- bread
layout: ../../layouts/Post.astro
theme: light
---

# Rye bread

It takes two days.
"""

GOOD = """\
---
title: Rye bread
author: Ada
description: How to bake rye bread in an oven that does not close.
pubDate: 2024-01-05T10:00:00Z
cover:
  url: https://images.test-site.org/bread.jpg
  square: https://images.test-site.org/bread-square.jpg
  alt: A loaf of rye bread on a wooden board
keywords: bread, rye
tags: [bread, rye]
layout: ../../layouts/Post.astro
theme: light
---

It takes two days.
"""

if __name__ == "__main__":
    main()
