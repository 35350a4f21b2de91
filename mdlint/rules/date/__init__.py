"""Rules of the group `date`, and how they read what an author wrote as a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Sequence
from functools import cache, lru_cache

from mdlint.diagnostic import Fix, KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Scalar
from mdlint.regex import regex

PUBLISHED = (
    "date",
    "pubDate",
    "pubdate",
    "pubDatetime",
    "publishDate",
    "publishdate",
    "publish_date",
    "published",
    "publishedDate",
    "publishedAt",
    "published_at",
    "datePublished",
    "created",
    "createdAt",
    "created_at",
    "date.created",
)
UPDATED = (
    "updated",
    "updatedDate",
    "updateDate",
    "updatedAt",
    "updated_at",
    "lastUpdated",
    "last_updated",
    "last_update.date",
    "modified",
    "modDatetime",
    "dateModified",
    "date-modified",
    "lastmod",
    "lastMod",
    "lastModified",
    "last_modified_at",
    "date.updated",
)
EXPIRES = ("expiryDate", "expirydate", "unpublishdate")
DATE_FIELDS = PUBLISHED + UPDATED + EXPIRES
"""What Astro and its themes, Hugo, Jekyll, Docusaurus, Hexo, Quarto, MkDocs, VitePress and Obsidian
call their dates. Not `ms.date`, which Microsoft Learn wants month first."""

_LONGEST = 70
"""A date as JavaScript prints it, with the time zone's name in words, has some 60 characters."""

_ISO = regex(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[Tt ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d(?:[.,]\d+)?))?(?: ?(?P<zone>[Zz]|[-+]\d\d(?::?\d\d)?))?)?\Z",
    re.ASCII,
)
_PLAIN = regex(
    r"(?:199\d|20[0-4]\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"
    r"(?:(?P<time>[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?P<zone>Z| ?[-+](?:0\d|1[0-4]):[0-5]\d)?)?\Z",
    re.ASCII,
)
"""Most dates: every calendar and every clock has them."""
_TIME = (
    r"(?:(?: ?t|,? +at +|,? *)(?<!\d)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d(?:[.,]\d+)?))?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: *(?P<zone>(?:gmt|utc)?[-+]\d\d?(?::?\d\d)?|z|[a-z]{3,5}|[a-z]+/[a-z_/]+)(?: *\(.*\))?)?)?\Z"
)
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* +)?"
_NTH = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_FORMS = (
    r"(?P<year>\d{4}) ?[-/.年] ?(?P<month>\d\d?) ?[-/.月] ?(?P<day>\d\d?)(?: ?日)?",
    r"(?P<month>\d\d?)(?P<mark>[-/.])(?P<day>\d\d?)(?P=mark)(?P<year>\d{4}|\d\d)",
    rf"{_WEEKDAY}{_NAME} {_NTH},? +(?P<year>\d{{4}})",
    rf"{_WEEKDAY}{_NTH}[ -]{_NAME},?[ -](?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}})[ -]{_NAME}[ -]{_NTH}",
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = 86400
_NUMBER_OF = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}


class WrittenDate:
    """What a text says as a date, whether that day exists or not.

    days: year, month and day; two readings where month and day may be swapped, none where the year
    has two digits. time: hour, minute and second as far as they are given. zone: as written.
    is_iso: of the form that ISO 8601 gives, or with a space for its `T` as RFC 3339 allows.
    problem: why no calendar or no clock has this date, in words; empty where they have it.
    """

    __slots__ = ("days", "is_iso", "problem", "time", "zone")

    def __init__(self, match: re.Match[str], is_iso: bool) -> None:
        part = match.groupdict()
        month = int(part["month"]) if "month" in part else _NUMBER_OF[part["name"][:3].lower()]
        day = int(part["day"])
        self.is_iso = is_iso
        self.days = [(int(part["year"]), month, day)]
        if "mark" in part:
            self.days = _readings(part["year"], month, day)
        self.time = [part[unit] for unit in ("hour", "minute", "second") if part[unit]]
        if half := part.get("half"):
            self.time[0] = str(int(self.time[0]) % 12 + (12 if half in "pP" else 0))
        self.zone = part["zone"] or ""
        self.problem = self._problem()

    def _problem(self) -> str:
        if self.days and (problem := _problem_of_day(*self.days[0])):
            return problem
        for unit, value, count in zip(("hour", "minute", "second"), self.time, (24, 60, 60), strict=False):
            if int(value[:2]) >= count:
                return f"there is no {unit} {value[:2]}"
        offset = self.offset
        if offset[1:] and (int(offset[1:3]) > 23 or int(offset[4:]) > 59):
            return f"there is no time zone {offset}"
        return ""

    @property
    def offset(self) -> str:
        """The zone as ISO writes it: `Z` or `+08:00`; empty where it is only a name, or not given."""
        zone = self.zone.lower().removeprefix("gmt").removeprefix("utc")
        if not zone:
            return "Z" if self.zone else ""
        if zone[0] not in "+-":
            return "Z" if zone == "z" else ""
        digits = zone[1:].replace(":", "")
        hours = digits if len(digits) < 3 else digits[:-2]
        return f"{zone[0]}{hours:>02}:{digits[len(hours) :]:0<2}"

    def iso(self, reading: int = 0) -> str:
        """The date as ISO 8601 writes it, with the time and the zone where they are known."""
        year, month, day = self.days[reading]
        text = f"{year:04}-{month:02}-{day:02}"
        if not self.time:
            return text
        # Without seconds YAML knows no time of day.
        return f"{text}T{':'.join(f'{part:0>2}' for part in (*self.time, '00')[:3])}{self.offset}"

    def is_before(self, other: WrittenDate) -> bool:
        """Whether this date is surely before the other one, wherever on Earth those are whose zone is unknown.

        False where one of them is in no calendar, or may be two days.
        """
        if self.problem or other.problem or len(self.days) != 1 or len(other.days) != 1:
            return False
        if (bool(self.time), bool(self.zone), bool(self.offset)) == (
            bool(other.time),
            bool(other.zone),
            bool(other.offset),
        ):
            return self.seconds() < other.seconds()
        slack = bool(self.zone or other.zone)
        return self.seconds() // _DAY + slack < other.seconds() // _DAY

    def seconds(self) -> float:
        """Seconds from the beginning of the calendar, in UTC where the offset is known."""
        clock = [float(part.replace(",", ".")) for part in self.time]
        seconds = sum(part * unit for part, unit in zip(clock, (3600, 60, 1), strict=False))
        offset = self.offset
        ahead = int(offset[1:3]) * 3600 + int(offset[4:]) * 60 if offset[1:] else 0
        return dt.date(*self.days[0]).toordinal() * _DAY + seconds + (ahead if offset[:1] == "-" else -ahead)


