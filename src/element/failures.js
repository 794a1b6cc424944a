/** What readers are told when the viewer cannot run; loaded when it cannot. */

/** Where WebAssembly may not run, and where the viewer has stopped. */
export const FAILURES = {
  'wasm-blocked': {
    ar: 'لا يسمح هذا الموقع أو المتصفح بتشغيل عارض الرسائل.',
    zh: '本网站或浏览器不允许运行信函查看器。',
    en: 'This site or this browser does not allow the letter viewer to run.',
    fr: 'Ce site ou ce navigateur n’autorise pas l’exécution de la visionneuse de lettres.',
    ru: 'Этот сайт или браузер не разрешает запуск средства просмотра писем.',
    es: 'Este sitio o este navegador no permite ejecutar el visor de cartas.',
  },
  crashed: {
    ar: 'توقّف عارض الرسائل. تُعرض الرسالة كنص بسيط.',
    zh: '信函查看器已停止运行。信函以简单文本形式显示。',
    en: 'The letter viewer has stopped. The letter is shown as plain text.',
    fr: 'La visionneuse de lettres s’est arrêtée. La lettre est affichée en texte simple.',
    ru: 'Средство просмотра писем остановлено. Письмо показано простым текстом.',
    es: 'El visor de cartas se ha detenido. La carta se muestra como texto sin formato.',
  },
};
