"""What translation packages say of themselves, and whether it makes sense."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.errors import PackageError

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,31}")

MAX_METADATA = 1024**2
"""The most bytes of metadata.json that are read."""

OPUS = "opus"
OPUS_BIG = "opus-big"
"""What the names of packages in OPUS-MT layout begin with, those of the big models ("tc-big") apart: an Argos package
of the same languages stands beside them under a name of its own, since no language code has four letters."""

PAIR_IN_NAME = re.compile(
    r"(?:(?P<big>big)[-_]|(?:opus|tc|base|tiny|ct2|ctranslate2|translate)[-_])*+"
    r"(?P<source>[a-z]{2,3})[-_](?P<target>[a-z]{2,3})(?![a-z])",
    re.IGNORECASE,
)
"""A pair of languages in the name of a file or folder, after "opus-mt-" where that is in it: "ar-en", "tc-big-ar-en",
"ar_en-int8"."""

SHORT_CODES = {"ara": "ar", "eng": "en", "fra": "fr", "deu": "de", "spa": "es", "tur": "tr", "fas": "fa", "heb": "he"}
"""ISO 639-3 to 639-1, for names of models that are written with the long codes."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a package says of itself. ``target_prefix`` is the token its results begin with, or empty; ``kind`` is what
    its name begins with: empty for an Argos package, OPUS or OPUS_BIG."""

    source_language: str
    target_language: str
    version: str
    target_prefix: str
    kind: str = ""

    @property
    def name(self) -> str:
        """The package's name: "ar_en", "opus-ar_en"."""
        pair = f"{self.source_language}_{self.target_language}"
        return f"{self.kind}-{pair}" if self.kind else pair

    @property
    def address(self) -> str:
        """Its name and version: "ar_en@1.0"."""
        return f"{self.name}@{self.version}"


def parse_metadata(content: bytes, path: Path) -> Metadata:
    """What an Argos package's metadata.json says, once it is known to make sense. Raises PackageError."""
    values = _values(content, path)
    _check(values, path, {"from_code": LANGUAGE, "to_code": LANGUAGE, "package_version": VERSION})
    if values.get("type", "translate") != "translate":
        raise PackageError("package.metadata", path=path, reason="it is for something other than translation")
    prefix = values.get("target_prefix", "")
    if not isinstance(prefix, str):
        raise PackageError("package.metadata", path=path, reason="target_prefix makes no sense")
    return Metadata(values["from_code"], values["to_code"], values["package_version"], prefix)


def parse_opus_metadata(content: bytes | None, names: tuple[str, ...], path: Path) -> Metadata:
    """What is known of a model in OPUS-MT layout: from its metadata.json where it has one (of an Argos package's keys
    any may be missing), else from ``names``, those of the file and the folder, the first that names a pair. Where
    nothing tells the version it is "1". Raises PackageError."""
    values = _values(content, path) if content is not None else {}
    known = {"from_code": LANGUAGE, "to_code": LANGUAGE, "package_version": VERSION, "kind": re.compile("opus(-big)?")}
    _check(values, path, {key: rule for key, rule in known.items() if key in values})
    ends = [re.split("opus[-_]mt[-_]", name, flags=re.IGNORECASE)[-1] for name in names]
    found = next((match for end in ends if (match := PAIR_IN_NAME.match(end))), None)
    source, target = values.get("from_code"), values.get("to_code")
    if source is None or target is None:
        if found is None:
            raise PackageError("package.language_pair", path=path)
        source, target = (SHORT_CODES.get(code.lower(), code.lower()) for code in found.group("source", "target"))
    kind = values.get("kind", OPUS_BIG if found is not None and found["big"] else OPUS)
    return Metadata(source, target, values.get("package_version", "1"), "", kind)


def written(metadata: Metadata) -> bytes:
    """The metadata.json of an installed package in OPUS-MT layout."""
    values = {
        "type": "translate",
        "kind": metadata.kind,
        "from_code": metadata.source_language,
        "to_code": metadata.target_language,
        "package_version": metadata.version,
    }
    return json.dumps(values, indent=1).encode("utf-8")


def order(version: str) -> list[tuple[int, str]]:
    """Versions in the order people mean: 1.10 after 1.9, 1.0 before 1.0.1, letters before numbers."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|[A-Za-z]+", version)]


def licence_of(metadata: bytes | None, readme: str | None) -> str | None:
    """The licence that metadata.json or the readme names, in one line of at most a hundred characters; None where
    neither does."""
    try:
        values = json.loads(metadata) if metadata is not None else None
    except (ValueError, RecursionError):
        values = None
    if isinstance(values, dict):
        for said in (values.get("license"), values.get("licence")):
            if isinstance(said, str) and _one_line(said):
                return _one_line(said)
    # "license: cc-by-4.0" in a model card's head; "Licence: MIT" or "* License: MIT" in a line of its own.
    named = re.search(r"^[-*# \t]*\**licen[cs]ed?\**[ \t]*(?::|under)\**[ \t]*(\S.*)$", readme or "", re.I | re.M)
    return (_one_line(named.group(1)) or None) if named else None


def _one_line(text: str) -> str:
    return " ".join(text.split())[:100].strip(" *\"'")


def _values(content: bytes, path: Path) -> dict[str, Any]:
    try:
        values = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackageError("package.metadata", path=path, reason="it is not JSON") from error
    if not isinstance(values, dict):
        raise PackageError("package.metadata", path=path, reason="it is no object")
    return values


def _check(values: dict[str, Any], path: Path, rules: dict[str, re.Pattern[str]]) -> None:
    for key, rule in rules.items():
        if not isinstance(values.get(key), str) or not rule.fullmatch(values[key]):
            raise PackageError("package.metadata", path=path, reason=f"{key} makes no sense")
