// Looks that all elements share: the design tokens with their defaults, text, buttons.
import { css } from 'lit';

/**
 * Tokens and base rules. Pages set the `--connect-*` properties; the elements read the private ones made of them. This is where
 * tokens are declared: the build takes the comment above each, and its default, into the manifest.
 */
export const baseStyles = css`
  :host {
    /* light or dark, where that is not for the page's own color-scheme to say */
    color-scheme: var(--connect-color-scheme, inherit);
    /* ground of everything */
    --_surface: var(--connect-surface, light-dark(#ffffff, #14181f));
    /* text */
    --_text: var(--connect-text, light-dark(#161c26, #eef1f6));
    /* ground of buttons, and what is selected */
    --_accent: var(--connect-accent, light-dark(#0b5cad, #7cb7ff));
    /* text on the accent */
    --_on-accent: var(--connect-on-accent, light-dark(#ffffff, #08172a));
    /* how round boxes are */
    --_radius: var(--connect-radius, 10px);
    /* font family */
    --_font: var(--connect-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    /* size of text */
    --_font-size: var(--connect-font-size, 0.9375rem);
    /* measure of all distances: less of it makes everything denser */
    --_space: var(--connect-space, 1rem);
    /* what asks for attention, or waits */
    --_warning: var(--connect-warning, light-dark(#8a4b00, #ffc069));
    /* ground of what stands out */
    --_surface-raised: var(--connect-surface-raised, color-mix(in srgb, var(--_text) 7%, var(--_surface)));
    /* ground of what steps back, such as contacts that are not selected */
    --_surface-sunken: var(
      --connect-surface-sunken,
      light-dark(color-mix(in srgb, var(--_text) 4%, var(--_surface)), color-mix(in srgb, #000 30%, var(--_surface)))
    );
    /* text that is less important */
    --_text-quiet: var(--connect-text-quiet, color-mix(in srgb, var(--_text) 70%, var(--_surface)));
    /* lines between things */
    --_border: var(--connect-border, color-mix(in srgb, var(--_text) 16%, var(--_surface)));
    /* lines around fields */
    --_field-border: var(--connect-field-border, color-mix(in srgb, var(--_text) 55%, var(--_surface)));
    /* accent under the pointer */
    --_accent-hover: var(--connect-accent-hover, color-mix(in srgb, var(--_accent) 82%, var(--_text)));
    /* ring around what has the focus */
    --_focus-color: var(--connect-focus-color, var(--_accent));
    /* how thick that ring is */
    --_focus-width: var(--connect-focus-width, 3px);
    /* how round buttons and fields are */
    --_control-radius: var(--connect-control-radius, max(0px, var(--_radius) - 2px));
    /* height of buttons and fields; small and large ones follow */
    --_control-size: var(--connect-control-size, 2.5rem);
    /* size of small text */
    --_font-size-small: var(--connect-font-size-small, calc(var(--_font-size) * 0.93));
    /* shadow of what lies above the page */
    --_shadow: var(--connect-shadow, 0 2px 6px rgb(0 0 0 / 10%), 0 12px 32px rgb(0 0 0 / 22%));

    /* weight of what stands out: families without one in between leave the place to another family, on Linux even to one with serifs */
    --_strong: 700;

    --_gap-1: calc(var(--_space) * 0.25);
    --_gap-2: calc(var(--_space) * 0.5);
    --_gap-3: calc(var(--_space) * 0.75);
    --_small-size: max(24px, var(--_control-size) * 0.8);
    box-sizing: border-box;
    color: var(--_text);
    font: 400 var(--_font-size) / 1.45 var(--_font);
    /* Whatever the page says of its own text. */
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }

  h2,
  p {
    margin: 0;
  }

  button {
    display: inline-flex;
    gap: var(--_gap-2);
    align-items: center;
    justify-content: center;
    min-block-size: max(24px, var(--_control-size));
    padding: var(--_gap-1) calc(var(--_space) * 1.25);
    border: 1px solid transparent;
    border-radius: var(--_control-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }

  button:hover {
    background: var(--_accent-hover);
  }

  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: 2px;
  }

  .progress {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .progress {
      animation-duration: 6s;
    }
  }

  :host(:state(rtl)) {
    direction: rtl;
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
