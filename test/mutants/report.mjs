// The score of each folder, and what nothing has noticed.

/** Names a mutant so that it is found again when the lines around it have moved. */
export const keyOf = (file, { line, n, family, from, to }) =>
  `${file}:${line} #${n} ${family}: ${short(from)} → ${short(to) || 'nothing'}`;

const short = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 70)} … ${line.slice(-35)}` : line;
};

const folderOf = (file) => file.split('/').slice(0, 2).join('/');

/** @param {{file: string, key: string}[]} mutants @param {Record<string, string>} results by key */
export function reportOf(mutants, results) {
  const folders = new Map();
  for (const { file, key } of mutants) {
    const name = folderOf(file);
    if (!folders.has(name)) folders.set(name, { total: 0, killed: 0, endless: 0, survived: 0, unreached: 0 });
    const counts = folders.get(name);
    counts.total++;
    if (results[key]) counts[results[key]]++;
  }
  const rows = [...folders].map(([name, { total, killed, endless, survived, unreached }]) => {
    const run = killed + endless + survived + unreached;
    const score = run > 0 ? `${((100 * (killed + endless)) / run).toFixed(1)} %` : '-';
    return `${name}: ${score} (${killed} killed, ${endless} endless, ${survived} survived, ${unreached} unreached; ${run} of ${total} run)`;
  });
  return rows.join('\n');
}
