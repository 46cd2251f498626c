// Looks of what opens below the controls: keypad, destinations, and of number fields.
import { css } from 'lit';

export const panelStyles = css`
  .panel {
    padding: var(--_gap-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .shortcuts {
    margin: var(--_space);
  }

  .shortcuts h2 {
    font-size: var(--_font-size);
  }

  .shortcuts dl {
    margin-block: var(--_gap-2);
  }

  kbd {
    font: inherit;
    font-weight: var(--_strong);
  }

  .picker,
  .keypad,
  .devices,
  .obstacles,
  .device-choice,
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-3);
  }

  .entry {
    gap: var(--_gap-1);
  }

  .entry label {
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
  }

  .tool {
    inline-size: var(--_control-size);
    padding: 0;
  }

  .line .tool {
    flex: none;
  }

  .device-choice {
    padding: var(--_gap-2) var(--_space);
  }

  .contacts + .device-choice {
    border-block-start: 1px solid var(--_border);
  }

  .device-choice > .tool {
    justify-self: end;
    inline-size: var(--_small-size);
    border-color: transparent;
    background: none;
    color: var(--_text-quiet);
  }

  .device-choice > .tool:is(:hover, [aria-expanded='true']) {
    background: color-mix(in srgb, var(--_text) 10%, var(--_surface));
    color: var(--_text);
  }

  /* In the corner, where nothing else stands. */
  .rest ~ .device-choice > .tool {
    position: absolute;
    inset-block-start: var(--_gap-2);
    inset-inline-end: var(--_gap-2);
  }

  .rest ~ .device-choice:not(:has(> :nth-child(2))) {
    padding: 0;
  }

  .obstacles:empty {
    display: none;
  }

  .obstacle {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
  }

  /* With its keys beside it, however narrow it is. */
  .line .field {
    display: flex;
    flex: 9999 1 12rem;
    gap: var(--_gap-2);
    min-inline-size: 0;
  }

  /* As wide as the line, where it has one of its own. */
  .line .go {
    flex: 1 0 auto;
  }

  .line button {
    min-block-size: var(--_control-size);
  }

  .entry .problem {
    margin-block-start: var(--_gap-2);
  }

  input:not([type='radio']),
  select {
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    inline-size: 100%;
    padding: var(--_gap-2) var(--_gap-3);
    border: 1px solid var(--_field-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  ::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  .digits {
    display: block;
    min-block-size: 1.5em;
    font-size: 1.33em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.08em;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: center;
  }

  .digits .hint {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    letter-spacing: normal;
  }

  .waiting {
    color: var(--_text-quiet);
  }

  .keypad {
    max-inline-size: 17rem;
    margin-inline: auto;
  }

  .keys {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: var(--_gap-2);
  }

  .key {
    min-block-size: calc(var(--_control-size) * 1.2);
    padding: 0;
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-size: 1.33em;
    font-weight: 500;
  }

  .key:hover {
    background: color-mix(in srgb, var(--_text) 8%, var(--_surface));
  }

  .key:active {
    background: color-mix(in srgb, var(--_accent) 22%, var(--_surface));
  }

  .typed {
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    z-index: 1;
    grid-column: 1 / -1;
    padding-block: var(--_gap-2) var(--_gap-1);
  }

  .ways button {
    flex: 1 1 7rem;
    min-block-size: var(--_control-size);
  }

  .star {
    z-index: 1;
    grid-row: 1 / span 2;
    grid-column: 3;
    inline-size: var(--_small-size);
    min-block-size: var(--_small-size);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text-quiet);
  }

  .star:hover {
    background: color-mix(in srgb, var(--_text) 10%, transparent);
  }

  .star[aria-pressed='true'] {
    color: var(--_warning);
  }

  .star[aria-pressed='true'] .icon {
    fill: currentColor;
  }

  .search {
    display: grid;
    align-items: center;
  }

  .search > :not(.unseen) {
    grid-area: 1 / 1;
  }

  .search .icon {
    z-index: 1;
    margin-inline-start: var(--_gap-3);
    color: var(--_text-quiet);
    pointer-events: none;
  }

  .search input {
    padding-inline-start: calc(var(--_space) * 2.5);
  }

  .types {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
  }

  .chip {
    border-radius: 99px;
    background: var(--_surface);
  }

  .connects {
    display: grid;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .connects li,
  .typed {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_gap-3);
    align-content: center;
    align-items: center;
    position: relative;
    min-block-size: calc(var(--_control-size) * 1.1);
    padding: var(--_gap-2) var(--_gap-3);
    overflow-wrap: anywhere;
  }

  .connects li + li {
    border-block-start: 1px solid var(--_border);
  }

  .connects li:hover {
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }

  .connects .chosen {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  :is(.connects li, .typed) > .icon {
    grid-row: 1 / span 2;
    grid-column: 1;
    color: var(--_text-quiet);
  }

  .connect,
  .typed strong {
    grid-column: 2;
  }

  .connect {
    display: block;
    position: static;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }

  .connect:hover {
    background: none;
  }

  .connect:focus-visible {
    outline: none;
  }

  /* The whole line can be pressed. */
  .connect::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .connect:focus-visible::after {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: calc(-1 * var(--_focus-width));
  }

  .detail {
    grid-column: 2;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    align-items: center;
    justify-content: space-between;
  }

  .pages button {
    display: grid;
  }

  @container (inline-size < 15rem) {
    .panel {
      padding: var(--_gap-2);
    }

    :is(.connects li, .typed) > .icon {
      display: none;
    }

    .connects li,
    .typed {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .connect,
    .typed strong,
    .detail {
      grid-column: 1;
    }

    .star {
      grid-column: 2;
    }
  }

  @container (inline-size >= 25rem) {
    .connects li,
    .typed {
      grid-template-columns: auto minmax(0, 1fr) auto auto;
    }

    :is(.connects li, .typed) > .icon,
    .star {
      grid-row: 1;
    }

    .detail {
      grid-column: 3;
    }

    .star {
      grid-column: 4;
    }
  }

  @container (inline-size >= 40rem) {
    .panel {
      max-inline-size: 34rem;
    }

    .device-choice {
      padding-inline: calc(var(--_space) * 1.5);
    }

    .rest ~ .device-choice {
      inline-size: calc(28rem + var(--_space) * 3);
      margin-inline: auto;
    }

    .panel:has(.keypad) {
      max-inline-size: 19rem;
    }
  }

  @media (forced-colors: active) {
    .search .icon,
    :is(.connects li, .typed) > .icon,
    .star {
      color: CanvasText;
    }

    .key {
      border: 1px solid ButtonBorder;
    }

    .star[aria-pressed='true'] {
      color: Highlight;
    }
  }
`;
