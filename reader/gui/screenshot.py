"""A picture of the window, once what it shows is all there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer

from reader.gui.frame import DEFAULT_SIZE
from reader.gui.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from reader.gui.window import MainWindow
    from reader.raw_document import RawDocument


def take(window: MainWindow, target: RawDocument | int | None, file: Path, size: tuple[int, int] | None) -> None:
    """Opens ``target`` in the window and writes its picture when it is paired and laid out.

    ``size`` is in pixels. Raises what kept the article from being opened, and OutputError where the picture cannot
    be written; a file of that name is then as it was.
    """
    failures: list[Exception] = []
    loop = QEventLoop()
    window.desk.failed.connect(failures.append)

    def look() -> None:
        if window.is_settled() and (window.desk.article is not None or failures):
            loop.quit()

    def look_again() -> None:
        # After the handlers of this very signal, and after the layout that they ask for.
        QTimer.singleShot(0, look)

    for signal in (window.desk.changed, window.desk.failed, window.shelf.listed, window.shelf.failed):
        signal.connect(look_again)
    window.resize(*(size or DEFAULT_SIZE))
    window.show()
    window.start(target)
    loop.exec()
    if window.desk.article is None:
        raise failures[0]
    _write(window.grab(), file)


def _write(picture: QPixmap, file: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    write_whole(file, bytes(buffer.data().data()))
