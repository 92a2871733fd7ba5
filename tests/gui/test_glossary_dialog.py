"""The window of the glossary on the real app and the real library."""

import pytest

from reader.errors import LibraryError
from reader.model import EngineName, FlagKind
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

ENGLISH = """Wheat prices rise

Wheat prices rose last week, the ministry of economy said.
"""
"""A page that needs no engine, for what has nothing to do with one."""
MARKS = {ord(mark): None for mark in "\u2068\u2069\u200e\u200f"}


def plain(text):
    return text.translate(MARKS)


@pytest.fixture
def shown(open_window, app, until):
    """The window, and that of the glossary, in which these terms stand."""

    def make(*terms, page=ENGLISH):
        with app.library() as library:
            for term in terms:
                library.add_term(*term)
        window = open_window(app, RawDocument(page))
        window.commands.glossary.trigger()
        until(window.is_settled)
        return window, window.dialogs.glossary

    return make


EUPHRATES, GROUP, PLANT = (
    ("الفرات", "Euphrates"),
    ("تنظيم الدولة", "Islamic State group", "never organisation"),
    ("محطة التحلية", "desalination plant"),
)


def rows(dialog):
    shown = dialog.shown
    return [tuple(shown.index(row, column).data() for column in range(3)) for row in range(shown.rowCount())]


def stored(app):
    with app.library() as library:
        return {(term.source, term.target, term.note) for term in library.terms()}


