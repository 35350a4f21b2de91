"""What the linter does with what rules and schemas say."""

from mdlint.asking import MOST_FINDINGS
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings


def found(text: str, schema: str | None = None) -> list[tuple[str, str]]:
    """Rules and hints."""
    said = Linter(Settings(schema=schema, select=("empty-tag", "schema"))).lint(Document("a.md", text))
    return [(diagnostic.rule, diagnostic.hint) for diagnostic in said]


def test_of_very_many_findings_the_first_are_shown() -> None:
    text = "---\ntags:\n" + "- ''\n" * MOST_FINDINGS
    assert [rule for rule, _ in found(text + "---\n")] == ["empty-tag"] * MOST_FINDINGS
    assert not any("more to say" in hint for _, hint in found(text + "---\n"))
    more = found(text + "- ''\n" * 10 + "---\n")
    assert len(more) == MOST_FINDINGS
    assert more[-1][1].endswith("; `empty-tag` has more to say of this file: only the first 1,000 findings are shown")


def test_of_very_many_violations_the_first_are_shown() -> None:
    fields = "".join(f"key{number}: a\n" for number in range(MOST_FINDINGS * 2))
    said = found(f"---\n{fields}---\n", "post")
    assert len(said) == MOST_FINDINGS
    assert "the schema has more to say of this file" in said[-1][1]
    assert ("missing-field", "") not in said
    assert [rule for rule, _ in said].count("missing-field") > 1


def test_a_template_s_code_is_of_any_type() -> None:
    text = '---\ntitle: ["{{ .Name }}"]\ntags: {{ .Tags }}\npubDate: <%= date %>\nfeatured: ${featured}\ntheme: blue\n---\n'

    def judged(path: str) -> set[str]:
        said = Linter(Settings(schema="post", select=("schema",))).lint(Document(path, text))
        return {str(diagnostic.key_path[0]) for diagnostic in said if diagnostic.key_path}

    assert judged("archetypes/post.md") < judged("content/post.md")
    assert judged("archetypes/post.md") >= {"theme", "description"}
    assert judged("archetypes/post.md").isdisjoint({"title", "tags", "pubDate", "featured"})


def test_fields_in_a_second_block_are_not_missing() -> None:
    text = "---\ntitle: Rye bread\n---\n\n---\ndescription: How to bake rye bread.\n---\n"
    said = Linter(Settings(schema="post", extend_select=("front-matter",))).lint(Document("a.md", text))
    assert "second-front-matter" in {diagnostic.rule for diagnostic in said}
    missing = {diagnostic.key_path for diagnostic in said if diagnostic.rule == "missing-field"}
    assert missing
    assert ("description",) not in missing
