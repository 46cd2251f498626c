// The reader of phone numbers: what people write, and what becomes of it without the rules of a country.
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type NumberProblem, PhoneNumberError, toDialledNumber } from '../src/api/phone-number.js';
import { withPlainDigits, withPlainSigns } from '../src/api/written-text.js';

/** Reads a number as the API does; the problem if it is refused. */
function read(text: unknown): string {
  try {
    return toDialledNumber(text);
  } catch (error) {
    expect(error).to.be.instanceOf(PhoneNumberError);
    return (error as PhoneNumberError).problem;
  }
}

const READ: readonly (readonly [what: string, written: unknown, dialled: string])[] = [
  ['E.164', '+12065550100', '+12065550100'],
  ['groups', '+1 (206) 555-0100', '+12065550100'],
  ['dots', '+49.30.1234567', '+49301234567'],
  ['blanks around it', ' +12065550100\n', '+12065550100'],
  ['quotes around it', '“+12065550100”,', '+12065550100'],
  ['a label', 'Tel.: +49 30 1234567', '+49301234567'],
  ['a telephone', '☎️ +49 30 1234567', '+49301234567'],
  ['an area behind a slash', '+49 30/1234567', '+49301234567'],
  ['a plus in brackets', '(+44) 20 7946 0018', '+442079460018'],
  ['a 0 in brackets', '+44 (0)20 7946 0018', '+442079460018'],
  ['a 0 in brackets with blanks', '+44 ( 0 ) 20 7946 0018', '+442079460018'],
  ['a 0 in square brackets', '+44[0]20 7946 0018', '+442079460018'],
  ['a 0 in full-width brackets', '+81（0）3 1234 5678', '+81312345678'],
  ['a 0 that brackets share', '+44 (020) 7946 0018', '+442079460018'],
  ['a 0 without brackets', '+33 01 23 45 67 89', '+33123456789'],
  ['a 0 in brackets where there is none', '+34 (0)91 123 45 67', '+34911234567'],
  ['a 0 that belongs to the number', '+39 06 698 1234', '+39066981234'],
  ['a 0 that belongs to it, in brackets', '+39 (0)6 698 1234', '+39066981234'],
  ['an address', 'tel:+12065550100', '+12065550100'],
  ['an address in capitals, with hyphens', 'TEL:+1-206-555-0100', '+12065550100'],
  ['an encoded address', 'tel:%2B1%20206%20555%200100', '+12065550100'],
  ['an address with slashes', 'tel://+12065550100', '+12065550100'],
  ['an address with parameters', 'tel:+12065550100;npdi;rn=+12065550199', '+12065550100'],
  ['an address with its context', 'tel:+12065550100;phone-context=example.com', '+12065550100'],
  ['a context in the address of another program', 'callto:+12065550100', '+12065550100'],
  ['direction marks', '\u202a+1 206 555 0100\u202c', '+12065550100'],
  ['isolates', '\u2066+1 206 555 0100\u2069', '+12065550100'],
  ['blanks without width', '+1\u200b206\u2060555\ufeff0100', '+12065550100'],
  ['soft hyphens', '+1206\u00ad555\u00ad0100', '+12065550100'],
  ['blanks that do not break', '+1\u00a0206\u202f555\u20070100', '+12065550100'],
  ['blanks as wide as an ideogram', '+81　3　1234　5678', '+81312345678'],
  ['hyphens that do not break', '+1\u2011206\u2013555\u22120100', '+12065550100'],
  ['full-width signs', '＋８１ ３－１２３４－５６７８', '+81312345678'],
  ['the dash of a Japanese keyboard', '+81ー3ー1234ー5678', '+81312345678'],
  ['Arabic digits', '+٤٤ ٢٠ ٧٩٤٦ ٠٠١٨', '+442079460018'],
  ['Persian digits', '+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸', '+982112345678'],
  ['Devanagari digits', '+९१ ११ २३४५ ६७८९', '+911123456789'],
  ['00, where it is one number only', '0044 20 7946 0018', '+442079460018'],
  ['00, and a 0 in brackets', '0049 (0)30 1234567', '+49301234567'],
  ['011, where it is one number only', '011 44 20 7946 0018', '+442079460018'],
  ['bare digits, as they are', '12065550100', '12065550100'],
  ['bare digits of a number, as they are', 12065550100, '12065550100'],
  ['bare digits with marks', '\u202a12065550100\u202c', '12065550100'],
  ['bare digits of another script', '١٢٠٦٥٥٥٠١٠٠', '12065550100'],
  ['an emergency number', '911', '911'],
  ['an emergency number in groups', '1-1-2', '112'],
  ['an emergency number of full width', '１１２', '112'],
  ['an emergency number behind the country code', '+1 911', '+1911'],
  ['a short number', '116117', '116117'],
  ['the 06 that Hungary dials at home', '+36 06 1 234 5678', '+3612345678'],
  ['a Russian number', '+7 495 123-45-67', '+74951234567'],
  ['the shortest there are', '+683 4000', '+6834000'],
];

