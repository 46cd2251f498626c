// What the parts of <connect-chat> get from the element that they belong to.
import type { Conversation } from '../conversations/conversation.js';
import type { Formats } from '../words/terms.js';
import type { ChatTerms } from './terms.js';

/** The element as its parts see it. */
export interface ChatContext {
  readonly terms: ChatTerms;
  readonly formats: Formats;
  /** The conversation that is shown. */
  readonly conversation: Conversation | null;
  /** Name of the customer. */
  readonly who: string;
  /** The customer's name as the page knows it; empty if it does not. */
  readonly identity: string;
  /** Renders anew. */
  update(): void;
  /** Has a screen reader say something when it is done with what it says. */
  announce(text: string): void;
}
