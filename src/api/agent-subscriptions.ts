// What can be heard of the agent: every `onX` of connect.Agent.
import { assertFunction } from '../errors/errors.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { AgentEvents, ConfigurationEvents, ContactEvents } from '../events/event-names.js';
import type { Agent } from './agent.js';
import type { ApiContext } from './context.js';
import type { SoftphoneError } from './softphone-error.js';

/** What `agent.onStateChange` gives. */
export interface AgentStateChangeEvent {
  agent: Agent;
  /** Name of the state before; `Init` at first. */
  oldState: string;
  /** Name of the state now. */
  newState: string;
}

/** The subscribing half of the agent. */
export class AgentSubscriptions {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /** The runtime, for what is built upon this class. */
  protected get context(): ApiContext {
    return this.#context;
  }

  #on<Payload>(event: string, callback: EventCallback<Payload>): Subscription {
    return this.#context.bus.subscribe(event, callback);
  }

  /** Called with every update of the agent's data, changed or not. Document 000. */
  onRefresh(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.REFRESH, callback);
  }

  /** Called when the type of the agent's state becomes routable: contacts come. Document 000. */
  onRoutable(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ROUTABLE, callback);
  }

  /** Called when the type of the agent's state becomes not routable: online, but no contacts come. Document 000. */
  onNotRoutable(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.NOT_ROUTABLE, callback);
  }

  /** Called when the agent goes offline. Document 000. */
  onOffline(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.OFFLINE, callback);
  }

  /** Called when the agent gets into an error state, such as a missed call. Document 000. */
  onError(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ERROR, callback);
  }

  /** Called when the agent enters after-call work. Document 000. */
  onAfterCallWork(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ACW, callback);
  }

  /** Called when the name of the agent's state changes. Document 000. */
  onStateChange(callback: EventCallback<AgentStateChangeEvent>): Subscription {
    return this.#on(AgentEvents.STATE_CHANGE, callback);
  }

  /** Called when a state is set that takes effect after the present contact. Protocol section 6.7. */
  onEnqueuedNextState(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.ENQUEUED_NEXT_STATE, callback);
  }

  /** Called when that state is withdrawn, or has taken effect. Protocol section 6.7. */
  onClearedNextState(callback: EventCallback<this>): Subscription {
    return this.#on(AgentEvents.CLEARED_NEXT_STATE, callback);
  }

  /** Called with the agent when one of their contacts becomes pending. Documents 000 and 002. */
  onContactPending(callback: EventCallback<this>): Subscription {
    assertFunction(callback, 'f');
    const context = this.#context;
    return this.#on(ContactEvents.PENDING, function (this: unknown, _contact, eventName, bus) {
      return callback.call(this, context.agent() as never, eventName, bus);
    });
  }

  /** Called when the softphone fails. Document 000. */
  onSoftphoneError(callback: EventCallback<SoftphoneError>): Subscription {
    return this.#on(AgentEvents.SOFTPHONE_ERROR, callback);
  }

  /** Called when the CCP's web socket is lost. Document 000; protocol section 9.5. */
  onWebSocketConnectionLost(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_LOST, callback);
  }

  /** Called when the CCP has a web socket again. Document 000; protocol section 9.5. */
  onWebSocketConnectionGained(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_GAINED, callback);
  }

  /** Called when the microphone is muted or unmuted, wherever that was done. Document 000. */
  onMuteToggle(callback: EventCallback<{ muted: boolean }>): Subscription {
    return this.#on(AgentEvents.MUTE_TOGGLE, callback);
  }

  /** Called when the softphone has the microphone's stream. Protocol section 6.7. */
  onLocalMediaStreamCreated(callback: EventCallback<{ connectionId: string }>): Subscription {
    return this.#on(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, callback);
  }

  /** Called when another loudspeaker is in use. Protocol section 6.7. */
  onSpeakerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.SPEAKER_DEVICE_CHANGED, callback);
  }

  /** Called when another microphone is in use. Protocol section 6.7. */
  onMicrophoneDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.MICROPHONE_DEVICE_CHANGED, callback);
  }

  /** Called when another device rings. Protocol section 6.7. */
  onRingerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.RINGER_DEVICE_CHANGED, callback);
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
