"""The window of the models on the real app: a real server on loopback, the small model, real files."""

import importlib.util
import json
import sys
import zipfile
from pathlib import Path

import pytest

from reader.app import App
from reader.model import EngineName, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """ارتفاع أسعار القمح في الأسواق المحلية

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

وقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.
"""
ENGLISH = """Wheat prices rise

Wheat prices rose last week, the ministry of economy said.
"""
"""A page that needs no engine, for what has nothing to do with one."""
MARKS = {ord(mark): None for mark in "\u2068\u2069\u200e\u200f"}


def plain(text):
    return text.translate(MARKS)


def web_server():
    name = "muwazi_web_server"
    if name not in sys.modules:
        file = Path(__file__).parents[1] / "translation" / "web_server.py"
        spec = importlib.util.spec_from_file_location(name, file)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture
def server(app):
    """A server that offers the pairs of languages of the tests; the app asks it for its list."""
    with web_server().serving() as made:
        pairs = (("fr", "en", "1.9"), ("ar", "en", "0.1"), ("en", "ar", "1.0"), ("pb", "en", "1.0"))
        entries = [
            {
                "from_code": source,
                "to_code": target,
                "package_version": version,
                "links": [made.address(f"/{source}_{target}.argosmodel")],
            }
            for source, target, version in pairs
        ]
        content = json.dumps(entries).encode()
        made.pages["/index.json"] = [lambda request: request.send(request.head_of(content))]
        app.change(models_index=made.address("/index.json"))
        yield made


@pytest.fixture
def second_version(small_package, tmp_path):
    """The small model once more, as version 0.2, and with a licence."""
    file = tmp_path / "translate-ar_en-0_2.argosmodel"
    with zipfile.ZipFile(small_package) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("metadata.json"):
                content = json.dumps(json.loads(content) | {"package_version": "0.2", "license": "CC0"}).encode()
            new.writestr(name, content)
    return file


@pytest.fixture
def shown(open_window, app, until):
    """The window with a short article, saved, and the window of the models over it."""

    def make(page=ENGLISH):
        window = open_window(app, RawDocument(page), engine="auto")
        window.commands.save.trigger()
        until(lambda: window.desk.piece is not None and window.is_settled())
        window.commands.models.trigger()
        until(window.is_settled)
        return window, window.dialogs.models

    return make


def install(window, dialog, file, until):
    dialog.install(file)
    until(lambda: window.is_settled() and dialog.file_button.isEnabled())


def look(window, dialog, until):
    dialog.online.look_button.click()
    until(lambda: window.models.offers is not None and window.is_settled())


def rows(dialog):
    shown = dialog.online.shown
    return [tuple(shown.index(row, column).data() for column in range(4)) for row in range(shown.rowCount())]


def engines(window):
    return {
        (pair.engine, pair.maker.version) for pair in window.desk.pairs.values() if pair.status is Status.TRANSLATED
    }


def choose(dialog, row):
    flags = dialog.online.table.selectionModel().SelectionFlag
    index = dialog.online.shown.index(row, 0)
    dialog.online.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def test_without_a_model_it_says_so_and_asks_no_network(shown, server):
    _, dialog = shown()
    assert dialog.cards == []
    assert dialog.empty.isVisible()
    assert "word by word" in dialog.empty.text()
    assert not dialog.online.table.isVisible()
    assert "127.0.0.1" in dialog.online.hint.text()
    assert "Nothing about your articles is sent" in dialog.online.hint.text()
    assert server.asked == []


def test_a_model_from_a_file_is_listed_with_what_it_is_and_translates_what_is_open(shown, until, small_package):
    window, dialog = shown(PAGE)
    assert {engine for engine, _ in engines(window)} == {EngineName.GLOSS}
    install(window, dialog, small_package, until)
    assert plain(dialog.bar.text()) == "The model ar_en 0.1 is installed."
    (card,) = dialog.cards
    facts = plain(card.facts.text())
    assert facts.startswith("ar_en 0.1 · Argos · 3.3 MB")
    assert card.in_use.isVisible()
    assert not card.use_button.isVisible()
    assert engines(window) == {(EngineName.ARGOS, "0.1")}


