// What the routes of the side channel work with: the agent's data as the CCP page has them, and requests to the service.
import { SdkRefusal } from '../../ccp/sdk-channel.js';
import type { CcpPage } from '../../ccp/ccp-page.js';
import { type AgentData, type ConnectionData, type ContactData, isRecord } from '../../../conduit/wire.js';
import { AgentEvents, LinkEventType } from '../../../events/event-names.js';

/** Parameters of a request; nothing about them is sure. */
export type SdkParams = Readonly<Record<string, unknown>>;

/** Answers one request. */
export type SdkRoute = (params: SdkParams) => unknown;

/** The routes of one namespace, by their commands. */
export type SdkRoutes = Readonly<Record<string, SdkRoute>>;

/** Milliseconds that the service has to show the effect of what it has agreed to. */
const EFFECT_LIMIT = 5_000;

/** States of a contact that is over. */
export const OVER: readonly string[] = ['ended', 'missed', 'rejected', 'error'];

/** Kinds of contacts that are calls. */
export const isCall = ({ type }: ContactData): boolean => type === 'voice' || type === 'queue_callback';

/** The agent's own connection, or that of a supervisor. */
export const ownConnection = ({ connections }: ContactData): ConnectionData | undefined =>
  connections.find(({ type }) => type === 'agent' || type === 'monitoring');

/** The connection with which a contact began. */
export const initialConnection = ({ connections }: ContactData): ConnectionData | undefined =>
  connections.find(({ initial }) => initial);

/** What a contact is, in the words of the clients. */
export function channelOf({ type, segmentAttributes }: ContactData): { type: string; subtype: string } {
  return { type, subtype: segmentAttributes?.['connect:Subtype']?.ValueString ?? '' };
}

/** One participant, with the contact that it is in. */
export interface FoundParticipant {
  readonly contact: ContactData;
  readonly connection: ConnectionData;
}

/** What all routes share. */
export class SdkDesk {
  readonly #page: CcpPage;

  constructor(page: CcpPage) {
    this.#page = page;
  }

  /**
   * The agent's data.
   * @throws SdkRefusal before there are any.
   */
  get data(): AgentData {
    const { agent } = this.#page;
    if (!agent) throw new SdkRefusal('noResult', 'There are no data of an agent yet.');
    return agent;
  }

  /** The agent's contacts. */
  get contacts(): readonly ContactData[] {
    return this.data.snapshot.contacts;
  }

  /** The AWS region of the instance. */
  get region(): string {
    return this.data.configuration.agentARN?.split(':')[3] ?? '';
  }

  /**
   * The contact of a request.
   * @throws SdkRefusal if there is none.
   */
  contact({ contactId }: SdkParams): ContactData {
    const found = this.contacts.find((contact) => contact.contactId === contactId);
    if (found) return found;
    throw new SdkRefusal('noResult', `There is no contact ${String(contactId)}.`);
  }

  /**
   * The participant of a request.
   * @throws SdkRefusal if there is none.
   */
  participant({ participantId }: SdkParams): FoundParticipant {
    for (const contact of this.contacts) {
      const connection = contact.connections.find(({ connectionId }) => connectionId === participantId);
      if (connection) return { contact, connection };
    }
    throw new SdkRefusal('noResult', `There is no participant ${String(participantId)}.`);
  }

  /** The agent's part in the contact of a request. */
  self(params: SdkParams): FoundParticipant {
    const contact = this.contact(params);
    const connection = ownConnection(contact);
    if (connection) return { contact, connection };
    throw new SdkRefusal('noResult', `The agent has no part in contact ${contact.contactId}.`);
  }

  /** Asks the service, whose faults are those of the requests on the wire. */
  async ask<Answer extends object = SdkParams>(operation: string, params: SdkParams = {}): Promise<Answer> {
    const answer = await this.#page.api.call(operation, params);
    return (isRecord(answer) ? answer : {}) as Answer;
  }

  /** Has the worker fetch the agent's configuration now. */
  reload(): void {
    this.#page.conduit.sendUpstream(LinkEventType.RELOAD_AGENT_CONFIGURATION);
  }

  /** Has the service do something about a participant. */
  act(operation: string, { contact, connection }: FoundParticipant): Promise<object> {
    return this.ask(operation, { contactId: contact.contactId, connectionId: connection.connectionId });
  }

  /**
   * Waits until the agent's data show something.
   * @param found gives it, or undefined while it is not there.
   * @returns what was found; rejects with an SdkRefusal if it does not come about.
   */
  shown<Found>(found: (data: AgentData) => Found | undefined): Promise<Found> {
    const now = found(this.data);
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve, reject) => {
      const subscription = this.#page.conduit.onUpstream(AgentEvents.UPDATE, () => {
        const next = found(this.data);
        if (next === undefined) return;
        settle();
        resolve(next);
      });
      const timer = setTimeout(() => {
        settle();
        reject(new SdkRefusal('noResult', 'The service has agreed, and shows no effect.'));
      }, EFFECT_LIMIT);
      const settle = (): void => {
        clearTimeout(timer);
        subscription.unsubscribe();
      };
    });
  }
}
