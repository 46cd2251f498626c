// Looks of <connect-recent-contacts>.
import { css } from 'lit';

export const recentContactsStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
    overflow: hidden auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    align-items: center;
    justify-content: space-between;
    padding: var(--_gap-3) var(--_space);
  }

  h2 {
    font-size: var(--_font-size);
    font-weight: var(--_strong);
  }

  .count {
    padding: 2px var(--_gap-2);
    border-radius: 99px;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
  }

  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  [part='empty'] {
    padding: 0 var(--_space) var(--_space);
  }

  .contact {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_gap-3);
    align-items: center;
    padding: var(--_gap-2) var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  .badge {
    display: grid;
    grid-row: span 2;
    color: var(--_text-quiet);
  }

  .missed .badge,
  .failed .badge,
  .missed .who {
    color: var(--_danger);
  }

  .who {
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  [part~='contact-new'] .who::after {
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-start: var(--_gap-2);
    border-radius: 50%;
    background: var(--_danger);
    content: '';
    forced-color-adjust: none;
  }

  .about {
    grid-column: 2;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .call {
    grid-row: 1 / span 2;
    grid-column: 3;
    min-inline-size: var(--_small-size);
    padding-inline: var(--_gap-2);
  }

  .call,
  .plain {
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .call:hover,
  .plain:hover {
    background: color-mix(in srgb, var(--_text) 10%, var(--_surface));
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  footer {
    border-block-start: 1px solid var(--_border);
  }

  footer p {
    flex: 1 1 8rem;
  }

  @media (forced-colors: active) {
    .call,
    .plain,
    .count {
      border: 1px solid ButtonBorder;
    }
  }
`;
