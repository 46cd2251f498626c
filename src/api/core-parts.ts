// The parts that lie open on connect.core: code of before takes them from there, or asks for them by a function.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { Conduit } from '../conduit/conduit.js';
import { randomId } from '../conduit/random-id.js';
import type { CcpSlot } from '../embedding/ccp-slot.js';
import { StateError } from '../errors/errors.js';
import type { EventBus, EventCallback, Subscription } from '../events/event-bus.js';
import {
  ChannelViewEvents,
  ConfigurationEvents,
  ConnectionEvents,
  getContactEventName,
  LinkEventType,
} from '../events/event-names.js';
import type { Logger } from '../log/logger.js';
import { ACK_TIMEOUT, SYN_TIMEOUT } from '../sign-in/defaults.js';
import { PopupManager } from '../sign-in/popup-manager.js';
import type { Client } from './clients.js';
import type { ConnectEventMap } from './event-maps.js';

/** What the parts are made of. */
export interface OpenParts {
  bus: EventBus<ConnectEventMap>;
  data: AgentDataProvider;
  log: Logger;
  slot: CcpSlot;
  client: Client;
  webSocketManager(): unknown;
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

const FRAMED_SOUND =
  'core.initSoftphoneManager() has no effect: the sound of calls is in the CCP’s frame. Embed it with softphone: { allowFramedSoftphone: true }.';

/** Makes the parts of one runtime. What exists only with a CCP is null until `initCCP`; what is written to them is not kept. */
export function createOpenParts({ bus, data, log, slot, client, webSocketManager }: OpenParts) {
  const popupManager = new PopupManager();
  let hasSaidFramed = false;

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
    /** Null: the sound of calls is in the CCP's frame. */
    softphoneManager: (): null => null,
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

    /** Null: the sound of calls is in the CCP's frame. */
    getSoftphoneManager: (): null => null,

    /** Does nothing, and says so once: the sound of calls is in the CCP's frame. */
    initSoftphoneManager(): void {
      if (hasSaidFramed) return;
      hasSaidFramed = true;
      log.warn(FRAMED_SOUND);
    },

    /** Called when a call's sound begins in the page itself: never, as it is in the CCP's frame. */
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
