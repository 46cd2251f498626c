// Times that callers give: what a timer can keep, what is taken in place of the rest, and the words for it.

/** The longest time that a timer keeps, in milliseconds: a longer one, and `Infinity`, it takes for none at all. */
export const LONGEST_TIME = 2_147_483_647;

/** How a time may be given, in milliseconds. */
export interface TimeRule {
  /** Taken in place of one that is no time. */
  readonly usual: number;
  /** Taken in place of a shorter one, which would make a timer run without a pause. */
  readonly least?: number;
  /** The longest one that makes sense: one beyond it counts as none. Left out, longer ones are bounded by {@link LONGEST_TIME}. */
  readonly most?: number;
}

/** How long an answer may be waited for, in milliseconds: an hour. Whoever gives more means that they do not care. */
export const LONGEST_WAIT = 3_600_000;

/** A time as it is taken. */
export interface TakenTime {
  /** Milliseconds, finite, and such as a timer keeps. */
  readonly time: number;
  /** One sentence on what was wrong with what was given, and what is done; null if nothing was. */
  readonly problem: string | null;
}

/** A number, or how far off it is: a log masks many digits, as they may be a phone number. */
function short(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1e6) return String(value);
  return value > 0 ? 'above that' : 'far below that';
}

/** How something that was given is written in a sentence. */
function written(given: unknown): string {
  if (typeof given === 'string') return `the text "${given.slice(0, 40)}"`;
  return typeof given === 'number' ? short(given) : `of the type ${typeof given}`;
}

/**
 * What a time has to be, in words.
 * @param least the shortest one, in milliseconds.
 * @param most the longest one; what a timer keeps if left out.
 */
export const timeWords = (least: number, most?: number): string =>
  `a number of milliseconds from ${least} to ${most ?? '2^31 - 1'}`;

/**
 * Takes a time that a caller has given. Nothing and null stand for the usual one; a number written as text counts as that number.
 * @param name what it is called where it is given, for the sentence.
 * @param given what was given.
 * @param rule what is usual, what is too short and what is too long, in milliseconds.
 */
export function takeTime(name: string, given: unknown, { usual, least = 1, most }: TimeRule): TakenTime {
  if (given === undefined || given === null) return { time: usual, problem: null };
  const isText = typeof given === 'string' && given.trim() !== '';
  const number = isText || typeof given === 'number' ? Number(given) : NaN;
  const isTime = number > 0 && !(most !== undefined && number > most);
  const time = isTime ? Math.min(Math.max(number, least), LONGEST_TIME) : usual;
  if (time === given) return { time, problem: null };
  const used = time === LONGEST_TIME ? '2^31 - 1' : time;
  return { time, problem: `${name} must be ${timeWords(least, most)}; it is ${written(given)}. ${used} is used.` };
}
