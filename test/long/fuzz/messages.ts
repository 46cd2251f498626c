// Messages of every shape, for the fuzzer: what a CCP says, what it might say by mistake, and what nobody would say.
import * as fc from 'fast-check';
import type { AgentData, Envelope } from '../../../src/conduit/wire.js';
import {
  AgentEvents,
  CcpEvents,
  ContactEvents,
  ConfigurationEvents,
  DisasterRecoveryEvents,
  EventType,
  GlobalResiliencyEvents,
  StorageAccessEvents,
  WebSocketEvents,
} from '../../../src/events/event-names.js';
import { agentData, recorded, voiceContact } from '../../support/snapshots.js';

/** A name of every kind that means something to the page, and those that mean something to JavaScript or to the bus. */
const NAMES: readonly string[] = [
  EventType,
  AgentEvents,
  CcpEvents,
  ContactEvents,
  ConfigurationEvents,
  DisasterRecoveryEvents,
  GlobalResiliencyEvents,
  StorageAccessEvents,
  WebSocketEvents,
].flatMap((names) => Object.values<string>(names));
const ODD_NAMES = ['__proto__', 'constructor', 'toString', '<<all>>', '*', '%s %d %j', 'contact::connected::a', 'x'];

const IDS = ['a', 'b', 'c', '__proto__', '<img src=x onerror=alert(1)>'];
const STATES = ['incoming', 'pending', 'connecting', 'connected', 'missed', 'error', 'ended', 'paused', 'unheard-of'];

/** Values in circles, and values that take long to look at. */
const UNWIELDY: readonly (() => unknown)[] = [
  () => {
    const circle: Record<string, unknown> = {};
    return Object.assign(circle, { circle, list: [circle] });
  },
  () => 'x'.repeat(1_000_000),
  () => Array.from({ length: 5_000 }, (_, index) => ({ index })),
  () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 500; depth++) deep = { deep };
    return deep;
  },
  () => new Error('an error'),
  () => new Blob(['a blob']),
];

const anything = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.anything({
      maxDepth: 3,
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom<unknown>(null, undefined, '', 0, NaN, true, [], {}, '%s', '<b>', new Date(0)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...UNWIELDY).map((make) => make()) },
);

const contact = fc
  .tuple(fc.constantFrom(...IDS), fc.constantFrom(...STATES), fc.constantFrom('voice', 'chat', 'task', 'unheard-of'))
  .map(([id, state, type]) => voiceContact(id, state, { type }));

/** Data that do not say when they were made: an older snapshot changes nothing, and these come in any order. */
const ofNoTime = ({ snapshot, configuration }: AgentData): AgentData => ({
  snapshot: { ...snapshot, snapshotTimestamp: undefined },
  configuration,
});

/** Data as they should be: recorded ones, and any mixture of contacts, the same one twice included. */
const update: fc.Arbitrary<AgentData> = fc
  .oneof(
    fc.constantFrom(...Object.values(recorded)).map((make) => agentData(make())),
    fc.array(contact, { maxLength: 6 }).map((contacts) => agentData({ contacts })),
  )
  .map(ofNoTime);

/** Puts a value in some place of data; the numbers choose which way to go at each turn. */
function damage(data: unknown, turns: readonly number[], value: unknown, isGone: boolean): void {
  let at = data as Record<string, unknown>;
  for (const [depth, turn] of turns.entries()) {
    const keys = Object.keys(at);
    if (keys.length === 0 || ArrayBuffer.isView(at)) return;
    const key = keys[turn % keys.length];
    const next = at[key];
    if (depth < turns.length - 1 && typeof next === 'object' && next !== null) at = next as Record<string, unknown>;
    else {
      if (isGone) Reflect.deleteProperty(at, key);
      else Reflect.set(at, key, value);
      return;
    }
  }
}

const place = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 8 });
const damagedUpdate = fc
  .tuple(update, fc.array(fc.tuple(place, anything, fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([data, damages]) => {
    const copy = structuredClone(data);
    for (const one of damages) damage(copy, ...one);
    return copy;
  });

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 2, arbitrary: arbitrary }, { weight: 1, arbitrary: anything });

/** Data of about the shape that some events have. */
const SHAPED: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  [EventType.ACKNOWLEDGE]: fc.record({ id: maybe(fc.constantFrom('port-1', 'port-2')) }),
  [EventType.API_RESPONSE]: fc.record({ requestId: maybe(fc.string()), data: anything, err: anything }),
  [EventType.MASTER_RESPONSE]: fc.record({
    requestId: maybe(fc.string()),
    data: maybe(fc.record({ topic: maybe(fc.constant('connect::softphone')), masterId: anything })),
  }),
  [EventType.API_METRIC]: fc.record({
    name: anything,
    optionalDimensions: maybe(fc.array(fc.record({ name: fc.constant('HttpStatusCode'), value: anything }))),
  }),
  [EventType.LOG]: fc.record({
    level: anything,
    text: anything,
    time: anything,
    objects: anything,
    loggerId: anything,
  }),
  [AgentEvents.MUTE_TOGGLE]: fc.record({ muted: maybe(fc.boolean()) }),
  [AgentEvents.SOFTPHONE_ERROR]: fc.record({ errorType: anything, errorMessage: anything, endPointUrl: anything }),
  [ContactEvents.VIEW]: fc.record({ contactId: maybe(fc.constantFrom(...IDS)) }),
  [ContactEvents.ACCEPTED]: fc.record({ contactId: maybe(fc.constantFrom(...IDS)) }),
  [WebSocketEvents.ALL_MESSAGE]: fc.record({
    topic: maybe(fc.constantFrom('aws/chat', '__proto__')),
    content: anything,
  }),
};

const envelope = (event: fc.Arbitrary<unknown>, data: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record({ event, data }, { requiredKeys: ['event'] });

const named = fc.constantFrom<unknown>(...NAMES, ...ODD_NAMES);

/** Anything that a window can send. */
export const message: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: anything },
  { weight: 1, arbitrary: envelope(anything, anything) },
  { weight: 3, arbitrary: envelope(named, anything) },
  {
    weight: 3,
    arbitrary: fc.oneof(...Object.entries(SHAPED).map(([event, data]) => envelope(fc.constant(event), data))),
  },
  { weight: 3, arbitrary: envelope(fc.constant(AgentEvents.UPDATE), damagedUpdate) },
  { weight: 1, arbitrary: envelope(fc.constant(AgentEvents.UPDATE), update) },
);

/** Data from which each run begins. */
export const BEGINNING: Envelope = {
  event: AgentEvents.UPDATE,
  data: ofNoTime(agentData({ contacts: [voiceContact('a', 'connected')] })),
};
