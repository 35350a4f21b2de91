"""Where settings come from, and which layer counts."""

from pathlib import Path
from typing import Any

import pytest

from mdlint.config import Configuration, load_configuration
from mdlint.document import Document
from mdlint.linter import Linter, claims
from mdlint.settings import Limits


def load(folder: Path, text: str, **more: Any) -> Configuration:
    (folder / "mdlint.toml").write_text(text)
    return load_configuration(folder, **more)


def test_without_a_file(tmp_path: Path) -> None:
    found = load_configuration(tmp_path, isolated=True)
    assert found.file is None
    assert found.settings.detect
    assert found.settings.select is None


def test_the_nearest_file_upwards(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mdlint]\nfail-on = "info"\n')
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep.parent / "pyproject.toml").write_text('[project]\nname = "no settings here"\n')
    found = load_configuration(deep)
    assert found.file == tmp_path / "pyproject.toml"
    assert found.settings.fail_on == "info"
    assert found.settings.in_root("c.md") == "a/b/c.md"


def test_its_own_file_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mdlint]\nfail-on = "info"\n')
    assert load(tmp_path, 'fail-on = "error"\n').settings.fail_on == "error"


def test_isolated(tmp_path: Path) -> None:
    assert load(tmp_path, 'fail-on = "error"\n', isolated=True).settings.fail_on == "warning"


