"""What a translation leaves as it is: addresses, hashtags, names in Latin letters; and how it is put back when lost."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Span

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_URL = rf"(?:https?://|www\.)[^\s{_ARABIC}«»]*[^\s{_ARABIC}«».,:;!?)\]'\"]"
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
ADDRESS = rf"{_URL}|{_MAIL}"
"""Addresses on the web and of mail, without the punctuation behind them."""

_TAG = r"(?<![\w&])[#@][\w\u064b-\u0652]+"
_LATIN = rf"(?<!\d)[^\W\d_{_ARABIC}](?:[^\W{_ARABIC}]|[.’'&+-](?=[^\W{_ARABIC}]))*[^\W_{_ARABIC}]"
KEPT = re.compile(rf"(?P<address>{ADDRESS})|(?P<tag>{_TAG})|(?P<latin>{_LATIN})")
_FIXED = re.compile(rf"(?:{ADDRESS}|{_TAG})")
_LEAD = re.compile(rf"\s*(?:(?:{_FIXED.pattern})(?:\s+|$))+")
_TAIL = re.compile(rf"(?:(?<=\s){_FIXED.pattern}\s*)+$")
SPELLED = re.compile(r"\S+")
_BARE = "«»“”\"'()[]{}.,:;!?…،؛؟"

_CLAUSE = re.compile(r"[.,:;!?…،؛؟]\s")

ALIKE = 0.6
"""The least likeness of a word to what was lost for it to be taken for what the model made of it."""


def core(sentence: str) -> Span:
    """The part of a sentence that is to be translated: without the addresses and hashtags that stand before and behind
    it, which are no part of its grammar. Empty where nothing else is there."""
    start, end = len(sentence) - len(sentence.lstrip()), len(sentence.rstrip())
    lead = _LEAD.match(sentence)
    if lead:
        start = min(lead.end(), end)
    tail = _TAIL.search(sentence, start, end)
    if tail:
        end = tail.start()
    end = max(start, len(sentence[:end].rstrip()))
    return start, end


def mend(source: str, target: str, place_of: Callable[[Span], int]) -> str:
    """The target with every address, hashtag and Latin name of the source, spelt as there.

    What the target lacks takes the place of the word that is most like it, else it is put in behind the word at
    ``place_of`` its span in the source: an offset in the target as it came.
    """
    missing = []
    for match in KEPT.finditer(source):
        if not _holds(target, match.group()):
            span = _likeness(target, match.group(), source, place_of(match.span()))
            if span:
                target = target[: span[0]] + match.group() + target[span[1] :]
            else:
                missing.append(match)
    for match in missing:
        # After what took another's place, offsets are off by a little at most, and the end of a word is looked for.
        at = _after_word(target, min(max(place_of(match.span()), 0), len(target)))
        target = " ".join(filter(None, (target[:at], match.group()))) + target[at:]
    return target


def _holds(target: str, lost: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(lost)}s?(?!\w)", target, re.IGNORECASE) is not None


def _likeness(target: str, lost: str, source: str, near: int) -> Span | None:
    """The run of up to three words that is most like what was lost, its spaces left out of account, of equals the one
    nearest to ``near``; never one that stands in the source as it is."""
    best: tuple[float, int, Span] | None = None
    words = [match.span() for match in SPELLED.finditer(target)]
    wanted = _squeezed(lost)
    for first in range(len(words)):
        for last in range(first, min(first + 3, len(words))):
            start, end = _bare(target, words[first][0], words[last][1])
            some = target[start:end]
            if not some or _CLAUSE.search(some) or (first == last and _holds(source, some)):
                continue
            matcher = SequenceMatcher(None, _squeezed(some), wanted, autojunk=False)
            if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
                continue
            rank = (matcher.ratio(), -abs(end - near), (start, end))
            if rank[0] >= ALIKE and (best is None or rank > best):
                best = rank
    return best[2] if best else None


def _squeezed(text: str) -> str:
    return re.sub(r"[\s_]", "", text).casefold()


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _BARE:
        start += 1
    while end > start and text[end - 1] in _BARE:
        end -= 1
    return start, end


def _after_word(target: str, at: int) -> int:
    """The end of the word that ``at`` stands in, before its punctuation."""
    while at < len(target) and not target[at].isspace():
        at += 1
    while at and target[at - 1] in ".,:;!?…":
        at -= 1
    return at
