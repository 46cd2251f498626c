// What `connect.globalResiliency` tells, under the names that Streams gives it: with a region where one is moved to.
import type { FailoverCompleted, GlobalResiliency as AnyResiliency } from '../resiliency/resilient-connect.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';

/** Which region is to be the active one. */
export interface FailoverDetectedData {
  nextActiveRegion: string;
}

/** Which region will be the active one, after the end of a voice contact. */
export type FailoverPendingData = FailoverDetectedData;

/** Which region is the active one. */
export type FailoverCompletedData = FailoverCompleted;

/** Told which region is to be the active one. */
export type OnFailoverDetectedCallback = (data: FailoverDetectedData) => void;

/** Told which region will be the active one. */
export type OnFailoverPendingCallback = (data: FailoverPendingData) => void;

/** Told which region is the active one. */
export type OnFailoverCompletedCallback = (data: FailoverCompletedData) => void;

/** Told why the regions cannot be set up. */
export type OnConfigureErrorCallback = (error: Error) => void;

/** Two regions behind one runtime. */
export interface GlobalResiliency extends AnyResiliency {
  onFailoverDetected(f: EventCallback<FailoverDetectedData>): Subscription;
  onFailoverPending(f: EventCallback<FailoverPendingData>): Subscription;
  onConfigureError(f: EventCallback<Error>): Subscription;
}
