"""Try inputs for some time; keep what fails.

    python tests/fuzz/run.py --minutes 10

An input that fails is made as small as can be and written to `tests/fuzz/corpus`, which the tests try ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.target import ANY_VARIANT, CORPUS, INPUTS, check

_ROUND = 2000


class Run:
    """A number of inputs, and the last that failed: the smallest, when a round is over."""

    def __init__(self) -> None:
        self.tried = 0
        self.failed: tuple[bytes, int] | None = None

    def round(self) -> None:
        """Try some inputs. Raises what the target raises."""

        @settings(
            max_examples=_ROUND,
            deadline=None,
            database=None,
            print_blob=False,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(INPUTS, ANY_VARIANT)
        def attempt(data: bytes, variant: int) -> None:
            self.tried += 1
            try:
                check(data, variant)
            except BaseException:
                self.failed = data, variant
                raise

        attempt()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0)
    minutes = parser.parse_args().minutes
    run = Run()
    end = time.monotonic() + minutes * 60
    found = 0
    while time.monotonic() < end:
        try:
            run.round()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            assert run.failed is not None
            data, variant = run.failed
            path = CORPUS / f"{hashlib.sha256(data).hexdigest()[:12]}-{variant}.md"
            if not path.exists():
                path.write_bytes(data)
                print(f"{path}: {type(error).__name__}: {str(error)[:300]}", flush=True)
                found += 1
    print(f"{run.tried:,} inputs in {minutes:g} minutes, {found} found")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
