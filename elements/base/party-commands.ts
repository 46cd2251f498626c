// The commands that bring in a third party, or choose between two; fetched with the first of them.
import { coldTransfer } from './cold-transfer.js';
import type { Command } from './command.js';
import {
  about,
  type CommandMaker,
  type CommandScope,
  ending,
  inState,
  partiesOf,
  type RequestFields,
  resumeParties,
  targetOf,
} from './command-target.js';
import { isActiveParty, isVoice } from './contact-verbs.js';
import type { ConnectionView, ContactView, HostState } from './host-state.js';

const addParticipantCommand = (request: RequestFields, scope: CommandScope): Command => {
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
        add: addParticipantCommand(request, scope),
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

/** Every one of them, by its verb. */
export const PARTY_COMMANDS = {
  'add-participant': addParticipantCommand,
  transfer: transferCommand,
  conference: conferenceCommand,
  swap: swapCommand,
} as const satisfies Readonly<Record<string, CommandMaker>>;
