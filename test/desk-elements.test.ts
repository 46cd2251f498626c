// The small elements of a desk: recent contacts, wrap-up, the mini panel; alerts; the status in one line.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { ConnectSetAgentStateRequestEvent } from '../elements/index.js';
import type { ConnectMiniPanelElement } from '../elements/mini-panel/element.js';
import { RECENT_KEY } from '../elements/recent-contacts/history.js';
import type { ConnectRecentContactsElement } from '../elements/recent-contacts/element.js';
import type { ConnectWrapUpElement } from '../elements/wrap-up/element.js';
import type { ConnectWrapUpRequestEvent } from '../elements/wrap-up/request.js';
import { connectedCall, mountControls, parts, press, soon, stateIs, words } from './support/controls-scene.js';

const CALLER = '+12065550100';

type Rendered = { readonly renderRoot: ParentNode };

const all = ({ renderRoot }: Rendered, name: string): HTMLElement[] => [
  ...renderRoot.querySelectorAll<HTMLElement>(`[part~=${name}]`),
];

const textOf = (element: Rendered, name: string): string =>
  all(element, name)
    .map((one) => one.textContent.replace(/\s+/g, ' ').trim())
    .join(' | ');

const buttonOf = ({ renderRoot }: Rendered, name: string): HTMLButtonElement | undefined =>
  [...renderRoot.querySelectorAll('button')].find(
    (button) => (button.ariaLabel ?? button.textContent.replace(/\s+/g, ' ').trim()) === name,
  );

describe('host.identifyContact()', () => {
  it('says who it is in the controls, in what is announced, and in state; null takes it back', async () => {
    const { ccp, sim, controls } = await mountControls();
    const id = await sim.incomingCall({ from: CALLER });
    await soon(() => ccp.state.contacts.length === 1, 'the call');
    const identity = { name: 'Ana Ruiz', detail: 'Ruiz Ceramics', href: 'https://crm.example/C-1042' };
    expect(ccp.identifyContact(id, identity)).to.be.true;
    expect(ccp.state.contacts[0].identity).to.deep.equal(identity);
    await soon(() => words(controls, 'who') === 'Ana Ruiz', 'the name');
    expect(parts(controls, 'contact')[0].ariaLabel).to.equal('Ana Ruiz');
    const link = parts(controls, 'record')[0] as HTMLAnchorElement;
    expect([link.href, link.target]).to.deep.equal(['https://crm.example/C-1042', '_blank']);
    await press(controls, 'Accept');
    await stateIs(controls, 'Connected');
    expect(ccp.state.contacts[0].identity, 'after a change').to.deep.equal(identity);
    ccp.identifyContact(id, null);
    await soon(() => words(controls, 'who').replace(/\D/g, '').endsWith('2065550100'), 'the number again');
    expect(ccp.identifyContact('nobody', identity)).to.be.false;
  });

  for (const [member, value] of [
    ['href', 'javascript:alert(1)'],
    ['picture', 'data:image/png;base64,AA'],
    ['picture', 'http://crm.example/a.png'],
    ['name', 7],
  ] as const) {
    it(`refuses ${member}: ${value}`, async () => {
      const { ccp, sim } = await mountControls();
      const id = await sim.incomingCall();
      await soon(() => ccp.state.contacts.length === 1, 'the call');
      expect(() => ccp.identifyContact(id, { [member]: value })).to.throw(`identifyContact: ${member}`);
    });
  }
});

