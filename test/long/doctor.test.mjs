// The doctor: a page or a CCP with something wrong for each code that it has, and for each cause that shares one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';
import { Story } from '../support/story.mjs';

let browser;
let server;
/** Origin of the page; `crm` is the same one under a name that is not of this machine. */
let page;
let crm;
/** Origin of the CCP, and the same one on another site. */
let ccp;
let otherSite;

before(async () => {
  const names = '--host-resolver-rules=MAP crm.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';
  [browser, server] = await Promise.all([launchChromium({ args: [names], popupBlocker: true }), serveFixtures()]);
  page = `http://localhost:${server.pagePort}`;
  crm = `http://crm.test:${server.pagePort}`;
  ccp = `http://localhost:${server.ccpPort}`;
  otherSite = `http://127.0.0.1:${server.ccpPort}`;
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Address of a simulated CCP. */
const simulator = (parameters = {}, origin = ccp) =>
  `${origin}/dist/simulator/ccp.html?${new URLSearchParams({ instance: newInstance(), drawer: 'none', ...parameters })}`;

/** Address of one where nobody is signed in. */
const signedOut = (parameters = {}) => simulator({ signin: 'required', ...parameters });

/** For panels that are to be ready, on however slow a machine. */
const PATIENT = { loadTimeout: PATIENCE };

const withHeaders = (headers) => ({ headers: JSON.stringify(headers) });

/** A page of the CCP's host that says nothing by itself. */
const mute = (parameters = {}) => `${ccp}/test/support/pages/ccp.html?${new URLSearchParams(parameters)}`;

/** Address of the page with a panel. */
const pageWith = (properties, { origin = page, headers = {}, count = 1 } = {}) =>
  `${origin}/test/support/pages/doctor.html?${new URLSearchParams({
    ccp: JSON.stringify({ loadTimeout: 200, ...properties }),
    count: String(count),
    ...withHeaders(headers),
  })}`;

/** Opens an address; `prepare` is run in the page before anything else. */
async function openAddress(t, address, { prepare, intercept } = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  const story = new Story();
  const faults = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('console', (message) => {
    const [, told] = /^told: (.*)/.exec(message.text()) ?? [];
    if (told) story.hear(told);
    else if (message.type() === 'warn') story.hear(`warning: ${message.text()}`);
  });
  if (prepare) await tab.evaluateOnNewDocument(prepare);
  if (intercept) {
    await tab.setRequestInterception(true);
    tab.on('request', intercept);
  }
  // Not waited for: it ends when the frame has loaded, which some never do. The test may end before.
  tab.goto(address).catch(() => {});
  return { tab, story, faults };
}

const open = (t, properties, options = {}) => openAddress(t, pageWith(properties, options), options);

/** The report that came with the first error. */
const reported = (tab) => tab.evaluate(() => ({ ...window.reports[0] }));

/** What the element says when it is asked. */
const diagnosed = (frame) =>
  frame.evaluate(async () => ({ ...(await document.querySelector('connect-ccp').diagnose()) }));

const stateOf = (tab) =>
  tab.evaluate(() => {
    const { status, state } = document.querySelector('connect-ccp');
    return { status, code: state.error?.code ?? null, message: state.error?.message ?? null };
  });

const wordsOf = (tab) => tab.$eval('connect-ccp >>> [part=status]', ({ innerText }) => innerText);

const findingOf = ({ findings }, code) => findings.find((finding) => finding.code === code);
const causesOf = (report) => findingOf(report, 'no-answer').causes.map(({ cause }) => cause);
const causeOf = (report, name) => findingOf(report, 'no-answer').causes.find(({ cause }) => cause === name);

describe('no-answer', () => {
  test('not signed in: the likeliest, in words for the agent, with the exact origin for the administrator', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: signedOut() });
    await story.until('error no-answer');
    const report = await reported(tab);
    assert.equal(report.code, 'no-answer');
    assert.equal(causesOf(report)[0], 'not-signed-in');
    assert.equal(findingOf(report, 'no-answer').origin, page);
    assert.deepEqual(report.origins, [page]);
    assert.ok(report.text.includes(page) && report.text.includes(`${ccp}/dist/simulator/ccp.html`), report.text);
    assert.ok(!report.text.includes('signin'), 'no query');
    const { status, code } = await stateOf(tab);
    assert.deepEqual({ status, code }, { status: 'signed-out', code: 'no-answer' });
    assert.match(await wordsOf(tab), /Most likely you are not signed in/);
    assert.ok(await tab.$('connect-ccp >>> ::-p-text(Details for your administrator)'));
    assert.equal(story.count('warning: *'), 0, 'a shift begins so');
    assert.equal(story.count('error *'), 1);
    assert.equal(findingOf(report, 'referrer-policy'), undefined);
    assert.equal(
      await tab.evaluate(() => document.querySelectorAll('iframe').length),
      0,
      'no frame is left in the page',
    );
    await tab
      .browserContext()
      .overridePermissions(page, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    const copied = () => tab.evaluate(() => navigator.clipboard.readText());
    await tab.locator('connect-ccp >>> summary').click();
    await tab.locator('connect-ccp >>> dd button').click();
    await tab.locator('connect-ccp >>> ::-p-aria(Copied)').wait();
    assert.equal(await copied(), page);
    await tab.locator('connect-ccp >>> pre + button').click();
    await tab.waitForFunction(
      async (text) => (await navigator.clipboard.readText()) === text,
      { polling: 20 },
      report.text,
    );
  });

  test('not allowlisted: the browser says that the page has refused, which a sign-in page does too', async (t) => {
    const headers = { 'Content-Security-Policy': 'frame-ancestors https://nobody.example' };
    const { tab, story } = await open(t, { ccpUrl: simulator(withHeaders(headers)) });
    await story.until('error no-answer');
    const report = await reported(tab);
    assert.deepEqual(causesOf(report).slice(0, 2), ['not-signed-in', 'not-allowlisted']);
    const { certainty, message } = causeOf(report, 'not-allowlisted');
    assert.equal(certainty, 'likely');
    assert.ok(message.includes(page) && message.includes('has refused'), message);
    assert.equal(causesOf(report).at(-1), 'slow');
    assert.match(findingOf(report, 'no-answer').ruledOut.join(), /unreachable/);
    const after = await tab.evaluate(async () => {
      const { connect } = document.querySelector('connect-ccp');
      return { ...(await window.library.diagnose(connect, { signedIn: true })) };
    });
    assert.equal(causesOf(after)[0], 'not-allowlisted');
  });

  test('wrong path', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: `${ccp}/no/such/page` });
    await story.until('error no-answer');
    const report = await reported(tab);
    assert.ok(causeOf(report, 'wrong-path').message.includes('/no/such/page'));
    assert.match(findingOf(report, 'no-answer').ruledOut.join(), /unreachable/);
  });

  test('wrong path at the page’s own origin, where the answer can be seen', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: `${page}/no/such/page` });
    await story.until('error no-answer');
    const [first] = findingOf(await reported(tab), 'no-answer').causes;
    assert.deepEqual([first.cause, first.certainty], ['wrong-path', 'certain']);
    assert.match(first.message, /404/);
  });

  test('slow: waited for without a word; whoever asks is told so, and a late answer leads to ready', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: simulator({ slow: '1500' }), ...PATIENT });
    await story.until('loading');
    const report = await tab.evaluate(async () => ({
      ...(await window.library.diagnose(undefined, { timeout: 100 })),
    }));
    assert.equal(report.code, 'no-answer');
    assert.equal(causesOf(report)[0], 'slow');
    await story.until('ready');
    assert.equal(story.count('error *'), 0);
    assert.equal((await diagnosed(tab)).code, null);
  });

  test('a late answer takes back what was said', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: mute() });
    await story.until('error no-answer');
    const frame = await tab.waitForFrame((candidate) => candidate.url() === mute());
    await frame.evaluate(() => window.say({ event: 'acknowledge', data: { id: 'port-1' } }));
    await story.until('loading', 2);
    const { code } = await stateOf(tab);
    assert.equal(code, null);
    assert.equal(await tab.$('connect-ccp >>> summary'), null);
  });

  test('cookies that the browser keeps back are among the causes on another site', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: signedOut().replace(ccp, otherSite) });
    await story.until('error no-answer');
    assert.match(causeOf(await reported(tab), 'cookies-blocked').message, /canRequest/);
  });
});

