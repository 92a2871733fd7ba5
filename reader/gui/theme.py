"""The window's colours, light, dark, sepia and in high contrast, and the style sheet and palette made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader.settings import resources


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#rrggbb". Text in ``ink``, ``gloss``, ``muted``, ``accent`` and ``flag`` is legible on ``paper``
    and ``panel``, and ``ink`` on every colour that lies behind text, by WCAG AA.

    ``paper`` is under the text, ``panel`` under what stands around it, ``raised`` under buttons and fields,
    ``chosen`` under what is picked in a list. ``gloss`` is the ink of a word-by-word rendering. ``edge`` is the
    outline of a control that its words make out, ``outline`` that of a field, a box to check and what is switched on,
    which stands out (3 to 1) from ``paper``, ``panel`` and ``raised``; ``rule`` is a hairline that only divides.
    ``lit_sentence`` and ``lit_word`` follow the pointer.
    ``found`` is under what the reader looks for, ``found_now`` under the match at hand, ``found_mark`` along them.
    ``green`` to ``purple`` lie under highlighted text; the ``…_mark`` of each is drawn along it, and stands out (3 to
    1) from the paper and from its own colour.
    """

    name: str
    paper: str
    panel: str
    raised: str
    chosen: str
    ink: str
    gloss: str
    muted: str
    accent: str
    on_accent: str
    rule: str
    edge: str
    outline: str
    lit_sentence: str
    lit_word: str
    selection: str
    focus: str
    flag: str
    found: str
    found_now: str
    found_mark: str
    green: str
    yellow: str
    blue: str
    pink: str
    purple: str
    green_mark: str
    yellow_mark: str
    blue_mark: str
    pink_mark: str
    purple_mark: str


LIGHT = Theme(
    name="light",
    paper="#fcfaf6",
    panel="#f3f0e9",
    raised="#fcfaf6",
    chosen="#e9e4d8",
    ink="#1c1a17",
    gloss="#4d4840",
    muted="#6a645a",
    accent="#8a3016",
    on_accent="#fdfbf7",
    rule="#e2dccf",
    edge="#d6cfc0",
    outline="#878072",
    lit_sentence="#fbe9c9",
    lit_word="#f3ca68",
    selection="#c9dcf0",
    focus="#2f6fae",
    flag="#a8480f",
    found="#fbe0c0",
    found_now="#f6bd7c",
    found_mark="#b35a12",
    green="#cfe6d6",
    yellow="#f8ecab",
    blue="#d3e3f5",
    pink="#f6d7dc",
    purple="#e6dcf4",
    green_mark="#3a7d55",
    yellow_mark="#9a7708",
    blue_mark="#38699f",
    pink_mark="#b4506a",
    purple_mark="#7a57a8",
)
DARK = Theme(
    name="dark",
    paper="#1c1b19",
    panel="#151412",
    raised="#201f1c",
    chosen="#302d28",
    ink="#ece8df",
    gloss="#c4beb2",
    muted="#a29b8f",
    accent="#e6a67c",
    on_accent="#1c1b19",
    rule="#35322d",
    edge="#47433c",
    outline="#7d776b",
    lit_sentence="#3d2f1a",
    lit_word="#5f470f",
    selection="#2c4a69",
    focus="#7ab0e4",
    flag="#e08f4a",
    found="#4a3214",
    found_now="#6a430a",
    found_mark="#e8a04e",
    green="#21442f",
    yellow="#4b4417",
    blue="#243d5a",
    pink="#56303a",
    purple="#41335a",
    green_mark="#6fbd8d",
    yellow_mark="#cfb43c",
    blue_mark="#82b2e6",
    pink_mark="#e08ba0",
    purple_mark="#b79ae2",
)
SEPIA = Theme(
    name="sepia",
    paper="#f4ead5",
    panel="#eadfc8",
    raised="#f7efdd",
    chosen="#ddd0b4",
    ink="#2e2216",
    gloss="#544432",
    muted="#5f5040",
    accent="#7f2f14",
    on_accent="#fbf5e7",
    rule="#d9cbae",
    edge="#c6b694",
    outline="#857553",
    lit_sentence="#f3d9a2",
    lit_word="#e7bd5b",
    selection="#c3d2dd",
    focus="#2a6396",
    flag="#873a0a",
    found="#f5d3a3",
    found_now="#eab36c",
    found_mark="#8a430b",
    green="#c8dcc3",
    yellow="#efe08e",
    blue="#c8d8e4",
    pink="#efc9c6",
    purple="#dccde4",
    green_mark="#2f6b46",
    yellow_mark="#80610a",
    blue_mark="#2f5d92",
    pink_mark="#a04059",
    purple_mark="#6c4a9a",
)
CONTRAST = Theme(
    name="contrast",
    paper="#ffffff",
    panel="#ffffff",
    raised="#ffffff",
    chosen="#dcdcdc",
    ink="#000000",
    gloss="#1a1a1a",
    muted="#333333",
    accent="#6b1a00",
    on_accent="#ffffff",
    rule="#6e6e6e",
    edge="#4a4a4a",
    outline="#4a4a4a",
    lit_sentence="#ffe08a",
    lit_word="#ffbf1f",
    selection="#a9d1ff",
    focus="#0050b8",
    flag="#8a2b00",
    found="#ffd9a8",
    found_now="#ffb861",
    found_mark="#8a3c00",
    green="#bdecc9",
    yellow="#fff08a",
    blue="#c4e0ff",
    pink="#ffd0da",
    purple="#e6d4ff",
    green_mark="#00602b",
    yellow_mark="#6b5200",
    blue_mark="#00468f",
    pink_mark="#970036",
    purple_mark="#561a9c",
)
CONTRAST_DARK = Theme(
    name="contrast_dark",
    paper="#000000",
    panel="#000000",
    raised="#000000",
    chosen="#333333",
    ink="#ffffff",
    gloss="#e6e6e6",
    muted="#d0d0d0",
    accent="#ffc08a",
    on_accent="#000000",
    rule="#8f8f8f",
    edge="#b5b5b5",
    outline="#b5b5b5",
    lit_sentence="#4d3800",
    lit_word="#6e4f00",
    selection="#00468f",
    focus="#6cb8ff",
    flag="#ffab5e",
    found="#5a3500",
    found_now="#7a4a00",
    found_mark="#ffb45c",
    green="#004d24",
    yellow="#524a00",
    blue="#00407a",
    pink="#6b0f2e",
    purple="#43217a",
    green_mark="#6ff0a0",
    yellow_mark="#ffe14d",
    blue_mark="#8fc6ff",
    pink_mark="#ff9cb8",
    purple_mark="#d0b0ff",
)
_PADDINGS = {"en": {"pad": "4px", "pad_item": "5px"}, "ar": {"pad": "0", "pad_item": "1px"}}
"""Above and below the words of a control and of a list's item, by the window's language: the Arabic face brings enough
air of its own."""
THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST, CONTRAST_DARK)}


