// A reporter for the unit runner: when everything has run, what failed stands once more at the end of the output, where
// whoever reads only its last lines finds it.
import { relative } from 'node:path';

/** Each failed test of a suite with the names of the suites around it. */
function failedTests(suite, above = []) {
  const names = suite.name ? [...above, suite.name] : above;
  return [
    ...suite.tests
      .filter(({ passed, skipped }) => !passed && !skipped)
      .map((test) => ({ ...test, name: [...names, test.name].join(' > ') })),
    ...suite.suites.flatMap((inner) => failedTests(inner, names)),
  ];
}

const firstLines = ({ message = '', stack = '' } = {}) =>
  [message, ...stack.split('\n').slice(0, 4)].filter(Boolean).map((line) => `    ${line}`);

function failuresOf({ testFile, browser, errors, testResults }) {
  const file = `${relative(process.cwd(), testFile)} (${browser.name})`;
  return [
    ...(testResults ? failedTests(testResults) : []).flatMap(({ name, error }) => [
      `${file}: ${name}`,
      ...firstLines(error),
    ]),
    ...errors.flatMap((error) => [`${file}: outside of its tests`, ...firstLines(error)]),
  ];
}

/**
 * @param {(line: string) => void} [write] takes each line
 * @returns a reporter of @web/test-runner
 */
export function failuresLast(write = (line) => console.log(line)) {
  return {
    stop({ sessions }) {
      const lines = [...sessions].filter(({ passed }) => !passed).flatMap(failuresOf);
      if (lines.length) ['', 'What failed:', ...lines, ''].forEach((line) => write(line));
    },
  };
}
