"""The formats that services read: checked as those services read them, with names and values that mean them harm."""

import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema_rs
import junitparser
import pyromark
import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif  # type: ignore[import-untyped]  # it has types but does not say so

from mdlint.diagnostic import Diagnostic, Edit, Excerpt, Fix, Fixed, Span
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.report import Report
from mdlint.reporters import FORMATS, Options, load
from mdlint.reporters.github import annotate
from mdlint.reporters.safe import escape
from mdlint.rule import Rule
from mdlint.rules import GROUP_OF, Registry
from mdlint.settings import Settings
from tests.reporters.test_golden import REPORT

ALL = [name for name in FORMATS if name not in ("text", "concise")]

HOSTILE = {
    "plain": "Rye bread",
    "line ends": "a\r\n::error::forged\n##[error]forged\rb\u2028c\x0bd\x85e",
    "terminal": "\x1b[31m\x1b]0;mine\x07\x9b1m\x00",
    "turned around": "\u202edm.b\u2066\u200b\ufeff",
    "lone surrogates": "\ud83d\udcff\udfff",
    "no characters": "\ufffe\uffff\U0001ffff",
    "XML": "]]>&lt;&#0;<b a='\"'><!--<![CDATA[<?x?>",
    "HTML": "<img src=x onerror=alert(1)></details></code><script>",
    "Markdown": "|`a`| *b* _c_ ~~d~~ [e](https://x.y) ![f](g) <https://h.i> \\| $1$ [^1] `",
    "links": "https://evil.example www.evil.example mail@evil.example @octocat #1 :tada:",
    "commands": "::error file=x::y",
    "older commands": "a ##[error]b",
    "percent": "100%0A%25,:;=",
    "quotes": "\"'\\",
    "wide": "面包 🥖 e\u0301 \U0001f468\u200d\U0001f467",
    "placeholders": "{0} {message} %s $x",
    "a link in SARIF": "[click](https://evil.example) [x](1)",
    "long": "面`|<" * 5000,
}


def hostile(text: str) -> Diagnostic:
    """A finding with a text everywhere that an author can write one."""
    line = text.splitlines()[0] if text.splitlines() else ""
    return Diagnostic(
        f"posts/{text}.md",
        Span(2, 8, 2, 8 + len(line)),
        "empty-title",
        "error",
        f"`title` is `{text}` and {text}",
        f"write {text}",
        ("title", text, 0),
        Fix(f"write {text}", (Edit(3, 4, text),), True, (), ((3, 4),), (Span(1, 4, 1, 5),), (Span(1, 4, 1, 5),)),
        Excerpt(2, 1, f"title: {line}"),
    )


def write(name: str, *diagnostics: Diagnostic, encoding: str = "utf-8", **options: Any) -> str:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="")
    load(name)(Report(3, diagnostics, 1.5), out, Options(**options))
    out.flush()
    return raw.getvalue().decode(encoding)


def orders(text: str) -> list[str]:
    """The lines that GitHub Actions would obey: one form at a line's start, an older one anywhere in it."""
    return [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]


# -- all of them


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "gbk"])
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_stay_texts(name: str, encoding: str) -> None:
    for text in HOSTILE.values():
        report = write(name, hostile(text), encoding=encoding)
        assert {character for character in report if escape(character) != character} <= {"\n"}
        assert len(orders(report)) == (name == "github")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_give_the_same_text(name: str) -> None:
    found = [hostile(text) for text in HOSTILE.values()]
    texts = {re.sub(r"in \d\.\d s", "", write(name, *found)) for _ in range(2)}
    assert len(texts) == 1


@pytest.mark.parametrize("name", [name for name in ALL if name not in ("markdown", "junit", "html")])
def test_options_for_people_change_nothing(name: str) -> None:
    plain = write(name, *REPORT.diagnostics)
    for options in ({"quiet": True}, {"statistics": True}, {"color": True}, {"fold": False}, {"width": 20}):
        assert write(name, *REPORT.diagnostics, **options) == plain


@pytest.mark.parametrize("name", ["gitlab", "sarif", "rdjson", "json", "jsonl", "junit"])
def test_any_encoding_holds_the_same(name: str) -> None:
    found = [hostile(text) for text in HOSTILE.values()]
    plain = write(name, *found)
    for encoding in ("ascii", "cp1252", "gbk"):
        text = write(name, *found, encoding=encoding)
        assert text.isascii()
        assert read(name, text) == read(name, plain)


