// Looks of <connect-contact-controls>: the list and its items.
import { css } from 'lit';

export const contactControlsStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    position: relative;
    min-inline-size: 0;
    /* In a box that is too low for all of it. */
    overflow: hidden auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .notice {
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    padding: var(--_gap-2) var(--_space);
    border-block-end: 1px solid var(--_border);
    color: var(--_warning);
    font-weight: var(--_strong);
  }

  /* Over what is there: a warning that comes and goes moves no control. */
  .talking-muted {
    position: absolute;
    z-index: 1;
    inset-block-start: var(--_gap-2);
    inset-inline-end: var(--_gap-2);
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    margin: 0;
    padding: var(--_gap-2) var(--_gap-3);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_warning);
    font-weight: var(--_strong);
    pointer-events: none;
  }

  .contact {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
    position: relative;
    padding: var(--_gap-3) var(--_space);
  }

  .contact + .contact,
  .contacts + .dial {
    border-block-start: 1px solid var(--_border);
  }

  .contact:focus-visible,
  .rest:focus-visible {
    outline-offset: -4px;
  }

  .many > [aria-current]::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 4px;
    background: var(--_accent);
    content: '';
  }

  /* The one that is worked on stands in front of the others, in the light and in the dark. */
  .many > :not([aria-current]) {
    background: var(--_surface-sunken);
  }

  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px var(--_gap-3);
    align-items: center;
    min-block-size: 2.75em;
  }

  .select {
    display: block;
    position: static;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }

  .select:hover {
    background: none;
  }

  /* All of an item that is not selected selects it, but for its own controls. */
  :not([aria-current]) > .head .select::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  :not([aria-current]):has(> .head .select:hover) {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  :not([aria-current]) > .controls {
    z-index: 1;
  }

  .badge {
    display: grid;
    place-content: center;
    grid-row: span 2;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 16%, transparent);
    color: var(--_tone);
  }

  .who {
    align-self: end;
    font-size: 1.13em;
    font-weight: var(--_strong);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  /* One line after the other, and a dot between what stands on the same: where a line begins, it is out of sight. */
  .about {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    overflow: clip;
    overflow-clip-margin: 3px;
    grid-column: 2;
    align-self: start;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .state {
    color: var(--_tone);
    font-weight: var(--_strong);
  }

  .fact {
    position: relative;
    min-inline-size: 0;
  }

  .fact::before {
    position: absolute;
    inset-inline-end: calc(100% + 0.35em);
    content: '·' / '';
  }

  .times {
    display: grid;
    grid-row: 1 / span 2;
    grid-column: 3;
    align-content: center;
    justify-items: end;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .held,
  .waits,
  .lasted {
    display: flex;
    gap: var(--_gap-1);
    align-items: center;
    font-size: var(--_font-size-small);
  }

  .held {
    color: var(--_warning);
  }

  .held:has(.late) {
    padding-inline: var(--_gap-1);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_warning);
    color: var(--_surface);
    font-weight: var(--_strong);
  }

  .badge img {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    object-fit: cover;
  }

  .record {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  /* Above what selects the item as a whole. */
  .about .record {
    position: relative;
    z-index: 1;
  }

  .subject {
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  .description {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .contact {
    --_tone: var(--_accent);
  }

  .ringing,
  .live {
    --_tone: var(--_success);
  }

  .hold {
    --_tone: var(--_warning);
  }

  .over {
    --_tone: var(--_text-quiet);
  }

  .error,
  .missed {
    --_tone: var(--_danger);
  }

  .ringing .badge {
    animation: ring 1.4s ease-out infinite;
  }

  @keyframes ring {
    from {
      box-shadow: 0 0 0 0 color-mix(in srgb, var(--_tone) 55%, transparent);
    }

    to {
      box-shadow: 0 0 0 0.75rem transparent;
    }
  }

  .attributes {
    font-size: var(--_font-size-small);
  }

  summary {
    min-block-size: 24px;
    color: var(--_text-quiet);
    font-weight: var(--_strong);
    cursor: pointer;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(4rem, max-content) minmax(0, 1fr);
    gap: var(--_gap-1) var(--_space);
  }

  details dl {
    margin-block-start: var(--_gap-2);
  }

  dt {
    max-inline-size: 14rem;
    color: var(--_text-quiet);
    overflow-wrap: anywhere;
  }

  dd {
    overflow-wrap: anywhere;
  }

  .parties {
    display: grid;
    gap: var(--_gap-2);
  }

  .party {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    align-items: center;
    padding: var(--_gap-2);
    padding-inline-start: var(--_gap-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .party > div:first-child {
    flex: 1 1 8rem;
    overflow-wrap: anywhere;
  }

  .removing {
    margin-inline-start: var(--_gap-2);
    border-color: color-mix(in srgb, var(--_danger) 55%, var(--_surface));
    color: var(--_danger);
  }

  .party > div + div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
  }

  .party strong {
    display: block;
    font-weight: var(--_strong);
  }

  [part='show-panel'] {
    justify-self: start;
  }

  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  @container (inline-size < 15rem) {
    .contact {
      padding: var(--_gap-3);
    }

    .head {
      grid-template-columns: minmax(0, 1fr);
    }

    .badge {
      display: none;
    }

    .about,
    .times {
      grid-area: auto / 1;
      justify-items: start;
    }

    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    dd {
      margin-block-end: var(--_gap-1);
    }
  }

  @container (inline-size >= 40rem) {
    .contact {
      padding: var(--_space) calc(var(--_space) * 1.5);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ringing .badge {
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--_tone) 40%, transparent);
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .party,
    .badge {
      border: 1px solid ButtonBorder;
    }

    .many > [aria-current]::before {
      background: Highlight;
    }

    .ringing .badge {
      outline: 2px solid Highlight;
    }
  }

  .unread {
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    min-inline-size: 0;
    margin-block-start: var(--_gap-1);
  }

  .unread .count {
    flex: none;
    min-inline-size: 1.6em;
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
    line-height: 1.6;
    text-align: center;
  }

  .unread .last {
    min-inline-size: 0;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  connect-chat {
    margin-block-start: var(--_gap-3);
  }

  /* Who it is stands above. */
  connect-chat:not(:state(verified))::part(top) {
    display: none;
  }
`;
