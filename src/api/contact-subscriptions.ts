// What can be heard of one contact: every `onX` of connect.Contact.
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { ContactEvents, type ContactEventName, getContactEventName } from '../events/event-names.js';
import type { ApiContext } from './context.js';

/** The subscribing half of a contact. Its subscriptions end by themselves when the contact is gone. */
export class ContactSubscriptions {
  readonly contactId: string;
  readonly #context: ApiContext;

  constructor(context: ApiContext, contactId: string) {
    this.#context = context;
    this.contactId = contactId;
  }

  /** The runtime, for what is built upon this class. */
  protected get context(): ApiContext {
    return this.#context;
  }

  #on(event: ContactEventName, callback: EventCallback<this>): Subscription {
    return this.#context.bus.subscribe(getContactEventName(event, this.contactId), callback);
  }

  /** Called with every update of the agent's data while the contact is there. Document 000. */
  onRefresh(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.REFRESH, callback);
  }

  /** Called when a queue callback comes in, to be accepted. Document 000. */
  onIncoming(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.INCOMING, callback);
  }

  /** Called when the contact becomes pending. Document 000. */
  onPending(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.PENDING, callback);
  }

  /** Called when the contact rings, before it is accepted; for a queue callback after it. Document 000. */
  onConnecting(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.CONNECTING, callback);
  }

  /** Called when the contact was accepted, in any tab. Document 000. */
  onAccepted(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ACCEPTED, callback);
  }

  /** Called when the agent did not take the contact. Document 000. */
  onMissed(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.MISSED, callback);
  }

  /** Called when the contact is over, in whichever way. Document 000. */
  onEnded(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ENDED, callback);
  }

  /** Called with the contact as it last was, when it is gone. Document 000. */
  onDestroy(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.DESTROYED, callback);
  }

  /** Called when the contact enters after-contact work. Document 000. */
  onACW(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ACW, callback);
  }

  /** Called when the contact is connected. Document 000. */
  onConnected(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.CONNECTED, callback);
  }

  /** Called when the contact gets into an error. Document 000. */
  onError(callback: EventCallback<this>): Subscription {
    return this.#on(ContactEvents.ERROR, callback);
  }

  /**
   * The name under which an event of this contact is published: `contact::connected::<contactId>`.
   * @param eventName a ContactEvents value.
   * @throws ValueError for anything else. Document 000.
   */
  getEventName(eventName: ContactEventName): string {
    return getContactEventName(eventName, this.contactId);
  }
}
