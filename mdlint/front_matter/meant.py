"""Front matter that its fences do not enclose as they should, found as its author meant it.

Looked for only where there are no proper fences, where what they enclose cannot be read, or where the
text below goes on like fields. What is found is read before anything is said of it: if it holds no
fields, its author meant something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from mdlint.diagnostic import Edit, Fix, shortened
from mdlint.front_matter.fences import FIELDS, FIELDS_AT_ONCE, GOES_ON, OPEN, UNCLOSED, Fences, Format, closing_after
from mdlint.front_matter.values import Mapping, Node, Problem, Scalar, children
from mdlint.named import NamedTuple
from mdlint.regex import regex

Read: TypeAlias = Callable[[str, Fences], tuple[Mapping | None, list[Problem]]]
"""Reads what fences enclose in a text: the fields, and what is wrong with them."""

PAGE_FIELDS = frozenset((
    "title", "date", "description", "layout", "author", "authors", "tags", "categories", "category", "draft", "slug",
    "image", "cover", "keywords", "pubDate", "publishDate", "updated", "updatedDate", "lastmod", "permalink", "summary",
    "excerpt", "published", "weight", "sidebar", "sidebar_position", "sidebar_label", "toc", "lang", "aliases",
    "comments", "theme", "meta", "template", "status", "featured", "series",
))  # fmt: skip
"""Fields by which front matter is known from other text with colons."""

_END = r"(?:\r\n|\n|\r)"
_MARK = r"[-–—⸺⸻]{1,80}|\+{2,80}|\.\.\."
_BLANK_LINES = regex(rf"(?:[ \t]*+{_END})*+")
_OPENING = regex(rf"([ \t]*+)({_MARK})[ \t]*+([^\r\n]*+)({_END})")
_CLOSING = regex(rf"(?<=[\r\n])([ \t]*+)({_MARK})[ \t]*+([^\r\n]*+)(?:{_END}|\Z)")
"""A line's indentation, the mark and what follows it."""
_LANGUAGE = regex(r"ya?ml|toml|json5?|js|javascript|ts|typescript|coffee|cson", re.IGNORECASE)
_CODE = regex(r"js|javascript|ts|typescript|coffee|cson", re.IGNORECASE)
_OBJECT = regex(r"\s*+\{")
_COMMENTS = regex(r"(?:\s*+<!--(?:(?!-->).)*+-->)++\s*+", re.DOTALL)
_FENCE_BELOW_BLANK_LINE = regex(rf"(?:[ \t]*+{_END}){{2}}(?=(?:---|\+\+\+)[ \t]*+[\r\n])")
_CODE_FENCE = regex(r"```|~~~")
_NAME = regex(r"[a-z][\w-]*\Z")
_PROPER: dict[Format, str] = {"yaml": "---", "toml": "+++"}
_FARTHEST = 4000
"""Code points of other text above front matter; who writes more has begun the page."""
_MOST_LINES = 3
"""Lines that may be taken for the closing fence."""


class Meant(NamedTuple):
    """Front matter as it was meant; `root` is None where it is not to be read at all."""

    fences: Fences
    root: Mapping | None
    problems: list[Problem]


def as_meant(text: str, fences: Fences | None, problems: list[Problem], read: Read) -> Meant | None:
    """The front matter that was meant, where that is another one than was read with these problems."""
    if fences is None:
        return _with_bad_opening(text, read) or _below_other_text(text, read)
    if fences.format == "json":
        return None
    if _is_broken(problems):
        return _with_bad_closing(text, fences, read) or _with_fence_inside(text, fences, read)
    return _with_fence_inside(text, fences, read)


def _is_broken(problems: list[Problem]) -> bool:
    return any(problem.rule in UNCLOSED for problem in problems)


# -- an opening fence that is none


def _with_bad_opening(text: str, read: Read) -> Meant | None:
    blank = _BLANK_LINES.match(text)
    opening = _OPENING.match(text, blank.end() if blank else 0)
    if opening is None or opening[2] in ("-", "...") or opening[1] not in ("", " ", "  ", "   "):
        return None
    mark, rest = opening[2], opening[3].rstrip(" \t")
    kind: Format = "toml" if mark[0] == "+" or rest.lower() == "toml" else "yaml"
    is_proper = mark in _PROPER.values()
    content = opening.end()
    if rest and not is_proper:
        return None
    if rest and FIELDS_AT_ONCE.match(text, opening.start(3)):
        content = opening.start(3)
    elif not FIELDS_AT_ONCE.match(text, content) and not (_LANGUAGE.fullmatch(rest) and _OBJECT.match(text, content)):
        return None
    close = next((line for line in _CLOSING.finditer(text, content) if _closes(line, mark)), None)
    if close is None or FIELDS.match(text, close.end()):
        return None
    fence = (opening.start(2), opening.start(3) + len(rest) if _LANGUAGE.fullmatch(rest) else opening.end(2))
    fences = Fences(kind, fence, (content, close.start()), close.span(2), close.end())
    if _CODE.fullmatch(rest):
        return Meant(fences, None, [_code(text, fence)])
    if rest.lower() == "json" and (space := _OBJECT.match(text, content)):
        fences = fences._replace(format="json", content=(space.end() - 1, close.start()))
        root, problems = read(text, fences)
        return Meant(fences, root, [_bad_opening(text, opening, content, close), *problems])
    root, problems = read(text, fences)
    if root is None or _is_broken(problems):
        return None
    return Meant(fences, root, [_bad_opening(text, opening, content, close), *problems])


