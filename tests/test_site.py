"""The documentation as a site: it builds without a warning, asks nobody for anything, and says what the files say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyromark
import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("**/*.md"))
ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
FETCHED = re.compile(r"""<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=["']?((?:https?:)?//[^"' >]+)""")
BLOCKS = ("h1", "h2", "h3", "h4", "li", "table", "tr", "blockquote", "img")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def built(site: Path, page: Path) -> str:
    """The page as HTML; a README is the index of its folder."""
    path = page.relative_to(DOCS).with_suffix(".html")
    return (site / (path.with_name("index.html") if path.stem == "README" else path)).read_text(encoding="utf-8")


def test_it_fetches_nothing(site: Path) -> None:
    for page in site.glob("**/*.html"):
        assert FETCHED.findall(page.read_text(encoding="utf-8")) == [], page
    for style in site.glob("**/*.css"):
        assert not re.search(r"""(?:@import|url\()\s*["']?(?:https?:)?//""", style.read_text(encoding="utf-8")), style


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(DOCS).as_posix() for page in PAGES])
def test_a_page_has_the_same_parts_on_a_git_host(page: Path, site: Path) -> None:
    """Python-Markdown wants an empty line above lists and more indentation in them than CommonMark does."""
    article = ARTICLE.search(built(site, page))
    assert article is not None
    hosted = pyromark.html(page.read_text(encoding="utf-8"), options=pyromark.Options.ENABLE_TABLES)
    for tag in BLOCKS:
        opening = re.compile(rf"<{tag}\b")
        assert len(opening.findall(article[0])) == len(opening.findall(hosted)), tag
    assert article[0].count("<code") == hosted.count("<code")
