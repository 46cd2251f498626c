// Which words <connect-ccp> needs, in whatever language.
import type { CommandTerms } from '../commands/terms.js';
import type { SharedTerms } from '../words/terms.js';

/** The question before a panel with a live call is loaded again. */
export interface ReloadTerms {
  readonly question: string;
  readonly text: string;
  /** Loads it all the same. */
  readonly go: string;
  /** Leaves it as it is. */
  readonly stay: string;
}

/** What is said beside a report of why the panel does not answer. */
export interface DoctorTerms {
  /** Opens the report. */
  readonly details: string;
  /** Before the page's origin. */
  readonly origin: string;
  readonly copy: string;
  readonly copied: string;
}

/** All words of <connect-ccp>, those of the commands included that it carries out. */
export interface CcpTerms extends SharedTerms {
  /** Title of the CCP's frame. */
  readonly frameTitle: string;
  /** On the button that takes a warning away. */
  readonly dismiss: string;
  /** In its place where a click is what is missing. */
  readonly enableSound: string;
  /** Said in a region that waits for its coordinator. */
  readonly waiting: string;
  readonly reload: ReloadTerms;
  readonly doctor: DoctorTerms;
  readonly commands: CommandTerms;
}

/** The words that a report of the doctor needs. */
export type PatientTerms = Pick<CcpTerms, 'doctor' | 'status'>;
