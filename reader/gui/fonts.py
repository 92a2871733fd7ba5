"""The faces the app brings along, so that a Naskh is there on any machine, and the fonts made of them."""

from __future__ import annotations

import importlib
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

ARABIC = "Amiri"
LATIN = "Noto Serif"
ARABIC_INTERFACE = "Noto Sans Arabic"

ARABIC_TO_LATIN = 1.5
"""An Arabic in Amiri looks as large as a Latin in Noto Serif set at this fraction of its size."""

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


def arabic(points: float, *, bold: bool = False) -> QFont:
    """Amiri. Its own Latin and figures are drawn to go with its Arabic, so a Latin run in it needs nothing else."""
    font = QFont([ARABIC, ARABIC_INTERFACE, LATIN])
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def latin(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Noto Serif, with Amiri for what is Arabic in it."""
    font = QFont([LATIN, ARABIC])
    font.setPointSizeF(points)
    font.setItalic(italic)
    if bold and "Bold" in QFontDatabase.styles(LATIN):
        font.setBold(True)
    elif bold:
        # The variable file has no style called Bold: asking for one gets the regular smeared.
        font.setVariableAxis(QFont.Tag("wght"), _BOLD)
    return font


def interface(language: str, base: QFont) -> QFont:
    """The font of buttons and lists for "en" or "ar": the machine's own for Latin, ours for Arabic."""
    font = QFont(base)
    own = [family for family in base.families() if family not in (ARABIC_INTERFACE, ARABIC)]
    font.setFamilies([ARABIC_INTERFACE, *own] if language == "ar" else [*own, ARABIC_INTERFACE])
    return font
