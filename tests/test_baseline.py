"""Known findings: what they are known by, the file, and how a run goes with it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint.baseline import Known
from mdlint.baseline.comparison import new_among
from mdlint.baseline.file import BaselineError, read_baseline, text_of
from mdlint.cli import main
from mdlint.diagnostic import Diagnostic
from mdlint.document import Document
from mdlint.identity import Key, key_of
from mdlint.linter import Linter
from mdlint.settings import Settings

POST = "---\ntitle: Rye\ndescription: ''\ntags: [rye, rye]\n---\n\n## QA\n\nTODO\n"
LINTER = Linter(Settings(detect=False))


def findings(text: str, linter: Linter = LINTER) -> tuple[Diagnostic, ...]:
    return linter.lint(Document("a.md", text))


SAME = {
    "lines move": POST.replace("title: Rye", "title: Rye\nauthor: Ada\nlang: en"),
    "other fields": POST.replace("Rye", "Spelt"),
    "an index moves": POST.replace("[rye, rye]", "[wheat, rye, rye]"),
    "line ends": POST.replace("\n", "\r\n"),
    "the text below": POST.replace("## QA", "More.\n\n## QA"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_does_not_matter(text: str) -> None:
    known = Counter(map(key_of, findings(POST)))
    assert len(known) >= 3
    assert new_among(findings(text), known) == ([], Counter())


NEW = {
    "a second equal one": (POST.replace("[rye, rye]", "[rye, rye, rye]"), ["duplicate-tag"]),
    "another value": (POST.replace("[rye, rye]", "[rye, rye, oat, oat]"), ["duplicate-tag"]),
    "another rule": (POST.replace("title: Rye", "title: ''"), ["empty-title"]),
    "another heading": (POST.replace("## QA", "## QA\n\nTODO\n\n## Notes"), ["placeholder-section"]),
}


@pytest.mark.parametrize(("text", "expected"), NEW.values(), ids=NEW)
def test_what_is_new(text: str, expected: list[str]) -> None:
    new, _ = new_among(findings(text), Counter(map(key_of, findings(POST))))
    assert [finding.rule for finding in new] == expected


def test_of_equal_ones_the_last_is_new() -> None:
    text = POST.replace("[rye, rye]", "[rye, rye, rye]")
    (new,), _ = new_among(findings(text), Counter(map(key_of, findings(POST))))
    assert new.key_path == ("tags", 2)


def test_secrets_are_never_known() -> None:
    text = "---\ntitle: Rye\nkey: gh" + "p_R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i\n---\n"
    found = findings(text)
    assert [finding.rule for finding in found] == ["secret"]
    assert new_among(found, Counter(map(key_of, found)))[0] == list(found)


# -- the file

KEYS = st.builds(Key, st.text(min_size=1), st.text(), st.text())
BASELINES = st.dictionaries(st.text(st.characters()), st.dictionaries(KEYS, st.integers(1, 3), min_size=1))


@given(BASELINES)
def test_is_read_as_it_was_written(known: dict[str, dict[Key, int]]) -> None:
    text = text_of(known)
    assert read_baseline(text, "b.json") == known
    assert text_of(read_baseline(text, "b.json")) == text
    text.encode()


def test_an_entry_a_line() -> None:
    known: Known = {
        "面包/b.md": {Key("empty-tag", "tags[]", "12ae32cb1ec0"): 2},
        "a.md": {Key("missing-front-matter"): 1},
        "nothing.md": {},
    }
    assert text_of(known) == (
        '{\n  "version": 1,\n  "files": {\n'
        '    "a.md": [\n      {"rule": "missing-front-matter"}\n    ],\n'
        '    "面包/b.md": [\n      {"rule": "empty-tag", "at": "tags[]", "digest": "12ae32cb1ec0", "count": 2}\n    ]\n'
        "  }\n}\n"
    )
    assert text_of({}) == '{\n  "version": 1,\n  "files": {}\n}\n'


DAMAGED = {
    "empty": ("", "b.json:1:1: this is not a baseline"),
    "a list": ("[1]", "b.json:1:1: this is not a baseline"),
    "another file": ('{"a": 1}', "b.json:1:1: this is not a baseline"),
    "nested without end": ("[" * 100_000, "b.json:1:1: this is not a baseline"),
    "nested objects": ('{"version":' * 100_000, "b.json:1:1: the front matter is nested"),
    "a conflict": ('{\n  "version": 1,\n<<<<<<< ours\n', "b.json:3:1: this is not valid JSON: "),
    "half": ('{\n  "version": 1,\n  "files": {\n', "b.json:4:1: this is not valid JSON: "),
    "more": ('{"version": 1, "files": {}} {}', "b.json:1:28: there is something behind the end"),
    "newer": ('{"version": 2, "files": {}}', "b.json:1:13: the baseline is of version 2, which a newer mdlint reads"),
    "version": ('{"version": true, "files": {}}', "b.json:1:1: a baseline is `"),
    "files": ('{"version": 1, "files": []}', "b.json:1:1: a baseline is `"),
    "unknown key": ('{"version": 1, "files": {}, "x": 1}', "b.json:1:1: a baseline is `"),
    "file": ('{"version": 1, "files": {\n"a.md": {}}}', "b.json:2:9: the known findings of a file are a list"),
    "twice": ('{"version": 1, "files": {"a.md": [],\n"a.md": []}}', "b.json:2:1: `a.md` is there twice"),
    "entry": ('{"version": 1, "files": {"a.md": [\n1]}}', "b.json:2:1: an entry has a `rule`"),
    "count": ('{"version": 1, "files": {"a.md": [\n {"rule": "a", "count": 0}]}}', "b.json:2:2: an entry has a `rule`"),
    "digest": ('{"version": 1, "files": {"a.md": [{"rule": "a", "digest": 1}]}}', "b.json:1:35: an entry has"),
}


@pytest.mark.parametrize(("text", "message"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file(text: str, message: str) -> None:
    with pytest.raises(BaselineError) as error:
        read_baseline(text, "b.json")
    assert str(error.value).startswith(message)


# -- a run with it


class Site:
    """A folder with posts, and mdlint run in it."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.write("mdlint.toml", 'baseline = "known.json"\n')
        self.error = ""

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, *arguments: str, folder: str = ".") -> tuple[int, list[str]]:
        """The exit code, and the findings as `path rule`."""
        self._monkeypatch.chdir(self.root / folder)
        code = main([*arguments, "--output-format=json"])
        out, self.error = self._capsys.readouterr()
        found = json.loads(out)["diagnostics"] if out.startswith("{") else []
        return code, [f"{finding['path']} {finding['rule']}" for finding in found]

    @property
    def known(self) -> dict[str, list[str]]:
        files = json.loads((self.root / "known.json").read_text(encoding="utf-8"))["files"]
        return {path: [entry["rule"] for entry in entries] for path, entries in files.items()}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    return Site(tmp_path, monkeypatch, capsys)