describe('what a contact says of itself', () => {
  it('a task shows its description and its references: links by https alone', async () => {
    const { sim, controls, ccp } = await mountControls();
    await sim.incomingTask({
      name: 'Check a return',
      description: 'Two shelves came back.',
      references: {
        Order: { type: 'URL', value: 'https://shop.example/8841' },
        Script: { type: 'URL', value: 'javascript:alert(1)' },
      },
    });
    await press(controls, 'Accept');
    await soon(() => words(controls, 'description') === 'Two shelves came back.', 'the description');
    const links = [...controls.renderRoot.querySelectorAll<HTMLAnchorElement>('[part=reference] a')];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://shop.example/8841']);
    expect(parts(controls, 'reference')[1].textContent).to.contain('javascript:alert(1)');
    expect(ccp.state.contacts[0].references.Order).to.deep.equal({ type: 'URL', value: 'https://shop.example/8841' });
    await expect(controls).to.be.accessible();
  });

  it('a number is shown as people write it, in the country and from abroad', async () => {
    const { sim, controls } = await mountControls({}, 'US');
    await sim.incomingCall({ from: CALLER });
    await soon(() => words(controls, 'who') === '(206) 555-0100', 'the number');
  });

  it('says how long somebody waits, warns from hold-seconds on, and how long the call was', async () => {
    const scene = await mountControls();
    const { controls, ccp } = scene;
    controls.holdSeconds = 1;
    await connectedCall(scene);
    expect(ccp.state.contacts[0].begun).to.be.a('number');
    await press(controls, 'Hold');
    await stateIs(controls, 'On hold');
    await soon(() => parts(controls, 'hold-time').length === 1, 'its time');
    expect(ccp.state.contacts[0].heldSince).to.be.a('number');
    await soon(() => parts(controls, 'hold-time')[0]?.classList.contains('late'), 'the warning');
    await press(controls, 'Resume');
    await soon(() => ccp.state.contacts[0].heldSince === null, 'nobody waits');
    await press(controls, 'End');
    await stateIs(controls, 'After-call work');
    expect(ccp.state.contacts[0].lasted).to.be.greaterThan(0);
    expect(words(controls, 'call-time')).to.match(/^0:\d\d$/);
  });
});

