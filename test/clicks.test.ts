// What browsers allow only for a click is done before the click's event has ended: an answer of another process, which locks,
// permissions and fetches are, comes too late for WebKit, though Chromium and Firefox remember the click for seconds.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import '../elements/connect-agent-status.js';
import '../elements/connect-global-ccp.js';
import { reportView } from '../elements/ccp/doctor-view.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import { ConnectLoginRequestEvent } from '../elements/verbs/login.js';
import { Diagnosis, type DiagnosisFields } from '../src/doctor/diagnosis.js';
import { en } from './support/english.js';
import { eventually } from './support/eventually.js';
import { mountRegions } from './support/two-regions.js';
import { statusIs } from './support/simulated-ccp.js';

const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

/** A host where nobody is signed in. */
async function signedOut(): Promise<ConnectCcpElement> {
  const ccp = await fixture<ConnectCcpElement>(
    html`<connect-ccp id="ccp" ccp-url=${MUTE_PAGE} load-timeout="50" login-mode="manual"></connect-ccp>`,
  );
  await statusIs(ccp, 'signed-out');
  return ccp;
}

/** A button of the page, beside the host. */
async function pageButton(act: () => void): Promise<HTMLButtonElement> {
  const button = await fixture<HTMLButtonElement>(html`<button>Go</button>`);
  button.addEventListener('click', act);
  return button;
}

const report = (fields: Partial<DiagnosisFields>) =>
  new Diagnosis({ findings: [], origins: [], ccp: null, status: 'signed-out', course: '', ...fields });

const finding = (code: 'unreachable' | 'no-answer') =>
  ({ code, certainty: 'possible', message: 'What it is.', remedy: 'What to do.' }) as const;

function doctorButton(fields: Partial<DiagnosisFields>, selector: string, login = () => {}) {
  const view = reportView(report(fields), en, login);
  document.body.append(view);
  return view.shadowRoot!.querySelector<HTMLButtonElement>(selector)!;
}

/** Each way to the sign-in window: makes the button whose click is to open it. */
const WAYS_TO_THE_WINDOW: Readonly<Record<string, () => Promise<HTMLButtonElement>>> = {
  'the button in the panel’s place': async () => (await signedOut()).renderRoot.querySelector('button')!,
  'the method login()': async () => {
    const ccp = await signedOut();
    return pageButton(() => ccp.login());
  },
  'connect.core.login()': async () => {
    const ccp = await signedOut();
    return pageButton(() => ccp.connect.core.login());
  },
  'core.getPopupManager().open()': async () => {
    const { connect } = await signedOut();
    return pageButton(() => connect.core.getPopupManager().open(MUTE_PAGE, connect.MasterTopics.LOGIN_POPUP));
  },
  'a button with commandfor': async () => {
    await signedOut();
    return fixture(html`<button commandfor="ccp" command="--login">Go</button>`);
  },
  'request()': async () => {
    const ccp = await signedOut();
    return pageButton(() => void ccp.request(new ConnectLoginRequestEvent()));
  },
  'perform()': async () => {
    const ccp = await signedOut();
    return pageButton(() => void ccp.perform(new ConnectLoginRequestEvent()));
  },
  'a host of two regions': async () => {
    const { global } = await mountRegions({ both: { signin: 'required' }, timeouts: { load: 300 } });
    await statusIs(global.regions[0] as unknown as ConnectCcpElement, 'signed-out');
    return pageButton(() => global.login());
  },
  'the button of a doctor’s report': async () => {
    const ccp = await signedOut();
    return doctorButton({ findings: [finding('unreachable')] }, '.sign-in', () => ccp.login());
  },
};

/** Calls what needs a click, and says what was called by the time the click's event had ended. */
function calledWithin(button: HTMLButtonElement, owner: object, method: string): number {
  const own = Object.getOwnPropertyDescriptor(owner, method);
  let called = 0;
  Object.defineProperty(owner, method, {
    configurable: true,
    value: () => {
      called++;
      return null;
    },
  });
  try {
    button.click();
    return called;
  } finally {
    if (own) Object.defineProperty(owner, method, own);
    else Reflect.deleteProperty(owner, method);
  }
}

describe('within the click', () => {
  for (const [name, make] of Object.entries(WAYS_TO_THE_WINDOW)) {
    it(`the sign-in window opens, by ${name}`, async () => {
      expect(calledWithin(await make(), window, 'open')).to.equal(1);
    });
  }

  it('the origin to approve is copied, and so is the whole report', async () => {
    const fields = { findings: [finding('no-answer')], origins: ['https://crm.example'] };
    for (const selector of ['dd button', 'details > button']) {
      const button = doctorButton(fields, selector);
      expect(calledWithin(button, navigator.clipboard, 'writeText'), selector).to.equal(1);
      await eventually(() => button.textContent === en.doctor.copied, 'it says so');
    }
  });
});
