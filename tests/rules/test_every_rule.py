"""What holds for every rule."""

import inspect
import pickle
from pathlib import Path

import pytest

from mdlint import rules
from mdlint.diagnostic import SEVERITIES
from mdlint.document import Document
from mdlint.fixer import Result, fix
from mdlint.linter import Linter
from mdlint.rule import ProjectRule, ReaderRule, ReportedRule, Rule
from mdlint.testing import Example, examples, findings, fixed, settings_for

HERE = Path(__file__).parent
PACKAGE = Path(inspect.getfile(rules)).parent
ALL = [pytest.param(rule, id=rule.name) for rule in rules.load_all()]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{example.kind}{number}")
    for rule in rules.load_all()
    for number, example in enumerate(examples(rule))
]

every_rule = pytest.mark.parametrize("rule", ALL)


@every_rule
def test_names_agree(rule: type[Rule]) -> None:
    path = PACKAGE / rule.group.replace("-", "_") / f"{rule.name.replace('-', '_')}.py"
    assert Path(inspect.getfile(rule)) == path
    assert rules.GROUP_OF[rule.name] == rule.group
    assert rule.severity in SEVERITIES
    assert rule.default == (rule.name not in rules.OFF_BY_DEFAULT)
    assert issubclass(rule, ReaderRule | ReportedRule) == (rule.name in rules.REPORTED)
    if issubclass(rule, ProjectRule):
        assert rules.OWN.needs_site(rule.name) == rule.needs_site


def test_every_file_is_registered() -> None:
    files = {path.stem.replace("_", "-") for path in PACKAGE.glob("*/*.py") if path.stem != "__init__"}
    assert files == set(rules.GROUP_OF)


@every_rule
def test_has_a_table_of_cases(rule: type[Rule]) -> None:
    assert (HERE / f"test_{rule.name.replace('-', '_')}.py").is_file()


@every_rule
def test_is_documented(rule: type[Rule]) -> None:
    doc = inspect.cleandoc(rule.__doc__ or "")
    summary, blank, *_ = doc.splitlines()
    assert summary.endswith(".")
    assert not blank
    if rule.name not in (
        "unreadable-file",
        "unwritable-file",
        "internal-error",
        "stale-baseline",
    ):  # no file's content can show these
        assert {example.kind for example in examples(rule)} == {"Bad", "Good"}
    assert ("## Options" in doc) == bool(rule.options)
    for option in rule.options:
        assert f"- `{option.replace('_', '-')}`:" in doc


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_are_true(rule: type[Rule], example: Example) -> None:
    found = findings(rule.name, example.data, **example.where)
    assert {f.rule for f in found} == ({rule.name} if example.kind == "Bad" else set())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fixes_repair_the_examples(rule: type[Rule], example: Example) -> None:
    found = findings(rule.name, example.data, **example.where)
    if any(f.fix is not None for f in found):
        assert rule.fixable != "no"
        repaired = fixed(rule.name, example.data.decode(), **example.where)
        assert len(findings(rule.name, repaired, **example.where)) < len(found)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fixes_are_proved(rule: type[Rule], example: Example) -> None:
    """Every fix of an example changes only what its finding names, and a second run changes nothing."""
    settings = settings_for(rule.name, schema=example.schema, config=example.config)
    linter = Linter(settings)

    def run(data: bytes) -> Result:
        return fix(Document.from_bytes(example.path, data, None, settings.generator), data, linter, unsafe=True)

    result = run(example.data)
    assert [finding.hint for finding in result.left if "its fix was left out" in finding.hint] == []
    assert run(result.data).data == result.data


@every_rule
def test_pickles(rule: type[Rule]) -> None:
    instance = rule()
    assert pickle.loads(pickle.dumps(instance)) == instance
    with pytest.raises(AttributeError):
        instance.severity = "info"  # type: ignore[misc]


VALUES = (
    "", "null", "true", "0", "-1.5", "''", "' '", "text", "2024-01-05", "'2024-13-45'", "[]", "{}", "[[]]",
    "[null]", "[1, a, {b: c}]", "{a: {b: [c]}}", "[{name: author}]", "[{name: [], content: {}}]", "|\n  a\n  b",
    "&x {a: 1}", "[&y a, *y]", "!foo bar", "\u0661\u0662", "'\U0001f600'",
)  # fmt: skip
FIELDS = ("title", "description", "author", "pubDate", "date", "cover", "tags", "keywords", "meta", "layout", "image")


@every_rule
@pytest.mark.parametrize("value", VALUES)
def test_no_value_makes_it_crash(rule: type[Rule], value: str) -> None:
    fields = "".join(
        f"{field}: {value}\n".replace("&x", f"&{field}").replace("&y", f"&{field}").replace("*y", f"*{field}")
        for field in FIELDS
    )
    content = f"---\n{fields}cover2: {{url: {value.splitlines()[0] if value and value[0] not in '|&!' else 'x'}}}\n---\n# Hi\n\n## QA\n"
    for schema in (None, "post"):
        assert [f for f in findings(rule.name, content, schema=schema) if f.rule == "internal-error"] == []
        crashes = list(findings("internal-error", content, schema=schema))
        assert crashes == []