def edit(dialog, row, column, text):
    """Edits a cell as a person does: F2, the text, Enter."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    dialog.table.setCurrentIndex(dialog.shown.index(row, column))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.findChild(QLineEdit, "cellEditor")
    direction = editor.layoutDirection()
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    return direction


def test_a_term_is_added_and_the_line_is_free_for_the_next(shown, app, until):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window, dialog = shown()
    assert not dialog.add_button.isEnabled()
    dialog.source.setText("نهر الفرات")
    dialog.target.setText(" the  Euphrates ")
    QTest.keyClick(dialog.target, Qt.Key.Key_Return)
    until(lambda: rows(dialog) and window.is_settled())
    assert rows(dialog) == [("نهر الفرات", "the Euphrates", "")]
    assert stored(app) == {("نهر الفرات", "the Euphrates", None)}
    assert dialog.source.text() == dialog.target.text() == ""
    assert dialog.chosen().source == "نهر الفرات"


def test_a_term_that_is_there_already_is_told_while_it_is_written(shown):
    _, dialog = shown(EUPHRATES, GROUP)
    dialog.source.setText("الفُرات")
    dialog.target.setText("Firat")
    assert "is in the glossary already: Euphrates" in plain(dialog.hint.text())
    assert not dialog.add_button.isEnabled()
    dialog.source.setText("وللفرات")
    assert plain(dialog.hint.text()) == "The glossary finds this already by its term الفرات: Euphrates."
    assert dialog.add_button.isEnabled()
    dialog.source.setText("دجلة")
    assert not dialog.hint.isVisible()


def test_a_selection_of_the_text_fills_the_line_and_the_keyboard_stands_where_something_is_missing(shown, until):
    window, dialog = shown(EUPHRATES, GROUP)
    dialog.close()
    dialog = window.dialogs.show_glossary()
    dialog.activateWindow()
    dialog.add("البادية", "")
    assert (dialog.source.text(), dialog.target.text()) == ("البادية", "")
    assert dialog.focusWidget() is dialog.target
    dialog.add("الفرات", "Euphrates")
    assert dialog.chosen().source == "الفرات"


def test_a_cell_is_edited_in_its_own_direction_and_undone(shown, app, until):
    from PySide6.QtCore import Qt

    window, dialog = shown(EUPHRATES, GROUP)
    (euphrates,) = [row for row, cells in enumerate(rows(dialog)) if cells[0] == "الفرات"]
    assert edit(dialog, euphrates, 1, "the Euphrates river") is Qt.LayoutDirection.LeftToRight
    until(lambda: ("الفرات", "the Euphrates river", None) in stored(app) and window.is_settled())
    assert edit(dialog, euphrates, 0, "نهر الفرات") is Qt.LayoutDirection.RightToLeft
    until(lambda: ("نهر الفرات", "the Euphrates river", None) in stored(app) and window.is_settled())
    dialog.undo_button.click()
    until(window.is_settled)
    dialog.undo_button.click()
    until(window.is_settled)
    assert stored(app) == {(*EUPHRATES, None), GROUP}
    assert not dialog.undo_button.isEnabled()


def test_a_change_that_makes_a_term_a_second_time_is_refused_and_nothing_is_changed(shown, app, until):
    window, dialog = shown(EUPHRATES, PLANT)
    edit(dialog, 1, 0, "الفرات" if rows(dialog)[1][0] != "الفرات" else "محطة التحلية")
    until(lambda: dialog.bar.text() and window.is_settled())
    assert dialog.bar.kind == "error"
    assert "already" in dialog.bar.text()
    assert stored(app) == {(*EUPHRATES, None), (*PLANT, None)}
    assert {row[0] for row in rows(dialog)} == {"الفرات", "محطة التحلية"}


def test_delete_removes_a_term_and_undo_brings_it_back(shown, app, until):
    window, dialog = shown(EUPHRATES, GROUP, PLANT)
    (group,) = [row for row, cells in enumerate(rows(dialog)) if cells[0] == GROUP[0]]
    dialog.table.setCurrentIndex(dialog.shown.index(group, 0))
    dialog.remove_action.trigger()
    until(lambda: len(rows(dialog)) == 2 and window.is_settled())
    assert plain(dialog.bar.text()) == f"Removed from the glossary: {GROUP[0]}"
    assert dialog.chosen() is not None
    dialog.bar.action_button.click()
    until(lambda: len(rows(dialog)) == 3 and window.is_settled())
    assert GROUP in stored(app)


def test_a_change_before_a_removal_is_undone_after_it(shown, app, until):
    window, dialog = shown(EUPHRATES)
    edit(dialog, 0, 1, "Furat")
    until(lambda: rows(dialog)[0][1] == "Furat" and window.is_settled())
    dialog.remove_button.click()
    until(lambda: rows(dialog) == [] and window.is_settled())
    dialog.undo_action.trigger()
    until(lambda: rows(dialog) and window.is_settled())
    dialog.undo_action.trigger()
    until(lambda: rows(dialog) and rows(dialog)[0][1] == "Euphrates" and window.is_settled())
    assert stored(app) == {(*EUPHRATES, None)}


def test_the_table_is_filtered_however_a_word_is_spelled(shown):
    _, dialog = shown(EUPHRATES, GROUP, PLANT)
    dialog.filter.setText("محطه")
    assert [row[0] for row in rows(dialog)] == [PLANT[0]]
    assert plain(dialog.count.text()) == "Terms: 1 of 3"
    dialog.filter.setText("GROUP never")
    assert [row[0] for row in rows(dialog)] == [GROUP[0]]
    dialog.filter.clear()
    assert dialog.count.text() == "Terms: 3"


def test_a_file_is_imported_with_what_was_there_already_told_and_undone_as_a_whole(shown, app, until, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text("source,target\nالفرات,Euphrates\nداعش,ISIS\nمحطة التحلية,water works\nدجلة,\n", "utf-8-sig")
    window, dialog = shown(EUPHRATES, PLANT)
    window.glossary.import_file(file)
    until(lambda: dialog.bar.text() and window.is_settled())
    assert plain(dialog.bar.text()) == (
        "Terms added: 1. There already: 1. There with another translation, and left as they were: 1 (محطة التحلية). "
        "Rows without a term or a translation: 1."
    )
    assert stored(app) == {(*EUPHRATES, None), (*PLANT, None), ("داعش", "ISIS", None)}
    dialog.bar.action_button.click()
    until(window.is_settled)
    assert stored(app) == {(*EUPHRATES, None), (*PLANT, None)}


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"no terms in here\n"])
def test_a_file_without_terms_is_one_sentence_in_place(shown, app, until, tmp_path, content):
    file = tmp_path / "terms.csv"
    file.write_bytes(content)
    window, dialog = shown(EUPHRATES)
    window.glossary.import_file(file)
    until(lambda: dialog.bar.text() and window.is_settled())
    assert dialog.bar.kind == "error"
    assert "terms.csv" in dialog.bar.text()
    assert stored(app) == {(*EUPHRATES, None)}


@pytest.mark.parametrize("name", ["glossary.csv", "glossary.tsv"])
def test_what_is_exported_is_imported_elsewhere(shown, app, until, tmp_path, name):
    window, dialog = shown(EUPHRATES, GROUP, PLANT)
    before = stored(app)
    window.glossary.export_file(tmp_path / name)
    until(lambda: dialog.bar.text() and window.is_settled())
    assert name in dialog.bar.text()
    for term in window.glossary.terms:
        window.glossary.remove(term)
    until(lambda: stored(app) == set() and window.is_settled())
    window.glossary.import_file(tmp_path / name)
    until(lambda: stored(app) == before and window.is_settled())


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(shown, until, tmp_path):
    window, dialog = shown(EUPHRATES)
    window.glossary.export_file(tmp_path / "none" / "glossary.csv")
    until(lambda: dialog.bar.text() and window.is_settled())
    assert dialog.bar.kind == "error"
    assert list(tmp_path.glob("none*")) == []


WHEAT = """ارتفاع أسعار القمح

