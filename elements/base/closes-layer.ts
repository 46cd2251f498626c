// Escape closes one layer: what stands around it, such as the page's dialog or popover, stays open.

/** The key that a browser reports for what an input method does with a key. */
const INPUT_METHOD_KEY = 229;

/**
 * True if a key closes what it is pressed in; nothing else is closed by it then, neither by the page nor by the browser.
 * @param event a key that was pressed. One that an input method takes, to cancel what it composes, closes nothing.
 */
export function closesLayer(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.isComposing || event.keyCode === INPUT_METHOD_KEY) return false;
  // A browser closes dialogs and popovers by itself unless the key's default is prevented.
  event.preventDefault();
  event.stopPropagation();
  return true;
}
