// Looks of the menu of states.
import { css } from 'lit';

export const menuStyles = css`
  .menu {
    position: absolute;
    inset: calc(100% + 6px) 0 auto auto;
    z-index: 10;
    min-inline-size: 100%;
    max-inline-size: min(24rem, 90vw);
    max-block-size: min(24rem, 70vh);
    margin: 0;
    padding: var(--_gap-2);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .menu:popover-open {
    position: fixed;
    inset: auto;
    min-inline-size: anchor-size(--state inline);
    margin-block: 6px;
    position-anchor: --state;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block;
  }

  .caption {
    padding: var(--_gap-1) var(--_gap-2) var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  /* A line each, so that the longest one sets the width, not all of them in a row. */
  .option {
    display: flex;
    inline-size: 100%;
    padding: var(--_gap-2);
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    color: var(--_text);
    font-weight: 400;
    text-align: start;
  }

  .option:hover,
  .option:focus {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }

  .option:focus-visible {
    outline-offset: -3px;
  }

  .option[aria-checked='true'] {
    font-weight: var(--_strong);
  }

  .option-name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .option:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
