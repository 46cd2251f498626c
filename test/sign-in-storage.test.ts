// Storage access: which page asks, what it is told, and what its answers mean.
import { expect } from '@open-wc/testing';
import { ValueError } from '../src/errors/errors.js';
import type { InitCcpOptions } from '../src/embedding/options.js';
import { storageRequest } from '../src/sign-in/storage-access.js';
import { CCP_URL, closeFakeCcps, fakeCcp, FOREIGN_CCP_URL, quietConnect } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { agentData } from './support/snapshots.js';

const BASE = 'https://crm.example/';

const asked = (options: InitCcpOptions) => storageRequest(options, BASE);

/** What the page in a frame is told, and for which origin alone. */
function told(options: InitCcpOptions): { message: unknown; origin: unknown } {
  const posted: { message: unknown; origin: unknown }[] = [];
  const contentWindow = { postMessage: (message: unknown, origin: unknown) => posted.push({ message, origin }) };
  asked(options)!.send({ contentWindow } as unknown as HTMLIFrameElement);
  expect(posted).to.have.length(1);
  return posted[0];
}

describe('the page that asks for storage access', () => {
  it('is left out unless it is wanted', () => {
    const ccpUrl = 'https://a.my.connect.aws/ccp-v2/';
    for (const storageAccess of [undefined, {}, { canRequest: false }, { canRequest: 'false' as const }]) {
      expect(asked({ ccpUrl, storageAccess })).to.be.null;
    }
    expect(asked({ ccpUrl, storageAccess: { canRequest: true } })).not.to.be.null;
  });

  const PAGES: [ccpUrl: string, instanceUrl: string | undefined, url: string, landat: string][] = [
    [
      'https://a.my.connect.aws/ccp-v2/?visible=false',
      undefined,
      'https://a.my.connect.aws/request-storage-access',
      '/ccp-v2/?visible=false',
    ],
    [
      'https://a.awsapps.com/connect/ccp-v2',
      undefined,
      'https://a.awsapps.com/connect/request-storage-access',
      '/connect/ccp-v2',
    ],
    [
      'https://sso.example/?RelayState=https%3A%2F%2Fa.my.connect.aws',
      'https://a.my.connect.aws',
      'https://a.my.connect.aws/request-storage-access',
      '/connect/ccp-v2',
    ],
    [
      'http://localhost:8001/ccp.html?instance=x',
      undefined,
      'http://localhost:8001/ccp.html?instance=x/request-storage-access',
      '/ccp.html?instance=x',
    ],
  ];
  for (const [ccpUrl, instanceUrl, url, landat] of PAGES) {
    it(`for ${ccpUrl} is ${url}`, () => {
      const storageAccess = { canRequest: true, custom: { hideCCP: false } };
      expect(asked({ ccpUrl, instanceUrl, storageAccess })?.url).to.equal(url);
      expect(told({ ccpUrl, instanceUrl, storageAccess })).to.deep.equal({
        message: { event: 'storageAccess::request', data: { ...storageAccess, landat } },
        origin: new URL(url).origin,
      });
    });
  }

  it('takes no address in a query for one of Amazon Connect', () => {
    const ccpUrl = 'https://evil.example/?https://a.my.connect.aws/';
    expect(new URL(asked({ ccpUrl, storageAccess: { canRequest: true } })!.url).origin).to.equal(
      'https://evil.example',
    );
  });
});

