// The live regions: what screen readers say, each text as a paragraph of its own, so that the same text twice is said twice.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Number of texts that are kept, so that none is removed before it is read out. */
const KEPT = 4;

/** The element that has the regions. */
export interface AnnouncingElement extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The live regions of one element. */
export class Announcer implements ReactiveController {
  readonly #host: AnnouncingElement;
  #unsaid: (readonly [role: string, text: string])[] = [];

  constructor(host: AnnouncingElement) {
    this.#host = host;
    host.addController(this);
  }

  /** So that old texts are not read out when the element is mounted again. */
  hostDisconnected(): void {
    this.clear();
  }

  /** Empties the regions. */
  clear(): void {
    this.#unsaid = [];
    for (const region of this.#host.renderRoot.querySelectorAll('.unseen[role]')) region.replaceChildren();
  }

  /** Paragraphs are inserted without Lit, whose lists keep a node for each removed one: a leak over a whole shift. */
  hostUpdated(): void {
    for (const [role, text] of this.#unsaid.splice(0)) {
      const region = this.#host.renderRoot.querySelector(`.unseen[role=${role}]`)!;
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      region.append(paragraph);
      if (region.childElementCount > KEPT) region.firstElementChild!.remove();
    }
  }

  /** Has a text said when the screen reader is done. */
  say(text: string): void {
    this.#add('status', text);
  }

  /** Has a text said at once. */
  interrupt(text: string): void {
    this.#add('alert', text);
  }

  render(): TemplateResult {
    return html`
      <div class="unseen" role="alert" aria-atomic="false"></div>
      <div class="unseen" role="status" aria-atomic="false"></div>
    `;
  }

  #add(role: string, text: string): void {
    this.#unsaid.push([role, text]);
    this.#host.requestUpdate();
  }
}
