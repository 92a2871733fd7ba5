import pytest

from reader.errors import LibraryError

pytestmark = pytest.mark.gui

PAGE = "عنوان من ثلاث كلمات\nفقرة أولى من الخبر وفيها ما يكفي من الكلام لتكون فقرة كاملة."


@pytest.fixture
def window(open_window, app, until):
    from reader.raw_document import RawDocument

    window = open_window(app, RawDocument(PAGE))
    window.commands.save.trigger()
    until(lambda: window.desk.piece == 1 and window.is_settled())
    return window


def do(window, until, command):
    getattr(window.commands, command).trigger()
    until(window.is_settled)


def add_term(window, until, name, source):
    window.shelf.step(name, lambda library: library.add_term(source, "x").id)
    until(window.is_settled)


def terms(app):
    with app.library() as library:
        return {term.source: term.target for term in library.terms()}


def test_a_step_on_the_library_is_undone_and_redone_under_its_name(window, app, until):
    heard = []
    window.shelf.altered.connect(lambda: heard.append(len(terms(app))))
    add_term(window, until, "star", "قمح")
    assert window.commands.undo.iconText() == "Undo: star"
    assert not window.commands.redo.isEnabled()
    do(window, until, "undo")
    assert terms(app) == {}
    assert window.commands.undo.iconText() == "Undo"
    assert window.commands.redo.iconText() == "Redo: star"
    do(window, until, "redo")
    assert terms(app) == {"قمح": "x"}
    assert not window.commands.redo.isEnabled()
    assert heard == [1, 0, 1]


def test_steps_and_edits_are_undone_in_the_order_they_were_made_in(window, app, until):
    add_term(window, until, "one", "قمح")
    window.edits.edit(1, "Ours.")
    until(window.is_settled)
    add_term(window, until, "two", "شعير")
    names = []
    for _ in range(3):
        names.append(window.steps.what_undo_does())
        do(window, until, "undo")
    assert names == ["two", "edit", "one"]
    assert terms(app) == {}
    assert window.desk.pairs[1].target != "Ours."
    for _ in range(3):
        do(window, until, "redo")
    assert set(terms(app)) == {"قمح", "شعير"}
    assert window.desk.pairs[1].target == "Ours."


def test_a_new_step_ends_what_can_be_redone(window, until):
    add_term(window, until, "one", "قمح")
    do(window, until, "undo")
    add_term(window, until, "two", "شعير")
    assert not window.commands.redo.isEnabled()


def test_what_changes_nothing_is_no_step_and_gives_its_result(window, until):
    results = []
    window.shelf.step("look", lambda library: library.terms(), results.append)
    until(window.is_settled)
    assert results == [[]]
    assert not window.commands.undo.isEnabled()


def test_a_step_that_fails_changes_nothing_and_says_why(window, app, until):
    def work(library):
        library.add_term("قمح", "wheat")
        library.add_term("قمح", "wheat")

    heard = []
    window.shelf.step("add", work, otherwise=heard.append)
    until(window.is_settled)
    assert isinstance(heard[0], LibraryError)
    assert terms(app) == {}
    assert not window.commands.undo.isEnabled()


def test_a_step_whose_work_was_changed_elsewhere_is_forgotten_and_the_one_before_it_can_be_undone(window, app, until):
    add_term(window, until, "one", "قمح")
    with app.library() as library:
        number = library.terms()[0].id
    window.shelf.step("two", lambda library: library.change_term(number, "قمح", "wheat"))
    until(window.is_settled)
    with app.library() as library:
        library.change_term(number, "قمح", "grain")
    do(window, until, "undo")
    assert "changed" in window.bar.text()
    assert terms(app) == {"قمح": "grain"}
    assert window.commands.undo.iconText() == "Undo: one"


def test_a_removal_is_undone_and_redone(window, app, until):
    window.librarian.trash(window.library.catalogue.pieces)
    until(lambda: window.is_settled() and window.desk.piece is None)
    do(window, until, "undo")
    until(lambda: window.desk.piece == 1)
    do(window, until, "redo")
    with app.library() as library:
        assert library.summaries() == []
