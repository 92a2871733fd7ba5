"""Asks web servers for a file: whatever they do, whoever waits for the answer can look away at any moment."""

from __future__ import annotations

import http.client
import queue
import ssl
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPResponse

USER_AGENT = "Muwazi"
"""Says what asks, and nothing of who does, where or on what."""

SCHEMES = ("https", "http")
REDIRECTIONS = (301, 302, 303, 307, 308)
MAX_REDIRECTIONS = 5

CHUNK = 64 * 1024
"""The most bytes that are handed up at once."""

AHEAD = 8
"""The most chunks that lie ready for whoever takes them."""

TICK = 0.2
"""The seconds after which the thread looks whether it is still wanted."""


class Refused(Exception):
    """What was asked for is not to be had there, however often one asks; the reason is one English clause."""


class Broken(Exception):
    """The server was not reached, or the answer broke off; asking again may help. The reason is one English clause."""


@dataclass(frozen=True, slots=True)
class Head:
    """How an answer begins: its status and its headers, by their names in lower case, the last of each name."""

    status: int
    headers: Mapping[str, str]


class Fetch:
    """One request for one address, made by a thread of its own.

    Looking a name up, connecting and waiting for a header cannot be broken off in Python, and a server may make each
    last for ever; so it is a thread that waits for them, and one that is no longer wanted ends with the process or at
    its next byte. Redirections are followed within bounds, over http and https only, and never from https to http.
    The environment's proxies are used as urllib uses them.
    """

    def __init__(self, address: str, headers: Mapping[str, str], timeout: float) -> None:
        """``timeout`` is the seconds of silence after which the thread gives up a connection."""
        self._address = address
        self._headers = dict(headers)
        self._timeout = timeout
        self._found: queue.Queue[Head | bytes | Exception] = queue.Queue(AHEAD)
        self._unwanted = threading.Event()
        threading.Thread(target=self._run, name="fetch", daemon=True).start()

    def next(self, seconds: float) -> Head | bytes | None:
        """First the head, then the body's bytes as they come, b"" at its end; None where nothing came for that long.

        Raises Refused and Broken.
        """
        try:
            found = self._found.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(found, Exception):
            raise found
        return found

    def close(self) -> None:
        """Lets the thread know that nobody waits any longer."""
        self._unwanted.set()

    def _run(self) -> None:
        try:
            with _open(self._address, self._headers, self._timeout) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                self._hand_up(Head(response.status, headers))
                while not self._unwanted.is_set():
                    content = response.read1(CHUNK)
                    self._hand_up(content)
                    if not content:
                        break
        except Exception as error:
            self._hand_up(_worded(error))

    def _hand_up(self, item: Head | bytes | Exception) -> None:
        while not self._unwanted.is_set():
            try:
                self._found.put(item, timeout=TICK)
            except queue.Full:
                continue
            return


def host_of(address: str) -> str:
    """The host an address names, for messages; the address itself where it names none."""
    try:
        return urlsplit(address).hostname or address[:100]
    except ValueError:
        return address[:100]


def _open(address: str, headers: Mapping[str, str], timeout: float) -> HTTPResponse:
    """The answer to a GET, after redirections. Raises Refused and whatever urllib raises.

    The opener has no handler for files and FTP, and none for redirections: urllib's own reads the whole body of a
    redirection into memory.
    """
    opener = urllib.request.OpenerDirector()
    opener.add_handler(urllib.request.ProxyHandler())
    opener.add_handler(urllib.request.HTTPHandler())
    opener.add_handler(urllib.request.HTTPSHandler(context=_trusted()))
    opener.add_handler(urllib.request.UnknownHandler())  # speaks up where a proxy is of a kind unknown to urllib
    opener.addheaders = [("User-Agent", USER_AGENT)]
    _check_scheme(address, None)
    for _ in range(MAX_REDIRECTIONS + 1):
        response: HTTPResponse | None = opener.open(
            urllib.request.Request(address, headers=dict(headers)), None, timeout
        )
        if response is None:
            raise Refused("its proxy is of a kind that is not known here")
        if response.status not in REDIRECTIONS:
            return response
        response.close()
        location = response.headers.get("Location")
        if not location:
            raise Refused("it redirects to nowhere")
        goal = urljoin(address, location)
        _check_scheme(goal, address)
        address = goal
    raise Refused("it redirects without end")


def _trusted() -> ssl.SSLContext:
    """Trusts whom the machine trusts; where Python cannot find out, as in a bundle on another system, whom Mozilla
    does."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _check_scheme(address: str, before: str | None) -> None:
    scheme = urlsplit(address).scheme
    if scheme not in SCHEMES:
        raise Refused(f"its address begins with “{scheme[:20]}:” instead of “https:”")
    if before is not None and scheme == "http" and urlsplit(before).scheme == "https":
        raise Refused("it redirects from a protected connection to an open one")


def _worded(error: Exception) -> Exception:
    """What went wrong on the way, as Refused or Broken; anything else is a bug of ours and stays what it is."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, Refused | Broken):
        return cause
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Refused("its certificate cannot be trusted")
    if isinstance(cause, TimeoutError):
        return Broken("it does not answer")
    if isinstance(cause, http.client.IncompleteRead):
        return Broken("the connection was cut")
    if isinstance(cause, http.client.InvalidURL | UnicodeError):
        return Refused("its address makes no sense")
    if isinstance(cause, http.client.HTTPException):
        return Broken("its answer makes no sense")
    if isinstance(cause, OSError):
        return Broken((cause.strerror or str(cause) or type(cause).__name__).partition("\n")[0][:100])
    if isinstance(cause, str):
        return Broken(cause.partition("\n")[0][:100])
    if isinstance(cause, ValueError):  # urllib's and http.client's word for an address or an answer of nonsense
        return Refused("its address or its answer makes no sense")
    return error
