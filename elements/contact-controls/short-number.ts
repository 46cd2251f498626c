// Short numbers: emergency calls and services that each country has for itself. They have no international form.

/** Countries that share the code +1, whose services have three digits of which the last two are 1. */
const NORTH_AMERICA = 'AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT US VC VG VI'.split(' ');
const NORTH_AMERICAN = /^(?:[2-9]11|933|988)$/;

/** Emergency numbers that are taken everywhere a network knows them. */
const EMERGENCY = /^(?:112|911|999)$/;

/** Nearly everywhere else, and on some islands of North America, services begin with 1 or 9 as no other number does. */
const USUAL = /^(?:1\d\d|9\d\d|1\d{3,5})$/;

/** Those of countries that have others besides. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  AU: /^000$/,
  FR: /^(?:1[578]|3\d{3})$/,
  MX: /^089$/,
  NZ: /^(?:018|1\d\d)$/,
  SE: /^(?:11\d{3}|90\d{3})$/,
};

/**
 * True for a short number of a country.
 * @param digits the digits that were typed.
 * @param country code of the country, such as `US`.
 */
export function isShortNumber(digits: string, country: string): boolean {
  if (EMERGENCY.test(digits) || OTHERS[country]?.test(digits)) return true;
  if (country === 'US' || country === 'CA') return NORTH_AMERICAN.test(digits);
  if (NORTH_AMERICA.includes(country)) return NORTH_AMERICAN.test(digits) || /^[19]\d\d$/.test(digits);
  return USUAL.test(digits);
}
