// Follows the contacts and commands of a host: announces what is new, and keeps how each contact's last command stands.
import type { ReactiveControllerHost } from 'lit';
import type { ConnectHost } from '../host/host.js';
import type { ContactView } from '../host/state.js';
import { everySecond } from '../page/page-clock.js';
import type { ConnectCommandEvent } from '../host/events.js';
import type { Announcer } from '../base/announcer.js';
import { contactNews } from './contact-news.js';
import { whoOf } from './contact-words.js';
import type { ControlsContext } from './context.js';
import { type Outcome, Outcomes, outcomeWords } from './outcomes.js';

/** Where the reports go. */
export interface ReportTargets {
  readonly element: ReactiveControllerHost;
  readonly announcer: Announcer;
  readonly context: Pick<ControlsContext, 'terms' | 'errorWords'>;
  /** Called when a command of the controls has come into a phase. */
  onCommand(event: ConnectCommandEvent): void;
}

/** Reports on one host at a time. */
export class Reporter {
  readonly #targets: ReportTargets;
  readonly #outcomes = new Outcomes();
  #host: ConnectHost | null = null;
  #listening: AbortController | undefined;
  #known: readonly ContactView[] = [];
  /** The commands that have not ended, and those of an agent who has gone. */
  readonly #underway = new Set<string>();
  #ofLast = new Set<string>();
  /** Ends the look at each second for confirmations whose time is over. */
  #stop: (() => void) | undefined;

  constructor(targets: ReportTargets) {
    this.#targets = targets;
  }

  /**
   * Follows another host, or none. Contacts that are there already are not announced, unless they ring.
   * @param host the host, or null.
   */
  follow(host: ConnectHost | null): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    this.#outcomes.clear();
    this.#expire();
    this.#host = host;
    this.#known = host?.state.contacts.filter(({ ringing }) => !ringing) ?? [];
    const { signal } = this.#listening;
    host?.addEventListener('connect-command', (event) => this.#heed(event), { signal });
  }

  /** Forgets the agent, their contacts and their commands: how those end is not told any more. */
  forget(): void {
    this.#ofLast = new Set([...this.#ofLast, ...this.#underway]);
    this.#underway.clear();
    this.#outcomes.clear();
    this.#expire();
    this.#known = [];
  }

  /** How the last command of a contact stands, if that is still of interest. Null stands for no contact. */
  outcome(contact: ContactView | null): Outcome | null {
    return this.#outcomes.of(contact?.contactId ?? null, contact?.state.type);
  }

  /** Says what is new about the contacts. */
  compare(contacts: readonly ContactView[], selectedId: string | null): void {
    if (contacts === this.#known) return;
    const { announcer, context } = this.#targets;
    const { urgent, calm } = contactNews(this.#known, contacts, context.terms, selectedId);
    this.#known = contacts;
    this.#outcomes.keep((id) => contacts.some(({ contactId }) => contactId === id));
    for (const text of urgent) announcer.interrupt(text);
    for (const text of calm) announcer.say(text);
  }

  #heed(event: ConnectCommandEvent): void {
    const key = `${event.operation} ${event.contactId ?? ''}`;
    if (event.phase === 'pending') this.#underway.add(key);
    else if (!this.#underway.delete(key) && this.#ofLast.delete(key)) return;
    const contacts = this.#host?.state.contacts ?? [];
    const contact = [...contacts, ...this.#known].find(({ contactId }) => contactId === event.contactId);
    const { announcer, context, element, onCommand } = this.#targets;
    const { terms } = context;
    const outcome = this.#outcomes.take(event, contact, terms.commands);
    if (!outcome) return;
    const isOneOfMany = contact && contacts.length > 1;
    const text = outcomeWords(outcome, context);
    announcer.say(isOneOfMany ? terms.changed(whoOf(contact, terms), text) : text);
    onCommand(event);
    element.requestUpdate();
    if (outcome.phase === 'confirmed') this.#stop ??= everySecond(() => this.#expire());
  }

  #expire(): void {
    if (this.#outcomes.expire()) this.#targets.element.requestUpdate();
    if (this.#outcomes.passes) return;
    this.#stop?.();
    this.#stop = undefined;
  }
}
