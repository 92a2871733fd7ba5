"""The outline: the subheadings of an article, where they lead, and that it is not there without any."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

SENTENCE = (
    "قال الوزير إنّ الحكومة ستدعم 18 من المزارعين في الشمال والجنوب قبل بداية الموسم الجديد. ثم سافر إلى القاهرة أمس مع "
    "وفد كبير."
)
HEADINGS = ("موقف المزارعين", "خطة الوزارة", "ردود الفعل")
PARTS = [f"{title}\n\n" + "\n\n".join(f"{SENTENCE} {title} {n}" for n in range(12)) for title in HEADINGS]
PAGE = "العنوان\n\n" + f"{SENTENCE}\n\n" + "\n\n".join(PARTS)


@pytest.fixture
def window(open_window, app):
    return open_window(app, RawDocument(PAGE))


def test_it_lists_the_subheadings_with_their_translations_and_goes_there(window):
    from reader.model import Role

    blocks = window.desk.article.blocks
    headings = [number for number, block in enumerate(blocks) if block.role is Role.HEADING]
    assert len(headings) == 3
    window.commands.outline.setChecked(True)
    panel = window.outline.panel
    assert [blocks[heading.block].text for heading in panel._headings] == [blocks[n].text for n in headings]
    assert all(heading.translation for heading in panel._headings)
    panel.list.itemActivated.emit(panel.list.item(1))
    assert window.view.reading_place()[0] == headings[1]
    assert panel.list.currentRow() == 1


def test_the_subheading_that_the_reader_is_under_is_marked(window):
    window.commands.outline.setChecked(True)
    window.view.set_reading_place((len(window.desk.article.blocks) - 16, 0.0))
    assert window.outline.panel.list.currentRow() == 1
    window.view.set_reading_place((0, 0.0))
    assert window.outline.panel.list.currentRow() == -1


def test_without_subheadings_neither_the_command_nor_the_panel_is_there(window, until):
    window.commands.outline.setChecked(True)
    window.desk.open_raw(RawDocument(f"عنوان آخر\n\n{SENTENCE}"))
    until(lambda: window.desk.article.title == "عنوان آخر" and window.is_settled())
    assert not window.commands.outline.isVisible()
    assert not window.outline.panel.isVisible()
