"""Names of fields that are surely misspelled, of whatever schema and of none."""

from pathlib import Path

import pytest

from mdlint.config import configuration_of
from mdlint.config.read import parse_config
from mdlint.document import Document
from mdlint.field_set import field_set
from mdlint.linter import Linter
from mdlint.models import MODELS, READ_BY
from mdlint.models.names import NAMES
from mdlint.schema.slips import _WORDS, _is_slip, suspects
from mdlint.settings import Settings
from mdlint.spelling import plain_name
from mdlint.testing import findings, fixed, places

RULE = "misspelled-field"


def said(fields: str, *, generator: str = "", schema: str | None = None, config: str = "") -> list[str]:
    config = f"generator = '{generator}'\n{config}" if generator else config
    return [found.message for found in findings(RULE, f"---\n{fields}\n---\n", schema=schema, config=config)]


def looks_like(name: str, meant: str) -> str:
    return f"`{name}` looks like a misspelled `{meant}`, which is missing"


# What reads the site (empty where nothing tells), what its author wrote and what was meant.
SLIPS = [
    ("", "descripton", "description"),
    ("", "descripiton", "description"),
    ("", "desscription", "description"),
    ("", "discription", "description"),
    ("", "Descripton", "description"),
    ("", "tilte", "title"),
    ("", "tittle", "title"),
    ("", "imgae", "image"),
    ("", "auhtor", "author"),
    ("", "catagories", "categories"),
    ("", "keywrods", "keywords"),
    ("", "permalnik", "permalink"),
    ("", "sumary", "summary"),
    ("docusaurus", "sidebar_postion", "sidebar_position"),
    ("docusaurus", "sidebar-lable", "sidebar_label"),
    ("docusaurus", "unlsited", "unlisted"),
    ("docusaurus", "hide_table_of_content", ""),
    ("docusaurus", "hide_tabel_of_contents", "hide_table_of_contents"),
    ("docusaurus", "autohrs", "authors"),
    ("docusaurus", "sidebarPosition", "sidebar_position"),
    ("docusaurus", "hide-title", "hide_title"),
    ("docusaurus", "toc-max-heading-level", "toc_max_heading_level"),
    ("starlight", "tabelOfContents", "tableOfContents"),
    ("starlight", "tempalte", "template"),
    ("vitepress", "titelTemplate", "titleTemplate"),
    ("vitepress", "outilne", "outline"),
    ("vitepress", "lastUpdted", "lastUpdated"),
    ("mkdocs", "satuts", ""),
    ("mkdocs", "sttaus", "status"),
    ("mkdocs", "subtilte", "subtitle"),
    ("hugo", "weigth", "weight"),
    ("hugo", "publishDtae", "publishDate"),
    ("hugo", "alaises", "aliases"),
    ("hugo", "layuot", "layout"),
    ("hexo", "udpated", "updated"),
    ("hexo", "commments", "comments"),
    ("jekyll", "excertp", "excerpt"),
    ("jekyll", "publshed", "published"),
    ("jekyll", "permalnik", "permalink"),
    ("quarto", "bibliograpy", "bibliography"),
    ("quarto", "number-setions", "number-sections"),
    ("obsidian", "cssclases", "cssclasses"),
    ("obsidian", "aliasses", "aliases"),
]


@pytest.mark.parametrize(("generator", "name", "meant"), SLIPS)
def test_slips(generator: str, name: str, meant: str) -> None:
    expected = [looks_like(name, meant)] if meant else []
    assert said(f"{name}: a", generator=generator) == expected
    for model in READ_BY.get(generator, ()):
        if meant in NAMES[model]:
            [found] = findings(RULE, f"---\n{name}: a\n---\n", schema=model)
            assert f"`{meant}`" in found.message


VALID = {
    "the right name": ("docusaurus", "description: a\nsidebar_position: 3"),
    "beside the right name": ("hugo", "weight: 3\nweigth: 4"),
    "beside the right name in another case": ("hugo", "Description: a\ndescripton: b"),
    "beside another name of the same field": ("hugo", "pubDate: 2024-01-05\npublihsDate: 2024-01-06"),
    "beside a right name that cannot be read": ("hugo", "description: 'Rye's bread\ndescripton: b"),
    "of another generator": ("hugo", "sidebar_postion: 3"),
    "two letters": ("docusaurus", "discripton: a"),
    "another letter of a short name": ("hugo", "weighd: 3\nwaight: 3\nlayot: a"),
    "a plural": ("hugo", "descriptions: [a]\nkeyword: a\noutput: html\nlayouts: a"),
    "another end": ("hexo", "publisher: Ada\nupdate: 2024-01-05\ndescriptio: a"),
    "another beginning": ("hugo", "height: 3\nescription: a"),
    "with a digit": ("hugo", "descr1ption: a"),
    "accents": ("hugo", "catégories: [a]\ndéscription: a"),
    "not Latin": ("hugo", "描述: 面包\nописание: хлеб\n🍞: a"),
    "another form of a name that a site may have itself": ("vitepress", "last_updated: 2024-01-05\nedit-link: a"),
    "in a field of one's own": ("hugo", "params: {descripton: a}\nextra: {titel: a}"),
    "the key that names the schema": ("docusaurus", "$schema: a.json"),
    "numbers and dates for names": ("hugo", "2024: a\n2024-01-05: b"),
    "in a mapping that is none": ("vitepress", "hero: text\nfeatures: [a, [b]]"),
}


