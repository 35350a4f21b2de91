"""Ask servers whether URLs lead anywhere. Used only by a run that was told on the command line to go online.

Only what is public is asked: a URL that someone wrote into a Markdown file must not make a build server talk to
its own network. Each URL is asked once, each host by one request at a time. Nothing is downloaded but headers.
"""

from __future__ import annotations

import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

_SECONDS = 10.0
_WORKERS = 8
_MOST_FAILURES = 3
"""Times that a host may not be reached before it is left alone."""
_GONE = frozenset((404, 410))
_TRY_GET = frozenset((400, 403, 404, 405, 406, 410, 500, 501, 502, 503, 504))
"""Answers to HEAD after which some servers answer GET well."""
_LEAVE_ALONE = frozenset((429, 503))
_HEADERS = {"User-Agent": "mdlint (checks links in front matter)", "Accept": "*/*"}


class _PrivateAddressError(OSError):
    """The host is not on the public network."""


def unreachable(
    urls: Sequence[str], *, seconds: float = _SECONDS, allowed: Callable[[str], bool] | None = None
) -> dict[str, str]:
    """Per URL that leads nowhere, why. Others work, could not be asked, or their servers would not tell.

    seconds: how long a server may be silent. allowed: whether an IP address may be asked; by default public ones.
    """
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for group in by_host.values():
        waiting.put(group)
    answers: queue.SimpleQueue[dict[str, str]] = queue.SimpleQueue()

    def work() -> None:
        opener = _opener(allowed or _is_public)
        while True:
            try:
                group = waiting.get_nowait()
            except queue.Empty:
                return
            answers.put(_asked(group, opener, seconds))

    # Daemons: a user who interrupts the run does not wait for servers.
    for _ in range(min(_WORKERS, len(by_host))):
        threading.Thread(target=work, daemon=True).start()
    found: dict[str, str] = {}
    for _ in by_host:
        found.update(answers.get())
    return found


def asking(
    ask: Callable[[Sequence[str]], Mapping[str, str]] = unreachable,
) -> Callable[[Sequence[str]], Mapping[str, str]]:
    """`unreachable`, of which no URL is asked twice."""
    asked: set[str] = set()
    found: dict[str, str] = {}

    def ask_once(urls: Sequence[str]) -> Mapping[str, str]:
        found.update(ask([url for url in urls if url not in asked]))
        asked.update(urls)
        return {url: found[url] for url in urls if url in found}

    return ask_once


def _asked(urls: Iterable[str], opener: urllib.request.OpenerDirector, seconds: float) -> dict[str, str]:
    """What one host's URLs lead to, asked one after the other."""
    found: dict[str, str] = {}
    failures = 0
    left = iter(urls)
    for url in left:
        status, why = _ask(url, opener, seconds)
        if status in _LEAVE_ALONE:
            return found
        if why:
            found[url] = why
        failures = failures + 1 if why and status is None else 0
        if failures == _MOST_FAILURES:
            found.update(dict.fromkeys(islice(left, None), why))
    return found


def _ask(url: str, opener: urllib.request.OpenerDirector, seconds: float) -> tuple[int | None, str]:
    """The status of a URL, None where there is no answer, and what is wrong with it, if anything is."""
    status, why = _request("HEAD", url, opener, seconds)
    if status in _TRY_GET:
        status, why = _request("GET", url, opener, seconds)
    return status, why


def _request(method: str, url: str, opener: urllib.request.OpenerDirector, seconds: float) -> tuple[int | None, str]:
    try:
        request = urllib.request.Request(_ascii(url), headers=_HEADERS, method=method)  # noqa: S310 - only HTTP has a handler
        with opener.open(request, timeout=seconds) as answer:
            return answer.status, ""
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, _why_status(error.code)
    except urllib.error.URLError as error:
        return None, _why(error.reason)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return None, _why(error)


def _why_status(code: int) -> str:
    """What an answer says of a URL; servers that refuse a program, or are busy, say nothing of it."""
    if code not in _GONE and not (code >= 500 and code not in _LEAVE_ALONE and code < 600):
        return ""
    return f"its server answers {code} {http.client.responses.get(code, '')}".rstrip()


def _why(error: object) -> str:
    if isinstance(error, (_PrivateAddressError, ValueError)):
        return ""
    if isinstance(error, socket.gaierror):
        return "there is no such host" if error.errno != socket.EAI_AGAIN else "its host cannot be looked up"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "its server does not answer"
    if isinstance(error, ConnectionRefusedError):
        return "its server refuses connections"
    if isinstance(error, OSError):
        return f"its server cannot be reached: {(error.strerror or str(error)).lower()}"
    return "its server does not speak HTTP"


def _ascii(url: str) -> str:
    """A URL as it travels. Raises ValueError for one that cannot."""
    scheme, netloc, path, query, _ = urlsplit(url)
    if not netloc.isascii():
        netloc = netloc.encode("idna").decode()
    safe = "%/:=&?~+!$,;'@()*[]"
    return urlunsplit((scheme, netloc, quote(path, safe=safe), quote(query, safe=safe), ""))


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _opener(allowed: Callable[[str], bool]) -> urllib.request.OpenerDirector:
    """What opens HTTP and HTTPS only, follows redirections, honours proxies, and talks to allowed addresses only."""

    class Guarded(http.client.HTTPConnection):
        behind_proxy = False

        def connect(self) -> None:
            super().connect()
            # Looked at once the connection stands, so that no name can lead elsewhere in between. Nothing has been sent.
            if not self.behind_proxy and not allowed(self.sock.getpeername()[0]):
                self.close()
                raise _PrivateAddressError

    class GuardedTls(http.client.HTTPSConnection, Guarded):
        pass

    class ByProxy(Guarded):
        behind_proxy = True

    class ByProxyTls(GuardedTls):
        behind_proxy = True

    class Handler(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
        def http_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(ByProxy if req.has_proxy() else Guarded, req)

        def https_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(ByProxyTls if _tunnels(req) else GuardedTls, req, context=context)

    context = ssl.create_default_context()
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        Handler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _tunnels(request: urllib.request.Request) -> bool:
    return bool(getattr(request, "_tunnel_host", None))
