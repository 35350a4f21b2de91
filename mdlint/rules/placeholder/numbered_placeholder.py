from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.values import may_be_numbered

_STEMS = frozenset((
    "key", "keyword", "tag", "item", "关键词", "关键字", "標籤", "标签", "關鍵字", "キーワード", "タグ", "키워드", "태그",
    "motclé", "mot-clé", "palabraclave", "etiqueta", "palavrachave", "palavra-chave", "schlüsselwort", "schlagwort",
    "stichwort", "parolachiave", "тег", "ключ",
))  # fmt: skip
_IN_WORDS = frozenset((
    "keyword", "key word", "关键词", "关键字", "關鍵字", "标签", "標籤", "キーワード", "タグ", "키워드", "태그", "mot clé",
    "mot-clé", "palabra clave", "palavra chave", "palavra-chave", "parola chiave", "ключевое слово",
))  # fmt: skip
"""Also with a space before the number. Not `tag`: a German travel diary is about `Tag 1`, its first day."""
_IN_ROWS = frozenset(
    ("category", "topic", "label", "value", "word", "entry", "类别", "分类", "話題", "カテゴリ", "categoría")
)
"""Only where several stand together: `category5` alone is a cable or a storm."""


class NumberedPlaceholder(Rule):
    """Keywords or tags are a template's `key1, key2, key3`.

    Search engines read them as they stand, and tag pages list them: a `tag1` that was never
    replaced files the post under nothing. A field counts when every one of its words is such a
    placeholder, so that `python3`, `web3` or `vue2, vue3` are safe.

    ## Bad
    ```md
    ---
    title: Rye bread
    keywords: key1, key2, key3
    ---
    ```

    ```md
    ---
    title: Rye bread
    tags: [tag1, tag2]
    ---
    ```

    ## Good
    ```md
    ---
    title: From Vue 2 to Vue 3
    keywords: vue2, vue3, migration
    ---
    ```

    ## Options
    - `fields`: the fields that hold keywords or tags; `meta` entries for keywords count besides.
    """

    severity = "warning"
    fields: tuple[str, ...] = ("keywords", "tags", "categories", "topics", "labels", "keyword", "tag", "category")

    def needs(self) -> Needs:
        return Needs(fields=(*self.fields, "meta"), value=may_be_numbered)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.is_template:
            return
        for path, node in doc.fields(self.fields):
            if text := _numbered(node.value):
                yield _finding(path, text)
        entries = doc.data.get("meta")
        for number, entry in enumerate(entries) if isinstance(entries, list) else ():
            is_about = isinstance(entry, dict) and "keyword" in str(entry.get("name"))
            if is_about and (text := _numbered(entry.get("content"))):
                yield _finding(("meta", number, "content"), text)


@lru_cache(maxsize=256)  # a template's words are those of many posts
def _finding(path: KeyPath, text: str) -> Finding:
    return Finding(
        path,
        f"`{format_key_path(path)}` still holds a template's words: `{shortened(text)}`",
        hint="put the post's own words there, or remove the field",
    )


def _numbered(value: object) -> str:
    """A text, or the texts of a list, if they are made of numbered placeholders only; else nothing."""
    if isinstance(value, str):
        return value if _is_numbered_text(value) else ""
    if not isinstance(value, list) or not value:
        return ""
    if not all(isinstance(item, str) and _is_numbered_word(item, among=len(value)) for item in value):
        return ""
    return ", ".join(value)


@lru_cache(maxsize=1024)  # many posts of a site share these
def _is_numbered_text(text: str) -> bool:
    if not text.rstrip("]】 ")[-1:].isdigit():
        return False
    parts = text.strip("[]【】 ").replace("，", ",").replace("、", ",").replace(";", ",").split(",")
    return all(_is_numbered_word(part, among=len(parts)) for part in parts)


def _is_numbered_word(word: str, among: int) -> bool:
    word = word.strip().casefold()
    stem = word.rstrip("0123456789")
    if len(stem) == len(word):
        return False
    known = stem.rstrip("_") in _STEMS or stem.rstrip(" -#") in _IN_WORDS
    return known or (among > 1 and stem.rstrip("_") in _IN_ROWS)