def test_of_two_versions_one_is_chosen_and_what_is_open_is_paired_with_it(
    shown, app, until, small_package, second_version
):
    window, dialog = shown(PAGE)
    install(window, dialog, small_package, until)
    install(window, dialog, second_version, until)
    assert [(card.address, card.in_use.isVisible()) for card in dialog.cards] == [
        ("ar_en@0.2", True),
        ("ar_en@0.1", False),
    ]
    assert "CC0" in dialog.cards[0].facts.text()
    assert engines(window) == {(EngineName.ARGOS, "0.2")}
    dialog.cards[1].use_button.click()
    until(lambda: dialog.cards[1].in_use.isVisible() and window.is_settled())
    assert engines(window) == {(EngineName.ARGOS, "0.1")}
    assert App(app.paths.data).packages().active().version == "0.1"
    with app.library() as library:
        assert {pair.maker.version for pair in library.get(window.desk.piece).pairs} == {"0.1"}


def test_removing_asks_first_and_leaves_the_translations_that_are_there(shown, app, until, small_package):
    window, dialog = shown(PAGE)
    install(window, dialog, small_package, until)
    before = dict(window.desk.pairs)
    (card,) = dialog.cards
    card.remove_button.click()
    assert card.is_asking()
    assert card.confirm_button.isVisible()
    card.keep_button.click()
    assert not card.is_asking()
    card.remove_button.click()
    card.confirm_button.click()
    until(lambda: dialog.cards == [] and window.is_settled())
    assert app.packages().installed() == []
    assert window.desk.pairs == before
    assert dialog.empty.isVisible()


def test_the_readme_is_shown_on_request(shown, until, small_package):
    window, dialog = shown()
    install(window, dialog, small_package, until)
    (card,) = dialog.cards
    assert not card.readme.isVisible()
    card.readme_button.click()
    assert card.readme.isVisible()
    assert "Tatoeba" in card.readme.toPlainText()


def test_a_file_that_is_no_model_is_refused_in_place(shown, until, small_package, tmp_path):
    window, dialog = shown(PAGE)
    cut = tmp_path / "cut.argosmodel"
    cut.write_bytes(small_package.read_bytes()[:40_000])
    install(window, dialog, cut, until)
    assert dialog.bar.kind == "error"
    assert "cut.argosmodel" in dialog.bar.text()
    assert window.bar.text() == ""
    assert dialog.cards == []
    assert list(window.desk.pairs.values())


def test_a_model_is_dropped_on_the_dialog_and_on_the_window(shown, until, qapp, small_package, second_version):
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    window, dialog = shown()

    def drop(widget, file):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *how)
        qapp.sendEvent(widget, enter)
        if enter.isAccepted():
            qapp.sendEvent(widget, QDropEvent(QPointF(9, 9), *how))
        return enter.isAccepted()

    text = small_package.with_name("words.txt")
    assert not drop(dialog, text)
    assert drop(dialog, small_package)
    until(lambda: len(dialog.cards) == 1 and window.is_settled())
    assert drop(window, second_version)
    until(lambda: len(dialog.cards) == 2 and window.is_settled())


def test_what_is_dropped_is_a_model_by_its_name_or_by_what_the_folder_holds(tmp_path):
    from PySide6.QtCore import QMimeData, QUrl

    from reader.gui.models_dialog import model_in

    folder, other = tmp_path / "opus-mt-ar-en", tmp_path / "pages"
    for one in (folder, other):
        one.mkdir()
    (folder / "model.bin").write_bytes(b"")

    def dropped(*addresses):
        mime = QMimeData()
        mime.setUrls([QUrl(address) for address in addresses])
        return model_in(mime)

    assert dropped(folder.as_uri()) == folder
    assert dropped(other.as_uri(), (tmp_path / "A.ZIP").as_uri()) == tmp_path / "A.ZIP"
    assert dropped("https://example.org/a.zip", (tmp_path / "page.html").as_uri()) is None


