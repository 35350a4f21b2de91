from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "an AWS access key": (("akia",), r"AKIA(?=[A-Z]*[2-7])[0-9A-Z]{16}\b"),
    "a GitHub token": (
        ("ghp_", "gho_", "ghu_", "ghs_", "github_pat_"),
        r"gh[pous]_[A-Za-z0-9]{36,}|github_pat_\w{82}",
    ),
    "a GitLab token": (("glpat-",), r"glpat-[\w-]{20,}"),
    "an OpenAI key": (("t3blbkfj",), r"sk-[\w-]{0,120}T3BlbkFJ[\w-]{20,}"),
    "an Anthropic key": (("sk-ant-",), r"sk-ant-[a-z0-9]+-[\w-]{80,}"),
    "a Google API key": (("aiza",), r"AIza[\w-]{35}(?![\w-])"),
    "a Slack token": (
        ("xox", "hooks.slack"),
        r"xox[abeprs]-\d[\w-]{24,}|(?<=//)hooks\.slack\.com/services/T\w{8,}/B\w{8,}/\w{20,}",
    ),
    "a Discord webhook": (("/webhooks/",), r"(?<=//)discord(?:app)?\.com/api/webhooks/\d{17,20}/[\w-]{60,}"),
    "a Telegram bot's token": ((":aa",), r"\d{8,10}:AA[\w-]{33}(?![\w-])"),
    "a Stripe key": (("k_live_",), r"[sr]k_live_[0-9A-Za-z]{24,}"),
    "an npm token": (("npm_",), r"npm_[A-Za-z0-9]{36}\b"),
    "a PyPI token": (("pypi-",), r"pypi-AgEI[\w-]{60,}"),
    "a Docker token": (("dckr_pat_",), r"dckr_pat_[\w-]{27}"),
    "a Hugging Face token": (("hf_",), r"hf_[A-Za-z0-9]{34}\b"),
    "a SendGrid key": (("sg.",), r"SG\.[\w-]{22}\.[\w-]{43}"),
    "a DigitalOcean token": (("_v1_",), r"do[opr]_v1_[0-9a-f]{64}"),
    "a private key": (("-----begin",), r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
}
"""What issues them, with what all of them hold in lower case."""
_HEAD = tuple(sign for signs, _ in _KINDS.values() for sign in signs)
_EXAMPLE = re.compile(r"example|x{4}|0{6}|\*|\.\.\.|12345|abcde|your|test|dummy|fake|redacted", re.IGNORECASE)
_FEWEST_SIGNS = 10
"""Different characters that a key holds, but for an example of one."""


class Secret(Rule):
    r"""The front matter holds an API key or a token.

    A site's source is often public, many themes print all fields, and what was committed once stays in
    the history. Known are the shapes of the keys of some twenty services; a report shows only their first
    characters. Examples from documentation are safe.

    ## Bad
    ```md escapes
    ---
    title: Rye bread
    comments:
      token: \x67hp_R7kZ2mQw9LpX4vTn8YbC3dGf6HjS1aUeKo5i
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    comments:
      token: ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    aws_key: AKIAIOSFODNN7EXAMPLE
    ---
    ```

    ## Options
    - `body`: whether to look through the text below the front matter too.
    """

    severity = "error"
    body: bool = False

    def needs(self) -> Needs:
        return Needs() if self.body else Needs(head=_HEAD)

    def check(self, doc: Document) -> Iterator[Finding]:
        start = 0 if doc.front_matter is None else doc.front_matter.fences.content[0]
        end = len(doc.text) if self.body else start + len(doc.head)
        lower = doc.text.lower() if self.body else doc.lower_head
        for what, (signs, form) in _KINDS.items():
            if not any(sign in lower for sign in signs):
                continue
            for match in re.compile(rf"(?<!\w)(?:{form})").finditer(doc.text, start, end):
                secret = match[0]
                if "PRIVATE" in secret or not (_EXAMPLE.search(secret) or len(set(secret)) < _FEWEST_SIGNS):
                    yield Finding(
                        doc.span(*match.span()),
                        f"this looks like {what}, `{secret[:4]}…`",
                        hint="withdraw it where it was issued, then keep the new one out of the site's files",
                        is_secret=True,
                    )
