// The reader of numbers beside the single file is a part of a library: it reads what the whole library reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as whole from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import * as part from '../../cdn/phone-numbers.min.js';

/** Ways to write the same number, and numbers that are none. */
function writtenIn(country) {
  const number = whole.getExampleNumber(country, examples);
  const national = number.formatNational();
  return [national, number.formatInternational(), number.nationalNumber, national.slice(0, 3), `${national}99999999`];
}

const readBy = (library, text, defaultCountry) => {
  const options = { defaultCountry, extract: false };
  const found = library.parsePhoneNumberFromString(text, options);
  return [found?.number, found?.isPossible(), library.validatePhoneNumberLength(text, options)];
};

test('numbers of every country', () => {
  const countries = whole.getCountries();
  assert.ok(countries.length > 200);
  for (const country of countries) {
    assert.ok(part.isSupportedCountry(country));
    for (const text of writtenIn(country)) {
      assert.deepEqual(readBy(part, text, country), readBy(whole, text, country), `${country}: ${text}`);
    }
  }
});

test('a country that is none', () => assert.equal(part.isSupportedCountry('XX'), false));

test('the countries in which a 0 is dialled inside only are those that the bare reader knows', () => {
  const source = readFileSync(new URL('../../src/api/phone-number.ts', import.meta.url), 'utf8');
  const listed = /TRUNK_ZERO = new Set\(([^;]+)\.split/.exec(source)[1].match(/\d+/g);
  for (const code of listed) {
    const [country] = metadata.country_calling_codes[code];
    assert.equal(metadata.countries[country][5], '0', `+${code} (${country}) has no trunk prefix 0`);
    const number = whole.getExampleNumber(country, examples);
    assert.doesNotMatch(number.nationalNumber, /^0/, `+${code}: numbers begin with 0`);
    const withZero = whole.parsePhoneNumberFromString(`+${code}0${number.nationalNumber}`);
    assert.equal(withZero?.number, number.number, `+${code}: the library keeps the 0`);
  }
});

test('it has what the element calls', () => {
  const source = readFileSync(new URL('../../elements/contact-controls/phone-number.ts', import.meta.url), 'utf8');
  const [, names] = /const \{ (.+) \} = library;/.exec(source);
  assert.deepEqual(Object.keys(part).sort(), names.split(', ').sort());
});
