// Calls the agent's attention while something rings or is unread, in one tab at a time: by title, badge and notification.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nameOfContact } from '../host/contact.js';
import type { HostStore } from '../host/store.js';
import type { ContactView, HostState } from '../host/state.js';
import { PageTitle } from '../page/page-title.js';
import { Turn } from '../page/turn.js';
import { type Alert, alertsOf } from './settings.js';

/** A host that alerts. */
export interface AlertingHost extends ReactiveControllerHost, Element {
  readonly alerts: string;
  readonly ccpUrl: string;
}

/** What alerts need of their host. */
export interface AlertNeeds {
  readonly store: HostStore;
  /** False while the other region is the one where the agent works. */
  mayAlert(): boolean;
}

/** The badge of an installed app. https://www.w3.org/TR/badging/ */
interface BadgingNavigator {
  setAppBadge?(count?: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

/** What the agent is to notice. */
interface Notice {
  /** The one that rings, or has something unread. */
  readonly contact: ContactView;
  readonly count: number;
}

const unreadOf = (contact: ContactView): number => Number((contact as { readonly unread?: unknown }).unread) || 0;

function noticeOf({ contacts }: HostState): Notice | null {
  const ringing = contacts.filter((contact) => contact.ringing);
  const unread = contacts.filter((contact) => unreadOf(contact) > 0);
  const contact = ringing.at(0) ?? unread.at(0);
  if (!contact) return null;
  return { contact, count: ringing.length + unread.reduce((sum, one) => sum + unreadOf(one), 0) };
}

/** Alerts for one host, for as long as that lives. */
export class Alerts implements ReactiveController {
  readonly #host: AlertingHost;
  readonly #needs: AlertNeeds;
  readonly #title = new PageTitle();
  readonly #turn = new Turn(() => this.#look());
  #notification: Notification | null = null;
  #notified = '';
  #badge = 0;
  #asking: AbortController | null = null;

  constructor(host: AlertingHost, needs: AlertNeeds) {
    this.#host = host;
    this.#needs = needs;
    host.addController(this);
    needs.store.subscribe(
      ({ contacts, status }) => (status === 'ready' ? contacts : null),
      () => this.#look(),
      undefined,
    );
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#look();
  }

  #look(): void {
    const { isConnected, alerts, ccpUrl } = this.#host;
    const { state } = this.#needs.store;
    const wanted = isConnected && state.status === 'ready' && this.#needs.mayAlert() ? alertsOf(alerts) : [];
    this.#askOnce(wanted.includes('notification'));
    const notice = wanted.length > 0 ? noticeOf(state) : null;
    this.#turn.want(notice ? `connect-alerts ${new URL(ccpUrl, document.baseURI).href}` : null);
    this.#show(notice && this.#turn.isMine ? notice : null, wanted);
  }

  #show(notice: Notice | null, wanted: readonly Alert[]): void {
    const words = notice ? textFor(notice.contact) : '';
    this.#title.show(wanted.includes('title') ? words : '');
    this.#setBadge(wanted.includes('badge') ? (notice?.count ?? 0) : 0);
    this.#notify(wanted.includes('notification') ? notice : null, words);
  }

  #setBadge(count: number): void {
    if (count === this.#badge) return;
    this.#badge = count;
    const { setAppBadge, clearAppBadge } = navigator as BadgingNavigator;
    const done = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
    done?.catch(() => {}); // A page that is no installed app has no badge.
  }

  /** One notification for each contact, while nobody looks at the page. */
  #notify(notice: Notice | null, words: string): void {
    const key = notice ? `${notice.contact.contactId} ${unreadOf(notice.contact)}` : '';
    if (key === this.#notified) return;
    this.#notified = key;
    this.#notification?.close();
    this.#notification = null;
    if (!notice || document.hasFocus() || !('Notification' in window) || Notification.permission !== 'granted') return;
    try {
      this.#notification = new Notification(words, { tag: `connect-${notice.contact.contactId}` });
      this.#notification.onclick = () => window.focus();
    } catch {
      // Phones leave notifications to service workers: the title has to do.
    }
  }

  /** A browser asks the agent only for a click of theirs: with the next one. */
  #askOnce(isWanted: boolean): void {
    const isOpen = isWanted && 'Notification' in window && Notification.permission === 'default';
    if (isOpen === (this.#asking !== null)) return;
    this.#asking?.abort();
    this.#asking = isOpen ? new AbortController() : null;
    if (!this.#asking) return;
    const ask = (): void => {
      this.#asking?.abort();
      void Notification.requestPermission();
    };
    document.addEventListener('click', ask, { signal: this.#asking.signal, capture: true });
  }
}

/** Who calls, without words of any language, as short as a title must be. */
const textFor = (contact: ContactView): string =>
  [contact.ringing ? '🔔' : `(${unreadOf(contact)})`, nameOfContact(contact), contact.queue && `(${contact.queue})`]
    .filter(Boolean)
    .join(' ');
