// What a simulated instance has: agent states, queues, a routing profile, quick connects, countries, permissions.
import { CtiError } from '../ccp/cti-service-client.js';
import type { AgentConfiguration, AgentState, Queue, WireEndpoint } from '../../conduit/wire.js';
import { IdGenerator } from './id-generator.js';
import type { SimulatorOptions } from '../channel/script-channel.js';
import { instanceArnOf } from './traffic-distribution.js';

/** Largest page of a list, as in the service. */
const LARGEST_PAGE = 500;

const STATES = [
  ['Available', 'routable'],
  ['Lunch', 'not_routable'],
  ['Training', 'not_routable'],
  ['Offline', 'offline'],
] as const;

const QUEUES = ['BasicQueue', 'Support', 'Sales'];

const COUNTRIES = ['us', 'ca', 'gb', 'de', 'fr', 'es', 'it', 'jp', 'au'];

const E164 = /^\+[1-9]\d{1,14}$/;

/** What is dialled: such a number with or without its plus, or a short one such as 911. */
const DIALLED = /^(?:\+?[1-9]\d{2,14}|000)$/;

/** True for a telephone number in E.164 form, such as `+12065550100`. */
export function isE164(number: unknown): number is string {
  return typeof number === 'string' && E164.test(number);
}

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextToken: string | null;
}

/**
 * Cuts a page out of a list.
 * @param list the whole list.
 * @param params `nextToken` of the page before, and `maxResults`, at most 500.
 * @throws CtiError PaginationException if the token is none that a page has given.
 */
export function pageOf<Item>(list: readonly Item[], params: Readonly<Record<string, unknown>>): Page<Item> {
  const { nextToken = null, maxResults = LARGEST_PAGE } = params;
  const start = nextToken === null ? 0 : Number(nextToken);
  if (!Number.isInteger(start) || start < 0 || start > list.length) {
    throw new CtiError('PaginationException', 'The nextToken is none that a page has given.');
  }
  const size = Math.min(Math.max(1, Number(maxResults) || LARGEST_PAGE), LARGEST_PAGE);
  const end = start + size;
  return { items: list.slice(start, end), nextToken: end < list.length ? String(end) : null };
}

/** The lists of one instance, and the agent's configuration. Its ARNs come from region and seed: the same every time. */
export class Directory {
  readonly agentStates: readonly AgentState[];
  readonly quickConnects: readonly WireEndpoint[];
  queues: readonly Queue[];
  permissions: readonly string[];
  dialableCountries: readonly string[] = COUNTRIES;
  /** Without the lists that the worker asks for one by one. */
  configuration: AgentConfiguration;

