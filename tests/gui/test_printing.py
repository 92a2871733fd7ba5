"""The article on paper: what falls on which sheet, and that a PDF comes of it."""

from collections import Counter
from itertools import pairwise

import pytest

from reader.gui.page import Mode
from reader.gui.reading_options import ReadingOptions
from reader.model import Annotation, Article, Block, EngineName, Pair, Place, Role, Selector, Side, Status, Target
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

ARABIC = "قال رئيس الهيئة إن منسوب البحيرة هبط منذ الصيف"
ENGLISH = "The head of the authority said that the level of the lake had fallen since summer"
PAGE = "هبط منسوب البحيرة\n\n" + "\n\n".join(f"{ARABIC} {n}." for n in range(12))


def rows(lengths, heading_at=None):
    from reader.gui.page_rows import Phrases, build_rows

    blocks, pairs = [], {}
    for index, length in enumerate(lengths):
        role = Role.HEADING if index == heading_at else Role.PARAGRAPH
        source = " ".join([ARABIC] * length)
        blocks.append(Block(role, source))
        pairs[index] = Pair(index, role, source, " ".join([ENGLISH] * length), EngineName.ARGOS, Status.TRANSLATED)
    return build_rows(Article(blocks=tuple(blocks)), pairs, Phrases())


def printed(made, mode=Mode.SIDE, height=900, marked=None):
    from PySide6.QtCore import QSizeF

    from reader.gui import fonts
    from reader.gui.printing import PrintedArticle

    fonts.register()
    article = PrintedArticle(made, mode, ReadingOptions(), QSizeF(670, height), marked)
    shares = list(article.lay_out())
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    return article


def pdf_printer(window, file):
    """The window's printer, set to write a PDF file."""
    from PySide6.QtPrintSupport import QPrinter

    printer = window.printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def print_to(window, file, until):
    """Prints what is open to a PDF file; the number of its sheets."""
    window.printing.print_on(pdf_printer(window, file))
    until(window.printing.is_idle)
    pdf = file.read_bytes()
    assert pdf.startswith(b"%PDF")
    return pdf.count(b"/Type /Page\n")


def annotation(number, *places, note="A note.", colour="green", tags=()):
    """An annotation of places (side, block, words): the first block's text holds them."""
    targets = {}
    for side, block, words in places:
        text = ARABIC if side is Side.SOURCE else ENGLISH
        start = text.index(words)
        place = Place(block, start, start + len(words))
        targets[side] = Target(Selector(side, words, "", "", start), (place,))
    return Annotation(number, 1, tuple(targets[side] for side in Side if side in targets), colour, note, tags)


def lost(number, words, note):
    return Annotation(number, 1, (Target(Selector(Side.SOURCE, words, "", "", 0)),), "pink", note)


def marked(*annotations, **wanted):
    from reader.gui.end_notes import Marked
    from reader.gui.marks import marks_of

    return Marked(marks_of(annotations, ()), annotations, **wanted)


def notes_below(article):
    """What is printed below the article: each row's marker and texts."""
    if article.notes is None:
        return []
    rows = article.notes._page.rows
    return [(row.source.marker, *(cell.text for cell in (row.source, row.target) if cell.text)) for row in rows]