describe('unreachable', () => {
  const NOWHERE = 'http://no-such-host.invalid/ccp-v2/';

  test('a host that is not there', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: NOWHERE });
    await story.until('error unreachable');
    const { status, message } = await stateOf(tab);
    assert.equal(status, 'unreachable');
    assert.match(message, /no-such-host\.invalid/);
    assert.match(await wordsOf(tab), /cannot be reached[^]*Check the address/);
    assert.ok(!findingOf(await reported(tab), 'no-answer'));
    assert.ok(await tab.$('connect-ccp >>> ::-p-aria(Sign in)'), 'the host may only forbid such requests');
    await tab.locator('connect-ccp >>> ::-p-aria(Try again)').click();
    await story.until('loading', 2);
    await story.until('error unreachable', 2);
  });

  test('no network', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: mute().replace('localhost', 'crm.test') });
    await story.until('error *');
    await tab.setOfflineMode(true);
    const report = await diagnosed(tab);
    assert.deepEqual([report.code, report.findings[0].certainty], ['unreachable', 'certain']);
    assert.match(report.findings[0].message, /offline/);
  });

  test('is not said of a page that may not be fetched, nor where the policy forbids asking', async (t) => {
    const kept = await open(t, { ccpUrl: mute(withHeaders({ 'Cross-Origin-Resource-Policy': 'same-origin' })) });
    const headers = { 'Content-Security-Policy': "connect-src 'self'" };
    const forbidden = await open(t, { ccpUrl: mute() }, { headers });
    for (const { tab, story } of [kept, forbidden]) {
      await story.until('error no-answer');
      assert.equal((await stateOf(tab)).status, 'signed-out');
    }
  });
});

