"""Several windows of one process: opened, found again, closed and remembered; what is chosen in one holds in all."""

from dataclasses import replace

import pytest

from reader.app import App
from reader.model import Engine, EngineName, PairedArticle
from reader.raw_document import RawDocument
from reader.settings import OpenWindow, Settings, load, save

pytestmark = pytest.mark.gui

NAMES = "ابت"
PAGES = [
    f"عنوان رقم {name} للخبر\n\n" + "\n\n".join(f"فقرة {n} عن {name} وفيها ما يكفي من الكلام." for n in range(30))
    for name in NAMES
]


def key(widget, name, modifier="NoModifier"):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"), getattr(Qt.KeyboardModifier, modifier))


def middle_click(area, rect):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(area.viewport(), Qt.MouseButton.MiddleButton, pos=rect.center())


@pytest.fixture
def full(app):
    """An app with three pieces."""
    with app.library() as library:
        for page in PAGES:
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    return app


@pytest.fixture
def windows(full, open_windows, until):
    """The windows of a process, one of them open on piece 1."""
    made = open_windows(full)
    window = begin(made, 1)
    settle(made, until)
    until(lambda: len(window.library.catalogue.pieces) == 3)
    return made


def begin(windows, target):
    """Opens the first window, as a start does."""
    window = windows.first(target)
    window.show()
    windows.furnish(window)
    window.start(target)
    return window


def settle(windows, until):
    until(lambda: windows.is_settled() and all(one.desk.article is not None for one in windows.all))


def open_beside(windows, until, beside, piece):
    """Opens a piece in a window beside another; the window, when all is there."""
    windows.open_piece(beside, piece)
    settle(windows, until)
    return windows.all[-1]


def pieces(windows):
    return [one.desk.piece for one in windows.all]


def active(qapp, until, window):
    until(lambda: qapp.activeWindow() is window)


def choose(window, *numbers):
    window.library.list.choose(list(numbers), numbers[0])
    window.library.list.setFocus()


# Opening


def test_ctrl_return_in_the_list_opens_what_is_chosen_each_in_a_window_of_its_own(windows, until, qapp):
    first = windows.all[0]
    active(qapp, until, first)
    choose(first, 2, 3)
    key(first.library.list, "Return", "ControlModifier")
    until(lambda: len(windows.all) == 3)
    settle(windows, until)
    assert pieces(windows) == [1, 3, 2]  # in the order of the list, the newest first
    assert windows.all[1].windowTitle() == PAGES[2].splitlines()[0]


def test_a_middle_click_opens_a_piece_in_a_new_window_and_a_click_stays_in_this_one(windows, until):
    first = windows.all[0]
    rows = first.library.list
    middle_click(rows, rows.visualRect(rows.pieces.index(rows.pieces.row_of(2), 0)))
    settle(windows, until)
    assert pieces(windows) == [1, 2]
    rows.open_asked.emit(3)
    settle(windows, until)
    assert pieces(windows) == [3, 2]


def test_a_piece_that_another_window_has_is_shown_there(windows, until, qapp):
    first = windows.all[0]
    second = open_beside(windows, until, first, 2)
    windows.bring(first)
    active(qapp, until, first)
    windows.open_piece(first, 2)
    active(qapp, until, second)
    assert pieces(windows) == [1, 2]


def test_a_piece_that_is_asked_for_twice_before_it_is_there_has_one_window(windows, until):
    first = windows.all[0]
    windows.open_piece(first, 2)
    windows.open_piece(first, 2)
    settle(windows, until)
    assert pieces(windows) == [1, 2]


def test_what_is_open_here_opens_once_more_beside_it(windows, until):
    first = windows.all[0]
    choose(first, 1)
    first.commands.open_apart.trigger()
    until(lambda: len(windows.all) == 2)
    settle(windows, until)
    assert pieces(windows) == [1, 1]


def test_a_new_window_shows_what_is_open_at_its_place_below_and_beside_the_other(windows, until):
    first = windows.all[0]
    first.view.set_reading_place((12, 0.0))
    place = first.view.reading_place()
    first.commands.new_window.trigger()
    settle(windows, until)
    second = windows.all[1]
    assert pieces(windows) == [1, 1]
    assert second.view.reading_place()[0] == place[0] == 12
    assert second.size() == first.size()
    assert second.pos() != first.pos()


