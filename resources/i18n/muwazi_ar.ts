<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Open a saved page, text or HTML</source>
        <translation>فتح صفحة محفوظة، نصاً أو HTML</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Paste an article that you copied</source>
        <translation>لصق مقال نسختَه</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>نسخ النص المحدد</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select the whole column</source>
        <translation>تحديد العمود كله</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>خط أكبر</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>خط أصغر</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>Type in its usual size</source>
        <translation>الخط بحجمه المعتاد</translation>
    </message>
    <message>
        <source>Lines set aside</source>
        <translation>السطور المستبعدة</translation>
    </message>
    <message>
        <source>What was on the page and is not the article</source>
        <translation>ما كان في الصفحة وليس من المقال</translation>
    </message>
    <message>
        <source>Install a model…</source>
        <translation>تثبيت نموذج…</translation>
    </message>
    <message>
        <source>Install a translation model from a file</source>
        <translation>تثبيت نموذج ترجمة من ملف</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>The translation models: choose, install, download, remove</source>
        <translation>نماذج الترجمة: اختيارها وتثبيتها وتنزيلها وحذفها</translation>
    </message>
    <message>
        <source>Glossary…</source>
        <translation>المسرد…</translation>
    </message>
    <message>
        <source>Your own terms and the translations you want for them</source>
        <translation>مصطلحاتك والترجمات التي تريدها لها</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>القسم التالي</translation>
    </message>
    <message>
        <source>Move to the next pane</source>
        <translation>الانتقال إلى القسم التالي</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>القسم السابق</translation>
    </message>
    <message>
        <source>Move to the pane before</source>
        <translation>الانتقال إلى القسم السابق</translation>
    </message>
    <message>
        <source>Close all windows; they open again at the next start</source>
        <translation>إغلاق كل النوافذ؛ وتُفتح ثانيةً عند التشغيل التالي</translation>
    </message>
    <message>
        <source>Arabic on the right, English on the left; below it where two columns have no room</source>
        <translation>العربية يميناً والإنكليزية يساراً، أو تحتها حيث لا يتسع المكان لعمودين</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>تراجع: {step}</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>التراجع عن آخر ما فعلته</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>إعادة: {step}</translation>
    </message>
    <message>
        <source>Make again what was undone last</source>
        <translation>إعادة آخر ما تراجعتَ عنه</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>First steps, and the keys</source>
        <translation>الخطوات الأولى ومفاتيح الاختصار</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Edit the translation</source>
        <translation>تعديل الترجمة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>Give this piece a name of your own</source>
        <translation>تسمية هذه المادة باسم من عندك</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Take the chosen pieces out of the trash</source>
        <translation>إخراج المواد المختارة من المهملات</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>إفراغ المهملات…</translation>
    </message>
    <message>
        <source>Delete for ever what lies in the trash</source>
        <translation>حذف ما في المهملات إلى الأبد</translation>
    </message>
    <message>
        <source>Near duplicates…</source>
        <translation>مواد متشابهة…</translation>
    </message>
    <message>
        <source>Pieces that are the same article but for small differences</source>
        <translation>مواد هي المقال نفسه مع فروق صغيرة</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Put an earlier state of the library in its place</source>
        <translation>وضع حال سابقة للمكتبة مكانها</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>نسخ احتياطي الآن…</translation>
    </message>
    <message>
        <source>Copy the whole library to a file</source>
        <translation>نسخ المكتبة كلها إلى ملف</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>فحص المكتبة</translation>
    </message>
    <message>
        <source>Look for faults in the library, and mend what can be</source>
        <translation>البحث عن عيوب في المكتبة وإصلاح ما يمكن</translation>
    </message>
    <message>
        <source>Remove the passphrase…</source>
        <translation>إزالة عبارة المرور…</translation>
    </message>
    <message>
        <source>Have the library and its backups in clear again</source>
        <translation>إعادة المكتبة ونسخها الاحتياطية بلا تشفير</translation>
    </message>
    <message>
        <source>Open the locked library…</source>
        <translation>فتح المكتبة المقفلة…</translation>
    </message>
    <message>
        <source>Give the passphrase of the library</source>
        <translation>إدخال عبارة مرور المكتبة</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>الوسوم…</translation>
    </message>
    <message>
        <source>The tags of this piece</source>
        <translation>وسوم هذه المادة</translation>
    </message>
    <message>
        <source>Collections…</source>
        <translation>المجموعات…</translation>
    </message>
    <message>
        <source>The collections that this piece is in</source>
        <translation>المجموعات التي فيها هذه المادة</translation>
    </message>
    <message>
        <source>Edit the translation of this paragraph</source>
        <translation>تعديل ترجمة هذه الفقرة</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>ترجمة من جديد</translation>
    </message>
    <message>
        <source>Have this paragraph translated again; your own wording can be brought back</source>
        <translation>ترجمة هذه الفقرة من جديد، ويمكن استرجاع صياغتك</translation>
    </message>
    <message>
        <source>Translate the piece again</source>
        <translation>ترجمة المقال كله من جديد</translation>
    </message>
    <message>
        <source>Have the whole piece translated again, but for what you have edited</source>
        <translation>ترجمة المقال كله من جديد، إلا ما عدّلتَه بنفسك</translation>
    </message>
    <message>
        <source>About this translation</source>
        <translation>عن هذه الترجمة</translation>
    </message>
    <message>
        <source>Who made this translation, and when</source>
        <translation>مَن صنع هذه الترجمة، ومتى</translation>
    </message>
    <message>
        <source>Look up the word</source>
        <translation>البحث عن الكلمة في المعجم</translation>
    </message>
    <message>
        <source>Look up the Arabic word at the caret</source>
        <translation>البحث في المعجم عن الكلمة العربية عند المؤشر</translation>
    </message>
    <message>
        <source>Undo this edit</source>
        <translation>التراجع عن هذا التعديل</translation>
    </message>
    <message>
        <source>Go back to what stood here before the edit</source>
        <translation>العودة إلى ما كان هنا قبل التعديل</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Highlight the selected words</source>
        <translation>تظليل الكلمات المحددة</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>ملاحظة…</translation>
    </message>
    <message>
        <source>Write a note on the selected words</source>
        <translation>كتابة ملاحظة على الكلمات المحددة</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>Bookmark this paragraph, or take its bookmark away</source>
        <translation>وضع إشارة مرجعية عند هذه الفقرة أو رفعها</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Notes, highlights and bookmarks of this piece</source>
        <translation>ملاحظات هذا المقال وتظليلاته وإشاراته المرجعية</translation>
    </message>
    <message>
        <source>All notes…</source>
        <translation>كل الملاحظات…</translation>
    </message>
    <message>
        <source>The notes and bookmarks of the whole library</source>
        <translation>ملاحظات المكتبة كلها وإشاراتها المرجعية</translation>
    </message>
    <message>
        <source>Find in this piece</source>
        <translation>بحث في هذه المادة</translation>
    </message>
    <message>
        <source>Find words in the text or its translation</source>
        <translation>البحث عن كلمات في النص أو في ترجمته</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>الانتقال إلى الموضع التالي</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>الانتقال إلى الموضع السابق</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Search all pieces of the library</source>
        <translation>البحث في كل مواد المكتبة</translation>
    </message>
    <message>
        <source>Next place to check</source>
        <translation>الموضع التالي للمراجعة</translation>
    </message>
    <message>
        <source>Go to the next place to check</source>
        <translation>الانتقال إلى الموضع التالي للمراجعة</translation>
    </message>
    <message>
        <source>Previous place to check</source>
        <translation>الموضع السابق للمراجعة</translation>
    </message>
    <message>
        <source>Go to the place to check before</source>
        <translation>الانتقال إلى الموضع السابق للمراجعة</translation>
    </message>
    <message>
        <source>Places to check</source>
        <translation>مواضع للمراجعة</translation>
    </message>
    <message>
        <source>Where the translation may be wrong</source>
        <translation>حيث قد تكون الترجمة خاطئة</translation>
    </message>
    <message>
        <source>Larger English</source>
        <translation>تكبير الإنكليزية</translation>
    </message>
    <message>
        <source>The English alone in larger type</source>
        <translation>تكبير خط الإنكليزية وحدها</translation>
    </message>
    <message>
        <source>Smaller English</source>
        <translation>تصغير الإنكليزية</translation>
    </message>
    <message>
        <source>The English alone in smaller type</source>
        <translation>تصغير خط الإنكليزية وحدها</translation>
    </message>
    <message>
        <source>Type…</source>
        <translation>الخط…</translation>
    </message>
    <message>
        <source>Sizes, spacing, width and faces; vowel marks and digits</source>
        <translation>الأحجام والتباعد والعرض والخطوط، والتشكيل والأرقام</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Print the article with its translation</source>
        <translation>طباعة المقال مع ترجمته</translation>
    </message>
    <message>
        <source>Print preview…</source>
        <translation>معاينة الطباعة…</translation>
    </message>
    <message>
        <source>See the pages before they are printed</source>
        <translation>رؤية الصفحات قبل طباعتها</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Go back to where you were</source>
        <translation>العودة إلى حيث كنت</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Go forward again</source>
        <translation>التقدّم من جديد</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>المحاور</translation>
    </message>
    <message>
        <source>The subheadings of this article</source>
        <translation>العناوين الفرعية لهذا المقال</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Give the whole screen to the text</source>
        <translation>منح النص الشاشة كلّها</translation>
    </message>
    <message>
        <source>Library at the side</source>
        <translation>المكتبة إلى الجانب</translation>
    </message>
    <message>
        <source>Show or hide the library</source>
        <translation>إظهار المكتبة أو إخفاؤها</translation>
    </message>
    <message>
        <source>Panel at the side</source>
        <translation>اللوحة الجانبية</translation>
    </message>
    <message>
        <source>Show or hide the panel beside the text</source>
        <translation>إظهار اللوحة التي بجانب النص أو إخفاؤها</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>الجملة التالية</translation>
    </message>
    <message>
        <source>Light the next sentence, on both sides</source>
        <translation>إبراز الجملة التالية في النصّين</translation>
    </message>
    <message>
        <source>Sentence before</source>
        <translation>الجملة السابقة</translation>
    </message>
    <message>
        <source>Light the sentence before, on both sides</source>
        <translation>إبراز الجملة السابقة في النصّين</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>جميع الأوامر…</translation>
    </message>
    <message>
        <source>Find a command by its name</source>
        <translation>البحث عن أمر باسمه</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>فتح في نافذة جديدة</translation>
    </message>
    <message>
        <source>Open what is chosen in a window of its own</source>
        <translation>فتح المختار في نافذة خاصة به</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>نافذة جديدة</translation>
    </message>
    <message>
        <source>Open a second window on what is open here</source>
        <translation>فتح نافذة ثانية على المفتوح هنا</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Close this window and leave the others</source>
        <translation>إغلاق هذه النافذة وترك الأخرى</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>النافذة التالية</translation>
    </message>
    <message>
        <source>Go to the next of the open windows</source>
        <translation>الانتقال إلى التالية من النوافذ المفتوحة</translation>
    </message>
    <message>
        <source>Go to the window before this one</source>
        <translation>الانتقال إلى النافذة التي قبل هذه</translation>
    </message>
    <message>
        <source>Previous window</source>
        <translation>النافذة السابقة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Layout, type, theme, language, models and the lines set aside</source>
        <translation>التنسيق والخط والمظهر واللغة والنماذج والسطور المستبعدة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>متقابلان</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>متتاليان</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>On demand</source>
        <translation>عند الطلب</translation>
    </message>
    <message>
        <source>English below each Arabic paragraph</source>
        <translation>الإنكليزية تحت كل فقرة عربية</translation>
    </message>
    <message>
        <source>The Arabic alone</source>
        <translation>النص العربي وحده</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>كما في سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>بنّي دافئ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>تباين عالٍ داكن</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>التخطيط: {name}</translation>
    </message>
    <message>
        <source>Theme: {name}</source>
        <translation>المظهر: {name}</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>اللغة: {name}</translation>
    </message>
    <message>
        <source>Window: {name}</source>
        <translation>نافذة: {name}</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>تغيير عبارة المرور…</translation>
    </message>
    <message>
        <source>Lock the library with another one</source>
        <translation>قفل المكتبة بعبارة أخرى</translation>
    </message>
    <message>
        <source>Lock the library…</source>
        <translation>قفل المكتبة…</translation>
    </message>
    <message>
        <source>Encrypt the library with a passphrase</source>
        <translation>تشفير المكتبة بعبارة مرور</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء يُتراجع عنه</translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation>محفوظ ✓</translation>
    </message>
    <message>
        <source>This piece is in the library</source>
        <translation>هذه المادة في المكتبة</translation>
    </message>
    <message>
        <source>Save to the library</source>
        <translation>حفظ في المكتبة</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>إزالة النجمة</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>نجمة</translation>
    </message>
    <message>
        <source>Take the star from this piece</source>
        <translation>إزالة النجمة عن هذه المادة</translation>
    </message>
    <message>
        <source>Give this piece a star</source>
        <translation>وضع نجمة على هذه المادة</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروءة</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروءة</translation>
    </message>
    <message>
        <source>Say that this piece is still to be read</source>
        <translation>القول إن هذه المادة لم تُقرأ بعد</translation>
    </message>
    <message>
        <source>Say that this piece is read</source>
        <translation>القول إن هذه المادة قُرئت</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>حذف إلى الأبد…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>نقل إلى المهملات</translation>
    </message>
    <message>
        <source>Delete this piece for ever</source>
        <translation>حذف هذه المادة إلى الأبد</translation>
    </message>
    <message>
        <source>Move this piece to the trash</source>
        <translation>نقل هذه المادة إلى المهملات</translation>
    </message>
    <message>
        <source>Show the English here</source>
        <translation>إظهار الإنكليزية هنا</translation>
    </message>
    <message>
        <source>In the layout “On demand”: show the English of this sentence, then of its paragraph; cover it again</source>
        <translation>في العرض «عند الطلب»: إظهار إنكليزية هذه الجملة، ثم فقرتها، ثم إخفاؤها</translation>
    </message>
    <message>
        <source>The Arabic alone; the English of a paragraph when you point at it or press {key}</source>
        <translation>العربية وحدها، وتظهر إنكليزية الفقرة عند الإشارة إليها أو بضغط {key}</translation>
    </message>
    <message>
        <source>Menu of this place</source>
        <translation>قائمة هذا الموضع</translation>
    </message>
    <message>
        <source>What can be done where the keyboard is</source>
        <translation>ما يمكن فعله حيث لوحة المفاتيح الآن</translation>
    </message>