_ALL = frozenset((
    "ambiguous-date", "date-read-as-string", "future-date", "implausible-year", "impossible-date", "missing-timezone", "non-iso-date",
))  # fmt: skip
_WRITTEN = "2025-12-31"
"""A day before the rules were written, wherever on Earth: no clock that is right shows an earlier one."""


def suspicious(doc: Document) -> Container[str]:
    """One look at the dates, for the rules about each of them."""
    speaking: set[str] = set()
    for _, node in doc.fields(DATE_FIELDS):
        if type(node) is Scalar:
            plain = _PLAIN.match(node.text)
            if plain is None:
                return _ALL
            time, zone = plain.groups()
            if time and not zone:
                speaking.add("missing-timezone")
            if not node.style and type(node.value) is str:
                speaking.add("date-read-as-string")
            if node.text >= _WRITTEN:
                speaking.add("future-date")
    return speaking


@lru_cache(128)  # the rules of the group ask one after the other about the same text
def read_date(text: str) -> WrittenDate | None:
    """What a text says as a date; None for all that is not a date with a day, alone or with a time."""
    if len(text) > _LONGEST:
        return None
    if match := _ISO.match(text):
        return WrittenDate(match, is_iso=True)
    return next((WrittenDate(match, is_iso=False) for form in _other_forms() if (match := form.match(text))), None)


def lacks_zone(text: str) -> bool:
    """Whether a text is a date of the ISO form with a time of day, but no time zone."""
    if plain := _PLAIN.match(text):
        time, zone = plain.groups()
        return bool(time and not zone)
    date = read_date(text.strip())
    return date is not None and date.is_iso and bool(date.time) and not date.zone


@lru_cache(2)
def written_dates(doc: Document, fields: tuple[str, ...]) -> Sequence[tuple[KeyPath, Scalar, WrittenDate]]:
    """The dates in those fields, with where they stand."""
    return [
        (path, node, date)
        for path, node in doc.fields(fields)
        if isinstance(node, Scalar) and (date := read_date(node.text.strip()))
    ]


def is_documented(text: str, generator: str | None) -> bool:
    """Whether the documentation of a generator says that it reads a date which is not of the ISO form."""
    if generator == "hexo":  # `2013/7/13 20:46:25`
        return re.fullmatch(r"\d{4}/\d\d?/\d\d?(?: \d\d?:\d\d(?::\d\d)?)?", text, re.ASCII) is not None
    if generator == "myst":  # `1 Jan 2024`, also with a weekday
        return re.fullmatch(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}", text) is not None
    return generator == "quarto"  # nearly any form, the month first


def day_in_words(day: tuple[int, int, int]) -> str:
    """`May 6`."""
    return f"{_MONTHS[day[1] - 1]} {day[2]}"


def rewritten(doc: Document, path: KeyPath, scalar: Scalar, text: str, *, safe: bool) -> Fix | None:
    """The fix that writes a date as `text` says, if it can be done in the place of the old one."""
    if not scalar.style and doc.front_matter is not None and doc.front_matter.format == "json":
        return None  # there a date needs quotes
    edit = doc.rewrite(path, text)
    return None if edit is None else Fix(f"write `{text}`", (edit,), safe)


@cache
def _other_forms() -> tuple[re.Pattern[str], ...]:
    # Compiled on first use: most runs see ISO dates only.
    return tuple(re.compile(form + _TIME, re.ASCII | re.IGNORECASE) for form in _FORMS)


def _readings(year: str, first: int, second: int) -> list[tuple[int, int, int]]:
    """The days that `05/06/2024` may be: month first, then day first; the possible ones if any is."""
    if len(year) != 4:
        return []
    days = list(dict.fromkeys(((int(year), first, second), (int(year), second, first))))
    return [day for day in days if not _problem_of_day(*day)] or sorted(days, key=lambda day: day[1])


def _problem_of_day(year: int, month: int, day: int) -> str:
    if not year:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if not day:
        return "there is no day 0"
    is_leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    count = _DAYS[month - 1] + is_leap
    return f"{_MONTHS[month - 1]} {year} has {count} days" if day > count else ""