أعلنت وزارة الاقتصاد اليوم ارتفاع أسعار القمح في الأسواق المحلية.
"""


def test_what_is_open_is_glossed_anew_when_the_glossary_changes(shown, app, until):
    window, dialog = shown(page=WHEAT)
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    assert not any("granum" in pair.target for pair in window.desk.pairs.values())
    window.glossary.add("قمح", "granum", "")
    until(lambda: rows(dialog) and window.is_settled())
    assert {pair.engine for pair in window.desk.pairs.values()} == {EngineName.GLOSS}
    assert all("granum" in pair.target for pair in window.desk.pairs.values())
    with app.library() as library:
        assert all("granum" in pair.target for pair in library.get(window.desk.piece).pairs)
    dialog.undo_button.click()
    until(lambda: not rows(dialog) and window.is_settled())
    assert not any("granum" in pair.target for pair in window.desk.pairs.values())


def test_what_a_model_made_stays_and_is_flagged_anew_when_the_glossary_changes(open_window, app, until, small_package):
    app.packages().install(small_package)
    window = open_window(app, RawDocument(WHEAT), engine="auto")
    before = {index: pair.target for index, pair in window.desk.pairs.items()}

    def flagged():
        flags = [flag.kind for pair in window.desk.pairs.values() for flag in pair.flags]
        return FlagKind.GLOSSARY in flags

    assert not flagged()
    window.glossary.add("القمح", "granum", "")
    until(lambda: flagged() and window.is_settled())
    assert {index: pair.target for index, pair in window.desk.pairs.items()} == before
    window.glossary.undo()
    until(lambda: not flagged() and window.is_settled())


def test_a_library_that_cannot_be_read_is_said_in_place(shown, app, until, monkeypatch):
    def fail():
        raise LibraryError("library.no_term", term=1)

    window, dialog = shown(EUPHRATES)
    monkeypatch.setattr(window.glossary._shelf, "on_lane", fail)
    window.glossary.refresh()
    until(lambda: dialog.bar.text() and window.is_settled())
    assert dialog.bar.kind == "error"


def test_it_speaks_arabic_and_keeps_the_direction_of_each_cell(shown, until):
    from PySide6.QtCore import Qt

    window, dialog = shown(EUPHRATES)
    window.commands.languages["ar"].trigger()
    until(lambda: dialog.windowTitle() == "المسرد")
    assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert dialog.target.layoutDirection() is Qt.LayoutDirection.LeftToRight
    header = dialog.terms.headerData(0, Qt.Orientation.Horizontal)
    assert header == "المصطلح"


def test_each_control_has_a_name_and_is_reached_by_the_keyboard(shown):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

    _, dialog = shown(EUPHRATES)
    controls = [
        one for kind in (QPushButton, QLineEdit, QTableView) for one in dialog.findChildren(kind) if one.isVisible()
    ]
    assert len(controls) == 10
    for control in controls:
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name.strip(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
        assert control.toolTip() or not isinstance(control, QPushButton), name
