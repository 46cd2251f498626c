// connect.core: embeds a CCP, ends it, and gives access to what lies under the API. Streams documentation, "connect.core"; docs/protocol.md, section 7.7.
import type { AgentDataProvider, SnapshotReader } from '../agent/agent-data.js';
import { MuteState } from '../conduit/mute-state.js';
import type { Conduit } from '../conduit/conduit.js';
import type { ContactData } from '../conduit/wire.js';
import { LONGEST_WAIT, takeTime } from '../conduit/time-limit.js';
import { assertNotNull, StateError, ValueError } from '../errors/errors.js';
import type { EventBus, EventCallback, Subscription } from '../events/event-bus.js';
import { AgentEvents, CcpEvents, ContactEvents, LinkEventType } from '../events/event-names.js';
import type { Logger } from '../log/logger.js';
import type { CcpSlot } from '../embedding/ccp-slot.js';
import type { EmbeddingNews, SideLines } from '../embedding/embedding-options.js';
import { type CcpFacts, SECOND_INIT } from '../embedding/facts.js';
import { withKeepableTimes } from '../embedding/option-times.js';
import { checkedOptions, type InitCcpOptions, isPrimary, uselessOptions } from '../embedding/options.js';
import type { FrameRetry } from '../sign-in/sign-in.js';
import type { CcpStatus } from '../sign-in/status.js';
import { STREAMS_VERSION } from '../version.js';
import type { SoundChange } from '../softphone/page-softphone.js';
import type { CcpStatusChange, MuteChange, TalkingMuted, ViewContactEvent } from './core-events.js';
import type { ConnectEventMap } from './event-maps.js';
import { isTalking } from '../conduit/live-voice.js';
import { frameMediaDevices, type FrameMediaDevice } from './frame-devices.js';

/** How the frame is loaded anew by `core.retry`. */
export interface ReloadOptions {
  /** True: also in a live call, whose sound is lost by that. */
  force?: boolean;
}

/** Logged when `core.retry` has left the frame as it is. */
const KEPT_FOR_CALL =
  'The frame was not loaded anew: that would cut a live call off. Call retry({ force: true }) if that is meant.';

/** Who takes the side channels of the CCPs that are embedded. */
export interface SideChannels<ClientConfig> {
  /** To be called before a CCP is embedded. Gives who takes its channel. */
  begin(options: InitCcpOptions): SideLines;
  /** What clients are made with. */
  readonly clientConfig: ClientConfig;
}

/** What the core is made of. */
export interface CoreParts<WebSocketManager, ClientConfig> {
  bus: EventBus<ConnectEventMap>;
  data: AgentDataProvider;
  log: Logger;
  slot: CcpSlot;
  webSocketManager(): WebSocketManager;
  sideChannels: SideChannels<ClientConfig>;
  /** Told of each `terminate` before anything ends: what is said to the CCP now still reaches it. */
  terminating(): void;
  /** Told of each `terminate`, after the subscriptions have ended. */
  terminated(): void;
  /** True while the page itself has the sound of a call. */
  hasPageSound(): boolean;
  /** Given the way by which the page tells this runtime what otherwise comes from the CCP. */
  takeOwnVoice(hear: (event: string, data: unknown) => void): void;
  /** Told when data have come through another port of a CCP than before. */
  linked(): void;
  /** Agent data that arrive before it settles are held back until then. */
  holdDataUntil: Promise<unknown> | undefined;
  /** Told of every event from the CCP, after the bus. */
  received(eventName: string, data: unknown): void;
}

/**
 * Makes `connect.core` for one runtime. Its functions may be taken off it: none needs its `this`.
 * @param parts the runtime's bus, agent data, log, and what is of a higher layer.
 */
