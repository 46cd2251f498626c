// Looks of <connect-global-ccp>.
import { css } from 'lit';

export const globalCcpStyles = css`
  :host {
    display: grid;
    position: relative;
    gap: var(--_gap-2);
    /* width of the panels */
    inline-size: var(--connect-ccp-inline-size, 100%);
    min-inline-size: 0;
  }

  .notice {
    padding: var(--_gap-2) var(--_gap-3);
    border-inline-start: 3px solid var(--_border);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .notice.news {
    border-color: var(--_accent);
    color: var(--_text);
  }

  .notice.pending,
  .notice.wrong {
    border-color: var(--_warning);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  @media (forced-colors: active) {
    .notice {
      border-color: CanvasText;
    }
  }
`;