</context>
<context>
    <name>AllNotesDialog</name>
    <message>
        <source>All notes</source>
        <translation>كل الملاحظات</translation>
    </message>
    <message>
        <source>Find in the notes</source>
        <translation>البحث في الملاحظات</translation>
    </message>
    <message>
        <source>Show only the notes that hold these words, in the text, the note, its tags or the headline ({key})</source>
        <translation>عرض الملاحظات التي ترد فيها هذه الكلمات فقط، في النص أو الملاحظة أو وسومها أو العنوان ({key})</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Notes and bookmarks</source>
        <translation>الملاحظات والإشارات المرجعية</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>الانتقال إليها</translation>
    </message>
    <message>
        <source>Show the note&apos;s place in the text (Enter)</source>
        <translation>عرض موضع الملاحظة في النص (Enter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove this note or bookmark (Del); Ctrl+Z brings it back</source>
        <translation>حذف هذه الملاحظة أو الإشارة (Del)؛ والمفتاح Ctrl+Z يعيدها</translation>
    </message>
    <message>
        <source>Names of the colours…</source>
        <translation>أسماء الألوان…</translation>
    </message>
    <message>
        <source>Give the colours names of your own</source>
        <translation>سمِّ الألوان بأسماء من عندك</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>أي تاريخ</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>آخر 30 يوماً</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>آخر سنة</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>أي لون</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>الإشارات المرجعية</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>أي وسم</translation>
    </message>
    <message>
        <source>Any piece</source>
        <translation>أي مقال</translation>
    </message>
    <message>
        <source>Notes and bookmarks: {count}</source>
        <translation>الملاحظات والإشارات: {count}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} من {count}</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Select words in an article and press {key} to write a note on them.</source>
        <translation>لا ملاحظات بعد. حدّد كلمات في مقال واضغط {key} لتكتب ملاحظة عليها.</translation>
    </message>
    <message>
        <source>No note holds all of that.</source>
        <translation>لا ملاحظة يجتمع فيها كل ذلك.</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Change the note and tags</source>
        <translation>تعديل الملاحظة والوسوم</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Remove this highlight</source>
        <translation>حذف هذا التظليل</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>اللون: {name}</translation>
    </message>
    <message>
        <source>Place again…</source>
        <translation>تحديد الموضع من جديد…</translation>
    </message>
    <message>
        <source>Select the text that this belongs to, then press here</source>
        <translation>حدّد النص الذي تعود إليه الملاحظة ثم اضغط هنا</translation>
    </message>
    <message>
        <source>Go to this place</source>
        <translation>الانتقال إلى هذا الموضع</translation>
    </message>
    <message>
        <source>The text does not hold these words any more.</source>
        <translation>لم تعد هذه الكلمات في النص.</translation>
    </message>
    <message>
        <source>The translation does not hold its words any more.</source>
        <translation>لم تعد كلماتها في الترجمة.</translation>
    </message>
    <message>
        <source>The source does not hold its words any more.</source>
        <translation>لم تعد كلماتها في الأصل.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Saved to the library</source>
        <translation>حُفظ في المكتبة</translation>
    </message>
    <message>
        <source>Done: {step}</source>
        <translation>تمّ: {step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>تراجعتَ عن: {step}</translation>
    </message>
    <message>
        <source>Without a headline</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>The translation is complete</source>
        <translation>اكتملت الترجمة</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>There is no room for two columns of type of this size. Until there is, the English stands below each Arabic paragraph.</source>
        <translation>لا يتسع المكان لعمودين بهذا الحجم من الخط. وإلى أن يتسع تبقى الإنكليزية تحت كل فقرة عربية.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>The backup that you choose takes the place of the library. The library as it is now becomes a backup itself, so that you can come back to it.</source>
        <translation>تحل النسخة التي تختارها محل المكتبة. والمكتبة كما هي الآن تصير نسخة احتياطية، فيمكنك الرجوع إليها.</translation>
    </message>
    <message>
        <source>No backup has been made yet. One is made each day that the library is used.</source>
        <translation>لا نسخة احتياطية بعد. تُعمل نسخة كل يوم تُستعمل فيه المكتبة.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>عُملت</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>لماذا</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Made by itself</source>
        <translation>عُملت تلقائياً</translation>
    </message>
    <message>
        <source>Before an update of Muwazi</source>
        <translation>قبل تحديث موازٍ</translation>
    </message>
    <message>
        <source>Before a backup was restored</source>
        <translation>قبل استعادة نسخة</translation>
    </message>
    <message>
        <source>The damaged library, put aside</source>
        <translation>المكتبة المتضررة بعد تنحيتها</translation>
    </message>
</context>
<context>
    <name>BookmarkCard</name>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>Bookmark of a paragraph that is gone</source>
        <translation>إشارة إلى فقرة لم تعد موجودة</translation>
    </message>
    <message>
        <source>Name this bookmark</source>
        <translation>تسمية هذه الإشارة المرجعية</translation>
    </message>
    <message>
        <source>Remove this bookmark</source>
        <translation>حذف هذه الإشارة المرجعية</translation>
    </message>
    <message>
        <source>Name of the bookmark</source>
        <translation>اسم الإشارة المرجعية</translation>
    </message>
</context>
<context>
    <name>ColoursDialog</name>
    <message>
        <source>Names of the colours</source>
        <translation>أسماء الألوان</translation>
    </message>
    <message>
        <source>What does each colour mean to you? “To quote”, “to check” …</source>
        <translation>ماذا يعني لك كل لون؟ «للاقتباس»، «للمراجعة» …</translation>
    </message>
    <message>
        <source>Name for {colour}</source>
        <translation>اسم اللون: {colour}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type a part of a command&apos;s name</source>
        <translation>اكتب جزءًا من اسم الأمر</translation>
    </message>
    <message>
        <source>No command has such a name.</source>
        <translation>لا أمر بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Where the texts differ</source>
        <translation>مواضع اختلاف النصين</translation>
    </message>
    <message>
        <source>Underlined words are not in the other text.</source>
        <translation>الكلمات التي تحتها خط ليست في النص الآخر.</translation>
    </message>
    <message>
        <source>The texts are the same, word for word</source>
        <translation>النصّان متطابقان كلمةً كلمة</translation>
    </message>
    <message>
        <source>Paragraphs that are the same: {count}.</source>
        <translation>الفقرات المتطابقة: {count}.</translation>
    </message>
    <message>
        <source>Paragraphs that differ and are not shown: {count}.</source>
        <translation>الفقرات المختلفة غير المعروضة: {count}.</translation>
    </message>
    <message>
        <source>This paragraph is missing here.</source>
        <translation>هذه الفقرة غير موجودة هنا.</translation>
    </message>
    <message>
        <source>Not in the other text: {words}</source>
        <translation>ليس في النص الآخر: {words}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>{key} shows the English</source>
        <translation>‏{key} يُظهر الإنكليزية</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider between the columns</source>
        <translation>الفاصل بين العمودين</translation>
    </message>
    <message>
        <source>Drag to share the width between the columns; double-click to make them equal</source>
        <translation>اسحب لتوزيع العرض بين العمودين، وانقر مرّتين لتساويهما</translation>
    </message>
</context>
<context>
    <name>DoubtsPanel</name>
    <message>
        <source>TO CHECK</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Places to check</source>
        <translation>مواضع للمراجعة</translation>
    </message>
    <message>
        <source>Here the translation may be wrong. {key} goes from one place to the next.</source>
        <translation>قد تكون الترجمة خاطئة في هذه المواضع. ينقلك {key} من موضع إلى الذي يليه.</translation>
    </message>
    <message>
        <source>The checks found nothing doubtful in this translation.</source>
        <translation>لم يجد الفحص في هذه الترجمة ما يدعو إلى الشك.</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Near duplicates</source>
        <translation>مواد متشابهة</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقاً</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Looking for pieces that are nearly the same…</source>
        <translation>يجري البحث عن مواد تكاد تكون واحدة…</translation>
    </message>
    <message>
        <source>No two pieces are nearly the same.</source>
        <translation>لا مادتين متشابهتين.</translation>
    </message>
    <message>
        <source>That was the last of them.</source>
        <translation>كانت هذه آخرها.</translation>
    </message>
    <message>
        <source>These pieces are nearly the same article. Merging keeps the one you choose, with the notes, tags and collections of all; the others go to the trash.</source>
        <translation>هذه المواد تكاد تكون مقالاً واحداً. الدمج يبقي المادة التي تختارها، وفيها ملاحظات الكل ووسومها ومجموعاتها، وتُنقل الأخرى إلى المهملات.</translation>
    </message>
    <message>
        <source>Group {number} of {count} · {likeness} alike</source>
        <translation>المجموعة {number} من {count} · التشابه {likeness}</translation>
    </message>
    <message>
        <source>They are two</source>
        <translation>هما مادتان</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>هي مواد مختلفة</translation>
    </message>
</context>
<context>
    <name>EditBox</name>
    <message>
        <source>Edit the translation</source>
        <translation>تعديل الترجمة</translation>
    </message>
    <message>
        <source>{enter} saves, {escape} leaves it as it was</source>
        <translation>للحفظ {enter}، ولتركها كما كانت {escape}</translation>
    </message>
    <message>
        <source>Save the edit</source>
        <translation>حفظ التعديل</translation>
    </message>
    <message>
        <source>Keep this wording in the library</source>
        <translation>حفظ هذه الصياغة في المكتبة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Leave the translation as it was</source>
        <translation>ترك الترجمة كما كانت</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>لا وجود لها هنا</translation>
    </message>
    <message>
        <source>Find in this piece</source>
        <translation>بحث في هذه المادة</translation>
    </message>
    <message>
        <source>Words to find in this piece</source>
        <translation>الكلمات المطلوبة في هذه المادة</translation>
    </message>
    <message>
        <source>Words next to each other, in either language, in any of their forms; “|” between two means either</source>
        <translation>كلمات متجاورة، بأي من اللغتين، في أي صيغة من صيغها؛ و«|» بين اثنتين تعني إحداهما</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>حرفيًا</translation>
    </message>
    <message>
        <source>Only as the words are spelled here: no other form of them</source>
        <translation>الكلمات كما كُتبت هنا فقط، دون صيغها الأخرى</translation>
    </message>
    <message>
        <source>The match before</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>The next match</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Close the search in this piece</source>
        <translation>إغلاق البحث في هذه المادة</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>الخطوات الأولى</translation>
    </message>
    <message>
        <source>1 · Read the sample</source>
        <translation>1 · اقرأ المثال</translation>
    </message>
    <message>
        <source>It stands below. Point at a sentence to see it on both sides.</source>
        <translation>تجده أدناه. أشر إلى جملة لتراها في النصّين.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>اقرأه</translation>
    </message>
    <message>
        <source>2 · Get a translation model</source>
        <translation>2 · احصل على نموذج ترجمة</translation>
    </message>
    <message>
        <source>Until then the English is word by word.</source>
        <translation>حتى ذلك الحين تأتي الإنكليزية كلمةً كلمة.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>3 · Paste your own article</source>
        <translation>3 · ألصق مقالًا من عندك</translation>
    </message>
    <message>
        <source>Copy it from a news page, then press Ctrl+V.</source>
        <translation>انسخه من صفحة أخبار ثم اضغط Ctrl+V.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Do not show these steps again</source>
        <translation>عدم إظهار هذه الخطوات مجددًا</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>المسرد</translation>
    </message>
    <message>
        <source>Arabic term</source>
        <translation>المصطلح العربي</translation>
    </message>
    <message>
        <source>Wanted translation</source>
        <translation>الترجمة المطلوبة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add this term (Enter)</source>
        <translation>إضافة هذا المصطلح (Enter)</translation>
    </message>
    <message>
        <source>Filter the terms</source>
        <translation>تصفية المصطلحات</translation>
    </message>
    <message>
        <source>Show only the terms that hold these words ({key})</source>
        <translation>إظهار المصطلحات التي فيها هذه الكلمات وحدها ({key})</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove the chosen term</source>
        <translation>حذف المصطلح المحدد</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo the last change of the glossary</source>
        <translation>التراجع عن آخر تغيير في المسرد</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Add the terms of a CSV or TSV file</source>
        <translation>إضافة مصطلحات من ملف CSV أو TSV</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Write all terms to a CSV or TSV file</source>
        <translation>كتابة المصطلحات كلها في ملف CSV أو TSV</translation>
    </message>
    <message>
        <source>{term} is in the glossary already: {translation}. Change it in the table.</source>
        <translation>{term} في المسرد من قبل: {translation}. غيّره في الجدول.</translation>
    </message>
    <message>
        <source>The glossary finds this already by its term {term}: {translation}.</source>
        <translation>يجد المسرد هذا من قبل بمصطلحه {term}: {translation}.</translation>
    </message>
    <message>
        <source>Your terms are looked for in every article, also inflected and with و or ال before them.</source>
        <translation>يُبحث عن مصطلحاتك في كل مقال، مصرَّفةً أيضاً ومسبوقةً بواو العطف أو أل التعريف.</translation>
    </message>
    <message>
        <source>Terms: {count}</source>
        <translation>المصطلحات: {count}</translation>
    </message>
    <message>
        <source>Terms: {shown} of {count}</source>
        <translation>المصطلحات: {shown} من {count}</translation>
    </message>
    <message>
        <source>Removed from the glossary: {term}</source>
        <translation>حُذف من المسرد: {term}</translation>
    </message>
    <message>
        <source>Terms added: {count}.</source>
        <translation>المصطلحات المضافة: {count}.</translation>
    </message>
    <message>
        <source>There already: {count}.</source>
        <translation>الموجودة من قبل: {count}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>There with another translation, and left as they were: {count} ({terms}).</source>
        <translation>الموجودة بترجمة أخرى، وقد تُركت كما هي: {count} ({terms}).</translation>
    </message>
    <message>
        <source>Rows without a term or a translation: {count}.</source>
        <translation>الصفوف التي ينقصها المصطلح أو ترجمته: {count}.</translation>
    </message>
    <message>
        <source>The glossary is in {file}.</source>
        <translation>المسرد في {file}.</translation>
    </message>
    <message>
        <source>Tables of terms (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>جداول المصطلحات (*.csv *.tsv *.txt);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>استيراد مصطلحات</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv);;Tab-separated (*.tsv)</source>
        <translation>مفصول بفواصل (*.csv);;مفصول بعلامات جدولة (*.tsv)</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>تصدير المسرد</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Bookmark: {label}</source>
        <translation>إشارة مرجعية: {label}</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>الخطوات الأولى</translation>
    </message>
    <message>
        <source>Copy an article from a news page, then press Ctrl+V here. Or open a saved page, or drop one in.</source>
        <translation>انسخ مقالاً من صفحة إخبارية، ثم اضغط ‎Ctrl+V‎ هنا. أو افتح صفحة محفوظة، أو أفلِتها في النافذة.</translation>
    </message>
    <message>
        <source>Each Arabic paragraph stands beside its English. Point at a sentence to see it on both sides.</source>
        <translation>كل فقرة عربية تقابلها ترجمتها الإنكليزية. أشِر إلى جملة لتراها مضاءة في الجانبين.</translation>
    </message>
    <message>
        <source>A click on an Arabic word says what the lexicon knows of it. Ctrl+E edits a translation.</source>
        <translation>بنقرة على كلمة عربية ترى ما في المعجم عنها. ويفتح ‎Ctrl+E‎ الترجمة للتعديل.</translation>
    </message>
    <message>
        <source>Ctrl+S puts the article into the library, on this machine only. A click there opens it again.</source>
        <translation>يحفظ ‎Ctrl+S‎ المقال في المكتبة، على هذا الجهاز وحده. وبنقرة هناك تفتحه من جديد.</translation>
    </message>
    <message>
        <source>Without a translation model the English is word by word. Models… in the menu gets you one.</source>
        <translation>من دون نموذج ترجمة تكون الإنكليزية كلمة بكلمة. أحضر نموذجاً من «النماذج…» في القائمة.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>In the text: to the paragraph before; to the next</source>
        <translation>في النص: إلى الفقرة السابقة، وإلى التالية</translation>
    </message>
    <message>
        <source>In the text: look up the Arabic word at the caret</source>
        <translation>في النص: البحث في المعجم عن الكلمة عند المؤشر</translation>
    </message>
    <message>
        <source>In the text: select; with Ctrl word by word</source>
        <translation>في النص: التحديد، ومع Ctrl كلمةً كلمة</translation>
    </message>
    <message>
        <source>In the library: open a piece; on a button: press it</source>
        <translation>في المكتبة: فتح مادة، وعلى زر: ضغطه</translation>
    </message>
    <message>
        <source>Put a message or a card away; back to the text</source>
        <translation>إغلاق رسالة أو بطاقة، والعودة إلى النص</translation>
    </message>
</context>
<context>
    <name>Librarian</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Delete “{title}” for ever?</source>
        <translation>أتحذف «{title}» إلى الأبد؟</translation>
    </message>
    <message>
        <source>Delete {count} pieces for ever?</source>
        <translation>أتحذف المواد إلى الأبد؟ عددها {count}</translation>
    </message>
    <message>
        <source>The text, its translation and all notes on it are deleted. This cannot be undone.</source>
        <translation>يُحذف النص وترجمته وكل ما عليه من ملاحظات. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>حذف إلى الأبد</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>The library has nearly the same article already: “{title}”. Both are kept.</source>
        <translation>في المكتبة مقال يكاد يكون هو نفسه: «{title}». بقي كلاهما.</translation>
    </message>
    <message>
        <source>The library has several pieces that are nearly this article. All are kept.</source>
        <translation>في المكتبة مواد عدة تكاد تكون هذا المقال نفسه. بقيت كلها.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>قارن…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>وسم جديد…</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>مجموعة جديدة…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>Remove the collection</source>
        <translation>إزالة المجموعة</translation>
    </message>
    <message>
        <source>Remove the tag</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}</source>
        <translation>نُقلت إلى المهملات: {title}</translation>
    </message>
    <message>
        <source>Moved to the trash: {count} pieces</source>
        <translation>عدد المواد المنقولة إلى المهملات: {count}</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>LIBRARY</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Sections of the library</source>
        <translation>أقسام المكتبة</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>How the list is sorted and divided</source>
        <translation>كيف تُرتَّب القائمة وتُقسَّم</translation>
    </message>
    <message>
        <source>Nothing saved yet. Ctrl+S saves what you are reading.</source>
        <translation>لا شيء محفوظاً بعد. يحفظ ‎Ctrl+S‎ ما تقرأه الآن.</translation>
    </message>
    <message>
        <source>You have read everything. Ctrl+U on a piece puts it here again.</source>
        <translation>قرأتَ كل شيء. Ctrl+U على مادة يعيدها إلى هنا.</translation>
    </message>
    <message>
        <source>No piece has a star. Ctrl+B, or a click on the star below a title, gives it one.</source>
        <translation>لا مادة عليها نجمة. Ctrl+B أو نقرة على النجمة تحت العنوان تضعها.</translation>
    </message>
    <message>
        <source>No piece has a note. Select some text, then press Ctrl+M.</source>
        <translation>لا ملاحظة على أي مادة. حدّد نصاً ثم اضغط Ctrl+M.</translation>
    </message>
    <message>
        <source>Nothing in this collection. Drag pieces here, or choose one and press Ctrl+K.</source>
        <translation>لا شيء في هذه المجموعة. اسحب المواد إلى هنا، أو اختر مادة واضغط Ctrl+K.</translation>
    </message>
    <message>
        <source>No piece has this tag. Drag pieces here, or choose one and press Ctrl+T.</source>
        <translation>لا مادة تحمل هذا الوسم. اسحب المواد إلى هنا، أو اختر مادة واضغط Ctrl+T.</translation>
    </message>
    <message>
        <source>The trash is empty. A piece that you move here can be put back.</source>
        <translation>المهملات فارغة. ما تنقله إلى هنا يمكن استعادته.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>تغيير عبارة المرور</translation>
    </message>
    <message>
        <source>Lock the library</source>
        <translation>قفل المكتبة</translation>
    </message>
    <message>
        <source>A passphrase encrypts the whole library on this disk: the articles, the translations, your notes, and the backups that Muwazi makes. It is asked for each time Muwazi starts. Copies that you made before, and files that you export, are as they were.</source>
        <translation>عبارة المرور تشفّر المكتبة كلها على هذا القرص: المقالات والترجمات وملاحظاتك والنسخ الاحتياطية التي يصنعها موازٍ. وتُطلب كلما بدأ موازٍ. أما النسخ التي صنعتها من قبل والملفات التي تصدّرها فتبقى كما هي.</translation>
    </message>
    <message>
        <source>If you forget the passphrase, your library is lost. Nobody can open it without, nor can we.</source>
        <translation>إن نسيت عبارة المرور ضاعت مكتبتك. لا أحد يستطيع فتحها بدونها، ولا نحن.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة المرور الجديدة</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>العبارة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>إظهار ما أكتبه</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Easy to guess. Take four words or more that have nothing to do with each other.</source>
        <translation>سهلة التخمين. خذ أربع كلمات أو أكثر لا صلة بينها.</translation>
    </message>
    <message>
        <source>Fair. Another word makes it much better.</source>
        <translation>مقبولة. كلمة أخرى تجعلها أقوى كثيراً.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>قوية.</translation>
    </message>
    <message>
        <source>Four words or more make a good one.</source>
        <translation>أربع كلمات أو أكثر تصنع عبارة جيدة.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>العبارتان مختلفتان.</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Remove the passphrase of the library?</source>
        <translation>هل تُزال عبارة مرور المكتبة؟</translation>
    </message>
    <message>
        <source>Whoever uses this machine or copies its disk can then read your library and its backups.</source>
        <translation>يستطيع عندئذ كل من يستعمل هذا الجهاز أو ينسخ قرصه أن يقرأ مكتبتك ونسخها الاحتياطية.</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>إزالة عبارة المرور</translation>
    </message>
    <message>
        <source>The library is in clear now.</source>
        <translation>المكتبة الآن بلا تشفير.</translation>
    </message>
    <message>
        <source>The library is locked. Muwazi asks for the passphrase when it starts.</source>
        <translation>المكتبة مقفلة. يطلب موازٍ عبارة المرور عند بدئه.</translation>
    </message>
    <message>
        <source>These files stay as they were: {files}</source>
        <translation>هذه الملفات تبقى كما كانت: {files}</translation>
    </message>
    <message>
        <source>The library is open.</source>
        <translation>المكتبة مفتوحة.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open an article</source>
        <translation>فتح مقال</translation>
    </message>
    <message>
        <source>Pages and text (*.txt *.html *.htm *.md);;All files (*)</source>
        <translation>صفحات ونصوص (*.txt *.html *.htm *.md);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Install a translation model</source>
        <translation>تثبيت نموذج ترجمة</translation>
    </message>
    <message>
        <source>Without a headline</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Translation models (*.argosmodel *.zip)</source>
        <translation>نماذج الترجمة (*.argosmodel *.zip)</translation>
    </message>
    <message>
        <source>Word by word: no translation model is installed. Get one from Arabic to English, from a file or online.</source>
        <translation>كلمة بكلمة: ليس هناك نموذج ترجمة مثبّت. ثبّت نموذجاً من العربية إلى الإنكليزية، من ملف أو من الشبكة.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>The model {name} is installed. What was word by word is now translated.</source>
        <translation>ثُبّت النموذج {name}. وما كان كلمة بكلمة يُترجم الآن.</translation>
    </message>
    <message>
        <source>The settings cannot be saved ({reason}). They hold until Muwazi is closed.</source>
        <translation>تعذّر حفظ الإعدادات ({reason}). تبقى سارية حتى إغلاق موازٍ.</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Mark the selection</source>
        <translation>تعليم النص المحدد</translation>
    </message>
    <message>
        <source>Highlight: {colour}</source>
        <translation>تظليل: {colour}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note on the selection ({key})</source>
        <translation>ملاحظة على النص المحدد ({key})</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>الجانبان</translation>
    </message>
    <message>
        <source>Mark also what stands for it on the other side, as framed there</source>
        <translation>تعليم ما يقابله في الجانب الآخر أيضاً، كما هو مؤطَّر هناك</translation>
    </message>
