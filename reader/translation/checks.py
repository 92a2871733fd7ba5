"""The checks that every pair goes through, whichever engine made it: each flag says what, why and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.arabic.terms import find_terms
from reader.model import Flag, Status, TermUse
from reader.translation.check_glossary import check_glossary
from reader.translation.check_numbers import check_numbers
from reader.translation.check_text import check_length, check_quotes, check_repetition, check_untranslated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Pair, Span, Term


def check(pair: Pair, terms: Sequence[Term] = ()) -> tuple[Flag, ...]:
    """What is doubtful about a pair, with spans in code points of its own strings. Never raises.

    A pair that was kept or failed has nothing to compare. Numbers and length are compared sentence by sentence, as
    engines translate; what a person edited is compared as a whole, and is as long as they wish.
    ``terms`` are the reader's glossary.
    """
    if pair.target is None or pair.status in (Status.KEPT, Status.FAILED):
        return ()
    source, target = pair.source, pair.target
    by_person = pair.status is Status.EDITED
    flags: list[Flag] = []
    for (start, end), (target_start, target_end) in _compared(pair):
        here, there = source[start:end], target[target_start:target_end]
        found = list(check_numbers(here, there))
        if not by_person:
            found += check_length(here, there, pair.engine)
        flags += [_moved(flag, start, target_start) for flag in found]
    flags += check_untranslated(source, target)
    if not by_person:
        flags += check_repetition(source, target, pair.engine)
    flags += check_quotes(source, target)
    flags += check_glossary(source, target, terms)
    return tuple(flags)


def checked(pair: Pair, terms: Sequence[Term] = ()) -> Pair:
    """The pair with the flags that ``check`` finds in place of those it had, and with the terms that stand in it."""
    used = tuple(TermUse(hit.span, hit.term.target) for hit in find_terms(pair.source, terms)) if terms else ()
    return replace(pair, flags=check(pair, terms), terms=used)


def _compared(pair: Pair) -> list[tuple[Span, Span]]:
    """What is compared with what: the sentences where an engine made them, else the whole."""
    if pair.status is Status.TRANSLATED and pair.sentences:
        return [(sentence.source, sentence.target) for sentence in pair.sentences]
    return [((0, len(pair.source)), (0, len(pair.target or "")))]


def _moved(flag: Flag, start: int, target_start: int) -> Flag:
    return replace(
        flag,
        source=tuple((a + start, b + start) for a, b in flag.source),
        target=tuple((a + target_start, b + target_start) for a, b in flag.target),
    )
