// The parts that a simulated service is made of, and how a change of them is published.
import { AgentMachine } from './agent-machine.js';
import { ChatRooms } from './chat-rooms.js';
import { ContactFactory } from './contact-factory.js';
import { ContactMachine } from './contact-machine.js';
import { Directory } from './directory.js';
import { Faults } from './faults.js';
import { POLLING_OPERATIONS } from './polling-operations.js';
import { MailDesk } from './mail-desk.js';
import { QuickResponses } from './quick-responses.js';
import { IdGenerator } from './id-generator.js';
import { MediaService, SOFTPHONE_TOPIC } from './media-service.js';
import type { FarEnds } from '../channel/far-end-wire.js';
import type { ReceivedCall, SimulatorOptions } from '../channel/script-channel.js';
import { type SdkNews, SessionDesk } from './session-desk.js';
import { SnapshotHistory } from './snapshot-history.js';
import { keepContact } from './snapshot-writer.js';
import { SocketServer } from './socket-server.js';
import { TaskDesk } from './task-desk.js';
import { TaskTemplates } from './task-templates.js';
import { ThirdParties } from './third-parties.js';
import { instanceArnOf, TrafficDistribution } from './traffic-distribution.js';
import { VirtualClock } from './virtual-clock.js';

/** Milliseconds for which a contact rings unless told otherwise. */
const RING_TIMEOUT = 20_000;

/** The topic of what happens in the agent's chats. */
const CHAT_TOPIC = 'aws/chat';
/** The topic of what happens to the agent's tasks. */
const TASK_TOPIC = 'aws/task';

/** The parts of one service. */
export interface ServiceParts {
  readonly clock: VirtualClock;
  readonly ids: IdGenerator;
  readonly directory: Directory;
  readonly faults: Faults;
  readonly history: SnapshotHistory;
  readonly agent: AgentMachine;
  readonly factory: ContactFactory;
  readonly contacts: ContactMachine;
  readonly thirdParties: ThirdParties;
  readonly sockets: SocketServer;
  readonly chats: ChatRooms;
  readonly media: MediaService;
  readonly tasks: TaskDesk;
  readonly templates: TaskTemplates;
  readonly traffic: TrafficDistribution;
  readonly session: SessionDesk;
  readonly mail: MailDesk;
  readonly quickResponses: QuickResponses;
  /** Those who are told what is to be published on the side channels. */
  readonly newsListeners: ((news: SdkNews) => void)[];
  /** What was called, without the worker's polling. */
  readonly calls: ReceivedCall[];
  /** Makes a change and publishes the moment after it. What it throws is passed on; then nothing is published. */
  transact<Result>(change: () => Result): Result;
}

/**
 * Makes the parts, and publishes the first moment.
 * @param options how the service is set up.
 * @param clock its clock; by default one that runs.
 * @param farEnds who plays the far ends of calls; without them calls have no sound.
 * @throws Error if the state to start in does not exist.
 */
export function createParts(
  options: SimulatorOptions,
  clock = new VirtualClock({ skew: options.skew }),
  farEnds?: FarEnds,
): ServiceParts {
  const ids = new IdGenerator(options.seed ?? 1);
  const directory = new Directory(options);
  const history = new SnapshotHistory(clock);
  const agent = new AgentMachine(directory.stateByName(options.state ?? 'Offline'), clock.now());
  const factory = new ContactFactory({ clock, ids, directory, multiParty: options.multiParty ?? false });
  const transact = <Result>(change: () => Result): Result => {
    const result = change();
    publish();
    return result;
  };
  const ringTimeout = options.ringTimeout ?? RING_TIMEOUT;
  const contacts = new ContactMachine({ clock, factory, ringTimeout, transact });
  const faults = new Faults((operation) => POLLING_OPERATIONS.includes(operation));
  faults.latency = options.latency ?? 0;
  const sockets = new SocketServer({
    clock,
    fails: (topic) => faults.failsOnSocket(topic),
    received: (topic, message) => void (topic === SOFTPHONE_TOPIC && media.receive(message)),
  });
  const media = new MediaService({
    ids: new IdGenerator((options.seed ?? 1) ^ 0x5047),
    faults,
    contacts: () => contacts.all,
    farEnds,
    publish: (message) => sockets.publish(SOFTPHONE_TOPIC, message),
  });
  const chats = new ChatRooms({
    clock,
    seed: options.seed ?? 1,
    agentName: () => directory.configuration.name,
    publish: (message) => sockets.publish(CHAT_TOPIC, message),
  });

  const tasks = new TaskDesk({
    clock,
    ids,
    directory,
    factory,
    contacts,
    publish: (message) => sockets.publish(TASK_TOPIC, message),
    transact,
  });

  function publish(): void {
    tasks.offerWaiting();
    agent.refresh(contacts.all, clock.now());
    chats.follow(contacts.all);
    media.follow();
    const { state, availability, nextState } = agent;
    history.add({ agent: state, availability, nextState, contacts: contacts.all.map(keepContact) });
  }

  publish();
  const newsListeners: ((news: SdkNews) => void)[] = [];
  const session = new SessionDesk({
    clock,
    publish(news) {
      for (const listener of newsListeners) listener(news);
    },
    ended() {
      faults.expireTokens();
      history.disturb();
    },
  });
  const thirdParties = new ThirdParties(clock, factory);
  const instanceArn = instanceArnOf(options.region ?? 'us-east-1');
  return {
    clock,
    ids,
    directory,
    faults,
    history,
    agent,
    factory,
    contacts,
    thirdParties,
    sockets,
    chats,
    media,
    tasks,
    templates: new TaskTemplates(instanceArn, new IdGenerator((options.seed ?? 1) ^ 0x7a5c)),
    traffic: new TrafficDistribution(options.activeRegion),
    session,
    mail: new MailDesk({ ids, factory, contacts, instanceArn }),
    quickResponses: new QuickResponses(instanceArn, new IdGenerator((options.seed ?? 1) ^ 0x9c2e)),
    newsListeners,
    calls: [],
    transact,
  };
}
