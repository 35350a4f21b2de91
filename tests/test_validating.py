"""The extension is imported without its package, and is the same to those who import that."""

import subprocess
import sys

import pytest

USE = """
try:
    SchemaValidator({"type": "int"}).validate_python("x")
except ValidationError as error:
    assert error.errors(include_url=False)[0]["type"] == "int_parsing"
"""
MODEL = """
import pydantic, pydantic_core
assert pydantic_core.ValidationError is ValidationError
class Loaf(pydantic.BaseModel):
    grams: int
try:
    Loaf(grams="many")
except ValidationError as error:
    assert error.errors()[0]["type"] == "int_parsing"
else:
    raise AssertionError
assert Loaf(grams="5").grams == 5
"""
OURS = "import sys\nfrom mdlint.validating import SchemaValidator, ValidationError\n"
CASES = {
    "without the package": OURS + USE + "assert not {'pydantic', 'pydantic_core'} & sys.modules.keys()",
    "before the package": OURS + USE + MODEL + USE,
    "after the package": "import pydantic_core\n" + OURS + USE + MODEL,
    "where it is not found": "import sys\nfrom importlib.machinery import PathFinder\nreal = PathFinder.find_spec\n"
    "PathFinder.find_spec = lambda name, path=None, target=None: None if name.endswith('._pydantic_core') and "
    "sys._getframe(1).f_code.co_name == '_extension' else real(name, path, target)\n" + OURS + USE + MODEL,
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES)
def test_validates(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