export function createCore<WebSocketManager, ClientConfig>(parts: CoreParts<WebSocketManager, ClientConfig>) {
  const { bus, data, log, slot, webSocketManager, holdDataUntil, received } = parts;
  const on = <Payload>(event: string, callback: EventCallback<Payload>): Subscription =>
    bus.subscribe<Payload>(event, callback);

  /** What the CCP has said to be selected, and through which of its ports: a CCP that is loaded anew has nothing selected. */
  let selected: { readonly portId: string | undefined; readonly contactId: unknown } | undefined;
  /** The contact that this page has last asked to be selected, until another one is. */
  let asked: unknown;
  const mute = new MuteState({
    data: () => (data.hasData ? data.current.data : null),
    ask: () => {
      if (slot.embedding) slot.broadcast(LinkEventType.MUTE);
    },
    changed: (muted) => bus.trigger(CcpEvents.MUTE, Object.freeze({ muted })),
  });
  let linkedPort: string | undefined;
  let isHeld = holdDataUntil !== undefined;
  /** The newest data that are held back. Each snapshot is complete, so older ones can be dropped. */
  let waiting: unknown;
  const letThrough = (): void => {
    isHeld = false;
    if (waiting) slot.ccp?.conduit.upstreamBus.trigger(AgentEvents.UPDATE, waiting);
    waiting = undefined;
  };
  // Who has held the data back may fail, but keeps them from nobody.
  void holdDataUntil?.then(letThrough, (error: unknown) => {
    log.error('What the data of the agent were held back for has failed.').withException(error);
    letThrough();
  });

  /** With the first data that come through a port of the CCP's. */
  function linked(): void {
    const { ccp } = slot;
    if (!ccp || ccp.portId === linkedPort) return;
    linkedPort = ccp.portId;
    // A page that loads during a call asks whether it is muted: the tab that has the call tells all others. docs/protocol.md, section 9.2.
    if (isTalking(contacts())) slot.broadcast(LinkEventType.MUTE);
    parts.linked();
  }

  /** The agent's contacts, as far as is known. */
  function contacts(): readonly ContactData[] {
    return data.hasData ? data.current.agent.contacts : [];
  }

  function failed(error: unknown, name: string): void {
    log.error('A handler of %s failed.', name).withException(error);
  }

  /** What has become of the embedding. */
  function note(news: EmbeddingNews): void {
    switch (news.kind) {
      case 'status':
        bus.trigger(CcpEvents.STATUS, Object.freeze({ status: news.status, previous: news.previous }));
        break;
      case 'frame':
        // Whatever was said of the microphone was said of a call whose sound may be gone.
        mute.reset();
        linkedPort = undefined;
        break;
      case 'forgotten':
        waiting = undefined;
        data.reset();
        mute.reset();
        break;
      case 'failure':
        failed(news.error, news.of);
        break;
    }
  }

  function stop(): void {
    waiting = undefined;
    slot.stop();
    data.reset();
    mute.reset();
  }

  function hear(event: string, payload: unknown): void {
    bus.trigger(event, payload);
    mute.received(event, payload);
    received(event, payload);
  }
  parts.takeOwnVoice(hear);

  return {
    /**
     * Embeds a CCP: puts its page into a frame in a container and links the runtime to it. While one is embedded, a
     * second call is ignored and logged.
     * @param container the element that the frame fills.
     * @param options address and settings, or the address alone.
     * @throws ValueError if container or address are missing or an address is none. docs/protocol.md, section 2.
     */
    initCCP(container: Element, options: InitCcpOptions | string): void {
      assertNotNull(container, 'containerDiv');
      if (typeof container.appendChild !== 'function') {
        throw new ValueError('containerDiv must be an element of the page, such as document.querySelector("#ccp")');
      }
      const { options: checked, problems } = withKeepableTimes(checkedOptions(options, document.baseURI));
      if (slot.embedding) {
        log.warn(SECOND_INIT);
        return;
      }
      const { logLevel, echoLevel } = checked.logConfig ?? {};
      if (logLevel) log.setLogLevel(logLevel);
      if (echoLevel) log.setEchoLevel(echoLevel);
      for (const sentence of [...problems, ...uselessOptions(checked)]) log.warn('%s', sentence);
      const embedding = slot.embed({
        container,
        options: checked,
        outerContext: { streamsVersion: STREAMS_VERSION },
        sideLines: parts.sideChannels.begin(checked),
        receiver: {
          take(update) {
            if (isHeld) {
              waiting = update;
              return false;
            }
            const isStandby = typeof checked.isPrimary === 'function' && !isPrimary(checked, failed);
            if (!data.accept(update, isStandby, slot.ccp?.portId)) return false;
            linked();
            return true;
          },
          hear,
          note,
        },
        pageHasSound: () => parts.hasPageSound(),
      });
      const { signal, ccp } = embedding;
      bus.subscribe<ViewContactEvent | null>(
        ContactEvents.VIEW,
        (view) => {
          selected = { portId: slot.ccp?.portId, contactId: view?.contactId };
          if (asked !== view?.contactId) asked = undefined;
        },
        { signal },
      );
      if (checked.onViewContact) bus.subscribe(ContactEvents.VIEW, checked.onViewContact, { signal });
      bus.trigger(CcpEvents.STATUS, Object.freeze({ status: ccp.status, previous: 'idle' }));
    },

    /**
     * Ends the CCP and every subscription: no timer, listener, request or window of it is left. The frame stays in its
     * container until the page removes it or the next `initCCP` takes its place. Streams documentation, "connect.core.terminate()".
     */
    terminate(): void {
      parts.terminating();
      stop();
      bus.unsubscribeAll();
      data.unread();
      parts.terminated();
    },

    /**
     * Ends the CCP and removes its frame, but keeps all subscriptions for the next `initCCP`. Not in
     * amazon-connect-streams.
     */
    stopCCP(): void {
      stop();
      slot.removeFrame();
    },

    /** The frame of the embedded CCP, or null. Not in amazon-connect-streams. */
    getFrame: (): HTMLIFrameElement | null => slot.ccp?.frame ?? null,

    /** The origin from which the embedded CCP has answered, or null. Not in amazon-connect-streams. */
    getOrigin: (): string | null => slot.ccp?.origin ?? null,

    /** Where the embedded CCP stands; `idle` if there is none. Not in amazon-connect-streams. */
    getStatus: (): CcpStatus => slot.ccp?.status ?? 'idle',

    /** True once the CCP in the present frame has answered. Not in amazon-connect-streams. */
    hasAnswered: (): boolean => slot.ccp?.answered ?? false,

    /** What is known of the embedded CCP, for `diagnose`; null if there is none. Not in amazon-connect-streams. */
    getFacts: (): CcpFacts | null => slot.ccp,

    /**
     * True if the agent's microphone is known to be muted: a CCP has said so of a call that goes on, and nothing has happened since
     * that makes it doubtful. Not in amazon-connect-streams.
     */
    isMuted: (): boolean => mute.isMuted,

    /** Called when {@link isMuted} changes. Not in amazon-connect-streams. */
    onMuteChange: (callback: EventCallback<MuteChange>) => on(CcpEvents.MUTE, callback),

    /**
     * Called when the agent and their contacts have been forgotten: they have signed out, their session has ended, they may not use
     * the CCP, or another agent has signed in. What a page keeps of them itself should go too. Not in amazon-connect-streams.
     */
    onForgotten: (callback: EventCallback<null>) => on(CcpEvents.FORGOTTEN, callback),

    /**
     * Called with the whole data of each update, right after `agent.onRefresh`, for whoever shows all of them: they are read, not
     * written to. Not in amazon-connect-streams.
     */
    onSnapshot: (callback: SnapshotReader): { unsubscribe(): void } => ({ unsubscribe: data.read(callback) }),

    /** Called when {@link getStatus} changes. Not in amazon-connect-streams. */
    onStatusChange: (callback: EventCallback<CcpStatusChange>) => on(CcpEvents.STATUS, callback),

    /**
     * Opens the sign-in window; to be called from a click, or the browser may refuse it. Not in amazon-connect-streams.
     * @throws StateError if no CCP is embedded.
     */
    login: (): void => slot.present.login(),

    /**
     * True while the CCP's frame has the sound of a live call, which a new frame would cut off. Not in
     * amazon-connect-streams.
     */
    carriesCall: (): boolean => slot.ccp?.carriesCall ?? false,

    /**
     * True while the page itself has the sound of a call, or is getting it: a new frame cuts it off as little as none. Not in
     * amazon-connect-streams.
     */
    hasPageSound: (): boolean => parts.hasPageSound(),

    /**
     * Called when somebody begins, or ceases, to talk into a microphone that they have muted; only where the page takes the calls.
     * Not in amazon-connect-streams.
     */
    onTalkingMuted: (callback: EventCallback<TalkingMuted>) => on(CcpEvents.TALKING_MUTED, callback),

    /**
     * Called when it is decided where calls are taken: in the page as `initSoftphoneManager` asks for, or in the CCP's frame after
     * all, because what is needed could not be loaded; and when {@link hasPageSound} changes. Not in amazon-connect-streams.
     */
    onSoundChange: (callback: EventCallback<SoundChange>) => on(CcpEvents.SOUND, callback),

    /**
     * Loads the CCP's frame anew, now, and begins the attempts of the option `retry` anew. A live call keeps the frame, which
     * is logged. Not in amazon-connect-streams.
     * @param options `force`: true loads it even if that cuts a live call off.
     * @returns true if the frame is being loaded anew.
     * @throws StateError if no CCP is embedded.
     */
    retry({ force = false }: ReloadOptions = {}): boolean {
      const isDone = slot.present.retry(force);
      if (!isDone) log.warn(KEPT_FOR_CALL);
      return isDone;
    },

    /**
     * Has the agent sign in again after they have signed out: opens the sign-in window, and tries the frame until the CCP answers. To
     * be called from a click, or the browser may refuse the window. docs/protocol.md, section 2.7.
     * @throws StateError if no CCP is embedded.
     */
    reauthenticateAfterLogout(): void {
      if (!slot.embedding) throw new StateError('Missing parameters: call initCCP first.');
      slot.present.login();
      slot.present.retry();
    },

    /** Called with each frame that takes the place of one that has not answered. Not in amazon-connect-streams. */
    onFrameRetry: (callback: EventCallback<FrameRetry>) => on(CcpEvents.RETRY, callback),

    /** True once the embedded CCP has answered for the first time. */
    get initialized(): boolean {
      return slot.embedding?.initialized ?? false;
    },

    /** Id of the CCP's port at its worker, once known. */
    get portStreamId(): string | undefined {
      return slot.ccp?.portId;
    },

    /** Called once the CCP has answered for the first time. docs/protocol.md, section 2.7. */
    onInitialized: (callback: EventCallback<null>) => on(LinkEventType.INIT, callback),

    /** Called when the session has run out. Streams documentation, "connect.core.onAuthFail()". */
    onAuthFail: (callback: EventCallback<{ authorize?: boolean } | null>) => on(LinkEventType.AUTH_FAIL, callback),

    /** Called when the CCP has got itself a new session. docs/protocol.md, section 2.7. */
    onAuthorizeSuccess: (callback: EventCallback<null>) => on(LinkEventType.AUTHORIZE_SUCCESS, callback),

    /** Called when the agent may not use the CCP. Streams documentation, "connect.core.onAccessDenied()". */
    onAccessDenied: (callback: EventCallback<null>) => on(LinkEventType.ACCESS_DENIED, callback),

    /** Called when all attempts to load the frame were in vain. docs/protocol.md, section 2.7. */
    onIframeRetriesExhausted: (callback: EventCallback<null>) => on(LinkEventType.IFRAME_RETRIES_EXHAUSTED, callback),

    /** Called when the CCP has given up getting a session. docs/protocol.md, section 2.7. */
    onAuthorizeRetriesExhausted: (callback: EventCallback<null>) =>
      on(LinkEventType.AUTHORIZE_RETRIES_EXHAUSTED, callback),

    /** Called when the CCP's worker has given up asking the service. docs/protocol.md, section 2.7. */
    onCTIAuthorizeRetriesExhausted: (callback: EventCallback<null>) =>
      on(LinkEventType.CTI_AUTHORIZE_RETRIES_EXHAUSTED, callback),

    /**
     * Selects a contact in the CCP. As long as it is selected, a page tells that once only: it may call this from
     * {@link onViewContact}, now or later, in as many tabs as there are, and it comes to an end.
     * @param contactId id of the contact; empty for none.
     * @throws StateError if no CCP is embedded; ValueError if it is no text. Streams documentation, "connect.core.viewContact()".
     */
    viewContact(contactId: string): void {
      if (typeof contactId !== 'string')
        throw new ValueError('contactId must be the id of a contact; it is %s', contactId);
      const { portId } = slot.present;
      const isSelected = selected?.portId === portId && selected?.contactId === contactId;
      if (isSelected && asked === contactId) return;
      asked = contactId;
      slot.broadcast(ContactEvents.VIEW, { contactId });
    },

    /** Called when another contact is selected, in the CCP or by {@link viewContact}. Streams documentation, "connect.core.onViewContact()". */
    onViewContact: (callback: EventCallback<ViewContactEvent>) => on(ContactEvents.VIEW, callback),

    /**
     * The media devices that the CCP's frame sees.
     * @param timeout milliseconds to wait for it.
     * @returns rejects with an Error if the frame cannot tell, or not in time.
     * @throws StateError if no CCP is embedded. docs/protocol.md, section 3.5.
     */
    getFrameMediaDevices(timeout?: number): Promise<FrameMediaDevice[]> {
      const { time, problem } = takeTime('timeout', timeout, { usual: 1_000, most: LONGEST_WAIT });
      if (problem) log.warn('getFrameMediaDevices: %s', problem);
      return frameMediaDevices(slot.present.conduit, time);
    },

    /** Given to ChatJS as `websocketManager`. Streams documentation, "connect.core.getWebSocketManager()"; docs/protocol.md, section 9.5. */
    getWebSocketManager: webSocketManager,

    /** The bus under all subscriptions. Streams documentation, "connect.core". */
    getEventBus: (): EventBus<ConnectEventMap> => bus,

    /**
     * The link to the CCP.
     * @throws StateError if no CCP is embedded. docs/protocol.md, section 7.7.
     */
    getUpstream: (): Conduit => slot.present.conduit,

    /**
     * What the `@amazon-connect/*` clients are made with: `new VoiceClient(connect.core.getSDKClientConfig())`. Of this runtime, so
     * to be passed to each of them. The provider is the same for as long as the runtime lives, whatever frames come and go, and
     * also for the next CCP that is embedded; it is the page's own where `initCCP` was given one. Clients reach a CCP
     * that opens the channel: Amazon's present one does.
     * @throws StateError if no CCP is embedded. docs/protocol.md, section 2.9.
     */
    getSDKClientConfig(): ClientConfig {
      if (!slot.embedding) throw new StateError('Provider is not initialized: call initCCP first.');
      return parts.sideChannels.clientConfig;
    },

    /** What holds the agent's data. docs/protocol.md, section 7.7. */
    getAgentDataProvider: (): AgentDataProvider => data,

    /** Server time minus page time, in milliseconds. docs/protocol.md, section 6.3. */
    getSkew: (): number => data.current.skew,
  };
}
