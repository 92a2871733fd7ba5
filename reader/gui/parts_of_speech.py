"""Parts of speech in the window's language, and what the letters that Arabic joins to words mean."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

NAMES = (
    QT_TRANSLATE_NOOP("pos", "noun"),
    QT_TRANSLATE_NOOP("pos", "name"),
    QT_TRANSLATE_NOOP("pos", "adjective"),
    QT_TRANSLATE_NOOP("pos", "adverb"),
    QT_TRANSLATE_NOOP("pos", "verb, perfect"),
    QT_TRANSLATE_NOOP("pos", "verb, imperfect"),
    QT_TRANSLATE_NOOP("pos", "verb, imperative"),
    QT_TRANSLATE_NOOP("pos", "preposition"),
    QT_TRANSLATE_NOOP("pos", "conjunction"),
    QT_TRANSLATE_NOOP("pos", "particle"),
    QT_TRANSLATE_NOOP("pos", "negation"),
    QT_TRANSLATE_NOOP("pos", "question word"),
    QT_TRANSLATE_NOOP("pos", "interjection"),
    QT_TRANSLATE_NOOP("pos", "abbreviation"),
    QT_TRANSLATE_NOOP("pos", "relative pronoun"),
    QT_TRANSLATE_NOOP("pos", "article"),
    QT_TRANSLATE_NOOP("pos", "demonstrative"),
    QT_TRANSLATE_NOOP("pos", "pronoun"),
)

_BEFORE = {"و": "and", "ف": "so", "ب": "with, by", "ل": "for, to", "ال": "the", "س": "will"}
_OWNER = {"ه": "his", "ها": "her", "هم": "their", "هن": "their", "هما": "their", "ي": "my", "نا": "our", "كم": "your"}
_OBJECT = {"ه": "him", "ها": "her", "هم": "them", "هن": "them", "هما": "them", "ني": "me", "نا": "us", "كم": "you"}
"""Of ك nothing is said: before a word it is "like", after it "your"."""
_NOUNS = ("noun", "adjective", "name")


def part_of_speech(name: str) -> str:
    """The lexicon's name of a part of speech in the window's language."""
    return QCoreApplication.translate("pos", name)


def clitic_meaning(clitic: str, pos: str) -> str:
    """What a clitic means in English, as the glosses are; "" where that cannot be said in a word."""
    return _BEFORE.get(clitic) or (_OWNER if pos in _NOUNS else _OBJECT).get(clitic, "")
