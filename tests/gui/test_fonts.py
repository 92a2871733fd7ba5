"""A Naskh face on any machine."""

import pytest

pytestmark = pytest.mark.gui


def test_the_faces_are_there_after_registering_however_often(qapp):
    from PySide6.QtGui import QFontDatabase

    from reader.gui import fonts

    fonts.register()
    fonts.register()
    assert {fonts.ARABIC, fonts.LATIN, fonts.ARABIC_INTERFACE} <= set(QFontDatabase.families())


def test_arabic_is_really_drawn_in_amiri_and_english_in_noto_serif(qapp):
    from PySide6.QtGui import QTextLayout

    from reader.gui import fonts

    fonts.register()
    for font, text, family in ((fonts.arabic(20), "هيئة المياه", "Amiri"), (fonts.latin(13), "Water", "Noto Serif")):
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}


def test_bold_latin_is_a_bold_cut_and_not_the_regular_smeared(qapp):
    from PySide6.QtGui import QFontMetricsF

    from reader.gui import fonts

    fonts.register()
    regular, bold = (QFontMetricsF(fonts.latin(22, bold=bold)) for bold in (False, True))
    assert bold.horizontalAdvance("Lake level falls") > regular.horizontalAdvance("Lake level falls") * 1.03


def test_the_arabic_interface_puts_its_own_face_first_and_keeps_the_machines(qapp):
    from PySide6.QtGui import QFont

    from reader.gui import fonts

    base = QFont("Some Sans")
    assert fonts.interface("ar", base).families() == [fonts.ARABIC_INTERFACE, "Some Sans"]
    assert fonts.interface("en", fonts.interface("ar", base)).families() == ["Some Sans", fonts.ARABIC_INTERFACE]