</context>
<context>
    <name>MarkTools</name>
    <message>
        <source>Select words on either side first.</source>
        <translation>حدّد أولاً كلمات في أحد الجانبين.</translation>
    </message>
    <message>
        <source>Select the words that the note is about first.</source>
        <translation>حدّد أولاً الكلمات التي تدور حولها الملاحظة.</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>فتح الملاحظة</translation>
    </message>
    <message>
        <source>Remove the highlight</source>
        <translation>حذف التظليل</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>رفع الإشارة المرجعية</translation>
    </message>
    <message>
        <source>Bookmark this paragraph</source>
        <translation>وضع إشارة مرجعية عند هذه الفقرة</translation>
    </message>
    <message>
        <source>Select the words in the text that the note belongs to, then press “Place again…”.</source>
        <translation>حدّد في النص الكلمات التي تعود إليها الملاحظة، ثم اضغط «تحديد الموضع من جديد…».</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>إخفاء هذه الرسالة (‎Esc‎)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إخفاء هذه الرسالة</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A fault in Muwazi</source>
        <translation>خلل في موازٍ</translation>
    </message>
    <message>
        <source>Something went wrong in Muwazi itself. What is saved stays saved.</source>
        <translation>حدث خلل في موازٍ نفسه. ما حُفظ يبقى محفوظاً.</translation>
    </message>
    <message>
        <source>A report was written to {path}. It stays on this machine unless you send it to us.</source>
        <translation>كُتب تقرير في {path}. يبقى على هذا الجهاز ما لم ترسله إلينا.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>الرخصة غير مذكورة</translation>
    </message>
    <message>
        <source>installed {date}</source>
        <translation>ثُبّت في {date}</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>استخدام هذا</translation>
    </message>
    <message>
        <source>Translate with this model from now on</source>
        <translation>الترجمة بهذا النموذج من الآن فصاعداً</translation>
    </message>
    <message>
        <source>Readme</source>
        <translation>اقرأني</translation>
    </message>
    <message>
        <source>Show what the model&apos;s makers say of it</source>
        <translation>إظهار ما يقوله صانعو النموذج عنه</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Remove this model from this machine</source>
        <translation>حذف هذا النموذج من هذا الجهاز</translation>
    </message>
    <message>
        <source>Remove it? It can be installed again only from its file or online.</source>
        <translation>أتريد حذفه؟ لا يمكن تثبيته ثانيةً إلا من ملفه أو من الشبكة.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Leave the model as it is</source>
        <translation>ترك النموذج كما هو</translation>
    </message>
    <message>
        <source>Readme of {model}</source>
        <translation>ملف «اقرأني» للنموذج {model}</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Checking and installing {file}…</source>
        <translation>يُفحص الملف {file} ويُثبَّت…</translation>
    </message>
    <message>
        <source>The model {name} is installed.</source>
        <translation>ثُبّت النموذج {name}.</translation>
    </message>
    <message>
        <source>Translation models</source>
        <translation>نماذج الترجمة</translation>
    </message>
    <message>
        <source>INSTALLED</source>
        <translation>المثبّتة</translation>
    </message>
    <message>
        <source>Install from a file…</source>
        <translation>تثبيت من ملف…</translation>
    </message>
    <message>
        <source>Install a model from a file, say from a USB stick; or drop the file here</source>
        <translation>تثبيت نموذج من ملف، من ذاكرة USB مثلاً؛ أو أفلت الملف هنا</translation>
    </message>
    <message>
        <source>No model is installed: the English is word by word. Install a model from a file, or look for one online. A file can also be dropped here.</source>
        <translation>لا نموذج مثبّتاً: الإنكليزية كلمة بكلمة. ثبّت نموذجاً من ملف، أو ابحث عن نموذج على الشبكة. ويمكن إفلات الملف هنا أيضاً.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>النماذج المثبّتة</translation>
    </message>
    <message>
        <source>Translation models (*.argosmodel *.zip)</source>
        <translation>نماذج الترجمة (*.argosmodel *.zip)</translation>
    </message>
    <message>
        <source>Install a translation model</source>
        <translation>تثبيت نموذج ترجمة</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>اكتب ملاحظة</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tags, parted by commas</source>
        <translation>وسوم تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Saved by itself; {key} undoes what you wrote</source>
        <translation>تُحفظ من تلقاء نفسها؛ والمفتاح {key} يلغي ما كتبت</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>Not found in the text</source>
        <translation>لا توجد في النص</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>NOTES ON THIS PIECE</source>
        <translation>ملاحظات هذا المقال</translation>
    </message>
    <message>
        <source>NOT FOUND IN THE TEXT</source>
        <translation>لا توجد في النص</translation>
    </message>
    <message>
        <source>Notes and bookmarks</source>
        <translation>الملاحظات والإشارات المرجعية</translation>
    </message>
    <message>
        <source>Nothing is marked in this piece yet. Select words on either side and press {note} for a note, {highlight} for a highlight; {bookmark} bookmarks the paragraph.</source>
        <translation>لا ملاحظات على هذا المقال بعد. حدّد كلمات في أحد الجانبين واضغط {note} لملاحظة أو {highlight} لتظليل؛ و{bookmark} يضع إشارة مرجعية عند الفقرة.</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>another version installed</source>
        <translation>ثُبّت إصدار آخر</translation>
    </message>
