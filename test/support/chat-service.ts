// A chat service that a test plays, without a CCP and without ChatJS.
import type { ChatSession, SessionEvent, WireItem } from '../../elements/conversations/session.js';

/** Id of the agent's participant. */
export const AGENT = 'agent-1';
const CUSTOMER = 'customer-1';

/** A chat service: what was said, and sessions that can be cut off. */
export class ChatService {
  readonly said: WireItem[] = [];
  /** Rejects the next so many requests. */
  failing = 0;
  /** True while requests are taken, and their answers are lost. */
  isDeaf = false;
  /** Ids of messages that the customer was told are read. */
  readonly read: string[] = [];
  readonly #listeners = new Map<string, ((event: SessionEvent) => void)[]>();
  readonly #tokens = new Set<string>();

  /** Somebody says something. */
  say(text: string, who = CUSTOMER): WireItem {
    const Id = `m${this.said.length}`;
    const item = {
      Id,
      Type: 'MESSAGE',
      ContentType: 'text/plain',
      Content: text,
      AbsoluteTime: new Date(Date.now() + this.said.length).toISOString(),
      ParticipantId: who,
      ParticipantRole: who === AGENT ? 'AGENT' : 'CUSTOMER',
      DisplayName: who,
    };
    this.said.push(item);
    return item;
  }

  /** The session hears of something. */
  tell(name: string, data: WireItem = {}): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data });
  }

  session(): ChatSession {
    const answer = <T>(value: T): Promise<T> => {
      if (this.failing > 0) {
        this.failing--;
        return Promise.reject(new Error('The network is gone.'));
      }
      return this.isDeaf ? Promise.reject(new Error('The answer was lost.')) : Promise.resolve(value);
    };
    const session = {
      getTranscript: () => answer({ data: { Transcript: [...this.said] } }),
      sendMessage: ({ message, clientToken = '' }: { message: string; clientToken?: string }) => {
        if (this.failing > 0) return answer({});
        if (this.#tokens.has(clientToken)) return answer({ data: {} });
        this.#tokens.add(clientToken);
        const { Id, AbsoluteTime } = this.say(message, AGENT);
        return answer({ data: { Id, AbsoluteTime } });
      },
      sendEvent: ({ contentType, content }: { contentType: string; content?: string }) => {
        if (contentType.endsWith('message.read'))
          this.read.push((JSON.parse(content!) as { messageId: string }).messageId);
        return Promise.resolve();
      },
    };
    return new Proxy(session as unknown as ChatSession, {
      get: (target, name: string) =>
        name.startsWith('on')
          ? (listener: (event: SessionEvent) => void) =>
              void this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
          : (Reflect.get(target, name) as unknown),
    });
  }
}
