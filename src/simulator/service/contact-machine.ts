// The life of each contact: ringing, talking, after-call work, gone. docs/protocol.md, section 6.2.
import { CtiError } from '../ccp/cti-service-client.js';
import type { ContactFactory } from './contact-factory.js';
import {
  activeThirdParties,
  agentConnection,
  type ConnectionModel,
  type ContactModel,
  customerConnection,
  isActive,
  isFinished,
  isMonitoring,
  isPreview,
  isRinging,
  isVoice,
  move,
  parties,
} from './contact-model.js';
import type { VirtualClock } from './virtual-clock.js';

/** What the machine works with. */
export interface ContactMachineOptions {
  clock: VirtualClock;
  factory: ContactFactory;
  /** Milliseconds of service time for which a contact rings. */
  ringTimeout: number;
  /** Runs something that changes contacts at a time of its own, and publishes what came of it. */
  transact: (change: () => void) => void;
}

/** A refusal because of the state that something is in. */
export function wrongState(what: string): CtiError {
  return new CtiError('InvalidStateException', what);
}

/** A refusal because the operation is not for contacts of this channel. */
export function wrongChannel({ type }: ContactModel, operation: string): CtiError {
  return new CtiError('InvalidContactTypeException', `${operation} is not for contacts of type ${type}.`);
}

/** The contacts of one agent. Every change of them goes through here. */
export class ContactMachine {
  readonly #clock: VirtualClock;
  readonly #factory: ContactFactory;
  readonly #ringTimeout: number;
  readonly #transact: (change: () => void) => void;
  #contacts: ContactModel[] = [];

  constructor({ clock, factory, ringTimeout, transact }: ContactMachineOptions) {
    this.#clock = clock;
    this.#factory = factory;
    this.#ringTimeout = ringTimeout;
    this.#transact = transact;
  }

  /** The contacts, in the order in which they came. */
  get all(): readonly ContactModel[] {
    return this.#contacts;
  }

  /** Adds a contact; one that waits for the agent is missed after the ring time-out. Returns its id. */
  add(contact: ContactModel): string {
    this.#contacts.push(contact);
    if (contact.preview) {
      const wait = contact.preview.autoDialTimeout * 1000;
      contact.stopRinging = this.#clock.setTimer(wait, () => this.#transact(() => this.engage(contact)));
    } else if (isRinging(contact)) {
      contact.stopRinging = this.#clock.setTimer(this.#ringTimeout, () => this.#transact(() => this.miss(contact)));
    }
    return contact.contactId;
  }

  /**
   * A contact by its id.
   * @throws CtiError ContactNotFoundException that lists those that there are.
   */
  find(contactId: unknown): ContactModel {
    const found = this.#contacts.find((contact) => contact.contactId === contactId);
    if (found) return found;
    const known = this.#contacts.map(({ contactId: id, type, state }) => `${id} (${type}, ${state.type})`).join(', ');
    throw new CtiError(
      'ContactNotFoundException',
      `There is no contact "${String(contactId)}". There are: ${known || 'none'}.`,
    );
  }

  /**
   * A connection by its id.
   * @throws CtiError ConnectionNotFoundException.
   */
  findConnection(contact: ContactModel, connectionId: unknown): ConnectionModel {
    const found = contact.connections.find((connection) => connection.connectionId === connectionId);
    if (found) return found;
    const { contactId } = contact;
    throw new CtiError(
      'ConnectionNotFoundException',
      `Contact ${contactId} has no connection "${String(connectionId)}".`,
    );
  }

  /** A contact that is connected. */
  findConnected(contactId: unknown, operation: string): ContactModel {
    const contact = this.find(contactId);
    if (contact.state.type === 'connected') return contact;
    throw wrongState(`${operation} needs a connected contact; this one is ${contact.state.type}.`);
  }

