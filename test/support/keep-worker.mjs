// Keeps the simulator's worker alive while its only page loads again, as browsers do by themselves that know
// `extendedLifetime`; the worker plays the service, which in reality is on a server.

/**
 * Opens a page beside the one under test, in the same storage partition, that holds on to the worker and to nothing else.
 * @param {import('puppeteer-core').BrowserContext} context
 * @param {string} pageUrl a page of the site under test, that embeds nothing by itself
 * @param {string} ccpUrl the simulator's address, with the instance
 */
export async function keepWorker(context, pageUrl, ccpUrl) {
  const { origin, pathname, searchParams } = new URL(ccpUrl);
  const folder = pathname.slice(0, pathname.lastIndexOf('/'));
  const page = await context.newPage();
  await page.goto(pageUrl);
  const frame = await page.evaluateHandle((src) => {
    const element = document.body.appendChild(document.createElement('iframe'));
    element.src = src;
    return new Promise((resolve) => element.addEventListener('load', () => resolve(element), { once: true }));
  }, `${origin}${folder}/worker.js`);
  const document = await frame.contentFrame();
  await document.evaluate(
    (url, name) => {
      window.kept = new SharedWorker(url, { type: 'module', name, extendedLifetime: true });
    },
    `${folder}/worker.js`,
    `connect-simulator-${searchParams.get('instance')}`,
  );
}
