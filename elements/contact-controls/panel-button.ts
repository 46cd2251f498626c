// The button that shows the panel of a headless host for a contact, where nothing else shows what is in that.
import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { ConnectHost } from '../host/host.js';
import type { ContactView } from '../host/state.js';
import { isFinished } from '../host/contact.js';
import { icon } from '../looks/icons.js';

/** What the button is called. */
export interface PanelButtonWords {
  readonly showPanel: string;
  readonly hidePanel: string;
}

/** What the button needs of its element. */
export interface PanelButtonNeeds {
  readonly element: Element & ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  /** The bound host, or null. */
  host(): ConnectHost | null;
  /** Called when the button has changed. */
  changed(): void;
}

/** The button of one element. */
export class PanelButton {
  readonly #needs: PanelButtonNeeds;
  /** The contact for which this element shows the host's panel, or null. */
  #shownFor: string | null = null;

  constructor(needs: PanelButtonNeeds) {
    this.#needs = needs;
  }

  /** The button for one contact; a panel that is always seen needs none. */
  render({ contactId, state }: ContactView, { showPanel, hidePanel }: PanelButtonWords) {
    const host = this.#needs.host();
    if (!host?.headless || !host.showPanel || isFinished({ state })) return nothing;
    const isShown = this.#shownFor === contactId;
    return html`<button
      class="small"
      part="show-panel"
      type="button"
      aria-expanded=${String(isShown)}
      @click=${() => (isShown ? host.hidePanel?.() : void this.#show(contactId))}
    >
      ${icon('panel')}${isShown ? hidePanel : showPanel}
    </button>`;
  }

  async #show(contactId: string): Promise<void> {
    const { element } = this.#needs;
    const host = this.#needs.host();
    this.#shownFor = contactId;
    this.#needs.changed();
    try {
      await host?.showPanel?.(contactId);
    } finally {
      if (this.#shownFor === contactId) this.#shownFor = null;
      this.#needs.changed();
    }
    await element.updateComplete;
    const { activeElement } = (host ?? element).getRootNode() as Document | ShadowRoot;
    // The panel has closed with the focus in it: the focus is moved, unless another element has it by now.
    if (activeElement && activeElement !== host && activeElement !== element.ownerDocument.body) return;
    const { renderRoot } = element;
    const opener = renderRoot.querySelector<HTMLElement>(`[data-contact="${CSS.escape(contactId)}"] [part=show-panel]`);
    (opener ?? renderRoot.querySelector<HTMLElement>('[aria-current], [data-rest]'))?.focus();
  }
}
