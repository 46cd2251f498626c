// Looks of the transcript of <connect-chat>.
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
    font-weight: 600;
  }

  .box {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }

  .transcript {
    flex: 1 1 auto;
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

  .lines {
    display: flex;
    flex-direction: column;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    content-visibility: auto;
    contain-intrinsic-size: auto 2.5rem;
  }

  .ours {
    align-items: flex-end;
  }

  .first,
  .event {
    margin-block-start: var(--_gap-2);
  }

  .divider {
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    align-self: stretch;
    margin-block: var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: 600;
    text-align: center;
  }

  .divider::before,
  .divider::after {
    flex: 1 1 1rem;
    border-block-start: 1px solid var(--_border);
    content: '';
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap-2);
    align-items: baseline;
    max-inline-size: 100%;
    padding-inline: var(--_gap-1);
    font-size: var(--_font-size-small);
  }

  .speaker {
    max-inline-size: 100%;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .time,
  .meta {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size-small) * 0.93);
    font-variant-numeric: tabular-nums;
  }

  .bubble {
    max-inline-size: min(100%, max(80%, 15rem), 42rem);
    padding: 0.4em 0.75em;
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_bubble);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: isolate;
    /* Accents upon accents stay in their bubble. */
    overflow: hidden;
  }

  .own .bubble {
    background: var(--_own-bubble);
  }

  .agent .bubble {
    border: 1px solid var(--_border);
  }

  .bot .bubble,
  .system .bubble {
    border: 1px dashed var(--_field-border);
    background: none;
  }

  .theirs.first .bubble {
    border-start-start-radius: 4px;
  }

  .ours.first .bubble {
    border-start-end-radius: 4px;
  }

  .bubble ul,
  .bubble ol {
    margin: 0;
    padding-inline-start: 1.4em;
    white-space: normal;
  }

  .bubble ul {
    list-style: disc;
  }

  .bubble a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap-1) var(--_gap-2);
    align-items: center;
    justify-content: flex-end;
    padding-inline: var(--_gap-1);
  }

  /* Of messages that have all come as far, the last one says so. */
  .own:has(+ .own .delivery-sent) .delivery-sent,
  .own:has(+ .own .delivery-delivered) .delivery-delivered,
  .own:has(+ .own .delivery-read) .delivery-read {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .own {
    position: relative;
  }

  .delivery-failed {
    color: var(--_danger);
    font-weight: 600;
  }

  .own:has(.delivery-waiting, .delivery-sending) .bubble {
    opacity: 0.75;
  }

  .own:has(.delivery-failed) .bubble {
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .event {
    align-items: center;
  }

  .happening {
    padding: 1px var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .quiet,
  .rest .quiet {
    color: var(--_text-quiet);
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_text);
  }

  .file {
    display: flex;
    flex-direction: column;
    gap: 0;
    align-items: flex-start;
    min-block-size: 0;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }

  button.file {
    text-decoration: underline;
    text-underline-offset: 2px;
    min-block-size: 24px;
  }

  button.file:hover {
    background: none;
    text-decoration-thickness: 2px;
  }

  .file-name {
    max-inline-size: 100%;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .file-about {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .file-rejected .file-name {
    text-decoration: line-through;
  }

  .file-rejected .file-about {
    color: var(--_danger);
  }

  .interactive-title,
  .interactive-subtitle,
  .choice-detail,
  .chosen {
    display: block;
  }

  .chosen,
  .choice-detail,
  .interactive-subtitle {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .earlier {
    display: flex;
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

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .own .bubble {
      border: 2px solid Highlight;
    }

    .dots i {
      background: CanvasText;
    }
  }
`;
