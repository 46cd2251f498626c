// The store of a host: follows its runtime, keeps its state, tells subscribers and dispatches the facts.
import type { CcpStatus, Connect, SnapshotUpdate, ViewContactEvent } from '../../src/index.js';
import {
  ConnectAgentChangeEvent,
  ConnectContactAddedEvent,
  ConnectContactChangeEvent,
  ConnectContactRemovedEvent,
  ConnectErrorEvent,
  ConnectMessageEvent,
  ConnectReadyEvent,
  ConnectRingingEvent,
  ConnectSessionExpiringEvent,
  ConnectStatusChangeEvent,
} from './events.js';
import { attempt } from '../page/attempt.js';
import { anchorTimes } from '../page/page-clock.js';
import { Readiness } from './readiness.js';
import { ContactViews } from './views.js';
import { messageBoardOf } from './message-board.js';
import type { VerbsOf } from './situation.js';
import {
  type ContactIdentity,
  type ContactVerb,
  type ContactView,
  type HostError,
  type HostState,
  INITIAL_STATE,
  type NetworkState,
  withChanges,
} from './state.js';

/** Takes a part out of the state. */
export type StateSelector<Part> = (state: HostState) => Part;

/** Called with a part of the state. */
export type StateCallback<Part> = (part: Part) => void;

/** Told to those who wait for a host that the page has ended. */
const ENDED = 'The panel was ended by terminate(): retry() starts it again.';

/** Told to those who wait for a host that the page has removed. */
const REMOVED = 'The element was removed from the page: it is ready once it has been inserted again.';

/** Stands for a part that has not been told yet. */
const UNTOLD = Symbol('untold');

/** Keeps the state of one host. */
export class HostStore {
  readonly #host: EventTarget;
  readonly #tellHost: () => void;
  readonly #subscribers = new Set<(state: HostState) => void>();
  readonly #views: ContactViews;
  /** Changes that have not been told yet; the first one is being told. */
  readonly #untold: (readonly [before: HostState, now: HostState])[] = [];
  #state: HostState = INITIAL_STATE;
  #subscriptions: { unsubscribe(): void }[] = [];
  readonly #readiness = new Readiness();
  /** True while the followed runtime tells of the session and of the network. */
  #hearsSession = false;

  /**
   * @param host where the facts are dispatched.
   * @param verbsOf says what can be done with a contact.
   * @param tellHost called after each change of the state.
   */
  constructor(host: EventTarget, verbsOf: VerbsOf, tellHost: () => void) {
    this.#host = host;
    this.#views = new ContactViews(verbsOf);
    this.#tellHost = tellHost;
  }

  get state(): HostState {
    return this.#state;
  }

  /** Settles when the host is ready; rejects when it is ended or removed before. A new promise after {@link reset}. */
  get ready(): Promise<void> {
    return this.#readiness.promise;
  }

