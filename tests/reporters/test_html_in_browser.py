"""The audit page in a real browser, opened as a file."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from mdlint.report import Report
from tests.reporters.pages import SITE, generated, page_of, report_of
from tests.reporters.test_golden import REPORT

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
PAGES: dict[str, Report] = {
    "site": report_of(SITE),
    "hostile": REPORT.replace(overviews=report_of(SITE).overviews),
    "wide": generated(60, "面包" * 90),
    "long words": generated(60, "bread" * 60),
    "nothing": Report(0, ()),
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        assert not os.environ.get("CI"), f"none of {', '.join(NAMES)} is installed, and no test is left out in CI"
        pytest.skip(f"none of {', '.join(NAMES)} is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


Opening = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opening]:
    """A function that opens a page, and holds in the end that it was silent and asked for nothing."""
    said: list[str] = []
    contexts = []

    def opening(report: Report, width: int = 1280, *, fragment: str = "", **given: Any) -> Page:
        file = tmp_path / "the audit 面包.html"
        file.write_text(page_of(report), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, **given)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        address = file.as_uri()
        page.on("request", lambda one: None if one.url.startswith((address, "data:")) else said.append(one.url))
        page.goto(address + fragment)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize("width", [380, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out(opened: Opening, name: str, width: int) -> None:
    page = opened(PAGES[name], width)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        for _ in ("folded", "open"):
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate(OPEN_ALL)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["site", "hostile"])
def test_accessible_and_of_enough_contrast(opened: Opening, name: str, theme: str) -> None:
    page = opened(PAGES[name], color_scheme=theme)
    page.evaluate(OPEN_ALL)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = Axe().run(page, options={"runOnly": tags})
    assert [one for one in result.response["passes"] if one["id"] == "color-contrast"]
    assert result.violations_count == 0, result.generate_report()


def shown(page: Page) -> list[str]:
    """The places of the findings that are to be seen, all folds open."""
    page.evaluate(OPEN_ALL)
    texts = page.locator("#findings .path").filter(visible=True).all_inner_texts()
    return sorted(re.sub(r":\d+:\d+$", "", text).rpartition("/")[2].removesuffix(".md") for text in texts)


ALL = ["README", "barley", "emmer", "emmer", "rye", "spelt", "面包", "面包"]


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({}, ALL),
        ({"text": "TODO"}, ["emmer"]),
        ({"text": "  template's   KEY1 "}, ["spelt", "面包"]),
        ({"text": "numbered spelt"}, ["spelt"]),
        ({"text": "面包"}, ["面包", "面包"]),
        ({"text": "no such thing"}, []),
        ({"rule": "numbered-placeholder"}, ["spelt", "面包"]),
        ({"folder": "notes/"}, ["barley", "spelt"]),
        ({"rule": "numbered-placeholder", "folder": "blog/"}, ["面包"]),
        ({"severity": ["error"]}, ["emmer", "spelt", "面包"]),
        ({"severity": ["error", "warning", "info"]}, []),
    ],
    ids=str,
)
def test_filters(opened: Opening, fields: dict[str, Any], left: list[str]) -> None:
    """`severity` names those that are taken out."""
    page = opened(PAGES["site"])
    page.fill("[name=text]", fields.get("text", ""))
    for name in ("rule", "folder"):
        if name in fields:
            page.select_option(f"[name={name}]", label=fields[name])
    for severity in fields.get("severity", ()):
        page.uncheck(f"[name=severity][value={severity}]")
    counted = "8 findings" if left == ALL else f"{len(left)} of 8 findings"
    page.locator("#shown", has_text=re.compile(f"^{counted}$")).wait_for()
    assert shown(page) == left
    assert page.locator("#nothing").is_visible() is not bool(left)
    page.click("text=Show all")
    page.locator("#shown", has_text=re.compile("^8 findings$")).wait_for()
    assert shown(page) == ALL


def test_a_folder_s_link_filters(opened: Opening) -> None:
    page = opened(PAGES["site"])
    page.click("#folders a:text-is('notes/')")
    page.locator("#shown", has_text="2 of 8 findings").wait_for()
    assert shown(page) == ["barley", "spelt"]


def test_a_rule_s_link_opens_its_findings(opened: Opening) -> None:
    page = opened(PAGES["site"])
    page.fill("[name=text]", "no such thing")
    page.locator("#nothing").wait_for()
    page.click("#rules a[href='#rule-invalid-value']")
    page.locator("#rule-invalid-value").wait_for()
    assert opened(PAGES["site"], fragment="#rule-empty-description").locator("#rule-empty-description").is_visible()


def test_of_a_cut_list_everything_is_counted(opened: Opening) -> None:
    page = opened(generated(5000, "of the bread " * 12))
    assert page.inner_text("#shown") == "5,000 findings"
    page.fill("[name=text]", "field4999")
    page.locator("#shown", has_text=re.compile("^[01] of 5,000 findings$")).wait_for()


def test_the_theme_is_the_system_s_until_another_is_chosen(opened: Opening) -> None:
    page = opened(PAGES["site"], color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="light")
    page.click("#theme")
    assert page.evaluate(ground) == dark


def test_without_javascript(opened: Opening) -> None:
    page = opened(PAGES["site"], 380, java_script_enabled=False)
    assert not page.locator("#filter").is_visible()
    assert not page.locator("#theme").is_visible()
    rule = page.locator(".rule", has_text="impossible-date")
    rule.locator("summary").first.click()
    rule.locator(".group summary").click()
    assert "pubDate: 2024-02-31" in rule.locator("pre").inner_text()


def test_printed_it_has_no_controls(opened: Opening) -> None:
    page = opened(PAGES["site"])
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert page.locator("#findings-title").is_visible()
