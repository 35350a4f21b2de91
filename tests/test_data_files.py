"""Names that a site's generator looks up in its own data files: what `unknown-reference` says of them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mdlint import __version__
from mdlint.api import lint_paths, load_settings
from mdlint.cache import Cache
from mdlint.cache_folder import FOLDER
from mdlint.diagnostic import Diagnostic
from mdlint.discovery import discover
from mdlint.reading import How
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.testing import findings, fixed

POST = "blog/2024-01-05-rye.md"
AUTHORS = "ada:\n  name: Ada Lindqvist\nbo_s:\n  name: Bo Ström\n"
TAGS = "rye:\n  label: Rye bread\nspelt: null\n2024:\n  label: The year\n"


def classic(options: str = "", plugins: str = "") -> str:
    return f"export default {{presets: [['classic', {{{options}}}]], plugins: [{plugins}]}};\n"


DOCUSAURUS = {
    "docusaurus.config.js": classic(),
    "blog/authors.yml": AUTHORS,
    "blog/tags.yml": TAGS,
    "docs/tags.yml": "oven:\n  label: Oven\n",
}
MKDOCS = {
    "mkdocs.yml": """
theme:
  name: material
plugins:
  - search
  - blog:
      post_slugify: !!python/object/apply:pymdownx.slugs.slugify {}
      categories_allowed: [Bread, Cake]
  - tags:
      tags_allowed: [rye, 2024, yes]
