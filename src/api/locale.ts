// The languages that an agent's preferences may name. docs/protocol.md, section 5.3.

const LOCALES: readonly string[] = [
  'en_US',
  'de_DE',
  'es_ES',
  'fr_FR',
  'ja_JP',
  'it_IT',
  'ko_KR',
  'pt_BR',
  'zh_CN',
  'zh_TW',
];

/** True if the CCP has a language of this id, such as `en_US`. */
export const isValidLocale = (id: string): boolean => LOCALES.includes(id);
