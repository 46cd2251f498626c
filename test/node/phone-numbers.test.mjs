// The reader of numbers beside the single file is a part of a library: it reads what the whole library reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as whole from 'libphonenumber-js/min';
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

test('it has what the element calls', () => {
  const source = readFileSync(new URL('../../elements/contact-controls/phone-number.ts', import.meta.url), 'utf8');
  const [, names] = /const \{ (.+) \} = library;/.exec(source);
  assert.deepEqual(Object.keys(part).sort(), names.split(', ').sort());
});
