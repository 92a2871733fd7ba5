"""The words that news pages are furnished with: what their buttons, labels and agencies are called.

Everything is kept folded (see ``reader.arabic.folding``), so one entry stands for all its spellings.
"""

from __future__ import annotations

from reader.arabic.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def phrases(text: str) -> tuple[str, ...]:
    """The lines of ``text``, folded."""
    return tuple(fold(line).strip() for line in text.strip().splitlines())


GLUE = _words("على عبر في من هذا هذه الخبر المقال الصفحة الموضوع مع و او إلى الى عن the this on via to by and all")
"""Words that say nothing for or against furniture."""

WIDGET_WORDS: dict[str, frozenset[str]] = {
    "font widget": _words("حجم الخط خط تكبير تصغير كبر صغر font size text aa أ"),
    "share button": _words(
        "شارك شاركنا مشاركة شاركها شاركه انشر غرد تغريد فيسبوك فايسبوك تويتر واتساب واتس اب تلغرام تليغرام تيليغرام "
        "تلجرام تيليجرام تيلجرام انستغرام انستقرام لينكدان لينكدإن لينكد إن "
        "بنترست ماسنجر مسنجر سناب شات يوتيوب تيك توك ريديت اكس نسخ الرابط "
        "رابط طباعة اطبع ارسل إرسال بريد البريد الإلكتروني بالبريد ايميل حفظ إضافة أضف المفضلة استمع استماع تضمين "
        "share tweet facebook twitter whatsapp telegram instagram linkedin pinterest messenger reddit youtube tiktok x "
        "copy link print email mail save embed blogthis partager imprimer envoyer courriel copier lien"
    ),
    "advert": _words("إعلان إعلانات ممول ممولة برعاية advertisement advertisements advert ad ads sponsored"),
    "menu": _words(
        "الرئيسية القائمة بحث ابحث البحث تسجيل الدخول دخول تخطي المحتوى قائمة القوائم إغلاق فتح السابق التالي عودة "
        "رجوع موافق أوافق قبول رفض الأعلى أعلى العودة تحميل "
        "مباشر البث المباشر عربي عربية العربية english français türkçe kurdî "
        "home menu search login sign in skip content close open accept agree ok log subscribe main "
        "next previous back top live toggle navigation follow following accueil rechercher connexion"
    ),
    "picture's stand-in": _words(
        "icon icons image images logo picture photo avatar thumbnail صورة شعار أيقونة play video فيديو"
    ),
}
"""For each reason the words that, alone or among themselves, make a line furniture."""

