"""The divider between the columns, by the pointer and by the keyboard."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = "\n\n".join(
    ("هبط منسوب البحيرة", "قال رئيس الهيئة إن المنسوب هبط منذ الصيف.", "وأضاف أن القرى تعتمد على الصهاريج.")
)


@pytest.fixture
def window(app, open_window):
    return open_window(app, RawDocument(PAGE))


def widths(window):
    return window.view._source.width(), window.view._target.width()


def drag(divider, by):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    start = QPoint(4, 100)
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(divider, start + QPoint(by, 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def test_what_one_column_gains_the_other_gives(window, app):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    before, divider = widths(window), window.view.divider
    total = sum(before)
    drag(divider, -60)
    assert widths(window)[0] == pytest.approx(before[0] + 60, abs=2)
    assert sum(widths(window)) == total
    drag(divider, 4000)
    assert window.view.options().arabic_width == 0.3
    QTest.mouseDClick(divider, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)  # which a double click of QTest's leaves out
    assert widths(window) == before
    divider.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(divider, Qt.Key.Key_Left)
    assert window.view.options().arabic_width == pytest.approx(0.56)
    assert widths(window)[0] > before[0]
    window.close()
    assert app.settings.arabic_width == pytest.approx(0.56)


def test_it_is_there_where_there_are_two_columns_and_says_what_it_is(window, until):
    divider = window.view.divider
    assert divider.accessibleName()
    shown = {}
    for name, action in window.commands.layouts.items():
        action.trigger()
        until(window.is_settled)
        shown[name] = divider.isVisible()
    assert shown == {"side": True, "stacked": False, "arabic": False, "demand": True}
