// Looks of what is shown without a call: the place of the contacts, and where a number is called.
import { css } from 'lit';

export const idleStyles = css`
  .dial {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
    padding: var(--_space);
  }

  .recent {
    display: grid;
    gap: var(--_gap-1);
  }

  .recent-number {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap-3);
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: var(--_small-size);
    padding: var(--_gap-1) var(--_gap-2);
    margin-inline: calc(-1 * var(--_gap-2));
    inline-size: calc(100% + 2 * var(--_gap-2));
    border: 0;
    background: none;
    color: var(--_text);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .recent-number:hover {
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }

  .rest {
    display: grid;
    justify-items: center;
    gap: var(--_gap-1);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 1.5) calc(var(--_space) * 1.5);
    text-align: center;
  }

  .rest .badge {
    --_tone: var(--_text-quiet);
    margin-block-end: var(--_gap-2);
  }

  .rest .quiet {
    text-wrap: balance;
  }

  .rest strong {
    font-size: 1.13em;
    font-weight: var(--_strong);
  }

  @container (inline-size >= 40rem) {
    .dial {
      padding: var(--_space) calc(var(--_space) * 1.5);
    }

    .dial > * {
      inline-size: min(100%, 28rem);
    }

    .rest + .dial > * {
      margin-inline: auto;
    }
  }
`;
