import pytest

from reader.model import PieceSummary

pytestmark = pytest.mark.gui

LONG = (
    "The farmers demand the repair of the channels of irrigation before the coming of winter and the end of the season"
)


@pytest.fixture
def panel(qapp):
    from PySide6.QtGui import QAction

    from reader.gui import fonts, theme
    from reader.gui.library_panel import LibraryPanel

    fonts.register()
    panel = LibraryPanel(QAction("Remove"))
    panel.set_theme(theme.LIGHT)
    panel.resize(240, 500)
    panel.show()
    yield panel
    panel.close()
    panel.deleteLater()


def piece(number, title="ارتفاع أسعار القمح", translation=LONG, published="2025-11-02T10:15"):
    return PieceSummary(number, title, "أول النص", translation, published, "2025-11-03T00:00:00.000Z")


def row_of(panel, number):
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    option.widget, option.font = panel.list, panel.list.font()
    return panel.delegate._row(option.font, panel.pieces.index(number, 0), panel.delegate._width(option))


def test_a_title_stands_to_the_right_and_a_long_translation_gives_way_to_the_date(panel):
    panel.show_pieces([piece(1)], None)
    row = row_of(panel, 0)
    line = row.title.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.width(), abs=6)
    assert row.below.lineCount() == 2
    assert row.below.text().startswith("The farmers")
    assert "… · " in row.below.text()
    assert row.below.text().replace("\u2069", "").endswith("2 Nov 2025")


def test_a_piece_without_headline_or_date_shows_its_opening_and_the_day_it_was_saved(panel):
    panel.show_pieces([piece(1, None, None, None)], None)
    row = row_of(panel, 0)
    assert row.title.text() == "أول النص"
    assert row.below.text() == "\u20683 Nov 2025\u2069"


def test_the_open_piece_is_marked_and_only_then_can_one_be_removed(panel):
    asked = []
    panel.remove_asked.connect(asked.append)
    panel.show_pieces([piece(2), piece(1)], None)
    assert not panel._remove.isEnabled()
    panel.mark(1)
    assert panel.list.currentIndex().row() == 1
    panel._remove.trigger()
    assert asked == [1]
    panel.mark(None)
    assert not panel.list.selectionModel().hasSelection()


def test_a_screen_reader_hears_title_translation_and_date(panel):
    from PySide6.QtCore import Qt

    panel.show_pieces([piece(1)], None)
    said = panel.pieces.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "القمح" in said
    assert LONG in said
    assert "2 Nov 2025" in said


def test_an_empty_library_says_how_to_fill_it(panel):
    panel.show_pieces([], None)
    assert panel.empty.isVisible()
    panel.show_pieces([piece(1)], None)
    assert not panel.empty.isVisible()