</context>
<context>
    <name>OnlinePanel</name>
    <message>
        <source>ONLINE</source>
        <translation>على الشبكة</translation>
    </message>
    <message>
        <source>Filter by language</source>
        <translation>تصفية بحسب اللغة</translation>
    </message>
    <message>
        <source>Show only the models whose languages hold these words</source>
        <translation>إظهار النماذج التي في أسماء لغاتها هذه الكلمات وحدها</translation>
    </message>
    <message>
        <source>Models that can be had</source>
        <translation>النماذج المتاحة</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Download the chosen model and install it</source>
        <translation>تنزيل النموذج المحدد وتثبيته</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Go on with the download from where it stopped</source>
        <translation>متابعة التنزيل من حيث توقف</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>تقدّم التنزيل</translation>
    </message>
    <message>
        <source>The button asks the Argos index at {host}. Nothing about your articles is sent.</source>
        <translation>يسأل الزر فهرس Argos في {host}. ولا يُرسل شيء عن مقالاتك.</translation>
    </message>
    <message>
        <source>This list is of {date}.</source>
        <translation>تاريخ هذه القائمة {date}.</translation>
    </message>
    <message>
        <source>Look again online…</source>
        <translation>البحث ثانيةً على الشبكة…</translation>
    </message>
    <message>
        <source>Look for models online…</source>
        <translation>البحث عن نماذج على الشبكة…</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>إيقاف البحث</translation>
    </message>
    <message>
        <source>Ask {host} which models there are</source>
        <translation>سؤال {host} عن النماذج المتاحة</translation>
    </message>
    <message>
        <source>Stop the download; what has arrived is kept</source>
        <translation>إيقاف التنزيل؛ وما وصل يبقى محفوظاً</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>checking and installing…</source>
        <translation>يُفحص ويُثبَّت…</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Date saved</source>
        <translation>تاريخ الحفظ</translation>
    </message>
    <message>
        <source>Date published</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation>غير المقروء أولاً</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>بلا تقسيم</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>بالشهر</translation>
    </message>
    <message>
        <source>By collection</source>
        <translation>بالمجموعة</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>بالمصدر</translation>
    </message>
    <message>
        <source>By how far it is read</source>
        <translation>بحال القراءة</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>بالعكس</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب بحسب</translation>
    </message>
    <message>
        <source>Divide the list</source>
        <translation>تقسيم القائمة</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>ترتيب القائمة</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>OUTLINE</source>
        <translation>المحاور</translation>
    </message>
    <message>
        <source>Subheadings</source>
        <translation>العناوين الفرعية</translation>
    </message>
    <message>
        <source>Enter or a click goes there.</source>
        <translation>مفتاح Enter أو نقرة تنقلك إلى هناك.</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>Arabic text</source>
        <translation>النص العربي</translation>
    </message>
    <message>
        <source>English translation</source>
        <translation>الترجمة الإنكليزية</translation>
    </message>
    <message>
        <source>Paragraph numbers</source>
        <translation>أرقام الفقرات</translation>
    </message>
    <message>
        <source>Scroll the article</source>
        <translation>تمرير المقال</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Muwazi</source>
        <translation>موازٍ</translation>
    </message>
    <message>
        <source>Your library is locked</source>
        <translation>مكتبتك مقفلة</translation>
    </message>
    <message>
        <source>The backup is locked</source>
        <translation>النسخة الاحتياطية مقفلة</translation>
    </message>
    <message>
        <source>Type its passphrase to open it. It is not kept anywhere on this machine.</source>
        <translation>اكتب عبارة مرورها لفتحها. وهي لا تُحفظ في أي مكان على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Passphrase of the library</source>
        <translation>عبارة مرور المكتبة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Read without the library</source>
        <translation>القراءة بلا المكتبة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>That is not its passphrase. Mind the keyboard’s language, capital letters and spaces.</source>
        <translation>ليست هذه عبارة مرورها. انتبه إلى لغة لوحة المفاتيح والأحرف الكبيرة والفراغات.</translation>
    </message>
</context>
<context>
    <name>PieceDelegate</name>
    <message>
        <source>Name of the piece</source>
        <translation>اسم المادة</translation>
    </message>
    <message>
        <source>The article&apos;s own title</source>
        <translation>عنوان المقال نفسه</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>Without a date</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>خارج المجموعات</translation>
    </message>
    <message>
        <source>Pasted, or from a file</source>
        <translation>ملصقة أو من ملف</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>قيد القراءة</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>مقروءة</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>ملاحظات: {count}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>عليها نجمة</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>معاينة الطباعة</translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> من {count}</translation>
    </message>
    <message>
        <source>The sheets</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Number of the sheet</source>
        <translation>رقم الورقة</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <source>Zoom of the sheets</source>
        <translation>تكبير الأوراق</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>الملاءمة</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>ورقة كاملة</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>ملء العرض</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>اتجاه الورقة</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>عمودي</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>أفقي</translation>
    </message>
    <message>
        <source>Page setup…</source>
        <translation>إعداد الصفحة…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
</context>
<context>
    <name>PrintTools</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Printing “{title}”…</source>
        <translation>تجري طباعة «{title}»…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Print the highlights</source>
        <translation>طباعة التظليل</translation>
    </message>
    <message>
        <source>Print the notes after the article</source>
        <translation>طباعة الملاحظات بعد المقال</translation>
    </message>
</context>
<context>
    <name>ReadingTools</name>
    <message>
        <source>Translation of paragraph {number}</source>
        <translation>ترجمة الفقرة {number}</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>About this translation</source>
        <translation>عن هذه الترجمة</translation>
    </message>
    <message>
        <source>To check, {number} of {total}</source>
        <translation>للمراجعة، {number} من {total}</translation>
    </message>
    <message>
        <source>Add to glossary…</source>
        <translation>إضافة إلى المسرد…</translation>
    </message>
    <message>
        <source>You were writing a translation of paragraph {number}. It is kept.</source>
        <translation>كنت تكتب ترجمة الفقرة {number}، وما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>You were writing a translation here. It is kept.</source>
        <translation>كنت تكتب ترجمة هنا، وما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>متابعة الكتابة</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Arabic text</source>
        <translation>النص العربي</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>الكاتب أو المصدر</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Exact</source>
        <translation>حرفيًا</translation>
    </message>
    <message>
        <source>Only as the words are spelled here: no other form of them</source>
        <translation>الكلمات كما كُتبت هنا فقط، دون صيغها الأخرى</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>مادة واحدة</translation>
    </message>
    <message>
        <source>2 pieces</source>
        <translation>مادتان</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>عدد المواد: {count}</translation>
    </message>
    <message>
        <source>Show more ({shown} of {count})</source>
        <translation>عرض المزيد ({shown} من {count})</translation>
    </message>
    <message>
        <source>Nothing found for {query}.</source>
        <translation>لا نتائج للبحث عن {query}.</translation>
    </message>
    <message>
        <source>Turn “Exact” off to find other forms of the words too.</source>
        <translation>أوقف «حرفيًا» لتجد صيغ الكلمات الأخرى أيضًا.</translation>
    </message>
    <message>
        <source>A piece must have all the words: leave some out, or put OR between them.</source>
        <translation>يجب أن تكون الكلمات كلها في المادة: احذف بعضها، أو ضع | بينها.</translation>
    </message>
    <message>
        <source>What stands before a colon narrows the search: leave it out.</source>
        <translation>الحقول التي تتبعها نقطتان تضيّق البحث: جرّب من دونها.</translation>
    </message>
    <message>
        <source>Try fewer letters, another spelling, or the word in the other language.</source>
        <translation>جرّب حروفًا أقل، أو إملاء آخر، أو الكلمة باللغة الأخرى.</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Back up the library</source>
        <translation>نسخ المكتبة احتياطياً</translation>
    </message>
    <message>
        <source>Backups of the library (*.sqlite3);;All files (*)</source>
        <translation>نسخ المكتبة (*.sqlite3);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>The library was copied to {path}.</source>
        <translation>نُسخت المكتبة إلى {path}.</translation>
    </message>
    <message>
        <source>The backup of {date} is now the library.</source>
        <translation>نسخة {date} هي المكتبة الآن.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>إنقاذ ما يُقرأ</translation>
    </message>
    <message>
        <source>Open it…</source>
        <translation>فتحها…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>The backup is now the library.</source>
        <translation>النسخة هي المكتبة الآن.</translation>
    </message>
    <message>
        <source>The library is damaged: {what}</source>
        <translation>المكتبة متضررة: {what}</translation>
    </message>
    <message>
        <source>The library was mended: {what}</source>
        <translation>أُصلحت المكتبة: {what}</translation>
    </message>
    <message>
        <source>Nothing is wrong with the library.</source>
        <translation>لا عيب في المكتبة.</translation>
    </message>
    <message>
        <source>Saved into a sound library: {pieces} pieces, {notes} notes. The damaged file is kept as {path}.</source>
        <translation>أُنقذت في مكتبة سليمة: المواد {pieces}، الملاحظات {notes}. حُفظ الملف المتضرر باسم {path}.</translation>
    </message>
