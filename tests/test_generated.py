"""Generated files are never stale."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GENERATED = {
    path.relative_to(ROOT).as_posix(): content
    for path, content in runpy.run_path(str(ROOT / "docs" / "generate.py"))["generated"]()
}


@pytest.mark.parametrize(("path", "content"), GENERATED.items(), ids=list(GENERATED))
def test_is_what_the_command_writes(path: str, content: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == content, "run `python docs/generate.py`"


def test_there_are_no_others() -> None:
    present = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert present == {path for path in GENERATED if path.startswith("docs/rules/")}
