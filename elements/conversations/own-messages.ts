// What the agent sends in one chat, as it is seen: shown at once, named by the service's answer or its echo, marked by receipts.
import { randomId } from '../../src/conduit/random-id.js';
import type { Delivery, Line } from './line.js';
import type { Lines } from './lines.js';
import { Outbox, type Outgoing, type Parcel } from './outbox.js';
import type { ChatSession, SentAnswer, WireItem } from './session.js';

/** What this needs of its conversation. */
export interface OwnMessagesNeeds {
  readonly contactId: string;
  readonly participantId: string;
  readonly lines: Lines;
  agentName(): string;
  /** Server time minus page time, in milliseconds, now. */
  skew(): number;
  /** The service has something: it is the newest message now. */
  taken(line: Line): void;
  /** Nobody knows whether something has arrived: looks it up, and settles when that is done. */
  lookUp(): Promise<unknown>;
}

/** The agent's own messages of one chat. */
export class OwnMessages {
  readonly #needs: OwnMessagesNeeds;
  readonly #lines: Lines;
  readonly #outbox: Outbox;
  /** What was given to be sent, until the service has it: to be sent again. */
  readonly #parcels = new Map<string, Parcel>();
  /** What is sent without an answer that names it: files, until their line comes. */
  readonly #unnamed: Outgoing[] = [];

  constructor(needs: OwnMessagesNeeds) {
    this.#needs = needs;
    this.#lines = needs.lines;
    this.#outbox = new Outbox({
      trying: ({ key }) => this.#mark(key, 'sending'),
      sent: (outgoing, answer) => this.#sent(outgoing, answer),
      failed: ({ key }) => this.#mark(key, 'failed'),
      lookUp: () => needs.lookUp(),
    });
  }

  /** Sends over this session from now on; over none while the chat is cut off. */
  use(session: ChatSession | null): void {
    this.#outbox.use(session);
  }

  /** Shows a message at once, and sends it. Settles when the service has it; rejects when it is given up. */
  post(parcel: Parcel): Promise<void> {
    return this.#outbox.add(this.#show(parcel, 'waiting'), parcel);
  }

  /** Shows what can no longer be sent. */
  keep(parcel: Parcel): void {
    this.#show(parcel, 'failed');
  }

  /** Sends again what has failed. */
  again(key: string): Promise<void> {
    const parcel = this.#parcels.get(key);
    if (!parcel || this.#lines.of(key)?.delivery !== 'failed') return Promise.resolve();
    this.#mark(key, 'waiting');
    return this.#outbox.add(key, parcel);
  }

  /** Forgets what has failed. */
  discard(key: string): void {
    if (this.#lines.of(key)?.delivery !== 'failed') return;
    this.#lines.remove(key);
    this.#parcels.delete(key);
  }

  /**
   * Takes an own line that has come from the service.
   * @returns true if it is something that was sent from here, before the service's answer has named it.
   */
  recognizes(line: Line): boolean {
    const outgoing = this.#echoed(line);
    if (!outgoing) return false;
    this.#parcels.delete(outgoing.key);
    this.#lines.put({ ...line, key: outgoing.key });
    const index = this.#unnamed.indexOf(outgoing);
    if (index >= 0) this.#unnamed.splice(index, 1);
    if (!outgoing.isOver) this.#outbox.arrived(outgoing);
    this.#needs.taken(line);
    return true;
  }

  /** Somebody has got a message, or read it. */
  receipt(item: WireItem | undefined): void {
    const { MessageId: id } = item?.MessageMetadata ?? {};
    const line = id === undefined ? undefined : this.#lines.byId(id);
    if (!line?.isOwn || line.delivery === 'read') return;
    const receipts = item?.MessageMetadata?.Receipts ?? [];
    const isRead = receipts.some((receipt) => receipt?.ReadTimestamp);
    this.#lines.put({ ...line, delivery: isRead ? 'read' : 'delivered' });
    if (!isRead) return;
    // Who has read a message has read those before it.
    for (const before of this.#lines.all) {
      if (before.isOwn && before.id && before.at < line.at && before.delivery !== 'read') {
        this.#lines.put({ ...before, delivery: 'read' });
      }
    }
  }

  /** The chat is over: what is on its way has failed. */
  end(): void {
    this.#outbox.end();
  }

  /** Nothing of it stays. */
  forget(): void {
    this.#parcels.clear();
    this.#unnamed.length = 0;
  }

  /** Returns the key of its line. */
  #show(parcel: Parcel, delivery: Delivery): string {
    const key = randomId();
    const { agentName, contactId, participantId } = this.#needs;
    const { file } = parcel;
    this.#parcels.set(key, parcel);
    this.#lines.put({
      key,
      id: null,
      contactId,
      kind: file ? 'attachment' : 'message',
      speaker: 'agent',
      isOwn: true,
      who: agentName(),
      participantId,
      at: Date.now(),
      contentType: file ? file.type : parcel.contentType,
      text: file ? '' : parcel.text,
      event: null,
      interactive: null,
      attachments: file
        ? [{ attachmentId: '', name: file.name, type: file.type, size: file.size, scan: 'scanning' }]
        : [],
      delivery,
    });
    return key;
  }

  #echoed(line: Line): Outgoing | undefined {
    if (line.id !== null && this.#lines.byId(line.id)) return undefined;
    const { head } = this.#outbox;
    const inFlight = head?.wasTried ? [head] : [];
    return [...this.#unnamed, ...inFlight].find(({ parcel }) =>
      parcel.file
        ? line.attachments.some(({ name }) => name === parcel.file.name)
        : line.kind === 'message' && line.text === parcel.text && line.contentType === parcel.contentType,
    );
  }

  #sent(outgoing: Outgoing, { data }: SentAnswer): void {
    const line = this.#lines.of(outgoing.key);
    if (!line || line.id !== null) return;
    const { Id: id, AbsoluteTime: time } = data ?? {};
    const twin = id === undefined ? undefined : this.#lines.byId(id);
    if (twin) this.#lines.remove(twin.key);
    const at = Date.parse(time ?? '') - this.#needs.skew();
    const sent = {
      ...line,
      ...twin,
      key: line.key,
      id: id ?? null,
      delivery: twin?.delivery ?? 'sent',
      at: twin?.at ?? (Number.isNaN(at) ? line.at : at),
    };
    this.#lines.put(sent);
    if (id === undefined) {
      this.#unnamed.push(outgoing);
      return;
    }
    this.#parcels.delete(outgoing.key);
    this.#needs.taken(sent);
  }

  #mark(key: string, delivery: Delivery): void {
    const line = this.#lines.of(key);
    if (line && line.id === null)
      this.#lines.put({ ...line, delivery, ...(delivery === 'waiting' && { at: Date.now() }) });
  }
}
