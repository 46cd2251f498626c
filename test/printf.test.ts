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
      for (const format of ['%s', '%d', '%j', '%c', '%(a.b)s', 'x']) {
        expect(formatText(format, [value]))
          .to.be.a('string')
          .that.does.not.contain('[object');
      }
      expect(formatText(value, [])).to.be.a('string');
    }
  });
});