def _closes(line: re.Match[str], mark: str) -> bool:
    """Whether a line is the closing fence that goes with an opening one, be it proper or not."""
    return not line[3].strip(" \t") and line[2] in (mark, *(("+++",) if mark[0] == "+" else ("---", "...")))


def _code(text: str, fence: tuple[int, int]) -> Problem:
    message = f"`{text[slice(*fence)]}` makes some generators run the front matter as code; others do not read it"
    return Problem("malformed-fence", *fence, message, "write the fields as YAML between two lines `---`")


def _bad_opening(text: str, opening: re.Match[str], content: int, close: re.Match[str]) -> Problem:
    indent, mark, rest, line_end = opening.groups()
    rest = rest.rstrip(" \t")
    proper = "+++" if mark[0] == "+" else "---"
    edits = []
    fixable = True
    place = opening.start(3), opening.start(3) + len(rest)
    if _LANGUAGE.fullmatch(rest):
        place = opening.start(2), place[1]
        message = f"`{text[slice(*place)]}` is a fence that only some generators read"
        hint = "write `+++` above and below the fields" if rest.lower() == "toml" else f"write `{proper}` alone"
        edits.append(Edit(opening.end(2), place[1], ""))
        fixable = rest.lower() != "toml"
    elif rest:
        message, hint = f"`{shortened(rest)}` stands on the line of the fence", f"leave `{proper}` alone on its line"
        edits.append(Edit(opening.end(2), opening.start(3), line_end))
        fixable = rest.startswith("#") or content == opening.start(3)
    elif mark != proper:
        place = opening.span(2)
        message, hint = f"`{shortened(mark)}` is no fence", f"write `{proper}`"
        edits.append(Edit(*place, proper))
    else:
        place = opening.span(1)
        message, hint = "the fence is indented, so it is none", "remove the blanks in front of it"
    if indent:
        edits.append(Edit(*opening.span(1), ""))
    if close[1] or close[2] not in (proper, "..."):
        edits.append(Edit(close.start(), close.end(2), proper))
    fix = Fix("write proper fences", tuple(sorted(edits)), safe=True) if fixable else None
    return Problem("malformed-fence", *place, message, hint, fix)


# -- a closing fence that is none


def _with_bad_closing(text: str, fences: Fences, read: Read) -> Meant | None:
    for line in _candidates(text, fences):
        if FIELDS.match(text, line.end()) or (line[1] and text[line.end() : line.end() + 1] in (" ", "\t")):
            continue
        body = line.start(3) if line[3].strip(" \t") else line.end()
        meant = fences._replace(content=(fences.content[0], line.start()), close=line.span(2), body=body)
        root, problems = read(text, meant)
        if root is not None and not _is_broken(problems):
            return Meant(meant, root, [*problems, _bad_closing(text, fences, line)])
    return None


def _candidates(text: str, fences: Fences) -> Iterator[re.Match[str]]:
    """The first lines that may have been meant as the closing fence."""
    proper = _PROPER[fences.format]
    left = _MOST_LINES
    for line in _CLOSING.finditer(text, *fences.content):
        mark, rest = line[2], line[3].strip(" \t")
        if mark in ("-", "–", "...") or (rest and mark != proper) or (mark, line[1], rest) == (proper, "", ""):
            continue
        yield line
        left -= 1
        if not left:
            return


def _bad_closing(text: str, fences: Fences, line: re.Match[str]) -> Problem:
    proper = _PROPER[fences.format]
    opening = text[slice(*fences.open)]
    if rest := line[3].rstrip(" \t"):
        message = f"`{shortened(rest)}` stands on the line of the closing fence"
        hint = f"leave `{proper}` alone on its line"
        start = line.start(3)
        line_end = "\r\n" if "\r\n" in line[0] else "\n"
        fix = _closed_properly(Edit(line.end(2), start, line_end))
        return Problem("malformed-fence", start, start + len(rest), message, hint, fix)
    if line[2] == proper:
        message, hint = "the closing fence is indented, so it is none", "remove the blanks in front of it"
        return Problem("malformed-fence", *line.span(1), message, hint, _closed_properly(Edit(*line.span(1), "")))
    message = f"`{shortened(line[2])}` does not close the front matter that `{opening}` opens"
    fix = _closed_properly(Edit(line.start(), line.end(2), proper))
    return Problem("malformed-fence", *line.span(2), message, f"write `{proper}`", fix)


