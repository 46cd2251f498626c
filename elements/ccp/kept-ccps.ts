// The page's kept panels, shared by all copies of the library: their frames stay on the page when their elements are removed.
import type { AudioOwnerChange, Connect } from '../../src/index.js';
import { pageSlot } from '../page/page-slot.js';

/** Follows who has the sound of calls, as `watchAudioOwner` does. */
export type FollowOwner = (
  connect: Connect,
  changed: (change: AudioOwnerChange) => void,
  options?: { signal?: AbortSignal },
) => void;

/** A panel whose frame is in a holder at the end of the page. It outlives the element that has made it. */
export interface KeptPanel {
  /** The runtime that it runs on. */
  readonly connect: Connect;
  /** Where its frame goes. */
  readonly container: Element;
  /** False once the page has removed the holder from the document. */
  readonly isThere: boolean;
  /** The contact that is selected, or null. */
  readonly selectedContactId: string | null;
  /** True while an element has it. */
  readonly isTaken: boolean;
  /** Follows which tab has the sound of calls; each new element is told at once what is known. */
  readonly followOwner: FollowOwner;
  /**
   * Belongs to an element from now on.
   * @param settings the element's, as text: a warning is printed if the panel was loaded with others.
   */
  take(settings: string): void;
  /** Belongs to no element any more, and waits for the next. */
  leave(): void;
  /**
   * Shows its frame over a box of the page, wherever that goes, or with null hides it.
   * @param box the box.
   * @param banner what stands at the head of the box and stays visible, or null.
   */
  place(box: Element | null, banner?: Element | null): void;
  /** Removes its holder. The runtime has been ended before. */
  end(): void;
}

/** What copies of the library share. */
interface KeptPanels {
  readonly version: 1;
  /** By `ccp-url`. */
  readonly panels: Map<string, KeptPanel>;
}

/** The kept panels, by `ccp-url`. */
export const keptPanels = (): Map<string, KeptPanel> =>
  pageSlot<KeptPanels>('kept', 1, () => ({ version: 1, panels: new Map() })).panels;

/** The panel that is kept for an address. One whose holder the page has removed is gone. */
export function keptPanel(ccpUrl: string): KeptPanel | undefined {
  const kept = keptPanels().get(ccpUrl);
  if (!kept || kept.isThere) return kept;
  kept.connect.core.stopCCP();
  return undefined;
}
