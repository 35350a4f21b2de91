"""A site of each kind works from `mdlint init` alone."""

import re
import shutil
from pathlib import Path

import pytest

from mdlint.config import load_configuration
from mdlint.document import Document
from mdlint.linter import Linter, claims
from mdlint.schema import SchemaError
from tests.cli.conftest import Run

SITES = Path(__file__).parent.parent / "sites"

# Per site: the generator, what is excluded, and each collection's globs and schema (or required fields).
EXPECTED: dict[str, tuple[str | None, tuple[str, ...], dict[str, tuple[tuple[str, ...], str | tuple[str, ...]]]]] = {
    "astro": (
        "astro",
        ("public/",),
        {"blog": (("src/content/blog/**",), "astro:blog"), "people": (("src/people/**",), ("name", "bakes"))},
    ),
    "astro-pages": ("astro", (), {"posts": (("src/pages/posts/**",), "post")}),
    "starlight": ("starlight", (), {"docs": (("src/content/docs/**",), "starlight")}),
    "docusaurus": (
        "docusaurus",
        ("static/",),
        {
            "blog": (("{blog,i18n/*/docusaurus-plugin-content-blog*}/**",), "docusaurus-blog"),
            "docs": (
                ("docs/**", "versioned_docs/**", "mills/**", "i18n/*/docusaurus-plugin-content-docs*/**"),
                "docusaurus-doc",
            ),
        },
    ),
    "hugo": (
        "hugo",
        ("themes/",),
        {
            "posts": (("content/en/posts/**", "content/de/posts/**"), "hugo"),
            "pages": (("content/**", "!content/en/posts/**", "!content/de/posts/**"), "hugo"),
        },
    ),
    "jekyll": (
        "jekyll",
        (),
        {"posts": (("_posts/**", "_drafts/**"), "jekyll"), "recipes": (("_recipes/**",), "jekyll")},
    ),
    "mkdocs": ("mkdocs", (), {"docs": (("handbook/**",), "mkdocs-material")}),
    "vitepress": ("vitepress", (), {"pages": (("docs/pages/**",), "vitepress")}),
    "hexo": (
        "hexo",
        (),
        {
            "posts": (("source/_posts/**", "source/_drafts/**"), "hexo"),
            "pages": (("source/**", "!source/_posts/**", "!source/_drafts/**"), "hexo"),
        },
    ),
    "quarto": (
        "quarto",
        (),
        {"posts": (("posts/**",), "quarto"), "pages": (("**/*.{qmd,Rmd,rmd}", "!posts/**"), "quarto")},
    ),
    "eleventy": ("eleventy", (), {"posts": (("content/posts/**",), ("title", "date"))}),
    "zola": (
        "zola",
        (),
        {
            "sections": (("content/**/_index{,.*}.md",), "zola-section"),
            "pages": (("content/**", "!content/**/_index{,.*}.md"), "zola"),
        },
    ),
    "obsidian": ("obsidian", ("Forms/",), {"notes": (("**",), "obsidian")}),
    "skills": (None, (), {"skills": (("SKILL.md",), "skill")}),
    "plain": (None, (), {"recipes": (("recipes/**",), ("title", "serves"))}),
    "decap": (
        "eleventy",
        (),
        {"stalls": (("src/stalls/*.md",), "decap:stalls"), "pages/about": (("src/about.md",), "decap:pages/about")},
    ),
    "frontmatter-cms": (
        "hugo",
        (),
        {
            "news": (("content/news/**/*.{md,mdx,markdown}",), "frontmatter-cms:news"),
            "pages": (("content/**", "!content/news/**/*.{md,mdx,markdown}"), "hugo"),
        },
    ),
}

