"""Reading English number words: units, tens, hundreds and scales put together."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reader.arabic.quantities import Quantity, Token, readings, tokens
from reader.translation import english_number_words as words


class NumberWords:
    """A text's words and figures, and the values that stand at a place in them; ``place`` counts these."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] = [
            replace(token, text=token.text.casefold()) if token.kind == "word" else token for token in tokens(text)
        ]
        self._found: list[Quantity] = []

    def _word_at(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _kind(self, place: int) -> str:
        return self._tokens[place].kind if 0 <= place < len(self._tokens) else ""

    def _joined(self, place: int) -> bool:
        return place < len(self._tokens) and self._tokens[place].joined

    def _past_hyphen(self, place: int) -> int:
        return place + 1 if self._word_at(place) in ("-", "‑", "–") else place

    def _capital(self, place: int) -> bool:
        """Whether a word with a capital letter stands at ``place`` that is no month or day."""
        if self._kind(place) != "word" or self._word_at(place) in words.MONTHS | words.WEEKDAYS:
            return False
        return self._text[self._tokens[place].start].isupper()

    def _named(self, place: int) -> bool:
        """Whether the word at ``place`` is part of a name ("Six Flags"): it has a capital within a sentence."""
        return place > 0 and self._capital(place) and self._kind(place - 1) != "mark"

    def _century_after(self, place: int) -> tuple[int, int]:
        if self._word_at(place) != "of" or self._word_at(place + 1) != "the":
            return 0, place
        if self._word_at(place + 2) in ("last", "past") and self._word_at(place + 3) == "century":
            return 20, place + 4
        value = self._ordinal_value(place + 2)
        if value and self._word_at(self._past_hyphen(value[1])) == "century":
            return value[0], self._past_hyphen(value[1]) + 1
        return 0, place

    def _below_hundred(self, place: int) -> tuple[int, int] | None:
        word = self._word_at(place)
        if word in words.TENS:
            unit = self._past_hyphen(place + 1)
            if words.UNITS.get(self._word_at(unit), 10) < 10:
                return words.TENS[word] + words.UNITS[self._word_at(unit)], unit + 1
            return words.TENS[word], place + 1
        return (words.UNITS[word], place + 1) if word in words.UNITS else None

    def _group(self, place: int) -> tuple[Fraction, int] | None:
        """A number below a thousand in words, and where it ends; "a hundred" too."""
        value = self._below_hundred(place)
        if self._word_at(place) in ("a", "an"):
            value = (1, place + 1)
            if self._word_at(place + 1) not in ("hundred", "thousand", "million", "billion", "trillion"):
                return None
        elif self._word_at(place) in ("hundred", "thousand", "million", "billion", "trillion"):
            value = (1, place)
        if not value:
            return None
        total, after = value
        hundred = self._past_hyphen(after)
        if self._word_at(hundred) != "hundred":
            return Fraction(total), after
        total, after = total * 100, hundred + 1
        rest = self._past_hyphen(after)
        below = self._below_hundred(rest + 1 if self._word_at(rest) == "and" else rest)
        return (Fraction(total + below[0]), below[1]) if below else (Fraction(total), after)

    def _term(self, place: int) -> tuple[tuple[Fraction, ...], int, int] | None:
        if self._kind(place) == "number":
            values, after = readings(self._tokens[place]), place + 1
            if self._word_at(after) == "hundred":
                values, after = tuple(value * 100 for value in values), after + 1
        elif self._word_at(place) in ("half", "quarter"):
            after = place + 1 + (self._word_at(place + 1) == "of")
            after += self._word_at(after) in ("a", "an", "-")
            scale = words.SCALES.get(self._word_at(after), 0)
            if scale < 1000 or self._word_at(after) in words.LETTER_SCALES or self._word_at(after) in words.MANY:
                return None
            return (Fraction(scale, 2 if self._word_at(place) == "half" else 4),), scale, after + 1
        else:
            group = self._group(place)
            if not group:
                return None
            values, after = (group[0],), group[1]
        scale_place = after + 1 if self._word_at(after) == "+" else self._past_hyphen(after)
        scale = words.SCALES.get(self._word_at(scale_place), 0)
        if self._word_at(scale_place) in words.LETTER_SCALES and not (
            self._kind(place) == "number"
            and self._joined(scale_place)
            and (self._word_at(scale_place) != "m" or self._money(place))
        ):
            scale = 0
        if scale:
            further = words.SCALES.get(self._word_at(scale_place + 1), 0)
            if further > scale and self._word_at(scale_place + 1) not in words.LETTER_SCALES:
                scale, scale_place = scale * further, scale_place + 1
            return tuple(value * scale for value in values), scale, scale_place + 1
        return values, 1, after

    def _money(self, place: int) -> bool:
        return self._word_at(place - 1) in ("$", "€", "£")

    def _denominator(self, place: int) -> tuple[int, int] | None:
        """The thirds of "two thirds" or "one-third"."""
        after = self._past_hyphen(place)
        word = self._word_at(after)
        value = words.FRACTIONS.get(word) or words.FRACTIONS.get(word.removesuffix("s"))
        if not value or self._word_at(after + 1) in ("century",):
            return None
        return value, after + 1

    def _and_a_fraction(self, place: int) -> tuple[Fraction, int] | None:
        """The "and a half" after a number, or after one word more ("three years and a half")."""
        for start in (place, place + 1):
            if self._word_at(start) == "and" and self._word_at(start + 1) in ("a", "one"):
                value = {"half": 2, "quarter": 4, "third": 3}.get(self._word_at(start + 2))
                return (Fraction(1, value), start + 3) if value else None
        return None

    def _ordinal_value(self, place: int) -> tuple[int, int] | None:
        word = self._word_at(place)
        if self._kind(place) == "number" and self._word_at(place + 1) in words.SUFFIX and self._joined(place + 1):
            value = readings(self._tokens[place])[0]
            return (int(value), place + 2) if value.denominator == 1 else None
        if word in words.ORDINALS:
            return words.ORDINALS[word], place + 1
        if word in words.TENTHS:
            return words.TENTHS[word], place + 1
        unit = self._past_hyphen(place + 1)
        if word in words.TENS and words.ORDINALS.get(self._word_at(unit), 10) < 10:
            return words.TENS[word] + words.ORDINALS[self._word_at(unit)], unit + 1
        return None
