// Streams: envelopes over a message port, and between two windows.
import { expect } from '@open-wc/testing';
import { PortStream, type WindowPeer, WindowStream } from '../src/conduit/stream.js';
import type { Envelope } from '../src/conduit/wire.js';

const strange: unknown[] = [null, undefined, 7, 'x', [], {}, { event: '' }, { event: 7 }, { data: 1 }];

describe('PortStream', () => {
  let channel: MessageChannel;
  beforeEach(() => (channel = new MessageChannel()));
  afterEach(() => {
    channel.port1.close();
    channel.port2.close();
  });

  /** Resolves once a port has taken everything that was sent to it before. */
  const arrived = (sender: MessagePort, receiver: MessagePort): Promise<void> =>
    new Promise((resolve) => {
      const done = ({ data }: MessageEvent<unknown>) => {
        if (data !== 'done') return;
        receiver.removeEventListener('message', done);
        resolve();
      };
      receiver.addEventListener('message', done);
      receiver.start();
      sender.postMessage('done');
    });

  it('carries envelopes both ways', async () => {
    const { signal } = new AbortController();
    const ends = [new PortStream(channel.port1), new PortStream(channel.port2)] as const;
    const heard: Envelope[][] = [[], []];
    for (const [index, end] of ends.entries()) end.onMessage((message) => heard[index]?.push(message), signal);
    expect(ends[0].send({ event: 'up', data: { at: new Date(5) } })).to.be.true;
    expect(ends[1].send({ event: 'down' })).to.be.true;
    await arrived(channel.port1, channel.port2);
    await arrived(channel.port2, channel.port1);
    expect(heard[1]).to.deep.equal([{ event: 'up', data: { at: new Date(5) } }]);
    expect(heard[0]).to.deep.equal([{ event: 'down' }]);
    expect(ends[0].port).to.equal(channel.port1);
  });

  it('keeps what came before anybody listened', async () => {
    channel.port1.postMessage({ event: 'early' });
    const heard: string[] = [];
    new PortStream(channel.port2).onMessage(({ event }) => heard.push(event), new AbortController().signal);
    await arrived(channel.port1, channel.port2);
    expect(heard).to.deep.equal(['early']);
  });

  it('drops what is no envelope', async () => {
    const heard: Envelope[] = [];
    new PortStream(channel.port2).onMessage((message) => heard.push(message), new AbortController().signal);
    for (const message of strange) channel.port1.postMessage(message);
    await arrived(channel.port1, channel.port2);
    expect(heard).to.be.empty;
  });

  it('stops with its signal', async () => {
    const scope = new AbortController();
    const heard: Envelope[] = [];
    new PortStream(channel.port2).onMessage((message) => heard.push(message), scope.signal);
    scope.abort();
    channel.port1.postMessage({ event: 'late' });
    await arrived(channel.port1, channel.port2);
    expect(heard).to.be.empty;
  });

  it('throws for what cannot be cloned', () => {
    const stream = new PortStream(channel.port1);
    expect(() => stream.send({ event: 'x', data: () => undefined })).to.throw(DOMException);
  });
});

describe('WindowStream', () => {
  /** A window that hears what a test dispatches, and a peer that notes how it was asked. */
  function scene() {
    const own = new EventTarget() as Window;
    const posted: unknown[][] = [];
    const other = { postMessage: (...args: unknown[]) => posted.push(args) } as unknown as Window;
    const asked: string[] = [];
    const peer = {
      window: other as Window | null,
      origin: 'https://ccp.example' as string | null,
      admits(origin: string) {
        asked.push(origin);
        return origin === 'https://ccp.example';
      },
    } satisfies WindowPeer;
    const scope = new AbortController();
    const stream = new WindowStream(own, peer);
    const heard: Envelope[] = [];
    stream.onMessage((message) => heard.push(message), scope.signal);
    let reads = 0;
    const dispatch = (source: unknown, origin: string, data: unknown) => {
      const event = Object.assign(new Event('message'), { source, origin });
      Object.defineProperty(event, 'data', { get: () => (reads++, data) });
      own.dispatchEvent(event);
    };
    return { stream, peer, other, posted, asked, heard, scope, dispatch, reads: () => reads };
  }

  const envelope = { event: 'acknowledge' };

  it("hears the peer's window, if the peer admits the origin", () => {
    const { heard, other, dispatch } = scene();
    dispatch(other, 'https://ccp.example', envelope);
    expect(heard).to.deep.equal([envelope]);
  });

  it('asks for the origin of no other window, and looks at no data of it', () => {
    const { heard, asked, dispatch, reads } = scene();
    for (const source of [null, undefined, window, {}]) dispatch(source, 'https://ccp.example', envelope);
    expect(heard).to.be.empty;
    expect(asked).to.be.empty;
    expect(reads()).to.equal(0);
  });

  for (const known of [true, false]) {
    it(`looks at no data from a foreign origin while the peer's is ${known ? 'known' : 'not known yet'}`, () => {
      const { heard, other, asked, peer, dispatch, reads } = scene();
      if (!known) peer.origin = null;
      dispatch(other, 'https://evil.example', envelope);
      expect(asked).to.deep.equal(['https://evil.example']);
      expect(heard).to.be.empty;
      expect(reads()).to.equal(0);
    });
  }

  it('drops what is no envelope', () => {
    const { heard, other, dispatch } = scene();
    for (const message of strange) dispatch(other, 'https://ccp.example', message);
    expect(heard).to.be.empty;
  });

  it('hears nobody while the peer has no window, not even messages without a source', () => {
    const { heard, peer, other, dispatch } = scene();
    peer.window = null;
    dispatch(null, 'https://ccp.example', envelope);
    dispatch(other, 'https://ccp.example', envelope);
    expect(heard).to.be.empty;
  });

  it('stops with its signal', () => {
    const { heard, other, scope, dispatch } = scene();
    scope.abort();
    dispatch(other, 'https://ccp.example', envelope);
    expect(heard).to.be.empty;
  });

  it("sends to the peer's window and origin", () => {
    const { stream, posted } = scene();
    expect(stream.send(envelope)).to.be.true;
    expect(posted).to.deep.equal([[envelope, 'https://ccp.example']]);
  });

  it('sends nothing while window or origin are not known', () => {
    const { stream, peer, posted } = scene();
    peer.origin = null;
    expect(stream.send(envelope)).to.be.false;
    peer.origin = 'https://ccp.example';
    peer.window = null;
    expect(stream.send(envelope)).to.be.false;
    expect(posted).to.be.empty;
  });
});
