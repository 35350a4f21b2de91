from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_in, outside_code, values

_MARK = re.compile(
    r"<\|(?:im_(?:start|end|sep)|(?:start|end)_header_id|eot_id|eom_id|begin_of_text|end_of_text|endoftext|startoftext"
    r"|endofprompt|fim_(?:prefix|middle|suffix)|system|user|assistant)\|>"
    r"|<｜(?:User|Assistant|begin▁of▁sentence|end▁of▁sentence)｜>"
    r"|<(?:start|end)_of_turn>|\[/?INST\]|<</?SYS>>"
)
_IN_HEAD = ("<|", "<｜", "_of_turn>", "inst]", "sys>>")


class PromptLeak(Rule):
    """A text holds the marks that separate turns in a language model's prompt.

    `<|im_start|>`, `[INST]` and the like never come up in a text: a script published the prompt, or more of
    the model's output than the answer. What stands around the mark is mostly not meant for readers
    either. Code may hold them.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: "How to bake rye bread.<|im_end|>"
    ---
    ```

    ## Good
    ```md
    ---
    title: What `<|im_start|>` means
    ---
    A turn begins with `<|im_start|>` in ChatML. In Elixir, `|>` is a pipe.
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=_IN_HEAD, body=("<|", "<｜"), either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_in(doc.lower_head, _IN_HEAD):
            for path, _, match in values(doc, _search):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` holds `{match[0]}`, a mark of a language model's prompt",
                    "remove the mark and what belongs to the prompt",
                )
        if ("<|" in doc.body and "|>" in doc.body) or "<｜" in doc.body:
            for match in outside_code(doc, _MARK):
                yield Finding(
                    doc.span(*match.span()),
                    f"`{match[0]}` is a mark of a language model's prompt",
                    "remove the mark and what belongs to the prompt, or show it as code",
                )
                return


def _search(text: str) -> re.Match[str] | None:
    """The first mark in a text that is not shown as code."""
    match = _MARK.search(text)
    return match if match and not text[: match.start()].count("`") % 2 else None
