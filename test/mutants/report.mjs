// The score of each folder, and what nothing has noticed.
import { EQUIVALENT } from './equivalent.mjs';

const short = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 70)} … ${line.slice(-35)}` : line;
};

/** Names a mutant within one state of its file. */
export const keyOf = (file, { line, n, family, from, to }) =>
  `${file}:${line} #${n} ${family}: ${short(from)} → ${short(to) || 'nothing'}`;

/** The same without the numbers, which change with every line that is written above it. */
const lastingKeyOf = (key) => key.replace(/:\d+ #\d+ /, ' ');

/** Why a mutant is none: no user could tell it from the source. */
export const whyEquivalent = (key) => EQUIVALENT[lastingKeyOf(key)];

const folderOf = (file) => file.split('/').slice(0, 2).join('/');

const isDead = (verdict) => verdict === 'killed' || verdict === 'endless';

/**
 * @param {{file: string, key: string}[]} mutants
 * @param {Record<string, string>} results by key
 * @returns {{name: string, total: number, run: number, killed: number, equivalent: string[], survivors: string[]}[]}
 */
export function scoresOf(mutants, results) {
  const folders = new Map();
  for (const { file, key } of mutants) {
    const name = folderOf(file);
    if (!folders.has(name)) folders.set(name, { name, total: 0, run: 0, killed: 0, equivalent: [], survivors: [] });
    const folder = folders.get(name);
    folder.total++;
    if (isDead(results[key])) folder.killed++;
    else if (whyEquivalent(key)) folder.equivalent.push(key);
    else if (results[key]) folder.survivors.push(key);
    else continue;
    folder.run++;
  }
  return [...folders.values()];
}

const percent = ({ run, killed, equivalent }) =>
  run > equivalent.length ? `${((100 * killed) / (run - equivalent.length)).toFixed(1)} %` : '-';

export const linesOf = (folders) =>
  folders
    .map((one) => {
      const { name, total, run, killed, equivalent, survivors } = one;
      const counts = `${killed} noticed, ${survivors.length} not, ${equivalent.length} equivalent`;
      return `${name}: ${percent(one)} (${counts}; ${run} of ${total} were run)`;
    })
    .join('\n');

/** For `README.md` beside this file. */
export function documentOf(folders) {
  const cell = (key) => `\`${key.replaceAll('`', '’').replaceAll('|', '\\|')}\``;
  const rows = folders.map((one) => {
    const { name, total, run, killed, equivalent, survivors } = one;
    return `| \`${name}\` | ${percent(one)} | ${killed} | ${survivors.length} | ${equivalent.length} | ${run} of ${total} |`;
  });
  const lists = folders.flatMap(({ name, equivalent, survivors }) => [
    ...(survivors.length > 0 ? [`\n### \`${name}\`, not noticed\n`, ...survivors.map((key) => `- ${cell(key)}`)] : []),
    ...(equivalent.length > 0
      ? [`\n### \`${name}\`, equivalent\n`, ...equivalent.map((key) => `- ${cell(key)}: ${whyEquivalent(key)}`)]
      : []),
  ]);
  return [
    '| folder | noticed | killed | not noticed | equivalent | run |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...lists,
    '',
  ].join('\n');
}
