"""`text`: for people. A frame per finding, like rustc's and Ruff's, then a summary.

    warning[empty-description] `description` is empty
      --> posts/bread.md:3:14
      3 │ description: ''
        │              ^^
        = hint: say in one sentence what the post is about

A finding that is the same in many files is shown once, after the others, so that it does not bury them;
so is one that only differs in the field's value, in very many files.
"""

from __future__ import annotations

from typing import TextIO

from mdlint.diagnostic import Diagnostic
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.folding import Same, folded
from mdlint.reporters.frame import draw
from mdlint.reporters.screen import BOLD, FRAME, HINT, SEVERITY, Screen
from mdlint.reporters.summary import number_of, write_statistics, write_summary

_FOLD_FROM = 4
"""Files with the same finding; fewer are quickly read one by one."""
_PLACES = 3
"""Places that a folded frame names."""
_LEAST_GUTTER = 3
"""Digits of a line number, so that the frames of most files stand in one line."""
_INDENT = " " * len("  --> ")


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a frame per finding, or per rule its count."""
    screen = Screen(out, color=options.color)
    found = options.shown(report)
    if options.statistics:
        write_statistics(found, out, screen)
    else:
        # One place more than is named: a last one is not worth a number.
        singles, equal, others = folded(found, _FOLD_FROM, _PLACES + 1) if options.fold else (found, [], [])
        out.writelines(_frame(single, _place(single, screen), screen, options.width) for single in singles)
        out.writelines(
            _frame(same.first, _places(same, screen, options.width), screen, options.width)
            for same in (*equal, *others)
        )
    if not options.quiet:
        write_summary(report, out, options)


def _place(diagnostic: Diagnostic, screen: Screen) -> str:
    return f"{screen.show(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}"


def _places(same: Same, screen: Screen, width: int) -> str:
    """`in 1,711 files: a.md:9, b.md:9, c.md:9 … and 1,708 more`: each file's first place."""
    left = same.files - _PLACES
    end = f" {screen.ellipsis} and {left:,} more" if left > 1 else ""
    places = [f"{screen.show_path(path)}:{line}" for path, line in same.places[: _PLACES if end else None]]
    start = f"in {number_of(same.files, 'file')}{', each with its own value' if same.differ else ''}: "
    text = f"{start}{', '.join(places)}{end}"
    if len(text) + len(_INDENT) > width:
        return start + f",\n{_INDENT}".join(places) + end
    return text


def _frame(diagnostic: Diagnostic, place: str, screen: Screen, width: int) -> str:
    d = diagnostic
    color = SEVERITY[d.severity]
    label = screen.paint(color, f"{d.severity}[{d.rule}]")
    lines = [f"{label} {screen.paint(BOLD, screen.show_message(d.message))}"]
    digits = max(len(str(d.span.line)), _LEAST_GUTTER)
    margin = " " * digits
    lines.append(f"{margin[:-1]}{screen.paint(FRAME, '-->')} {place}")
    if d.excerpt is not None and d.excerpt.text:
        line, indent, carets = draw(d.excerpt, d.span, screen, width - digits - 3)
        bar = screen.paint(FRAME, screen.bar)
        lines.append(f"{screen.paint(FRAME, str(d.excerpt.line).rjust(digits))} {bar} {line}")
        lines.append(f"{margin} {bar} {' ' * indent}{screen.paint(color, '^' * carets)}")
    if d.hint:
        label = f"{screen.paint(FRAME, '=')} {screen.paint(HINT, 'hint:')}"
        lines.append(f"{margin} {label} {screen.show_message(d.hint)}")
    return "\n".join(lines) + "\n\n"
