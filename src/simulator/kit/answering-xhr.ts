// An XMLHttpRequest whose requests to some addresses are answered by the simulator: what the AWS SDK in older ChatJS works with.
import type { ParticipantAnswer } from '../channel/chat-wire.js';
import { type AskParticipantService, headersOf, participantRequest } from './participant-messages.js';

/** One request that is answered here. */
interface Answered {
  readonly url: string;
  readonly headers: Headers;
  readyState: number;
  answer: ParticipantAnswer | null;
  /** True from the moment when nobody wants the answer any more. */
  isAborted: boolean;
}

const textOf = ({ body }: ParticipantAnswer): string => JSON.stringify(body);

/**
 * Makes a class in the place of XMLHttpRequest. Its objects are real ones, and all that goes elsewhere is theirs.
 * @param Own the page's own class.
 * @param isOurs tells whether an address is to be answered.
 * @param ask hands a request to the simulator.
 */
export function answeringXhr(
  Own: typeof XMLHttpRequest,
  isOurs: (url: string) => boolean,
  ask: AskParticipantService,
): typeof XMLHttpRequest {
  return class XMLHttpRequest extends Own {
    /** Null while the request is one for the network. */
    #answered: Answered | null = null;

    override open(method: string, url: string | URL, ...others: unknown[]): void {
      if (this.#answered) this.#answered.isAborted = true;
      this.#answered = null;
      if (!isOurs(String(url))) {
        // `open(method, url)` and `open(method, url, true)` are told apart by how many arguments there are.
        (super.open as (...args: unknown[]) => void).call(this, method, url, ...others);
        return;
      }
      this.#answered = { url: String(url), headers: new Headers(), readyState: 0, answer: null, isAborted: false };
      this.#go(this.#answered, Own.OPENED);
    }

    override setRequestHeader(name: string, value: string): void {
      if (this.#answered) this.#answered.headers.append(name, value);
      else super.setRequestHeader(name, value);
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (!this.#answered) return super.send(body);
      void this.#ask(this.#answered, body);
    }

    override abort(): void {
      const answered = this.#answered;
      if (!answered) return super.abort();
      if (answered.isAborted || answered.answer) return;
      answered.isAborted = true;
      this.#go(answered, Own.DONE);
      this.#tell('abort');
      this.#tell('loadend');
      answered.readyState = 0;
    }

    override get readyState(): number {
      return this.#answered?.readyState ?? super.readyState;
    }

    override get status(): number {
      return this.#answered ? (this.#answered.answer?.status ?? 0) : super.status;
    }

    override get statusText(): string {
      return this.#answered ? '' : super.statusText;
    }

    override get responseURL(): string {
      return this.#answered ? (this.#answered.answer ? this.#answered.url : '') : super.responseURL;
    }

    override get responseText(): string {
      if (!this.#answered) return super.responseText;
      return this.#answered.answer ? textOf(this.#answered.answer) : '';
    }

    override get response(): unknown {
      if (!this.#answered) return super.response as unknown;
      const { answer } = this.#answered;
      if (this.responseType === '' || this.responseType === 'text') return this.responseText;
      if (!answer) return null;
      switch (this.responseType) {
        case 'json':
          return structuredClone(answer.body);
        case 'arraybuffer':
          return new TextEncoder().encode(textOf(answer)).buffer;
        case 'blob':
          return new Blob([textOf(answer)], { type: 'application/json' });
        default:
          return null;
      }
    }

    override getResponseHeader(name: string): string | null {
      if (!this.#answered) return super.getResponseHeader(name);
      return this.#answered.answer ? (headersOf(this.#answered.answer)[name.toLowerCase()] ?? null) : null;
    }

    override getAllResponseHeaders(): string {
      if (!this.#answered) return super.getAllResponseHeaders();
      const headers = this.#answered.answer ? Object.entries(headersOf(this.#answered.answer)) : [];
      return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    async #ask(answered: Answered, body: Document | XMLHttpRequestBodyInit | null | undefined): Promise<void> {
      try {
        const text = body === undefined || body === null ? '' : await new Response(body as BodyInit).text();
        const answer = await ask(participantRequest(answered.url, answered.headers.get('x-amz-bearer'), text));
        if (answered.isAborted) return;
        answered.answer = answer;
        for (const state of [Own.HEADERS_RECEIVED, Own.LOADING, Own.DONE]) this.#go(answered, state);
        this.#tell('load');
      } catch {
        // The simulator has gone: to the page, a network that does not answer.
        if (answered.isAborted) return;
        this.#go(answered, Own.DONE);
        this.#tell('error');
      }
      this.#tell('loadend');
    }

    #go(answered: Answered, readyState: number): void {
      answered.readyState = readyState;
      this.dispatchEvent(new Event('readystatechange'));
    }

    #tell(type: string): void {
      this.dispatchEvent(new ProgressEvent(type));
    }
  };
}
