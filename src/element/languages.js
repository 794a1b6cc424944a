/** The six official languages, in their neutral order: that of the ITU's language letters (A C E F R S). */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];

/** The language of a tag such as `fr-CH`; undefined if it is none of the six. */
export const languageOf = (tag) => LANGUAGES.find((code) => code === tag?.trim().split(/[-_]/)[0].toLowerCase());

/** The languages of a list such as `ar zh` or `ar,zh`, each once. */
export const languagesOf = (list) => [...new Set((list ?? '').split(/[ ,\n\t]/).map(languageOf))].filter(Boolean);

export const directionOf = (code) => (code === 'ar' ? 'rtl' : 'ltr');
