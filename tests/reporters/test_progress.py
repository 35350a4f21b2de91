import io

import pytest

from mdlint.reporters.progress import Progress


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def run(times: list[float]) -> str:
    """What is printed when a file is done at each of these seconds."""
    out, clock = io.StringIO(), Clock()
    with Progress(9000, out, clock) as progress:
        for done, seconds in enumerate(times, 1234):
            clock.now = 100 + seconds
            progress(done)
    return out.getvalue()


def test_nothing_in_the_first_half_second() -> None:
    assert run([0, 0.2, 0.49]) == ""


def test_the_line_is_cleared() -> None:
    line = "Checked 1,234 of 9,000 files"
    assert run([0.6]) == f"\r{line}\r{' ' * len(line)}\r"


def test_at_most_ten_times_a_second() -> None:
    assert run([0.5 + number / 100 for number in range(100)]).count("Checked") == 10


def test_the_line_is_cleared_when_the_run_is_broken_off() -> None:
    out, clock = io.StringIO(), Clock()
    with pytest.raises(KeyboardInterrupt), Progress(5, out, clock) as progress:
        clock.now += 1
        progress(1)
        raise KeyboardInterrupt
    assert out.getvalue() == "\rChecked 1 of 5 files\r" + " " * 20 + "\r"
