// What the clients can ask of the agent.
import { SdkRefusal } from '../../ccp/sdk-channel.js';
import type { AgentState, Queue, WireEndpoint } from '../../../conduit/wire.js';
import type { SdkDesk, SdkParams, SdkRoutes } from './desk.js';

/** A queue, in the words of the clients. */
export const queueOf = (queue: Queue | null | undefined): Queue | undefined =>
  queue ? { ...queue, queueId: queue.queueARN } : undefined;

/** A quick connect, in the words of the clients. */
function quickConnectOf({ type, endpointARN, name, phoneNumber }: WireEndpoint): object {
  return { type, endpointARN, name, ...(type === 'phone_number' && { phoneNumber }) };
}

/** Makes the routes. */
export function agentRoutes(desk: SdkDesk): SdkRoutes {
  const configuration = () => desk.data.configuration;
  const profile = () => {
    const { routingProfile } = configuration();
    const { defaultOutboundQueue, queues = [], routingProfileARN } = routingProfile;
    return {
      ...routingProfile,
      routingProfileId: routingProfileARN,
      defaultOutboundQueue: queueOf(defaultOutboundQueue),
      queues: queues.map(queueOf),
    };
  };

  async function choose(fits: (state: AgentState) => boolean, wanted: unknown): Promise<object> {
    const state = configuration().agentStates?.find(fits);
    if (!state) throw new SdkRefusal('noResult', `The agent has no state ${String(wanted)}.`);
    await desk.ask('putAgentState', { state, enqueueNextState: true });
    return desk.shown(({ snapshot }) => {
      const { nextState, agentAvailabilityState, state: current } = snapshot;
      if (nextState?.name === state.name) return { status: 'queued', current, next: nextState };
      const isThere = current.name === state.name || agentAvailabilityState?.state === state.name;
      return isThere ? { status: 'updated', current } : undefined;
    });
  }

  function availability(): object {
    const { snapshot } = desk.data;
    const chosen = configuration().agentStates?.find(({ name }) => name === snapshot.agentAvailabilityState?.state);
    const state = chosen
      ? { ...chosen, startTimestamp: snapshot.agentAvailabilityState?.timeStamp }
      : { ...snapshot.state };
    return { ...state, ...(snapshot.nextState && { nextState: snapshot.nextState }) };
  }

  async function quickConnects({ queueARNs, options }: SdkParams): Promise<object> {
    const { maxResults = 500, nextToken = null } = (options ?? {}) as SdkParams;
    const list = [queueARNs ?? []].flat();
    const answer = await desk.ask<{ endpoints: WireEndpoint[]; nextToken: string | null }>('getEndpoints', {
      queueARNs: list,
      maxResults,
      nextToken,
    });
    return { quickConnects: answer.endpoints.map(quickConnectOf), nextToken: answer.nextToken };
  }

  return {
    'agent/getARN': () => ({ ARN: configuration().agentARN }),
    'agent/getName': () => ({ name: configuration().name }),
    'agent/getState': () => desk.data.snapshot.state,
    'agent/getRoutingProfile': profile,
    'agent/getChannelConcurrency': () => ({ ...configuration().routingProfile.channelConcurrencyMap }),
    'agent/getExtension': () => ({ extension: configuration().extension }),
    'agent/getDialableCountries': () => ({ dialableCountries: configuration().dialableCountries ?? [] }),
    'agent/setAvailabilityState': ({ agentStateARN }) =>
      choose((state) => state.agentStateARN === agentStateARN, agentStateARN),
    'agent/setAvailabilityStateByName': ({ agentStateName }) =>
      choose(({ name }) => name === agentStateName, agentStateName),
    'agent/setOffline': () => choose(({ type }) => type === 'offline', 'offline'),
    'agent/listAvailabilityStates': () => configuration().agentStates ?? [],
    'agent/listQuickConnects': quickConnects,
    'agent/getNetworkConnectionStatus': () => desk.ask('getNetworkConnectionStatus'),
    'agent/getDefaultOutboundQueue': () => queueOf(configuration().routingProfile.defaultOutboundQueue),
    'agent/getRoutingProfileQueues': () => profile().queues,
    'agent/getAvailabilityState': availability,
    'agent/listSecurityProfilePermissions': () => ({ permissions: configuration().permissions ?? [] }),
  };
}