const REFUSED: readonly (readonly [what: string, written: unknown, problem: NumberProblem])[] = [
  ['nothing', '  ', 'empty'],
  ['a plus alone', '+', 'empty'],
  ['a word', 'support', 'letters'],
  ['letters for digits', '1-800-FLOWERS', 'letters'],
  ['an o for a 0', '+1206555o100', 'letters'],
  ['the 8 that Russia dials at home, behind its code', '+7 (8) 495 123-45-67', 'long'],
  ['a Russian number that lacks a digit', '+7 495 123-45-6', 'short'],
  ['an extension in words', '+1 206 555 0100 ext. 9', 'extension'],
  ['an extension with x', '206.555.0100 x 9', 'extension'],
  ['an extension with a full-width x', '+1 206 555 0100 ｘ9', 'extension'],
  ['an extension with #', '+1 206 555 0100 #9', 'extension'],
  ['an extension after pauses', '+12065550100,,9', 'extension'],
  ['an extension in an address', 'tel:+12065550100;ext=9', 'extension'],
  ['a subaddress', 'tel:+12065550100;isub=9', 'extension'],
  ['digits for later', 'tel:+12065550100;postd=p9', 'extension'],
  ['an extension in Japanese', '+81 3 1234 5678 内線 9', 'extension'],
  ['an extension in Russian', '+7 495 123-45-67 доб. 9', 'extension'],
  ['an extension in French', '+33 1 23 45 67 89 poste 12', 'extension'],
  ['an extension in Arabic', '+966 11 123 4567 تحويلة 9', 'extension'],
  ['two numbers on two lines', '+12065550100\n+12065550101', 'several'],
  ['two numbers after each other', '+12065550100, +12065550101', 'several'],
  ['two numbers that share their beginning', '+44 20 7946 0018 / 19', 'several'],
  ['a local number in groups', '(206) 555-0100', 'country'],
  ['a local number with its trunk prefix', '02079460018', 'country'],
  ['a town that begins with 011', '0113 496 0000', 'country'],
  ['a capital that is 011', '011 4312-3456', 'country'],
  ['00 and an exit code that begins so too', '0011 61 2 5550 1234', 'country'],
  ['00 and a carrier', '0041 1 650 253 0000', 'country'],
  ['a number in a company', 'tel:7042;phone-context=example.com', 'country'],
  ['a number in a region', 'tel:555-0100;phone-context=+1-206', 'country'],
  ['a number in a country', 'tel:020-7946-0018;phone-context=+44', 'country'],
  ['a digit missing', '+1 206 555 010', 'short'],
  ['three digits', '+4420', 'short'],
  ['a digit too many', '+1 206 555 01000', 'long'],
  ['sixteen digits', '+1234567890123456', 'long'],
  ['a 0 for a country code', '+0206555010', 'invalid'],
  ['an area that cannot be', '+1 (106) 555-0100', 'invalid'],
  ['a 0 in brackets in the middle', '+49 30 (0) 123456', 'invalid'],
  ['a town or a mobile phone', '+39 (0)331 123456', 'invalid'],
  ['two pluses', '++12065550100', 'invalid'],
  ['a service code', '*67 206 555 0100', 'invalid'],
  ['a footnote', '+49 30 1234567²', 'invalid'],
  ['a text that goes on', `+1206555${' '.repeat(400)}0100`, 'invalid'],
  ['no text', true, 'invalid'],
  ['no text at all', {}, 'invalid'],
  ['a number that is none', Number.NaN, 'letters'],
];

