"""What has not changed is not read again, and nothing else comes of it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint import __version__
from mdlint.cache import Cache
from mdlint.cache_file import DamagedCacheError, lines_in, value_of, with_check
from mdlint.cache_folder import FOLDER, fingerprint, remove
from mdlint.dependencies import depends_on
from mdlint.diagnostic import Diagnostic, Edit, Excerpt, Fix, Ignore, IgnoredWord, Outcome, PlacedFact, Span
from mdlint.files import Fixing
from mdlint.reading import How
from mdlint.report import Report
from mdlint.runner import run
from mdlint.said import outcome_of, said_in
from mdlint.settings import Collection, Settings
from mdlint.source import Source

BAD = "---\ntitle: Rye bread\ndescription: ''\ntags: [a, a]\n---\n"
GOOD = "---\ntitle: Rye bread\n---\n"
OLD = time.time_ns() - 10**12


def written(path: Path, text: str, changed: int = OLD) -> Source:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(changed, changed))
    return Source(path.as_posix(), path.name)


def checked(sources: list[Source], settings: Settings) -> tuple[Report, Cache]:
    cache = Cache(Path(settings.root, FOLDER), settings, __version__)
    return run(sources, settings, how=How(cache, 1)), cache


def known(source: Source, settings: Settings) -> Outcome | None:
    said, _ = Cache(Path(settings.root, FOLDER), settings, __version__).find(source)
    try:
        return None if said is None else outcome_of(source.shown, said)
    except DamagedCacheError:
        return None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(root=tmp_path.as_posix())


def test_a_second_run_says_the_same(tmp_path: Path, settings: Settings) -> None:
    sources = [written(tmp_path / "a.md", BAD), written(tmp_path / "面包 b.md", GOOD), written(tmp_path / "c.md", BAD)]
    first, new = checked(sources, settings)
    assert new.is_new
    second, old = checked(sources, settings)
    assert not old.is_new
    assert second.replace(elapsed=0.0) == first.replace(elapsed=0.0)
    assert all(known(source, settings) is not None for source in sources)


CHANGES: dict[str, tuple[str, int, bool]] = {
    "nothing": (BAD, OLD, True),
    "only the time": (BAD, OLD + 10**9, True),
    "content and time": (BAD.replace("Rye", "Fye"), OLD + 10**9, False),
    "size alone": (BAD + "\n", OLD, False),
}


@pytest.mark.parametrize(("text", "changed", "is_known"), CHANGES.values(), ids=CHANGES)
def test_changes(tmp_path: Path, settings: Settings, text: str, changed: int, is_known: bool) -> None:
    checked([written(tmp_path / "a.md", BAD)], settings)
    assert (known(written(tmp_path / "a.md", text, changed), settings) is not None) == is_known


def test_what_was_just_changed_is_looked_at_again(tmp_path: Path, settings: Settings) -> None:
    """Two changes within a tick of the clock have one time."""
    now = time.time_ns()
    checked([written(tmp_path / "a.md", BAD, now)], settings)
    assert known(written(tmp_path / "a.md", BAD.replace("Rye", "Fye"), now), settings) is None


def test_other_settings_are_another_cache(settings: Settings) -> None:
    def name(other: Settings, version: str = "1") -> str:
        return fingerprint(other, version)

    same = [settings, settings.replace(root="/elsewhere"), settings.replace(fail_on="error", unsafe_fixes=True)]
    assert len({name(one) for one in same}) == 1
    blog = Collection("blog", ("*.md",), {}, Settings(schema="post"))
    others = [
        settings.replace(ignore=("seo",)),
        settings.replace(collections=(blog,)),
        settings.replace(generator="hugo"),
    ]
    assert len({name(settings), *map(name, others), name(settings, "2")}) == 5


SCHEMA = '{"properties": {"title": {"type": "string", "maxLength": %d}}}'
MODEL = "from pydantic import BaseModel, Field\n\nclass Post(BaseModel):\n    title: str = Field(max_length=%d)\n"


@pytest.mark.parametrize(("reference", "text"), [("s.json", SCHEMA), ("m.py:Post", MODEL)], ids=["JSON", "Python"])
def test_a_schema_that_changes(tmp_path: Path, reference: str, text: str) -> None:
    file = tmp_path / reference.partition(":")[0]
    written(tmp_path / "a.md", GOOD)
    (tmp_path / "mdlint.toml").write_text(f'[[collections]]\nname = "a"\nfiles = "*.md"\nschema = "{reference}"\n')

    def rules() -> list[str]:
        command = [sys.executable, "-m", "mdlint", "--output-format=json", "a.md"]
        out = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).stdout
        return [found["rule"] for found in json.loads(out)["diagnostics"]]

    file.write_text(text % 100)
    assert rules() == rules() == []
    file.write_text(text % 3)
    assert rules() == rules() == ["invalid-value"]


def test_a_schema_that_a_file_names(tmp_path: Path, settings: Settings) -> None:
    source = written(tmp_path / "a.md", "---\n$schema: s.json\ntitle: Rye bread\n---\n")
    (tmp_path / "s.json").write_text(SCHEMA % 100)
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert checked([source], settings)[0].diagnostics == ()
        assert known(source, settings) is not None
        (tmp_path / "s.json").write_text(SCHEMA % 3)
        assert known(source, settings) is None
    finally:
        os.chdir(here)


def test_what_depends_on_the_clock_is_judged_again(tmp_path: Path, settings: Settings) -> None:
    from mdlint.site import Site

    source = written(tmp_path / "a.md", "---\ntitle: Rye bread\ndate: 2040-06-01\n---\n")

    def rules(now: float) -> list[str]:
        cache = Cache(Path(settings.root, FOLDER), settings, __version__)
        site = Site(now, settings.root, settings.root)
        return [found.rule for found in run([source], settings, site=site, how=How(cache, 1)).diagnostics]

    assert rules(time.time()) == ["future-date"]
    assert rules(time.time() + 40 * 366 * 86400) == []
    assert rules(time.time()) == ["future-date"]


def cache_file(folder: Path) -> Path:
    (found,) = (folder / FOLDER).glob("*.cache")
    return found


DAMAGE = {
    "empty": lambda data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "a bit": lambda data: data.replace(b"already", b"alreadx"),
    "not JSON": lambda data: b"hello\n",
    "a list": lambda data: b"[]\n[]",
    "deep": lambda data: b"[" * 100_000 + b"\n",
    "not UTF-8": lambda data: data[:-1] + b"\xff",
    "binary": lambda data: bytes(range(256)) * 10,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_cache_is_made_anew(tmp_path: Path, settings: Settings, damage: Any) -> None:
    source = written(tmp_path / "a.md", BAD.replace("''", "Rye bread"))
    first, _ = checked([source], settings)
    path = cache_file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    second, again = checked([source], settings)
    assert again.is_new
    assert second.replace(elapsed=0.0) == first.replace(elapsed=0.0)
    assert known(source, settings) is not None


def forged(folder: Path, kind: bytes, text: bytes) -> None:
    """Replace the lines of a kind, with checksums that agree."""
    path = cache_file(folder)
    lines = [with_check(kind, text) if line.startswith(kind) else line for line in lines_in(path.read_bytes())]
    path.write_bytes(b"".join(line + b"\n" for line in lines))


ROWS = {
    "no list": "1",
    "too short": "[]",
    "a number for a text": '[[1, 1, 1, 1], "empty-title", "error", 5, "", null, null, null, false, null]',
    "no severity": '[[1, 1, 1, 1], "empty-title", "fatal", "", "", null, null, null, false, null]',
    "a float in a span": '[[1.5, 1, 1, 1], "empty-title", "error", "", "", null, null, null, false, null]',
    "an object": '{"__class__": "os.system"}',
    "a broken fix": '[[1, 1, 1, 1], "empty-title", "error", "", "", null, ["x"], null, false, null]',
    "not JSON": "{",
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_forged_cache_is_not_trusted(tmp_path: Path, settings: Settings, row: str) -> None:
    source = written(tmp_path / "a.md", BAD)
    first, _ = checked([source], settings)
    forged(tmp_path, b"R", f"[{row}]".encode())
    assert known(source, settings) is None
    assert checked([source], settings)[0].diagnostics == first.diagnostics


texts = st.text(max_size=8)
numbers = st.integers(0, 9)
spans = st.builds(Span, numbers, numbers, numbers, numbers)
paths = st.lists(texts | numbers, max_size=3).map(tuple)
edits = st.builds(Edit, numbers, numbers, texts)
fixes = st.builds(
    Fix,
    texts,
    st.lists(edits, max_size=2).map(tuple),
    st.booleans(),
    st.lists(paths, max_size=2).map(tuple),
    st.lists(st.tuples(numbers, numbers), max_size=2).map(tuple),
    st.lists(spans, max_size=2).map(tuple),
    st.lists(spans, max_size=2).map(tuple),
)
excerpts = st.builds(Excerpt, numbers, numbers, texts)
severities = st.sampled_from(["error", "warning", "info"])
nothing = st.none()
diagnostics = st.builds(
    Diagnostic, st.just("a.md"), spans, texts, severities, texts, texts, nothing | paths, nothing | fixes,
    nothing | excerpts, st.booleans(), nothing | spans,
)  # fmt: skip
values = st.recursive(
    nothing | texts | numbers | st.booleans(), lambda inner: st.lists(inner, max_size=2), max_leaves=4
)
facts = st.builds(
    PlacedFact, st.just("a.md"), texts, texts, severities, spans, nothing | paths, nothing | excerpts, values,
    nothing | fixes, nothing | numbers, nothing | spans,
)  # fmt: skip
words = st.builds(IgnoredWord, texts, st.booleans(), st.booleans())
ignores = st.builds(Ignore, st.lists(words, max_size=2).map(tuple), nothing | diagnostics, nothing | fixes)


@given(
    outcome=st.builds(
        Outcome,
        st.lists(diagnostics, max_size=3).map(tuple),
        st.lists(facts, max_size=3).map(tuple),
        st.lists(ignores, max_size=2).map(tuple),
    )
)
def test_outcomes_come_back(outcome: Outcome, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("site")
    settings = Settings(root=folder.as_posix())
    source = written(folder / "a.md", GOOD)
    cache = Cache(folder / FOLDER, settings, __version__)
    _, state = cache.find(source)
    assert state is not None
    from mdlint.dependencies import digest

    cache.keep(source, state, digest(source.path), said_in(outcome))
    cache.save(("a note",))
    again = Cache(folder / FOLDER, settings, __version__)
    said, _ = again.find(source)
    assert said is not None
    assert outcome_of(source.shown, said) == outcome
    assert again.notes == ("a note",)


def test_files_that_are_gone_are_forgotten(tmp_path: Path, settings: Settings) -> None:
    a, b = written(tmp_path / "a.md", BAD), written(tmp_path / "b.md", GOOD)
    checked([a, b], settings)
    (tmp_path / "a.md").unlink()
    written(tmp_path / "b.md", GOOD + "\n")
    checked([b], settings)
    assert b"a.md" not in cache_file(tmp_path).read_bytes()


def test_a_run_over_few_files_keeps_the_others(tmp_path: Path, settings: Settings) -> None:
    a, b = written(tmp_path / "a.md", BAD), written(tmp_path / "b.md", GOOD)
    checked([a, b], settings)
    checked([written(tmp_path / "b.md", BAD)], settings)
    assert known(a, settings) is not None


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    settings = Settings(root=tmp_path.as_posix())
    report, _ = checked([written(tmp_path / "a.md", BAD)], settings)
    assert report.diagnostics


def test_secrets_are_not_kept(tmp_path: Path, settings: Settings) -> None:
    token = "ghp_" + "0123456789abcdefABCDEF0123456789abcd"
    checked(
        [written(tmp_path / "a.md", f"---\ntitle: Rye bread\ntoken: {token}\ndescription: {token}\n---\n")], settings
    )
    assert token.encode() not in cache_file(tmp_path).read_bytes()


def test_it_stays_out_of_git(tmp_path: Path, settings: Settings) -> None:
    checked([written(tmp_path / "a.md", BAD)], settings)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    status = subprocess.run(["git", "status", "--short"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert FOLDER not in status.stdout


def test_remove(tmp_path: Path, settings: Settings) -> None:
    checked([written(tmp_path / "a.md", BAD)], settings)
    assert remove(tmp_path / FOLDER)
    assert not (tmp_path / FOLDER).exists()
    assert not remove(tmp_path / FOLDER)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.cache").write_text("mine")
    assert not remove(tmp_path / "content")
    assert (tmp_path / "content" / "a.cache").exists()


def test_old_caches_go(tmp_path: Path, settings: Settings) -> None:
    source = written(tmp_path / "a.md", BAD)
    for number in range(12):
        checked([source], settings.replace(severity={"empty-tag": "info", "number": str(number)}))
    assert len(list((tmp_path / FOLDER).glob("*.cache"))) == 8


def test_runs_at_the_same_time(tmp_path: Path, settings: Settings) -> None:
    sources = [written(tmp_path / f"{number}.md", BAD) for number in range(30)]
    command = [sys.executable, "-m", "mdlint", "--isolated", "--output-format=json", "."]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate()[0] for process in runs}
    assert len(outputs) == 1
    assert known(sources[0], Settings(root=tmp_path.as_posix())) is not None or cache_file(tmp_path)


def test_a_schema_that_changes_while_files_are_judged(tmp_path: Path, settings: Settings) -> None:
    """What was said by the old one is not taken for what the new one says."""
    schema = tmp_path / "schema.json"
    source = written(tmp_path / "a.md", GOOD)

    def change(_: int) -> None:
        schema.write_text("2")

    how = How(Cache(tmp_path / FOLDER, settings, __version__), 1)
    schema.write_text("1")
    depends_on(schema)
    run([source], settings, change, how=how)
    assert known(source, settings) is None
    schema.write_text("1")
    assert known(source, settings) is not None


def test_another_mdlint_of_the_same_version(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mdlint.cache_folder.__file__", str(tmp_path / "mdlint" / "cache_folder.py"))
    record = tmp_path / f"mdlint_frontmatter-{__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("mdlint/cache.py,sha256=1,1\n")
    installed = fingerprint(settings, __version__)
    written(record, record.read_text(), OLD)
    assert fingerprint(settings, __version__) == installed
    record.write_text("mdlint/cache.py,sha256=2,1\n")
    assert fingerprint(settings, __version__) != installed


def test_a_file_that_a_schema_looked_for_in_vain(tmp_path: Path, settings: Settings) -> None:
    depends_on(tmp_path / "later.json")
    source = written(tmp_path / "a.md", GOOD)
    checked([source], settings)
    assert known(source, settings) is not None
    (tmp_path / "later.json").write_text("{}")
    assert known(source, settings) is None


def test_places_that_a_project_rule_asks_for(tmp_path: Path, settings: Settings) -> None:
    """A fact about a whole file is placed by reading the file again, once."""
    page = "---\ntitle: {}\ntags: [{}]\n---\n"
    tags = ["Rye", "Rye", "Rye", "rye"]
    sources = [written(tmp_path / f"{n}.md", page.format(f"Page {n}", tag)) for n, tag in enumerate(tags)]
    first, _ = checked(sources, settings)
    assert [(found.rule, found.path, found.span) for found in first.diagnostics] == [
        ("tag-variant", "3.md", Span(3, 8, 3, 11))
    ]
    second, again = checked(sources, settings)
    assert second.replace(elapsed=0.0) == first.replace(elapsed=0.0)
    places = again.places(sources[3], "tag-variant", [(("tags", 0), "Rye")])
    assert places is not None
    assert places[0] is not None
    assert places[0].span == Span(3, 8, 3, 11)


def test_fixing_forgets_only_what_it_fixes(tmp_path: Path, settings: Settings) -> None:
    bad, good = written(tmp_path / "a.md", BAD), written(tmp_path / "b.md", GOOD)
    run([bad, good], settings, fixing=Fixing(), how=How(Cache(tmp_path / FOLDER, settings, __version__), 1))
    assert known(bad, settings) is None
    assert known(good, settings) is not None


def test_standard_input_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mdlint", "--isolated", "-"]
    subprocess.run(command, cwd=tmp_path, input=BAD.encode(), stdout=subprocess.DEVNULL, check=False)
    assert list(tmp_path.iterdir()) == []


ENTRIES: dict[str, dict[str, object]] = {
    "rows that are not there": {"said": [[10**9], [-1]]},
    "rows before the first": {"said": [[-1], []]},
    "texts for rows": {"said": [["a"], []]},
    "no list": {"paths": 5},
    "too short": {"sizes": [0]},
    "a list for the rest": {"more": []},
    "places that are none": {"more": {"0": [[], {"a": "b"}]}},
    "ignores that are none": {"more": {"0": [[5], {}]}},
    "a fraction": {"changed": [0.5, 0]},
    "nothing": {},
}


@pytest.mark.parametrize("forgery", ENTRIES.values(), ids=ENTRIES)
def test_forged_entries_are_not_trusted(tmp_path: Path, settings: Settings, forgery: dict[str, object]) -> None:
    """Those of the files of this run, and those of others, which are kept."""
    a, b = written(tmp_path / "a.md", BAD), written(tmp_path / "b.md", GOOD)
    first, _ = checked([a, b], settings)
    line = next(line for line in lines_in(cache_file(tmp_path).read_bytes()) if line.startswith(b"E"))
    forged(tmp_path, b"E", json.dumps({**value_of(line), **forgery} if forgery else []).encode())
    assert checked([a], settings)[0].diagnostics == first.diagnostics
    assert checked([a, b], settings)[0].diagnostics == first.diagnostics
    assert known(a, settings) is not None


FACTS = {
    "facts that are not there": [[0, 10**9], []],
    "facts of no rule": [[10**9, 0], []],
    "facts before the first": [[0, -1], []],
    "half a fact": [[0], []],
    "too few": [[]],
    "texts": [["a", "b"], []],
    "no list": 5,
}


@pytest.mark.parametrize("forgery", FACTS.values(), ids=FACTS)
def test_forged_facts_are_not_trusted(tmp_path: Path, settings: Settings, forgery: object) -> None:
    """They are not read before rules are asked about them, which is when other files are checked."""
    a, b = written(tmp_path / "a.md", BAD), written(tmp_path / "b.md", GOOD)
    first, _ = checked([a, b], settings)
    forged(tmp_path, b"F", json.dumps(forgery).encode())
    assert checked([a, b], settings)[0].diagnostics == first.diagnostics
    assert checked([a], settings)[0].diagnostics == first.diagnostics
    assert known(a, settings) is not None


def test_new_times_are_added(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh checkout has new times: each file is read once more, and no entry is written again; whatever number of schemas
    the cache depends on."""
    monkeypatch.setattr("mdlint.cache._SMALL", 0)
    for number in range(99):
        depends_on(tmp_path / f"{number}.json")
    sources = [written(tmp_path / f"{name}.md", BAD) for name in "ab"]
    checked(sources, settings)
    before = cache_file(tmp_path).read_bytes()
    written(tmp_path / "a.md", BAD, OLD + 10**9)
    checked(sources, settings)
    added = cache_file(tmp_path).read_bytes().removeprefix(before)
    assert [line[:1] for line in added.splitlines()] == [b"T"]
    again = Cache(tmp_path / FOLDER, settings, __version__)
    monkeypatch.setattr("mdlint.cache.digest", lambda _: pytest.fail("it was read"))
    assert again.find(sources[0])[0] is not None


def test_nothing_is_added_to_another_cache(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor to one that another run has made anew meanwhile, because a schema has changed."""
    monkeypatch.setattr("mdlint.cache._SMALL", 0)
    (tmp_path / "schema.json").write_text("1")
    depends_on(tmp_path / "schema.json")
    source = written(tmp_path / "a.md", BAD)
    checked([source], settings)
    slow = Cache(tmp_path / FOLDER, settings, __version__)
    (tmp_path / "schema.json").write_text("2")
    checked([source], settings)
    anew = cache_file(tmp_path).read_bytes()
    _, state = slow.find(source)
    assert state is not None
    slow.keep(source, state, "other", said_in(Outcome(())))
    slow.save(())
    assert cache_file(tmp_path).read_bytes() == anew
