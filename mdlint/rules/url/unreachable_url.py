from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from mdlint.diagnostic import PlacedFact, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Fact, Needs, ProjectRule, Verdict
from mdlint.rules.url import ADDRESS_FIELDS, addresses
from mdlint.site import Site

_FAILING = "its server answers"


class UnreachableUrl(ProjectRule):
    """The URL leads nowhere: there is no such host, its server does not answer, or it says that there is no such page.

    This is the only rule that uses the network, and only with `mdlint check --online`, which selects it; a configuration
    cannot turn it on. Each URL is asked once with HEAD, then with GET where a server does not like that; nothing but headers
    is read. One request at a time goes to a host. Redirections are followed. Servers that refuse (401, 403) or are busy (429,
    503) are no finding. Hosts on private networks, such as `localhost` or `10.0.0.1`, are never asked: what somebody
    writes into a Markdown file must not make a build server talk to its neighbours. URLs with a name and password in
    them are not asked either. Proxies are used as `HTTPS_PROXY` and `NO_PROXY` say.

    ## Bad
    ```md unreachable="https://images.bakery-site.org/rye.jpg"
    ---
    title: Rye bread
    cover:
      url: https://images.bakery-site.org/rye.jpg
    ---
    ```

    ## Good
    ```md unreachable="https://images.bakery-site.org/oat.jpg"
    ---
    title: Rye bread
    cover:
      url: https://images.bakery-site.org/rye.jpg
    ---
    ```

    ## Options
    - `fields`: the fields that hold a URL, or a list of them; `cover.url` is `url` in `cover`.
    """

    severity = "warning"
    needs_site = False
    default = False
    fields: tuple[str, ...] = ADDRESS_FIELDS

    def needs(self) -> Needs:
        return Needs(fields=self.fields, head=("://",))

    def collect(self, doc: Document) -> Iterator[Fact]:
        for path, value in addresses(doc, self.fields):
            text = value.strip()
            if _can_be_asked(text) and not doc.is_template:
                yield Fact(path, text)

    def judge(self, facts: Sequence[PlacedFact], site: Site) -> Iterator[Verdict]:
        if site.unreachable is None:
            return
        urls = dict.fromkeys(fact.value for fact in facts)
        found = site.unreachable(list(urls))
        hosts = {urlsplit(url).netloc for url in urls}
        if len(hosts) > 1 and len(found) == len(urls) and not any(why.startswith(_FAILING) for why in found.values()):
            what = f"none of the {len(urls)} URLs of this run can be reached"
            yield Verdict(facts[0], what, "look whether this computer is online")
            return
        for fact in facts:
            if fact.value in found:
                field = format_key_path(fact.key_path or ())
                what = f"`{field}` leads nowhere: {found[fact.value]}"
                yield Verdict(fact, what, f"open `{shortened(fact.value)}`, and correct or remove it")


def _can_be_asked(text: str) -> bool:
    if not text.lower().startswith(("http://", "https://")) or any(
        sign in text for sign in ("{{", "{%", "<%", "${", " ")
    ):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and "@" not in parts.netloc and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