describe('<connect-recent-contacts>', () => {
  async function scene(keep = 'page') {
    const { ccp, sim, controls } = await mountControls();
    const recent = await fixture<ConnectRecentContactsElement>(
      html`<connect-recent-contacts keep=${keep}></connect-recent-contacts>`,
    );
    recent.clear();
    return { ccp, sim, controls, recent };
  }

  it('lists what was answered and missed, marks the missed one until it is looked at, and calls back', async () => {
    const made = await scene();
    const { sim, controls, recent, ccp } = made;
    await connectedCall(made);
    await press(controls, 'End');
    await press(controls, 'Done');
    await soon(() => ccp.state.contacts.length === 0, 'cleared');
    const id = await sim.incomingCall({ from: '+12065550142' });
    await soon(() => ccp.state.contacts.length === 1, 'it rings');
    await sim.missed(id);
    await soon(() => recent.matches(':state(missed)'), 'something was missed');
    expect(recent.contacts.map(({ number, outcome }) => [number, outcome])).to.deep.equal([
      ['+12065550142', 'missed'],
      [CALLER, 'answered'],
    ]);
    expect(textOf(recent, 'missed')).to.equal('1 missed');
    await press(controls, 'Clear');
    await soon(() => ccp.state.contacts.length === 0, 'cleared');
    await expect(recent).to.be.accessible();
    const back = buttonOf(recent, 'Call back +12065550142')!;
    back.focus();
    await soon(() => !recent.matches(':state(missed)'), 'looked at');
    back.click();
    await soon(() => ccp.state.contacts[0]?.phoneNumber === '+12065550142', 'it is called');
    expect(recent.contacts[0]).to.include({ direction: 'outbound' });
  });

  for (const keep of ['session', 'local']) {
    it(`keeps the list in ${keep} storage under a hash, says so, and clears it`, async () => {
      const made = await scene(keep);
      const { recent } = made;
      const storage = keep === 'local' ? localStorage : sessionStorage;
      await connectedCall(made);
      await soon(() => storage.getItem(RECENT_KEY)?.includes(CALLER), 'it is stored');
      expect(storage.getItem(RECENT_KEY)).to.match(/^\[\["[\da-f]{64}"/);
      expect(textOf(recent, 'kept')).to.contain(keep === 'local' ? 'this browser until' : 'browser tab');
      buttonOf(recent, 'Clear list')!.click();
      await soon(() => recent.contacts.length === 0, 'empty');
      expect(storage.getItem(RECENT_KEY)).not.to.contain(CALLER);
    });
  }

  it('shows nothing of what other scripts have written in its place', async () => {
    const made = await scene('session');
    await connectedCall(made);
    await soon(() => sessionStorage.getItem(RECENT_KEY)?.includes(CALLER), 'it is stored');
    const [[agent, [good]]] = JSON.parse(sessionStorage.getItem(RECENT_KEY)!) as [[string, [object]]];
    const odd = [
      { outcome: 'constructor' },
      { direction: '__proto__' },
      { channel: 7 },
      { number: {} },
      { at: 'today' },
      { lasted: '1' },
      { isNew: 'yes' },
      { who: null },
    ].map((change, index) => ({ ...good, contactId: `odd-${index}`, ...change }));
    sessionStorage.setItem(
      RECENT_KEY,
      JSON.stringify([[agent, [null, 'text', ...odd, { ...good, contactId: 'kept' }]]]),
    );
    made.recent.keep = 'page';
    await made.recent.updateComplete;
    made.recent.keep = 'session';
    await soon(() => made.recent.contacts.length === 2, 'what is stored is read');
    expect(made.recent.contacts.map(({ contactId }) => contactId)).to.have.members([
      'kept',
      made.ccp.state.contacts[0].contactId,
    ]);
    made.recent.clear();
  });

  it('stores nothing where the browser makes no hash', async () => {
    const { subtle } = crypto;
    const digest = subtle.digest.bind(subtle);
    sessionStorage.removeItem(RECENT_KEY);
    subtle.digest = () => Promise.reject(new Error('no secure context'));
    try {
      const made = await scene('session');
      await connectedCall(made);
      await soon(() => made.recent.contacts.length === 1, 'it is listed');
      expect(sessionStorage.getItem(RECENT_KEY)).to.be.null;
      expect(textOf(made.recent, 'kept')).not.to.contain('browser tab');
    } finally {
      subtle.digest = digest;
    }
  });
});

describe('<connect-wrap-up>', () => {
  let seed = 100;

  const CODES = [
    { value: 'refund', label: 'Refund', group: 'Orders' },
    { value: 'other', label: 'Something else' },
  ];

  async function scene() {
    // Simulated contacts have the same ids again, unless their seed is another one; drafts live as long as the page.
    const made = await mountControls({ seed: String(++seed) });
    const wrapUp = await fixture<ConnectWrapUpElement>(
      html`<connect-wrap-up .codes=${CODES} required></connect-wrap-up>`,
    );
    const id = await connectedCall(made);
    await soon(() => wrapUp.draft?.contactId === id, 'the contact');
    const type = (notes: string) => {
      const field = all(wrapUp, 'notes')[0] as HTMLTextAreaElement;
      field.value = notes;
      field.dispatchEvent(new Event('input'));
    };
    const choose = (code: string) => {
      const field = all(wrapUp, 'code')[0] as HTMLSelectElement;
      field.value = code;
      field.dispatchEvent(new Event('change'));
    };
    return { ...made, wrapUp, id, type, choose };
  }

  it('keeps what is written over the end of the call, another selection and a move', async () => {
    const { wrapUp, id, type, choose, sim, controls } = await scene();
    type('Two shelves, chipped');
    choose('refund');
    await sim.customerHangsUp(id);
    await stateIs(controls, 'After-call work');
    await sim.incomingChat({ customerName: 'Bo Larsen' });
    await press(controls, 'Accept', 'Bo Larsen');
    await soon(() => wrapUp.draft?.contactId !== id, 'the other one');
    const { parentElement } = wrapUp;
    wrapUp.remove();
    parentElement!.append(wrapUp);
    wrapUp.contactId = id;
    await wrapUp.updateComplete;
    expect(wrapUp.draft).to.deep.equal({ contactId: id, code: 'refund', notes: 'Two shelves, chipped' });
    expect((all(wrapUp, 'notes')[0] as HTMLTextAreaElement).value).to.equal('Two shelves, chipped');
    expect((all(wrapUp, 'code')[0] as HTMLSelectElement).value).to.equal('refund');
  });

  it('saves and clears; a save that fails keeps all and says why', async () => {
    const { wrapUp, id, type, choose, sim, controls, ccp } = await scene();
    let fails = true;
    const heard: unknown[] = [];
    wrapUp.addEventListener('connect-wrap-up-request', (event: ConnectWrapUpRequestEvent) => {
      heard.push([event.contactId, event.code, event.notes]);
      event.waitUntil(fails ? Promise.reject(new Error('The CRM is down.')) : Promise.resolve());
    });
    type('Chipped');
    expect(all(wrapUp, 'done')[0].ariaDisabled, 'while it lives').to.equal('true');
    await sim.customerHangsUp(id);
    await stateIs(controls, 'After-call work');
    buttonOf(wrapUp, 'Done')!.click();
    await soon(() => textOf(wrapUp, 'problem') === 'Choose a code first.', 'a code is required');
    expect(heard).to.deep.equal([]);
    choose('other');
    buttonOf(wrapUp, 'Done')!.click();
    await soon(() => textOf(wrapUp, 'problem').includes('The CRM is down.'), 'why');
    expect(wrapUp.draft).to.deep.equal({ contactId: id, code: 'other', notes: 'Chipped' });
    await expect(wrapUp).to.be.accessible();
    fails = false;
    buttonOf(wrapUp, 'Done')!.click();
    await soon(() => ccp.state.contacts.length === 0, 'cleared');
    expect(heard.at(-1)).to.deep.equal([id, 'other', 'Chipped']);
  });

  it('asks before the contact is closed without a code, by Done in the controls or by a state', async () => {
    const { wrapUp, id, sim, controls, ccp } = await scene();
    await sim.customerHangsUp(id);
    await stateIs(controls, 'After-call work');
    await press(controls, 'Done');
    await soon(() => all(wrapUp, 'question').length === 1, 'the question');
    expect(ccp.state.contacts.length).to.equal(1);
    buttonOf(wrapUp, 'Choose a code')!.click();
    await soon(() => all(wrapUp, 'question').length === 0, 'answered');
    await press(controls, 'Done');
    await soon(() => buttonOf(wrapUp, 'Close without a code'), 'the question');
    buttonOf(wrapUp, 'Close without a code')!.click();
    await soon(() => ccp.state.contacts.length === 0, 'closed');
  });

  it('asks about its own host’s contacts alone', async () => {
    const { wrapUp, id, sim, controls, ccp } = await scene();
    await sim.customerHangsUp(id);
    await stateIs(controls, 'After-call work');
    wrapUp.forElement = ccp;
    const other = await fixture<ConnectCcpElement>(html`<connect-ccp></connect-ccp>`);
    const status = await fixture<ConnectAgentStatusElement>(
      html`<connect-agent-status .forElement=${other}></connect-agent-status>`,
    );
    const request = () => new ConnectSetAgentStateRequestEvent({ agentState: 'Offline' });
    expect(await other.request(request()), 'at the host').to.equal('failed');
    expect(status.dispatchEvent(request()), 'at its sibling').to.be.true;
    expect(all(wrapUp, 'question')).to.have.length(0);
    expect(await ccp.request(request())).to.be.null;
    await soon(() => all(wrapUp, 'question').length === 1, 'the question');
  });
});

describe('<connect-mini-panel>', () => {
  /** A window of another document of this origin, as the browser would open one. */
  async function frameAsWindow(): Promise<HTMLIFrameElement> {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Mini" width="360" height="500"></iframe>`);
    Object.defineProperty(globalThis, 'documentPictureInPicture', {
      configurable: true,
      value: { window: null, requestWindow: () => Promise.resolve(frame.contentWindow) },
    });
    return frame;
  }

  afterEach(() => Reflect.deleteProperty(globalThis, 'documentPictureInPicture'));

  it('shows status and controls in the other document, styled, working, and heard by the page', async () => {
    const { ccp, sim } = await mountControls();
    const mini = await fixture<ConnectMiniPanelElement>(html`<connect-mini-panel></connect-mini-panel>`);
    const frame = await frameAsWindow();
    buttonOf(mini, 'Open mini panel')!.click();
    await soon(() => mini.matches(':state(open)'), 'it is open');
    const page = frame.contentDocument!;
    const controls = page.querySelector<ConnectContactControlsElement>('connect-contact-controls')!;
    expect(page.querySelector<ConnectAgentStatusElement>('connect-agent-status')!.compact).to.be.true;
    await sim.incomingCall({ from: CALLER });
    await soon(() => all(controls, 'control-accept').length === 1, 'it rings there');
    const style = frame.contentWindow!.getComputedStyle(all(controls, 'control-accept')[0]);
    expect(style.display).to.contain('flex');
    const heard: string[] = [];
    const stop = new AbortController();
    document.addEventListener(
      'connect-accept-request',
      (event) => {
        heard.push(String(event.contactId));
        event.preventDefault();
      },
      { once: true, signal: stop.signal },
    );
    all(controls, 'control-accept')[0].click();
    expect(heard, 'the page hears it').to.deep.equal([ccp.state.contacts[0].contactId]);
    expect(ccp.state.contacts[0].pending, 'and has stopped it').to.deep.equal([]);
    stop.abort();
    all(controls, 'control-accept')[0].click();
    await soon(() => ccp.state.contacts[0].state.type === 'connected', 'it is taken there');
  });

  it('a sibling that is moved to another document and back keeps its looks', async () => {
    const { controls } = await mountControls();
    const home = controls.parentElement!;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Other"></iframe>`);
    frame.contentDocument!.body.append(controls);
    await controls.updateComplete;
    expect(frame.contentWindow!.getComputedStyle(parts(controls, 'idle')[0]).display).to.equal('grid');
    home.append(controls);
    await controls.updateComplete;
    expect(getComputedStyle(parts(controls, 'idle')[0]).display).to.equal('grid');
  });

  it('what a sibling in another document asks for is heard by the page, and can be stopped there', async () => {
    const { ccp, controls } = await mountControls();
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Other"></iframe>`);
    controls.forElement = ccp;
    frame.contentDocument!.body.append(controls);
    await controls.updateComplete;
    const heard: unknown[] = [];
    document.addEventListener(
      'connect-dial-request',
      (event) => {
        heard.push([event.endpoint, event.target === ccp]);
        event.preventDefault();
      },
      { once: true },
    );
    const field = controls.renderRoot.querySelector<HTMLInputElement>('#dial')!;
    field.value = '+12065550142';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.form!.requestSubmit();
    await soon(() => heard.length > 0, 'the page hears it');
    expect(heard).to.deep.equal([['+12065550142', true]]);
    expect(ccp.state.contacts).to.deep.equal([]);
  });

  for (const { how, pictures, opens } of [
    { how: 'a browser without such windows', pictures: undefined, opens: true },
    {
      how: 'one that refuses them',
      pictures: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      opens: true,
    },
    { how: 'one that opens nothing', pictures: undefined, opens: false },
  ]) {
    it(`in ${how} ${opens ? 'a pop-up is opened' : 'says so'}`, async () => {
      await mountControls();
      const mini = await fixture<ConnectMiniPanelElement>(html`<connect-mini-panel></connect-mini-panel>`);
      const frame = await frameAsWindow();
      const value = pictures && { window: null, requestWindow: pictures };
      Object.defineProperty(globalThis, 'documentPictureInPicture', { configurable: true, value });
      const { open } = window;
      let features = '';
      window.open = (_url, _name, given) => {
        features = given ?? '';
        return opens ? frame.contentWindow : null;
      };
      try {
        buttonOf(mini, 'Open mini panel')!.click();
        await soon(() => mini.matches(opens ? ':state(open)' : ':state(blocked)'), 'what has come of it');
      } finally {
        window.open = open;
      }
      expect(features).to.match(/^popup,/);
      expect(all(mini, 'problem')).to.have.length(opens ? 0 : 1);
      expect(frame.contentDocument!.querySelectorAll('connect-contact-controls')).to.have.length(opens ? 1 : 0);
    });
  }

  it('opens one window, whoever asks how often, and none once it has gone or belongs to another host', async () => {
    const { ccp } = await mountControls();
    const mini = await fixture<ConnectMiniPanelElement>(html`<connect-mini-panel></connect-mini-panel>`);
    const frame = await frameAsWindow();
    const closed: string[] = [];
    let asked = 0;
    frame.contentWindow!.close = () => closed.push('closed');
    const waiting: (() => void)[] = [];
    const requestWindow = () => {
      asked += 1;
      return new Promise((resolve) => waiting.push(() => resolve(frame.contentWindow)));
    };
    Object.defineProperty(globalThis, 'documentPictureInPicture', {
      configurable: true,
      value: { window: null, requestWindow },
    });
    const home = mini.parentElement!;
    const answers = [mini.open(), mini.open()];
    expect(asked).to.equal(1);
    const ways = [() => (mini.forElement = null), () => mini.remove()];
    for (const leave of ways) {
      leave();
      await Promise.resolve();
      waiting.splice(0).forEach((resolve) => resolve());
      expect(await Promise.all(answers)).to.deep.equal([false, false]);
      expect(closed.splice(0)).to.deep.equal(['closed']);
      await mini.updateComplete;
      expect(mini.matches(':state(blocked), :state(open)')).to.be.false;
      home.append(mini);
      mini.forElement = ccp;
      answers.splice(0, 2, mini.open(), mini.open());
    }
    waiting.splice(0).forEach((resolve) => resolve());
    expect(await Promise.all(answers)).to.deep.equal([true, true]);
    mini.close();
  });
});

describe('alerts', () => {
  it('the title says who rings; the page’s own comes back, also one that it has set meanwhile', async () => {
    document.title = 'CRM';
    const { sim, ccp } = await mountControls();
    const id = await sim.incomingCall({ from: CALLER, queue: 'Support' });
    await soon(() => document.title === `🔔 ${CALLER} (Support) – CRM`, `the title: ${document.title}`);
    ccp.identifyContact(id, { name: 'Ana Ruiz' });
    await soon(() => document.title === '🔔 Ana Ruiz (Support) – CRM', `the name: ${document.title}`);
    document.title = 'CRM 2';
    await soon(() => document.title === '🔔 Ana Ruiz (Support) – CRM 2', `the new one: ${document.title}`);
    await sim.missed(id);
    await soon(() => document.title === 'CRM 2', `the end: ${document.title}`);
  });

  it('none without alerts', async () => {
    document.title = 'CRM';
    const { sim, ccp, controls } = await mountControls();
    ccp.alerts = '';
    await ccp.updateComplete;
    await sim.incomingCall();
    await soon(() => parts(controls, 'control-accept').length === 1, 'it rings');
    expect(document.title).to.equal('CRM');
  });
});

describe('<connect-agent-status compact>', () => {
  const scene = async () => {
    const made = await mountControls();
    const box = await fixture(
      html`<header style="display: grid"><connect-agent-status compact></connect-agent-status></header>`,
    );
    const status = box.querySelector<ConnectAgentStatusElement>('connect-agent-status')!;
    await status.updateComplete;
    return { ...made, box, status };
  };

  it('is one line, and no error moves the page: what happened opens above it, with one way out', async () => {
    const { sim, status, box } = await scene();
    const height = box.getBoundingClientRect().height;
    expect(height).to.be.lessThan(56);
    await sim.missed(await sim.incomingCall());
    await soon(() => all(status, 'advice').length === 1, 'the advice');
    expect(box.getBoundingClientRect().height).to.equal(height);
    expect(all(status, 'layer')[0].matches(':popover-open')).to.be.true;
    expect([...all(status, 'advice')[0].querySelectorAll('button')].map((one) => one.textContent.trim())).to.deep.equal(
      ['Go to Available'],
    );
    await expect(status).to.be.accessible();
    buttonOf(status, 'Go to Available')!.click();
    await soon(() => all(status, 'layer').length === 0, 'it closes');
  });

  it('stays within 200 px', async () => {
    const { status, box } = await scene();
    (box as HTMLElement).style.inlineSize = '200px';
    await status.updateComplete;
    expect(status.scrollWidth).to.be.at.most(200);
  });
});

describe('shortcuts', () => {
  const pressed = (init: KeyboardEventInit) =>
    document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  it('are off unless set; then keys do what controls do, and a list shows them', async () => {
    const { sim, controls, ccp } = await mountControls();
    await sim.incomingCall();
    await soon(() => parts(controls, 'control-accept').length === 1, 'it rings');
    const accept = { key: 'Å', code: 'KeyA', altKey: true, shiftKey: true };
    expect(pressed(accept), 'off').to.be.true;
    expect(parts(controls, 'control-accept')[0].getAttribute('aria-keyshortcuts')).to.be.null;
    controls.setAttribute('shortcuts', '');
    await controls.updateComplete;
    expect(parts(controls, 'control-accept')[0].getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+A');
    expect(pressed({ ...accept, isComposing: true }), 'while a text is composed').to.be.true;
    expect(pressed(accept), 'taken').to.be.false;
    await soon(() => ccp.state.contacts[0].state.type === 'connected', 'accepted');
    pressed({ key: '?', code: 'Slash', altKey: true, shiftKey: true });
    await controls.updateComplete;
    expect(words(controls, 'shortcuts')).to.contain('Alt+Shift+M');
    await expect(controls).to.be.accessible();
  });

  it('reach the live call while a chat is selected, and say so at its controls; what the selected one allows comes first', async () => {
    const scene = await mountControls();
    const { sim, controls, ccp } = scene;
    controls.setAttribute('shortcuts', '');
    const call = await connectedCall(scene);
    await sim.incomingChat({ customerName: 'Ana Ruiz' });
    await press(controls, 'Accept', 'Ana Ruiz');
    await soon(() => parts(controls, 'call-bar').length === 1, 'the call keeps its controls');
    const bar = parts(controls, 'call-bar')[0];
    const keys = [...bar.querySelectorAll('[data-verb]')].map((one) => one.getAttribute('aria-keyshortcuts'));
    expect(keys).to.deep.equal(['Alt+Shift+M', 'Alt+Shift+H', 'Alt+Shift+E']);
    expect(pressed({ key: 'M', code: 'KeyM', altKey: true, shiftKey: true })).to.be.false;
    await soon(() => ccp.state.mute, 'the call is muted');
    await soon(
      () => ccp.state.contacts.find(({ contactId }) => contactId === call)!.can.includes('hold'),
      'it may be held',
    );
    expect(pressed({ key: 'H', code: 'KeyH', altKey: true, shiftKey: true })).to.be.false;
    await soon(
      () => ccp.state.contacts.find(({ contactId }) => contactId === call)!.heldSince !== null,
      'it is on hold',
    );
    // The chat is selected: End is for that.
    expect(pressed({ key: 'E', code: 'KeyE', altKey: true, shiftKey: true })).to.be.false;
    await soon(
      () => ccp.state.contacts.find(({ type }) => type === 'chat')!.state.type === 'ended',
      'the chat is over',
    );
    expect(ccp.state.contacts.find(({ contactId }) => contactId === call)!.state.type).to.equal('connected');
  });

  for (const [why, map, message] of [
    ['a bare letter', { accept: 'A' }, 'is pressed while people type'],
    ['the same keys twice', { accept: 'Alt+1', mute: 'Alt+1' }, 'have the same keys'],
    ['no verb', { jump: 'Alt+1' }, 'there is no verb'],
  ] as const) {
    it(`refuses ${why}`, async () => {
      const { controls } = await mountControls();
      expect(() => Object.assign(controls, { shortcuts: map })).to.throw(message);
      expect(controls.shortcuts).to.be.null;
    });
  }
});

describe('one contact of a hundred changes', () => {
  it('one line of <connect-recent-contacts> does', async () => {
    const { ccp, sim } = await mountControls({ tasks: '100' });
    const recent = await fixture<ConnectRecentContactsElement>(
      html`<connect-recent-contacts .forElement=${ccp} limit="100"></connect-recent-contacts>`,
    );
    const ids = await Promise.all(
      Array.from({ length: 100 }, (_, count) => sim.incomingTask({ name: `Task ${count}` })),
    );
    const listed = (part: string) => recent.renderRoot.querySelectorAll(`[part~=${part}]`).length;
    await soon(() => listed('contact') === 100, 'a hundred');
    const lines = new Set<Element>();
    const lineOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('li');
    const seen = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const line of [target, ...addedNodes].map(lineOf)) if (line) lines.add(line);
      }
    });
    const options = { subtree: true, childList: true, characterData: true, attributes: true };
    seen.observe(recent.renderRoot.querySelector('[part=list]')!, options);
    await sim.missed(ids[42]);
    await soon(() => listed('contact-missed') === 1, 'it is missed');
    expect([...lines].map((line) => line.querySelector('[part~=who]')!.textContent.trim())).to.deep.equal(['Task 42']);
  });
});
