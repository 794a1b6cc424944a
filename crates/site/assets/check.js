/**
 * A line at the end of a letter's page, with a button that compares the page, its record and its text, as the reader's browser has them,
 * with the list of SHA-256 of the site.
 */

const WORDS = {
  ar: ['التحقق من ملفات هذه الصفحة', 'الملفات مطابقة لما نُشر.', 'يختلف عما نُشر:', 'لم يتسنَّ التحقق.', 'هذا التحقق يكشف التلف لا التلاعب: فمن يستطيع تغيير رسالة يستطيع تغيير القائمة.'],
  en: ['Check the files of this page', 'The files are as they were published.', 'Not as it was published:', 'The files could not be checked.', 'This finds damage, not deceit: whoever can change a letter can change the list.'],
  es: ['Comprobar los archivos de esta página', 'Los archivos son los publicados.', 'Difiere de lo publicado:', 'No se han podido comprobar los archivos.', 'Esto detecta daños, no engaños: quien puede cambiar una carta puede cambiar la lista.'],
  fr: ['Vérifier les fichiers de cette page', 'Les fichiers sont ceux qui ont été publiés.', 'Diffère de ce qui a été publié\u{a0}:', 'Les fichiers n’ont pas pu être vérifiés.', 'Ceci décèle un dommage, non une fraude\u{a0}: qui peut changer une lettre peut changer la liste.'],
  ru: ['Проверить файлы этой страницы', 'Файлы таковы, какими были опубликованы.', 'Отличается от опубликованного:', 'Файлы не удалось проверить.', 'Так обнаруживаются повреждения, но не подлог: кто может изменить письмо, может изменить и список.'],
  zh: ['核对本页文件', '文件与发布时一致。', '与发布时不同：', '无法核对文件。', '此核对可发现损坏，但不能发现伪造：能更改信函者也能更改清单。'],
};

const [check, same, different, failed, note] = WORDS[document.documentElement.lang.slice(0, 2)] ?? WORDS.en;

const fetched = async (file, cache) => {
  const answer = await fetch(new URL(file, location.href), { cache });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.arrayBuffer();
};

const sumOf = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The files of the page that are not as the list says. */
const damaged = async () => {
  const list = new TextDecoder().decode(await fetched('SHA256SUMS', 'no-cache'));
  const sums = new Map(list.trim().split('\n').map((line) => line.split('  ').reverse()));
  // Some servers leave out the ending.
  const name = location.pathname.split('/').at(-1).replace(/\.html$/, '');
  const files = [`${name}.html`, `${name}.json`, `${name}.md`];
  // What the browser has loaded, where it has kept it; nothing has loaded the text.
  const cacheFor = (file) => (file.endsWith('.md') ? 'no-cache' : 'force-cache');
  const found = await Promise.all(files.map(async (file) => (await sumOf(await fetched(file, cacheFor(file)))) === sums.get(file)));
  return files.filter((_, index) => !found[index]);
};

const line = document.createElement('p');
line.className = 'check';
const button = document.createElement('button');
button.type = 'button';
button.textContent = check;
const result = document.createElement('span');
result.setAttribute('role', 'status');
line.append(button, ' ', result);
document.querySelector('main').append(line);

button.addEventListener('click', async () => {
  result.textContent = '…';
  try {
    const files = await damaged();
    result.textContent = `${files.length === 0 ? same : `${different} ${files.join(', ')}.`} ${note}`;
  } catch {
    // Without HTTPS, a browser computes no sums.
    result.textContent = failed;
  }
});