def read(name: str, text: str) -> Any:
    if name == "junit":
        return ET.canonicalize(text)
    return [json.loads(line) for line in text.splitlines()] if name == "jsonl" else json.loads(text)


# -- JSON Lines


def test_jsonl_holds_what_json_holds() -> None:
    found = [hostile(text) for text in HOSTILE.values()]
    assert read("jsonl", write("jsonl", *found)) == read("json", write("json", *found))["diagnostics"]
    assert write("jsonl") == ""


# -- GitHub


def obeyed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner takes it apart."""
    head, data = line.removeprefix("::").split("::", 1)
    name, listed = head.split(" ", 1)
    properties = dict(pair.split("=", 1) for pair in listed.strip().split(",") if pair)
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(code, character) for key, value in properties.items()}
        if character not in ":,":
            data = data.replace(code, character)
    return name, properties, data


def test_commands() -> None:
    name, properties, data = obeyed(write("github", hostile("100%0A%25,:;=")).rstrip("\n"))
    assert name == "error"
    assert properties == {
        "title": "mdlint (empty-title)",
        "file": "posts/100%0A%25,:;=.md",
        "line": "2",
        "endLine": "2",
        "col": "8",
        "endColumn": "21",
    }
    assert data == "`title` is `100%0A%25,:;=` and 100%0A%25,:;=\nhint: write 100%0A%25,:;="
    assert obeyed(write("github", hostile("a\nb")))[1]["file"] == "posts/a\nb.md"


def test_commands_for_several_lines_have_no_columns() -> None:
    (line,) = write("github", hostile("a")._replace(span=Span(2, 8, 4, 3), severity="info")).splitlines()
    name, properties, _ = obeyed(line)
    assert name == "notice"
    assert set(properties) == {"title", "file", "line", "endLine"}
    assert properties["endLine"] == "4"


def test_as_many_annotations_as_are_shown() -> None:
    found = [hostile(str(number)) for number in range(30)]
    found += [finding._replace(severity="info") for finding in found]
    out = io.StringIO()
    annotate(Report(60, tuple(found)), out, Options())
    assert Counter(obeyed(line)[0] for line in out.getvalue().splitlines()) == {"error": 10, "notice": 10}


# -- GitLab

CODE_QUALITY = jsonschema_rs.Draft202012Validator(
    {
        # https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!\\./)"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {
                                "begin": {"type": "integer", "minimum": 1},
                                "end": {"type": "integer", "minimum": 1},
                            },
                            "additionalProperties": False,
                        },
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    }
)


def test_code_quality() -> None:
    found = [*REPORT.diagnostics, *(hostile(text) for text in HOSTILE.values())]
    data = json.loads(write("gitlab", *found))
    CODE_QUALITY.validate(data)
    assert [one["check_name"] for one in data] == [finding.rule for finding in found]
    assert len({one["fingerprint"] for one in data}) == len(found)
    assert data[0]["severity"] == "minor"
    assert data[1]["description"].endswith("gets one caret; here at the end of the line")
    assert write("gitlab") == "[]\n"


def lint(text: str, **settings: Any) -> tuple[Diagnostic, ...]:
    return Linter(Settings(**settings)).lint(Document("post.md", text))


def prints(*diagnostics: Diagnostic) -> list[str]:
    log = json.loads(write("sarif", *diagnostics))
    found = [result["partialFingerprints"]["mdlint/v1"] for result in log["runs"][0]["results"]]
    assert found == [one["fingerprint"] for one in json.loads(write("gitlab", *diagnostics))]
    return found


def test_fingerprints_survive_what_does_not_matter() -> None:
    text = "---\ntitle: ''\ntags: [a, a, a]\ndescription: ''\n---\n\u200b\n"
    known = prints(*lint(text, schema="post", select=("all",)))
    assert len(set(known)) == len(known) > 5
    moved = text.replace("title", "# a comment\n\ntitle")
    assert set(known) <= set(prints(*lint(moved, schema="post", select=("all",))))
    again = [d._replace(message="in other words", severity="info") for d in lint(text, schema="post", select=("all",))]
    assert prints(*again) == known
    renamed = [d._replace(path="other.md") for d in again]
    assert not set(prints(*renamed)) & set(known)
    fixed = prints(*lint(text.replace("title: ''", "title: Rye"), schema="post", select=("all",)))
    assert set(fixed) < set(known)


def test_equal_findings_have_different_fingerprints() -> None:
    one = hostile("a")
    first, second = prints(one, one._replace(span=Span(5, 8, 5, 9)))
    assert first != second
    assert prints(one) == [first]


# -- JUnit


def suites(text: str) -> junitparser.JUnitXml:
    read = junitparser.JUnitXml.fromstring(text.encode())
    assert isinstance(read, junitparser.JUnitXml)
    return read


def test_junit() -> None:
    found = [*REPORT.diagnostics, *(hostile(text) for text in HOSTILE.values())]
    top = suites(write("junit", *found))
    assert top.tests == len(found)
    assert top.failures == sum(finding.severity != "info" for finding in found)
    names = set()
    for suite in top:
        cases = list(suite)
        assert suite.tests == len(cases)
        assert suite.failures == sum(bool(case.result) for case in cases)
        names |= {(case.classname, case.name) for case in cases}
    assert len(names) == len(found)


def test_junit_fails_when_mdlint_does() -> None:
    found = [hostile("a")._replace(severity=severity) for severity in ("error", "warning", "info")]
    for fail_on, failures in {"error": 1, "warning": 2, "info": 3}.items():
        top = suites(write("junit", *found, fail_on=fail_on))
        assert (top.tests, top.failures) == (3, failures)
        assert [case.name for suite in top for case in suite][1:] == [
            "empty-title title.a[0] (2)",
            "empty-title title.a[0] (3)",
        ]


def test_junit_of_nothing_is_a_test_that_passed() -> None:
    (suite,) = suites(write("junit"))
    (case,) = suite
    assert (case.name, case.result) == ("no findings", [])


# -- SARIF


def unknown(data: Any) -> set[str]:
    """The properties that the format does not have."""
    if isinstance(data, list):
        return set().union(*map(unknown, data))
    if not isinstance(data, BaseModel):
        return set()
    return set(data.model_extra or ()).union(*(unknown(value) for _, value in data))


def sarif(*diagnostics: Diagnostic, **options: Any) -> dict[str, Any]:
    log = json.loads(write("sarif", *diagnostics, **options))
    assert unknown(Sarif.model_validate(log)) <= {"columnKind"}  # which the format has and the package does not know
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert isinstance(run, dict)
    return run


def test_sarif() -> None:
    found = [*REPORT.diagnostics, *(hostile(text) for text in HOSTILE.values())]
    run = sarif(*found)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding.rule for finding in found})
    for finding, result in zip(found, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert tuple(place["region"].values()) == finding.span
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert re.fullmatch(r"[\w.~%/-]+", place["artifactLocation"]["uri"], re.ASCII)
        assert ("logicalLocations" in location) == bool(finding.key_path)
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])
    assert run["results"][3]["level"] == "note"
    assert run["results"][3]["locations"][0]["logicalLocations"] == [
        {"name": "2", "fullyQualifiedName": "tags[2]", "kind": "value"}
    ]
    assert sarif()["results"] == []


PATHS = {
    "posts/面包 🥖.md": "posts/面包 🥖.md".encode(),
    "a:b?c#d%e.md": b"a:b?c#d%e.md",
    "caf\udce9.md": b"caf\xe9.md",
    "../up.md": b"../up.md",
}


@pytest.mark.parametrize(("path", "name"), PATHS.items(), ids=map(repr, PATHS))
def test_sarif_addresses_the_bytes_of_a_name(path: str, name: bytes) -> None:
    (result,) = sarif(hostile("a")._replace(path=path))["results"]
    assert unquote_to_bytes(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == name


def test_sarif_addresses_outside_of_the_repository() -> None:
    for path, uri in {"/a b.md": "file:///a%20b.md", "C:/a b.md": "file:///C:/a%20b.md"}.items():
        (result,) = sarif(hostile("a")._replace(path=path))["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize("name", GROUP_OF)
def test_sarif_explains_every_rule(name: str) -> None:
    (rule,) = sarif(hostile("a")._replace(rule=name))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"].endswith((".", ".)"))
    assert "\n" not in rule["shortDescription"]["text"]
    assert "## " not in rule["fullDescription"]["text"]
    assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
    assert rule["helpUri"].endswith(f"/docs/rules/{GROUP_OF[name]}.md#{name}")
    assert rule["name"].lower() == name.replace("-", "")


class Soggy(Rule):
    """It is soggy.

    Bread must be dry.
    """

    name = "soggy"
    group = "bakery"


def test_sarif_explains_the_rules_of_plugins() -> None:
    finding = hostile("a")._replace(rule="soggy")
    (rule,) = sarif(finding, registry=lambda: Registry({"soggy": Soggy}))["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == "It is soggy.\n\nBread must be dry."
    assert "helpUri" not in rule
    assert sarif(finding)["tool"]["driver"]["rules"] == [{"id": "soggy"}]


# -- fixes

FIXABLE: dict[str, tuple[str, dict[str, Any]]] = {
    "one edit": ("---\ntitle: 面包 🥖\nfeatured: 'true'\n---\n", {"schema": "post", "select": ("wrong-type",)}),
    "quotes around a value": ("---\ntitle: 面包: 🥖 'a\n---\n", {"select": ("yaml-syntax",)}),
    "a byte-order mark": ("\ufeff---\ntitle: a\n---\n", {"select": ("byte-order-mark",)}),
    "a byte-order mark that stays": ("\ufeff---\ntags: [a, ä, ä]\n---\n", {"select": ("duplicate-tag",)}),
    "several lines": (
        "---\r\ntitle: >-\r\n  a\r\ntags:\r\n- a\r\n- ä\r\n- ä\r\n---\r\n",
        {"select": ("duplicate-tag",)},
    ),
    "many edits": ('---\ntitle: "\\u9762\\u5305 面"\n---\n', {"select": ("unicode-escapes",)}),
}


def fixable(name: str) -> tuple[Document, bytes, Diagnostic, Fix]:
    text, settings = FIXABLE[name]
    doc = Document.from_bytes("post.md", text.encode())
    found = [finding for finding in Linter(Settings(**settings)).lint(doc) if finding.fix]
    assert found[0].fix is not None
    return doc, text.encode(), found[0], found[0].fix


@pytest.mark.parametrize("name", FIXABLE)
def test_sarif_fixes(name: str) -> None:
    """As a viewer applies them: by lines and columns of code points, a byte-order mark being none."""
    doc, data, finding, fix = fixable(name)
    (result,) = sarif(finding)["results"]
    (change,) = result["fixes"]
    assert change["properties"] == {"safe": fix.safe}
    text = data.decode().removeprefix("\ufeff")
    has_bom = doc.has_bom
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    for replacement in reversed(change["artifactChanges"][0]["replacements"]):
        region = replacement["deletedRegion"]
        new = replacement.get("insertedContent", {"text": ""})["text"]
        if "byteOffset" in region:
            assert (region, new) == ({"byteOffset": 0, "byteLength": 3}, "")
            has_bom = False
            continue
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + new + text[end:]
    assert ("\ufeff" * has_bom + text).encode() == doc.edited(fix.edits)


RDJSON = jsonschema_rs.Draft202012Validator(
    {
        # https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
        "$defs": {
            "position": {
                "type": "object",
                "required": ["line", "column"],
                "properties": {
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                },
                "additionalProperties": False,
            },
            "range": {
                "type": "object",
                "required": ["start", "end"],
                "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
                "additionalProperties": False,
            },
            "named": {
                "type": "object",
                "properties": {name: {"type": "string", "minLength": 1} for name in ("name", "value", "url")},
                "additionalProperties": False,
            },
        },
        "type": "object",
        "required": ["source", "diagnostics"],
        "properties": {
            "source": {"$ref": "#/$defs/named"},
            "diagnostics": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["message", "location", "severity", "code"],
                    "properties": {
                        "message": {"type": "string", "minLength": 1},
                        "location": {
                            "type": "object",
                            "required": ["path", "range"],
                            "properties": {"path": {"type": "string"}, "range": {"$ref": "#/$defs/range"}},
                            "additionalProperties": False,
                        },
                        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                        "code": {"$ref": "#/$defs/named"},
                        "suggestions": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "required": ["range", "text"],
                                "properties": {"range": {"$ref": "#/$defs/range"}, "text": {"type": "string"}},
                                "additionalProperties": False,
                            },
                        },
                    },
                    "additionalProperties": False,
                },
            },
        },
        "additionalProperties": False,
    }
)


def rdjson(*diagnostics: Diagnostic) -> list[dict[str, Any]]:
    data = json.loads(write("rdjson", *diagnostics))
    RDJSON.validate(data)
    found = data["diagnostics"]
    assert isinstance(found, list)
    return found


def test_rdjson() -> None:
    found = [*REPORT.diagnostics, *(hostile(text) for text in HOSTILE.values())]
    assert [one["code"]["value"] for one in rdjson(*found)] == [finding.rule for finding in found]
    assert rdjson() == []


@pytest.mark.parametrize("name", FIXABLE)
def test_rdjson_suggestions(name: str) -> None:
    """As reviewdog applies them: by lines and columns of bytes. Half a fix is never suggested."""
    doc, data, finding, fix = fixable(name)
    (one,) = rdjson(finding)
    (suggestion,) = one["suggestions"]
    starts = [0, *(found.end() for found in re.finditer(rb"\r\n|\n|\r", data))]
    first, last = (suggestion["range"][side] for side in ("start", "end"))
    start = starts[first["line"] - 1] + first["column"] - 1
    end = starts[last["line"] - 1] + last["column"] - 1
    assert data[:start] + suggestion["text"].encode() + data[end:] == doc.edited(fix.edits)


def test_rdjson_suggests_no_part_of_a_fix() -> None:
    """Not where the edits are on several lines, nor where what stands between them is not known or not to be shown."""
    doc = Document("a.md", "---\na: [b]\nc: sk_live_1234567890 d\n---\n")
    edits = (Edit(7, 8, "x"), Edit(14, 14, "y"), Edit(33, 34, "z"))
    spans = tuple(doc.span(edit.start, edit.end) for edit in edits)

    def suggested(first: int, end: int, excerpt: Excerpt | None) -> bool:
        places = spans[first:end]
        fix = Fix("fix", edits[first:end], safe=True, spans=places, byte_spans=places)
        (one,) = rdjson(hostile("a")._replace(fix=fix, excerpt=excerpt))
        return "suggestions" in one

    line = Excerpt(3, 1, "c: sk_live_1234567890 d")
    assert suggested(1, 3, line)
    assert not suggested(0, 2, line)
    assert not suggested(1, 3, None)
    assert not suggested(1, 3, line._replace(text="c: sk_l*************** d"))
    assert not suggested(1, 3, line._replace(column=8, text="live"))
    assert not suggested(1, 3, line._replace(text="c: sk_live"))


# -- Markdown

TABLES = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_GFM
TAGS = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "details", "summary", "ul", "li", "code", "br"}


def parsed(text: str) -> str:
    """The report as HTML, checked to hold no markup but its own, and nothing of which GitHub makes links by itself."""
    html = pyromark.html(text, options=TABLES)
    assert set(re.findall(r"</?(\w+)", html)) <= TAGS
    for tag in TAGS - {"br"}:
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag
    assert all("/docs/rules/" in address for address in re.findall(r'href="([^"]*)"', html))
    assert not re.search(r"https?:|www\.|@|#\d|:tada:", re.sub(r"\]\(https://github.com/mdlint/\S*\)|&#\d+;", "", text))
    return html


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_of_hostile_texts(text: str) -> None:
    html = parsed(write("markdown", hostile(text)))
    assert (html.count("<li>"), html.count("<details>"), html.count("<tr>")) == (1, 1, 4)


def test_markdown() -> None:
    html = parsed(write("markdown", *REPORT.diagnostics, *(hostile(text) for text in HOSTILE.values())))
    assert html.startswith("<h2>mdlint: 21 errors, 17 warnings, 1 info</h2>\n<p>Checked 3 files.</p>")
    assert write("markdown") == "## mdlint: no findings\n\nChecked 3 files.\n"


def test_markdown_for_people() -> None:
    found = REPORT.diagnostics
    assert "details" not in write("markdown", *found, statistics=True)
    assert "1 info" not in write("markdown", *found, quiet=True)
    assert parsed(write("markdown", *found, fold=False)).count("<li>") == len(found)
    assert parsed(write("markdown", *found)).count("<li>") == len(found) - 11
    out = io.StringIO()
    load("markdown")(Report(1, (), fixed=(Fixed("a.md", {"empty-tag": 2}),)), out, Options())
    assert "\nFixed 2 findings in 1 file: 2 empty-tag.\n" in out.getvalue()


@pytest.mark.parametrize("fold", [True, False])
def test_markdown_stays_below_the_limit(fold: bool) -> None:
    found = [hostile("面`|<" * 20)._replace(path=f"{number}/面.md", message=f"`{number}` 面") for number in range(9000)]
    found += [finding._replace(severity="info") for finding in found]
    text = write("markdown", *found, fold=fold)
    assert 900_000 < len(text.encode()) < 1_000_000
    html = parsed(text)
    (left,) = re.findall(r"([\d,]+) findings are left out here", html)
    assert html.count("<li>") + int(left.replace(",", "")) == len(found)
    assert "and 8,950 more folders" in html
