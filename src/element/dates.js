/** Dates in the words of a language, by the browser's own `Intl`. */

/** The formats made so far: making one takes the browser far longer than using it. */
const formats = new Map();

const newFormat = (code) => {
  const options = { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' };
  return new Intl.DateTimeFormat(code === 'en' ? 'en-GB' : code, options);
};

/** The day (`2020-10-05`) in the words of the language. */
export const dayIn = (code, day) => formatFor(code).format(new Date(`${day}T00:00Z`));

/** The format of the language, which may be asked for before there is a date. */
export const formatFor = (code) => {
  if (!formats.has(code)) formats.set(code, newFormat(code));
  return formats.get(code);
};
