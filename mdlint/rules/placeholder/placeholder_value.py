from __future__ import annotations

import re
from collections.abc import Container, Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import bare

_NOUNS = (
    "title", "post title", "article title", "subtitle", "description", "short description", "meta description", "summary",
    "excerpt", "abstract", "tagline", "caption", "alt text", "text", "content", "author name", "date", "keywords", "tags",
    "url", "image url",
)  # fmt: skip


def _forms(*forms: str) -> frozenset[str]:
    return frozenset(form.format(noun) for form in forms for noun in _NOUNS)


_ANYWHERE = _forms(
    "your {} here", "your {} goes here", "{} goes here", "the {} goes here", "insert {} here", "insert your {} here"
) | frozenset((
    "changeme", "change-me", "replace-me", "your title", "your post title", "your article title", "your page title",
    "yyyy-mm-dd", "yyyy/mm/dd", "dd/mm/yyyy", "mm/dd/yyyy", "dd-mm-yyyy", "yyyy-mm-dd hh:mm:ss",
    "请填写标题", "请填写描述", "请填写摘要", "请填写简介", "请填写内容", "请填写作者", "请输入标题", "请输入描述", "请输入摘要", "请输入简介",
    "请输入内容", "在此输入标题", "在此输入描述", "在此填写描述", "此处填写描述", "这里填写描述", "在这里输入描述", "在這裡輸入描述",
    "ここに説明を入力", "ここにタイトルを入力", "説明を入力してください", "タイトルを入力してください", "설명을 입력하세요", "제목을 입력하세요",
    "ihr titel hier", "titel hier einfügen", "hier titel einfügen", "ihre beschreibung hier", "beschreibung hier einfügen",
    "hier beschreibung einfügen", "votre titre ici", "votre description ici", "insérez votre titre ici",
    "insérez votre description ici", "tu título aquí", "su título aquí", "tu descripción aquí", "su descripción aquí",
    "inserte el título aquí", "inserte la descripción aquí", "seu título aqui", "sua descrição aqui", "insira o título aqui",
    "insira a descrição aqui", "il tuo titolo qui", "la tua descrizione qui", "inserisci il titolo", "inserisci la descrizione",
    "введите описание", "введите заголовок", "ваш заголовок здесь", "ваше описание здесь",
))  # fmt: skip
"""Nobody means these, in any field."""
_IN_TEXTS = _forms(
    "add {}", "add a {}", "add an {}", "add your {}", "add {} here", "add your {} here", "enter {}", "enter a {}",
    "enter your {}", "enter {} here", "enter your {} here", "write a {}", "write an {}", "write your {} here", "insert {}",
    "insert a {}", "insert your {}", "provide a {}", "please add a {}", "your {}", "{} here", "no {}", "no {} yet",
    "no {} provided", "no {} available",
) | frozenset((
    "todo", "to do", "tbd", "fixme", "xxx", "xxxx", "xxxxx", "placeholder", "placeholder text", "change me", "change this",
    "replace me", "replace this", "fill me in", "to be added", "to be written", "to be determined", "your name here",
    "your name goes here", "insert name here", "insert your name here",
    "no description, website, or topics provided", "description of the post", "description of your post", "a short description",
    "a brief description", "short description", "brief description",
    "待补充", "待填写", "待完善", "待定", "待添加", "暂无描述", "暂无简介", "暂无摘要", "无描述", "没有描述", "待補充", "暫無描述",
    "説明なし", "説明文", "未定", "설명 없음", "keine beschreibung", "noch auszufüllen", "aucune description", "à compléter",
    "sin descripción", "por completar", "sem descrição", "a completar", "nessuna descrizione", "da completare",
    "нет описания", "описание отсутствует",
))  # fmt: skip
"""In a field of text for readers; elsewhere `status: TBD` and `category: todo` are answers."""
_KNOWN = _ANYWHERE | _IN_TEXTS
_MARKS = frozenset(("TODO", "TBD", "FIXME", "xxx", "XXXX"))
"""In a title only as spelt here: an app's page is called "Todo", a chapter XXX."""