def _closed_properly(edit: Edit) -> Fix:
    return Fix("write a proper fence", (edit,), safe=True)


# -- a fence that stands inside a value or between fields


def _with_fence_inside(text: str, fences: Fences, read: Read) -> Meant | None:
    """The front matter to a later fence, if the text up to that is fields."""
    if fences.close is None or not GOES_ON.match(text, fences.body):
        return None
    before, _ = read(text, fences)
    own = set() if before is None else before.index.keys()
    masked, inside = text, []
    end = fences
    for _ in range(_MOST_LINES):
        assert end.close is not None
        inside.append(end.close)
        found = closing_after(text, end.body, fences.format)
        if found is None:
            return None
        masked = masked[: end.close[0]] + "   " + masked[end.close[1] :]
        close, body = found
        end = end._replace(content=(fences.content[0], close), close=(close, close + 3), body=body)
        root, problems = read(masked, end)
        if root is None or _is_broken(problems) or any(problem.rule == "duplicate-key" for problem in problems):
            continue
        new = root.index.keys() - own
        if all(map(_NAME.match, new)) and not new.isdisjoint(PAGE_FIELDS):
            return Meant(end, root, [*problems, _fence_inside(text, root, inside)])
    return None


def _fence_inside(text: str, root: Mapping, inside: list[tuple[int, int]]) -> Problem:
    first = inside[0]
    around = _value_around(root, first[0])
    fence = text[slice(*first)]
    if around is None:
        message = f"this `{fence}` ends the front matter, but fields follow"
        hint, title = "remove it, or put a `#` before it", "remove the line"
        edits = [Edit(start, _next_line(text, end), "") for start, end in inside]
    else:
        message = f"this `{fence}` ends the front matter, though it stands inside a value"
        hint, title = "indent it as the lines around it", "indent the line"
        above = text[: first[0]].rstrip().rpartition("\n")[2]
        margin = above[: len(above) - len(above.lstrip(" "))] if not above[:1].strip() else "  "
        edits = [Edit(start, start, margin or "  ") for start, _ in inside]
    return Problem("fence-inside-value", *first, message, hint, Fix(title, tuple(edits), safe=False))


def _value_around(root: Mapping, at: int) -> Scalar | None:
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            if node.start < at < node.end:
                return node
        else:
            stack.extend(child for _, child in children(node))
    return None


def _next_line(text: str, at: int) -> int:
    blank = re.compile(rf"[ \t]*+(?:{_END}|\Z)").match(text, at)
    return blank.end() if blank else at


# -- front matter below other text


def _below_other_text(text: str, read: Read) -> Meant | None:
    comments = _COMMENTS.match(text, 0, _FARTHEST)
    start = comments.end() if comments else _below_blank_line(text)
    opening = OPEN.match(text, start) if start else None
    if opening is None or (start and text[start - 1] not in "\r\n"):
        return None
    kind: Format = "toml" if opening[1] == "+++" else "yaml"
    found = closing_after(text, opening.end(), kind)
    if found is None or not FIELDS_AT_ONCE.match(text, opening.end()):
        return None
    close, body = found
    fences = Fences(kind, (start, start + 3), (opening.end(), close), (close, close + 3), body)
    root, problems = read(text, fences)
    names = set() if root is None or _is_broken(problems) else root.index.keys()
    fewest = 1 if comments else 2
    if len(names) < fewest or names.isdisjoint(PAGE_FIELDS) or not all(map(_NAME.match, names)):
        return None
    return Meant(fences, root, [_other_text(text, fences, is_comment=comments is not None), *problems])


def _below_blank_line(text: str) -> int:
    """Where a fence stands below a blank line, if no code comes before it; else 0."""
    found = _FENCE_BELOW_BLANK_LINE.search(text, 0, _FARTHEST)
    return found.end() if found and not _CODE_FENCE.search(text, 0, found.start()) else 0


def _other_text(text: str, fences: Fences, *, is_comment: bool) -> Problem:
    above = text[: fences.open[0]]
    start = len(above) - len(above.lstrip())
    kept = above.strip()
    line_end = "\r\n" if "\r\n" in above else "\n"
    what = "a comment" if is_comment else "text"
    edits = (Edit(0, len(above), ""), Edit(fences.body, fences.body, f"{line_end}{kept}{line_end}"))
    return Problem(
        "content-before-front-matter",
        start,
        start + len(kept),
        f"{what} stands before the front matter, which is then taken for text of the page",
        "move it below",
        Fix("move it below the front matter", edits, safe=is_comment),
        severity="error" if is_comment else None,
    )
