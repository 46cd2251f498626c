// The side channel against a CCP that the test plays: whose offers are taken, what lives on, what ends, and how everything fails.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import { CommandError } from '../src/errors/command-error.js';
import { closeFakeCcps, type FakeCcp, fakeCcp, quietConnect } from './support/fake-ccp.js';
import { FakeChannel } from './support/sdk-channel.js';
import { eventually } from './support/eventually.js';

const CONTACT = 'aws.connect.contact';

/** What a promise ends with. */
const endOf = (promise: Promise<unknown>): Promise<Record<string, unknown>> =>
  promise.then(
    (data) => ({ data }),
    (error: Record<string, unknown>) => error,
  );

/** What the log says to have been thrown. */
const failures = (connect: Connect): (string | undefined)[] =>
  connect
    .getLog()
    .getEntries()
    .filter((entry) => entry.exception)
    .map((entry) => entry.exception?.message);

describe('the side channel', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  const proxy = () => connect.core.getSDKClientConfig().provider.getProxy();

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await fakeCcp(connect);
  });

  afterEach(closeFakeCcps);

  describe('is opened', () => {
    for (const isAcknowledged of [false, true]) {
      it(`${isAcknowledged ? 'after' : 'before'} the first answer on the wire`, async () => {
        if (isAcknowledged) await ccp.acknowledge({ id: 'port-1' });
        const channel = await FakeChannel.open(ccp.window);
        const [{ providerId }] = channel.of('cross-domain-site-ready');
        expect(providerId).to.equal(connect.core.getSDKClientConfig().provider.id);
        expect(providerId).to.match(/^[\da-f-]{36}$/);
        await eventually(() => proxy().connectionStatus === 'ready', 'the channel is ready');
      });
    }

    it('tells each step, and its id', async () => {
      const told: unknown[] = [];
      proxy().onConnectionStatusChange((event) => told.push(event));
      await FakeChannel.open(ccp.window);
      await eventually(() => told.length === 2, 'two steps');
      expect(told).to.deep.equal([{ status: 'initializing' }, { status: 'ready', connectionId: 'line-1' }]);
    });

    it('by the CCP alone: 1000 offers of others cost nothing and are told to nobody', async () => {
      const lines = connect.getLog().toString().length;
      const { port1, port2 } = new MessageChannel();
      const strange = new FakeChannel(port1);
      window.postMessage({ type: 'cross-domain-adapter-init' }, '*', [port2]);
      for (let count = 0; count < 1000; count++) window.postMessage({ type: 'cross-domain-adapter-init' }, '*');
      const channel = await FakeChannel.open(ccp.window);
      expect(strange.heard).to.deep.equal([]);
      expect(channel.heard).to.have.length(1);
      expect(connect.getLog().toString().length).to.equal(lines);
    });
  });

  describe('a request', () => {
    it('carries its origin, and is answered by its id', async () => {
      const channel = await FakeChannel.open(ccp.window);
      const answer = proxy().request(CONTACT, 'agent/getName', { part: 1 });
      const request = await channel.next('request');
      expect(request).to.deep.include({ namespace: CONTACT, command: 'agent/getName', data: { part: 1 } });
      expect(request.messageOrigin).to.deep.equal({
        _type: 'streams-site',
        providerId: connect.core.getSDKClientConfig().provider.id,
        origin: location.origin,
        path: location.pathname,
      });
      channel.answer(request, { name: 'Jane', since: new Date(7) });
      expect(await answer).to.deep.equal({ name: 'Jane', since: new Date(7) });
    });

    it('without data has none on the wire', async () => {
      const channel = await FakeChannel.open(ccp.window);
      void endOf(proxy().request(CONTACT, 'agent/getName'));
      expect(await channel.next('request')).not.to.have.property('data');
    });

    it('waits for the channel, as it was when it was made, in its turn', async () => {
      const data = { name: 'first' };
      void endOf(proxy().request(CONTACT, 'one', data));
      proxy().subscribe({ namespace: CONTACT, key: 'topic' }, () => {});
      void endOf(proxy().request(CONTACT, 'two'));
      data.name = 'changed';
      const channel = await FakeChannel.open(ccp.window);
      await channel.next('request', 2);
      expect(channel.heard.slice(1).map(({ type, command, data: sent }) => [type, command, sent])).to.deep.equal([
        ['request', 'one', { name: 'first' }],
        ['subscribe', undefined, undefined],
        ['request', 'two', undefined],
      ]);
    });

    /** What can become of a request, and the error that it ends with. */
    const ends: [name: string, act: (channel: FakeChannel) => unknown, errorKey: string][] = [
      [
        'the CCP refuses',
        async (channel) => channel.refuse(await channel.next('request'), 'notNow', 'Later.'),
        'notNow',
      ],
      [
        'the frame is replaced',
        async (channel) => {
          await channel.next('request');
          connect.core.retry({ force: true });
        },
        'FrameReplacedException',
      ],
      [
        'the CCP opens the channel anew',
        async (channel) => {
          await channel.next('request');
          await FakeChannel.open(ccp.window);
        },
        'FrameReplacedException',
      ],
      [
        'the page ends the CCP',
        async (channel) => {
          await channel.next('request');
          connect.core.terminate();
        },
        'TerminatedException',
      ],
      [
        'the page ends the CCP, but no subscription',
        async (channel) => {
          await channel.next('request');
          connect.core.stopCCP();
        },
        'TerminatedException',
      ],
    ];
    for (const [name, act, errorKey] of ends) {
      it(`ends at once when ${name}`, async () => {
        const channel = await FakeChannel.open(ccp.window);
        const end = endOf(proxy().request(CONTACT, 'agent/getName'));
        await act(channel);
        const error = await end;
        expect(error).to.be.instanceOf(Error);
        expect(error).to.include({ errorType: 'ConnectError', errorKey, namespace: CONTACT });
        expect((error.details as { command: string }).command ?? 'agent/getName').to.equal('agent/getName');
      });
    }

    it('whose data cannot be sent is refused, open or not', async () => {
      const data = { call: () => {} };
      expect(await endOf(proxy().request(CONTACT, 'x', data))).to.include({ errorKey: 'InvalidArgumentException' });
      await FakeChannel.open(ccp.window);
      await eventually(() => proxy().connectionStatus === 'ready', 'ready');
      expect(await endOf(proxy().request(CONTACT, 'x', data))).to.include({ errorKey: 'InvalidArgumentException' });
    });

    it('without a CCP is refused at once', async () => {
      const { provider } = connect.core.getSDKClientConfig();
      connect.core.terminate();
      const error = await endOf(provider.getProxy().request(CONTACT, 'agent/getName'));
      expect(error).to.include({ errorKey: 'NotConnectedException' });
      expect(() => connect.core.getSDKClientConfig()).to.throw(connect.StateError);
    });
  });

  describe('a subscription', () => {
    const topic = { namespace: CONTACT, key: 'contact/connected', parameter: 'c1' };

    it('hears its topic, or what is for it alone', async () => {
      const heard: unknown[] = [];
      proxy().subscribe(topic, (data) => heard.push(['with', data]));
      proxy().subscribe({ namespace: CONTACT, key: 'contact/connected' }, (data) => heard.push(['without', data]));
      const channel = await FakeChannel.open(ccp.window);
      const { handlerId } = await channel.next('subscribe', 1);
      await channel.next('subscribe', 2);
      channel.publish(CONTACT, 'contact/connected', 1, 'c1');
      channel.publish(CONTACT, 'contact/connected', 2);
      channel.publish(CONTACT, 'contact/connected', 3, 'c2');
      channel.publish(CONTACT, 'contact/connected', 4, 'c1', handlerId);
      channel.publish(CONTACT, 'contact/connected', 5, 'c1', 'nobody');
      await eventually(() => heard.length === 3, 'three pieces of news');
      expect(heard).to.deep.equal([
        ['with', 1],
        ['without', 2],
        ['with', 4],
      ]);
    });

    it('lives through new frames, with the id that it had', async () => {
      const heard: unknown[] = [];
      const told: string[] = [];
      proxy().subscribe(topic, (data) => heard.push(data));
      proxy().onConnectionStatusChange(({ status }) => told.push(status));
      const first = await FakeChannel.open(ccp.window);
      const { handlerId } = await first.next('subscribe');
      connect.core.retry({ force: true });
      await ccp.attach();
      const second = await FakeChannel.open(ccp.window);
      expect(await second.next('subscribe')).to.deep.include({ topic, handlerId });
      second.publish(CONTACT, topic.key, 'news', 'c1', handlerId);
      await eventually(() => heard.length === 1, 'the news');
      expect(told).to.deep.equal(['initializing', 'ready', 'reset', 'connecting', 'initializing', 'ready']);
    });

    it('is over for the CCP with the last handler', async () => {
      const [one, other] = [() => {}, () => {}];
      const channel = await FakeChannel.open(ccp.window);
      await eventually(() => proxy().connectionStatus === 'ready', 'ready');
      proxy().subscribe(topic, one);
      proxy().subscribe(topic, other);
      proxy().unsubscribe(topic, one);
      proxy().unsubscribe(topic, one);
      await channel.next('subscribe', 2);
      expect(channel.of('unsubscribe')).to.have.length(0);
      proxy().unsubscribe(topic, other);
      expect((await channel.next('unsubscribe')).topic).to.deep.equal(topic);
    });

    it('that throws or rejects is logged, and keeps the others from nothing', async () => {
      const heard: unknown[] = [];
      proxy().subscribe(topic, () => {
        throw new Error('thrown');
      });
      proxy().subscribe(topic, () => Promise.reject(new Error('rejected')));
      proxy().subscribe(topic, (data) => heard.push(data));
      const channel = await FakeChannel.open(ccp.window);
      await channel.next('subscribe', 3);
      channel.publish(CONTACT, topic.key, 'news', 'c1');
      await eventually(() => heard.length === 1, 'the news');
      await eventually(() => failures(connect).length === 2, 'both are logged');
      expect(failures(connect)).to.have.members(['thrown', 'rejected']);
    });

    it('ends with terminate, and the same provider serves the next CCP', async () => {
      const { provider } = connect.core.getSDKClientConfig();
      proxy().subscribe(topic, () => {});
      const first = await FakeChannel.open(ccp.window);
      await first.next('subscribe');
      connect.core.terminate();
      expect(provider.getProxy().connectionStatus).to.equal('notConnected');
      const next = await fakeCcp(connect);
      expect(connect.core.getSDKClientConfig().provider).to.equal(provider);
      const second = await FakeChannel.open(next.window);
      const answer = provider.getProxy().request(CONTACT, 'agent/getName');
      second.answer(await second.next('request'), 'again');
      expect(await answer).to.equal('again');
      expect(second.of('subscribe')).to.deep.equal([]);
    });
  });

  describe('of two runtimes', () => {
    it('is two', async () => {
      const other = quietConnect();
      const otherCcp = await fakeCcp(other);
      const [one, two] = [await FakeChannel.open(ccp.window), await FakeChannel.open(otherCcp.window)];
      expect(one.of('cross-domain-site-ready')[0].providerId).not.to.equal(
        two.of('cross-domain-site-ready')[0].providerId,
      );
      const answers = [proxy(), other.core.getSDKClientConfig().provider.getProxy()].map((each) =>
        each.request(CONTACT, 'agent/getName'),
      );
      one.answer(await one.next('request'), 'one');
      two.answer(await two.next('request'), 'two');
      expect(await Promise.all(answers)).to.deep.equal(['one', 'two']);
    });
  });

  describe('trouble', () => {
    it('that is no answer reaches those who listen for it; a fatal one is the status too', async () => {
      const told: unknown[] = [];
      const { provider } = connect.core.getSDKClientConfig();
      provider.onError?.(({ key, isFatal, connectionStatus }) => told.push([key, isFatal, connectionStatus]));
      const channel = await FakeChannel.open(ccp.window);
      channel.say({ type: 'error', message: 'a', key: 'small', isFatal: false, status: {} });
      channel.say({ type: 'error', message: 'b', key: 'great', isFatal: true, status: {} });
      await eventually(() => told.length === 2, 'both');
      expect(told).to.deep.equal([
        ['small', false, 'ready'],
        ['great', true, 'error'],
      ]);
    });

    it('of the API is a CommandError with the key of the CCP', async () => {
      await ccp.acknowledge({ id: 'port-1' });
      const channel = await FakeChannel.open(ccp.window);
      const end = endOf(new connect.Contact('c1').isPreviewMode());
      channel.refuse(await channel.next('request'), 'handlerNotFound', 'No such thing.');
      const error = await end;
      expect(error).to.be.instanceOf(CommandError);
      expect(error).to.include({
        type: 'handlerNotFound',
        message: 'No such thing.',
        operation: 'contact/isPreviewMode',
      });
      expect(error.hint).to.match(/This CCP does not know the request/);
    });
  });

  describe('plugins', () => {
    it('are called once, each with what the one before gave; the options stay as they are', async () => {
      const own = quietConnect();
      const given: object[] = [];
      const plugins = [
        (prototype: object) => {
          given.push(prototype);
          return Object.defineProperty(prototype, 'greeting', { get: () => 'hello', configurable: true });
        },
        (prototype: object) => {
          given.push(prototype);
          throw new Error('broken plugin');
        },
        (prototype: object) => void given.push(prototype),
      ];
      const options = Object.freeze({ plugins });
      await fakeCcp(own, options);
      const { provider } = own.core.getSDKClientConfig();
      expect(given).to.deep.equal([Object.getPrototypeOf(provider), Object.getPrototypeOf(provider)]);
      expect((provider as unknown as { greeting: string }).greeting).to.equal('hello');
      expect(failures(own)).to.deep.equal(['broken plugin']);
      expect(connect.core.getSDKClientConfig().provider).not.to.have.property('greeting');
      own.core.stopCCP();
      await fakeCcp(own, options);
      expect(given).to.have.length(2);
    });

    const wrong: [name: string, options: object, message: RegExp][] = [
      ['plugins that are none', { plugins: {} }, /params\.plugins must be a function, or a list of functions/],
      ['a list with something else in it', { plugins: [() => {}, 'x'] }, /params\.plugins must be a function/],
      ['a provider without getProxy', { provider: { id: 'x', config: {} } }, /params\.provider must be a provider/],
      ['a provider that is a text', { provider: 'x' }, /params\.provider must be a provider/],
    ];
    for (const [name, options, message] of wrong) {
      it(`refuses ${name}`, () => {
        const own = quietConnect();
        expect(() => own.core.initCCP(document.body, { ccpUrl: '/ccp', ...options })).to.throw(own.ValueError, message);
      });
    }
  });

  describe('a provider of the page', () => {
    it('is told of each frame before it is in the page, and has the channel to itself', async () => {
      const own = quietConnect();
      const frames: [HTMLIFrameElement, boolean][] = [];
      const provider = {
        id: 'own',
        config: {},
        getProxy: () => ({}),
        setCCPIframe: (frame: HTMLIFrameElement) => void frames.push([frame, frame.isConnected]),
      };
      const theirs = await fakeCcp(own, { provider: provider });
      expect(own.core.getSDKClientConfig().provider).to.equal(provider);
      const first = own.core.getFrame();
      own.core.retry({ force: true });
      await theirs.attach();
      expect(frames).to.deep.equal([
        [first, false],
        [own.core.getFrame(), false],
      ]);
      const channel = FakeChannel.offer(theirs.window);
      await theirs.acknowledge({ id: 'port-1' });
      expect(channel.heard).to.deep.equal([]);
    });
  });
});
