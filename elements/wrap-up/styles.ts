// Looks of <connect-wrap-up>.
import { css } from 'lit';

export const wrapUpStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .base,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap-2);
  }

  .base {
    padding: var(--_gap-3) var(--_space);
  }

  h2 {
    font-size: var(--_font-size);
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  .quiet:not(button) {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: 400;
  }

  label {
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
  }

  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    padding: var(--_gap-2) var(--_gap-3);
    border: 1px solid var(--_field-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .problem {
    display: flex;
    gap: var(--_gap-2);
    color: var(--_danger);
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  [aria-busy='true'] {
    opacity: 1;
    cursor: progress;
  }

  [aria-busy='true'] .icon {
    animation: turn 0.9s linear infinite;
  }

  .question {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-2);
    padding: var(--_gap-3);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_warning) 8%, var(--_surface));
  }

  .question p {
    flex-basis: 100%;
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  button.quiet {
    border-color: var(--_field-border);
    background: var(--_surface);
    color: var(--_text);
  }

  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true'] .icon {
      animation-duration: 6s;
    }
  }

  @media (forced-colors: active) {
    button,
    .question {
      border: 1px solid ButtonBorder;
    }
  }
`;
