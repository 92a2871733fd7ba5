"""The values that an English text states: figures, number words, ordinals, dates, times, decades, per cents."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.arabic.quantities import Key, Quantity, figure, number, readings, settled, time_key, written
from reader.translation import english_number_words as words
from reader.translation.english_number_reading import NumberWords

_ROMAN = re.compile(r"(?=[XVIL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_BEGINNINGS = tuple(beginning for beginning, _ in words.PART_BEGINNINGS)
_BETWEEN = frozenset({"to", "or", "and", "-", "–", "—"})


def quantities(text: str) -> tuple[Quantity, ...]:
    """The values of an English text, in its order. Never raises."""
    return _Reading(text).read()


def _roman(word: str) -> int:
    """The value of a Roman numeral below ninety; 0 for any other word."""
    if not word or not _ROMAN.fullmatch(word):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in word]
    after = [*values[1:], 0]
    return sum(-value if value < next_value else value for value, next_value in zip(values, after, strict=True))


class _Reading(NumberWords):
    """One text being read."""

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        readers = (
            self._month, self._weekday, self._percent, self._decade, self._many, self._cardinal, self._ordinal,
            self._figure, self._word,
        )  # fmt: skip
        while place < len(self._tokens):
            if not self._telling(place):
                place += 1
                continue
            for reader in readers:
                after = reader(place)
                if after > place:
                    place = after
                    break
            else:
                place += 1
        return settled(self._found, self._text, _BETWEEN)

    def _telling(self, place: int) -> bool:
        """Whether a value may begin at ``place``; most words are passed over by this."""
        token = self._tokens[place]
        if token.kind != "word" or token.text in words.TELLING or self._text[token.start].isupper():
            return True
        return token.text.startswith(_BEGINNINGS)

    def _add(
        self, first: int, after: int, keys: set[Key], detail: str = "", certain: bool = True,
        parts: tuple[Quantity, ...] = (), scale: int = 1,
    ) -> int:  # fmt: skip
        start, end = self._tokens[first].start, self._tokens[after - 1].end
        self._found.append(
            Quantity(start, end, frozenset(keys), detail or self._text[start:end], certain, parts, scale)
        )
        return after

    def _month(self, place: int) -> int:
        token = self._tokens[place]
        value = words.MONTHS.get(token.text) if token.kind == "word" else None
        if not value or not self._text[token.start].isupper():
            return place
        certain = len(token.text) > 3
        if token.text in ("may", "march"):
            beside = (
                "number" in (self._kind(place - 1), self._kind(place + 1))
                or self._word_at(place - 1) in words.BEFORE_MONTH
            )
            certain = beside or self._word_at(place - 1) in words.SUFFIX
        if self._capital(place + 1):  # June Almeida
            certain = False
        return self._add(place, place + 1, {("month", Fraction(value))}, certain=certain)

    def _weekday(self, place: int) -> int:
        token = self._tokens[place]
        if token.kind != "word" or token.text not in words.WEEKDAYS or not self._text[token.start].isupper():
            return place
        return self._add(place, place + 1, {("day", Fraction(words.WEEKDAYS[token.text]))})

    def _percent(self, place: int) -> int:
        word = self._word_at(place)
        after = place + 1 if word in words.PERCENT else place
        if word == "per" and self._word_at(place + 1) in ("cent", "cents"):
            after = place + 2
        if word in ("in", "of") and self._word_at(place + 1) == "the" and self._word_at(place + 2) == "hundred":
            after = place + 3  # as word by word has it
        if after == place:
            return place
        if word.startswith("percentage"):
            return self._add(place, after, {("percent", Fraction(0))}, certain=False)
        first = place
        if self._found and place and self._found[-1].end == self._tokens[place - 1].end:
            first = place - 1
        detail = f"{self._found[-1].detail}%" if first < place else "%"
        return self._add(first, after, {("percent", Fraction(0))}, detail)

    def _decade(self, place: int) -> int:
        """ "1970s", "the 70s", "seventies", and with "of the last century" after them."""
        token = self._tokens[place]
        if token.kind == "number" and self._word_at(place + 1) in ("s", "'", "’"):
            after = place + 2 if self._word_at(place + 1) == "s" else place + 3
            if self._word_at(after - 1) != "s" or not self._joined(place + 1):
                return place
            value = readings(token)[0]
        elif token.kind == "word" and token.text in words.DECADES:
            value, after = Fraction(words.DECADES[token.text] * 10), place + 1
        else:
            return place
        if value.denominator != 1 or value % 10 or value > 2100:
            return place
        year = int(value)
        century, end = self._century_after(after)
        keys: set[Key] = {("decade", value), number(value)}
        if year < 100:
            named = {("decade", value), ("decade", 1900 + value), number(value)}
            keys = {("decade", 100 * (century - 1) + value)} if century else named
            after = end if century else after
        elif year % 100 == 0:
            keys.add(("century", Fraction(year // 100 + 1)))
        return self._add(place, after, keys)

    def _many(self, place: int) -> int:
        value = words.MANY.get(self._word_at(place))
        after = place + 1
        if self._word_at(place) in words.SCALES | {"hundred": 100} and self._word_at(place - 1) in words.VAGUE:
            value = words.MANY.get(self._word_at(place) + "s")
        if not value or (self._found and self._found[-1].end == self._tokens[place].start):
            return place
        while self._word_at(after) == "of" and self._word_at(after + 1) in words.MANY:
            value, after = value * words.MANY[self._word_at(after + 1)], after + 2
        return self._add(place, after, {("many", Fraction(value))}, certain=value > 10)

    def _cardinal(self, place: int) -> int:
        first = self._term(place)
        if not first or (self._kind(place) == "number" and first[2] == place + 1):
            return place
        values, scale, after = first
        parts = [self._part(place, after, values)]
        total, last = values, scale
        while last > 1:
            joint = after + (self._word_at(after) in ("and", ","))
            more = self._term(joint) if not (joint > after and self._kind(joint) == "number") else None
            if not more or more[1] >= last or more[0][0] >= last:
                break
            parts.append(self._part(joint, more[2], more[0]))
            total, last, after = tuple(value + more[0][0] for value in total), more[1], more[2]
        year = self._year(place)
        if year and scale == 1:
            return self._add(place, year[1], {number(year[0])}, str(year[0]), parts=year[2])
        clock = self._clock(place)
        if clock and scale == 1:
            return self._add(place, clock[1], {clock[0]}, parts=clock[2])
        fraction = self._denominator(after)
        if fraction and scale == 1 and total[0].denominator == 1 and total[0] < 10:
            return self._add(place, fraction[1], {number(total[0] / fraction[0])}, written(total[0] / fraction[0]))
        keys = {number(value) for value in total}
        half = self._and_a_fraction(after)
        if half and scale >= 1:
            extra = half[0] * (scale if len(parts) == 1 else 1)
            whole = self._part(place, after, total)
            rest = self._part(half[1] - 1, half[1], (half[0],))
            return self._add(
                place, half[1], {number(total[0] + extra)}, written(total[0] + extra), parts=(whole, rest), scale=scale
            )
        if self._word_at(self._past_hyphen(after)) in ("decade", "decades"):
            keys.add(number(total[0] * 10))
        if self._word_at(after) in ("dozen", "dozens"):
            return self._add(place, after + 1, {number(total[0] * 12)}, str(total[0] * 12))
        if self._word_at(after) in ("am", "pm", "a", "p", "o") and total[0] <= 12:
            keys.add(time_key(int(total[0]), 0))
        certain = scale > 1 or total[0] > 2 or self._word_at(after) in words.PERCENT
        if total[0] == 2 and self._word_at(self._past_hyphen(after)) in words.TIME_UNITS:
            certain = True
        if self._named(place):
            certain = False
        return self._add(place, after, keys, written(total[0]), certain, tuple(parts) if len(parts) > 1 else (), scale)

    def _year(self, place: int) -> tuple[int, int, tuple[Quantity, ...]] | None:
        """ "nineteen eighty-four": the year, where it ends, and its halves."""
        first = self._below_hundred(place)
        if not first or first[0] not in (*range(15, 20), 20) or self._kind(first[1]) != "word":
            return None
        second = self._below_hundred(first[1])
        if not second or second[0] < 10:
            return None
        parts = (
            self._part(place, first[1], (Fraction(first[0]),)),
            self._part(first[1], second[1], (Fraction(second[0]),)),
        )
        return first[0] * 100 + second[0], second[1], parts

    def _clock(self, place: int) -> tuple[Key, int, tuple[Quantity, ...]] | None:
        """ "eight-thirty": the time, where it ends, and its hour and minutes."""
        hour = words.UNITS.get(self._word_at(place), 0)
        minute = self._below_hundred(place + 2) if hour <= 12 and self._word_at(place + 1) == "-" else None
        if not hour or not minute or minute[0] not in (10, *range(15, 60, 5)):
            return None
        parts = (
            self._part(place, place + 1, (Fraction(hour),)),
            self._part(place + 2, minute[1], (Fraction(minute[0]),)),
        )
        return time_key(hour, minute[0]), minute[1], parts

    def _part(self, first: int, after: int, values: tuple[Fraction, ...]) -> Quantity:
        keys = frozenset(map(number, values))
        return Quantity(self._tokens[first].start, self._tokens[after - 1].end, keys, written(values[0]))

    def _ordinal(self, place: int) -> int:
        value = self._ordinal_value(place)
        if value:
            keys = {number(value[0]), ("century", Fraction(value[0]))}
            word = self._word_at(place)
            if word in words.FRACTIONS:
                keys.add(number(Fraction(1, words.FRACTIONS[word])))
            loose = word in ("first", "second") or self._named(place) or self._word_at(value[1]) in ("party", "parties")
            return self._add(place, value[1], keys, str(value[0]), certain=not loose)
        word = self._word_at(place)
        single = words.FRACTIONS.get(word) or words.FRACTIONS.get(word.removesuffix("s"))
        if single and word != "seconds":
            return self._add(place, place + 1, {number(Fraction(1, single))}, certain=False)
        return place

    def _figure(self, place: int) -> int:
        token = self._tokens[place]
        quantity = figure(token)
        if quantity is None:
            return place
        keys = set(quantity.keys)
        certain = quantity.certain
        before = self._tokens[place - 1] if place else None
        if before and before.kind == "word" and token.joined:
            if before.text in ("mm", "km", "m", "cm", "sq"):
                return place + 1
            certain = any(key[1] >= 10 for key in keys)
        numbers = {key[1] for key in keys if key[0] == "n"}
        if "century" in (self._word_at(place - 1), self._word_at(place - 2)) and self._word_at(place - 1) in (
            "the",
            "century",
        ):
            keys |= {("century", value) for value in numbers}
        after = self._word_at(place + 1)
        if after in ("am", "pm", "a", "p", "o", "hours") or self._word_at(place - 1) == "at":
            keys |= {time_key(int(value), 0) for value in numbers if value.denominator == 1 and 0 <= value <= 24}
        if (
            after in ("utc", "gmt", "hours", "hrs", "local")
            and token.kind == "number"
            and len(token.text) == 4
            and int(token.text[:2]) < 25
        ):
            keys.add(time_key(int(token.text[:2]), int(token.text[2:])))
        if after in ("decades", "decade"):
            keys |= {number(value * 10) for value in numbers}
        half = self._and_a_fraction(place + 1)
        if half and token.kind == "number":
            whole = replace(quantity, keys=frozenset(keys))
            total = {number(value + half[0]) for value in numbers}
            return self._add(place, half[1], total, parts=(whole, self._part(half[1] - 1, half[1], (half[0],))))
        if token.text == "2" and after not in words.TIME_UNITS:  # any dual may stand for it
            certain = False
        self._found.append(replace(quantity, keys=frozenset(keys), certain=certain))
        return place + 1

    def _word(self, place: int) -> int:
        token = self._tokens[place]
        if token.kind != "word":
            return place
        if token.text == "other" and self._word_at(place - 1) == "every":
            return self._add(place, place + 1, {number(2)}, certain=False)
        if token.text in words.GROUPS:
            value = words.GROUPS[token.text]
            return self._add(
                place,
                place + 1,
                {number(value), number(value * 10)} if token.text == "decade" else {number(value)},
                certain=False,
            )
        written_word = self._text[token.start : token.end]
        value = _roman(written_word.removeprefix("WW") if written_word.startswith("WW") else written_word)
        if value:
            return self._add(place, place + 1, {number(value), ("century", Fraction(value))}, certain=False)
        for beginning, part in words.PART_BEGINNINGS:
            if token.text.startswith(beginning):
                return self._add(place, place + 1, {number(Fraction(1, part))}, certain=False)
        return place
