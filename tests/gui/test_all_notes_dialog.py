"""The page of all notes: listed, filtered, gone to, removed; and the names of the colours."""

from datetime import UTC, datetime

import pytest

from reader.gui.notebook import BOOKMARK, Entry, Wanted
from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, Place, Role, Side, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

WHEAT = ("أسعار القمح", "ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي.")
WATER = ("منسوب البحيرة", "أعلنت هيئة المياه أن منسوب البحيرة انخفض منذ بداية الصيف.")


def saved(library, texts):
    blocks = (Block(Role.TITLE, texts[0]), Block(Role.PARAGRAPH, texts[1]))
    pairs = tuple(
        Pair(index, block.role, block.text, f"English {index} of {len(texts[1])}.", EngineName.ARGOS, Status.TRANSLATED)
        for index, block in enumerate(blocks)
    )
    piece, _ = library.add(PairedArticle(Article(title=texts[0], blocks=blocks), pairs, Engine(EngineName.ARGOS)))
    return piece


@pytest.fixture
def pieces(app):
    """Two pieces: one with two notes, one with a note and a bookmark."""
    with app.library() as library:
        wheat, water = saved(library, WHEAT), saved(library, WATER)
        for piece, words, colour, note, tags in (
            (wheat, "الأسواق المحلية", "green", "The ministry’s wording.", ("economy", "to check")),
            (wheat, "الأسبوع", "pink", None, ()),
            (water, "البحيرة", "green", "كم سنتيمتراً؟", ("economy",)),
        ):
            text = library.get(piece).article.blocks[1].text
            start = text.index(words)
            selector = library.annotations.select(piece, Side.SOURCE, [Place(1, start, start + len(words))])
            library.annotations.add(piece, [selector], colour, note, tags)
        library.bookmarks.add(water, 1, "The lake")
    return wheat, water


@pytest.fixture
def window(open_window, app, pieces):
    return open_window(app, pieces[0])


@pytest.fixture
def dialog(window, until):
    dialog = window.dialogs.show_all_notes()
    until(lambda: dialog.model.entries)
    return dialog


def shown(dialog):
    return [entry.quotes[0] if entry.kind != BOOKMARK else entry.note for entry in dialog.model.entries]


def choose(box, value):
    box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == value))
    box.activated.emit(box.currentIndex())


def test_all_are_listed_the_newest_first_and_counted(dialog):
    assert shown(dialog) == ["The lake", "البحيرة", "الأسبوع", "الأسواق المحلية"]
    assert dialog.count.text() == "Notes and bookmarks: 4"


def test_words_are_found_however_they_are_spelled_in_quote_note_tag_and_headline(dialog):
    for text, expected in {
        "الاسواق": ["الأسواق المحلية"],
        "MINISTRY": ["الأسواق المحلية"],
        "check": ["الأسواق المحلية"],
        "منسوب": ["The lake", "البحيرة"],
        "economy البحيره": ["البحيرة"],
        "nowhere": [],
    }.items():
        dialog.filter.setText(text)
        assert shown(dialog) == expected, text
    assert dialog.hint.text() == "No note holds all of that."


def test_colour_tag_and_piece_can_be_chosen(dialog, pieces):
    choose(dialog.colour, "green")
    assert shown(dialog) == ["البحيرة", "الأسواق المحلية"]
    choose(dialog.piece, pieces[0])
    assert shown(dialog) == ["الأسواق المحلية"]
    choose(dialog.piece, None)
    choose(dialog.colour, BOOKMARK)
    assert shown(dialog) == ["The lake"]
    choose(dialog.colour, None)
    choose(dialog.tag, "economy")
    assert shown(dialog) == ["البحيرة", "الأسواق المحلية"]
    assert [dialog.tag.itemText(n) for n in range(dialog.tag.count())] == ["Any tag", "economy", "to check"]


def test_a_choice_of_dates_leaves_out_what_is_older():
    def entry(changed):
        return Entry("annotation", 1, 1, "", ("x",), "", (), "green", changed, False, "x")

    entries = [entry("2026-03-10T11:00:00.000Z"), entry("2026-03-05T00:00:00.000Z"), entry("2025-12-01T00:00:00.000Z")]
    now = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert [len(Wanted(days=days).choose(entries, now)) for days in (1, 7, 30, 365, None)] == [1, 2, 2, 3, 3]


def test_a_click_opens_the_piece_and_goes_there(window, dialog, pieces, until):
    dialog.list.clicked.emit(dialog.model.index(1, 0))
    until(lambda: window.desk.piece == pieces[1] and window.view._page.lit)
    ((row, side), lit), *_ = window.view._page.lit.items()
    assert side is Side.SOURCE
    assert window.view._page.text(row, side)[slice(*lit.words[0])] == "البحيرة"
    assert window.commands.notes.isChecked()
    dialog.list.activated.emit(dialog.model.index(0, 0))
    until(lambda: window.marks.panel.cards[BOOKMARK, 1].property("marked"))


def test_what_is_removed_here_comes_back_by_undo(window, dialog, until):
    dialog.list.setCurrentIndex(dialog.model.index(2, 0))
    dialog.remove_button.click()
    until(lambda: len(dialog.model.entries) == 3 and window.is_settled())
    assert dialog.chosen().quotes[0] == "الأسواق المحلية"
    window.commands.undo.trigger()
    until(lambda: len(dialog.model.entries) == 4)


def test_a_line_says_all_that_is_drawn_on_it(dialog):
    from PySide6.QtCore import Qt

    said = dialog.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole).replace("\u2068", "").replace("\u2069", "")
    for part in ("الأسواق المحلية", "The ministry’s wording.", "Green", "أسعار القمح", "economy", "to check"):
        assert part in said


def test_a_colour_takes_a_name_of_the_persons_own_and_gives_it_back(window, dialog, app, until):
    colours = dialog.show_colours()
    colours.fields["green"].setText("  To quote ")
    colours.fields["green"].editingFinished.emit()
    until(lambda: window.marking.labels["green"] == "To quote")
    assert "To quote" in dialog.colour.itemText(2)
    assert "To quote" in window.marks.bar.colour_buttons["green"].toolTip()
    window.commands.undo.trigger()
    until(lambda: window.marking.labels["green"] is None)
    assert dialog.colour.itemText(2) == "Green"


def test_what_changes_in_the_window_is_listed_while_the_page_is_open(window, dialog, until):
    window.marking.remove(1)
    until(lambda: len(dialog.model.entries) == 3)
    dialog.close()
    window.marking.remove(2)
    until(window.is_settled)
    window.dialogs.show_all_notes()
    until(lambda: len(dialog.model.entries) == 2)


def test_a_library_without_notes_says_how_to_make_one(open_window, app, until):
    window = open_window(app, RawDocument("عنوان\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال."))
    dialog = window.dialogs.show_all_notes()
    until(window.is_settled)
    assert "press Ctrl+M" in dialog.hint.text().replace("\u200e", "")
    assert not dialog.remove_button.isEnabled()
