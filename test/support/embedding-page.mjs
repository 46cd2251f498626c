// Opens test/support/pages/embed.html and follows what happens there without touching the page: looking into a page by the
// browser's tools counts as a user's gesture, after which windows may open.
import { PATIENCE } from './browser.mjs';
import { movedClock } from './moved-clock.mjs';
import { Story } from './story.mjs';

let instances = 0;

/** Parameters of a simulated CCP that shares its agent with no other test. */
export const newInstance = () => `sign-in-${process.pid}-${(instances += 1)}`;

/** Takes the place of the popup blocker in a browser without one. Runs in the page. */
function blockPopups() {
  const { open } = window;
  window.open = (...args) => (navigator.userActivation.isActive ? open.apply(window, args) : null);
}

/**
 * @param {import('puppeteer-core').BrowserContext} context
 * @param {string} origin of the embedding page
 * @param {{options: object, on?: 'click' | 'element', clock?: boolean, blocks?: boolean}} embed `clock`: one that the test
 *   moves by `window.advance`; `blocks`: windows open by gestures alone, whatever the browser does
 */
export async function openEmbeddingPage(context, origin, { options, on, clock = false, blocks = false }) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const story = new Story();
  const popups = [];
  page.on('popup', (popup) => {
    popup.setDefaultTimeout(PATIENCE);
    popups.push(popup);
    story.hear('popup');
  });
  page.on('console', (message) => {
    const [, told] = /^told: (.*)/.exec(message.text()) ?? [];
    if (told) story.hear(told);
  });
  if (clock) await page.evaluateOnNewDocument(movedClock);
  if (blocks) await page.evaluateOnNewDocument(blockPopups);
  const query = new URLSearchParams({ options: JSON.stringify(options), ...(on && { on }) });
  await page.goto(`${origin}/test/support/pages/embed.html?${query}`);
  return { page, story, popups };
}

/** Fills in the simulator's sign-in form. */
export async function signIn(popup) {
  await popup.locator('aria/Sign in[role="button"]').setTimeout(PATIENCE).click();
}

/** A promise of a window's being closed, by whomever. */
export const closing = (popup) =>
  popup.isClosed() ? Promise.resolve() : new Promise((resolve) => popup.once('close', resolve));
