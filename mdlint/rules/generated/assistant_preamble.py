from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import begins, is_about_models, is_in, openings, replaced, values

_AGREED = r"(?:Certainly|Sure(?: thing)?|Absolutely|Of course)"
_WORKS = (
    r"(?:article|blog|post|descriptions?|summar(?:y|ies)|titles?|headlines?|keywords|tags|excerpt|overview|outline|breakdown"
    r"|responses?|answer|draft|version|translation|introduction|paragraph|sections?|essay|README|text|content|guide|rewrite"
    r"|markdown|front ?matter|structure|explanation|list)"
)
_ADJECTIVES = (
    r"(?:concise|short|brief|suggested|SEO|SEO-(?:friendly|optimi[sz]ed)|meta|rewritten|revised|improved|polished|translated"
    r"|catchy|engaging|refined|compelling|possible|relevant|suitable|potential|optimi[sz]ed)"
)
_SENTENCE = (
    rf"{_AGREED}[!,.] ?(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are))[^\n.:!?]{{0,80}}?\b{_WORKS}\b(?:[^\n:.!?]|[.:!?](?!\s|\Z))*[.:!]?"
    rf"|{_AGREED}[!,.] ?I(?:['’]d| would) be (?:happy|glad) to (?:help|assist)[^\n]*?(?:[.:!](?=\s|\Z)|\Z)"
    rf"|Here(?:['’]s| is| are)(?: an?| some| the)? {_ADJECTIVES}\b[^\n.:]{{0,60}}?\b{_WORKS}\b[^\n:.]{{0,100}}:"
    r"|(?:当然(?:可以)?|當然(?:可以)?|好的|没问题|沒問題)[！!，,。]\s*(?:以下|下面|这里|這裡|这)(?:是|为|為)"
    r"[^\n。：:]{0,40}?(?:标题|描述|摘要|文章|关键词|标签|翻译|译文|总结|概述|版本|大纲|介绍|標題|文案|回答)[^\n。：:]*[。：:]?"
    r"|(?:好的[，,])?(?:以下|下面)是(?:我)?(?:为您|根据您|为你|根据你|按照您)[^\n。：:]*[。：:]"
    r"|(?:はい、|もちろんです[。！!]|承知(?:しました|いたしました)。|かしこまりました。)\s*(?:以下|こちら)(?:に|は|が)[^\n。：:]*[。：:]?"
    r"|(?:Natürlich|Gerne|Selbstverständlich)[!,.] ?[Hh]ier (?:ist|sind|finden Sie|findest du)\b[^\n.:!?]{0,80}?"
    r"(?:Zusammenfassung|Beschreibung|Titel|Artikel|Beitrag|Übersicht|Text|Übersetzung|Entwurf|Version|Liste|Gliederung)[^\n:.]*[.:]?"
    r"|(?:Bien sûr|Certainement|Avec plaisir|Absolument) ?[!,.] ?[Vv]oici\b[^\n.:!?]{0,80}?"
    r"(?:résumé|description|titre|article|aperçu|texte|traduction|version|brouillon|mots-clés|liste|plan)[^\n:.]*[.:]?"
    r"|(?:¡?Claro(?: que sí)?!?|¡?Por supuesto!?|¡?Desde luego!?)[,.]? ?[Aa]quí (?:tienes|tiene|está|están|te)\b[^\n.:!?]{0,80}?"
    r"(?:resumen|descripción|título|artículo|esquema|texto|traducción|versión|borrador|lista)[^\n:.]*[.:]?"
)
_SIGNS = (
    "here's", "here’s", "here is", "here are", "below is", "below are", "be happy", "be glad", "hier ", "voici", "aquí ", "以下",
    "下面", "这是", "這是", "这里", "這裡", "こちら",
)  # fmt: skip
"""What all of them hold, in lower case."""
_STARTS = (
    "Certainly", "Sure", "Absolutely", "Of course", "Here", "当然", "當然", "好的", "没问题", "沒問題", "以下", "下面", "はい、",
    "もちろん", "承知", "かしこまり", "Natürlich", "Gerne", "Selbstverständlich", "Bien sûr", "Certainement", "Avec plaisir",
    "Absolument", "Claro", "¡Claro", "Por supuesto", "¡Por supuesto", "Desde luego", "¡Desde luego",
)  # fmt: skip
_IN_BODY = ("! Here", "当然！", "！以下")
"""What is looked for all over the body, for sections that begin so."""


class AssistantPreamble(Rule):
    """A text begins with a chat assistant's "Certainly! Here is…".

    It was copied from a chat, or a script published what a language model said before it began. Readers
    see at once that nobody read the text. It counts at the beginning of a value, of the body, or of a
    section.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: "Sure, here's a concise description of the post: How to bake rye bread."
    ---
    ```

    ```md
    # Rye bread

    Certainly! Here is a structured overview of how to bake rye bread:

    Mix, wait, bake.
    ```

    ## Good
    ```md
    ---
    title: Certainly rye
    description: Here is how we bake rye bread.
    ---
    Sure, here we bake with rye.
    ```
    """

    severity = "warning"
    fixable = "unsafe"

    def needs(self) -> Needs:
        return Needs(head=_SIGNS, body=_IN_BODY, opening=_STARTS, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_in(doc.lower_head, _SIGNS):
            for path, scalar, match in values(doc, _match, _STARTS):
                rest = scalar.text[match.end() :].strip()
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` begins with what a chat assistant says: `{shortened(match[0])}`",
                    "remove the sentence",
                    fix=replaced(doc, scalar, rest, "remove the sentence", safe=False),
                )
        if (begins(doc, _STARTS) or is_in(doc.body, _IN_BODY)) and not is_about_models(doc.text_of("title")):
            for block, match in openings(doc, _match, _STARTS):
                yield Finding(
                    doc.span(match.start(), match.end()),
                    f"the text begins with what a chat assistant says: `{shortened(match[0])}`",
                    "remove the sentence",
                    fix=Fix("remove the sentence", (_removal(doc.text, match, block.end),), safe=False),
                )


def _match(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    # Compiled on use: hardly any file comes so far.
    return re.compile(_SENTENCE).match(text, start, end)


def _removal(text: str, match: re.Match[str], end: int) -> Edit:
    """What removes a sentence and the space behind it, with the blank lines where it is a paragraph of its own."""
    stop = match.end()
    while stop < len(text) and text[stop] in (" \t\r\n" if stop >= end else " \t"):
        stop += 1
    return Edit(match.start(), stop, "")
