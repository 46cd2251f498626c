// The answers to `getEndpoints`, page by page, until there are no more, or it is clear that there will be no end.
import { isRecord } from '../conduit/wire.js';
import { StateError } from '../errors/errors.js';
import { Endpoint } from './endpoint.js';

/** Most endpoints that the service returns at a time. */
const PER_PAGE = 500;

/** Most pages that are asked for: half a million endpoints. A service that goes on beyond does not come to an end. */
const MOST_PAGES = 1_000;

/** What `agent.getEndpoints` gives: the same list under both names. */
export interface EndpointList {
  endpoints: Endpoint[];
  addresses: Endpoint[];
}

/** Where `agent.getEndpoints` begins. */
export interface EndpointPage {
  /** Endpoints to put before those that are found. */
  endpoints?: Endpoint[];
  /** How many to ask for at a time; 500 if left out. */
  maxResults?: number;
  /** Page to begin with, as an earlier answer named it. */
  nextToken?: string | null;
}

/** Collects the pages of one call. What a caller has given is read as far as it makes sense. */
export class EndpointPages {
  /** How many to ask for at a time. */
  readonly maxResults: number;
  /** The page to ask for: null for the first one. */
  nextToken: string | null;
  readonly #found: Endpoint[];
  /** The pages that have been asked for. */
  readonly #asked = new Set<string | null>();

  /** @param page where to begin. */
  constructor(page: EndpointPage | null | undefined) {
    const { maxResults, nextToken, endpoints } = page ?? {};
    const most = Number(maxResults);
    this.maxResults = Number.isSafeInteger(most) && most > 0 ? most : PER_PAGE;
    this.nextToken = typeof nextToken === 'string' && nextToken ? nextToken : null;
    this.#found = Array.isArray(endpoints) ? [...endpoints] : [];
  }

  /** Everything that has been found. */
  get list(): EndpointList {
    return { endpoints: this.#found, addresses: this.#found };
  }

  /**
   * Takes an answer.
   * @param answer what the service has said to the page that was asked for.
   * @returns true if there is another page to ask for.
   * @throws StateError if the service names a page again, or does not come to an end.
   */
  add(answer: unknown): boolean {
    const { endpoints, nextToken } = isRecord(answer) ? answer : {};
    // One by one: a call with as many arguments as there are endpoints may have too many.
    if (Array.isArray(endpoints)) {
      for (const raw of endpoints as unknown[]) if (isRecord(raw)) this.#found.push(new Endpoint(raw));
    }
    if (typeof nextToken !== 'string' || !nextToken) return false;
    this.#asked.add(this.nextToken);
    if (this.#asked.has(nextToken)) throw new StateError('getEndpoints does not end: the service names a page again.');
    if (this.#asked.size >= MOST_PAGES) {
      throw new StateError(
        'getEndpoints does not end: there are more than %d pages. Ask for fewer queues.',
        MOST_PAGES,
      );
    }
    this.nextToken = nextToken;
    return true;
  }
}
