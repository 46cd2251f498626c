// Interactive messages: what the customer was given to choose from, and what they chose. Amazon Connect administrator guide,
// "Add Amazon Lex interactive messages for customers in chat".
import { isRecord } from '../../src/conduit/wire.js';

/** Something to choose. */
export interface Choice {
  readonly title: string;
  readonly detail: string;
}

/** An interactive message, or the answer to one. */
export interface Interactive {
  readonly title: string;
  readonly subtitle: string;
  readonly choices: readonly Choice[];
  /** What was chosen; null for the message itself. */
  readonly answer: string | null;
}

/** Choices that are shown of one message: the service has fewer. */
const MOST_CHOICES = 40;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A moment of a time picker, with how long it takes. */
function slotTitle({ date, duration }: Readonly<Record<string, unknown>>): string {
  const at = Date.parse(text(date));
  if (Number.isNaN(at)) return text(date);
  const end = typeof duration === 'number' ? at + duration * 1000 : null;
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return end ? format.formatRange(at, end) : format.format(at);
}

function choiceOf(value: unknown): Choice {
  if (!isRecord(value)) return { title: text(value), detail: '' };
  return { title: text(value.title) || slotTitle(value), detail: text(value.subtitle) };
}

/** The elements of a content: a flat list, or lists in groups, or, in a carousel, contents of their own. */
function choicesOf(content: Readonly<Record<string, unknown>>): Choice[] {
  const elements = [...listOf(content.elements), ...listOf(content.timeslots), ...listOf(content.timeSlots)];
  return elements.flatMap((element): Choice[] => {
    if (isRecord(element) && isRecord(element.data) && isRecord(element.data.content)) {
      const { content: inner } = element.data;
      return [choiceOf({ ...element, ...inner }), ...choicesOf(inner)];
    }
    return [choiceOf(element)];
  });
}

/** The answer's own words: the service sends the content of the chosen element, an action, or plain text. */
function answerOf(content: string, parsed: unknown): string {
  if (!isRecord(parsed)) return content;
  const { data, action } = parsed as { data?: unknown; action?: unknown };
  const outer = isRecord(data) ? data : parsed;
  const inner = isRecord(outer.content) ? { ...outer, ...outer.content } : outer;
  return (
    text(inner.actionTitle) || text(inner.title) || text(inner.value) || text(inner.content) || text(action) || content
  );
}

/**
 * Reads the content of an interactive message.
 * @param content as it was sent: JSON, mostly.
 * @param isAnswer true for what was chosen.
 * @returns what cannot be read is an answer of its own words.
 */
export function interactiveOf(content: string, isAnswer: boolean): Interactive {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return { title: '', subtitle: '', choices: [], answer: content };
  }
  if (!isRecord(parsed)) return { title: '', subtitle: '', choices: [], answer: String(parsed) };
  const data = isRecord(parsed.data) ? parsed.data : undefined;
  const inner = data && isRecord(data.content) ? data.content : undefined;
  if (!inner || isAnswer) return { title: '', subtitle: '', choices: [], answer: answerOf(content, parsed) };
  return {
    title: text(inner.title),
    subtitle: text(inner.subtitle),
    choices: choicesOf(inner)
      .filter(({ title }) => title)
      .slice(0, MOST_CHOICES),
    answer: null,
  };
}
