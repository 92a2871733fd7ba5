"""A web server on loopback that behaves as badly as a test asks it to."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

Answer = "Callable[[Request], None]"


class Request(BaseHTTPRequestHandler):
    """One request, with the ways of answering it that tests put together."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.close_connection = True
        with self.server.noting:
            self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answers = self.server.pages.get(self.path.partition("?")[0], [missing])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
        answer(self)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""

    @property
    def start(self) -> int:
        """The first byte that is asked for."""
        return int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))

    def head(self, status: int, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def head_of(self, content: bytes, *, etag: str | None = '"one"', ranges: bool = True) -> bytes:
        """Sends the head of an honest answer, and gives the bytes that should follow."""
        tag = {"ETag": etag} if etag else {}
        fresh = self.headers.get("If-Range") in (None, etag)
        if not (ranges and fresh and "Range" in self.headers):
            self.head(200, Content_Length=len(content), **tag)
            return content
        if self.start >= len(content):
            self.head(416, Content_Length=0, Content_Range=f"bytes */{len(content)}", **tag)
            return b""
        rest = content[self.start :]
        span = f"bytes {self.start}-{len(content) - 1}/{len(content)}"
        self.head(206, Content_Length=len(rest), Content_Range=span, **tag)
        return rest

    def send(self, content: bytes) -> None:
        self.wfile.write(content)

    def wait(self) -> None:
        """Says nothing more until the test is over."""
        self.server.over.wait(30)

    def cut(self) -> None:
        """Breaks the connection off as a lost one is."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


def missing(request: Request) -> None:
    request.head(404, Content_Length=0)


class Server(ThreadingHTTPServer):
    """``pages`` maps a path to its answers, one after the other, the last for ever; ``asked`` is what was asked for."""

    daemon_threads = True

    def __init__(self, protection: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.scheme = "http"
        if protection is not None:
            self.scheme = "https"
            self.socket = protection.wrap_socket(self.socket, server_side=True)
        self.pages: dict[str, list[Callable[[Request], None]]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.noting = threading.Lock()
        self.over = threading.Event()

    def address(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what many tests are about."""


@dataclass(frozen=True)
class Closed:
    """An address at which nobody listens."""

    port: int = field(default_factory=lambda: _free_port())

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(protection: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for the length of a test; with ``protection``, over https."""
    with Server(protection) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
