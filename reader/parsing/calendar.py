"""The words of date lines: months in every tradition, weekdays, zones, labels, and the places that stand beside dates.

Everything is kept folded (see ``reader.arabic.folding``), so one entry stands for all its spellings.
"""

from __future__ import annotations

from reader.arabic.folding import fold
from reader.parsing.vocabulary import phrases

GREGORIAN_MONTHS: dict[str, int] = {
    fold(name): number
    for number, names in enumerate(
        (
            "يناير|كانون الثاني|كانون ثاني|جانفي|january|jan",
            "فبراير|شباط|فيفري|يبراير|february|feb",
            "مارس|آذار|march|mar",
            "أبريل|إبريل|نيسان|أفريل|april|apr",
            "مايو|أيار|ماي|may",
            "يونيو|يونيه|حزيران|جوان|june|jun",
            "يوليو|يوليه|تموز|جويلية|يوليوز|july|jul",
            "أغسطس|آب|أوت|غشت|august|aug",
            "سبتمبر|أيلول|شتنبر|september|sept|sep",
            "أكتوبر|تشرين الأول|تشرين أول|october|oct",
            "نوفمبر|تشرين الثاني|تشرين ثاني|نونبر|november|nov",
            "ديسمبر|كانون الأول|كانون أول|دجنبر|december|dec",
        ),
        start=1,
    )
    for name in names.split("|")
}
"""Month names of the Levant, of Egypt and the Gulf, of the Maghreb, and English, to their numbers."""

HIJRI_MONTHS = phrases("""
    محرم
    المحرم
    صفر
    ربيع الأول
    ربيع الآخر
    ربيع الثاني
    جمادى الأولى
    جمادى الأول
    جمادى الآخرة
    جمادى الثانية
    رجب
    شعبان
    رمضان
    شوال
    ذو القعدة
    ذي القعدة
    ذو الحجة
    ذي الحجة""")

WEEKDAYS = phrases("""
    السبت
    الأحد
    الإثنين
    الاثنين
    الثلاثاء
    الأربعاء
    الخميس
    الجمعة
    saturday
    sunday
    monday
    tuesday
    wednesday
    thursday
    friday
    sat
    sun
    mon
    tue
    wed
    thu
    fri""")

ZONES: dict[str, str] = {
    fold(name): zone
    for names, zone in (
        ("غرينتش|جرينتش|غرينيتش|جرينيتش|غرينتش العالمي|العالمي", "UTC"),
        ("دمشق|سوريا", "Asia/Damascus"),
        ("بيروت|لبنان", "Asia/Beirut"),
        ("القدس|القدس المحتلة", "Asia/Jerusalem"),
        ("فلسطين|رام الله", "Asia/Hebron"),
        ("غزة", "Asia/Gaza"),
        ("عمان الأردن|الأردن|عمّان", "Asia/Amman"),
        ("مكة المكرمة|مكة|السعودية|الرياض", "Asia/Riyadh"),
        ("بغداد|العراق", "Asia/Baghdad"),
        ("القاهرة|مصر", "Africa/Cairo"),
        ("الدوحة|قطر", "Asia/Qatar"),
        ("أبوظبي|أبو ظبي|الإمارات|دبي", "Asia/Dubai"),
        ("مسقط|سلطنة عمان", "Asia/Muscat"),
        ("الكويت", "Asia/Kuwait"),
        ("المنامة|البحرين", "Asia/Bahrain"),
        ("صنعاء|عدن|اليمن", "Asia/Aden"),
        ("الخرطوم|السودان", "Africa/Khartoum"),
        ("طرابلس|ليبيا", "Africa/Tripoli"),
        ("تونس", "Africa/Tunis"),
        ("الجزائر", "Africa/Algiers"),
        ("الرباط|المغرب", "Africa/Casablanca"),
        ("نواكشوط|موريتانيا", "Africa/Nouakchott"),
        ("إسطنبول|اسطنبول|أنقرة|تركيا", "Europe/Istanbul"),
        ("طهران|إيران", "Asia/Tehran"),
        ("لندن", "Europe/London"),
        ("باريس", "Europe/Paris"),
        ("برلين", "Europe/Berlin"),
        ("موسكو", "Europe/Moscow"),
        ("واشنطن|نيويورك", "America/New_York"),
    )
    for name in names.split("|")
}
"""What may follow "بتوقيت", to the zone's name in the tz database."""

