// connect.QuickResponses: texts that agents send again and again, as the CCP finds them. Streams documentation, "QuickResponses API".
import { ApiProxyClientMethods } from './client-methods.js';
import { ValueError } from '../errors/errors.js';
import type { Contact } from './contact.js';
import type { ApiContext } from './context.js';

/** What is looked for. */
export interface QuickResponseQuery {
  /** Words of the name, the shortcut or the text; empty for all. */
  readonly query: string;
  /** A contact whose attributes fill in the text. */
  readonly contactId?: string;
  /** That of the page before, for the next one. */
  readonly nextToken?: string | null;
  /** Milliseconds that the CCP waits for a further search before it begins this one. 250 if left out. */
  readonly debounceMS?: number;
  /** How many are on a page. */
  readonly maxResults?: number;
}

/** One text. */
export interface QuickResponse {
  readonly quickResponseId: string;
  readonly quickResponseArn: string;
  readonly name: string;
  readonly shortcutKey?: string;
  readonly description?: string;
  readonly contents: {
    readonly plainText?: { readonly content: string };
    readonly markdown?: { readonly content: string };
  };
  readonly contentType: string;
  readonly channels?: readonly string[];
  readonly language?: string;
  readonly isActive?: boolean;
  /** Attributes that the text names and the contact does not have. */
  readonly attributesNotInterpolated?: readonly string[];
}

/** One page of them. */
export interface QuickResponsePage {
  readonly results: readonly QuickResponse[];
  readonly nextToken?: string | null;
}

/** What stands under `connect.QuickResponses`. */
export interface QuickResponsesClass {
  new (): object;
  /** Whether the instance has quick responses; rejects with a CommandError. */
  isEnabled(): Promise<boolean>;
  /**
   * Looks for quick responses, once a chat was accepted.
   * @param query what is looked for.
   * @returns rejects with a CommandError, a ValueError where the query is none, and a StateError if there is no such contact.
   */
  searchQuickResponses(query: QuickResponseQuery): Promise<QuickResponsePage>;
}

const DEBOUNCE = 250;

/**
 * Makes the class of one runtime.
 * @param context the runtime.
 */
export function bindQuickResponses({ commands, contact }: ApiContext<unknown, Contact>): QuickResponsesClass {
  return class QuickResponses {
    static isEnabled(): Promise<boolean> {
      return commands.send<boolean>({ operation: ApiProxyClientMethods.QR_INTEGRATION_EXISTS, params: () => ({}) })!;
    }

    static async searchQuickResponses(given: QuickResponseQuery): Promise<QuickResponsePage> {
      if (typeof given?.query !== 'string') throw new ValueError('query must be a text, and may be empty');
      const { contactId, debounceMS = DEBOUNCE, ...query } = given;
      const attributes = contactId === undefined ? undefined : contact(contactId).getAttributes();
      return commands.send<QuickResponsePage>({
        operation: ApiProxyClientMethods.QR_SEARCH_QUICK_RESPONSES,
        params: () => ({ ...query, debounceMS, contactId, attributes }),
      })!;
    }
  };
}
