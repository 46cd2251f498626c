// What is used of libphonenumber-js: a module of its own, for it is far larger than the rest and fetched with the first number that
// needs it.
export {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';
