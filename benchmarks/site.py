"""Measure mdlint on a whole site, against a hand-written script and its neighbours, as ratios within one run.

    python benchmarks/site.py CORPUS [--files 9000] [--rounds 3] [--scaling] [--remark FOLDER]

CORPUS is any folder of Markdown. Its files are copied under unique names until there are as many as asked for, so that
each command reads the same. Commands run in turn, A B A B …, as whole processes, and the median of the ratios is
printed. `rumdl` and `yamllint` are used if they are beside this Python; `--remark` is a folder in which
`npm install remark-cli remark-frontmatter remark-lint-frontmatter-schema` was run: a tenth of the files, scaled.
`--scaling` checks 1,000 to 100,000 files, which takes minutes.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from compare import HERE, compare, copies, posts, seconds  # type: ignore[import-not-found]  # a script beside this one

PYTHON = sys.executable
CHECK = [PYTHON, "-m", "mdlint", "check", "--isolated"]
SCHEMA = HERE.parent / "schemas" / "post.schema.json"


def warm(command: list[str]) -> None:
    """Run a command until its cache holds all files: what was written a moment ago may still change."""
    time.sleep(2.5)
    seconds(command)


def cached(name: str, folder: Path, script: list[str], rounds: int) -> None:
    command = [*CHECK, "--cache-dir", str(folder.parent / "cache"), str(folder)]
    warm(command)
    compare(f"{name}, nothing has changed, against the script", command, script, rounds)


def one_changed(folder: Path, script: list[str], rounds: int) -> None:
    command = [*CHECK, "--cache-dir", str(folder.parent / "cache"), str(folder)]
    changed = min(folder.rglob("*.md"))
    warm(command)
    ratios = []
    for number in range(rounds):
        with changed.open("a", encoding="utf-8") as out:
            out.write(f"\n{number}\n")
        ratios.append(seconds(command) / seconds(script))
    print(f"one file has changed, against the script: ratio {statistics.median(ratios):.2f}")


def memory(command: list[str]) -> float:
    """MiB of the largest of a command's processes, as Linux counts them."""
    child = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    return os.wait4(child, 0)[2].ru_maxrss / 1024


def extracted(folder: Path, target: Path) -> None:
    """Write the front matter of each file on its own, for tools that read YAML only."""
    target.mkdir()
    for number, path in enumerate(sorted(folder.rglob("*.md"))):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text.startswith("---\n") and (end := text.find("\n---", 3)) > 0:
            (target / f"{number}.yaml").write_text(text[4:end] + "\n", encoding="utf-8")


def neighbours(folder: Path, rounds: int, remark: Path | None) -> None:
    ours = [*CHECK, "--no-cache", str(folder)]
    beside = Path(PYTHON).parent
    if (beside / "rumdl").exists():
        rules = "MD071,MD072"  # those of front matter
        rumdl = [str(beside / "rumdl"), "check", "--no-cache", "--enable", rules, str(folder)]
        compare("cold, against rumdl with its rules of front matter only", ours, rumdl, rounds)
    if (beside / "yamllint").exists():
        target = folder.parent / "yaml"
        extracted(folder, target)
        compare("cold, against yamllint on the front matter alone", ours, [str(beside / "yamllint"), str(target)], 1)
    if remark is not None:
        files = sorted(folder.rglob("*.md"))[::10]
        tenth = folder.parent / "tenth"
        for path in files:
            (tenth / path.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, tenth / path.parent.name / path.name)
        shutil.copyfile(SCHEMA, remark / "post.schema.json")
        (remark / ".remarkrc.json").write_text(
            '{"plugins": ["remark-frontmatter", ["remark-lint-frontmatter-schema", '
            '{"schemas": {"post.schema.json": ["**/*.md"]}}]]}'
        )
        command = [str(remark / "node_modules/.bin/remark"), "--quiet", "--no-stdout", "--rc-path"]
        command += [str(remark / ".remarkrc.json"), str(tenth)]
        here = Path.cwd()
        os.chdir(remark)
        slow = 10 * seconds(command)
        os.chdir(here)
        print(f"cold, against remark-lint-frontmatter-schema: ratio {seconds(ours) / slow:.3f}; scaled to {slow:.0f} s")


def scaling(corpus: Path, rounds: int) -> None:
    print("files   µs a file, cold   µs a file, nothing changed")
    for count in (1_000, 3_000, 10_000, 30_000, 100_000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name, "site")
            copies(corpus, folder, count)
            ours = [*CHECK, "--cache-dir", str(Path(name, "cache")), str(folder)]
            start = [PYTHON, "-m", "mdlint", "--version"]
            cold = min(seconds([*CHECK, "--no-cache", str(folder)]) - seconds(start) for _ in range(rounds))
            warm(ours)
            known = min(seconds(ours) - seconds(start) for _ in range(rounds))
            print(f"{count:>7,} {cold / count * 1e6:>12.0f} {known / count * 1e6:>18.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=9000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scaling", action="store_true")
    parser.add_argument("--remark", type=Path)
    arguments = parser.parse_args()
    rounds = arguments.rounds
    with tempfile.TemporaryDirectory() as name:
        folder, clean = Path(name, "site"), Path(name, "clean")
        copies(arguments.corpus, folder, arguments.files)
        posts(clean, arguments.files)
        script = [PYTHON, str(HERE / "handwritten.py"), str(folder)]
        compare("cold, all cores, against the script", [*CHECK, "--no-cache", str(folder)], script, rounds)
        compare("cold, one process, against the script", [*CHECK, "--no-cache", "-j1", str(folder)], script, rounds)
        cached("a site with many findings", folder, script, rounds)
        cached("good posts", clean, [PYTHON, str(HERE / "handwritten.py"), str(clean)], rounds)
        one_changed(folder, script, rounds)
        post = clean / "00" / "0.md"
        compare(
            "one file, cold, against importing click, yaml and pydantic",
            [*CHECK, "--no-cache", str(post)],
            [PYTHON, "-c", "import click, yaml, pydantic"],
            rounds * 4,
        )
        known = [*CHECK, "--cache-dir", str(Path(name, "one")), str(post)]
        warm(known)
        compare("one file, cached, against importing click", known, [PYTHON, "-c", "import click"], rounds * 4)
        print(f"memory of the largest process: {memory([*CHECK, '--no-cache', str(folder)]):.0f} MiB")
        neighbours(folder, rounds, arguments.remark)
    if arguments.scaling:
        scaling(arguments.corpus, rounds)


if __name__ == "__main__":
    main()