  /** The agent accepts: talks at once, except that a callback now calls the customer. */
  accept(contact: ContactModel): void {
    if (!isRinging(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot be accepted.`);
    if (isPreview(contact)) return this.engage(contact);
    this.#stopRinging(contact);
    if (contact.type === 'queue_callback') {
      contact.connections = this.#factory.callbackConnections(customerConnection(contact)?.endpoint ?? null);
      contact.contactFeatures = this.#factory.callbackFeatures();
      this.#move('connecting', contact);
      return;
    }
    this.#connect(contact);
  }

  /** The customer of a preview is called. */
  engage(contact: ContactModel): void {
    if (!isPreview(contact)) throw wrongState(`No preview: the contact is ${contact.state.type}.`);
    this.#stopRinging(contact);
    const customer = customerConnection(contact);
    if (customer) this.#move('connecting', customer);
    this.#move('connecting', contact);
  }

  /** The agent rejects. */
  reject(contact: ContactModel): void {
    if (!isRinging(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot be rejected.`);
    if (contact.preview?.canDiscardPreview === false) throw wrongState('This preview may not be discarded.');
    this.#finish(contact, 'rejected');
  }

  /** The contact rings in vain. */
  miss(contact: ContactModel): void {
    if (!isRinging(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot be missed.`);
    this.#finish(contact, 'missed', 'MissedCallAgent');
  }

  /** The contact has lasted longer than it may. */
  expire(contact: ContactModel): void {
    if (isFinished(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot expire.`);
    this.#finish(contact, 'ended');
  }

  /** The contact fails. The state is one of AGENT_ERROR_STATES. */
  fail(contact: ContactModel, agentErrorState: string): void {
    if (isFinished(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot fail.`);
    this.#finish(contact, 'error', agentErrorState);
  }

  /** The customer answers a call of the agent or a callback. */
  customerAnswers(contact: ContactModel): void {
    const customer = customerConnection(contact);
    if (customer?.state.type !== 'connecting') {
      throw wrongState(`No customer is being called: the contact is ${contact.state.type}.`);
    }
    this.#move('connected', customer);
    this.#connect(contact);
  }

  /** The customer leaves, at whatever moment. */
  customerHangsUp(contact: ContactModel): void {
    const customer = customerConnection(contact);
    if (!customer) throw wrongState(`A contact of type ${contact.type} has no customer.`);
    if (!isActive(customer)) throw wrongState('The customer has left already.');
    if (isRinging(contact)) return this.miss(contact);
    if (customer.state.type === 'connecting') {
      const agentErrorState = contact.type === 'queue_callback' ? 'MissedCallCustomer' : 'FailedConnectCustomer';
      return this.#finish(contact, 'error', agentErrorState);
    }
    this.#leave(contact, customer);
  }

  /** The third party that is being called answers. */
  thirdPartyAnswers(contact: ContactModel): void {
    const calling = activeThirdParties(contact).find(({ state }) => state.type === 'connecting');
    if (!calling) throw wrongState('No third party is being called.');
    this.#move('connected', calling);
  }

  /** The latest third party leaves, or does not answer. */
  thirdPartyHangsUp(contact: ContactModel): void {
    const latest = activeThirdParties(contact).at(-1);
    if (!latest) throw wrongState('The contact has no third party.');
    this.#leave(contact, latest);
  }

  /** The agent ends one connection: the own one, or that of somebody else. */
  destroy(contact: ContactModel, connection: ConnectionModel): void {
    if (!isActive(connection)) throw wrongState(`A connection that is ${connection.state.type} cannot be ended.`);
    if (connection !== agentConnection(contact)) return this.#leave(contact, connection);
    if (isRinging(contact)) return this.reject(contact);
    this.#agentLeaves(contact);
  }

  /** The agent leaves a contact, which then is over for this agent; others go on talking. */
  handOver(contact: ContactModel): void {
    this.#agentLeaves(contact);
  }

  /** The agent is done with a finished contact. */
  clear(contact: ContactModel): void {
    if (!isFinished(contact)) throw wrongState(`A contact that is ${contact.state.type} cannot be cleared.`);
    this.#contacts = this.#contacts.filter((other) => other !== contact);
  }

  /** Clears every finished call: the agent has chosen a state instead. */
  clearFinishedCalls(): void {
    this.#contacts = this.#contacts.filter(
      (contact) => !(isVoice(contact) && isFinished(contact) && !isMonitoring(contact)),
    );
  }

  /** Puts a connection of a call on hold. */
  hold(contact: ContactModel, connection: ConnectionModel): void {
    this.#switch(contact, connection, 'connected', 'hold');
  }

  /** Takes a connection of a call off hold. */
  resume(contact: ContactModel, connection: ConnectionModel): void {
    this.#switch(contact, connection, 'hold', 'connected');
  }

  /** Pauses a task. */
  pauseTask(contact: ContactModel): void {
    if (contact.type !== 'task') throw wrongChannel(contact, 'pauseContact');
    if (contact.state.type !== 'connected') throw wrongState(`A task that is ${contact.state.type} cannot be paused.`);
    this.#move('paused', contact);
  }

  /** Goes on with a paused task. */
  resumeTask(contact: ContactModel): void {
    if (contact.type !== 'task') throw wrongChannel(contact, 'resumeContact');
    if (contact.state.type !== 'paused') throw wrongState(`A task that is ${contact.state.type} cannot be resumed.`);
    this.#move('connected', contact);
  }

  #switch(contact: ContactModel, connection: ConnectionModel, from: string, to: string): void {
    if (!isVoice(contact)) throw wrongChannel(contact, 'Hold');
    const { type } = connection.state;
    if (contact.state.type !== 'connected' || type !== from) {
      throw wrongState(`The connection is ${type} in a contact that is ${contact.state.type}; it must be ${from}.`);
    }
    this.#move(to, connection);
  }

  #connect(contact: ContactModel): void {
    const agent = agentConnection(contact);
    if (agent) this.#move('connected', agent);
    this.#move('connected', contact);
  }

  #leave(contact: ContactModel, connection: ConnectionModel): void {
    this.#move('disconnected', connection);
    if (!parties(contact).some(isActive) && !isFinished(contact)) this.#finish(contact, 'ended');
  }

  #agentLeaves(contact: ContactModel): void {
    const others = parties(contact).filter(isActive);
    if (others.length < 2) return this.#finish(contact, 'ended');
    const agent = agentConnection(contact);
    if (agent) this.#move('disconnected', agent);
    this.#move('connected', ...others.filter(({ state }) => state.type === 'hold'));
    this.#move('ended', contact);
  }

  #finish(contact: ContactModel, stateType: string, agentErrorState: string | null = null): void {
    this.#stopRinging(contact);
    this.#move('disconnected', ...contact.connections);
    this.#move(stateType, contact);
    contact.agentErrorState = agentErrorState;
  }

  #stopRinging(contact: ContactModel): void {
    contact.stopRinging?.();
    contact.stopRinging = null;
  }

  #move(type: string, ...items: { state: { type: string; since: number } }[]): void {
    move(type, this.#clock.now(), ...items);
  }
}
