// The list of keyboard shortcuts, which a shortcut of its own shows.
import { html, nothing } from 'lit';
import { closesLayer } from '../base/closes-layer.js';
import type { ContactVerb } from '../host/state.js';
import { LIST_KEYS, type ShortcutMap } from './shortcuts.js';
import type { ContactControlsTerms } from './terms.js';

/**
 * The list.
 * @param map the keys in force.
 * @param terms the words.
 * @param close called when it is to close.
 */
export function renderShortcutList(map: ShortcutMap, terms: ContactControlsTerms, close: () => void) {
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
