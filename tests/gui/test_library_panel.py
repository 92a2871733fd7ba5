import pytest

from reader.gui.catalogue import Catalogue, Group, Kind, Order, Section, Sort
from reader.model import Collection, PieceSummary, ReadState

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
    panel = LibraryPanel([QAction("Restore")])
    panel.set_theme(theme.LIGHT)
    panel.resize(240, 700)
    panel.show()
    yield panel
    panel.close()
    panel.deleteLater()


def piece(number, title="ارتفاع أسعار القمح", translation=LONG, published="2025-11-02T10:15", **more):
    return PieceSummary(number, title, "أول النص", translation, published, "2025-11-03T00:00:00.000Z", **more)


def show(panel, *pieces, open_piece=None, **more):
    panel.show_catalogue(Catalogue.of(pieces, **more), open_piece)


def row_of(panel, number):
    from PySide6.QtCore import QRectF

    one = panel.list.pieces.piece(number)
    return panel.list.delegate._row(panel.list.font(), one, QRectF(0, 0, 220, 100))


def listed(panel):
    rows = range(panel.list.pieces.rowCount())
    return [one.id if (one := panel.list.pieces.piece(row)) else None for row in rows]


def test_a_title_stands_to_the_right_and_title_and_translation_share_three_lines(panel):
    show(panel, piece(1), piece(2, title="ارتفاع أسعار القمح في الأسواق " * 5))
    short, long = row_of(panel, 1), row_of(panel, 0)
    line = short.title.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.width(), abs=6)
    assert (short.title.lineCount(), short.translation.lineCount()) == (1, 2)
    assert (long.title.lineCount(), long.translation.lineCount()) == (2, 1)
    for text in (short.translation.text(), long.translation.text(), long.title.text()):
        assert text.endswith("…")


def test_every_piece_is_as_tall_as_any_other_and_headings_are_less_tall(panel):
    show(panel, piece(2), piece(1, None, None, None))
    panel.set_order(Order(group=Group.MONTH))
    assert listed(panel) == [None, 2, 1]
    heights = [panel.list.rowHeight(row) for row in range(3)]
    assert heights[1] == heights[2] > heights[0]
    panel.set_order(Order())
    assert [panel.list.rowHeight(row) for row in range(2)] == heights[1:]


def test_a_screen_reader_hears_title_translation_date_and_what_the_marks_say(panel):
    from PySide6.QtCore import Qt

    show(panel, piece(1, starred=True, notes=3, tags=("wheat",), collections=("Water",)))
    said = panel.list.pieces.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("القمح", LONG, "2 Nov 2025", "Starred", "Unread", "Notes: 3", "#wheat", "Water"):
        assert part in said


def test_the_open_piece_is_marked_chosen_and_in_view(panel):
    show(panel, *(piece(number) for number in range(100, 0, -1)), open_piece=3)
    assert panel.list.current_piece() == 3
    assert [one.id for one in panel.chosen()] == [3]
    assert panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.currentIndex()))
    panel.mark(None)
    assert panel.chosen() == []


def test_what_is_chosen_stays_so_when_the_list_is_another(panel):
    pieces = [piece(number) for number in range(9, 0, -1)]
    show(panel, *pieces)
    panel.list.choose([7, 5, 4], 5)
    show(panel, piece(10), *pieces[:4], *pieces[5:])
    assert [one.id for one in panel.chosen()] == [7, 4]
    panel.set_order(Order(Sort.ADDED, backwards=True))
    assert [one.id for one in panel.chosen()] == [4, 7]


def test_a_section_shows_its_pieces_and_what_is_gone_gives_way_to_all(panel):
    pieces = (piece(2, starred=True), piece(1, collections=("Water",)))
    show(panel, *pieces, collections=[Collection(5, "Water", 1)])
    panel.sections.choose(Section(Kind.COLLECTION, "Water", 5))
    assert listed(panel) == [1]
    show(panel, pieces[0], piece(1, collections=("Drought",)), collections=[Collection(5, "Drought", 1)])
    assert listed(panel) == [1]
    assert panel.section.name == "Drought"
    show(panel, *pieces)
    assert panel.section.kind is Kind.ALL
    assert listed(panel) == [2, 1]


