from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mdlint.diagnostic import PlacedFact, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Scalar, children, resolved
from mdlint.rule import Fact, ProjectRule, Verdict
from mdlint.rules.project import kept
from mdlint.site import Site


class BoilerplateValue(ProjectRule):
    """One long text stands in most pages of a collection.

    What a template brings along and nobody has written anew tells a reader nothing. A text that belongs to the site,
    such as a licence, is better kept in its configuration.

    ## Bad
    ```md path=posts/rye.md config="rules.boilerplate-value.fewest = 2"
    ---
    title: Rye bread
    description: Welcome to my blog about all that can be baked at home!
    ---
    ```
    ```md path=posts/spelt.md config="rules.boilerplate-value.fewest = 2"
    ---
    title: Spelt bread
    description: Welcome to my blog about all that can be baked at home!
    ---
    ```

    ## Good
    ```md path=posts/rye.md config="rules.boilerplate-value.fewest = 2"
    ---
    title: Rye bread
    description: A dark bread from an oven that does not close.
    ---
    ```
    ```md path=posts/spelt.md config="rules.boilerplate-value.fewest = 2"
    ---
    title: Spelt bread
    description: A mild bread that even children eat with pleasure.
    ---
    ```

    ## Options
    - `shortest`: the fewest characters of a long text.
    - `fewest`: the fewest pages that must have it.
    - `share`: how many of the pages that have the field must have it, in per cent.
    """

    severity = "info"
    default = False
    shortest: int = 40
    fewest: int = 5
    share: int = 50

    def collect(self, doc: Document) -> Iterator[Fact]:
        if doc.root is None or doc.is_template:
            return
        for name, (_, value) in doc.root.index.items():
            node = resolved(value)
            inside = (
                [((name, part), resolved(child)) for part, child in children(node)] if isinstance(node, Mapping) else []
            )
            for path, scalar in [((name,), node), *inside]:
                if isinstance(scalar, Scalar) and isinstance(scalar.value, str):
                    text = scalar.value.strip()
                    # Addresses and paths have no spaces.
                    is_long = len(text) >= self.shortest and (" " in text or not text.isascii())
                    yield Fact(path, kept(doc, scalar.value) if is_long else None)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:  # noqa: ARG002 - where the pages lie makes no difference
        fields = [(fact.collection, fact.key_path) for fact in facts]
        pages = Counter(fields)
        same = Counter((field, fact.value) for field, fact in zip(fields, facts, strict=True) if fact.value is not None)
        for field, fact in zip(fields, facts, strict=True):
            number = same[field, fact.value]
            if fact.value is not None and number >= self.fewest and number * 100 >= self.share * pages[field]:
                name = format_key_path(fact.key_path or ())
                message = f"`{name}` says the same in {number:,} of {pages[field]:,} pages"
                yield Verdict(fact, message, "write what this page is about, or leave the field out")
