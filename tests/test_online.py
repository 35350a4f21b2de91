"""Ask a real server on this computer; nothing here talks to another one."""

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from mdlint.online import _why, asking, unreachable


class Server(ThreadingHTTPServer):
    """Answers `/404` with that status, and counts what it is asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.silent = threading.Event()

    @property
    def start(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        server, path = self.server, self.path
        with server.lock:
            server.asked[f"{self.command} {path}"] += 1
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        self.server.silent.wait(0.005)  # so that requests at a time meet
        with server.lock:
            server.at_once -= 1  # before the answer, after which another request may come
        self.respond(path)

    def respond(self, path: str) -> None:
        if path == "/silent":
            self.server.silent.wait(20)
            return
        if path == "/no-http":
            self.wfile.write(b"SSH-2.0-OpenSSH\r\n")
            self.close_connection = True
            return
        where = {
            "/moved": "/200",
            "/moved-away": "/404",
            "/circle": "/circle",
            "/to-file": "file:///etc/passwd",
            "/to-nowhere": "http://127.0.0.1:1/x",
        }.get(path)
        if where:
            self.send_response(302)
            self.send_header("Location", where)
        elif path == "/only-get":
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(path[1:4]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.silent.set()
        server.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def ask(server: Server, *paths: str, seconds: float = 5) -> dict[str, str]:
    urls = [server.start + path for path in paths]
    found = unreachable(urls, seconds=seconds, allowed=lambda address: address == "127.0.0.1")
    return {url.removeprefix(server.start): why for url, why in found.items()}


@pytest.mark.parametrize(
    "path", ["/200", "/204", "/moved", "/only-get", "/401", "/403", "/429", "/503", "/400", "/418"]
)
def test_works_or_does_not_tell(server: Server, path: str) -> None:
    assert ask(server, path) == {}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/404", "its server answers 404 Not Found"),
        ("/410", "its server answers 410 Gone"),
        ("/500", "its server answers 500 Internal Server Error"),
        ("/599", "its server answers 599"),
        ("/moved-away", "its server answers 404 Not Found"),
        ("/to-nowhere", "its server refuses connections"),
        ("/no-http", "its server does not speak HTTP"),
    ],
)
def test_leads_nowhere(server: Server, path: str, why: str) -> None:
    assert ask(server, path) == {path: why}


def test_a_silent_server(server: Server) -> None:
    assert ask(server, "/silent", seconds=0.2) == {"/silent": "its server does not answer"}


def test_a_closed_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert unreachable([url], allowed=lambda _: True) == {url: "its server refuses connections"}


def test_no_such_host() -> None:
    """Told from the error alone: a look-up would leave this computer."""
    assert _why(socket.gaierror(socket.EAI_NONAME, "Name or service not known")) == "there is no such host"
    assert _why(socket.gaierror(socket.EAI_AGAIN, "Try again")) == "its host cannot be looked up"


def test_other_schemes_are_not_followed(server: Server) -> None:
    assert ask(server, "/to-file") == {}


def test_a_circle_ends(server: Server) -> None:
    assert ask(server, "/circle") == {}
    assert server.asked["HEAD /circle"] < 20


def test_each_url_is_asked_once_and_a_host_by_one_request_at_a_time(server: Server) -> None:
    paths = [f"/200?{number}" for number in range(20)]
    ask(server, *paths, *paths)
    assert server.asked == Counter(f"HEAD {path}" for path in paths)
    assert server.most_at_once == 1


def test_get_only_where_head_says_no(server: Server) -> None:
    ask(server, "/404", "/200")
    assert server.asked == {"HEAD /404": 1, "GET /404": 1, "HEAD /200": 1}


def test_a_busy_server_is_left_alone(server: Server) -> None:
    ask(server, "/200", "/429", "/404")
    assert server.asked == {"HEAD /200": 1, "HEAD /429": 1}


def test_a_silent_server_is_given_up(server: Server) -> None:
    paths = [f"/silent?{number}" for number in range(9)]
    with Server() as full:  # nobody takes its connections
        urls = [full.start + path for path in paths]
        found = unreachable(urls, seconds=0.1, allowed=lambda _: True)
    assert found == dict.fromkeys(urls, "its server does not answer")


def test_private_addresses_are_not_asked(server: Server) -> None:
    assert unreachable([f"{server.start}/404", server.start.replace("127.0.0.1", "localhost") + "/404"]) == {}
    assert server.asked == {}


def test_nothing_is_asked_again(server: Server) -> None:
    once = asking(lambda urls: unreachable(urls, allowed=lambda _: True))
    gone, fine = f"{server.start}/410", f"{server.start}/200"
    why = "its server answers 410 Gone"
    assert once([gone, fine]) == {gone: why}
    assert once([gone]) == {gone: why}
    assert once([fine, fine]) == {}
    assert once([]) == {}
    assert server.asked == {"HEAD /410": 1, "GET /410": 1, "HEAD /200": 1}


def test_urls_of_other_scripts(server: Server) -> None:
    ask(server, "/200/brød?q=æ b")
    assert server.asked == {"HEAD /200/br%C3%B8d?q=%C3%A6%20b": 1}
