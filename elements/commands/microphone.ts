// What muting and unmuting have in common.
import { contactIdOf } from './request-fields.js';
import { type CommandScope, type HostCommand, isOver } from './target.js';

/**
 * Mutes or unmutes the agent's microphone.
 * @param mute true to mute it.
 * @param request says which call it is meant for, if any.
 */
export function microphoneCommand(mute: boolean, request: object, { connect }: CommandScope): HostCommand {
  const contactId = contactIdOf(request);
  return {
    send: () => (mute ? new connect.Agent().mute() : new connect.Agent().unmute()),
    hears: (heard, signal) => {
      const toggled = (toggle: { muted?: unknown } | null): void => {
        if (toggle?.muted === mute) heard();
      };
      const bus = connect.core.getEventBus();
      bus.subscribe<{ muted?: unknown } | null>(connect.AgentEvents.MUTE_TOGGLE, toggled, { signal });
    },
    isLost: (state) => contactId !== null && isOver(state, contactId),
  };
}
