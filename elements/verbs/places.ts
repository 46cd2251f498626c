// Where controls stand: in the order of their places, and those of one place take turns.
import type { ContactVerbDefinition } from './verb.js';

/**
 * The verbs by place, from the first place to the last.
 * @param verbs the table of verbs.
 * @returns a list for each place: the verbs that take turns there, in the order of the table.
 */
export function placesOf<Name extends string>(
  verbs: Readonly<Record<Name, Pick<ContactVerbDefinition, 'place'>>>,
): readonly (readonly Name[])[] {
  const names = Object.keys(verbs) as Name[];
  const places = [...new Set(names.map((name) => verbs[name].place))].sort((a, b) => a - b);
  return places.map((place) => names.filter((name) => verbs[name].place === place));
}
