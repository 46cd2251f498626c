// migrate-check: whether code that uses amazon-connect-streams can switch. The verdict comes first.
import { loadKnowledge } from './knowledge.mjs';
import { readSources, SourceError } from './sources.mjs';
import { usesIn } from './uses.mjs';

const HELP = `migrate-check <folder, file or URL…> [--json]

Lists what the code uses of connect, lily and globalConnect, of agents, contacts and connections, of the options of initCCP
and of event names, each with "same", "better here" or "not here". Ends with 0 if all of it is here, with 1 if not, and with 2
if there was nothing to read.`;

const OUTCOMES = ['not here', 'better here', 'same'];

/** Uses of the same thing as one, with the places where it stands. */
function gathered(sources, knowledge) {
  const byName = new Map();
  for (const { name: file, text } of sources) {
    for (const { kind, name, line } of usesIn(text, file, knowledge)) {
      const key = `${kind} ${name}`;
      if (!byName.has(key)) byName.set(key, { kind, name, ...knowledge.verdictOf(kind, name), places: [] });
      byName.get(key).places.push(`${file}:${line}`);
    }
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function verdictOf(uses, files) {
  if (uses.length === 0) return `Nothing of amazon-connect-streams is used in the ${files} files that were read.`;
  const missing = uses.filter(({ verdict }) => verdict === 'not here').length;
  const all = `${uses.length} ${uses.length === 1 ? 'thing' : 'things'}`;
  if (missing === 0) return `You can switch: all ${all} that the code uses are here.`;
  return `Not as it stands: ${missing} of the ${all} that the code uses ${missing === 1 ? 'is' : 'are'} not here.`;
}

/** The report for people. */
function* linesOf({ verdict, uses, skipped, files }) {
  yield verdict;
  for (const outcome of OUTCOMES) {
    const found = uses.filter((use) => use.verdict === outcome);
    if (found.length === 0) continue;
    yield `\n${outcome} (${found.length})`;
    for (const { name, kind, why, places } of found) {
      const what = kind === 'member' ? name : `${kind} ${name}`;
      yield `  ${what}${why ? `: ${why}` : ''}`;
      if (outcome === 'not here') {
        yield `      ${places.slice(0, 3).join(', ')}${places.length > 3 ? ` and ${places.length - 3} more` : ''}`;
      }
    }
  }
  yield `\n${files} ${files === 1 ? 'file was' : 'files were'} read.`;
  for (const { name, why } of skipped) yield `Not read: ${name}: ${why}`;
}

/**
 * Runs the command.
 * @param {string[]} words its arguments.
 * @returns {Promise<number>} the exit code: 0 if the code can switch, 1 if not, 2 for wrong arguments.
 */
export async function migrateCheck(words) {
  const flags = words.filter((word) => word.startsWith('--'));
  const places = words.filter((word) => !word.startsWith('--'));
  const unknown = flags.find((flag) => !['--json', '--help'].includes(flag));
  if (unknown) return refuse(`There is no option "${unknown}".\n\n${HELP}`);
  if (flags.includes('--help')) return say(HELP);
  if (places.length === 0) return refuse(`Which folder, file or URL is to be read?\n\n${HELP}`);
  try {
    const sources = [];
    const skipped = [];
    for (const place of places) {
      const read = await readSources(place);
      sources.push(...read.sources);
      skipped.push(...read.skipped);
    }
    const files = sources.length;
    if (files === 0) {
      const why = skipped.map(({ name, why: reason }) => `\n  ${name}: ${reason}`).join('');
      return refuse(`There is no source to read in ${places.join(', ')}.${why}`);
    }
    const uses = gathered(sources, await loadKnowledge());
    const canSwitch = uses.every(({ verdict }) => verdict !== 'not here');
    const report = { verdict: verdictOf(uses, files), canSwitch, files, uses, skipped };
    say(flags.includes('--json') ? JSON.stringify(report, null, 2) : [...linesOf(report)].join('\n'));
    return canSwitch ? 0 : 1;
  } catch (error) {
    if (error instanceof SourceError) return refuse(error.message);
    throw error;
  }
}

function say(text) {
  console.log(text);
  return 0;
}

function refuse(text) {
  console.error(text);
  return 2;
}
