import pytest

from reader.model import Engine, EngineName, PairedArticle, PieceSummary
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

TEXT = " ".join(f"كلمة{n}" for n in range(120))


def summary(number, **more):
    return PieceSummary(number, f"عنوان {number}", "", "Title", "2025-01-02", "2025-11-03T00:00:00.000Z", **more)


@pytest.fixture
def dialog(qapp):
    from PySide6.QtWidgets import QWidget

    from reader.gui.duplicates_dialog import DuplicatesDialog

    parent = QWidget()
    dialog = DuplicatesDialog(parent)
    dialog.show()
    yield dialog
    dialog.close()
    parent.deleteLater()


def test_each_group_is_merged_kept_apart_or_left_for_later(dialog):
    heard = []
    dialog.merge_asked.connect(lambda *what: heard.append(what))
    dialog.apart_asked.connect(lambda *what: heard.append(what))
    dialog.show_groups(None)
    assert "Looking" in dialog.hint.text()
    pairs = [([summary(1), summary(2, notes=3)], 0.97), ([summary(3), summary(4), summary(5)], 0.9)]
    dialog.show_groups([*pairs, pairs[0]])
    assert dialog.heading.text() == "Group 1 of 3 · 97% alike"
    assert [card.choice.isChecked() for card in dialog._cards] == [False, True]
    dialog._cards[0].choice.setChecked(True)
    dialog.merge_button.click()
    assert dialog.apart_button.text() == "They are different"
    dialog.apart_button.click()
    dialog.later_button.click()
    assert heard == [(1, [2]), ([3, 4, 5],)]
    assert "last" in dialog.hint.text()
    assert not dialog.merge_button.isVisible()
    dialog.show_groups([])
    assert "No two" in dialog.hint.text()


def test_pieces_that_are_nearly_the_same_become_one_and_can_be_two_again(open_window, app, until):
    with app.library() as library:
        for page in (f"خبر واحد\n{TEXT}", f"خبر واحد\n{TEXT} زيادة"):
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 1)
    window.commands.duplicates.trigger()
    until(lambda: window.librarian.duplicates.merge_button.isVisible())
    window.librarian.duplicates.merge_button.click()
    until(window.is_settled)
    assert len(window.library.catalogue.pieces) == len(window.library.catalogue.trashed) == 1
    assert window.commands.undo.iconText() == "Undo: merge"
    window.commands.undo.trigger()
    until(window.is_settled)
    assert len(window.library.catalogue.pieces) == 2
    window.librarian.keep_apart([1, 2])
    until(window.is_settled)
    window.commands.duplicates.trigger()
    until(lambda: "No two" in window.librarian.duplicates.hint.text())


def save(window, until, text, command="save"):
    window.desk.open_text(text)
    until(lambda: window.desk.piece is None and window.is_settled())
    getattr(window.commands, command).trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())


def test_saving_what_the_library_nearly_has_offers_to_compare_the_two(open_window, app, until):
    window = open_window(app, RawDocument(f"خبر آخر\n{TEXT[::-1]}"))
    save(window, until, f"خبر واحد\n{TEXT}")
    assert window.bar.text() == ""  # nothing there is like it
    save(window, until, f"خبر واحد\n{TEXT} زيادة", "bookmark")  # which saves it too
    until(lambda: "nearly the same article already" in window.bar.text())
    assert "خبر واحد" in window.bar.text()
    assert len(window.library.catalogue.pieces) == 2
    window.bar.action_button.click()
    dialog = window.librarian.duplicates
    until(lambda: dialog.merge_button.isVisible())
    assert dialog.heading.text().startswith("Group 1 of 1")
    save(window, until, f"خبر واحد\n{TEXT} وأخرى")
    until(lambda: "several pieces" in window.bar.text())


def test_whoever_reads_what_is_merged_away_goes_on_in_the_piece_that_is_kept(open_window, app, until):
    with app.library() as library:
        for page in (f"خبر واحد\n{TEXT}", f"خبر واحد\n{TEXT} زيادة"):
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 2)
    window.librarian.merge(1, [2])
    until(lambda: window.desk.piece == 1 and window.is_settled())
    window.commands.undo.trigger()
    until(lambda: len(window.library.catalogue.pieces) == 2 and window.is_settled())
    assert window.desk.piece == 1


def test_an_edit_that_saves_the_article_offers_to_compare_too(open_window, app, until):
    window = open_window(app, RawDocument(f"خبر واحد\n{TEXT}"))
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    window.desk.open_text(f"خبر واحد\n{TEXT} زيادة")
    until(lambda: window.desk.piece is None and window.is_settled())
    window.edits.edit(0, "A headline of mine")
    until(lambda: "nearly the same article already" in window.bar.text())


def test_only_the_group_of_the_piece_that_was_saved_is_shown(open_window, app, until):
    other = " ".join(f"لفظ{n}" for n in range(120))
    with app.library() as library:
        for page in (f"خبر\n{TEXT}", f"خبر\n{TEXT} زيادة", f"نبأ\n{other}", f"نبأ\n{other} زيادة"):
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 1)
    dialog = window.librarian.show_duplicates(4)
    until(lambda: dialog.merge_button.isVisible())
    assert dialog.heading.text().startswith("Group 1 of 1")
    assert dialog._numbers() == [3, 4]
    window.commands.duplicates.trigger()
    until(lambda: dialog.heading.text().startswith("Group 1 of 2"))


def test_the_window_shows_where_the_texts_differ(open_window, app, until):
    with app.library() as library:
        for page in (
            f"خبر واحد\n{TEXT} بنسبة 18 اليوم\n{TEXT[::-1]}",
            f"خبر واحد\n{TEXT} بنسبة 81 اليوم\n{TEXT[::-1]}",
        ):
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 1)
    dialog = window.librarian.show_duplicates()
    until(lambda: dialog.comparison is not None)
    assert dialog.comparison.heading.text() == "Where the texts differ"
    assert "Paragraphs that are the same: 2." in dialog.comparison.same.text()
    ((one, other),) = dialog.comparison.cells
    assert one.accessibleDescription() == "Not in the other text: 18"
    assert other.accessibleDescription() == "Not in the other text: 81"
    assert 'text-decoration: underline">81</span>' in other.text()
    assert other.accessibleName().startswith("… ")
    dialog.later_button.click()
    assert not dialog.area.isVisible()


def test_a_comparison_of_pieces_that_show_no_more_is_not_shown(dialog):
    from reader.gui.differences import compare

    asked = []
    dialog.compare_asked.connect(asked.append)
    dialog.show_groups([([summary(1), summary(2)], 0.97), ([summary(3), summary(4)], 0.9)])
    dialog.later_button.click()
    assert asked == [[1, 2], [3, 4]]
    dialog.show_differences([1, 2], compare([["a"], ["b"]]))
    assert dialog.comparison is None
    dialog.show_differences([3, 4], compare([["a"], ["a"]]))
    assert dialog.comparison.heading.text() == "The texts are the same, word for word"
