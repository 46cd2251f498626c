// The classic script: what it puts on the window, and what it leaves alone.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/index.js';

const SCRIPT = new URL('/cdn/connect-streams.min.js', location.href).href;

type Page = Window & { connect: Connect & Record<string, unknown>; Endpoint: unknown; AWS: unknown };

/** A page of its own. */
function openPage(): Page {
  const frame = document.body.appendChild(document.createElement('iframe'));
  return frame.contentWindow as unknown as Page;
}

/** Runs a classic script in a page. */
function load(page: Page, src = SCRIPT): Promise<void> {
  const script = page.document.createElement('script');
  script.src = src;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} did not load`));
  });
  page.document.body.append(script);
  return loaded;
}

describe('cdn/connect-streams.min.js', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  it('sets window.connect', async () => {
    const page = openPage();
    await load(page);
    expect(page.connect.core.initCCP).to.be.a('function');
    expect(page.connect.getLog()).to.equal(page.connect.getLog());
  });

  it('loaded twice gives one runtime, with its subscriptions', async () => {
    const page = openPage();
    await load(page);
    const { connect } = page;
    let heard = 0;
    connect.core.getEventBus().subscribe('anything', () => heard++);
    await load(page, `${SCRIPT}?again`);
    expect(page.connect).to.equal(connect);
    page.connect.core.getEventBus().trigger('anything');
    expect(heard).to.equal(1);
  });

  it('keeps what another script, such as ChatJS, has put on window.connect before', async () => {
    const page = openPage();
    const ChatSession = {};
    Object.assign(page, { connect: { ChatSession, core: 'not ours' } });
    await load(page);
    expect(page.connect.ChatSession).to.equal(ChatSession);
    expect(page.connect.core.initCCP).to.be.a('function');
  });

  it('takes what another script puts there afterwards', async () => {
    const page = openPage();
    await load(page);
    const ChatSession = { setGlobalConfig() {}, create() {} };
    page.connect.ChatSession = ChatSession;
    expect(page.connect.ChatSession).to.equal(ChatSession);
  });

  it('behaviour:Endpoint-bare-global: the samples’ bare Endpoint works, a page’s own stays', async () => {
    const page = openPage();
    await load(page);
    expect(page.Endpoint).to.equal(page.connect.Endpoint);
    const other = openPage();
    Object.assign(other, { Endpoint: 'theirs' });
    await load(other);
    expect(other.Endpoint).to.equal('theirs');
  });

  it('property:AWS: neither sets nor changes window.AWS', async () => {
    const page = openPage();
    await load(page);
    expect('AWS' in page).to.be.false;
    const other = openPage();
    const AWS = { S3: class {} };
    Object.assign(other, { AWS });
    await load(other);
    expect(other.AWS).to.equal(AWS);
  });

  it('adds three names to those that can be listed on the window', async () => {
    const page = openPage();
    const before = Object.keys(page);
    await load(page);
    expect(Object.keys(page).filter((name) => !before.includes(name))).to.deep.equal([
      'connect',
      'globalConnect',
      'lily',
    ]);
  });
});
