from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.generated import is_about_models, is_in, values

_KIND = r"(?:AI|artificial intelligence|A\.I\.)"
_DISCLAIMER = (
    rf"(?:I(?:['’]m sorry| am sorry| apologi[sz]e),? (?:but )?as|As|Please note that as) an? (?:{_KIND}(?: (?:language model|assistant|model|chatbot|text-based model))?|(?:large )?language model)"
    r"(?: (?:developed|created|trained|made) by [A-Z]\w+)?, (?:I\b|my (?:knowledge|training|responses|purpose)|it['’]s (?:not )?(?:possible|important|beyond) )"
    r"|I(?:['’]m| am) (?:just |only )?an? (?:AI language model|large language model|AI assistant (?:created|developed|trained) by|AI model)[^\n.]{0,80}\b(?:and|so|but) (?:I\b|(?:can['’]t|cannot|do not|don['’]t) )"
    r"|(?:As of|Up to|Until) my (?:last|latest|most recent)? ?(?:knowledge (?:cutoff|update)|training (?:data|cutoff|update))\b"
    r"|(?:很抱歉[，,])?作为(?:一个|一款|一名)?(?:AI|人工智能|大型)(?:语言)?(?:模型|助手|助理)[，,]\s*我"
    r"|作為(?:一個|一款)?(?:AI|人工智慧|大型)(?:語言)?(?:模型|助手|助理)[，,]\s*我"
    r"|(?:私は)?(?:AI|大規模)(?:言語)?(?:モデル|アシスタント)(?:として|である(?:私|ため)|なので)[、,]?\s*(?:私|個人的|リアルタイム|最新)"
    r"|Als (?:KI|künstliche Intelligenz)(?:-(?:Sprachmodell|Modell|Assistent))?(?: von \w+)? (?:kann|habe|bin|verfüge) ich\b"
    r"|En tant (?:qu['’](?:IA|intelligence artificielle)|que modèle de langage)(?:[^\n,.]{0,40})?, je\b"
    r"|Como (?:modelo de lenguaje|(?:una )?(?:IA|inteligencia artificial)|asistente de IA)(?:[^\n,.]{0,40})?, (?:no |yo )"
)
_SIGNS = (
    "s an ai", "s an artificial", "s a language", "s a large", "m an ai", "m a large", "my last", "my latest", "my most",
    "my knowledge", "my training", "作为", "作為", "モデル", "アシスタント", "als ki", "als künstliche", "en tant qu", "como modelo", "como una ia",
    "como ia", "como una int", "como int", "como asistente",
)  # fmt: skip
_IN_BODY = ("s an AI", "语言模型，我", "語言模型，我", "言語モデルとして")
_ENDS_SENTENCE = ".!?。！？\n"
_OPENING = "“«「『„"
_CLOSING = "”»」』"


class AssistantDisclaimer(Rule):
    """A text says of itself "As an AI language model, I…".

    A script or an author published a language model's remark about itself: that it has no opinion, no
    access to the web, or no knowledge of what came after its training. Only a sentence that speaks as the
    model counts; texts about language models do not, nor does what stands in quotation marks or in code.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---
    Mix, wait, bake. As an AI language model, I cannot taste bread.
    ```

    ```md
    ---
    title: Rye bread
    description: As of my last knowledge update, rye was cheap.
    ---
    ```

    ## Good
    ```md
    ---
    title: How bakers use a language model
    description: As an AI language model improves, I bake more.
    ---
    It said, "As an AI language model, I cannot taste bread."
    ```
    """

    severity = "error"

    def needs(self) -> Needs:
        return Needs(head=_SIGNS, body=_IN_BODY, either=True)

    def check(self, doc: Document) -> Iterator[Finding]:
        if is_in(doc.lower_head, _SIGNS):
            for path, scalar, match in values(doc, _search):
                if _is_spoken(scalar.text, 0, match.start()):
                    yield Finding(
                        path,
                        f"`{format_key_path(path)}` speaks as a language model: `{shortened(match[0])}…`",
                        "remove the sentence, and check the rest of the text",
                    )
        if is_in(doc.body, _IN_BODY) and not is_about_models(doc.text_of("title")):
            for block in doc.blocks:
                if block.kind == "paragraph":
                    for match in re.compile(_DISCLAIMER).finditer(doc.text, block.start, block.end):
                        if _is_spoken(doc.text, block.start, match.start()):
                            yield Finding(
                                doc.span(*match.span()),
                                f"the text speaks as a language model: `{shortened(match[0])}…`",
                                "remove the sentence, and check the rest of the text",
                            )


def _search(text: str) -> re.Match[str] | None:
    # Compiled on use, and asked only where it may find something: it is slow, and one value holds a sign, but
    # all come here.
    return re.search(_DISCLAIMER, text) if is_in(text.lower(), _SIGNS) else None


def _is_spoken(text: str, start: int, at: int) -> bool:
    """Whether a sentence begins there, in a text that begins at `start`, outside quotation marks and code."""
    before = text[start:at]
    return (not before.strip() or before.rstrip(" \t\r*_")[-1:] in _ENDS_SENTENCE) and not (
        before.count('"') % 2
        or before.count("`") % 2
        or sum(map(before.count, _OPENING)) > sum(map(before.count, _CLOSING))
    )
