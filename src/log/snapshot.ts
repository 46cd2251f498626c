// Makes bounded, JSON-safe, redacted copies of whatever is handed to the log.
import { cut, isPlainId, isSecretKey, redacted, redactText } from './redact.js';

/** Objects nested deeper than this many levels are not followed. */
const maxDepth = 12;
/** About as many values are copied; a text counts as one more for each 64 units. */
const maxValues = 2000;
/** Lines of a stack that are kept. */
const maxStackLines = 30;

const errorKind = /Error|Exception/;

/** Keys in which there can be nothing to mask: one short word, and not the beginning of a token. */
const plainKey = /^(?!eyJ)[A-Za-z_]{1,40}$/;

/** An exception as an entry keeps it. Protocol section 8.2. */
export interface LoggedException {
  /** The error's name; for anything else its `code` or its kind. */
  type: string;
  /** The redacted message. */
  message: string;
  /** The redacted stack, one line each; empty where there is none. */
  stack: string[];
}

interface Copying {
  readonly masked: boolean;
  readonly path: object[];
  left: number;
}

/**
 * Copies `value` into what JSON can carry: cycles, windows, DOM nodes and unreadable properties become short labels, and
 * depth and size are bounded. With `masked` every key and text goes through redaction. Never throws.
 * Protocol sections 8.2 and 8.3.
 *
 * @param value anything
 * @param masked false leaves secrets readable
 * @returns a copy that shares nothing with `value`
 */
export function snapshot(value: unknown, masked = true): unknown {
  return copy(value, '', '', { masked, path: [], left: maxValues });
}

/**
 * Puts `value` into a few words: text as it is, an error as `Type: message`, an object as redacted JSON of at most
 * 1000 units. Never throws.
 *
 * @param value anything
 * @param masked false leaves secrets readable
 * @returns text, not yet redacted where `value` is text
 */
export function describe(value: unknown, masked = true): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isError(value)) {
    const { type, message } = describeException(value, masked);
    return `${type}: ${message}`;
  }
  const safe = snapshot(value, masked);
  const text = typeof safe === 'string' ? safe : JSON.stringify(safe ?? null);
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}

/**
 * Copies an exception: an Error of any realm, or whatever else was thrown. Never throws. Protocol section 8.2.
 *
 * @param thrown what a `catch` received
 * @param masked false leaves secrets readable
 * @returns type, message and stack
 */
export function describeException(thrown: unknown, masked = true): LoggedException {
  const safe = (text: string | number) => (masked ? redactText : cut)(String(text));
  const { name, type, code, message, stack } = fieldsOf(thrown, ['name', 'type', 'code', 'message', 'stack']);
  const error = isError(thrown);
  // An exception that came over the wire has been taken apart already: its stack is a list.
  const lines = Array.isArray(stack) ? stack.filter(isText).join('\n') : stack;
  return {
    type: safe([error ? name : type, code].find(isText) ?? kindOf(thrown)),
    message: safe(isText(message) ? message : error ? '' : describe(thrown, masked)),
    stack: isText(lines) ? safe(String(lines).trim()).split('\n', maxStackLines) : [],
  };
}

/**
 * Reads some properties of an object that may refuse to be read, such as the window of another origin.
 *
 * @param source anything
 * @param names the properties to read
 * @returns what could be read
 */
export function fieldsOf<Name extends string>(source: unknown, names: readonly Name[]): Partial<Record<Name, unknown>> {
  const fields: Partial<Record<Name, unknown>> = {};
  for (const name of names) {
    try {
      // An own `__proto__` sets the prototype of `fields` and so is not among its members.
      fields[name] = (source as Record<Name, unknown> | null | undefined)?.[name];
    } catch {
      // What another origin hides is not there for us.
    }
  }
  return fields;
}

function isText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

// `instanceof` would not know the errors of another frame.
function isError(value: unknown): boolean {
  return errorKind.test(kindOf(value));
}

function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'unreadable';
  }
}

function copy(value: unknown, key: string, parentKey: string, state: Copying): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (value === undefined || typeof value === 'symbol' || typeof value === 'function') return undefined;
  if (state.masked && key && isSecretKey(key, parentKey)) return redacted;
  if (state.left-- <= 0) return '[truncated]';
  if (typeof value === 'object') return copyObject(value, key, state);
  const text = `${value as string | number | bigint}`;
  state.left -= text.length >> 6;
  // A phone number may come as a number; ids and times may be as large.
  const small = typeof value !== 'string' && text.length < 10;
  const safe = small || isPlainId(key, text) ? text : state.masked ? redactText(text) : cut(text);
  return safe === text && Number.isFinite(value) ? value : safe;
}

function copyObject(source: object, key: string, state: Copying): unknown {
  if (state.path.includes(source)) return '[circular]';
  if (state.path.length >= maxDepth) return '[truncated]';
  state.path.push(source);
  try {
    return copyMembers(source, key, state);
  } catch {
    return '[unreadable]';
  } finally {
    state.path.pop();
  }
}

function copyMembers(source: object, key: string, state: Copying): unknown {
  const kind = kindOf(source);
  if (kind === 'Array' || kind === 'Set') return copyList(source as Iterable<unknown>, key, state);
  if (errorKind.test(kind)) return describeException(source, state.masked);
  const { toJSON } = source as { toJSON?: unknown };
  if (typeof toJSON === 'function') return copy(toJSON.call(source, key), key, '', state);
  const members: object = kind === 'Map' ? Object.fromEntries(source as Map<string, unknown>) : source;
  if (kind !== 'Map' && kind !== 'Object') return `[${kind}]`;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(members)) {
    if (state.left <= 0) break;
    // An own `__proto__` would set the prototype of the copy.
    if (name === '__proto__') continue;
    const safe = copy(fieldsOf(members, [name])[name], name, key, state);
    if (safe !== undefined) result[state.masked && !plainKey.test(name) ? redactText(name) : name] = safe;
  }
  return result;
}

function copyList(source: Iterable<unknown>, key: string, state: Copying): unknown[] {
  const result: unknown[] = [];
  for (const member of source) {
    if (state.left <= 0) break;
    result.push(copy(member, key, '', state) ?? null);
  }
  return result;
}
