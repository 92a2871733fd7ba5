"""Colours that everybody can read."""

import re
from dataclasses import asdict

import pytest

pytestmark = pytest.mark.gui

AA = 4.5


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes():
    from reader.gui import theme

    return tuple(theme.THEMES.values())


NAMES = ("light", "dark", "sepia", "contrast", "contrast_dark")
every_theme = pytest.mark.parametrize("which", range(len(NAMES)), ids=NAMES)


@every_theme
def test_all_text_meets_wcag_aa(qapp, which):
    colours = asdict(themes()[which])
    grounds = ("paper", "panel", "raised", "chosen")
    pairs = [(text, ground) for text in ("ink", "gloss", "muted", "accent", "flag") for ground in grounds]
    behind = (
        "lit_sentence",
        "lit_word",
        "selection",
        "green",
        "yellow",
        "blue",
        "pink",
        "purple",
        "found",
        "found_now",
    )
    pairs += [(text, ground) for text in ("ink", "gloss") for ground in behind]
    pairs.append(("on_accent", "accent"))
    low = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < AA} == {}


@every_theme
def test_what_is_drawn_along_a_highlight_stands_out_from_the_paper_and_from_the_highlight(qapp, which):
    from reader.gui import theme
    from reader.model import COLOURS

    colours = themes()[which]
    for name in COLOURS:
        grounds = (colours.paper, colours.panel, colours.raised, theme.tint(colours, name))
        assert min(contrast(theme.mark(colours, name), ground) for ground in grounds) >= 3, name


@every_theme
def test_what_is_drawn_along_a_match_stands_out_from_the_paper_and_from_the_match(qapp, which):
    colours = themes()[which]
    assert min(contrast(colours.found_mark, ground) for ground in (colours.paper, colours.panel, colours.found)) >= 3


@every_theme
def test_the_focus_stands_out_from_what_is_under_it(qapp, which):
    colours = themes()[which]
    under = (colours.paper, colours.panel, colours.raised, colours.chosen, colours.blue, colours.pink)
    assert min(contrast(colours.focus, ground) for ground in under) >= 3


@every_theme
def test_fields_switches_and_scroll_bars_stand_out_from_what_is_around_them(qapp, which):
    colours = themes()[which]
    assert min(contrast(colours.outline, ground) for ground in (colours.paper, colours.panel, colours.raised)) >= 3
    assert min(contrast(colours.muted, ground) for ground in (colours.paper, colours.panel, colours.chosen)) >= 3


@pytest.fixture
def worn(qapp):
    """Gives the application a theme, and the usual one at the end."""
    from reader.gui import start, theme
    from reader.gui.look import Look

    look = Look(start.prepare())
    yield look
    qapp.setPalette(theme.palette(theme.LIGHT))


@every_theme
@pytest.mark.parametrize("kind", ["QCheckBox", "QRadioButton"])
@pytest.mark.parametrize("checked", [False, True])
def test_a_box_to_check_stands_out_as_it_is_drawn_and_so_does_whether_it_is_checked(worn, which, kind, checked):
    from PySide6 import QtWidgets
    from PySide6.QtWidgets import QStyle, QStyleOptionButton

    worn.wear(NAMES[which])
    ground = QtWidgets.QDialog()
    worn.dress(ground)
    box = getattr(QtWidgets, kind)("Vowel marks", ground)
    box.setChecked(checked)
    ground.resize(200, 60)
    box.setGeometry(20, 15, 160, 30)
    option = QStyleOptionButton()
    box.initStyleOption(option)
    element = QStyle.SubElement
    part = element.SE_CheckBoxIndicator if kind == "QCheckBox" else element.SE_RadioButtonIndicator
    rect = box.style().subElementRect(part, option, box).translated(box.pos())
    picture = ground.grab().toImage()
    panel = themes()[which].panel
    assert picture.pixelColor(rect.left() - 4, rect.center().y()).name() == panel

    def line(pixels):
        return [picture.pixelColor(x, y).name() for x, y in pixels]

    middle, reach = rect.center(), range(3)
    edges = (
        line((rect.left() + n, middle.y()) for n in reach),
        line((rect.right() - n, middle.y()) for n in reach),
        line((middle.x(), rect.top() + n) for n in reach),
        line((middle.x(), rect.bottom() - n) for n in reach),
    )
    assert min(max(contrast(colour, panel) for colour in edge) for edge in edges) >= 3
    inner = rect.adjusted(3, 3, -3, -3)
    inside = line(
        (x, y) for x in range(inner.left(), inner.right() + 1) for y in range(inner.top(), inner.bottom() + 1)
    )
    marks = max(contrast(one, other) for one in set(inside) for other in set(inside))
    assert (marks >= 3) is checked


