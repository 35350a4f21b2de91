"""Every mistake in a configuration is answered with its place and, where one is near, what was meant."""

from pathlib import Path

import pytest

from mdlint.cli.check import check
from mdlint.config import ConfigError, load_configuration
from mdlint.config.meant import COMMAND_LINE, EXAMPLES

MISTAKES = {
    "an unknown key": ('selec = ["seo"]', "mdlint.toml:1:1: there is no key `selec`; did you mean `select`?"),
    "an unknown key far from any": ("zzz = 1", "mdlint.toml:1:1: there is no key `zzz`"),
    "an underscore for a hyphen": ('extend_select = ["url"]', "mdlint.toml:1:1: there is no key `extend_select`; did you mean `extend-select`?"),
    "an unknown rule": ('select = ["empty-titel"]', "mdlint.toml:1:11: there is no rule or group 'empty-titel'; did you mean 'empty-title'?"),
    "the second of two": ('ignore = ["url",\n  "dat"]', "mdlint.toml:2:3: there is no rule or group 'dat'; did you mean 'date'?"),
    "one word in place of a list": ('ignore = "tga"', "mdlint.toml:1:10: there is no rule or group 'tga'; did you mean 'tag'?"),
    "a number for a list": ("select = 3", "mdlint.toml:1:10: `select` must be a list of text, not a number"),
    "a number in a list": ('exclude = ["a", 3]', "mdlint.toml:1:17: `exclude[1]` must be text, not a number"),
    "a list for text": ('schema = ["post"]', "mdlint.toml:1:10: `schema` must be text, not a list"),
    "empty text": ('schema = ""', "mdlint.toml:1:10: `schema` must be text, not empty text"),
    "a severity that is none": (
        'fail-on = "warn"',
        "mdlint.toml:1:11: `fail-on` is `warn`; it must be `error` or `warning` or `info`; did you mean `warning`?",
    ),
    "a rule's severity that is none": (
        '[severity]\nempty-title = "fatal"',
        "mdlint.toml:2:15: `severity.empty-title` is `fatal`; it must be `error` or `warning` or `info`",
    ),
    "the severity of an unknown rule": (
        '[severity]\nempty-titles = "info"',
        "mdlint.toml:2:1: there is no rule 'empty-titles'; did you mean 'empty-title'?",
    ),
    "the severity of a group": (
        '[severity]\nsuppression = "info"',
        "mdlint.toml:2:1: 'suppression' is a group, not a rule; it has unused-ignore, unknown-rule, invalid-ignore, blanket-ignore, stale-baseline",
    ),
    "options of an unknown rule": (
        "[rules.empty-descripton]\nfield = 'a'",
        "mdlint.toml:1:8: there is no rule 'empty-descripton'; did you mean 'empty-description'?",
    ),
    "an unknown option": (
        "[rules.empty-description]\nfeld = 'a'",
        "mdlint.toml:2:1: the rule `empty-description` has no option `feld`; did you mean `field`?",
    ),
    "an option of a rule without any": (
        "[rules.duplicate-key]\nmax = 3",
        "mdlint.toml:2:1: the rule `duplicate-key` has no options",
    ),
    "an option of the wrong type": (
        "[rules.empty-description]\nfield = 3",
        "mdlint.toml:2:9: `rules.empty-description.field` must be text, not a number",
    ),
    "options that are no table": ("rules.empty-title = 3", "mdlint.toml:1:21: `rules.empty-title` must be a table of options, not a number"),
    "an unknown rule for a glob": (
        '[per-file-ignores]\n"drafts/*" = ["empty-titles"]',
        "mdlint.toml:2:15: there is no rule or group 'empty-titles'; did you mean 'empty-title'?",
    ),
    "an unknown limit": ("limits.byte = 3", "mdlint.toml:1:8: there is no key `byte` in `limits`; did you mean `bytes`?"),
    "a limit of nothing": ("limits.nodes = 0", "mdlint.toml:1:16: `limits.nodes` must be a whole number, at least 1, not a number"),
    "a limit that is no number": (
        'limits.expanded-nodes = "many"',
        "mdlint.toml:1:25: `limits.expanded-nodes` must be a whole number, at least 1, not text",
    ),
    "limits that are no table": ("limits = 3", "mdlint.toml:1:10: `limits` must be a table, not a number"),
    "a limit beyond all bounds": ("limits.depth = 1001", "mdlint.toml:1:16: `limits.depth` must be at most 1000, not 1001"),
    "an unknown generator": (
        'generator = "hogu"',
        "mdlint.toml:1:13: `generator` is `hogu`; it must be",
    ),
    "an unknown preset": ('extends = "poost"', "mdlint.toml:1:11: there is no preset `poost`"),
    "a file to extend that is not there": ('extends = "base.toml"', "mdlint.toml:1:11: there is no file `base.toml`"),
    "a file that extends itself": ('extends = "mdlint.toml"', "mdlint.toml:1:11: `mdlint.toml` extends itself"),
    "a collection without a name": ('[[collections]]\nfiles = "*.md"', "mdlint.toml:1:1: a collection needs a `name`"),
    "a collection without files": (
        '[[collections]]\nname = "blog"',
        'mdlint.toml:1:1: a collection needs `files` or `when`; add for example `files = "content/blog/**"`',
    ),
    "a generator without files": (
        '[[collections]]\nname = "blog"\nwhen = ["a"]\ngenerator = "hugo"',
        "mdlint.toml:4:1: `generator` needs `files`: it says how they are read, and `when` looks at what was read",
    ),
    "two collections of one name": (
        '[[collections]]\nname = "blog"\nfiles = "a"\n[[collections]]\nname = "blog"\nfiles = "b"',
        "mdlint.toml:5:8: there are two collections named `blog`",
    ),
    "an unknown key in a collection": (
        '[[collections]]\nname = "blog"\nfiles = "a"\nrequire = ["a"]',
        "mdlint.toml:4:1: there is no key `require` in `collections[0]`; did you mean `required`?",
    ),
    "an unknown constraint": (
        '[fields]\ntitle = { typ = "text" }',
        "mdlint.toml:2:11: there is no key `typ` in `fields.title`; did you mean `type`?",
    ),
    "an unknown type": ('[fields]\ntitle = { type = "strin" }', "mdlint.toml:2:18: `fields.title.type` is `strin`; it must be"),
    "a length that is text": (
        '[fields]\ntitle = { max-length = "70" }',
        "mdlint.toml:2:24: `fields.title.max-length` must be a whole number, at least 0, not text",
    ),
    "a length below zero": (
        "[fields]\ntitle = { min-length = -1 }",
        "mdlint.toml:2:24: `fields.title.min-length` must be a whole number, at least 0, not the number -1",
    ),
    "no values to choose from": (
        "[fields]\nstatus = { enum = [] }",
        "mdlint.toml:2:19: `fields.status.enum` must be a list of values, not an empty list",
    ),
    "one value to choose from": (
        '[fields]\nstatus = { enum = "draft" }',
        "mdlint.toml:2:19: `fields.status.enum` must be a list of values, not text",
    ),
    "a replacement that is a number": (
        "[fields]\ntag = { deprecated = 1 }",
        "mdlint.toml:2:22: `fields.tag.deprecated` must be true, or the name of the field to use instead, not a number",
    ),
    "a pattern that is none": (
        '[fields]\nslug = { pattern = "(" }',
        "mdlint.toml:2:20: `fields.slug.pattern` is no regular expression: missing ), unterminated subpattern",
    ),
    "a pattern of Python's": (
        "[fields]\nslug = { pattern = 'a\\Z' }",
        "mdlint.toml:2:20: `fields.slug.pattern` is a regular expression that Python alone understands; write `$` for `\\Z`",
    ),
    "a field that is no table": ('[fields]\nslug = "text"', 'mdlint.toml:2:8: `fields.slug` must be a table such as `{ type = "text" }`, not text'),
    "an extra that is none": ('extra = "deny"', "mdlint.toml:1:9: `extra` is `deny`; it must be `forbid` or `warn` or `allow`"),
    "collections that are no list": ('collections = "blog"', "mdlint.toml:1:15: `collections` must be a list of tables, `[[collections]]`, not text"),
    "a collection that is a table": (
        '[collections.blog]\nfiles = "a"',
        'mdlint.toml:1:14: `collections` must be a list of tables, not a table of collections; write `[[collections]]` and below it `name = "blog"`',
    ),
    "a list of tables for a collection": ('[[collections.blog]]\nfiles = "a"', "mdlint.toml:1:15: `collections` must be a list of tables, not a table of collections"),
    "collections in single brackets": (
        '[collections]\nname = "blog"\nfiles = "a"',
        "mdlint.toml:1:2: `collections` must be a list of tables, not a table; write `[[collections]]` with two brackets",
    ),
    "a collection's name alone": (
        'collections = ["blog"]',
        'mdlint.toml:1:16: `collections[0]` must be a table, not text; write `[[collections]]` and below it `name = "blog"`',
    ),
    "what is left out of a collection": (
        '[[collections]]\nname = "blog"\nfiles = "a"\nexclude = ["b"]',
        "mdlint.toml:4:1: there is no key `exclude` in `collections[0]`; begin a glob of `files` with `!` to leave files out",
    ),
    "a key of another tool": ('disable = ["url"]', "mdlint.toml:1:1: there is no key `disable`; write `ignore` instead"),
    "another key of another tool": ('extend-exclude = ["a"]', "mdlint.toml:1:1: there is no key `extend-exclude`; write `exclude` instead"),
    "files that are paths": (
        '[[collections]]\nname = "blog"\nwhen = ["a"]\npath = "a"',
        "mdlint.toml:4:1: there is no key `path` in `collections[0]`; write `files` instead",
    ),
    "a bound of something": (
        "[fields.title]\nmax = 70",
        "mdlint.toml:2:1: there is no key `max` in `fields.title`; write `maximum`, `max-length` or `max-items` instead",
    ),
    "a type of JSON Schema": ('[fields]\ntags.type = "array"', "mdlint.toml:2:13: `fields.tags.type` is `array`; it must be"),
    "an option of the command line": ("jobs = 3", "mdlint.toml:1:1: there is no key `jobs`; it is an option of the command line, `--jobs`"),
    "the table of pyproject.toml": ('[tool.mdlint]\nselect = "url"', "mdlint.toml:1:2: there is no key `tool`; write what is in it above the first table"),
    "a key below a table": (
        '[severity]\nselect = ["url"]',
        "mdlint.toml:2:1: there is no rule 'select'; `select` is a key of the whole configuration; write it above the first table",
    ),
    "a key below the fields": (
        '[fields]\nrequired = ["a"]',
        'mdlint.toml:2:12: `fields.required` must be a table such as `{ type = "text" }`, not a list; `required` is a key of the whole',
    ),
    "a rule turned off by its severity": (
        '[severity]\nempty-title = "off"',
        'mdlint.toml:2:15: `severity.empty-title` is `off`; it must be `error` or `warning` or `info`; to turn it off, write `ignore = ["empty-title"]` above',
    ),
    "a rule turned off by its severity in a collection": (
        '[[collections]]\nname = "a"\nfiles = "a"\nseverity.empty-title = false',
        "mdlint.toml:4:24: `collections[0].severity.empty-title` is `false`; it must be `error` or `warning` or `info`; to turn it off, write",
    ),
    "a severity for a rule": ('[severity]\nwarning = ["url"]', "mdlint.toml:2:1: `warning` is a severity, not a rule; write `empty-title = "),
    "a severity for all": ('severity = "error"', 'mdlint.toml:1:12: `severity` must be a table, not text; write for example `severity = { empty-title = "error" }`'),
    "a rule turned off by its options": (
        "[rules]\nempty-title = false",
        'mdlint.toml:2:15: `rules.empty-title` must be a table of options, not `false`; to turn it off, write `ignore = ["empty-title"]`',
    ),
    "a severity as options": (
        '[rules]\nempty-title = "warn"',
        'mdlint.toml:2:15: `rules.empty-title` must be a table of options, not text; write `empty-title = "warning"` below `[severity]`',
    ),
    "a severity among options": (
        '[rules.empty-title]\nseverity = "error"',
        'mdlint.toml:2:1: the rule `empty-title` has no option `severity`; write `empty-title = "error"` below `[severity]`',
    ),
    "a rule enabled among options": (
        "[rules.title-style]\nenabled = true",
        'mdlint.toml:2:1: the rule `title-style` has no option `enabled`; to turn it on, write `extend-select = ["title-style"]`',
    ),
    "an option of another name": ("[rules.title-length]\nmax = 3", "mdlint.toml:2:1: the rule `title-length` has no option `max`; it has `field`, `longest`"),
    "a group turned off": ('[rules]\nseo = "off"', "mdlint.toml:2:1: 'seo' is a group, not a rule; to turn it off, write `ignore = [\"seo\"]`"),
    "a rule at the top": ("empty-title = false", 'mdlint.toml:1:1: there is no key `empty-title`; to turn it off, write `ignore = ["empty-title"]`'),
    "a table for a list": ("required.title = true", 'mdlint.toml:1:1: `required` must be a list of text, not a table; write `required = ["title"]`'),
    "a list of tables for a table": (
        '[[per-file-ignores]]\n"a" = ["url"]',
        "mdlint.toml:1:1: `per-file-ignores` must be a table, not a list; write `[per-file-ignores]` with single brackets",
    ),
    "a list for a table": ('per-file-ignores = ["a"]', "mdlint.toml:1:20: `per-file-ignores` must be a table, not a list; write for example `per-file-ignores = {"),
    "a list of fields": ('fields = ["title"]', "mdlint.toml:1:10: `fields` must be a table, not a list; fields that must be there go into `required`"),
    "fields as the schema": ('schema = { title = "text" }', "mdlint.toml:1:10: `schema` must be text, not a table; write below `fields` what the fields must be"),
    "a boolean in quotes": ('unsafe-fixes = "true"', "mdlint.toml:1:16: `unsafe-fixes` must be true or false, not text; leave out the quotes"),
    "a misspelled preset": ('extends = "hugos"', "mdlint.toml:1:11: there is no preset `hugos`; did you mean `hugo`?"),
    "broken TOML": ("select = [", "mdlint.toml:1:11: this is not valid TOML: the value is no number"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), MISTAKES.values(), ids=MISTAKES)
