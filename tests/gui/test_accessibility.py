"""The window for those who do not see it or have no mouse: its tree, its order, and a focus that shows."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui


SENTENCE = "قال الوزير إنّ الحكومة ستدعم 18 من المزارعين في الشمال والجنوب قبل بداية الموسم الجديد."
PAGE = RawDocument(f"العنوان\n\n{SENTENCE}\n\n{SENTENCE} ثم سافر.")
CONTROLS = (
    "Button CheckBox EditableText List ListItem Tree TreeItem Table Slider ScrollBar ComboBox RadioButton".split()
)


@pytest.fixture(params=["en", "ar"])
def window(request, open_window, app, until):
    window = open_window(app, PAGE, ui=request.param, welcomed=False)
    window.activateWindow()
    yield window


def tree(node, depth=0):
    """The visible nodes below one, each with its depth, in the order in which a screen reader goes through them."""
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield depth, child
            yield from tree(child, depth + 1)


def whole(window):
    from PySide6.QtGui import QAccessible

    return list(tree(QAccessible.queryAccessibleInterface(window)))


def name(node):
    from PySide6.QtGui import QAccessible

    return node.text(QAccessible.Text.Name).strip()


def called(window, text):
    """The one node of that name."""
    (node,) = [node for _, node in whole(window) if name(node) == text]
    return node


def save(window, until):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())


def test_every_control_is_named_whichever_panel_shows(window, qapp, until):
    save(window, until)
    for panel in (None, "notes", "doubts", "set_aside"):
        if panel is not None:
            getattr(window.commands, panel).setChecked(True)
        qapp.processEvents()
        nameless = [
            (node.role().name, type(node.object()).__name__)
            for _, node in whole(window)
            if node.role().name in CONTROLS and not name(node)
        ]
        assert nameless == []


def test_every_control_that_comes_and_goes_is_named_when_it_is_there(window, qapp, until):
    from reader.gui.columns import Spot
    from reader.model import Side

    window.commands.find.trigger()
    window.reading.look_up(Spot(1, Side.SOURCE, 1))
    until(lambda: window.reading.word_card.isVisible())
    window.messages.say("Done.", "Undo", lambda: None)
    qapp.processEvents()
    nodes = [node for _, node in whole(window)]
    assert [node for node in nodes if node.role().name in CONTROLS and not name(node)] == []
    window.reading.edit(1)
    qapp.processEvents()
    nodes = [node for _, node in whole(window)]
    assert [node for node in nodes if node.role().name in CONTROLS and not name(node)] == []


def test_the_article_is_read_as_text_on_both_sides(window):
    from PySide6.QtGui import QAccessible

    for column, pair_text in zip(window.view._columns(), ("source", "target"), strict=True):
        node = QAccessible.queryAccessibleInterface(column)
        text = node.textInterface()
        said = text.text(0, text.characterCount())
        for pair in window.desk.pairs.values():
            assert getattr(pair, pair_text) in said
        assert node.state().readOnly


def test_a_screen_reader_is_told_what_is_on_off_or_not_to_be_had(window, qapp, until):
    does = window.commands
    layouts = {value: called(window, action.iconText()) for value, action in does.layouts.items()}
    for chosen in ("stacked", "side"):
        does.layouts[chosen].trigger()
        assert {value for value, node in layouts.items() if node.state().checked} == {chosen}
        assert all(node.role().name == "CheckBox" and node.state().checkable for node in layouts.values())
    notes = called(window, does.notes.iconText())
    for shown in (True, False):
        does.notes.trigger()
        assert (notes.state().checked, window.marks.panel.isVisible()) == (shown, shown)
    button = called(window, does.save.iconText())
    assert (button.role().name, button.state().disabled) == ("Button", False)
    save(window, until)
    assert button.state().disabled
    assert name(button) == does.save.iconText()


def test_the_lists_say_what_is_chosen_in_them(window, qapp, until):
    from PySide6.QtGui import QAccessible

    save(window, until)
    pieces, sections = window.library.list, window.library.sections
    pieces.setCurrentIndex(pieces.model().index(0, 0))
    node = QAccessible.queryAccessibleInterface(pieces)
    (cell,) = [one for _, one in tree(node) if one.role().name == "Cell"]
    assert (node.role().name, cell.state().selected) == ("Table", True)
    assert "العنوان" in name(cell)
    node = QAccessible.queryAccessibleInterface(sections)
    items = [node.child(number) for number in range(node.childCount())]
    assert (node.role().name, {item.role().name for item in items}) == ("List", {"ListItem"})
    for row in (1, 0):
        sections.setCurrentIndex(sections.sections.index(row))
        assert [number for number, item in enumerate(items) if item.state().selected] == [row]


def test_the_columns_of_text_are_text_of_many_lines_that_is_read_and_not_written(window):
    from PySide6.QtGui import QAccessible

    for column in window.view._columns():
        node = QAccessible.queryAccessibleInterface(column)
        state = node.state()
        assert node.role().name == "EditableText"
        assert (state.multiLine, state.readOnly, state.editable, state.focusable) == (True, True, False, True)


def test_a_menu_has_a_name_and_its_commands_say_what_is_chosen(window, qapp):
    from PySide6.QtGui import QAccessible

    does, bar = window.commands, window.toolbar
    assert called(window, does.menu.iconText()).state().hasPopup
    does.themes["dark"].trigger()
    for menu, named in ((bar.view_menu, does.menu.iconText()), (bar.theme_menu, bar.theme_menu.title())):
        menu.ensurePolished()
        node = QAccessible.queryAccessibleInterface(menu)
        assert (node.role().name, name(node)) == ("PopupMenu", named)
    items = [node.child(number) for number in range(node.childCount())]
    assert {item.role().name for item in items} == {"MenuItem"}
    assert [name(item) for item in items if item.state().checked] == [does.themes["dark"].iconText()]


def test_the_order_is_controls_library_text_panel_state(window, qapp):
    window.commands.doubts.setChecked(True)
    qapp.processEvents()
    met = [node.object() for _, node in whole(window)]
    parts = [window.toolbar, window.library, window.view, window.doubts, window.strip]
    places = [met.index(part) for part in parts]
    assert places == sorted(places)


def tab_round(window, qapp):
    """The widgets to which Tab leads, from the window's first to the first again."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    first = window.toolbar.layout().itemAt(0).widget()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met = [first]
    while len(met) < 200:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            return met
        met.append(window.focusWidget())
    raise AssertionError("Tab never comes round")


