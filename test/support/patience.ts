/** Put in place by web-test-runner.config.mjs, which has measured the machine. */
declare const MEASURED_PATIENCE: number;

/** How long a test waits for one thing, in milliseconds; see patience.mjs. */
export const PATIENCE = MEASURED_PATIENCE;