def test_is_answered(text: str, answer: str, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text(text + "\n")
    with pytest.raises(ConfigError) as error:
        load_configuration(tmp_path)
    (mistake,) = error.value.mistakes
    assert str(mistake).startswith(answer)


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('selec = 1\nignore = ["tga"]\n[rules.empty-title]\nx = 1\n')
    with pytest.raises(ConfigError) as error:
        load_configuration(tmp_path)
    assert [mistake.line for mistake in error.value.mistakes] == [1, 2, 4]


def test_a_mistake_in_pyproject_is_placed_in_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "a"\n\n[tool.mdlint]\nselec = []\n')
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:5:1: there is no key `selec`"):
        load_configuration(tmp_path)


def test_a_mistake_in_an_extended_file_is_placed_in_it(tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('extends = "base/base.toml"\n')
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "base.toml").write_text("\nselec = []\n")
    with pytest.raises(ConfigError, match=r"^base/base\.toml:2:1: there is no key `selec`"):
        load_configuration(tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"^mdlint\.toml: is not UTF-8$"):
        load_configuration(tmp_path)


def test_tables_of_pyproject_are_called_by_their_whole_names(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.mdlint.severity]\nfail-on = 'error'\n[tool.mdlint.collections.a]\n")
    with pytest.raises(ConfigError) as error:
        load_configuration(tmp_path)
    below, collection = error.value.mistakes
    assert below.hint == "`fail-on` is a key of the whole configuration; write it directly below `[tool.mdlint]`"
    assert collection.hint == 'write `[[tool.mdlint.collections]]` and below it `name = "a"`'


def test_options_that_are_looked_for_in_the_configuration_exist() -> None:
    assert {name.replace("-", "_") for name in COMMAND_LINE} <= {parameter.name for parameter in check.params}


@pytest.mark.parametrize("key", EXAMPLES)
def test_examples_are_right(key: str, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text(EXAMPLES[key].strip("`"))
    load_configuration(tmp_path)


def test_a_pattern_that_only_the_validator_understands(tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text("[fields]\ntitle = { pattern = '^\\p{Lu}' }\n")
    load_configuration(tmp_path)


@pytest.mark.parametrize(
    ("word", "meant"), [("array", "list"), ("strng", "text"), ("Bool", "boolean"), ("dates", "date"), ("zzz", "")]
)
def test_types_in_the_words_of_others(word: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text(f'[fields]\na.type = "{word}"\n')
    with pytest.raises(ConfigError) as error:
        load_configuration(tmp_path)
    assert error.value.mistakes[0].hint == (f"did you mean `{meant}`?" if meant else "")
