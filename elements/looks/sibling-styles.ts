// Looks that the elements beside a panel share, besides those of all: they come with what these elements show.
import { css } from 'lit';

/** Tokens of what takes and ends contacts, and icons. Declared as those of all elements are. */
export const siblingStyles = css`
  :host {
    /* ground of what takes a contact, and of a state in which contacts come */
    --_success: var(--connect-success, light-dark(#13713c, #6fd695));
    /* text on success */
    --_on-success: var(--connect-on-success, light-dark(#ffffff, #06210f));
    /* ground of what ends a contact, and what went wrong */
    --_danger: var(--connect-danger, light-dark(#b3261e, #ff7f77));
    /* text on danger */
    --_on-danger: var(--connect-on-danger, light-dark(#ffffff, #330603));
    /* success under the pointer */
    --_success-hover: var(--connect-success-hover, color-mix(in srgb, var(--_success) 82%, var(--_text)));
    /* danger under the pointer */
    --_danger-hover: var(--connect-danger-hover, color-mix(in srgb, var(--_danger) 82%, var(--_text)));
    /* size of icons */
    --_icon-size: var(--connect-icon-size, 1.25em);
  }

  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .small,
  .chip {
    min-block-size: var(--_small-size);
    padding: 2px var(--_gap-3);
    font-size: var(--_font-size-small);
  }

  .icon {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :host(:state(rtl)) .pointing {
    scale: -1 1;
  }
`;
