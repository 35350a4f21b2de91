"""`python -m mdlint`, and the script `mdlint`."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import threading

from mdlint import cli


def main() -> None:
    """Run the command line of this process, and end it."""
    code = cli.main()
    if threading.active_count() == 1:
        # Python would take apart every object of the run before it ends, which takes a tenth of a short run's time.
        atexit._run_exitfuncs()  # noqa: SLF001 - what Python does first at its end
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
