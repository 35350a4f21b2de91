"""Draw `docs/terminal.svg`: what mdlint prints about `examples/site`, in the colours of a terminal.

    python docs/picture.py

`tests/test_pictures.py` fails when it differs from what this would draw.
"""

from __future__ import annotations

import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "terminal.svg"
COMMAND = ("mdlint", "examples/site")
WIDTH = 90
SHOWN = ("empty-description", "wrong-type", "placeholder-section", "impossible-date", "yaml-syntax")
"""The rules whose findings are shown; a line says how many are left out."""

THEME = TerminalTheme(
    (24, 27, 33),
    (215, 218, 224),
    [(24, 27, 33), (255, 107, 107), (126, 200, 130), (240, 196, 95), (110, 168, 254), (198, 146, 233), (94, 205, 212), (215, 218, 224)],
    [(125, 132, 145), (255, 107, 107), (126, 200, 130), (240, 196, 95), (110, 168, 254), (198, 146, 233), (94, 205, 212), (255, 255, 255)],
)  # fmt: skip
FORMAT = """\
<svg viewBox="0 0 {terminal_width} {terminal_height}" role="img" xmlns="http://www.w3.org/2000/svg">
<title>What mdlint prints about examples/site</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
{styles}
</style>
<rect fill="#181b21" width="100%" height="100%" rx="8"/>
<g transform="translate(9, 9)" class="{unique_id}-matrix">
{backgrounds}
{matrix}
</g>
</svg>
"""
"""No fonts from elsewhere: pages that show the picture ask nobody for anything."""


def picture() -> str:
    """The picture, as SVG."""
    text = Text.assemble(("$ ", "dim"), (" ".join(COMMAND), "bold"))
    text.append("\n\n")
    text.append_text(Text.from_ansi(shortened(printed())))
    console = Console(file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="standard")
    console.print(text)
    svg = console.export_svg(title="", theme=THEME, code_format=FORMAT, unique_id="mdlint", font_aspect_ratio=0.6)
    # Lines are not clipped, and need no text for their ends.
    svg = re.sub(r'<text[^>]*>\n</text>|<text[^>]*>(?:&#160;)+</text>| clip-path="[^"]*"', "", svg)
    return re.sub(r"[ \t]+$|\n(?=\n)", "", svg, flags=re.MULTILINE)


def printed() -> str:
    """What the command prints, in colour; its time is that of a picture."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", *COMMAND, "--color"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return re.sub(r" in \d+\.\d s\b", " in 0.1 s", done.stdout.decode().replace("\r\n", "\n"))


def shortened(text: str) -> str:
    """Some findings, and the summary."""
    *findings, summary = text.strip("\n").split("\n\n")
    shown = [finding for finding in findings if any(f"[{rule}]" in finding for rule in SHOWN)]
    left_out = f"\x1b[2m… and {len(findings) - len(shown)} more findings\x1b[0m"
    return "\n\n".join((*shown, left_out, summary)) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
