// Calls with more than two parties: adding, swapping, joining, transferring, listening.
import { CtiError } from '../ccp/cti-service-client.js';
import type { WireEndpoint } from '../../conduit/wire.js';
import type { ContactFactory } from './contact-factory.js';
import { wrongChannel, wrongState } from './contact-machine.js';
import {
  activeThirdParties,
  agentConnection,
  type ConnectionModel,
  type ContactModel,
  customerConnection,
  isActive,
  isMonitoring,
  isVoice,
  move,
  parties,
} from './contact-model.js';
import type { MonitorMode } from '../channel/script-channel.js';
import type { VirtualClock } from './virtual-clock.js';

/** Parties beside the agent that a multi-party call can have. */
const MOST_PARTIES = 5;

const inState = (type: string) => (connection: ConnectionModel) => connection.state.type === type;

function needsThirdParty(contact: ContactModel, operation: string): void {
  const customer = customerConnection(contact);
  if (activeThirdParties(contact).length > 0 && customer && isActive(customer)) return;
  throw wrongState(`${operation} needs a third party, and a customer who is still there.`);
}

/** Moves the parties of calls. */
export class ThirdParties {
  readonly #clock: VirtualClock;
  readonly #factory: ContactFactory;

  constructor(clock: VirtualClock, factory: ContactFactory) {
    this.#clock = clock;
    this.#factory = factory;
  }

  /** Calls a third party. Everybody else waits on hold, unless they are to stay in the call. */
  call(contact: ContactModel, endpoint: WireEndpoint, { keepTalking = false } = {}): void {
    const multiParty = contact.contactFeatures?.multiPartyConferenceEnabled === true;
    if (keepTalking && !multiParty) throw wrongState('The contact has no multi-party conference.');
    const room = multiParty ? MOST_PARTIES : 2;
    if (parties(contact).filter(isActive).length >= room) {
      throw wrongState(`The contact has ${room} parties beside the agent; there is no room for another.`);
    }
    if (!keepTalking) this.#move('hold', ...parties(contact).filter(inState('connected')));
    contact.connections.push(
      this.#factory.connection('outbound', 'connecting', {
        endpoint,
        mute: isVoice(contact) ? false : null,
        quickConnectName: endpoint.name ?? null,
      }),
    );
  }

  /**
   * Swaps who talks and who waits.
   * @param connectionId the one to talk to; by default the first that waits.
   */
  toggle(contact: ContactModel, connectionId: unknown): void {
    needsThirdParty(contact, 'toggleActiveConnections');
    const held = parties(contact).filter(inState('hold'));
    const talking = parties(contact).filter(inState('connected'));
    const named = held.find((connection) => connection.connectionId === connectionId);
    // In a conference nobody waits: then the customer stays and the others wait.
    const chosen = named ?? held[0] ?? customerConnection(contact);
    this.#move('hold', ...talking.filter((connection) => connection !== chosen));
    if (chosen) this.#move('connected', chosen);
  }

  /** Lets everybody talk with everybody. */
  conference(contact: ContactModel): void {
    needsThirdParty(contact, 'conferenceConnections');
    if (activeThirdParties(contact).some(inState('connecting'))) {
      throw wrongState('The third party has not answered yet.');
    }
    this.#move('connected', ...parties(contact).filter(inState('hold')));
    const agent = agentConnection(contact);
    if (agent) this.#move('connected', agent);
  }

  /** A supervisor listens to a contact of this agent, or barges in; once there, only the mode changes. */
  supervise(contact: ContactModel, mode: MonitorMode): void {
    if (contact.state.type !== 'connected') throw wrongState(`The contact is ${contact.state.type}, not connected.`);
    const listener = contact.connections.find(({ type, initial }) => type === 'monitoring' && !initial);
    if (listener) return this.#setMode(listener, mode);
    const added = this.#factory.connection('monitoring', 'connected', {
      monitoringInfo: { agentName: 'Sam Supervisor', joined: this.#clock.now() },
      monitorMode: mode,
    });
    this.#setMode(added, mode);
    contact.connections.push(added);
  }

  /**
   * This agent, a supervisor, changes how to listen.
   * @param mode as the request has it.
   */
  setMonitorMode(contact: ContactModel, mode: unknown): void {
    if (!isMonitoring(contact)) throw wrongChannel(contact, 'updateMonitorParticipantState');
    if (mode !== 'SILENT_MONITOR' && mode !== 'BARGE') {
      throw new CtiError('InvalidConfigurationException', 'targetMonitorMode is SILENT_MONITOR or BARGE.');
    }
    if (contact.state.type !== 'connected') throw wrongState(`The contact is ${contact.state.type}, not connected.`);
    const own = agentConnection(contact);
    if (own) this.#setMode(own, mode);
  }

  #setMode(connection: ConnectionModel, mode: MonitorMode): void {
    connection.monitorMode = mode;
    this.#move(mode === 'BARGE' ? 'barge' : 'silent_monitor', connection);
  }

  #move(type: string, ...items: ConnectionModel[]): void {
    move(type, this.#clock.now(), ...items);
  }
}
