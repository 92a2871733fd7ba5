"""Presses keys as a person does: on whatever has the keyboard, never on a part that the test has picked."""

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QFileDialog, QLineEdit, QMainWindow


def manage():
    """Does what off screen no window manager does: when a window closes, the one behind it gets the keyboard."""
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        behind = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible()]
        if window := QApplication.activeModalWidget() or next(iter(behind), None):
            window.activateWindow()
    return True


def holder():
    """Who has the keyboard: an open menu, else the widget with the focus."""
    menu = QApplication.activePopupWidget()
    focus = QApplication.focusWidget()
    return menu or focus or QApplication.activeWindow()


def press(*keys):
    """Presses keys one after the other, each as it is written in a menu: "Ctrl+Shift+P"."""
    for key in keys:
        combination = QKeySequence(key)[0]
        assert holder() is not None, "the keyboard is nowhere"
        QTest.keyPress(holder(), combination.key(), combination.keyboardModifiers())
        if (there := holder()) is not None:  # which may be somebody else by now
            QTest.keyRelease(there, combination.key(), combination.keyboardModifiers())


def write(text):
    """Types a text, of any alphabet."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(holder(), event)


def run(command, until):
    """Runs a command by its name, from the list of all commands."""
    press("Ctrl+Shift+P")
    until(lambda: type(QApplication.activeWindow()).__name__ == "CommandPalette")
    write(command)
    loop = QEventLoop()  # as in life: what closes on Enter is deleted when the key has been dealt with, not before
    QTimer.singleShot(0, lambda: (press("Return"), loop.quit()))
    loop.exec()
    until(
        lambda: (
            type(QApplication.activeModalWidget()).__name__ != "CommandPalette"
            and manage()
            and QApplication.focusWidget()
        )
    )


def answer_file_dialog(file):
    """Types a file's name into the next dialog that asks for one, and Enter; such a dialog keeps its caller waiting."""

    def look():
        dialog = QApplication.activeWindow()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            # As a list it would come at a time of its own, when the disk has been looked through.
            dialog.findChild(QLineEdit).completer().setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            write(str(file))
            press("Return")

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(20)


def shown(widget):
    """The widget's picture in its window, to see whether two states of it look the same."""
    return widget.window().grab(widget.rect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))).toImage()
