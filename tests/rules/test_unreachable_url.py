import pytest

from mdlint.testing import findings

GONE = "https://bakery-site.org/gone.jpg"
FINE = "https://bakery-site.org/rye.jpg"
SAYS = {GONE: "its server answers 404 Not Found"}


def test_invalid() -> None:
    text = f"---\nimage: {FINE}\nimages:\n- {GONE}\n---\n"
    (found,) = findings("unreachable-url", text, unreachable=SAYS)
    assert found.message == "`images[0]` leads nowhere: its server answers 404 Not Found"
    assert found.span == (4, 3, 4, 3 + len(GONE))
    assert found.severity == "warning"


def test_offline() -> None:
    """Without the network nothing is said, however the rule is selected."""
    assert findings("unreachable-url", f"---\nimage: {GONE}\n---\n") == ()


def test_when_nothing_answers_one_finding_says_so() -> None:
    urls = ("https://bakery-site.org/a.jpg", "https://mill-site.org/b.jpg")
    text = "---\nimages:\n" + "".join(f"- {url}\n" for url in urls) + "---\n"
    (found,) = findings("unreachable-url", text, unreachable=dict.fromkeys(urls, "its host cannot be looked up"))
    assert found.message == "none of the 2 URLs of this run can be reached"
    answered = {urls[0]: "its host cannot be looked up", urls[1]: "its server answers 404 Not Found"}
    assert len(findings("unreachable-url", text, unreachable=answered)) == 2


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(FINE, id="reachable"),
        pytest.param("/images/gone.jpg", id="a path"),
        pytest.param("ftp://bakery-site.org/gone.jpg", id="another scheme"),
        pytest.param("https://ann:secret@bakery-site.org/gone.jpg", id="a password"),
        pytest.param("https://{{ host }}/gone.jpg", id="code"),
        pytest.param("https://[::1/gone.jpg", id="broken"),
        pytest.param("https://bakery-site.org:99999/gone.jpg", id="no port"),
        pytest.param("https://", id="no host"),
    ],
)
def test_valid(value: str) -> None:
    class Everything(dict[str, str]):
        def __contains__(self, url: object) -> bool:
            return url != FINE

        def __missing__(self, url: str) -> str:
            return "there is no such host"

    assert findings("unreachable-url", f"---\nimage: '{value}'\n---\n", unreachable=Everything()) == ()
