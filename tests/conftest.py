"""Expected output in files: `python -m pytest tests/reporters tests/test_docs.py --update-golden` rewrites it, to be read before it is committed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

for _variable in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
    os.environ.pop(_variable, None)  # mdlint heeds them, and what tests expect may not depend on where they run

GOLDEN = Path(__file__).parent / "golden"

# A busy machine makes no test fail.
settings.register_profile("mdlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mdlint")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected output under tests/golden and docs"
    )


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function that compares a text with the file of this name under tests/golden."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(actual.encode())
        assert actual == path.read_bytes().decode()

    return check