test('content-security-policy: the page forbids the frame', async (t) => {
  const headers = { 'Content-Security-Policy': "frame-src 'self'" };
  const { tab, story } = await open(t, { ccpUrl: simulator() }, { headers });
  await story.until('error content-security-policy');
  const { status, message } = await stateOf(tab);
  assert.equal(status, 'unreachable');
  assert.ok(message.includes(`Add ${ccp} to its frame-src`), message);
});

test('other-origin: the address leads to an origin that nobody has named; named, it is believed', async (t) => {
  const ccpUrl = `${ccp}/redirect?${new URLSearchParams({ to: simulator({}, otherSite) })}`;
  const { tab, story } = await open(t, { ccpUrl });
  await story.until('error other-origin');
  const { origin, remedy } = findingOf(await reported(tab), 'other-origin');
  assert.equal(origin, otherSite);
  assert.ok(remedy.includes(`set instance-url (instanceUrl) to it`) && remedy.includes(otherSite), remedy);
  await tab.$eval('connect-ccp', (element, instanceUrl) => (element.instanceUrl = instanceUrl), otherSite);
  await story.until('ready');
});

test('http-origin: a page at http, of another name than this machine’s', async (t) => {
  const { tab, story } = await open(t, { ccpUrl: signedOut() }, { origin: crm });
  await story.until('error http-origin');
  const report = await reported(tab);
  assert.equal(findingOf(report, 'http-origin').origin, crm);
  assert.equal(causesOf(report)[0], 'not-signed-in');
});

describe('referrer-policy', () => {
  const headers = { 'Referrer-Policy': 'no-referrer' };

  test('of the page: the frame tells the CCP its origin all the same, and the report says so', async (t) => {
    const ccpUrl = signedOut();
    const { tab, story } = await open(t, { ccpUrl }, { headers });
    await story.until('error no-answer');
    assert.equal(server.referrers.get(ccpUrl.slice(ccp.length)), `${page}/`);
    const report = await reported(tab);
    assert.equal(findingOf(report, 'referrer-policy').certainty, 'possible');
    assert.match(findingOf(report, 'no-answer').ruledOut.join(), /referrer policy/);
  });

  test('of the frame, as something else on the page has set it', async (t) => {
    const prepare = () =>
      Object.defineProperty(HTMLIFrameElement.prototype, 'referrerPolicy', {
        get: () => 'no-referrer',
        set(value) {
          this.setAttribute('referrerpolicy', value && 'no-referrer');
        },
      });
    const { story } = await open(t, { ccpUrl: signedOut() }, { prepare });
    await story.until('error referrer-policy');
  });
});

