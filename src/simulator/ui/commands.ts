// The panel's commands: each is a request of the CCP page, and its effect is seen in the next agent data.
import { entryOf } from '../../conduit/entry-of.js';
import type { CcpPage } from '../ccp/ccp-page.js';
import { type AgentState, isRecord } from '../../conduit/wire.js';
import { CommandError } from '../../errors/command-error.js';
import { ContactEvents, EventType } from '../../events/event-names.js';
import type { ContactView, Verb } from './model.js';
import type { PanelState, QuickConnect } from './panel-state.js';

/** How many quick connects the service is asked for at a time. */
const PAGE_SIZE = 500;

const OPERATIONS: Partial<Readonly<Record<Verb, string>>> = {
  accept: 'acceptContact',
  reject: 'rejectContact',
  hold: 'holdConnection',
  resume: 'resumeConnection',
  swap: 'toggleActiveConnections',
  join: 'conferenceConnections',
  pause: 'pauseContact',
  continue: 'resumeContact',
  end: 'destroyConnection',
  clear: 'clearContact',
};

/** The words for a command that failed. */
const TITLES: Readonly<Record<string, string>> = {
  acceptContact: 'Accept',
  rejectContact: 'Reject',
  holdConnection: 'Hold',
  resumeConnection: 'Resume',
  toggleActiveConnections: 'Swap',
  conferenceConnections: 'Join',
  pauseContact: 'Pause',
  resumeContact: 'Continue',
  destroyConnection: 'End',
  clearContact: 'Clear',
  putAgentState: 'Changing your state',
  sendDigits: 'Sending digits',
  createAdditionalConnection: 'Transfer',
  transferContact: 'Transfer',
  createOutboundContact: 'Dialling',
  getEndpoints: 'Loading quick connects',
};

const phoneEndpoint = (phoneNumber: string): Record<string, unknown> => ({
  endpointARN: null,
  type: 'phone_number',
  name: null,
  phoneNumber,
  agentLogin: null,
  queue: null,
});

const connectEndpoint = ({ endpointARN, type, name, phoneNumber, queue }: QuickConnect): Record<string, unknown> => ({
  endpointARN,
  type,
  name,
  phoneNumber,
  agentLogin: null,
  queue,
});

/** Sends commands and notes how they stand. */
export class PanelCommands {
  readonly #page: CcpPage;
  readonly #state: PanelState;
  readonly #changed: () => void;

  /** @param changed called when the state has changed. */
  constructor(page: CcpPage, state: PanelState, changed: () => void) {
    this.#page = page;
    this.#state = state;
    this.#changed = changed;
  }

  /** Does what a contact's button says. */
  act(verb: Verb, contact: ContactView): void {
    if (verb === 'mute' || verb === 'unmute') {
      this.#page.broadcast(EventType.MUTE, { mute: verb === 'mute' });
      return;
    }
    if (verb === 'accept') void this.#accept(contact);
    else void this.#run(verb, contact);
  }

  /** Holds, resumes or removes one party of a call. */
  actOnParty(verb: 'hold' | 'resume' | 'end', contact: ContactView, connectionId: string): void {
    const operation = OPERATIONS[verb];
    if (operation) void this.#call(operation, { contactId: contact.id, connectionId }, connectionId);
  }

