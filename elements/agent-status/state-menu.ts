// The menu of states: opening and closing, the keyboard, the focus. What a choice does is the element's business.
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closesLayer } from '../base/closes-layer.js';
import { icon } from '../looks/icons.js';
import type { AgentStateChoice } from '../host/state.js';
import { keepBeside } from './menu-place.js';
import { toneOf } from './state-words.js';

/** Letters that follow one another within so many milliseconds belong to one word. */
const TYPING = 700;

/** The element that has the menu: a button with the id `button` stands in its shadow root. */
export interface MenuOwner extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the menu shows. */
export interface MenuContent {
  readonly label: string;
  /** Stands above the states: when a choice takes effect, if not now. */
  readonly caption: string | null;
  readonly choices: readonly AgentStateChoice[];
  /** Name of the state that the agent is in, or will be in next. */
  readonly checked: string;
}

/** In the top layer no box around the element clips the menu, and nothing that stands after the element covers it. */
const hasTopLayer = (): boolean => 'popover' in HTMLElement.prototype;

/** A menu button's menu, by the menu-button pattern of the ARIA practices. */
export class StateMenu implements ReactiveController {
  readonly #owner: MenuOwner;
  readonly #choose: (state: string) => void;
  #closing: AbortController | null = null;
  #focusOnOpen: 'checked' | 'last' | null = null;
  #typed = '';
  #typedAt = 0;
  /** The blank that is down belongs to a word: it presses nothing when it comes up. */
  #isBlankTyped = false;

  /**
   * @param owner the element.
   * @param choose called with the name of a state that was chosen, after the menu has closed.
   */
  constructor(owner: MenuOwner, choose: (state: string) => void) {
    this.#owner = owner;
    this.#choose = choose;
    owner.addController(this);
  }

  get isOpen(): boolean {
    return this.#closing !== null;
  }

  /** Opens the menu, with the focus on the checked or the last state. */
  open(focus: 'checked' | 'last' = 'checked'): void {
    if (this.#closing) return;
    this.#closing = new AbortController();
    this.#focusOnOpen = focus;
    this.#typed = '';
    const { signal } = this.#closing;
    const outside = (event: Event): void => {
      const path = event.composedPath();
      if (![this.#menu, this.#button].some((part) => part && path.includes(part))) this.close(false);
    };
    document.addEventListener('pointerdown', outside, { capture: true, signal });
    // The only sign of a click into a frame, such as the CCP's.
    window.addEventListener('blur', () => this.close(false), { signal });
    this.#owner.requestUpdate();
  }

  /**
   * Closes the menu.
   * @param returnFocus true: the button gets the focus.
   */
  close(returnFocus: boolean): void {
    if (!this.#closing) return;
    this.#closing.abort();
    this.#closing = null;
    if (returnFocus) this.#button?.focus();
    this.#owner.requestUpdate();
  }

  hostUpdated(): void {
    const menu = this.#menu;
    if (!menu || !this.#focusOnOpen) return;
    if (menu.popover) {
      menu.showPopover();
      if (this.#closing && this.#button) keepBeside(menu, this.#button, this.#closing.signal);
    }
    const items = this.#items;
    const checked = items.find((item) => item.ariaChecked === 'true');
    (this.#focusOnOpen === 'last' ? items.at(-1) : (checked ?? items[0]))?.focus();
    this.#focusOnOpen = null;
  }

  hostDisconnected(): void {
    this.close(false);
  }

  /** To be called with the keys pressed on the button. */
  onButtonKey({ key }: KeyboardEvent): boolean {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    this.open(key === 'ArrowUp' ? 'last' : 'checked');
    return true;
  }

  /** The menu, while it is open. */
  render({ label, caption, choices, checked }: MenuContent) {
    if (!this.isOpen) return nothing;
    return html`<div
      id="menu"
      class="menu"
      part="menu"
      role="menu"
      aria-label=${label}
      popover=${hasTopLayer() ? 'manual' : nothing}
      @keydown=${this.#onKey}
      @keyup=${this.#onKeyUp}
      @focusout=${this.#onFocusOut}
    >
      ${caption && html`<p class="caption" part="menu-caption" aria-hidden="true">${caption}</p>`}
      ${repeat(
        choices,
        ({ name }) => name,
        (choice) =>
          html`<button
            type="button"
            role="menuitemradio"
            class="option tone-${toneOf(choice)}"
            part="option"
            tabindex="-1"
            aria-checked=${choice.name === checked}
            @click=${() => {
              this.close(true);
              this.#choose(choice.name);
            }}
          >
            <span class="dot" part="dot"></span><span class="option-name" part="option-name">${choice.name}</span>
            ${choice.name === checked ? icon('check') : nothing}
          </button>`,
      )}
    </div>`;
  }

  get #menu(): HTMLElement | null {
    return this.#owner.renderRoot.querySelector<HTMLElement>('#menu');
  }

  get #button(): HTMLElement | null {
    return this.#owner.renderRoot.querySelector<HTMLElement>('#button');
  }

  get #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role]') ?? [])];
  }

  readonly #onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    // A click on the button closes it by itself.
    const stays =
      !(relatedTarget instanceof Element) ||
      relatedTarget === this.#button ||
      (currentTarget as Node).contains(relatedTarget);
    if (!stays) this.close(false);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const last = items.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const { key } = event;
    this.#isBlankTyped = key === ' ' && this.#isTyping(event);
    const goal = Object.hasOwn(moves, key) ? items[moves[key]] : this.#typedGoal(event, items, at);
    // Tab goes on from the button.
    if (key === 'Tab' || closesLayer(event)) this.close(true);
    if (goal || this.#isBlankTyped) {
      event.preventDefault();
      event.stopPropagation();
    }
    goal?.focus();
  };

  /** Browsers press a button when the blank comes up, some whatever became of its going down. */
  readonly #onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ' && this.#isBlankTyped) event.preventDefault();
  };

  /** True if a key goes on with a word. */
  #isTyping({ timeStamp }: KeyboardEvent): boolean {
    return this.#typed !== '' && timeStamp - this.#typedAt < TYPING;
  }

  /** The state that begins with what was typed; the same letter again goes on to the next one. */
  #typedGoal(event: KeyboardEvent, items: HTMLElement[], at: number) {
    const { key, timeStamp, ctrlKey, altKey, metaKey, isComposing } = event;
    if ([...key].length !== 1 || ctrlKey || altKey || metaKey || isComposing) return undefined;
    const isTyping = this.#isTyping(event);
    if (key === ' ' && !isTyping) return undefined;
    this.#typed = isTyping ? this.#typed + key : key;
    this.#typedAt = timeStamp;
    const again = [...this.#typed].every((letter) => letter === key);
    const wanted = (again ? key : this.#typed).toLocaleLowerCase();
    const from = again ? at + 1 : at;
    return [...items.slice(from), ...items.slice(0, from)].find((item) =>
      item.textContent.trim().replace(/\s+/g, ' ').toLocaleLowerCase().startsWith(wanted),
    );
  }
}
