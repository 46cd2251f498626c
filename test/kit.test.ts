// The documents' samples for Web Test Runner, on the package as it is published; test/e2e/kit-playwright.test.mjs holds them to
// the text of docs. How long they take is printed, and fails nothing.
import './kit/answer-a-call.wtr.js';
import './kit/play-the-service.wtr.js';

afterEach(function () {
  const { title, duration } = this.currentTest!;
  console.log(`Kit: "${title}" took ${duration} ms`);
});
