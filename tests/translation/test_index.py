"""The list of models is fetched when asked for, bounded, checked entry by entry, and kept with its date."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from web_server import Closed, Request, Server, serving

from reader.errors import DownloadError
from reader.model import EngineName, Offer
from reader.settings import PUBLISHED_MODELS
from reader.translation.index import MAX_INDEX, fetch_offers, find_offer, kept_offers
from reader.wording import sentences as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENTRY = {
    "package_version": "1.0",
    "argos_version": "1.0",
    "from_code": "ar",
    "from_name": "Arabic",
    "to_code": "en",
    "to_name": "English",
    "links": ["https://example.org/v1/translate-ar_en-1_0.argosmodel"],
}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "offers.json"


def listing(content: object) -> Callable[[Request], None]:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()

    def answer(request: Request) -> None:
        request.head(200, Content_Length=len(body))
        request.send(body)

    return answer


def offers_of(server: Server, cache: Path, *entries: object) -> list[Offer]:
    server.pages["/index.json"] = [listing(list(entries))]
    return fetch_offers(server.address("/index.json"), cache)


def test_the_default_address_is_argos_translate_s_own(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    import subprocess
    import sys

    code = "from argostranslate import settings; print(settings.package_index + 'index.json')"
    own = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert own.stdout.strip() == PUBLISHED_MODELS


def test_offers_are_read_sorted_and_kept_with_their_date(server: Server, cache: Path) -> None:
    found = offers_of(
        server,
        cache,
        {**ENTRY, "package_version": "1.9"},
        {**ENTRY, "package_version": "1.10", "size": 5, "sha256": "AB" * 32},
        {**ENTRY, "from_code": "ab"},
    )
    link = ENTRY["links"][0]
    assert found == [
        Offer("ab_en", "1.0", "ab", "en", EngineName.ARGOS, (link,)),
        Offer("ar_en", "1.10", "ar", "en", EngineName.ARGOS, (link,), 5, "ab" * 32),
        Offer("ar_en", "1.9", "ar", "en", EngineName.ARGOS, (link,)),
    ]
    kept = kept_offers(server.address("/index.json"), cache)
    assert kept is not None and list(kept.offers) == found
    assert abs(datetime.now(UTC) - datetime.fromisoformat(kept.fetched)) < timedelta(minutes=5)
    assert kept_offers(server.address("/another.json"), cache) is None
    assert [path for path, _ in server.asked] == ["/index.json"]
    assert [file.name for file in cache.parent.iterdir()] == ["offers.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"address": 1}', "null", "[" * 10**5, '{"address": "X", "fetched": 5}']
)
def test_a_kept_list_of_nonsense_is_none(cache: Path, content: str) -> None:
    assert kept_offers("X", cache) is None
    cache.parent.mkdir()
    cache.write_text(content)
    assert kept_offers("X", cache) is None


@pytest.mark.parametrize(
    "change",
    [
        {"from_code": None}, {"from_code": "../.."}, {"to_code": 5}, {"package_version": ""}, {"package_version": 1.0},
        {"package_version": "1/../../x"}, {"type": "sbd"}, {"links": []}, {"links": None}, {"links": "https://x/y"},
        {"links": ["file:///etc/passwd", "ftp://x/y", "ipfs://x", "data:,x", "javascript:x", 5, None]},
        {"links": ["https://x/a b", "https://x/\r\nHost: y", "https://[x", "https://x/" + "y" * 5000]},
    ],
)  # fmt: skip
def test_entries_that_make_no_sense_are_passed_over(server: Server, cache: Path, change: dict[str, Any]) -> None:
    found = offers_of(server, cache, {**ENTRY, **change}, [], "x", None, {**ENTRY, "from_code": "fa"})
    assert [offer.name for offer in found] == ["fa_en"]


def test_figures_that_make_no_sense_are_left_out(server: Server, cache: Path) -> None:
    (offer,) = offers_of(server, cache, {**ENTRY, "size": -1, "sha256": "short"})
    assert (offer.size, offer.sha256) == (None, None)


def test_links_may_be_relative_to_the_list(server: Server, cache: Path) -> None:
    (offer,) = offers_of(server, cache, {**ENTRY, "links": ["translate.argosmodel", "ipfs://x", "/a", "/a"]})
    assert offer.links == (server.address("/translate.argosmodel"), server.address("/a"))


def endless(request: Request) -> None:
    request.head(200)
    while not request.server.over.is_set():
        request.send(b"[" * 2**16)


def half(request: Request) -> None:
    request.head(200, Content_Length=5000)
    request.send(b"[")


BAD: dict[str, tuple[Callable[[Request], None], str, str]] = {
    "garbage": (listing(bytes(range(256)) * 10), "index.nonsense", "it is not JSON"),
    "a web page": (listing(b"<!DOCTYPE html>"), "index.nonsense", "it is not JSON"),
    "deep": (listing(b"[" * 10**6), "index.nonsense", "it is not JSON"),
    "an object": (listing({"x": 1}), "index.nonsense", "it offers nothing"),
    "an empty list": (listing([]), "index.nonsense", "it offers nothing"),
    "nothing": (listing(b""), "index.nonsense", "it is not JSON"),
    "too long": (listing(b" " * (MAX_INDEX + 1)), "index.nonsense", "it is too long"),
    "endless": (endless, "index.nonsense", "it is too long"),
    "half": (half, "download.unreachable", "the connection was cut"),
    "not there": (lambda request: request.head(404, Content_Length=0), "download.refused", "it answers 404"),
    "in trouble": (lambda request: request.head(500, Content_Length=0), "download.refused", "it answers 500"),
    "silent": (Request.wait, "download.unreachable", "it does not answer"),
    "elsewhere": (
        lambda request: request.head(302, Location="file:///etc/passwd", Content_Length=0),
        "download.refused",
        "its address begins with “file:” instead of “https:”",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_list_is_refused_in_one_line_and_the_kept_one_stays(server: Server, cache: Path, name: str) -> None:
    offers_of(server, cache, ENTRY)
    before = cache.read_bytes()
    answer, code, reason = BAD[name]
    server.pages["/index.json"] = [answer]
    with pytest.raises(DownloadError) as caught:
        fetch_offers(server.address("/index.json"), cache, deadline=1.0)
    assert (caught.value.code, caught.value.data["reason"]) == (code, reason)
    what, mend = wording(caught.value)
    assert "\n" not in what + mend and "127.0.0.1" in what
    assert cache.read_bytes() == before
    assert [file.name for file in cache.parent.iterdir()] == ["offers.json"]


def test_without_a_network_one_line_says_so(cache: Path) -> None:
    with pytest.raises(DownloadError) as caught:
        fetch_offers(Closed().address("/index.json"), cache)
    assert caught.value.code == "download.unreachable"
    assert not cache.exists()


def test_a_list_that_cannot_be_kept_is_given_all_the_same(server: Server, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert offers_of(server, tmp_path / "taken" / "offers.json", ENTRY)


def test_an_offer_is_found_by_its_languages(server: Server, cache: Path) -> None:
    found = offers_of(server, cache, ENTRY, {**ENTRY, "package_version": "1.10"}, {**ENTRY, "package_version": "1.9"})
    for pair in ("ar-en", "ar_en", "AR-en"):
        offer = find_offer(found, pair)
        assert offer is not None and offer.version == "1.10"
    assert find_offer(found, "en-ar") is None
