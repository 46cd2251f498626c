// What is said above the contacts, about all of them.
import { html } from 'lit';
import { icon } from '../looks/icons.js';
import type { ContactControlsTerms } from './terms.js';

/** Somebody talks who is muted. */
export const renderTalkingMuted = ({ talkingMuted }: ContactControlsTerms) =>
  html`<p class="talking-muted" part="talking-muted" role="alert">${icon('microphone-off')}${talkingMuted}</p>`;

/** Why no command can be sent. */
export const renderNotice = (reason: string) => html`<p class="notice" part="notice">${icon('warning')}${reason}</p>`;