@pytest.mark.parametrize(("generator", "fields"), VALID.values(), ids=VALID)
def test_valid(generator: str, fields: str) -> None:
    assert said(fields, generator=generator) == []


INSIDE = {
    "in a mapping": ("vitepress", "hero: {name: Rye, tagine: Bread}", looks_like("hero.tagine", "hero.tagline")),
    "in an item": (
        "vitepress",
        "features:\n  - {title: Rye}\n  - {title: Oats, deatils: Bread}",
        looks_like("features[1].deatils", "features[1].details"),
    ),
    "in an item of a mapping": (
        "starlight",
        "hero: {actions: [{text: Bake, varaint: minimal}]}",
        looks_like("hero.actions[0].varaint", "hero.actions[0].variant"),
    ),
    "where both models have it": ("docusaurus", "last_update: {auhtor: Ada}", looks_like("last_update.auhtor", "last_update.author")),
    "below a name that is right": ("mkdocs", "search: {exlcude: true}", looks_like("search.exlcude", "search.exclude")),
}  # fmt: skip


@pytest.mark.parametrize(("generator", "fields", "message"), INSIDE.values(), ids=INSIDE)
def test_inside(generator: str, fields: str, message: str) -> None:
    assert said(f"title: a\n{fields}", generator=generator) == [message]


# Fields that sites and their themes really have, and that are near a name that a shipped model knows.
REAL = """
abstracts aliased asides autor autores autors banner_x banner_y banners baner bibliographies bild blink border borders builds built
cascaded categoria categorias categorie catégories citations commands comment comment_id commented compatibilities contents
contest context contexts coverUrl craft creature dataFormat date_modified datum dato descripcio descripcion description_fr
detail drafted drafts enable enables engines enlisted except excerpts executed expired expireDate expiredDate expires_at
feature featured featuredImage footers forma formats guild heads height heroes heroImages hides icons image.alt imageAlt
image_alt imaged imagem imagen images included includes index_img isPublished is_featured keyword last_modified_at last_update_by
last_updated last_updated_by lastmodified lastUpdate layouts lead licensee licenses link-citations links linkcolor manner
markups menuTitle modified_date modDatetime navbars nav_order noindex numbersections og_description orden ordem ordre
outlined outlines output pageTitle page_class pageType panner param permalien permalinks permlink photo photographer postSlug
pubDatetime publication publicationDate publications publish_date publishedAt publishedDate published_at published_by
published_date published_on publisher redner related render resource ressources review_date searches searchable seoTitle
seo_title series share-description share-title ShowToc show_description side sidebar_left sidebars sidecar sites socials
state stato stats statut subject subtitel subtitles subtitulo summaries summery taglines tape templated templates tests tile
tiles titel titled titre titulo toc_hide toc_label toc_icon tocOpen topics typed types uncategorized undated unpublish unpublished
update updateDate update_date updated_at updates url_source variants video videos warming warnings weights wide
""".split()  # noqa: SIM905 - a list of words


@pytest.mark.parametrize(
    "models", [frozenset(), *map(frozenset, [{name} for name in MODELS]), *READ_BY.values()], ids=sorted
)
def test_real_fields_are_right(models: frozenset[str]) -> None:
    assert [name for name in REAL if slips(name, models)] == []


def slips(name: str, models: frozenset[str]) -> list[tuple[str, str]]:
    found = suspects(field_set(name), models)
    return [] if found is None else found.names


def test_no_name_of_a_model_is_a_slip_of_another() -> None:
    for model in MODELS:
        for name in {name for names in NAMES.values() for name in names}:
            assert slips(name, frozenset((model,))) == [], (model, name)


def test_each_word_is_near_a_name() -> None:
    """Else it would not have to be listed."""
    waiting = [*NAMES.values()]
    for names in waiting:
        waiting.extend(inside for inside in names.values() if isinstance(inside, dict))
    known = {plain_name(name) for names in waiting for name in names}
    words = _WORDS.split()
    assert [word for word in words if not any(_is_slip(word, name) for name in known)] == []
    assert words == sorted(set(words))


