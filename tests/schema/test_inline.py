"""The schema that a file names itself."""

from pathlib import Path

import pytest

from mdlint.document import Document
from mdlint.schema import SchemaError
from mdlint.schema.inline import named_schema_path, schema_named_in

NAMES: dict[str, tuple[str, str | None]] = {
    "none": ("---\ntitle: a\n---\n", None),
    "the key": ("---\n$schema: ../post.schema.json\n---\n", "../post.schema.json"),
    "the key in TOML": ('+++\n"$schema" = "post.json"\n+++\n', "post.json"),
    "the comment": ("---\n# yaml-language-server: $schema=post.json\ntitle: a\n---\n", "post.json"),
    "the comment, CRLF and quotes": ('---\r\n#yaml-language-server:  $schema="a b.json"\r\n---\r\n', "a"),
    "the comment further below": ("---\ntitle: a\n  # yaml-language-server: $schema=post.json\n---\n", "post.json"),
    "the key counts": ("---\n# yaml-language-server: $schema=a.json\n$schema: b.json\n---\n", "b.json"),
    "in the body": ("---\ntitle: a\n---\n# yaml-language-server: $schema=post.json\n", None),
    "behind a value": ("---\ntitle: a # yaml-language-server: $schema=post.json\n---\n", None),
    "on the network": ("---\n$schema: https://example.org/post.json\n---\n", None),
    "on the network, in the comment": (
        "---\n# yaml-language-server: $schema=http://example.org/a.json\na: b\n---\n",
        None,
    ),
    "another scheme": ("---\n$schema: file:///etc/passwd\n---\n", None),
    "a host": ("---\n$schema: //example.org/a.json\n---\n", None),
    "no text": ("---\n$schema: [a]\n---\n", None),
    "empty": ("---\n$schema: ''\n---\n", None),
    "no front matter": ("$schema: a.json\n", None),
}


@pytest.mark.parametrize(("content", "name"), NAMES.values(), ids=NAMES)
def test_names(content: str, name: str | None) -> None:
    assert schema_named_in(Document("post.md", content)) == name


def test_paths(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "posts/schemas").mkdir(parents=True)
    (root / "schemas").mkdir()
    for name in ("posts/near.json", "posts/schemas/both.json", "schemas/both.json", "schemas/far.json", "../out.json"):
        (root / name).write_text("{}")
    file = root / "posts/a.md"
    assert named_schema_path("near.json", file, root) == root / "posts/near.json"
    assert named_schema_path("schemas/both.json", file, root) == root / "posts/schemas/both.json"
    assert named_schema_path("schemas/far.json", file, root) == root / "schemas/far.json"
    assert named_schema_path("../schemas/far.json", file, root) == root / "schemas/far.json"
    for name, message in {
        "nowhere.json": "there is no schema `nowhere.json`",
        "../../out.json": "the schema `../../out.json` is outside the project",
        "/etc/passwd": "the schema `/etc/passwd` is outside the project",
    }.items():
        with pytest.raises(SchemaError) as error:
            named_schema_path(name, file, root)
        assert error.value.message == message
