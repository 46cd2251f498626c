// A host that may not answer, as the doctor sees it.
import type { Connect } from '../../src/index.js';

/** A host that may not answer. */
export interface Patient extends Element {
  readonly ccpUrl: string;
  readonly connect: Connect;
  login(): void;
}