  constructor(options: SimulatorOptions) {
    const ids = new IdGenerator((options.seed ?? 1) ^ 0x5eed);
    const { region = 'us-east-1', queues = QUEUES.length, endpoints = 5 } = options;
    const instance = instanceArnOf(region);
    const arn = (kind: string) => `${instance}/${kind}/${ids.uuid()}`;
    this.agentStates = STATES.map(([name, type]) => ({ agentStateARN: arn('agent-state'), type, name }));
    this.queues = Array.from({ length: queues }, (_, index) => ({
      queueARN: arn('queue'),
      name: QUEUES[index] ?? `Queue ${index + 1}`,
    }));
    this.permissions = [...(options.outboundCall === false ? [] : ['outboundCall']), 'voiceId'];
    this.configuration = this.#configurationFor(options, arn);
    this.quickConnects = Array.from({ length: endpoints }, (_, index) => this.#quickConnect(index, arn));
  }

  /** The queue with this ARN, or undefined. */
  queueByArn(queueARN: unknown): Queue | undefined {
    return this.queues.find((queue) => queue.queueARN === queueARN);
  }

  /**
   * The queue of this name; without a name the first one.
   * @throws Error that lists the queues.
   */
  queueByName(name: string | undefined): Queue {
    const found = name === undefined ? this.queues[0] : this.queues.find((queue) => queue.name === name);
    if (found) return found;
    throw new Error(
      `There is no queue "${name}". The queues are: ${this.queues.map((queue) => queue.name).join(', ')}.`,
    );
  }

  /**
   * The agent state of this name.
   * @throws Error that lists the states.
   */
  stateByName(name: string): AgentState {
    const found = this.agentStates.find((state) => state.name === name);
    if (found) return found;
    const names = this.agentStates.map((state) => state.name).join(', ');
    throw new Error(`There is no agent state "${name}" to be set. The states are: ${names}.`);
  }

  /**
   * The endpoint of a request, checked, with every member.
   * @param given what the request holds.
   * @param allowed types of endpoints that the operation takes.
   * @throws CtiError BadEndpointException if it cannot be reached.
   */
  endpoint(given: unknown, allowed: readonly string[] = ['phone_number', 'agent', 'queue']): WireEndpoint {
    const endpoint = (given ?? {}) as WireEndpoint;
    const {
      endpointARN = null,
      type = null,
      name = null,
      phoneNumber = null,
      agentLogin = null,
      queue = null,
    } = endpoint;
    if (!allowed.includes(type ?? '')) {
      throw new CtiError(
        'BadEndpointException',
        `An endpoint of type ${type} cannot be used here: ${allowed.join(', ')}.`,
      );
    }
    if (type === 'phone_number' && !DIALLED.test(phoneNumber ?? '')) {
      throw new CtiError('BadEndpointException', 'The phone number is not in E.164 form, such as +12065550100.');
    }
    if (type !== 'phone_number' && !this.quickConnects.some((known) => known.endpointARN === endpointARN)) {
      throw new CtiError('BadEndpointException', `The instance has no quick connect ${endpointARN}.`);
    }
    return { agentLogin, endpointARN, name, phoneNumber, queue, type };
  }

  #configurationFor(options: SimulatorOptions, arn: (kind: string) => string): AgentConfiguration {
    const { agentName = 'Jane Doe', extension = '+12065550199', softphone = true, autoAccept = false } = options;
    return {
      name: agentName,
      username: agentName.toLowerCase().replaceAll(/\s+/g, '.'),
      agentARN: arn('agent'),
      extension,
      softphoneEnabled: softphone,
      softphoneAutoAccept: autoAccept,
      agentPreferences: { LANGUAGE: 'en_US' },
      routingProfile: {
        name: 'Basic Routing Profile',
        routingProfileARN: arn('routing-profile'),
        defaultOutboundQueue: this.queues[0] ?? { queueARN: arn('queue'), name: 'BasicQueue' },
        channelConcurrencyMap: { VOICE: 1, CHAT: options.chats ?? 2, TASK: options.tasks ?? 2 },
      },
    };
  }

  #quickConnect(index: number, arn: (kind: string) => string): WireEndpoint {
    const none = { phoneNumber: null, agentLogin: null, queue: null };
    const endpointARN = arn('transfer-destination');
    const queue = this.queues[1] ?? this.queues[0] ?? null;
    const known: readonly WireEndpoint[] = [
      { endpointARN, ...none, type: 'phone_number', name: 'Front desk', phoneNumber: '+12065550120' },
      { endpointARN, ...none, type: 'agent', name: 'Ann Lee', agentLogin: 'ann.lee' },
      { endpointARN, ...none, type: 'queue', name: 'Support queue', queue },
      { endpointARN, ...none, type: 'phone_number', name: 'Courier', phoneNumber: '+442079460123' },
      { endpointARN, ...none, type: 'agent', name: 'Bo Park', agentLogin: 'bo.park' },
    ];
    const phoneNumber = `+1206555${String(index % 10_000).padStart(4, '0')}`;
    return known[index] ?? { endpointARN, ...none, type: 'phone_number', name: `Contact ${index + 1}`, phoneNumber };
  }
}
