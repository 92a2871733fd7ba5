"""The published list of the packages that can be had: fetched when a person asks for it, kept with its date."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from reader.errors import DownloadError
from reader.model import EngineName, Offer, OfferList
from reader.translation.fetching import SCHEMES, Broken, Fetch, Head, Refused, host_of
from reader.translation.metadata import LANGUAGE, VERSION, order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_INDEX = 4 * 1024**2
"""The most bytes a list may have; the published one has a fiftieth of that."""

MAX_LINKS = 10
"""The most links of an offer that are kept."""

DEADLINE = 30.0
"""The seconds within which the whole list must have come."""

SHA_256 = re.compile(r"[0-9a-f]{64}")


TICK = 0.2
"""The seconds after which it is seen that nobody waits for the list any more."""


def _always() -> bool:
    return True


def fetch_offers(
    address: str, cache: Path, deadline: float = DEADLINE, is_wanted: Callable[[], bool] = _always
) -> list[Offer]:
    """The offers in the list at ``address``, by name, the highest version first; kept in the file ``cache``. Asking
    ends soon after ``is_wanted`` has become false, with DownloadError.

    Entries that make no sense, or are no translation package, are passed over. Raises DownloadError where the list
    cannot be had within ``deadline`` seconds or makes no sense; the file is then as it was.
    """
    content = _fetch(address, deadline, is_wanted)
    try:
        entries = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DownloadError("index.nonsense", host=host_of(address), reason="it is not JSON") from error
    offers = _offers(entries, address)
    if not offers:
        raise DownloadError("index.nonsense", host=host_of(address), reason="it offers nothing")
    with contextlib.suppress(OSError):  # a disk without space is no reason to withhold the list
        _keep(cache, {"address": address, "fetched": datetime.now(UTC).isoformat(timespec="seconds"), "list": entries})
    return offers


def kept_offers(address: str, cache: Path) -> OfferList | None:
    """The offers as ``fetch_offers`` last kept them, without asking the network; None where there are none."""
    try:
        with cache.open("rb") as file:
            kept = json.loads(file.read(2 * MAX_INDEX))
        if kept["address"] != address:
            return None
        fetched = datetime.fromisoformat(kept["fetched"]).isoformat()
        return OfferList(tuple(_offers(kept["list"], address)), fetched)
    except (OSError, ValueError, RecursionError, TypeError, KeyError):
        return None


def find_offer(offers: Iterable[Offer], pair: str) -> Offer | None:
    """The offer of the highest version for a pair of languages ("ar-en", also "ar_en"), None where there is none."""
    wanted = pair.replace("_", "-").lower()
    fitting = [one for one in offers if f"{one.source_language}-{one.target_language}".lower() == wanted]
    return max(fitting, key=lambda one: order(one.version), default=None)


def _fetch(address: str, deadline: float, is_wanted: Callable[[], bool]) -> bytes:
    end = time.monotonic() + deadline
    fetch = Fetch(address, {"Accept": "application/json, text/plain, */*"}, deadline)
    content, declared = bytearray(), ""
    try:
        while (left := end - time.monotonic()) > 0:
            found = fetch.next(min(left, TICK))
            if not is_wanted():
                raise Broken("it was stopped")
            if isinstance(found, Head):
                if found.status != 200:
                    raise Refused(f"it answers {found.status}")
                declared = found.headers.get("content-length", "")
            elif found == b"":
                if declared.isascii() and declared.isdigit() and len(content) < int(declared):
                    raise Broken("the connection was cut")
                return bytes(content)
            elif found is not None:
                content += found
                if len(content) > MAX_INDEX:
                    raise DownloadError("index.nonsense", host=host_of(address), reason="it is too long")
        raise Broken("it does not answer")
    except Refused as error:
        raise DownloadError("download.refused", host=host_of(address), reason=str(error)) from error
    except Broken as error:
        raise DownloadError("download.unreachable", host=host_of(address), reason=str(error)) from error
    finally:
        fetch.close()


def _offers(entries: Any, address: str) -> list[Offer]:
    found: dict[tuple[str, str], Offer] = {}
    for entry in entries if isinstance(entries, list) else ():
        offer = _offer(entry, address) if isinstance(entry, dict) else None
        if offer is not None:
            found.setdefault((offer.name, offer.version), offer)
    offers = sorted(found.values(), key=lambda one: order(one.version), reverse=True)
    return sorted(offers, key=lambda one: one.name)


def _offer(entry: dict[str, Any], address: str) -> Offer | None:
    """What an entry offers, None where it makes no sense or is no Argos translation package."""
    source, target, version = (entry.get(key) for key in ("from_code", "to_code", "package_version"))
    rules = ((source, LANGUAGE), (target, LANGUAGE), (version, VERSION))
    if not all(isinstance(value, str) and rule.fullmatch(value) for value, rule in rules):
        return None
    if entry.get("type", "translate") != "translate":
        return None
    named = entry.get("links")
    links = [link for one in (named if isinstance(named, list) else ()) if (link := _link(one, address))]
    if not links:
        return None
    size, checksum = entry.get("size"), entry.get("sha256")
    return Offer(
        name=f"{source}_{target}",
        version=str(version),
        source_language=str(source),
        target_language=str(target),
        engine=EngineName.ARGOS,
        links=tuple(dict.fromkeys(links))[:MAX_LINKS],
        size=size if isinstance(size, int) and size > 0 else None,
        sha256=checksum.lower() if isinstance(checksum, str) and SHA_256.fullmatch(checksum.lower()) else None,
    )


def _link(link: object, address: str) -> str | None:
    """A link of the list as a whole address, None where it leads elsewhere than to a web server (ipfs:, file:)."""
    if not isinstance(link, str) or not link.isprintable() or " " in link or len(link) > 2_000:
        return None
    try:
        whole = urljoin(address, link)
    except ValueError:
        return None
    return whole if whole.startswith(tuple(f"{scheme}://" for scheme in SCHEMES)) else None


def _keep(file: Path, values: dict[str, Any]) -> None:
    """Writes the file in one step. Raises OSError, and leaves nothing then."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as part:
            json.dump(values, part, ensure_ascii=False)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
