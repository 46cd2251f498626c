// Looks of <connect-ccp>.
import { css } from 'lit';

export const ccpStyles = css`
  :host {
    display: grid;
    position: relative;
    /* width of the panel */
    inline-size: var(--connect-ccp-inline-size, 100%);
    /* height of the panel */
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

  /* Above the page, whose layout stays as it is; the controls stay in reach. */
  :host([headless]:state(panel-shown)) {
    position: fixed;
    inset: auto var(--_space) var(--_space) auto;
    grid-template-rows: auto minmax(0, 1fr);
    z-index: 1000;
    inline-size: min(24rem, 100vw - 2 * var(--_space));
    block-size: min(40rem, 100dvh - 2 * var(--_space));
    margin: 0;
    padding: 0;
    box-shadow: var(--_shadow);
  }

  .layer {
    display: flex;
    justify-content: end;
    grid-area: 1 / 1;
    padding: var(--_gap-2);
    border-block-end: 1px solid var(--_border);
  }

  .layer button {
    margin: 0;
  }

  .layer ~ .frame,
  .layer ~ .status {
    grid-area: 2 / 1;
  }

  .quiet {
    min-block-size: var(--_small-size);
    border-color: var(--_field-border);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-size-small);
  }

  .quiet:hover {
    background: var(--_surface-raised);
  }

  /* Nobody is to come by the keyboard to what cannot be seen. */
  :host([headless]:not(:state(panel-shown))) .status {
    visibility: hidden;
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
    grid-auto-rows: max-content;
    place-content: safe center;
    justify-items: center;
    gap: var(--_gap-3);
    z-index: 1;
    padding: calc(var(--_space) * 2) min(var(--_space) * 1.5, 50% - 90px);
    overflow: auto;
    background: var(--_surface);
    text-align: center;
  }

  /* The panel is still worth seeing: say what is wrong above it. */
  .status.banner {
    place-content: start center;
    align-self: start;
    gap: var(--_gap-2);
    padding: var(--_gap-3) var(--_space);
    border-block-end: 2px solid var(--_warning);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  h2 {
    font-size: 1.2em;
    line-height: 1.3;
    text-wrap: balance;
  }

  .banner h2 {
    font-size: 1.07em;
  }

  p {
    max-inline-size: 46ch;
    color: var(--_text-quiet);
    text-wrap: pretty;
  }

  .error {
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  button {
    margin-block-start: var(--_gap-2);
  }

  .question {
    display: grid;
    justify-items: center;
    gap: var(--_gap-2);
    min-inline-size: 0;
  }

  .asked {
    color: var(--_text);
    font-weight: var(--_strong);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 var(--_gap-2);
    min-inline-size: 0;
  }

  .progress {
    font-size: 2em;
  }

  @media (forced-colors: active) {
    .status {
      border: 1px solid CanvasText;
    }

    /* Without a gap in it nobody sees that it turns. */
    .progress {
      border-block-start-color: Canvas;
    }
  }
`;
