// The logger: entries, ring, console, sinks and download.
import { expect } from '@open-wc/testing';
import { LogComponent, LogContextLayer, LogLevel, reaches } from '../src/log/levels.js';
import { LogEntry } from '../src/log/log-entry.js';
import { Logger } from '../src/log/logger.js';
import type { LoggerOptions } from '../src/log/logger.js';
import { eventually } from './support/eventually.js';

const methods = ['test', 'trace', 'debug', 'info', 'log', 'warn', 'error', 'critical'] as const;

function create(options: LoggerOptions = {}) {
  const lines: [method: string, ...text: string[]][] = [];
  const print =
    (method: string) =>
    (...text: string[]) =>
      void lines.push([method, ...text]);
  const console = { log: print('log'), info: print('info'), warn: print('warn'), error: print('error') };
  const clock = { now: 1646369082782 };
  const logger = new Logger({ console, now: () => clock.now, ...options });
  return { logger, lines, clock };
}

const settled = () => Promise.resolve();

describe('log levels', () => {
  it('has values that equal their keys, in order', () => {
    for (const [key, value] of Object.entries(LogLevel)) expect(value).to.equal(key);
    const order = ['TEST', 'TRACE', 'DEBUG', 'INFO', 'LOG', 'WARN', 'ERROR', 'CRITICAL'] as const;
    for (const [rank, level] of order.entries()) {
      expect(order.filter((threshold) => reaches(level, threshold))).to.deep.equal(order.slice(0, rank + 1));
    }
    expect(Object.values(LogComponent)).to.deep.equal(['ccp', 'softphone', 'chat', 'task']);
    expect(Object.keys(LogContextLayer)).to.deep.equal(['CCP', 'SharedWorker', 'CRM']);
    for (const names of [LogLevel, LogComponent, LogContextLayer]) expect(names).to.be.frozen;
  });
});

