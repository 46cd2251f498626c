// One contact: who it is, how it stands, and the buttons that its state allows.
import { type ChatLink, chatView } from './chat.js';
import { isUnderway, type PanelCommands } from './commands.js';
import { button, type ButtonOptions, runningTime } from './controls.js';
import { directory } from './directory.js';
import { h, type VNode } from './dom.js';
import { icon, type IconName } from './icons.js';
import { keypad } from './keypad.js';
import type { ContactView, PartyView, Verb } from './model.js';
import type { PanelState } from './panel-state.js';

/** What a card needs. */
export interface CardContext {
  readonly state: PanelState;
  readonly commands: PanelCommands;
  readonly chat: ChatLink;
  /** The service's time, in epoch milliseconds. */
  readonly now: number;
  /** True if the card is the only one: then it cannot be folded. */
  readonly alone: boolean;
  /** True if all of the card is shown. */
  readonly unfolded: boolean;
  changed(): void;
}

const BUTTONS: Readonly<Record<Verb, { label: string; icon: IconName; tone?: ButtonOptions['tone'] }>> = {
  accept: { label: 'Accept', icon: 'check', tone: 'go' },
  reject: { label: 'Reject', icon: 'close', tone: 'stop' },
  hold: { label: 'Hold', icon: 'hold' },
  resume: { label: 'Resume', icon: 'resume' },
  mute: { label: 'Mute', icon: 'mute' },
  unmute: { label: 'Unmute', icon: 'unmute' },
  keypad: { label: 'Keypad', icon: 'keypad' },
  transfer: { label: 'Transfer', icon: 'transfer' },
  swap: { label: 'Swap', icon: 'swap' },
  join: { label: 'Join', icon: 'join' },
  pause: { label: 'Pause', icon: 'hold' },
  continue: { label: 'Continue', icon: 'resume' },
  end: { label: 'End', icon: 'hangUp', tone: 'stop' },
  clear: { label: 'Clear', icon: 'check', tone: 'go' },
};

/** What stands under a contact that is over, for people. */
const LAST_WORDS: Partial<Readonly<Record<ContactView['mood'], string>>> = {
  after: 'Finish your notes, then clear the contact.',
  failed: 'This contact did not reach you. Clear it to take the next one.',
};

function partId(part: string, { id }: ContactView): string {
  return `${part}-${id}`;
}

function verbButton(verb: Verb, contact: ContactView, { state, commands, changed }: CardContext): VNode {
  const options = BUTTONS[verb];
  if (verb === 'keypad' || verb === 'transfer') {
    const { opened } = state;
    const expanded = opened?.part === verb && opened.contactId === contact.id;
    const toggle = (): void => {
      state.opened = expanded ? null : { part: verb, contactId: contact.id };
      state.digits = '';
      state.search = '';
      if (verb === 'transfer' && !expanded) void commands.loadQuickConnects();
      changed();
    };
    return button({ ...options, expanded, controls: partId(verb, contact), onPress: toggle });
  }
  const busy = isUnderway(state, verb, contact.id);
  return button({ ...options, busy, onPress: () => commands.act(verb, contact) });
}

function partyRow(party: PartyView, contact: ContactView, { state, commands }: CardContext): VNode {
  const verbs: ('hold' | 'resume' | 'end')[] = party.state === 'Left' ? [] : [party.onHold ? 'resume' : 'hold', 'end'];
  const buttons = verbs.map((verb) => {
    const name = `${BUTTONS[verb].label} ${party.who}`;
    const busy = isUnderway(state, verb, party.connectionId);
    const press = (): void => commands.actOnParty(verb, contact, party.connectionId);
    return button({ ...BUTTONS[verb], label: name, small: true, busy, onPress: press });
  });
  return h(
    'li',
    { key: party.connectionId, class: 'party' },
    h(
      'span',
      { class: 'party-lines' },
      h('span', { class: 'party-who' }, party.who),
      ' ',
      h('span', { class: 'party-state' }, party.state),
    ),
    buttons,
  );
}

