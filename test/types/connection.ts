// Connections and endpoints, as TypeScript applications write them.
export function leave(contact: connect.Contact): void {
  contact.getAgentConnection().destroy({ success: () => undefined, failure: (text) => console.error(text.trim()) });
  const third: connect.BaseConnection | null = contact.getSingleActiveThirdPartyConnection();
  third?.destroy();
  contact.getActiveInitialConnection()?.hold();
  const own: connect.BaseConnection = contact.getInitialConnection();
  if (own.isOnHold()) own.resume({ success() {} });
  own.sendDigits('12#', { failure: () => undefined });
}

export function describe(connection: connect.BaseConnection): string[] {
  const state: connect.ConnectionState = connection.getState();
  const type: connect.ConnectionType = connection.getType();
  const endpoint: connect.Endpoint = connection.getEndpoint();
  const kind: connect.EndpointType = connection.getAddress().type;
  const monitor: connect.MonitorInfo | null = connection.getMonitorInfo();
  const isHeld: boolean = state.type === connect.ConnectionStateType.HOLD;
  const times = [connection.getStateDuration(), connection.getStatusDuration(), state.timestamp.getTime()];
  const truths = [connection.isActive(), connection.isConnected(), connection.isConnecting(), isHeld];
  const texts = [
    connection.getContactId(),
    connection.getConnectionId(),
    connection.contactId,
    connection.connectionId,
  ];
  const names = [endpoint.name, endpoint.phoneNumber, endpoint.agentLogin, endpoint.endpointARN, endpoint.endpointId];
  const is = `${connection.isInitialConnection()} ${connection.getStatus().type} ${monitor?.agentName.trim()}`;
  return [type, kind, is, ...names, ...texts, ...[...times, ...truths].map(String)];
}

export function byState(connections: connect.BaseConnection[]): Map<connect.ConnectionStateType, number> {
  const counts = new Map<connect.ConnectionStateType, number>();
  for (const connection of connections) {
    const { type } = connection.getState();
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

export function voice(contact: connect.Contact): unknown[] {
  const call = contact.getAgentConnection() as connect.VoiceConnection;
  const media: connect.VoiceMediaInfo = call.getMediaInfo();
  const capabilities: connect.CapabilitiesDictionary = call.getCapabilities();
  const modes: connect.MonitoringMode[] | undefined = call.getMonitorCapabilities();
  const mode: connect.MonitoringMode | null = call.getMonitorStatus();
  const name: string | null = call.getQuickConnectName();
  call.muteParticipant({ success: () => undefined });
  call.unmuteParticipant();
  void call.getMediaController().then((controller) => controller.anything());
  return [
    JSON.parse(media.callConfigJson),
    media.callType === connect.SoftphoneCallType.AUDIO_ONLY,
    capabilities.Video?.length,
    modes?.includes(connect.MonitoringMode.BARGE),
    [mode, name, call.getMediaType() === connect.MediaType.SOFTPHONE],
    [call.isMute(), call.isForcedMute(), call.canSendVideo(), call.canSendScreenShare()],
    [call.isSilentMonitor(), call.isBarge(), call.isSilentMonitorEnabled(), call.isBargeEnabled()],
  ];
}

export async function chat(contact: connect.Contact): Promise<string[]> {
  const connection = contact.getAgentConnection() as connect.ChatConnection;
  const session = await connection.getMediaController();
  session.onMessage((message: { data: { Content: string } }) => console.log(message.data.Content));
  const info: connect.ChatMediaInfo = connection.getMediaInfo();
  const token: connect.ConnectionToken = await connection.getConnectionToken();
  const again = await info.getConnectionToken();
  const who: connect.CustomerAuthenticationDetails | null = connection.getAuthenticationDetails();
  const name: string | null = connection.getParticipantName();
  const modes: connect.MonitoringMode[] = connection.getMonitorCapabilities();
  const texts = [info.contactId, info.initialContactId, info.participantId, info.participantToken, ...modes];
  texts.push(token.chatTokenTransport.participantToken, again.chatTokenTransport.expiry, who?.Status ?? '');
  texts.push(info.originalInfo.customerName ?? info.originalInfo.connectionData, name ?? '');
  return connection.isAuthenticated() ? texts : [connection.getMediaType()];
}

export function others(contact: connect.Contact): unknown[] {
  const task = contact.getAgentConnection() as connect.TaskConnection;
  const email = contact.getAgentConnection() as connect.EmailConnection;
  const info: connect.TaskMediaInfo = task.getMediaInfo();
  const isTask: boolean = contact.getAgentConnection() instanceof connect.TaskConnection;
  const made: connect.Endpoint = {
    endpointARN: 'arn',
    endpointId: 'arn',
    type: connect.EndpointType.PHONE_NUMBER,
    name: 'Customer',
    phoneNumber: '+12065550100',
    agentLogin: '',
    queue: '',
  };
  contact.addConnection(made);
  const lists = [contact.getConnections(), contact.getThirdPartyConnections(), contact.getActiveConnections()];
  return [info.contactId.length, isTask, email.getMediaType() === connect.MediaType.EMAIL, ...lists.map(byState)];
}
