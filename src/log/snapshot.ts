// Makes bounded, JSON-safe, redacted copies of whatever is handed to the log.
import { cut, redactText, redactValue } from './redact.js';
import { isSecretKey, redacted } from './secrets.js';

/** Objects nested deeper than this many levels are not followed. */
const MAX_DEPTH = 12;
/** About as many values are copied; a text or a key counts as one more for each 64 units. */
export const MAX_VALUES = 2000;
/** Keys are cut near this length, in UTF-16 units. */
const MAX_KEY_LENGTH = 200;
/** Types of exceptions are cut near this length. */
const MAX_TYPE_LENGTH = 200;
/** Lines of a stack that are kept. */
const MAX_STACK_LINES = 30;

const errorKind = /Error|Exception/;

/** An exception as an entry keeps it. docs/protocol.md, section 8.2. */
export interface LoggedException {
  /** The error's name; for anything else its `code` or its kind. */
  type: string;
  /** The redacted message. */
  message: string;
  /** The redacted stack, one line each; empty where there is none. */
  stack: string[];
}

/** How many values may still be copied. */
export interface Allowance {
  left: number;
}

/**
 * Copies `value` into what JSON can carry: cycles, windows, DOM nodes and unreadable properties become short labels, and
 * depth and size are bounded. With `masked` every key and text goes through redaction. Never throws.
 * docs/protocol.md, sections 8.2 and 8.3.
 * @param value anything.
 * @param masked false leaves secrets readable.
 * @param allowance what may be copied; it is used up.
 * @returns a copy that shares nothing with `value`.
 */
export function snapshot(value: unknown, masked = true, allowance: Allowance = { left: MAX_VALUES }): unknown {
  const path: object[] = [];

  function copy(source: unknown, key: string, parentKey: string): unknown {
    if (source === null || typeof source === 'boolean') return source;
    if (source === undefined || typeof source === 'symbol' || typeof source === 'function') return undefined;
    if (masked && isSecretKey(key, parentKey)) return redacted;
    if (allowance.left-- <= 0 || path.length > MAX_DEPTH) return '[truncated]';
    if (typeof source !== 'object') return copyText(source as string | number | bigint, key);
    if (path.includes(source)) return '[circular]';
    path.push(source);
    try {
      return copyMembers(source, key);
    } catch {
      return '[unreadable]';
    } finally {
      path.pop();
    }
  }

  function copyText(source: string | number | bigint, key: string): unknown {
    const text = String(source);
    // A phone number may come as a number; ids and times may be as large.
    const safe = masked ? redactValue(key, text) : cut(text);
    allowance.left -= safe.length >> 6;
    return safe === text && Number.isFinite(source) ? source : safe;
  }

  function copyMembers(source: object, key: string): unknown {
    const kind = kindOf(source);
    if (errorKind.test(kind)) return copyException(source);
    if (kind === 'Array' || kind === 'Set') return copyList(source as Iterable<unknown>, key);
    const { toJSON } = source as { toJSON?: unknown };
    if (typeof toJSON === 'function') return copy(toJSON.call(source, key), key, '');
    if (kind === 'Map') return copyEntries(source as Map<unknown, unknown>, key);
    if (kind !== 'Object') return cut(`[${kind}]`, MAX_KEY_LENGTH);
    return copyEntries(membersOf(source), key);
  }

  function copyException(source: object): LoggedException {
    const copied = describeException(source, masked);
    allowance.left -= copied.stack.length + (copied.message.length >> 6);
    return copied;
  }

  function copyList(list: Iterable<unknown>, key: string): unknown[] {
    const result: unknown[] = [];
    for (const member of list) {
      if (allowance.left <= 0) break;
      result.push(copy(member, key, '') ?? null);
    }
    return result;
  }

  function copyEntries(entries: Iterable<readonly [unknown, unknown]>, key: string): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [nameGiven, member] of entries) {
      if (allowance.left <= 0) break;
      const name = cut(describe(nameGiven), MAX_KEY_LENGTH);
      // An own `__proto__` would set the prototype of the copy.
      const safe = name === '__proto__' ? undefined : copy(member, name, key);
      if (safe === undefined) continue;
      result[masked ? redactText(name) : name] = safe;
      allowance.left -= name.length >> 6;
    }
    return result;
  }

  return copy(value, '', '');
}

/**
 * Puts `value` into a few words: text as it is, an error as `Type: message`, an object as JSON of about 1000 units at
 * most. Never throws.
 * @param value anything.
 * @returns text, not yet redacted.
 */
export function describe(value: unknown): string {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isError(value)) {
    const { type, message } = describeException(value, false);
    return `${type}: ${message}`;
  }
  const safe = snapshot(value, false);
  return typeof safe === 'string' ? safe : cut(JSON.stringify(safe ?? null), 1000);
}

/**
 * Copies an exception: an Error of any realm, or whatever else was thrown. Never throws. docs/protocol.md, section 8.2.
 * @param thrown what a `catch` received.
 * @param masked false leaves secrets readable.
 * @returns type, message and stack.
 */
export function describeException(thrown: unknown, masked = true): LoggedException {
  const safe = (text: unknown, length?: number) => (masked ? redactText : cut)(describe(text), length);
  const [name, type, code, message, stack] = ['name', 'type', 'code', 'message', 'stack'].map((property) =>
    read(thrown, property),
  );
  const error = isError(thrown);
  // An exception that came over the wire has been taken apart already: its stack is a list.
  const lines = asList(stack)?.slice(0, MAX_STACK_LINES).filter(isText).join('\n') ?? stack;
  return {
    type: safe([error ? name : type, code].find(isText) ?? kindOf(thrown), MAX_TYPE_LENGTH),
    message: safe(isText(message) ? message : error ? '' : thrown),
    stack: isText(lines) ? safe(lines).trim().split('\n', MAX_STACK_LINES) : [],
  };
}

/** The members of an object, each read when it is asked for. */
function* membersOf(source: object): Iterable<readonly [string, unknown]> {
  for (const name of Object.keys(source)) yield [name, read(source, name)];
}

/** Reads a property of whatever there is; undefined if it may not be read, as of the window of another origin. */
export function read(source: unknown, name: string): unknown {
  try {
    return (source as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** A list, as such; undefined for anything else, a proxy that has been revoked too. */
export function asList(value: unknown): unknown[] | undefined {
  try {
    return Array.isArray(value) ? (value as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** `instanceof` would not know the errors of another frame. */
function isError(value: unknown): boolean {
  return errorKind.test(kindOf(value));
}

/** What a value is, by its own tag. */
export function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'unreadable';
  }
}
