// The words of the elements, in English.
import type { CcpStatus } from '../../src/index.js';
import type { AgentStatusTerms } from '../agent-status/terms.js';
import type { ContactControlsTerms } from '../contact-controls/terms.js';
import type { GlobalCcpTerms } from '../global-ccp/terms.js';
import { enAgentStatus } from './en-agent-status.js';
import { type CommandTerms, enCommands } from './en-commands.js';
import { enContactControls } from './en-contact-controls.js';
import { enGlobalCcp } from './en-global-ccp.js';

/** What is said of a status: a heading, what it means, and what the button does. */
export interface StatusTerms {
  readonly heading: string;
  readonly text: string;
  readonly action?: string;
}

/** What is said beside a report of why the panel does not answer. */
export interface DoctorTerms {
  /** Opens the report. */
  readonly details: string;
  /** Before the page's origin. */
  readonly origin: string;
  readonly copy: string;
  readonly copied: string;
}

/** All words of the elements in one language. */
export interface Terms {
  /** Title of the CCP's frame. */
  readonly frameTitle: string;
  readonly status: Readonly<Record<Exclude<CcpStatus, 'ready'>, StatusTerms>>;
  readonly agentStatus: AgentStatusTerms;
  readonly contactControls: ContactControlsTerms;
  readonly commands: CommandTerms;
  readonly globalCcp: GlobalCcpTerms;
  /** On the button that takes a warning away. */
  readonly dismiss: string;
  /** What is said beside a report of why the panel does not answer. */
  readonly doctor: DoctorTerms;
  /** What is said while the microphone cannot be used. */
  readonly microphone: Readonly<Record<'denied' | 'missing', string>>;
}

export const en: Terms = {
  frameTitle: 'Contact control panel',
  agentStatus: enAgentStatus,
  contactControls: enContactControls,
  commands: enCommands,
  globalCcp: enGlobalCcp,
  dismiss: 'Dismiss',
  doctor: {
    details: 'Details for your administrator',
    origin: 'Origin to approve',
    copy: 'Copy',
    copied: 'Copied',
  },
  microphone: {
    denied:
      'The microphone is blocked: calls cannot be answered here. Allow it for this page, by the icon in the address bar.',
    missing: 'There is no microphone: calls cannot be answered here. Connect one.',
  },
  status: {
    idle: { heading: 'No contact control panel yet', text: 'This element needs the address of one: set ccp-url.' },
    loading: { heading: 'Loading the contact control panel…', text: 'This takes a few seconds.' },
    'signed-out': {
      heading: 'Sign in to take contacts',
      text: 'Your contact control panel has not answered. Most likely you are not signed in.',
      action: 'Sign in',
    },
    'popup-open': {
      heading: 'Go on in the sign-in window',
      text: 'The panel loads by itself once you are signed in. Closed the window? Open it again.',
      action: 'Open the sign-in window again',
    },
    'popup-blocked': {
      heading: 'The sign-in window was blocked',
      text: 'Your browser did not let it open. Allow pop-ups for this page, then try again.',
      action: 'Open the sign-in window',
    },
    'storage-access-needed': {
      heading: 'One more permission',
      text: 'Your browser keeps the panel from its cookies. Allow them in the panel; if that is refused, sign in first.',
      action: 'Open the sign-in window',
    },
    stale: {
      heading: 'Connection lost',
      text: 'The panel has stopped answering. It goes on by itself when the connection is back.',
      action: 'Load it again',
    },
    expired: {
      heading: 'Your session has ended',
      text: 'Sign in again to go on taking contacts.',
      action: 'Sign in',
    },
    denied: {
      heading: 'No access',
      text: 'Your account may not use this contact control panel. Ask your administrator.',
      action: 'Try again',
    },
    unreachable: {
      heading: 'The panel cannot be reached',
      text: 'Its page does not load. Check the network and the address.',
      action: 'Try again',
    },
    duplicate: {
      heading: 'Already on this page',
      text: 'Another element shows the same contact control panel. This one starts when that one is gone.',
    },
    terminated: {
      heading: 'The contact control panel was ended',
      text: 'Start it again to take contacts.',
      action: 'Start again',
    },
  },
};