</context>
<context>
    <name>ScrollTicks</name>
    <message>
        <source>Match</source>
        <translation>نتيجة</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Place to check</source>
        <translation>موضع للمراجعة</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>{what}, paragraph {number}</source>
        <translation>{what}، الفقرة {number}</translation>
    </message>
    <message>
        <source>Marks along the scroll bar</source>
        <translation>العلامات على امتداد شريط التمرير</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Search all pieces, their translations, notes and tags ({key})</source>
        <translation>البحث في كل المواد وترجماتها وملاحظاتها ووسومها ({key})</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>What can be searched for, and how</source>
        <translation>ما يمكن البحث عنه، وكيف</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>كيفية البحث</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>What you can search for</source>
        <translation>ما يمكنك البحث عنه</translation>
    </message>
    <message>
        <source>Arabic is found however it is spelled, with what is joined to it: الحكومة finds والحكومة and للحكومة. Fields may be named in either language.</source>
        <translation>تجد الكلمة العربية كيفما كُتبت، وبما يتصل بها: البحث عن «الحكومة» يجد «والحكومة» و«للحكومة». ويمكن تسمية الحقول بأي من اللغتين.</translation>
    </message>
    <message>
        <source>wheat harvest</source>
        <translation>حصاد القمح</translation>
    </message>
    <message>
        <source>both words, anywhere in a piece</source>
        <translation>الكلمتان كلتاهما، في أي موضع من المادة</translation>
    </message>
    <message>
        <source>&quot;wheat harvest&quot;</source>
        <translation>&quot;حصاد القمح&quot;</translation>
    </message>
    <message>
        <source>the words next to each other</source>
        <translation>الكلمات متجاورة</translation>
    </message>
    <message>
        <source>&quot;&quot;wheat&quot;&quot;</source>
        <translation>&quot;&quot;القمح&quot;&quot;</translation>
    </message>
    <message>
        <source>as it is spelled, in no other form</source>
        <translation>كما كُتبت، لا بصيغة أخرى</translation>
    </message>
    <message>
        <source>harv*</source>
        <translation>حصا*</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>كلمات تبدأ هكذا</translation>
    </message>
    <message>
        <source>wheat OR barley</source>
        <translation>قمح | شعير</translation>
    </message>
    <message>
        <source>either of them</source>
        <translation>إحداهما</translation>
    </message>
    <message>
        <source>-barley</source>
        <translation>-شعير</translation>
    </message>
    <message>
        <source>pieces without it</source>
        <translation>مواد لا توجد فيها</translation>
    </message>
    <message>
        <source>tag:economy</source>
        <translation>وسم:اقتصاد</translation>
    </message>
    <message>
        <source>pieces with that tag</source>
        <translation>مواد عليها هذا الوسم</translation>
    </message>
    <message>
        <source>in:title in:note in:Water</source>
        <translation>في:العنوان في:الملاحظات في:المياه</translation>
    </message>
    <message>
        <source>only in titles, in notes; in a collection</source>
        <translation>في العناوين أو الملاحظات فقط؛ في مجموعة</translation>
    </message>
    <message>
        <source>from:2021-02 before:2022</source>
        <translation>من:2021-02 قبل:2022</translation>
    </message>
    <message>
        <source>by the article&apos;s date</source>
        <translation>بحسب تاريخ المقال</translation>
    </message>
    <message>
        <source>has:note has:bookmark</source>
        <translation>فيه:ملاحظة فيه:إشارة</translation>
    </message>
    <message>
        <source>pieces that you have marked</source>
        <translation>مواد وضعت عليها ملاحظة أو إشارة</translation>
    </message>
    <message>
        <source>is:unread is:starred</source>
        <translation>هو:جديد هو:مميز</translation>
    </message>
    <message>
        <source>what you have not read; what has a star</source>
        <translation>ما لم تقرأه؛ ما عليه نجمة</translation>
    </message>
</context>
<context>
    <name>SearchTools</name>
    <message>
        <source>Search the library for {words}</source>
        <translation>البحث في المكتبة عن {words}</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>حفظ هذا البحث…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>The search {name} is forgotten.</source>
        <translation>نُسي البحث {name}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>حفظ هذا البحث</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>اسم البحث</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>تغيير اسم البحث</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>All pieces</source>
        <translation>كل المواد</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>عليها نجمة</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>عليها ملاحظات</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المهملات</translation>
    </message>
    <message>
        <source>COLLECTIONS</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>مجموعة جديدة…</translation>
    </message>
    <message>
        <source>TAGS</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>SetAsidePanel</name>
    <message>
        <source>These lines of the page were taken for no part of the article.</source>
        <translation>عُدّت هذه السطور من الصفحة خارج المقال.</translation>
    </message>
    <message>
        <source>Every line of this page is in the article.</source>
        <translation>كل سطر في هذه الصفحة موجود في المقال.</translation>
    </message>
    <message>
        <source>LINES SET ASIDE</source>
        <translation>السطور المستبعدة</translation>
    </message>
    <message>
        <source>Lines set aside</source>
        <translation>السطور المستبعدة</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Laying out the sheets… {share}</source>
        <translation>يجري توزيع النص على الأوراق… {share}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close this panel</source>
        <translation>إغلاق هذه اللوحة</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size of the type</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>خط أكبر</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>خط أصغر</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>To check ({count})</source>
        <translation>للمراجعة ({count})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stop translating; what is done stays</source>
        <translation>إيقاف الترجمة؛ ويبقى ما أُنجز</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Translate the paragraphs that are missing</source>
        <translation>ترجمة الفقرات الناقصة</translation>
    </message>
    <message>
        <source>What was on the page and is not the article</source>
        <translation>ما كان في الصفحة وليس من المقال</translation>
    </message>
    <message>
        <source>Where the translation may be wrong ({key} goes there)</source>
        <translation>حيث قد تكون الترجمة خاطئة (ينقلك {key} إليها)</translation>
    </message>
    <message>
        <source>Online for models only: nothing about your articles is sent</source>
        <translation>متصل لطلب النماذج فقط: لا يُرسل شيء عن مقالاتك</translation>
    </message>
    <message>
        <source>Offline: nothing leaves this machine</source>
        <translation>دون اتصال: لا شيء يغادر هذا الجهاز</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Installing the model</source>
        <translation>يُثبَّت النموذج</translation>
    </message>
    <message>
        <source>Translating {done} of {total}</source>
        <translation>تُترجم الفقرة {done} من {total}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>يُفتح</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}</source>
        <translation>توقفت الترجمة عند {done} من {total}</translation>
    </message>
    <message>
        <source>Lines set aside ({count})</source>
        <translation>سطور مستبعدة ({count})</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Term</source>
        <translation>المصطلح</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Controls</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>التنسيق</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>لغة النافذة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>الانتقال إلى</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
</context>
<context>
    <name>TypeDialog</name>
    <message>
        <source>Type</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Size of the Arabic</source>
        <translation>حجم العربية</translation>
    </message>
    <message>
        <source>Size of the English</source>
        <translation>حجم الإنكليزية</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>Width of a column</source>
        <translation>عرض العمود</translation>
    </message>
    <message>
        <source>Arabic face</source>
        <translation>خط العربية</translation>
    </message>
    <message>
        <source>English face</source>
        <translation>خط الإنكليزية</translation>
    </message>
    <message>
        <source>Digits in the Arabic</source>
        <translation>الأرقام في العربية</translation>
    </message>
    <message>
        <source>{what}: less</source>
        <translation>{what}: أقلّ</translation>
    </message>
    <message>
        <source>{what}: more</source>
        <translation>{what}: أكثر</translation>
    </message>
    <message>
        <source>pt</source>
        <comment>points, the size of type</comment>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>حرفاً</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>متقاربة</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>معتادة</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>متباعدة</translation>
    </message>
    <message>
        <source>Amiri</source>
        <translation>أميري</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>بلا زوائد</translation>
    </message>
    <message>
        <source>The system&apos;s Naskh</source>
        <translation>نسخ النظام</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>بزوائد</translation>
    </message>
    <message>
        <source>As the window&apos;s</source>
        <translation>كخط النافذة</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>كما طُبعت</translation>
    </message>
    <message>
        <source>Show vowel marks</source>
        <translation>إظهار التشكيل</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>كما في الأصل</translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>Looking it up…</source>
        <translation>يُبحث عنها…</translation>
    </message>
    <message>
        <source>The lexicon does not have this word.</source>
        <translation>ليست هذه الكلمة في المعجم.</translation>
    </message>
    <message>
        <source>The reading before</source>
        <translation>القراءة السابقة</translation>
    </message>
    <message>
        <source>The next reading</source>
        <translation>القراءة التالية</translation>
    </message>
    <message>
        <source>Add to glossary…</source>
        <translation>إضافة إلى المسرد…</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Find this word, in all its forms, in the pieces of the library</source>
        <translation>البحث عن هذه الكلمة، بكل صيغها، في مواد المكتبة</translation>
    </message>
    <message>
        <source>Put this word into your glossary, with the translation you want</source>
        <translation>ضع هذه الكلمة في مسردك مع الترجمة التي تريدها</translation>
    </message>
    <message>
        <source>Here: {english}</source>
        <translation>هنا: {english}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Dictionary form: {lemma}</source>
        <translation>صيغة المعجم: {lemma}</translation>
    </message>
    <message>
        <source>Root: {root}</source>
        <translation>الجذر: {root}</translation>
    </message>
    <message>
        <source>Joined to it: {parts}</source>
        <translation>المتصل بها: {parts}</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Line {line} · {reason}</source>
        <translation>السطر {line} · {reason}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Put this line back into the article</source>
        <translation>إعادة هذا السطر إلى المقال</translation>
    </message>
    <message>
        <source>Put back: {text}</source>
        <translation>إعادة: {text}</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>إبقاء هذه</translation>
    </message>
    <message>
        <source>Saved {date}</source>
        <translation>حُفظت {date}</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>كلمات: {count}</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>ملاحظات: {count}</translation>
    </message>
</context>
<context>
    <name>amounts</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/ث</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>بقي {count} ث</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>بقي {count} د</translation>
    </message>
    <message>
        <source>{count} h left</source>
        <translation>بقي {count} س</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>بنفسجي</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>الكاتب أو المصدر</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>تعليق الصورة</translation>
    </message>
    <message>
        <source>Related headline</source>
        <translation>عنوان ذو صلة</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>الفقرة {number}</translation>
    </message>
    <message>
        <source>The Arabic has {source}, the translation {target}.</source>
        <translation>في العربية {source}، وفي الترجمة {target}.</translation>
    </message>
    <message>
        <source>The Arabic has {source}, the translation does not.</source>
        <translation>في العربية {source}، وليس في الترجمة.</translation>
    </message>
    <message>
        <source>The translation has {target}, the Arabic does not.</source>
        <translation>في الترجمة {target}، وليس في العربية.</translation>
    </message>
    <message>
        <source>The numbers differ: {detail}.</source>
        <translation>الأرقام مختلفة: {detail}.</translation>
    </message>
    <message>
        <source>Left in Arabic: {target}.</source>
        <translation>بقي بالعربية: {target}.</translation>
    </message>
    <message>
        <source>The translation has lost {source}.</source>
        <translation>سقط من الترجمة: {source}.</translation>
    </message>
    <message>
        <source>Left untranslated: {detail}.</source>
        <translation>بقي بلا ترجمة: {detail}.</translation>
    </message>
    <message>
        <source>The translation repeats itself: {detail}.</source>
        <translation>في الترجمة تكرار: {detail}.</translation>
    </message>
    <message>
        <source>The translation is very short for its Arabic.</source>
        <translation>الترجمة أقصر بكثير مما يُتوقع لنصها العربي.</translation>
    </message>
    <message>
        <source>The translation is very long for its Arabic.</source>
        <translation>الترجمة أطول بكثير مما يُتوقع لنصها العربي.</translation>
    </message>
    <message>
        <source>The brackets differ.</source>
        <translation>الأقواس مختلفة بين النصين.</translation>
    </message>
    <message>
        <source>The quotation marks differ.</source>
        <translation>علامات الاقتباس مختلفة بين النصين.</translation>
    </message>
    <message>
        <source>Your glossary has {detail} for {source}.</source>
        <translation>في مسردك: {source} تُترجم {detail}.</translation>
    </message>
    <message>
        <source>Not as your glossary has it: {detail}.</source>
        <translation>ليس كما في مسردك: {detail}.</translation>
    </message>