def test_what_can_be_had_is_listed_arabic_first_and_filtered_by_language(shown, until, server):
    window, dialog = shown()
    look(window, dialog, until)
    assert [path for path, _ in server.asked] == ["/index.json"]
    assert [row[:3] for row in rows(dialog)] == [
        ("Arabic", "English", "0.1"),
        ("French", "English", "1.9"),
        ("Portuguese (Brazil)", "English", "1.0"),
        ("English", "Arabic", "1.0"),
    ]
    dialog.online.filter.setText("arab")
    assert [row[:2] for row in rows(dialog)] == [("Arabic", "English"), ("English", "Arabic")]
    dialog.online.filter.setText("fr eng")
    assert [row[:2] for row in rows(dialog)] == [("French", "English")]
    assert dialog.online.chosen().name == "fr_en"
    dialog.online.filter.clear()
    assert "This list is of" in dialog.online.hint.text()


def test_looking_for_models_is_stopped_and_closing_waits_for_no_server(shown, until, server):
    server.pages["/index.json"] = [lambda request: request.wait()]
    window, dialog = shown()
    button = dialog.online.look_button
    button.click()
    until(lambda: server.asked)
    assert button.text() == "Stop looking"
    assert window.strip.offline.text().startswith("Online for models only")
    button.click()
    until(window.is_settled)
    assert button.text() == "Look for models online…"
    assert window.strip.offline.text().startswith("Offline")
    assert dialog.online.bar.text() == ""
    button.click()
    until(lambda: len(server.asked) == 2)
    window.close()
    assert window.models._network._thread.isFinished()


def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(shown, until, server):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window, dialog = shown()
    look(window, dialog, until)
    dialog.activateWindow()
    dialog.online.filter.setFocus()
    QTest.keyClick(dialog.online.filter, Qt.Key.Key_Return)
    assert window.is_settled()
    assert len(server.asked) == 1
    dialog.online.look_button.setFocus()
    QTest.keyClick(dialog.online.look_button, Qt.Key.Key_Return)
    until(lambda: len(server.asked) == 2 and window.is_settled())


def test_a_list_that_was_fetched_once_is_there_again_without_the_network(shown, open_window, app, until, server):
    window, dialog = shown()
    look(window, dialog, until)
    window.close()
    asked = len(server.asked)
    window = open_window(app, RawDocument(ENGLISH), engine="auto")
    dialog = window.dialogs.show_models()
    until(lambda: len(rows(dialog)) == 4 and window.is_settled())
    assert len(server.asked) == asked


def test_a_download_that_is_cut_says_so_and_goes_on_from_there_to_the_installed_model(
    shown, until, server, small_package
):
    content = small_package.read_bytes()
    middle = len(content) // 2

    def cut(request):
        request.send(request.head_of(content)[:middle])
        request.cut()

    def refuse(request):
        request.head(403, Content_Length=0)

    server.pages["/ar_en.argosmodel"] = [cut, refuse, lambda request: request.send(request.head_of(content))]
    window, dialog = shown(PAGE)
    online = dialog.online
    look(window, dialog, until)
    choose(dialog, 0)
    online.download_button.click()
    assert online.cancel_button.isVisible()
    until(lambda: online.bar.text() and window.is_settled())
    assert online.bar.kind == "error"
    assert "127.0.0.1" in online.bar.text()
    assert dialog.cards == []
    assert online.resume_button.isVisible()
    assert "stopped" in online.progress_text.text()
    online.resume_button.click()
    until(lambda: len(dialog.cards) == 1 and window.is_settled())
    assert plain(dialog.bar.text()) == "The model ar_en 0.1 is installed."
    assert online.bar.text() == ""
    assert not online.progress_text.isVisible()
    assert not online.progress_bar.isVisible()
    assert rows(dialog)[0][3] == "installed"
    assert not online.download_button.isEnabled()
    assert engines(window) == {(EngineName.ARGOS, "0.1")}
    asked = [headers.get("range") for path, headers in server.asked if path == "/ar_en.argosmodel"]
    assert asked[0] is None
    assert asked[-1] is not None


