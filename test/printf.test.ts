// Formatting of log lines and of the messages of errors.
import { expect } from '@open-wc/testing';
import { formatText } from '../src/log/printf.js';

describe('formatText', () => {
  const cases: [string, unknown[], string][] = [
    ['100%% of %s', ['x'], '100% of x'],
    ['%d', [3.9], '3'],
    ['%i', [-3.9], '-3'],
    ['%d', ['5'], '5'],
    ['%d', [NaN], 'NaN'],
    ['%d', [10n], '10'],
    ['%f', [1.5], '1.5'],
    ['%.2f', [1.239], '1.24'],
    ['%j', [{ a: 1 }], '{"a":1}'],
    ['%o', [[1, 'x']], '[1,"x"]'],
    ['%s', [null], 'null'],
    ['%2$s %1$s', ['a', 'b'], 'b a'],
    ['%s is %d years', ['Ann', 42], 'Ann is 42 years'],
    ['%x', [255], 'ff'],
    ['%X', [255], 'FF'],
    ['%x', [-1], 'ffffffff'],
    ['%x', ['255'], 'ff'],
    ['%x', ['abc'], 'abc'],
    ['%b', [5], '101'],
    ['%u', [-1], '4294967295'],
    ['%c', [65], 'A'],
    ['%c%c', [128512, 66], '😀B'],
    ['%c', ['color: red'], 'color: red'],
    ['%c', [-1], ''],
    ['%e', [12345], '1.2345e+4'],
    ['%.2e', [12345], '1.23e+4'],
    ['%e', ['x'], 'x'],
    ['%g', [3.14159], '3.14159'],
    ['%.3g', [3.14159], '3.14'],
    ['%.0g', [3.14159], '3.14159'],
    ['%t %t', [0, 'x'], 'false true'],
    ['%T %T %T', [[], null, 'x'], 'array null string'],
    ['%v', [true], 'true'],
    ['%+d %+d', [5, -5], '+5 -5'],
    ['%5d|', [42], '   42|'],
    ['%-5d|', [42], '42   |'],
    ['%05d', [42], '00042'],
    ['%05d', [-42], '-0042'],
    ['%+05d', [42], '+0042'],
    ["%'*6s", ['ab'], '****ab'],
    ["%'*-6s", ['ab'], 'ab****'],
    ['%06.2f', [3.14159], '003.14'],
    ['%.2s', ['abc'], 'ab'],
    ['%2$05d %1$s', ['a', 7], '00007 a'],
    ['%d', [12345678901234567890n], '12345678901234567890'],
    ['%d', [''], ''],
    ['%d', [Infinity], 'Infinity'],
  ];
  for (const [format, args, expected] of cases) {
    it(`prints ${JSON.stringify(format)} with ${String(args)} as ${JSON.stringify(expected)}`, () => {
      expect(formatText(format, args)).to.equal(expected);
    });
  }

  it('takes the format for plain text if there are no arguments', () => {
    for (const text of ['100%', '%', '%s %d', 'https://x/?RelayState=https%3A%2F%2Fy%2F', '%%']) {
      expect(formatText(text, [])).to.equal(text);
    }
  });

  it('leaves what it cannot print, and appends what is left over', () => {
    expect(formatText('%d of %s', ['abc', 'x'])).to.equal('abc of x');
    expect(formatText('100% of %s', ['x'])).to.equal('100% of x');
    expect(formatText('%s and %s', ['x'])).to.equal('x and %s');
    expect(formatText('%3$s', ['x'])).to.equal('%3$s x');
    expect(formatText('%z', [1])).to.equal('%z 1');
    expect(formatText('done', [1, null, { a: 1 }])).to.equal('done 1 null {"a":1}');
    expect(formatText('%(a.b)s', [{}])).to.equal('%(a.b)s {}');
    expect(formatText('%.200f', [1])).to.equal('%.200f 1');
  });

  it('takes no width, position or length that would fill the memory', () => {
    for (const format of ['%999999999d', '%99999$s', '%.999999999f']) {
      expect(formatText(format, [1]).length, format).to.be.below(100);
    }
    expect(formatText('%99d', [1])).to.have.length(99);
    expect(formatText('%s%1$s%1$s', ['x'.repeat(10_000_000)]).length).to.be.below(30_000);
    expect(formatText('x'.repeat(10_000_000), [1]).length).to.be.below(10_000);
  });

  it('never prints "[object Object]"', () => {
    expect(formatText('%s', [{ a: 1 }])).to.equal('{"a":1}');
    expect(formatText({ a: 1 }, [])).to.equal('{"a":1}');
  });

  it('never throws, whatever it is given', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const strange = new Error('x');
    Object.defineProperty(strange, 'message', { value: strange });
    const fine: unknown[] = [proxy, circular, strange, Symbol('s'), 10n, () => 1, undefined, Object.create(null)];
    fine.push({ toJSON: () => undefined }, { toJSON: () => Promise.reject.call(null) });
    for (const value of fine) {
      for (const format of [
        '%s',
        '%d',
        '%j',
        '%c',
        '%x',
        '%X',
        '%e',
        '%b',
        '%g',
        '%u',
        '%t',
        '%T',
        '%v',
        '%(a.b)s',
        'x',
      ]) {
        expect(formatText(format, [value]))
          .to.be.a('string')
          .that.does.not.contain('[object');
      }
      expect(formatText(value, [])).to.be.a('string');
    }
  });
});
