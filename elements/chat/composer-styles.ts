// Looks of where the agent writes, and of what is said about the connection.
import { css } from 'lit';

export const composerStyles = css`
  .notice,
  .opening,
  .over {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    align-items: center;
    padding: var(--_gap-2) var(--_gap-3);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_font-size-small);
  }

  .notice {
    background: color-mix(in srgb, var(--_warning) 12%, var(--_surface));
  }

  .notice .icon {
    color: var(--_warning);
  }

  .notice p {
    flex: 1 1 6rem;
  }

  .over {
    justify-content: center;
    color: var(--_text-quiet);
  }

  .composer {
    position: relative;
    flex: none;
    padding: var(--_gap-2) var(--_gap-2) 0;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .entry {
    display: flex;
    gap: var(--_gap-1);
    align-items: flex-end;
  }

  textarea {
    flex: 1 1 auto;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    max-block-size: min(9rem, 30cqh, 30vh);
    padding: calc((var(--_control-size) - 1.45em) / 2 - 1px) var(--_gap-3);
    border: 1px solid var(--_field-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
  }

  textarea::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  textarea:focus-visible {
    outline-offset: 0;
  }

  .plain-button {
    flex: none;
    inline-size: var(--_control-size);
    min-block-size: var(--_control-size);
    padding: 0;
    background: none;
    color: var(--_text-quiet);
  }

  .plain-button:hover {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .send {
    flex: none;
    padding-inline: var(--_gap-3);
  }

  .send[aria-disabled='true'],
  .earlier[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_text-quiet);
    cursor: default;
  }

  .left {
    min-block-size: var(--_gap-2);
    padding-inline: var(--_gap-1);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size-small) * 0.93);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .left.over,
  .problem {
    color: var(--_danger);
    border: 0;
  }

  .left.over {
    display: block;
    padding-block: 0;
  }

  .problem {
    padding: 0 var(--_gap-1) var(--_gap-1);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  .staged {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-1);
    max-block-size: 6rem;
    padding-block-end: var(--_gap-1);
    overflow: auto;
  }

  .staged li {
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: var(--_gap-2);
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
    background: var(--_surface-raised);
    font-size: var(--_font-size-small);
  }

  .staged .quiet {
    white-space: nowrap;
  }

  .staged .plain-button {
    inline-size: var(--_small-size);
    min-block-size: var(--_small-size);
  }

  .quick,
  .quick-none {
    position: absolute;
    inset-block-end: 0;
    inset-inline: var(--_gap-2);
    z-index: 1;
    max-block-size: min(14rem, 100%);
    margin: 0;
    padding: var(--_gap-1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  .quick-none {
    padding: var(--_gap-2) var(--_gap-3);
    color: var(--_text-quiet);
  }

  .quick li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap-2);
    padding: var(--_gap-1) var(--_gap-2);
    border-radius: var(--_control-radius);
    cursor: pointer;
  }

  .quick li[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .quick span {
    flex: 1 0 100%;
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  .quick code {
    font: inherit;
    opacity: 0.85;
  }

  @container (width < 13rem) {
    .entry {
      flex-wrap: wrap;
    }

    textarea {
      order: -1;
      flex-basis: 100%;
    }

    .send {
      margin-inline-start: auto;
    }
  }

  @container (width < 22rem) {
    .send {
      inline-size: var(--_control-size);
      padding: 0;
    }

    .send-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (forced-colors: active) {
    .quick li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
