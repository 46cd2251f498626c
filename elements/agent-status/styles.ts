// Looks of <connect-agent-status>.
import { css } from 'lit';

export const agentStatusStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    /* As an item of a flex row the element has no width of its own: this is what it asks for. */
    contain-intrinsic-inline-size: 26rem;
    min-inline-size: min(200px, 100%);
  }

  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
    padding: var(--_gap-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-2) var(--_gap-3);
  }

  .name {
    flex: 1;
    min-inline-size: min-content;
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  .now {
    position: relative;
    flex: 1 0 100%;
    min-inline-size: 0;
  }

  @container (inline-size >= 30rem) {
    .name + .now {
      flex: none;
      max-inline-size: 70%;
    }
  }

  /* Long names of states, as some languages have them, are to fit without being broken. */
  @container (inline-size < 15rem) {
    .base {
      padding: var(--_gap-2);
    }

    .now .state {
      padding-inline: var(--_gap-2);
      font-size: var(--_font-size-small);
    }
  }

  .compact {
    position: relative;
    gap: 0;
    padding: 0;
    border: 0;
    background: none;
  }

  .compact .unseen {
    inset-inline-start: 0;
  }

  .compact .head {
    flex-wrap: nowrap;
    gap: var(--_gap-2);
  }

  .compact .name {
    flex: 0 1 auto;
    white-space: nowrap;
  }

  .compact .now {
    flex: 1 1 auto;
    max-inline-size: none;
  }

  .compact .state {
    min-inline-size: 0;
    padding-block: var(--_gap-1);
  }

  .compact .label {
    flex-wrap: nowrap;
  }

  .compact .state-name {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .compact .quiet-text {
    white-space: nowrap;
  }

  #more {
    flex: none;
    inline-size: var(--_control-size);
    min-block-size: var(--_control-size);
    padding: 0;
    color: var(--_tone);
  }

  @container (inline-size < 24rem) {
    .compact .name {
      display: none;
    }
  }

  .layer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-2);
    position: absolute;
    inset: calc(100% + 6px) 0 auto auto;
    z-index: 10;
    inline-size: min(24rem, 100vw - 2 * var(--_space));
    margin: 0;
    padding: var(--_gap-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .layer:popover-open {
    position: fixed;
    inset: auto;
    margin-block: 6px;
    position-anchor: --state;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-inline, flip-block;
  }

  .tone-routable {
    --_tone: var(--_success);
  }

  .tone-not-routable {
    --_tone: var(--_warning);
  }

  .tone-offline {
    --_tone: var(--_text-quiet);
  }

  .tone-system {
    --_tone: var(--_accent);
  }

  .tone-error {
    --_tone: var(--_danger);
  }

  .dot {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border: 2px solid var(--_tone);
    border-radius: 50%;
    background: var(--_tone);
    forced-color-adjust: none;
  }

  /* Shapes, so that nobody has to tell them by their colour. */
  .tone-not-routable .dot {
    border-radius: 2px;
  }

  .tone-offline .dot {
    background: transparent;
  }

  .tone-system .dot {
    background: linear-gradient(var(--_tone) 50%, transparent 50%);
  }

  .tone-error .dot {
    border-radius: 1px;
    rotate: 45deg;
  }

  .state {
    inline-size: 100%;
    min-inline-size: min(14rem, 100%);
    padding: var(--_gap-2) var(--_gap-3);
    border-color: color-mix(in srgb, var(--_tone) 50%, var(--_surface));
    background: color-mix(in srgb, var(--_tone) 9%, var(--_surface));
    color: var(--_text);
    text-align: start;
    anchor-name: --state;
    transition: background 0.12s;
  }

  .state:hover,
  .state[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_tone) 18%, var(--_surface));
  }

  .state[aria-disabled='true'] {
    background: var(--_surface-raised);
    cursor: default;
  }

  /* The time goes below the name where both have no room side by side. */
  .label {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: var(--_gap-3);
    min-inline-size: 0;
  }

  .state-name {
    min-inline-size: 0;
    hyphens: auto;
    overflow-wrap: anywhere;
  }

  .quiet-text {
    color: var(--_text-quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .state .icon {
    color: var(--_text-quiet);
    transition: rotate 0.12s;
  }

  .state[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_gap-2) var(--_gap-3);
  }

  .next p,
  .box p {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .box {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
    padding: var(--_gap-3);
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, var(--_surface));
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 8%, var(--_surface));
  }

  .telling {
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_gap-2);
  }

  .telling .answers {
    grid-column: 2;
  }

  .telling .icon {
    margin-block-start: 0.1em;
    color: var(--_tone);
  }

  .title {
    font-weight: var(--_strong);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
  }

  @container (inline-size < 24rem) {
    .telling .answers {
      grid-column: 1 / -1;
    }

    .answers > button {
      flex: auto;
      max-inline-size: 100%;
      padding-inline: var(--_gap-2);
      overflow-wrap: anywhere;
    }
  }

  .quiet {
    border-color: color-mix(in srgb, var(--_text) 35%, var(--_surface));
    background: var(--_surface);
    color: var(--_text);
  }

  .quiet:hover {
    background: color-mix(in srgb, var(--_text) 8%, var(--_surface));
  }

  .quiet[aria-disabled='true'] {
    color: var(--_text-quiet);
    cursor: default;
  }

  .countdown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap-1) var(--_gap-3);
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
  }

  .little,
  .over {
    color: var(--_tone);
    font-weight: var(--_strong);
  }

  progress {
    flex: 1;
    appearance: none;
    min-inline-size: 5rem;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_border);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_border);
  }

  progress::-webkit-progress-value {
    background: var(--_tone);
  }

  progress::-moz-progress-bar {
    background: var(--_tone);
  }

  @media (prefers-reduced-motion: reduce) {
    .state,
    .state .icon {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .dot {
      --_tone: CanvasText;
    }

    .state .icon,
    .telling .icon {
      color: CanvasText;
    }

    .progress {
      border-block-start-color: Canvas;
    }

    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      --_tone: Highlight;
      --_border: Canvas;
    }
  }
`;
