// PopupManager: windows by name, as `connect.core.getPopupManager()` gives it to pages that close or open the sign-in window.

/** Size and place of a window in CSS pixels. */
export interface PopupOptions {
  width?: number;
  height?: number;
  top?: number;
  left?: number;
}

/** Opens windows and remembers them by name. */
export class PopupManager {
  readonly #windows = new Map<string, { readonly url: string; readonly popup: Window }>();

  /**
   * Opens a window, or brings the one of this name to the front if it shows the same page.
   * @param url the page.
   * @param name of the window.
   * @param options size and place; without them a tab is opened.
   * @returns the window, or null if the browser refuses it.
   */
  open(url: string, name: string, options?: PopupOptions | null): Window | null {
    const before = this.#windows.get(name);
    if (before && !before.popup.closed && before.url === url) {
      before.popup.focus();
      return before.popup;
    }
    const popup = window.open(url, name, popupFeatures(options));
    if (popup) this.#windows.set(name, { url, popup });
    return popup;
  }

  /** Forgets the window of this name. It stays open. */
  clear(name: string): void {
    this.#windows.delete(name);
  }
}

/** Size of a window in CSS pixels, if nothing is said. */
const WIDTH = 433;
const HEIGHT = 578;

/** How `window.open` is told the size and place of a window. */
export function popupFeatures(options: PopupOptions | null | undefined): string {
  if (!options) return '';
  const { width, height, top, left } = options;
  return `width=${width || WIDTH}, height=${height || HEIGHT}, top=${top || 0}, left=${left || 0}`;
}
