from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mdlint.address import language_in
from mdlint.diagnostic import NOWHERE, PlacedFact
from mdlint.document import Document
from mdlint.rule import Fact, ProjectRule, Verdict
from mdlint.rules.project import is_published
from mdlint.site import Site

_DOCUSAURUS = re.compile(r"(?:^|(?<=/))i18n/([^/]+)/docusaurus-plugin-content-(docs|blog)(?:/current)?(?=/)")


class OrphanTranslation(ProjectRule):
    """The page translates one that is not there.

    The original was removed or renamed, and the translation is left behind: nobody reads it, or two pages say
    different things. Languages are told by folders (`de/bread.md`), by names (`bread.de.md`) and by Docusaurus' `i18n`;
    the original is in the language that most pages are in. A folder counts as a language if most of its pages have
    an original.

    ## Bad
    ```md path=docs/en/rye.md
    Rye bread
    ```
    ```md path=docs/en/wheat.md
    Wheat bread
    ```
    ```md path=docs/de/rye.md
    Roggenbrot
    ```
    ```md path=docs/de/wheat.md
    Weizenbrot
    ```
    ```md path=docs/en/oat.md
    Oat bread
    ```
    ```md path=docs/en/maize.md
    Maize bread
    ```
    ```md path=docs/de/spelt.md
    Dinkelbrot
    ```

    ## Good
    ```md path=docs/en/rye.md
    Rye bread
    ```
    ```md path=docs/en/spelt.md
    Spelt bread
    ```
    ```md path=docs/de/spelt.md
    Dinkelbrot
    ```
    """

    severity = "warning"
    default = False

    def collect(self, doc: Document) -> Iterator[Fact]:
        if is_published(doc):
            yield Fact(NOWHERE)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        pages = [_told_apart(site.in_root(fact.path)) for fact in facts]
        others = Counter(language for language, _ in pages)
        # Pages of no language may well be the most, and the originals.
        (main, most), (_, second) = [*others.most_common(2), ("", 0), ("", 0)][:2]
        if most == second:
            return
        originals = {original for language, original in pages if language == main}
        with_original = Counter(language for language, original in pages if original in originals)
        for fact, (language, original) in zip(facts, pages, strict=True):
            if original not in originals and with_original[language] * 2 > others[language]:
                hint = "remove the page, or move it to where the original is now"
                yield Verdict(fact, f"there is no page that this one translates into `{language}`", hint)


def _told_apart(path: str) -> tuple[str, str]:
    """The language that a path tells, and the path without it, and without ending."""
    path = path.rpartition(".")[0]
    if match := _DOCUSAURUS.search(path):
        return match[1].lower(), path[: match.start()] + match[2] + path[match.end() :]
    return language_in(path)
