// Every option that is an address, by every scheme that an address may have.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectErrorEvent } from '../elements/host/events.js';
import { createConnect, type InitCcpOptions, ValueError } from '../src/index.js';
import { createGlobalConnect } from '../src/resiliency/global-connect.js';
import { createResilientConnect } from '../src/resiliency/resilient-connect.js';
import { CCP_URL, makeContainer } from './support/fake-ccp.js';

/** Addresses that no page, ringtone or script may have. The page that would run one of them would say so. */
const REFUSED: readonly (readonly [name: string, address: unknown])[] = [
  ['javascript:', 'javascript:parent.hasRun=1'],
  ['javascript: in capitals', 'JavaScript:parent.hasRun=1'],
  ['javascript: after blanks', '  \t\njavascript:parent.hasRun=1'],
  ['javascript: after control characters', '\u0000\u0001\u001fjavascript:parent.hasRun=1'],
  ['javascript: with a line break in it', 'java\nscri\tpt:parent.hasRun=1'],
  ['data:', 'data:text/html,<script>parent.hasRun=1</script>'],
  ['data: with a sound', 'data:audio/wav;base64,UklGRg=='],
  ['vbscript:', 'vbscript:x'],
  ['file:', 'file:///etc/passwd'],
  ['about:', 'about:blank'],
  ['mailto:', 'mailto:jane@example.com'],
  ['ws:', 'wss://ccp.example/'],
  ['a scheme that nobody knows', 'x-connect://ccp'],
  ['nothing after its scheme', 'https://'],
  ['a broken host', 'https://['],
  ['a number', 7],
  ['true', true],
  ['an object', { toString: () => CCP_URL }],
  ['a list', [CCP_URL]],
  ['a function', () => CCP_URL],
];

/** Refused too, but where the page itself runs or plays what it has made. */
const BLOB = ['blob:', URL.createObjectURL(new Blob(['parent.hasRun=1'], { type: 'text/html' }))] as const;

const ACCEPTED: readonly (readonly [name: string, address: string])[] = [
  ['https:', 'https://desk.example/x?a=%d'],
  ['http:', 'http://localhost:9300/x'],
  ['relative to the page', '/test/x.html'],
  ['relative to its protocol', '//127.0.0.1/x'],
  ['with blanks around it', ' https://desk.example/x\n'],
];

/** What counts as left out. */
const BLANK = ['', ' ', '\t\n', '\u0000', null, undefined] as const;

const GOOD = { ccpUrl: CCP_URL, loginMode: 'none' } as const;

type Door = (address: unknown) => void;

const containers: HTMLElement[] = [];
let ends: (() => void)[] = [];

function container(): HTMLElement {
  const made = makeContainer();
  containers.push(made);
  return made;
}

/** Embeds a CCP by `connect.core.initCCP` with these options. */
function embed(create: typeof createConnect, part: object): void {
  const connect = create();
  connect.getLog().setEchoLevel(connect.LogLevel.CRITICAL);
  ends.push(() => connect.core.terminate());
  connect.core.initCCP(container(), { ...GOOD, ...part });
}

const inCore =
  (part: (address: unknown) => object): Door =>
  (address) =>
    embed(createConnect, part(address));

/** Embeds two regions by `globalConnect.core.initCCP`. */
const inGlobal =
  (part: (address: unknown) => object): Door =>
  (address) => {
    const { core } = createGlobalConnect();
    ends.push(() => core.terminate());
    core.initCCP(container(), {
      ...GOOD,
      region: 'us-east-1',
      standByRegion: { ccpUrl: CCP_URL, region: 'us-west-2' },
      getPrimaryRegion: () => {},
      ...part(address),
    });
  };

const standBy = (part: object) => ({ standByRegion: { ccpUrl: CCP_URL, region: 'us-west-2', ...part } });

