// The table that the bench prints.

const UNITS = { ms: 1, µs: 1, MB: 1, lines: 0 };

function digitsFor(value, unit) {
  if (UNITS[unit] === 0) return 0;
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
}

const show = (value, unit) => `${value.toFixed(digitsFor(value, unit))} ${unit}`;

/**
 * @typedef {object} Row
 * @property {string} name what was measured
 * @property {keyof typeof UNITS} unit
 * @property {number} ours
 * @property {number} upstream
 * @property {string} [budget] the budget in words
 * @property {boolean} [within] whether ours keeps it
 * @property {string} [note] what else the reader must know
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function tableOf(rows) {
  const cells = [
    ['row', 'ours', 'upstream', 'ratio', 'budget', ''],
    ...rows.map(({ name, unit, ours, upstream, budget = '–', within }) => [
      name,
      show(ours, unit),
      show(upstream, unit),
      upstream > 0 && ours >= 0 ? (ours / upstream).toFixed(2) : '–',
      budget,
      within === undefined ? '' : within ? 'within' : 'OVER',
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map((line) =>
    line.map((cell, i) => ([1, 2, 3].includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '),
  );
  const notes = rows.filter(({ note }) => note).map(({ name, note }) => `${name}: ${note}`);
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].map((line) => line.trimEnd()).join('\n');
}
