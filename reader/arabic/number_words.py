"""The Arabic words that carry values: cardinals, ordinals, fractions, scales, months of every tradition, weekdays."""

from __future__ import annotations

import re
from fractions import Fraction

_MARKS = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]")
_SEATS = str.maketrans("أإآٱىةیک", "اااايهيك")


def plain(word: str) -> str:
    """The word without vowels and tatweel, alef without its hamza, ى as ي, ة as ه; ئ and ؤ stay, since مئتا (two
    hundred) is not ميتا (Meta)."""
    return _MARKS.sub("", word).translate(_SEATS)


def _table(text: str) -> dict[str, int]:
    """Lines of "value word|word|word" as words to values."""
    table = {}
    for line in text.strip().splitlines():
        value, _, words = line.strip().partition(" ")
        table.update({plain(word): int(value) for word in words.split("|")})
    return table


UNITS = _table("""
    2 اثنان|اثنين|اثنتان|اثنتين|إثنان|إثنين
    3 ثلاث|ثلاثة|ثلاثا
    4 أربع|أربعة|أربعا
    5 خمس|خمسة|خمسا
    6 ست|ستة
    7 سبع|سبعة
    8 ثمان|ثماني|ثمانية|ثمانيا
    9 تسع|تسعة
    10 عشر|عشرة""")
TEEN_UNITS = UNITS | _table("""
    1 أحد|إحدى
    2 اثنا|اثني|اثنتا|اثنتي|إثنا|إثني|إثنتا|إثنتي""")
TENS = _table("""
    20 عشرون|عشرين
    30 ثلاثون|ثلاثين
    40 أربعون|أربعين
    50 خمسون|خمسين
    60 ستون|ستين
    70 سبعون|سبعين
    80 ثمانون|ثمانين
    90 تسعون|تسعين""")
HUNDRED = _table("""
    100 مئة|مائة|مية
    200 مئتان|مئتين|مئتا|مئتي|مائتان|مائتين|مائتا|مائتي""") | {
    plain(unit + hundred): value * 100
    for unit, value in (
        ("ثلاث", 3), ("أربع", 4), ("خمس", 5), ("ست", 6), ("سبع", 7), ("ثمان", 8), ("ثماني", 8), ("تسع", 9),
    )
    for hundred in ("مئة", "مائة")
}  # fmt: skip
ONES = _table("""
    1 واحد|واحدة|واحدا|إحدى""")
"""One, only where it stands before another number word (واحد وعشرون) or a per cent."""

SCALES = _table("""
    1000 ألف|ألفا|آلاف|الاف
    1000000 مليون|مليونا|ملايين
    1000000000 مليار|مليارا|مليارات|بليون|بليونا|بلايين
    1000000000000 تريليون|تريليونا|تريليونات|ترليون""")
DUAL_SCALES = _table("""
    1000 ألفان|ألفين|ألفي|ألفا
    1000000 مليونان|مليونين|مليوني
    1000000000 ملياران|مليارين|ملياري
    1000000000000 تريليونان|تريليونين""")
MANY = _table("""
    10 عشرات
    100 مئات|مائات
    1000 آلاف|ألوف
    1000000 ملايين
    1000000000 مليارات|بلايين
    1000000000000 تريليونات""")
ORDINALS = _table("""
    1 أول|أولى|أولي|حادي|حادية
    2 ثاني|ثان|ثانية|ثانيا
    3 ثالث|ثالثة|ثالثا
    4 رابع|رابعة|رابعا
    5 خامس|خامسة|خامسا
    6 سادس|سادسة|سادسا
    7 سابع|سابعة|سابعا
    8 ثامن|ثامنة|ثامنا
    9 تاسع|تاسعة|تاسعا
    10 عاشر|عاشرة|عاشرا""")
HOURS = {word: value for word, value in ORDINALS.items() if word.endswith("ه")}
"""The ordinals that name hours: الثامنة والنصف is half past eight without a word for hour."""

FRACTIONS: dict[str, Fraction] = {
    plain(word): Fraction(value)
    for value, words in (
        ("1/2", "نصف"), ("1/3", "ثلث"), ("1/4", "ربع"), ("1/6", "سدس"), ("2/3", "ثلثا|ثلثي|ثلثان|ثلثين"),
        ("2/5", "خمسا|خمسي|خمسان"),
    )
    for word in words.split("|")
}  # fmt: skip
UNIT_FRACTIONS = {"خمس": 5, "سبع": 7, "ثمن": 8, "تسع": 9, "عشر": 10}
"""Fractions that, without vowels, are also something else; with a pronoun (خمسهم) or an article they are fractions."""
FRACTION_PLURALS = _table("""
    3 أثلاث
    4 أرباع
    5 أخماس
    6 أسداس
    7 أسباع
    8 أثمان
    9 أتساع
    10 أعشار""")
FRACTION_PLURALS |= {word + owner: value for word, value in FRACTION_PLURALS.items() for owner in ("ها", "هم", "ه")}

