"""Spells whole numbers as Arabic and English texts write them: what the tests of the number check read back."""

from __future__ import annotations

UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "أحد عشر", "اثنا عشر"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    "", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة",
]  # fmt: skip
SCALES = [
    (10**9, "مليار", "ملياران", "مليارات", "مليارا"), (10**6, "مليون", "مليونان", "ملايين", "مليونا"),
    (1000, "ألف", "ألفان", "آلاف", "ألفا"),
]  # fmt: skip
ENGLISH_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
ENGLISH_TENS = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
EASTERN = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")


def _arabic_below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [HUNDREDS[hundreds]] if hundreds else []
    if 0 < rest < len(UNITS):
        parts.append(UNITS[rest])
    elif 0 < rest < 20:
        parts.append(UNITS[rest - 10] + " عشر")
    elif rest:
        tens, unit = divmod(rest, 10)
        parts += [UNITS[unit]] if unit else []
        parts.append(TENS[tens])
    return " و".join(parts)


def arabic_words(value: int) -> str:
    """The number in Arabic words, from 1 to below 10**12."""
    parts = []
    for scale, one, two, few, many in SCALES:
        count, value = divmod(value, scale)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            noun = few if 3 <= count <= 10 else one if count % 100 < 3 else many
            parts.append(f"{_arabic_below_thousand(count)} {noun}")
    if value:
        parts.append(_arabic_below_thousand(value))
    return " و".join(parts)


def _english_below_thousand(value: int, joint: str) -> str:
    hundreds, rest = divmod(value, 100)
    words = [f"{ENGLISH_UNITS[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, unit = divmod(rest, 10)
        word = ENGLISH_UNITS[rest] if rest < 20 else ENGLISH_TENS[tens] + (f"-{ENGLISH_UNITS[unit]}" if unit else "")
        words.append(word)
    return joint.join(words)


def english_words(value: int, joint: str = " and ") -> str:
    """The number in English words, from 1 to below 10**12; ``joint`` stands after the hundreds."""
    words = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (1, "")):
        count, value = divmod(value, scale)
        if count:
            words.append(f"{_english_below_thousand(count, joint)} {name}".strip())
    return " ".join(words)


def arabic_forms(value: int) -> list[str]:
    """The ways an Arabic text writes the number."""
    forms = [
        str(value),
        f"{value:,}",
        str(value).translate(EASTERN),
        f"{value:,}".translate(EASTERN),
        arabic_words(value),
    ]
    if value >= 1_000_000 and value % 100_000 == 0:
        forms.append(f"{value / 1_000_000:g} مليون".replace(".", "٫"))
    if value >= 1000 and value % 1000 == 0 and value < 10**6:
        forms.append(f"{value // 1000} ألف")
    return forms


def english_forms(value: int) -> list[str]:
    """The ways an English text writes the number."""
    forms = [str(value), f"{value:,}", english_words(value), english_words(value, " ")]
    if value >= 1_000_000 and value % 100_000 == 0:
        forms.append(f"{value / 1_000_000:g} million")
    return forms
