/** What the page says of a Word file, in Arabic. */
export default {
  title: 'من Word: ⁨{name}⁩',
  reading: 'جارٍ قراءة الملف. لا يغادر شيء هذه الصفحة.',
  receipt: 'ما آلت إليه حروف الملف',
  characters: 'عدد حروف الملف',
  kept: 'في الرسالة',
  added: 'أُضيف: علامات Markdown والأرقام التلقائية ونهايات الأسطر',
  leftOut: 'حُذف: {about}',
  dropped: {
    deleted: 'نص محذوف', 'moved-away': 'نص في الموضع الذي نُقل منه', comments: 'تعليقات', hidden: 'نص مخفي',
    headers: 'رؤوس الصفحات التالية', footers: 'تذييلات الصفحات', 'note-marks': 'علامات الحواشي', 'page-breaks': 'فواصل الصفحات',
    spaces: 'مسافات لا تظهر', readings: 'قراءات فوق الحروف', 'unmarked-notes': 'حواشٍ بلا علامة في النص', fields: 'أسماء ومسارات داخلية تعرضها الحقول',
  },
  remarks: {
    'unknown-element': 'عنصر غير معروف أُبقي نصه: ⁨{about}⁩', 'link-dropped': 'رابط محذوف: ⁨{about}⁩', 'picture-without-description': 'صورة بلا وصف ليست في الرسالة.',
    'emblem-dropped': 'الصورة في ترويسة الرسالة ليست في الرسالة.', 'object-dropped': 'كائن مضمَّن ليس في الرسالة: ⁨{about}⁩', 'macros-dropped': 'في الملف وحدات ماكرو؛ لا تُقرأ.',
    'template-dropped': 'للملف قالب في مكان آخر؛ لا يُفتح: ⁨{about}⁩', 'name-in-properties': 'اسم في خصائص الملف: ⁨{about}⁩', 'unknown-symbol': 'رمز غير معروف، كُتب �: ⁨{about}⁩',
    'unknown-number-format': 'نسق أرقام غير معروف، كُتب بالأرقام: ⁨{about}⁩', 'chunk-dropped': 'ينقص نص ملف آخر (⁨{about}⁩): افتح الملف في Word واحفظه.', unfilled: 'في الرسالة حقل لم يُملأ: ⁨{about}⁩',
  },
  refusals: {
    unaccepted: 'في الملف مراجعات أو تعليقات لم يقبلها أحد. اقبلها أو ارفضها في Word واحذف التعليقات ثم احفظ.', old: 'هذا ملف Word 97–2003. احفظه في Word بصيغة «مستند Word ‏(.docx)».',
    encrypted: 'الملف محمي بكلمة مرور. احفظه دونها.', 'rich-text': 'هذا ملف RTF. احفظه في Word بصيغة «مستند Word ‏(.docx)».', pdf: 'هذا ملف PDF. استعمل ملف Word الذي أُنشئ منه.',
    page: 'هذه صفحة ويب. احفظها في Word بصيغة «مستند Word ‏(.docx)».', 'not-word': 'هذا ليس ملف Word.', damaged: 'الملف تالف. افتحه في Word الذي قد يصلحه، ثم احفظه.',
    'too-large': 'الملف أكبر من أي رسالة.', 'document-type': 'لا يُقرأ الملف: قد يحيل إلى ملفات أخرى.', failed: 'تعذّرت قراءة الملف.',
  },
  accept: 'عرضه كما لو قُبل كل شيء', save: 'حفظ بصيغة Markdown', close: 'إغلاق',
  comparing: 'جارٍ مقارنة الرسالة بالنسخة المنشورة.', unpublished: 'هذه النسخة من الرسالة غير منشورة هنا.', unreachable: 'تعذّر تحميل النسخة المنشورة للمقارنة.', identical: 'النص مطابق: النسخة المنشورة تقول الشيء نفسه.',
  differs: 'يختلف النص عن النسخة المنشورة:', here: 'في الملف', there: 'منشور',
};