def test_a_download_shows_how_far_it_is_and_is_cancelled(shown, until, server, small_package):
    content = small_package.read_bytes()
    middle = len(content) // 2

    def stall(request):
        request.send(request.head_of(content)[:middle])
        request.wait()

    server.pages["/ar_en.argosmodel"] = [stall]
    window, dialog = shown()
    online = dialog.online
    look(window, dialog, until)
    online.table.activated.emit(online.table.currentIndex())
    until(lambda: online.progress_bar.maximum() > 0 and 0 < online.progress_bar.value() < online.progress_bar.maximum())
    assert "MB of 2.9 MB" in plain(online.progress_text.text())
    assert online.progress_text.text().startswith("\u2068Arabic\u2069 to")
    online.cancel_button.click()
    until(window.is_settled)
    assert not online.cancel_button.isVisible()
    assert online.resume_button.isVisible()
    assert dialog.cards == []


@pytest.mark.parametrize("answer", ["closed", "garbage", "missing"])
def test_a_list_that_cannot_be_had_is_one_sentence_in_place(shown, app, until, server, answer):
    if answer == "closed":
        app.change(models_index=web_server().Closed().address("/index.json"))
    elif answer == "garbage":
        server.pages["/index.json"] = [lambda request: request.send(request.head_of(b"<html>no list</html>"))]
    else:
        del server.pages["/index.json"]
    window, dialog = shown()
    dialog.online.look_button.click()
    until(lambda: dialog.online.bar.text() and window.is_settled())
    assert dialog.online.bar.kind == "error"
    assert "127.0.0.1" in dialog.online.bar.text()
    assert window.bar.text() == dialog.bar.text() == ""
    assert dialog.online.look_button.text() == "Look for models online…"


def test_what_is_installed_when_the_window_closes_in_the_middle_of_a_download_stays(
    shown, app, until, server, small_package
):
    content = small_package.read_bytes()

    def stall(request):
        request.send(request.head_of(content)[: len(content) // 2])
        request.wait()

    server.pages["/ar_en.argosmodel"] = [stall]
    window, dialog = shown()
    look(window, dialog, until)
    dialog.online.download_button.click()
    until(lambda: dialog.online.progress_bar.value() > 0)
    window.close()
    assert not dialog.isVisible()
    assert window.models._network._thread.isFinished()
    assert app.packages().installed() == []


def test_it_speaks_arabic_and_follows_a_change_of_the_language(shown, until, server, small_package):
    from PySide6.QtCore import Qt

    window, dialog = shown()
    look(window, dialog, until)
    install(window, dialog, small_package, until)
    window.commands.languages["ar"].trigger()
    until(lambda: dialog.windowTitle() == "نماذج الترجمة")
    assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert rows(dialog)[0] == ("العربية", "الإنكليزية", "0.1", "مثبّت")
    assert plain(dialog.cards[0].accessibleName()).startswith("من العربية إلى الإنكليزية")
    dialog.online.filter.setText("عرب إنك")
    assert [row[:2] for row in rows(dialog)] == [("العربية", "الإنكليزية"), ("الإنكليزية", "العربية")]


def test_each_control_has_a_name_and_is_reached_by_the_keyboard(shown, until, server, small_package):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTreeView

    window, dialog = shown()
    look(window, dialog, until)
    install(window, dialog, small_package, until)
    controls = [
        one for kind in (QAbstractButton, QLineEdit, QTreeView) for one in dialog.findChildren(kind) if one.isVisible()
    ]
    assert len(controls) >= 6
    for control in controls:
        if isinstance(control, QAbstractButton) and control.parent() is dialog.online.filter:
            continue  # Qt's own button that clears the line
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name.strip(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
        assert control.toolTip() or not isinstance(control, QAbstractButton), name
