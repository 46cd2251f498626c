// The doctor of a host: finds out why its panel does not answer, once for each attempt, and tells. Loaded when one has not
// answered; beside the bundle it is a file of its own, which has the API's `diagnose` too.
import type { CcpStatus, Diagnosis, DiagnosisCode } from '../../src/index.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import type { DiagnosableRuntime, DiagnoseOptions } from '../../src/doctor/evidence.js';
import type { Patient } from './patient.js';
import type { PatientTerms } from './terms.js';
import { reportView } from './doctor-view.js';
import type { HostError } from '../host/state.js';
import type { HostStore } from '../host/store.js';

export { diagnose };

/** Statuses in which what was found is shown. */
const GIVEN_UP: readonly CcpStatus[] = ['signed-out', 'popup-blocked', 'unreachable', 'duplicate'];

/** Statuses that belong to an attempt that has failed. */
const AFTERMATH: readonly CcpStatus[] = [...GIVEN_UP, 'popup-open'];

/** Findings that the words of a status explain already, in plainer language. */
const SAID: readonly DiagnosisCode[] = ['no-answer', 'popup-blocked', 'embedded-twice', 'storage-access'];

/** Findings that mean that the frame's page cannot load at all. */
const CANNOT_LOAD: readonly DiagnosisCode[] = ['unreachable', 'content-security-policy'];

/** Looks after one host, for as long as that lives. */
export class Doctor {
  readonly #patient: Patient;
  readonly #store: HostStore;
  readonly #terms: () => PatientTerms;
  #status: CcpStatus = 'idle';
  #attempt = new AbortController();
  /** True once this attempt has been looked into. */
  #isDone = false;
  /** True if this attempt's page cannot come. */
  #cannotLoad = false;
  /** True once the agent has been through the sign-in window. */
  #signedIn = false;
  #told: HostError | null = null;
  #view: HTMLElement | null = null;

  /**
   * @param patient the host.
   * @param store its store, where what is found is published.
   * @param terms the words of the host.
   */
  constructor(patient: Patient, store: HostStore, terms: () => PatientTerms) {
    this.#patient = patient;
    this.#store = store;
    this.#terms = terms;
    store.subscribe(
      ({ status }) => status,
      (status) => this.#follow(status),
      undefined,
    );
  }

  /** What the host shows beside the words of its status, or null. */
  get view(): HTMLElement | null {
    return this.#view;
  }

  /** Looks into it now. */
  examine(signal?: AbortSignal): Promise<Diagnosis> {
    const patient = this.#patient;
    const options: DiagnoseOptions = { signal, signedIn: this.#signedIn };
    return diagnose(this.#status === 'duplicate' ? withoutRuntime(patient) : patient.connect, options);
  }

  /** Looks into it, once for each attempt, and publishes what was found. */
  async attend(): Promise<void> {
    const { signal } = this.#attempt;
    if (this.#isDone || this.#hasAnswered) return;
    this.#isDone = true;
    const report = await this.examine(signal);
    if (signal.aborted || this.#hasAnswered || !report.findings.length) return;
    const [{ code, certainty, message, remedy, causes }] = report.findings;
    this.#cannotLoad = CANNOT_LOAD.includes(code) && certainty !== 'possible';
    // A page that is still coming is waited for, unless it cannot come.
    this.#isDone = this.#cannotLoad || this.#status !== 'loading';
    if (!this.#isDone || this.#status === 'popup-open') return;
    if (this.#status !== 'duplicate') {
      this.#view = reportView(report, this.#terms(), () => this.#patient.login());
      const log = this.#patient.connect.getLog();
      const text = 'The CCP does not answer: %s. %s %s';
      // Every shift begins with an agent who is yet to sign in: no reason to fill the console.
      const level = causes?.[0].cause === 'not-signed-in' ? 'info' : 'warn';
      log[level](text, code, message, causes?.[0].message ?? remedy);
    }
    this.#told = { code, message: this.#plainWords(code) ?? `${message} ${remedy}`, report };
    if (this.#cannotLoad) this.#store.setStatus('unreachable');
    this.#store.fail(this.#told);
  }

  /** True if the CCP has answered. A duplicate embeds nothing, so it has no runtime that could be asked. */
  get #hasAnswered(): boolean {
    return this.#status !== 'duplicate' && this.#patient.connect.core.hasAnswered();
  }

  #follow(status: CcpStatus): void {
    const wasOpen = this.#status === 'popup-open';
    const isReloading = wasOpen && status === 'signed-out';
    this.#status = status;
    this.#signedIn = status !== 'ready' && (wasOpen || this.#signedIn);
    if (!GIVEN_UP.includes(status)) this.#withdraw();
    if (isReloading || !AFTERMATH.includes(status) || status === 'duplicate') this.#beginAttempt();
    if (isReloading) this.#awaitFrame();
    // The runtime does not know what was found here, and reports `signed-out` after its time-out.
    if (status === 'signed-out' && this.#cannotLoad) this.#store.setStatus('unreachable');
  }

  #beginAttempt(): void {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    this.#isDone = this.#cannotLoad = false;
  }

  /** After the sign-in window the frame is loaded anew: it has its time before it is looked into. */
  #awaitFrame(): void {
    this.#isDone = true;
    const { core, EventType } = this.#patient.connect;
    const overdue = (): void => {
      this.#isDone = false;
      this.attend().catch(() => {}); // ended meanwhile
    };
    core.getEventBus().subscribe(EventType.ACK_TIMEOUT, overdue, { signal: this.#attempt.signal });
  }

  /** The words of a status, which are for the agent; those of the findings are for the page's developer. */
  #plainWords(code: DiagnosisCode): string | undefined {
    const { status } = this.#terms();
    return SAID.includes(code) && this.#status !== 'ready' ? status[this.#status].text : undefined;
  }

  #withdraw(): void {
    this.#view = null;
    if (this.#told && this.#store.state.error === this.#told) this.#store.mend();
    this.#told = null;
  }
}

/** Stands in for the runtime of a duplicate, which embeds nothing. */
function withoutRuntime({ ccpUrl }: Patient): DiagnosableRuntime {
  const facts = {
    options: { ccpUrl },
    frame: null,
    status: 'duplicate',
    answered: false,
    loaded: false,
    expectedOrigin: new URL(ccpUrl, document.baseURI).origin,
    refusedOrigin: null,
    startedAt: Date.now(),
  } as const;
  return { core: { getFacts: () => facts }, getLog: () => ({ getEntries: () => [] }) };
}
