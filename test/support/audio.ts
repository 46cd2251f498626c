// Who has the sound of calls, as a runtime that a test watches has been told.
import { type AudioOwner, type AudioOwnerChange, type Connect, watchAudioOwner } from '../../src/index.js';

const owners = new WeakMap<Connect, AudioOwner>();
const lists = new WeakMap<Connect, AudioOwnerChange[][]>();

/** Watches a runtime from now on. */
export function watched(connect: Connect): Connect {
  owners.set(connect, 'unknown');
  lists.set(connect, []);
  watchAudioOwner(connect, (change) => {
    owners.set(connect, change.owner);
    for (const list of lists.get(connect)!) list.push(change);
  });
  return connect;
}

/** Who has it now. */
export const ownerOf = (connect: Connect): AudioOwner => owners.get(connect)!;

/** Lists the changes as they come. */
export function changesOf(connect: Connect): AudioOwnerChange[] {
  const changes: AudioOwnerChange[] = [];
  lists.get(connect)!.push(changes);
  return changes;
}