""",
    "docs/blog/.authors.yml": "authors:\n  ada:\n    name: Ada Lindqvist\n  bo_s:\n    name: Bo Ström\n",
}
BLOG = "docs/blog/posts/rye.md"


def said(
    path: str, fields: str, files: Mapping[str, str], config: str = "generator = 'docusaurus'"
) -> tuple[Diagnostic, ...]:
    return findings("unknown-reference", f"---\n{fields}\n---\n", path=path, files=files, config=config)


def mkdocs(**plugins: str) -> dict[str, str]:
    """The site with other options of plugins."""
    lines = "".join(f"  - {name}: {{{options}}}\n" for name, options in plugins.items())
    return {**MKDOCS, "mkdocs.yml": f"theme: material\nplugins:\n{lines}"}


VALID: dict[str, tuple[str, str, Mapping[str, str]]] = {
    "authors": (POST, "authors: [ada, bo_s]", DOCUSAURUS),
    "one author": (POST, "authors: ada", DOCUSAURUS),
    "an author with more to say": (POST, "authors: {key: ada, title: Baker}", DOCUSAURUS),
    "an author who is written out": (POST, "authors: [ada, {name: Someone}, {name: No One, key: ''}]", DOCUSAURUS),
    "no author": (POST, "authors: []", DOCUSAURUS),
    "authors of other kinds": (POST, "authors: [1, null, [x], '']", DOCUSAURUS),
    "authors of documentation": ("docs/rye.md", "authors: [nobody]", {**DOCUSAURUS, "docs/authors.yml": AUTHORS}),
    "a post in a folder": ("blog/2024/rye/index.mdx", "authors: [ada]\ntags: [rye]", DOCUSAURUS),
    "tags": (POST, "tags: [rye, spelt, 2024]", DOCUSAURUS),
    "a tag that is written out": (POST, "tags: [{label: Other, permalink: /other}]", DOCUSAURUS),
    "tags of documentation": ("docs/a/rye.md", "tags: [oven]", DOCUSAURUS),
    "no tag": (POST, "tags:", DOCUSAURUS),
    "one tag that is no list": (POST, "tags: other", DOCUSAURUS),
    "another folder": ("pages/rye.md", "authors: [nobody]\ntags: [other]", DOCUSAURUS),
    "a file beside the pages": ("README.md", "tags: [other]", DOCUSAURUS),
    "no page": ("blog/_drafts/rye.md", "authors: [nobody]", DOCUSAURUS),
    "no page either": ("blog/_rye.md", "authors: [nobody]", DOCUSAURUS),
    "a template": ("blog/templates/post.md", "authors: [nobody]", DOCUSAURUS),
    "no files": (POST, "authors: [nobody]\ntags: [other]", {"docusaurus.config.js": classic()}),
    "no site": (POST, "authors: [nobody]\ntags: [other]", {"blog/authors.yml": AUTHORS, "blog/tags.yml": TAGS}),
    "the site of another generator": (
        POST, "authors: [nobody]", {**DOCUSAURUS, "blog/astro.config.mjs": ""},
    ),
    "a broken file": (POST, "authors: [nobody]", {**DOCUSAURUS, "blog/authors.yml": "ada:\n  name: 'Ada\n"}),
    "a file that is a list": (POST, "authors: [nobody]", {**DOCUSAURUS, "blog/authors.yml": "- ada\n"}),
    "an empty file": (POST, "tags: [other]", {**DOCUSAURUS, "blog/tags.yml": ""}),
    "a file that holds nothing": (POST, "tags: [other]", {**DOCUSAURUS, "blog/tags.yml": "{}"}),
    "a huge file": (POST, "authors: [nobody]", {**DOCUSAURUS, "blog/authors.yml": AUTHORS + "# more\n" * 50_000}),
    "many brackets": (POST, "authors: [nobody]", {**DOCUSAURUS, "blog/authors.yml": "a: " + "[" * 90_000}),
    "aliases of aliases": (
        POST, "authors: [nobody]",
        {**DOCUSAURUS, "blog/authors.yml": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))},
    ),
    "no text": (POST, "authors: [nobody]", {**DOCUSAURUS, "blog/authors.yml": "ada: \ufffd\n"}),
    "no blog": (POST, "authors: [nobody]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: false")}),
    "a file of another name": (
        POST, "authors: [cy]",
        {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {authorsMapPath: './people.json'}"), "blog/people.json": '{"cy": {"name": "Cy"}}'},
    ),
    "a file of a computed name": (
        POST, "authors: [nobody]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {authorsMapPath: file}")},
    ),
    "options from elsewhere": (
        POST, "authors: [nobody]\ntags: [other]",
        {**DOCUSAURUS, "docusaurus.config.js": "const authorsMapPath = 'people.yml'\n" + classic("blog: blogOptions")},
    ),
    "the whole configuration from elsewhere": (POST, "tags: [other]", {**DOCUSAURUS, "docusaurus.config.js": "export default make()"}),
    "options that others are put into": (POST, "tags: [other]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {...common}")}),
    "inline tags": (POST, "tags: [other]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {onInlineTags: 'ignore'}")}),
    "no tags file": (POST, "tags: [other]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {tags: false}")}),
    "no tags file either": (POST, "tags: [other]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {tags: null}")}),
    "the blog's folder is another one": (
        POST, "authors: [nobody]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {path: 'news'}")},
    ),
    "the blog's folder is computed": (
        POST, "authors: [nobody]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {path: path.resolve('blog')}")},
    ),
    "the theme's options": (
        POST, "tags: [rye]",
        {**DOCUSAURUS, "docusaurus.config.js": "export default {presets: [['classic', {}]], themeConfig: {blog: {tags: 'x.yml'}}}"},
    ),
    "a translation": (
        "i18n/sv/docusaurus-plugin-content-blog/rye.md", "authors: [sven]",
        {**DOCUSAURUS, "i18n/sv/docusaurus-plugin-content-blog/authors.yml": "sven:\n  name: Sven\n"},
    ),
    "a translation without a file": ("i18n/sv/docusaurus-plugin-content-blog/a/rye.md", "authors: [ada]", DOCUSAURUS),
    "an author of the language that the site is written in": (
        POST, "authors: [sven]",
        {**DOCUSAURUS, "i18n/sv/docusaurus-plugin-content-blog/authors.yml": "sven:\n  name: Sven\n"},
    ),
    "a broken translation": (
        POST, "authors: [nobody]", {**DOCUSAURUS, "i18n/sv/docusaurus-plugin-content-blog/authors.yml": "a: [\n"},
    ),
    "a version": (
        "versioned_docs/version-1.0/rye.md", "tags: [stove]",
        {**DOCUSAURUS, "versioned_docs/version-1.0/tags.yml": "stove:\n"},
    ),
    "a version without a file": ("versioned_docs/version-1.0/rye.md", "tags: [other]", DOCUSAURUS),
    "a translated version": (
        "i18n/sv/docusaurus-plugin-content-docs/version-1.0/a/rye.md", "tags: [stove]",
        {**DOCUSAURUS, "versioned_docs/version-1.0/tags.yml": "stove:\n"},
    ),
    "no version": ("i18n/sv/docusaurus-plugin-content-docs/rye.md", "tags: [other]", DOCUSAURUS),
    "a plugin that is not there": ("i18n/sv/docusaurus-plugin-content-docs-api/current/rye.md", "tags: [other]", DOCUSAURUS),
}  # fmt: skip


@pytest.mark.parametrize("case", VALID.values(), ids=VALID)
def test_docusaurus_valid(case: tuple[str, str, Mapping[str, str]]) -> None:
    assert said(*case) == ()


INVALID: dict[str, tuple[tuple[str, str, Mapping[str, str]], str, str, str]] = {
    "an author": (
        (POST, "authors: [ada, adda]", DOCUSAURUS),
        "error", "`authors[1]` is `adda`, which is not in `blog/authors.yml`", "did you mean `ada`?",
    ),
    "one author": (
        (POST, "authors: nobody", DOCUSAURUS),
        "error", "`authors` is `nobody`, which is not in `blog/authors.yml`", "correct the name, or add it there",
    ),
    "an author's case": (
        (POST, "authors: Ada", DOCUSAURUS), "error", "`authors` is `Ada`, which is not in `blog/authors.yml`", "did you mean `ada`?",
    ),
    "an author's own name": (
        (POST, "authors: Bo Ström", DOCUSAURUS),
        "error", "`authors` is `Bo Ström`, which is not in `blog/authors.yml`", "did you mean `bo_s`?",
    ),
    "an author with more to say": (
        (POST, "authors: [{key: bo-s, title: Baker}]", DOCUSAURUS),
        "error", "`authors[0].key` is `bo-s`, which is not in `blog/authors.yml`", "did you mean `bo_s`?",
    ),
    "a tag": (
        (POST, "tags: [rye, 2025]", DOCUSAURUS),
        "warning", "`tags[1]` is `2025`, which is not in `blog/tags.yml`", "did you mean `2024`?",
    ),
    "a tag's label": (
        (POST, "tags: [Rye bread]", DOCUSAURUS),
        "warning", "`tags[0]` is `Rye bread`, which is not in `blog/tags.yml`", "did you mean `rye`?",
    ),
    "a tag of documentation": (
        ("docs/a/rye.md", "tags: [rye]", DOCUSAURUS),
        "warning", "`tags[0]` is `rye`, which is not in `docs/tags.yml`", "correct the name, or add it there",
    ),
    "a tag that stops the build": (
        (POST, "tags: [Rye]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {onInlineTags: 'throw'}")}),
        "error", "`tags[0]` is `Rye`, which is not in `blog/tags.yml`", "did you mean `rye`?",
    ),
    "a tag that is logged": (
        (POST, "tags: [Rye]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {onInlineTags: 'log'}")}),
        "info", "`tags[0]` is `Rye`, which is not in `blog/tags.yml`", "did you mean `rye`?",
    ),
    "a tag that stops some builds": (
        (POST, "tags: [Rye]", {**DOCUSAURUS, "docusaurus.config.js": classic("blog: {onInlineTags: ci ? 'throw' : 'warn'}")}),
        "warning", "`tags[0]` is `Rye`, which is not in `blog/tags.yml`", "did you mean `rye`?",
    ),
    "files of other names": (
        (POST, "authors: ada", {
            **DOCUSAURUS, "docusaurus.config.js": classic("blog: {authorsMapPath: '../people.yaml'}"), "people.yaml": "cy: {name: Cy}",
        }),
        "error", "`authors` is `ada`, which is not in `people.yaml`", "correct the name, or add it there",
    ),
    "a second blog": (
        ("news/rye.md", "authors: ada", {
            **DOCUSAURUS,
            "docusaurus.config.js": classic(plugins="['@docusaurus/plugin-content-blog', {id: 'news', path: './news'}]"),
            "news/authors.yml": "cy: {name: Cy}",
        }),
        "error", "`authors` is `ada`, which is not in `news/authors.yml`", "correct the name, or add it there",
    ),
    "a translation of it": (
        ("i18n/sv/docusaurus-plugin-content-blog-news/rye.md", "authors: ada", {
            **DOCUSAURUS,
            "docusaurus.config.js": classic(plugins="['content-blog', {id: 'news', path: './news'}]"),
            "news/authors.yml": "cy: {name: Cy}",
        }),
        "error", "`authors` is `ada`, which is not in `news/authors.yml`", "correct the name, or add it there",
    ),
    "a blog in documentation": (
        ("docs/news/rye.md", "authors: ada", {
            **DOCUSAURUS, "docusaurus.config.js": classic("blog: {path: 'docs/news'}"), "docs/news/authors.yml": "cy: {name: Cy}",
        }),
        "error", "`authors` is `ada`, which is not in `docs/news/authors.yml`", "correct the name, or add it there",
    ),
    "a translation": (
        ("i18n/sv/docusaurus-plugin-content-blog/rye.md", "authors: ada", {
            **DOCUSAURUS, "i18n/sv/docusaurus-plugin-content-blog/authors.yml": "sven:\n  name: Sven\n",
        }),
        "error", "`authors` is `ada`, which is not in `i18n/sv/docusaurus-plugin-content-blog/authors.yml`", "correct the name, or add it there",
    ),
    "translated documentation": (
        ("i18n/sv/docusaurus-plugin-content-docs/current/a/rye.md", "tags: [ovn]", DOCUSAURUS),
        "warning", "`tags[0]` is `ovn`, which is not in `docs/tags.yml`", "did you mean `oven`?",
    ),
    "a version": (
        ("api_versioned_docs/version-1.0/rye.md", "tags: [oven]", {
            **DOCUSAURUS,
            "docusaurus.config.js": classic(plugins="[require.resolve('@docusaurus/plugin-content-docs'), ({id: 'api', path: 'api'})]"),
            "api_versioned_docs/version-1.0/tags.yml": "stove:\n",
        }),
        "warning", "`tags[0]` is `oven`, which is not in `api_versioned_docs/version-1.0/tags.yml`", "correct the name, or add it there",
    ),
    "a site in a folder": (
        ("website/blog/rye.md", "authors: x", {f"website/{path}": text for path, text in DOCUSAURUS.items()}),
        "error", "`authors` is `x`, which is not in `blog/authors.yml`", "correct the name, or add it there",
    ),
    "an author of that name as JSON": (
        (POST, "authors: x", {
            **DOCUSAURUS, "docusaurus.config.js": classic('"blog": {"authorsMapPath": "authors.json"}'), "blog/authors.json": '{"cy": {"name": "Cy"}}\n',
        }),
        "error", "`authors` is `x`, which is not in `blog/authors.json`", "correct the name, or add it there",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "severity", "message", "hint"), INVALID.values(), ids=INVALID)
def test_docusaurus_invalid(case: tuple[str, str, Mapping[str, str]], severity: str, message: str, hint: str) -> None:
    (found,) = said(*case)
    assert (found.severity, found.message, found.hint) == (severity, message, hint)


MKDOCS_VALID: dict[str, tuple[str, str, Mapping[str, str]]] = {
    "authors": (BLOG, "authors: [ada, bo_s]", MKDOCS),
    "categories": (BLOG, "categories: [Bread, Cake]", MKDOCS),
    "tags": (BLOG, "tags: [rye, 2024, yes, true]", MKDOCS),
    "an author that is no list": (BLOG, "authors: nobody", MKDOCS),
    "items of other kinds": (BLOG, "authors: [1, {name: x}]\ntags: [2024-01-05, null, []]", MKDOCS),
    "no post": ("docs/blog/index.md", "authors: [nobody]\ncategories: [Rye]", MKDOCS),
    "no page": ("rye.md", "tags: [other]", MKDOCS),
    "no page either": ("docs/.drafts/rye.md", "tags: [other]", MKDOCS),
    "everything allowed": (BLOG, "tags: [other]\ncategories: [Rye]", mkdocs(blog="", tags="")),
    "an empty list": (BLOG, "tags: [other]", mkdocs(tags="tags_allowed: []")),
    "no list": (BLOG, "tags: [other]", mkdocs(tags="tags_allowed: rye")),
    "plugins without options": (BLOG, "tags: [other]", {"mkdocs.yml": "theme: {name: material}\nplugins: [blog, tags]\n"}),
    "no plugins": (BLOG, "authors: [nobody]", {**MKDOCS, "mkdocs.yml": "theme: material\n"}),
    "another theme": (BLOG, "authors: [nobody]", {**MKDOCS, "mkdocs.yml": "theme: readthedocs\nplugins: [blog]\n"}),
    "no authors": (BLOG, "authors: [nobody]", mkdocs(blog="authors: false")),
    "no categories": (BLOG, "categories: [Rye]", mkdocs(blog="categories: false, categories_allowed: [Bread]")),
    "no tags": (BLOG, "tags: [other]", mkdocs(tags="tags: false, tags_allowed: [rye]")),
    "not enabled": (BLOG, "authors: [nobody]", mkdocs(blog="enabled: false")),
    "from the environment": (BLOG, "tags: [other]", mkdocs(tags="tags_allowed: !ENV [TAGS, [rye]]")),
    "from another file": (BLOG, "tags: [other]", {**MKDOCS, "mkdocs.yml": "INHERIT: base.yml\n" + MKDOCS["mkdocs.yml"]}),
    "in another field": (BLOG, "tags: [other]", mkdocs(tags="tags_name_property: topics, tags_allowed: [rye]")),
    "for some pages": (BLOG, "tags: [other]", mkdocs(tags="filters: {}, tags_allowed: [rye]")),
    "a broken configuration": (BLOG, "tags: [other]", {**MKDOCS, "mkdocs.yml": MKDOCS["mkdocs.yml"] + "extra: [\n"}),
    "no file of authors": (BLOG, "authors: [nobody]", {"mkdocs.yml": MKDOCS["mkdocs.yml"]}),
    "authors of old": (BLOG, "authors: [nobody]", {**MKDOCS, "docs/blog/.authors.yml": "ada:\n  name: Ada\n"}),
    "the blog's folder is another one": (BLOG, "authors: [nobody]", mkdocs(blog="blog_dir: news")),
    "a file of another name": (
        "handbook/news/rye.md", "authors: [cy]",
        {
            "mkdocs.yml": "docs_dir: handbook\ntheme: material\nplugins:\n  material/blog: {blog_dir: ., post_dir: '{blog}/news', authors_file: '{blog}/people.yml'}\n",
            "handbook/people.yml": "authors:\n  cy: {name: Cy}\n",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MKDOCS_VALID.values(), ids=MKDOCS_VALID)
def test_mkdocs_valid(case: tuple[str, str, Mapping[str, str]]) -> None:
    assert said(*case, config="generator = 'mkdocs'") == ()


MKDOCS_INVALID: dict[str, tuple[tuple[str, str, Mapping[str, str]], str, str]] = {
    "an author": (
        (BLOG, "authors: [ada, bo-s]", MKDOCS), "`authors[1]` is `bo-s`, which is not in `docs/blog/.authors.yml`", "did you mean `bo_s`?",
    ),
    "a category": (
        (BLOG, "categories: [bread]", MKDOCS), "`categories[0]` is `bread`, which is not in `categories_allowed` of `mkdocs.yml`", "did you mean `Bread`?",
    ),
    "a tag": (
        ("docs/index.md", "tags: [rye, wheat]", MKDOCS),
        "`tags[1]` is `wheat`, which is not in `tags_allowed` of `mkdocs.yml`", "correct the name, or add it there",
    ),
    "a number": (
        ("docs/index.md", "tags: [1.10]", MKDOCS), "`tags[0]` is `1.1`, which is not in `tags_allowed` of `mkdocs.yml`", "correct the name, or add it there",
    ),
    "a plugin of full name": (
        (BLOG, "authors: [x]", {**MKDOCS, "mkdocs.yml": "plugins:\n  - material/blog\n"}),
        "`authors[0]` is `x`, which is not in `docs/blog/.authors.yml`", "correct the name, or add it there",
    ),
    "enabled at times": (
        (BLOG, "authors: [x]", mkdocs(blog="enabled: !ENV [CI, false]")),
        "`authors[0]` is `x`, which is not in `docs/blog/.authors.yml`", "correct the name, or add it there",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "message", "hint"), MKDOCS_INVALID.values(), ids=MKDOCS_INVALID)
def test_mkdocs_invalid(case: tuple[str, str, Mapping[str, str]], message: str, hint: str) -> None:
    (found,) = said(*case, config="generator = 'mkdocs'")
    assert (found.severity, found.message, found.hint) == ("error", message, hint)


CONTENT = """
import { file, glob } from 'astro/loaders';
const blog = defineCollection({ loader: glob({ base: './src/content/blog', pattern: '**/*.md' }), schema: z.object({ author: reference('people') }) });
// const people = defineCollection({ loader: file('src/data/others.json') });
const authors = defineCollection({
  loader: file('./src/data/authors.json'),
});
const tags = defineCollection({ loader: file("src/data/tags.yaml", ) });
const computed = defineCollection({ loader: file('src/data/authors.json', { parser: (text) => [] }) });
export const collections = { blog, people: authors, tags, computed };
"""
ASTRO = {
    "astro.config.mjs": "",
    "src/content.config.ts": CONTENT,
    "src/data/authors.json": '[{"id": "ada", "name": "Ada Lindqvist"}, {"slug": "bo"}, {"id": 3}, {"name": "No One"}, 4]',
    "src/data/tags.yaml": "rye:\n  label: Rye bread\n2024:\n",
}
ASTRO_CONFIG = """
generator = "astro"
[[collections]]
name = "blog"
files = "src/content/blog/"
rules.unknown-reference.references = { author = "people", tags = "tags", editor = "computed", related = "blog", owner = "gone" }
"""
ASTRO_POST = "src/content/blog/rye.md"
ASTRO_VALID: dict[str, tuple[str, Mapping[str, str]]] = {
    "in a list": ("author: ada", ASTRO),
    "by its slug": ("author: [bo, '3']", ASTRO),
    "in a mapping": ("tags: [rye, '2024']", ASTRO),
    "in a file that is computed": ("editor: nobody", ASTRO),
    "in no collection": ("owner: nobody", ASTRO),
    "in a collection of pages": ("related: rye", ASTRO),
    "a broken file": ("author: nobody", {**ASTRO, "src/data/authors.json": '[{"id": "ada"},'}),
    "deep brackets": ("author: nobody", {**ASTRO, "src/data/authors.json": "[" * 200_000}),
    "a broken YAML file": ("tags: [nothing]", {**ASTRO, "src/data/tags.yaml": "rye: [\n"}),
    "no entries": ("author: nobody", {**ASTRO, "src/data/authors.json": "[]"}),
    "no objects": ("author: nobody", {**ASTRO, "src/data/authors.json": '"ada"'}),
    "no file": ("author: nobody", {**ASTRO, "src/content.config.ts": CONTENT.replace("authors.json", "gone.json")}),
    "a file of another kind": ("author: nobody", {**ASTRO, "src/content.config.ts": CONTENT.replace(".json", ".csv"), "src/data/authors.csv": "ada"}),
    "much that is no configuration": (
        "author: nobody", {**ASTRO, "src/content.config.ts": "a" * 400_000 + "collections={" * 20_000 + "/*" * 20_000},
    ),
    "no configuration": ("author: nobody", {"astro.config.mjs": "", "src/data/authors.json": "[]"}),
    "another generator": ("author: nobody", {**ASTRO, "src/content/hugo.toml": ""}),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "files"), ASTRO_VALID.values(), ids=ASTRO_VALID)
def test_astro_valid(fields: str, files: Mapping[str, str]) -> None:
    assert said(ASTRO_POST, fields, files, ASTRO_CONFIG) == ()


@pytest.mark.parametrize(
    ("fields", "message", "hint"),
    [
        ("author: adda", "`author` is `adda`, which is not in `src/data/authors.json`", "did you mean `ada`?"),
        ("author: Ada Lindqvist", "`author` is `Ada Lindqvist`, which is not in `src/data/authors.json`", "did you mean `ada`?"),
        ("tags: [Rye]", "`tags[0]` is `Rye`, which is not in `src/data/tags.yaml`", "did you mean `rye`?"),
        ("tags: [wheat]", "`tags[0]` is `wheat`, which is not in `src/data/tags.yaml`", "correct the name, or add it there"),
    ],
)  # fmt: skip
def test_astro_invalid(fields: str, message: str, hint: str) -> None:
    (found,) = said(ASTRO_POST, fields, ASTRO, ASTRO_CONFIG)
    assert (found.severity, found.message, found.hint) == ("error", message, hint)


def test_place_and_fix() -> None:
    text = "---\ntitle: Rye\nauthors:\n  - ada\n  - 'Bo-S' # the baker\ntags: [rye, Spelt]\n---\n"
    where: dict[str, Any] = {"path": POST, "files": DOCUSAURUS, "config": "generator = 'docusaurus'"}
    author, tag = findings("unknown-reference", text, **where)
    assert (author.span, tag.span) == ((5, 5, 5, 11), (6, 13, 6, 18))
    assert fixed("unknown-reference", text, **where) == text.replace("Bo-S", "bo_s").replace("Spelt", "spelt")


@pytest.mark.parametrize(
    ("config", "severities"),
    [
        ("", []),
        ("schema = 'docusaurus-blog'", ["error", "warning"]),
        ("extends = ['docusaurus-blog']", ["error", "warning"]),
        ("generator = 'astro'", []),
        ("generator = 'mkdocs'", []),
        ("generator = 'docusaurus'\nrules.unknown-reference.data-files = false", []),
        ("rules.unknown-reference.data-files = true", ["error", "warning"]),
        ("generator = 'docusaurus'\nseverity.unknown-reference = 'error'", ["error", "error"]),
        ("generator = 'docusaurus'\nseverity.unknown-reference = 'info'", ["info", "info"]),
    ],
)
def test_settings(config: str, severities: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where no generator is found
    assert [found.severity for found in said(POST, "authors: x\ntags: [y]", DOCUSAURUS, config)] == severities


def test_beside_references() -> None:
    config = "generator = 'docusaurus'\n[[collections]]\nname = 'authors'\nfiles = 'people/'\n[[collections]]\nname = 'posts'\nfiles = 'blog/'\nrules.unknown-reference.references = {author = 'authors'}\n"
    files = {**DOCUSAURUS, "people/cy.md": "---\nname: Cy\n---\n"}
    found = said(POST, "author: x\nauthors: y", files, config)
    assert [one.message.partition("not in ")[2] for one in found] == ["`authors`", "`blog/authors.yml`"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    post = {path: f"---\ntitle: Rye\nauthors: [cy]\ntags: [rye]\n---\nText {path}.\n" for path in (POST, "blog/b.md")}
    for path, text in {**DOCUSAURUS, **post}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        os.utime(tmp_path / path, (1e9, 1e9))  # what has just been written might change unseen
    (tmp_path / FOLDER).mkdir()  # else the first run makes it, and the site has changed
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said_with_cache(site: Path) -> list[str]:
    """The files that names are not in."""
    settings = Settings(root=site.as_posix(), generator="docusaurus", select=("unknown-reference",))
    known = Cache(site / FOLDER, settings, __version__)
    found = run(discover(["."]).sources, settings, how=How(known, 1)).diagnostics
    return sorted({one.message.rpartition(" ")[2] for one in found})


def test_what_is_known_is_not_judged_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said_with_cache(site) == ["`blog/authors.yml`"]
    monkeypatch.setattr(
        "mdlint.rules.project.unknown_reference.UnknownReference.judge", lambda *_: pytest.fail("asked")
    )
    assert said_with_cache(site) == ["`blog/authors.yml`"]


CHANGES: dict[str, tuple[str, str, list[str]]] = {
    "an author who comes": ("blog/authors.yml", "cy:\n  name: Cy\n", []),
    "a tag that goes": ("blog/tags.yml", "oven:\n", ["`blog/authors.yml`", "`blog/tags.yml`"]),
    "another configuration": ("docusaurus.config.js", classic("blog: {authorsMapPath: 'people.yml'}"), []),
    "a file of a language": ("i18n/sv/docusaurus-plugin-content-blog/authors.yml", "cy:\n  name: Cy\n", []),
    "a file that breaks": ("blog/authors.yml", "cy: [\n", []),
}


@pytest.mark.parametrize(("path", "text", "after"), CHANGES.values(), ids=CHANGES)
def test_a_data_file_that_changes(site: Path, path: str, text: str, after: list[str]) -> None:
    """Although no page has changed, what was said of them does not hold any more."""
    assert said_with_cache(site) == ["`blog/authors.yml`"]
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")
    assert said_with_cache(site) == after


def test_a_data_file_that_comes_and_goes(site: Path) -> None:
    authors = site / "blog/authors.yml"
    text = authors.read_text(encoding="utf-8")
    for _ in range(2):
        assert said_with_cache(site) == ["`blog/authors.yml`"]
        authors.unlink()
        assert said_with_cache(site) == []
        authors.write_text(text, encoding="utf-8")


def test_some_files_only(site: Path) -> None:
    """As before a commit: only what is to be committed is given."""
    report = lint_paths([site / "blog/b.md"], settings=load_settings())
    assert [(one.path, one.key_path) for one in report.diagnostics if one.rule == "unknown-reference"] == [
        ("blog/b.md", ("authors", 0))
    ]
