"""The main window on the real app: parser, word-by-word engine, lexicon, library, settings, all real."""

from pathlib import Path

import pytest

from reader import settings
from reader.app import App
from reader.model import EngineName, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """الاقتصاد

ارتفاع أسعار القمح في الأسواق المحلية

2025.11.02 | 10:15 بيروت

+A
حجم الخط
-A

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

وقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.

وتوقعت المصادر أن تعود الأسعار إلى مستواها السابق قبل نهاية العام الجاري.
"""
TITLE = "ارتفاع أسعار القمح في الأسواق المحلية"


def type_key(window, key, modifier=None):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(window.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def paste(window, until, text=PAGE):
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
    before = window.desk.article
    window.commands.paste.trigger()
    until(lambda: (window.desk.article is not before or window.bar.text()) and window.is_settled())


def save(window, until):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())


def listed(window):
    return [(one.id, one.title) for one in window.library.catalogue.pieces]


def test_a_first_start_shows_the_sample_article_paired_to_its_end(open_window, app):
    window = open_window(app)
    assert window.desk.article.title.startswith("هيئة المياه")
    assert sorted(window.desk.pairs) == list(range(len(window.desk.article.blocks)))
    assert all(pair.target for pair in window.desk.pairs.values())
    assert window.desk.piece is None
    assert window.commands.save.isEnabled()
    assert window.windowTitle() == window.desk.article.title


def test_word_by_word_is_said_until_a_model_is_installed_which_then_translates(open_window, app, until, small_package):
    window = open_window(app, RawDocument(PAGE), engine="auto")
    assert "Word by word" in window.notice.text()
    assert window.notice.action_button.isVisible()
    save(window, until)
    said = []
    window.desk.paired.connect(lambda _: said.append(window.notice.text()))
    window.desk.install(small_package)
    until(lambda: said and window.is_settled())
    assert set(said) == {""}
    assert window.notice.text() == ""
    assert {pair.engine for pair in window.desk.pairs.values() if pair.status is Status.TRANSLATED} == {
        EngineName.ARGOS
    }
    assert "is installed" in window.bar.text()
    with app.library() as library:
        stored = library.get(window.desk.piece)
    assert stored.pairs == tuple(window.desk.pairs[index] for index in sorted(window.desk.pairs))


def test_a_file_that_is_no_model_is_refused_and_the_reading_goes_on(open_window, app, until, tmp_path):
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(b"no zip")
    window = open_window(app, engine="auto")
    window.desk.install(broken)
    until(lambda: window.bar.text() and window.is_settled())
    assert "broken.argosmodel" in window.bar.text()
    assert "Word by word" in window.notice.text()
    assert window.desk.is_whole


def test_a_pasted_article_replaces_what_was_open(open_window, app, until):
    window = open_window(app)
    paste(window, until)
    assert window.desk.article.title == TITLE
    assert len(window.desk.pairs) == len(window.desk.article.blocks)


def test_what_came_while_an_article_was_set_out_is_answered_before_it_is_painted(open_window, app, until, qapp):
    from PySide6.QtCore import QEvent, QObject, QTimer

    window = open_window(app)

    class Paints(QObject):
        def eventFilter(self, part, event):
            if event.type() == QEvent.Type.Paint:
                seen.append("painted")
            return False

    paints, beats, seen = Paints(), QTimer(), []
    beats.timeout.connect(lambda: seen.append("answered"))
    beats.start(0)
    window.view._source.viewport().installEventFilter(paints)
    window.desk.opened.connect(lambda _: seen.append("set out"))
    paste(window, until)
    beats.stop()
    after = seen[seen.index("set out") + 1 :]
    assert after[0] == "answered"
    assert "painted" in after
    assert window.updatesEnabled()


@pytest.mark.parametrize("first", ["dressing", "opening"])
def test_a_window_that_waits_to_be_dressed_is_not_painted_because_an_article_opens(open_window, app, qapp, first):
    window = open_window(app)
    if first == "dressing":
        window.hold_paint()
    with window.painted_later():
        pass
    if first == "opening":
        window.hold_paint()
    qapp.processEvents()
    qapp.processEvents()
    assert not window.updatesEnabled()
    window.release_paint()
    assert window.updatesEnabled()


def test_an_empty_paste_says_in_one_sentence_that_there_is_no_text_and_leaves_the_article(open_window, app, until):
    window = open_window(app)
    before = window.desk.article
    paste(window, until, "  \n ")
    assert (
        window.bar.text().replace("\u2068", "").replace("\u2069", "").startswith("There is no text in the clipboard.")
    )
    assert window.desk.article is before
    paste(window, until)
    assert window.bar.text() == ""


