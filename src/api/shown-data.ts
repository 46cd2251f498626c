// What a snapshot lets pages read of the data that it keeps.
import { copied } from '../agent/copy.js';

/**
 * Lets a page read the data that a snapshot keeps: a copy, made when it is first read, for most are never read.
 * @param snapshot a captured agent, contact or connection.
 * @param name of the member: `agentData`, `contactData`, `connectionData`.
 * @param data what it keeps.
 */
export function showData(snapshot: object, name: string, data: object): void {
  let copy: object | undefined;
  Object.defineProperty(snapshot, name, { get: () => (copy ??= copied(data)), enumerable: true, configurable: true });
}