def test_a_new_window_shows_an_article_that_is_in_no_library_with_its_pairs(windows, until):
    first = windows.all[0]
    first.desk.open_raw(RawDocument("خبر جديد\n\nلم يحفظه أحد بعد في المكتبة هنا."))
    until(lambda: first.desk.piece is None and first.is_settled())
    first.commands.new_window.trigger()
    settle(windows, until)
    assert windows.all[1].desk.article == first.desk.article
    assert windows.all[1].desk.pairs == first.desk.pairs


def test_a_search_result_opens_in_a_new_window_with_what_was_found_lit(windows, until, qapp):
    first = windows.all[0]
    first.searching.search_for("ت")
    until(lambda: first.library.results.list.hits.rowCount() == 1 and first.is_settled())
    found = first.library.results.list
    found.enter()
    key(found, "Return", "ControlModifier")
    settle(windows, until)
    assert pieces(windows) == [1, 3]
    until(lambda: windows.all[1].finding.finder.count > 0)
    middle_click(found, found.visualRect(found.hits.index(0)))
    active(qapp, until, windows.all[1])
    assert pieces(windows) == [1, 3]


def test_ctrl_return_in_the_search_field_opens_the_first_result_in_a_new_window(windows, until, qapp):
    first = windows.all[0]
    active(qapp, until, first)
    field = first.library.search_box.field
    first.searching.begin()
    field.setText("ب")
    until(lambda: first.library.results.list.hits.rowCount() == 1 and first.is_settled())
    key(field, "Return", "ControlModifier")
    settle(windows, until)
    assert pieces(windows) == [1, 2]


def test_what_lies_in_the_trash_and_what_are_too_many_are_not_opened(windows):
    from reader.gui.librarian import MOST_APART

    first = windows.all[0]
    assert first.commands.open_apart.isEnabled()
    chosen = first.library.chosen
    first.library.chosen = lambda: chosen() * (MOST_APART + 1)
    first.librarian.show_state()
    assert not first.commands.open_apart.isEnabled()


def test_a_further_window_that_is_closed_as_soon_as_it_shows_reads_nothing(windows, until, monkeypatch):
    from PySide6.QtCore import QTimer

    from reader.gui.window import MainWindow

    first, begun = windows.all[0], []
    monkeypatch.setattr(MainWindow, "activateWindow", lambda window: QTimer.singleShot(0, window, window.close))
    monkeypatch.setattr(MainWindow, "start", lambda window, target: begun.append(target))
    windows.open_piece(first, 2)
    until(lambda: len(windows.all) == 2)
    settle(windows, until)
    assert windows.all == [first]
    assert begun == []
    monkeypatch.undo()
    assert open_beside(windows, until, first, 2).desk.piece == 2


def test_a_new_window_is_made_out_of_sight_and_what_is_typed_meanwhile_goes_to_the_old_one(windows, until, qapp):
    first = windows.all[0]
    active(qapp, until, first)
    size = first.view.options().arabic_size
    first.commands.new_window.trigger()
    turns = 0
    while len(windows.all) == 1:
        qapp.processEvents()
        turns += 1
        assert [one for one in qapp.topLevelWidgets() if one.isVisible() and one is not first] == []
        if turns == 2:
            key(first, "Plus", "ControlModifier")
    assert turns > 4
    assert first.view.options().arabic_size > size
    settle(windows, until)
    active(qapp, until, windows.all[1])
    assert windows.all[1].isVisible()
    assert windows.all[1].view.options() == first.view.options()


# From one to the next


