// The design tokens, read from where they are declared: the style sheets, with the comment above each.
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** The elements beside a panel. */
const SIBLINGS = ['connect-agent-status', 'connect-contact-controls'];

/** The style sheets that declare tokens: what every element has, what siblings have, and what one has besides. */
const sheetsOf = (tagName) => [
  'elements/looks/styles.ts',
  ...(SIBLINGS.includes(tagName) ? ['elements/looks/sibling-styles.ts'] : []),
  `elements/${tagName.replace('connect-', '')}/styles.ts`,
];

/** `/* meaning *\/`, then a declaration whose value is `var(--connect-name, default)`. */
const DECLARATION = /\/\*\s*([^*]+?)\s*\*\/\s*[\w-]+:\s*var\(\s*(--connect-[\w-]+),\s*([^;]+?)\s*\);/g;

/** A default as a page would write it: of the tokens, not of what the elements make of them. */
const inTokens = (value) => value.replaceAll('var(--_', 'var(--connect-').replace(/\s+/g, ' ');

/**
 * The tokens of an element, in the order in which they are declared.
 * @param {string} tagName
 * @returns {{name: string, description: string, default: string}[]}
 */
export function tokensOf(tagName) {
  const sources = sheetsOf(tagName)
    .map((path) => new URL(path, root))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(DECLARATION)].map(([, description, name, value]) => ({
      name,
      description,
      default: inTokens(value),
    })),
  );
}
