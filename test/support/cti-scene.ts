// A simulated service with one contact, for tests of its life.
import { CtiError } from '../../src/simulator/ccp/cti-service-client.js';
import type { AgentSnapshotData, ContactData } from '../../src/conduit/wire.js';
import {
  type CtiServiceOptions,
  createCtiService,
  type SimulatedCtiService,
} from '../../src/simulator/service/cti-service.js';
import { VirtualClock } from '../../src/simulator/service/virtual-clock.js';

/** Somebody to be called, as an endpoint. */
export const third = { type: 'phone_number', phoneNumber: '+12065550120', name: 'Front desk' };

/** Service time at the start, in epoch milliseconds. */
export const START = Date.UTC(2030, 0, 1, 12);
/** The token that scenes call with. */
export const authToken = 'token';

/** A service whose clock stands still. */
export function createService(options: CtiServiceOptions = {}): SimulatedCtiService {
  const clock = new VirtualClock({ source: () => START, running: false, skew: options.skew });
  return createCtiService({ state: 'Available', clock, ...options });
}

/** The newest snapshot. */
export async function snapshotOf(service: SimulatedCtiService): Promise<AgentSnapshotData> {
  const answer = await service.call('getAgentSnapshot', { nextToken: null }, { authToken });
  return (answer as { snapshot: AgentSnapshotData }).snapshot;
}

/** The refusal that a call ends in. */
export async function errorOf(promise: Promise<unknown>): Promise<CtiError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CtiError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

/** One service, its only contact, and the operations on it by short names. */
export class Scene {
  contactId = '';
  readonly service: SimulatedCtiService;

  constructor(options: CtiServiceOptions = {}) {
    this.service = createService(options);
  }

  call(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    return this.service.call(method, params, { authToken });
  }

  onContact(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    return this.call(method, { contactId: this.contactId, ...params });
  }

  async contact(): Promise<ContactData> {
    const { contacts } = await snapshotOf(this.service);
    const [contact] = contacts;
    if (!contact) throw new Error('no contact');
    this.contactId = contact.contactId;
    return contact;
  }

  async onConnection(method: string, index: number, params: Record<string, unknown> = {}): Promise<unknown> {
    const { connectionId } = (await this.contact()).connections.at(index) ?? {};
    return this.onContact(method, { connectionId, ...params });
  }

  async state(name: string): Promise<void> {
    const { states } = (await this.call('getAgentStates')) as { states: { name: string }[] };
    await this.call('putAgentState', { state: states.find((state) => state.name === name), enqueueNextState: false });
  }

  async endpoint(type: string): Promise<unknown> {
    const { endpoints } = (await this.call('getEndpoints')) as { endpoints: { type: string }[] };
    return endpoints.find((endpoint) => endpoint.type === type);
  }

  /** `agent/type`, then `contact: its connections`, as one text. */
  async summary(): Promise<string> {
    const { state, contacts } = await snapshotOf(this.service);
    const [contact] = contacts;
    const agent = `${state.name}/${state.type}`;
    if (!contact) return agent;
    const connections = contact.connections.map((connection) => `${connection.type} ${connection.state.type}`);
    return `${agent} ${contact.state.type}: ${connections.join(', ')}`;
  }
}
