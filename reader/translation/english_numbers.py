"""The values that an English text states: figures, number words, ordinals, dates, times, decades, per cents."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.arabic.quantities import Key, Quantity, Token, figure, number, readings, time_key, tokens, written


def _table(text: str, first: int = 0) -> dict[str, int]:
    return {word: value for value, words in enumerate(text.split(), start=first) for word in words.split("|")}


UNITS = _table("one two three four five six seven eight nine ten eleven twelve thirteen fourteen|forteen fifteen "
               "sixteen seventeen eighteen nineteen", 1)  # fmt: skip
TENS = {word: value * 10 for word, value in _table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 2).items()}
ORDINALS = _table("first second third fourth fifth sixth seventh eighth ninth|nineth tenth eleventh twelfth|twelveth "
                  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1)  # fmt: skip
TENTHS = {
    word: value * 10
    for word, value in _table("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 2).items()
}
SCALES = {
    word: value
    for value, words in (
        (1000, "thousand|thousands|k"), (10**6, "million|millions|mn|m"), (10**9, "billion|billions|bn|milliard"),
        (10**12, "trillion|trillions|tn"),
    )
    for word in words.split("|")
}  # fmt: skip
LETTER_SCALES = frozenset({"k", "m", "mn", "bn", "tn"})
"""Scales only where they are joined to a figure ("10bn"): alone they are letters."""

MANY = {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6,
        "billions": 10**9, "trillions": 10**12}  # fmt: skip
VAGUE = frozenset({"few", "several", "many", "some", "couple", "various"})
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4} | {
    word: value for word, value in ORDINALS.items() if value > 4
}  # fmt: skip
DECADES = _table("twenties thirties forties fifties sixties seventies eighties nineties", 2)
MONTHS = {
    name: value
    for value, names in enumerate(
        ("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
         "september|sept|sep", "october|oct", "november|nov", "december|dec"), start=1,
    )
    for name in names.split("|")
}  # fmt: skip
BEFORE_MONTH = frozenset("in of on since until till from to through between and early late mid by during last next this".split())
WEEKDAYS = _table("monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays "
                  "saturday|saturdays sunday|sundays")  # fmt: skip
GROUPS = {
    word: value
    for value, words in (
        (0, "zero|nil|no"), (1, "one|once|single|sole|only|alone|a|an|firstly"),
        (2, "both|couple|pair|pairs|twice|double|doubles|doubled|twofold|dual|bilateral|twin|twins|either|neither|secondly|seconds|bi|binary|two"),
        (3, "triple|tripled|threefold|trilateral|triangular|trio|thrice|treble|tri|thirdly|trilogy|triplets|trimester|trimesters"),
        (4, "quadruple|quadrupled|fourfold|quadrilateral|quartet|quad"), (5, "quintuple|fivefold|pentagon|quintet"),
        (6, "sextuple|sixfold|hexagonal"), (7, "sevenfold"), (8, "eightfold|octagonal"), (10, "tenfold|decade"), (12, "dozen|noon|midday|midnight"),
        (14, "fortnight"), (20, "score"), (100, "century|centennial|centenary|hundredfold"), (1000, "millennium|millennia"),
    )
    for word in words.split("|")
}  # fmt: skip
"""Words that answer for a value of the Arabic but are not missed there."""

TIME_UNITS = frozenset("years months weeks days hours decades centuries year month week day hour decade century".split())
"""Units whose duals Arabic always writes: "two" before them is a value, before other nouns any dual may stand for it."""

PERCENT = frozenset({"%", "٪", "percent", "percentage", "percentages", "pct"})
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_BETWEEN = frozenset({"to", "or", "and", "-", "–", "—"})


def quantities(text: str) -> tuple[Quantity, ...]:
    """The values of an English text, in its order. Never raises."""
    return _Reading(text).read()


def _roman(word: str) -> int:
    """The value of a Roman numeral below forty; 0 for any other word."""
    if not word or not _ROMAN.fullmatch(word):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in word]
    after = [*values[1:], 0]
    return sum(-value if value < next_value else value for value, next_value in zip(values, after, strict=True))


class _Reading:
    """One text being read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] = [
            replace(token, text=token.text.casefold()) if token.kind == "word" else token for token in tokens(text)
        ]
        self._found: list[Quantity] = []

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        readers = (
            self._month, self._weekday, self._percent, self._decade, self._many, self._cardinal, self._ordinal,
            self._figure, self._word,
        )  # fmt: skip
        while place < len(self._tokens):
            for reader in readers:
                after = reader(place)
                if after > place:
                    place = after
                    break
            else:
                place += 1
        return tuple(_share_scales(self._found, self._text))

    def _word_at(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _kind(self, place: int) -> str:
        return self._tokens[place].kind if 0 <= place < len(self._tokens) else ""

    def _joined(self, place: int) -> bool:
        return place < len(self._tokens) and self._tokens[place].joined

    def _past_hyphen(self, place: int) -> int:
        return place + 1 if self._word_at(place) in ("-", "‑", "–") else place

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
        value = MONTHS.get(token.text) if token.kind == "word" else None
        if not value or not self._text[token.start].isupper():
            return place
        certain = len(token.text) > 3
        if token.text in ("may", "march"):
            beside = "number" in (self._kind(place - 1), self._kind(place + 1)) or self._word_at(place - 1) in BEFORE_MONTH
            certain = beside or self._word_at(place - 1) in _SUFFIX
        if self._capital(place + 1):  # June Almeida
            certain = False
        return self._add(place, place + 1, {("month", Fraction(value))}, certain=certain)

    def _capital(self, place: int) -> bool:
        """Whether a word with a capital letter stands at ``place`` that is no month or day."""
        if self._kind(place) != "word" or self._word_at(place) in MONTHS | WEEKDAYS:
            return False
        return self._text[self._tokens[place].start].isupper()

    def _named(self, place: int) -> bool:
        """Whether the word at ``place`` is part of a name ("Six Flags"): it has a capital, though no sentence begins."""
        return place > 0 and self._capital(place) and self._kind(place - 1) != "mark"

    def _weekday(self, place: int) -> int:
        token = self._tokens[place]
        if token.kind != "word" or token.text not in WEEKDAYS or not self._text[token.start].isupper():
            return place
        return self._add(place, place + 1, {("day", Fraction(WEEKDAYS[token.text]))})

    def _percent(self, place: int) -> int:
        word = self._word_at(place)
        after = place + 1 if word in PERCENT else place
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
        elif token.kind == "word" and token.text in DECADES:
            value, after = Fraction(DECADES[token.text] * 10), place + 1
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

    def _century_after(self, place: int) -> tuple[int, int]:
        if self._word_at(place) != "of" or self._word_at(place + 1) != "the":
            return 0, place
        if self._word_at(place + 2) in ("last", "past") and self._word_at(place + 3) == "century":
            return 20, place + 4
        value = self._ordinal_value(place + 2)
        if value and self._word_at(self._past_hyphen(value[1])) == "century":
            return value[0], self._past_hyphen(value[1]) + 1
        return 0, place

    def _many(self, place: int) -> int:
        value = MANY.get(self._word_at(place))
        after = place + 1
        if self._word_at(place) in SCALES | {"hundred": 100} and self._word_at(place - 1) in VAGUE:
            value = MANY.get(self._word_at(place) + "s")
        if not value or (self._found and self._found[-1].end == self._tokens[place].start):
            return place
        while self._word_at(after) == "of" and self._word_at(after + 1) in MANY:
            value, after = value * MANY[self._word_at(after + 1)], after + 2
        return self._add(place, after, {("many", Fraction(value))}, certain=value > 10)

    def _below_hundred(self, place: int) -> tuple[int, int] | None:
        word = self._word_at(place)
        if word in TENS:
            unit = self._past_hyphen(place + 1)
            if UNITS.get(self._word_at(unit), 10) < 10:
                return TENS[word] + UNITS[self._word_at(unit)], unit + 1
            return TENS[word], place + 1
        return (UNITS[word], place + 1) if word in UNITS else None

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
            scale = SCALES.get(self._word_at(after), 0)
            if scale < 1000 or self._word_at(after) in LETTER_SCALES or self._word_at(after) in MANY:
                return None
            return (Fraction(scale, 2 if self._word_at(place) == "half" else 4),), scale, after + 1
        else:
            group = self._group(place)
            if not group:
                return None
            values, after = (group[0],), group[1]
        scale_place = after + 1 if self._word_at(after) == "+" else self._past_hyphen(after)
        scale = SCALES.get(self._word_at(scale_place), 0)
        if self._word_at(scale_place) in LETTER_SCALES and not (
            self._kind(place) == "number" and self._joined(scale_place) and (self._word_at(scale_place) != "m" or self._money(place))
        ):
            scale = 0
        if scale:
            further = SCALES.get(self._word_at(scale_place + 1), 0)
            if further > scale and self._word_at(scale_place + 1) not in LETTER_SCALES:
                scale, scale_place = scale * further, scale_place + 1
            return tuple(value * scale for value in values), scale, scale_place + 1
        return values, 1, after

    def _money(self, place: int) -> bool:
        return self._word_at(place - 1) in ("$", "€", "£")

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
        fraction = self._denominator(after)
        if fraction and scale == 1 and total[0].denominator == 1 and total[0] < 10:
            return self._add(place, fraction[1], {number(total[0] / fraction[0])}, written(total[0] / fraction[0]))
        keys = {number(value) for value in total}
        half = self._and_a_fraction(after)
        if half and scale >= 1:
            extra = half[0] * (scale if len(parts) == 1 else 1)
            whole = self._part(place, after, total)
            rest = self._part(half[1] - 1, half[1], (half[0],))
            return self._add(place, half[1], {number(total[0] + extra)}, written(total[0] + extra), parts=(whole, rest), scale=scale)
        if self._word_at(self._past_hyphen(after)) in ("decade", "decades"):
            keys.add(number(total[0] * 10))
        if self._word_at(after) in ("dozen", "dozens"):
            return self._add(place, after + 1, {number(total[0] * 12)}, str(total[0] * 12))
        if self._word_at(after) in ("am", "pm", "a", "p", "o") and total[0] <= 12:
            keys.add(time_key(int(total[0]), 0))
        certain = scale > 1 or total[0] > 2 or self._word_at(after) in PERCENT
        if total[0] == 2 and self._word_at(self._past_hyphen(after)) in TIME_UNITS:
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
        parts = (self._part(place, first[1], (Fraction(first[0]),)), self._part(first[1], second[1], (Fraction(second[0]),)))
        return first[0] * 100 + second[0], second[1], parts

    def _denominator(self, place: int) -> tuple[int, int] | None:
        """The thirds of "two thirds" or "one-third"."""
        after = self._past_hyphen(place)
        word = self._word_at(after)
        value = FRACTIONS.get(word) or FRACTIONS.get(word.removesuffix("s"))
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

    def _part(self, first: int, after: int, values: tuple[Fraction, ...]) -> Quantity:
        keys = frozenset(map(number, values))
        return Quantity(self._tokens[first].start, self._tokens[after - 1].end, keys, written(values[0]))

    def _ordinal_value(self, place: int) -> tuple[int, int] | None:
        word = self._word_at(place)
        if self._kind(place) == "number" and self._word_at(place + 1) in _SUFFIX and self._joined(place + 1):
            value = readings(self._tokens[place])[0]
            return (int(value), place + 2) if value.denominator == 1 else None
        if word in ORDINALS:
            return ORDINALS[word], place + 1
        if word in TENTHS:
            return TENTHS[word], place + 1
        unit = self._past_hyphen(place + 1)
        if word in TENS and ORDINALS.get(self._word_at(unit), 10) < 10:
            return TENS[word] + ORDINALS[self._word_at(unit)], unit + 1
        return None

    def _ordinal(self, place: int) -> int:
        value = self._ordinal_value(place)
        if value:
            keys = {number(value[0]), ("century", Fraction(value[0]))}
            word = self._word_at(place)
            if word in FRACTIONS:
                keys.add(number(Fraction(1, FRACTIONS[word])))
            loose = word in ("first", "second") or self._named(place) or self._word_at(value[1]) in ("party", "parties")
            return self._add(place, value[1], keys, str(value[0]), certain=not loose)
        word = self._word_at(place)
        single = FRACTIONS.get(word) or FRACTIONS.get(word.removesuffix("s"))
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
        if "century" in (self._word_at(place - 1), self._word_at(place - 2)) and self._word_at(place - 1) in ("the", "century"):
            keys |= {("century", value) for value in numbers}
        after = self._word_at(place + 1)
        if after in ("am", "pm", "a", "p", "o", "hours") or self._word_at(place - 1) == "at":
            keys |= {time_key(int(value), 0) for value in numbers if value.denominator == 1 and 0 <= value <= 24}
        if after in ("utc", "gmt", "hours", "hrs", "local") and token.kind == "number" and len(token.text) == 4 and int(token.text[:2]) < 25:
            keys.add(time_key(int(token.text[:2]), int(token.text[2:])))
        if after in ("decades", "decade"):
            keys |= {number(value * 10) for value in numbers}
        half = self._and_a_fraction(place + 1)
        if half and token.kind == "number":
            whole = replace(quantity, keys=frozenset(keys))
            total = {number(value + half[0]) for value in numbers}
            return self._add(place, half[1], total, parts=(whole, self._part(half[1] - 1, half[1], (half[0],))))
        self._found.append(replace(quantity, keys=frozenset(keys), certain=certain))
        return self._spaced(place)

    def _spaced(self, place: int) -> int:
        """Where the figure at ``place`` ends: "10 000", and "300, 948" as some models write it, are one number too."""
        after = place + 1
        digits = self._word_at(place)
        while True:
            rest = after + (self._word_at(after) == ",")
            tail = self._word_at(rest)
            if self._kind(rest) != "number" or not re.fullmatch(r"\d{3}", tail) or not re.fullmatch(r"\d{1,3}|[\d ]+", digits):
                break
            digits += " " + tail
            after = rest + 1
        if after > place + 1 and self._kind(place) == "number":
            first = self._found.pop()
            places = range(place + 1, after)
            others = [figure(self._tokens[other]) for other in places if self._kind(other) == "number"]
            value = digits.replace(" ", "")
            parts = (first, *(other for other in others if other))
            return self._add(place, after, {number(int(value))}, value, parts=parts)
        return place + 1

    def _word(self, place: int) -> int:
        token = self._tokens[place]
        if token.kind != "word":
            return place
        if token.text in GROUPS:
            value = GROUPS[token.text]
            return self._add(place, place + 1, {number(value), number(value * 10)} if token.text == "decade" else {number(value)}, certain=False)
        written_word = self._text[token.start : token.end]
        value = _roman(written_word.removeprefix("WW") if written_word.startswith("WW") else written_word)
        if value:
            return self._add(place, place + 1, {number(value), ("century", Fraction(value))}, certain=False)
        for beginning, part in (("semi", 2), ("hemi", 2), ("quarter", 4), ("half", 2), ("halv", 2)):
            if token.text.startswith(beginning):
                return self._add(place, place + 1, {number(Fraction(1, part))}, certain=False)
        return place


def _share_scales(found: list[Quantity], text: str) -> list[Quantity]:
    """The quantities, where "2 to 3 million" gives its first number the second one's scale too."""
    shared = list(found)
    for place in range(len(shared) - 1):
        first, second = shared[place], shared[place + 1]
        if second.scale > 1 and first.scale == 1 and text[first.end : second.start].strip() in _BETWEEN:
            numbers = {number(key[1] * second.scale) for key in first.keys if key[0] == "n"}
            shared[place] = replace(first, keys=first.keys | numbers)
    return shared
