from tests.cli.conftest import mdlint

__all__ = ["mdlint"]
