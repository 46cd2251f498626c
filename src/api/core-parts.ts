// The parts that lie open on connect.core: code of before takes them from there, or asks for them by a function.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { Conduit } from '../conduit/conduit.js';
import { randomId } from '../conduit/random-id.js';
import type { CcpSlot } from '../embedding/ccp-slot.js';
import { StateError, ValueError } from '../errors/errors.js';
import type { EventBus, EventCallback, Subscription } from '../events/event-bus.js';
import {
  ChannelViewEvents,
  ConfigurationEvents,
  ConnectionEvents,
  getContactEventName,
  LinkEventType,
} from '../events/event-names.js';
import { ACK_TIMEOUT, SYN_TIMEOUT } from '../sign-in/defaults.js';
import { PopupManager } from '../sign-in/popup-manager.js';
import type { PageSoftphone, SoundChange } from '../softphone/page-softphone.js';
import type { SoftphoneManager } from '../softphone/softphone-manager.js';
import type { SoftphoneManagerOptions } from '../softphone/softphone-options.js';
import type { Client } from './clients.js';
import type { ConnectEventMap } from './event-maps.js';

/** What the parts are made of. */
export interface OpenParts {
  bus: EventBus<ConnectEventMap>;
  data: AgentDataProvider;
  slot: CcpSlot;
  client: Client;
  webSocketManager(): unknown;
  softphone: PageSoftphone;
}

/** How the link is kept alive, as it can be read. It runs by itself. */
export interface KeepaliveFacts {
  readonly conduit: Conduit;
  readonly eventBus: EventBus<ConnectEventMap>;
  /** Milliseconds between an answer and the next question. */
  readonly synTimeout: number;
  /** Milliseconds to wait for an answer. */
  readonly ackTimeout: number;
}

