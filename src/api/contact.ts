// Contact: one call, callback, chat or task of the agent. docs/protocol.md, section 7.2.
import type { ContactRecord } from '../agent/snapshot.js';
import { SdkNamespace } from '../conduit/side-channel.js';
import { CommandError, CommandErrorType } from '../errors/command-error.js';
import { assertNotNull, StateError } from '../errors/errors.js';
import { ContactEvents, LinkEventType } from '../events/event-names.js';
import { ApiProxyClientMethods } from './client-methods.js';
import type { Callbacks } from './commands.js';
import { clickReport } from './connection.js';
import { ContactFacts } from './contact-facts.js';
import type { ContactContext } from './contact-subscriptions.js';
import { type EndpointLike, toSentEndpoint } from './endpoint.js';
import { ClickType, ConnectionStateType, MonitoringErrorTypes, MonitoringMode } from './enums.js';

/** What `contact.getPreviewConfiguration` gives. */
export interface PreviewConfiguration {
  /** Seconds after which the call is made by itself. */
  readonly autoDialTimeout: number;
  /** True if the agent may reject it. */
  readonly canDiscardPreview: boolean;
}

/** What `contact.getInstanceDetails` gives. */
export interface InstanceDetails {
  readonly origin: string;
  /** The AWS region. */
  readonly region: string;
}

/** What calls from a browser are marked with. */
const WEB_CALL = 'connect:WebRTC';
/** What a command of a contact has beside its operation. */
interface CommandParts {
  /** Parameters beside the contact's id. */
  more?: () => Record<string, unknown>;
  failureText?: string;
  finish?: (data: unknown) => unknown;
}

/** What `failure` of `accept()` gets as its text: existing code compares it. */
const NOT_ACCEPTED = 'error';

type CommandReturn = Promise<unknown> | undefined;

/** A contact. Reads the present data; once the contact is gone its getters throw a StateError, its snapshot answers. */
export class Contact extends ContactFacts<Contact> {
  /** @internal Made by the runtime; pages write `new connect.Contact(contactId)`. */
  constructor(context: ContactContext<Contact>, contactId: string, captured?: ContactRecord) {
    super(context, contactId, captured);
  }

