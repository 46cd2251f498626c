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
import type { ControlsContext } from './context.js';
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

/** What the head of an item needs besides the contact. */
export interface HeadView {
  readonly context: Pick<ControlsContext, 'terms' | 'shown' | 'written' | 'duration'>;
  /** Called to select it; undefined if there is nothing to choose between. */
  readonly select: (() => void) | undefined;
  readonly isSelected: boolean;
  /** Seconds on hold from which on the time is a warning, or undefined. */
  readonly holdSeconds: number | undefined;
}

/** Who a contact is, its state, and since when. */
export function renderHead(contact: ContactView, view: HeadView): TemplateResult {
  const { context, select, isSelected } = view;
  const { terms, shown, written } = context;
  const { phoneNumber, emailAddress, queue, identity } = contact;
  const who = html`<span class="who" part="who">${shown(whoOf(contact, terms))}</span>`;
  const about = [phoneNumber, emailAddress, queue].filter((fact) => fact && fact !== whoOf(contact, terms));
  return html`<div class="head" part="head">
    <span class="badge" part="badge">
      ${identity?.picture ? html`<img part="picture" src=${identity.picture} alt="" />` : icon(kindIcon(contact))}
    </span>
    ${
      select
        ? html`<button class="select" part="select" type="button" aria-expanded=${String(isSelected)} @click=${select}>
            ${who}
          </button>`
        : who
    }
    <span class="about" part="about">
      <span class="unseen">${terms.kinds[kindOf(contact)]}</span>
      <span class="state" part="state">${stateWords(contact, terms, written)}</span>
      ${renderIdentity(contact, terms)}
      ${about.map((text) => html`<span class="fact" part="fact">${shown(text!)}</span>`)}
    </span>
    ${renderTimes(contact, view)}
  </div>`;
}

/** What the page knows besides the name. */
function renderIdentity({ identity }: ContactView, terms: ContactControlsTerms) {
  const { detail, href } = identity ?? {};
  if (!href) return detail ? html`<span class="fact" part="fact detail"><bdi>${detail}</bdi></span>` : nothing;
  return html`<span class="fact" part="fact detail"
    ><a class="record" part="record" href=${href} target="_blank" rel="noopener noreferrer"
      ><bdi>${detail || terms.record}</bdi><span class="unseen"> (${terms.newTab})</span></a
    ></span
  >`;
}

/** How long it has lasted, or the work after it; how long somebody waits, or how long it had lasted. */
function renderTimes(contact: ContactView, { context: { terms, duration }, holdSeconds }: HeadView): TemplateResult {
  const { times } = terms;
  const { state, begun, heldSince, lasted, customerWroteAt } = contact;
  const isOver = isFinished(contact);
  return html`<span class="times" part="times">
    <span class="unseen">${isOver ? times.work : times.contact}</span>
    <span class="time" part="time" role="timer" data-since=${isOver ? state.since : (begun ?? state.since)}></span>
    ${
      heldSince === null
        ? nothing
        : html`<span class="unseen">${times.hold}</span>
            <span class="held"
              >${icon('pause')}<span
                part="hold-time"
                role="timer"
                data-since=${heldSince}
                data-limit=${holdSeconds ?? nothing}
                data-who=${whoOf(contact, terms)}
              ></span
            ></span>`
    }
    ${
      isOver || customerWroteAt === null
        ? nothing
        : html`<span class="unseen">${times.message}</span>
            <span class="waits"
              >${icon('chat')}<span part="message-time" role="timer" data-since=${customerWroteAt}></span
            ></span>`
    }
    ${
      isOver && lasted !== null
        ? html`<span class="unseen">${times.lasted}</span>
            <span class="lasted">${icon(kindIcon(contact))}<span part="call-time">${duration(lasted)}</span></span>`
        : nothing
    }
  </span>`;
}

/** True for an address that may be opened. */
const isLink = (value: string): boolean => /^https:\/\/[^\s/]/i.test(value);

/** What a task is about and refers to, and the subject of an e-mail. */
export function renderContent({ description, references, subject, who }: ContactView, terms: ContactControlsTerms) {
  const entries = Object.entries(references);
  return html`${subject && subject !== who ? html`<p class="subject" part="subject" dir="auto">${subject}</p>` : nothing}
  ${description ? html`<p class="description" part="description" dir="auto">${description}</p>` : nothing}
  ${
    entries.length === 0
      ? nothing
      : html`<dl class="attributes" part="references" aria-label=${terms.references}>
          ${entries.map(
            ([name, { value }]) =>
              html`<dt part="reference-name"><bdi>${name}</bdi></dt>
                <dd part="reference">
                  ${
                    isLink(value)
                      ? html`<a class="record" href=${value} target="_blank" rel="noopener noreferrer"
                          ><bdi>${value}</bdi><span class="unseen"> (${terms.newTab})</span></a
                        >`
                      : html`<bdi>${value}</bdi>`
                  }
                </dd>`,
          )}
        </dl>`
  }`;
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
 * @param context the words, and how numbers are shown.
 * @param enabled false while no command can be sent.
 * @param use called when a control is used.
 */
export function renderParties(
  contact: ContactView,
  { terms, shown }: Pick<ControlsContext, 'terms' | 'shown'>,
  enabled: boolean,
  use: (verb: DirectVerb, connectionId: string) => void,
) {
  const parties = partiesOf(contact);
  const joined = joinedOf(contact);
  if (parties.length + joined.length < 2 || !isVoice(contact) || contact.state.type !== 'connected') return nothing;
  const control = (party: ConnectionView, verb: 'hold' | 'resume' | 'hang-up', name: string, label: string) => {
    const isUsable = enabled && !contact.pending.includes(verb);
    return html`<button
      class="small ${verb === 'hang-up' ? 'removing' : ''}"
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
            <strong part="party-name">${shown(who)}</strong>
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
