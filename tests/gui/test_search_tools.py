"""Searching the library in the window."""

import pytest

from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, Place, Role, Side, Status

pytestmark = pytest.mark.gui

TEXTS = [
    ("خبر القمح", "The wheat", "وصل القمح إلى الميناء.", "The wheat has reached the port."),
    ("خبر الحكومة", "The government", "قالت الحكومات إن الماء وفير.", "The governments said that water abounds."),
    ("خبر الماء", "Water", "نقص الماء في المدينة.", "There is too little water in the city."),
]


def piece(number, title, english, text, translation):
    blocks = (Block(Role.TITLE, title, (1,)), Block(Role.PARAGRAPH, text, (2,)))
    pairs = tuple(
        Pair(index, block.role, block.text, target, EngineName.PERSON, Status.EDITED)
        for index, (block, target) in enumerate(zip(blocks, (english, translation), strict=True))
    )
    article = Article(title=title, published=f"2021-02-0{number}", blocks=blocks)
    return PairedArticle(article, pairs, Engine(EngineName.GLOSS))


@pytest.fixture
def window(open_window, app, until):
    with app.library() as library:
        for number, texts in enumerate(TEXTS, 1):
            library.add(piece(number, *texts))
    window = open_window(app, 1)
    until(lambda: len(window.library.catalogue.pieces) == 3 and window.is_settled())
    return window


@pytest.fixture
def search(window, until):
    def do(words):
        window.commands.search.trigger()
        window.library.search_box.field.setText(words)
        until(window.is_settled)
        return [hit.piece.id for hit in window.library.results.answer.hits]

    return do


def press(widget, key):
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key)


def test_results_come_as_one_types_in_either_language(window, search):
    assert search("حكوم") == [2]
    hit = window.library.results.answer.hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["الحكومة"]
    assert set(search("water")) == {2, 3}
    assert window.library.results.count.text() == "2 pieces"
    assert search("wheat -port") == []
    assert window.library.results.nothing.isVisible()
    assert "wheat -port" in window.library.results.nothing.text()


def test_the_bar_beside_the_results_can_be_moved_only_where_there_is_more_to_see(window, search, until):
    bar = window.library.results.list.verticalScrollBar()
    search("wheat")
    until(lambda: not bar.isEnabled())
    window.library.results.list.setFixedHeight(60)
    search("water")
    until(bar.isEnabled)


def test_what_is_typed_over_is_never_shown(window, until):
    shown = []
    window.searching.searcher.answered.connect(lambda answer: shown.append(answer.query))
    for words in ("w", "wa", "wheat"):
        window.library.search_box.field.setText(words)
    until(window.is_settled)
    assert shown == ["wheat"]


def test_down_goes_into_the_results_up_and_esc_out_of_them(window, search):
    from PySide6.QtCore import Qt

    window.view.setFocus()
    before = window.focusWidget()
    search("الماء")
    panel = window.library
    press(panel.search_box.field, Qt.Key.Key_Down)
    assert window.focusWidget() is panel.results.list
    press(panel.results.list, Qt.Key.Key_Up)
    assert window.focusWidget() is panel.search_box.field
    press(panel.search_box.field, Qt.Key.Key_Escape)
    assert not panel.shows_results
    assert panel.search_box.field.text() == ""
    assert window.focusWidget() is before


def test_enter_opens_the_best_result_at_the_place_with_its_words_lit(window, search, until):
    from PySide6.QtCore import Qt

    search("governments said")
    press(window.library.search_box.field, Qt.Key.Key_Return)
    until(lambda: window.desk.piece == 2 and window.is_settled())
    assert window.finding.bar.isVisible()
    assert window.finding.bar.field.text() == "governments | said"
    found = {side for _, side in window.view._page.found}
    assert found == {Side.TARGET}
    assert window.view._page.rows[window.finding.finder.at_hand.row].block == 1


def test_a_note_is_opened_where_it_stands(window, app, search, until):
    with app.library() as library:
        selector = library.annotations.select(3, Side.SOURCE, [Place(1, 0, 3)])
        library.annotations.add(3, [selector], note="look at the pipes")
    assert search("pipes") == [3]
    window.library.results.list.open_first()
    until(lambda: window.desk.piece == 3 and window.is_settled() and window.marks.panel.isVisible())
    assert window.finding.bar.isHidden()


def test_exact_is_a_switch(window, search, until):
    assert search("حكومات") == [2]
    window.library.results.exact.click()
    until(window.is_settled)
    assert window.library.results.answer.hits == ()
    assert "Exact" in window.library.results.nothing.text()


def test_a_search_is_kept_renamed_forgotten_and_all_of_it_undone(window, search, until):
    def names():
        until(window.is_settled)
        return [one.name for one in window.searching.saved]

    search("water")
    window.searching.save("Thirst", "water")
    assert names() == ["Thirst"]
    window.searching.rename(window.searching.saved[0], "Drought")
    assert names() == ["Drought"]
    forget = window.searching.saved_menu().actions()[-1].menu().actions()[0]
    forget.trigger()
    assert names() == []
    assert "Drought" in window.bar.text()
    assert window.commands.undo.iconText() == "Undo: forget the search"
    window.bar.action_button.click()
    assert names() == ["Drought"]
    window.commands.undo.trigger()
    assert names() == ["Thirst"]
    window.searching.leave()
    window.searching.saved_menu().actions()[0].trigger()
    until(window.is_settled)
    assert window.library.search_box.field.text() == "water"
    assert len(window.library.results.answer.hits) == 2


