// Looks of <connect-mini-panel>.
import { css } from 'lit';

export const miniPanelStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }

  button {
    padding-inline: var(--_gap-3);
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  button:hover {
    background: color-mix(in srgb, var(--_text) 10%, var(--_surface));
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .problem {
    display: flex;
    gap: var(--_gap-2);
    color: var(--_danger);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonBorder;
    }
  }
`;