WIDGET_PHRASES: dict[str, tuple[str, ...]] = {
    "font widget": phrases("""
        حجم الخط
        تكبير الخط
        تصغير الخط
        تغيير حجم الخط
        font size"""),
    "share button": phrases("""
        شارك الخبر
        شارك المقال
        شارك هذا
        شارك على
        شارك عبر
        شاركها
        شاركنا رأيك
        شاركنا في التعليقات
        شاركونا رأيكم
        شاركونا آراءكم
        نسخ الرابط
        تم نسخ الرابط
        انسخ الرابط
        أرسل إلى صديق
        share this
        email this
        envoyer par
        partager sur
        pin it
        copy link"""),
    "reading time": phrases("""
        مدة القراءة
        وقت القراءة
        زمن القراءة
        للقراءة
        دقائق قراءة
        دقيقة قراءة
        min read
        minute read
        minutes read
        reading time"""),
    "page control": phrases("""
        الوضع الليلي
        الوضع الداكن
        استمع للخبر
        استمع إلى الخبر
        استمع للمقال
        استمع إلى المقال
        حفظ المقال
        لقراءتها لاحقا
        قائمة قراءتك
        إلغاء الاشتراك
        اضغط هنا
        انقر هنا
        شاهد الفيديو
        تشغيل الفيديو
        مدة الفيديو
        هل أعجبك
        أبلغ عن خطأ
        نسخة للطباعة
        طبع من موقع
        طبع هذا المقال
        لعرض هذه الرسالة
        عرض في المتصفح
        view in browser
        show this thread
        ادعم صحافتنا
        تحميل المزيد
        العودة إلى الأعلى
        see more
        load more
        dark mode
        listen to this article
        click here"""),
    "cookie notice": phrases("""
        ملفات تعريف الارتباط
        سياسة الكوكيز
        نستخدم الكوكيز
        توافق على سياسة الخصوصية
        we use cookies"""),
    "counter": phrases("""
        عدد المشاهدات
        عدد القراء
        عدد القراءات
        عدد الزيارات
        عدد التعليقات
        المشاهدات
        مشاهدة :"""),
    "newsletter": phrases("""
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
        الاشتراك في القناة
        تفعيل الجرس
        لأنك مشترك
        اشتراك في: الرسائل
        unsubscribe
        أدخل بريدك
        ادخل بريدك
        إدخال بريد
        بريدك الإلكتروني
        newsletter
        subscribe to"""),
    "advert": phrases("""
        بعد الإعلان
        مساحة إعلانية
        محتوى ممول
        الإعلان يستمر
        يستمر أدناه
        إعلان ممول
        story continues below
        continue reading"""),
    "app advert": phrases("""
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
    "follow us": phrases("""
        تابعونا على
        تابعنا على
        تابعونا عبر
        تابعنا عبر
        تابعنا في
        على جوجل نيوز
        على غوغل نيوز
        على أخبار جوجل
        تابعوا قناتنا
        تابع قناتنا
        تابعوا صفحتنا
        انضم إلى قناتنا
        انضم إلى القناة
        انضموا إلى القناة
        انضموا إلى قناتنا
        انضم الى قناتنا
        follow us"""),
    "comment widget": phrases("""
        أضف تعليق
        إضافة تعليق
        اضف تعليقا
        اكتب تعليق
        اترك تعليق
        أترك تعليق
        كن أول من يعلق
        لا توجد تعليقات
        لا يوجد تعليقات
        لا تعليقات
        التعليقات مغلقة
        تعليقات القراء
        لن يتم نشر عنوان بريدك
        الحقول الإلزامية
        إرسال التعليق
        سجل الدخول للتعليق
        سجل دخولك للتعليق
        تسجيل الدخول للتعليق
        leave a comment
        add a comment
        no comments"""),
    "disclaimer": phrases("""
        الآراء الواردة في
        المقالات المنشورة لا تعبر
        لا تعبر بالضرورة عن
        لا يعبر بالضرورة عن
        تعبر عن رأي كاتبها
        تعبر عن آراء أصحابها
        تعبر عن رأي أصحابها
        تعبر عن آراء كتابها
        يعبر عن رأي كاتبه"""),
    "copyright footer": phrases("""
        جميع الحقوق محفوظة
        كل الحقوق محفوظة
        الحقوق محفوظة
        حقوق النشر
        حقوق الطبع
        لا يتحمل الموقع مسؤولية
        all rights reserved
        copyright
        ©"""),
    "footer links": phrases("""
        سياسة الخصوصية
        شروط الاستخدام
        شروط الخدمة
        اتصل بنا
        تواصل معنا
        من نحن
        أعلن معنا
        privacy policy
        terms of use
        terms of service
        contact us
        about us"""),
    "most-read list": phrases("""
        الأكثر قراءة
        الأكثر مشاهدة
        الأكثر تداولا
        الأكثر شيوعا
        most read
        trending now"""),
    "tags": phrases("""
        الكلمات المفتاحية
        كلمات مفتاحية
        الكلمات الدلالية
        كلمات دلالية
        الكلمات الدالة
        الوسوم
        وسوم
        tags:
        labels:"""),
    "chat mark": phrases("""
        أعيد توجيهها
        تمت إعادة التوجيه
        معاد توجيهها
        محولة من
        forwarded from
        forwarded message
        forwarded many times
        end-to-end encrypted
        مشفرة تماما بين الطرفين
        media omitted
        image omitted
        تم استبعاد الوسائط
        تم حذف هذه الرسالة"""),
}
"""For each reason the phrases that make a short line furniture, wherever they stand in it."""

NAMES = frozenset({"footer links", "most-read list"})
"""The reasons of WIDGET_PHRASES whose phrases are names of links and lists, and furniture only where they are nearly
all of a line: "الأكثر قراءة في المعرض: رواية" is a headline."""

NOTICES = frozenset({"cookie notice", "disclaimer", "chat mark"})
"""The reasons of WIDGET_PHRASES whose wording comes in whole sentences."""

COMMENT_WORDS = _words("التعليقات تعليقات تعليق comments comment الردود")
TAG_LABELS = _words("الوسوم وسوم تاغات هاشتاغ tags")

READ_ALSO = tuple(
    sorted(
        phrases("""
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
        اقرأ/ي أيضا
        واقرأ أيضا
        شاهد أيضا
        شاهدوا أيضا
        شاهد المزيد
        شاهد
        شاهدوا
        lire aussi
        a lire aussi
        à lire aussi
        à lire également
        voir aussi
        طالع أيضا
        تابع أيضا
        انظر أيضا
        راجع أيضا
        للمزيد
        للمزيد اقرأ
        وللمزيد اقرأ
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
        موضوع ذو صلة
        خبر ذو صلة
        فيديوهات ذات صلة
        فيديو ذو صلة
        صور ذات صلة
        مواضيع ذات علاقة
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
    phrases("""
    شاهد
    شاهدوا
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
        phrases("""
        بقلم
        كتب
        كتبت
        كتبه
        كتبها
        الكاتب
        الكاتبة
        إعداد
        إعداد وتحرير
        إعداد وتقديم
        إعداد وترجمة
        تقرير وإعداد
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
        تقرير وصور
        تصوير وتقرير
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
        posted by
        بواسطة
        تصوير
        source"""),
        key=len,
        reverse=True,
    )
)
BARE_LABELS = frozenset(phrases("بقلم\nكتب\nكتبت\nإعداد\nتحرير\nترجمة\nبواسطة\nby\nwritten by\nposted by"))
"""Labels that may stand before a name without a colon; the others need one."""

KEY_POINTS = frozenset(
    phrases("""
    نقاط رئيسية
    النقاط الرئيسية
    أبرز النقاط
    أهم النقاط
    أبرز ما جاء في الخبر
    أبرز ما في المقال
    في سطور
    في نقاط
    باختصار
    ملخص
    الملخص
    الخلاصة
    خلاصة
    key points
    highlights
    summary""")
)
"""What stands over a list of the article's main points."""

AGENCIES = _words(
    "وكالات رويترز الأناضول سانا فرانس برس أسوشيتد اسوشيتد بلومبرغ شينخوا نوفوستي سبوتنيك "
    "agencies reuters afp dpa anadolu"
)
MAYBE_AGENCIES = _words(
    "وكالة متابعات متابعة خاص تاس واس وام بنا بترا كونا معا وفا قنا مواقع مراسلون مراسل نيوز ap upi"
)
"""Agencies whose names are ordinary words too: by themselves, or beside a place and a dash."""

AGENCY_PATTERN = fold(r"(?<!\w)(?:أ\.? ?ف\.? ?ب|د[. ]+ب[. ]+أ|أ[. ]+ب|ا\.? ?ف\.? ?ب)(?!\w)")
"""The agencies known by letters: AFP, dpa, AP."""

CREDIT_LABELS = phrases("""
    صورة
    الصورة
    صدر الصورة
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
