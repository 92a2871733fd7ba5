"""Each setting once, typed, with its default; and the folders things are kept in."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

MIN_FONT_SIZE, MAX_FONT_SIZE = 10.0, 40.0
"""Bounds of the Arabic's size, in points."""

MIN_ENGLISH_SHARE, MAX_ENGLISH_SHARE = 0.7, 1.5
"""Bounds of the English's size, as a share of the size that matches the Arabic."""

MIN_MEASURE, MAX_MEASURE = 45, 75
"""Bounds of a column's width, in characters of English: the measures that are good to read."""

MIN_ARABIC_WIDTH, MAX_ARABIC_WIDTH = 0.3, 0.7
"""Bounds of the Arabic column's width, as a share of that of both."""

SPACINGS = ("tight", "normal", "loose")
ARABIC_FACES = ("amiri", "sans", "system")
LATIN_FACES = ("serif", "interface")
DIGITS = ("printed", "arabic", "european")
THEMES = ("system", "light", "dark", "sepia", "contrast", "contrast_dark")
LAYOUTS = ("side", "stacked", "arabic", "demand")
INTERFACES = ("system", "en", "ar")
SORTS = ("added", "published", "title", "source", "state", "words")
GROUPS = ("none", "month", "collection", "source", "state")


PUBLISHED_MODELS = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Where Argos Translate publishes the list of its packages, the address that it looks at itself."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user. None of them need exist: who writes into one makes it."""

    data: Path
    config: Path
    cache: Path

    @property
    def library(self) -> Path:
        """The library's SQLite file."""
        return self.data / "library.sqlite3"

    @property
    def packages(self) -> Path:
        """The folder of installed translation packages."""
        return self.data / "packages"

    @property
    def offers(self) -> Path:
        """The list of the models that can be had, as it was last fetched."""
        return self.cache / "offers.json"

    @property
    def downloads(self) -> Path:
        """The folder of what is being downloaded."""
        return self.cache / "downloads"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def reports(self) -> Path:
        """The folder of reports of our own bugs."""
        return self.data / "reports"


def find_paths(home: Path | None) -> Paths:
    """The folders below ``home``, or the platform's own where it is None."""
    if home is not None:
        home = home.absolute()
        return Paths(home, home, home / "cache")
    import platformdirs  # a part of who only asks for the resources' folder else

    own = platformdirs.PlatformDirs("muwazi", appauthor=False)
    return Paths(own.user_data_path, own.user_config_path, own.user_cache_path)


def resources() -> Path:
    """The folder of icons, style sheets, translations and the sample article: inside the package where it was
    installed or bundled, beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def sample_article() -> Path:
    """The article that a first start shows."""
    return resources() / "samples" / "lake.txt"


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window: the piece in it, None for none, and the rest as the settings of those names. Only those with a piece
    are remembered."""

    piece: int | None
    geometry: str = ""
    panes: str = ""
    library_shown: bool = True
    panel: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user has chosen. ``arabic_size`` is in points; the English keeps its proportion to it. ``packages`` maps
    a language pair ("ar-en") to the package chosen for it ("ar_en@1.0"). ``models_index`` is the address of the list of
    models that can be had; it is asked only when a person asks. ``geometry`` and ``panes``, and the geometries of the
    windows beside the main one, are Qt's own saved states, in base64; ``panel`` is the name of the
    panel that showed beside the text, "" for none; where several windows were open they are in ``windows``, the one in
    front first, and those four say how a new one begins. ``welcomed``: the card of a first start was closed.
    ``list_sort``, ``list_group`` and ``list_backwards`` say how the library's list is sorted and divided.
    ``print_highlights`` and ``print_notes``: whether a printed article shows them.

    ``english_share`` is the English's size by that which matches the Arabic, ``measure`` the most characters of English
    on a line; they, the spacing of the lines, the faces, and how vowel marks and digits show are what
    ``reader.gui.reading_options`` is made of. ``arabic_width`` is the Arabic column's share of the width of both."""

    arabic_size: float = 20.0
    english_share: float = 1.0
    spacing: str = "normal"
    measure: int = 72
    arabic_face: str = "amiri"
    latin_face: str = "serif"
    diacritics: bool = True
    digits: str = "printed"
    arabic_width: float = 0.5
    theme: str = "system"
    layout: str = "side"
    ui: str = "system"
    packages: dict[str, str] = field(default_factory=dict)
    models_index: str = PUBLISHED_MODELS
    geometry: str = ""
    panes: str = ""
    library_shown: bool = True
    panel: str = ""
    welcomed: bool = False
    models_geometry: str = ""
    glossary_geometry: str = ""
    notes_geometry: str = ""
    last_piece: int | None = None
    windows: tuple[OpenWindow, ...] = ()
    warned_of: str = ""
    list_sort: str = "added"
    list_group: str = "none"
    list_backwards: bool = False
    print_highlights: bool = True
    print_notes: bool = True


