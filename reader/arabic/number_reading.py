"""Reading Arabic number words: joined letters taken off, units, tens, hundreds and scales put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from reader.arabic import number_words as words
from reader.arabic.quantities import Quantity, Token, readings, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value")
_CLITICS = ("", "ب", "ل", "ك")
_FIGURE_CLITICS = frozenset(
    conjunction + preposition + article
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال")
) | {"لل", "ولل", "فلل"}  # fmt: skip
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A way to take a word apart: whether "and" is joined to it, a preposition, the article, and what is left."""

    conjunction: bool
    preposition: str
    article: bool
    bare: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A token and the ways to take it apart; of a figure, what was joined to it."""

    token: Token
    forms: tuple[Form, ...]

    @property
    def word(self) -> str:
        return self.forms[0].bare

    @property
    def conjunction(self) -> bool:
        return self.forms[0].conjunction


@lru_cache(maxsize=2048)  # an article's words: the garbage collector goes through all that is kept
def _forms(word: str) -> tuple[Form, ...]:
    return forms_of(words.plain(word))


def forms_of(word: str) -> tuple[Form, ...]:
    """The ways to take joined letters off a word, the word as it is first. The word must be plain (see ``plain``)."""
    found = [Form(False, "", False, word)]
    for conjunction in ("", "و", "ف"):
        rest = word[len(conjunction) :]
        if not word.startswith(conjunction) or not rest:
            continue
        for preposition in _CLITICS:
            left = rest[len(preposition) :]
            if not rest.startswith(preposition) or not left:
                continue
            found.append(Form(bool(conjunction), preposition, False, left))
            if left.startswith("ال") and len(left) > 2:
                found.append(Form(bool(conjunction), preposition, True, left[2:]))
            elif preposition == "ل" and left.startswith("ل") and len(left) > 2:
                found.append(Form(bool(conjunction), preposition, True, left[1:]))
    return tuple(found[:1] + found[2:])


def _items(text: str) -> list[_Item]:
    items: list[_Item] = []
    for token in tokens(text):
        if token.kind == "word":
            forms = _forms(token.text)
            if items and items[-1].word == "و" and not token.joined:  # "and", written apart
                items.pop()
                forms = tuple(replace(form, conjunction=True) for form in forms)
            items.append(_Item(token, forms))
            continue
        form = Form(False, "", False, token.text)
        if token.kind not in ("mark", "word") and token.joined and items and items[-1].token.kind == "word":
            joined = items[-1].word
            if joined in _FIGURE_CLITICS:
                items.pop()
                form = Form(joined.startswith(("و", "ف")), "", joined.endswith(("ال", "لل")), token.text)
        items.append(_Item(token, (form,)))
    return items


class NumberWords:
    """A text's words and figures, and the values that stand at a place in them; ``place`` counts these."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._items = _items(text)
        self._found: list[Quantity] = []

    def _look(self, place: int, table: Mapping[str, _Value]) -> tuple[_Value, Form] | None:
        """The table's value for the word at ``place`` and how it was taken apart."""
        if place >= len(self._items) or self._items[place].token.kind != "word":
            return None
        for form in self._items[place].forms:
            if form.bare in table and not (
                len(form.bare) <= _SHORT
                and (form.preposition == "ك" or (form.preposition == "ل" and form.bare == "ست") or self._asks(place))
            ):
                return table[form.bare], form
        return None

    def _asks(self, place: int) -> bool:
        """Whether the word at ``place`` begins with the "am I not" that looks like an article (ألست)."""
        return self._items[place].token.text.startswith("ألس")

    def _word_at(self, place: int) -> str:
        return self._items[place].word if 0 <= place < len(self._items) else ""

    def _bare_at(self, place: int) -> set[str]:
        return {form.bare for form in self._items[place].forms} if 0 <= place < len(self._items) else set()

    def _is_figure(self, place: int) -> bool:
        return 0 <= place < len(self._items) and self._items[place].token.kind == "number"

    def _century_number(self, place: int) -> tuple[Fraction, int] | None:
        """The ordinal or figure of a century at ``place``, and where it ends."""
        if self._is_figure(place):
            return readings(self._items[place].token)[0], place + 1
        return self._ordinal_value(place)

    def _joined_and(self, place: int) -> bool:
        return any(form.conjunction for form in self._items[place].forms)

    def _minutes(self, place: int) -> tuple[int, int]:
        """The minutes past the hour that are told at ``place`` (negative: to the hour), and where that ends."""
        quarters = {"نصف": 30, "ربع": 15, "ثلث": 20}
        found = self._look(place, quarters)
        if found and found[1].conjunction:
            return found[0], place + 1
        if self._word_at(place) == "الا":
            found = self._look(place + 1, quarters | {"ربعا": 15, "ثلثا": 20})
            return (-found[0], place + 2) if found else (0, place)
        if place < len(self._items) and self._joined_and(place):
            value = self._cardinal_value(place)
            if value and value[0] < 60 and self._bare_at(value[1]) & {"دقيقه", "دقائق", "دقيقتان"}:
                return int(value[0]), value[1] + 1
        return 0, place

    def _ordinal_value(self, place: int) -> tuple[Fraction, int] | None:
        found = self._look(place, words.ORDINALS)
        tens = self._look(place, words.TENS)
        if tens and tens[1].article:
            return Fraction(tens[0]), place + 1
        if not found:
            return None
        teen = self._look(place + 1, {"عشر": 10, "عشره": 10})
        if teen and not teen[1].conjunction and found[1].bare not in ("اول", "اولي"):
            return Fraction(found[0] + 10), place + 2
        tens = self._look(place + 1, words.TENS)
        if tens and tens[1].conjunction and tens[1].article == found[1].article:
            return Fraction(found[0] + tens[0]), place + 2
        return Fraction(found[0]), place + 1

    def _group(self, place: int) -> tuple[Fraction, int] | None:
        """A number below a thousand in words, at ``place``, and where it ends."""
        hundred = self._look(place, words.HUNDRED)
        value, after = (hundred[0], place + 1) if hundred else (0, place)
        if not hundred:
            unit, next_hundred = self._look(place, words.UNITS), self._look(place + 1, {"مئه": 100, "مائه": 100})
            if (
                unit
                and unit[0] < 10
                and next_hundred
                and not any((next_hundred[1].conjunction, next_hundred[1].article))
            ):
                value, after = unit[0] * 100, place + 2
        if value and not (after < len(self._items) and self._joined_and(after)):
            return Fraction(value), after
        below = self._below_hundred(after) or (self._one_more(after) if value else None)
        if below and (not value or self._begins_with_and(after)):
            return Fraction(value + below[0]), below[1]
        return (Fraction(value), after) if value else None

    def _begins_with_and(self, place: int) -> bool:
        for table in (words.TENS, words.TEEN_UNITS, words.ONES):
            found = self._look(place, table)
            if found:
                return found[1].conjunction
        return False

    def _one_more(self, place: int) -> tuple[int, int] | None:
        """The "and one" after hundreds or a scale; elsewhere "one" counts nothing."""
        found = self._look(place, words.ONES)
        return (found[0], place + 1) if found and found[1].conjunction else None

    def _below_hundred(self, place: int) -> tuple[int, int] | None:
        teen = self._look(place, words.TEEN_UNITS)
        ten = self._look(place + 1, {"عشر": 10, "عشره": 10})
        if teen and teen[0] < 10 and ten and not ten[1].conjunction and not ten[1].article:
            return teen[0] + 10, place + 2
        unit = self._look(place, words.UNITS) or self._look(place, words.ONES)
        tens = self._look(place + 1, words.TENS)
        if unit and unit[0] < 10 and tens and tens[1].conjunction:
            return unit[0] + tens[0], place + 2
        alone = self._look(place, words.TENS) or self._look(place, words.UNITS)
        return (alone[0], place + 1) if alone else None

    def _cardinal_value(self, place: int) -> tuple[Fraction, int] | None:
        if self._is_figure(place):
            return readings(self._items[place].token)[0], place + 1
        return self._group(place)

    def _term(self, place: int) -> tuple[tuple[Fraction, ...], int, int] | None:
        """A number and its scale: its likely values, the scale (1 without), where it ends."""
        values: tuple[Fraction, ...]
        group = None if self._is_figure(place) else self._group(place)
        if self._is_figure(place):
            values, after = readings(self._items[place].token), place + 1
        elif group:
            values, after = (group[0],), group[1]
        else:
            half = self._look(place, {"نصف": Fraction(1, 2), "ربع": Fraction(1, 4)})
            scale = self._look(place + 1, words.SCALES)
            if half and scale and not scale[1].conjunction:
                return (half[0] * scale[0],), scale[0], place + 2
            dual, lone = self._look(place, words.DUAL_SCALES), self._look(place, words.SCALES)
            if lone and (lone[1].bare in words.MANY or (dual and lone[1].bare == "الفا")):
                lone = None
            if dual:
                doubtful = (Fraction(dual[0]),) if dual[1].bare == "الفا" else ()
                return (Fraction(2 * dual[0]), *doubtful), dual[0], place + 1
            return ((Fraction(lone[0]),), lone[0], place + 1) if lone else None
        scale = self._look(after, words.SCALES)
        if scale and not scale[1].conjunction:
            further = self._look(after + 1, words.SCALES)
            if further and not further[1].conjunction and further[0] > scale[0]:
                factor = scale[0] * further[0]
                return tuple(value * factor for value in values), factor, after + 2
            return tuple(value * scale[0] for value in values), scale[0], after + 1
        return values, 1, after
