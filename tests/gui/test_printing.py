"""The article on paper: what falls on which sheet, and that a PDF comes of it."""

from itertools import pairwise

import pytest

from reader.gui.page import Mode
from reader.gui.reading_options import ReadingOptions
from reader.model import Article, Block, EngineName, Pair, RawDocument, Role, Side, Status

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


def printed(made, mode=Mode.SIDE, height=900):
    from PySide6.QtCore import QSizeF

    from reader.gui import fonts
    from reader.gui.printing import PrintedArticle

    fonts.register()
    return PrintedArticle(made, mode, ReadingOptions(), QSizeF(670, height))


def rows_on(article, sheet):
    geometry = article._page.geometry
    spans = [piece.spans[Side.SOURCE] for piece in article.sheets[sheet]]
    return [row for row in range(len(geometry)) if any(top <= geometry.top(row) < bottom for top, bottom in spans)]


@pytest.mark.parametrize("mode", list(Mode))
def test_rows_that_fit_a_sheet_are_never_parted(qapp, mode):
    article = printed(rows([3, 1, 4, 2, 5, 3, 2, 4, 1, 3] * 3), mode)
    geometry = article._page.geometry
    seen = []
    for number, sheet in enumerate(article.sheets):
        (piece,) = sheet
        on = rows_on(article, number)
        assert piece.spans[Side.SOURCE] == (geometry.top(on[0]), geometry.top(on[-1]) + geometry.height(on[-1]))
        assert len(set(piece.spans.values())) == 1
        assert piece.at + piece.spans[Side.SOURCE][1] - piece.spans[Side.SOURCE][0] <= 900
        seen += on
    assert seen == list(range(30))
    assert len(article.sheets) > 2


@pytest.mark.parametrize("mode", list(Mode))
def test_a_row_taller_than_a_sheet_is_parted_between_lines_and_no_line_is_lost(qapp, mode):
    article = printed(rows([1, 90, 1]), mode)
    ends = {side: [] for side in article._page.sides}
    for sheet in article.sheets:
        for piece in sheet:
            for side, (top, bottom) in piece.spans.items():
                assert bottom - top <= 900
                ends[side].append((top, bottom))
    for side, spans in ends.items():
        first, *parts, last = [span for span in spans if span[0] < span[1]]
        assert parts[0][0] == article._page.geometry.top(1)
        assert all(above[1] == below[0] for above, below in pairwise(parts))
        if mode in (Mode.SIDE, Mode.DEMAND):
            assert parts[-1][1] == article._ends(1, side)[-1]
        assert first[1] < parts[0][0]
        assert last[0] == article._page.geometry.top(2)


def test_a_heading_does_not_stand_alone_at_the_foot(qapp):
    for count in range(6, 12):
        article = printed(rows([3] * count + [1] + [9], heading_at=count))
        for sheet in range(len(article.sheets)):
            assert rows_on(article, sheet)[-1:] != [count]


def test_the_dialog_prints_a_pdf_of_what_is_open(app, open_window, until, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    window = open_window(app, RawDocument(PAGE))
    printer = window.printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "article.pdf"))
    sheets = window.view.print_on(printer)
    pdf = (tmp_path / "article.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == sheets >= 1
    window.commands.print_preview.trigger()
    preview = window.printing.dialog
    assert preview.isVisible()
    preview.close()
    assert window.printing.dialog is None
