"""Photograph `docs/audit.png`: the top of the audit page of `examples/site`.

    python docs/audit_picture.py

It needs Chromium. Fonts differ from machine to machine, so no test compares the picture with what this would make.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "audit.png"
WIDTH, HEIGHT = 1160, 1180

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "audit.html"
        command = (
            "check",
            "examples/site",
            "--isolated",
            "--exit-zero",
            "--output-format",
            "html",
            "--output-file",
            str(page),
        )
        subprocess.run([sys.executable, "-m", "mdlint", *command], cwd=ROOT, check=True)  # noqa: S603 - our own command
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        tab.screenshot(path=PICTURE)
        browser.close()
