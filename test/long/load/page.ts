// The page of the shift: a host and its siblings, and a second model that knows what must be heard and drawn.
import '../../../elements/define.js';
import type { Contact } from '../../../src/index.js';
import { CONTACTS, type Heard, RATE, Shift } from './shift.js';

/** What a part of the shift was like. Times are in milliseconds. */
interface Report {
  /** What differs from the model; null if nothing does. */
  wrong: string | null;
  updates: number;
  /** Rows drawn. */
  rows: number;
  /** How often the selected contact went, so that another one was drawn as the selected one. */
  moves: number;
  /** From a message's arrival to the end of what our code does in its task. */
  times: number[];
}

declare global {
  interface Window {
    advance(milliseconds: number): Promise<void>;
  }
}

const ccp = document.querySelector('connect-ccp')!;
const controls = document.querySelector('connect-contact-controls')!;

const calls: string[] = [];
const facts: string[] = [];
let refreshes = 0;
/** Whose rows were drawn since the last look. */
let drawn: string[] = [];
let shift: Shift;

/** Every row that is drawn is drawn by this method. */
function countRows(): void {
  const proto = Object.getPrototypeOf(controls) as { renderContact(...args: unknown[]): unknown };
  const { renderContact } = proto;
  proto.renderContact = function (...args) {
    drawn.push((args[0] as { contactId: string }).contactId);
    return renderContact.apply(this, args);
  };
}

function listen(): void {
  ccp.connect.contact((contact: Contact) => {
    const id = contact.getContactId();
    calls.push(`${id} init`);
    contact.onConnected(() => calls.push(`${id} connected`));
    contact.onEnded(() => calls.push(`${id} ended`));
    contact.onDestroy(() => calls.push(`${id} destroyed`));
    contact.onRefresh(() => refreshes++);
  });
  for (const fact of ['added', 'change', 'removed'] as const) {
    ccp.addEventListener(`connect-contact-${fact}`, ({ contactId }) => facts.push(`${contactId} ${fact}`));
  }
  ccp.addEventListener('connect-ringing', ({ contactId }) => facts.push(`${contactId} ringing`));
}

/** The task in which a message is dealt with: this is the first listener of the page, the other one the last. */
let arrived = 0;
let times: number[] = [];
let selected: string | null = null;
let rows = 0;
let moves = 0;
/** What the updates that have not come yet are about, and the first one that drew other rows than it should. */
let expected: Heard[] = [];
let misdrawn: string | null = null;

const isUpdate = ({ data }: MessageEvent<{ event?: string }>): boolean => data.event === 'agent::update';

addEventListener('message', (event: MessageEvent<{ event?: string }>) => {
  if (event.source !== ccp.connect.core.getFrame()?.contentWindow) return;
  arrived = performance.now();
});

function measure(): void {
  addEventListener('message', (event: MessageEvent<{ event?: string }>) => {
    if (!isUpdate(event)) return;
    times.push(performance.now() - arrived);
    compareRows(expected.shift()!);
  });
}

const selectedRow = (): string | null =>
  controls.renderRoot.querySelector<HTMLElement>('[aria-current]')?.dataset.contact ?? null;

/** An update draws the row of its contact, and that of the next selected one if it took the selected one away; no other. */
function compareRows({ facts: [fact] }: Heard): void {
  const [about] = fact.split(' ');
  const due = new Set([about]);
  const present = selectedRow();
  const isGone = !ccp.state.contacts.some(({ contactId }) => contactId === selected);
  if (isGone && present !== null) {
    moves++;
    due.add(present);
  } else if (present !== selected) misdrawn ??= `the selection went from ${selected} to ${present}`;
  selected = present;
  rows += drawn.length;
  const found = drawn.toSorted();
  drawn = [];
  misdrawn ??= difference('rows', found, [...due].toSorted());
}

const told = (message: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const listener = ({ data }: MessageEvent<{ done?: boolean }>): void => {
      if (!data.done) return;
      removeEventListener('message', listener);
      resolve(null);
    };
    addEventListener('message', listener);
    ccp.connect.core.getFrame()!.contentWindow!.postMessage(message, '*');
  });

/** Begins the shift. To be called once, when the frame's script is there. */
async function begin(seed: number): Promise<void> {
  shift = new Shift(seed);
  countRows();
  listen();
  await told({ begin: seed });
  await controls.updateComplete;
  // The library that writes numbers has come when the first one is written, and has had all rows drawn anew.
  while (!controls.renderRoot.querySelector('[data-number]')?.textContent.includes(' '))
    await new Promise(requestAnimationFrame);
  await controls.updateComplete;
  selected = selectedRow();
  drawn = [];
  measure();
}

const difference = (what: string, is: readonly string[], should: readonly string[]): string | null => {
  const at = should.findIndex((line, index) => is[index] !== line);
  if (at < 0 && is.length === should.length) return null;
  return `${what}: ${is.length}, not ${should.length}; at ${at}: ${is[at]}, not ${should[at]}`;
};

/** Goes on with the shift, second by second. */
async function work(updates: number): Promise<Report> {
  calls.length = facts.length = refreshes = rows = moves = 0;
  times = [];
  const wrong: string[] = [];
  for (let done = 0; done < updates && wrong.length === 0; done += RATE) {
    const steps = Array.from({ length: RATE }, () => shift.step());
    expected = [...steps];
    await told({ updates: RATE });
    await window.advance(1000);
    const shown = ccp.state.contacts.map(({ contactId, state }) => `${contactId} ${state.type}`);
    const found = [
      difference(
        'heard by the API',
        calls.splice(0),
        steps.flatMap((step) => step.calls),
      ),
      difference(
        'heard by the element',
        facts.splice(0),
        steps.flatMap((step) => step.facts),
      ),
      difference('seen', shown, shift.seen),
      refreshes === RATE * CONTACTS ? null : `${refreshes} refreshes, not ${RATE * CONTACTS}`,
      misdrawn,
      difference('rows drawn besides', drawn, []),
      ccp.status === 'ready' ? null : `the panel is ${ccp.status}`,
    ];
    refreshes = 0;
    wrong.push(...found.filter((line) => line !== null).map((line) => `in second ${done / RATE}: ${line}`));
  }
  await controls.updateComplete;
  return { wrong: wrong[0] ?? null, updates, rows, moves, times };
}

Object.assign(window, { begin, work });
