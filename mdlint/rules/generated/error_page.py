from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import MARKS, Needs, Rule
from mdlint.rules.generated import is_in

_LONGEST = 1500
"""Longer texts are about something, even if they begin like an error page."""
_BODY = (
    r"\W*(?:(?:(?:HTTP(?:/\d(?:\.\d)?)?|Error:?|Status(?: code)?:?)[ \t]+)?"
    r"(?:401|403|404|408|410|429|500|502|503|504|52\d)\W{1,3}(?:Unauthorized|Forbidden|Not Found|Request Time-?out|Gone"
    r"|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out"
    r"|Web server is down|Origin is unreachable)\s*(?:[-*=_#]*\s*(?:nginx|cloudflare|apache|openresty|envoy)\b[^\n]*)?\W*\Z"
    r"|Whoa there! You have (?:exceeded|triggered)|API rate limit exceeded for\b"
    r"|(?:You have exceeded|You've hit) (?:a secondary|your|the) rate limit"
    r"|Rate limit (?:exceeded|reached)[.!:]?\s*(?:\Z|(?:Please )?(?:try|wait|retry))"
    r"|Too many requests[.,!:;]?\s*(?:\Z|please (?:try|wait|slow))"
    r"|Checking (?:if the site connection is secure|your browser before accessing)|Just a moment\.\.\.\s"
    r"|Enable JavaScript and cookies to continue|Attention Required! \| Cloudflare|Sorry, you have been blocked"
    r"|Verify(?:ing)? (?:that )?you are (?:a )?human\b[.\s]|Please complete the security check to access"
    r"|(?:This|The) page (?:isn['’]t|is not) (?:working|available)(?: right now)?[.!]?\s*\Z"
    r"|The requested URL .{0,120} was not found on this server"
    r"|Access Denied\s+You don['’]t have permission to access"
    r"|(?:请求过于频繁|访问过于频繁|您的访问过于频繁|操作过于频繁)[，,。]?\s*(?:\Z|请)"
    r"|(?:抱歉[，,])?您?(?:访问|请求)的(?:页面|网页)(?:不存在|已删除|找不到了?)[。！!]?\s*\Z)"
)
_STARTS = (
    "HTTP", "Error", "error", "Status", "status", "4", "5", "Whoa", "whoa", "API rate", "You", "you", "Rate", "rate", "Too", "too",
    "Checking", "Just a m", "Enable J", "Attention R", "Sorry, you", "Verify", "Please complete", "This page", "The page", "The req",
    "Access D", "请求", "访问", "您", "抱歉", "操作",
)  # fmt: skip
_IN_HEAD = (
    "rate limit", "too many req", "cloudflare", "enable javascript", "just a mo", "are human", "connection is sec", "过于频繁",
    "your browser b", "been blocked",
)  # fmt: skip
_FIELDS = ("title", "description", "summary", "excerpt", "abstract", "subtitle", "keywords")
_IN_TITLE = r"Attention Required! \| Cloudflare|Whoa there! You have (?:exceeded|triggered)|You have exceeded a secondary rate limit"
"""Articles about errors have titles like them; these are nobody's own words."""
_VALUE = (
    r"\W*(?:(?:Error:? )?429\W{1,3}Too Many Requests\W*\Z|(?:API |GitHub |OpenAI )?Rate limit (?:exceeded|reached)(?: for\b.*|[.!:]? *(?:Please )?(?:try|wait|retry).*|\W*)\Z"
    r"|Too many requests[.,!:;]? (?:please )?(?:try|wait|slow)|Whoa there! You have|You have exceeded a secondary rate limit"
    r"|Just a moment\.\.\.\s*\Z|Attention Required! \| Cloudflare|Enable JavaScript and cookies to continue"
    r"|Checking (?:if the site connection is secure|your browser before accessing)|Sorry, you have been blocked"
    r"|Verify(?:ing)? (?:that )?you are (?:a )?human\W|(?:您的)?(?:请求|访问|操作)过于频繁)"
)


class ErrorPage(Rule):
    """The content is a server's error message.

    A scraper asked too often, met a page that was gone or a check for robots, and saved what it got as the
    post. Only short texts that begin as such messages do are reported, so that articles about them are
    safe, and so is a site's own page for errors.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---
    # 429 Too Many Requests

    nginx/1.18.0
    ```

    ```md
    ---
    title: Just a moment...
    ---
    Enable JavaScript and cookies to continue
    ```

    ## Good
    ```md
    ---
    title: 429 Too Many Requests
    ---
    A server answers so when a client asks too often.
    ```

    ```md path=404.md
    ---
    title: Not found
    ---
    # 404 Not Found
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(head=_IN_HEAD, opening=_STARTS, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if len(doc.text) - doc.body_start < _LONGEST:
            body = doc.body
            if body.lstrip(f" \t\r\n{MARKS}").startswith(_STARTS) and re.match(_BODY, body, re.IGNORECASE):
                first = doc.body_start + len(body) - len(body.lstrip())
                line = doc.text[first:].splitlines()[0].rstrip()
                if not _is_own(doc.path):
                    yield Finding(
                        doc.span(first, first + len(line)),
                        f"the text is a server's error message: `{shortened(line)}`",
                        "fetch the page again, or remove the file",
                    )
                return
        if not is_in(doc.lower_head, _IN_HEAD):
            return
        for path, node in doc.fields(_FIELDS):
            text = node.value
            if (
                isinstance(text, str)
                and re.match(_IN_TITLE if path[-1] == "title" else _VALUE, text, re.IGNORECASE)
                and not _is_own(doc.path)
            ):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is a server's error message: `{shortened(text)}`",
                    "fetch the page again, or write the field yourself",
                )


def _is_own(path: str) -> bool:
    """Whether a file's name says that it is a site's own page for an error, or about one."""
    return (
        re.search(r"(?:^|[/_.-])(?:[45]\d\d|errors?|not-?found|rate-?limit\w*)(?:[/_.-]|$)", path.lower()) is not None
    )