</context>
<context>
    <name>end_notes</name>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Notes whose words the text does not hold any more</source>
        <translation>ملاحظات لم تعد كلماتها في النص</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>الوسوم: {tags}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>there is no file {path}</source>
        <translation>لا يوجد ملف {path}</translation>
    </message>
    <message>
        <source>check the name and the folder</source>
        <translation>تحقّق من الاسم والمجلد</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason})</source>
        <translation>تعذّرت قراءة {path} ({reason})</translation>
    </message>
    <message>
        <source>check that it is a file and that you may open it</source>
        <translation>تحقّق من أنه ملف وأن لك حق فتحه</translation>
    </message>
    <message>
        <source>{path} is not text</source>
        <translation>ليس {path} نصاً</translation>
    </message>
    <message>
        <source>save the page as text or HTML, or paste it</source>
        <translation>احفظ الصفحة نصاً أو HTML، أو الصقها</translation>
    </message>
    <message>
        <source>the encoding of {path} cannot be made out</source>
        <translation>تعذّرت معرفة ترميز {path}</translation>
    </message>
    <message>
        <source>save the page as UTF-8, or paste it</source>
        <translation>احفظ الصفحة بترميز UTF-8، أو الصقها</translation>
    </message>
    <message>
        <source>there is no text in {path}</source>
        <translation>لا نص في {path}</translation>
    </message>
    <message>
        <source>copy the article and try again</source>
        <translation>انسخ المقال وأعد المحاولة</translation>
    </message>
    <message>
        <source>there is no article in {path}</source>
        <translation>لا مقال في {path}</translation>
    </message>
    <message>
        <source>copy the whole article, headline and text</source>
        <translation>انسخ المقال كاملاً، عنوانه ونصه</translation>
    </message>
    <message>
        <source>{path} is too large for an article ({size} MB)</source>
        <translation>{path} أكبر من أن يكون مقالاً ({size} م.ب.)</translation>
    </message>
    <message>
        <source>keep to {limit} MB of text</source>
        <translation>اكتفِ بنص لا يتجاوز {limit} م.ب.</translation>
    </message>
    <message>
        <source>addresses cannot be fetched yet</source>
        <translation>لا يمكن جلب العناوين بعد</translation>
    </message>
    <message>
        <source>save the page and open the file, or paste the text</source>
        <translation>احفظ الصفحة وافتح الملف، أو الصق النص</translation>
    </message>
    <message>
        <source>“{name}” is not there yet</source>
        <translation>«{name}» غير متاح بعد</translation>
    </message>
    <message>
        <source>it comes with a later version; see “muwazi --help” for what there is</source>
        <translation>يأتي في إصدار لاحق؛ انظر «⁨muwazi --help⁩» لترى المتاح</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason})</source>
        <translation>تعذّرت كتابة {path} ({reason})</translation>
    </message>
    <message>
        <source>check the folder and the space on the disk, or name another file</source>
        <translation>تحقّق من المجلد ومن مساحة القرص، أو اختر ملفاً آخر</translation>
    </message>
    <message>
        <source>there is no display to open a window on</source>
        <translation>لا شاشة تُفتح عليها النافذة</translation>
    </message>
    <message>
        <source>read with “muwazi pair ARTICLE”, or take a picture with --screenshot FILE.png</source>
        <translation>اقرأ بالأمر «⁨muwazi pair ARTICLE⁩»، أو التقط صورة بالخيار ⁨--screenshot FILE.png⁩</translation>
    </message>
    <message>
        <source>the window cannot be drawn ({reason})</source>
        <translation>تعذّر رسم النافذة ({reason})</translation>
    </message>
    <message>
        <source>install that system library, or read with “muwazi pair ARTICLE”</source>
        <translation>ثبّت مكتبة النظام هذه، أو اقرأ بالأمر «⁨muwazi pair ARTICLE⁩»</translation>
    </message>
    <message>
        <source>that cannot be undone: it was changed again elsewhere</source>
        <translation>لا يمكن التراجع عن ذلك: فقد غُيّر ثانيةً في مكان آخر</translation>
    </message>
    <message>
        <source>change it by hand</source>
        <translation>غيّره باليد</translation>
    </message>
    <message>
        <source>the library {path} cannot be opened ({reason})</source>
        <translation>تعذّر فتح المكتبة {path} ({reason})</translation>
    </message>
    <message>
        <source>check the folder, or name another with --home</source>
        <translation>تحقّق من المجلد، أو سمِّ غيره بالخيار ⁨--home⁩</translation>
    </message>
    <message>
        <source>the library {path} cannot be written</source>
        <translation>تعذّرت الكتابة في المكتبة {path}</translation>
    </message>
    <message>
        <source>check that you may write in its folder, or name another with --home</source>
        <translation>تحقّق من حقك في الكتابة في مجلدها، أو سمِّ غيره بالخيار ⁨--home⁩</translation>
    </message>
    <message>
        <source>the library {path} is in use by another program</source>
        <translation>المكتبة {path} يستعملها برنامج آخر</translation>
    </message>
    <message>
        <source>close that program, or wait a little and try again</source>
        <translation>أغلق ذلك البرنامج، أو انتظر قليلاً وأعد المحاولة</translation>
    </message>
    <message>
        <source>there is no space left for the library {path}</source>
        <translation>لم تبقَ مساحة للمكتبة {path}</translation>
    </message>
    <message>
        <source>free some space on the disk; nothing was half-saved</source>
        <translation>أفرغ بعض المساحة على القرص؛ لم يُحفظ شيء منقوصاً</translation>
    </message>
    <message>
        <source>{path} is no library of Muwazi</source>
        <translation>ليس {path} مكتبة لموازٍ</translation>
    </message>
    <message>
        <source>the library {path} was made by a newer Muwazi (version {version}, this one knows {newest})</source>
        <translation>المكتبة {path} من إصدار أحدث من موازٍ (صيغتها {version}، وأحدث ما يعرفه هذا الإصدار {newest})</translation>
    </message>
    <message>
        <source>install the newer Muwazi</source>
        <translation>ثبّت إصدار موازٍ الأحدث</translation>
    </message>
    <message>
        <source>the library {path} is damaged ({reason})</source>
        <translation>المكتبة {path} تالفة ({reason})</translation>
    </message>
    <message>
        <source>move that file away, or, if it was a library, save what can be read with “muwazi check --rescue”</source>
        <translation>انقل ذلك الملف، أو إن كان مكتبة فأنقذ ما يُقرأ منه بالأمر «⁨muwazi check --rescue⁩»</translation>
    </message>
    <message>
        <source>“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup</source>
        <translation>«⁨muwazi check --rescue⁩» ينقذ ما يُقرأ، و«⁨muwazi restore FILE⁩» يستعيد نسخة احتياطية</translation>
    </message>
    <message>
        <source>the backup {path} is damaged ({reason})</source>
        <translation>النسخة الاحتياطية {path} متضررة ({reason})</translation>
    </message>
    <message>
        <source>take another backup; the library is as it was</source>
        <translation>خذ نسخة أخرى؛ المكتبة كما كانت</translation>
    </message>
    <message>
        <source>name a backup; the library is as it was</source>
        <translation>سمِّ نسخة احتياطية؛ المكتبة كما كانت</translation>
    </message>
    <message>
        <source>nothing can be read in {path}</source>
        <translation>لا يُقرأ شيء في {path}</translation>
    </message>
    <message>
        <source>restore a backup with “muwazi restore FILE”; there may be some beside the library</source>
        <translation>استعد نسخة احتياطية بالأمر «⁨muwazi restore FILE⁩»؛ لعل بعضها بجانب المكتبة</translation>
    </message>
    <message>
        <source>the library lies in a folder that {cloud} copies to other machines ({path})</source>
        <translation>تقع المكتبة في مجلد ينسخه {cloud} إلى أجهزة أخرى ({path})</translation>
    </message>
    <message>
        <source>never have it open on two at once, or keep it elsewhere with --home and put a backup there instead</source>
        <translation>لا تفتحها على جهازين في آن واحد، أو احفظها في مكان آخر بالخيار --home وضع هناك نسخة احتياطية بدلاً منها</translation>
    </message>
    <message>
        <source>two machines have written to the library; there are copies of it in {path} ({copy})</source>
        <translation>كتب جهازان في المكتبة، وفي {path} نسخ منها ({copy})</translation>
    </message>
    <message>
        <source>look at each with “muwazi restore FILE”; what it replaces is kept</source>
        <translation>انظر في كل منها بالأمر “muwazi restore FILE”؛ ويُحفظ ما تحل محله</translation>
    </message>
    <message>
        <source>{path} is the library itself</source>
        <translation>{path} هو المكتبة نفسها</translation>
    </message>
    <message>
        <source>name a backup of it</source>
        <translation>سمِّ نسخة احتياطية منها</translation>
    </message>
    <message>
        <source>the library {path} has problems ({count})</source>
        <translation>في المكتبة {path} عيوب (عددها {count})</translation>
    </message>
    <message>
        <source>the file is damaged ({reason})</source>
        <translation>الملف متضرر ({reason})</translation>
    </message>
    <message>
        <source>piece {piece} cannot be read</source>
        <translation>لا تُقرأ المادة {piece}</translation>
    </message>
    <message>
        <source>the text of piece {piece} is not the one that was saved</source>
        <translation>نص المادة {piece} ليس الذي حُفظ</translation>
    </message>
    <message>
        <source>compare it with a backup; “muwazi check --rescue” takes it as it is</source>
        <translation>قارنه بنسخة احتياطية؛ «⁨muwazi check --rescue⁩» يأخذه كما هو</translation>
    </message>
    <message>
        <source>rows of the table {table} hold what cannot be read ({count})</source>
        <translation>في الجدول {table} صفوف لا تُقرأ (عددها {count})</translation>
    </message>
    <message>
        <source>rows of the table {table} refer to what is not there ({count})</source>
        <translation>في الجدول {table} صفوف تشير إلى ما ليس موجوداً (عددها {count})</translation>
    </message>
    <message>
        <source>an index of the file did not say what the file holds</source>
        <translation>فهرس في الملف لم يطابق ما فيه</translation>
    </message>
    <message>
        <source>it was made anew</source>
        <translation>عُمل من جديد</translation>
    </message>
    <message>
        <source>the translation memory was wrong about some paragraphs ({count})</source>
        <translation>أخطأت ذاكرة الترجمة في بعض الفقرات (عددها {count})</translation>
    </message>
    <message>
        <source>the search index was wrong about some pieces ({count})</source>
        <translation>كان فهرس البحث مخطئاً في بعض المواد ({count})</translation>
    </message>
    <message>
        <source>what the list shows of some pieces did not follow from them ({count})</source>
        <translation>ما تعرضه القائمة من بعض المواد لم يطابقها (عددها {count})</translation>
    </message>
    <message>
        <source>the places of some notes were not those of their words ({count})</source>
        <translation>مواضع بعض الملاحظات لم تكن مواضع كلماتها (عددها {count})</translation>
    </message>
    <message>
        <source>they were found anew</source>
        <translation>عُثر عليها من جديد</translation>
    </message>
    <message>
        <source>the library {path} is locked</source>
        <translation>المكتبة {path} مقفلة</translation>
    </message>
    <message>
        <source>give its passphrase, in the window, on the terminal or with --passphrase-file</source>
        <translation>أدخل عبارة مرورها في النافذة، أو في الطرفية، أو بالخيار --passphrase-file</translation>
    </message>
    <message>
        <source>that is not the passphrase of {path}</source>
        <translation>ليست هذه عبارة مرور {path}</translation>
    </message>
    <message>
        <source>try again; mind the keyboard’s language, capital letters and spaces</source>
        <translation>حاول مرة أخرى، وانتبه إلى لغة لوحة المفاتيح والأحرف الكبيرة والفراغات</translation>
    </message>
    <message>
        <source>the passphrase is empty</source>
        <translation>عبارة المرور فارغة</translation>
    </message>
    <message>
        <source>take one of several words that only you know</source>
        <translation>خذ عبارة من عدة كلمات لا يعرفها غيرك</translation>
    </message>
    <message>
        <source>the library {path} has no passphrase</source>
        <translation>لا عبارة مرور للمكتبة {path}</translation>
    </message>
    <message>
        <source>there is nothing to take away; “muwazi lock” sets one</source>
        <translation>لا شيء يُزال، والأمر «muwazi lock» يضع عبارة</translation>
    </message>
    <message>
        <source>the two passphrases are not the same</source>
        <translation>عبارتا المرور مختلفتان</translation>
    </message>
    <message>
        <source>type the same one twice; nothing has changed</source>
        <translation>اكتب العبارة نفسها مرتين؛ لم يتغير شيء</translation>
    </message>
    <message>
        <source>these files beside the library stay as they were: {files}</source>
        <translation>هذه الملفات بجانب المكتبة تبقى كما كانت: {files}</translation>
    </message>
    <message>
        <source>delete what you do not need of them; copies elsewhere are as they were too</source>
        <translation>احذف منها ما لا تحتاج إليه؛ والنسخ التي في أماكن أخرى تبقى كما كانت أيضاً</translation>
    </message>
    <message>
        <source>there is no piece {piece} in the library</source>
        <translation>لا توجد مادة رقمها {piece} في المكتبة</translation>
    </message>
    <message>
        <source>see “muwazi list” for the numbers</source>
        <translation>انظر الأرقام بالأمر «⁨muwazi list⁩»</translation>
    </message>
    <message>
        <source>piece {piece} of the library has that text already</source>
        <translation>هذا النص موجود في المكتبة في المادة {piece}</translation>
    </message>
    <message>
        <source>open piece {piece}</source>
        <translation>افتح المادة {piece}</translation>
    </message>
    <message>
        <source>piece {piece} in the trash has that text already</source>
        <translation>في المهملات مادة بهذا النص نفسه، رقمها {piece}</translation>
    </message>
    <message>
        <source>bring it back from the trash, or delete it there</source>
        <translation>استعدها من المهملات أو احذفها منها</translation>
    </message>
    <message>
        <source>piece {piece} is in the trash</source>
        <translation>المادة {piece} في المهملات</translation>
    </message>
    <message>
        <source>bring it back first: muwazi trash --restore {piece}</source>
        <translation>استعدها أولاً: ⁨muwazi trash --restore {piece}⁩</translation>
    </message>
    <message>
        <source>piece {piece} is not in the trash</source>
        <translation>المادة {piece} ليست في المهملات</translation>
    </message>
    <message>
        <source>see “muwazi trash” for what is</source>
        <translation>انظر ما فيها بالأمر «⁨muwazi trash⁩»</translation>
    </message>
    <message>
        <source>a name is empty</source>
        <translation>الاسم فارغ</translation>
    </message>
    <message>
        <source>write at least one letter or digit</source>
        <translation>اكتب حرفاً أو رقماً واحداً على الأقل</translation>
    </message>
    <message>
        <source>there is no tag {name} in the library</source>
        <translation>لا وسم {name} في المكتبة</translation>
    </message>
    <message>
        <source>look at the tags again; it may have been removed</source>
        <translation>انظر إلى الوسوم مرة أخرى، فلعله أُزيل</translation>
    </message>
    <message>
        <source>there is no such collection in the library</source>
        <translation>لا مجموعة كهذه في المكتبة</translation>
    </message>
    <message>
        <source>look at the collections again; it may have been removed</source>
        <translation>انظر إلى المجموعات مرة أخرى، فلعلها أُزيلت</translation>
    </message>
    <message>
        <source>there is a collection {name} already</source>
        <translation>توجد مجموعة {name} من قبل</translation>
    </message>
    <message>
        <source>choose another name, or use that one</source>
        <translation>اختر اسماً آخر أو استعملها</translation>
    </message>
    <message>
        <source>the new text lacks a paragraph whose translation you have edited (piece {piece})</source>
        <translation>يخلو النص الجديد من فقرة عدّلتَ ترجمتها (المادة {piece})</translation>
    </message>
    <message>
        <source>copy your translation first</source>
        <translation>انسخ ترجمتك أولاً</translation>
    </message>
    <message>
        <source>piece {piece} of the library has no such part {paragraph}</source>
        <translation>ليس في المادة {piece} من المكتبة الجزء {paragraph} هذا</translation>
    </message>
    <message>
        <source>look at the piece as it is now, and choose a part that it has</source>
        <translation>انظر إلى المادة كما هي الآن واختر جزءاً موجوداً فيها</translation>
    </message>
    <message>
        <source>there is no term {term} in the glossary</source>
        <translation>ليس في المسرد مصطلح رقمه {term}</translation>
    </message>
    <message>
        <source>look at the glossary again; it may have been removed</source>
        <translation>انظر في المسرد من جديد، فلعله حُذف</translation>
    </message>
    <message>
        <source>the glossary has the term {term} already</source>
        <translation>المصطلح {term} في المسرد من قبل</translation>
    </message>
    <message>
        <source>change that one</source>
        <translation>غيّر ذاك</translation>
    </message>
    <message>
        <source>a term lacks its Arabic or its translation</source>
        <translation>ينقص المصطلح عربيته أو ترجمته</translation>
    </message>
    <message>
        <source>write both</source>
        <translation>اكتبهما كليهما</translation>
    </message>
    <message>
        <source>there is no saved search {search} in the library</source>
        <translation>لا بحث محفوظًا برقم {search} في المكتبة</translation>
    </message>
    <message>
        <source>look at the list again; it may have been removed</source>
        <translation>انظر في القائمة من جديد؛ ربما أُزيل</translation>
    </message>
    <message>
        <source>there is no annotation {annotation} in the library</source>
        <translation>لا ملاحظة رقمها {annotation} في المكتبة</translation>
    </message>
    <message>
        <source>see “muwazi annotations” for the numbers; it may have been removed</source>
        <translation>انظر الأرقام بالأمر «⁨muwazi annotations⁩»، فلعلها أُزيلت</translation>
    </message>
    <message>
        <source>there is no text in the selection</source>
        <translation>لا نص في التحديد</translation>
    </message>
    <message>
        <source>select a word or more of one side</source>
        <translation>حدّد كلمة أو أكثر من أحد الجانبين</translation>
    </message>
    <message>
        <source>“{quote}” stands on neither side of piece {piece}</source>
        <translation>لا يوجد «{quote}» في أي من جانبي المادة {piece}</translation>
    </message>
    <message>
        <source>copy the words from “muwazi show {piece}”</source>
        <translation>انسخ الكلمات من «⁨muwazi show {piece}⁩»</translation>
    </message>
    <message>
        <source>there is no colour {colour}</source>
        <translation>لا لون اسمه {colour}</translation>
    </message>
    <message>
        <source>take one of these: {colours}</source>
        <translation>خذ واحداً من هذه: {colours}</translation>
    </message>
    <message>
        <source>there is no bookmark {bookmark} in the library</source>
        <translation>لا إشارة مرجعية رقمها {bookmark} في المكتبة</translation>
    </message>
    <message>
        <source>see “muwazi bookmarks” for the numbers; it may have been removed</source>
        <translation>انظر الأرقام بالأمر «⁨muwazi bookmarks⁩»، فلعلها أُزيلت</translation>
    </message>
    <message>
        <source>there are no terms in {path}</source>
        <translation>لا مصطلحات في {path}</translation>
    </message>
    <message>
        <source>a row of it should hold a term and its translation, parted by a tab or a comma</source>
        <translation>ينبغي أن يكون في كل صف مصطلح وترجمته تفصل بينهما علامة جدولة أو فاصلة</translation>
    </message>
    <message>
        <source>the edited translation is empty</source>
        <translation>الترجمة المحررة فارغة</translation>
    </message>
    <message>
        <source>write a translation, or go back to what stood before</source>
        <translation>اكتب ترجمة أو عد إلى ما كان قبلها</translation>
    </message>
    <message>
        <source>the lexicon does not work ({reason})</source>
        <translation>المعجم لا يعمل ({reason})</translation>
    </message>
    <message>
        <source>start the app again; if it stays so, install it afresh</source>
        <translation>أعد تشغيل البرنامج؛ وإن بقي الحال فأعد تثبيته</translation>
    </message>
    <message>
        <source>{path} is no translation package, or a broken one ({reason})</source>
        <translation>ليس {path} حزمة ترجمة، أو هي حزمة معطوبة ({reason})</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>نزّلها من جديد</translation>
    </message>
    <message>
        <source>the package {path} is not safe to unpack ({reason})</source>
        <translation>فكّ الحزمة {path} غير آمن ({reason})</translation>
    </message>
    <message>
        <source>take one from a source you trust</source>
        <translation>خذ حزمة من مصدر تثق به</translation>
    </message>
    <message>
        <source>the package {path} holds more than a translation package does ({reason})</source>
        <translation>في الحزمة {path} أكثر مما في حزمة ترجمة ({reason})</translation>
    </message>
    <message>
        <source>the package {path} lacks {lacks}</source>
        <translation>ينقص الحزمةَ {path} ما يلي: {lacks}</translation>
    </message>
    <message>
        <source>download it again, or take another</source>
        <translation>نزّلها من جديد، أو خذ غيرها</translation>
    </message>
    <message>
        <source>the package {path} says nothing sensible of itself ({reason})</source>
        <translation>بيانات الحزمة {path} غير مفهومة ({reason})</translation>
    </message>
    <message>
        <source>the package {path} does not load ({reason})</source>
        <translation>تعذّر تحميل الحزمة {path} ({reason})</translation>
    </message>
    <message>
        <source>there is no space left for the package {path} ({reason})</source>
        <translation>لم تبقَ مساحة للحزمة {path} ({reason})</translation>
    </message>
    <message>
        <source>free some space on the disk</source>
        <translation>أفرغ بعض المساحة على القرص</translation>
    </message>
    <message>
        <source>the package {path} cannot be installed ({reason})</source>
        <translation>تعذّر تثبيت الحزمة {path} ({reason})</translation>
    </message>
    <message>
        <source>check the file and the folder of the packages</source>
        <translation>تحقّق من الملف ومن مجلد الحزم</translation>
    </message>
    <message>
        <source>there is no package {package} installed</source>
        <translation>الحزمة {package} غير مثبّتة</translation>
    </message>
    <message>
        <source>see “muwazi models list” for those there are</source>
        <translation>انظر المثبّت منها بالأمر «⁨muwazi models list⁩»</translation>
    </message>
    <message>
        <source>the package {path} does not say which languages it translates between</source>
        <translation>لا تذكر الحزمة {path} بين أيّ لغتين تترجم</translation>
    </message>
    <message>
        <source>name it as in “opus-mt-ar-en”</source>
        <translation>سمِّها على مثال «⁨opus-mt-ar-en⁩»</translation>
    </message>
    <message>
        <source>no model for the engine {engine} is installed</source>
        <translation>لا نموذج مثبّتاً للمحرّك {engine}</translation>
    </message>
    <message>
        <source>install one: muwazi models install FILE</source>
        <translation>ثبّت نموذجاً: ⁨muwazi models install FILE⁩</translation>
    </message>
    <message>
        <source>the package {package} cannot be removed ({reason})</source>
        <translation>تعذّر حذف الحزمة {package} ({reason})</translation>
    </message>
    <message>
        <source>check the folder of the packages</source>
        <translation>تحقّق من مجلد الحزم</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason})</source>
        <translation>تعذّر الوصول إلى {host} ({reason})</translation>
    </message>
    <message>
        <source>check the connection, or install the model from a file</source>
        <translation>تحقّق من الاتصال، أو ثبّت النموذج من ملف</translation>
    </message>
    <message>
        <source>the download from {host} broke off ({reason})</source>
        <translation>انقطع التنزيل من {host} ({reason})</translation>
    </message>
    <message>
        <source>try again later: what has arrived is kept</source>
        <translation>أعد المحاولة لاحقاً: ما وصل محفوظ</translation>
    </message>
    <message>
        <source>{host} does not give what was asked for ({reason})</source>
        <translation>لم يعطِ {host} ما طُلب منه ({reason})</translation>
    </message>
    <message>
        <source>try again later, or install the model from a file</source>
        <translation>أعد المحاولة لاحقاً، أو ثبّت النموذج من ملف</translation>
    </message>
    <message>
        <source>what {host} sends is not the translation package ({reason})</source>
        <translation>ما يرسله {host} ليس حزمة الترجمة ({reason})</translation>
    </message>
    <message>
        <source>there is too little space on the disk for the download ({reason})</source>
        <translation>المساحة على القرص لا تكفي للتنزيل ({reason})</translation>
    </message>
    <message>
        <source>free some space and try again: what has arrived is kept</source>
        <translation>أفرغ بعض المساحة وأعد المحاولة: ما وصل محفوظ</translation>
    </message>
    <message>
        <source>the disk became full during the download</source>
        <translation>امتلأ القرص في أثناء التنزيل</translation>
    </message>
    <message>
        <source>free some space and try again; what had arrived has been removed</source>
        <translation>أفرغ بعض المساحة وأعد المحاولة؛ وقد حُذف ما كان وصل</translation>
    </message>
    <message>
        <source>the download cannot be written ({reason})</source>
        <translation>تعذّرت كتابة ما يُنزَّل ({reason})</translation>
    </message>
    <message>
        <source>check the folder {path}</source>
        <translation>تحقّق من المجلد {path}</translation>
    </message>
    <message>
        <source>the package {package} is being downloaded already</source>
        <translation>الحزمة {package} قيد التنزيل أصلاً</translation>
    </message>
    <message>
        <source>wait for that, or stop it first</source>
        <translation>انتظر انتهاءه، أو أوقفه أولاً</translation>
    </message>
    <message>
        <source>the list of models from {host} makes no sense ({reason})</source>
        <translation>قائمة النماذج من {host} غير مفهومة ({reason})</translation>
    </message>
    <message>
        <source>there is no model for {pair} to be had</source>
        <translation>لا يتوفر نموذج للغتين {pair}</translation>
    </message>
    <message>
        <source>check the languages, as in “ar-en”, or install a model from a file</source>
        <translation>تحقّق من رمزي اللغتين، على مثال «⁨ar-en⁩»، أو ثبّت نموذجاً من ملف</translation>
    </message>
    <message>
        <source>the package {package} does not load ({reason})</source>
        <translation>تعذّر تحميل الحزمة {package} ({reason})</translation>
    </message>
    <message>
        <source>install it again</source>
        <translation>ثبّتها من جديد</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>الحافظة</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>هو مجلد</translation>
    </message>
    <message>
        <source>it is a pipe that nobody writes to</source>
        <translation>هو أنبوب لا يكتب فيه أحد</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>الإذن مرفوض</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لا مساحة على القرص</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>نظام الملفات للقراءة فقط</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>nothing more came</source>
        <translation>لم يصل شيء بعد ذلك</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>رُفض الاتصال</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>الشبكة غير متاحة</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>تعذّر العثور على الاسم الآن</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>الاسم غير معروف</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ليست JSON</translation>
    </message>
    <message>
        <source>it offers nothing</source>
        <translation>لا شيء فيها</translation>
    </message>
    <message>
        <source>its checksum is another</source>
        <translation>بصمته مختلفة</translation>
    </message>
    <message>
        <source>File is not a zip file</source>
        <translation>ليس ملف zip</translation>
    </message>
    <message>
        <source>{asked} names no date</source>
        <translation>‏{asked} ليس فيه تاريخ</translation>
    </message>
    <message>
        <source>write a year, a month or a day, as in {field}:2021, {field}:2021-02 or {field}:2021-02-24, or put it in quotes to look for the words</source>
        <translation>اكتب سنة أو شهراً أو يوماً، مثل ⁦{field}:2021⁩ أو ⁦{field}:2021-02⁩ أو ⁦{field}:2021-02-24⁩، أو ضعه بين علامتي تنصيص للبحث عن الكلمات نفسها</translation>
    </message>
    <message>
        <source>{asked} means nothing here</source>
        <translation>‏{asked} لا معنى له هنا</translation>
    </message>
    <message>
        <source>{field}: goes with note, highlight, bookmark or tag; put it in quotes to look for the words</source>
        <translation>تأتي بعد {field}: كلمةُ ملاحظة أو تظليل أو إشارة أو وسم؛ ضعه بين علامتي تنصيص للبحث عن الكلمات نفسها</translation>
    </message>
    <message>
        <source>{field}: goes with unread, reading, read or starred; put it in quotes to look for the words</source>
        <translation>تأتي بعد {field}: كلمةُ جديد (unread) أو reading أو مقروء (read) أو مميز (starred)؛ ضعه بين علامتي تنصيص للبحث عن الكلمات نفسها</translation>
    </message>
    <message>
        <source>there is no colour of that name ({asked})</source>
        <translation>لا لون بهذا الاسم ({asked})</translation>
    </message>
    <message>
        <source>take yellow, green, blue, pink, purple or a name that you gave one of them; put it in quotes to look for the words</source>
        <translation>استعمل أصفر أو أخضر أو أزرق أو وردي أو بنفسجي أو اسماً أعطيته أنت للون؛ أو ضعه بين علامتي تنصيص للبحث عن الكلمات نفسها</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>there is nothing in it to translate</source>
        <translation>ليس فيها ما يُترجم</translation>
    </message>
    <message>
        <source>there is nothing to translate in it</source>
        <translation>ليس فيها ما يُترجم</translation>
    </message>
    <message>
        <source>the model broke down on it ({reason})</source>
        <translation>تعطّل النموذج عندها ({reason})</translation>
    </message>
    <message>
        <source>the model gave no words for it</source>
        <translation>لم يُعطِ النموذج كلاماً لها</translation>
    </message>
    <message>
        <source>the engine gave no answer</source>
        <translation>لم يُعطِ المحرّك جواباً</translation>
    </message>
    <message>
        <source>the engine gave an empty answer</source>
        <translation>أعطى المحرّك جواباً فارغاً</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>الأذرية</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>البلغارية</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>البنغالية</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>الكتالانية</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>التشيكية</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>الدنماركية</translation>
    </message>
    <message>
        <source>German</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>اليونانية</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنكليزية</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>الإسبرانتو</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>الإستونية</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>الباسكية</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>الفارسية</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>الفنلندية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>الأيرلندية</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>الغاليسية</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>العبرية</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>الهندية</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>المجرية</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>الإندونيسية</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>اليابانية</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>الكورية</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>القرغيزية</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>الليتوانية</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>اللاتفية</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>الملايوية</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>النرويجية</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>الهولندية</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>البرتغالية (البرازيل)</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>البولندية</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>البرتغالية</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>الرومانية</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>السلوفاكية</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>السلوفينية</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>الألبانية</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>الصربية</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>السويدية</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>التايلاندية</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>التاغالوغية</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>الأوكرانية</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>الفيتنامية</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>Chinese (traditional)</source>
        <translation>الصينية (التقليدية)</translation>
    </message>
    <message>
        <source>{source} to {target}</source>
        <translation>من {source} إلى {target}</translation>
    </message>
