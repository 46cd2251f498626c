// The commands of the scripting channel that the page runs itself: its link, its frame, its session, its region.
import type { CcpPage } from '../ccp/ccp-page.js';
import type { MicrophoneTruth } from '../ccp/framed-softphone.js';
import { ringtoneSettings } from '../ccp/ringtone-settings.js';
import { AgentEvents } from '../../events/event-names.js';
import type { LinkSwitch } from './link-switch.js';
import type { Outage } from './outage.js';
import type { PlayedMicrophone } from './played-microphone.js';
import type { Configured } from '../channel/script-channel.js';
import type { PageCommands } from '../channel/script-server.js';
import type { SdkFailure } from './sdk/routes.js';
import type { SdkLine, SdkTruth } from './sdk/sdk-line.js';
import type { WorkerLink } from '../channel/worker-link.js';

/** What the page commands need. */
export interface PageCommandOptions {
  region: string;
  linkSwitch: LinkSwitch;
  outage: Outage;
  microphone: PlayedMicrophone;
  link: () => WorkerLink;
  /** The CCP page, or null while a sign-in page is shown. */
  page: () => CcpPage | null;
  /** Its side channel, or null likewise. */
  sdk: () => SdkLine | null;
  beginSession: () => void;
  reload: () => void;
}

/** Makes the commands. */
export function pageCommands(options: PageCommandOptions): PageCommands {
  const { region, linkSwitch, outage, microphone, link, page, sdk, beginSession, reload } = options;

  const ccp = (command: string): CcpPage => {
    const present = page();
    if (!present)
      throw new Error(`${command} needs a CCP, and this page is a sign-in page: call signIn() and reload it`);
    return present;
  };

  const sideChannel = (command: string): SdkLine => {
    ccp(command);
    return sdk()!;
  };

  return {
    'sdk.fail': (command, failure) => sideChannel('sdk.fail').fail(String(command), failure as SdkFailure | undefined),
    'sdk.silence': (milliseconds) => sideChannel('sdk.silence').silence(Number(milliseconds)),
    'sdk.reopen': () => sideChannel('sdk.reopen').reopen(),
    'sdk.truth': (): SdkTruth | null => sdk()?.truth ?? null,
    silence: (milliseconds) => linkSwitch.silence(Number(milliseconds)),
    signIn: async () => {
      beginSession();
      // A sign-in page does not wake its worker: there is nobody to tell.
      if (page()) await link().run('signIn');
    },
    reloadFrame: () => {
      // After the answer is on its way.
      setTimeout(reload);
    },
    softphoneError: (errorType, errorMessage = '', endPointUrl = '') => {
      ccp('softphoneError').broadcast(AgentEvents.SOFTPHONE_ERROR, { errorType, errorMessage, endPointUrl });
    },
    microphone: (play) => microphone.play(play),
    softphone: (): MicrophoneTruth => ccp('softphone').microphone,
    configured: (): Configured => {
      const { settings } = ccp('configured');
      return { settings, ringtones: ringtoneSettings(settings) };
    },
    impair: async (impairedRegion, impaired = true) => {
      if (impairedRegion !== region) return;
      const wasLoadedOut = outage.isOn && !page();
      outage.isOn = Boolean(impaired);
      const times = impaired ? Infinity : 0;
      await link().run('fail', ['*', { status: 503, code: 'ServiceUnavailableException', times }]);
      if (wasLoadedOut && !impaired) setTimeout(reload);
    },
  };
}
