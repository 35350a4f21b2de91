"""Pictures in the documentation are never stale, and ask nobody for anything."""

import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = (ROOT / "docs" / "terminal.svg").read_text(encoding="utf-8")


def text_of(svg: str) -> str:
    """The words, without the drawing, which is rich's and differs by its version."""
    return " ".join("".join(ET.fromstring(svg).itertext()).partition("$")[2].split())


def test_the_terminal_is_what_the_command_draws() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    assert text_of(script["picture"]()) == text_of(PICTURE), "run `python docs/picture.py`"
    text = text_of(PICTURE)
    for rule in script["SHOWN"]:
        assert f"[{rule}]" in text
    assert re.search(r"… and \d+ more findings", text)
    assert "Checked 5 files" in text


def test_the_terminal_needs_nothing_else() -> None:
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg\b)|@import|url\(", PICTURE) == []
