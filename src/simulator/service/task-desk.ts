// Where tasks go that agents create: to this agent, now or later, or to somebody else. And what is told about tasks.
import { CtiError } from '../ccp/cti-service-client.js';
import type { WireEndpoint } from '../../conduit/wire.js';
import type { TaskEventName } from '../channel/script-channel.js';
import type { ContactFactory } from './contact-factory.js';
import type { ContactMachine } from './contact-machine.js';
import type { ContactModel } from './contact-model.js';
import type { Directory } from './directory.js';
import type { IdGenerator } from './id-generator.js';
import type { VirtualClock } from './virtual-clock.js';

/** Types of what is told of tasks over the web socket, by their short names. */
const CONTENT_TYPES: Readonly<Record<TaskEventName, string>> = {
  'transfer.initiated': 'application/vnd.amazonaws.connect.event.transfer.initiated',
  'transfer.succeeded': 'application/vnd.amazonaws.connect.event.transfer.succeeded',
  'transfer.failed': 'application/vnd.amazonaws.connect.event.transfer.failed',
  'expire.warning': 'application/vnd.amazonaws.connect.event.expire.warning',
  'expire.complete': 'application/vnd.amazonaws.connect.event.expire.complete',
};

/** Every short name. */
export const TASK_EVENTS = Object.keys(CONTENT_TYPES) as readonly TaskEventName[];

/** A task that an agent has created, checked. */
export interface CreatedTask {
  readonly name: string;
  readonly description: string | undefined;
  readonly references: Readonly<Record<string, { type: string; value: string }>>;
  /** Whoever gets it; null if its template says so. */
  readonly endpoint: WireEndpoint | null;
  readonly taskTemplateId: string | null;
  /** Epoch seconds. */
  readonly scheduledTime: number | null;
  readonly previousContactId: string | null;
  readonly relatedContactId: string | null;
  /** The same one again creates nothing. */
  readonly idempotencyToken: string | null;
}

/** What the desk works with. */
export interface TaskDeskOptions {
  clock: VirtualClock;
  ids: IdGenerator;
  directory: Directory;
  factory: ContactFactory;
  contacts: ContactMachine;
  /** Brings something to whoever listens to tasks. */
  publish: (message: unknown) => void;
  /** Runs something that changes contacts at a time of its own, and publishes what came of it. */
  transact: (change: () => void) => void;
}

/** Tasks that agents create. */
export class TaskDesk {
  readonly #options: TaskDeskOptions;
  readonly #byToken = new Map<string, string>();
  /** Tasks for this agent, who has no room for them yet. */
  readonly #waiting: ContactModel[] = [];

  constructor(options: TaskDeskOptions) {
    this.#options = options;
  }

  /**
   * Creates a task. It is offered to this agent if it is for one of the routing profile's queues or for themselves, as
   * soon as they have room; else somebody else has it.
   * @returns its contact id.
   */
  create(task: CreatedTask): string {
    const { clock, ids, transact } = this.#options;
    const { idempotencyToken, scheduledTime } = task;
    const known = idempotencyToken === null ? undefined : this.#byToken.get(idempotencyToken);
    if (known !== undefined) return known;
    const contactId = ids.uuid();
    if (idempotencyToken !== null) this.#byToken.set(idempotencyToken, contactId);
    if (this.#isForThisAgent(task.endpoint)) {
      const wait = scheduledTime === null ? 0 : scheduledTime * 1000 - clock.shown(clock.now()).getTime();
      if (wait > 0) clock.setTimer(wait, () => transact(() => this.#deliver(contactId, task)));
      else this.#deliver(contactId, task);
    }
    return contactId;
  }

  /** Offers what waits, as long as there is room. */
  offerWaiting(): void {
    const { contacts } = this.#options;
    while (this.#waiting.length > 0 && this.#hasRoom) contacts.add(this.#asNew(this.#waiting.shift() as ContactModel));
  }

  /** Tells of something that happens to a task. */
  tell({ contactId, initialContactId }: ContactModel, event: TaskEventName): void {
    const { clock, publish } = this.#options;
    publish({
      AbsoluteTime: clock.shown(clock.now()).toISOString(),
      ContentType: CONTENT_TYPES[event],
      Id: contactId,
      InitialContactId: initialContactId ?? contactId,
    });
  }

  get #hasRoom(): boolean {
    const { contacts, directory } = this.#options;
    const room = directory.configuration.routingProfile.channelConcurrencyMap?.TASK ?? 0;
    return contacts.all.filter(({ type }) => type === 'task').length < room;
  }

  #isForThisAgent(endpoint: WireEndpoint | null): boolean {
    if (endpoint === null) return true;
    const { quickConnects, queues, configuration } = this.#options.directory;
    const known = quickConnects.find(({ endpointARN }) => endpointARN === endpoint.endpointARN);
    if (known?.type === 'agent') return known.agentLogin === configuration.username;
    const queue = known?.queue;
    const queueArn = typeof queue === 'string' ? queue : queue?.queueARN;
    return queues.some(({ queueARN }) => queueARN === queueArn);
  }

  #deliver(contactId: string, task: CreatedTask): void {
    const { contacts, factory } = this.#options;
    const { endpoint, taskTemplateId, scheduledTime, previousContactId, relatedContactId } = task;
    const queue = endpoint?.queue;
    const previous = contacts.all.find((contact) => contact.contactId === previousContactId);
    const contact = factory.task({
      name: task.name,
      description: task.description,
      references: task.references,
      channelContext: { scheduledTime, taskTemplateId, taskTemplateVersion: taskTemplateId === null ? null : 1 },
      queue: typeof queue === 'object' ? queue?.name : undefined,
      initialContactId: previous?.initialContactId ?? previousContactId ?? undefined,
    });
    contact.contactId = contactId;
    contact.relatedContactId = relatedContactId;
    this.#waiting.push(contact);
    this.offerWaiting();
  }

  /** It begins to ring only now. */
  #asNew(contact: ContactModel): ContactModel {
    const since = this.#options.clock.now();
    contact.state = { ...contact.state, since };
    for (const connection of contact.connections) connection.state = { ...connection.state, since };
    return contact;
  }
}

/** A refusal of what a task is to be like. */
export const invalidTask = (what: string): CtiError => new CtiError('InvalidParameterException', what);