describe('phone numbers', () => {
  for (const [what, written, dialled] of READ) {
    it(`with ${what} are read`, () => expect(read(written)).to.equal(dialled));
  }

  for (const [what, written, problem] of REFUSED) {
    it(`are refused: ${what}`, () => expect(read(written)).to.equal(problem));
  }

  it('that are refused say what to do, and are not quoted', () => {
    for (const [, written, problem] of REFUSED) {
      const { message, name } = new PhoneNumberError(problem);
      expect(name).to.equal('PhoneNumberError');
      expect(message).to.match(/\. ?.+\.$/);
      if (String(written).length > 3) expect(message).not.to.contain(String(written).trim());
    }
  });
});

describe('phone numbers, whatever they are written with', () => {
  const nines = (length: number) => fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length });
  const number = fc
    .tuple(fc.constantFrom('1', '44', '49', '33', '81', '91', '351', '852'), nines(10))
    .map(([code, own]) => {
      return `+${code}${code === '1' ? '2' : own[0]}${own.slice(1).join('')}`;
    });
  const script = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x104a0, 0x1d7ce, 0x1d7f6);
  const mark = fc.constantFrom(
    '',
    ' ',
    '-',
    '.',
    '\u00a0',
    '\u2011',
    '\u200b',
    '\u202a',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u3000',
  );

  it('are the same number in every script, with every sign between', () => {
    fc.assert(
      fc.property(number, script, fc.array(mark, { minLength: 16, maxLength: 16 }), (plain, zero, marks) => {
        const written = [...plain].map((sign, at) => {
          const digit = sign === '+' ? '+' : String.fromCodePoint(zero + Number(sign));
          return `${digit}${marks[at] ?? ''}`;
        });
        expect(read(written.join(''))).to.equal(plain);
      }),
    );
  });

  it('are never another number: what is dialled is what was written, but for a 0 or an exit code that is left out', () => {
    const signs = fc.constantFrom(
      ...'0123456789',
      ...'++ ()-./x,;#*\u00a0\u200b\uff0b\u0661',
      'ext',
      '(0)',
      'tel:',
      '00',
      '011',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (pieces) => {
        const written = pieces.join('');
        const dialled = read(written);
        if (!/^\+?\d/.test(dialled)) return;
        const digits = withPlainSigns(written).replace(/\D/g, '');
        const left = dialled.replace('+', '');
        expect(
          [digits, digits.replace(/^(?:00|011)/, '')].some((all) => leavesOut(all, left)),
          `${written} is ${dialled}`,
        ).to.be.true;
      }),
      { numRuns: 3000 },
    );
  });

  /** True if a text is another one without at most one 0 behind the country code. */
  function leavesOut(all: string, left: string): boolean {
    if (all === left) return true;
    return [1, 2, 3].some((at) => all[at] === '0' && all.slice(0, at) + all.slice(at + 1) === left);
  }

  it('have digits with a value in every script that Unicode has', () => {
    for (let code = 0; code <= 0x1ffff; code += 1) {
      const sign = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(sign)) continue;
      const row = withPlainDigits([...Array(10).keys()].map((at) => String.fromCodePoint(code + at)).join(''));
      if (withPlainDigits(sign) === '0') expect(row, `U+${code.toString(16)}`).to.equal('0123456789');
      expect(withPlainDigits(sign)).to.match(/^\d$/);
    }
  });
});
