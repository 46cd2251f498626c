// The question before a panel with a live call is loaded again, in the place of the button that asks for it.
import { closesLayer } from '../base/closes-layer.js';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ReloadTerms } from './terms.js';

/** The element that asks. */
export interface AskingElement extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Asks whether a live call may be cut off. */
export class ReloadQuestion implements ReactiveController {
  readonly #element: AskingElement;
  readonly #needs: { isNeeded(): boolean; terms(): ReloadTerms; reload(): void };
  #isOpen = false;
  #hadFocus = false;

  /**
   * @param element where it is asked.
   * @param needs whether the question still has a sense, its words, and what is done if the agent agrees.
   */
  constructor(element: AskingElement, needs: { isNeeded(): boolean; terms(): ReloadTerms; reload(): void }) {
    this.#element = element;
    this.#needs = needs;
    element.addController(this);
  }

  /** Asks, with the focus on the answer that changes nothing. */
  ask(): void {
    this.#isOpen = true;
    this.#element.requestUpdate();
    void this.#element.updateComplete.then(() => this.#focus('.stay'));
  }

  /** A question that no longer has a sense goes. */
  hostUpdate(): void {
    this.#hadFocus = this.#element.renderRoot.querySelector('.question :focus') !== null;
    if (this.#isOpen && !this.#needs.isNeeded()) this.#isOpen = false;
  }

  /** The focus stays in the box when the answers have gone. */
  hostUpdated(): void {
    if (this.#hadFocus && !this.#isOpen) this.#focus('.act');
  }

  /** What is shown in place of the button; nothing while nothing is asked. */
  get view(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { question, text, go, stay } = this.#needs.terms();
    return html`<div
      class="question"
      part="question"
      role="alertdialog"
      aria-labelledby="reload-title"
      aria-describedby="reload-text"
      @keydown=${this.#pressed}
    >
      <p class="asked" part="title" id="reload-title">${question}</p>
      <p part="text" id="reload-text">${text}</p>
      <div class="answers">
        <button type="button" class="go" part="button go" @click=${() => this.#answer(true)}>${go}</button>
        <button type="button" class="stay" part="button stay" @click=${() => this.#answer(false)}>${stay}</button>
      </div>
    </div>`;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (closesLayer(event)) this.#answer(false);
  };

  #answer(isYes: boolean): void {
    this.#isOpen = false;
    this.#element.requestUpdate();
    if (isYes) this.#needs.reload();
  }

  #focus(selector: string): void {
    this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
