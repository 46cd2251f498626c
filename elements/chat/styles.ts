// Looks of <connect-chat>: its box, its head and where the transcript scrolls. The lines have looks of their own.
import { css } from 'lit';

export const chatStyles = css`
  :host {
    /* ground of what the agent has said */
    --_own-bubble: var(--connect-own-bubble, color-mix(in srgb, var(--_accent) 16%, var(--_surface)));
    /* ground of what others have said */
    --_bubble: var(--connect-bubble, color-mix(in srgb, var(--_text) 8%, var(--_surface)));
    /* height of the conversation, where the page gives none */
    --_chat-size: var(--connect-chat-size, min(32rem, 70vh));

    display: block;
    block-size: var(--_chat-size);
    min-block-size: 7rem;
    container-type: inline-size;
    text-align: start;
  }

  :host(:state(idle)) {
    block-size: auto;
    min-block-size: 0;
  }

  .chat {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-1) var(--_gap-2);
    align-items: center;
    padding: var(--_gap-2) var(--_gap-3);
    border-block-end: 1px solid var(--_border);
  }

  .name {
    overflow-wrap: anywhere;
  }

  .verified {
    display: inline-flex;
    gap: 2px;
    align-items: center;
    padding-inline: var(--_gap-2);
    border-radius: 1em;
    background: color-mix(in srgb, var(--_success) 14%, var(--_surface));
    color: var(--_success);
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
  }

  .box {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }

  .transcript {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
    padding: var(--_gap-2) var(--_gap-3);
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .transcript:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }

  .quiet,
  .rest .quiet {
    color: var(--_text-quiet);
  }

  .earlier {
    display: flex;
    flex: none;
    margin: 0 auto var(--_gap-2);
  }

  .earlier,
  .notice button {
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 500;
  }

  .earlier:hover,
  .notice button:hover {
    background: var(--_surface-raised);
  }

  .jump {
    position: absolute;
    inset-block-end: var(--_gap-2);
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 2em;
    box-shadow: var(--_shadow);
  }

  .typing {
    display: flex;
    flex: none;
    gap: var(--_gap-2);
    align-items: center;
    padding-block-start: var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
  }

  .dots {
    display: inline-flex;
    gap: 3px;
    padding: 0.55em 0.7em;
    border-radius: 1em;
    background: var(--_bubble);
  }

  .dots i {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: currentColor;
    animation: bob 1.2s infinite ease-in-out;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes bob {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  .rest {
    display: grid;
    justify-items: center;
    gap: var(--_gap-1);
    padding: var(--_space);
    color: var(--_text);
    text-align: center;
  }

  .badge {
    color: var(--_text-quiet);
    font-size: 1.5em;
  }

  .drop-here {
    position: absolute;
    inset: var(--_gap-2);
    z-index: 2;
    display: grid;
    place-content: center;
    padding: var(--_gap-2);
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    font-weight: var(--_strong);
    text-align: center;
    pointer-events: none;
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .dots i {
      background: CanvasText;
    }
  }
`;
