"""Labels of several lines: each begins at the edge, and the text is shown to the letter."""

import pytest

pytestmark = pytest.mark.gui

ARABIC = "لا ملاحظات على هذا المقال بعد. حدّد كلمات في أحد الجانبين واضغط لتكتب ملاحظة أو لتظلل الكلمات بلون من الألوان"


def edges(image):
    """Of each line of text in a picture, how far from the right edge it begins, in pixels."""
    found, nearest = [], None
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128]
        if inked:
            nearest = min(nearest if nearest is not None else image.width(), image.width() - 1 - max(inked))
        elif nearest is not None:
            found.append(nearest)
            nearest = None
    return found if nearest is None else [*found, nearest]


def test_each_line_of_an_arabic_text_begins_at_the_edge(qapp):
    from PySide6.QtCore import Qt

    from reader.gui.prose import Prose

    label = Prose("\n".join(["مم مم مم مم مم مم مم مم مم مم"] * 3))
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setStyleSheet("background: white; color: black")
    label.resize(120, 400)
    begins = edges(label.grab().toImage())
    assert len(begins) >= 6
    assert max(begins) - min(begins) <= 1


def test_nothing_in_the_text_is_read_as_markup(qapp):
    from reader.gui.prose import Prose

    label = Prose("a <b>b</b> & c\nd")
    assert label.text() == "a <b>b</b> & c\nd"
    assert label.sizeHint().width() > Prose("a b").sizeHint().width()
    label.setText(ARABIC)
    assert label.text() == ARABIC
