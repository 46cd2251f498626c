// What is here and what is not: the library itself, and what the comparison with amazon-connect-streams has found. A test walks
// both at run time, and every difference stands in that one list with its reason.
import { readFile } from 'node:fs/promises';
import { connect, globalConnect } from '../../dist/src/index.js';
import { uselessOptions } from '../../dist/src/embedding/options.js';

const ROOTS = { connect, lily: connect, globalConnect };

/** What add-ons put on the namespace: it comes with them, as before. */
const ADD_ONS = { ChatJS: /^(Chat(Session|JS|Interface)|LogManager|csmService)\b/, TaskJS: /^(TaskSession|TaskJS)\b/ };

const CLASSES = [
  'Agent',
  'Contact',
  'BaseConnection',
  'VoiceConnection',
  'ChatConnection',
  'TaskConnection',
  'Endpoint',
];

const own = (object, name) => object !== null && ['object', 'function'].includes(typeof object) && name in object;

const methodsOf = ({ prototype }) => {
  const names = new Set();
  for (let at = prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at))
      if (!/^(constructor$|context$|data$|record$|snapshot$)/.test(name)) names.add(name);
  }
  return names;
};

/** Read beside the runtime: `connect` of the package follows two regions, and its initCCP takes this option from the rest. */
const OF_TWO_REGIONS = ['enableGlobalResiliency'];

const textOf = (path) => readFile(new URL(`../../dist/${path}`, import.meta.url), 'utf8');

/** Names that TypeScript code may use as types. */
async function typeNames() {
  const files = await Promise.all(['namespace', 'enums'].map((name) => textOf(`src/global-types/${name}.d.ts`)));
  return new Set(
    files.flatMap((text) => [...text.matchAll(/^\s+(?:type|interface|enum) (\w+)/gm)].map(([, name]) => name)),
  );
}

/** True if all names of a path are there, as far as it can be known without a CCP. */
function isThere(root, names) {
  let at = root;
  for (const name of names) {
    if (!own(at, name)) return false;
    at = at[name];
  }
  return true;
}

/** Reads the list. */
export async function loadKnowledge() {
  const list = JSON.parse(await textOf('migration.json'));
  const types = await typeNames();
  const methods = new Set(CLASSES.flatMap((name) => [...methodsOf(connect[name])]));
  const missingMethods = new Map();
  for (const [path, why] of Object.entries(list.missing)) {
    const [, owner, method] = /^connect\.(\w+)\.prototype\.(\w+)$/.exec(path) ?? [];
    if (/^(Agent|Contact|\w*Connection)$/.test(owner ?? '') && !methods.has(method)) missingMethods.set(method, why);
  }
  const better = new Map();
  for (const [path, why] of Object.entries(list.shapes)) better.set(path.split('.').at(-1), why);
  const events = new Set(Object.values(connect).flatMap((one) => (Object.isFrozen(one) ? Object.values(one) : [])));

  function memberVerdict(path) {
    const [root, ...names] = path.split('.');
    if (isThere(ROOTS[root], names) || (names.length === 1 && types.has(names[0]))) return { verdict: 'same' };
    const inList = `connect.${names.join('.')}`;
    const excepted = Object.keys(list.missing).find((name) => inList === name || inList.startsWith(`${name}.`));
    if (excepted && root !== 'globalConnect') return { verdict: 'not here', why: list.missing[excepted] };
    const addOn = Object.keys(ADD_ONS).find((name) => ADD_ONS[name].test(names.join('.')));
    if (addOn) return { verdict: 'same', why: `${addOn} brings it, as before` };
    let at = ROOTS[root];
    for (const name of names) {
      if (!own(at, name)) return { verdict: 'same', why: 'amazon-connect-streams does not have it either' };
      at = at[name];
      if (at === null || typeof at === 'function') break; // set by initCCP, or what it returns
    }
    return { verdict: 'same' };
  }

  const verdicts = {
    member: memberVerdict,
    method(name) {
      if (missingMethods.has(name)) return { verdict: 'not here', why: missingMethods.get(name) };
      return better.has(name) ? { verdict: 'better here', why: better.get(name) } : { verdict: 'same' };
    },
    option(path) {
      const [name, inner] = path.split('.');
      if (OF_TWO_REGIONS.includes(name)) return { verdict: 'same' };
      const [problem] = uselessOptions({ [name]: inner ? { [inner]: true } : true });
      if (!problem) return { verdict: 'same' };
      return problem.includes('has no effect here')
        ? { verdict: 'not here', why: problem }
        : { verdict: 'better here', why: `amazon-connect-streams ignores it, here it is named: ${problem}` };
    },
    event(name) {
      const isKnown = events.has(name) || [...events].some((event) => name.startsWith(`${event}::`));
      return isKnown ? { verdict: 'same' } : { verdict: 'same', why: 'an event of the page’s own' };
    },
  };

  return {
    methods,
    missingMethods,
    /** True for what stands on the namespace, here or in amazon-connect-streams. */
    isMember: (name) =>
      [connect, globalConnect].some((root) => own(root, name)) ||
      Object.keys(list.missing).some((path) => path.split('.')[1] === name),
    /** What is said of a use. */
    verdictOf: (kind, name) => verdicts[kind](name),
  };
}