def test_the_results_follow_what_becomes_of_the_library(window, search, until):
    assert len(search("الماء")) == 2
    window.shelf.step("trash", lambda library: library.shelves.trash([3]))
    until(lambda: window.is_settled() and len(window.library.results.answer.hits) == 1)


def test_the_word_card_and_the_menu_search_the_library(window, until):
    from reader.gui.columns import Spot

    row = window.view.row(1)
    menu = window.reading.menu_for(Spot(row, Side.SOURCE, 5))
    action = next(one for one in menu.actions() if "Search the library" in one.text())
    action.trigger()
    until(window.is_settled)
    assert window.library.search_box.field.text() == "القمح"
    assert [hit.piece.id for hit in window.library.results.answer.hits] == [1]
    window.searching.leave()
    window.reading.look_up(Spot(row, Side.SOURCE, 5))
    until(lambda: window.reading.word_card._readings)
    window.reading.word_card.search_button.click()
    until(window.is_settled)
    assert window.library.search_box.field.text() == "قمح"
    assert window.library.shows_results


def test_more_results_are_listed_when_they_are_asked_for(window, search, until, monkeypatch):
    monkeypatch.setattr("reader.gui.searcher.AT_FIRST", 1)
    assert len(search("الماء")) == 1
    assert window.library.results.count.text() == "2 pieces"
    window.library.results.more.click()
    until(lambda: len(window.library.results.answer.hits) == 2)
    assert not window.library.results.more.isVisible()


def test_a_result_says_all_of_itself_to_a_screen_reader(window, search):
    from PySide6.QtCore import Qt

    search("port")
    said = window.library.results.list.hits.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "خبر القمح" in said
    assert "Translation" in said
    assert "reached the port" in said


@pytest.mark.parametrize(("ui", "example"), [("en", "tag:economy"), ("ar", "وسم:اقتصاد")])
def test_the_query_language_is_told_in_both_languages(open_window, app, ui, example):
    from PySide6.QtWidgets import QLabel

    from reader.gui.search_help import SearchHelp

    window = open_window(app, app.sample(), ui=ui)
    card = SearchHelp(window.library.search_box)
    assert example in [label.text() for label in card.findChildren(QLabel, "searchExample")]
    assert example in card.accessibleDescription()


def test_what_makes_no_sense_is_said_where_the_results_would_be(window, search):
    assert search("water is:foo") == []
    nothing = window.library.results.nothing
    assert nothing.isVisible()
    said = nothing.text().replace("\u2068", "").replace("\u2069", "")
    assert said == (
        "is:foo means nothing here. is: goes with unread, reading, read or starred; put it in quotes to look for the "
        "words."
    )
    assert window.bar.text() == ""
    assert set(search("water is:unre")) == {2, 3}


def test_taking_the_focus_starts_the_lexicon(window, until):
    ready = []

    def look():
        window.shelf.run(lambda: [window.shelf.on_lane().search.is_ready()], ready.append, ready.append)
        until(window.is_settled)
        return ready[-1]

    assert look() is False
    window.commands.search.trigger()
    until(look)


def test_what_letters_tell_does_not_wait_for_the_lexicon_and_the_rest_follows(window, until, monkeypatch):
    from reader.arabic.lemmas import Lemmas

    started, is_ready = [], Lemmas.is_ready
    monkeypatch.setattr(Lemmas, "is_ready", lambda lemmas: bool(started) and is_ready(lemmas))
    answers = []
    window.searching.searcher.answered.connect(lambda answer: answers.append([hit.piece.id for hit in answer.hits]))
    with window._preferences._app.library() as library:
        library.add(piece(4, "خبر الكتب", "Books", "هذه كتب القرية ومياهها.", "These are the books of the village."))
    window.commands.search.trigger()
    window.library.search_box.field.setText("القمح")
    until(lambda: answers)
    assert answers == [[1]]
    assert not window.is_settled()
    started.append(True)
    until(window.is_settled)
    assert answers[-1] == [1]
    started.clear()
    window.library.search_box.field.setText("كتاب")
    until(lambda: not window.searching.searcher._wait.isActive() and window.shelf.is_idle())
    assert not window.searching.is_idle()
    started.append(True)
    until(window.is_settled)
    assert answers[-1] == [4]


def test_a_narrow_panel_cuts_off_neither_its_heading_nor_what_the_field_is_for(open_window, app, until, qapp):
    window = open_window(app, app.sample())
    panel = window.library
    window.resize(800, 600)
    qapp.processEvents()
    window.splitter.setSizes([panel.minimumWidth(), 650, 0])
    qapp.processEvents()
    assert panel.width() < 200
    assert panel.title.text() == "All pieces"  # there is nothing to sort, and no button for it
    assert panel.search_box.field.placeholderText() == "Search"
    assert panel.search_box.field.accessibleName() == "Search the library"
    window.resize(1300, 600)
    window.splitter.setSizes([320, 980, 0])
    until(lambda: panel.search_box.field.placeholderText() == "Search the library")
