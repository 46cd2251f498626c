// JSON of errors.

/** Characters that JSON writes otherwise. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escaped = (character: string): string =>
  ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

// Half of a pair of code units, alone, is no character of its own.
// eslint-disable-next-line no-control-regex
const SPECIAL = /["\\\0-\x1f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const quoted = (text: string): string => `"${text.replace(SPECIAL, escaped)}"`;

/**
 * The JSON of an object of texts, numbers and booleans. Not by `JSON`: that asks a `toJSON` which a page may have given to all
 * texts, as Prototype.js does.
 * @param fields the object; other members are left to `JSON`, and what it has no text for is left out.
 */
export function flatJson(fields: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(fields).flatMap(([key, value]) => {
    const text = typeof value === 'string' ? quoted(value) : (JSON.stringify(value) as string | undefined);
    return text === undefined ? [] : [`${quoted(key)}:${text}`];
  });
  return `{${members.join()}}`;
}