BAD = "---\ntitle: Rye\ndescription: ''\n---\n"
WORSE = "---\ntitle: ''\ndescription: ''\n---\n"
GOOD = "---\ntitle: Rye\n---\n"


def test_only_what_is_new(site: Site) -> None:
    site.write("posts/a.md", BAD)
    assert site.run() == (2, [])
    assert "there is no baseline known.json; --write-baseline makes it" in site.error
    assert site.run("--write-baseline") == (0, [])
    assert "known.json knows 1 finding in 1 file\n" in site.error
    assert site.run() == (0, [])
    site.write("posts/a.md", WORSE)
    site.write("posts/b.md", BAD)
    new = ["posts/a.md empty-title", "posts/b.md empty-description"]
    assert site.run() == (1, new)
    assert site.run("a.md", "b.md", folder="posts") == (1, ["a.md empty-title", "b.md empty-description"])
    assert site.run("posts/b.md", "--select=empty-title") == (0, [])
    assert site.run("--no-baseline")[1] == [new[0], "posts/a.md empty-description", new[1]]


def test_write_again(site: Site) -> None:
    for name in ("a", "b", "c"):
        site.write(f"{name}.md", BAD)
    site.run("--write-baseline")
    site.write("a.md", WORSE)
    site.write("b.md", GOOD)
    (site.root / "c.md").unlink()
    site.run("a.md", "--write-baseline")
    assert site.known == {
        "a.md": ["empty-description", "empty-title"],
        "b.md": ["empty-description"],
        "c.md": ["empty-description"],
    }
    site.write("a.md", GOOD)
    site.run("a.md", "--write-baseline", "--select=empty-title")
    assert site.known["a.md"] == ["empty-description"]
    site.run("--write-baseline")
    assert site.known == {}
    assert "known.json knows 0 findings in 0 files: 0 new, 3 gone" in site.error


