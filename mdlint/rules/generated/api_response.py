from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar, children, resolved
from mdlint.rule import Needs, Rule

_RESPONSE = re.compile(
    r"""\s*\{.*?(["'])(?:object\1\s*:\s*(["'])chat\.completion|choices\1\s*:\s*\[\s*\{)"""
    r"""|\s*\{\s*(["'])error\3\s*:\s*(?:\{\s*(["'])(?:message|code|type|status)\4|["'])""",
    re.DOTALL,
)
_ANSWER = "the whole answer of an API, not the text in it"
_ERROR = "an error that a program returned"
_OF_ERRORS = frozenset((
    "error", "message", "code", "type", "status", "param", "statuscode", "status_code", "request_id", "requestid", "detail",
    "details", "success", "timestamp", "path",
))  # fmt: skip


class ApiResponse(Rule):
    """A field holds the whole answer of an API instead of the text in it.

    A script wrote what the service returned, with its ids and token counts, where it meant the text
    inside; or the service returned an error, and the error was published. YAML often reads the JSON as a
    mapping, so nothing breaks until the site shows it. In the body only a paragraph that begins like an
    answer counts; code blocks may show one.

    ## Bad
    ```md
    ---
    title: Rye bread
    keywords: {"id": "1", "object": "chat.completion", "choices": [{"message": {"content": "rye, bread"}}]}
    ---
    ```

    ```md
    ---
    title: Rye bread
    description: '{"error": {"message": "Rate limit reached", "type": "requests"}}'
    ---
    ```

    ## Good
    ```md
    ---
    title: What `chat.completion` and `"choices":[` mean
    description: How to read the text out of the answer.
    keywords: rye, bread
    ---
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        signs = ("chat.completion", "choices", "error")
        return Needs(head=signs, body=('"chat.completion',), either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, what in _answers(doc):
            yield Finding(
                path,
                f"`{format_key_path(path)}` holds {what}",
                "put there what the field is for, and let the script take it out of the answer",
            )
        if '"chat.completion' in doc.body:
            for block in doc.blocks:
                if block.kind == "paragraph" and _RESPONSE.match(doc.text, block.start, block.end):
                    line = doc.text[block.start : block.end].splitlines()[0]
                    yield Finding(
                        doc.span(block.start, block.start + len(line)),
                        "the text is the whole answer of an API",
                        "keep only the text in it, or put it into a code block",
                    )


def _answers(doc: Document) -> Iterator[tuple[KeyPath, str]]:
    """The key paths of values that are an API's answer, and what it is; what lies in one is not looked at."""
    stack = list(children(doc.root))[::-1] if doc.root is not None else []
    places: list[tuple[KeyPath, Scalar | Mapping | object]] = [((part,), resolved(node)) for part, node in stack]
    seen: set[int] = set()
    while places:
        path, node = places.pop()
        if isinstance(node, Scalar):
            if isinstance(node.value, str) and (match := _RESPONSE.match(node.text)):
                yield path, _ERROR if match[3] else _ANSWER
            continue
        if isinstance(node, Mapping):
            if _is_completion(node):
                yield path, _ANSWER
                continue
            if _is_error(node):
                yield path, _ERROR
                continue
        if id(node) not in seen:
            seen.add(id(node))
            below = [((*path, part), resolved(child)) for part, child in children(node)]  # type: ignore[arg-type]
            places.extend(reversed(below))


def _is_completion(node: Mapping) -> bool:
    kind = node.value.get("object")
    choices = node.value.get("choices")
    if isinstance(kind, str) and kind.startswith("chat.completion"):
        return True
    return (
        isinstance(choices, list)
        and bool(choices)
        and isinstance(choices[0], dict)
        and not choices[0].keys().isdisjoint(("message", "delta", "finish_reason"))
    )


def _is_error(node: Mapping) -> bool:
    """Whether a mapping is an error, pasted as a program wrote it: in braces, its names in quotes."""
    return (
        node.flow
        and "error" in node.index
        and all(
            isinstance(key, Scalar) and key.style in ("'", '"') and key.text.casefold() in _OF_ERRORS
            for key, _ in node.entries
        )
        and (len(node.entries) > 1 or isinstance(resolved(node.index["error"][1]), Mapping))
    )
