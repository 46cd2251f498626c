// sprintf and vsprintf for users, formatText for the logger.
import { expect } from '@open-wc/testing';
import { formatText, sprintf, vsprintf } from '../src/log/printf.js';

describe('sprintf', () => {
  const cases: [string, unknown[], string][] = [
    ['plain', [], 'plain'],
    ['100%%', [], '100%'],
    ['%b', [5], '101'],
    ['%c', [65], 'A'],
    ['%d', [3.9], '3'],
    ['%i', [-3.9], '-3'],
    ['%d', ['5'], '5'],
    ['%e', [12345], '1.2345e+4'],
    ['%.2e', [12345], '1.23e+4'],
    ['%e', [-1e-7], '-1e-7'],
    ['%f', [1.5], '1.5'],
    ['%.2f', [1.239], '1.24'],
    ['%+.1f', [2], '+2.0'],
    ['%o', [8], '10'],
    ['%u', [-1], '4294967295'],
    ['%x', [255], 'ff'],
    ['%X', [255], 'FF'],
    ['%x', [-255], 'ffffff01'],
    ['%x', [1646369082782], (1646369082782).toString(16)],
    ['%j', [{ a: 1 }], '{"a":1}'],
    ['%s', [null], 'null'],
    ['%s', [], 'undefined'],
    ['%d', [NaN], 'NaN'],
    ['%+d %+d', [5, -5], '+5 -5'],
    ['%05d', [-42], '-0042'],
    ['%5s|%-5s|', ['ab', 'cd'], '   ab|cd   |'],
    ["%'*8s", ['x'], '*******x'],
    ['%-05d|', [3], '3    |'],
    ['%.2s', ['abc'], 'ab'],
    ['%2$s %1$s', ['a', 'b'], 'b a'],
    ['%(a.b)s and %(list[1])d', [{ a: { b: 'x' }, list: [1, 2] }], 'x and 2'],
    ['%s is %d years', ['Ann', 42], 'Ann is 42 years'],
  ];
  for (const [format, args, expected] of cases) {
    it(`prints ${JSON.stringify(format)} with ${JSON.stringify(args)} as ${JSON.stringify(expected)}`, () => {
      expect(sprintf(format, ...args)).to.equal(expected);
      expect(vsprintf(format, args)).to.equal(expected);
    });
  }

  it('throws an Error for a bad format', () => {
    for (const format of ['100%', '%5%', '%z', '% d', '%(a', '%99999d']) {
      expect(() => sprintf(format, 1), format).to.throw(Error, /sprintf: unexpected placeholder/);
    }
  });

  it('throws an Error that names what it got in place of a number', () => {
    expect(() => sprintf('%d', 'abc')).to.throw(Error, /needed, not string at "%d"/);
    expect(() => sprintf('%d')).to.throw(Error, /not undefined/);
    expect(() => sprintf('%x', null)).to.throw(Error, /not null/);
    expect(() => sprintf('%f', {})).to.throw(Error, /not object/);
    expect(() => sprintf('%d', '')).to.throw(Error, /not string/);
  });

  it('throws an Error for a name that leads nowhere', () => {
    expect(() => sprintf('%(a.b)s', {})).to.throw(Error);
    expect(() => sprintf('%(a)s')).to.throw(Error);
  });
});

describe('formatText', () => {
  it('takes the format for plain text if there are no arguments', () => {
    for (const text of ['100%', '%', '%s %d', 'https://x/?RelayState=https%3A%2F%2Fy%2F', '%%']) {
      expect(formatText(text, [])).to.equal(text);
    }
  });

  it('leaves what it cannot print, and appends what is left over', () => {
    expect(formatText('%d of %s', ['abc', 'x'])).to.equal('%d of x abc');
    expect(formatText('100% of %s', ['x'])).to.equal('100% of x');
    expect(formatText('%s and %s', ['x'])).to.equal('x and %s');
    expect(formatText('%z', [1])).to.equal('%z 1');
    expect(formatText('done', [1, null, { a: 1 }])).to.equal('done 1 null {"a":1}');
    expect(formatText('%(a.b)s', [{}])).to.equal('%(a.b)s {}');
    expect(formatText('%.200f', [1])).to.equal('%.200f 1');
  });

  it('never prints "[object Object]" and hides secrets in objects', () => {
    expect(formatText('%s', [{ a: 1 }])).to.equal('{"a":1}');
    expect(formatText({ a: 1 }, [])).to.equal('{"a":1}');
    expect(formatText('%j %s', [{ authToken: 'abc' }, { attributes: { vip: 'yes' } }])).to.equal(
      '{"authToken":"[redacted]"} {"attributes":"[redacted]"}',
    );
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