</context>
<context>
    <name>pos</name>
    <message>
        <source>noun</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>name</source>
        <translation>اسم علم</translation>
    </message>
    <message>
        <source>adjective</source>
        <translation>صفة</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>ظرف</translation>
    </message>
    <message>
        <source>verb, perfect</source>
        <translation>فعل ماضٍ</translation>
    </message>
    <message>
        <source>verb, imperfect</source>
        <translation>فعل مضارع</translation>
    </message>
    <message>
        <source>verb, imperative</source>
        <translation>فعل أمر</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>حرف جر</translation>
    </message>
    <message>
        <source>conjunction</source>
        <translation>حرف عطف</translation>
    </message>
    <message>
        <source>particle</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>أداة نفي</translation>
    </message>
    <message>
        <source>question word</source>
        <translation>أداة استفهام</translation>
    </message>
    <message>
        <source>interjection</source>
        <translation>اسم فعل أو أداة تعجب</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>اختصار</translation>
    </message>
    <message>
        <source>relative pronoun</source>
        <translation>اسم موصول</translation>
    </message>
    <message>
        <source>article</source>
        <translation>أداة تعريف</translation>
    </message>
    <message>
        <source>demonstrative</source>
        <translation>اسم إشارة</translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation>ضمير</translation>
    </message>
