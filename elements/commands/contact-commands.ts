// The commands about a contact: how each is sent, and what in the state proves that it has worked.
import type { Connect } from '../../src/index.js';
import { coldTransfer } from './cold-transfer.js';
import type { Command } from './command.js';
import {
  about,
  aboutParties,
  type CommandMaker,
  ending,
  inState,
  isOver,
  partiesOf,
  type Target,
  targetOf,
  viewOf,
} from './target.js';
import { isActiveParty, isVoice } from '../verbs/contact-verbs.js';
import type { ConnectionView, ContactView, HostState } from '../host/state.js';

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

/** Brings parties back: several at once as a conference, if the customer is among them, else each by itself. */
function resumeParties(target: Target, chosen: readonly ConnectionView[], connect: Connect): Command {
  const { id, api } = target;
  const customer = api.getInitialConnection()?.getConnectionId();
  const isConference = chosen.length > 1 && chosen.some(({ connectionId }) => connectionId === customer);
  const each = aboutParties(target, chosen, 'connected', (party) => new connect.Connection(id, party).resume());
  return isConference ? { ...each, send: () => api.conferenceConnections() } : each;
}

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

const addParticipantCommand: CommandMaker = (request, scope) => {
  const target = targetOf(request, scope);
  const { id, api, view } = target;
  const before = target.parties.map(({ connectionId }) => connectionId);
  const isNew = ({ connectionId, state, type }: ConnectionView): boolean =>
    !before.includes(connectionId) && isActiveParty({ type, state });
  // Adding a connection to anything but a call hands it over.
  return about(
    id,
    ({ connections }) => connections.some(isNew),
    () => (isVoice(view) ? api.addConnection(request.endpoint!) : api.addParticipant(request.endpoint!)),
  );
};

const transferCommand: CommandMaker = (request, scope) => {
  const target = targetOf(request, scope);
  const { id, api, view } = target;
  if (!isVoice(view)) return ending(id, () => api.addConnection(request.endpoint!));
  return {
    run: () =>
      coldTransfer({
        id,
        store: scope.store,
        terms: scope.terms,
        before: target.parties,
        add: addParticipantCommand(request, scope) as Command,
        leave: ending(id, () => api.getAgentConnection()?.destroy()),
        resume: (chosen) => resumeParties(target, chosen, scope.connect),
      }),
  };
};

const conferenceCommand: CommandMaker = (request, scope) => {
  const { id, api } = targetOf(request, scope);
  const isShown = (_view: ContactView, state: HostState): boolean => {
    const parties = partiesOf(state, id);
    return parties.length > 1 && parties.every(inState('connected'));
  };
  return about(id, isShown, () => api.conferenceConnections());
};

const swapCommand: CommandMaker = (request, scope) => {
  const { id, api, parties } = targetOf(request, scope);
  const waiting = parties.find(inState('hold'));
  if (!waiting) throw new Error(scope.terms.nobodyWaits);
  const isShown = ({ connections }: ContactView): boolean =>
    connections.some(({ connectionId, state }) => connectionId === waiting.connectionId && state === 'connected');
  return about(id, isShown, () => api.toggleActiveConnections());
};

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
  'add-participant': addParticipantCommand,
  transfer: transferCommand,
  conference: conferenceCommand,
  swap: swapCommand,
};
