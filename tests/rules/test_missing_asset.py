"""`missing-asset`, on trees of each generator. What is there, or may be, is as important as what is not."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from mdlint.diagnostic import KeyPath
from mdlint.testing import findings

Files = Mapping[str, str] | str


def said(path: str, field: str, files: Files, config: str = "") -> list[tuple[str, str]]:
    """Messages and hints; `files` are paths with a space between, or texts by path."""
    tree = files if isinstance(files, Mapping) else dict.fromkeys(files.split(), "")
    found = findings("missing-asset", f"---\n{field}\n---\n", path=path, files=tree, config=config)
    return [(f.message, f.hint) for f in found]


ASTRO = "astro.config.mjs package.json public/images/oat.jpg src/assets/oat.png"
POST = "src/content/blog/rye.md"
PATHS = json.dumps({"compilerOptions": {"baseUrl": ".", "paths": {"@assets/*": ["src/assets/*"], "~/*": ["./src/*"]}}})
COMMENTED = """{
  // strict, as always
  "extends": "./base.json",
  "compilerOptions": {
    "paths": {"@/*": ["src/*"], /* a picture: */ "@img/*": ["./src/assets/*", "./art/*"],},
  },
}
"""
ALIASED = {**dict.fromkeys(ASTRO.split(), ""), "tsconfig.json": PATHS}

THERE: dict[str, tuple[str, str, Files]] = {
    "public": (POST, "image: /images/oat.jpg", ASTRO),
    "relative": (POST, "cover: {url: ../../assets/oat.png}", ASTRO),
    "relative, beside": (POST, "image: ./oat.webp", ASTRO + " src/content/blog/oat.webp"),
    "beside, without dots": (POST, "image: oat.webp", ASTRO + " src/content/blog/oat.webp"),
    "from the root": (POST, "image: /src/assets/oat.png", ASTRO),
    "from the root, without a slash": (POST, "image: src/assets/oat.png", ASTRO),
    "a query and a fragment": (POST, "images: ['/images/oat.jpg?v=2', '/images/oat.jpg#top']", ASTRO),
    "a name with a mark": (POST, "image: '/images/a#1.jpg'", ASTRO + " public/images/a#1.jpg"),
    "percent-encoded": (
        POST,
        "image: /images/oat%20bread.jpg",
        {"astro.config.ts": "", "public/images/oat bread.jpg": ""},
    ),
    "spaces": (POST, "image: /images/oat bread.jpg", {"astro.config.ts": "", "public/images/oat bread.jpg": ""}),
    "other letters": (POST, "image: /图片/燕麦.jpg", ASTRO + " public/图片/燕麦.jpg"),
    "composed otherwise": (POST, "image: /images/cafe\u0301.jpg", ASTRO + " public/images/caf\u00e9.jpg"),
    "alias": (POST, "image: '@assets/oat.png'", ALIASED),
    "another alias": (POST, "image: ~/assets/oat.png", ALIASED),
    "alias in comments": (POST, "image: '@img/oat.png'", {**ALIASED, "tsconfig.json": COMMENTED}),
    "second folder of an alias": (
        POST,
        "image: '@img/ink.png'",
        {**ALIASED, "tsconfig.json": COMMENTED, "art/ink.png": ""},
    ),
    "alias of what is extended": (
        POST,
        "image: ~/assets/oat.png",
        {**ALIASED, "tsconfig.json": '{"extends": "./base"}', "base.json": PATHS},
    ),
    "alias of a JavaScript project": (
        POST,
        "image: ~/assets/oat.png",
        {"astro.config.mjs": "", "src/assets/oat.png": "", "jsconfig.json": PATHS},
    ),
    "Hugo's bundle": (
        "content/post/rye/index.md",
        "images: [rye.jpg]",
        "hugo.toml static/x.css content/post/rye/rye.jpg",
    ),
    "Hugo's static": ("content/rye.md", "cover: {image: images/rye.jpg}", "hugo.toml static/images/rye.jpg"),
    "Hugo's assets": ("content/rye.md", "image: images/rye.jpg", "config/_default/hugo.toml assets/images/rye.jpg"),
    "Hugo's theme": ("content/rye.md", "image: /img/rye.jpg", "hugo.toml static/a.css themes/loaf/static/img/rye.jpg"),
    "Hugo, of another language": (
        "content/de/post/rye/index.md",
        "image: rye.jpg",
        "hugo.toml static/x.css content/en/post/rye/rye.jpg",
    ),
    "Hugo, another static folder": (
        "content/rye.md",
        "image: /rye.jpg",
        {"hugo.toml": 'staticDir = ["web", "art"]', "art/rye.jpg": "", "static/x": ""},
    ),
    "Jekyll": ("_posts/2024-01-05-rye.md", "image: /assets/rye.jpg", "_config.yml assets/rye.jpg"),
    "Jekyll, without a slash": ("_posts/2024-01-05-rye.md", "image: assets/rye.jpg", "_config.yml assets/rye.jpg"),
    "Jekyll, in a folder the theme knows": (
        "_posts/2024-01-05-rye.md",
        "img: rye.jpg",
        "_config.yml assets/img/posts/rye.jpg assets/img/oat.jpg",
    ),
    "Jekyll, with the site's base": ("_posts/2024-01-05-rye.md", "image: /blog/img/rye.jpg", "_config.yml img/rye.jpg"),
    "Docusaurus": ("docs/rye.md", "image: /img/rye.jpg", "docusaurus.config.js static/img/rye.jpg"),
    "Docusaurus, from the site": (
        "docs/rye.md",
        "image: '@site/static/img/rye.jpg'",
        "docusaurus.config.js static/img/rye.jpg",
    ),
    "Docusaurus, from the base": ("docs/rye.md", "image: img/rye.jpg", "docusaurus.config.js static/img/rye.jpg"),
    "VitePress in docs": ("docs/rye.md", "image: /rye.jpg", "docs/.vitepress/config.ts docs/public/rye.jpg"),
    "Eleventy": (
        "posts/rye.md",
        "image: /rye.jpg",
        {"eleventy.config.js": 'c.addPassthroughCopy({"art": "/"})', "art/rye.jpg": ""},
    ),
    "MkDocs": ("docs/rye.md", "image: images/rye.jpg", "mkdocs.yml docs/images/rye.jpg"),
    "Hexo": (
        "source/_posts/rye.md",
        "cover: /images/rye.jpg",
        {"_config.yml": "", "package.json": '"hexo"', "source/images/rye.jpg": ""},
    ),
    "Zola": ("content/rye.md", "image: rye.jpg", "config.toml templates/a.html content/rye.jpg static/a.css"),
    "a package": ("posts/rye.md", "image: /rye.jpg", "package.json public/rye.jpg"),
    "a site in a folder": (
        "site/src/content/rye.md",
        "image: /rye.jpg",
        "package.json site/astro.config.mjs site/public/rye.jpg",
    ),
}
OTHER: dict[str, tuple[str, str, Files]] = {
    "a URL": (POST, "image: https://cdn.bakery-site.org/rye.jpg", ASTRO),
    "a URL without its scheme": (POST, "image: //cdn.bakery-site.org/rye.jpg", ASTRO),
    "a data URI": (POST, "image: data:image/png;base64,AAAA.png", ASTRO),
    "code": (POST, "images: ['{{ site.url }}/rye.jpg', '{% asset rye.jpg %}', '${base}/rye.jpg']", ASTRO),
    "a wiki's link": ("notes/rye.md", "cover: '[[rye.jpg]]'", ".obsidian/app.json attachments/oat.jpg"),
    "an icon's name": (POST, "logo: aws", ASTRO),
    "an image of a container": (POST, "image: ghcr.io/bakery/rye:1.2", ASTRO),
    "a pattern": ("content/rye.md", "images: ['img/*.jpg']", "hugo.toml static/oat.jpg"),
    "a folder": (POST, "image: /images/", ASTRO),
    "null": (POST, "image:", ASTRO),
    "empty": (POST, "image: ''", ASTRO),
    "another field": (POST, "sound: /images/rye.jpg", ASTRO),
    "a template": ("archetypes/default.md", "image: /rye.jpg", "hugo.toml static/oat.jpg"),
}
UNKNOWN: dict[str, tuple[str, str, Files]] = {
    "only Markdown": (POST, "image: /images/rye.jpg", "README.md"),
    "only Markdown, in git": (POST, "image: /images/rye.jpg", ".git/config"),
    "only Markdown, in git, relative": (POST, "image: ./rye.jpg", ".git/config"),
    "only Markdown and the configuration": (POST, "image: ../../assets/rye.jpg", "astro.config.mjs package.json"),
    "an empty folder of a submodule": ("content/rye.md", "image: /rye.jpg", "hugo.toml content/oat.md"),
    "assets, but no root": ("rye.md", "image: ./rye.jpg", "oat.jpg"),
    "an alias that only a bundler knows": (POST, "image: '@art/rye.jpg'", ASTRO),
    "ignored by git": (POST, "image: /generated/rye.jpg", {**ALIASED, ".gitignore": "public/generated/\n"}),
    "ignored by git, one of a kind": (POST, "image: /images/rye.jpg", {**ALIASED, "public/.gitignore": "*.jpg\n!oat.jpg\n"}),
    "drawn by a page": (POST, "ogImage: /og/rye.png", {**ALIASED, "src/pages/og/[slug].png.ts": ""}),
    "drawn by a page for all": (POST, "ogImage: /cards/rye.png", {**ALIASED, "src/pages/[...path].png.ts": ""}),
    "redirected": (POST, "image: /cdn/rye.png", {**ALIASED, "public/_redirects": "/cdn/* https://cdn.bakery-site.org/:splat 200"}),
    "redirected by Netlify": (POST, "image: /cdn/rye.png", {**ALIASED, "netlify.toml": 'from = "/cdn/*"'}),
    "mounted by Hugo": ("content/rye.md", "image: /x/rye.jpg", {"hugo.toml": "[[module.mounts]]", "static/oat.jpg": ""}),
    "only the case differs": (POST, "image: /images/OAT.jpg", ASTRO),
    "a page's way, not a file's": ("_posts/2024-01-05-rye.md", "image: ../../img/rye.jpg", "_config.yml assets/img/rye.jpg"),
}  # fmt: skip


@pytest.mark.parametrize("case", [*THERE.values(), *OTHER.values(), *UNKNOWN.values()], ids=[*THERE, *OTHER, *UNKNOWN])
def test_valid(case: tuple[str, str, Files]) -> None:
    assert said(*case) == []


MISSING: dict[str, tuple[tuple[str, str, Files], str]] = {
    "public": ((POST, "image: /images/rye.jpg", ASTRO), "looked for `public/images/rye.jpg`"),
    "another ending": (
        (POST, "image: /images/oat.png", {**ALIASED, "src/assets/oat.png": ""}),
        "looked for `public/images/oat.png`; did you mean `public/images/oat.jpg`?",
    ),
    "one folder too low": (
        (POST, "heroImage: ../assets/oat.png", ASTRO),
        "looked for `src/content/assets/oat.png`; did you mean `src/assets/oat.png`?",
    ),
    "in src, not in public": (
        (POST, "image: /assets/oat.png", {"astro.config.mjs": "", "public/favicon.svg": "", "src/art/oat.png": ""}),
        "looked for `public/assets/oat.png`; did you mean `src/art/oat.png`?",
    ),
    "beside": ((POST, "image: ./rye.jpg", ASTRO), "looked for `src/content/blog/rye.jpg`"),
    "an alias": ((POST, "image: '@assets/rye.png'", ALIASED), "looked for `src/assets/rye.png`"),
    "of two folders": (
        (POST, "image: '@img/rye.png'", {**ALIASED, "tsconfig.json": COMMENTED}),
        "looked for `src/assets/rye.png` and `art/rye.png`",
    ),
    "a query": ((POST, "image: /images/rye.jpg?v=2", ASTRO), "looked for `public/images/rye.jpg?v=2` and `public/images/rye.jpg`"),
    "Hugo": (
        ("content/post/rye/index.md", "images: [rye.jpg]", "hugo.toml static/oat.jpg content/post/rye/crumb.jpg"),
        "looked for `content/post/rye/rye.jpg`, `static/rye.jpg` and `content/rye.jpg`",
    ),
    "the file of another page": (
        ("content/post/rye/index.md", "cover: {image: cover.webp}", "hugo.toml static/a.css content/post/oat/index.md content/post/oat/cover.webp"),
        "looked for `content/post/rye/cover.webp`, `static/cover.webp` and `content/cover.webp`",
    ),
    "of short names none is near": ((POST, "image: /images/b.jpg", ASTRO + " public/images/a.jpg"), "looked for `public/images/b.jpg`"),
    "Hugo's output does not count": (
        ("content/rye.md", "image: /img/rye.jpg", "hugo.toml static/oat.jpg public/img/rye.jpg"),
        "looked for `static/img/rye.jpg` and `content/img/rye.jpg`",
    ),
    "Jekyll": (
        ("_posts/2024-01-05-rye.md", "image: /assets/rye.jpg", "_config.yml assets/oat.jpg"), "looked for `assets/rye.jpg`",
    ),
    "Docusaurus": (
        ("docs/rye.md", "image: ./img/rye.jpg", "docusaurus.config.ts static/img/rye.jpg docs/img/oat.jpg"),
        "looked for `docs/img/rye.jpg`; did you mean `static/img/rye.jpg`?",
    ),
    "only in git, beside others": (
        ("notes/rye.md", "image: img/rye.jpg", ".git/config notes/img/oat.jpg"),
        "looked for `notes/img/rye.jpg` and `img/rye.jpg`",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "hint"), MISSING.values(), ids=MISSING)
def test_invalid(case: tuple[str, str, Files], hint: str) -> None:
    ((message, told),) = said(*case)
    assert "names a file that is not there: `" in message
    assert told == hint


def test_place() -> None:
    text = "---\ncover:\n  url: '/images/rye.jpg'\n  square: /images/oat.jpg\n---\n"
    (found,) = findings("missing-asset", text, path=POST, files=dict.fromkeys(ASTRO.split(), ""))
    assert found.message == "`cover.url` names a file that is not there: `/images/rye.jpg`"
    assert found.span == (3, 8, 3, 25)
    assert found.severity == "error"


def test_given_generator() -> None:
    """A generator that nothing in the folder tells."""
    files = {"package.json": "", "source/images/oat.jpg": ""}
    config = 'generator = "hexo"'
    assert said("source/_posts/rye.md", "cover: /images/oat.jpg", files, config=config) == []
    ((_, hint),) = said("source/_posts/rye.md", "cover: /images/rye.jpg", files, config=config)
    assert hint == "looked for `source/images/rye.jpg`"


def test_broken_tsconfig() -> None:
    for text in (
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"compilerOptions": {"paths": {"@/*": 3, "*": ["x"]}}}',
        '{"extends": "./tsconfig"}',
    ):
        assert said(POST, "image: '@/rye.png'", {**ALIASED, "tsconfig.json": text}) == []


def test_option() -> None:
    files = dict.fromkeys(ASTRO.split(), "")
    found = findings("missing-asset", "---\nsound: /rye.mp3\n---\n", path=POST, files=files, fields=("sound",))
    assert [f.hint for f in found] == ["looked for `public/rye.mp3`"]


FIELDS = {
    "loaf": {"x-mdlint": {"asset": "image"}},
    "recipe": {"x-mdlint": {"asset": True}},
    "gallery": {
        "type": "array",
        "items": {"properties": {"steps": {"type": "array", "items": {"x-mdlint": {"asset": "image"}}}}},
    },
    "og.image": {"x-mdlint": {"asset": ["image", "video"]}},
    "again": {"$ref": "#"},
}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "post.json").write_text(json.dumps({"properties": FIELDS}))
    monkeypatch.chdir(tmp_path)
    return 'schema = "post.json"\n'


@pytest.mark.parametrize(
    ("rule", "fields", "paths"),
    [
        ("missing-asset", "loaf: /rye.png", [("loaf",)]),
        ("missing-asset", "loaf: /images/oat.jpg", []),
        ("missing-asset", "loaf: https://bakery-site.org/rye.png", []),
        ("missing-asset", "loaf: rye\nrecipe: v1.5\ncrumb: /rye.png", []),
        ("missing-asset", "recipe: ./rye.zip", [("recipe",)]),
        ("missing-asset", "recipe: ./rye.7z?v=2", [("recipe",)]),
        ("missing-asset", "recipe: /rye.html", []),
        ("missing-asset", "recipe: {name: /rye.png}", []),
        ("missing-asset", "gallery: [{steps: [/images/oat.jpg, /1.png]}]", [("gallery", 0, "steps", 1)]),
        ("missing-asset", "again: {loaf: /rye.png}", [("again", "loaf")]),
        ("missing-asset", "og.image: /rye.mp4", [("og.image",)]),
        ("missing-asset", "image: /rye.png", [("image",)]),
        ("asset-case-mismatch", "loaf: /images/Oat.jpg", [("loaf",)]),
        ("asset-case-mismatch", "gallery: [{steps: /images/OAT.jpg}]", [("gallery", 0, "steps")]),
        ("asset-case-mismatch", "crumb: /images/Oat.jpg", []),
        ("wrong-asset-type", "loaf: /rye.zip\nimage: /rye.pdf", [("loaf",), ("image",)]),
        ("wrong-asset-type", "recipe: /rye.zip\nog.image: /rye.mp3", []),
    ],
)
def test_as_a_schema_says(config: str, rule: str, fields: str, paths: list[KeyPath]) -> None:
    files = dict.fromkeys(ASTRO.split(), "")
    found = findings(rule, f"---\n{fields}\n---\n", path=POST, files=files, config=config)
    assert [f.key_path for f in found] == paths


def test_what_a_schema_says_adds_to_options(config: str) -> None:
    files = dict.fromkeys(ASTRO.split(), "")
    config += '[rules.missing-asset]\nfields = ["crumb"]\nassets = ["shape"]\n'
    text = "---\nloaf: /1.png\ncrumb: /2.png\nshape: /3.stl\nimage: /4.png\n---\n"
    found = findings("missing-asset", text, path=POST, files=files, config=config)
    assert [f.key_path for f in found] == [("loaf",), ("crumb",), ("shape",)]
