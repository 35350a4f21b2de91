from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_in, outside_code, replaced, values

_MARK = (
    r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|【\d+(?::\d+)?†[^】\n]{0,80}】"
    r"|\ue200[^\ue201\n]{0,200}\ue201|(?:file|web)?cite(?:turn\d+(?:search|view|news|image|file|academia)\d+)+"
    r"|\[cite_start\]"
)
_SOURCES = ("chatgpt.com", "openai", "copilot.com", "perplexity")
_TRACKED = rf"(?:\?|&(?:amp;)?)utm_source=(?:{'|'.join(map(re.escape, _SOURCES))})(?![\w.-])(?P<more>&(?:amp;)?)?"
_ANY = rf" ?(?P<mark>{_MARK})|(?<=[\w/=%.~-])(?P<tracked>{_TRACKED})"
_IN_HEAD = ("oaicite", "utm_source", "†", "turn0", "[cite_start", "\ue200")
_IN_BODY = (*(f"utm_source={source}" for source in _SOURCES), "oaicite", "citeturn", "[cite_start]", "†", "\ue200")


class CitationArtifact(Rule):
    """A text holds a chat assistant's marks for sources.

    `:contentReference[oaicite:0]{index=0}`, `【4†source】` or `citeturn0search1` lead nowhere outside the chat;
    `utm_source=chatgpt.com` in a link tells its target that the text was copied from one. Code may show
    them.

    ## Bad
    ```md
    Rye keeps for a week :contentReference[oaicite:0]{index=0}.
    ```

    ```md
    See [the bakers' guild](https://guild.test-site.org/rye?utm_source=chatgpt.com).
    ```

    ## Good
    ```md
    See [the bakers' guild](https://guild.test-site.org/rye?utm_source=newsletter).
    ChatGPT adds `utm_source=chatgpt.com` to links.
    ```
    """

    severity = "warning"
    fixable = "safe"

    def needs(self) -> Needs:
        return Needs(head=_IN_HEAD, body=_IN_BODY, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_in(doc.lower_head, _IN_HEAD):
            pattern = re.compile(_ANY)
            for path, scalar, match in values(doc, _search):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` holds {_what(match)}",
                    "remove it",
                    fix=replaced(doc, scalar, pattern.sub(_left, scalar.text), "remove it", safe=True),
                )
        if is_in(doc.body, _IN_BODY):
            for match in outside_code(doc, re.compile(_ANY)):
                group = match.lastgroup if match.lastgroup != "more" else "tracked"
                yield Finding(
                    doc.span(*match.span(group or 0)),
                    f"the text holds {_what(match)}",
                    "remove it",
                    fix=Fix("remove it", (Edit(*match.span(), _left(match)),), safe=True),
                )


def _search(text: str) -> re.Match[str] | None:
    # One value holds it, and all come here.
    return re.search(_ANY, text) if is_in(text.lower(), _IN_HEAD) else None


def _what(match: re.Match[str]) -> str:
    if match["tracked"]:
        return "a link that says it was copied from a chat assistant: `utm_source`"
    return f"a chat assistant's mark for a source: `{''.join(c for c in match['mark'] if c.isprintable())}`"


def _left(match: re.Match[str]) -> str:
    """What of a finding belongs to the text: the sign in front of a link's next parameter."""
    return match[0][0] if match["tracked"] and match["more"] else ""
