// Tasks that agents create, and the templates they are made of: what is checked, and what goes over the wire. Public:
// the README of amazon-connect-taskjs, whose methods these are; the service's own StartTaskContact for the rest.
import { sendable } from '../conduit/sendable.js';
import { uuid } from '../conduit/uuid.js';
import { isRecord } from '../conduit/wire.js';
import { assertNotNull, ValueError } from '../errors/errors.js';
import { type EndpointLike, toSentEndpoint } from './endpoint.js';
import { EndpointType } from './enums.js';

/** One reference of a task: a link, or a value of another type. */
export interface TaskReference {
  /** A ReferenceType value. */
  type: string;
  value: string | number;
}

/** What tasks have in common, whoever makes or changes them. */
interface TaskText {
  /** What there is to do, in a few words; at most 512 characters. */
  name?: string;
  /** More about it; at most 4096 characters. */
  description?: string;
  /** By the names under which they are shown. */
  references?: Readonly<Record<string, TaskReference | undefined>>;
}

/** A task to be created. */
export interface NewTask extends TaskText {
  name: string;
  /** Who is to get it: an agent's or a queue's quick connect, as `getEndpoints` gives them. A template may name somebody itself. */
  endpoint?: EndpointLike;
  /** The template that it is made of. */
  taskTemplateId?: string;
  /** The contact that it follows upon. */
  previousContactId?: string;
  /** The contact that it belongs to. */
  relatedContactId?: string;
  /** When it is to be delivered: epoch seconds, or a Date. At once if left out. */
  scheduledTime?: number | Date;
  /** The same one again creates nothing twice. One is made if it is left out. */
  idempotencyToken?: string;
}

/** A change of a task that was made of a template. */
export interface TaskUpdate extends TaskText {
  contactId: string;
}

/** Which templates are wanted. */
export interface TaskTemplatesQuery {
  status?: 'active' | 'inactive';
  /** At most 100. */
  maxResults?: number;
  nextToken?: string;
}

/** Which template is wanted. */
export interface TaskTemplateQuery {
  id: string;
  /** The newest if left out. */
  version?: string | number;
}

type Params = Record<string, unknown>;

const LONGEST_NAME = 512;
const LONGEST_DESCRIPTION = 4096;
/** Epoch seconds have ten digits until the year 2286: what has more is milliseconds. */
const LATEST = 1e10;

const TAKERS: readonly (string | null)[] = [EndpointType.AGENT, EndpointType.QUEUE];

/** Throws a ValueError unless something is a text of so many characters at most, with more than blanks in it. */
function needText(value: unknown, what: string, most?: number): string {
  if (typeof value !== 'string' || value.trim() === '') throw new ValueError('%s must be a text', what);
  if (most !== undefined && value.length > most) {
    throw new ValueError('%s must have %d characters at most, not %d', what, most, value.length);
  }
  return value;
}

function checkText({ name, description, references }: TaskText): void {
  if (name !== undefined) needText(name, 'The name of a task', LONGEST_NAME);
  if ((description ?? '') !== '') needText(description, 'The description of a task', LONGEST_DESCRIPTION);
  if (!references) return;
  for (const [name, reference] of Object.entries(references)) {
    if (reference === undefined || (isRecord(reference) && typeof reference.type === 'string')) continue;
    throw new ValueError('The reference "%s" of a task must be { type, value }, its type one of ReferenceType', name);
  }
}

function toSeconds(time: number | Date): number {
  const seconds = time instanceof Date ? Math.floor(time.getTime() / 1000) : time;
  if (typeof seconds === 'number' && seconds > 0 && seconds < LATEST) return seconds;
  throw new ValueError('scheduledTime must be a Date or epoch seconds, not %s', String(time));
}

function takerOf(given: EndpointLike): Params {
  const endpoint = toSentEndpoint(given);
  if (TAKERS.includes(endpoint.type)) return { ...endpoint };
  throw new ValueError(
    'The endpoint of a task must be the quick connect of an agent or a queue, one of getEndpoints()',
  );
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The service behind templates writes its members with capitals, those of references included. */
function withCapitals(members: Params): Params {
  const named = Object.entries(members).map(([name, value]) => [capital(name), value] as const);
  return Object.fromEntries(
    named.map(([name, value]) => {
      if (name !== 'References' || !isRecord(value)) return [name, value];
      const references = Object.entries(value).map(([key, one]) => [key, isRecord(one) ? withCapitals(one) : one]);
      return [name, Object.fromEntries(references)];
    }),
  );
}

/** True if a task is to be made of a template: another request. */
export const isTemplated = (task: NewTask): boolean => isRecord(task) && Boolean(task.taskTemplateId);

/**
 * The parameters with which a task is created. What was given is left as it is.
 * @throws ValueError that names what is wrong.
 */
export function taskParams(task: NewTask): Params {
  const { endpoint, scheduledTime, taskTemplateId, ...others } = assertNotNull(task, 'task');
  assertNotNull(others.name, 'The name of a task');
  checkText(others);
  const time = scheduledTime === undefined ? {} : { scheduledTime: toSeconds(scheduledTime) };
  if (taskTemplateId) {
    const taker = endpoint && takerOf(endpoint);
    const quickConnectId = taker && String(taker.endpointARN).split('/').pop();
    const members = { ...others, ...time, taskTemplateId, ...(taker && { quickConnectId }) };
    return withCapitals(sendable(members) as Params);
  }
  if (!endpoint) throw new ValueError('A task needs an endpoint, one of getEndpoints(), or a taskTemplateId');
  const idempotencyToken = others.idempotencyToken ?? uuid();
  return sendable({ ...others, ...time, endpoint: takerOf(endpoint), idempotencyToken }) as Params;
}

/**
 * The parameters with which a task is changed.
 * @throws ValueError that names what is wrong.
 */
export function taskUpdateParams(task: TaskUpdate): Params {
  needText(assertNotNull(task, 'task').contactId, 'The contactId of a task');
  checkText(task);
  return withCapitals(sendable(task) as Params);
}

/** What is given to whoever has created a task. */
export function createdTask(data: unknown): { contactId: string } {
  const answer = isRecord(data) ? data : {};
  // The service behind templates may write it with a capital.
  return { ...answer, contactId: (answer.contactId ?? answer.ContactId) as string };
}

/**
 * The parameters with which one template is asked for.
 * @param instanceId the instance that has it.
 * @throws ValueError without an id.
 */
export function templateParams(instanceId: string | undefined, query: TaskTemplateQuery): Params {
  needText(assertNotNull(query, 'query').id, 'The id of a task template');
  return { instanceId, templateParams: sendable(query) };
}