@every_theme
def test_what_a_message_says_can_be_read_on_its_ground(qapp, which):
    colours = themes()[which]
    assert min(contrast(colours.ink, ground) for ground in (colours.pink, colours.blue, colours.panel)) >= AA


def test_nothing_slides_or_fades(qapp):
    from reader.gui.start import MOVING, prepare

    prepare()
    assert not any(qapp.isEffectEnabled(effect) for effect in MOVING)


def test_the_style_sheet_is_filled_in_and_qt_reads_it(qapp):
    from PySide6.QtWidgets import QWidget

    from reader.gui import theme

    part = QWidget()
    for colours, language in ((colours, language) for colours in themes() for language in ("en", "ar")):
        sheet = theme.style_sheet(colours, language)
        assert "$" not in sheet
        assert colours.accent in sheet
        part.setStyleSheet(sheet)  # Qt warns of what it cannot parse, and warnings fail the test
        part.ensurePolished()


def test_the_style_sheet_names_no_colour_of_its_own(qapp):
    from reader.settings import resources

    template = (resources() / "style" / "muwazi.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", template) == []


def test_a_field_is_about_as_tall_in_either_language_of_the_window(qapp):
    """The Arabic face brings air of its own, which would be added to that of the style sheet."""
    from PySide6.QtWidgets import QLineEdit

    from reader.gui import start
    from reader.gui.look import Look

    start.prepare()
    look, heights = Look(qapp), {}
    look.wear("light")
    for language in ("en", "ar"):
        look.speak(language)
        field = QLineEdit("البحث")
        look.dress(field)
        field.ensurePolished()
        heights[language] = field.sizeHint().height()
    look.speak("en")
    assert abs(heights["ar"] - heights["en"]) <= 6, heights


def test_a_choice_of_theme_is_followed(qapp):
    from reader.gui import theme
    from reader.settings import THEMES

    for name in THEMES[1:]:
        assert theme.resolve(name).name == name
    assert THEMES[1:] == NAMES == tuple(theme.THEMES)
    assert theme.resolve("system") in (theme.LIGHT, theme.DARK)


def test_a_desktop_that_asks_for_high_contrast_gets_it(qapp, monkeypatch):
    """No desktop is there to ask, off screen; what it would answer is put in its place."""
    from reader.gui import theme

    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    assert theme.resolve("system") in (theme.CONTRAST, theme.CONTRAST_DARK)
    assert theme.resolve("light") is theme.LIGHT
    assert all(hasattr(signal, "connect") for signal in theme.desktop_signals())


@pytest.mark.parametrize("which", [3, 4], ids=NAMES[3:])
def test_high_contrast_is_aaa_and_its_controls_have_edges_that_show(qapp, which):
    colours = asdict(themes()[which])
    grounds = ("paper", "panel", "raised", "chosen", "lit_sentence", "selection")
    pairs = [(text, ground) for text in ("ink", "gloss") for ground in grounds]
    pairs += [(text, ground) for text in ("muted", "accent", "flag") for ground in grounds[:3]]
    assert {p: c for p in pairs if (c := contrast(colours[p[0]], colours[p[1]])) < 7} == {}
    assert min(contrast(colours[line], colours["paper"]) for line in ("edge", "rule", "focus")) >= 3
