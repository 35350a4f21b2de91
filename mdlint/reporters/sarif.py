"""`sarif`: SARIF 2.1.0, for code scanning and for editors that show it."""

from __future__ import annotations

import inspect
from typing import Any, TextIO
from urllib.parse import quote

from mdlint import __version__
from mdlint.diagnostic import Diagnostic, Fix, KeyPath, Severity, Span, format_key_path
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.fingerprint import fingerprints
from mdlint.reporters.json_text import JsonText
from mdlint.reporters.safe import escape
from mdlint.reporters.wording import HOME, help_address, sentence

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_FINGERPRINT = "mdlint/v1"
"""Not GitHub's `primaryLocationLineHash`: its action computes that, and warns where another value stands already."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the log, each rule and each result on a line of its own."""
    dump = JsonText(out)
    rules = sorted({diagnostic.rule for diagnostic in report.diagnostics})
    driver = {"name": "mdlint", "informationUri": HOME, "version": __version__, "semanticVersion": __version__}
    out.write(f'{{\n"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"tool": {{"driver": {{')
    out.write(dump(driver)[1:-1] + ',\n"rules": [')
    out.write(",".join(f"\n  {dump(_rule(name, options))}" for name in rules))
    out.write('\n]}},\n"columnKind": "unicodeCodePoints",\n"results": [')
    indexes = {name: index for index, name in enumerate(rules)}
    paths = [options.in_repository(diagnostic.path) for diagnostic in report.diagnostics]
    for number, (diagnostic, path, fingerprint) in enumerate(
        zip(report.diagnostics, paths, fingerprints(report.diagnostics, paths), strict=True)
    ):
        data = _result(diagnostic, indexes[diagnostic.rule], _artifact(path), fingerprint)
        out.write(f"{',' if number else ''}\n  {dump(data)}")
    out.write("\n]\n}]\n}\n")


def _rule(name: str, options: Options) -> dict[str, Any]:
    registry = options.registry()
    if registry.group_of(name) is None:
        return {"id": name}
    rule = registry.load(name)
    text = inspect.cleandoc(rule.__doc__ or "")
    full = text.partition("\n## ")[0].strip()
    data = {
        "id": name,
        "name": rule.__name__,
        "shortDescription": {"text": " ".join(full.partition("\n\n")[0].split())},
        "fullDescription": {"text": full},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group], "problem.severity": _PROBLEMS[rule.severity]},
    }
    if address := help_address(name):
        data["helpUri"] = address
    return data


def _result(diagnostic: Diagnostic, index: int, artifact: dict[str, str], fingerprint: str) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact, "region": _region(diagnostic.span)},
    }
    if diagnostic.key_path:
        location["logicalLocations"] = [_field(diagnostic.key_path)]
    data: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _plain(sentence(diagnostic))},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if diagnostic.fix is not None:
        data["fixes"] = [_fix(diagnostic.fix, artifact)]
    return data


def _field(path: KeyPath) -> dict[str, str]:
    last = path[-1]
    return {
        "name": str(last),
        "fullyQualifiedName": format_key_path(path),
        "kind": "value" if isinstance(last, int) else "property",
    }


def _fix(fix: Fix, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = []
    for number, (edit, span) in enumerate(zip(fix.edits, fix.spans, strict=True)):
        region = _region(span)
        if edit.start < 0:  # a byte-order mark has no column
            start, end = fix.byte_ranges[number]
            region = {"byteOffset": start, "byteLength": end - start}
        replacement: dict[str, Any] = {"deletedRegion": region}
        if edit.text:
            replacement["insertedContent"] = {"text": edit.text}
        replacements.append(replacement)
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _plain(text: str) -> str:
    """A message's text, in which an author's link is none, as it would be between brackets."""
    return escape(text).replace("](", r"\](")


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: an address relative to the repository's root, of the bytes of its name."""
    name = path.encode("utf-8", "surrogateescape" if _is_from_bytes(path) else "surrogatepass")
    if path.startswith("/"):
        return {"uri": f"file://{quote(name)}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[0]}:{quote(name[2:])}"}
    return {"uri": quote(name), "uriBaseId": "%SRCROOT%"}


def _is_from_bytes(path: str) -> bool:
    return all(0xDC80 <= ord(character) <= 0xDCFF for character in path if 0xD800 <= ord(character) <= 0xDFFF)