function details(contact: ContactView, context: CardContext): VNode[] {
  const parts: VNode[] = [];
  if (contact.description) parts.push(h('p', { key: 'description', class: 'description' }, contact.description));
  const lastWords = LAST_WORDS[contact.mood];
  if (lastWords) parts.push(h('p', { key: 'last', class: 'hint' }, lastWords));
  if (contact.isVoice && contact.parties.length > 1 && contact.mood !== 'after') {
    const rows = contact.parties.map((party) => partyRow(party, contact, context));
    parts.push(h('ul', { key: 'parties', class: 'parties', 'aria-label': 'On this call' }, rows));
  }
  if (contact.attributes.length > 0) {
    const rows = contact.attributes.flatMap(([name, value]) => [
      h('dt', { key: `name-${name}` }, name),
      h('dd', { key: `value-${name}` }, value),
    ]);
    parts.push(h('dl', { key: 'attributes', class: 'attributes', 'aria-label': 'Attributes' }, rows));
  }
  return parts;
}

function openedPart(contact: ContactView, { state, commands, changed }: CardContext): VNode | null {
  const { opened } = state;
  if (!opened || opened.part === 'dialer' || opened.contactId !== contact.id) return null;
  if (opened.part === 'keypad') {
    if (!contact.verbs.includes('keypad')) return null;
    return keypad(partId('keypad', contact), state.digits, (digit) => void commands.sendDigits(contact, digit));
  }
  if (!contact.verbs.includes('transfer')) return null;
  const done = (worked: boolean): void => {
    if (!worked) return;
    state.opened = null;
    state.number = '';
    changed();
  };
  return directory(state, {
    id: partId('transfer', contact),
    heading: 'Transfer',
    label: 'Call',
    numbers: contact.isVoice,
    busy: state.underway.has(`createAdditionalConnection:${contact.id}`),
    onNumber: (number) => void commands.addNumber(contact, number).then(done),
    onQuickConnect: (quickConnect) => void commands.addQuickConnect(contact, quickConnect).then(done),
    changed,
  });
}

function head(contact: ContactView, { state, now, alone, unfolded, changed }: CardContext): VNode {
  const select = (): void => {
    state.selectedId = contact.id;
    changed();
  };
  const who = h('span', { class: 'who' }, contact.who);
  const title = alone || unfolded ? who : h('button', { type: 'button', class: 'unfold', onclick: select }, who);
  return h(
    'div',
    { key: 'head', class: 'card-head' },
    h('span', { class: 'channel', 'aria-hidden': 'true' }, icon(contact.icon)),
    h(
      'div',
      { class: 'card-lines' },
      h('h2', { class: 'card-title' }, title),
      h(
        'p',
        { class: 'card-line' },
        h('span', { class: 'card-state' }, contact.state),
        ` · ${contact.queue ?? contact.channel}`,
      ),
    ),
    h('p', { class: 'card-time' }, runningTime(contact.since, now)),
  );
}

/**
 * Draws a contact.
 * @param contact the contact.
 * @param context what the card needs.
 */
export function contactCard(contact: ContactView, context: CardContext): VNode {
  const { unfolded } = context;
  const urgent = contact.mood === 'ringing' || contact.mood === 'after' || contact.mood === 'failed';
  const muted = contact.verbs.includes('unmute');
  const tiles = contact.verbs.filter((verb) => BUTTONS[verb].tone === undefined).length;
  return h(
    'li',
    {
      key: contact.id,
      id: `contact-${contact.id}`,
      class: `card mood-${contact.mood}${unfolded ? ' unfolded' : ''}`,
      'data-contact-id': contact.id,
      'aria-current': unfolded && !context.alone ? 'true' : undefined,
    },
    h(
      'article',
      { 'aria-label': `${contact.channel}: ${contact.who}`, tabindex: '-1', class: 'card-body' },
      head(contact, context),
      unfolded && muted && h('p', { key: 'muted', class: 'muted' }, icon('mute'), 'Your microphone is off'),
      unfolded && details(contact, context),
      (unfolded || urgent) &&
        h(
          'div',
          { key: 'actions', class: contact.verbs.length > 2 ? `actions tiles tiles-${tiles}` : 'actions' },
          contact.verbs.map((verb) => verbButton(verb, contact, context)),
        ),
      unfolded &&
        contact.isChat &&
        contact.mood !== 'ringing' &&
        chatView(contact, context.state, context.chat, context.changed),
      unfolded && openedPart(contact, context),
    ),
  );
}
