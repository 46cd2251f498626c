// The README's sample for Web Test Runner, on the package as it is published; test/e2e/kit-playwright.test.mjs holds it to
// the README's text. How long it takes is printed, and fails nothing.
import './kit/answer-a-call.wtr.js';

afterEach(function () {
  const { title, duration } = this.currentTest!;
  console.log(`Kit: "${title}" took ${duration} ms`);
});