_CHECKS: dict[str, Any] = {
    "arabic_size": lambda v: _is_number(v) and MIN_FONT_SIZE <= v <= MAX_FONT_SIZE,
    "english_share": lambda v: _is_number(v) and MIN_ENGLISH_SHARE <= v <= MAX_ENGLISH_SHARE,
    "spacing": SPACINGS.__contains__,
    "measure": lambda v: isinstance(v, int) and MIN_MEASURE <= v <= MAX_MEASURE,
    "arabic_face": ARABIC_FACES.__contains__,
    "latin_face": LATIN_FACES.__contains__,
    "diacritics": lambda v: isinstance(v, bool),
    "digits": DIGITS.__contains__,
    "arabic_width": lambda v: _is_number(v) and MIN_ARABIC_WIDTH <= v <= MAX_ARABIC_WIDTH,
    "theme": THEMES.__contains__,
    "layout": LAYOUTS.__contains__,
    "ui": INTERFACES.__contains__,
    "packages": lambda v: isinstance(v, dict) and all(isinstance(x, str) for kv in v.items() for x in kv),
    "models_index": lambda v: isinstance(v, str) and v.startswith(("https://", "http://")),
    "geometry": lambda v: isinstance(v, str),
    "panes": lambda v: isinstance(v, str),
    "library_shown": lambda v: isinstance(v, bool),
    "panel": lambda v: isinstance(v, str),
    "welcomed": lambda v: isinstance(v, bool),
    "models_geometry": lambda v: isinstance(v, str),
    "glossary_geometry": lambda v: isinstance(v, str),
    "notes_geometry": lambda v: isinstance(v, str),
    "last_piece": lambda v: v is None or (isinstance(v, int) and v > 0),
    "windows": lambda v: isinstance(v, list) and all(_is_window(one) for one in v),
    "warned_of": lambda v: isinstance(v, str),
    "list_sort": SORTS.__contains__,
    "list_group": GROUPS.__contains__,
    "list_backwards": lambda v: isinstance(v, bool),
    "print_highlights": lambda v: isinstance(v, bool),
    "print_notes": lambda v: isinstance(v, bool),
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_window(value: Any) -> bool:
    names = {one.name for one in fields(OpenWindow)}
    if not isinstance(value, dict) or set(value) != names or not isinstance(value["piece"], int):
        return False
    return value["piece"] > 0 and all(_CHECKS[name](value[name]) for name in names - {"piece"})


def load(path: Path) -> Settings:
    """The settings in the file; a default for each that is missing or makes no sense. Never raises for what is in the
    file: a broken settings file must not keep anybody from reading."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    good = {}
    for name in (f.name for f in fields(Settings)):
        try:
            if name in stored and _CHECKS[name](stored[name]):
                good[name] = stored[name]
        except TypeError:  # an unhashable value where a word belongs
            continue
    good["windows"] = tuple(OpenWindow(**one) for one in good.get("windows", ()))
    return replace(Settings(), **good)


def save(path: Path, settings: Settings) -> None:
    """Writes the settings in one step: after a crash the file is the old one or the new one. Raises OSError."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def is_frozen() -> bool:
    """Whether this runs from a bundle rather than from Python files."""
    return bool(getattr(sys, "frozen", False))