DECADES = {plain(word + ending): value for value, word in (
    (20, "عشريني"), (30, "ثلاثيني"), (40, "أربعيني"), (50, "خمسيني"), (60, "ستيني"), (70, "سبعيني"),
    (80, "ثمانيني"), (90, "تسعيني"),
) for ending in ("ات",)} | {plain(word): value for value, word in (
    (20, "عشرينات"), (30, "ثلاثينات"), (40, "أربعينات"), (50, "خمسينات"), (60, "ستينات"), (70, "سبعينات"),
    (80, "ثمانينات"), (90, "تسعينات"),
)}  # fmt: skip
DUALS = _table("""
    2 سنتين|سنتان|عامين|عامان|شهرين|شهران|أسبوعين|أسبوعان|يومين|يومان|ساعتين|ساعتان|دقيقتين|دقيقتان|ثانيتين
    2 قرنين|ليلتين|مرتين|كيلومترين|مترين|دولارين|طنين""")
"""Duals of units of time and measure: a value in a word that has no numeral in it."""

GROUPS = _table("""
    2 زوج|زوجان|زوجين|كلا|كلتا|كلتي|كلاهما|كليهما|كلتاهما|ضعف|ضعفي|ضعفين|ثنائي|ثنائية|مزدوج|مزدوجة|مثنى
    2 عامي|سنتي|يومي|شهري|ساعتي|أسبوعي|قرني|عقدي
    3 ثلاثي|ثلاثية|ثلاثتهم
    4 رباعي|رباعية|أربعتهم
    5 خماسي|خماسية
    6 سداسي|سداسية
    7 سباعي|سباعية
    8 ثماني
    10 عقد
    12 دزينة
    20 عقدين|عقدان
    100 قرن
    1 واحد|واحدة|أحد|إحدى|مفرد|وحيد|وحيدة
    0 صفر""")
"""Words that hold a number without counting: enough to answer for one, too little to miss one."""

MONTHS = _table("""
    1 يناير|جانفي|كانون الثاني|كانون ثاني
    2 فبراير|شباط|فيفري
    3 مارس|آذار
    4 أبريل|إبريل|نيسان|أفريل
    5 مايو|أيار|ماي
    6 يونيو|يونيه|حزيران|جوان
    7 يوليو|يوليه|تموز|جويلية|يوليوز
    8 أغسطس|آب|أوت|غشت
    9 سبتمبر|أيلول|شتنبر
    10 أكتوبر|تشرين الأول|تشرين أول
    11 نوفمبر|تشرين الثاني|تشرين ثاني|نونبر
    12 ديسمبر|ديسيمبر|كانون الأول|كانون أول|دجنبر""")
DOUBTFUL_MONTHS = frozenset(map(plain, ("مارس", "مايو", "آب", "ماي", "أوت", "جوان", "نيسان", "شباط")))
"""Months that are other words too (he practised, father, Nissan), believed beside a figure or after "in"."""

HIJRI_PAIRS = frozenset(map(plain, ("ربيع", "جمادى")))
"""Months of which there are two: the ordinal after them counts nothing."""

WEEKDAYS = _table("""
    0 اثنين|إثنين
    1 ثلاثاء
    2 أربعاء
    3 خميس
    4 جمعة
    5 سبت
    6 أحد""")
SURE_WEEKDAYS = frozenset({"ثلاثاء", "اربعاء"})
SINGLE_UNITS = frozenset(
    map(plain, "ساعة|سنة|عام|عاما|شهر|شهرا|يوم|يوما|أسبوع|أسبوعا|دقيقة|قرن|متر|كيلومتر|ميل|مرة".split("|"))
)
"""Units after which "and a half" makes one and a half."""

BEFORE_WEEKDAY = frozenset(
    map(plain, "يوم|مساء|صباح|ليلة|ليل|فجر|أمس|اليوم|غدا|ظهر|عصر|يومي|يوما|منذ|حتى|نهار".split("|"))
)
BEFORE_MONTH = frozenset(
    map(plain, "في|شهر|شهري|منذ|حتى|من|خلال|بين|نهاية|بداية|مطلع|أواخر|أوائل|منتصف|إلى".split("|"))
)
BEFORE_VERB = frozenset(map(plain, "الذي|التي|الذين|قد|وقد|لقد|كما|حيث|والذي|والتي".split("|")))
"""Words after which ألف is a verb."""

PERCENT = frozenset(map(plain, ("بالمئة", "بالمائة", "بالمية")))
HUNDRED_OF = frozenset(map(plain, ("المئة", "المائة")))
RATE = frozenset(map(plain, ("نسبة", "بنسبة", "نسبته", "مئوية", "النسبة", "نسب")))
MORNING = frozenset(map(plain, ("صباحا", "مساء", "مساءا", "ظهرا", "فجرا", "ليلا", "عصرا")))

TELLING = frozenset().union(
    UNITS, TEEN_UNITS, TENS, HUNDRED, ONES, SCALES, DUAL_SCALES, MANY, ORDINALS, FRACTIONS, UNIT_FRACTIONS, DECADES,
    DUALS, GROUPS, WEEKDAYS, HIJRI_PAIRS, PERCENT, RATE, {name.partition(" ")[0] for name in MONTHS},
    {"قرن", "قرنين", "قرنان", "قرون", "في", "ب", "من"},
    {part + owner for part in (*FRACTIONS, "خمس", "سبع", "تسع") for owner in ("هم", "ها", "هن", "هما", "ه")},
)  # fmt: skip
"""All words at which a value can begin."""
