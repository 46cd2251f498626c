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
    isShown: (state) => state.mute === mute,
    isLost: (state) => contactId !== null && isOver(state, contactId),
  };
}
