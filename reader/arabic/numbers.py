"""The values that an Arabic text states: figures, number words and their compounds, dates, times, per cents."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from reader.arabic import number_words as words
from reader.arabic.number_reading import NumberWords
from reader.arabic.quantities import Key, Quantity, figure, number, settled, time_key, written

_Value = TypeVar("_Value")
_RANGE_MARKS = frozenset(("و", "إلى", "حتى", "الى", "الي", "حتي", "او", "-", "–", "—", "من"))


def quantities(text: str) -> tuple[Quantity, ...]:
    """The values of an Arabic text, in its order. Never raises."""
    return _Reading(text).read()


class _Reading(NumberWords):
    """One text being read."""

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        readers = (
            self._passed_over, self._month, self._decade, self._century, self._weekday, self._percent, self._time,
            self._ordinal, self._cardinal, self._fraction, self._many, self._figure, self._word,
        )  # fmt: skip
        while place < len(self._items):
            item = self._items[place]
            if item.token.kind == "word" and not any(form.bare in words.TELLING for form in item.forms):
                place += 1
                continue
            for reader in readers:
                after = reader(place)
                if after > place:
                    place = after
                    break
            else:
                place += 1
        return settled(self._found, self._text, _RANGE_MARKS)

    def _add(
        self, first: int, after: int, keys: set[Key], detail: str = "", certain: bool = True,
        parts: tuple[Quantity, ...] = (), scale: int = 1,
    ) -> int:  # fmt: skip
        start, end = self._items[first].token.start, self._items[after - 1].token.end
        shown = detail or self._text[start:end]
        self._found.append(Quantity(start, end, frozenset(keys), shown, certain, parts, scale))
        return after

    def _passed_over(self, place: int) -> int:
        """Words beside which an ordinal counts nothing: the Hijri months of which there are two, oxides, كل واحد."""
        if self._bare_at(place) & words.HIJRI_PAIRS and self._look(place + 1, words.ORDINALS | {"اخر": 0, "اخره": 0}):
            return place + 2
        if self._look(place, words.ORDINALS) and self._word_at(place + 1) in ("اكسيد", "اوكسيد", "كبريتيد"):
            return place + 2
        return place

    def _month(self, place: int) -> int:
        for length in (2, 1):
            if place + length > len(self._items) or self._items[place].token.kind != "word":
                continue
            rest = [self._word_at(place + more) for more in range(1, length)]
            for form in self._items[place].forms:
                name = " ".join([form.bare, *rest])
                if name not in words.MONTHS or form.article:
                    continue
                certain = name not in words.DOUBTFUL_MONTHS or (
                    self._is_figure(place - 1)
                    or self._is_figure(place + length)
                    or (bool(self._bare_at(place - 1) & words.BEFORE_MONTH) and name not in ("مارس", "جوان"))
                )
                if name in ("مارس", "جوان") and self._word_at(place - 1) in ("شهر", "في"):
                    certain = True
                if self._word_at(place - 1) == "دي":  # an Italian name
                    certain = False
                return self._add(place, place + length, {("month", Fraction(words.MONTHS[name]))}, certain=certain)
        return place

    def _century(self, place: int) -> int:
        found = self._look(place, {"قرن": 1, "قرنين": 2, "قرنان": 2, "قرون": 3})
        if not found or not found[1].article:
            return place
        if self._word_at(place - 1) == "من" and self._is_figure(place - 2):  # "in 1930 of the twentieth century"
            value = self._century_number(place + 1)
            return value[1] if value else place + 1
        last = {"الماضي": 20, "الفايت": 20, "الفائت": 20, "المنصرم": 20, "الحالي": 21}.get(self._word_at(place + 1))
        if last:
            return self._add(place, place + 2, {("century", Fraction(last))}, certain=False)
        after = place
        value = self._century_number(place + 1)
        while value and value[0] <= 40:
            self._add(place + 1 if after == place else after, value[1], {("century", value[0])}, written(value[0]))
            after = value[1]
            marks = self._word_at(after) in _RANGE_MARKS or self._word_at(after) == "و"
            value = self._century_number(after + marks)
            if value and not marks and not self._items[after].conjunction and not self._joined_and(after):
                break
        return after

    def _decade(self, place: int) -> int:
        found = self._look(place, words.DECADES)
        if not found:
            return place
        decade = found[0]
        after = place + 1
        if self._word_at(after) == "من":
            after += 1
        if self._bare_at(after) & {"قرن"}:
            last = self._word_at(after + 1) in ("الماضي", "الفائت", "المنصرم")
            century = (Fraction(20), after + 2) if last else self._century_number(after + 1)
            if century and century[0].denominator == 1:
                year = 100 * (century[0] - 1) + decade
                return self._add(place, century[1], {("decade", year)})
        return self._add(
            place, place + 1, {("decade", Fraction(decade)), ("decade", Fraction(1900 + decade)), number(decade)}
        )

    def _weekday(self, place: int) -> int:
        found = self._look(place, words.WEEKDAYS)
        if not found or not found[1].article or self._look(place + 1, {"عشر": 10, "عشره": 10}):
            return place  # none, or "the eleven" (الأحد عشر)
        name = found[1].bare
        certain = name in words.SURE_WEEKDAYS or bool(self._bare_at(place - 1) & words.BEFORE_WEEKDAY)
        keys: set[Key] = {("day", Fraction(found[0]))}
        if not certain:
            keys |= {number({"اثنين": 2, "احد": 1}.get(name, 5))} if name in ("اثنين", "احد", "خميس") else set()
        return self._add(place, place + 1, keys, certain=certain)

    def _percent(self, place: int) -> int:
        word = self._word_at(place)
        after = place
        if word in ("%", "٪") or word in words.PERCENT:
            after = place + 1
        elif word in ("في", "ب", "من", "") and self._word_at(place + 1) in words.HUNDRED_OF:
            after = place + 2
        elif self._bare_at(place) & words.RATE:
            return self._add(place, place + 1, {("percent", Fraction(0))}, certain=False)
        if after == place:
            return place
        first = place - 1 if self._found and self._found[-1].end == self._items[place - 1].token.end else place
        detail = f"{self._found[-1].detail}%" if first < place else "%"
        return self._add(first, after, {("percent", Fraction(0))}, detail)

    def _time(self, place: int) -> int:
        """A number or ordinal after "the hour", with its half, quarter or minutes."""
        found = self._look(place - 1, {"ساعه": 1})
        told = bool(found and found[1].article)
        named = self._look(place, words.HOURS)
        if not told and not (named and named[1].article):
            return place
        value = self._ordinal_value(place) or self._cardinal_value(place)
        if not value or value[0].denominator != 1 or not 0 <= value[0] <= 24:
            return place
        hour, after = int(value[0]), value[1]
        minute, end = self._minutes(after)
        if not told and end == after:
            return place
        keys = {time_key(hour, minute)} if minute >= 0 else {time_key(hour - 1, 60 + minute)}
        if minute == 0:
            keys.add(number(hour))
        first = Quantity(
            self._items[place].token.start, self._items[after - 1].token.end, frozenset({number(hour)}), ""
        )
        parts: tuple[Quantity, ...] = ()
        if minute > 0:
            start, stop = self._items[after].token.start, self._items[end - 1].token.end
            parts = (first, Quantity(start, stop, frozenset({number(minute), number(Fraction(minute, 60))}), ""))
        return self._add(place, end, keys, f"{hour}:{minute:02}" if minute > 0 else str(hour), parts=parts)

    def _ordinal(self, place: int) -> int:
        value = self._ordinal_value(place)
        if not value or self._look(place, words.TENS):
            return place
        bare = {form.bare for form in self._items[place].forms}
        certain = value[0] > 1 and not (
            value[1] == place + 1 and (bare & {"ثانيه", "ثان"} or self._word_at(place)[-1] == "ا")
        )
        return self._add(place, value[1], {number(value[0]), ("century", value[0])}, written(value[0]), certain)

    def _cardinal(self, place: int) -> int:
        first = self._term(place)
        if not first or (self._is_figure(place) and first[1] == 1 and first[2] == place + 1):
            return place
        values, scale, after = first
        parts = [self._part(place, after, values)]
        total, last = values, scale
        extra: tuple[Fraction, ...]
        while last > 1 and after < len(self._items) and self._joined_and(after):
            fraction = self._look(after, {"نصف": Fraction(1, 2), "ربع": Fraction(1, 4)})
            one = self._one_more(after)
            more = self._term(after) or (((Fraction(1),), 1, one[1]) if one else None)
            if fraction and fraction[1].conjunction and not (more and more[1] > 1):
                extra, more_after, more_scale = (fraction[0] * last,), after + 1, 1
            elif fraction and fraction[1].conjunction and more and more[1] == last:
                extra, more_after, more_scale = more[0], more[2], 1
            elif more and more[1] < last and more[0][0] < last:
                extra, more_after, more_scale = more[0], more[2], more[1]
            else:
                break
            parts.append(self._part(after, more_after, extra))
            total, last, after = tuple(value + extra[0] for value in total), more_scale, more_after
        keys = {number(value) for value in total}
        certain = total[0] != 1
        return self._add_cardinal(place, after, keys, total[0], certain, tuple(parts) if len(parts) > 1 else (), scale)

    def _add_cardinal(
        self, place: int, after: int, keys: set[Key], value: Fraction, certain: bool, parts: tuple[Quantity, ...],
        scale: int,
    ) -> int:  # fmt: skip
        word = self._items[place].forms
        if after == place + 1:
            bare = {form.bare for form in word}
            ambiguous = [words.UNIT_FRACTIONS[form] for form in bare if form in words.UNIT_FRACTIONS]
            keys |= {number(Fraction(1, divisor)) for divisor in ambiguous}
            # "wrote" and "Alpha" are spelled like "a thousand".
            wrote = "الف" in bare and (word[0].bare == "والف" or self._word_at(place - 1) in words.BEFORE_VERB)
            certain = certain and not wrote and "الفا" not in bare
            # The adjective of the millennium is spelled like "the two thousand of".
            certain = certain and not any(form.article and form.bare == "الفي" for form in word)
        several = self._look(after, words.FRACTION_PLURALS)
        if several and value.denominator == 1 and value < several[0]:
            return self._add(place, after + 1, {number(value / several[0])}, f"{value}/{several[0]}")
        if self._bare_at(after) & {"عقود", "عقدا"}:
            keys.add(number(value * 10))
        if self._bare_at(place - 1) & {"عام", "سنه"} and value < 100:  # a year without its century
            keys |= {number(1900 + value), number(2000 + value)}
        return self._add(place, after, keys, written(value), certain, parts, scale)

    def _part(self, first: int, after: int, values: tuple[Fraction, ...]) -> Quantity:
        start, end = self._items[first].token.start, self._items[after - 1].token.end
        return Quantity(start, end, frozenset(map(number, values)), written(values[0]))

    def _fraction(self, place: int) -> int:
        found = self._look(place, words.FRACTIONS)
        for word in () if found else sorted(self._bare_at(place)):
            for ending in ("هم", "ها", "هن", "هما", "ه"):
                stem = word.removesuffix(ending)
                if stem == word:
                    continue
                if stem in words.FRACTIONS:
                    return self._add(place, place + 1, {number(words.FRACTIONS[stem])}, written(words.FRACTIONS[stem]))
                if stem in ("خمس", "سبع", "تسع") and ending in ("هم", "ها"):
                    fifth = Fraction(1, words.UNIT_FRACTIONS[stem])
                    return self._add(place, place + 1, {number(fifth)}, written(fifth))
        if not found:
            return place
        value = found[0]
        if found[1].conjunction and value < 1:
            whole = self._whole_before(place)
            if whole is not None:
                whole_value = next(key[1] for key in sorted(whole.keys) if key[0] == "n")
                self._found.remove(whole)
                half = Quantity(
                    self._items[place].token.start, self._items[place].token.end, frozenset({number(value)}), ""
                )
                total = whole_value + value
                self._found.append(
                    Quantity(whole.start, half.end, frozenset({number(total)}), written(total), parts=(whole, half))
                )
                return place + 1
        keys = {number(value)}
        if found[1].conjunction and value < 1 and self._bare_at(place - 1) & words.SINGLE_UNITS:
            keys.add(number(1 + value))
        return self._add(place, place + 1, keys, written(value))

    def _whole_before(self, place: int) -> Quantity | None:
        """The number that a joined "and a half" goes with: it stands at most one word before."""
        for back in (1, 2):
            before = place - back
            if before < 0:
                break
            end = self._items[before].token.end
            for quantity in self._found[-1:]:
                if quantity.end == end and any(key[0] == "n" for key in quantity.keys) and not quantity.parts:
                    return quantity
        return None

    def _many(self, place: int) -> int:
        found = self._look(place, words.MANY)
        if not found:
            return place
        value, after = found[0], place + 1
        more = self._look(after, words.MANY)
        while more and more[1].article and not more[1].conjunction and more[0] > 10:
            value, after = value * more[0], after + 1
            more = self._look(after, words.MANY)
        return self._add(place, after, {("many", Fraction(value))}, certain=value > 10)

    def _figure(self, place: int) -> int:
        item = self._items[place]
        quantity = figure(item.token)
        if quantity is None:
            return place
        keys = set(quantity.keys)
        before = self._items[place - 1].token if place else None
        certain = quantity.certain
        if before and before.kind == "word" and item.token.joined:
            if before.text in ("مم", "كم", "م", "سم", "km", "m", "mm", "cm"):
                return place + 1
            certain = any(key[1] >= 10 for key in keys)
        if item.forms[0].article:
            keys |= {("century", key[1]) for key in quantity.keys if key[0] == "n"}
        if self._bare_at(place + 1) & words.MORNING or "ساعه" in self._bare_at(place - 1):
            keys |= {time_key(int(key[1]), 0) for key in quantity.keys if key[0] == "n" and 0 <= key[1] <= 24}
        if self._bare_at(place + 1) & {"عقود", "عقدا"}:
            keys |= {number(key[1] * 10) for key in quantity.keys if key[0] == "n"}
        self._found.append(replace(quantity, keys=frozenset(keys), certain=certain))
        return place + 1

    def _word(self, place: int) -> int:
        dual = self._look(place, words.DUALS)
        if dual:
            # "general" in the plural is spelled like "the two years".
            certain = not (dual[1].article and dual[1].bare == "عامين")
            return self._add(place, place + 1, {number(2)}, "2", certain)
        group = self._look(place, words.GROUPS)
        if group:
            return self._add(place, place + 1, {number(group[0])}, str(group[0]), certain=False)
        return place
