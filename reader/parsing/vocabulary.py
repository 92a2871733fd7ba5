"""The words that news pages are furnished with: what their buttons, labels, agencies and calendars are called.

Everything is kept folded (see ``reader.arabic.folding``), so one entry stands for all its spellings.
"""

from __future__ import annotations

from reader.arabic.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(fold(line).strip() for line in text.strip().splitlines())


GLUE = _words("على عبر في من هذا هذه الخبر المقال الصفحة الموضوع مع و او إلى الى عن the this on via to by and all")
"""Words that say nothing for or against furniture."""

WIDGET_WORDS: dict[str, frozenset[str]] = {
    "font widget": _words("حجم الخط خط تكبير تصغير كبر صغر font size text aa"),
    "share button": _words(
        "شارك شاركنا مشاركة شاركها شاركه انشر غرد تغريد فيسبوك فايسبوك تويتر واتساب واتس اب تلغرام تليغرام تيليغرام "
        "تلجرام انستغرام انستقرام لينكدان لينكدإن بنترست ماسنجر مسنجر سناب شات يوتيوب تيك توك ريديت اكس نسخ الرابط "
        "رابط طباعة اطبع ارسل إرسال بريد البريد الإلكتروني ايميل حفظ المفضلة استمع "
        "share tweet facebook twitter whatsapp telegram instagram linkedin pinterest messenger reddit youtube tiktok x "
        "copy link print email mail save"
    ),
    "advert": _words("إعلان إعلانات ممول ممولة برعاية advertisement advertisements advert ad ads sponsored"),
    "menu": _words(
        "الرئيسية القائمة بحث ابحث البحث تسجيل الدخول دخول تخطي المحتوى قائمة القوائم إغلاق فتح السابق التالي عودة "
        "رجوع الأعلى أعلى مباشر البث المباشر عربي عربية العربية english français türkçe kurdî "
        "home menu search login sign in skip content close open next previous back top live"
    ),
    "picture's stand-in": _words(
        "icon icons image images logo picture photo avatar thumbnail صورة شعار أيقونة play video فيديو"
    ),
}
"""For each reason the words that, alone or among themselves, make a line furniture."""

WIDGET_PHRASES: dict[str, tuple[str, ...]] = {
    "font widget": _phrases("""
        حجم الخط
        تكبير الخط
        تصغير الخط
        تغيير حجم الخط
        font size"""),
    "share button": _phrases("""
        شارك الخبر
        شارك المقال
        شارك هذا
        شارك على
        شارك عبر
        شاركها
        شاركنا رأيك
        نسخ الرابط
        تم نسخ الرابط
        انسخ الرابط
        أرسل إلى صديق
        share this
        pin it
        copy link"""),
    "reading time": _phrases("""
        مدة القراءة
        وقت القراءة
        زمن القراءة
        للقراءة
        دقائق قراءة
        دقيقة قراءة
        قراءة في دقيقة
        min read
        minute read
        minutes read
        reading time"""),
    "counter": _phrases("""
        عدد المشاهدات
        عدد القراءات
        عدد الزيارات
        عدد التعليقات
        المشاهدات
        مشاهدة :"""),
    "newsletter": _phrases("""
        النشرة البريدية
        نشرتنا البريدية
        نشرتنا الإخبارية
        النشرة الإخبارية اليومية
        القائمة البريدية
        اشترك في نشرة
        اشترك في النشرة
        اشترك الآن
        للاشتراك في
        اشترك في القناة
        اشترك معنا
        اشترك في قناتنا
        أدخل بريدك
        ادخل بريدك
        بريدك الإلكتروني
        newsletter
        subscribe to"""),
    "advert": _phrases("""
        بعد الإعلان
        مساحة إعلانية
        محتوى ممول
        إعلان ممول
        story continues below
        continue reading"""),
    "app advert": _phrases("""
        حمل التطبيق
        حمّل تطبيق
        حمل تطبيقنا
        تحميل التطبيق
        تنزيل التطبيق
        نزل التطبيق
        نزّل تطبيق
        عبر تطبيقنا
        تطبيقنا على
        google play
        app store
        download the app
        download our app"""),
    "follow us": _phrases("""
        تابعونا على
        تابعنا على
        تابعونا عبر
        تابعنا عبر
        تابعنا في
        تابعوا قناتنا
        تابع قناتنا
        تابعوا صفحتنا
        انضم إلى قناتنا
        انضموا إلى قناتنا
        انضم الى قناتنا
        follow us"""),
    "comment widget": _phrases("""
        أضف تعليق
        إضافة تعليق
        اضف تعليقا
        اكتب تعليق
        اترك تعليق
        أترك تعليق
        كن أول من يعلق
        لا توجد تعليقات
        لا يوجد تعليقات
        التعليقات مغلقة
        تعليقات القراء
        لن يتم نشر عنوان بريدك
        الحقول الإلزامية
        إرسال التعليق
        leave a comment
        add a comment
        no comments"""),
    "disclaimer": _phrases("""
        الآراء الواردة في
        المقالات المنشورة لا تعبر
        لا تعبر بالضرورة عن
        لا يعبر بالضرورة عن
        تعبر عن رأي كاتبها
        يعبر عن رأي كاتبه"""),
    "copyright footer": _phrases("""
        جميع الحقوق محفوظة
        كل الحقوق محفوظة
        الحقوق محفوظة
        حقوق النشر
        حقوق الطبع
        سياسة الخصوصية
        شروط الاستخدام
        شروط الخدمة
        سياسة الكوكيز
        ملفات تعريف الارتباط
        اتصل بنا
        من نحن
        أعلن معنا
        لا يتحمل الموقع مسؤولية
        all rights reserved
        privacy policy
        terms of use
        terms of service
        contact us
        about us
        copyright
        ©"""),
    "most-read list": _phrases("""
        الأكثر قراءة
        الأكثر مشاهدة
        الأكثر تداولا
        الأكثر شيوعا
        most read
        trending now"""),
    "tags": _phrases("""
        الكلمات المفتاحية
        كلمات مفتاحية
        الكلمات الدلالية
        كلمات دلالية
        الكلمات الدالة
        الوسوم
        وسوم
        tags:"""),
    "forwarding mark": _phrases("""
        أعيد توجيهها
        تمت إعادة التوجيه
        معاد توجيهها
        محولة من
        forwarded from
        forwarded message
        forwarded many times"""),
}
"""For each reason the phrases that make a short line furniture, wherever they stand in it."""