def test_ctrl_f6_goes_from_window_to_window_and_the_menu_and_the_palette_name_them(windows, until, qapp):
    first = windows.all[0]
    assert not first.commands.next_window.isEnabled()
    assert first.commands.windows == []
    second, third = (open_beside(windows, until, first, piece) for piece in (2, 3))
    windows.bring(first)
    active(qapp, until, first)
    for after in (second, third, first):
        key(qapp.activeWindow(), "F6", "ControlModifier")
        active(qapp, until, after)
    key(first, "F6", "ControlModifier")
    active(qapp, until, second)
    second.commands.previous_window.trigger()
    active(qapp, until, first)
    titles = [page.splitlines()[0] for page in PAGES]
    assert [one.text() for one in first.commands.windows] == titles
    assert [one.isChecked() for one in second.commands.windows] == [False, True, False]
    named = [one for one in first.commands.all() if any(title in one.name for title in titles)]
    assert [title in one.name for title, one in zip(titles[1:], named, strict=True)] == [True, True]
    named[1].action.trigger()
    active(qapp, until, third)
    first.toolbar.window_menu.aboutToShow.emit()
    assert set(first.commands.windows) <= set(first.toolbar.window_menu.actions())
    third.close()
    assert [one.text() for one in first.commands.windows] == titles[:2]


def test_two_windows_on_one_piece_are_told_apart_in_the_menu(windows, until):
    for _ in range(2):
        windows.open_same(windows.all[0])
        settle(windows, until)
    title = PAGES[0].splitlines()[0]
    assert [one.text() for one in windows.all[0].commands.windows] == [title, f"{title} (2)", f"{title} (3)"]


# Closing


def test_ctrl_w_closes_one_window_and_the_others_go_on(windows, until, qapp):
    from shiboken6 import isValid

    first = windows.all[0]
    second = open_beside(windows, until, first, 2)
    second.dialogs.show_glossary()
    second.dialogs.show_models()
    second.dialogs.show_all_notes()
    second.librarian.show_duplicates()
    settle(windows, until)
    windows.bring(second)
    active(qapp, until, second)
    key(second, "W", "ControlModifier")
    assert pieces(windows) == [1]
    until(lambda: not isValid(second))
    first.commands.star.trigger()
    first.glossary.add("قرية", "village", "")
    first.models.refresh()
    first.appearance.choose_theme("dark")
    first.appearance.choose_language("ar")
    first.shelf.look_elsewhere()
    settle(windows, until)
    until(lambda: next(one for one in first.library.catalogue.pieces if one.id == 1).starred)
    assert not first.shelf._lane._thread.isFinished()
    first.close()
    assert first.shelf._lane._thread.isFinished()
    assert first.models._disk._thread.isFinished()


def test_a_note_that_is_being_written_in_a_window_that_closes_is_kept_and_shows_in_the_other(windows, until):
    first = windows.all[0]
    windows.open_same(first)
    settle(windows, until)
    second = windows.all[1]
    second.view.places.focus()
    second.marking.highlight(places_of(second, "فقرة 0"))
    until(lambda: second.marking.annotations and second.is_settled())
    number = second.marking.annotations[0].id
    second.commands.notes.setChecked(True)
    until(lambda: ("annotation", number) in second.marks.panel.cards)
    field = second.marks.panel.cards["annotation", number].field
    field.write()
    field.editor.setPlainText("لا تضيع")
    second.close()
    until(lambda: [one.note for one in first.marking.annotations] == ["لا تضيع"])


def places_of(window, words):
    from reader.model import Place, Side

    block = next(n for n, one in enumerate(window.desk.article.blocks) if words in one.text)
    start = window.desk.article.blocks[block].text.index(words)
    return [(Side.SOURCE, Place(block, start, start + len(words)))]


def test_a_window_that_is_asked_for_is_there_when_the_only_one_is_closed_at_once(windows, until):
    first = windows.all[0]
    first.commands.new_window.trigger()
    first.close()
    assert len(windows.all) == 1
    assert windows.all[0] is not first
    settle(windows, until)
    assert pieces(windows) == [1]
    assert windows.all[0].isVisible()


def test_quitting_while_a_window_is_made_leaves_none_behind_and_all_work_ends(windows, qapp, until):
    first = windows.all[0]
    for steps in (0, 1, 3):
        windows.open_piece(first, 2)
        for _ in range(steps):
            qapp.processEvents()
        if steps < 3:
            settle(windows, until)
            windows.all[1].close()
    windows.quit()
    assert windows.all == []
    assert [one for one in qapp.topLevelWidgets() if one.isVisible()] == []
    assert first.shelf._lane._thread.isFinished()


