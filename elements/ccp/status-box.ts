// What <connect-ccp> shows in place of the panel, or above it: where it stands in words, and the one thing to do.
import { html, nothing, type TemplateResult } from 'lit';
import type { CcpStatus } from '../../src/index.js';
import { hostErrorWords } from '../words/error-words.js';
import type { HostError } from '../host/state.js';
import type { CcpTerms } from './terms.js';

/** What the box says. */
export interface StatusBox {
  readonly status: CcpStatus;
  readonly error: HostError | null;
  /** The panel is still worth seeing: the box stands above it. */
  readonly isBanner: boolean;
  /** A coordinator of two regions is to begin. */
  readonly isWaiting: boolean;
  readonly terms: Pick<CcpTerms, 'status' | 'hostErrors' | 'dismiss' | 'enableSound' | 'waiting'>;
  /** What the doctor has found. */
  readonly report: Node | null | undefined;
  /** What is asked in place of the button, or nothing. */
  readonly question: TemplateResult | typeof nothing;
  /** Does what the button of the status says. */
  act(): void;
  /** The agent has read the warning. */
  dismiss(): void;
}

/** The box, or nothing for a panel that is well. */
export function statusBox({ status, error, isBanner, isWaiting, terms, report, question, act, dismiss }: StatusBox) {
  if (status === 'ready') {
    if (!error) return nothing;
    return html`
      <section class="status banner" part="status" role="status">
        <slot name="warning">
          <p class="error" part="text">${hostErrorWords(error, terms)}</p>
          ${
            error.code === 'sound-blocked'
              ? html`<button type="button" part="button" @click=${dismiss}>${terms.enableSound}</button>`
              : html`<button type="button" class="quiet" part="button" @click=${dismiss}>${terms.dismiss}</button>`
          }
        </slot>
      </section>
    `;
  }
  const { heading, text, action } = terms.status[status];
  return html`
    <section class="status ${isBanner ? 'banner' : ''}" part="status" role="status">
      <slot name=${status}>
        ${status === 'loading' ? html`<div class="progress" part="progress" aria-hidden="true"></div>` : nothing}
        <h2 part="title">${heading}</h2>
        <p class=${error ? 'error' : ''} part="text" dir="auto">
          ${error ? hostErrorWords(error, terms) : isWaiting ? terms.waiting : text}
        </p>
        ${
          action && question === nothing
            ? html`<button type="button" class="act" part="button" @click=${act}>${action}</button>`
            : question
        }
        ${report}
      </slot>
    </section>
  `;
}
