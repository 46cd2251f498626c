// Shows how loud the agent arrives at the customer of the call that is looked at.
import { isRecord } from '../../conduit/wire.js';
import type { ServiceCommand } from '../channel/script-channel.js';
import { h, type VNode } from './dom.js';

/** Milliseconds between two looks. */
const PACE = 200;
/** What fills the meter: louder than most people speak. */
const LOUD = 0.4;

/** Runs a command of the scripting channel. */
type Run = (command: ServiceCommand, args: readonly unknown[]) => Promise<unknown>;

/** The meter of one drawer. */
export class HeardMeter {
  readonly #root: HTMLElement;
  readonly #run: Run;
  #contactId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param root what the meter is drawn in.
   * @param run runs a command of the scripting channel.
   */
  constructor(root: HTMLElement, run: Run) {
    this.#root = root;
    this.#run = run;
  }

  /** The meter as it is drawn. */
  get view(): VNode {
    return h(
      'p',
      { key: 'heard', class: 'drawer-heard' },
      h('label', { for: 'drawer-heard' }, 'The customer hears you'),
      h('meter', { id: 'drawer-heard', min: '0', max: String(LOUD), value: '0' }),
    );
  }

  /** Follows a call; null: none. */
  follow(contactId: string | null): void {
    if (contactId === this.#contactId) return;
    this.#contactId = contactId;
    clearTimeout(this.#timer);
    if (contactId) void this.#look(contactId);
  }

  async #look(contactId: string): Promise<void> {
    const heard = await this.#run('heard', [contactId]).catch(() => null);
    if (contactId !== this.#contactId) return;
    const meter = this.#root.querySelector('meter');
    if (meter) meter.value = isRecord(heard) ? Number(heard.level) : 0;
    this.#timer = setTimeout(() => void this.#look(contactId), PACE);
  }
}
