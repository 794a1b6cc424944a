//! The words of the pages of a site that nothing else of the product says, in each language.

use letters::ids::Language;

/// The words in a language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The name of the site.
    pub(crate) site: &'static str,
    pub(crate) home: &'static str,
    pub(crate) years: &'static str,
    pub(crate) series: &'static str,
    pub(crate) deadlines: &'static str,
    /// Letters that belong together.
    pub(crate) dossiers: &'static str,
    pub(crate) undated: &'static str,
    /// Before the names of the other languages, on a page that has no letter.
    pub(crate) missing: &'static str,
    pub(crate) versions: &'static str,
    pub(crate) feed: &'static str,
    pub(crate) latest: &'static str,
}

/// The words in the language.
pub(crate) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Arabic => &Words {
            site: "الرسائل المعممة للاتحاد الدولي للاتصالات",
            home: "جميع الرسائل",
            years: "السنوات",
            series: "السلاسل",
            deadlines: "المواعيد النهائية",
            dossiers: "ملفات الرسائل",
            undated: "بلا تاريخ",
            missing: "هذه الرسالة غير متاحة بالعربية. وهي متاحة باللغات التالية:",
            versions: "اللغات",
            feed: "موجز Atom",
            latest: "أحدث الرسائل",
        },
        Language::Chinese => &Words {
            site: "国际电信联盟通函",
            home: "全部信函",
            years: "年份",
            series: "系列",
            deadlines: "截止日期",
            dossiers: "相关信函",
            undated: "无日期",
            missing: "本信函没有中文版。现有以下语文版本：",
            versions: "语文",
            feed: "Atom 订阅源",
            latest: "最新信函",
        },
        Language::English => &Words {
            site: "Circular letters of the ITU",
            home: "All letters",
            years: "Years",
            series: "Series",
            deadlines: "Deadlines",
            dossiers: "Letters that belong together",
            undated: "Without a date",
            missing: "This letter is not available in English. It is available in:",
            versions: "Languages",
            feed: "Atom feed",
            latest: "Latest letters",
        },
        Language::French => &Words {
            site: "Lettres circulaires de l’UIT",
            home: "Toutes les lettres",
            years: "Années",
            series: "Séries",
            deadlines: "Échéances",
            dossiers: "Dossiers",
            undated: "Sans date",
            missing: "Cette lettre n’est pas disponible en français. Elle l’est en\u{a0}:",
            versions: "Langues",
            feed: "Flux Atom",
            latest: "Dernières lettres",
        },
        Language::Russian => &Words {
            site: "Циркулярные письма МСЭ",
            home: "Все письма",
            years: "Годы",
            series: "Серии",
            deadlines: "Предельные сроки",
            dossiers: "Подборки писем",
            undated: "Без даты",
            missing: "На русском языке этого письма нет. Оно есть на следующих языках:",
            versions: "Языки",
            feed: "Лента Atom",
            latest: "Последние письма",
        },
        Language::Spanish => &Words {
            site: "Cartas circulares de la UIT",
            home: "Todas las cartas",
            years: "Años",
            series: "Series",
            deadlines: "Plazos",
            dossiers: "Expedientes",
            undated: "Sin fecha",
            missing: "Esta carta no está disponible en español. Está disponible en:",
            versions: "Idiomas",
            feed: "Canal Atom",
            latest: "Últimas cartas",
        },
    }
}
