from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import begins, is_about_models, is_in, openings, values

_DEED = (
    r"(?:assist|help(?: you)?(?: with)? (?:that|this|your|creat|writ|generat)|fulfil|comply|provide|generate|create (?:that|this|content)|write (?:that|this)"
    r"|access (?:the|that|this|external|links|URLs|websites|files)|browse|open (?:links|URLs|the link)|process (?:that|this|your) request"
    r"|continue with (?:that|this)|discuss that|engage with|support that|summari[sz]e (?:the|this|that))"
)
_REFUSAL = (
    rf"(?:I['’]m (?:really |very |truly )?sorry|I am sorry|Sorry|I apologi[sz]e|My apologies|Apologies)(?: for (?:the|any) [a-z ]{{3,40}})?,? ?(?:but )?I(?:['’]m| am)? ?(?:can['’]?t|cannot|can not|won['’]t|not able to|unable to|do not have|don['’]t have)"
    rf" (?:be able to |directly |currently )?(?:{_DEED}|access|the ability|enough (?:information|context)|real-time)\b[^\n.!?:\"”]*(?:[.!]|\Z)"
    rf"|(?:Unfortunately, )?I(?: can['’]t| cannot| can not| won['’]t|(?:['’]m| am) (?:unable|not able) to) (?:assist with (?:that|this|your)|fulfill? (?:that|this|your) request|comply with (?:that|this|your))[^\n.!?:\"”]*(?:[.!]|\Z)"
    r"|(?:(?:很|非常)?抱歉|对不起|對不起)[，,]\s*(?:但|但是)?我(?:无法|不能|無法|没有办法)(?:为您|为你|为此)?(?:提供|协助|回答|满足|生成|帮助|完成|访问|处理|继续|協助|訪問|處理|滿足)[^\n。！!？?：:”」]*(?:[。！!]|\Z)"
    r"|申し訳(?:ありません|ございません)が、(?:その|この|ご)[^\n。]{0,40}(?:お手伝い|お応え|対応|提供|お答え|協力)[^\n。]{0,20}(?:できません|できかねます|いたしかねます)[。！]?"
    r"|(?:Es tut mir leid|Entschuldigung|Tut mir leid), (?:aber )?(?:ich kann|dabei kann ich|das kann ich)(?: Ihnen| dir)?[^\n.:?]{0,60}nicht (?:helfen|weiterhelfen|behilflich sein|erfüllen|nachkommen|unterstützen|bereitstellen)[^\n.:?]*(?:[.!]|\Z)"
    r"|(?:Je suis désolé|Je suis désolée|Désolé),? (?:mais )?je ne (?:peux|suis) pas (?:en mesure de )?(?:vous aider|t['’]aider|répondre à cette|fournir|générer|traiter cette)[^\n.:?]*(?:[.!]|\Z)"
    r"|(?:Lo siento|Lo lamento),? (?:pero )?no puedo (?:ayudarte|ayudarle|ayudar con|cumplir|proporcionar|generar|completar esa|procesar)[^\n.:?]*(?:[.!]|\Z)"
)
_STARTS = (
    "I'm", "I’m", "I am", "I apolog", "I can", "I won", "My apolog", "Apolog", "Sorry", "Unfortunately, I", "抱歉", "很抱歉", "非常抱歉",
    "对不起", "對不起", "申し訳", "Es tut", "Entschuldigung", "Tut mir", "Je suis d", "Désolé", "Lo siento", "Lo lamento",
)  # fmt: skip
_SIGNS = (
    "sorry", "apolog", "assist", "fulfil", "comply", "抱歉", "对不起", "對不起", "申し訳", "tut mir", "entschuldigung", "désolé", "lo siento",
    "lo lamento",
)  # fmt: skip
_IN_BODY = ("orry, but I ", "\n抱歉，", "\n很抱歉，")


class AssistantRefusal(Rule):
    """A language model refused, and its refusal was published.

    A script asked for a description, an article or tags, and wrote down whatever came back. It counts at
    the beginning of a value, of the body, or of a section; quotations and code may show refusals, and so
    may texts about language models.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: I'm sorry, but I can't assist with that request.
    ---
    ```

    ```md
    ---
    title: 黑麦面包
    ---
    很抱歉，我无法提供这方面的内容。
    ```

    ## Good
    ```md
    ---
    title: '"I am sorry, I cannot assist with that": how models refuse'
    ---
    > I'm sorry, but I can't assist with that request.
    ```

    ```md
    I'm sorry, but I can't bake wheat bread any more.
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=_SIGNS, body=_IN_BODY, opening=_STARTS, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_in(doc.lower_head, _SIGNS):
            for path, _, match in values(doc, _match, _STARTS):
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is a language model's refusal: `{shortened(match[0])}`",
                    "write the text yourself, or ask again",
                )
        if (begins(doc, _STARTS) or is_in(doc.body, _IN_BODY)) and not is_about_models(doc.text_of("title")):
            for _, match in openings(doc, _match, _STARTS):
                yield Finding(
                    doc.span(match.start(), match.end()),
                    f"the text is a language model's refusal: `{shortened(match[0])}`",
                    "write the text yourself, or ask again",
                )


def _match(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    # Compiled on use: hardly any file comes so far.
    return re.compile(_REFUSAL).match(text, start, end)
