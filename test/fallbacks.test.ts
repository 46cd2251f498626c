// Browsers that lack something newer, Safari above all: each feature is taken away before our modules are loaded, and what
// a user gets instead is looked at. The table in docs/browsers.md names them.
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import { Ears } from './support/ears.js';
import { eventually } from './support/eventually.js';

/** What is taken away, by the object that has it. `navigator` and `window` keep what they do not have themselves in prototypes. */
const MISSING: readonly (readonly [owner: object, ...names: string[]])[] = [
  [Element.prototype, 'moveBefore'],
  [HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover'],
  [HTMLButtonElement.prototype, 'command', 'commandForElement'],
  [HTMLMediaElement.prototype, 'setSinkId', 'sinkId'],
  [AudioContext.prototype, 'setSinkId', 'sinkId'],
  [Navigator.prototype, 'locks', 'permissions', 'mediaDevices', 'userActivation'],
  [Document.prototype, 'hasStorageAccess', 'requestStorageAccess', 'featurePolicy', 'permissionsPolicy'],
  [window, 'Notification', 'trustedTypes', 'CommandEvent', 'PerformanceObserver', 'ReportingObserver'],
];

/** The modules, which see the browser as it is then. */
const load = async () => {
  const [, , , simulated, tabs, { attachSimulator }, regions] = await Promise.all([
    import('../elements/define.js'),
    import('../elements/ringer/ringer.js'),
    import('../elements/contact-controls/phone-number.js'),
    import('./support/simulated-ccp.js'),
    import('./support/tabs.js'),
    import('../src/simulator/kit/simulator.js'),
    import('../src/resiliency/active-connect.js'),
  ]);
  return { ...simulated, ...tabs, attachSimulator, createScriptTrust: regions.createScriptTrust };
};

describe('a browser without the newer features', () => {
  let ours: Awaited<ReturnType<typeof load>>;

  before(async () => {
    for (const [owner, ...names] of MISSING) for (const name of names) Reflect.deleteProperty(owner, name);
    ours = await load();
  });

  afterEach(() => {
    fixtureCleanup();
    ours.closeTabs();
  });

  it('lacks them indeed', () => {
    const left = MISSING.flatMap(([owner, ...names]) => names.filter((name) => name in owner));
    expect(left).to.deep.equal([]);
  });

  it('without moveBefore: a panel that is moved is loaded anew, and the call that another tab has is back in it', async () => {
    const ccpUrl = ours.simulatedCcpUrl({ state: 'Available' });
    const keeper = await ours.openTab(ccpUrl);
    const id = await ours.talk(keeper);
    const ccp = await ours.mountCcp(ccpUrl);
    await ccp.ready;
    const first = ccp.connect.core.getFrame();
    ccp.parentElement!.appendChild(document.createElement('div')).append(ccp);
    await ours.statusIs(ccp, 'ready');
    expect(ccp.connect.core.getFrame()).to.not.equal(first);
    expect(ccp.state.contacts.map(({ contactId }) => contactId)).to.deep.equal([id]);
  });

  it('without popovers: the menu of states opens below its button, is chosen from, and closes by Escape', async () => {
    const { ccp, sim } = await ours.mountReadyCcp();
    const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
    await eventually(() => !status.renderRoot.querySelector('[aria-disabled=true]'), 'it can be changed');
    const button = status.renderRoot.querySelector<HTMLElement>('[part~=state]')!;
    const menu = () => status.renderRoot.querySelector<HTMLElement>('[role=menu]');
    button.click();
    await status.updateComplete;
    expect(menu()!.hasAttribute('popover')).to.be.false;
    expect(menu()!.checkVisibility()).to.be.true;
    expect(menu()!.getBoundingClientRect().top).to.be.at.least(button.getBoundingClientRect().bottom);
    const items = [...menu()!.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
    items.find((one) => one.textContent.trim() === 'Lunch')!.click();
    await eventually(() => ccp.state.agent?.state.name === 'Lunch', 'Lunch');
    button.click();
    await status.updateComplete;
    menu()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await status.updateComplete;
    expect(menu()).to.equal(null);
    sim.detach();
  });

  it('without commandfor: a button that commands the panel does so all the same', async () => {
    const { ccp, sim } = await ours.mountReadyCcp();
    ccp.id = 'ccp';
    await sim.incomingCall();
    await eventually(() => ccp.state.contacts.length === 1, 'it rings');
    const button = await fixture<HTMLElement>(
      html`<button commandfor="ccp" command="--accept-contact">Take it</button>`,
    );
    button.click();
    await eventually(() => ccp.state.contacts[0].state.type === 'connected', 'it is taken');
    sim.detach();
  });

  it('without locks: the sign-in window opens all the same', async () => {
    const { open } = window;
    const opened: string[] = [];
    window.open = (url) => {
      opened.push(String(url));
      return null;
    };
    try {
      const ccp = await ours.mountCcp(ours.simulatedCcpUrl({ signin: 'required' }));
      await ours.statusIs(ccp, 'signed-out');
      ccp.login();
      await eventually(() => opened.length === 1, 'it opens');
      expect(ccp.status).to.equal('popup-blocked');
    } finally {
      window.open = open;
    }
  });

  it('without outputs to choose from, notifications or locks: it rings where it can, and in the title where it cannot', async () => {
    const ears = new Ears();
    ears.install();
    for (const { prototype } of [AudioContext, HTMLMediaElement]) Reflect.deleteProperty(prototype, 'setSinkId');
    const { title } = document;
    try {
      const ccpUrl = ours.simulatedCcpUrl({ state: 'Available' });
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ringer ringer-device="headset" ccp-url=${ccpUrl}></connect-ccp>`,
      );
      await ccp.ready;
      const sim = await ours.attachSimulator(ccp);
      const id = await sim.incomingCall();
      await eventually(() => ears.heard.length === 1, 'it rings');
      expect(ears.heard).to.deep.equal([{ what: 'tone', volume: 1, device: '' }]);
      await sim.customerHangsUp(id);
      await eventually(() => ears.heard.length === 0, 'it is over');
      sim.detach();
    } finally {
      ears.restore();
      document.title = title;
    }
  });

  it('without permissions and devices to look at: nothing is said to be wrong with the microphone', async () => {
    const { ccp, sim } = await ours.mountReadyCcp();
    const { watchMicrophone } = await import('../src/media/microphone-watch.js');
    const told: string[] = [];
    watchMicrophone((state) => told.push(state));
    await eventually(() => told.length > 0, 'told');
    expect(told).to.deep.equal(['unknown']);
    expect(ccp.state.error).to.equal(null);
    sim.detach();
  });

  it('without trusted types: the address of a script is used as it is', () => {
    expect(ours.createScriptTrust()('https://a.example/x.js')).to.equal('https://a.example/x.js');
  });

  it('without the browser’s reports and policies: the doctor gives a report of what it can see', async () => {
    const { ccp, sim } = await ours.mountReadyCcp();
    const { diagnose } = await import('../src/index.js');
    const report = await diagnose(ccp.connect);
    expect(report.findings.map(({ code }) => code)).to.not.include('permissions-policy');
    sim.detach();
  });
});
