// ChatJS: the page's own, or the one beside the library, or the one that is installed beside the package.
import type { Connect } from '../../src/index.js';

/** Says that there is no ChatJS to be had. */
export class ChatJsMissingError extends Error {
  readonly code = 'not-loaded';

  constructor(cause: unknown) {
    super(
      'Chats need amazon-connect-chatjs: load it by a script, or install it beside this package; a bundle looks for chat-session.min.js beside itself.',
      { cause },
    );
    this.name = 'ChatJsMissingError';
  }
}

interface Holder {
  readonly ChatSession?: unknown;
}

/** True if ChatJS has put itself on this runtime, or on the page's. */
export const hasChatJs = (connect: Connect): boolean =>
  Boolean((connect as Holder).ChatSession ?? (globalThis as { connect?: Holder }).connect?.ChatSession);

/**
 * Has ChatJS loaded where the page has not done so.
 * @param connect the runtime whose chats need it.
 * @throws ChatJsMissingError if there is none.
 */
export async function needChatJs(connect: Connect): Promise<void> {
  if (hasChatJs(connect)) return;
  try {
    await import('amazon-connect-chatjs');
  } catch (error) {
    throw new ChatJsMissingError(error);
  }
  if (!hasChatJs(connect)) throw new ChatJsMissingError(null);
}
