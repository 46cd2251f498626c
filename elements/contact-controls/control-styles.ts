// Looks of the controls, and of how a command stands.
import { css } from 'lit';

export const controlStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
  }

  /* At most three side by side, fewer where a word would not fit. */
  .control {
    flex: 1 1 max(4.75rem, 28%);
    flex-direction: column;
    gap: var(--_gap-1);
    min-block-size: calc(var(--_control-size) * 1.6);
    padding: var(--_gap-2) 2px;
    font-size: calc(var(--_font-size-small) * 0.93);
    line-height: 1.2;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }

  .control .icon {
    font-size: 1.13em;
  }

  .ringing .control,
  .over .control,
  .control:only-of-type {
    flex-direction: row;
    gap: var(--_gap-2);
    min-block-size: calc(var(--_control-size) * 1.2);
    font-size: inherit;
  }

  .turn[data-others]::after {
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    white-space: pre;
    content: attr(data-others) / '';
  }

  .call-bar .control {
    flex: 1 1 28%;
    flex-direction: row;
    gap: var(--_gap-1);
    min-block-size: var(--_control-size);
    padding-inline: var(--_gap-1);
  }

  .control,
  .small,
  .chip {
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .control:hover,
  .small:hover,
  .chip:hover {
    background: color-mix(in srgb, var(--_text) 10%, var(--_surface));
  }

  .control[aria-expanded='true'],
  .control.on,
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    color: var(--_accent);
  }

  .go {
    border-color: transparent;
    background: var(--_success);
    color: var(--_on-success);
  }

  .go:hover {
    background: var(--_success-hover);
  }

  .main {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .main:hover {
    background: var(--_accent-hover);
  }

  .go ~ .main,
  .over:not(.ended) .main {
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .stop {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }

  .stop:hover {
    background: var(--_danger-hover);
  }

  /* Whoever is called is to answer: to reject is the second choice. */
  .ringing .stop {
    border-color: color-mix(in srgb, var(--_danger) 55%, var(--_surface));
    background: var(--_surface-raised);
    color: var(--_danger);
  }

  .ringing .stop:hover {
    border-color: var(--_danger-hover);
    background: color-mix(in srgb, var(--_danger) 14%, var(--_surface));
    color: var(--_danger-hover);
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  [aria-busy='true'] {
    opacity: 1;
    cursor: progress;
  }

  [aria-busy='true'] .icon,
  .outcome.pending .icon {
    animation: turn 0.9s linear infinite;
  }

  .outcome {
    min-block-size: 1lh;
  }

  .outcome,
  .problem {
    display: flex;
    gap: var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  .confirmed .icon {
    color: var(--_success);
  }

  .unconfirmed,
  .failed,
  .problem {
    padding: var(--_gap-2) var(--_gap-3);
    border-inline-start: 3px solid;
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, currentColor 8%, var(--_surface));
    color: var(--_danger);
    font-weight: var(--_strong);
  }

  .unconfirmed {
    color: var(--_warning);
  }

  /* Four stand better as two and two than as three and one. */
  @container (15rem <= inline-size < 40rem) {
    :has(> :nth-of-type(4):last-of-type) > .control {
      flex-basis: 40%;
    }
  }

  @container (inline-size < 15rem) {
    .control {
      flex-direction: row;
      gap: var(--_gap-2);
      min-block-size: var(--_control-size);
      padding-inline: var(--_gap-2);
    }
  }

  @container (inline-size >= 40rem) {
    .controls > .control {
      flex: none;
      flex-direction: row;
      gap: var(--_gap-2);
      min-block-size: calc(var(--_control-size) * 1.1);
      padding-inline: var(--_gap-3);
      font-size: inherit;
    }

    :not(:only-of-type):is([data-verb='hang-up'], [data-verb='leave']) {
      margin-inline-start: auto;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true'] .icon,
    .outcome.pending .icon {
      animation-duration: 6s;
    }
  }

  @media (forced-colors: active) {
    .confirmed .icon {
      color: CanvasText;
    }

    .control,
    .small,
    .chip,
    .go,
    .stop {
      border: 1px solid ButtonBorder;
    }

    .control.on,
    .control[aria-expanded='true'],
    .chip[aria-pressed='true'] {
      border: 2px solid Highlight;
    }

    [aria-disabled='true'] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
