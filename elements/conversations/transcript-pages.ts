// The service's transcript of one chat, page by page from its end.
import { type ChatSession, listOf, type WireItem } from './session.js';

/** Lines of a page: as many as the service gives. */
const PAGE = 100;

/** Pages that are looked through for what was missed: more than a chat can have had meanwhile. */
const MOST_PAGES = 20;

/** Some of a transcript, in order. */
export interface TranscriptPart {
  readonly items: readonly WireItem[];
  /** What the page before it is asked for with; null if there is none. */
  readonly next: string | null;
}

/**
 * Asks for a page.
 * @param session the chat's.
 * @param nextToken what the page after it has given; null for the last page.
 */
export async function pageOf(session: ChatSession, nextToken: string | null): Promise<TranscriptPart> {
  const { data } = await session.getTranscript({
    maxResults: PAGE,
    scanDirection: 'BACKWARD',
    sortOrder: 'ASCENDING',
    ...(nextToken !== null && { nextToken }),
  });
  return { items: listOf(data?.Transcript), next: data?.NextToken || null };
}

/**
 * Asks for the pages from the end of a transcript back to one that has something known.
 * @param session the chat's.
 * @param isKnown true for ids that the page has.
 * @returns all of their items, in order.
 */
export async function pagesBackTo(session: ChatSession, isKnown: (id: string) => boolean): Promise<WireItem[]> {
  const missed: WireItem[] = [];
  let token: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { items, next }: TranscriptPart = await pageOf(session, token);
    missed.unshift(...items);
    token = next;
    if (!next || items.some(({ Id }) => Id !== undefined && isKnown(Id))) break;
  }
  return missed;
}
