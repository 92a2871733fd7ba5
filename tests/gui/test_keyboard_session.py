"""A session at the keyboard alone: every key goes to whatever has the focus, as a person's does, and nobody points."""

from dataclasses import asdict

import pytest

pytestmark = pytest.mark.gui

PORT = """أخبار

الصيادون يعودون إلى الميناء القديم

كتب: سامي الحداد

12 مارس 2024

عاد الصيادون أمس إلى الميناء القديم بعد توقف دام ثلاثة أشهر، وقال رئيسهم إنّ 45 قارباً خرجت. وأضاف أنّ الطقس كان جيداً.

الأسعار في السوق

وصل سعر السمك إلى 18 ديناراً، أي أقل بنسبة 20 في المئة من الشهر الماضي، ويقول التجار إنّ الأسعار ستنخفض أكثر.

خطط الحكومة

أعلنت الحكومة أنها ستبني رصيفاً جديداً بطول 300 متر قبل نهاية عام 2025، وستدعم أصحاب القوارب الصغيرة.
"""


def caret(window):
    """The paragraph that the caret stands in, as it is printed."""
    spot = window.view.places.caret()
    return None if spot is None else window.view.places.cell(spot).text


def focus():
    from PySide6.QtWidgets import QApplication

    return QApplication.focusWidget()


def columns(window):
    return window.view._columns()


def state(window):
    """What a reader would miss after a restart."""
    now = window._preferences.now
    (piece,) = window.library.catalogue.pieces
    return {
        "article": window.desk.article,
        "pairs": [(pair.index, pair.target, pair.status) for pair in window.desk.pairs.values()],
        "notes": [(one.targets[0].selector.exact, one.note, one.tags) for one in window.marking.annotations],
        "bookmarks": [one.quote for one in window.marking.bookmarks],
        "piece": (piece.title, piece.starred, piece.tags, piece.collections),
        "terms": [(term.source, term.target) for term in window.glossary.terms],
        "options": asdict(window.view.options()),
        "look": (now.theme, now.layout, now.ui),
        "panel": window.marks.panel.isVisible(),
        "title": window.windowTitle(),
    }