  /** Asks the service for another state of the agent; it comes after the contacts if there are any. */
  setAgentState(state: AgentState): void {
    const enqueueNextState = (this.#state.agent?.snapshot.contacts.length ?? 0) > 0;
    void this.#call('putAgentState', { state, enqueueNextState });
  }

  /** Sends a digit to the customer's side of a call. */
  async sendDigits(contact: ContactView, digits: string): Promise<void> {
    const { id: contactId, customerConnectionId: connectionId } = contact;
    if (await this.#call('sendDigits', { contactId, connectionId, digits }, digits)) {
      this.#state.digits += digits;
      this.#changed();
    }
  }

  /** Calls a number. */
  dial(phoneNumber: string): Promise<boolean> {
    return this.#createContact(phoneEndpoint(phoneNumber));
  }

  /** Calls a quick connect. */
  dialQuickConnect(quickConnect: QuickConnect): Promise<boolean> {
    return this.#createContact(connectEndpoint(quickConnect));
  }

  /** Brings a number into a call. */
  addNumber(contact: ContactView, phoneNumber: string): Promise<boolean> {
    return this.#add(contact, phoneEndpoint(phoneNumber));
  }

  /** Brings a quick connect into a call, or transfers a chat or a task to it. */
  addQuickConnect(contact: ContactView, quickConnect: QuickConnect): Promise<boolean> {
    return this.#add(contact, connectEndpoint(quickConnect));
  }

  /** Asks for the quick connects, all pages of them. */
  async loadQuickConnects(): Promise<void> {
    this.#state.quickConnects = null;
    const queueARNs = this.#state.agent?.configuration.routingProfile.queues?.map(({ queueARN }) => queueARN) ?? [];
    const found: QuickConnect[] = [];
    let nextToken: unknown = null;
    do {
      const answer = await this.#call('getEndpoints', { queueARNs, nextToken, maxResults: PAGE_SIZE });
      if (!answer) break;
      found.push(...(Array.isArray(answer.endpoints) ? (answer.endpoints as QuickConnect[]) : []));
      nextToken = answer.nextToken;
    } while (nextToken);
    this.#state.quickConnects = found;
    this.#changed();
  }

  #run(verb: Verb, contact: ContactView): Promise<unknown> {
    const operation = OPERATIONS[verb];
    return operation ? this.#call(operation, this.#params(verb, contact), contact.id) : Promise.resolve(null);
  }

  /** Who accepts tells all pages: nothing in the agent's data does. docs/protocol.md, section 1.9. */
  async #accept(contact: ContactView): Promise<void> {
    if (!(await this.#run('accept', contact))) return;
    for (const name of [ContactEvents.ACCEPTED, `${ContactEvents.ACCEPTED}::${contact.id}`]) {
      this.#page.broadcast(name, { contactId: contact.id });
    }
  }

  #params(verb: Verb, { id: contactId, agentConnectionId, customerConnectionId, parties }: ContactView): object {
    switch (verb) {
      case 'end':
        return { contactId, connectionId: agentConnectionId };
      case 'hold':
      case 'resume':
        return { contactId, connectionId: customerConnectionId };
      case 'swap':
        return { contactId, connectionId: parties.find(({ onHold }) => onHold)?.connectionId ?? null };
      default:
        return { contactId };
    }
  }

  async #createContact(endpoint: Record<string, unknown>): Promise<boolean> {
    const queueARN = this.#state.agent?.configuration.routingProfile.defaultOutboundQueue.queueARN;
    return (await this.#call('createOutboundContact', { endpoint, queueARN })) !== null;
  }

  async #add({ id: contactId }: ContactView, endpoint: Record<string, unknown>): Promise<boolean> {
    return (await this.#call('createAdditionalConnection', { contactId, endpoint }, contactId)) !== null;
  }

  /** Returns the answer, or null after a failure, which is shown. */
  async #call(operation: string, params: object, about = ''): Promise<Readonly<Record<string, unknown>> | null> {
    const key = `${operation}:${about}`;
    if (this.#state.underway.has(key)) return null;
    this.#state.underway.add(key);
    this.#state.failure = null;
    this.#changed();
    try {
      const answer = await this.#page.api.call(operation, params as Record<string, unknown>);
      return isRecord(answer) ? answer : {};
    } catch (error) {
      const hint = error instanceof CommandError ? error.hint : '';
      const message = error instanceof Error ? error.message : String(error);
      this.#state.failure = { text: `${entryOf(TITLES, operation) ?? operation} did not work: ${message}`, hint };
      return null;
    } finally {
      this.#state.underway.delete(key);
      this.#changed();
    }
  }
}

/** True while a command on a contact, or on one of its parties, has no answer. */
export function isUnderway({ underway }: PanelState, verb: Verb, about: string): boolean {
  const operation = OPERATIONS[verb];
  return operation !== undefined && underway.has(`${operation}:${about}`);
}
