// Pages in the manner of public ones show the same texts and ask the service for the same with ours as with
// amazon-connect-streams, from the first ring to the last contact.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { drive, LIBRARIES, servePages } from '../pages/drive.mjs';
import { PAGES } from '../pages/pages.mjs';
import { launchChromium } from '../support/browser.mjs';

/** Two regions, each on an origin of its own. */
const REGIONS = [
  { region: 'us-east-1', otherRegion: 'us-west-2', activeRegion: 'us-east-1', host: '127.0.0.1' },
  { region: 'us-west-2', otherRegion: 'us-east-1', activeRegion: 'us-east-1' },
];

let browser;
let demo;
let pages;

before(async () => {
  [browser, demo, pages] = await Promise.all([launchChromium(), serveDemo({ port: 8700 }), servePages()]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
  await pages?.close();
});

async function run(t, page, streams) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const options = { signin: page.signsIn ? 'required' : 'none', session: 'cookie', state: 'Available', drawer: 'none' };
  const regions = page.regions ? REGIONS : [{}];
  const ccps = regions.map(({ host = 'localhost', ...region }) => {
    const query = new URLSearchParams({ instance: randomUUID(), ...options, ...region });
    return `${demo.simulatorUrl.replace('localhost', host)}?${query}`;
  });
  const logout = new URL('/logout', ccps[0]).href;
  return drive(context, page, { pages: pages.url, ccps, streams, logout });
}

for (const page of PAGES) {
  test(page.name, async (t) => {
    const ours = await run(t, page, LIBRARIES.ours);
    assert.deepEqual(ours.errors, []);
    if (page.shows) {
      const missing = page.shows.filter((words) => !ours.texts.at(-1).includes(words));
      assert.deepEqual(missing, []);
    } else assert.deepEqual(ours, await run(t, page, LIBRARIES.theirs));
  });
}
