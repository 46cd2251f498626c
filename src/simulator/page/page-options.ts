// Reads the address of the simulator's page: which parameter sets what.
import type { SimulatorOptions } from '../channel/script-channel.js';
import type { SessionKeeping } from './session.js';

/** Whether the drawer with the simulator's controls is there, and open. */
export type DrawerMode = 'open' | 'closed' | 'none';

/** How the page was asked for. */
export interface PageOptions {
  /** What the worker is told; region and instance are always given. */
  readonly simulator: SimulatorOptions & { readonly region: string; readonly instance: string };
  /** Where the session is kept. */
  readonly session: SessionKeeping;
  /** True for a page that only plays the customers of calls, beside a CCP. */
  readonly playsCustomersOnly: boolean;
  /** Address of the worker's script, absolute or from the page. */
  readonly worker: string;
  /** Undefined if the address does not say: then the width decides. */
  readonly drawer: DrawerMode | undefined;
}

const TEXTS = {
  agent: 'agentName',
  state: 'state',
  extension: 'extension',
  activeRegion: 'activeRegion',
  otherRegion: 'otherRegion',
} as const;
const NUMBERS = [
  'seed',
  'latency',
  'endpoints',
  'queues',
  'chats',
  'tasks',
  'ringTimeout',
  'skew',
  'regionPause',
] as const;
const SWITCHES = ['softphone', 'autoAccept', 'outboundCall', 'multiParty', 'impaired'] as const;
const DRAWER_MODES: readonly (string | null)[] = ['open', 'closed', 'none'];
/**
 * With `coop` the server sends `Cross-Origin-Opener-Policy: same-origin`, which cuts the link to the page that has opened
 * the window; a page cannot do that by itself, so on a server that does not know it this is the same as `required`.
 */
const SIGN_INS: readonly (string | null)[] = ['required', 'coop'];
const OFF = new Set(['false', '0', 'no', 'off']);

/** True if the address asks for a sign-in first. */
export const needsSignIn = ({ simulator }: PageOptions): boolean => simulator.signin === 'required';

/**
 * Reads the parameters of the page's address. Unknown ones, and values that make no sense, are ignored.
 * @param search the query, such as `?region=us-west-2&signin=required`.
 */
export function readPageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const region = query.get('region') || 'us-east-1';
  const simulator: PageOptions['simulator'] = { region, instance: query.get('instance') || region };
  for (const [parameter, member] of Object.entries(TEXTS)) {
    const text = query.get(parameter);
    if (text) simulator[member] = text;
  }
  for (const name of NUMBERS) {
    const text = query.get(name);
    if (text && Number.isFinite(Number(text))) simulator[name] = Number(text);
  }
  for (const name of SWITCHES) {
    const text = query.get(name);
    if (text !== null) simulator[name] = !OFF.has(text.toLowerCase());
  }
  simulator.signin = SIGN_INS.includes(query.get('signin')) ? 'required' : 'none';
  const session = query.get('session') === 'cookie' ? 'cookie' : 'storage';
  const worker = query.get('worker') || './worker.js';
  const drawer = query.get('drawer');
  const playsCustomersOnly = query.get('role') === 'customers';
  const mode = DRAWER_MODES.includes(drawer) ? (drawer as DrawerMode) : undefined;
  return { simulator, session, playsCustomersOnly, worker, drawer: mode };
}
