"""Files that make a careless rule, schema or report take minutes or gigabytes: the whole command, with every rule.

Each is of a size at which quadratic time would be more than a minute, and its texts are those that some
rule looks closer at.
"""

from __future__ import annotations

import collections
import json
from pathlib import Path

import pytest

from mdlint.asking import MOST_FINDINGS
from tests.test_bad_inputs import mdlint

FIELDS = "title: Rye bread\ndescription: How to bake it.\npubDate: 2024-01-05\n"
BODY = 2_000_000


def many(line: str, times: int = 20_000) -> str:
    """Fields, or items, that differ in their number."""
    return f"---\n{FIELDS}" + "".join(line.format(number) for number in range(times)) + "---\n"


def below(text: str) -> str:
    """A body that is this text again and again."""
    return f"---\n{FIELDS}---\n\n" + text * (BODY // len(text))


LONG_LINE = 100_000
FILES = {
    "unknown fields": many("key{}: a\n"),
    "fields near to known ones": many("descriptio{}: a\n"),
    "tags": f"---\n{FIELDS}tags:\n" + "- a\n" * 20_000 + "---\n",
    "meta": f"---\n{FIELDS}meta:\n" + "- name: author\n  content: A\n" * 12_000 + "---\n",
    "meta without names": f"---\n{FIELDS}meta:\n" + "- nam: author\n" * 12_000 + "---\n",
    "one field": many("key: {}\n", 10_000),
    "broken values": many("key{}: a: b\n", 5000),
    "broken brackets": many("key{}: [a\n", 5000),
    "prose": many("some words {}\n", 5000),
    "numbers": many("key{}: 012\n"),
    "times": many("key{}: 12:30\n"),
    "numbers as names": many("{}: a\n"),
    "dates": many("date{}: 2024-02-31\n"),
    "addresses": many("url{}: htp:/a b\n"),
    "unseen characters": many("key{}: a\u200bb\n"),
    "comments": many("key{}: C # and\n"),
    "tabs": many("key{}:\ta\n"),
    "letters read wrong": many("key{}: Ã©\n"),
    "aliases": many("key{}: *a\n").replace("title: ", "title: &a "),
    "TOML": "+++\n" + "".join(f"key{number} = 1\n" for number in range(20_000)) + "+++\n",
    "JSON": "{" + ", ".join(f'"key{number}": 1' for number in range(20_000)) + "}\n",
    **{
        f"a line of {unit!r}": f"---\n{FIELDS}key: " + unit * (LONG_LINE // len(unit)) + "b\n---\n"
        for unit in (" ", "a: ", "'a' ", "[a] ", "a, ", "# ", "9", "-", "\u200b", "a b ", "*", "{{ ", "https://a.")
    },
    "a long name": f"---\n{FIELDS}{'a' * 900}: b\n---\n",
    **{
        f"a body of {unit!r}": below(unit)
        for unit in (
            "# \n", "# ", "`", "` ", "```\n", "<", "<a ", "<!--\n", "[", "[a](", "![image](a.png)\n", "> ", "- ", "---\na: b\n", "\n", "\r",
            " ", "a" + " " * 999 + "\n", "## QA:\ncoming soon\n\n", "## Rye\n\nI'm sorry, but I can't assist with that.\n\n",
            "## paper id: a\n\n", "{{ a }} ", "title: a\n", "TODO ", "[a]: b\n", "🍞", "Ã©â€™ ",
        )
    },
    "a fence at the end": "\n" * BODY + "---\na: b\n---\n",
    "no fence": "a\n---\n" * (BODY // 6),
    "no closing fence": "---\n" + "a: b\n" * (BODY // 5),
    "line ends of two kinds": f"---\n{FIELDS}---\n" + "a\r\nb\n" * (BODY // 5),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_ends(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FILES[name], encoding="utf-8", newline="")
    done = mdlint(tmp_path, "--select=all", "--output-format=json", "a.md", seconds=20)
    rules = collections.Counter(diagnostic["rule"] for diagnostic in json.loads(done.stdout)["diagnostics"])
    assert "internal-error" not in rules
    assert not rules or max(rules.values()) <= MOST_FINDINGS