_TITLES = frozenset(("title", "name", "heading", "headline", "keywords", "label"))
_TEXTS = frozenset((
    "description", "summary", "excerpt", "abstract", "subtitle", "tagline", "intro", "lead", "teaser", "author", "authors",
    "alt", "caption", "content", "date", "pubdate", "publishdate", "published", "created", "updated", "updateddate", "modified",
    "lastmod", "url", "image", "cover", "square", "thumbnail", "canonical",
))  # fmt: skip
_LONGEST = 120
_IN_BRACKETS = (
    r"[<\[【](?:"
    r"(?i:your|insert|enter|add|write|describe|please|one-line|one line|short|brief) .+"
    r"|(?:请|請|在此|此处).+"
    r"|[A-Z][\w-]*(?: [\w-]+)* (?:Name|Title|Description|Summary|Abstract|Author|Date|URL|Text)"
    r")[>\]】]"
)
"""`<Entity Name>` and `[Insert a title]`, but not `<Suspense>`, `<script async>` or `[file-path]`."""


class PlaceholderValue(Rule):
    """A value is still what a template or a bot put there: TODO, "Your description here".

    It is shown to readers, feeds and search engines as it stands. The whole value is judged,
    never a part, so that "TODO lists compared" is safe; so is a page titled "Todo", a tag `todo`
    and a `status: TBD`.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: No description provided.
    ---
    ```

    ```md
    ---
    title: <Recipe Name>
    date: YYYY-MM-DD
    ---
    ```

    ## Good
    ```md
    ---
    title: Description
    description: How to mark a TODO in the list of chores.
    status: TBD
    ---
    ```

    ## Options
    - `words`: more whole values that are placeholders, in any field.
    """

    severity = "warning"
    words: tuple[str, ...] = ()

    def needs(self) -> Needs:
        return Needs(look=_suspicious)

    def check(self, doc: Document) -> Iterator[Finding]:
        own = {bare(word) for word in self.words}
        for scalar in doc.leaves:
            text = scalar.text
            if _MAY_BE[text] or (own and bare(text) in own):
                known = bare(text)
                path = doc.path_of(scalar)
                is_meant = known in own or _is_placeholder(_field(path), known, text.strip())
                if is_meant and isinstance(scalar.value, str) and not doc.is_template:
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` is a placeholder: `{shortened(text)}`",
                        hint="write what belongs there, or remove the field",
                    )


_OPENING = frozenset("<[【")


class _MayBe(dict[str, bool]):
    """Whether a value could be a placeholder in some field; many posts of a site share many of their values."""

    def __missing__(self, text: str) -> bool:
        may_be = len(text) <= _LONGEST and (text[:1] in _OPENING or bare(text) in _KNOWN)
        if len(self) < _MOST_KEPT:
            self[text] = may_be
        return may_be


_MAY_BE = _MayBe()


def _suspicious(doc: Document) -> Container[str]:
    may_be = any(map(_MAY_BE.__getitem__, [scalar.text for scalar in doc.leaves]))
    return ("placeholder-value",) if may_be else ()


_MOST_KEPT = 4096


def _field(path: KeyPath) -> str:
    """The field's own name in lower case: `updatedDate` and `updated_date` are one."""
    names = [part for part in path if isinstance(part, str)]
    return names[-1].casefold().replace("_", "").replace("-", "") if names else ""


def _is_placeholder(field: str, known: str, text: str) -> bool:
    if known in _ANYWHERE:
        return not any(word in field for word in ("placeholder", "format", "hint", "pattern"))
    if field in _TITLES:
        return text.strip("[]<>.: ") in _MARKS or _is_in_brackets(text)
    return field in _TEXTS and (known in _IN_TEXTS or _is_in_brackets(text))


def _is_in_brackets(text: str) -> bool:
    # Compiled on use: few files have such a value.
    return text[:1] in _OPENING and re.fullmatch(_IN_BRACKETS, text) is not None