def test_a_named_file(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('fail-on = "info"\n')
    assert load(tmp_path, 'fail-on = "error"\n', config=other).settings.fail_on == "info"


def test_the_command_line_counts_over_all(tmp_path: Path) -> None:
    text = 'select = ["tag"]\nignore = ["url"]\n[[collections]]\nname = "blog"\nfiles = "*"\nselect = ["date"]\n'
    found = load(tmp_path, text, command_line={"select": ("yaml",), "ignore": ("seo",)})
    assert found.settings.select == ("yaml",)
    assert found.settings.ignore == ("url", "seo")
    assert found.settings.collections[0].settings.select == ("yaml",)
    assert found.origins["select"] == "command line"


def test_a_collection_counts_over_the_file(tmp_path: Path) -> None:
    text = (
        'schema = "post"\nignore = ["url"]\n[rules.empty-description]\nfield = "summary"\n'
        '[[collections]]\nname = "notes"\nfiles = "notes/"\nignore = ["tag"]\nrequired = ["title"]\n'
    )
    (collection,) = load(tmp_path, text).settings.collections
    assert collection.settings.ignore == ("url", "tag")
    assert collection.settings.schema is None
    assert collection.settings.required == ("title",)
    assert collection.settings.options == {"empty-description": {"field": "summary"}}


def test_extends(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('extends = "strict"\nfail-on = "info"\nignore = ["url"]\n')
    found = load(tmp_path, 'extends = "base.toml"\nignore = ["tag"]\nfail-on = "error"\n')
    assert found.settings.select == ("all",)
    assert found.settings.ignore == ("url", "tag")
    assert found.settings.fail_on == "error"
    assert found.origins["select"] == "preset strict"
    assert found.origins["fail-on"] == "mdlint.toml:3:11"


def test_limits(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("limits.bytes = 500\nlimits.depth = 3\n")
    found = load(tmp_path, 'extends = "base.toml"\nlimits.depth = 5\nlimits.expanded-nodes = 7\n')
    assert found.settings.limits == Limits(bytes=500, depth=5, expanded_nodes=7)
    assert load(tmp_path, "").settings.limits == Limits()


GENERATORS = {
    "astro": ["astro.config.mjs"],
    "docusaurus": ["docusaurus.config.ts"],
    "vitepress": ["docs/.vitepress/config.ts"],
    "eleventy": [".eleventy.js"],
    "mkdocs": ["mkdocs.yml"],
    "quarto": ["_quarto.yml"],
    "hugo": ["config.toml", "content/a.md"],
    "zola": ["config.toml", "content/a.md", "templates/a.html"],
    "hexo": ["_config.yml", "scaffolds/post.md"],
    "jekyll": ["_config.yml", "_posts/a.md"],
    "obsidian": [".obsidian/app.json"],
}


@pytest.mark.parametrize(("generator", "files"), GENERATORS.items(), ids=list(GENERATORS))
def test_the_generator_is_told_from_the_site(generator: str, files: list[str], tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = load(tmp_path, "")
    assert found.settings.generator == generator
    assert found.origins["generator"].startswith("detected from ")


@pytest.mark.parametrize("name", ["hugo.toml", "config.yaml"])
def test_hugo_s_folder_of_settings(name: str, tmp_path: Path) -> None:
    (tmp_path / "config" / "_default").mkdir(parents=True)
    (tmp_path / "config" / "_default" / name).touch()
    found = load(tmp_path, "")
    assert found.settings.generator == "hugo"
    assert found.origins["generator"].endswith(f"config/_default/{name}")


def test_zola_is_told_from_hugo(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "config.toml").write_text('base_url = "https://bread.test-site.org"\ntheme = "crust"\n')
    assert load(tmp_path, "").settings.generator == "zola"
    (tmp_path / "config.toml").write_text('baseURL = "https://bread.test-site.org"\n[params]\nbase_urls = 1\n')
    assert load(tmp_path, "").settings.generator == "hugo"
    (tmp_path / "zola.toml").touch()
    assert load(tmp_path, "").settings.generator == "zola"


def test_starlight_is_told_from_astro(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text("import starlight from '@astrojs/starlight';\n")
    assert load(tmp_path, "").settings.generator == "starlight"


def test_a_configured_generator_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    assert load(tmp_path, 'generator = "hugo"\n').settings.generator == "hugo"


SITES = """
[[collections]]
name = "blog"
files = ["sites/blog/content/**/*.md", "!sites/blog/content/old/**"]
[[collections]]
name = "docs"
files = "sites/docs/**"
[[collections]]
name = "both"
files = ["sites/docs/a/**", "sites/blog/a/**"]
[[collections]]
name = "notes"
files = "notes/*.md"
"""


def test_each_collection_is_read_by_the_generator_of_its_site(tmp_path: Path) -> None:
    for name in ("sites/blog/hugo.toml", "sites/docs/mkdocs.yml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    found = load(tmp_path, SITES)
    read_by = {collection.name: collection.settings.generator for collection in found.settings.collections}
    assert read_by == {"blog": "hugo", "docs": "mkdocs", "both": None, "notes": None}
    assert found.origins["collections.blog.generator"] == "detected from sites/blog/hugo.toml"
    paths = ("sites/blog/content/rye.md", "sites/blog/content/old/rye.md", "sites/docs/rye.md", "notes/rye.md")
    assert list(map(found.settings.generator_of, paths)) == ["hugo", "hugo", "mkdocs", None]
    docs = [Document.read(path, b"---\ndraft: yes\n---\n", found.settings) for path in paths]
    assert [doc.data["draft"] for doc in docs] == ["yes", "yes", True, "yes"]


@pytest.mark.parametrize("text", ["", SITES, "fail-on = 'error'\n"])
def test_sites_below_the_root(text: str, tmp_path: Path) -> None:
    for name in (
        "website/docusaurus.config.ts",
        "apps/my blog [old]/_config.yml",
        "docs/old/mkdocs.yml",
        ".x/hugo.toml",
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    found = load(tmp_path, text)
    read_by = {
        "website/docs/a.md": "docusaurus",
        "apps/my blog [old]/_posts/a.md": "jekyll",
        "apps/my blog o/a.md": None,
        "old/website/a.md": None,
        "docs/old/a.md": None,  # deeper than is looked
        ".x/a.md": None,
        "README.md": None,
    }
    assert {path: found.settings.generator_of(path) for path in read_by} == read_by
    assert found.origins["generators./website/**"] == "detected from website/docusaurus.config.ts"


TIME_ZONES = {
    "hugo.toml": ("timeZone = 'Europe/Berlin'\n", True),
    "hugo.yaml": ("title: a\ntimezone: Europe/Berlin\n", True),
    "config/_default/hugo.toml": ("TIMEZONE='UTC'\n", True),
    "_config.yml": ("timezone: Asia/Tokyo\n", True),
    "hugo.toml, of the theme": ("[params]\ntimeZone = 'UTC'\n", False),
    "hugo.yaml, of the theme": ("params:\n  timeZone: UTC\n", False),
    "hugo.toml, empty": ("timeZone = ''\n", False),
    "_config.yml, commented out": ("# timezone: Asia/Tokyo\ntimezone:\n", False),
    "mkdocs.yml": ("timezone: UTC\n", False),
}


@pytest.mark.parametrize(("name", "content", "is_set"), [(n, *more) for n, more in TIME_ZONES.items()], ids=TIME_ZONES)
@pytest.mark.parametrize("folder", ["", "site/"])
def test_the_time_zone_of_the_site(folder: str, name: str, content: str, tmp_path: Path, *, is_set: bool) -> None:
    config = folder + name.partition(",")[0]
    (tmp_path / config).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / config).write_text(content)
    options = {"missing-timezone": {"site_zone": True}} if is_set else {}
    text = "[[collections]]\nname = 'posts'\nfiles = 'site/**'\n"
    found = load(tmp_path, text)
    (collection,) = found.settings.collections
    assert collection.settings.options == options
    if is_set:
        assert found.origins["collections.posts.rules" if folder else "rules"] == f"detected from {config}"
    if not folder:
        assert found.settings.options == options
    generator = str(collection.settings.generator)
    assert load(tmp_path, f"generator = '{generator}'\n").settings.options == options
    assert load(tmp_path, "generator = 'astro'\n" + text).settings.options == {}
    own = load(tmp_path, f"rules.missing-timezone.site-zone = false\n{text}").settings.collections[0].settings.options
    assert own == {"missing-timezone": {"site_zone": False}}


@pytest.mark.parametrize("known", ["mdlint.toml", "mkdocs.yml"])
def test_a_generator_that_is_known_reads_all(known: str, tmp_path: Path) -> None:
    (tmp_path / "website").mkdir()
    (tmp_path / "website" / "hugo.toml").touch()
    (tmp_path / "mkdocs.yml").touch()
    found = load(tmp_path, 'generator = "mkdocs"\n' if known == "mdlint.toml" else "")
    assert found.settings.generator_of("website/a.md") == "mkdocs"


def test_the_generator_of_a_collection_counts_over_that_of_the_file(tmp_path: Path) -> None:
    text = 'generator = "jekyll"\n[[collections]]\nname = "docs"\nfiles = "docs/**"\ngenerator = "hugo"\n'
    settings = load(tmp_path, text).settings
    assert [settings.generator_of(path) for path in ("docs/a.md", "a.md")] == ["hugo", "jekyll"]
    (tmp_path / "docs").mkdir()
    settings = load_configuration(tmp_path / "docs").settings
    assert [settings.generator_of(path) for path in ("a.md", "../a.md")] == ["hugo", "jekyll"]
    settings = load_configuration(tmp_path, command_line={"generator": "astro"}).settings
    assert settings.generator_of("docs/a.md") == "astro"


CLAIMS = {
    "by glob": ('files = "content/**"', "content/a/b.md", "", True),
    "by braces": ('files = "content/*.{md,mdx}"', "content/b.mdx", "", True),
    "not by glob": ('files = "content/**"', "notes/b.md", "", False),
    "by name anywhere": ('files = "SKILL.md"', "a/b/SKILL.md", "", True),
    "taken back": ('files = ["content/**", "!content/draft/**"]', "content/draft/a.md", "", False),
    "by value": ('when = { layout = "post" }', "a.md", "layout: post", True),
    "not by value": ('when = { layout = "post" }', "a.md", "layout: page", False),
    "by one of several values": ('when = { layout = ["post", "note"] }', "a.md", "layout: note", True),
    "by a boolean": ("when = { draft = true }", "a.md", "draft: true", True),
    "by presence": ('when = ["layout"]', "a.md", "layout:", True),
    "not by presence": ('when = ["layout"]', "a.md", "title: a", False),
    "by both": ('files = "a*"\nwhen = ["layout"]', "b.md", "layout: a", False),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "path", "fields", "claimed"), CLAIMS.values(), ids=CLAIMS)
def test_claims(keys: str, path: str, fields: str, claimed: bool, tmp_path: Path) -> None:
    settings = load(tmp_path, f'[[collections]]\nname = "blog"\n{keys}\n').settings
    doc = Document(path, f"---\nother: 1\n{fields}\n---\n")
    assert [c.name for c in claims(settings, doc)] == (["blog"] if claimed else [])


def test_globs_are_relative_to_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('[per-file-ignores]\n"content/old/*" = ["placeholder"]\n')
    folder = tmp_path / "content"
    folder.mkdir()
    linter = Linter(load_configuration(folder).settings)
    content = "---\ndescription: ''\n---\n"
    assert linter.lint(Document("old/a.md", content)) == ()
    assert linter.lint(Document(f"{tmp_path.as_posix()}/content/old/a.md", content)) == ()
    assert [f.rule for f in linter.lint(Document("new/a.md", content))] == ["empty-description"]


def test_globs_of_a_configuration_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    config = tmp_path / "site" / "mdlint.toml"
    config.write_text("")
    from_above = load_configuration(tmp_path, config=config).settings
    assert from_above.in_root("site/content/a.md") == "content/a.md"
    assert from_above.in_root("a.md") == "../a.md"
    from_beside = load_configuration(tmp_path / "other", config=config).settings
    assert from_beside.in_root("../site/content/a.md") == "content/a.md"
    assert from_beside.in_root("a.md") == "../other/a.md"
