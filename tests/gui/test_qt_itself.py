"""What every part of the window takes for granted of the Qt binding that is installed."""

import sys

import pytest

pytestmark = pytest.mark.gui


def test_calls_into_qt_do_not_wear_out_none_and_true(qapp):
    """PySide6 6.12.0 gives back None and True without counting them: before Python 3.12, where these are mortal, that
    ends the process after some thousands of calls."""
    from PySide6.QtCore import QObject, Signal

    class Emitter(QObject):
        happened = Signal()

    emitter = Emitter()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(100):
        emitter.setObjectName("x")
        emitter.happened.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] - before[0] > -50
    assert after[1] - before[1] > -50
