// The simulator's page: a sign-in page without a session, else a CCP page with a panel and the simulator's drawer.
import type { ChatItem } from '../channel/chat-wire.js';
import type { SdkTopic } from '../../conduit/side-channel.js';
import { isRecord } from '../../conduit/wire.js';
import { CcpPage } from '../ccp/ccp-page.js';
import { browserDevices } from '../ccp/media-devices.js';
import { canPlayFarEnds, FarEndPlayer } from './far-end-player.js';
import { framedSound } from './framed-sound.js';
import { LinkSwitch } from './link-switch.js';
import { Outage } from './outage.js';
import { type DrawerMode, needsSignIn, readPageOptions } from './page-options.js';
import { pageCommands } from './page-commands.js';
import { PlayedMicrophone } from './played-microphone.js';
import { ScriptServer } from '../channel/script-server.js';
import { SdkLine } from './sdk/sdk-line.js';
import { SessionStore } from './session.js';
import { onRelayedSignIn, onSignInByCookie, relaySignIn, takeBackSignIn } from './sign-in-relay.js';
import { addressBehindRequest, askForStorageAccess } from './storage-access-page.js';
import { instanceArnOf } from '../service/traffic-distribution.js';
import { Drawer } from '../ui/drawer.js';
import { drawNoWorker, drawOutOfService } from '../ui/out-of-service.js';
import { Panel } from '../ui/panel.js';
import { drawSignedOut, drawSignInForm } from '../ui/sign-in.js';
import { WorkerLink } from '../channel/worker-link.js';

/** Below this width, in CSS pixels, the drawer is closed at first. */
const NARROW = 420;
/** Milliseconds for which a page that is to be loaded again waits for its own answers. */
const LAST_WORDS = 100;
const TOKEN_LIFE = 12 * 60 * 60 * 1000;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`ccp.html has no element #${id}`);
  return found;
}

const regionNamed = (name: string) => ({ name, instanceArn: instanceArnOf(name) });

