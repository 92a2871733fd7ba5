"""A download brings the package whole, or says in one line why not, whatever a real server on loopback does."""

from __future__ import annotations

import hashlib
import os
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_server import Closed, Request, Server, missing, serving

from reader.errors import DownloadError
from reader.model import EngineName, Offer, Progress
from reader.translation import download as downloads
from reader.translation.download import Limits, download
from reader.translation.fetching import USER_AGENT
from reader.wording import sentences as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUICK = Limits(stall_seconds=20, pause=0.01, tick=0.02, spare=0, most=8 * 2**20)
IMPATIENT = replace(QUICK, stall_seconds=0.5)
"""For servers that say nothing more; on a busy machine it may take an honest one for such, so nothing is counted."""

MIDDLE = 1_000_000


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def content(small_package: Path) -> bytes:
    return small_package.read_bytes()


@pytest.fixture
def offer(server: Server) -> Offer:
    return Offer("ar_en", "0.1", "ar", "en", EngineName.ARGOS, (server.address("/package"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "downloads"


def fetched(offer: Offer, folder: Path, limits: Limits = QUICK) -> Path:
    """Downloads to the end, checking the laws of progress on the way; the file."""
    *steps, last = download(offer, folder, limits)
    assert isinstance(last, Path)
    for step in steps:
        assert isinstance(step, Progress) and step.link in offer.links
        assert step.done >= 0 and (step.total is None or step.done <= step.total)
        assert step.speed >= 0 and (step.seconds_left is None or step.seconds_left >= 0)
    return last


def refusal(offer: Offer, folder: Path, limits: Limits = QUICK) -> DownloadError:
    """The error that the download ends in; one line, and no more kept than one bounded part with its note."""
    largest = 0
    with pytest.raises(DownloadError) as caught:
        for _ in download(offer, folder, limits):
            largest = max(largest, kept(folder))
    assert max(largest, kept(folder)) <= limits.most + 1000
    assert {file.name for file in folder.iterdir()} <= {"ar_en@0.1.part", "ar_en@0.1.part.json"}
    what, mend = wording(caught.value)
    assert "\n" not in what + mend and len(what + mend) < 300
    return caught.value


def kept(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir()) if folder.is_dir() else 0


def honest(content: bytes, etag: str | None = '"one"', *, ranges: bool = True) -> Callable[[Request], None]:
    return lambda request: request.send(request.head_of(content, etag=etag, ranges=ranges))


def cut_after(
    count: int, content: bytes, etag: str | None = '"one"', *, ranges: bool = True
) -> Callable[[Request], None]:
    """Declares the whole, and hangs up before its end."""
    return lambda request: request.send(request.head_of(content, etag=etag, ranges=ranges)[:count])


def reset_after(count: int, content: bytes) -> Callable[[Request], None]:
    """The same, so rudely that some of what was sent may not be heard any more."""

    def answer(request: Request) -> None:
        request.send(request.head_of(content)[:count])
        request.cut()

    return answer


def stalled_after(count: int, content: bytes) -> Callable[[Request], None]:
    def answer(request: Request) -> None:
        request.send(request.head_of(content)[:count])
        request.wait()

    return answer


def status(code: int) -> Callable[[Request], None]:
    return lambda request: request.head(code, Content_Length=0)


def ranges_asked(server: Server) -> list[str | None]:
    return [headers.get("range") for _, headers in server.asked]


def test_a_package_comes_whole_and_checked(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [honest(content)]
    steps = list(download(offer, folder, QUICK))
    assert steps[0] == Progress(0, None, 0.0, None, offer.links[0])
    last = steps[-2]
    assert isinstance(last, Progress) and (last.done, last.total) == (len(content), len(content))
    file = steps[-1]
    assert isinstance(file, Path) and file.read_bytes() == content
    downloads.discard(file)
    assert list(folder.iterdir()) == []


def test_what_is_asked_says_nothing_of_who_asks(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [honest(content)]
    fetched(offer, folder)
    ((_, headers),) = server.asked
    assert headers == {
        "host": server.address("").removeprefix("http://"),
        "user-agent": USER_AGENT,
        "accept": "*/*",
        "accept-encoding": "identity",
        "connection": "close",
    }
    assert USER_AGENT == "Muwazi"


@pytest.mark.parametrize("breaks", [cut_after, reset_after, stalled_after])
def test_a_broken_connection_is_taken_up_where_it_broke(
    server: Server, offer: Offer, folder: Path, content: bytes, breaks: Callable[..., Callable[[Request], None]]
) -> None:
    server.pages["/package"] = [breaks(MIDDLE, content), breaks(MIDDLE, content), honest(content)]
    limits = IMPATIENT if breaks is stalled_after else QUICK
    assert fetched(offer, folder, limits).read_bytes() == content
    first, *others = [headers for _, headers in server.asked]
    assert "range" not in first and len(others) >= 2
    starts = [int(one["range"].removeprefix("bytes=").removesuffix("-")) for one in others if "range" in one]
    assert starts == sorted(starts) and all(0 < start <= 2 * MIDDLE for start in starts)
    assert starts or breaks is reset_after
    assert all(one["if-range"] == '"one"' for one in others if "range" in one)


def test_without_any_mark_the_length_and_the_final_check_must_do(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [cut_after(MIDDLE, content, None), honest(content, None)]
    assert fetched(offer, folder).read_bytes() == content
    assert ranges_asked(server)[1] is not None
    assert "if-range" not in server.asked[1][1]


def test_a_server_that_ignores_ranges_begins_anew(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [cut_after(MIDDLE, content, ranges=False), honest(content, ranges=False)]
    assert fetched(offer, folder).read_bytes() == content
    assert len(server.asked) == 2


def test_one_that_ignores_ranges_and_always_breaks_is_given_up(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [cut_after(MIDDLE, content, ranges=False)]
    assert refusal(offer, folder).code == "download.broken"
    assert len(server.asked) <= 6


def test_a_file_that_changed_in_between_is_begun_anew(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    other = content[:MIDDLE].replace(b"\0", b"\1") + b"x" * 1000
    server.pages["/package"] = [cut_after(MIDDLE, other, '"old"'), honest(content, '"new"')]
    assert fetched(offer, folder).read_bytes() == content


def test_a_server_that_joins_two_files_without_a_word_is_found_out(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    other = bytes(len(content))
    server.pages["/package"] = [cut_after(MIDDLE, other, None), honest(content, None), honest(content, None)]
    assert fetched(offer, folder).read_bytes() == content
    assert [asked is None for asked in ranges_asked(server)] == [True, False, True]


@pytest.mark.parametrize(
    "span",
    ["bytes 0-99/3000000", "bytes 5-", "nonsense", "bytes */5", f"bytes {'9' * 5000}-1/2", "bytes 1-2/1"],
)
def test_a_part_that_was_not_asked_for_is_not_taken(
    server: Server, offer: Offer, folder: Path, content: bytes, span: str
) -> None:
    def wrong(request: Request) -> None:
        request.head(206, Content_Length=100, Content_Range=span, ETag='"one"')
        request.send(b"x" * 100)

    server.pages["/package"] = [cut_after(MIDDLE, content), wrong, honest(content)]
    assert fetched(offer, folder).read_bytes() == content


def test_what_is_complete_already_is_not_fetched_again(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [honest(content)]
    fetched(offer, folder)
    assert fetched(offer, folder).read_bytes() == content
    assert len(server.asked) == 1


def test_a_server_that_declares_too_much_is_believed_when_it_says_that_was_all(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    def boasting(request: Request) -> None:
        request.head(200, Content_Length=len(content) + 500, ETag='"one"')
        request.send(content)

    server.pages["/package"] = [boasting, honest(content)]
    assert fetched(offer, folder).read_bytes() == content
    assert ranges_asked(server) == [None, f"bytes={len(content)}-"]


def test_a_cancelled_download_is_taken_up_later(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [stalled_after(MIDDLE, content), honest(content)]
    with closing(download(offer, folder, QUICK)) as steps:
        for step in steps:
            if isinstance(step, Progress) and step.done == MIDDLE:
                break
    assert (folder / "ar_en@0.1.part").read_bytes() == content[:MIDDLE]
    assert fetched(offer, folder).read_bytes() == content
    assert ranges_asked(server) == [None, f"bytes={MIDDLE}-"]


def test_cancelling_waits_for_no_server(server: Server, offer: Offer, folder: Path) -> None:
    server.pages["/package"] = [Request.wait]
    with closing(download(offer, folder, Limits())) as steps:
        assert isinstance(next(steps), Progress)
        assert isinstance(next(steps), Progress)
    assert list(folder.iterdir()) == []


def test_the_next_link_is_tried_where_one_fails(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/garbage"] = [honest(b"<html>no such package</html>" * 500)]
    server.pages["/cut"] = [cut_after(MIDDLE, content), status(503)]
    server.pages["/package"] = [honest(content)]
    links = ("/none", "/garbage", "/cut", "/package")
    many = replace(offer, links=(Closed().address("/x"), *map(server.address, links)))
    assert fetched(many, folder).read_bytes() == content
    path, headers = server.asked[-1]
    assert path == "/package"
    # What the link before it brought is not thrown away: the length is the same, and the final check knows the rest.
    assert int(headers["range"].removeprefix("bytes=").removesuffix("-")) > 0 and "if-range" not in headers


@pytest.mark.parametrize("code", [500, 502, 503, 429, 408])
def test_a_server_in_trouble_is_asked_again(
    server: Server, offer: Offer, folder: Path, content: bytes, code: int
) -> None:
    server.pages["/package"] = [status(code), status(code), honest(content)]
    assert fetched(offer, folder).read_bytes() == content


def redirect(place: str, code: int = 302) -> Callable[[Request], None]:
    return lambda request: request.head(code, Location=place, Content_Length=0)


def test_redirections_are_followed_with_the_range_asked_for(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [redirect("/second", 301)]
    server.pages["/second"] = [redirect("third?x=1", 307)]
    server.pages["/third"] = [cut_after(MIDDLE, content), honest(content)]
    assert fetched(offer, folder).read_bytes() == content
    assert [path for path, _ in server.asked] == ["/package", "/second", "/third?x=1"] * 2
    assert server.asked[-1][1]["range"] == server.asked[-3][1]["range"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for loopback, with its key, that nobody trusts."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate with")
    path = tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-nodes", "-days", "1", "-newkey", "rsa:2048", *subject]
    subprocess.run([*command, "-keyout", path, "-out", f"{path}.own"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.own").read_bytes())
    return path


@pytest.fixture
def protected(certificate: Path) -> Iterator[Server]:
    """A server over https."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with serving(context) as server:
        yield server


def test_a_server_that_nobody_vouches_for_is_refused(
    protected: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    protected.pages["/package"] = [honest(content)]
    error = refusal(replace(offer, links=(protected.address("/package"),)), folder)
    assert error.data["reason"] == "its certificate cannot be trusted"
    assert list(folder.iterdir()) == []


def test_a_protected_connection_stays_one(
    protected: Server, certificate: Path, server: Server, offer: Offer, folder: Path, content: bytes, monkeypatch: Any
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server.pages["/package"] = [honest(content)]
    protected.pages["/open"] = [redirect(server.address("/package"))]
    protected.pages["/package"] = [redirect("/second")]
    protected.pages["/second"] = [cut_after(MIDDLE, content), honest(content)]
    error = refusal(replace(offer, links=(protected.address("/open"),)), folder)
    assert error.data["reason"] == "it redirects from a protected connection to an open one"
    assert server.asked == []
    # The other way round is fine.
    server.pages["/up"] = [redirect(protected.address("/package"))]
    assert fetched(replace(offer, links=(server.address("/up"),)), folder).read_bytes() == content


def test_the_environment_s_proxy_is_asked_and_none_where_it_says_so(
    server: Server, offer: Offer, folder: Path, content: bytes, monkeypatch: Any
) -> None:
    monkeypatch.setenv("http_proxy", server.address(""))
    far = replace(offer, links=("http://models.invalid/package",))
    server.pages["http://models.invalid/package"] = [honest(content)]
    assert fetched(far, folder).read_bytes() == content
    assert [path for path, _ in server.asked] == ["http://models.invalid/package"]
    downloads.discard(folder / "ar_en@0.1.part")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.pages["/package"] = [honest(content)]
    fetched(offer, folder)
    assert [path for path, _ in server.asked][1:] == ["/package"]
    downloads.discard(folder / "ar_en@0.1.part")
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    assert refusal(far, folder).data["reason"] == "unknown url type: socks5"


def drip(interval: float, content: bytes, head: Callable[[Request], object]) -> Callable[[Request], None]:
    def answer(request: Request) -> None:
        head(request)
        for byte in content:
            if request.server.over.wait(interval):
                return
            request.send(bytes([byte]))

    return answer


def without_end(request: Request) -> None:
    request.head(200)
    while not request.server.over.is_set():
        request.send(bytes(2**16))


def chunks_without_end(request: Request) -> None:
    request.head(200, Transfer_Encoding="chunked")
    while not request.server.over.is_set():
        request.send(b"10000\r\n" + bytes(2**16) + b"\r\n")


def redirection_with_an_endless_body(request: Request) -> None:
    request.head(302, Location="/package")
    for _ in range(40):
        request.send(bytes(2**16))


def raw(answer: bytes) -> Callable[[Request], None]:
    return lambda request: request.send(answer)


def zipped(*names: str) -> bytes:
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return buffer.getvalue()


LENGTH = {"Content_Length": 1000}
LIARS: dict[str, tuple[Callable[[Request], None], str]] = {
    "not there": (missing, "refused"),
    "gone": (status(410), "refused"),
    "forbidden": (status(403), "refused"),
    "teapot": (status(418), "refused"),
    "no content": (status(204), "refused"),
    "always in trouble": (status(500), "unreachable"),
    "says nothing": (Request.wait, "unreachable"),
    "hangs up": (Request.cut, "unreachable"),
    "speaks another language": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "unreachable"),
    "header without end": (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 2**20), "unreachable"),
    "thousand headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n"), "unreachable"),
    "head in drops": (drip(0.03, b"HTTP/1.1 200 OK\r\nX: " + b"y" * 900, lambda request: None), "unreachable"),
    "body in drops": (drip(0.03, b"y" * 900, lambda request: request.head(200, **LENGTH)), "broken"),
    "redirects to itself": (redirect("/package"), "refused"),
    "redirects for ever": (lambda request: redirect(f"/package?{time.monotonic_ns()}")(request), "refused"),
    "redirects to a file": (redirect("file:///etc/passwd"), "refused"),
    "redirects to ftp": (redirect("ftp://127.0.0.1/x"), "refused"),
    "redirects to nowhere": (lambda request: request.head(302, Content_Length=0), "refused"),
    "redirects to nonsense": (redirect("http://[::1"), "refused"),
    "redirects with an endless body": (redirection_with_an_endless_body, "refused"),
    "garbage": (honest(os.urandom(100_000)), "not_package"),
    "a web page": (honest(b"<!DOCTYPE html><title>Log in</title>" * 99), "not_package"),
    "nothing at all": (honest(b""), "not_package"),
    "another kind of zip": (honest(zipped("../../outside")), "not_package"),
    "without end": (without_end, "not_package"),
    "chunks without end": (chunks_without_end, "not_package"),
    "chunks of nonsense": (
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nnonsense\r\n"), "unreachable",
    ),
    "terabyte declared": (lambda request: request.head(200, Content_Length=2**40), "not_package"),
    "length of nonsense": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nnonsense"), "not_package"),
    "length of many digits": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\nx"), "not_package"),
    "encoded": (lambda request: request.head(200, Content_Encoding="gzip", Content_Length=0), "refused"),
    "range nobody asked for": (
        lambda request: request.head(206, Content_Range="bytes 0-9/10", Content_Length=10), "broken",
    ),
}  # fmt: skip


SILENT = ("says nothing", "head in drops", "body in drops")


@pytest.mark.parametrize("name", LIARS)
def test_a_lying_server_is_refused_in_one_line_and_leaves_nothing_behind(
    server: Server, offer: Offer, folder: Path, name: str
) -> None:
    answer, code = LIARS[name]
    server.pages["/package"] = [answer]
    error = refusal(offer, folder, IMPATIENT if name in SILENT else QUICK)
    assert error.code == f"download.{code}", error
    assert error.data["host"] == "127.0.0.1"
    if name != "body in drops":  # that is a part of something, as far as anybody knows
        assert list(folder.iterdir()) == []


def test_more_than_was_declared_is_cut_off(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    def generous(request: Request) -> None:
        request.head(200, Content_Length=len(content))
        request.send(content)
        request.send(b"and more" * 10_000)

    server.pages["/package"] = [generous]
    assert fetched(offer, folder).read_bytes() == content


def test_a_part_that_brings_more_than_the_whole_is_refused(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    def generous(request: Request) -> None:
        span = f"bytes {request.start}-{len(content) - 1}/{len(content)}"
        request.head(206, Content_Length=len(content) + 5, Content_Range=span, ETag='"one"')
        request.send(content[request.start :] + b"and more")

    server.pages["/package"] = [cut_after(MIDDLE, content), generous]
    assert refusal(offer, folder).code == "download.not_package"
    assert list(folder.iterdir()) == []


def test_less_than_was_declared_for_ever_is_given_up_and_kept_for_later(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [cut_after(MIDDLE, content), status(503)]
    assert refusal(offer, folder).code == "download.broken"
    assert (folder / "ar_en@0.1.part").read_bytes() == content[:MIDDLE]
    server.pages["/package"] = [honest(content)]
    assert fetched(offer, folder).read_bytes() == content


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "ftp://127.0.0.1/x", "ipfs://x", "data:,x", "/x", "http://", "http://a b/"]
)
def test_other_addresses_than_of_the_web_are_not_opened(offer: Offer, folder: Path, link: str) -> None:
    assert refusal(replace(offer, links=(link,)), folder).code in ("download.refused", "download.unreachable")
    assert list(folder.iterdir()) == []


def test_where_nobody_listens_one_line_says_so(offer: Offer, folder: Path) -> None:
    error = refusal(replace(offer, links=(Closed().address("/x"),)), folder)
    assert wording(error) == (
        "127.0.0.1 cannot be reached (Connection refused)",
        "check the connection, or install the model from a file",
    )


def test_a_checksum_is_checked(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [honest(content)]
    right = replace(offer, sha256=hashlib.sha256(content).hexdigest(), size=len(content))
    downloads.discard(fetched(right, folder))
    assert refusal(replace(offer, sha256="0" * 64), folder).data["reason"] == "its checksum is another"
    assert "bytes instead of 5" in str(refusal(replace(offer, size=5), folder).data["reason"])
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("state", ["", "[]", "{", '{"link": 1}', '{"link": "x", "total": "many"}', '{"link": "a\\nb"}'])
def test_a_part_of_which_nothing_sensible_is_known_is_begun_anew(
    server: Server, offer: Offer, folder: Path, content: bytes, state: str
) -> None:
    folder.mkdir()
    (folder / "ar_en@0.1.part").write_bytes(b"x" * 1000)
    (folder / "ar_en@0.1.part.json").write_text(state)
    server.pages["/package"] = [honest(content)]
    assert fetched(offer, folder).read_bytes() == content
    assert ranges_asked(server) == [None]


def test_two_downloads_of_one_package_do_not_meet(server: Server, offer: Offer, folder: Path, content: bytes) -> None:
    server.pages["/package"] = [stalled_after(MIDDLE, content)]
    with closing(download(offer, folder, QUICK)) as steps:
        next(steps)
        with pytest.raises(DownloadError) as caught:
            next(download(offer, folder, QUICK))
        assert caught.value.code == "download.under_way"


def test_what_broken_downloads_left_long_ago_is_cleared(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    folder.mkdir()
    for name in ("xx_yy@1.part", "xx_yy@1.part.json", "zz_yy@1.part"):
        (folder / name).write_bytes(b"x")
    for name in ("xx_yy@1.part", "xx_yy@1.part.json"):
        os.utime(folder / name, (0, 0))
    server.pages["/package"] = [honest(content)]
    fetched(offer, folder)
    assert {file.name for file in folder.iterdir()} == {"ar_en@0.1.part", "ar_en@0.1.part.json", "zz_yy@1.part"}


def test_too_little_space_is_told_before_anything_is_written(
    server: Server, offer: Offer, folder: Path, content: bytes
) -> None:
    server.pages["/package"] = [honest(content)]
    error = refusal(offer, folder, replace(QUICK, spare=shutil.disk_usage(folder.parent).free))
    assert error.code == "download.too_little_space"
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(offer: Offer, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DownloadError) as caught:
        list(download(offer, tmp_path / "taken" / "downloads", QUICK))
    assert caught.value.code == "download.cannot_write"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: that takes root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="there is no mount on this machine")
def test_a_disk_that_becomes_full_is_given_its_space_back(
    server: Server, offer: Offer, small_disk: Path, content: bytes
) -> None:
    def undeclared(request: Request) -> None:
        request.head(200)
        request.send(content)

    server.pages["/package"] = [undeclared]
    free = shutil.disk_usage(small_disk).free
    error = refusal(offer, small_disk, replace(QUICK, spare=-(2**30)))
    assert error.code == "download.disk_full"
    assert list(small_disk.iterdir()) == [] and shutil.disk_usage(small_disk).free == free
    # With room to spare demanded, it does not come to that, and what has arrived stays.
    error = refusal(offer, small_disk, replace(QUICK, spare=2**20))
    assert error.code == "download.too_little_space"
    assert 2**20 <= kept(small_disk) <= 2**20 + 2**17
    server.pages["/package"] = [honest(content)]
    assert refusal(offer, small_disk, QUICK).code == "download.too_little_space"


LINES = zipped("a", "b", "c", "d", "e")


@settings(max_examples=12)
@given(
    breaks=st.lists(
        st.tuples(
            st.sampled_from([cut_after, reset_after]),
            st.integers(0, len(LINES)),
            st.sampled_from(['"one"', '"two"', 'W/"weak"', None]),
            st.booleans(),
        ),
        max_size=4,
    ),
    restarts_later=st.booleans(),
)
def test_however_it_breaks_what_comes_in_the_end_is_the_package(
    breaks: list[tuple[Any, int, str | None, bool]], restarts_later: bool
) -> None:
    with serving() as server, tempfile.TemporaryDirectory() as name:
        answers = [
            kind(count, LINES, etag, ranges=ranges) if kind is cut_after else kind(count, LINES)
            for kind, count, etag, ranges in breaks
        ]
        server.pages["/package"] = [*answers, honest(LINES)]
        offer = Offer("ar_en", "1", "ar", "en", EngineName.ARGOS, (server.address("/package"),))
        patient = replace(QUICK, attempts=9, restarts=9, pause=0.0, worth_bytes=1)
        if restarts_later:
            with closing(download(offer, Path(name), patient)) as steps:
                for _, _ in zip(range(4), steps, strict=False):
                    pass
        assert fetched(offer, Path(name), patient).read_bytes() == LINES


def test_no_thread_is_left_waiting_once_the_server_is_gone(offer: Offer, folder: Path, content: bytes) -> None:
    with serving() as server:
        server.pages["/package"] = [stalled_after(MIDDLE, content)]
        here = replace(offer, links=(server.address("/package"),))
        with closing(download(here, folder, QUICK)) as steps:
            next(steps)
            next(steps)
        server.over.set()
        waiting = [thread for thread in threading.enumerate() if thread.name == "fetch"]
        for thread in waiting:
            thread.join(10)
    assert not any(thread.is_alive() for thread in waiting)
