// The commands about a contact: how each is sent, and what in the state proves that it has worked.
import {
  about,
  aboutParties,
  type CommandMaker,
  ending,
  inState,
  isOver,
  late,
  partiesOf,
  resumeParties,
  targetOf,
  viewOf,
} from './command-target.js';
import { isVoice } from './contact-verbs.js';
import type { ContactView } from './host-state.js';

const acceptCommand: CommandMaker = (request, scope) => {
  const { id, api } = targetOf(request, scope);
  const isTaken = ({ ringing, state }: ContactView): boolean =>
    !ringing && (state.type === 'connected' || state.type === 'connecting');
  return about(id, isTaken, () => api.accept());
};

const rejectCommand: CommandMaker = (request, scope) => {
  const { id, api } = targetOf(request, scope);
  return ending(id, () => api.reject());
};

const clearCommand: CommandMaker = (request, scope) => {
  const { id, api } = targetOf(request, scope);
  return { send: () => api.clear(), isShown: (state) => viewOf(state, id) === undefined };
};

const holdCommand: CommandMaker = (request, scope) => {
  const target = targetOf(request, scope);
  const { view, api, id, parties } = target;
  if (!isVoice(view))
    return about(
      id,
      ({ state }) => state.type === 'paused',
      () => api.pause(),
    );
  const { connectionId } = request;
  const chosen = connectionId
    ? view.connections.filter((party) => party.connectionId === connectionId)
    : parties.filter(inState('connected'));
  if (chosen.length === 0) throw new Error(scope.terms.nobodyTalks);
  return aboutParties(target, chosen, 'hold', (party) => new scope.connect.Connection(id, party).hold());
};

const resumeCommand: CommandMaker = (request, scope) => {
  const target = targetOf(request, scope);
  const { view, api, id, parties } = target;
  if (!isVoice(view))
    return about(
      id,
      ({ state }) => state.type === 'connected',
      () => api.resume(),
    );
  const { connectionId } = request;
  const chosen = connectionId
    ? view.connections.filter((party) => party.connectionId === connectionId)
    : parties.filter(inState('hold'));
  if (chosen.length === 0) throw new Error(scope.terms.nobodyWaits);
  return resumeParties(target, chosen, scope.connect);
};

const hangUpCommand: CommandMaker = (request, scope) => {
  const { id, api } = targetOf(request, scope);
  const { connectionId } = request;
  if (!connectionId) return ending(id, () => api.getAgentConnection()?.destroy());
  return {
    send: () => new scope.connect.Connection(id, connectionId).destroy(),
    isShown: (state) => isOver(state, id) || !partiesOf(state, id).some((party) => party.connectionId === connectionId),
  };
};

const muteCommand = (mute: boolean): CommandMaker => {
  return ({ contactId }, { connect }) => ({
    send: () => (mute ? new connect.Agent().mute() : new connect.Agent().unmute()),
    isShown: (state) => state.mute === mute,
    isLost: (state) => contactId !== null && isOver(state, contactId),
  });
};

/** The party that hears digits: whoever is talked to, the one who came last if there are several. */
const sendDigitsCommand: CommandMaker = (request, scope) => {
  const { id, parties } = targetOf(request, scope);
  const listener = parties.filter(inState('connected')).at(-1);
  if (!listener) throw new Error(scope.terms.nobodyTalks);
  const connection = new scope.connect.Connection(id, listener.connectionId);
  return { send: () => connection.sendDigits(request.digits ?? '') };
};

/** A command of a module of its own. What no contact can be meant by is refused at once. */
function withParties(verb: 'add-participant' | 'transfer' | 'conference' | 'swap'): CommandMaker {
  const make = late(verb, async () => (await import('./party-commands.js')).PARTY_COMMANDS[verb]);
  return (request, scope) => {
    targetOf(request, scope);
    return make(request, scope);
  };
}

/** Every command about a contact, by its verb. */
export const CONTACT_COMMANDS: Readonly<Record<string, CommandMaker>> = {
  accept: acceptCommand,
  reject: rejectCommand,
  clear: clearCommand,
  'hang-up': hangUpCommand,
  hold: holdCommand,
  resume: resumeCommand,
  mute: muteCommand(true),
  unmute: muteCommand(false),
  'send-digits': sendDigitsCommand,
  'add-participant': withParties('add-participant'),
  transfer: withParties('transfer'),
  conference: withParties('conference'),
  swap: withParties('swap'),
};
