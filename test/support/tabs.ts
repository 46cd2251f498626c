// Several CCPs of one simulated instance: to the worker, each is what a tab of its own is.
import type { Agent, Connect, InitCcpOptions } from '../../src/index.js';
import { attachSimulator, type Simulator } from '../../src/simulator/kit/simulator.js';
import { watched } from './audio.js';
import { eventually } from './eventually.js';
import { quietConnect } from './fake-ccp.js';
import { simulatedCcpUrl } from './simulated-ccp.js';

/** One runtime with a CCP. */
export interface Tab {
  readonly connect: Connect;
  readonly agent: Agent;
  readonly sim: Simulator;
  /** Ends the CCP; the runtime stays. */
  close(): void;
}

const open = new Set<Tab>();

/** Opens a CCP. Those with the same address share an agent. */
export async function openTab(ccpUrl: string, options: Partial<InitCcpOptions> = {}): Promise<Tab> {
  const connect = watched(quietConnect());
  const box = document.body.appendChild(document.createElement('div'));
  connect.core.initCCP(box, {
    ccpUrl,
    loginMode: 'none',
    softphone: { allowFramedSoftphone: true },
    ...options,
  });
  const agent = await new Promise<Agent>((resolve) => connect.agent(resolve));
  const sim = await attachSimulator(connect);
  const tab: Tab = {
    connect,
    agent,
    sim,
    close() {
      open.delete(tab);
      sim.detach();
      connect.core.stopCCP();
      box.remove();
    },
  };
  open.add(tab);
  return tab;
}

/** Opens several CCPs of an instance of their own, one after the other. */
export async function openTabs(count: number, parameters: Record<string, string> = {}): Promise<Tab[]> {
  const ccpUrl = simulatedCcpUrl({ state: 'Available', ...parameters });
  const tabs: Tab[] = [];
  while (tabs.length < count) tabs.push(await openTab(ccpUrl));
  return tabs;
}

/** Ends all that are open. */
export function closeTabs(): void {
  for (const tab of [...open]) tab.close();
}

/** A call that rings, and that the agent accepts in the first of the tabs. Resolves to its id once they talk everywhere. */
export async function talk(...tabs: [Tab, ...Tab[]]): Promise<string> {
  const [first] = tabs;
  const id = await first.sim.incomingCall();
  const has = ({ agent }: Tab): boolean => agent.getContacts().some((contact) => contact.getContactId() === id);
  await eventually(() => tabs.every(has), 'the call rings');
  await new first.connect.Contact(id).accept();
  await eventually(() => tabs.every(({ connect }) => new connect.Contact(id).isConnected()), 'the call is connected');
  return id;
}

/** The customer hangs up, and the agent clears the contact. Resolves once it is gone everywhere. */
export async function endTalk(contactId: string, ...tabs: [Tab, ...Tab[]]): Promise<void> {
  const [{ sim, connect }] = tabs;
  await sim.customerHangsUp(contactId);
  await eventually(() => new connect.Contact(contactId).getState().type === 'ended', 'the call has ended');
  await new connect.Contact(contactId).clear();
  await eventually(() => tabs.every(({ agent }) => agent.getContacts().length === 0), 'the contact is gone');
}
