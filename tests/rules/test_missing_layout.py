from collections.abc import Mapping

import pytest

from mdlint.testing import findings

Files = Mapping[str, str] | str
ASTRO = "astro.config.mjs src/layouts/MarkdownPost.astro src/components/Head.astro"
PAGE = "src/pages/posts/rye.md"
POST = "_posts/2024-01-05-rye.md"
JEKYLL = {"_config.yml": "title: Bakery\n", "_layouts/article.html": "", "_layouts/page/wide.html": ""}
HUGO = {"hugo.toml": "", "layouts/_default/gallery.html": "", "layouts/recipes/card.html": "", "layouts/wide.html": ""}
ELEVENTY = {"eleventy.config.js": "", "_includes/layouts/post.njk": "", "_includes/base.njk": ""}
BASE_BLOG = {
    "eleventy.config.js": 'dir: { input: "content", includes: "../_includes", data: "../_data" }',
    "_includes/layouts/post.njk": "",
    "_includes/layouts/base.njk": "",
}


def said(path: str, layout: str, files: Files, config: str = "") -> list[tuple[str, str]]:
    tree = files if isinstance(files, Mapping) else dict.fromkeys(files.split(), "")
    found = findings("missing-layout", f"---\nlayout: {layout}\n---\n", path=path, files=tree, config=config)
    return [(f.message, f.hint) for f in found]


VALID: dict[str, tuple[str, str, Files]] = {
    "Astro": (PAGE, "../../layouts/MarkdownPost.astro", ASTRO),
    "Astro, from the root": (PAGE, "/src/layouts/MarkdownPost.astro", ASTRO),
    "Astro, without dots": (PAGE, "src/layouts/MarkdownPost.astro", ASTRO),
    "Astro, an alias": (
        PAGE, "'@layouts/MarkdownPost.astro'",
        {**dict.fromkeys(ASTRO.split(), ""), "tsconfig.json": '{"compilerOptions": {"paths": {"@layouts/*": ["src/layouts/*"]}}}'},
    ),
    "Astro, an alias of a bundler": (PAGE, "'@layouts/Other.astro'", ASTRO),
    "Astro, a name that a collection's schema knows": (PAGE, "wide", ASTRO),
    "Astro, content of a collection": ("src/content/blog/rye.md", "../layouts/Post.astro", ASTRO),
    "Astro, only the case differs": (PAGE, "../../layouts/markdownPost.astro", ASTRO),
    "only Markdown": (PAGE, "../../layouts/MarkdownPost.astro", "README.md"),
    "only Markdown and the configuration": (PAGE, "../../layouts/MarkdownPost.astro", "astro.config.mjs package.json"),
    "Jekyll": (POST, "article", JEKYLL),
    "Jekyll, in a folder": (POST, "page/wide", JEKYLL),
    "Jekyll, none": (POST, "none", JEKYLL),
    "Jekyll, null": (POST, "null", JEKYLL),
    "Jekyll, false": (POST, "false", JEKYLL),
    "Jekyll, a theme": (POST, "home", {**JEKYLL, "_config.yml": "theme: minima\n"}),
    "Jekyll, a theme from elsewhere": (POST, "home", {**JEKYLL, "_config.yml": "remote_theme: mmistakes/minimal-mistakes\n"}),
    "Jekyll, GitHub's own": (POST, "default", JEKYLL),
    "Jekyll, no layouts at all": (POST, "post", {"_config.yml": ""}),
    "Jekyll, another folder": (POST, "wide", {"_config.yml": "layouts_dir: frames", "frames/wide.html": ""}),
    "Jekyll, in a source folder": ("src/rye.md", "wide", {"_config.yml": "source: ./src", "src/_layouts/wide.html": ""}),
    "Hugo": ("content/rye.md", "gallery", HUGO),
    "Hugo, at the top": ("content/rye.md", "wide", HUGO),
    "Hugo, of a section": ("content/recipes/rye.md", "card", HUGO),
    "Hugo, of a theme": ("content/rye.md", "loaf", {**HUGO, "themes/bakery/layouts/_default/loaf.html": ""}),
    "Hugo, a theme that is a module": ("content/rye.md", "loaf", {**HUGO, "go.mod": ""}),
    "Hugo, a theme that is not checked out": ("content/rye.md", "loaf", {**HUGO, "hugo.toml": 'theme = "bakery"'}),
    "Hugo, from Jekyll's days": ("content/rye.md", "post", HUGO),
    "Eleventy": ("rye.md", "base.njk", ELEVENTY),
    "Eleventy, in a folder": ("rye.md", "layouts/post.njk", ELEVENTY),
    "Eleventy, without ending": ("rye.md", "base", ELEVENTY),
    "Eleventy, in a folder of the includes": ("content/rye.md", "layouts/post.njk", BASE_BLOG),
    "Eleventy, an alias": ("rye.md", "post", {**ELEVENTY, "eleventy.config.js": "c.addLayoutAlias('post', 'layouts/post.njk')"}),
    "Eleventy, below src": ("src/rye.md", "base.njk", {"eleventy.config.js": "", "src/_includes/base.njk": ""}),
    "Eleventy, a folder of its own": (
        "rye.md", "wide.njk", {"eleventy.config.js": 'dir: {layouts: "_frames"}\nlayouts: "_frames"', "_includes/a.njk": "", "_frames/wide.njk": ""},
    ),
    "Eleventy, code": ("rye.md", "'{{ frame }}'", ELEVENTY),
    "VitePress": ("docs/rye.md", "home", "docs/.vitepress/config.ts docs/public/a.png"),
    "Hexo falls back": ("source/_posts/rye.md", "recipe", {"_config.yml": "", "package.json": '"hexo"', "themes/a/layout/post.ejs": ""}),
    "a list": (PAGE, "[]", ASTRO),
    "nothing": (PAGE, "", ASTRO),
    "a template": ("archetypes/default.md", "gone", HUGO),
}  # fmt: skip


