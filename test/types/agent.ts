// The agent, as TypeScript applications write it: compiles with the declarations of amazon-connect-streams and with ours.
export class AgentDesk {
  private agent: connect.Agent | undefined;
  private readonly subscriptions: connect.Subscription[] = [];
  private states: connect.AgentStateDefinition[] = [];
  private muted = false;

  start(): void {
    const subscription: connect.Subscription = connect.agent((agent: connect.Agent) => this.ready(agent));
    this.subscriptions.push(subscription, { unsubscribe: () => undefined });
    const told: connect.AgentCallback = (agent) => console.log(agent.getName().toUpperCase());
    connect.agent(told);
  }

  private ready(agent: connect.Agent): void {
    this.agent = agent;
    this.states = agent.getAgentStates();
    this.states.sort((a, b) => a.name.localeCompare(b.name));
    const changed: connect.AgentStateChangeCallback = ({ oldState, newState, agent: same }) => {
      console.log(oldState.length, newState.length, same.getState().name);
    };
    const refreshed: connect.AgentCallback = (same) => (this.agent = same);
    const muted: connect.AgentMutedStatusCallback = (status) => (this.muted = status.muted);
    const device: connect.UserMediaDeviceChangeCallback = ({ deviceId }) => console.log(deviceId.trim());
    const blur: connect.UserBackgroundBlurChangeCallback = (change) => console.log(!change.isBackgroundBlurEnabled);
    const failed: connect.SoftphoneErrorCallback = (error: connect.SoftphoneError) => {
      console.log(error.getErrorType().length, error.getErrorMessage().length, error.getEndPointUrl().length);
    };
    this.subscriptions.push(
      agent.onStateChange(changed),
      agent.onRefresh(refreshed),
      agent.onRoutable(refreshed),
      agent.onNotRoutable((same: connect.Agent) => console.log(same.getStatus().type)),
      agent.onOffline(refreshed),
      agent.onError(refreshed),
      agent.onAfterCallWork(refreshed),
      agent.onEnqueuedNextState(refreshed),
      agent.onClearedNextState(refreshed),
      agent.onMuteToggle(muted),
      agent.onSoftphoneError(failed),
      agent.onSpeakerDeviceChanged(device),
      agent.onMicrophoneDeviceChanged(device),
      agent.onRingerDeviceChanged(device),
      agent.onCameraDeviceChanged(device),
      agent.onLocalMediaStreamCreated(device),
      agent.onBackgroundBlurChanged(blur),
    );
    agent.onWebSocketConnectionLost(refreshed);
    agent.onWebSocketConnectionGained((same: connect.Agent) => console.log(same.getName()));
  }

  get isAvailable(): boolean {
    const state: connect.AgentState = new connect.Agent().getState();
    const since: number = state.startTimestamp.getTime();
    return state.type === connect.AgentStateType.ROUTABLE && since > 0;
  }

  choose(type: connect.AgentStateType): void {
    const state = this.states.find((one) => one.type === type);
    if (!state) throw new Error(`no state of type ${type}`);
    const options: connect.AgentSetStateOptions = { enqueueNextState: true };
    const callbacks: connect.SuccessFailOptions = {
      success: () => console.log('done'),
      failure: (text) => console.log(text.includes('Exception')),
    };
    this.agent?.setState(state, callbacks, options);
    this.agent?.setStatus(state, { failure: (text: string) => console.error(JSON.parse(text)) });
    callbacks.success?.();
    callbacks.failure?.('text');
  }

  dial(phoneNumber: string): void {
    const endpoint: connect.Endpoint = connect.Endpoint.byPhoneNumber(phoneNumber);
    const options: connect.ConnectOptions = { queueARN: 'arn', relatedContactId: 'id', failure: (text) => text.trim() };
    this.agent?.connect(endpoint, options);
    this.agent?.connect(connect.Endpoint.byPhoneNumber(phoneNumber));
  }

  quickConnects(): Promise<connect.Endpoint[]> {
    const agent = new connect.Agent();
    return new Promise((resolve, reject) => {
      const callbacks: connect.GetEndpointsCallbacks = {
        success: (result: connect.GetEndpointsResult) =>
          resolve(result.endpoints.filter(({ type }) => type === connect.EndpointType.AGENT)),
        failure: reject,
      };
      agent.getEndpoints(agent.getAllQueueARNs(), callbacks);
      agent.getEndpoints('arn', { success: ({ addresses }) => resolve(addresses), failure: (text) => reject(text) });
    });
  }

  settings(): [string, number, boolean, string[]] {
    const agent = new connect.Agent();
    const configuration: connect.AgentConfiguration = agent.getConfiguration();
    configuration.softphoneEnabled = false;
    configuration.extension = '+12065550100';
    agent.setConfiguration(configuration, { success: () => undefined, failure: () => undefined });
    const profile: connect.AgentRoutingProfile = agent.getRoutingProfile();
    const queues: string[] = profile.queues.map((queue: connect.Queue) => queue.queueId);
    const map: connect.AgentChannelConcurrencyMap = agent.getChannelConcurrency();
    const chats: number = agent.getChannelConcurrency(connect.ChannelType.CHAT) + map.VOICE;
    const preferences: connect.AgentPreferences | undefined = configuration.agentPreferences;
    console.log(preferences?.locale, profile.defaultOutboundQueue.name.length, configuration.agentARN.length);
    const mode: connect.VoiceEnhancementMode = agent.getVoiceEnhancementMode();
    return [configuration.username + mode, chats, configuration.permissions.includes('outboundCall'), queues];
  }

  devices(): void {
    const agent: connect.Agent = new connect.Agent().toSnapshot();
    agent.setSpeakerDevice('id');
    agent.setMicrophoneDevice('id');
    agent.setRingerDevice('id');
    agent.setCameraDevice('id');
    agent.setBackgroundBlur(true);
    if (this.muted) agent.unmute();
    else agent.mute();
    const next: connect.AgentState = agent.getNextState();
    const own: connect.AgentAvailabilityState = agent.getAvailabilityState();
    console.log(next.name.length, own.state.length, own.timeStamp.getTime(), agent.isSoftphoneEnabled());
    console.log(agent.getDialableCountries().join(), agent.getExtension().length, agent.getAgentARN().length);
  }

  stop(): void {
    this.subscriptions.forEach((subscription) => subscription.unsubscribe());
  }
}