  /**
   * Subscribes to a part of the state.
   * @param select takes the part out of the state.
   * @param callback called at once, then whenever the part is another one.
   * @param signal ends the subscription when it aborts.
   */
  subscribe<Part>(select: StateSelector<Part>, callback: StateCallback<Part>, signal: AbortSignal | undefined): void {
    if (signal?.aborted) return;
    let last: unknown = UNTOLD;
    const subscriber = (state: HostState): void => {
      const part = select(state);
      if (Object.is(part, last)) return;
      last = part;
      callback(part);
    };
    this.#subscribers.add(subscriber);
    signal?.addEventListener('abort', () => this.#subscribers.delete(subscriber), { once: true });
    attempt(() => subscriber(this.#state));
  }

  /**
   * Follows a runtime from now on.
   * @param connect the runtime.
   * @param region AWS region of the instance, or null.
   * @param ended called when the page has ended the runtime by itself.
   */
  follow(connect: Connect, region: string | null, ended: () => void): void {
    this.#update(withChanges(this.#state, { region, error: null }));
    const board = messageBoardOf(connect);
    this.#views.readMessages((contactId) => board.of(contactId));
    this.#subscriptions = [
      { unsubscribe: board.watch((contactId) => this.#update(this.#views.withMessages(this.#state, contactId))) },
      connect.core.onStatusChange(({ status }) => (status === 'terminated' ? ended() : this.setStatus(status))),
      connect.core.getEventBus().subscribe(connect.EventType.ACKNOWLEDGE, () => this.#answered(connect)),
      connect.core.onViewContact((view: ViewContactEvent | null) => this.#select(view?.contactId)),
      connect.core.onSnapshot((update) => this.#took(update, connect.core.isMuted())),
      connect.core.onForgotten(() => this.#forget()),
      connect.core.onTalkingMuted(({ isTalking }) =>
        this.#update(withChanges(this.#state, { talkingMuted: isTalking })),
      ),
      connect.core.onMuteChange(({ muted }) => this.#update(this.#views.withMute(this.#state, muted))),
    ];
  }

  /**
   * Catches up with a followed runtime that was started earlier: its present data become the state at once.
   * @param connect the runtime.
   * @param selectedContactId the contact that is selected: that the runtime tells in events only.
   */
  resume(connect: Connect, selectedContactId: string | null): void {
    const status = connect.core.getStatus();
    let state = withChanges(this.#state, { status });
    if (connect.agent.initialized) {
      const { current } = connect.core.getAgentDataProvider();
      state = this.#views.withAgentData(current, connect.core.isMuted(), state);
      const isThere = state.contacts.some(({ contactId }) => contactId === selectedContactId);
      if (isThere) state = withChanges(state, { selectedContactId });
    }
    this.#update(state);
    if (status === 'ready') this.#tellReady();
  }

  /** The moments of a snapshot are right now: running times are anchored by them, also where they have not changed. */
  #took(update: SnapshotUpdate, mute: boolean): void {
    this.#update(this.#views.withAgentData(update, mute, this.#state));
    anchorTimes();
  }

  /** The panel answers, and is shown before the agent's data arrive: the host has to render again. */
  #answered(connect: Connect): void {
    if (this.#state.status === 'loading') attempt(this.#tellHost);
    // Of an older copy of the library there may be no such class.
    if (this.#hearsSession || !connect.agent.initialized || !connect.SessionExpirationWarningManager) return;
    this.#hearsSession = true;
    const session = new connect.SessionExpirationWarningManager();
    this.#subscriptions.push(
      session.onExpirationWarning(({ expiration }) => this.#warn(expiration)),
      session.onExpirationWarningCleared(() => this.#update(withChanges(this.#state, { sessionExpiration: null }))),
      new connect.Agent().onNetworkConnectionStatusChanged(({ status }) =>
        this.#update(withChanges(this.#state, { network: status as NetworkState })),
      ),
    );
  }

  /** The session will end soon: said by the elements, unless the page has its own words for it. */
  #warn(expiration: number): void {
    const event = new ConnectSessionExpiringEvent(expiration);
    this.#dispatch(event);
    if (!event.defaultPrevented) this.#update(withChanges(this.#state, { sessionExpiration: expiration }));
  }

  #select(contactId: unknown): void {
    if (typeof contactId !== 'string') return;
    const isThere = this.#state.contacts.some((contact) => contact.contactId === contactId);
    this.#update(withChanges(this.#state, { selectedContactId: isThere ? contactId : null }));
  }

  /** Stops following. */
  unfollow(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#hearsSession = false;
  }

  /** Sets the status alone. */
  setStatus(status: CcpStatus): void {
    this.#update(withChanges(this.#state, { status }));
    if (status === 'ready') this.#tellReady();
  }

  /**
   * Takes over the state of another host, and tells what has changed by that.
   * @param state of that host.
   */
  mirror(state: HostState): void {
    const { status } = this.#state;
    this.#update(state);
    if (state.status === 'ready' && status !== 'ready') this.#tellReady();
  }

  /** Publishes which commands of a contact are pending. */
  setPending(contactId: string, verbs: readonly ContactVerb[]): void {
    this.#update(this.#views.withPending(this.#state, contactId, verbs));
  }

  /**
   * Publishes who a contact is.
   * @returns false if the contact is not there.
   */
  identify(contactId: string, identity: ContactIdentity | null): boolean {
    if (!this.#state.contacts.some((contact) => contact.contactId === contactId)) return false;
    this.#update(this.#views.withIdentity(this.#state, contactId, identity));
    return true;
  }

  /** Publishes what is wrong. */
  fail(error: HostError): void {
    this.#update(withChanges(this.#state, { error: Object.freeze(error) }));
    this.#dispatch(new ConnectErrorEvent(error));
  }

  /** Tells what is wrong, without showing it: it is for the page's author. */
  report(error: HostError): void {
    this.#dispatch(new ConnectErrorEvent(Object.freeze(error)));
  }

  /** Withdraws what was published as wrong. */
  mend(): void {
    this.#update(withChanges(this.#state, { error: null }));
  }

  /** Forgets the agent and everything of theirs; who listens is told of each contact that is gone. */
  #forget(): void {
    this.#views.clear();
    const { agent, contacts, selectedContactId, mute, talkingMuted, network, sessionExpiration } = INITIAL_STATE;
    const nothing = { agent, contacts, selectedContactId, mute, talkingMuted, network, sessionExpiration };
    this.#update(withChanges(this.#state, nothing));
  }

  /** Forgets agent and contacts. */
  reset(status: CcpStatus): void {
    this.#readiness.renew();
    this.#views.clear();
    this.#update(withChanges(INITIAL_STATE, { status }));
  }

  /** The host is on the page. */
  inserted(): void {
    this.#readiness.renew();
  }

  /** The host is no longer on the page, and does not come back: nobody is to wait for it. */
  removed(): void {
    this.#readiness.refuse(REMOVED);
  }

  #tellReady(): void {
    this.#readiness.settle();
    this.#dispatch(new ConnectReadyEvent());
  }

  /** A change that a listener makes is told after the one that it was told of: all listeners hear all changes in one order. */
  #update(state: HostState): void {
    const before = this.#state;
    if (state === before) return;
    this.#state = state;
    if (state.status !== before.status) {
      if (state.status === 'terminated') this.#readiness.refuse(ENDED);
      else if (before.status === 'terminated') this.#readiness.renew();
    }
    if (this.#untold.push([before, state]) > 1) return;
    for (let change = this.#untold[0]; change; change = this.#untold[0]) {
      this.#tell(...change);
      this.#untold.shift();
    }
  }

  #tell(before: HostState, now: HostState): void {
    this.#publish(before, now);
    // The newest, so that nobody goes back to an older one.
    for (const subscriber of [...this.#subscribers]) attempt(() => subscriber(this.#state));
    attempt(this.#tellHost);
  }

  #publish(before: HostState, now: HostState): void {
    if (now.status !== before.status) this.#dispatch(new ConnectStatusChangeEvent(now.status, before.status));
    if (now.agent !== before.agent) this.#dispatch(new ConnectAgentChangeEvent(now.agent, before.agent));
    if (now.contacts !== before.contacts) this.#publishContacts(before.contacts, now.contacts);
  }

  /** New contacts first, then those that are gone, then those that changed: the order of the runtime's own events. */
  #publishContacts(before: readonly ContactView[], now: readonly ContactView[]): void {
    const old = new Map(before.map((contact) => [contact.contactId, contact]));
    const present = new Set(now.map(({ contactId }) => contactId));
    const added = now.filter(({ contactId }) => !old.has(contactId));
    const changed = now.filter((contact) => old.has(contact.contactId) && old.get(contact.contactId) !== contact);
    for (const contact of added) {
      this.#dispatch(new ConnectContactAddedEvent(contact));
      if (contact.ringing) this.#dispatch(new ConnectRingingEvent(contact));
    }
    for (const contact of before) {
      if (!present.has(contact.contactId)) this.#dispatch(new ConnectContactRemovedEvent(contact));
    }
    for (const contact of changed) {
      this.#dispatch(new ConnectContactChangeEvent(contact));
      const { ringing, lastMessage } = old.get(contact.contactId)!;
      if (contact.ringing && !ringing) this.#dispatch(new ConnectRingingEvent(contact));
      const message = contact.lastMessage;
      if (message?.isNew && message.messageId !== lastMessage?.messageId) {
        this.#dispatch(new ConnectMessageEvent(contact, message));
      }
    }
  }

  /** A host of the page's own class may fail in telling. */
  #dispatch(event: Event): void {
    attempt(() => this.#host.dispatchEvent(event));
  }
}
