// A module of its own: a bundler that meets a dynamic import keeps what it loads, unless nothing imports the module around it.
import { connect } from './shared.js';
import type { DiagnosableRuntime, DiagnoseOptions } from './doctor/evidence.js';
import type { Diagnosis } from './doctor/diagnosis.js';

/**
 * Looks into why a CCP does not answer, as far as a browser lets a page tell. What it needs is loaded with the first call.
 * @param runtime the page's `connect` if left out, or one made by `createConnect()`.
 * @param options how long to look, and what the page knows besides.
 * @returns what was found, likeliest first; rejects if `signal` aborts, or if what it needs cannot be loaded.
 */
export async function diagnose(
  runtime: DiagnosableRuntime = connect,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  const doctor = await import('./doctor/diagnose.js');
  return doctor.diagnose(runtime, options);
}
