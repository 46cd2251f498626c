// What is shown while there is no contact.
import { html } from 'lit';
import { icon } from '../looks/icons.js';

/**
 * The place of the contacts while there are none.
 * @param heading what is the case.
 * @param text what follows from it, or empty.
 */
export const renderIdle = (heading: string, text: string) => html`
  <div class="rest" part="idle" data-rest tabindex="-1">
    <slot name="idle"
      ><span class="badge" part="badge">${icon('phone')}</span
      ><strong part="title">${heading}</strong>${text && html`<span class="quiet" part="text">${text}</span>`}</slot
    >
  </div>
`;
