// Weighs what a page downloads against its budget, beside amazon-connect-streams. Exits 1 if something is over.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { languages } from './languages.mjs';

const ROOT = new URL('../', import.meta.url);
const UPSTREAM = 'node_modules/amazon-connect-streams/release';

/** Budgets in kB (1000 bytes) of gzip -9; what has none is fetched later, or there for comparison. */
const FILES = [
  { path: 'cdn/connect-streams.min.js', budget: 40 },
  { path: 'cdn/connect-ccp.min.js', budget: 95 },
  { path: 'cdn/connect-panel.min.js', budget: 60 },
  ...languages().map((tag) => ({ path: `cdn/lang/${tag}.min.js`, budget: 8 })),
  { path: 'cdn/phone-numbers.min.js' },
  { path: 'cdn/doctor.min.js' },
  { path: 'cdn/ringer.min.js' },
  { path: 'cdn/kept-ccp.min.js' },
  { path: 'cdn/devices.min.js' },
  { path: `${UPSTREAM}/connect-streams-min.js` },
  { path: `${UPSTREAM}/connect-streams-dr-min.js` },
];

/** The sizes of a file, in bytes. */
function weigh(path) {
  try {
    const source = readFileSync(new URL(path, ROOT));
    return { raw: source.length, gzip: gzipSync(source, { level: 9 }).length };
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    const remedy = path.startsWith('cdn/') ? 'npm run build' : 'npm ci';
    console.error(`${fileURLToPath(new URL(path, ROOT))} is not there. Run \`${remedy}\` first.`);
    process.exit(1);
  }
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const rows = FILES.map(({ path, budget }) => {
  const { raw, gzip } = weigh(path);
  return { path, raw, gzip, budget, ok: budget === undefined || gzip <= budget * 1000 };
});

const table = [
  ['file', 'raw', 'gzip -9', 'budget', 'ok'],
  ...rows.map(({ path, raw, gzip, budget, ok }) => [
    path.replace('node_modules/', ''),
    kilobytes(raw),
    kilobytes(gzip),
    budget === undefined ? '–' : `${budget} kB`,
    budget === undefined ? '–' : ok ? 'yes' : `NO, ${gzip - budget * 1000} bytes over`,
  ]),
];
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
for (const cells of table) {
  console.log(
    cells.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  '),
  );
}

process.exitCode = rows.every(({ budget, ok }) => budget === undefined || ok) ? 0 : 1;