describe('Logger', () => {
  describe('entries', () => {
    it('returns an entry from every method, with its level', () => {
      const { logger } = create();
      for (const method of methods) {
        const entry = logger[method]('The %s broke %d times!', 'widget', 5);
        expect(entry).to.be.instanceOf(LogEntry);
        expect(entry.getLevel()).to.equal(method.toUpperCase());
        expect(entry.getText()).to.equal('The widget broke 5 times!');
      }
    });

    it('fills in every field', () => {
      const { logger, clock } = create({ contextLayer: 'CRM', agentResourceId: () => 'agent-1' });
      const entry = logger.info('chat', 'hello %s', 'x');
      expect(entry.component).to.equal('chat');
      expect(entry.time).to.deep.equal(new Date(clock.now));
      expect(entry.contextLayer).to.equal('CRM');
      expect(entry.agentResourceId).to.equal('agent-1');
      expect(entry.tabId).to.be.null;
      expect(entry.loggerId).to.equal(logger.getLoggerId());
      expect(entry.line).to.equal(1);
      expect(logger.info('next').line).to.equal(2);
      expect(String(entry)).to.equal('[2022-03-04T04:44:42.782Z] [INFO] [agent-1]: hello x');
      expect(String(create().logger.info('x'))).to.equal('[2022-03-04T04:44:42.782Z] [INFO]: x');
    });

    it('takes a component only if a format follows', () => {
      const { logger } = create();
      expect(logger.info('chat').getText()).to.equal('chat');
      expect(logger.info('chat').component).to.equal('ccp');
      expect(logger.info('email', 'x').getText()).to.equal('email x');
    });

    it('never throws and never returns undefined', () => {
      const { logger } = create({
        agentResourceId: () => {
          throw new Error('no');
        },
      });
      const odd: unknown[] = ['100%', '%d', undefined, null, 5, {}, new Error('x'), Symbol('s'), '%(a.b)s'];
      for (const format of odd) {
        for (const args of [[], [1], ['x', {}], [null]]) {
          const entry = logger.warn(format, ...args);
          expect(entry.withException(null).withException('x').withObject(null)).to.equal(entry);
          expect(entry.sendInternalLogToServer()).to.equal(entry);
        }
      }
    });

    it('keeps a percent-encoded URL as it is', () => {
      const url = 'https://x.example/?RelayState=https%3A%2F%2Fy.example%2Fz';
      expect(create().logger.info(url).getText()).to.equal(url);
    });

    it('redacts text, exception and objects', () => {
      const { logger } = create();
      const entry = logger
        .error('call from %s: %s', '+12065550100', { firstName: 'Jane' })
        .withException(new Error('jane@example.com'))
        .withObject({ a: 1, phoneNumber: '+12065550100', attributes: { vip: 'yes' } });
      const json = JSON.stringify(entry);
      expect(json).not.to.match(/206555|Jane|jane@|vip|\[object/);
      expect(entry.objects).to.deep.equal([{ a: 1, phoneNumber: '[redacted]', attributes: '[redacted]' }]);
      expect(entry.exception?.type).to.equal('Error');
      expect(entry.exception?.stack).to.be.an('array');
    });

    it('hides secrets in objects that are put into the text', () => {
      const { logger } = create();
      expect(logger.info('%j %s', { authToken: 'abc' }, { attributes: { vip: 'yes' } }).text).to.equal(
        '{"authToken":"[redacted]"} {"attributes":[redacted]',
      );
      expect(logger.info({ a: 1, phoneNumber: '5550100' }).text).to.equal('{"a":1,"phoneNumber":"[redacted]"}');
    });

    it('copies an object as it is at the call', () => {
      const source = { n: 1 };
      const entry = create().logger.info('x').withObject(source);
      source.n = 2;
      expect(entry.objects).to.deep.equal([{ n: 1 }]);
    });

    it('takes a message event, and a window of another origin', () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = '<p>';
      const event = new MessageEvent('message', { data: { token: 'abc' }, source: frame.contentWindow });
      const { source } = event;
      const entry = create().logger.info('x').withObject(event).withObject({ source, n: 1 });
      expect(entry.objects[0]).to.equal('[MessageEvent]');
      expect(entry.objects[1]).to.have.property('n', 1);
      expect(JSON.stringify(entry)).not.to.contain('abc');
      frame.remove();
    });

    it('shows secrets after setRedaction(false), until it is on again', () => {
      const { logger } = create();
      logger.setRedaction(false);
      const entry = logger.info('to %s %s', '+12065550100', { token: 'abc' }).withObject({ token: 'abc' });
      expect(entry.text).to.equal('to +12065550100 {"token":"abc"}');
      expect(entry.objects).to.deep.equal([{ token: 'abc' }]);
      logger.setRedaction(true);
      expect(logger.info('to +12065550100').text).to.equal('to [phone]');
    });

    it('crosses the wire and comes back', () => {
      const entry = create({ contextLayer: 'CRM' }).logger.info('task', 'x').withObject({ a: 1 });
      entry.withException(new Error('boom'));
      for (const wire of [structuredClone({ ...entry }), JSON.parse(JSON.stringify(entry))] as unknown[]) {
        expect(JSON.stringify(new LogEntry(wire))).to.equal(JSON.stringify(entry));
      }
    });
  });

  describe('LogEntry of foreign data', () => {
    it('makes a Date of every kind of time', () => {
      const date = new Date(1646369082782);
      for (const time of [date, date.getTime(), date.toISOString()]) {
        expect(new LogEntry({ text: 'x', time }).time).to.deep.equal(date);
      }
      expect(Number(new LogEntry({ time: null }).time)).to.be.above(1646369082782);
      expect(Number(new LogEntry({ time: 'x' }).time)).to.be.above(1646369082782);
    });

    it('puts up with anything, and redacts it', () => {
      for (const source of [null, undefined, 1, 'x', [], { level: 'toString', component: 5, text: {}, objects: 1 }]) {
        const entry = new LogEntry(source);
        expect(entry.getLevel()).to.equal('INFO');
        expect(entry.component).to.equal('ccp');
      }
      const entry = new LogEntry({ text: 'to +12065550100', objects: [{ token: 'abc' }] });
      expect(JSON.stringify(entry)).not.to.match(/206|abc/);
    });
  });

  describe('levels', () => {
    it('throws an Error that names the unknown level and the known ones', () => {
      const { logger } = create();
      for (const set of ['setLogLevel', 'setEchoLevel'] as const) {
        expect(() => logger[set]('LOUD' as LogLevel)).to.throw(Error, /"LOUD".*TEST, TRACE.*CRITICAL/);
        expect(() => logger[set]('toString' as LogLevel)).to.throw(Error);
        expect(() => logger[set](undefined as unknown as LogLevel)).to.throw(Error);
        expect(() => logger[set]({ level: 1 } as unknown as LogLevel)).to.throw(Error, '"{"level":1}"');
        for (const level of Object.values(LogLevel)) logger[set](level);
      }
    });

    it('prints what a page logs from INFO on', async () => {
      const { logger, lines } = create();
      for (const method of methods) logger[method](method);
      await settled();
      expect(lines.map(([method]) => method)).to.deep.equal(['info', 'log', 'warn', 'error', 'error']);
    });

    it('prints each level with its console method', async () => {
      const { logger, lines } = create();
      logger.setEchoLevel('TEST');
      for (const method of methods) logger[method](method);
      await settled();
      const used = ['log', 'info', 'info', 'info', 'log', 'warn', 'error', 'error'];
      expect(lines.map(([method]) => method)).to.deep.equal(used);
    });

    it('prints nothing below CRITICAL', async () => {
      for (const set of ['setEchoLevel', 'setLogLevel'] as const) {
        const { logger, lines } = create();
        logger[set]('CRITICAL');
        for (const method of methods.slice(0, -1)) logger[method](method);
        await settled();
        expect(lines, set).to.be.empty;
      }
    });

    it('lets the echo level alone decide once it is set', async () => {
      const { logger, lines } = create();
      logger.setEchoLevel('TRACE');
      logger.debug('loud');
      await settled();
      expect(lines).to.have.length(1);
    });
  });

  describe('console', () => {
    it('prints one argument, redacted, with what the chain attaches', async () => {
      const { logger, lines } = create();
      logger.error('to +12065550100, 100%d').withObject({ a: 1, token: 'abc' }).withException(new Error('boom-xyz'));
      expect(lines).to.be.empty;
      await settled();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.have.length(2);
      const text = lines[0]?.[1] ?? '';
      expect(text).to.match(/^\[2022-03-04T04:44:42.782Z\] \[ERROR\]: to \[phone\], 100%d\nError: boom-xyz\n/);
      expect(text).to.match(/\n\{"a":1,"token":"\[redacted\]"\}$/);
    });

    it('prints 1,000 equal warnings once, and later their count', async () => {
      const { logger, lines } = create();
      for (let i = 0; i < 1000; i++) logger.warn('again');
      await settled();
      expect(lines).to.have.length(1);
      logger.warn('other');
      await settled();
      expect(lines.map(([, text]) => text?.replace(/^\S+ /, ''))).to.deep.equal([
        '[WARN]: again',
        '[WARN]: again (repeated 999 more times)',
        '[WARN]: other',
      ]);
      expect(logger.getEntries().map(({ text, count }) => [text, count])).to.deep.equal([
        ['again', 1000],
        ['other', 1],
      ]);
    });

    it('collapses lines that take turns', async () => {
      const { logger, lines } = create();
      for (let i = 0; i < 100; i++) logger[i % 2 ? 'warn' : 'error']('turn %d', i % 2);
      await settled();
      expect(lines).to.have.length(2);
    });

    it('prints the count with the next equal line after ten seconds', async () => {
      const { logger, lines, clock } = create();
      logger.warn('again');
      logger.warn('again');
      await settled();
      clock.now += 10_000;
      logger.warn('again');
      await settled();
      expect(lines).to.have.length(3);
      expect(lines[1]?.[1]).to.contain('(repeated 1 more times)');
    });

    it('survives a console that throws or logs', async () => {
      const throwing = () => {
        throw new Error('no');
      };
      const broken = create({ console: { log: throwing, info: throwing, warn: throwing, error: throwing } });
      broken.logger.error('x');
      await settled();
      let calls = 0;
      const warn = () => {
        calls++;
        logger.warn('printed %d', calls);
      };
      const logger = new Logger({ console: { log: warn, info: warn, warn, error: warn } });
      logger.warn('x');
      for (let i = 0; i < 10; i++) await settled();
      expect(calls).to.equal(1);
      expect(logger.getEntries()).to.have.length(2);
    });
  });

  describe('ring', () => {
    it('keeps the newest entries', () => {
      const { logger } = create({ capacity: 3 });
      for (let i = 0; i < 10; i++) logger.trace('line %d', i);
      expect(logger.getEntries().map(({ text }) => text)).to.deep.equal(['line 7', 'line 8', 'line 9']);
      expect(logger.toString().split('\n')).to.have.length(3);
    });

    it('keeps 2000 entries by default, also in a loop that never yields', () => {
      const { logger } = create();
      for (let i = 0; i < 10_000; i++) logger.info('line %d', i);
      expect(logger.getEntries()).to.have.length(2000);
      expect(logger.getEntries().at(-1)?.text).to.equal('line 9999');
    });

    it('gives a frozen copy', () => {
      const { logger } = create();
      logger.info('x');
      const entries = logger.getEntries();
      expect(entries).to.be.frozen;
      logger.info('y');
      expect(entries).to.have.length(1);
    });

    it('keeps equal lines apart if something is attached to them', async () => {
      const { logger } = create();
      logger.info('event').withObject({ n: 1 });
      logger.info('event').withObject({ n: 2 });
      logger.info('event');
      await settled();
      expect(logger.getEntries().map(({ objects }) => objects)).to.deep.equal([[{ n: 1 }], [{ n: 2 }], []]);
    });

    it('keeps the last of equal lines, with a count that sinks see growing', async () => {
      const { logger } = create({ capacity: 2 });
      const counts: number[] = [];
      logger.addSink(({ count }) => void counts.push(count));
      logger.info('a');
      logger.info('b');
      const entries = Array.from({ length: 3 }, () => logger.info('c'));
      expect(logger.getEntries().map(({ text }) => text)).to.deep.equal(['b', 'c']);
      expect(logger.getEntries()[1]).to.equal(entries[2]);
      expect(logger.toString()).to.match(/b\n.*c \(3 times\)$/);
      await settled();
      expect(counts).to.deep.equal([1, 1, 1, 2, 3]);
    });
  });

  describe('addLogEntry', () => {
    const foreign = { component: 'softphone', level: 'ERROR', text: 'from +12065550100', time: 1, loggerId: 'other' };

    it('keeps a foreign entry, redacted, and does not print it', async () => {
      const { logger, lines } = create();
      const entry = logger.addLogEntry(foreign);
      expect(entry.getText()).to.equal('from [phone]');
      expect(entry.component).to.equal('softphone');
      expect(logger.getEntries()).to.deep.equal([entry]);
      logger.addLogEntry(null);
      await settled();
      expect(lines).to.be.empty;
    });
  });

  describe('sinks', () => {
    it('gets finished entries, own and foreign, on a microtask', async () => {
      const { logger } = create();
      const got: LogEntry[] = [];
      logger.addSink((entry) => void got.push(entry));
      logger.trace('x').withObject({ a: 1 });
      logger.addLogEntry({ text: 'y', loggerId: 'other' });
      expect(got).to.be.empty;
      await settled();
      expect(got.map(({ text, objects }) => [text, objects])).to.deep.equal([
        ['x', [{ a: 1 }]],
        ['y', []],
      ]);
      expect(got[1]?.loggerId).to.equal('other');
    });

    it('gets entries with what is attached to them, also from a loop that never yields', async () => {
      const { logger } = create();
      const got: unknown[] = [];
      logger.addSink(({ objects }) => void got.push(...objects));
      for (let i = 0; i < 1000; i++) logger.info('line %d', i).withObject(i);
      await settled();
      expect(got).to.deep.equal(Array.from({ length: 1000 }, (_, i) => i));
    });

    it('ends by unsubscribe and by signal', async () => {
      const { logger } = create();
      let calls = 0;
      const count = () => void calls++;
      const controller = new AbortController();
      const subscription = logger.addSink(count);
      logger.addSink(count, { signal: controller.signal });
      logger.addSink(count, { signal: AbortSignal.abort() });
      logger.addSink(count);
      logger.info('three minus one aborted');
      await settled();
      expect(calls).to.equal(3);
      subscription.unsubscribe();
      subscription.unsubscribe();
      controller.abort();
      logger.info('one is left');
      await settled();
      expect(calls).to.equal(4);
    });

    it('lets a throwing sink break nothing, and complains once on the console', async () => {
      const { logger, lines } = create();
      const got: string[] = [];
      logger.addSink(() => {
        logger.error('from the sink');
        throw new Error('to +12065550100');
      });
      logger.addSink(({ text }) => void got.push(text));
      logger.debug('a');
      logger.debug('b');
      for (let i = 0; i < 10; i++) await settled();
      expect(got).to.deep.equal(['a', 'b']);
      expect(lines).to.have.length(1);
      expect(lines[0]?.[0]).to.equal('error');
      expect(lines[0]?.[1]).to.match(/\[ERROR\]: A log sink failed\.\nError: to \[phone\]/);
      expect(logger.getEntries().map(({ text }) => text)).to.include('from the sink');
    });
  });

  describe('download', () => {
    interface Saved {
      name: string;
      url: string;
      text: string;
      revoked: string[];
    }

    async function saved(action: () => void): Promise<Saved> {
      const { createObjectURL, revokeObjectURL } = URL;
      let blob = new Blob();
      let anchor: HTMLAnchorElement | undefined;
      const revoked: string[] = [];
      URL.createObjectURL = (source) => createObjectURL.call(URL, (blob = source as Blob));
      URL.revokeObjectURL = (url) => {
        revoked.push(url);
        revokeObjectURL.call(URL, url);
      };
      const onClick = (event: Event) => {
        event.preventDefault();
        anchor = event.target as HTMLAnchorElement;
      };
      document.addEventListener('click', onClick);
      try {
        action();
        await eventually(() => revoked.length > 0, 'the address is given up');
        expect(anchor?.isConnected).to.be.false;
        return { name: anchor?.download ?? '', url: anchor?.href ?? '', text: await blob.text(), revoked };
      } finally {
        document.removeEventListener('click', onClick);
        Object.assign(URL, { createObjectURL, revokeObjectURL });
      }
    }

    it('saves all entries as JSON and revokes the URL', async () => {
      const { logger } = create();
      logger.error('remember +12065550100').withObject({ a: 1, b: 2 }).withException(new Error('boom'));
      const file = await saved(() => logger.download());
      expect(file.name).to.equal('agent-log.txt');
      expect(file.revoked).to.deep.equal([file.url]);
      expect(file.text).to.match(/^\[\n {4}\{\n {8}"component": "ccp"/);
      expect(file.text)
        .to.match(/"a": 1/)
        .and.not.contain('2065550100');
      const [entry] = JSON.parse(file.text) as Record<string, unknown>[];
      expect(entry?.['time']).to.equal('2022-03-04T04:44:42.782Z');
      const fields =
        'agentResourceId component contextLayer count exception level line loggerId objects tabId text time';
      expect(Object.keys(entry ?? {}).sort()).to.deep.equal(fields.split(' '));
    });

    it('filters by the log level if asked to', async () => {
      const { logger } = create();
      logger.setLogLevel('ERROR');
      logger.info('low');
      logger.error('high');
      expect((await saved(() => logger.download({ filterByLogLevel: false }))).text).to.match(/low[^]*high/);
      expect((await saved(() => logger.download({ filterByLogLevel: true }))).text)
        .to.match(/high/)
        .and.not.match(/low/);
    });

    it('makes a safe name', async () => {
      const { logger } = create();
      const name = async (logName: string) => (await saved(() => logger.download({ logName }))).name;
      expect(await name('ccp-us-west-2-agent-log')).to.equal('ccp-us-west-2-agent-log.txt');
      expect(await name('../a/b:c\u0000\u202e')).to.equal('_a_b_c_.txt');
      expect(await name('')).to.equal('agent-log.txt');
      expect((await name('x'.repeat(500))).length).to.be.below(110);
      expect((await saved(() => logger.download('mine'))).name).to.equal('mine.txt');
    });
  });
});

describe('An entry of foreign data', () => {
  const LONG = 'x y'.repeat(1_000_000);
  const fields = [
    'text',
    'component',
    'level',
    'tabId',
    'agentResourceId',
    'loggerId',
    'contextLayer',
    'time',
  ] as const;

  for (const field of [...fields, 'line', 'count', 'objects', 'exception'] as const) {
    it(`is bounded and masked in ${field}`, () => {
      for (const value of [
        LONG,
        `a +12065550100 ?sid=s3cr3t ${LONG}`,
        [LONG, LONG],
        { [LONG]: LONG, type: LONG, stack: [LONG] },
      ]) {
        const entry = new LogEntry({ [field]: value });
        const json = JSON.stringify(entry);
        expect(json.length).to.be.below(60_000);
        expect(`${json}${String(entry)}`).not.to.match(/206555|s3cr3t/);
      }
    });
  }

  it('is made of anything, and never throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throws = () => {
      throw new Error('no');
    };
    const throwing = new Proxy({}, { get: throws, ownKeys: throws, has: throws, getPrototypeOf: throws });
    const endless = {
      [Symbol.toStringTag]: 'Set',
      *[Symbol.iterator]() {
        for (;;) yield 1;
      },
    };
    const cyclic: Record<string, unknown> = {
      map: new Map<unknown, unknown>([
        [{ a: 1 }, 1],
        [Symbol('s'), 2],
      ]),
    };
    cyclic['self'] = cyclic;
    const odd: unknown[] = [
      ...[proxy, throwing, endless, cyclic, Symbol('s'), 10n, NaN, -1, Infinity, () => 1, new Date(NaN), null],
      ...[
        { toJSON: throws },
        {
          get a() {
            return throws();
          },
        },
        { valueOf: throws, toString: throws },
        new Set([proxy]),
      ],
      ...[new Error('x', { cause: new Error('+12065550100') }), new WeakMap(), Object.create(null) as object],
    ];
    for (const value of odd) {
      for (const field of [...fields, 'line', 'count', 'objects', 'exception'] as const) {
        for (const given of [value, [value], { [field]: value }]) {
          const entry = new LogEntry({ [field]: given }).withObject(given).withException(given);
          expect(JSON.stringify(entry)).to.be.a('string').that.does.not.contain('206555');
          expect(String(entry)).to.be.a('string');
          expect(entry.count).to.be.at.least(1);
          expect(entry.line).to.be.at.least(0);
        }
      }
      expect(JSON.stringify(new LogEntry(value))).to.be.a('string');
    }
  });

  it('takes no more objects than it may, however often one is attached', () => {
    const entry = create().logger.info('x');
    for (let i = 0; i < 10_000; i++) entry.withObject({ text: 'word '.repeat(2000) });
    expect(JSON.stringify(entry).length).to.be.below(200_000);
  });
});

describe('The memory of a log', () => {
  it('is bounded in bytes: the oldest go first, and one entry is always kept', async () => {
    const { logger } = create({ memory: 100_000 });
    for (let i = 0; i < 500; i++) {
      logger.addLogEntry({ text: `${i} ${'word '.repeat(1000)}`, loggerId: 'x'.repeat(1_000_000) });
      await settled();
    }
    const kept = logger.getEntries();
    const weight = kept.reduce((sum, entry) => sum + entry.weight, 0);
    expect(weight).to.be.below(120_000);
    expect(kept.at(-1)?.text).to.match(/^499 /);
    const tiny = create({ memory: 1 }).logger;
    tiny.info('x').withObject({ text: 'y'.repeat(1000) });
    await settled();
    expect(tiny.getEntries()).to.have.length(1);
  });

  it('is about the weight of what is in it', () => {
    const light = create().logger.info('x');
    const heavy = create()
      .logger.info('x')
      .withObject({ text: 'word '.repeat(1600) });
    expect(light.weight).to.be.below(1000);
    expect(heavy.weight).to.be.above(16_000);
    expect(Object.keys(heavy)).not.to.include('weight');
  });
});
