"""The checks of a translation as text: Arabic left over, repetition, length, quotation marks and brackets."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.model import EngineName, Flag, FlagKind
from reader.translation.check_names import is_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Span

_LETTER = "\u0621-\u063f\u0641-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_HASHTAG = re.compile(r"#\w+")
ARABIC_RUN = re.compile(f"[{_LETTER}](?:[{_LETTER}\u0610-\u061a\u0640\u064b-\u065f\u0670\u060c\u061b\\s]*[{_LETTER}])?")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
KEPT = re.compile(
    rf"https?://[^\s\u0600-\u06ff]+|www\.[^\s\u0600-\u06ff]+|[\w.+-]{1, 64}@[\w-]+\.[\w.]+"
    rf"|[#@]?(?<![&{_LATIN}0-9])[{_LATIN}][{_LATIN}0-9&.+_-]*",
)
"""Links, addresses, hashtags and words in Latin letters: what a translation takes over as it is."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STUTTER = re.compile(r"([^\W\d_]{2,8}?)\1{3,}", re.IGNORECASE)
MAY_COME_TWICE = frozenset(("that", "had", "is", "very", "so", "ha", "bye", "no", "yes", "her", "much", "again"))
"""Words that good English has twice in a row."""

LONGEST_REPEATED = 8
MOST_TIMES = 12
"""A run of more is told in several."""

LONG_PHRASE = 7
"""From so many words on, a phrase that comes twice anywhere is a repetition, and not only side by side."""

LEAST_RATIO = ((60, 0.72), (40, 0.6), (20, 0.5), (8, 0.35))
MOST_RATIO = ((100, 1.9), (40, 2.2), (20, 2.7), (0, 4.0))
"""English characters to an Arabic one, by the Arabic's length: of 15,700 pairs of good translations one in 280 is
outside. Vowel signs do not count."""

GLOSS_IS_LONGER = 1.35
_ADDED = 4

_SPEECH = re.compile(r"(?<=[^\W\d]):\s+(?=[^\W\d])")
_QUOTE = re.compile('&quot;|&#34;|["“”„‟«»〝〞＂]')
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=[\w“\"])[^'‘’]{1,200}?[^\s'‘’]['’](?!\w)")
_BRACKET = re.compile(r"[()\[\]{}（）]")
_OPENING = frozenset("([{（")
_VOWELS = re.compile("[\u0640\u064b-\u065f\u0670]")
MOST_NAMES = 24
"""So many quoted names of a paragraph are looked for in the English."""

_FACE = re.compile(r"[:;]-?[()]")


def check_untranslated(source: str, target: str) -> Iterator[Flag]:
    """Arabic that is left in the English, each place of it, hashtags excepted, which stay as they are; then links and
    Latin words of the source that it lacks, a flag for each, with no place in the target."""
    tags = [match.span() for match in _HASHTAG.finditer(target)]
    shown = list(target)
    for start, end in tags:
        shown[start:end] = "#" * (end - start)
    runs = [match.span() for match in ARABIC_RUN.finditer("".join(shown))]
    if runs:
        start, end = runs[0]
        yield Flag(FlagKind.UNTRANSLATED, target[start:end], target=tuple(runs))
    folded = _squeezed(target)
    lost: dict[str, list[Span]] = {}
    for match in KEPT.finditer(source):
        text = match.group().rstrip(".&+-_")
        if len(_squeezed(text)) > 1 and _squeezed(text) not in folded:
            lost.setdefault(text, []).append((match.start(), match.start() + len(text)))
    for text, spans in lost.items():
        yield Flag(FlagKind.UNTRANSLATED, text, source=tuple(spans))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def check_repetition(source: str, target: str, engine: EngineName) -> Iterator[Flag]:
    """Words that come again at once, or a long phrase that comes twice, where the Arabic has nothing of the kind.

    Word by word, two Arabic words are easily one English word twice: there it takes three in a row.
    """
    spans = list(_stutters(target))
    words = [(match.group().casefold(), match.span()) for match in _WORD.finditer(target)]
    if engine is EngineName.GLOSS:
        spans += _side_by_side(target, words, least=3)
    else:
        spans += _side_by_side(target, words) or _far_apart(words)
    if spans and not _repeats(source):
        start, end = spans[0]
        yield Flag(FlagKind.REPETITION, " ".join(target[start:end].split()[:6]), target=tuple(spans))


def _stutters(text: str) -> Iterator[Span]:
    return (match.span() for match in _STUTTER.finditer(text))