def test_empty_sections_say_what_to_do(panel):
    show(panel)
    assert "Ctrl+S" in panel.empty.text()
    show(panel, piece(1, state=ReadState.READ), collections=[Collection(1, "Water")], tags=[("wheat", 0)])
    assert not panel.empty.isVisible()
    said = set()
    for section in (
        Section(Kind.UNREAD),
        Section(Kind.STARRED),
        Section(Kind.NOTED),
        Section(Kind.TRASH),
        Section(Kind.COLLECTION, "Water", 1),
        Section(Kind.TAG, "wheat"),
    ):
        panel.sections.choose(section)
        assert panel.empty.isVisible()
        assert not panel.list.isVisible()
        said.add(panel.empty.text())
    assert len(said) == 6


def test_the_trash_has_its_own_commands(panel):
    show(panel, piece(1), trashed=[piece(2)])
    assert not panel.trash_bar.isVisible()
    panel.sections.choose(Section(Kind.TRASH))
    assert panel.trash_bar.isVisible()


def test_an_order_that_is_chosen_is_told_and_marked(panel):
    heard = []
    panel.order_changed.connect(heard.append)
    show(panel, piece(2, "ب"), piece(1, "ا"))
    panel.order_menu.sorts[Sort.TITLE].trigger()
    assert listed(panel) == [1, 2]
    panel.order_menu.backwards.trigger()
    assert listed(panel) == [2, 1]
    assert heard == [Order(Sort.TITLE), Order(Sort.TITLE, backwards=True)]


def test_a_click_on_the_star_asks_for_it_and_opens_nothing(panel):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    opened, starred = [], []
    panel.list.open_asked.connect(opened.append)
    panel.list.star_asked.connect(starred.append)
    show(panel, piece(2), piece(1))
    index = panel.list.pieces.index(1, 0)
    star = panel.list.delegate.star_rect(
        panel.list.visualRect(index), panel.list.font(), panel.list.pieces.piece(1), mirrored=False
    )
    viewport, button, none = panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(viewport, button, none, star.center().toPoint())
    assert (opened, starred) == ([], [1])
    QTest.mouseClick(viewport, button, none, panel.list.visualRect(index).topLeft() + QPoint(30, 20))
    assert opened == [1]
    QTest.mouseClick(
        viewport, button, Qt.KeyboardModifier.ControlModifier, panel.list.visualRect(index).topLeft() + QPoint(30, -40)
    )
    assert opened == [1]
    assert [one.id for one in panel.chosen()] == [2, 1]


def test_a_piece_is_renamed_in_its_place(panel):
    from PySide6.QtCore import Qt

    heard = []
    panel.list.pieces.rename_asked.connect(lambda *what: heard.append(what))
    show(panel, piece(1), open_piece=1)
    panel.list.rename()
    editor = panel.list.indexWidget(panel.list.currentIndex()) or panel.list.viewport().findChild(object, "cellEditor")
    assert editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert editor.text() == "ارتفاع أسعار القمح"
    editor.setText("القمح")
    panel.list.commitData(editor)
    assert heard == [(1, "القمح")]


def test_pieces_are_dropped_on_sections(panel):
    from PySide6.QtCore import QModelIndex, Qt

    heard = []
    panel.sections.sections.dropped.connect(lambda *what: heard.append(what))
    show(panel, piece(2), piece(1), collections=[Collection(5, "Water")])
    data = panel.list.pieces.mimeData([panel.list.pieces.index(row, 0) for row in (0, 1)])
    sections, copy = panel.sections.sections, Qt.DropAction.CopyAction
    water = sections.index(sections.find(Section(Kind.COLLECTION, "Water", 5)))
    noted = sections.index(sections.find(Section(Kind.NOTED)))
    assert sections.canDropMimeData(data, copy, -1, -1, water)
    assert not sections.canDropMimeData(data, copy, -1, -1, noted)
    assert not sections.canDropMimeData(data, copy, -1, -1, QModelIndex())
    sections.dropMimeData(data, copy, -1, -1, water)
    assert heard == [(Section(Kind.COLLECTION, "Water", 5), [1, 2])]
