"""The panel of notes by itself, and how what is marked is drawn."""

import pytest

from reader.model import (
    COLOURS,
    Annotation,
    Article,
    Block,
    Bookmark,
    EngineName,
    Pair,
    Place,
    Role,
    Selector,
    Side,
    Status,
    Target,
)

pytestmark = pytest.mark.gui

ARABIC, ENGLISH = "قال رئيس الهيئة إنّ 28 قرية تعتمد على الصهاريج", "The head said that 28 villages rely on tankers"


def annotation(number, block=0, note=None, colour="yellow", sides=(Side.SOURCE,), span=(4, 15)):
    targets = tuple(Target(Selector(side, "رئيس الهيئة", "", "", span[0]), (Place(block, *span),)) for side in sides)
    return Annotation(number, 1, targets, colour, note, updated="2026-03-03T10:00:00Z")


@pytest.fixture
def panel(qapp):
    from reader.gui.notes_panel import NotesPanel

    widget = NotesPanel(lambda block: f"Paragraph {block}")
    widget.resize(280, 600)
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 400)
    blocks = tuple(Block(Role.PARAGRAPH, ARABIC) for _ in range(3))
    pairs = [Pair(n, Role.PARAGRAPH, ARABIC, ENGLISH, EngineName.ARGOS, Status.TRANSLATED) for n in range(3)]
    widget.set_article(Article(blocks=blocks), pairs)
    widget.show()
    qapp.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def test_of_hundreds_of_notes_only_those_get_cards_that_could_be_seen_and_one_that_is_gone_to(panel, until):
    panel.show_marks([annotation(number, block=number) for number in range(1, 301)], [])
    until(lambda: not panel._more.isActive())
    assert 6 <= len(panel.cards) < 150
    panel.show_annotation(200)
    until(lambda: ("annotation", 200) in panel.cards)
    assert panel.cards["annotation", 200].property("marked")


def test_scrolling_to_the_end_brings_all_cards(panel, until):
    panel.show_marks([annotation(number, block=number) for number in range(1, 41)], [])

    def at_the_end():
        bar = panel.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        return len(panel.cards) == 40

    until(at_the_end)


def test_a_card_on_which_somebody_writes_stays_open_when_the_marks_are_read_anew(panel, until):
    panel.show_marks([annotation(1, note="Before.")], [])
    until(lambda: panel.cards)
    card = panel.cards["annotation", 1]
    card.field.write()
    card.field.editor.setPlainText("Half a thou")
    panel.show_marks([annotation(1, note="Before.", colour="pink"), annotation(2, block=1)], [Bookmark(1, 1, 0, "x")])
    until(lambda: len(panel.cards) == 3)
    assert panel.cards["annotation", 1] is card
    assert card.field.is_writing
    assert card.field.editor.toPlainText() == "Half a thou"


def test_every_control_of_a_card_has_a_name(panel, until):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

    panel.show_marks([annotation(1, note="A note")], [Bookmark(1, 1, 0, "قال رئيس الهيئة", "Name")])
    until(lambda: len(panel.cards) == 2)
    for card in panel.cards.values():
        for control in (card, *(card.findChildren(kind)[0] for kind in (QAbstractButton,))):
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface.text(QAccessible.Text.Name)
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
            assert all(control.accessibleName() for control in card.findChildren(kind)), kind
    said = panel.cards["annotation", 1].accessibleName()
    assert all(part in said for part in ("رئيس الهيئة", "A note", "Yellow", "Paragraph 0"))


def test_links_of_a_note_can_be_reached_by_the_keyboard_and_a_click_elsewhere_opens_the_note(panel, until, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    panel.show_marks([annotation(1, note="See https://example.org/x for it.\nYes."), annotation(2, note="None.")], [])
    until(lambda: len(panel.cards) == 2 and not panel._more.isActive())
    shown, plain = (panel.cards["annotation", number].field.shown for number in (1, 2))
    assert 'href="https://example.org/x"' in shown.text()
    assert shown.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert plain.focusPolicy() is Qt.FocusPolicy.NoFocus
    qapp.processEvents()
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().bottomRight())
    qapp.processEvents()
    assert panel.cards["annotation", 1].field.is_writing


@pytest.mark.parametrize("theme", ["LIGHT", "DARK"])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_highlight_is_a_tint_with_a_line_along_it_on_both_sides(view, qapp, theme, colour):
    from PySide6.QtGui import QColor

    from reader.gui import theme as themes
    from reader.gui.marks import marks_of

    colours = getattr(themes, theme)
    view.set_theme(colours)
    view.marked.show(marks_of([annotation(1, block=1, colour=colour, sides=tuple(Side))], []))
    qapp.processEvents()
    for side in Side:
        picture = view._column_of(side).viewport().grab().toImage()
        row = view.row(1)
        place = view._column_of(side).rows.span_rect(row, side, (4, 15)).toAlignedRect()
        found = {
            picture.pixelColor(x, y).name()
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom() + 1)
        }
        assert QColor(themes.tint(colours, colour)).name() in found
        assert QColor(themes.mark(colours, colour)).name() in found
        elsewhere = view._column_of(side).rows.span_rect(view.row(2), side, (4, 15)).toAlignedRect()
        assert picture.pixelColor(elsewhere.topLeft()).name() == colours.paper


def test_what_is_copied_is_the_text_itself_whatever_is_marked_on_it(view):
    from reader.gui.marks import marks_of

    view.marked.show(marks_of([annotation(1, sides=tuple(Side), note="n")], [Bookmark(1, 1, 0, "x")]))
    view.selection.select_all()
    assert view.selection.text() == "\n\n".join([ARABIC] * 3)


def test_in_a_narrow_window_the_toolbar_leaves_out_what_the_menu_has(qapp):
    from PySide6.QtWidgets import QWidget

    from reader.gui.actions import Actions
    from reader.gui.toolbar import Toolbar

    owner = QWidget()
    toolbar = Toolbar(Actions(owner))
    toolbar.setParent(owner)
    toolbar.setMinimumWidth(1)
    owner.show()
    natural = toolbar.sizeHint().width()
    less = natural - toolbar.help_button.sizeHint().width() - toolbar.type_button.sizeHint().width() - 20
    found = []
    for width in (natural + 20, natural - 20, less, natural + 20):
        toolbar.resize(width, 48)
        qapp.processEvents()
        found.append((toolbar.help_button.isHidden(), toolbar.layouts.isHidden()))
        assert toolbar.layout().minimumSize().width() <= width
    assert found == [(False, False), (True, False), (True, True), (False, False)]
    owner.close()
    owner.deleteLater()
