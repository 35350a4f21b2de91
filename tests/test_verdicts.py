"""What project rules said last time counts as long as nothing has changed that they look at."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mdlint import __version__, cache
from mdlint.cache import Cache
from mdlint.cache_folder import FOLDER
from mdlint.diagnostic import Diagnostic
from mdlint.discovery import discover
from mdlint.reading import How
from mdlint.runner import run
from mdlint.settings import Settings
from mdlint.site import Site

OLD = time.time_ns() - 10**12
PAGE = "---\ntitle: {}\ntags: [{}]\ndescription: {}\ncover: /images/{}.png\n---\nText.\n"
TAGS = ("Rye", "rye", "Dark Bread", "dark-bread", "oven")


@pytest.fixture(params=[10**6, 0], ids=["written anew", "added to"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "_SMALL", request.param)
    (tmp_path / "public" / "images").mkdir(parents=True)
    (tmp_path / "astro.config.mjs").write_text("")
    (tmp_path / "public" / "images" / "1.png").write_text("")
    for number in range(6):
        write(tmp_path / f"{number}.md", PAGE.format(f"Page {number}", "Rye", f"About {number}.", 1))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    # Another time for each content, none of them fresh.
    os.utime(path, ns=(OLD + hash(text) % 10**9, OLD + hash(text) % 10**9))


def said(folder: Path, *, is_cached: bool = True, now: float = 0) -> tuple[Diagnostic, ...]:
    settings = Settings(root=folder.as_posix(), generator="astro")
    known = Cache(folder / FOLDER, settings, __version__) if is_cached else None
    here = Site.here(settings.root) if not now else Site(now, settings.root, settings.root)
    return tuple(run(discover(["."]).sources, settings, site=here, how=How(known, 1)).diagnostics)


def edit(folder: Path, name: str, old: str, new: str) -> None:
    write(folder / name, (folder / name).read_text().replace(old, new))


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda folder: None,
    "a text": lambda folder: edit(folder, "1.md", "Text.", "Other text."),
    "the place of a value": lambda folder: edit(folder, "1.md", "title:", "draft: false\ntitle:"),
    "a tag": lambda folder: edit(folder, "1.md", "[Rye]", "[rye]"),
    "a description": lambda folder: edit(folder, "1.md", "About 1.", "About 2."),
    "a page that comes": lambda folder: write(folder / "7.md", PAGE.format("Page 7", "RYE", "About 3.", 2)),
    "a page that goes": lambda folder: (folder / "2.md").unlink(missing_ok=True),
    "a picture that comes": lambda folder: (folder / "public" / "images" / "9.png").write_text(""),
    "a picture that goes": lambda folder: (folder / "public" / "images" / "1.png").unlink(missing_ok=True),
    "a page that cannot be read any more": lambda folder: (folder / "2.md").write_bytes(b"---\ntitle: [\n---\n"),
}


@pytest.mark.parametrize("after", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("before", ["nothing", "a tag", "a description", "a picture that goes"])
def test_a_change(site: Path, before: str, after: Callable[[Path], object]) -> None:
    CHANGES[before](site)
    for change in (CHANGES["nothing"], after, CHANGES["nothing"]):
        change(site)
        assert said(site) == said(site, is_cached=False)


def test_many_changes(site: Path) -> None:
    chance = random.Random(20)
    for _ in range(60):
        for _ in range(chance.choice((0, 1, 1, 3))):
            number = chance.randrange(7)
            page = site / f"{number}.md"
            picture = site / "public" / "images" / f"{chance.choice('123')}.png"
            what = chance.randrange(6)
            if what == 0:
                page.unlink(missing_ok=True)
            elif what == 1:
                picture.unlink(missing_ok=True)
            elif what == 2:
                picture.write_text("")
            else:
                title, about = f"Page {number}", f"About {chance.randrange(5)}."
                text = PAGE.format(title, chance.choice(TAGS), about, chance.choice("12"))
                write(page, text.replace("title", chance.choice(("title", "draft: false\ntitle"))))
        assert said(site) == said(site, is_cached=False)


def test_the_clock(site: Path) -> None:
    edit(site, "1.md", "title:", "date: 2040-06-01\ntitle:")
    for now, is_future in ((time.time(), True), (time.time() + 40 * 366 * 86400, False), (time.time(), True)):
        assert ("future-date" in {found.rule for found in said(site, now=now)}) == is_future


def test_what_holds_is_not_judged_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is it where a page has changed of which the rules have taken the same facts."""
    edit(site, "1.md", "[Rye]", "[rye]")
    first = said(site)
    assert {found.rule for found in first} >= {"tag-variant"}
    monkeypatch.setattr("mdlint.rules.tag.tag_variant.TagVariant.judge", lambda *_: pytest.fail("it was asked"))
    assert said(site) == first
    edit(site, "2.md", "Text.", "Other text.")
    assert said(site) == first


def test_it_does_not_grow_without_end(site: Path) -> None:
    sizes = []
    for number in range(40):
        edit(site, "1.md", "Text.", f"Text {number}.\nText.")
        said(site)
        (file,) = (site / FOLDER).glob("*.cache")
        sizes.append(file.stat().st_size)
    assert max(sizes) < 3 * sizes[0]
