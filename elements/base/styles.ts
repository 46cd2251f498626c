// Looks that all elements share: the design tokens with their defaults for light and dark, text, buttons.
import { css } from 'lit';

/** Tokens and base rules. Pages set the `--connect-*` properties; the elements read the private ones made of them. */
export const baseStyles = css`
  :host {
    --_surface: var(--connect-surface, light-dark(#ffffff, #14181f));
    --_surface-raised: var(--connect-surface-raised, light-dark(#f5f7fa, #1d232d));
    --_text: var(--connect-text, light-dark(#161c26, #eef1f6));
    --_text-quiet: var(--connect-text-quiet, light-dark(#545f70, #a3adbd));
    --_border: var(--connect-border, light-dark(#d9dfe8, #313a48));
    --_field-border: var(--connect-field-border, light-dark(#78849a, #79859a));
    --_accent: var(--connect-accent, light-dark(#0b5cad, #7cb7ff));
    --_on-accent: var(--connect-on-accent, light-dark(#ffffff, #08172a));
    --_accent-hover: var(--connect-accent-hover, light-dark(#084a8c, #9cc9ff));
    --_warning: var(--connect-warning, light-dark(#8a4b00, #ffc069));
    --_success: var(--connect-success, light-dark(#13713c, #6fd695));
    --_on-success: var(--connect-on-success, light-dark(#ffffff, #06210f));
    --_success-hover: var(--connect-success-hover, light-dark(#0d5a2f, #8fe3ae));
    --_danger: var(--connect-danger, light-dark(#b3261e, #ff9a92));
    --_on-danger: var(--connect-on-danger, light-dark(#ffffff, #330603));
    --_danger-hover: var(--connect-danger-hover, light-dark(#8f1b15, #ffb4ad));
    --_radius: var(--connect-radius, 10px);
    --_font: var(--connect-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    box-sizing: border-box;
    color-scheme: var(--connect-color-scheme, light dark);
    color: var(--_text);
    font: 400 0.9375rem/1.45 var(--_font);
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }

  button {
    min-block-size: 40px;
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  button:hover {
    background: var(--_accent-hover);
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :host(:state(rtl)) {
    direction: rtl;
  }

  :host(:state(rtl)) .pointing {
    scale: -1 1;
  }

  /* For screen readers alone. */
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
