"""The faces the app brings along, so that a Naskh is there on any machine, and the fonts made of them."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

ARABIC = "Amiri"
LATIN = "Noto Serif"
ARABIC_INTERFACE = "Noto Sans Arabic"

ARABIC_TO_LATIN = 1.5
"""An Arabic in Amiri looks as large as a Latin in Noto Serif set at this fraction of its size."""

_NASKH = (
    "Noto Naskh Arabic",
    "Geeza Pro",
    "Al Bayan",
    "Traditional Arabic",
    "Sakkal Majalla",
    "Scheherazade New",
    "Scheherazade",
    "KacstBook",
)
_SANS_SHARE, _NASKH_SHARE, _INTERFACE_SHARE = 0.8, 0.85, 0.94
"""What makes these faces look as large as Amiri, or as Noto Serif, does."""

_PACKAGES = {ARABIC: "fontpkg_amiri", LATIN: "fontpkg_noto_serif", ARABIC_INTERFACE: "fontpkg_noto_sans_arabic"}
_BOLD = 700


class FontsMissing(Exception):
    """The app was put together without the faces it needs."""


def register() -> None:
    """Makes the faces known to Qt; needs a QGuiApplication, may be called again. Raises FontsMissing."""
    known = set(QFontDatabase.families())
    for family, package in _PACKAGES.items():
        if family in known and family == LATIN and "Bold" in QFontDatabase.styles(family):
            continue  # the machine has every style of it; ours, a single variable file, would add nothing
        if _is_ours_in(family):
            continue
        module = importlib.import_module(package)
        files = sorted((Path(module.__file__ or "").parent / "files").glob("*.[to]tf"))
        if not files or any(QFontDatabase.addApplicationFont(str(file)) < 0 for file in files):
            raise FontsMissing(package)


def _is_ours_in(family: str) -> bool:
    """Whether an earlier call registered the family: application fonts have no list to ask but their ids."""
    number = 0
    while families := QFontDatabase.applicationFontFamilies(number):
        if family in families:
            return True
        number += 1
    return False


@dataclass(frozen=True, slots=True)
class Face:
    """A family, and the share of a size at which it looks as large as the page's usual one does."""

    family: str
    share: float = 1.0


AMIRI, SERIF = Face(ARABIC), Face(LATIN)


def arabic_face(choice: str) -> Face:
    """The face for one of ``settings.ARABIC_FACES``; "system" is Amiri where the machine has no Naskh of its own."""
    if choice == "sans":
        return Face(ARABIC_INTERFACE, _SANS_SHARE)
    known = set(QFontDatabase.families()) if choice == "system" else ()
    found = next((family for family in _NASKH if family in known), None)
    return Face(found, _NASKH_SHARE) if found else AMIRI


def latin_face(choice: str) -> Face:
    """The face for one of ``settings.LATIN_FACES``."""
    if choice != "interface":
        return SERIF
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return Face(QFontInfo(own).family(), _INTERFACE_SHARE)


def arabic(points: float, *, bold: bool = False, face: Face = AMIRI) -> QFont:
    """Amiri, or another face as large as Amiri looks at that size. Amiri's own Latin and figures are drawn to go with
    its Arabic, so a Latin run in it needs nothing else."""
    others = [family for family in (ARABIC, ARABIC_INTERFACE, LATIN) if family != face.family]
    font = QFont([face.family, *others])
    font.setPointSizeF(points * face.share)
    font.setBold(bold)
    return font


def latin(points: float, *, bold: bool = False, italic: bool = False, face: Face = SERIF) -> QFont:
    """Noto Serif, or another face as large as it looks at that size, with Amiri for what is Arabic in it."""
    font = QFont([face.family, ARABIC] if face == SERIF else [face.family, LATIN, ARABIC])
    font.setPointSizeF(points * face.share)
    font.setItalic(italic)
    if face != SERIF:
        font.setBold(bold)
    elif bold and "Bold" in QFontDatabase.styles(LATIN):
        font.setBold(True)
    elif bold:
        # The variable file has no style called Bold: asking for one gets the regular smeared.
        font.setVariableAxis(QFont.Tag("wght"), _BOLD)
    return font


def unlocalised(font: QFont) -> QFont:
    """The same font without the forms that its marks have among letters of another script."""
    made = QFont(font)
    made.setFeature(QFont.Tag("locl"), 0)
    return made


def interface(language: str, base: QFont) -> QFont:
    """The font of buttons and lists for "en" or "ar": the machine's own for Latin, ours for Arabic."""
    font = QFont(base)
    own = [family for family in base.families() if family not in (ARABIC_INTERFACE, ARABIC)]
    font.setFamilies([ARABIC_INTERFACE, *own] if language == "ar" else [*own, ARABIC_INTERFACE])
    return font
