"""Spells an Arabic word that no table knows in Latin letters, as news in English spells names."""

from __future__ import annotations

import re
import unicodedata

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g", "ڥ": "v", "ک": "k", "ھ": "h", "ڭ": "g",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i", "ء": "", "ع": ""}
_SIGNS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0652": "0", "\u0651": "2"}
_FORMER = {"ابو": "Abu", "أبو": "Abu", "أبي": "Abi", "بن": "bin", "ابن": "Ibn", "أم": "Umm", "عبد": "Abdul", "آل": "Al"}


def transliterate(word: str) -> str:
    """The word in Latin letters with a capital ("تلمنس" as "Talmanas"); vowel signs are used where it has them. Never
    empty for a word with a letter: one that has no Latin spelling comes back as it is."""
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word)).replace("\u0640", "")
    if word in _FORMER:
        return _FORMER[word]
    article = ""
    if word.startswith("ال") and len(word) > 4:
        article, word = "al-", word[2:]
    letters = _spell(word)
    return article + letters[:1].upper() + letters[1:] if letters else word


def _spell(word: str) -> str:
    """Consonants and the vowels that are written, with an "a" where three consonants would meet or two begin."""
    sounds: list[str] = []
    for place, letter in enumerate(word):
        following = word[place + 1 : place + 2]
        after_vowel = not sounds or sounds[-1][-1:] in "aiu"
        before_vowel = following in "اآىة" and following != ""
        if letter in "وي":
            half, full = ("w", "u") if letter == "و" else ("y", "i")
            sounds.append(half if after_vowel or before_vowel else full)
        elif letter in _CONSONANTS:
            sounds.append(_CONSONANTS[letter])
        elif letter in _SIGNS:
            if _SIGNS[letter] == "2":
                sounds.append(sounds[-1] if sounds else "")
            else:
                sounds.append(_SIGNS[letter])
        elif letter in _VOWELS:
            # An ayn at the start of a word, or between consonants, is heard as its vowel.
            sounds.append(_VOWELS[letter] or ("a" if letter == "ع" and after_vowel and following not in "اوي" else ""))
    sounds = [sound for sound in sounds if sound]
    return re.sub("(.)\\1\\1+", "\\1\\1", _with_vowels(sounds).replace("0", ""))


def _with_vowels(sounds: list[str]) -> str:
    """The sounds with an "a" after each consonant that begins a syllable and has no vowel; a consonant may close the
    syllable before it unless only the word's last consonant follows ("bar-bar", "tal-ma-nas")."""
    spelt, closed = "", True
    for place, sound in enumerate(sounds):
        vowel = sound[-1] in "aiu0"
        spelt += sound
        following = sounds[place + 1] if place + 1 < len(sounds) else ""
        if vowel or not following or following[-1] in "aiu0" or following == sound:
            closed = not vowel
            continue
        last = place + 2 == len(sounds)
        if closed or (last and _shorter_than_two(sounds[:place])):
            spelt += "a"
            closed = False
        else:
            closed = True
    return spelt


def _shorter_than_two(sounds: list[str]) -> bool:
    return not any(sound[-1] in "iu" for sound in sounds[-1:])
