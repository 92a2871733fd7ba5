"""What is being written in place of a translation is kept while it is written, and given up only by its writer."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.model import Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """ارتفاع أسعار القمح في الأسواق المحلية

2025.11.02 | 10:15 بيروت

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

وقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.

وتوقعت المصادر أن تعود الأسعار إلى مستواها السابق قبل نهاية العام الجاري.
"""
MINISTER = 2
"""The block of the second paragraph."""
TYPED = "The minister said that the gov"
ROOT = Path(__file__).parents[2]


def key(widget, name):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"))


def kept(app):
    """The drafts of the first piece on disk; none where there is no such piece yet."""
    with app.library() as library:
        return library.drafts(1) if library.summaries() else {}


def type_draft(window, app, until, text=TYPED):
    """Writes in the box, and waits until it is on disk, the box being open still."""
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText(text)
    until(lambda: kept(app) == {MINISTER: text} and window.is_settled())
    assert window.reading.box.isVisible()


@pytest.fixture
def window(open_window, app):
    return open_window(app, RawDocument(PAGE))


def test_what_is_written_is_on_disk_before_anybody_says_so_and_no_translation_yet(window, app, until):
    before = window.desk.pairs[MINISTER].target
    type_draft(window, app, until)
    assert window.desk.pairs[MINISTER].target == before
    type_draft(window, app, until, f"{TYPED}ernment")
    key(window.reading.box.field, "Return")
    until(window.is_settled)
    assert window.desk.pairs[MINISTER].status is Status.EDITED
    assert kept(app) == {}


def test_a_killed_window_offers_to_go_on_with_what_was_being_written(app, home, open_window, until, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    script = Path(__file__).with_name("draft_writer.py")
    command = [sys.executable, str(script), str(home / "muwazi"), str(tmp_path / "page.txt"), TYPED]
    with subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "typed\n"
            until(lambda: kept(app) == {MINISTER: TYPED})
        finally:
            child.kill()
    window = open_window(app, 1)
    until(lambda: window.bar.text())
    assert window.bar.text() == "You were writing a translation of paragraph 2. It is kept."
    window.bar.action_button.click()
    assert window.reading.box.field.toPlainText() == TYPED
    key(window.reading.box.field, "Return")
    until(window.is_settled)
    assert window.desk.pairs[MINISTER].target == TYPED
    assert kept(app) == {}


def _environment():
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_escape_gives_it_up_and_undoing_that_brings_it_back(window, app, until):
    before = window.desk.pairs[MINISTER]
    type_draft(window, app, until)
    key(window.reading.box.field, "Escape")
    until(window.is_settled)
    assert not window.reading.box.isVisible()
    assert kept(app) == {}
    assert window.desk.pairs[MINISTER] == before
    assert window.commands.undo.iconText() == "Undo: giving up of an edit"
    window.commands.undo.trigger()
    assert window.reading.box.isVisible()
    assert window.reading.box.field.toPlainText() == TYPED
    until(lambda: kept(app) == {MINISTER: TYPED})
    assert not window.commands.redo.isEnabled()
    key(window.reading.box.field, "Escape")
    window.commands.undo.trigger()
    key(window.reading.box.field, "Return")
    until(window.is_settled)
    assert window.desk.pairs[MINISTER].target == TYPED


def test_leaving_without_a_change_is_nothing_to_undo(window, until):
    for name in ("Escape", "Return"):
        window.reading.edit(MINISTER)
        key(window.reading.box.field, name)
        until(window.is_settled)
        assert not window.commands.undo.isEnabled()
        assert window.desk.piece is None


def test_what_was_given_up_at_once_comes_back_too(window, app, until):
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText(TYPED)
    key(window.reading.box.field, "Escape")
    window.commands.undo.trigger()
    assert window.reading.box.field.toPlainText() == TYPED
    until(lambda: kept(app) == {MINISTER: TYPED} and window.is_settled())


def test_translating_again_touches_neither_the_box_nor_the_draft(window, app, until):
    type_draft(window, app, until)
    window.edits.translate_all_again()
    until(window.is_settled)
    window.edits.translate_again(MINISTER)
    until(window.is_settled)
    assert window.reading.box.field.toPlainText() == TYPED
    assert kept(app) == {MINISTER: TYPED}


def test_a_draft_given_up_from_the_piece_comes_back_only_there(window, app, until):
    type_draft(window, app, until)
    key(window.reading.box.field, "Escape")
    until(window.is_settled)
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.piece is None and window.is_settled())
    assert not window.commands.undo.isEnabled()
    window.desk.open_piece(1)
    until(lambda: window.desk.piece == 1 and window.is_settled())
    window.commands.undo.trigger()
    assert window.reading.box.field.toPlainText() == TYPED


def test_a_library_that_cannot_be_written_is_said_once(window, app, until, monkeypatch):
    from reader.errors import LibraryError
    from reader.library.store import Library

    type_draft(window, app, until)

    def refuse(*_):
        raise LibraryError("library.no_paragraph", piece=1, paragraph=3)

    monkeypatch.setattr(Library, "keep_draft", refuse)
    said = []
    window.edits.failed.connect(said.append)
    for text in ("One", "Two"):
        window.reading.box.field.setPlainText(text)
        window.reading.box._tell()
        until(window.is_settled)
    assert [error.code for error in said] == ["library.no_paragraph"]
    assert window.reading.box.field.toPlainText() == "Two"