const DOORS: Readonly<Record<string, Door>> = {
  'params.ccpUrl': inCore((ccpUrl) => ({ ccpUrl })),
  'params.loginUrl': inCore((loginUrl) => ({ loginUrl })),
  'params.instanceUrl': inCore((instanceUrl) => ({ instanceUrl })),
  'params.secondaryCCPUrl': inCore((secondaryCCPUrl) => ({ secondaryCCPUrl })),
  'params.storageAccess.instanceUrl': inCore((instanceUrl) => ({ storageAccess: { canRequest: true, instanceUrl } })),
  'params.softphone.ringtoneUrl': inCore((ringtoneUrl) => ({ softphone: { ringtoneUrl } })),
  'params.chat.ringtoneUrl': inCore((ringtoneUrl) => ({ chat: { ringtoneUrl } })),
  'params.task.ringtoneUrl': inCore((ringtoneUrl) => ({ task: { ringtoneUrl } })),
  'params.email.ringtoneUrl': inCore((ringtoneUrl) => ({ email: { ringtoneUrl } })),
  'params.autoAcceptTone.ringtoneUrl': inCore((ringtoneUrl) => ({ autoAcceptTone: { ringtoneUrl } })),
  'params.ringtone.voice.ringtoneUrl': inCore((ringtoneUrl) => ({ ringtone: { voice: { ringtoneUrl } } })),
  'two regions: params.ccpUrl': inGlobal((ccpUrl) => ({ ccpUrl })),
  'two regions: params.loginUrl': inGlobal((loginUrl) => ({ loginUrl })),
  'two regions: params.standByRegion.ccpUrl': inGlobal((ccpUrl) => standBy({ ccpUrl })),
  'two regions: params.standByRegion.loginUrl': inGlobal((loginUrl) => standBy({ loginUrl })),
  'two regions: params.standByRegion.instanceUrl': inGlobal((instanceUrl) => standBy({ instanceUrl })),
  'two regions: params.standByRegion.softphone.ringtoneUrl': inGlobal((ringtoneUrl) =>
    standBy({ softphone: { ringtoneUrl } }),
  ),
  'two regions: params.additionalScripts[1]': inGlobal((script) => ({ additionalScripts: ['/x.js', script] })),
  'agentApp.initApp, url': (url) => {
    const connect = createConnect();
    ends.push(() => connect.core.terminate());
    connect.agentApp.initApp('ccp', container(), url as string, { ccpParams: { loginMode: 'none' } });
  },
  'one runtime, two regions: params.secondaryCCPUrl': (secondaryCCPUrl) =>
    embed(createResilientConnect, { enableGlobalResiliency: true, loginUrl: CCP_URL, secondaryCCPUrl }),
  'one runtime, two regions: params.loginUrl': (loginUrl) =>
    embed(createResilientConnect, { enableGlobalResiliency: true, secondaryCCPUrl: CCP_URL, loginUrl }),
};

function thrownBy(give: () => void): Error {
  try {
    give();
  } catch (error) {
    return error as Error;
  }
  return new Error('nothing was thrown');
}

/** What an error calls an option. */
const nameOf = (door: string) => door.replace(/^.*: /, '');

/** Options that have to be there. */
const isRequired = (door: string) => /ccpUrl$|additionalScripts|initApp/.test(door);

const page = window as { hasRun?: unknown };