def colours_of(article, sheet=0):
    """The colours of a drawn sheet, as they are named, each with the number of its dots."""
    from PySide6.QtGui import QColor, QImage, QPainter

    image = QImage(670, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    article.paint(painter, sheet)
    painter.end()
    dots = Counter(memoryview(image.constBits()).cast("I"))
    return {f"#{colour & 0xFFFFFF:06x}": count for colour, count in dots.items()}


def rows_on(article, sheet):
    geometry = article.text._page.geometry
    spans = [piece.spans[Side.SOURCE] for piece in article.text.sheets[sheet]]
    return [row for row in range(len(geometry)) if any(top <= geometry.top(row) < bottom for top, bottom in spans)]


@pytest.mark.parametrize("mode", list(Mode))
def test_rows_that_fit_a_sheet_are_never_parted(qapp, mode):
    article = printed(rows([3, 1, 4, 2, 5, 3, 2, 4, 1, 3] * 3), mode)
    geometry = article.text._page.geometry
    seen = []
    for number, sheet in enumerate(article.text.sheets):
        (piece,) = sheet
        on = rows_on(article, number)
        assert piece.spans[Side.SOURCE] == (geometry.top(on[0]), geometry.top(on[-1]) + geometry.height(on[-1]))
        assert len(set(piece.spans.values())) == 1
        assert piece.at + piece.spans[Side.SOURCE][1] - piece.spans[Side.SOURCE][0] <= 900
        seen += on
    assert seen == list(range(30))
    assert len(article.text.sheets) > 2


@pytest.mark.parametrize("mode", list(Mode))
def test_a_row_taller_than_a_sheet_is_parted_between_lines_and_no_line_is_lost(qapp, mode):
    article = printed(rows([1, 90, 1]), mode)
    ends = {side: [] for side in article.text._page.sides}
    for sheet in article.text.sheets:
        for piece in sheet:
            for side, (top, bottom) in piece.spans.items():
                assert bottom - top <= 900
                ends[side].append((top, bottom))
    for side, spans in ends.items():
        first, *parts, last = [span for span in spans if span[0] < span[1]]
        assert parts[0][0] == article.text._page.geometry.top(1)
        assert all(above[1] == below[0] for above, below in pairwise(parts))
        if mode in (Mode.SIDE, Mode.DEMAND):
            assert parts[-1][1] == article.text._ends(1, side)[-1]
        assert first[1] < parts[0][0]
        assert last[0] == article.text._page.geometry.top(2)


def test_a_heading_does_not_stand_alone_at_the_foot(qapp):
    for count in range(6, 12):
        article = printed(rows([3] * count + [1] + [9], heading_at=count))
        for sheet in range(len(article.text.sheets)):
            assert rows_on(article, sheet)[-1:] != [count]


def test_what_is_open_is_printed_to_a_pdf(app, open_window, until, tmp_path):
    window = open_window(app, RawDocument(PAGE))
    assert print_to(window, tmp_path / "article.pdf", until) >= 1
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".pdf"] == ["article.pdf"]


def test_a_long_article_is_printed_in_many_turns_and_can_be_given_up_which_leaves_the_old_file(
    app, open_window, until, tmp_path, qapp
):
    from PySide6.QtWidgets import QProgressDialog

    window = open_window(app, RawDocument("خبر طويل\n\n" + "\n\n".join([f"{ARABIC}. " * 9] * 70)))
    file = tmp_path / "article.pdf"
    file.write_bytes(b"before")
    for given_up_at in (0.2, 0.8):
        window.printing.print_on(pdf_printer(window, file))
        (progress,) = [one for one in window.findChildren(QProgressDialog) if one.minimumDuration()]
        turns = 0
        while progress.value() < given_up_at * progress.maximum():
            qapp.processEvents()
            turns += 1
        assert turns > 1
        progress.cancel()
        until(window.printing.is_idle)
        qapp.sendPostedEvents(None, 0)
        assert file.read_bytes() == b"before"
        assert [one.name for one in tmp_path.iterdir() if one.suffix == ".pdf"] == ["article.pdf"]
    assert print_to(window, file, until) > 10
    assert window.bar.text() == ""