@pytest.mark.parametrize("case", VALID.values(), ids=VALID)
def test_valid(case: tuple[str, str, Files]) -> None:
    assert said(*case) == []


INVALID: dict[str, tuple[tuple[str, str, Files], str]] = {
    "Astro, from the wrong folder": (
        (PAGE, "../layouts/MarkdownPost.astro", ASTRO),
        "looked for `src/pages/layouts/MarkdownPost.astro`; did you mean `src/layouts/MarkdownPost.astro`?",
    ),
    "Astro, misspelled": (
        (PAGE, "../../layouts/MarkdownPosts.astro", ASTRO),
        "looked for `src/layouts/MarkdownPosts.astro`; did you mean `src/layouts/MarkdownPost.astro`?",
    ),
    "Jekyll": ((POST, "post", JEKYLL), "looked for `_layouts/post`"),
    "Jekyll, misspelled": ((POST, "artikle", JEKYLL), "looked for `_layouts/artikle`; did you mean `_layouts/article.html`?"),
    "Hugo": (
        ("content/rye.md", "galery", HUGO),
        "looked for `layouts/galery`, `layouts/_default/galery` and `layouts/recipes/galery`; did you mean `layouts/_default/gallery.html`?",
    ),
    "Eleventy, layouts in a folder of the includes": (
        ("content/blog/rye.md", "layouts/psot.njk", BASE_BLOG),
        "looked for `_includes/layouts/psot.njk`; did you mean `_includes/layouts/post.njk`?",
    ),
    "Eleventy": (("rye.md", "wide.njk", ELEVENTY), "looked for `_includes/wide.njk` and `_includes/layouts/wide.njk`"),
}  # fmt: skip


@pytest.mark.parametrize(("case", "hint"), INVALID.values(), ids=INVALID)
def test_invalid(case: tuple[str, str, Files], hint: str) -> None:
    ((message, told),) = said(*case)
    assert message.startswith("`layout` names a layout that is not there: `")
    assert told == hint


def test_place() -> None:
    text = "---\ntitle: Rye\nlayout: '../layouts/Post.astro'\n---\n"
    (found,) = findings("missing-layout", text, path=PAGE, files=dict.fromkeys(ASTRO.split(), ""))
    assert found.span == (3, 9, 3, 32)
    assert found.severity == "error"


def test_option() -> None:
    text = "---\nframe: ../layouts/Post.astro\n---\n"
    assert (
        len(findings("missing-layout", text, path=PAGE, files=dict.fromkeys(ASTRO.split(), ""), fields=("frame",))) == 1
    )
