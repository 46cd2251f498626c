// What can be heard of the agent: every `onX` of connect.Agent.
import { SdkNamespace } from '../conduit/side-channel.js';
import { assertFunction } from '../errors/errors.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { AgentEvents, ConfigurationEvents, ContactEvents } from '../events/event-names.js';
import type { BaseConnection } from './connection.js';
import type { Contact } from './contact.js';
import type { ApiContext } from './context.js';
import type { SoftphoneError } from './softphone-error.js';

/** What `agent.onStateChange` gives. */
export interface AgentStateChange<Agent> {
  agent: Agent;
  /** Name of the state before; `Init` at first. */
  oldState: string;
  /** Name of the state now. */
  newState: string;
}

/** How the CCP's network stands. */
export interface NetworkConnection {
  /** A NetworkConnectionStatus: `disconnected` while it is tried again, `failed` when that has been given up. */
  readonly status: string;
  /** Since when, in epoch milliseconds. */
  readonly timestamp: number;
}

/** What the agent works with. */
export type AgentContext<Agent> = ApiContext<Agent, Contact, BaseConnection>;

/** The subscribing half of the agent. */
export class AgentSubscriptions<Agent> {
  readonly #context: AgentContext<Agent>;

  constructor(context: AgentContext<Agent>) {
    this.#context = context;
  }

  /** The runtime, for what is built upon this class. */
  protected get context(): AgentContext<Agent> {
    return this.#context;
  }

  #on<Payload>(event: string, callback: EventCallback<Payload>): Subscription {
    return this.#context.bus.subscribe(event, callback);
  }

  /** Called with every update of the agent's data, changed or not. Streams documentation, "agent.onRefresh()". */
  onRefresh(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.REFRESH, callback);
  }

  /** Called when the type of the agent's state becomes routable: contacts come. Streams documentation, "agent.onRoutable()". */
  onRoutable(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ROUTABLE, callback);
  }

  /** Called when the type of the agent's state becomes not routable: online, but no contacts come. Streams documentation, "agent.onNotRoutable()". */
  onNotRoutable(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.NOT_ROUTABLE, callback);
  }

  /** Called when the agent goes offline. Streams documentation, "agent.onOffline()". */
  onOffline(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.OFFLINE, callback);
  }

  /** Called when the agent gets into an error state, such as a missed call. Streams documentation, "agent.onError()". */
  onError(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ERROR, callback);
  }

  /** Called when the agent enters after-call work. Streams documentation, "agent.onAfterCallWork()". */
  onAfterCallWork(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ACW, callback);
  }

  /** Called when the name of the agent's state changes. Streams documentation, "agent.onStateChange()". */
  onStateChange(callback: EventCallback<AgentStateChange<Agent>>): Subscription {
    return this.#on(AgentEvents.STATE_CHANGE, callback);
  }

  /** Called when a state is set that takes effect after the present contact. docs/protocol.md, section 6.7. */
  onEnqueuedNextState(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ENQUEUED_NEXT_STATE, callback);
  }

  /** Called when that state is withdrawn, or has taken effect. docs/protocol.md, section 6.7. */
  onClearedNextState(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.CLEARED_NEXT_STATE, callback);
  }

  /** Called with the agent when one of their contacts becomes pending. Streams documentation, "agent.onContactPending()". */
  onContactPending(callback: EventCallback<this>): Subscription {
    assertFunction(callback, 'f');
    const context = this.#context;
    return this.#on(ContactEvents.PENDING, function (this: unknown, _contact, eventName, bus) {
      return callback.call(this, context.agent() as never, eventName, bus);
    });
  }

  /** Called when the softphone fails. Streams documentation, "agent.onSoftphoneError()". */
  onSoftphoneError(callback: EventCallback<SoftphoneError>): Subscription {
    return this.#on(AgentEvents.SOFTPHONE_ERROR, callback);
  }

  /** Called when the CCP's web socket is lost. Streams documentation, "agent.onWebSocketConnectionLost()"; docs/protocol.md, section 9.5. */
  onWebSocketConnectionLost(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_LOST, callback);
  }

  /** Called when the CCP has a web socket again. Streams documentation, "agent.onWebSocketConnectionGained()"; docs/protocol.md, section 9.5. */
  onWebSocketConnectionGained(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_GAINED, callback);
  }

  /** Called when the microphone is muted or unmuted, wherever that was done. Streams documentation, "agent.onMuteToggle()". */
  onMuteToggle(callback: EventCallback<{ muted: boolean }>): Subscription {
    return this.#on(AgentEvents.MUTE_TOGGLE, callback);
  }

  /** Called when the softphone has the microphone's stream. docs/protocol.md, section 6.7. */
  onLocalMediaStreamCreated(callback: EventCallback<{ connectionId: string }>): Subscription {
    return this.#on(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, callback);
  }

  /** Called when another loudspeaker is in use. docs/protocol.md, section 6.7. */
  onSpeakerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.SPEAKER_DEVICE_CHANGED, callback);
  }

  /** Called when another microphone is in use. docs/protocol.md, section 6.7. */
  onMicrophoneDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.MICROPHONE_DEVICE_CHANGED, callback);
  }

  /** Called when another device rings. docs/protocol.md, section 6.7. */
  onRingerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.RINGER_DEVICE_CHANGED, callback);
  }

  /**
   * Called when the CCP's network stands otherwise. Who comes late asks by `getNetworkConnectionStatus`. Streams documentation,
   * "agent.onNetworkConnectionStatusChanged()".
   */
  onNetworkConnectionStatusChanged(f: (event: NetworkConnection) => unknown): { unsubscribe(): void } {
    const topic = { namespace: SdkNamespace.CONTACT, key: 'agent/networkConnectionStatusChanged' };
    return this.#context.sideChannel.subscribe(topic, f);
  }

  /**
   * Called when voices are made clearer in another way, or no longer. Streams documentation,
   * "agent.onVoiceEnhancementModeChanged()".
   */
  onVoiceEnhancementModeChanged(f: (event: { readonly voiceEnhancementMode: string }) => unknown): {
    unsubscribe(): void;
  } {
    assertFunction(f, 'f');
    const topic = { namespace: SdkNamespace.VOICE, key: 'voice/voiceEnhancementModeChanged' };
    return this.#context.sideChannel.subscribe<{ readonly voiceEnhancementMode: string }>(
      topic,
      ({ voiceEnhancementMode }) => f({ voiceEnhancementMode }),
    );
  }

  /** Called when another camera is in use. */
  onCameraDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.CAMERA_DEVICE_CHANGED, callback);
  }

  /** Called when what is behind the agent is blurred in pictures, or no longer. */
  onBackgroundBlurChanged(callback: EventCallback<{ isBackgroundBlurEnabled: boolean }>): Subscription {
    return this.#on(ConfigurationEvents.BACKGROUND_BLUR_CHANGED, callback);
  }
}
