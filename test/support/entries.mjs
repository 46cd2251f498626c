// What the package exports, as an application imports it.
import { languages } from '../../scripts/languages.mjs';

/**
 * The modules among the entries, each language by itself.
 * @param {object} manifest what is in package.json.
 * @returns {[entry: string, target: {types: string, default: string}][]} `entry` is as in `exports`: `./connect.js`.
 */
export function entriesOf({ exports }) {
  const named = (target, tag) =>
    Object.fromEntries(Object.entries(target).map(([condition, path]) => [condition, path.replace('*', tag)]));
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .flatMap(([entry, target]) =>
      entry.includes('*') ? languages().map((tag) => [entry.replace('*', tag), named(target, tag)]) : [[entry, target]],
    );
}
