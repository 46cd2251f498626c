// When the doctor is called: when a panel has not answered. All that the doctor needs is loaded then, so that pages that work
// never pay.
import type { CcpStatus, Diagnosis } from '../../src/index.js';
import { LONGEST_TIME } from '../../src/conduit/time-limit.js';
import { LOAD_TIMEOUT } from '../../src/sign-in/defaults.js';
import type { Patient } from './patient.js';
import type { PatientTerms } from './terms.js';
import type { Doctor } from './doctor.js';
import type { HostStore } from '../host/store.js';

/** Statuses in which a panel has not answered in time, or does not try. */
const CALLS_FOR_DOCTOR: readonly CcpStatus[] = ['signed-out', 'popup-blocked', 'duplicate'];

/** Calls the doctor, who from then on follows the host too. */
export class DoctorCall {
  readonly #patient: Patient;
  readonly #store: HostStore;
  readonly #terms: () => PatientTerms;
  #doctor: Doctor | null = null;

  /**
   * @param patient the host.
   * @param store its store, where what is found is published.
   * @param terms the host's words.
   */
  constructor(patient: Patient, store: HostStore, terms: () => PatientTerms) {
    this.#patient = patient;
    this.#terms = terms;
    this.#store = store;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Without a doctor all else goes on.
    const call = (): void =>
      void this.#call()
        .then((doctor) => doctor.attend())
        .catch(() => {});
    const loadTimeout = (): number => patient.connect.core.getFacts()?.options.ccpLoadTimeout ?? LOAD_TIMEOUT;
    const follow = (status: CcpStatus): void => {
      clearTimeout(timer);
      // In some browsers the loading of a page whose host is not there never ends.
      if (status === 'loading') timer = setTimeout(call, Math.min(2 * loadTimeout(), LONGEST_TIME));
      else if (CALLS_FOR_DOCTOR.includes(status)) call();
    };
    store.subscribe(({ status }) => status, follow, undefined);
  }

  /** What the host shows beside the words of its status. */
  get view(): Node | null | undefined {
    return this.#doctor?.view;
  }

  /** Looks into it now. */
  async examine(): Promise<Diagnosis> {
    return (await this.#call()).examine();
  }

  async #call(): Promise<Doctor> {
    const module = await import('./doctor.js');
    return (this.#doctor ??= new module.Doctor(this.#patient, this.#store, this.#terms));
  }
}
