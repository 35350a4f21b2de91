"""PyYAML's parser, which tells one event after the other, from libyaml where that is there."""

from __future__ import annotations

import yaml

__all__ = ["Parser", "with_breaks_hidden"]

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML without libyaml: the same events, ten times slower

    class Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


def with_breaks_hidden(source: str) -> tuple[str, dict[int, str] | None]:
    """The source with stand-ins for U+0085, U+2028 and U+2029, and the table that turns them back.

    They are text like any other in YAML 1.2, but end a line, and so a value, for PyYAML.
    """
    breaks = [character for character in "\x85\u2028\u2029" if character in source]
    if not breaks:
        return source, None
    unused = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in source)
    stand_ins = list(zip(breaks, unused, strict=False))
    hidden = source.translate({ord(character): stand_in for character, stand_in in stand_ins})
    return hidden, {ord(stand_in): character for character, stand_in in stand_ins}
