// Tells what stands in the slot `workspace` which chat or task it works on.
import { attempt } from '../page/attempt.js';
import type { Connect } from '../../src/index.js';

/** Properties that each element in the slot `workspace` is given. */
export interface WorkspaceElement extends Element {
  /** Id of the selected chat or task; null while none is selected. */
  contactId?: string | null;
  /** Settles with the media controller of the agent's connection; null while no contact is selected. */
  mediaController?: Promise<unknown> | null;
}

/** What stands in the slot, and what it was told. */
export class Workspace {
  #elements: readonly WorkspaceElement[] = [];
  #contactId: string | null = null;
  #connect: Connect | null = null;
  #mediaController: Promise<unknown> | null = null;

  /**
   * Another contact is worked on, or none.
   * @param contactId its id, or null.
   * @param connect the runtime that has it.
   */
  select(contactId: string | null, connect: Connect | null): void {
    if (contactId === this.#contactId && connect === this.#connect) return;
    this.#contactId = contactId;
    this.#connect = connect;
    this.#mediaController = contactId && connect ? mediaController(connect, contactId) : null;
    this.#tell(this.#elements);
  }

  /** Other elements stand in the slot; those that no longer do are told of no contact. */
  readonly slotted = (event: Event): void => {
    const elements = (event.currentTarget as HTMLSlotElement).assignedElements({ flatten: true });
    const gone = this.#elements.filter((element) => !elements.includes(element));
    for (const element of gone) give(element, null, null);
    this.#elements = elements;
    this.#tell(elements);
  };

  #tell(elements: readonly WorkspaceElement[]): void {
    for (const element of elements) give(element, this.#contactId, this.#mediaController);
  }
}

/** Elements are the page's own: one that takes no property, or throws, keeps the others from nothing. */
function give(element: WorkspaceElement, contactId: string | null, mediaController: Promise<unknown> | null): void {
  attempt(() => (element.contactId = contactId));
  attempt(() => (element.mediaController = mediaController));
}

function mediaController(connect: Connect, contactId: string): Promise<unknown> {
  const made = (async () => new connect.Contact(contactId).getAgentConnection()?.getMediaController())();
  made.catch(() => {}); // Whoever waits for it hears of it; nobody has to.
  return made;
}
