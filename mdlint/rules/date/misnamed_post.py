from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.date import written_dates

_DATED = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-", re.ASCII)
_NEARLY_DATED = re.compile(r"(\d{4})([-_. ]?)(\d\d?)\2(\d\d?)(?:[-_. ]+(.*))?\Z", re.ASCII | re.DOTALL)
_NO_POSTS = frozenset(("readme", "license", "contributing", "changelog"))


class MisnamedPost(Rule):
    """The file name of a Jekyll post has no date, or one that is in no calendar.

    Jekyll leaves files in `_posts` out without a word if their names do not begin as `2024-01-05-` does. Where the front
    matter has no `date` and the name has one that does not exist, Jekyll takes the 30th of February for the 1st of
    March, and ends at a 13th month. A plugin of the site may read other names: ignore the rule there.

    ## Bad
    ```md path=_posts/rye-bread.md config="generator = 'jekyll'"
    ---
    title: Rye bread
    ---
    ```

    ```md path=_posts/2024-02-30-rye-bread.md config="generator = 'jekyll'"
    ---
    title: Rye bread
    ---
    ```

    ## Good
    ```md path=_posts/2024-02-29-rye-bread.md config="generator = 'jekyll'"
    ---
    title: Rye bread
    ---
    ```

    ```md path=_drafts/rye-bread.md config="generator = 'jekyll'"
    ---
    title: Rye bread
    ---
    ```
    """

    severity = "warning"

    def needs(self) -> Needs:
        return Needs(generators=("jekyll",))

    def check(self, doc: Document) -> Iterator[Finding]:
        if "_posts/" not in doc.path or doc.root is None or doc.get("published") is False or doc.is_template:
            return
        post = _name_of_post(doc.path)
        if post is None or post.lower() in _NO_POSTS:
            return
        dated = _DATED.match(post)
        if dated is None:
            yield Finding(
                (),
                "the file's name has no date, so Jekyll does not publish the post",
                hint=f"rename it to `{_meant(doc, post)}`, or move it to `_drafts`",
            )
        elif "date" not in doc and "date" not in doc.unread:
            year, month, day = map(int, dated.groups())
            if problem := _problem(year, month, day):
                shown = "-".join(dated.groups())
                message = f"the file's name has the date `{shown}`, which is in no calendar: {problem}"
                yield Finding((), message, hint="rename the file, or add the `date`", severity="error")


def _name_of_post(path: str) -> str | None:
    """The name of a file in `_posts` without its suffix; None where Jekyll passes over the file or a folder of it."""
    folders, name = path.split("/")[:-1], path.rpartition("/")[2]
    at = len(folders) - 1 - folders[::-1].index("_posts") if "_posts" in folders else None
    others = [*folders[:at], *folders[(at or 0) + 1 :], name]
    if at is None or any(other[:1] in ("_", "#", "~") or (other[:1] == "." and other.strip(".")) for other in others):
        return None
    return name.rpartition(".")[0]


def _meant(doc: Document, post: str) -> str:
    """The name with a date that Jekyll reads."""
    suffix = doc.path.rpartition(".")[2]
    if nearly := _NEARLY_DATED.match(post):
        year, _, month, day, rest = nearly.groups()
        return f"{year}-{month:0>2}-{day:0>2}-{rest or 'title'}.{suffix}"
    dates = [date for _, _, date in written_dates(doc, ("date",)) if len(date.days) == 1 and not date.problem]
    return f"{dates[0].iso()[:10] if dates else 'YYYY-MM-DD'}-{post}.{suffix}"


def _problem(year: int, month: int, day: int) -> str:
    """What Ruby makes of a day that does not exist; empty for one that does."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return "Jekyll stops there"
    year += (2000 if year < 69 else 1900) if year < 100 else 0
    if not year or day <= monthrange(year, month)[1]:
        return ""
    return f"Jekyll takes it for {dt.date(year, month, 28) + dt.timedelta(day - 28)}"