describe('an option that is an address', () => {
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
    for (const made of containers.splice(0)) made.remove();
    expect(page.hasRun).to.equal(undefined);
  });

  for (const [door, give] of Object.entries(DOORS)) {
    const refused = door.includes('additionalScripts') ? REFUSED : [...REFUSED, BLOB];

    it(`${door} is refused unless it is a web address, and nothing is embedded`, () => {
      for (const [name, address] of refused) {
        const error = thrownBy(() => give(address));
        expect(error, name).to.be.instanceOf(ValueError);
        expect(error.message, name).to.match(/ must be a web address such as https:\S+; it is /);
        expect(error.message.startsWith(`${nameOf(door)} must`), `${name}: ${error.message}`).to.be.true;
      }
      expect(containers.flatMap((made) => [...made.children])).to.deep.equal([]);
    });

    it(`${door} is taken if it is one`, () => {
      for (const [name, address] of ACCEPTED) expect(() => give(address), name).not.to.throw();
      expect(() => give(new URL(CCP_URL)), 'a URL').not.to.throw();
    });

    it(`${door} that is blank is none`, () => {
      for (const blank of BLANK) {
        if (isRequired(door)) expect(() => give(blank), String(blank)).to.throw(/must be provided/);
        else expect(() => give(blank), String(blank)).not.to.throw();
      }
    });
  }

  it('is quoted only in part if it is long', () => {
    const error = thrownBy(() => DOORS['params.loginUrl'](`data:text/html,${'x'.repeat(100_000)}`));
    expect(error.message.length).to.be.below(400);
  });

  it('is read once: what the caller changes afterwards changes nothing', () => {
    let reads = 0;
    const softphone = { ringtoneUrl: '/ring.mp3' };
    const given = {
      get ccpUrl() {
        return (reads += 1) > 1 ? 'javascript:parent.hasRun=1' : CCP_URL;
      },
      loginMode: 'none',
      softphone,
    } as InitCcpOptions;
    const connect = createConnect();
    ends.push(() => connect.core.terminate());
    connect.core.initCCP(container(), given);
    softphone.ringtoneUrl = 'javascript:parent.hasRun=1';
    expect(connect.core.getFrame()!.src).to.equal(CCP_URL);
    expect(connect.core.getFacts()!.options.softphone).to.deep.equal({ ringtoneUrl: '/ring.mp3' });
  });
});

describe('an attribute of <connect-ccp> that is an address', () => {
  const ATTRIBUTES: Readonly<Record<string, string>> = {
    'ccp-url': 'params.ccpUrl',
    'instance-url': 'params.instanceUrl',
    'login-url': 'params.loginUrl',
    'ringtone-url': 'params.softphone.ringtoneUrl',
    'ringer-url': 'ringer-url',
  };

  for (const [attribute, name] of Object.entries(ATTRIBUTES)) {
    it(`${attribute} is refused by connect-error unless it is a web address`, async () => {
      const addresses = REFUSED.filter(([, address]) => typeof address === 'string');
      for (const [what, address] of attribute === 'ringer-url' ? addresses : [...addresses, BLOB]) {
        const ccp = document.createElement('connect-ccp');
        ccp.setAttribute('ccp-url', CCP_URL);
        if (attribute === 'ringer-url') ccp.setAttribute('ringer', '');
        ccp.setAttribute(attribute, String(address));
        const told = new Promise<ConnectErrorEvent>((resolve) => ccp.addEventListener('connect-error', resolve));
        document.body.append(ccp);
        const { error } = await told;
        expect(error, what).to.include({ code: 'bad-option' });
        expect(error.message, what).to.contain(`${name} must be a web address`);
        expect(ccp.state.error, what).to.equal(error);
        ccp.remove();
      }
      expect(page.hasRun).to.equal(undefined);
    });
  }

  it('ringer-url is mended by an address that is one, without a new frame', async () => {
    const ccp = await fixture<ConnectCcpElement>(
      html`<connect-ccp ccp-url=${CCP_URL} ringer .ringerChannels=${{ chat: { url: 'javascript:x' } }}></connect-ccp>`,
    );
    if (!ccp.state.error) await oneEvent(ccp, 'connect-error');
    expect(ccp.state.error?.message).to.contain('ringerChannels.chat.url must be a web address');
    const frame = ccp.connect.core.getFrame();
    ccp.ringerChannels = { chat: { url: BLOB[1] } };
    await ccp.updateComplete;
    expect(ccp.state.error).to.equal(null);
    expect(ccp.connect.core.getFrame()).to.equal(frame);
  });
});