def test_a_session_by_the_keyboard_alone_and_the_same_after_a_restart(
    open_window, app, home, until, small_package, qapp, keys, monkeypatch
):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    from reader.app import App
    from reader.gui import librarian
    from reader.gui.columns import TextColumn
    from reader.gui.preferences import Preferences
    from reader.model import EngineName, Status

    def wait(condition):
        until(lambda: keys.manage() and condition())

    window = open_window(app, app.sample(), engine="auto", welcomed=False)
    window.resize(1400, 700)  # room for two columns between the panels
    window.activateWindow()
    wait(lambda: qapp.activeWindow() is window and isinstance(focus(), TextColumn))

    # A model from a file, by the list of commands
    keys.answer_file_dialog(small_package)
    keys.run("install a model", wait)
    wait(lambda: window.desk.engine is not None and window.desk.engine.name is EngineName.ARGOS)
    wait(lambda: window.is_settled() and isinstance(focus(), TextColumn))
    keys.press("Esc")
    assert window.bar.text() == ""

    # Reading the sample: sentence by sentence, the doubts, and back to the text
    keys.press("Alt+Down", "Alt+Down")
    assert window.view._page.lit
    keys.press("F8")
    assert window.reading.note_card.isVisible()
    keys.press("Esc")
    assert not window.reading.note_card.isVisible()

    # An article of one's own
    QGuiApplication.clipboard().setText(PORT)
    keys.press("Ctrl+V")
    wait(lambda: window.windowTitle() == "الصيادون يعودون إلى الميناء القديم" and window.is_settled())
    keys.press("Ctrl+Shift+O")
    assert focus() is window.outline.panel.list
    keys.press("Home", "Return", "Esc")
    wait(lambda: isinstance(focus(), TextColumn))
    assert caret(window) == "الأسعار في السوق"
    keys.press("F6")
    assert focus() is columns(window)[1]
    keys.press("F6", "F6", "F6")  # the outline, the library, and the Arabic again
    assert focus() is columns(window)[0]

    # A word, its card, and the glossary
    keys.press("Ctrl+Down", "Ctrl+Left", "Ctrl+Left", "Ctrl+L")
    wait(lambda: window.reading.word_card.isVisible() and window.reading.word_card._readings)
    assert window.reading.word_card.word.text().startswith("السَمَك")
    keys.press("Tab")
    while focus() is not window.reading.word_card.glossary_button:
        keys.press("Tab")
        assert window.reading.word_card.isAncestorOf(focus()) or focus() is window.reading.word_card
    keys.press("Return")
    wait(lambda: window.dialogs.glossary is not None and qapp.activeWindow() is window.dialogs.glossary)
    keys.press("Return")
    wait(lambda: [term.target for term in window.glossary.terms] == ["fish"])
    keys.press("Esc")
    wait(lambda: window.is_settled() and isinstance(focus(), TextColumn))

    # A highlight, a note with tags, a bookmark
    keys.press("Ctrl+Shift+Left", "Ctrl+H")
    wait(lambda: len(window.marking.annotations) == 1)
    keys.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Shift+Left", "Ctrl+M")
    wait(lambda: type(focus()).__name__ == "QPlainTextEdit")
    keys.write("Who pays for it?")
    keys.press("Tab")
    keys.write("harbours, budget")
    keys.press("Return")
    wait(lambda: any(one.tags == ("budget", "harbours") for one in window.marking.annotations))
    keys.press("Esc")
    assert isinstance(focus(), TextColumn)
    keys.press("Ctrl+D")
    wait(lambda: len(window.marking.bookmarks) == 1)
    assert window.marking.bookmarks[0].quote.startswith("أعلنت الحكومة")

    # An edit, undone and made again
    keys.press("Ctrl+E")
    keys.press("Ctrl+A")
    keys.write("The government will build a quay of 300 metres by 2025.")
    keys.press("Return")
    wait(lambda: any(pair.status is Status.EDITED for pair in window.desk.pairs.values()))
    keys.press("Ctrl+Z")
    wait(lambda: all(pair.status is not Status.EDITED for pair in window.desk.pairs.values()))
    keys.press("Ctrl+Shift+Z")
    wait(lambda: any(pair.status is Status.EDITED for pair in window.desk.pairs.values()))

    # Finding, in the piece and in the library
    keys.press("Ctrl+F")
    keys.write("رصيف")
    wait(lambda: window.finding.is_idle() and window.finding.finder.count == 1)
    keys.press("Return", "Esc")
    assert isinstance(focus(), TextColumn)
    assert window.view.selection.text() == "رصيفاً"
    keys.press("Ctrl+Shift+F")
    keys.write("quay")
    wait(lambda: window.is_settled() and window.library.results.answer and window.library.results.answer.count == 1)
    keys.press("Down", "Return", "Esc", "Esc")
    assert isinstance(focus(), TextColumn)
    assert not window.library.shows_results

    # The piece: a name, a star, a collection; to the trash and back
    keys.press("Esc", "Shift+F6", "Shift+F6")
    while focus() is not window.library.list:
        keys.press("Shift+F6")
    keys.press("F2", "Ctrl+A")
    keys.write("The old port")
    keys.press("Return")
    wait(lambda: window.library.catalogue.pieces[0].title == "The old port")
    assert focus() is window.library.list
    keys.press("Ctrl+B")
    wait(lambda: window.library.catalogue.pieces[0].starred)
    # Offscreen shows no menu without a warning: what would pop up is taken, and chosen from here.
    menus = []
    monkeypatch.setattr(librarian, "_show", lambda menu, _where: menus.append(menu))
    keys.press("Ctrl+K")
    menus.pop().actions()[-1].trigger()
    wait(lambda: type(focus()).__name__ == "QLineEdit")
    keys.write("Harbours")
    keys.press("Return")
    wait(lambda: window.library.catalogue.pieces[0].collections == ("Harbours",))
    keys.press("Shift+F10")
    assert window.commands.remove in menus.pop().actions()
    keys.press("Del")
    wait(lambda: not window.library.catalogue.pieces)
    keys.press("Ctrl+Z")
    wait(lambda: len(window.library.catalogue.pieces) == 1 and window.is_settled())

    # How it looks, and in which language
    keys.press("Esc", "Ctrl++", "Ctrl++", "Alt+-", "Ctrl+Shift+T")
    wait(lambda: qapp.activeWindow() is window.appearance.type_dialog)
    keys.press("Tab", "Tab", "Right", "Esc")
    wait(lambda: qapp.activeWindow() is window)
    keys.run("theme: dark", wait)
    keys.run("print preview", wait)
    wait(lambda: window.printing.dialog is not None and qapp.activeWindow() is window.printing.dialog)
    keys.press("Esc")
    wait(lambda: window.printing.dialog is None and qapp.activeWindow() is window)
    while focus() is not columns(window)[1]:
        keys.press("F6")
    keys.run("layout: stacked", wait)
    wait(window.is_settled)
    assert focus() is columns(window)[0]
    keys.run("language: العربية", wait)
    wait(lambda: window.layoutDirection() is Qt.LayoutDirection.RightToLeft and window.is_settled())
    keys.press("F1")
    wait(lambda: qapp.activeWindow() is not window)
    assert qapp.activeWindow().windowTitle() == "مساعدة"
    keys.press("Esc")
    wait(lambda: qapp.activeWindow() is window)
    assert isinstance(focus(), TextColumn)

    # Quit, and start again
    wait(window.is_settled)
    before = state(window)
    assert before["look"] == ("dark", "stacked", "ar")
    assert before["options"]["spacing"] == "loose"
    assert len(before["notes"]) == 2
    keys.press("Ctrl+Q")
    wait(lambda: not window.isVisible())
    kept = Preferences(App(home / "muwazi")).now
    assert (kept.ui, kept.theme, kept.layout) == ("ar", "dark", "stacked")
    again = open_window(App(home / "muwazi"), engine="auto", ui=kept.ui)
    wait(lambda: qapp.activeWindow() is again and again.marking.annotations)
    keys.press("Ctrl+G")
    wait(lambda: again.glossary.terms)
    assert state(again) == before
