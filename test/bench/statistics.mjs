// The few statistics that the bench needs.

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Mean of the middle half: like a median it forgets the garbage collections, and unlike one it sees below the steps of the
 * clock.
 * @param {readonly number[]} values
 * @returns {number}
 */
export function middleMean(values) {
  const quarter = values.length >> 2;
  const middle = values.toSorted((a, b) => a - b).slice(quarter, values.length - quarter);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Measures several variants in turn (A, B, A, B, …), so that what else the machine does hits all alike.
 * @template {string} Variant
 * @param {readonly Variant[]} variants
 * @param {number} rounds
 * @param {(variant: Variant, round: number) => Promise<unknown>} measure
 * @returns {Promise<Record<Variant, any[]>>} what each variant gave, by round
 */
export async function interleave(variants, rounds, measure) {
  const results = Object.fromEntries(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) results[variant].push(await measure(variant, round));
  }
  return results;
}
