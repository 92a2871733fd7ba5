"""What the colours of highlights are called, and how each is shown on a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from reader.gui import highlighting
from reader.gui import theme as themes
from reader.model import COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from reader.gui.theme import Theme

_NAMES = {
    "yellow": QT_TRANSLATE_NOOP("colours", "Yellow"),
    "green": QT_TRANSLATE_NOOP("colours", "Green"),
    "blue": QT_TRANSLATE_NOOP("colours", "Blue"),
    "pink": QT_TRANSLATE_NOOP("colours", "Pink"),
    "purple": QT_TRANSLATE_NOOP("colours", "Purple"),
}

SWATCH = QSize(24, 16)
"""The size of a colour on a button, in pixels."""
_SHARPNESS = 2.0


def colour_name(colour: str, label: str | None = None) -> str:
    """A colour's name: the person's own, or that in the window's language."""
    return label or QCoreApplication.translate("colours", str(_NAMES[colour]))


def swatch(colour: str, theme: Theme) -> QIcon:
    """A piece of highlighted paper: the tint with the line along its foot."""
    picture = QPixmap(SWATCH * _SHARPNESS)
    picture.setDevicePixelRatio(_SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(themes.tint(theme, colour)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(0, 0, SWATCH.width(), SWATCH.height()), 3, 3)
    painter.setPen(highlighting.pen(colour, theme, 2.0))
    painter.drawLine(QPointF(0, SWATCH.height() - 1.0), QPointF(SWATCH.width(), SWATCH.height() - 1.0))
    painter.end()
    return QIcon(picture)


def fill_colours(
    menu: QMenu, theme: Theme | None, labels: Mapping[str, str | None], chosen: str, then: Callable[[str], None]
) -> None:
    """Fills a menu with the colours by their names; ``then`` is told the one that is taken."""
    menu.clear()
    for colour in COLOURS:
        icon = QIcon() if theme is None else swatch(colour, theme)
        action = menu.addAction(icon, colour_name(colour, labels.get(colour)))
        action.setCheckable(True)
        action.setChecked(colour == chosen)
        action.triggered.connect(lambda _=False, colour=colour: then(colour))