# Per site: a file, what is changed in it, and the rule that must object.
DEFECTS = {
    "astro": ("src/content/blog/first-loaf.md", "pubDate: 2024-01-05\n", "", "missing-field"),
    "astro-pages": ("src/pages/posts/rye.md", "theme: light", "theme: grey", "invalid-value"),
    "starlight": ("src/content/docs/guides/light.md", "order: 1", "order: first", "wrong-type"),
    "docusaurus": ("docs/intro.md", "sidebar_position: 1", "sidebar_position: first", "wrong-type"),
    "hugo": ("content/de/posts/feeding.md", "date: 2024-01-05", "date: gestern", "invalid-value"),
    "jekyll": ("_posts/2024-01-05-steam.md", "title: Steam", "title: Steam\ndate: soon", "invalid-value"),
    "mkdocs": ("handbook/shifts.md", "hide:", "readtime: long\nhide:", "wrong-type"),
    "vitepress": ("docs/pages/errors.md", "outline: deep", "outline: depe", "invalid-value"),
    "hexo": ("source/_posts/rye.md", "date: 2024-01-05", "date: soon", "invalid-value"),
    "quarto": ("posts/rye/index.qmd", "title: Holes in rye", "title: [", "yaml-syntax"),
    "eleventy": ("content/posts/ash.md", "title: Ash\n", "", "missing-field"),
    "zola": ("content/posts/tides.md", "[taxonomies]\n", "", "invalid-value"),
    "obsidian": ("Loaves/Rye.md", "baked: 2024-01-05", "baked: 2024-01-05\nbaked: 2024-01-06", "duplicate-key"),
    "skills": ("proofing/SKILL.md", "name: proofing", "name: Proofing!", "invalid-value"),
    "plain": ("recipes/rolls.md", "serves: 8\n", "", "missing-field"),
    "decap": ("src/stalls/north.md", "[tue, sat]", "[tue, sun]", "invalid-item"),
    "frontmatter-cms": ("content/news/rain.md", "place: north", "place: nort", "invalid-value"),
}


