"""Every dialog for those who do not see it, on a low screen, and when the language changes under it."""

import re

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

SENTENCE = "قال الوزير إنّ الحكومة ستدعم 18 من المزارعين في الشمال والجنوب قبل بداية الموسم الجديد."
PAGE = RawDocument(f"العنوان\n\n{SENTENCE}\n\n{SENTENCE} ثم سافر.")
CONTROLS = (
    "Button CheckBox EditableText List ListItem Tree TreeItem Table Slider SpinBox ComboBox RadioButton Cell".split()
)
LOW = 960, 540
"""1920 by 1080 at 200 %, in the pixels of Qt."""
STAYING = "models", "glossary", "all_notes", "typesetting", "help", "backups", "duplicates", "lock"
"""Commands whose window stands beside the main one: the language can change while it is open."""
MODAL = "palette", "print_preview", "print"


def at_start(window):
    from reader.gui.passphrase_dialog import PassphraseDialog

    PassphraseDialog(window._app, window.page, at_start=True).open()


def colours(window):
    from reader.gui.colours_dialog import ColoursDialog

    ColoursDialog(window.marking, window.marks.theme, window).show()


ASKING = {
    "passphrase": lambda window: window.locking.ask(),
    "passphrase at the start": at_start,
    "colours": colours,
    "question": lambda window: window.locking.ask_to_take_away(),
    "bug": lambda window: window.messages.show_bug(RuntimeError("for the test")),
    "name": lambda window: window.librarian.add_collection(),
}
"""What opens where somebody is asked or told something."""

LATIN = re.compile("[A-Za-z]{3,}")
NAMES = re.compile(
    r"CSV|TSV|USB|PDF|Return|Left|Right|Up|Down|Ctrl|Shift|Alt|Enter|Esc|Del|Space|Muwazi|Argos|raw\.githubusercontent\.com|English|Amiri|Naskh|OPUS|HTML|csv|tsv"
    r"|\bOR\b|ar_en|Home|End|Tab|The minister|Page"
)


@pytest.fixture(scope="module", params=["en", "ar"])
def shared(request, open_shared_window, until):
    """A window on a saved piece, one for all tests of a language."""
    window = open_shared_window(PAGE, ui=request.param)
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    window._app.back_up_if_due()
    yield window
    window.close()


@pytest.fixture
def window(request, shared, qapp, until, no_exception_in_a_slot):
    shared.activateWindow()
    until(lambda: qapp.activeWindow() is shared)
    yield shared
    for dialog in dialogs(qapp):
        dialog.close()
    language = shared._preferences.now.ui
    if language != request.node.callspec.params["shared"]:  # where a test broke off
        shared.commands.languages[request.node.callspec.params["shared"]].trigger()
    qapp.sendPostedEvents(None, 0)
    shared.resize(1000, 700)


def dialogs(qapp):
    from PySide6.QtWidgets import QDialog

    return [one for one in qapp.topLevelWidgets() if one.isVisible() and isinstance(one, QDialog)]


def opened(window, name, qapp, until):
    """The dialog that a command opens, or one of ``ASKING``."""
    before = dialogs(qapp)
    if name in ASKING:
        ASKING[name](window)
    else:
        getattr(window.commands, name).trigger()

    def new():
        return [one for one in dialogs(qapp) if one not in before]

    until(lambda: new() and window.is_settled())
    (dialog,) = new()
    qapp.processEvents()
    return dialog


def is_dressed(widget):
    """Whether a widget has the window's style sheet."""
    return widget.style().metaObject().className() == "QStyleSheetStyle"


def nodes(node):
    """The visible nodes below one, in the order in which a screen reader goes through them."""
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from nodes(child)


def tree(widget):
    from PySide6.QtGui import QAccessible

    return list(nodes(QAccessible.queryAccessibleInterface(widget)))


def name(node):
    from PySide6.QtGui import QAccessible

    return node.text(QAccessible.Text.Name).strip()


def words(widget):
    """All that is written in a window, but for what people have written themselves."""
    from PySide6.QtGui import QAccessible

    said = [widget.windowTitle()]
    # Qt tells of rows that have come and gone only where a screen reader listens.
    for node in (one for one in tree(widget) if one.role().name not in ("Cell", "TreeItem", "ColumnHeader")):
        said += [node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)]
        if node.object() is not None and hasattr(node.object(), "toolTip"):
            said.append(node.object().toolTip())
    return [text for text in said if text]


def is_other(text, language):
    """Whether a text of the window is in the other language; names of things are in their own in both."""
    bare = NAMES.sub("", text)
    if language == "ar":
        return bool(LATIN.search(bare))
    return any("\u0620" <= letter <= "\u064a" for letter in bare)


def test_the_window_follows_the_language_both_ways_in_every_panel(open_window, app, qapp, until):
    window = open_window(app, PAGE, welcomed=False)
    window.messages.say("Something was done.")
    window.commands.find.trigger()
    window.finding.bar.field.setText("قال")
    until(window.is_settled)
    for panel in ("notes", "doubts", "outline", "set_aside"):
        getattr(window.commands, panel).setChecked(True)
        for language in ("ar", "en"):
            window.commands.languages[language].trigger()
            qapp.sendPostedEvents(None, 0)
            until(window.is_settled)
            written = {id(one) for column in window.view._columns() for one in (column, column.viewport())}
            from PySide6.QtWidgets import QWidget

            texts = [
                text
                for part in window.findChildren(QWidget)
                if part.isVisible() and id(part) not in written
                for text in (part.toolTip(), part.accessibleName(), getattr(part, "text", str)())
                if isinstance(text, str)
            ]
            mine = "قال", "العنوان", SENTENCE, "العربية", "حجم الخط", "18"
            theirs = [one for one in texts if is_other(one, language) and not any(word in one for word in mine)]
            assert theirs == []
    assert window.bar.text() == ""


