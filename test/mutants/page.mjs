// In the page: runs one file of unit tests with one mutant switched on, or with none to see which mutants each test reaches.

const asked = new URLSearchParams(location.search);
/** What is to run: `{ file, mutant: [file, n] | null, titles: string[] | null, timeout }`. */
const task = JSON.parse(asked.get('task'));

/** What has been reached since the last look: file -> numbers. */
let reached = new Map();

globalThis.mutantIs = task.mutant
  ? (file, n) => file === task.mutant[0] && n === task.mutant[1]
  : (file, n) => {
      let numbers = reached.get(file);
      if (!numbers) reached.set(file, (numbers = new Set()));
      numbers.add(n);
      return false;
    };

function takeReached() {
  const taken = Object.fromEntries([...reached].map(([file, numbers]) => [file, [...numbers]]));
  reached = new Map();
  return taken;
}

/** Leaves the tests with these titles alone. */
function keep(suite, titles) {
  suite.tests = suite.tests.filter((test) => titles.has(test.fullTitle()));
  for (const inner of suite.suites) keep(inner, titles);
}

async function run() {
  globalThis.__WTR_CONFIG__ = { testFile: task.file };
  const { mocha } = await import('/node_modules/@web/test-runner-mocha/dist/standalone.js');
  mocha.setup({ ui: 'bdd', timeout: task.timeout, bail: task.mutant !== null, reporter: function silent() {} });
  await import(task.file);
  if (task.titles) keep(mocha.suite, new Set(task.titles));
  /** What no single test reaches: at the load of the modules, and in the hooks of suites. */
  const common = [takeReached()];
  const tests = [];
  const failures = [];
  let present = null;
  const look = () => {
    const taken = takeReached();
    if (present) present.reached.push(taken);
    else common.push(taken);
    present = null;
  };
  const runner = mocha.run();
  await new Promise((resolve) => {
    runner.on('suite', look);
    runner.on('suite end', look);
    runner.on('test', (test) => {
      look();
      present = { title: test.fullTitle(), ms: 0, reached: [] };
      tests.push(present);
    });
    runner.on('pass', (test) => Object.assign(tests.at(-1), { ms: test.duration ?? 0, passed: true }));
    runner.on('fail', (test, error) =>
      failures.push({ title: test.fullTitle(), message: String(error?.message).slice(0, 200) }),
    );
    runner.on('end', resolve);
  });
  look();
  return { tests, common, failures };
}

run().then(
  (result) => globalThis.mutantsDone(JSON.stringify(result)),
  (error) =>
    globalThis.mutantsDone(
      JSON.stringify({ tests: [], common: [takeReached()], failures: [{ title: 'the file', message: String(error) }] }),
    ),
);
