import pytest

from mdlint.testing import findings, places

VALID = {
    "a page about descriptions": "---\ntitle: Description\n---\n",
    "a mark within a title": "---\ntitle: TODO lists compared\n---\n",
    "a note to oneself in a title": "---\ntitle: 'TODO: visit the mill'\n---\n",
    "an app's page": "---\ntitle: Todo\nname: todo\n---\n",
    "a chapter in Roman numbers": "---\ntitle: XXX\n---\n",
    "a how-to": "---\ntitle: Add a description\n---\n",
    "a page on a label of forms": "---\ntitle: Placeholder text\n---\n",
    "a film": "---\ntitle: Your Name\n---\n",
    "a status": "---\nstatus: TODO\nstage: tbd\nlicense: TBD\nlocation: TBA\n---\n",
    "a topic": "---\ncategory: todo\ntags: [todo, placeholder]\nkeywords: todo\n---\n",
    "a tool": "---\ntools: [read, todo]\n---\n",
    "a format": "---\ndateFormat: YYYY-MM-DD\nformat: dd/mm/yyyy\n---\n",
    "a form's placeholder": "---\nfields: [{placeholder: Your text here}]\n---\n",
    "a component": "---\ntitle: <Suspense>\n---\n",
    "an element with an attribute": "---\ntitle: <script async>\n---\n",
    "an element with a name": "---\ntitle: <slot name>\n---\n",
    "a usage": "---\nargument-hint: <your prompt>\n---\n",
    "an optional argument": "---\nargument-hint: '[file-path|name]'\n---\n",
    "a wiki link": "---\nauthor: '[[Ada Lindqvist]]'\n---\n",
    "a series in brackets": "---\ntitle: '[Baking] Rye bread'\n---\n",
    "a page that is coming soon": "---\ntitle: Coming soon\ndescription: Coming soon!\n---\n",
    "nothing": "---\nimage: none\ndescription: None\n---\n",
    "longer than any": "---\ndescription: TODO lists, and what the bakers of Skåne wrote on theirs\n---\n",
    "a German description": "---\ndescription: Titel\n---\n",
    "not text": "---\ndescription: [1, 2.5, true, null, 2024-01-05, {}]\ntitle: {}\n---\n",
    "no front matter": "description: TODO\n",
    "in the body": "---\ntitle: Bread\n---\nTODO\n",
}
INVALID = {
    "a mark": ("---\ndescription: TODO\n---\n", (2, 14, 2, 18)),
    "in small letters": ("---\ndescription: tbd\n---\n", (2, 14, 2, 17)),
    "with punctuation": ("---\ndescription: 'TODO:'\n---\n", (2, 14, 2, 21)),
    "with markup": ("---\ndescription: '**[TBD]**'\n---\n", (2, 14, 2, 25)),
    "in a comment": ("---\ndescription: <!-- TODO -->\n---\n", (2, 14, 2, 27)),
    "as a title": ("---\ntitle: TODO\n---\n", (2, 8, 2, 12)),
    "as a keyword": ("---\nkeywords: TODO\n---\n", (2, 11, 2, 15)),
    "xxx": ("---\nauthor: XXX\n---\n", (2, 9, 2, 12)),
    "changeme": ("---\nemail: changeme\n---\n", (2, 8, 2, 16)),
    "your description": ("---\ndescription: Your description here\n---\n", (2, 14, 2, 35)),
    "goes here": ("---\ndescription: Description goes here…\n---\n", (2, 14, 2, 36)),
    "insert a title": ('---\ntitle: "Insert title here"\n---\n', (2, 8, 2, 27)),
    "in a field of any name": ("---\nhero: {text: Your tagline here}\n---\n", (2, 14, 2, 31)),
    "a bot's": ("---\ndescription: No description provided.\n---\n", (2, 14, 2, 38)),
    "a code host's": ("---\ndescription: No description, website, or topics provided.\n---\n", (2, 14, 2, 58)),
    "imperative": ("---\ndescription: Add a short description\n---\n", (2, 14, 2, 37)),
    "a date's form": ("---\ndate: <YYYY-MM-DD>\n---\n", (2, 7, 2, 19)),
    "a date's form, plain": ("---\nupdated_date: yyyy-mm-dd\n---\n", (2, 15, 2, 25)),
    "in angle brackets": ("---\ntitle: <Recipe Name>\n---\n", (2, 8, 2, 21)),
    "a sentence in angle brackets": (
        "---\nsummary: <one-line summary, what it is>\n---\n",
        (2, 10, 2, 40),
    ),
    "in square brackets": ("---\ntitle: '[Insert the title]'\n---\n", (2, 8, 2, 28)),
    "Chinese in brackets": ("---\ndescription: '[请填写简介]'\n---\n", (2, 14, 2, 23)),
    "Chinese": ("---\ndescription: 待补充。\n---\n", (2, 14, 2, 18)),
    "Japanese": ("---\ndescription: 説明を入力してください\n---\n", (2, 14, 2, 25)),
    "Korean": ("---\ndescription: 설명을 입력하세요.\n---\n", (2, 14, 2, 24)),
    "German": ("---\ntitle: Ihr Titel hier\n---\n", (2, 8, 2, 22)),
    "French": ("---\ndescription: À compléter\n---\n", (2, 14, 2, 25)),
    "Spanish": ("---\ndescription: Tu descripción aquí\n---\n", (2, 14, 2, 33)),
    "Russian": ("---\ndescription: Введите описание\n---\n", (2, 14, 2, 30)),
    "in a list": ("---\nauthors: [Ada, TODO]\n---\n", (2, 16, 2, 20)),
    "in a list's mapping": ("---\nmeta:\n- {name: author, content: TBD}\n---\n", (3, 27, 3, 30)),
    "in a block scalar": ("---\ndescription: |\n  TODO\n---\n", (2, 14, 3, 7)),
    "behind emoji": ("---\n🍞: a\nalt: '🚧 TODO 🚧'\n---\n", (3, 6, 3, 16)),
    "CRLF": ("---\r\ntitle: a\r\ndescription: TODO\r\n---\r\n", (3, 14, 3, 18)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("placeholder-value", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("placeholder-value", content) == [place]


def test_each_value_is_named() -> None:
    found = findings("placeholder-value", "---\ncover: {alt: TODO}\ndescription: TBD\n---\n")
    assert [f.message for f in found] == [
        "`cover.alt` is a placeholder: `TODO`",
        "`description` is a placeholder: `TBD`",
    ]


def test_a_template_may_have_them() -> None:
    assert places("placeholder-value", "---\ntitle: <Recipe Name>\n---\n", path="templates/recipe.md") == []


def test_option() -> None:
    content = "---\ntitle: Neuer Beitrag\nkind: neuer beitrag!\n---\n"
    assert places("placeholder-value", content, words=("Neuer Beitrag",)) == [(2, 8, 2, 21), (3, 7, 3, 21)]
