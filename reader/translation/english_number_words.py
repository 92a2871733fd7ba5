"""The English words that carry values: cardinals, ordinals, fractions, scales, months, weekdays."""

from __future__ import annotations


def _table(text: str, first: int = 0) -> dict[str, int]:
    return {word: value for value, words in enumerate(text.split(), start=first) for word in words.split("|")}


UNITS = _table("one two three four five six seven eight nine ten eleven twelve thirteen fourteen|forteen fifteen "
               "sixteen seventeen eighteen nineteen", 1)  # fmt: skip
TENS = {
    word: value * 10
    for word, value in _table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 2).items()
}
ORDINALS = _table("first second third fourth fifth sixth seventh eighth ninth|nineth tenth eleventh twelfth|twelveth "
                  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1)  # fmt: skip
TENTHS = {
    word: value * 10
    for word, value in _table(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 2
    ).items()
}
SCALES = {
    word: value
    for value, words in (
        (1000, "thousand|thousands|k"), (10**6, "million|millions|mln|mn|m"),
        (10**9, "billion|billions|bln|bn|milliard"), (10**12, "trillion|trillions|tn"),
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
BEFORE_MONTH = frozenset(
    "in of on since until till from to through between and early late mid by during last next this".split()
)
WEEKDAYS = _table("monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays "
                  "saturday|saturdays sunday|sundays")  # fmt: skip
GROUPS = {
    word: int(line.split()[0])
    for line in """
        0 zero nil no
        1 one once single sole only alone a an firstly
        2 two both couple pair pairs twice double doubles doubled twofold dual bilateral twin twins either neither
        2 secondly seconds bi binary
        3 triple tripled threefold trilateral triangular trio thrice treble tri thirdly trilogy triplets trimester
        3 trimesters
        4 quadruple quadrupled fourfold quadrilateral quartet quad
        5 quintuple fivefold pentagon quintet
        6 sextuple sixfold hexagonal
        7 sevenfold
        8 eightfold octagonal
        10 tenfold decade
        12 dozen noon midday midnight
        14 fortnight
        20 score
        100 century centennial centenary hundredfold
        1000 millennium millennia""".strip().splitlines()
    for word in line.split()[1:]
}
"""Words that answer for a value of the Arabic but are not missed there."""

TIME_UNITS = frozenset(
    "years months weeks days hours decades centuries year month week day hour decade century".split()
)
"""Units whose duals Arabic writes in full: "two" before them is a value, before other nouns any dual may mean it."""

PERCENT = frozenset({"%", "٪", "percent", "percentage", "percentages", "pct"})

SUFFIX = frozenset({"st", "nd", "rd", "th"})
"""What an ordinal in figures ends in."""

TELLING = frozenset().union(
    UNITS, TENS, ORDINALS, TENTHS, SCALES, MANY, FRACTIONS, (word + "s" for word in FRACTIONS), DECADES, MONTHS,
    WEEKDAYS, GROUPS, PERCENT, ("hundred", "per", "in", "of", "other"),
)  # fmt: skip
"""All words at which a value can begin, besides Roman numerals and the beginnings below."""

PART_BEGINNINGS = (
    ("semi", 2), ("hemi", 2), ("quarter", 4), ("half", 2), ("halv", 2), ("radius", 2), ("radii", 2),
)  # fmt: skip
"""What a word begins with that names a part of something ("semi-final"; a radius is half a diameter in Arabic)."""