function start(): void {
  const options = readPageOptions(location.search);
  const { instance, region, otherRegion, agentName = 'Jane Doe' } = options.simulator;
  const framed = window.parent !== window;
  const store = new SessionStore(instance, options.session);
  const userName = agentName.toLowerCase().replace(/\s+/g, '.');
  const root = element('panel');
  const drawerRoot = element('drawer');
  const signsIn = needsSignIn(options) && !store.read();

  let page: CcpPage | null = null;
  let link: WorkerLink | null = null;
  let sdk: SdkLine | null = null;
  let drawer: Drawer | null = null;
  /** True while the worker holds a token of this page that the service accepts. */
  let authorized = false;
  const life = new AbortController();
  const linkSwitch = new LinkSwitch(() => drawer?.draw());
  const outage = new Outage(instance, options.simulator.impaired ?? false);
  const microphone = new PlayedMicrophone(() => browserDevices(window), instance);

  const reload = (): void => {
    const leave = (): void => {
      scripts.leave();
      location.reload();
    };
    // Whoever has signed out by a script is told before the page goes, as long as that takes no time.
    const lastWords = new Promise((resolve) => setTimeout(resolve, LAST_WORDS));
    void Promise.race([scripts.settled(), lastWords]).then(leave);
  };
  const authorizePage = (): void => {
    if (authorized || !page) return;
    authorized = true;
    page.authorize().catch(() => (authorized = false));
  };
  const onSession = (signedIn: boolean): void => {
    if (!signedIn) {
      authorized = false;
      store.end();
      takeBackSignIn(instance);
    } else if (page) {
      if (!store.read()) store.begin(userName);
      authorizePage();
    }
  };
  const onNoWorker = (address: string): void => {
    console.error(`The simulator's worker does not start: ${address} is not to be had. It belongs beside ccp.html.`);
    drawNoWorker(root, address);
  };
  const onNews = (topic: SdkTopic, data: unknown): void => sdk?.publish(topic, data);
  const openLink = (): WorkerLink =>
    (link ??= new WorkerLink(options.worker, options.simulator, onSession, onNews, onNoWorker));
  const scripts = new ScriptServer({
    window,
    instance,
    link: openLink,
    commands: pageCommands({
      region,
      linkSwitch,
      outage,
      microphone,
      link: openLink,
      page: () => page,
      sdk: () => sdk,
      beginSession: () => void store.begin(userName),
      reload,
    }),
  });

  const startCcp = (): void => {
    const worker = openLink();
    page = new CcpPage({
      window,
      port: worker.port,
      signal: life.signal,
      isLinkAlive: () => linkSwitch.isAlive,
      mediaDevices: () => microphone.list(),
      hasMicrophone: () => microphone.isThere,
      sound: canPlayFarEnds() ? framedSound : undefined,
      regions: otherRegion ? { own: regionNamed(region), other: regionNamed(otherRegion) } : undefined,
      proxy: (method, params) => page!.api.call(method, isRecord(params) ? params : {}),
      reload,
      signInAgain: reload,
      authorizeDelay: (attempt) => 1_000 * attempt,
      authorize: () => {
        if (needsSignIn(options) && !store.read()) return Promise.reject(new Error('Nobody is signed in'));
        const { token } = store.read() ?? store.begin(userName);
        const authTokenExpiration = Date.now() + TOKEN_LIFE;
        return Promise.resolve({ authToken: token, refreshToken: `${token}-refresh`, authTokenExpiration, region });
      },
    });
    sdk = new SdkLine({ window, page, isLinkAlive: () => linkSwitch.isAlive, signal: life.signal });
    worker.becomeCcp();
    if (canPlayFarEnds()) new FarEndPlayer(worker.offerFarEnds(false));
    authorizePage();
    const drawerMode: DrawerMode = options.drawer ?? (window.innerWidth < NARROW ? 'closed' : 'open');
    if (drawerMode !== 'none') {
      const actions = {
        run: worker.run.bind(worker),
        silence: (milliseconds: number) => linkSwitch.silence(milliseconds),
        isLinkAlive: () => linkSwitch.isAlive,
        latency: options.simulator.latency ?? 0,
      };
      drawerRoot.hidden = false;
      drawer = new Drawer(drawerRoot, actions, drawerMode === 'open');
    }
    const announcer = { polite: element('polite'), assertive: element('assertive') };
    const chat = {
      transcript: async (contactId: string) => (await worker.run('transcript', [contactId])) as readonly ChatItem[],
      say: (contactId: string, text: string) => worker.run('agentSays', [contactId, text]),
    };
    new Panel(root, page, announcer, chat, (contacts, selectedId) => drawer?.show(contacts, selectedId));
  };

  const sessionFound = (): void => {
    // A cookie is where it is; only storage may be another one here than in the window.
    if (!store.read() && options.session === 'storage') store.begin(userName);
    if (!page && framed) drawSignedOut(root, store.read() !== null);
  };

  const startSignIn = (): void => {
    if (framed) {
      drawSignedOut(root, false);
      if (options.session === 'storage') onSignInByCookie(instance, sessionFound);
      return;
    }
    const onSignIn = (name: string): void => {
      store.begin(name);
      relaySignIn(instance);
      location.reload();
    };
    drawSignInForm(root, { instance, userName, onSignIn });
    // Signed in in another tab: this one goes on by itself.
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === store.key && newValue) location.reload();
    });
  };

  onRelayedSignIn(instance, sessionFound);
  if (options.playsCustomersOnly) new FarEndPlayer(openLink().offerFarEnds(true));
  else if (outage.isOn) drawOutOfService(root, region);
  else if (signsIn) startSignIn();
  else startCcp();
}

const ccpUrl = addressBehindRequest(location.href);
if (ccpUrl === null) start();
else askForStorageAccess(element('panel'), ccpUrl);
