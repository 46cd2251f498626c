// Where the menu of states stands in the top layer: by the browser where it places boxes by an anchor, else by hand.

/** Pixels between button and menu. */
const GAP = 6;

/** Asked is the property that places it: Chrome 125 to 128 have anchors (`anchor-name`) but not yet that, Firefox has it since 147. */
const placesByAnchor = (): boolean => CSS.supports('position-area: block-end');

/**
 * Keeps an open popover below its button, or above where there is more room: as `position-area: block-end span-inline-start`
 * with `flip-block` does, which browsers that have it are left to do.
 * @param menu the popover.
 * @param button what opens it.
 * @param signal ends it.
 */
export function keepBeside(menu: HTMLElement, button: HTMLElement, signal: AbortSignal): void {
  if (placesByAnchor()) return;
  const place = (): void => {
    const at = button.getBoundingClientRect();
    Object.assign(menu.style, { minInlineSize: `${at.width}px`, margin: '0' });
    const { width, height } = menu.getBoundingClientRect();
    const below = at.bottom + GAP;
    const above = at.top - GAP - height;
    const isRtl = getComputedStyle(menu).direction === 'rtl';
    const left = isRtl ? at.left : at.right - width;
    menu.style.top = `${below + height > innerHeight && above >= 0 ? above : below}px`;
    menu.style.left = `${Math.max(0, Math.min(left, innerWidth - width))}px`;
  };
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(button);
  signal.addEventListener('abort', () => sizes.disconnect());
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
}
