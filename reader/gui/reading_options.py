"""How a reader wants the page set: sizes, spacing, width, faces, and how marks and digits show."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from reader.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable


UNSEEN = "\ufe00"
"""What is drawn in the place of a vowel mark that is hidden: a variation selector. It is a mark as well, so that the
letters about it join, lam with alef too, and no font needs a glyph for it: Qt drops it before it shapes."""

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
"""Vowels and signs of recitation; a hamza or madda that was written apart is a letter's own and stays."""

_LATIN_WORD = re.compile(r"\S*[A-Za-z]\S*")
_DIGIT = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9\u066a-\u066c]")
_TO_DIGITS = {
    "arabic": {ord(str(n)): chr(0x0660 + n) for n in range(10)} | {0x06F0 + n: chr(0x0660 + n) for n in range(10)},
    "european": {base + n: str(n) for base in (0x0660, 0x06F0) for n in range(10)}
    | {0x066A: "%", 0x066B: ".", 0x066C: ","},
}


_USUAL = Settings()
"""Where each default stands, once."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """The settings of that name; see ``reader.settings.Settings``. ``arabic_size`` is in points, ``english_share`` the
    English's size by that which matches the Arabic, ``measure`` in characters of English."""

    arabic_size: float = _USUAL.arabic_size
    english_share: float = _USUAL.english_share
    spacing: str = _USUAL.spacing
    measure: int = _USUAL.measure
    arabic_face: str = _USUAL.arabic_face
    latin_face: str = _USUAL.latin_face
    diacritics: bool = _USUAL.diacritics
    digits: str = _USUAL.digits
    arabic_width: float = _USUAL.arabic_width

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Those of the settings."""
        return cls(**{field.name: getattr(settings, field.name) for field in fields(cls)})

    def changes(self, before: ReadingOptions) -> dict[str, Any]:
        """What is other than in those before, by the setting's name."""
        old = asdict(before)
        return {name: value for name, value in asdict(self).items() if value != old[name]}

    @property
    def as_printed(self) -> bool:
        """Whether the Arabic shows as its page has it."""
        return self.diacritics and self.digits == "printed"

    @property
    def letters(self) -> tuple[bool, str]:
        """What of it the letters on the page depend on, apart from how they are set."""
        return self.diacritics, self.digits

    def shown(self, text: str) -> str:
        """An Arabic text as it is drawn: a character for each character, so that a place in the one is that place in
        the other. Digits of a word that has Latin letters in it stay as they are."""
        if not self.diacritics:
            text = _MARKS.sub(UNSEEN, text)
        table = _TO_DIGITS.get(self.digits)
        if table is None or not _DIGIT.search(text):
            return text
        return "".join(_outside_latin(text, table))


def _outside_latin(text: str, table: dict[int, str]) -> Iterable[str]:
    end = 0
    for word in _LATIN_WORD.finditer(text):
        yield text[end : word.start()].translate(table)
        yield word[0]
        end = word.end()
    yield text[end:].translate(table)
