// What can be heard of one contact: every `onX` of connect.Contact.
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { ContactEvents, type ContactEventName, getContactEventName } from '../events/event-names.js';
import type { BaseConnection } from './connection.js';
import type { ApiContext } from './context.js';

/** What contacts work with. */
export type ContactContext<Contact> = ApiContext<unknown, Contact, BaseConnection>;

/** What is told of a shared screen. */
export interface ScreenSharing {
  readonly contactId: string;
}

/** The subscribing half of a contact. Its subscriptions end by themselves when the contact is gone. */
export class ContactSubscriptions<Contact> {
  readonly contactId: string;
  readonly #context: ContactContext<Contact>;

  constructor(context: ContactContext<Contact>, contactId: string) {
    this.#context = context;
    this.contactId = contactId;
  }

  /** The runtime, for what is built upon this class. */
  protected get context(): ContactContext<Contact> {
    return this.#context;
  }

  #on(event: ContactEventName, callback: EventCallback<this>): Subscription {
    return this.#context.bus.subscribe(getContactEventName(event, this.contactId), callback);
  }

  /** Called with every update of the agent's data while the contact is there. Streams documentation, "contact.onRefresh()". */
  onRefresh(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.REFRESH, callback);
  }

  /** Called when a queue callback comes in, to be accepted. Streams documentation, "contact.onIncoming()". */
  onIncoming(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.INCOMING, callback);
  }

  /** Called when the contact becomes pending. Streams documentation, "contact.onPending()". */
  onPending(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.PENDING, callback);
  }

  /** Called when the contact rings, before it is accepted; for a queue callback after it. Streams documentation, "contact.onConnecting()". */
  onConnecting(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.CONNECTING, callback);
  }

  /** Called when the contact was accepted, in any tab. Streams documentation, "contact.onAccepted()". */
  onAccepted(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ACCEPTED, callback);
  }

  /** Called when the agent did not take the contact. Streams documentation, "contact.onMissed()". */
  onMissed(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.MISSED, callback);
  }

  /** Called when the contact is over, in whichever way. Streams documentation, "contact.onEnded()". */
  onEnded(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ENDED, callback);
  }

  /** Called with the contact as it last was, when it is gone. Streams documentation, "contact.onDestroy()". */
  onDestroy(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.DESTROYED, callback);
  }

  /** Called when the contact enters after-contact work. Streams documentation, "contact.onACW()". */
  onACW(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ACW, callback);
  }

  /** Called when the contact is connected. Streams documentation, "contact.onConnected()". */
  onConnected(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.CONNECTED, callback);
  }

  /** Called when the agent begins to share a screen with this contact. Streams documentation, "contact.onScreenSharingStarted()". */
  onScreenSharingStarted(callback: EventCallback<ScreenSharing>): Subscription {
    return this.#onData(ContactEvents.SCREEN_SHARING_STARTED, callback);
  }

  /** Called when the agent no longer does. Streams documentation, "contact.onScreenSharingStopped()". */
  onScreenSharingStopped(callback: EventCallback<ScreenSharing>): Subscription {
    return this.#onData(ContactEvents.SCREEN_SHARING_STOPPED, callback);
  }

  /** Called when a screen could not be shared with this contact. Streams documentation, "contact.onScreenSharingError()". */
  onScreenSharingError(callback: EventCallback<ScreenSharing>): Subscription {
    return this.#onData(ContactEvents.SCREEN_SHARING_ERROR, callback);
  }

  #onData<Data>(event: ContactEventName, callback: EventCallback<Data>): Subscription {
    return this.#context.bus.subscribe(getContactEventName(event, this.contactId), callback);
  }

  /** Called when the contact gets into an error. Streams documentation, "contact.onError()". */
  onError(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ERROR, callback);
  }

  /**
   * The name under which an event of this contact is published: `contact::connected::<contactId>`.
   * @param eventName a ContactEvents value.
   * @throws ValueError for anything else. Streams documentation, "contact.getEventName()".
   */
  getEventName(eventName: ContactEventName): string {
    return getContactEventName(eventName, this.contactId);
  }
}
