// How the last command of each contact stands: what is shown of it, and what is said.
import { html, nothing, type TemplateResult } from 'lit';
import { isFinished } from '../host/contact.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import type { CommandPhase, ConnectCommandEvent } from '../host/events.js';
import type { ControlsContext } from './context.js';
import { commandOf } from './contact-words.js';
import type { CommandName } from './terms.js';

/** What words are made of. */
type Words = Pick<ControlsContext, 'terms' | 'errorWords'>;

/** How a command stands. */
export interface Outcome {
  readonly phase: CommandPhase;
  readonly command: CommandName;
  /** What went wrong, or null. */
  readonly error: unknown;
  /** State of the contact at that time: once it has changed, the outcome is no longer shown. */
  readonly stateType: string;
  /** When it came, by a clock that nobody can set. */
  readonly since: number;
}

/** How long a confirmation is shown, in milliseconds. What has gone wrong, or may have, stays. */
const CONFIRMATION_TIME = 5000;

const ICONS = { pending: 'pending', confirmed: 'check', unconfirmed: 'warning', failed: 'warning' } as const;

/** True if a hang-up has removed another party: had the agent hung up, the call would be over or the verb would be `leave`. */
const isAboutOneParty = (contact: ContactView, phase: CommandPhase): boolean =>
  phase === 'confirmed' ? !isFinished(contact) : contact.can.includes('leave');

/** The last outcome of each contact. What belongs to no contact, as dialing does, goes under null. */
export class Outcomes {
  readonly #last = new Map<string | null, Outcome>();

  /**
   * Notes how a command stands.
   * @param event the host's report.
   * @param contact its contact, if it is about one.
   * @param commands the commands that there are words for.
   * @returns the outcome, or null if the command is not one of the controls'.
   */
  take(event: ConnectCommandEvent, contact: ContactView | undefined, commands: object): Outcome | null {
    const { operation, contactId, phase, error } = event;
    if (!Object.hasOwn(commands, operation)) return null;
    const isRemoval = operation === 'hang-up' && contact !== undefined && isAboutOneParty(contact, phase);
    const command = isRemoval
      ? 'remove'
      : contact
        ? commandOf(operation as ContactVerb, contact)
        : (operation as CommandName);
    const outcome = { phase, command, error, stateType: contact?.state.type ?? '', since: performance.now() };
    this.#last.set(contactId, outcome);
    return outcome;
  }

  /** The last outcome that still counts, or null. */
  of(contactId: string | null, stateType = ''): Outcome | null {
    const last = this.#last.get(contactId);
    return last?.stateType === stateType ? last : null;
  }

  /** Forgets the contacts that are gone. */
  keep(isThere: (contactId: string) => boolean): void {
    for (const contactId of this.#last.keys()) {
      if (contactId !== null && !isThere(contactId)) this.#last.delete(contactId);
    }
  }

  /** True while a confirmation is shown that will go by itself. */
  get passes(): boolean {
    return [...this.#last.values()].some(({ phase }) => phase === 'confirmed');
  }

  /**
   * Forgets the confirmations that have been shown long enough.
   * @returns true if there were any.
   */
  expire(): boolean {
    const before = this.#last.size;
    for (const [contactId, { phase, since }] of this.#last) {
      if (phase === 'confirmed' && performance.now() - since >= CONFIRMATION_TIME) this.#last.delete(contactId);
    }
    return this.#last.size < before;
  }

  /** Forgets all. */
  clear(): void {
    this.#last.clear();
  }
}

/** An outcome in words. */
export function outcomeWords({ phase, command, error }: Outcome, { terms, errorWords }: Words): string {
  const [name, pending, confirmed] = terms.commands[command];
  if (phase === 'pending') return pending;
  if (phase === 'confirmed') return confirmed;
  return phase === 'unconfirmed' ? terms.unconfirmed(name) : terms.failed(name, error ? errorWords(error) : '');
}

/**
 * An outcome on its line, which is there whether it says something or not, so that nothing moves. Screen readers hear of it from the
 * live region.
 */
export function renderOutcome(outcome: Outcome | null, words: Words): TemplateResult {
  const phase = outcome?.phase ?? '';
  return html`<p class="outcome ${phase}" part="outcome ${phase && `outcome-${phase}`}">
    ${outcome && html`${icon(ICONS[outcome.phase])}<span>${outcomeWords(outcome, words)}</span>`}
  </p>`;
}

/** What has gone wrong, or may have, where there is no room for a line that says nothing. */
export const renderTrouble = (outcome: Outcome | null, words: Words) =>
  outcome?.phase === 'failed' || outcome?.phase === 'unconfirmed' ? renderOutcome(outcome, words) : nothing;