def test_tab_leads_to_every_control_and_part_by_part(window, qapp, until):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    save(window, until)
    window.commands.doubts.setChecked(True)
    qapp.processEvents()
    met = tab_round(window, qapp)
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }
    assert {(type(one).__name__, one.accessibleName()) for one in wanted - set(met)} == set()
    parts = [window.toolbar, window.library, window.view, window.doubts]
    at = [next((n for n, part in enumerate(parts) if part.isAncestorOf(widget)), None) for widget in met]
    known = [n for n in at if n is not None]
    assert known == sorted(known)


def test_wherever_the_focus_goes_it_shows(window, qapp, until):
    save(window, until)
    window.commands.doubts.setChecked(True)
    qapp.processEvents()
    met = tab_round(window, qapp)
    for widget in met:
        elsewhere = met[0] if widget is not met[0] else met[1]
        pictures = []
        for focus in (elsewhere, widget):
            from PySide6.QtCore import Qt

            focus.setFocus(Qt.FocusReason.TabFocusReason)
            pictures.append(widget.grab().toImage())
        assert pictures[0] != pictures[1], (type(widget).__name__, widget.accessibleName())


def test_every_command_is_reached_by_a_key_of_its_own_or_by_the_list_of_commands(window):
    from reader.gui.command_palette import CommandPalette

    window.commands.palette.trigger()
    (dialog,) = window.findChildren(CommandPalette)
    listed = {dialog.list.item(row).text() for row in range(dialog.list.count())}
    for command in window.commands.all():
        usable = command.action.isEnabled() and command.action.isVisible()
        assert not usable or command.name in listed