def test_a_window_that_closes_prints_what_it_was_asked_for(app, open_window, tmp_path):
    window = open_window(app, RawDocument(PAGE))
    window.printing.print_on(pdf_printer(window, tmp_path / "article.pdf"))
    window.close()
    assert (tmp_path / "article.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(app, open_window, until, tmp_path):
    window = open_window(app, RawDocument(PAGE))
    window.printing.print_on(pdf_printer(window, tmp_path / "nowhere" / "article.pdf"))
    until(window.printing.is_idle)
    assert "cannot be written" in window.bar.text()


# Seen before


@pytest.fixture
def preview(app, open_window, until):
    """The preview of an article of several sheets."""
    window = open_window(app, RawDocument("خبر طويل\n\n" + "\n\n".join([f"{ARABIC}. " * 3] * 60)))
    window.resize(1100, 800)
    window.commands.print_preview.trigger()
    shown = window.printing.dialog
    assert shown.isVisible()
    assert not shown.number.isEnabled()  # they are being laid out
    until(shown.is_settled)
    yield shown
    shown.close()
    assert window.printing.dialog is None


def keys(widget, *names):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for name in names:
        QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"))


def ink(preview):
    """How many dots of what is seen are dark."""
    image = preview.sheets.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 120
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_preview_shows_the_sheets_and_goes_through_them_by_keys_and_by_number(preview, until):
    count = preview.number.maximum()
    assert count > 3
    assert preview.number.suffix().strip().endswith(str(count))
    assert ink(preview) > 200
    assert preview.focusWidget() is preview.sheets
    keys(preview.sheets, "PageDown", "PageDown")
    assert (preview.sheets.sheet, preview.number.value()) == (2, 3)
    keys(preview.sheets, "PageUp")
    assert preview.number.value() == 2
    keys(preview.sheets, "End")
    assert preview.number.value() == count
    keys(preview.sheets, "Home")
    assert preview.number.value() == 1
    preview.number.setValue(count - 1)
    assert preview.sheets.sheet == count - 2
    until(lambda: ink(preview) > 200)


def test_the_sheets_are_shown_whole_as_wide_as_there_is_room_and_in_any_size(preview):
    whole = preview.percent.value()
    view = preview.sheets.viewport()
    assert preview.sheets._shown().height() <= view.height()
    preview.fitting.buttons["width"].click()
    assert preview.percent.value() > whole
    assert view.width() - 80 < preview.sheets._shown().width() < view.width()
    preview.percent.setValue(200)
    assert preview.sheets.horizontalScrollBar().maximum() > 0
    assert not any(button.isChecked() for button in preview.fitting.buttons.values())
    preview.fitting.buttons["whole"].click()
    assert preview.percent.value() == whole
    assert preview.sheets.horizontalScrollBar().maximum() == 0


def test_the_paper_is_turned_and_the_sheets_are_laid_out_anew_at_the_same_place(preview, until):
    upright = preview.number.maximum(), preview.sheets._paper
    preview.number.setValue(3)
    preview.orientation.buttons["landscape"].click()
    assert not preview.print_button.isEnabled()
    until(preview.is_settled)
    assert preview.print_button.isEnabled()
    assert preview.sheets._paper == upright[1].transposed()
    assert preview.number.maximum() != upright[0]
    assert preview.number.value() == 3
    preview.orientation.buttons["portrait"].click()
    preview.orientation.buttons["landscape"].click()
    preview.orientation.buttons["portrait"].click()
    until(preview.is_settled)
    assert (preview.number.maximum(), preview.sheets._paper) == upright


def test_no_more_sheets_are_kept_drawn_than_are_seen_and_a_few(preview):
    from reader.gui.print_preview import KEPT

    for number in range(1, preview.number.maximum() + 1):
        preview.number.setValue(number)
        preview.sheets.viewport().grab()
    assert 1 < len(preview.sheets._drawn) <= KEPT < preview.number.maximum() + 2


def test_the_preview_prints_on_the_paper_that_it_shows(preview, until, qapp):
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrintDialog

    window = preview.parent().window()
    preview.orientation.buttons["landscape"].click()
    until(preview.is_settled)
    preview.print_button.click()
    dialog = window.printing.dialog
    assert isinstance(dialog, QPrintDialog)
    assert dialog.printer().pageLayout().orientation() is QPageLayout.Orientation.Landscape
    dialog.close()


def test_a_preview_that_is_closed_while_it_is_laid_out_ends_that(app, open_window, qapp, until):
    window = open_window(app, RawDocument(PAGE))
    window.commands.print_preview.trigger()
    window.printing.dialog.close()
    qapp.sendPostedEvents(None, 0)
    qapp.processEvents()
    assert window.printing.dialog is None
    window.commands.print_preview.trigger()
    until(window.printing.dialog.is_settled)
    assert window.printing.dialog.number.maximum() >= 1
    window.printing.dialog.close()


# Marks


def test_a_rule_runs_through_between_the_columns(qapp):
    from dataclasses import replace

    from reader.gui.printing import PAPER
    from reader.gui.row_layout import PAD

    plain = rows([1, 1])
    ruled = [plain[0], replace(plain[1], begins=True)]
    assert colours_of(printed(ruled)).get(PAPER.rule, 0) >= 670 - 2 * PAD - 2
    assert PAPER.rule not in colours_of(printed(plain))


def test_highlights_are_printed_in_their_colour_with_a_line_along_them(qapp):
    from reader.gui.printing import PAPER

    green = annotation(1, (Side.SOURCE, 0, "رئيس الهيئة"), (Side.TARGET, 0, "The head"), note=None)
    with_marks = colours_of(printed(rows([1, 1]), marked=marked(green)))
    assert with_marks[PAPER.green] > 500
    assert with_marks[PAPER.green_mark] > 50
    without = colours_of(printed(rows([1, 1]), marked=marked(green, highlights=False)))
    assert PAPER.green not in without
    assert PAPER.green_mark not in without


def test_notes_are_numbered_as_their_words_stand_on_the_page_and_follow_it(qapp):
    from reader.gui.end_notes import numbers

    second = annotation(1, (Side.SOURCE, 1, "منسوب البحيرة"), note="Second.\n\nأرقام أخرى", tags=("water", "ماء"))
    first = annotation(2, (Side.SOURCE, 0, "رئيس"), (Side.TARGET, 0, "The head"), note="First.")
    gone = lost(3, "كلمات", "What was said of it.")
    silent = annotation(4, (Side.SOURCE, 1, "قال"), note=None)
    noted, made = marked(second, first, gone, silent), rows([1, 1])
    assert notes_below(printed(made, marked=noted)) == [
        (None, "Notes"),
        ("1", "رئيس", "The head"),
        (None, "First."),
        ("2", "منسوب البحيرة"),
        (None, "Second."),
        (None, "أرقام أخرى"),
        (None, "Tags: \u2068water\u2069 · \u2068ماء\u2069"),
        (None, "Notes whose words the text does not hold any more"),
        ("–", "كلمات"),
        (None, "What was said of it."),
    ]
    ends = {
        side: text.index(words) + len(words)
        for side, text, words in ((Side.SOURCE, ARABIC, "رئيس"), (Side.TARGET, ENGLISH, "The head"))
    }
    end = ARABIC.index("منسوب البحيرة") + len("منسوب البحيرة")
    assert numbers(noted, noted.numbered(made)) == {
        (0, Side.SOURCE): {ends[Side.SOURCE]: "1"},
        (0, Side.TARGET): {ends[Side.TARGET]: "1"},
        (1, Side.SOURCE): {end: "2"},
    }
    assert [note.id for note in noted.numbered(list(reversed(made)))] == [1, 2]
    assert notes_below(printed(made, marked=marked(second, first, gone, notes=False))) == []


def test_what_a_person_calls_the_colours_is_told_below(qapp):
    yellow = annotation(1, (Side.SOURCE, 0, "رئيس"), note=None, colour="yellow")
    labels = {"yellow": "Claims", "blue": "Not used here"}
    assert notes_below(printed(rows([1]), marked=marked(yellow, labels=labels))) == [
        (None, "Colours"),
        (None, "Claims"),
    ]
    assert notes_below(printed(rows([1]), marked=marked(yellow, labels=labels, highlights=False))) == []


def test_a_number_stands_behind_the_whole_word_and_has_room_there(qapp):
    inside = annotation(1, (Side.SOURCE, 0, "ئيس"), (Side.TARGET, 0, "he hea"))
    for side, text, word in ((Side.SOURCE, ARABIC, "رئيس"), (Side.TARGET, ENGLISH, "The head")):
        end = text.index(word) + len(word)
        places = {}
        for wanted in (marked(inside), None):
            article = printed(rows([1]), marked=wanted)
            column = next(layout for held, (layout, _) in article.text._columns.items() if side in held)
            line = column.lay(column.block(0, side)).lineAt(0)
            places[wanted is None] = abs(line.cursorToX(end + 1)[0] - line.cursorToX(end)[0])
            if wanted is not None:
                assert list(column._numbers_of(0, side, text)) == [(end, "1")]
        assert places[False] > places[True] + 3


def test_notes_begin_where_the_article_ends_and_none_is_parted_that_fits_a_sheet(qapp):
    notes = [annotation(n, (Side.SOURCE, n % 3, "رئيس"), note="\n".join([ENGLISH] * 4)) for n in range(1, 30)]
    article = printed(rows([1, 2, 1]), marked=marked(*notes))
    below = article.notes
    assert below.sheets[0][0].at > article.text.end
    assert article.count == len(article.text.sheets) + len(below.sheets) - 1 > 2
    geometry, starts = below._page.geometry, [row for row, entry in enumerate(below._page.rows) if entry.source.marker]
    tops = {geometry.top(row) for row in starts}
    shown = [piece.spans[Side.SOURCE] for sheet in below.sheets for piece in sheet]
    assert all(top in tops for top, _ in shown[1:])
    assert all(above[1] <= under[0] for above, under in pairwise(shown))
    assert len(starts) == 29


def test_a_heading_of_the_notes_is_not_left_alone_at_the_foot_of_the_article(qapp):
    one = annotation(1, (Side.SOURCE, 0, "رئيس"))
    begins = set()
    for length in range(1, 16):
        article = printed(rows([length]), height=500, marked=marked(one))
        first = next(sheet for sheet in article.notes.sheets if sheet)
        (piece,) = first
        assert rows_in(article, piece) == [0, 1, 2]
        begins.add(bool(article.notes.sheets[0]))
    assert begins == {True, False}


def rows_in(article, piece):
    geometry = article.notes._page.geometry
    top, bottom = piece.spans[Side.SOURCE]
    return [row for row in range(len(geometry)) if top <= geometry.top(row) < bottom]


def test_the_preview_asks_what_of_the_readers_own_is_printed_and_remembers_it(app, open_window, until):
    from PySide6.QtWidgets import QCheckBox

    window = open_window(app, RawDocument(PAGE))
    window.commands.print_preview.trigger()
    box = window.printing.dialog.findChild(QCheckBox, "print_notes")
    assert box.isVisible()
    assert box.isChecked()
    box.click()
    window.printing.dialog.close()
    window._preferences.write()
    assert (app.settings.print_notes, app.settings.print_highlights) == (False, True)
    window.commands.print.trigger()
    assert not window.printing.dialog.findChild(QCheckBox, "print_notes").isChecked()
    assert window.printing.dialog.findChild(QCheckBox, "print_highlights").isChecked()
    window.printing.dialog.close()


def test_the_window_prints_the_notes_that_it_shows(app, open_window, until, tmp_path):
    window = open_window(app, RawDocument(PAGE))
    sheets = {}
    for noted in (False, True):
        if noted:
            for number in range(12):
                window.marking.highlight([(Side.SOURCE, Place(number + 1, 0, 3))])
                until(lambda number=number: len(window.marking.annotations) == number + 1 and window.is_settled())
                window.marking.write(window.marking.annotations[-1].id, "\n".join([ENGLISH] * 9), ())
                until(window.is_settled)
        sheets[noted] = print_to(window, tmp_path / "article.pdf", until)
    assert sheets[True] > sheets[False] + 1
