// The embedding page's conduit: whom it believes, and to whom it speaks.
import { expect } from '@open-wc/testing';
import type { Conduit } from '../src/conduit/conduit.js';
import { type CcpAddress, createFrameConduit, FramePeer } from '../src/conduit/frame-conduit.js';
import type { Envelope } from '../src/conduit/wire.js';
import { CCP_URL, type CcpWindow, FOREIGN_CCP_URL, loadedWindow } from './support/fake-ccp.js';

const OWN_ORIGIN = window.location.origin;
const FOREIGN_ORIGIN = new URL(FOREIGN_CCP_URL).origin;

const frames: HTMLIFrameElement[] = [];
const scopes: AbortController[] = [];

function makeFrame(src: string, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = src;
  frames.push(frame);
  return document.body.appendChild(frame);
}

/** Resolves once a frame of another origin has loaded. */
const loaded = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

/** A conduit to a frame, with all that it hears. */
function conduitTo(frame: HTMLIFrameElement, address: CcpAddress) {
  const scope = new AbortController();
  scopes.push(scope);
  const peer = new FramePeer(address, document.baseURI);
  peer.frame = frame;
  const conduit = createFrameConduit({ window, peer, name: address.ccpUrl, signal: scope.signal });
  const heard: [event: string, data: unknown][] = [];
  conduit.onAllUpstream((data, event) => heard.push([event, data]));
  return { conduit, peer, heard, scope };
}

/** Resolves with the next message of a window that fits, whatever it is. */
function nextMessage(source: Window | null, fits: (data: unknown) => boolean): Promise<unknown> {
  return new Promise((resolve) => {
    const listener = (event: MessageEvent<unknown>): void => {
      if (event.source !== source || !fits(event.data)) return;
      window.removeEventListener('message', listener);
      resolve(event.data);
    };
    window.addEventListener('message', listener);
  });
}

let lastMarker = 0;

/** Has a page say things to this one, whatever its origin; resolves once this one has dealt with them. */
async function say(frame: HTMLIFrameElement, ...messages: unknown[]): Promise<void> {
  const marker = `marker ${(lastMarker += 1)}`;
  const done = nextMessage(frame.contentWindow, (data) => data === marker);
  for (const message of [...messages, marker]) frame.contentWindow?.postMessage({ control: 'say', message }, '*');
  await done;
}

/** What a page has heard so far, whatever its origin. */
async function heardBy(frame: HTMLIFrameElement): Promise<CcpWindow['heard']> {
  const isReport = (data: unknown) => typeof data === 'object' && data !== null && 'report' in data;
  const report = nextMessage(frame.contentWindow, isReport);
  frame.contentWindow?.postMessage({ control: 'report' }, '*');
  return ((await report) as { report: CcpWindow['heard'] }).report;
}

const acknowledge = { event: 'acknowledge', data: { id: 'port-1' } };

afterEach(() => {
  for (const scope of scopes.splice(0)) scope.abort();
  for (const frame of frames.splice(0)) frame.remove();
});

