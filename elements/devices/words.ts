// The words of the choice of devices, in every language that is published: together they are smaller than a file for each.
import { entryOf } from '../../src/conduit/entry-of.js';
import { inForce, languages } from '../words/languages.js';
import type { DeviceTerms } from './terms.js';

const english: DeviceTerms = {
  microphone: 'Microphone',
  speaker: 'Speaker',
  ringer: 'Ringer',
  byDefault: 'System default',
  gone: (name) => `${name} is not connected. The system default is used.`,
  nextCall: 'It is used from the next call on.',
  hidden: 'Your browser hides the names of devices until you allow the microphone.',
  allow: 'Allow microphone',
  noSpeakers: 'This browser gives no choice of speakers: sound comes from the system default.',
  noAnswer: 'The contact control panel has not said which devices there are.',
};

const WORDS: Readonly<Record<string, DeviceTerms | undefined>> = {
  ar: {
    microphone: 'الميكروفون',
    speaker: 'مكبر الصوت',
    ringer: 'الرنين',
    byDefault: 'افتراضي النظام',
    gone: (name) => `${name} غير متصل. يُستخدم افتراضي النظام.`,
    nextCall: 'يُستخدم ابتداءً من المكالمة التالية.',
    hidden: 'يخفي المتصفح أسماء الأجهزة حتى تسمح بالميكروفون.',
    allow: 'السماح بالميكروفون',
    noSpeakers: 'لا يتيح هذا المتصفح اختيار مكبر الصوت: يصدر الصوت من افتراضي النظام.',
    noAnswer: 'لم تذكر اللوحة الأجهزة المتاحة.',
  },
  de: {
    microphone: 'Mikrofon',
    speaker: 'Lautsprecher',
    ringer: 'Klingelton',
    byDefault: 'Systemstandard',
    gone: (name) => `${name} ist nicht angeschlossen. Es gilt der Systemstandard.`,
    nextCall: 'Gilt ab dem nächsten Anruf.',
    hidden: 'Ihr Browser verbirgt die Namen der Geräte, bis Sie das Mikrofon erlauben.',
    allow: 'Mikrofon erlauben',
    noSpeakers: 'In diesem Browser lassen sich keine Lautsprecher wählen: Es gilt der Systemstandard.',
    noAnswer: 'Das Panel hat nicht gesagt, welche Geräte es gibt.',
  },
  es: {
    microphone: 'Micrófono',
    speaker: 'Altavoz',
    ringer: 'Timbre',
    byDefault: 'Predeterminado del sistema',
    gone: (name) => `${name} no está conectado. Se usa el predeterminado del sistema.`,
    nextCall: 'Se usa a partir de la próxima llamada.',
    hidden: 'El navegador oculta los nombres de los dispositivos hasta que permita el micrófono.',
    allow: 'Permitir micrófono',
    noSpeakers: 'Este navegador no permite elegir altavoz: se usa el predeterminado del sistema.',
    noAnswer: 'El panel no ha dicho qué dispositivos hay.',
  },
  fr: {
    microphone: 'Microphone',
    speaker: 'Haut-parleur',
    ringer: 'Sonnerie',
    byDefault: 'Par défaut du système',
    gone: (name) => `${name} n’est pas connecté. L’appareil par défaut du système est utilisé.`,
    nextCall: 'Utilisé à partir du prochain appel.',
    hidden: 'Votre navigateur cache les noms des appareils tant que vous n’autorisez pas le microphone.',
    allow: 'Autoriser le microphone',
    noSpeakers: 'Ce navigateur ne permet pas de choisir le haut-parleur : celui du système est utilisé.',
    noAnswer: 'Le panneau n’a pas dit quels appareils il y a.',
  },
  ja: {
    microphone: 'マイク',
    speaker: 'スピーカー',
    ringer: '着信音',
    byDefault: 'システムの既定',
    gone: (name) => `${name} は接続されていません。システムの既定を使います。`,
    nextCall: '次の通話から使われます。',
    hidden: 'マイクを許可するまで、ブラウザーはデバイスの名前を表示しません。',
    allow: 'マイクを許可',
    noSpeakers: 'このブラウザーではスピーカーを選べません。システムの既定を使います。',
    noAnswer: 'パネルからデバイスの一覧が届きません。',
  },
  pt: {
    microphone: 'Microfone',
    speaker: 'Alto-falante',
    ringer: 'Toque',
    byDefault: 'Padrão do sistema',
    gone: (name) => `${name} não está conectado. O padrão do sistema é usado.`,
    nextCall: 'Vale a partir da próxima chamada.',
    hidden: 'Seu navegador oculta os nomes dos dispositivos até você permitir o microfone.',
    allow: 'Permitir microfone',
    noSpeakers: 'Este navegador não permite escolher o alto-falante: o padrão do sistema é usado.',
    noAnswer: 'O painel não disse quais dispositivos existem.',
  },
};

/**
 * The words where an element stands: in the language of its other words, with those that the page has registered in their place.
 * @param element the element.
 * @param own what the page has registered.
 */
export function deviceWords(element: Element, own: Partial<DeviceTerms> | undefined): DeviceTerms {
  const [language] = (inForce(element, 'lang') || 'en').toLowerCase().split(/[-_]/);
  const published = languages().whole.has(language) ? entryOf(WORDS, language) : undefined;
  return { ...(published ?? english), ...own };
}
