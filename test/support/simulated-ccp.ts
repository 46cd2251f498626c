// Simulated CCPs for tests in the browser: an instance of its own for each, on another site than the test page.
import { fixture, html } from '@open-wc/testing';
import type { ConnectCcpElement } from '../../elements/ccp/element.js';
import { attachSimulator, type Simulator } from '../../src/simulator/kit/simulator.js';
import { eventually } from './eventually.js';

let instances = 0;

/** The host under which the test server is another site than the page: both names lead to this machine. */
const OTHER_HOST = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

/** Address of a simulated CCP that shares its agent with no other test. */
export function simulatedCcpUrl(parameters: Record<string, string> = {}): string {
  const url = new URL('/dist/simulator/ccp.html', location.href);
  url.hostname = OTHER_HOST;
  const instance = `test-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${instances++}`;
  url.search = new URLSearchParams({ instance, drawer: 'none', ...parameters }).toString();
  return url.href;
}

/** A `<connect-ccp>` on the page, without waiting for its CCP. */
export function mountCcp(ccpUrl: string): Promise<ConnectCcpElement> {
  return fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${ccpUrl}></connect-ccp>`);
}

/** A `<connect-ccp>` that is ready, and the simulator behind it. */
export async function mountReadyCcp(
  parameters: Record<string, string> = {},
): Promise<{ ccp: ConnectCcpElement; sim: Simulator }> {
  const ccp = await mountCcp(simulatedCcpUrl({ state: 'Available', ...parameters }));
  await ccp.ready;
  return { ccp, sim: await attachSimulator(ccp) };
}

/** Waits until a host has a status. */
export async function statusIs(ccp: ConnectCcpElement, status: string): Promise<void> {
  await eventually(() => ccp.status === status, `status is ${ccp.status}, not ${status}`);
  await ccp.updateComplete;
}
