"""The colours of the window, on light paper and on dark, and the style sheet and palette made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reader.settings import resources


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#rrggbb". Text in ``ink``, ``gloss``, ``muted``, ``accent`` and ``flag`` is legible on ``paper``
    and ``panel``, and ``ink`` on every colour that lies behind text, by WCAG AA.

    ``paper`` is under the text, ``panel`` under what stands around it, ``raised`` under buttons and fields,
    ``chosen`` under what is picked in a list. ``gloss`` is the ink of a word-by-word rendering. ``edge`` is the
    outline of a control, ``rule`` a hairline that only divides. ``lit_sentence`` and ``lit_word`` follow the pointer.
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


def tint(theme: Theme, colour: str) -> str:
    """What lies under text highlighted in one of ``model.COLOURS``."""
    return str(getattr(theme, colour))


def mark(theme: Theme, colour: str) -> str:
    """What is drawn along text highlighted in one of ``model.COLOURS``."""
    return str(getattr(theme, f"{colour}_mark"))


def resolve(choice: str) -> Theme:
    """The theme for a setting, "system" being what the desktop asks for."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def style_sheet(theme: Theme) -> str:
    """The whole application's style sheet in a theme's colours."""
    template = (resources() / "style" / "muwazi.qss").read_text(encoding="utf-8")
    return Template(template).substitute(asdict(theme))


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
        role.Shadow: theme.edge,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return made
