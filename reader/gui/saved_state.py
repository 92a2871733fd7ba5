"""Qt's own states of windows and splitters as the settings keep them: in base64."""

from __future__ import annotations

from PySide6.QtCore import QByteArray


def as_text(state: QByteArray) -> str:
    """The state as the settings keep it."""
    return bytes(state.toBase64().data()).decode("ascii")


def from_text(text: str) -> QByteArray:
    """The state again; of what is none Qt restores nothing."""
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "replace")))