</context>
<context>
    <name>provenance</name>
    <message>
        <source>Not translated: {reason}</source>
        <translation>لم تُترجم: {reason}</translation>
    </message>
    <message>
        <source>As it stands in the original: nothing to translate.</source>
        <translation>كما هي في الأصل: لا شيء يُترجم.</translation>
    </message>
    <message>
        <source>{maker}, on {when}</source>
        <translation>{maker}، في {when}</translation>
    </message>
    <message>
        <source>Translated again. Of {total} parts, {changed} read otherwise than before.</source>
        <translation>أُعيدت الترجمة. من {total} من الأجزاء تغيّرت صياغة {changed}.</translation>
    </message>
    <message>
        <source>Done again word by word, with the same words: it would take a model to put it otherwise.</source>
        <translation>أُعيد ذلك كلمة بكلمة فجاءت الكلمات نفسها: لا تتغيّر الصياغة إلا بنموذج ترجمة.</translation>
    </message>
    <message>
        <source>Translated again, and the model has put it in the same words.</source>
        <translation>أُعيدت الترجمة، وجاء النموذج بالصياغة نفسها.</translation>
    </message>
    <message>
        <source>Your glossary: {source} → {wanted}</source>
        <translation>في معجمك: {source} ← {wanted}</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>كتبها شخص</translation>
    </message>
    <message>
        <source>Word by word, from the lexicon</source>
        <translation>كلمة كلمة، من المعجم</translation>
    </message>
    <message>
        <source>Translated by {engine}</source>
        <translation>ترجمة {engine}</translation>
    </message>
    <message>
        <source>Translated by {engine}, package {package}</source>
        <translation>ترجمة {engine}، الحزمة {package}</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d MMM yyyy، HH:mm</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>address</source>
        <translation>عنوان على الشبكة</translation>
    </message>
    <message>
        <source>advert</source>
        <translation>إعلان</translation>
    </message>
    <message>
        <source>another date</source>
        <translation>تاريخ آخر</translation>
    </message>
    <message>
        <source>app advert</source>
        <translation>دعاية تطبيق</translation>
    </message>
    <message>
        <source>below the article</source>
        <translation>أسفل المقال</translation>
    </message>
    <message>
        <source>beside the date</source>
        <translation>بجانب التاريخ</translation>
    </message>
    <message>
        <source>breadcrumb</source>
        <translation>مسار التصفح</translation>
    </message>
    <message>
        <source>chat header</source>
        <translation>ترويسة محادثة</translation>
    </message>
    <message>
        <source>chat mark</source>
        <translation>علامة محادثة</translation>
    </message>
    <message>
        <source>comment widget</source>
        <translation>خانة تعليقات</translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation>إشعار ملفات الارتباط</translation>
    </message>
    <message>
        <source>copyright footer</source>
        <translation>حقوق النشر</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>عدّاد</translation>
    </message>
    <message>
        <source>disclaimer</source>
        <translation>إخلاء مسؤولية</translation>
    </message>
    <message>
        <source>follow us</source>
        <translation>دعوة للمتابعة</translation>
    </message>
    <message>
        <source>footer links</source>
        <translation>روابط ذيل الصفحة</translation>
    </message>
    <message>
        <source>font widget</source>
        <translation>أداة حجم الخط</translation>
    </message>
    <message>
        <source>forwarding mark</source>
        <translation>علامة إعادة توجيه</translation>
    </message>
    <message>
        <source>Hijri date alone</source>
        <translation>تاريخ هجري وحده</translation>
    </message>
    <message>
        <source>label of related headlines</source>
        <translation>عنوان روابط ذات صلة</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>menu or site name</source>
        <translation>قائمة أو اسم الموقع</translation>
    </message>
    <message>
        <source>most-read list</source>
        <translation>قائمة الأكثر قراءة</translation>
    </message>
    <message>
        <source>newsletter</source>
        <translation>نشرة بريدية</translation>
    </message>
    <message>
        <source>no day of the calendar</source>
        <translation>ليس يوماً في التقويم</translation>
    </message>
    <message>
        <source>number alone</source>
        <translation>رقم وحده</translation>
    </message>
    <message>
        <source>ornament</source>
        <translation>زخرفة</translation>
    </message>
    <message>
        <source>outside the article</source>
        <translation>خارج المقال</translation>
    </message>
    <message>
        <source>page control</source>
        <translation>زر في الصفحة</translation>
    </message>
    <message>
        <source>picture&apos;s stand-in</source>
        <translation>بديل صورة</translation>
    </message>
    <message>
        <source>reading time</source>
        <translation>مدة القراءة</translation>
    </message>
    <message>
        <source>relative time, no date</source>
        <translation>وقت نسبي بلا تاريخ</translation>
    </message>
    <message>
        <source>share button</source>
        <translation>زر مشاركة</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>وسوم</translation>
    </message>
    <message>
        <source>the headline again</source>
        <translation>العنوان مكرراً</translation>
    </message>
    <message>
        <source>time of last change</source>
        <translation>وقت آخر تعديل</translation>
    </message>
    <message>
        <source>time without a date</source>
        <translation>وقت بلا تاريخ</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>star</source>
        <translation>وضع نجمة</translation>
    </message>
    <message>
        <source>remove the star</source>
        <translation>إزالة النجمة</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>تعليم كمقروءة</translation>
    </message>
    <message>
        <source>mark as being read</source>
        <translation>تعليم كقيد القراءة</translation>
    </message>
    <message>
        <source>mark as unread</source>
        <translation>تعليم كغير مقروءة</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>remove the tag</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>put into a collection</source>
        <translation>إضافة إلى مجموعة</translation>
    </message>
    <message>
        <source>take out of a collection</source>
        <translation>إخراج من مجموعة</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>new collection</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>keep apart</source>
        <translation>إبقاء منفصلة</translation>
    </message>
    <message>
        <source>move to the trash</source>
        <translation>نقل إلى المهملات</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>change of a note</source>
        <translation>تعديل ملاحظة</translation>
    </message>
    <message>
        <source>change of colour</source>
        <translation>تغيير اللون</translation>
    </message>
    <message>
        <source>placing of a note</source>
        <translation>تحديد موضع ملاحظة</translation>
    </message>
    <message>
        <source>removal of a note</source>
        <translation>حذف ملاحظة</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>name of a bookmark</source>
        <translation>تسمية إشارة مرجعية</translation>
    </message>
    <message>
        <source>removal of a bookmark</source>
        <translation>حذف إشارة مرجعية</translation>
    </message>
    <message>
        <source>name of a colour</source>
        <translation>تسمية لون</translation>
    </message>
    <message>
        <source>save the search</source>
        <translation>حفظ البحث</translation>
    </message>
    <message>
        <source>rename the search</source>
        <translation>تغيير اسم البحث</translation>
    </message>
    <message>
        <source>forget the search</source>
        <translation>نسيان البحث</translation>
    </message>
    <message>
        <source>giving up of an edit</source>
        <translation>التخلّي عن تعديل</translation>
    </message>
</context>
</TS>
