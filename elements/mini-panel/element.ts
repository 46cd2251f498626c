// <connect-mini-panel>: a button that shows status and controls in a window above all others. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations } from 'lit';
import { BoundElement } from '../host/bound-element.js';
import { icon } from '../looks/icons.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { enShared } from '../words/en-shared.js';
import { enMiniPanel } from './en.js';
import { MiniWindow } from '../host/mini-window.js';
import { miniPanelStyles } from './styles.js';

/**
 * A button that opens status and controls in a window above all others, so that a call is at hand in whatever program the agent works.
 *
 * @element connect-mini-panel
 * @csspart button - the button
 * @csspart problem - the browser lets no window open
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate open - the window is open
 * @cssstate blocked - the browser lets none open
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectMiniPanelElement extends BoundElement {
  static override readonly tagName: string = 'connect-mini-panel';

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, miniPanelStyles];

  static override properties: PropertyDeclarations = { ...BoundElement.properties, country: {} };

  /** Code of the country that numbers typed in the window belong to, such as `US`. */
  declare country: string;

  readonly #words = this.localize(() => ({ ...enShared, miniPanel: enMiniPanel }));
  readonly #mini = new MiniWindow({
    host: () => this.ccp.host,
    title: () => this.#words.terms.miniPanel.title,
    attributes: (): Readonly<Record<string, string>> => (this.country ? { country: this.country } : {}),
    changed: () => this.requestUpdate(),
  });
  #isBlocked = false;

  constructor() {
    super();
    this.country = '';
    this.ccp.onHost = () => this.close();
  }

  /** The window, while it is open. */
  get window(): Window | null {
    return this.#mini.window;
  }

  /**
   * Opens the window, or brings it to the front; to be called from a click, or the browser may refuse it.
   * @returns true if it is open.
   */
  async open(): Promise<boolean> {
    const { host } = this.ccp;
    const isOpen = await this.#mini.open();
    // One that was closed meanwhile, or belongs to another host now, was not refused by the browser.
    this.#isBlocked = !isOpen && host !== null && host === this.ccp.host;
    this.requestUpdate();
    return isOpen;
  }

  /** Closes the window. */
  close(): void {
    this.#mini.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // One that is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.close();
    });
  }

  protected override willUpdate(): void {
    this.setCustomStates(!this.bound && 'unbound', this.window !== null && 'open', this.#isBlocked && 'blocked');
  }

  protected override render(): unknown {
    const { miniPanel: terms } = this.#words.terms;
    const isOpen = this.window !== null;
    return html`
      <button
        part="button"
        type="button"
        aria-pressed=${String(isOpen)}
        aria-disabled=${this.bound ? nothing : 'true'}
        @click=${() => (isOpen ? this.close() : void this.open())}
      >
        ${icon('window')}<span>${isOpen ? terms.close : terms.open}</span>
      </button>
      <div role="status">
        ${this.#isBlocked ? html`<p class="problem" part="problem">${icon('warning')}${terms.blocked}</p>` : nothing}
      </div>
    `;
  }
}
