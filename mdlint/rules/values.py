"""What can be told of a single value by its text alone: whether a rule may have something to say of it.

These are asked for every different value of a site, so they are quick, and this module imports little: the rules
themselves are imported where one of these says so.
"""

from __future__ import annotations

from functools import lru_cache

from mdlint.rules.placeholder import bare

_NOUNS = (
    "title", "post title", "article title", "subtitle", "description", "short description", "meta description", "summary",
    "excerpt", "abstract", "tagline", "caption", "alt text", "text", "content", "author name", "date", "keywords", "tags",
    "url", "image url",
)  # fmt: skip


def _forms(*forms: str) -> frozenset[str]:
    return frozenset(form.format(noun) for form in forms for noun in _NOUNS)


ANYWHERE = _forms(
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
IN_TEXTS = _forms(
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
_KNOWN = ANYWHERE | IN_TEXTS
_LONGEST = 120
OPENING = frozenset("<[【")
_DUMMIES = frozenset((
    "john doe", "jane doe", "joe bloggs", "your name", "your full name",
    "author name", "your author", "firstname lastname", "first name last name", "first last", "foo bar",
    "max mustermann", "erika mustermann", "the author", "author",
    "your username", "your-username", "yourname", "your-name", "test author", "test user", "sample author",
    "example author", "作者", "作者名", "作者姓名", "你的名字", "您的名字", "张三", "李四", "著者名", "あなたの名前", "작성자", "홍길동",
    "ihr name", "dein name", "votre nom", "tu nombre", "su nombre", "seu nome", "il tuo nome", "ваше имя", "имя автора",
))  # fmt: skip
NOTHING = ("None", "nil", "undefined", "NaN", "null", "(null)", "N/A")
_BRACKETS = frozenset("[{(")


def may_be_placeholder(text: str) -> bool:
    """Whether a text is a placeholder in some field, or looks like `<Title>`."""
    return len(text) <= _LONGEST and (text[:1] in OPENING or _bare(text) in _KNOWN)


def is_dummy(text: str) -> bool:
    """Whether a text is the name of an example's author."""
    return len(text) <= _LONGEST and _bare(text) in _DUMMIES


_bare = lru_cache(4096)(bare)


def may_be_numbered(text: str) -> bool:
    """Whether a text ends in a number and does not begin with one, as `key1, key2` does."""
    return text.rstrip().rstrip("]】 ")[-1:].isdigit() and not text.lstrip("[【 ")[:1].isdigit()


def may_be_padded(text: str) -> bool:
    """Whether a text has spaces at its ends, or several in a row."""
    return "  " in text or text[:1] == " " or text[-1:] == " "


def may_be_printed(text: str) -> bool:
    """Whether a text begins as a list or a mapping does that a program printed."""
    return text.lstrip()[:1] in _BRACKETS


def may_be_marked_up(text: str) -> bool:
    """Whether a text begins as a heading or as bold does in Markdown."""
    return text.lstrip(" \t").startswith(("#", "**"))


def is_nothing(text: str) -> bool:
    """Whether a text is what a script prints where it has no value."""
    return text.strip() in NOTHING
