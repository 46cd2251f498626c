// Looks of <connect-app>.
import { css } from 'lit';

export const appStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    block-size: 100%;
    min-block-size: 12rem;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .base {
    display: grid;
    block-size: 100%;
  }

  .base > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .note {
    place-self: center;
    padding: var(--_space);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
    text-align: center;
  }

  .problem {
    color: var(--_danger);
  }
`;