def test_one_field_is_one_misspelling() -> None:
    assert said("descripton: a\ndescripiton: b", generator="hugo") == [looks_like("descripton", "description")]


def test_places() -> None:
    content = "---\r\ntheme: 面包 🍞\r\n'weigth': 3 # light\r\n---\r\n"
    assert places(RULE, content, config="generator = 'hugo'") == [(3, 1, 3, 9)]
    assert places(RULE, "+++\nweigth = 3\n+++\n", config="generator = 'hugo'") == [(2, 1, 2, 7)]
    assert places(RULE, '{"title": "a", "weigth": 3}\n', config="generator = 'hugo'") == [(1, 16, 1, 24)]


def test_severity_and_hint() -> None:
    [found] = findings(RULE, "---\nweigth: 3\n---\n", config="generator = 'hugo'")
    assert (found.severity, found.hint) == ("warning", "rename it to `weight`")
    config = "generator = 'hugo'\nseverity.misspelled-field = 'error'"
    [found] = findings(RULE, "---\nweigth: 3\n---\n", config=config)
    assert found.severity == "error"


FIXED = {
    "plain": ("hugo", "weigth: 3 # light", "weight: 3 # light"),
    "quoted": ("hugo", '"weigth" : 3', '"weight" : 3'),
    "inside": ("vitepress", "hero:\n  tagine: Bread", "hero:\n  tagline: Bread"),
    "another form": ("docusaurus", "sidebarPosition: 3", "sidebar_position: 3"),
    "a value that does not fit": ("hugo", "weigth: light", "weigth: light"),
    "a value that one of the models takes": ("docusaurus", "autohrs: [ada]", "authors: [ada]"),
    "nothing reads the site": ("", "descripton: Bread", "description: Bread"),
    "an alias": ("hugo", "weigth: &a 3\norder: *a", "weigth: &a 3\norder: *a"),
}


@pytest.mark.parametrize(("generator", "before", "after"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(generator: str, before: str, after: str, end: str) -> None:
    config = f"generator = '{generator}'" if generator else ""
    texts = [f"---\ntitle: Rye bread\n{fields}\n---\n".replace("\n", end) for fields in (before, after)]
    assert fixed(RULE, texts[0], config=config) == texts[1]


ONE_CAUSE = {
    "a shipped model that lets fields pass": ("schema = 'docusaurus-doc'", "sidebar_postion: 3", [RULE]),
    "a shipped model that is to tell": ("schema = 'docusaurus-doc'\nextra = 'warn'", "sidebar_postion: 3", [RULE]),
    "a shipped model that wants the field": ("schema = 'starlight'", "tilte: a", [RULE]),
    "fields of the configuration": ("generator = 'hugo'\nfields.weight = { required = true }", "weigth: 3", [RULE]),
    "closed fields of the configuration": ("generator = 'hugo'\nextra = 'forbid'\nrequired = ['title']", "title: a\nweigth: 3", ["unknown-field"]),
    "a field of the configuration": ("generator = 'hugo'\nfields.weigth = { type = 'integer' }", "weigth: 3", []),
    "beside a shipped model": ("schema = 'hugo'\nfields.weigth = { type = 'integer' }", "weigth: 3", []),
    "an open schema of one's own": ("generator = 'hugo'\nrequired = ['title']", "title: a\nweigth: 3", [RULE]),
    "an empty description": ("generator = 'hugo'", "description: ''\ndescripton: a", ["empty-description"]),
}  # fmt: skip


@pytest.mark.parametrize(("config", "fields", "rules"), ONE_CAUSE.values(), ids=ONE_CAUSE)
def test_one_cause_is_one_finding(config: str, fields: str, rules: list[str]) -> None:
    file = parse_config(f"{config}\nselect = ['schema', 'placeholder']", Path("mdlint.toml"), "mdlint.toml")
    settings = configuration_of(file, Path.cwd(), {}).settings
    doc = Document.read("a.md", f"---\n{fields}\n---\n".encode(), settings)
    assert [found.rule for found in Linter(settings).lint(doc)] == rules


def test_by_default() -> None:
    doc = Document("docs/a.md", "---\ntitle: Rye bread\nsidebar_postion: 3\n---\n\nText.\n", generator="docusaurus")
    assert [found.rule for found in Linter(Settings(generator="docusaurus")).lint(doc)] == [RULE]
    assert Linter(Settings(generator="docusaurus", ignore=(RULE,))).lint(doc) == ()


def test_comments_ignore_it() -> None:
    content = "---\nweigth: 3 # mdlint: ignore[misspelled-field]\n---\n"
    assert Linter(Settings(generator="hugo")).lint(Document("a.md", content, generator="hugo")) == ()


def test_a_template_may_name_fields_by_code() -> None:
    content = "---\ndescripton: {{ text }}\n---\n"
    assert findings(RULE, content, path="archetypes/default.md") == ()