/** Makes the parts of one runtime. What exists only with a CCP is null until `initCCP`; what is written to them is not kept. */
export function createOpenParts({ bus, data, slot, client, webSocketManager, softphone }: OpenParts) {
  const popupManager = new PopupManager();

  function withCcp<Part>(part: () => Part): Part | null {
    return slot.embedding ? part() : null;
  }

  const notHere = (what: string) => (): never => {
    throw new StateError('The connect %s Client has not been initialized!', what);
  };

  const parts = {
    /** The bus under all subscriptions. */
    eventBus: () => withCcp(() => bus),
    /** The link to the CCP. */
    upstream: () => withCcp(() => slot.present.conduit),
    /** Sends requests by their names. */
    client: () => withCcp(() => client),
    /** What holds the agent's data. */
    agentDataProvider: () => withCcp(() => data),
    /** The page's end of the CCP's web socket. */
    webSocketProvider: () => withCcp(webSocketManager),
    keepaliveManager: () =>
      withCcp((): KeepaliveFacts => {
        const { conduit, options } = slot.present;
        return Object.freeze({
          conduit,
          eventBus: bus,
          synTimeout: options.ccpSynTimeout || SYN_TIMEOUT,
          ackTimeout: options.ccpAckTimeout || ACK_TIMEOUT,
        });
      }),
    /** The sign-in window that is open, if this page has opened it. */
    loginWindow: (): Window | undefined => slot.ccp?.loginWindow ?? undefined,
    popupManager: () => popupManager,
    /** The page's own softphone, while this tab takes the calls with it. */
    softphoneManager: (): SoftphoneManager | null => softphone.manager,
  };

  const functions = {
    /** Sends requests by their names. */
    getClient: (): Client => client,

    /** @throws StateError always: only a CCP's own page has it. */
    getAgentAppClient: notHere('AgentApp'),

    /** @throws StateError always: only a CCP's own page has it. */
    getTaskTemplatesClient: notHere('TaskTemplates'),

    /** Windows by name; the sign-in window is `connect.MasterTopics.LOGIN_POPUP`. */
    getPopupManager: (): PopupManager => popupManager,

    /**
     * The page's own softphone; null while the CCP's frame takes the calls, before there is an agent who takes calls, and in a tab
     * of which another takes them. Streams documentation, "connect.core.getSoftphoneManager()".
     */
    getSoftphoneManager: (): SoftphoneManager | null => softphone.manager,

    /**
     * Has the page itself take the calls, whose sound then outlives the CCP's frame. The CCP is embedded with
     * `softphone: { allowFramedSoftphone: false }`. What is needed is fetched now; if it does not come, the frame takes the calls, which
     * is logged and told by `onSoundChange`. Called again it is ignored, with a warning, until `terminate`.
     * @param options how calls are taken.
     * @throws ValueError if they are no object. Streams documentation, "connect.core.initSoftphoneManager()".
     */
    initSoftphoneManager(options?: SoftphoneManagerOptions): void {
      if (options !== undefined && (typeof options !== 'object' || options === null)) {
        throw new ValueError('options of initSoftphoneManager must be an object, not %s', options);
      }
      softphone.init(options);
    },

    /** Leaves the calls to the CCP's frame again, and ends the sound of those that the page has. Not in amazon-connect-streams. */
    endSoftphoneManager: (): void => softphone.end(),

    /**
     * Who takes the calls: `page`, or `frame` where the page was asked to and could not; null while nobody has asked it to. Not in
     * amazon-connect-streams.
     */
    getSoundPlace: (): SoundChange['place'] | null => softphone.place,

    /** Called when the sound of a call begins to be set up in a page, this one or another tab's. */
    onSoftphoneSessionInit: (callback: EventCallback<{ connectionId: string }>): Subscription =>
      bus.subscribe(ConnectionEvents.SESSION_INIT, callback),

    /**
     * Has the CCP's channel view show another view, such as the one where a task is created, in every tab of the agent.
     * @param viewType the view, such as `create_task`.
     * @param mediaType the channel, such as `task`.
     * @param source who asks.
     * @param caseId id of the case that it is about.
     * @param clientToken by which the caller knows the answer; one is made if it is left out.
     */
    activateChannelWithViewType(
      viewType: string,
      mediaType: string,
      source?: string,
      caseId?: string,
      clientToken: string = randomId(),
    ): void {
      const view = { viewType, mediaType, ...(source && { source }), ...(caseId && { caseId }), clientToken };
      slot.broadcast(ChannelViewEvents.ACTIVATE_CHANNEL_WITH_VIEW_TYPE, view);
    },

    /** Called when the CCP's channel view is to show another view. */
    onActivateChannelWithViewType: (callback: EventCallback): Subscription =>
      bus.subscribe(ChannelViewEvents.ACTIVATE_CHANNEL_WITH_VIEW_TYPE, callback),

    /** Called when a CCP is told its settings, in its own page. */
    onConfigure: (callback: EventCallback): Subscription => bus.subscribe(ConfigurationEvents.CONFIGURE, callback),

    getContactEventName,

    /** When the CCP's worker got the present data, in its epoch milliseconds. */
    getLocalTimestamp: (): number | undefined => data.current.agent.localTimestamp,
  };

  return { parts, functions };
}

/** Reports that CCPs take from pages, each a broadcast of one event. */
export function createReports({ slot }: Pick<OpenParts, 'slot'>) {
  const report = (event: string) => (payload: unknown) => slot.broadcast(event, payload);
  return {
    publishMetric: report('client_metric'),
    publishSoftphoneStats: report('softphone_stats'),
    publishSoftphoneReport: report('softphone_report'),
    publishClickStreamData: report(LinkEventType.CLICK_STREAM_DATA),
  };
}

type Read<Parts extends Record<string, () => unknown>> = { [Name in keyof Parts]: ReturnType<Parts[Name]> };

/**
 * Puts functions and parts on an object; the parts are read anew each time, and may be written to without effect.
 * @param core gets them.
 */
export function withOpenParts<
  Core extends object,
  Parts extends Record<string, () => unknown>,
  Functions extends Record<string, unknown>,
>(core: Core, { parts, functions }: { parts: Parts; functions: Functions }): Core & Functions & Read<Parts> {
  Object.assign(core, functions);
  for (const [name, get] of Object.entries(parts)) {
    Object.defineProperty(core, name, { get, set: () => undefined, enumerable: true, configurable: true });
  }
  return core as Core & Functions & Read<Parts>;
}