describe('a frame conduit', () => {
  it('carries envelopes between the page and a CCP of another site', async () => {
    const frame = makeFrame(FOREIGN_CCP_URL);
    await loaded(frame);
    const { conduit, peer, heard } = conduitTo(frame, { ccpUrl: FOREIGN_CCP_URL });
    expect(peer.origin).to.be.null;
    await say(frame, acknowledge, { event: 'agent::update', data: { at: new Date(5) } });
    expect(heard).to.deep.equal([
      ['acknowledge', { id: 'port-1' }],
      ['agent::update', { at: new Date(5) }],
    ]);
    expect(peer.origin).to.equal(FOREIGN_ORIGIN);
    expect(conduit.sendUpstream('synchronize', { at: new Date(7) })).to.be.true;
    expect(await heardBy(frame)).to.deep.equal([
      { data: { event: 'synchronize', data: { at: new Date(7) } }, origin: OWN_ORIGIN, fromParent: true },
    ]);
    expect(conduit.name).to.equal(FOREIGN_CCP_URL);
  });

  it('sends nothing before the first acknowledge', async () => {
    const frame = makeFrame(FOREIGN_CCP_URL);
    await loaded(frame);
    const { conduit } = conduitTo(frame, { ccpUrl: FOREIGN_CCP_URL });
    expect(conduit.sendUpstream('synchronize')).to.be.false;
    await say(frame, { event: 'agent::update' });
    expect(conduit.sendUpstream('synchronize')).to.be.false;
    expect(await heardBy(frame)).to.be.empty;
  });

  it('sends to the origin of the CCP alone, never to *', async () => {
    const frame = makeFrame(CCP_URL);
    const ccp = await loadedWindow(frame);
    const { conduit } = conduitTo(frame, { ccpUrl: CCP_URL });
    await say(frame, acknowledge);
    const targets: unknown[] = [];
    ccp.postMessage = (_message: unknown, target: unknown) => targets.push(target);
    conduit.sendUpstream('synchronize');
    expect(targets).to.deep.equal([OWN_ORIGIN]);
  });

  it('does not reach a page that the frame has meanwhile gone to', async () => {
    const frame = makeFrame(CCP_URL);
    await loadedWindow(frame);
    const { conduit, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
    await say(frame, acknowledge);
    const gone = loaded(frame);
    frame.src = FOREIGN_CCP_URL;
    await gone;
    conduit.sendUpstream('configure', { secret: 1 });
    expect(await heardBy(frame)).to.be.empty;
    await say(frame, acknowledge, { event: 'agent::update' });
    expect(heard).to.have.length(1);
  });

  it('ends with its scope', async () => {
    const frame = makeFrame(CCP_URL);
    await loadedWindow(frame);
    const { conduit, heard, scope } = conduitTo(frame, { ccpUrl: CCP_URL });
    scope.abort();
    conduit.onAllUpstream((data, event) => heard.push([event, data]));
    await say(frame, acknowledge);
    expect(heard).to.be.empty;
  });

  describe('does not believe', () => {
    it('another window of the right origin', async () => {
      const frame = makeFrame(CCP_URL);
      const other = makeFrame(CCP_URL);
      await Promise.all([loadedWindow(frame), loadedWindow(other)]);
      const { conduit, peer, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
      await say(other, acknowledge, { event: 'agent::update' });
      window.postMessage(acknowledge, OWN_ORIGIN);
      await say(other);
      expect(heard).to.be.empty;
      expect(peer.origin).to.be.null;
      expect(conduit.sendUpstream('synchronize')).to.be.false;
      await say(frame, acknowledge);
      await say(other, { event: 'agent::update' });
      expect(heard).to.have.length(1);
    });

    it('the right window while another origin is in it, whose name it keeps for the diagnosis', async () => {
      const frame = makeFrame(FOREIGN_CCP_URL);
      await loaded(frame);
      const { conduit, peer, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
      expect(peer.refusedOrigin).to.be.null;
      await say(frame, acknowledge, { event: 'agent::update' });
      expect(heard).to.be.empty;
      expect(peer.origin).to.be.null;
      expect(peer.refusedOrigin).to.equal(FOREIGN_ORIGIN);
      expect(conduit.sendUpstream('synchronize')).to.be.false;
      expect(await heardBy(frame)).to.be.empty;
    });

    it('a page without an origin', async () => {
      const frame = makeFrame(CCP_URL, 'allow-scripts');
      await loaded(frame);
      const { peer, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
      await say(frame, acknowledge);
      expect(heard).to.be.empty;
      expect(peer.origin).to.be.null;
      expect(peer.refusedOrigin).to.be.null;
    });

    it('the old window once the frame was replaced, until the new one acknowledges', async () => {
      const old = makeFrame(CCP_URL);
      const fresh = makeFrame(CCP_URL);
      const [, freshWindow] = await Promise.all([loadedWindow(old), loadedWindow(fresh)]);
      const { conduit, peer, heard } = conduitTo(old, { ccpUrl: CCP_URL });
      await say(old, acknowledge);
      peer.frame = fresh;
      expect(peer.origin).to.be.null;
      expect(conduit.sendUpstream('synchronize')).to.be.false;
      await say(old, acknowledge, { event: 'agent::update' });
      expect(heard).to.have.length(1);
      expect(peer.origin).to.be.null;
      await say(fresh, acknowledge);
      expect(heard).to.have.length(2);
      expect(conduit.sendUpstream('synchronize')).to.be.true;
      await heardBy(fresh);
      expect(freshWindow.heard.map(({ data }) => (data as Envelope).event)).to.deep.equal(['synchronize']);
    });

    it('a window when there is no frame', async () => {
      const frame = makeFrame(CCP_URL);
      await loadedWindow(frame);
      const { conduit, peer, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
      await say(frame, acknowledge);
      peer.frame = null;
      await say(frame, acknowledge);
      // A message that a script makes up has no source, and neither has a peer without a frame a window.
      window.dispatchEvent(new MessageEvent('message', { data: acknowledge, origin: OWN_ORIGIN }));
      expect(heard).to.have.length(1);
      expect(conduit.sendUpstream('synchronize')).to.be.false;
    });
  });

  describe('drops in silence', () => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const lines: unknown[][] = [];
    const real = Object.fromEntries(methods.map((method) => [method, console[method]]));
    const noteError = (event: Event) => lines.push([event.type]);

    beforeEach(() => {
      lines.length = 0;
      for (const method of methods) console[method] = (...line: unknown[]) => void lines.push(line);
      window.addEventListener('error', noteError);
      window.addEventListener('unhandledrejection', noteError);
    });
    afterEach(() => {
      Object.assign(console, real);
      window.removeEventListener('error', noteError);
      window.removeEventListener('unhandledrejection', noteError);
    });

    const strange: [name: string, message: unknown][] = [
      ['null', null],
      ['undefined', undefined],
      ['a number', 17],
      ['a text', 'acknowledge'],
      ['a long text', 'x'.repeat(2_000_000)],
      ['an empty object', {}],
      ['a list', [{ event: 'acknowledge' }]],
      ['a long list', Array.from({ length: 200_000 }, (_, index) => index)],
      ['a map', new Map([['event', 'acknowledge']])],
      ['bytes', new Uint8Array(100_000)],
      ['an event that is no text', { event: { toString: 'x' } }],
      ['an event without a name', { event: '', data: {} }],
      ['an event with a huge name', { event: 'x'.repeat(1_000_000) }],
      ['the handshake of the SDK', { type: 'cross-domain-adapter-init' }],
    ];
    for (const acknowledged of [false, true]) {
      for (const [name, message] of strange) {
        it(`${name}, ${acknowledged ? 'after' : 'before'} the first acknowledge`, async () => {
          const frame = makeFrame(CCP_URL);
          await loadedWindow(frame);
          const { peer, heard } = conduitTo(frame, { ccpUrl: CCP_URL });
          if (acknowledged) await say(frame, acknowledge);
          heard.length = 0;
          await say(frame, message);
          expect(heard).to.be.empty;
          expect(lines).to.be.empty;
          expect(peer.origin).to.equal(acknowledged ? OWN_ORIGIN : null);
        });
      }
    }

    it('any of it from another origin', async () => {
      const frame = makeFrame(FOREIGN_CCP_URL);
      await loaded(frame);
      const { heard } = conduitTo(frame, { ccpUrl: CCP_URL });
      await say(frame, ...strange.map(([, message]) => message), acknowledge);
      expect(heard).to.be.empty;
      expect(lines).to.be.empty;
    });
  });
});

describe('FramePeer', () => {
  const SIGN_IN = 'https://idp.example/app/connect';
  const INSTANCE = 'https://my-instance.my.connect.aws';
  const update = { event: 'agent::update' };

  /** Asks whether a message is admitted; the peer has a frame, or else nothing is of it. */
  function asked(peer: FramePeer, origin: string, message: unknown): { admitted: boolean; reads: number } {
    let reads = 0;
    const admitted = peer.admits(origin, {
      get data() {
        reads++;
        return message;
      },
    });
    return { admitted, reads };
  }

  const peerOf = (address: CcpAddress) => new FramePeer(address, 'https://crm.example/desk/index.html');

  it('believes the origin of an address that is relative to the page', () => {
    const peer = peerOf({ ccpUrl: '/ccp.html' });
    expect(asked(peer, 'https://crm.example', acknowledge).admitted).to.be.true;
    expect(peer.origin).to.equal('https://crm.example');
  });

  it('throws for an address that is none', () => {
    expect(() => peerOf({ ccpUrl: 'https://' })).to.throw(TypeError);
  });

  it('hears the expected origin before it acknowledges, but does not know it yet', () => {
    const peer = peerOf({ ccpUrl: SIGN_IN });
    expect(asked(peer, 'https://idp.example', update).admitted).to.be.true;
    expect(peer.origin).to.be.null;
  });

  const redirects: [origin: string, admitted: boolean][] = [
    [INSTANCE, true],
    ['https://my-instance.govcloud.connect.aws', true],
    ['https://connect.aws', false],
    ['https://my-instance.connect.aws', false],
    ['https://my-instance.awsapps.com', true],
    ['https://a.b.my.connect.aws', true],
    ['http://my-instance.my.connect.aws', false],
    ['https://my-instance.my.connect.aws:8443', false],
    ['https://my.connect.aws', false],
    ['https://awsapps.com', false],
    ['https://evilmy.connect.aws', false],
    ['https://evil-awsapps.com', false],
    ['https://my-instance.my.connect.aws.evil.example', false],
    ['https://my-instance.awsapps.com.evil.example', false],
    ['https://evil.example', false],
    ['null', false],
    ['', false],
  ];
  for (const [origin, admitted] of redirects) {
    it(`${admitted ? 'admits' : 'refuses'} a first acknowledge from "${origin}" after a redirect`, () => {
      const peer = peerOf({ ccpUrl: SIGN_IN });
      expect(asked(peer, origin, acknowledge).admitted).to.equal(admitted);
      expect(peer.origin).to.equal(admitted ? origin : null);
      expect(peer.refusedOrigin).to.equal(admitted || origin === 'null' ? null : origin);
    });

    it(`refuses "${origin}" when the instance is named and is another`, () => {
      const peer = peerOf({ ccpUrl: SIGN_IN, instanceUrl: 'https://other.my.connect.aws/ccp-v2/' });
      expect(asked(peer, origin, acknowledge)).to.deep.equal({ admitted: false, reads: 0 });
    });
  }

  it('admits the instance that is named, and then no longer the sign-in address', () => {
    const peer = peerOf({ ccpUrl: SIGN_IN, instanceUrl: `${INSTANCE}/ccp-v2/` });
    expect(asked(peer, 'https://idp.example', acknowledge).admitted).to.be.false;
    expect(asked(peer, INSTANCE, acknowledge).admitted).to.be.true;
    expect(peer.origin).to.equal(INSTANCE);
  });

  for (const message of [update, { event: 'synchronize' }, null, {}, 'acknowledge']) {
    it(`does not let ${JSON.stringify(message)} from an Amazon host fix the origin`, () => {
      const peer = peerOf({ ccpUrl: SIGN_IN });
      expect(asked(peer, INSTANCE, message).admitted).to.be.false;
      expect(peer.origin).to.be.null;
    });
  }

  it('keeps the first origin that has acknowledged, and reads no data from any other', () => {
    const peer = peerOf({ ccpUrl: SIGN_IN });
    asked(peer, INSTANCE, acknowledge);
    for (const origin of ['https://other.my.connect.aws', 'https://idp.example', 'https://evil.example', 'null']) {
      expect(asked(peer, origin, acknowledge), origin).to.deep.equal({ admitted: false, reads: 0 });
    }
    expect(asked(peer, INSTANCE, update)).to.deep.equal({ admitted: true, reads: 0 });
    expect(peer.origin).to.equal(INSTANCE);
  });

  it('keeps it in every later frame: no other one is believed there, nor what the address had led one to expect', () => {
    const peer = peerOf({ ccpUrl: SIGN_IN });
    asked(peer, INSTANCE, acknowledge);
    for (let frame = 0; frame < 3; frame++) {
      peer.frame = null;
      expect(peer.origin).to.be.null;
      for (const origin of ['https://other.my.connect.aws', 'https://my-instance.awsapps.com', 'https://idp.example']) {
        for (const message of [acknowledge, update]) {
          expect(asked(peer, origin, message), origin).to.deep.equal({ admitted: false, reads: 0 });
        }
        expect(peer.origin).to.be.null;
        expect(peer.refusedOrigin).to.equal(origin);
      }
      expect(peer.expectedOrigin).to.equal(INSTANCE);
      expect(asked(peer, INSTANCE, acknowledge).admitted).to.be.true;
      expect(peer.origin).to.equal(INSTANCE);
    }
  });

  /** An address, and from where a first acknowledge counts beside its own origin. */
  const leading: [ccpUrl: string, to: string, admitted: boolean][] = [
    // An instance, whatever the path: only its other name.
    ['https://my-instance.my.connect.aws/ccp-v2/', 'https://my-instance.awsapps.com', true],
    ['https://my-instance.awsapps.com/connect/ccp-v2/', INSTANCE, true],
    ['https://my-instance.my.connect.aws/ccp-v2/', 'https://other.my.connect.aws', false],
    ['https://my-instance.my.connect.aws/ccp-v2/', 'https://other.awsapps.com', false],
    ['https://my-instance.my.connect.aws/ccp-v2/softphone', 'https://other.my.connect.aws', false],
    ['https://my-instance.my.connect.aws', 'https://other.my.connect.aws', false],
    ['https://my-instance.my.connect.aws/auth/login?x=1#y', 'https://other.my.connect.aws', false],
    ['https://MY-Instance.My.Connect.AWS/ccp-v2/', 'https://my-instance.awsapps.com', true],
    ['http://my-instance.my.connect.aws/ccp-v2/', INSTANCE, true],
    ['http://my-instance.my.connect.aws/ccp-v2/', 'https://other.my.connect.aws', false],
    ['https://my-instance.my.connect.aws:8443/ccp-v2/', 'https://other.my.connect.aws', false],
    ['https://my-instance.awsapps.com/connect/ccp-v2/', 'https://x.my-instance.my.connect.aws', false],
    ['https://my-instance.awsapps.com/connect/login', 'https://my.connect.aws', false],
    ['https://my-instance.awsapps.com/connect/ccp-v2/', 'https://other.my.connect.aws', false],
    ['https://my-instance.awsapps.com/connect/start', 'https://other.my.connect.aws', false],
    ['https://my-instance.my.connect.aws/start', 'https://other.my.connect.aws', false],
    // AWS GovCloud (US) is of another partition: an instance there has no other name.
    ['https://my-instance.govcloud.connect.aws/ccp-v2/', INSTANCE, false],
    ['https://my-instance.my.connect.aws/ccp-v2/', 'https://my-instance.govcloud.connect.aws', false],
    ['https://my-instance.govcloud.connect.aws/ccp-v2/', 'https://other.govcloud.connect.aws', false],
    // Places to sign in, which lead to any instance.
    ['https://d-92670a1b2c.awsapps.com/start', INSTANCE, true],
    ['https://d-92670a1b2c.awsapps.com/start/#/saml/x', INSTANCE, true],
    ['https://us-west-2.console.aws.amazon.com/connect/federate/0f7d?destination=%2Fccp-v2', INSTANCE, true],
    ['https://idp.example/my-instance.my.connect.aws/ccp-v2/', INSTANCE, true],
    ['http://localhost:9300/sso', INSTANCE, true],
    // One that only looks like an instance.
    ['https://my-instance.my.connect.aws.idp.example/ccp-v2/', INSTANCE, true],
    // Never without https.
    ['https://my-instance.my.connect.aws/ccp-v2/', 'http://my-instance.awsapps.com', false],
  ];
  for (const [ccpUrl, to, admitted] of leading) {
    it(`${ccpUrl} ${admitted ? 'may lead' : 'does not lead'} to ${to}`, () => {
      const peer = peerOf({ ccpUrl });
      expect(asked(peer, to, acknowledge).admitted).to.equal(admitted);
      expect(peer.origin).to.equal(admitted ? to : null);
    });
  }

  it('takes an instance that is named by its other name, and no other instance', () => {
    const named = { ccpUrl: SIGN_IN, instanceUrl: 'https://my-instance.awsapps.com/connect/ccp-v2/' };
    for (const [origin, admitted] of [
      [INSTANCE, true],
      ['https://other.awsapps.com', false],
    ] as const) {
      expect(asked(peerOf(named), origin, acknowledge).admitted, origin).to.equal(admitted);
    }
    // An address that is named is not followed, be it one that leads to instances.
    for (const instanceUrl of ['https://idp.example/', 'https://d-92670a1b2c.awsapps.com/start']) {
      expect(asked(peerOf({ ccpUrl: SIGN_IN, instanceUrl }), INSTANCE, acknowledge).admitted).to.be.false;
    }
  });

  it('reads no data of foreign messages', () => {
    const peer = peerOf({ ccpUrl: SIGN_IN });
    expect(asked(peer, 'https://evil.example', acknowledge)).to.deep.equal({ admitted: false, reads: 0 });
  });
});

describe('a conduit without a frame', () => {
  it('sends nothing', () => {
    const scope = new AbortController();
    const peer = new FramePeer({ ccpUrl: CCP_URL }, document.baseURI);
    const conduit: Conduit = createFrameConduit({ window, peer, name: 'x', signal: scope.signal });
    expect(peer.window).to.be.null;
    expect(conduit.sendUpstream('synchronize')).to.be.false;
    scope.abort();
  });
});
