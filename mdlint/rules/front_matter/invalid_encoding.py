from __future__ import annotations

from mdlint.rule import ReaderRule


class InvalidEncoding(ReaderRule):
    r"""The file is not UTF-8 text.

    Generators read every file as UTF-8. In another encoding (UTF-16 from an old editor, Latin-1, GBK)
    letters turn into replacement characters, or the build stops. A NUL byte is part of no text; it
    comes from a crash while the file was written. Nothing else in the file is checked.

    ## Bad
    ```md escapes
    ---
    title: Cr\xE8me br\xFBl\xE9e
    ---
    ```

    ## Good
    ```md
    ---
    title: Crème brûlée
    ---
    ```
    """

    severity = "error"