describe('permissions-policy', () => {
  const around = (allow) =>
    `${otherSite}/around?${new URLSearchParams({ src: pageWith({ ccpUrl: simulator(), ...PATIENT }), ...(allow && { allow }) })}`;

  test('a page around this one does not hand on what calls need: says what it has to', async (t) => {
    const { tab, story } = await openAddress(t, around());
    await story.until('ready');
    const frame = await tab.waitForFrame((candidate) => candidate.url().includes('/doctor.html'));
    const report = await diagnosed(frame);
    assert.equal(report.code, 'permissions-policy');
    const { message, remedy } = report.findings[0];
    assert.match(message, /microphone/);
    assert.match(remedy, /<iframe allow="microphone; camera; autoplay; clipboard-write; identity-credentials-get">/);
    assert.deepEqual(report.origins, [page, otherSite]);
  });

  test('handed on, nothing is the matter', async (t) => {
    const { tab, story } = await openAddress(
      t,
      around('microphone; camera; autoplay; clipboard-write; identity-credentials-get'),
    );
    await story.until('ready');
    const frame = await tab.waitForFrame((candidate) => candidate.url().includes('/doctor.html'));
    assert.equal((await diagnosed(frame)).code, null);
  });

  test('the page’s own policy leaves the CCP out', async (t) => {
    const headers = { 'Permissions-Policy': 'microphone=(self)' };
    const { tab, story } = await open(t, { ccpUrl: simulator(), ...PATIENT }, { headers });
    await story.until('ready');
    const report = await diagnosed(tab);
    assert.equal(report.code, 'permissions-policy');
    assert.ok(report.findings[0].remedy.includes(`microphone=(self "${ccp}")`), report.text);
  });
});

test('popup-blocked: the sign-in window was not let open', async (t) => {
  const prepare = () => (window.open = () => null);
  const { tab, story } = await open(t, { ccpUrl: signedOut(), loginMode: 'auto' }, { prepare });
  await story.until('error popup-blocked');
  const { status } = await stateOf(tab);
  assert.equal(status, 'popup-blocked');
  assert.match(await wordsOf(tab), /Allow pop-ups/);
  assert.equal(causesOf(await reported(tab))[0], 'not-signed-in');
});

test('storage-access: the CCP asks for its cookies', async (t) => {
  const options = { storageAccess: { canRequest: true } };
  const ccpUrl = signedOut({ session: 'cookie' }).replace(ccp, otherSite);
  const prepare = () => (document.hasStorageAccess = () => Promise.resolve(false));
  const { tab, story } = await open(t, { ccpUrl, options }, { prepare });
  await story.until('storage-access-needed');
  const report = await diagnosed(tab);
  assert.deepEqual([report.code, report.findings[0].certainty], ['storage-access', 'certain']);
  assert.equal(findingOf(report, 'no-answer'), undefined);
});

describe('embedded-twice', () => {
  test('two elements with the same address: the second one says so', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: simulator(), ...PATIENT }, { count: 2 });
    await story.until('error embedded-twice');
    await story.until('ready');
    assert.equal(story.count('error *'), 1);
    const [second] = (await tab.$$('connect-ccp')).slice(-1);
    const { status, text } = await second.evaluate(async (element) => ({
      status: element.status,
      text: String(await element.diagnose()),
    }));
    assert.equal(status, 'duplicate');
    assert.match(text, /embedded-twice \(certain\)/);
  });

  test('initCCP called twice', async (t) => {
    const { tab, story } = await open(t, { ccpUrl: simulator(), ...PATIENT });
    await story.until('ready');
    await tab.evaluate(() => window.library.connect.core.initCCP(document.body, 'https://ccp.example/ccp-v2/'));
    const code = await tab.evaluate(async () => (await window.library.diagnose()).code);
    assert.equal(code, 'embedded-twice');
  });
});

describe('the doctor', () => {
  test('is not loaded by a page that works, and breaks nothing where it cannot be loaded', async (t) => {
    const asked = [];
    const intercept = (request) => {
      const isDoctor = request.url().endsWith('/cdn/doctor.min.js');
      if (isDoctor) asked.push(request.url());
      return isDoctor ? request.abort() : request.continue();
    };
    const works = await open(t, { ccpUrl: simulator(), ...PATIENT }, { intercept });
    await works.story.until('ready');
    assert.deepEqual(asked, []);
    const fails = await open(t, { ccpUrl: signedOut() }, { intercept });
    await fails.story.until('signed-out');
    assert.match(await wordsOf(fails.tab), /Most likely you are not signed in/);
    const refused = await fails.tab.evaluate(() =>
      document
        .querySelector('connect-ccp')
        .diagnose()
        .catch(() => 'refused'),
    );
    assert.equal(refused, 'refused');
    assert.ok(asked.length > 0);
    assert.deepEqual(fails.faults, []);
  });

  test('works under a strict policy, with trusted types', async (t) => {
    const policy = `default-src 'self'; frame-src ${ccp}; require-trusted-types-for 'script'`;
    const headers = { 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' };
    const { tab, story, faults } = await open(t, { ccpUrl: signedOut() }, { headers });
    await story.until('error no-answer');
    assert.equal(findingOf(await reported(tab), 'referrer-policy').certainty, 'possible');
    assert.deepEqual(faults, []);
  });
});
