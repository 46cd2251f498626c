// Looks of the lines of a conversation.
import { css } from 'lit';

export const lineStyles = css`
  /* A short conversation stands where the agent writes. */
  .lines {
    flex: none;
    margin: auto 0 0;
    padding: 0;
    list-style: none;
  }

  .line {
    display: flex;
    padding-block-start: 2px;
    flex-direction: column;
    align-items: flex-start;
  }

  .ours {
    align-items: flex-end;
  }

  .first,
  .event {
    padding-block-start: calc(var(--_gap-2) + 2px);
  }

  .divider {
    display: flex;
    gap: var(--_gap-2);
    align-items: center;
    align-self: stretch;
    margin-block: var(--_gap-2);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: var(--_strong);
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
    font-weight: var(--_strong);
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
    font-weight: var(--_strong);
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

  .again,
  .discard {
    padding-inline: var(--_gap-2);
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 500;
  }

  .again:hover,
  .discard:hover {
    background: var(--_surface-raised);
  }

  .discard {
    border-color: transparent;
  }

  /* What a chat that is over has not taken can be read, and copied. */
  :host(:state(ended)) .again {
    display: none;
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
    min-block-size: 24px;
  }

  button.file:hover {
    background: none;
  }

  button.file .file-name {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  button.file:hover .file-name {
    text-decoration-thickness: 2px;
  }

  .file-name {
    max-inline-size: 100%;
    font-weight: var(--_strong);
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

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .own .bubble {
      border: 2px solid Highlight;
    }
  }
`;