# Remembered


def test_quitting_remembers_the_windows_and_the_next_start_opens_them_where_they_stood(
    windows, full, open_windows, until, qapp
):
    first = windows.all[0]
    second = open_beside(windows, until, first, 3)
    second.resize(720, 610)
    second.move(70, 60)
    second.commands.notes.setChecked(True)
    windows.bring(second)
    active(qapp, until, second)
    key(second, "Q", "ControlModifier")
    assert windows.all == []
    again = open_windows(App(full.paths.data))
    front = begin(again, None)
    assert len(again.all) == 1  # the others come when there is something to see
    settle(again, until)
    until(lambda: len(again.all) == 2)
    settle(again, until)
    assert pieces(again) == [3, 1]
    assert (front.size().toTuple(), front.commands.notes.isChecked()) == ((720, 610), True)
    assert front.pos() == again.all[0].pos()
    assert not again.all[1].commands.notes.isChecked()
    active(qapp, until, front)


def test_a_window_that_was_still_to_come_back_when_it_was_quit_comes_back_the_time_after(
    windows, full, open_windows, until, qapp
):
    open_beside(windows, until, windows.all[0], 3)
    windows.quit()
    again = open_windows(App(full.paths.data))
    begin(again, None)
    while again._turns.is_idle():
        qapp.processEvents()
    assert len(again.all) == 1  # the other is being made
    again.quit()
    assert again.all == []
    assert {one.piece for one in load(full.paths.settings).windows} == {1, 3}


def test_a_window_that_was_closed_alone_is_forgotten(windows, full, open_windows, until):
    open_beside(windows, until, windows.all[0], 2).close()
    settle(windows, until)
    windows.quit()
    assert load(full.paths.settings).windows == ()
    again = open_windows(App(full.paths.data))
    begin(again, None)
    settle(again, until)
    assert pieces(again) == [1]


def test_the_windows_are_remembered_while_they_are_open_for_a_machine_may_fail(windows, full, until):
    windows.open_piece(windows.all[0], 2)
    settle(windows, until)
    until(lambda: {one.piece for one in load(full.paths.settings).windows} == {1, 2})


def test_a_start_with_an_article_opens_that_alone_and_leaves_the_windows_remembered(windows, full, open_windows, until):
    windows.open_piece(windows.all[0], 2)
    settle(windows, until)
    windows.quit()
    before = load(full.paths.settings).windows
    aside = open_windows(App(full.paths.data))
    begin(aside, 3)
    settle(aside, until)
    assert pieces(aside) == [3]
    aside.quit()
    assert load(full.paths.settings).windows == before
    more = open_windows(App(full.paths.data))
    more.open_piece(begin(more, 3), 2)
    settle(more, until)
    more.quit()
    assert {one.piece for one in load(full.paths.settings).windows} == {3, 2}


def test_what_is_no_longer_in_the_library_is_not_opened_again(windows, full, open_windows, until):
    first = windows.all[0]
    for piece in (2, 3):
        open_beside(windows, until, first, piece)
    windows.bring(first)
    windows.quit()
    with full.library() as library:
        library.remove(2)
    again = open_windows(App(full.paths.data))
    begin(again, None)
    settle(again, until)
    until(lambda: len(again.all) == 2)
    settle(again, until)
    assert sorted(pieces(again)) == [1, 3]


def test_settings_keep_windows_and_do_without_what_makes_no_sense(tmp_path):
    file = tmp_path / "settings.json"
    windows = (OpenWindow(2, "abc", "def", False, "notes"), OpenWindow(1))
    save(file, replace(Settings(), windows=windows))
    assert load(file).windows == windows
    for spoiled in ('"piece": 0', '"piece": null', '"piece": "2"', '"pieces": 2'):
        save(file, replace(Settings(), windows=windows))
        file.write_text(file.read_text().replace('"piece": 2', spoiled))
        assert load(file).windows == ()


# What is chosen holds in all