def test_saving_lists_the_piece_and_it_opens_again_without_being_translated(open_window, app, until):
    window = open_window(app)
    paste(window, until)
    save(window, until)
    assert listed(window) == [(1, TITLE)]
    assert window.commands.save.iconText() == "Saved ✓"
    assert not window.commands.save.isEnabled()
    pairs = dict(window.desk.pairs)
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.article.title != TITLE and window.is_settled())
    assert window.desk.piece is None
    arrived = []
    window.desk.paired.connect(arrived.append)
    window.library.list.clicked.emit(window.library.list.pieces.index(0, 0))
    until(lambda: window.desk.article.title == TITLE and window.is_settled())
    assert window.desk.piece == 1
    assert window.desk.pairs == pairs
    assert arrived == []


def test_what_the_library_has_is_known_again_when_it_is_pasted(open_window, app, until):
    window = open_window(app, RawDocument(PAGE))
    save(window, until)
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.piece is None and window.is_settled())
    paste(window, until, PAGE.replace("\n\n", "\n"))
    assert window.desk.piece == 1
    assert window.commands.save.iconText() == "Saved ✓"


def test_enter_in_the_list_opens_a_piece_and_delete_removes_it_and_ctrl_z_brings_it_back(open_window, app, until):
    from PySide6.QtCore import Qt

    window = open_window(app, RawDocument(PAGE))
    save(window, until)
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.piece is None and window.is_settled())
    window.library.list.setFocus()
    window.library.list.setCurrentIndex(window.library.list.pieces.index(0, 0))
    window.library.list.activated.emit(window.library.list.currentIndex())
    until(lambda: window.desk.piece == 1 and window.is_settled())
    window.commands.remove.trigger()
    until(lambda: listed(window) == [] and window.is_settled())
    assert window.desk.article.title == TITLE
    assert window.desk.piece is None
    assert "Moved to the trash" in window.bar.text()
    assert window.commands.undo.isEnabled()
    type_key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(listed(window)) == 1 and window.is_settled())
    assert listed(window)[0][1] == TITLE
    assert window.desk.piece == listed(window)[0][0]
    assert window.bar.text() == ""
    assert not window.commands.undo.isEnabled()
    with app.library() as library:
        assert library.get(window.desk.piece).pairs == tuple(window.desk.pairs[n] for n in sorted(window.desk.pairs))


def test_a_piece_saved_while_it_is_translated_has_all_its_pairs_in_the_end(open_window, app, until):
    window = open_window(app, RawDocument(PAGE), settle=False)
    until(lambda: window.desk.article is not None)
    assert window.desk.is_pairing
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    with app.library() as library:
        piece = library.get(window.desk.piece)
    assert len(piece.pairs) == len(piece.article.blocks)


def test_cancel_keeps_what_is_done_and_continue_does_the_rest(open_window, app, until):
    window = open_window(app, RawDocument(PAGE), settle=False)
    until(lambda: window.desk.article is not None)
    window.strip.cancel_button.click()
    assert not window.desk.is_pairing
    until(window.is_settled)
    assert not window.desk.is_whole
    assert window.strip.progress_text.text().startswith("Stopped at")
    assert window.strip.resume_button.isVisible()
    window.strip.resume_button.click()
    until(window.is_settled)
    assert window.desk.is_whole
    assert not window.strip.resume_button.isVisible()


