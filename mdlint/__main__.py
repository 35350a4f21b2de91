"""`python -m mdlint`, and the script `mdlint`."""

from __future__ import annotations

import sys

from mdlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
