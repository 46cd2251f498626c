// Looks of <connect-ccp>.
import { css } from 'lit';

export const ccpStyles = css`
  :host {
    display: grid;
    position: relative;
    inline-size: var(--connect-ccp-inline-size, 100%);
    block-size: var(--connect-ccp-block-size, 600px);
    min-inline-size: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  :host([headless]:not(:state(panel-shown))),
  :host(:state(standby)) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }

  .frame,
  .status {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .frame[inert] {
    visibility: hidden;
  }

  .status {
    display: grid;
    place-content: safe center;
    justify-items: center;
    gap: 0.75rem;
    z-index: 1;
    padding: 2rem 1.5rem;
    overflow: auto;
    background: var(--_surface);
    text-align: center;
  }

  /* The panel is still worth seeing: say what is wrong above it. */
  .status.banner {
    place-content: start center;
    align-self: start;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-block-end: 2px solid var(--_warning);
    background: var(--_surface-raised);
    box-shadow: 0 6px 18px rgb(0 0 0 / 18%);
  }

  h2 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
    text-wrap: balance;
  }

  .banner h2 {
    font-size: 1rem;
  }

  p {
    max-inline-size: 34ch;
    margin: 0;
    color: var(--_text-quiet);
    text-wrap: pretty;
  }

  .error {
    max-inline-size: 46ch;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  button {
    margin-block-start: 0.5rem;
  }

  .progress {
    inline-size: 2rem;
    block-size: 2rem;
    border: 3px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .progress {
      animation-duration: 6s;
    }
  }

  @media (forced-colors: active) {
    .status {
      border: 1px solid CanvasText;
    }
  }
`;