def test_a_dropped_file_opens_and_dropped_text_too(open_window, app, until, tmp_path):
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    file = tmp_path / "مقال.txt"
    file.write_text(PAGE, encoding="utf-8")
    window = open_window(app)

    def drop(mime):
        enter = QDragEnterEvent(
            QPointF(500, 300).toPoint(),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window.dragEnterEvent(enter)
        assert enter.isAccepted()
        window.dropEvent(
            QDropEvent(
                QPointF(500, 300),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    by_file, by_text = QMimeData(), QMimeData()
    by_file.setUrls([QUrl.fromLocalFile(str(file))])
    drop(by_file)
    until(lambda: window.desk.article.title == TITLE and window.is_settled())
    assert window.desk.article.source == str(file)
    by_text.setText(PAGE.replace(TITLE, "تراجع أسعار القمح في الأسواق المحلية"))
    drop(by_text)
    until(lambda: window.desk.article.title.startswith("تراجع") and window.is_settled())


@pytest.mark.parametrize("what", ["missing", "binary", "address"])
def test_what_cannot_be_read_is_said_in_the_bar_and_what_was_open_stays(open_window, app, until, tmp_path, what):
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    argument = {"missing": str(tmp_path / "none.txt"), "binary": str(binary), "address": "https://example.org/a"}[what]
    window = open_window(app)
    before = window.desk.article
    window.desk.open_path(argument)
    until(lambda: window.bar.text())
    assert window.bar.kind == "error"
    assert window.desk.article is before
    assert window.desk.is_whole
    until(window.is_settled)
    window.bar.close_button.click()
    assert window.bar.text() == ""


def test_a_library_that_cannot_be_opened_keeps_nobody_from_reading(open_window, home, until):
    folder = home / "muwazi"
    folder.mkdir()
    (folder / "library.sqlite3").write_bytes(b"not a database at all" * 500)
    window = open_window(App(folder))
    assert window.desk.article.title.startswith("هيئة المياه")
    assert window.desk.is_whole
    assert "library.sqlite3" in window.bar.text()


def test_lines_set_aside_are_shown_on_request_and_one_put_back_stands_in_the_article(open_window, app, until):
    from PySide6.QtWidgets import QPushButton

    window = open_window(app, RawDocument(PAGE))
    save(window, until)
    assert not window.set_aside.isVisible()
    assert window.strip.set_aside_button.text() == "Lines set aside (3)"
    window.strip.set_aside_button.click()
    assert window.set_aside.isVisible()
    before = dict(window.desk.pairs)
    buttons = [
        button
        for button in window.set_aside.area.widget().findChildren(QPushButton)
        if button.accessibleName() == "Put back: حجم الخط"
    ]
    buttons[0].click()
    until(lambda: len(window.desk.article.set_aside) == 2 and window.is_settled())
    texts = [block.text for block in window.desk.article.blocks]
    assert "حجم الخط" in texts
    place = texts.index("حجم الخط")
    assert {index: pair.source for index, pair in window.desk.pairs.items()} == dict(enumerate(texts))
    kept = [pair.target for index, pair in sorted(window.desk.pairs.items()) if index != place]
    assert kept == [pair.target for _, pair in sorted(before.items())]
    with app.library() as library:
        assert [block.text for block in library.get(window.desk.piece).article.blocks] == texts
        assert len(library.summaries()) == 1


def test_size_layout_theme_place_and_piece_are_there_again_in_the_next_run(open_window, home, until):
    first = App(home / "muwazi")
    window = open_window(first)
    save(window, until)
    window.commands.larger.trigger()
    window.commands.larger.trigger()
    window.commands.layouts["stacked"].trigger()
    window.commands.themes["dark"].trigger()
    window.resize(900, 640)
    window.view.set_reading_place((3, 0.0))
    place = window.view.reading_place()
    assert place[0] > 0
    window.close()

    again = App(home / "muwazi")
    assert again.settings.arabic_size == settings.Settings().arabic_size + 4
    window = open_window(again)
    assert window.desk.piece == 1
    assert window.view.arabic_size() == again.settings.arabic_size
    assert window.commands.layouts["stacked"].isChecked()
    assert window.commands.themes["dark"].isChecked()
    assert window.view.reading_place()[0] == place[0]


def test_the_size_stays_within_its_bounds_and_ctrl_0_gives_the_usual_one(open_window, app):
    from PySide6.QtCore import Qt

    window = open_window(app)
    for _ in range(20):
        window.commands.larger.trigger()
    assert window.view.arabic_size() == settings.MAX_FONT_SIZE
    assert not window.commands.larger.isEnabled()
    for _ in range(20):
        window.commands.smaller.trigger()
    assert window.view.arabic_size() == settings.MIN_FONT_SIZE
    assert not window.commands.smaller.isEnabled()
    type_key(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.view.arabic_size() == settings.Settings().arabic_size
    type_key(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.view.arabic_size() > settings.Settings().arabic_size


def test_settings_that_cannot_be_written_hold_for_this_run_and_that_is_said_once(open_window, home, until):
    blocked = home / "muwazi"
    blocked.mkdir()
    (blocked / "settings.json").mkdir()
    window = open_window(App(blocked))
    window.commands.themes["dark"].trigger()
    until(lambda: window.bar.text())
    assert "settings cannot be saved" in window.bar.text()
    window.bar.put_away()
    window.commands.themes["light"].trigger()
    window._preferences.write()
    assert window.bar.text() == ""


def test_f6_goes_round_the_panes_and_back(open_window, app):
    from PySide6.QtCore import Qt

    window = open_window(app)
    window.activateWindow()
    window.library.setFocus()
    here = [window.focusWidget()]
    for _ in range(3):
        type_key(window, Qt.Key.Key_F6)
        here.append(window.focusWidget())
    assert here[3] is here[0] is window.library.focusProxy()
    assert len(set(here)) == 3
    for there in reversed(here[:3]):
        type_key(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert window.focusWidget() is there


def test_each_button_can_be_reached_and_has_a_name_and_a_tool_tip_with_its_key(open_window, app):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton

    window = open_window(app, RawDocument(PAGE))
    window.commands.set_aside.setChecked(True)
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) > 12
    for button in buttons:
        name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert name.strip(), button
        assert button.toolTip() or button is window.notice.action_button, name
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, name
    for command, key in ((window.commands.open, "Ctrl+O"), (window.commands.save, "Ctrl+S")):
        assert key in command.toolTip()


def test_help_names_the_keys(open_window, app, until):
    from PySide6.QtWidgets import QLabel

    from reader.gui.help_dialog import HelpDialog

    window = open_window(app)
    window.commands.help.trigger()
    until(lambda: window.findChild(HelpDialog) and window.findChild(HelpDialog).isVisible())
    dialog = window.findChild(HelpDialog)
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for key in ("Ctrl+O", "Ctrl+V", "Ctrl+S", "Ctrl+0", "F6", "Ctrl+Z", "F1"):
        assert key in text
    assert "Saved" not in text  # what the button says when it is done is no name of a command
    dialog.close()


def test_in_arabic_the_window_mirrors_but_the_columns_and_the_size_control_stay(open_window, app, until):
    from PySide6.QtCore import QPoint, Qt

    def left_of(widget):
        return widget.mapTo(window, QPoint(0, 0)).x()

    window = open_window(app, RawDocument(PAGE))

    def order():
        control = window.toolbar.size_control
        return left_of(control.larger) < left_of(control.label) < left_of(control.smaller)

    def arabic_is_right():
        source, target = window.view._source, window.view._target
        return left_of(source) > left_of(target)

    assert left_of(window.library) < left_of(window.view)
    assert order()
    assert arabic_is_right()
    window.commands.languages["ar"].trigger()
    until(lambda: window.commands.open.iconText() == "فتح" and window.is_settled())
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    until(lambda: left_of(window.library) > left_of(window.view))
    assert order()
    assert arabic_is_right()
    assert window.library.heading.text() == "المكتبة"
    assert window.notice.text().startswith("كلمة بكلمة")
    assert window.strip.set_aside_button.text() == "سطور مستبعدة (3)"
    window.commands.languages["en"].trigger()
    until(lambda: window.commands.open.iconText() == "Open" and window.is_settled())
    until(lambda: left_of(window.library) < left_of(window.view))


def test_a_bug_of_ours_is_told_with_the_path_of_its_report(open_window, app):
    from PySide6.QtWidgets import QMessageBox

    window = open_window(app)
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        box = window.messages.show_bug(error)
    assert isinstance(box, QMessageBox)
    reports = list(app.paths.reports.iterdir())
    assert len(reports) == 1
    assert str(reports[0]) in box.informativeText()
    box.close()


def test_closing_in_the_middle_of_the_work_ends_its_threads_and_keeps_what_is_done(open_window, app, until):
    window = open_window(app, RawDocument(PAGE), settle=False)
    until(lambda: window.desk.article is not None)
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None)
    window.close()
    assert window.desk._lane._thread.isFinished()
    assert window.shelf._lane._thread.isFinished()
    with app.library() as library:
        assert [one.title for one in library.summaries()] == [TITLE]


def test_the_customer_s_page_opens_with_its_lines_set_aside(open_window, app, seed: Path):
    window = open_window(app, app.read(str(seed)))
    assert len(window.desk.pairs) == len(window.desk.article.blocks)
    assert {aside.text for aside in window.desk.article.set_aside} >= {"icon", "+A", "حجم الخط", "-A"}


def test_the_place_of_the_date_line_stands_in_english_on_the_english_side(open_window, app, until):
    page = "عنوان الخبر هنا\n\n2025.11.02 | 10:15 عمّان\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب."
    window = open_window(app, RawDocument(page))
    dated = next(row for row in window.view._page.rows if "2025" in row.target.text)
    assert dated.target.text == "2 November 2025, 10:15 · Amman"
    assert dated.source.text == "2025.11.02 | 10:15 عمّان"
    window.desk.open_raw(RawDocument("عنوان آخر\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال."))
    until(lambda: window.desk.article.title == "عنوان آخر" and window.is_settled())
    assert window.desk.place is None


def test_that_it_is_word_by_word_is_said_once_and_not_at_each_paragraph(open_window, app, monkeypatch):
    from reader.gui.messages import MessageBar

    said, say = [], MessageBar.say

    def noted(bar, text, *more, **named):
        said.append(text)
        say(bar, text, *more, **named)

    monkeypatch.setattr(MessageBar, "say", noted)
    window = open_window(app, app.sample())
    assert len(window.desk.pairs) > 5
    assert [text for text in said if text.startswith("Word by word")] == [window.notice.text()]
