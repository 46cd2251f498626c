// One contact as it is shown: who it is, what is known, who takes part.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isFinished, isVoice } from '../host/contact.js';
import { hangUp } from '../verbs/hang-up.js';
import { hold } from '../verbs/hold.js';
import { resume } from '../verbs/resume.js';
import type { DirectVerb } from '../verbs/verb.js';
import type { ConnectionView, ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import { joinedOf, partiesOf, partyName, stateWords, whoOf } from './contact-words.js';
import { kindIcon, kindOf } from '../looks/kind-icons.js';
import type { ContactControlsTerms } from './terms.js';

/** Attributes that are shown without asking for them. */
const FEW = 4;

/** What looks different in the state that a contact is in. */
export function stateClass(contact: ContactView, terms: ContactControlsTerms): string {
  const words = stateWords(contact, terms);
  if (isFinished(contact)) return `over ${contact.state.type}`;
  if (contact.ringing) return 'ringing';
  if (words === terms.states.hold || words === terms.states.paused) return 'hold';
  return contact.state.type === 'connected' ? 'live' : 'calling';
}

/**
 * Who a contact is, its state, and since when.
 * @param contact the contact.
 * @param terms the words.
 * @param select called to select it; undefined if there is nothing to choose between.
 * @param isSelected true if it is selected.
 */
export function renderHead(
  contact: ContactView,
  terms: ContactControlsTerms,
  select: (() => void) | undefined,
  isSelected: boolean,
): TemplateResult {
  const { phoneNumber, emailAddress, queue, state } = contact;
  const who = html`<span class="who" part="who"><bdi>${whoOf(contact, terms)}</bdi></span>`;
  const about = [phoneNumber, emailAddress, queue].filter((fact) => fact && fact !== contact.who);
  const content = html`
    <span class="badge" part="badge">${icon(kindIcon(contact))}</span>
    ${
      select
        ? html`<button class="select" part="select" type="button" aria-expanded=${String(isSelected)} @click=${select}>
            ${who}
          </button>`
        : who
    }
    <span class="about" part="about">
      <span class="unseen">${terms.kinds[kindOf(contact)]}</span>
      <span class="state" part="state">${stateWords(contact, terms)}</span>
      ${about.map((text) => html`<span class="fact" part="fact"><bdi>${text}</bdi></span>`)}
    </span>
    <span class="time" part="time" role="timer" data-since=${state.since}></span>
  `;
  return html`<div class="head" part="head">${content}</div>`;
}

/** What is known of the contact, as text whatever it is; folded up if it is much. */
export function renderAttributes({ attributes }: ContactView, terms: ContactControlsTerms) {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return nothing;
  const list = html`<dl part="attributes">
    ${entries.map(
      ([name, value]) =>
        html`<dt part="attribute-name">${name}</dt>
          <dd part="attribute-value"><bdi>${value || terms.unknown}</bdi></dd>`,
    )}
  </dl>`;
  return entries.length <= FEW
    ? html`<div class="attributes">${list}</div>`
    : html`<details class="attributes">
        <summary part="attributes-summary">${terms.attributes(entries.length)}</summary>
        ${list}
      </details>`;
}

/** What can be done with one party of a call. */
const PARTY_VERBS = { hold, resume, 'hang-up': hangUp } as const;

/**
 * Who takes part in a call of several, and what can be done with each.
 * @param contact the contact.
 * @param terms the words.
 * @param enabled false while no command can be sent.
 * @param use called when a control is used.
 */
export function renderParties(
  contact: ContactView,
  terms: ContactControlsTerms,
  enabled: boolean,
  use: (verb: DirectVerb, connectionId: string) => void,
) {
  const parties = partiesOf(contact);
  const joined = joinedOf(contact);
  if (parties.length + joined.length < 2 || !isVoice(contact) || contact.state.type !== 'connected') return nothing;
  const control = (party: ConnectionView, verb: 'hold' | 'resume' | 'hang-up', name: string, label: string) => {
    const isUsable = enabled && !contact.pending.includes(verb);
    return html`<button
      class="small"
      part="party-control party-${verb}"
      type="button"
      aria-label=${label}
      aria-disabled=${isUsable ? nothing : 'true'}
      @click=${() => isUsable && use(PARTY_VERBS[verb], party.connectionId)}
    >
      ${name}
    </button>`;
  };
  const { party: words, commands } = terms;
  return html`<ul class="parties" part="parties" aria-label=${terms.parties}>
    ${repeat(
      parties,
      ({ connectionId }) => connectionId,
      (party) => {
        const who = partyName(contact, party, terms);
        const { state } = party;
        return html`<li class="party" part="party">
          <div>
            <strong part="party-name"><bdi>${who}</bdi></strong>
            <span class="quiet" part="party-state"
              >${state === 'hold' ? words.hold : state === 'connecting' ? words.calling : words.connected}</span
            >
          </div>
          <div>
            ${
              state === 'hold'
                ? control(party, 'resume', commands.resume[0], words.resumeParty(who))
                : state === 'connected'
                  ? control(party, 'hold', commands.hold[0], words.holdParty(who))
                  : nothing
            }
            ${control(party, 'hang-up', commands.remove[0], words.removeParty(who))}
          </div>
        </li>`;
      },
    )}
    ${joined.map(
      ({ who }) =>
        html`<li class="party" part="party">
          <div>
            <strong part="party-name"><bdi>${who || terms.supervisor}</bdi></strong>
            <span class="quiet" part="party-state">${words.joined}</span>
          </div>
        </li>`,
    )}
  </ul>`;
}
