// diagnose() where a test plays the CCP itself, and what a host makes of it around its sign-in window.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectErrorEvent } from '../elements/host/events.js';
import { diagnose, type Diagnosis } from '../src/index.js';
import { CCP_URL, closeFakeCcps, fakeCcp, FOREIGN_CCP_URL, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { FakePopup } from './support/sign-in-scene.js';
import { agentData } from './support/snapshots.js';

const codesOf = ({ findings }: Diagnosis) => findings.map(({ code }) => code);
const causesOf = ({ findings }: Diagnosis) =>
  findings.find(({ code }) => code === 'no-answer')!.causes!.map(({ cause }) => cause);

describe('diagnose()', () => {
  afterEach(closeFakeCcps);

  it('says that nothing is embedded', async () => {
    const report = await diagnose(quietConnect());
    expect(report.code).to.be.null;
    expect(report.ccp).to.be.null;
    expect(String(report)).to.contain('No contact control panel is embedded yet.');
  });

  it('finds nothing the matter with a CCP that answers', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData());
    const report = await diagnose(connect);
    expect(codesOf(report)).to.deep.equal([]);
    expect(report.status).to.equal('ready');
  });

  it('gives a frozen report with the exact origin, and no query of the address', async () => {
    const connect = quietConnect();
    await fakeCcp(connect, { ccpUrl: `${CCP_URL}?token=secret` });
    const report = await diagnose(connect);
    expect(report.ccp).to.equal(CCP_URL);
    expect(report.origins).to.include(location.origin);
    expect(report.text).to.contain(location.origin).and.not.to.contain('secret');
    const [{ causes, ruledOut }] = report.findings;
    for (const part of [report, report.findings, report.findings[0], causes, causes![0], ruledOut]) {
      expect(Object.isFrozen(part)).to.be.true;
    }
  });

  it('puts being slow first while the load time-out has not passed', async () => {
    const connect = quietConnect();
    await fakeCcp(connect, { ccpLoadTimeout: 60_000 });
    expect(causesOf(await diagnose(connect))[0]).to.equal('slow');
  });

  it('tells of a frame elsewhere on the page that shows the same CCP', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData());
    await fakeCcp(quietConnect());
    expect(codesOf(await diagnose(connect))).to.deep.equal(['embedded-twice']);
  });

  it('names the origin that spoke, and the wrong instance-url', async () => {
    const connect = quietConnect();
    const ccp = await fakeCcp(connect, { instanceUrl: 'https://my-instance.my.connect.aws' });
    await ccp.acknowledge({ id: 'port-1' });
    const [finding] = (await diagnose(connect)).findings;
    expect(finding).to.include({ code: 'other-origin', origin: location.origin });
    expect(finding.message).to.contain('https://my-instance.my.connect.aws');
  });

  it('says that cookies may be kept back on another site, unless the CCP asks for them', async () => {
    const causes = async (canRequest: boolean) => {
      const connect = quietConnect();
      const container = document.body.appendChild(document.createElement('div'));
      const options = { ccpUrl: FOREIGN_CCP_URL, loginPopup: false, storageAccess: { canRequest } };
      connect.core.initCCP(container, options);
      const found = causesOf(await diagnose(connect));
      connect.core.terminate();
      container.remove();
      return found;
    };
    expect(await causes(false)).to.include('cookies-blocked');
    expect(await causes(true)).not.to.include('cookies-blocked');
  });

  it('ends with its signal', async () => {
    const connect = quietConnect();
    await fakeCcp(connect);
    const reason = new Error('enough');
    const failed = await diagnose(connect, { signal: AbortSignal.abort(reason) }).catch((error: unknown) => error);
    expect(failed).to.equal(reason);
  });
});

it('<connect-ccp> shows the report in an accessible way', async () => {
  const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${CCP_URL} load-timeout="50"></connect-ccp>`);
  const told = await oneEvent<ConnectErrorEvent>(ccp, 'connect-error');
  await ccp.updateComplete;
  const view = ccp.renderRoot.querySelector('[part=status] slot > div')!.shadowRoot!;
  view.querySelector('details')!.open = true;
  expect(view.querySelector('pre')!.textContent).to.equal(told.error.report!.text);
  expect(view.querySelector('code')!.textContent).to.equal(location.origin);
  await expect(ccp).to.be.accessible();
});

describe('<connect-ccp> and its doctor', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  /** A host whose panel says nothing; its time-out is the default. */
  const silent = () => fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${CCP_URL}></connect-ccp>`);

  /** Lets what is not a timer, such as loading, go on. */
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });

  /** Lets time go on until something is so. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await timers.advance(20);
      await turn();
    }
  }

  it('is called once for each attempt, and again after the sign-in window: then the allowlist is likelier', async () => {
    const ccp = await silent();
    const reports: Diagnosis[] = [];
    ccp.addEventListener('connect-error', ({ error }) => reports.push(error.report!));
    await until(() => reports.length === 1);
    expect(ccp.status).to.equal('signed-out');
    expect(causesOf(reports[0])[0]).to.equal('not-signed-in');

    const popup = new FakePopup();
    const { open } = window;
    window.open = () => popup as unknown as Window;
    ccp.login();
    await until(() => ccp.status === 'popup-open');
    window.open = open;
    expect(ccp.state.error, 'nothing is wrong while the agent signs in').to.be.null;
    await timers.advance(3_000);
    popup.closed = true;
    await until(() => ccp.status === 'signed-out');
    expect(reports.length, 'the frame that is loaded anew has its time').to.equal(1);
    await until(() => reports.length === 2);
    expect(causesOf(reports[1])[0]).to.equal('not-allowlisted');
  });
});
