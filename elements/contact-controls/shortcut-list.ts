// The list of keyboard shortcuts, which a shortcut of its own shows.
import { html, nothing } from 'lit';
import { closesLayer } from '../base/closes-layer.js';
import type { ContactVerb } from '../host/state.js';
import type { ControlsContext } from './context.js';
import { LIST_KEYS, type ShortcutMap } from './shortcuts.js';
import type { ContactControlsTerms } from './terms.js';

/** Whether the list of one element is shown, and where the focus goes when it no longer is. */
export class ShortcutList {
  readonly #element: Element;
  readonly #context: ControlsContext;
  #isShown = false;
  /** What had the focus before the list was shown. */
  #focusedBefore: Element | null = null;

  constructor(element: Element, context: ControlsContext) {
    this.#element = element;
    this.#context = context;
  }

  /** Shows the list, or closes it. */
  readonly toggle = (): void => {
    this.#isShown = !this.#isShown;
    this.#context.update();
    if (this.#isShown) {
      this.#focusedBefore = this.#element.ownerDocument.activeElement;
      this.#context.focus('#shortcuts');
    } else (this.#focusedBefore as HTMLElement | null)?.focus();
  };

  /** @param map the keys in force, or null. */
  render(map: ShortcutMap | null) {
    return this.#isShown && map ? renderList(map, this.#context.terms, this.toggle) : nothing;
  }
}

function renderList(map: ShortcutMap, terms: ContactControlsTerms, close: () => void) {
  const { title, list, close: closing } = terms.shortcuts;
  const row = (name: string, keys: string) =>
    html`<dt>${name}</dt>
      <dd><kbd dir="ltr">${keys}</kbd></dd>`;
  const rows = (Object.entries(map) as [ContactVerb, string][]).map(([verb, keys]) =>
    row(terms.commands[verb][0], keys),
  );
  const onKey = (event: KeyboardEvent): void => {
    if (closesLayer(event)) close();
  };
  return html`<div
    id="shortcuts"
    class="shortcuts panel"
    part="shortcuts"
    role="dialog"
    aria-labelledby="shortcuts-title"
    tabindex="-1"
    @keydown=${onKey}
  >
    <h2 id="shortcuts-title">${title}</h2>
    ${rows.length > 0 ? html`<dl>${rows} ${row(list, LIST_KEYS)}</dl>` : nothing}
    <button class="small" part="button" type="button" @click=${close}>${closing}</button>
  </div>`;
}
