"""Every mistake in a configuration is answered with its place and, where one is near, what was meant."""

from pathlib import Path

import pytest

from mdlint.config import ConfigError, load_configuration

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
    "options that are no table": ("rules.empty-title = 3", "mdlint.toml:1:21: `rules.empty-title` must be a table, not a number"),
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
    "a field that is no table": ('[fields]\nslug = "text"', 'mdlint.toml:2:8: `fields.slug` must be a table such as `{ type = "text" }`, not text'),
    "an extra that is none": ('extra = "deny"', "mdlint.toml:1:9: `extra` is `deny`; it must be `forbid` or `warn` or `allow`"),
    "collections that are no list": ('collections = "blog"', "mdlint.toml:1:15: `collections` must be a list of tables, `[[collections]]`, not text"),
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
