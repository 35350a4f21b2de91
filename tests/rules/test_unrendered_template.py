import pytest

from mdlint.testing import places

VALID = {
    "within a title": "---\ntitle: 'How `{{ title }}` is filled in'\n---\n",
    "a title about braces": "---\ntitle: 'Vue: {{ }} and ${}'\n---\n",
    "a helper that is called so": "---\ntitle: '{{outlet}}'\n---\n",
    "a block helper": "---\ntitle: '{{#each tags}}'\n---\n",
    "Hugo's shortcode": "---\ndescription: '{{< param description >}}'\n---\n",
    "Hugo's other shortcode": "---\ndescription: '{{% param title %}}'\n---\n",
    "a site's own value": "---\ndescription: '{{ site.description }}'\n---\n",
    "a computed field": "---\neleventyComputed:\n  title: '{{ product.title }}'\n---\n",
    "an address": "---\npermalink: '/{{ title | slugify }}/'\n---\n",
    "a docs variable": "---\ntitle: '{% data variables.product.name %}'\n---\n",
    "an input": "---\nargument-hint: ${input:title}\n---\n",
    "math": "---\ntitle: '${x}$-trees'\n---\n",
    "math, whole": "---\ntitle: ${x}$\n---\n",
    "a set": "---\ntitle: ${date}$\n---\n",
    "no quotes, which another rule reports": "---\ntitle: {{ title }}\n---\n",
    "in the body": "---\ntitle: Bread\n---\n{{ title }} ${title} <%= title %>\n",
    "not text": '---\ntitle: {a: [1, null]}\ndate: 2024-01-05\ntags: [1, {a: "{{ title }}"}]\n---\n',
    "empty code": "---\ntitle: '{{ }}'\n---\n",
    "Chinese": "---\ntitle: '{{ 标题 }}'\n---\n",
}
INVALID = {
    "Jinja": ("---\ntitle: '{{ title }}'\n---\n", (2, 8, 2, 21)),
    "Go": ("---\ntitle: '{{ .Title }}'\n---\n", (2, 8, 2, 22)),
    "Go with a function": ('---\ntitle: \'{{ replace .Name "-" " " | title }}\'\n---\n', (2, 8, 2, 45)),
    "with a filter": ("---\ndescription: '{{ description | escape }}'\n---\n", (2, 14, 2, 42)),
    "Handlebars": ("---\nauthor: '{{{author}}}'\n---\n", (2, 9, 2, 23)),
    "Obsidian": ("---\ndate: '{{date:YYYY-MM-DD}}'\n---\n", (2, 7, 2, 28)),
    "two of them": ("---\ndate: '{{date}} {{time}}'\n---\n", (2, 7, 2, 26)),
    "JavaScript": ("---\ntitle: ${post.title}\n---\n", (2, 8, 2, 21)),
    "camel case": ("---\ntitle: ${postTitle}\n---\n", (2, 8, 2, 20)),
    "EJS": ("---\ntitle: <%= title %>\n---\n", (2, 8, 2, 20)),
    "Templater": ("---\ntitle: <% tp.file.title %>\n---\n", (2, 8, 2, 27)),
    "in a list": ("---\ntags: [bread, '{{ tag }}']\n---\n", (2, 15, 2, 26)),
    "in a mapping": ("---\ncover:\n  url: ${image}\n---\n", (3, 8, 3, 16)),
    "TOML": ('+++\ntitle = "{{ title }}"\n+++\n', (2, 9, 2, 22)),
    "JSON": ('{\n  "title": "${title}"\n}\n', (2, 12, 2, 22)),
    "CRLF, behind an emoji": ("---\r\n🍞: 1\r\ntitle: '{{ title }}'\r\n---\r\n", (3, 8, 3, 21)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unrendered-template", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("unrendered-template", content) == [place]


@pytest.mark.parametrize("path", ["archetypes/default.md", "{{cookiecutter.name}}/index.md", "Templates/Book.md"])
def test_templates_are_left_alone(path: str) -> None:
    assert places("unrendered-template", "---\ntitle: '{{ title }}'\n---\n", path=path) == []


def test_option() -> None:
    content = "---\ntitle: ${title}\nheading: ${title}\n---\n"
    assert places("unrendered-template", content, fields=("heading",)) == [(3, 10, 3, 18)]