def test_the_same_bytes_again(site: Site) -> None:
    for name in ("b/b.md", "a.md", "面包.md"):
        site.write(name, WORSE)
    site.run("--write-baseline")
    first = (site.root / "known.json").read_bytes()
    site.run("--write-baseline", folder="b")
    site.run("--write-baseline", "b", "a.md")
    assert (site.root / "known.json").read_bytes() == first


def test_fixes_what_is_reported(site: Site) -> None:
    old, new = "---\ntags: [a, a]\n---\n", "---\ntags: [a, a, b, b]\n---\n"
    site.write("a.md", old)
    site.run("--write-baseline")
    site.write("a.md", new)
    assert site.run("--diff")[0] == 1
    assert site.run("--fix") == (0, [])
    assert (site.root / "a.md").read_text() == "---\ntags: [a, a, b]\n---\n"
    assert site.run("--fix") == (0, [])


def test_fix_takes_out_what_is_stale(site: Site) -> None:
    site.write("a.md", BAD)
    site.write("b.md", BAD)
    site.run("--write-baseline")
    site.write("a.md", GOOD)
    assert site.run("b.md", "--fix") == (0, [])
    assert site.run("--fix", "--ignore=stale-baseline") == (0, [])
    before = (site.root / "known.json").read_bytes()
    assert site.run("--diff")[0] == 1
    assert site.run() == (0, ["known.json stale-baseline"])
    assert (site.root / "known.json").read_bytes() == before
    assert site.run("--fix") == (0, [])
    assert site.known == {"b.md": ["empty-description"]}


def test_unfixable(site: Site) -> None:
    site.write("a.md", BAD)
    site.run("--write-baseline")
    site.write("a.md", GOOD)
    site.write("mdlint.toml", 'baseline = "known.json"\nunfixable = "suppression"\n')
    assert site.run("--fix") == (0, ["known.json stale-baseline"])


def test_a_renamed_file(site: Site) -> None:
    site.write("drafts/2024-05-01-rye.md", BAD)
    site.run("--write-baseline")
    (site.root / "drafts/2024-05-01-rye.md").unlink()
    site.write("posts/rye/index.md", WORSE)
    assert site.run("posts/rye/index.md") == (1, ["posts/rye/index.md empty-title"])
    site.run("posts/rye/index.md", "--write-baseline")
    assert site.known == {"posts/rye/index.md": ["empty-description", "empty-title"]}


def test_a_copy_is_new(site: Site) -> None:
    site.write("drafts/rye.md", BAD)
    site.run("--write-baseline")
    site.write("posts/rye.md", BAD)
    site.write("posts/oat.md", BAD)
    site.write("drafts/rye.md", GOOD)
    assert site.run("posts")[1] == ["posts/oat.md empty-description", "posts/rye.md empty-description"]


def test_a_failure_is_not_known(site: Site) -> None:
    site.write("a.md", BAD)
    (site.root / "b.md").symlink_to(site.root / "nowhere.md")
    code, found = site.run(".", "b.md") if (site.root / "b.md").exists() else site.run("--write-baseline")
    assert code == 1
    assert found == ["b.md unreadable-file"]
    assert site.known == {"a.md": ["empty-description"]}


def test_standard_input(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    site.write("a.md", BAD)
    site.run("--write-baseline")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WORSE.encode())))
    assert site.run("-", "--stdin-filename=a.md") == (1, ["a.md empty-title"])


CONTRADICTIONS = {
    "no file to write": (["--write-baseline", "--isolated"], "--write-baseline needs a file"),
    "since": (["--write-baseline", "--since=main"], "--write-baseline and --since do not go together"),
    "diff": (["--write-baseline", "--diff"], "--write-baseline and --diff do not go together"),
    "none": (["--baseline=a.json", "--no-baseline"], "--baseline and --no-baseline do not go together"),
    "a folder": (["--baseline=."], ". cannot be read: is a directory"),
    "no file": (["--baseline=a.json"], "there is no baseline a.json"),
    "damaged": (["--baseline=mdlint.toml"], "mdlint.toml:1:1: this is not a baseline; repair it, or delete it"),
}


@pytest.mark.parametrize(("arguments", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions(arguments: list[str], message: str, site: Site) -> None:
    assert site.run(*arguments) == (2, [])
    assert message in site.error
