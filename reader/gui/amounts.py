"""Sizes, speeds and times left, as a download shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reader.gui.i18n import isolate

if TYPE_CHECKING:
    from reader.model import Progress

MINUTE, HOUR = 60, 3600


def size_text(size: int) -> str:
    """Bytes as "87.3 MB" in the window's language, isolated; thousands of thousands, as file managers count."""
    return isolate(QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat))


def progress_text(progress: Progress, *, moving: bool) -> str:
    """How much has come of how much and, while it is ``moving``, how fast and how long it will take, as far as each
    is known."""
    parts = [size_text(progress.done)]
    if progress.total is not None:
        of = QCoreApplication.translate("amounts", "{done} of {total}")
        parts = [of.format(done=parts[0], total=size_text(progress.total))]
    if moving and progress.speed > 0:
        speed = size_text(round(progress.speed))
        parts.append(QCoreApplication.translate("amounts", "{size}/s").format(size=speed))
    if moving and progress.seconds_left is not None:
        parts.append(_time(progress.seconds_left))
    return " · ".join(isolate(part) for part in parts)


def _time(seconds: float) -> str:
    locale = QLocale()
    if seconds < MINUTE:
        text, count = QCoreApplication.translate("amounts", "{count} s left"), locale.toString(max(1, round(seconds)))
    elif seconds < HOUR:
        text, count = (
            QCoreApplication.translate("amounts", "{count} min left"),
            locale.toString(round(seconds / MINUTE)),
        )
    else:
        text, count = QCoreApplication.translate("amounts", "{count} h left"), locale.toString(seconds / HOUR, "f", 1)
    return text.format(count=count)
