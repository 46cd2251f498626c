// What is known of an embedded CCP, for whoever looks into why it does not answer.
import type { InitCcpOptions } from './options.js';
import type { CcpStatus } from '../sign-in/status.js';

/** Facts about one embedded CCP, as they stand now. */
export interface CcpFacts {
  readonly options: InitCcpOptions;
  readonly frame: HTMLIFrameElement | null;
  readonly status: CcpStatus;
  /** True once the CCP in the present frame has answered. */
  readonly answered: boolean;
  /** True once the present frame has loaded a page, which in some browsers the browser's own error page is too. */
  readonly loaded: boolean;
  /** The origin that is believed: the one that has answered first, or where the CCP is expected to be. */
  readonly expectedOrigin: string;
  /** An origin that spoke from the frame and was not believed, or null. */
  readonly refusedOrigin: string | null;
  /** When the CCP was embedded, in epoch milliseconds. */
  readonly startedAt: number;
}

/** What is logged when a second CCP is put into a runtime. */
export const SECOND_INIT = 'initCCP is ignored while a CCP is embedded: call terminate() first.';
