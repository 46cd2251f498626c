// Tests of what not every browser has.

/**
 * Leaves a test out, or all tests of a `before`, where the browser lacks something; the runner prints what and where.
 * @param context `this` of the test.
 * @param has the feature check.
 * @param feature what the test needs.
 */
export function skipWithout(context: Mocha.Context, has: boolean, feature: string): void {
  if (has) return;
  console.info(`Left out without ${feature}: ${context.test?.fullTitle()}`);
  context.skip();
}

/** Whether this browser moves elements without removing them (Chrome 133, Firefox 144; no Safari yet). */
export const CAN_MOVE = 'moveBefore' in Element.prototype;