def _side_by_side(text: str, words: list[tuple[str, Span]], least: int = 2) -> list[Span]:
    found: list[Span] = []
    said = [word for word, _ in words]
    place = 0
    while place < len(words):
        for length in range(1, LONGEST_REPEATED + 1):
            first = said[place : place + length]
            if len(first) < length:
                break
            times = 1
            while times < MOST_TIMES and said[place + times * length : place + (times + 1) * length] == first:
                times += 1
            if times < least or (length == 1 and times == 2 and (len(first[0]) < 2 or first[0] in MAY_COME_TWICE)):
                continue
            start, end = words[place][1][0], words[place + times * length - 1][1][1]
            if all(word.isdigit() for word in first) or (
                times == 2 and re.search(r"[.,:;!?\-–—/\"”“()]", text[start:end])
            ):
                continue
            found.append((start, end))
            place += times * length - 1
            break
        place += 1
    return found


def _far_apart(words: list[tuple[str, Span]]) -> list[Span]:
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - LONG_PHRASE + 1):
        phrase = tuple(word for word, _ in words[place : place + LONG_PHRASE])
        first = seen.setdefault(phrase, place)
        if place - first >= LONG_PHRASE:
            return [(words[at][1][0], words[at + LONG_PHRASE - 1][1][1]) for at in (first, place)]
    return []


def _repeats(source: str) -> bool:
    """Whether the Arabic itself says a word twice in a row, or a phrase of two words twice."""
    words = [re.sub("^و", "", fold(match.group())) for match in _WORD.finditer(source)]
    if any(a == b for a, b in pairwise(words)):
        return True
    pairs = list(pairwise(words))
    return len(set(pairs)) < len(pairs) - 1


def check_length(source: str, target: str, engine: EngineName) -> Iterator[Flag]:
    """An English far shorter or longer than the Arabic makes likely; the detail is the ratio, as "0.4"."""
    if not source or not target:
        return
    size = len(source) - len(_VOWELS.findall(source))
    ratio = (len(target) + _ADDED) / (size + _ADDED)
    usual = ratio / GLOSS_IS_LONGER if engine is EngineName.GLOSS else ratio
    least = next((bound for length, bound in LEAST_RATIO if size >= length), 0.0)
    most = next(bound for length, bound in MOST_RATIO if size >= length)
    if usual < least or usual > most:
        yield Flag(FlagKind.LENGTH, f"{ratio:.1f}", ((0, len(source)),), ((0, len(target)),))


def check_quotes(source: str, target: str) -> Iterator[Flag]:
    """Quotation marks, then brackets, of which the English has fewer pairs or more than the Arabic.

    Around names and foreign words, which English writes without them, quotation marks are not missed; and around the
    speech that a colon announces, which Arabic often writes without them, they are nothing new.
    """
    here, there = _marks(_QUOTE, source), _marks(_QUOTE, target)
    inner_here, inner_there = _singles(source), _singles(target)
    # A mark without its fellow opens or closes in another paragraph, or is a slip: it may count or not.
    least, most = len(here) // 2, (len(here) + len(inner_here) + 1) // 2 + len(_SPEECH.findall(source))
    fewest, all_there = len(there) // 2, (len(there) + len(inner_there) + 1) // 2
    if all_there < least:
        quoted = [source[here[at][1] : here[at + 1][0]] for at in range(0, len(here) - 1, 2)][:MOST_NAMES]
        least -= sum(is_named(name, target) for name in quoted)
    if all_there < least or fewest > most:
        yield Flag(FlagKind.QUOTES, '"', tuple(here), tuple(there))
    here, there = _marks(_BRACKET, _without_faces(source)), _marks(_BRACKET, _without_faces(target))
    (least, most), (fewest, all_there) = _pairs(source, here), _pairs(target, there)
    if all_there < least or fewest > most:
        yield Flag(FlagKind.QUOTES, "()", tuple(here), tuple(there))


def _marks(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _singles(text: str) -> list[Span]:
    """The ends of what stands in single quotation marks; an apostrophe is none."""
    return [(at, at + 1) for match in _SINGLE.finditer(text) for at in (match.start(), match.end() - 1)]


def _without_faces(text: str) -> str:
    return _FACE.sub(lambda match: " " * len(match.group()), text)


def _pairs(text: str, brackets: list[Span]) -> tuple[int, int]:
    """How many pairs the brackets make, at least and at most: one may lack its fellow."""
    opening = sum(text[start] in _OPENING for start, _ in brackets)
    closing = len(brackets) - opening
    return min(opening, closing), max(opening, closing)
