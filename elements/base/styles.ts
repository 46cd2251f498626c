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
    --_accent: var(--connect-accent, light-dark(#0b5cad, #7cb7ff));
    --_on-accent: var(--connect-on-accent, light-dark(#ffffff, #08172a));
    --_accent-hover: var(--connect-accent-hover, light-dark(#084a8c, #9cc9ff));
    --_warning: var(--connect-warning, light-dark(#8a4b00, #ffc069));
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
`;
