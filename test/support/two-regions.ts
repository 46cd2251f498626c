// Two simulated regions on two origins, coordinated by a <connect-global-ccp>, and a list of what it says, in order.
import { fixture, html } from '@open-wc/testing';
import type { ConnectGlobalCcpElement } from '../../elements/global-ccp/element.js';
import type { ConnectHost } from '../../elements/index.js';
import { attachSimulator, instanceArnOf, type RegionsSimulator } from '../../src/simulator/kit/simulator.js';
import { eventually } from './eventually.js';
import { simulatedCcpUrl } from './simulated-ccp.js';

export const EAST = 'us-east-1';
export const WEST = 'us-west-2';
export const EAST_ARN = instanceArnOf(EAST);
export const WEST_ARN = instanceArnOf(WEST);

/** Parameters of the two CCPs, and attributes of the elements. */
export interface RegionParameters {
  /** Of both CCPs. */
  both?: Record<string, string>;
  east?: Record<string, string>;
  west?: Record<string, string>;
  withoutPolling?: boolean;
  /** In milliseconds. `ack` is for the first region alone, and sets the pause between two questions too. */
  timeouts?: { load?: number; ack?: number };
  loginUrl?: string;
}

/** Addresses of two CCPs: one on another site than the page, one on the page's own. */
export function regionUrls({ both, east, west }: RegionParameters = {}): { east: string; west: string } {
  const shared = { state: 'Available', ...both };
  const westUrl = new URL(simulatedCcpUrl({ region: WEST, ...shared, ...west }));
  westUrl.hostname = location.hostname;
  return { east: simulatedCcpUrl({ region: EAST, ...shared, ...east }), west: westUrl.href };
}

/** Writes down what a host says from now on, each fact as a line. */
export function record(host: ConnectHost): string[] {
  const lines: string[] = [];
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, say: (event: HTMLElementEventMap[Name]) => string) =>
    host.addEventListener(name, (event) => void lines.push(say(event)));
  on('connect-ready', () => 'ready');
  on('connect-status-change', ({ current }) => `status ${current}`);
  on('connect-agent-change', ({ current }) => `agent ${current?.state.name ?? 'unknown'}`);
  on('connect-contact-added', ({ contact }) => `added ${contact.type} ${contact.who}`);
  on('connect-contact-change', ({ contact }) => `changed ${contact.type} ${contact.state.type}`);
  on('connect-contact-removed', ({ contact }) => `removed ${contact.type} ${contact.who}`);
  on('connect-ringing', ({ contact }) => `ringing ${contact.type} ${contact.who}`);
  on('connect-command', ({ operation, phase }) => `${operation} ${phase}`);
  on('connect-error', ({ error }) => `error ${error.code}`);
  on('connect-failover-pending', ({ activeRegion, nextRegion }) => `pending ${activeRegion} > ${nextRegion}`);
  on('connect-failover-complete', ({ activeRegion }) => `complete ${activeRegion}`);
  return lines;
}

/** Waits for a condition. */
export const until = (condition: () => unknown, what = 'it'): Promise<void> =>
  eventually(condition, `${what} does not come about`);

/** Waits until a list has a line. */
export async function says(lines: readonly string[], line: string): Promise<void> {
  await until(() => lines.includes(line)).catch(() => {
    throw new Error(`"${line}" is not said, but: ${lines.join(' | ')}`);
  });
}

/** Two regions on the page. */
export interface Regions {
  global: ConnectGlobalCcpElement;
  lines: string[];
}

/** Puts two regions on the page, without waiting for them. */
export async function mountRegions(parameters: RegionParameters = {}): Promise<Regions> {
  const urls = regionUrls(parameters);
  const { withoutPolling = false, timeouts: { load, ack } = {}, loginUrl } = parameters;
  const region = (name: string, url: string, arn: string, ack?: number) => html`
    <connect-ccp
      region=${name}
      ccp-url=${url}
      .instanceArn=${withoutPolling ? undefined : arn}
      .loadTimeout=${load}
      .ackTimeout=${ack}
      .synTimeout=${ack}
    ></connect-ccp>
  `;
  const global = await fixture<ConnectGlobalCcpElement>(html`
    <connect-global-ccp ?without-polling=${withoutPolling} .loginUrl=${loginUrl}>
      ${region(EAST, urls.east, EAST_ARN, ack)}${region(WEST, urls.west, WEST_ARN)}
    </connect-global-ccp>
  `);
  return { global, lines: record(global) };
}

/** Two regions that are ready: the agent is available in the first one, and offline in the other. */
export async function mountReadyRegions(
  parameters: RegionParameters = {},
): Promise<Regions & { sim: RegionsSimulator }> {
  const { global, lines } = await mountRegions(parameters);
  await bothStand(global, 'Available', 'Offline');
  lines.length = 0;
  return { global, lines, sim: await attachSimulator(global) };
}

/** Waits until both regions are ready, and the agent is in these states in them. */
export const bothStand = (global: ConnectGlobalCcpElement, inEast: string, inWest: string) =>
  until(() => {
    const [east, west] = global.regions;
    return (
      east?.status === 'ready' &&
      west?.status === 'ready' &&
      east.state.agent?.state.name === inEast &&
      west.state.agent?.state.name === inWest
    );
  }, `${inEast} in the first region, ${inWest} in the other`);

/** Keeps the worker of a CCP of the page's own site, where browsers let it go while its only page loads again. */
export function keepWorker(ccpUrl: string): SharedWorker {
  const { searchParams } = new URL(ccpUrl);
  const name = `connect-simulator-${searchParams.get('instance')}`;
  return new SharedWorker(new URL('worker.js', ccpUrl), {
    type: 'module',
    name,
    extendedLifetime: true,
  } as WorkerOptions);
}
