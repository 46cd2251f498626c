// A host with a simulated CCP, for tests of its commands: what was published, what the service was asked for.
import type { ContactView } from '../../elements/host/state.js';
import type { ConnectCcpElement } from '../../elements/ccp/element.js';
import type { CommandPhase, ConnectCommandEvent } from '../../elements/host/events.js';
import type { ConnectRequestEvent } from '../../elements/host/requests.js';
import type { Simulator } from '../../src/simulator/kit/simulator.js';
import { eventually } from './eventually.js';
import { mountReadyCcp } from './simulated-ccp.js';

/** Somebody to call. */
export const THIRD = '+12065550120';

/** A host, its simulator, and what they have said. */
export class HostScene {
  /** Each phase as it was published: `hold pending`. */
  readonly phases: string[] = [];
  /** Each event of a command. */
  readonly commands: ConnectCommandEvent[] = [];

  private constructor(
    readonly ccp: ConnectCcpElement,
    readonly sim: Simulator,
  ) {
    ccp.addEventListener('connect-command', (event) => {
      this.commands.push(event);
      this.phases.push(`${event.operation} ${event.phase}`);
    });
  }

  /** Mounts a host that is ready; the parameters are those of the simulator's page. */
  static async mount(parameters: Record<string, string> = {}): Promise<HostScene> {
    const { ccp, sim } = await mountReadyCcp(parameters);
    return new HostScene(ccp, sim);
  }

  /** A contact as the host publishes it. */
  contact(contactId: string): ContactView {
    const found = this.ccp.state.contacts.find((contact) => contact.contactId === contactId);
    if (!found) throw new Error(`There is no contact ${contactId}`);
    return found;
  }

  /** Waits until a contact is as it should be; `undefined` if it is not there. */
  async until(contactId: string, isRight: (contact: ContactView | undefined) => unknown): Promise<void> {
    const find = () => this.ccp.state.contacts.find((contact) => contact.contactId === contactId);
    await eventually(() => isRight(find()), JSON.stringify(find()));
  }

  /** A call that the agent talks on. */
  async call(): Promise<string> {
    const contactId = await this.sim.incomingCall();
    await this.until(contactId, (contact) => contact);
    await new this.ccp.connect.Contact(contactId).accept();
    await this.until(contactId, (contact) => contact?.state.type === 'connected');
    return contactId;
  }

  /** A call with a third party who has answered; the customer waits. */
  async consultation(): Promise<string> {
    const contactId = await this.call();
    await new this.ccp.connect.Contact(contactId).addConnection(THIRD);
    await this.sim.thirdPartyAnswers(contactId);
    await this.until(contactId, (contact) => stateOf(contact, 'outbound') === 'connected');
    return contactId;
  }

  /** Makes a request, and waits for its end. */
  perform(request: ConnectRequestEvent): Promise<CommandPhase> {
    return this.ccp.perform(request);
  }

  /** What the service was asked for since the last time, in order. */
  async calls(): Promise<string[]> {
    const { calls } = await this.sim.truth();
    const all = calls.map(({ operation }) => operation).filter((operation) => operation !== 'createTransport');
    return all.slice(this.#seen, (this.#seen = all.length));
  }

  #seen = 0;
}

/** State of the first connection of a type; undefined if there is none. */
export const stateOf = (contact: ContactView | undefined, type: string): string | undefined =>
  contact?.connections.find((connection) => connection.type === type)?.state;

/** Id of the first connection of a type. */
export const idOf = (contact: ContactView, type: string): string =>
  contact.connections.find((connection) => connection.type === type)!.connectionId;