DATE_LABELS = phrases("""
    تاريخ النشر
    تاريخ الإصدار
    نشر في
    نشر بتاريخ
    نشرت في
    نشر يوم
    نشر الساعة
    تم النشر في
    تم النشر
    النشر
    نشر
    بتاريخ
    التاريخ
    في تاريخ
    الساعة
    الساعه
    يوم
    الموافق
    الموافق ل
    published on
    published
    posted on
    date
    at
    on""")
UPDATE_LABELS = phrases("""
    آخر تحديث
    اخر تحديث في
    تاريخ التحديث
    تم التحديث في
    تم التحديث
    حدث في
    حدثت في
    تحديث
    last updated
    updated on
    updated""")
RELATIVE = fold(
    r"(?<!\w)(?:قبل|منذ)\s+(?:\d+\s+|نحو\s+|حوالي\s+|بضع\s+|عدة\s+)*"
    r"(?:ثانية|ثواني|ثوان|لحظات|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يوما|يومين|أيام|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر|شهور|"
    r"سنة|سنتين|سنوات|عام|عامين|أعوام|قليل)(?!\w)"
    r"|(?<!\w)(?:أمس|اليوم)(?=\s*[،,|-]?\s*(?:الساعة\s*)?\d)|^(?:أمس|اليوم|الآن)$"
    r"|(?<!\w)(?:yesterday|today) at(?!\w)"
    r"|(?<!\w)\d+ (?:minutes?|hours?|days?|weeks?|months?) ago(?!\w)"
)
"""A pattern for times that are counted from now, and so name no date once a page is copied."""

PLACES = phrases("""
    دمشق
    حلب
    حمص
    حماة
    إدلب
    درعا
    الرقة
    دير الزور
    الحسكة
    اللاذقية
    طرطوس
    السويداء
    القنيطرة
    القامشلي
    عين العرب
    تدمر
    منبج
    الباب
    عفرين
    إعزاز
    كوباني
    بيروت
    طرابلس
    صيدا
    صور
    بعلبك
    القدس
    القدس المحتلة
    غزة
    رام الله
    نابلس
    الخليل
    جنين
    الناصرة
    حيفا
    تل أبيب
    عمان
    إربد
    الزرقاء
    العقبة
    بغداد
    البصرة
    الموصل
    أربيل
    كركوك
    النجف
    كربلاء
    السليمانية
    الرياض
    جدة
    مكة
    مكة المكرمة
    المدينة المنورة
    الدمام
    الدوحة
    أبوظبي
    أبو ظبي
    دبي
    الشارقة
    مسقط
    الكويت
    المنامة
    صنعاء
    عدن
    تعز
    الحديدة
    مأرب
    أبها
    تبوك
    حائل
    جازان
    نجران
    بريدة
    الطائف
    الأحساء
    رأس الخيمة
    الفجيرة
    العين
    صلالة
    إب
    حضرموت
    المكلا
    الأنبار
    الرمادي
    الفلوجة
    السماوة
    العمارة
    ديالى
    دهوك
    حلبجة
    طولكرم
    قلقيلية
    أريحا
    خان يونس
    رفح
    بيت لحم
    عكا
    زحلة
    النبطية
    البقاع
    القاهرة
    الإسكندرية
    الجيزة
    بورسعيد
    الأقصر
    المنصورة
    طنطا
    أسيوط
    سوهاج
    المنيا
    السويس
    أسوان
    الخرطوم
    أم درمان
    الفاشر
    كسلا
    مدني
    سبها
    طبرق
    سوسة
    القيروان
    عنابة
    سطيف
    تلمسان
    أكادير
    مكناس
    وجدة
    تطوان
    بورتسودان
    بنغازي
    مصراتة
    تونس
    صفاقس
    الجزائر
    وهران
    قسنطينة
    الرباط
    الدار البيضاء
    مراكش
    فاس
    طنجة
    نواكشوط
    مقديشو
    جيبوتي
    إسطنبول
    أنقرة
    غازي عنتاب
    طهران
    موسكو
    كييف
    واشنطن
    نيويورك
    لندن
    باريس
    برلين
    جنيف
    فيينا
    بروكسل
    روما
    مدريد
    أثينا
    ستوكهولم
    بكين
    طوكيو
    نيودلهي
    إسلام أباد
    كابل
    كابول
    سوريا
    لبنان
    فلسطين
    الأردن
    العراق
    السعودية
    قطر
    الإمارات
    البحرين
    اليمن
    مصر
    السودان
    ليبيا
    المغرب
    موريتانيا
    تركيا
    إيران
    روسيا""")
"""Cities and countries that stand on date lines, to tell a place from a reporter's name beside a date."""
