// The pages in which the far ends of calls can be played, and which of them plays.
import { isRecord } from '../../conduit/wire.js';
import type { FarEnds, FarEndAnswer, FarEndRequest } from '../channel/far-end-wire.js';

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Page {
  readonly port: MessagePort;
  /** True for a page that does nothing else, and so is not loaded anew in a call. */
  readonly isApart: boolean;
  readonly pending: Map<number, Pending>;
}

/** Knows the pages, and asks one of them: that which plays a far end already; for a new one, a page that does nothing else, or the oldest. */
export class FarEndPages implements FarEnds {
  readonly #pages: Page[] = [];
  readonly #places = new Map<string, Page>();
  #lastId = 0;

  /**
   * Takes the port of a page.
   * @param isApart true if the page does nothing else.
   */
  add(port: MessagePort, isApart: boolean): void {
    const page: Page = { port, isApart, pending: new Map() };
    this.#pages.push(page);
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isRecord(data) && data.farEnds === 'leaving') this.#remove(page);
      else this.#settle(page, data);
    });
    port.addEventListener('close', () => this.#remove(page));
    port.start();
  }

  readonly offer: FarEnds['offer'] = (name, ...args) => {
    const page = this.#places.get(name) ?? this.#pages.find(({ isApart }) => isApart) ?? this.#pages[0];
    if (!page) return Promise.reject(new Error('No page of the simulator is open that can play a customer.'));
    this.#places.set(name, page);
    return this.#ask(page, 'offer', [name, ...args]) as ReturnType<FarEnds['offer']>;
  };

  readonly set: FarEnds['set'] = (...args) => this.#askWhereItIs('set', args, undefined);

  readonly heard: FarEnds['heard'] = (name) => this.#askWhereItIs('heard', [name], { level: 0, peak: 0 });

  readonly end: FarEnds['end'] = async (name) => {
    await this.#askWhereItIs('end', [name], undefined);
    this.#places.delete(name);
  };

  async #askWhereItIs<Answer>(
    ask: keyof FarEnds,
    args: readonly [string, ...unknown[]],
    nothing: Answer,
  ): Promise<Answer> {
    const page = this.#places.get(args[0]);
    return page ? ((await this.#ask(page, ask, args)) as Answer) : nothing;
  }

  #ask(page: Page, ask: keyof FarEnds, args: readonly unknown[]): Promise<unknown> {
    this.#lastId += 1;
    const request: FarEndRequest = { id: this.#lastId, ask, args };
    return new Promise((resolve, reject) => {
      page.pending.set(request.id, { resolve, reject });
      page.port.postMessage(request);
    });
  }

  #settle(page: Page, data: unknown): void {
    const answer = data as FarEndAnswer;
    const pending = isRecord(answer) ? page.pending.get(answer.id) : undefined;
    if (!pending) return;
    page.pending.delete(answer.id);
    if ('error' in answer) pending.reject(new Error(answer.error));
    else pending.resolve(answer.result);
  }

  /** A page goes away, and the customers in it fall silent. */
  #remove(page: Page): void {
    const index = this.#pages.indexOf(page);
    if (index < 0) return;
    this.#pages.splice(index, 1);
    for (const [name, place] of this.#places) if (place === page) this.#places.delete(name);
    for (const { reject } of page.pending.values()) reject(new Error('The page that played the customer is gone.'));
    page.pending.clear();
  }
}