def test_theme_layout_type_and_language_chosen_in_one_window_hold_in_all(windows, until):
    first = windows.all[0]
    second = open_beside(windows, until, first, 2)
    first.appearance.choose_theme("contrast_dark")
    assert first.view._page.theme.name == "contrast_dark"
    until(lambda: second.view._page.theme.name == "contrast_dark")
    settle(windows, until)
    assert second.page.styleSheet() == first.page.styleSheet()
    assert second.commands.themes["contrast_dark"].isChecked()
    second.appearance.choose_layout("stacked")
    until(lambda: first.view._page.mode.value == "stacked")
    assert first.commands.layouts["stacked"].isChecked()
    first.commands.larger.trigger()
    second_size = first.view.options().arabic_size
    until(lambda: second.view.options().arabic_size == second_size)
    first.appearance.choose_options(replace(first.view.options(), digits="arabic", diacritics=False))
    until(lambda: second.view.options() == first.view.options())
    assert second.view.options().digits == "arabic"
    first.appearance.choose_language("ar")
    until(lambda: second.toolbar.window_menu.title() == "النوافذ")
    assert second.commands.languages["ar"].isChecked()
    settle(windows, until)
    first.appearance.choose_theme("light")
    first.appearance.choose_theme("contrast_dark")  # back to what the other has before it has followed
    settle(windows, until)
    until(lambda: all(window.updatesEnabled() for window in windows.all))
    assert {part.styleSheet() for window in windows.all for part in window.dressed()} == {first.page.styleSheet()}


@pytest.mark.parametrize("choice", ["theme", "language"])
def test_every_part_of_every_window_is_painted_once_for_another_theme_or_language(windows, until, qapp, choice):
    from collections import Counter

    from PySide6.QtCore import QEvent, QObject

    first = windows.all[0]
    open_beside(windows, until, first, 2)
    settle(windows, until)

    class Paints(QObject):
        def eventFilter(self, part, event):
            if event.type() == QEvent.Type.Paint:
                painted[part] += 1
            return False

    painted, watch = Counter(), Paints()
    parts = [part for window in windows.all for part in (window, window.toolbar, window.page, window.strip)]
    for part in parts:
        part.installEventFilter(watch)
    if choice == "theme":
        first.appearance.choose_theme("dark")
    else:
        first.appearance.choose_language("ar")
    settle(windows, until)
    until(lambda: len(painted) == len(parts))
    qapp.processEvents()
    assert set(painted.values()) == {1}
    assert {part.styleSheet() for window in windows.all for part in window.dressed()} == {first.page.styleSheet()}


def test_the_order_of_the_list_holds_in_all_and_the_panels_are_each_windows_own(windows, until):
    from reader.gui.catalogue import Group, Order, Sort

    first = windows.all[0]
    second = open_beside(windows, until, first, 2)
    order = Order(Sort.TITLE, Group.NONE, True)
    first.library.set_order(order)
    first.library.order_changed.emit(order)
    assert [second.library.list.pieces.piece(row).id for row in range(3)] == [
        first.library.list.pieces.piece(row).id for row in range(3)
    ]
    first.commands.library.setChecked(False)
    assert second.commands.library.isChecked()
    assert not second.library.isHidden()


def test_another_language_turns_each_window_with_its_menus_and_dialogs_and_what_is_hidden_when_it_shows(
    windows, until, qapp
):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMenu

    first = windows.all[0]
    second = open_beside(windows, until, first, 2)
    for window in windows.all:
        window.commands.typesetting.trigger()
    hidden, shown = first.appearance.type_dialog, second.appearance.type_dialog
    hidden.hide()
    for language, way in (("ar", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)):
        first.appearance.choose_language(language)
        qapp.processEvents()
        until(windows.is_settled)
        for window in windows.all:
            menus = window.findChildren(QMenu)
            assert menus
            assert {part.layoutDirection() for part in (window, window.view, *menus)} == {way}
        assert shown.layoutDirection() == shown.focusWidget().layoutDirection() == way
        assert hidden.layoutDirection() != way
        first.commands.typesetting.trigger()
        assert hidden.layoutDirection() == hidden.focusWidget().layoutDirection() == way
        assert hidden.windowTitle() == shown.windowTitle()
        hidden.hide()