describe('a CCP that asks for storage access', () => {
  afterEach(closeFakeCcps);

  const options = { ccpUrl: `${CCP_URL}?ccp`, storageAccess: { canRequest: true }, loginMode: 'auto' as const };

  /** Embeds it with a sign-in window that must not open. */
  async function embedded(further: Partial<InitCcpOptions> = {}) {
    const connect = quietConnect();
    const statuses: string[] = [];
    connect.core.onStatusChange(({ status }) => statuses.push(status));
    const ccp = await fakeCcp(connect, { ...options, ...further });
    return { connect, ccp, statuses };
  }

  it('is loaded as the page that asks, which is told so', async () => {
    const { ccp } = await embedded();
    expect(ccp.frame.src).to.equal(`${options.ccpUrl}/request-storage-access`);
    const data = await ccp.next('storageAccess::request');
    const { pathname } = new URL(CCP_URL);
    expect(data).to.deep.equal({ canRequest: true, landat: `${pathname}?ccp` });
  });

  it('needs the agent, whom it waits for however long; the frame is shown, and nothing opens', async () => {
    const timers = new FakeTimers();
    const { connect, ccp, statuses } = await embedded();
    const frame = connect.core.getFrame();
    await ccp.say('storageAccess::init', { hasAccess: false });
    await timers.advance(10 * 60_000).finally(() => timers.restore());
    expect(statuses).to.deep.equal(['loading', 'storage-access-needed']);
    expect(connect.core.hasAnswered()).to.be.true;
    expect(connect.core.getFrame()).to.equal(frame);
    await ccp.say('storageAccess::denied');
    expect(connect.core.getStatus()).to.equal('storage-access-needed');
  });

  it('goes on to the CCP once they have agreed', async () => {
    const { connect, ccp, statuses } = await embedded();
    const heard: string[] = [];
    connect.core.getEventBus().subscribe('storageAccess::granted', () => heard.push('granted'));
    await ccp.say('storageAccess::init', { hasAccess: false });
    await ccp.say('storageAccess::granted');
    expect(connect.core.getStatus()).to.equal('loading');
    expect(connect.core.hasAnswered()).to.be.false;
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData());
    expect(statuses).to.deep.equal(['loading', 'storage-access-needed', 'loading', 'ready']);
    expect(heard).to.deep.equal(['granted']);
    await ccp.say('storageAccess::denied');
    expect(connect.core.getStatus()).to.equal('ready');
  });

  it('goes on at once where it has access already', async () => {
    const { ccp, statuses } = await embedded();
    await ccp.say('storageAccess::init', { hasAccess: true });
    await ccp.say('storageAccess::granted');
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData());
    expect(statuses).to.deep.equal(['loading', 'ready']);
  });

  it('that says nothing is a CCP that does not answer', async () => {
    const { connect } = await embedded({ ccpLoadTimeout: 30, loginMode: 'manual' });
    await new Promise<void>((resolve) => {
      const look = () => connect.core.getStatus() === 'signed-out' && resolve();
      connect.core.onStatusChange(look);
      look();
    });
  });

  it('is believed only from its own origin', async () => {
    const connect = quietConnect();
    const container = document.body.appendChild(document.createElement('div'));
    connect.core.initCCP(container, { ...options, ccpUrl: `${FOREIGN_CCP_URL}?ccp`, instanceUrl: options.ccpUrl });
    const frame = connect.core.getFrame()!;
    frame.src = `${FOREIGN_CCP_URL}?ccp`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const reported = new Promise((resolve) =>
      window.addEventListener('message', ({ data }: MessageEvent<{ report?: unknown[] }>) => {
        if (data.report) resolve(data.report);
      }),
    );
    const message = { event: 'storageAccess::init', data: { hasAccess: false } };
    frame.contentWindow!.postMessage({ control: 'say', message }, '*');
    frame.contentWindow!.postMessage({ control: 'report' }, '*');
    expect(await reported, 'what it was told').to.deep.equal([]);
    expect(connect.core.getStatus()).to.equal('loading');
    connect.core.terminate();
    container.remove();
  });

  it('is told nothing when the options make no sense', () => {
    const connect = quietConnect();
    const run = () => connect.core.initCCP(document.createElement('div'), { ...options, instanceUrl: 'nonsense:' });
    expect(run).to.throw(ValueError, 'params.instanceUrl');
  });
});
