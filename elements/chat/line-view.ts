// One line of a transcript as nodes, made by hand: a row costs what it shows, whatever stands above it.
import { type Attachment, isSaid, type Line } from '../conversations/line.js';
import { MARKDOWN } from '../conversations/session.js';
import { entryOf } from '../../src/conduit/entry-of.js';
import type { ChatContext } from './context.js';
import { fileName, oneLine, personName, readable } from './readable.js';
import { richText } from './rich-text.js';

/** Milliseconds within which lines of one speaker belong together. */
const TOGETHER = 5 * 60_000;

/** What can be done with a line. */
export interface LineActions {
  again(line: Line): void;
  discard(line: Line): void;
  open(attachment: Attachment): void;
}

/** How a line stands to the one before it. */
export interface LinePlace {
  /** True if it begins a day. */
  readonly isNewDay: boolean;
  /** True if it is said in another contact than the one before. */
  readonly isNewContact: boolean;
  /** True if its speaker has not just spoken. */
  readonly isFirst: boolean;
}

/** How a line stands to the one before it. */
export function placeOf(line: Line, previous: Line | undefined, contactId: string): LinePlace {
  const isNewDay = !previous || new Date(previous.at).toDateString() !== new Date(line.at).toDateString();
  const isNewContact = (previous?.contactId ?? contactId) !== line.contactId;
  const isSame =
    previous !== undefined &&
    isSaid(previous) === isSaid(line) &&
    previous.speaker === line.speaker &&
    previous.participantId === line.participantId &&
    line.at - previous.at < TOGETHER;
  return { isNewDay, isNewContact, isFirst: isNewDay || isNewContact || !isSame };
}

/** Names that the service itself goes by: no words for people. */
const SERVICE_NAMES: Readonly<Record<string, 'bot' | 'system'>> = { BOT: 'bot', SYSTEM_MESSAGE: 'system' };

/** Who says a line; never blank. */
export function speakerName({ isOwn, who, speaker }: Line, { terms, who: customer, identity }: ChatContext): string {
  if (isOwn) return terms.speakers.you;
  if (speaker === 'customer' && identity) return identity;
  const isPerson = speaker === 'customer' || speaker === 'agent';
  const service = isPerson ? undefined : entryOf<'bot' | 'system'>(SERVICE_NAMES, who);
  return service
    ? terms.speakers[service]
    : personName(who) || (speaker === 'customer' && customer) || terms.speakers[speaker];
}

/** An element that is called the same by the looks and by the page: its parts are its classes. */
function make(tag: string, part: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = part;
  element.setAttribute('part', part);
  element.append(...children);
  return element;
}

function button(part: string, words: string, act: () => void): HTMLElement {
  const element = make('button', part, words);
  element.classList.add('small');
  element.setAttribute('type', 'button');
  element.addEventListener('click', act);
  return element;
}

const isolated = (text: string): HTMLElement => {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
};

function divider(
  line: Line,
  { isNewDay, isNewContact }: LinePlace,
  { terms, formats, conversation }: ChatContext,
): Node[] {
  if (isNewContact) {
    const isPresent = line.contactId === conversation?.contactId;
    const words = isPresent ? terms.thisChat : terms.earlierChat(formats.day(line.at));
    return [make('p', 'divider contact-divider', words)];
  }
  return isNewDay ? [make('p', 'divider day', formats.day(line.at))] : [];
}

function attachmentView(attachment: Attachment, { terms, formats }: ChatContext, actions: LineActions): HTMLElement {
  const { size, scan, attachmentId } = attachment;
  const name = fileName(attachment.name);
  const about = [size !== null && formats.size(size), scan !== 'approved' && terms.scans[scan]].filter(
    (one) => one !== false,
  );
  const content = [make('span', 'file-name', isolated(name)), ' ', make('span', 'file-about', about.join(' · '))];
  if (scan !== 'approved' || attachmentId === '') return make('span', `file file-${scan}`, ...content);
  const opener = button('file file-approved', '', () => actions.open(attachment));
  opener.classList.remove('small');
  opener.title = terms.open(name);
  opener.append(...content);
  return opener;
}

function interactiveView({ interactive, text }: Line, { terms }: ChatContext): Node[] {
  if (!interactive) return richText(text, false);
  const { title, subtitle, choices, answer } = interactive;
  if (answer !== null) return [make('span', 'chosen', terms.chosen), ...richText(answer, false)];
  const list = make('ul', 'choices');
  list.setAttribute('aria-label', terms.choices);
  for (const choice of choices) {
    const item = make('li', 'choice', isolated(oneLine(choice.title)));
    if (choice.detail) item.append(make('span', 'choice-detail', isolated(oneLine(choice.detail))));
    list.append(item);
  }
  return [
    make('strong', 'interactive-title', readable(title)),
    ...(subtitle ? [make('span', 'interactive-subtitle', readable(subtitle))] : []),
    ...(choices.length > 0 ? [list] : []),
  ];
}

function body(line: Line, context: ChatContext, actions: LineActions): Node[] {
  if (line.attachments.length > 0) return line.attachments.map((one) => attachmentView(one, context, actions));
  if (line.interactive) return interactiveView(line, context);
  return richText(line.text, line.contentType === MARKDOWN);
}

function deliveryView(line: Line, { terms }: ChatContext, actions: LineActions): Node[] {
  const { delivery } = line;
  if (delivery === null) return [];
  const words = make('span', `delivery delivery-${delivery}`, terms.delivery[delivery]);
  if (delivery !== 'failed') return [words];
  return [
    words,
    button('again', terms.sendAgain, () => actions.again(line)),
    button('discard', terms.discard, () => actions.discard(line)),
  ];
}

/** What an event says; what the language has no words for is not shown. */
function happening(line: Line, context: ChatContext): string {
  const words = entryOf<(who: string) => string>(context.terms.happenings, line.event ?? '');
  return words?.(speakerName({ ...line, isOwn: false }, context)) ?? '';
}

/**
 * Fills the row of a line.
 * @param row the element; what was in it goes.
 * @param line the line.
 * @param place how it stands to the one before.
 * @param context what the element knows.
 * @param actions what its buttons do.
 */
export function fillRow(
  row: HTMLElement,
  line: Line,
  place: LinePlace,
  context: ChatContext,
  actions: LineActions,
): void {
  const { formats, terms } = context;
  const time = formats.time(line.at);
  if (!isSaid(line)) {
    row.className = 'line event';
    row.setAttribute('part', 'line event');
    const clock = make('time', 'time', time);
    row.replaceChildren(
      ...divider(line, place, context),
      make('p', 'happening', isolated(happening(line, context)), ' ', clock),
    );
    return;
  }
  const side = line.isOwn ? 'own' : line.speaker;
  row.className = `line ${side} ${line.isOwn || line.speaker === 'agent' ? 'ours' : 'theirs'} ${place.isFirst ? 'first' : ''}`;
  row.setAttribute('part', `line line-${side}`);
  const who = speakerName(line, context);
  const head = place.isFirst
    ? make('p', 'head', make('span', 'speaker', isolated(who)), ' ', make('time', 'time', time))
    : make('p', 'unseen', terms.said(who, time));
  const bubble = make('div', `bubble ${line.kind}`, ...body(line, context, actions));
  bubble.dir = 'auto';
  const delivery = deliveryView(line, context, actions);
  row.replaceChildren(
    ...divider(line, place, context),
    head,
    bubble,
    ...(delivery.length > 0 ? [make('p', 'meta', ...delivery)] : []),
  );
}