def tint(theme: Theme, colour: str) -> str:
    """What lies under text highlighted in one of ``model.COLOURS``."""
    return str(getattr(theme, colour))


def mark(theme: Theme, colour: str) -> str:
    """What is drawn along text highlighted in one of ``model.COLOURS``."""
    return str(getattr(theme, f"{colour}_mark"))


def resolve(choice: str) -> Theme:
    """The theme for a setting, "system" being what the desktop asks for: light or dark, in high contrast or not."""
    if choice != "system":
        return THEMES[choice]
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    if wants_contrast():
        return CONTRAST_DARK if dark else CONTRAST
    return DARK if dark else LIGHT


def desktop_signals() -> list[SignalInstance]:
    """What tells that the desktop asks for other colours."""
    hints = QGuiApplication.styleHints()
    asked = [hints.colorSchemeChanged]
    if hasattr(hints, "accessibility"):
        asked.append(hints.accessibility().contrastPreferenceChanged)
    return asked


def wants_contrast() -> bool:
    """Whether the desktop asks for high contrast; before Qt 6.10 there is nobody to ask."""
    hints = QGuiApplication.styleHints()
    return hasattr(hints, "accessibility") and (
        hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    )


@cache
def style_sheet(theme: Theme, language: str = "en") -> str:
    """A window's style sheet in a theme's colours, for an interface in "en" or "ar"."""
    values = asdict(theme) | _PADDINGS.get(language, _PADDINGS["en"])
    values["icons"] = (resources() / "icons").as_posix()
    values["tick"] = "tick_light.svg" if QColor(theme.on_accent).lightnessF() > 0.5 else "tick_dark.svg"
    sheets = [(resources() / "style" / name).read_text(encoding="utf-8") for name in ("muwazi.qss", "window.qss")]
    return "".join(Template(sheet).substitute(values) for sheet in sheets)


def palette(theme: Theme) -> QPalette:
    """The same colours for what a style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.panel,
        role.Text: theme.ink,
        role.Button: theme.raised,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.ink,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.chosen,
        role.Mid: theme.edge,
        role.Dark: theme.muted,
        role.Shadow: theme.rule,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return made