COMMENT_WORDS = _words("التعليقات تعليقات تعليق comments comment الردود")
TAG_LABELS = _words("الوسوم وسوم تاغات هاشتاغ tags")

READ_ALSO = tuple(
    sorted(
        _phrases("""
        اقرأ أيضا
        اقرأ ايضا في
        إقرأ أيضا
        اقرؤوا أيضا
        اقرأوا أيضا
        اقرئي أيضا
        اقرأ كذلك
        اقرأ المزيد
        اقرأ عن
        اقرأ في
        وقرأ أيضا
        شاهد أيضا
        شاهدوا أيضا
        شاهد المزيد
        طالع أيضا
        تابع أيضا
        انظر أيضا
        راجع أيضا
        للمزيد
        للمزيد اقرأ
        المزيد
        المزيد عن
        المزيد حول
        المزيد من الأخبار
        قد يهمك
        قد يهمك أيضا
        قد يعجبك
        قد يعجبك أيضا
        ذات صلة
        مقالات ذات صلة
        مواضيع ذات صلة
        موضوعات ذات صلة
        أخبار ذات صلة
        مواد ذات صلة
        قصص ذات صلة
        تقارير ذات صلة
        روابط ذات صلة
        مواضيع متعلقة
        مقالات متعلقة
        أخبار متعلقة
        مواضيع مرتبطة
        أخبار مرتبطة
        مقالات مشابهة
        مواضيع مشابهة
        مواضيع قد تهمك
        أخبار قد تهمك
        حول هذه القصة
        حول هذا الموضوع
        في هذا الموضوع
        read also
        read more
        also read
        see also
        related
        related articles
        related stories
        related news
        more on this story"""),
        key=len,
        reverse=True,
    )
)
"""What stands before a related headline, or over a block of them; the longest first."""

NEEDS_MARK = frozenset(
    _phrases("""
    للمزيد
    المزيد
    المزيد عن
    المزيد حول
    اقرأ عن
    اقرأ في
    ذات صلة
    related
    read more
    في هذا الموضوع
    حول هذا الموضوع""")
)
"""Those of READ_ALSO that begin ordinary sentences too: before a headline a mark must follow: ":", "..", "|"."""

BYLINE_LABELS = tuple(
    sorted(
        _phrases("""
        بقلم
        كتب
        كتبت
        كتبه
        كتبها
        الكاتب
        الكاتبة
        إعداد
        اعداد وتحرير
        تحرير
        تقرير
        ترجمة
        ترجمة وتحرير
        حاوره
        حاورها
        حاورهم
        حوار
        أجرى الحوار
        متابعة
        تقرير وتصوير
        مراسل
        مراسلتنا
        مراسلنا
        المصدر
        المصادر
        مصدر
        وكالة
        وكالات
        by
        written by
        source"""),
        key=len,
        reverse=True,
    )
)
BARE_LABELS = frozenset(_phrases("بقلم\nكتب\nكتبت\nإعداد\nتحرير\nترجمة\nby\nwritten by"))
"""Labels that may stand before a name without a colon; the others need one."""

AGENCIES = _words(
    "وكالات وكالة متابعات خاص رويترز الأناضول سانا فرانس برس أسوشيتد اسوشيتد بلومبرغ شينخوا نوفوستي سبوتنيك تاس واس "
    "وام بنا بترا كونا معا وفا قنا مواقع مراسلون مراسل نيوز agencies reuters afp ap dpa upi anadolu"
)
AGENCY_PATTERN = fold(r"(?<!\w)(?:أ\.? ?ف\.? ?ب|د\.? ?ب\.? ?أ|أ\.? ?ب|ا\.? ?ف\.? ?ب)(?!\w)")
"""The agencies known by letters: AFP, dpa, AP."""

CREDIT_LABELS = _phrases("""
    صورة
    الصورة
    تصوير
    مصدر الصورة
    حقوق الصورة
    عدسة
    photo
    credit
    image credit
    photo by
    image caption
    التعليق على الصورة""")
CREDITS = _words(
    "إنترنت انترنت الإنترنت أرشيف أرشيفية ارشيفي رويترز الأناضول سانا فرانس برس غيتي جيتي getty images reuters afp "
    "ap epa anadolu تويتر فيسبوك مواقع التواصل خاص وكالات شاترستوك shutterstock الفرنسية متداولة"
)

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

HIJRI_MONTHS = _phrases("""
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

WEEKDAYS = _phrases("""
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

DATE_LABELS = _phrases("""
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
UPDATE_LABELS = _phrases("""
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
    r"|(?<!\w)\d+ (?:minutes?|hours?|days?|weeks?|months?) ago(?!\w)"
)
"""A pattern for times that are counted from now, and so name no date once a page is copied."""

PLACES = _phrases("""
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
    القاهرة
    الإسكندرية
    الجيزة
    السويس
    أسوان
    الخرطوم
    أم درمان
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
