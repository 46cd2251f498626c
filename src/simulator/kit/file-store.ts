// The files of chats: what the page uploads is kept here, what customers send is made up.
import { FILES_ADDRESS } from '../channel/chat-wire.js';

/** A file is there for as long as the page answers requests. */
export class FileStore {
  readonly #files = new Map<string, Blob>();

  /** True for the address of a file. */
  isOurs(url: string): boolean {
    return url.startsWith(FILES_ADDRESS);
  }

  /** Answers a request, as a store of files does. */
  async answer(request: Request): Promise<Response> {
    const { origin, pathname, searchParams } = new URL(request.url);
    const address = origin + pathname;
    if (request.method === 'PUT') {
      this.#files.set(address, await request.blob());
      return new Response(null, { status: 200 });
    }
    const type = searchParams.get('type') ?? '';
    const madeUp = new Blob([`The simulator's ${searchParams.get('name') ?? 'file'}`], { type });
    const file = this.#files.get(address) ?? madeUp;
    return new Response(file, { status: 200, headers: { 'content-type': type || 'application/octet-stream' } });
  }
}
