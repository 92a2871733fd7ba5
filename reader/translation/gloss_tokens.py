"""Cuts a sentence into Arabic words, what is kept as it is (numbers, Latin runs, addresses), and punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from reader.arabic.lexicon import LONGEST_SPELLING

_ARABIC = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06ef\u06fa-\u06fc\u0750-\u077f\u08a0-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_KEPT = rf"[^\W_{_ARABIC}]|[0-9٠-٩۰-۹]"
_TOKEN = re.compile(
    rf"(?P<address>(?:https?://|www\.)[^\s{_ARABIC}]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    rf"|(?P<kept>(?:{_KEPT})(?:(?:{_KEPT}|[.,:/'’&+@%٪٫٬_~=*#\-–])*(?:{_KEPT}|[%٪+]))?[%٪]?)"
    rf"|(?P<word>[{_ARABIC}\u200c\u200d]+)"
    r"|(?P<mark>\S)"
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")
_PUNCTUATION = str.maketrans("،؛؟٪٭۔", ",;?%*.")
_SIGNS = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    KEPT = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place in the sentence, in code points. ``text`` is as the source has it for a word, as the
    English has it for what is kept (European digits) and for punctuation. ``spaced`` says whether a space stands
    before it."""

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool


def tokenise(sentence: str) -> list[Token]:
    """The sentence's tokens in order; all but its spaces stands in one. A run of Arabic letters that is longer than any
    word is none: it is kept as it is."""
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(sentence):
        group, text = match.lastgroup, match.group()
        if group == "word":
            if len(text) > LONGEST_SPELLING:
                group = "kept" if _SIGNS.sub("", text) else "mark"
            elif not plain(text):
                group = "mark"  # signs or a tatweel with no letter
        if group == "word":
            kind = Kind.WORD
        elif group == "mark":
            kind, text = Kind.MARK, text.translate(_PUNCTUATION)
        else:
            kind, text = Kind.KEPT, text.translate(_DIGITS) if group == "kept" else text
        tokens.append(Token(kind, text, match.start(), match.end(), match.start() > last or not tokens))
        last = match.end()
    return tokens


def plain(word: str) -> str:
    """The word without vowel signs, tatweel and joiners, and with presentation forms undone."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", word))