@pytest.mark.parametrize("command", (*STAYING, *MODAL, *ASKING))
def test_a_dialog_names_its_controls_has_the_keys_and_fits_a_low_screen(window, qapp, until, command):
    from PySide6.QtWidgets import QWidget

    window.resize(*LOW)
    dialog = opened(window, command, qapp, until)
    until(lambda: dialog.isActiveWindow() or (not dialog.activateWindow() and dialog.isActiveWindow()))
    assert dialog.windowTitle()
    assert {type(one).__name__ for one in (dialog, *dialog.findChildren(QWidget)) if not is_dressed(one)} == set()
    nameless = [
        (one.role().name, type(one.object()).__name__, one.object() and one.object().objectName())
        for one in tree(dialog)
        if one.role().name in CONTROLS and not name(one)
    ]
    assert nameless == []
    assert dialog.focusWidget() is not None
    assert dialog.focusWidget().window() is dialog
    if command in ASKING:
        theirs = [text for text in words(dialog) if is_other(text, window._preferences.now.ui)]
        assert [text for text in theirs if "/" not in text] == []  # but for where the report lies
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert (least.width() <= LOW[0], least.height() <= LOW[1]) == (True, True), least
    dialog.close()


def test_the_menus_fit_a_low_screen(window, qapp):
    bar = window.toolbar
    for menu in (bar.view_menu, bar.type_menu, bar.panels_menu, bar.translation_menu, bar.library_menu, bar.theme_menu):
        assert menu.sizeHint().height() <= LOW[1]
        assert menu.sizeHint().width() <= LOW[0]


def test_the_window_itself_fits_a_low_screen(window, qapp):
    window.resize(*LOW)
    qapp.processEvents()
    assert (window.width(), window.height()) == LOW
    assert window.view.height() > LOW[1] // 2


@pytest.mark.parametrize("shared", ["en"], indirect=True)
def test_a_dialog_that_is_not_seen_follows_the_theme_and_the_language_when_it_is_shown_again(window, qapp, until):
    dialog = opened(window, "glossary", qapp, until)
    english, light = words(dialog), dialog.styleSheet()
    dialog.close()
    window.appearance.choose_theme("dark")
    window.commands.languages["ar"].trigger()
    qapp.sendPostedEvents(None, 0)
    until(window.is_settled)
    assert (dialog.styleSheet(), dialog.windowTitle()) == (light, "Glossary")
    assert window.dialogs.show_glossary() is dialog
    assert dialog.styleSheet() == window.page.styleSheet() != light
    assert [text for text in words(dialog) if is_other(text, "ar")] == []
    window.appearance.choose_theme("light")
    window.commands.languages["en"].trigger()
    qapp.sendPostedEvents(None, 0)
    until(window.is_settled)
    assert dialog.styleSheet() == window.page.styleSheet() == light  # now that it is seen, at once
    assert words(dialog) == english
    dialog.close()


@pytest.mark.parametrize("command", STAYING)
@pytest.mark.parametrize("shared", ["en"], indirect=True)
def test_an_open_dialog_follows_the_language_both_ways(window, qapp, until, command):
    dialog = opened(window, command, qapp, until)
    in_english = words(dialog)
    for language in ("ar", "en"):
        window.commands.languages[language].trigger()
        qapp.sendPostedEvents(None, 0)
        until(window.is_settled)
        theirs = [text for text in words(dialog) if is_other(text, language)]
        assert [text for text in theirs if not any(mine in text for mine in ("العنوان", "الحكومة", "و or ال"))] == []
        if command == "backups":
            assert is_other(dialog.table.topLevelItem(0).text(1), "ar" if language == "en" else "en")
    assert set(words(dialog)) == set(in_english)
    dialog.close()


@pytest.mark.parametrize("shared", ["en"], indirect=True)
def test_what_went_wrong_is_said_again_in_the_new_language(window, qapp, until):
    window.desk.open_path("/nowhere/at/all.txt")
    until(lambda: window.bar.text())
    english = window.bar.text()
    window.commands.languages["ar"].trigger()
    qapp.sendPostedEvents(None, 0)
    until(window.is_settled)
    assert window.bar.text() not in ("", english)
    assert is_other(window.bar.text().replace("/nowhere/at/all.txt", ""), "en")


@pytest.mark.parametrize("shared", ["en"], indirect=True)
def test_the_chosen_section_stays_chosen_when_the_language_changes(window, qapp):
    from reader.gui.catalogue import Kind

    window.library.sections.setCurrentIndex(window.library.sections.sections.index(2))
    window.commands.languages["ar"].trigger()
    qapp.sendPostedEvents(None, 0)
    assert window.library.sections.currentIndex().row() == 2
    assert window.library.section.kind is Kind.STARRED