  #command(
    operation: string,
    callbacks: Callbacks | null | undefined,
    { more, ...parts }: CommandParts = {},
  ): CommandReturn {
    const { contactId } = this;
    return this.context.commands.send(
      { operation, params: () => ({ contactId: assertNotNull(contactId, 'contactId'), ...more?.() }), ...parts },
      callbacks,
    );
  }

  /**
   * Accepts the contact.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.accept()".
   */
  accept(): Promise<unknown>;
  accept(callbacks: Callbacks | null | undefined): void;
  accept(callbacks?: Callbacks | null): CommandReturn {
    const { contactId } = this;
    this.context.report(LinkEventType.CLICK_STREAM_DATA, clickReport(contactId, ClickType.ACCEPT));
    return this.#command('acceptContact', callbacks, {
      failureText: NOT_ACCEPTED,
      finish: (data) => {
        this.context.report(ContactEvents.ACCEPTED, { contactId });
        this.context.report(this.getEventName(ContactEvents.ACCEPTED), { contactId });
        return data;
      },
    });
  }

  /**
   * Rejects the contact.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  reject(): Promise<unknown>;
  reject(callbacks: Callbacks | null | undefined): void;
  reject(callbacks?: Callbacks | null): CommandReturn {
    this.context.report(LinkEventType.CLICK_STREAM_DATA, clickReport(this.contactId, ClickType.REJECT));
    return this.#command('rejectContact', callbacks);
  }

  /**
   * Does nothing, as in amazon-connect-streams: Streams documentation, "contact.destroy()" deprecates it. Use the agent connection's `destroy()` to hang
   * up, and {@link clear} to clear.
   * @param callbacks `failure` is told so; without them a promise is returned, which rejects.
   */
  destroy(): Promise<unknown>;
  destroy(callbacks: Callbacks | null | undefined): void;
  destroy(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('destroyContact', callbacks, {
      more: () => {
        const message = 'contact.destroy() is deprecated: destroy the agent connection, or clear().';
        throw new CommandError({ operation: 'destroyContact', type: CommandErrorType.UNSUPPORTED, message });
      },
    });
  }

  /**
   * Clears a contact that is over.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.clear()".
   */
  clear(): Promise<unknown>;
  clear(callbacks: Callbacks | null | undefined): void;
  clear(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('clearContact', callbacks);
  }

  /**
   * Completes the contact; {@link clear} is its successor.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.complete()".
   */
  complete(): Promise<unknown>;
  complete(callbacks: Callbacks | null | undefined): void;
  complete(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('completeContact', callbacks);
  }

  /**
   * Reports that something is wrong with the contact.
   * @param issueCode a code of the caller's choice.
   * @param description what is wrong.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.notifyIssue()".
   */
  notifyIssue(issueCode: string, description: string): Promise<unknown>;
  notifyIssue(issueCode: string, description: string, callbacks: Callbacks | null | undefined): void;
  notifyIssue(issueCode: string, description: string, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('notifyContactIssue', callbacks, { more: () => ({ issueCode, description }) });
  }

  /**
   * Calls a third party into the contact.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.addConnection()".
   */
  addConnection(endpoint: EndpointLike): Promise<unknown>;
  addConnection(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  addConnection(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('createAdditionalConnection', callbacks, {
      more: () => ({ endpoint: toSentEndpoint(endpoint) }),
    });
  }

  /**
   * Calls one more into a conference of many, or into a task.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  addParticipant(endpoint: EndpointLike): Promise<unknown>;
  addParticipant(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  addParticipant(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('addNewConnection', callbacks, {
      more: () => ({ endpoint: toSentEndpoint(endpoint) }),
    });
  }

  /**
   * Hands the contact over without a talk before.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  transfer(endpoint: EndpointLike): Promise<unknown>;
  transfer(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  transfer(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('transferContact', callbacks, {
      more: () => ({ endpoint: toSentEndpoint(endpoint) }),
    });
  }

  /**
   * Swaps who is on hold and who is talked to.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.toggleActiveConnections()".
   */
  toggleActiveConnections(): Promise<unknown>;
  toggleActiveConnections(callbacks: Callbacks | null | undefined): void;
  toggleActiveConnections(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('toggleActiveConnections', callbacks, {
      more: () => {
        const connections = this.getConnections();
        const held = connections.find((connection) => connection.getState().type === ConnectionStateType.HOLD);
        const chosen = held ?? connections.find((connection) => connection.isActive());
        return { connectionId: chosen?.getConnectionId() ?? null };
      },
    });
  }

  /**
   * Joins all active connections.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "contact.conferenceConnections()".
   */
  conferenceConnections(): Promise<unknown>;
  conferenceConnections(callbacks: Callbacks | null | undefined): void;
  conferenceConnections(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('conferenceConnections', callbacks);
  }

  /**
   * Pauses a task.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  pause(): Promise<unknown>;
  pause(callbacks: Callbacks | null | undefined): void;
  pause(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('pauseContact', callbacks);
  }

  /**
   * Goes on with a paused task.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  resume(): Promise<unknown>;
  resume(callbacks: Callbacks | null | undefined): void;
  resume(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('resumeContact', callbacks);
  }

  /**
   * Changes how a supervisor takes part.
   * @param targetState a MonitoringMode, in either case.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.3.
   */
  updateMonitorParticipantState(targetState: string): Promise<unknown>;
  updateMonitorParticipantState(targetState: string, callbacks: Callbacks | null | undefined): CommandReturn;
  updateMonitorParticipantState(targetState: string, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('updateMonitorParticipantState', callbacks, {
      more: () => {
        const targetMonitorMode = String(targetState).toUpperCase();
        if (Object.hasOwn(MonitoringMode, targetMonitorMode)) return { targetMonitorMode };
        const modes = Object.keys(MonitoringMode).join(' or ');
        throw new CommandError({
          operation: 'updateMonitorParticipantState',
          type: CommandErrorType.INVALID_ARGUMENT,
          message: `updateMonitorParticipantState was not sent: ${MonitoringErrorTypes.INVALID_TARGET_STATE}: must be ${modes}`,
          text: MonitoringErrorTypes.INVALID_TARGET_STATE,
        });
      },
    });
  }

  /**
   * Listens to the contact as a supervisor.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  silentMonitor(callbacks?: Callbacks | null): CommandReturn {
    return this.updateMonitorParticipantState(MonitoringMode.SILENT_MONITOR, callbacks);
  }

  /**
   * Takes part in the contact as a supervisor.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  bargeIn(callbacks?: Callbacks | null): CommandReturn {
    return this.updateMonitorParticipantState(MonitoringMode.BARGE, callbacks);
  }

  /**
   * Whether it is a campaign's call that waits to be made.
   * @returns rejects with a CommandError. Streams documentation, "contact.isPreviewMode()".
   */
  async isPreviewMode(): Promise<boolean> {
    return (await this.#ask<{ readonly isPreviewMode: boolean }>('contact/isPreviewMode')).isPreviewMode;
  }

  /**
   * How such a call is to be handled.
   * @returns rejects with a CommandError. Streams documentation, "contact.getPreviewConfiguration()".
   */
  getPreviewConfiguration(): Promise<PreviewConfiguration> {
    return this.#ask('contact/getPreviewConfiguration');
  }

  /**
   * Has such a call made now.
   * @returns the id of the customer's connection; rejects with a CommandError. Streams documentation, "contact.engagePreviewContact()".
   */
  engagePreviewContact(): Promise<{ readonly participantId: string }> {
    return this.#ask('contact/engagePreviewContact');
  }

  /**
   * Where the instance of the contact is.
   * @returns rejects with a CommandError. Streams documentation, "contact.getInstanceDetails()".
   */
  getInstanceDetails(): Promise<InstanceDetails> {
    return this.#ask('contact/getInstanceDetails');
  }

  #ask<Data>(command: string): Promise<Data> {
    const { contactId } = this;
    return this.context.sideChannel.request<Data>(SdkNamespace.CONTACT, command, { contactId });
  }

  /**
   * Shares the agent's screen with the customer of a web call. The picture is that of the CCP, or of the page's own video.
   * @param skipSessionInitiation true where the page itself begins the session: everybody is only told.
   * @returns the service's answer, if it was asked; rejects with a StateError unless the contact is connected, and with an Error
   *   unless it is a web call. Streams documentation, "contact.startScreenSharing()".
   */
  async startScreenSharing(skipSessionInitiation = false): Promise<unknown> {
    const { contactId } = this;
    const tell = (event: string): void => this.context.broadcast(event, { contactId });
    this.#checkSharing();
    try {
      const answer = skipSessionInitiation ? undefined : await this.#beginSharing();
      tell(ContactEvents.SCREEN_SHARING_STARTED);
      return answer;
    } catch (error) {
      tell(ContactEvents.SCREEN_SHARING_ERROR);
      throw error;
    }
  }

  /**
   * Shares it no longer.
   * @returns rejects like {@link startScreenSharing}. Streams documentation, "contact.stopScreenSharing()".
   */
  // What it throws is the promise's.
  // eslint-disable-next-line @typescript-eslint/require-await
  async stopScreenSharing(): Promise<void> {
    const { contactId } = this;
    this.#checkSharing();
    this.context.broadcast(ContactEvents.SCREEN_SHARING_STOPPED, { contactId });
  }

  #checkSharing(): void {
    if (this.getContactSubtype() !== WEB_CALL) {
      throw new Error(
        `Screens are shared in web calls (${WEB_CALL}) alone; this contact is ${this.getContactSubtype()}.`,
      );
    }
    if (!this.isConnected()) throw new StateError('Screens are shared while the contact is connected.');
  }

  #beginSharing(): Promise<unknown> {
    const { contactId: ContactId } = this;
    return this.context.commands.send({
      operation: ApiProxyClientMethods.START_SCREEN_SHARING,
      params: () => ({
        InstanceId: this.context.data.getInstanceId(),
        ContactId,
        ParticipantId: this.getAgentConnection()?.getConnectionId(),
      }),
    })!;
  }

  /** A contact that keeps the present data, its connections included. Streams documentation, "contact.toSnapshot()". */
  toSnapshot(): Contact {
    return this.context.contact(this.contactId, this.record);
  }
}