@pytest.fixture(params=EXPECTED)
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each kind of site; a copy of it lies in `tmp_path`."""
    shutil.copytree(SITES / request.param, tmp_path, dirs_exist_ok=True)
    return str(request.param)


def test_every_site_is_tested() -> None:
    assert {path.name for path in SITES.iterdir()} == EXPECTED.keys() == DEFECTS.keys()


def test_a_site(kind: str, mdlint: Run, tmp_path: Path) -> None:
    generator, exclude, collections = EXPECTED[kind]
    assert mdlint("init").returncode == 0

    text = (tmp_path / "mdlint.toml").read_text(encoding="utf-8")
    settings = load_configuration(tmp_path).settings
    assert (settings.generator, settings.exclude) == (generator, exclude)
    assert ("generator = " in text) == (generator is not None)
    found = {
        collection.name: (collection.files, collection.settings.schema or collection.settings.required)
        for collection in settings.collections
    }
    assert found == collections
    check_the_claims(text, tmp_path)

    clean = mdlint("--output-format=concise", ".")
    assert clean.returncode == 0
    assert clean.stdout.count("\n") == 1
    file, old, new, rule = DEFECTS[kind]
    content = (tmp_path / file).read_text(encoding="utf-8")
    assert old in content
    (tmp_path / file).write_text(content.replace(old, new, 1), encoding="utf-8")
    broken = mdlint("--output-format=concise", ".")
    assert broken.returncode == 1
    assert f"[{rule}]" in broken.stdout
    findings, _ = broken.stdout.split("\nChecked ")
    assert all(line.startswith(f"{file}:") for line in findings.splitlines())


def check_the_claims(text: str, root: Path) -> None:
    """No file is in two collections, and each collection has as many as its comment says."""
    settings = load_configuration(root).settings
    counts = dict.fromkeys((collection.name for collection in settings.collections), 0)
    for path in (path for path in root.rglob("*.*") if path.suffix in (".md", ".mdx", ".qmd")):
        name = path.relative_to(root).as_posix()
        if any(part.startswith(("scaffolds", "archetypes", "Forms")) for part in name.split("/")):
            continue
        claiming = claims(settings, Document(name, path.read_text(encoding="utf-8")))
        assert len(claiming) <= 1
        for collection in claiming:
            counts[collection.name] += 1
    assert [int(count) for count in re.findall(r"^files = .*# (\d+) files?$", text, re.MULTILINE)] == [*counts.values()]


def test_what_is_commented_out_works(kind: str, mdlint: Run, tmp_path: Path) -> None:
    mdlint("init")
    path = tmp_path / "mdlint.toml"
    text = path.read_text(encoding="utf-8")
    uncommented = re.sub(r"(?m)^# (?=[\w.-]+ = |\[)", "", text)
    assert uncommented.count("\n#") < text.count("\n#") - 3
    path.write_text(uncommented, encoding="utf-8")
    settings = load_configuration(tmp_path).settings
    assert settings.fail_on == "error"
    Linter(settings)


def test_init_prints_what_it_would_write(kind: str, mdlint: Run, tmp_path: Path) -> None:
    printed = mdlint("init", "--stdout")
    assert not (tmp_path / "mdlint.toml").exists()
    mdlint("init")
    text = (tmp_path / "mdlint.toml").read_text(encoding="utf-8")
    assert printed.stdout == text


def test_init_is_deterministic(mdlint_process: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "hugo", tmp_path, dirs_exist_ok=True)
    first, second = (mdlint_process("init", "--stdout", PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout
    assert "[[collections]]" in first.stdout


def test_what_is_printed(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "astro", tmp_path, dirs_exist_ok=True)
    done = mdlint("init")
    assert done.stderr == ""
    assert done.stdout == (
        "Astro site (astro.config.mjs), 6 files:\n"
        "  blog    2 files  src/content/blog/**  schema astro:blog\n"
        "  people  3 files  src/people/**        required: name, bakes\n"
        "  1 file of no collection: only what is wrong in any front matter is reported\n"
        "\n"
        "Wrote mdlint.toml.\n"
        "Next:\n"
        "  mdlint .                                             check the files\n"
        "  mdlint config --file src/content/blog/first-loaf.md  what holds for one of them, and why\n"
        "  mdlint infer src/people                              learn a schema from what is there\n"
    )


def test_what_is_written(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "docusaurus", tmp_path, dirs_exist_ok=True)
    assert mdlint("init", "--stdout").stdout.splitlines()[4:] == [
        'generator = "docusaurus"  # because of docusaurus.config.js; it decides how values are read',
        'exclude = "static/"  # not content',
        "",
        '# fail-on = "error"  # warnings are shown, and pass',
        '# ignore = ["tag", "empty-description"]  # groups and rules that you can do without',
        "",
        "# [severity]",
        '# empty-description = "info"',
        "",
        "[[collections]]",
        'name = "blog"',
        'files = "{blog,i18n/*/docusaurus-plugin-content-blog*}/**"  # 1 file',
        'schema = "docusaurus-blog"  # shipped with mdlint; `mdlint schema docusaurus-blog` prints it',
        '# extra = "warn"  # report fields that the schema does not know',
        "",
        "[[collections]]",
        'name = "docs"',
        'files = ["docs/**", "versioned_docs/**", "mills/**", "i18n/*/docusaurus-plugin-content-docs*/**"]  # 5 files',
        'schema = "docusaurus-doc"  # shipped with mdlint; `mdlint schema docusaurus-doc` prints it',
        'ignore = ["missing-front-matter"]  # 1 of 5 have none',
        '# extra = "warn"  # report fields that the schema does not know',
    ]


def test_what_is_empty_on_purpose(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    for name, text in (("bread", "title: Bread"), ("parts/flour", "# Keep these fences."), ("parts/salt", "")):
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{text}\n---\n\nBake.\n")
    lines = mdlint("init", "--stdout").stdout.splitlines()
    assert 'ignore = ["empty-front-matter"]  # 1 of 3 hold but a comment' in lines
    (tmp_path / "content" / "water.md").write_text("Boil.\n")
    lines = mdlint("init", "--stdout").stdout.splitlines()
    assert (
        'ignore = ["missing-front-matter", "empty-front-matter"]  # 1 of 4 have none, 1 of 4 hold but a comment'
        in lines
    )


EXISTING = {
    "mdlint.toml": ("", "mdlint.toml"),
    ".mdlint.toml": ("", ".mdlint.toml"),
    "pyproject.toml": (
        '[project]\nname = "a"\n\n[tool.mdlint]\nfail-on = "error"\n',
        "pyproject.toml:4 ([tool.mdlint])",
    ),
}


@pytest.mark.parametrize(("name", "text", "place"), [(name, *more) for name, more in EXISTING.items()], ids=EXISTING)
def test_an_existing_configuration_is_never_changed(
    name: str, text: str, place: str, mdlint: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    done = mdlint("init")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is a configuration already: {place}; " in done.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(name, text)]
    assert mdlint("init", "--stdout").returncode == 0


def test_a_pyproject_of_another_tool(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "a"\n')
    assert mdlint("init").returncode == 0
    assert (tmp_path / "mdlint.toml").is_file()


def test_a_configuration_further_up(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('fail-on = "error"\n')
    folder = tmp_path / "docs"
    folder.mkdir()
    done = mdlint("init", cwd="docs")
    assert done.returncode == 0
    assert "It holds here instead of " in done.stdout
    assert (folder / "mdlint.toml").is_file()


def test_a_link_to_nowhere_is_not_written_through(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").symlink_to(tmp_path / "elsewhere.toml")
    done = mdlint("init")
    assert done.returncode == 2
    assert "mdlint.toml cannot be written: file exists" in done.stderr
    assert not (tmp_path / "elsewhere.toml").exists()


def test_an_empty_folder(mdlint: Run, tmp_path: Path) -> None:
    done = mdlint("init")
    assert done.stdout.startswith("No Markdown files were found.\n")
    path = tmp_path / "mdlint.toml"
    path.write_text(re.sub(r"(?m)^# (?=[\w.-]+ = |\[)", "", path.read_text()))
    (collection,) = load_configuration(tmp_path).settings.collections
    assert collection.settings.required == ("title", "date")
    assert collection.settings.fields == {"date": {"type": "date"}}


def test_a_site_in_a_folder(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "docusaurus", tmp_path / "website")
    shutil.move(tmp_path / "website" / "docs", tmp_path / "docs")
    config = tmp_path / "website" / "docusaurus.config.js"
    config.write_text(config.read_text().replace("docs: {", "docs: { path: '../docs',"))
    done = mdlint("init")
    assert done.stdout.startswith("Docusaurus site (website/docusaurus.config.js), 6 files:\n")
    settings = load_configuration(tmp_path).settings
    assert settings.generator == "docusaurus"
    assert settings.exclude == ("website/static/",)
    assert [collection.files for collection in settings.collections] == [
        ("website/{blog,i18n/*/docusaurus-plugin-content-blog*}/**",),
        (
            "website/{versioned_docs,docs}/**",
            "docs/**",
            "website/mills/**",
            "website/i18n/*/docusaurus-plugin-content-docs*/**",
        ),
    ]
    assert mdlint(".").returncode == 0


def test_folders_that_may_come(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: The bakery\n")
    for path in ("_posts/2024-01-05-rye.md", "_drafts/oats.md"):
        content = tmp_path / path
        content.parent.mkdir()
        content.write_text("---\ntitle: Bread\ndraft: maybe\n---\n")
        if path.startswith("_posts"):
            assert "{_posts,_drafts}/**" in mdlint("init").stdout
            done = mdlint(".")
            assert (done.stdout.count("[wrong-type]"), done.stderr) == (1, "")
    assert mdlint("_drafts").stdout.count("[wrong-type]") == 1


@pytest.mark.parametrize(
    ("plugins", "folder"),
    [
        ("[search, blog]", "docs/blog/posts"),
        ("[{blog: {blog_dir: news}}]", "docs/news/posts"),
        ("{material/blog: {blog_dir: ., post_dir: '{blog}/entries'}, search: }", "docs/entries"),
    ],
)
def test_posts_of_material(plugins: str, folder: str, mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{name: material}}\nplugins: {plugins}\n")
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Bakery\n")
    (tmp_path / folder / "rye.md").write_text("---\ndate: 2024-01-05\ncategories: [rye]\n---\n# Rye\n")
    assert f"posts  1 file  {folder}/**" in mdlint("init").stdout
    assert (mdlint(".").returncode, mdlint(".").stderr) == (0, "")
    (tmp_path / folder / "oats.md").write_text("---\ncategories: [oats]\n---\n# Oats\n")
    assert "error[missing-field] `date` is missing" in mdlint(".").stdout


def test_several_sites_in_folders(mdlint: Run, tmp_path: Path) -> None:
    for kind, folder in (("hugo", "blog"), ("starlight", "apps/docs"), ("mkdocs", "apps/blog"), ("plain", "plain")):
        shutil.copytree(SITES / kind, tmp_path / folder)
    (tmp_path / "apps" / "shop").mkdir()
    (tmp_path / "apps" / "shop" / "astro.config.mjs").touch()
    done = mdlint("init")
    assert done.stderr == ""
    assert done.stdout == (
        "Hugo site (blog/hugo.toml), 5 files:\n"
        "  blog-posts      3 files  blog/content/en/posts/** blog/content/de/posts/**                    schema hugo\n"
        "  blog-pages      2 files  blog/content/** !blog/content/en/posts/** !blog/content/de/posts/**  schema hugo\n"
        "MkDocs site (apps/blog/mkdocs.yml), 3 files:\n"
        "  apps-blog-docs  2 files  apps/blog/handbook/**                                                schema mkdocs-material\n"
        "  1 file of no collection: only what is wrong in any front matter is reported\n"
        "Starlight site (apps/docs/astro.config.mjs), 3 files:\n"
        "  docs            3 files  apps/docs/src/content/docs/**                                        schema starlight\n"
        "5 files of no site:\n"
        "  plain           5 files  plain/**                                                             required: title, serves\n"
        "\n"
        "Wrote mdlint.toml.\n"
        "Next:\n"
        "  mdlint .                                               check the files\n"
        "  mdlint config --file blog/content/de/posts/feeding.md  what holds for one of them, and why\n"
        "  mdlint infer plain                                     learn a schema from what is there\n"
    )


def test_all_sites_in_one_repository(mdlint: Run, tmp_path: Path) -> None:
    for kind in EXPECTED:
        shutil.copytree(SITES / kind, tmp_path / "sites" / kind)
    done = mdlint("init")
    text = (tmp_path / "mdlint.toml").read_text(encoding="utf-8")
    check_the_claims(text, tmp_path)
    assert re.search(r"(?m)^generator = ", text) is None
    assert "the schemas of Astro in sites/astro/ are for a configuration there" in done.stderr
    assert "the schemas of Decap CMS in sites/decap/ are for a configuration there" in done.stderr
    settings = load_configuration(tmp_path).settings
    for kind, (generator, exclude, _) in EXPECTED.items():
        assert {f"sites/{kind}/{glob}" for glob in exclude} <= {*settings.exclude}
        assert settings.generator_of(f"sites/{kind}/{DEFECTS[kind][0]}") == generator
    clean = mdlint("--output-format=concise", ".")
    assert clean.stdout.count("\n") == 1
    assert (clean.returncode, clean.stderr) == (0, "")
    defects = {
        f"sites/{kind}/{DEFECTS[kind][0]}": DEFECTS[kind][1:]
        for kind in ("starlight", "docusaurus", "hugo", "jekyll", "quarto", "zola")
    }
    for file, (old, new, _) in defects.items():
        path = tmp_path / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    broken = mdlint("--output-format=concise", ".").stdout
    for file, (_, _, rule) in defects.items():
        assert re.search(rf"(?m)^{re.escape(file)}:.*\[{rule}\]", broken)


@pytest.mark.parametrize("folder", ["a [b]", "a-b", "{a,b}"])
def test_pages_of_one_site_beside_it(folder: str, mdlint: Run, tmp_path: Path) -> None:
    """Where the globs of a collection do not lead to its site, its generator is written down."""
    shutil.copytree(SITES / "docusaurus", tmp_path / folder)
    shutil.copytree(SITES / "hugo", tmp_path / "blog")
    shutil.move(tmp_path / folder / "docs", tmp_path / "docs")
    config = tmp_path / folder / "docusaurus.config.js"
    config.write_text(config.read_text().replace("docs: {", "docs: { path: '../docs',"))
    mdlint("init")
    settings = load_configuration(tmp_path).settings
    read_by = {one.name: one.settings.generator for one in settings.collections}
    assert read_by == {
        "blog-posts": "hugo",
        "blog-pages": "hugo",
        f"{folder}-blog": "docusaurus",
        f"{folder}-docs": "docusaurus",
    }
    assert settings.generator_of("docs/intro.md") == "docusaurus"
    assert 'generator = "docusaurus"  # because of ' in (tmp_path / "mdlint.toml").read_text(encoding="utf-8")
    assert mdlint(".").returncode == 0


def test_many_folders_beside_sites(mdlint: Run, tmp_path: Path) -> None:
    for kind in ("hugo", "mkdocs"):
        shutil.copytree(SITES / kind, tmp_path / kind)
    for number in range(20):
        shutil.copytree(SITES / "astro-pages" / "src" / "pages" / "posts", tmp_path / f"week-{number:02}")
    mdlint("init")
    check_the_claims((tmp_path / "mdlint.toml").read_text(encoding="utf-8"), tmp_path)
    *_, last = load_configuration(tmp_path).settings.collections
    assert (last.name, last.files) == ("pages", ("**", "!hugo/**", "!mkdocs/**"))


def test_what_is_written_for_several_sites(mdlint: Run, tmp_path: Path) -> None:
    for kind in ("hugo", "mkdocs"):
        shutil.copytree(SITES / kind, tmp_path / kind)
    lines = mdlint("init", "--stdout").stdout.splitlines()
    assert lines[4:6] == ['exclude = "hugo/themes/"  # not content', ""]
    place = lines.index("# MkDocs site (mkdocs/mkdocs.yml), which decides how values are read")
    assert lines[place - 1 : place + 4] == [
        "",
        lines[place],
        "",
        "[[collections]]",
        'name = "mkdocs-docs"',
    ]


def test_skills_inside_a_site(mdlint: Run, tmp_path: Path) -> None:
    for kind in ("obsidian", "skills"):
        shutil.copytree(SITES / kind, tmp_path, dirs_exist_ok=True)
    mdlint("init")
    collections = load_configuration(tmp_path).settings.collections
    assert [(one.name, one.files) for one in collections] == [("skills", ("SKILL.md",)), ("notes", ("**", "!SKILL.md"))]
    assert mdlint(".").returncode == 0


def test_astro_without_its_schemas(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "astro", tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / ".astro")
    for number in range(3):
        (tmp_path / f"src/content/blog/more-{number}.md").write_text(
            f"---\ntitle: Loaf {number}\ndescription: Another one.\npubDate: 2024-01-05\n---\n"
        )
    done = mdlint("init")
    assert "run `npx astro sync` before `mdlint init`" in done.stderr
    schemas = {one.name: one.settings.schema for one in load_configuration(tmp_path).settings.collections}
    assert schemas == {"blog": "astro-blog", "people": None}


def test_a_shipped_model_that_most_files_do_not_follow_is_not_taken(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "astro", tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / ".astro")
    (tmp_path / "src/content/blog/third.md").write_text("---\ntitle: The third\npubDate: 2024-01-05\n---\n")
    mdlint("init")
    collections = {one.name: one.settings for one in load_configuration(tmp_path).settings.collections}
    assert (collections["blog"].schema, collections["blog"].required) == (None, ("title", "pubDate"))


def test_a_schema_that_cannot_be_used(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "astro", tmp_path, dirs_exist_ok=True)
    (tmp_path / ".astro/collections/blog.schema.json").write_text('{ "type": 1 }')
    done = mdlint("init")
    assert "mdlint: `astro:blog` cannot be used: " in done.stderr
    try:
        Linter(load_configuration(tmp_path).settings)
    except SchemaError:
        pytest.fail("the configuration names a schema that cannot be used")


def test_names_that_no_glob_may_hold(mdlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a [b] {c,d} #!\n"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.md").write_text('---\ntitle: a\n"b\\"\\n#": 1\nc.d: 1\n---\n')
    mdlint("init")
    (collection,) = load_configuration(tmp_path).settings.collections
    assert collection.settings.required == ("title", 'b"\n#')
    done = mdlint("config", "--file", f"{folder.name}/0.md")
    assert f"collection: {collection.name} (files = " in done.stdout.replace("\\n", "\n")


def test_mkdocs_with_another_theme(mdlint: Run, tmp_path: Path) -> None:
    shutil.copytree(SITES / "mkdocs", tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Bakery handbook\ndocs_dir: handbook\n")
    mdlint("init")
    assert load_configuration(tmp_path).settings.collections == ()
    assert mdlint(".").returncode == 0


def test_many_folders_are_one_collection(mdlint: Run, tmp_path: Path) -> None:
    for number in range(20):
        shutil.copytree(SITES / "astro-pages" / "src" / "pages" / "posts", tmp_path / f"week-{number:02}")
    (tmp_path / "README.md").write_text("The posts of each week.\n")
    mdlint("init")
    (collection,) = load_configuration(tmp_path).settings.collections
    assert (collection.name, collection.files, collection.settings.schema) == ("pages", ("**",), "post")
    assert mdlint("--ignore=duplicate-description", ".").returncode == 0


def test_pages_of_several_kinds_get_no_schema_of_one(mdlint: Run, tmp_path: Path) -> None:
    posts = tmp_path / "content" / "posts"
    shutil.copytree(SITES / "astro-pages" / "src" / "pages" / "posts", posts)
    count = len(list(posts.glob("*.md")))
    assert count > 1
    for number in range(count - 1):
        (tmp_path / "content" / f"{number}.md").write_text(f"---\ntitle: Page {number}\n---\n\nBake.\n")
    mdlint("init")
    assert [one.settings.schema for one in load_configuration(tmp_path).settings.collections] in ([], [None])
    assert mdlint("--select=schema", ".").returncode == 0
