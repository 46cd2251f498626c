// Contacts, as TypeScript applications write them.
type Handlers = { [event in 'ringing' | 'over']: connect.ContactCallback };

export function follow(handlers: Handlers): connect.Subscription {
  return connect.contact((contact: connect.Contact) => {
    contact.onConnecting(handlers.ringing);
    contact.onEnded(handlers.over);
    contact.onDestroy(handlers.over);
    contact.onMissed((same) => console.log(same.contactId, same.getContactId().length));
    contact.onRefresh((same: connect.Contact) => console.log(summary(same)));
    contact.onIncoming((same) => same.accept());
    contact.onPending(handlers.ringing);
    contact.onAccepted(handlers.ringing);
    contact.onConnected((same) => console.log(same.isConnected()));
    contact.onACW((same) => same.clear({ success: () => undefined }));
    contact.onError(handlers.over);
  });
}

export interface Summary {
  id: string;
  type: connect.ContactType;
  state: connect.ContactStateType;
  queue: string;
  since: Date;
  attributes: connect.AttributeDictionary;
}

export function summary(contact: connect.Contact): Summary {
  const state: connect.ContactState = contact.getState();
  const queue: connect.Queue = contact.getQueue();
  return {
    id: contact.getInitialContactId() || contact.getOriginalContactId() || contact.getContactId(),
    type: contact.getType(),
    state: state.type,
    queue: `${queue.name} ${queue.queueARN.length} ${contact.getStatus().timestamp.getTime()}`,
    since: contact.getQueueTimestamp(),
    attributes: contact.getAttributes(),
  };
}

const WORDS: Record<connect.ContactType, string> = {
  [connect.ContactType.VOICE]: 'Call',
  [connect.ContactType.QUEUE_CALLBACK]: 'Callback',
  [connect.ContactType.CHAT]: 'Chat',
  [connect.ContactType.TASK]: 'Task',
  [connect.ContactType.EMAIL]: 'E-mail',
};

export function title(contact: connect.Contact): string {
  const customer: string | undefined = contact.getAttributes().customer?.value;
  switch (contact.getType()) {
    case connect.ContactType.VOICE:
    case connect.ContactType.QUEUE_CALLBACK:
      return contact.getInitialConnection().getEndpoint().phoneNumber.replace(/^\+/, '');
    case connect.ContactType.TASK:
      return `${contact.getName().trim()}: ${contact.getDescription().trim()}`;
    default:
      return `${WORDS[contact.getType()]} ${customer ?? ''}`;
  }
}

/** A switch that ends in a type that nothing has. */
export function isLive(state: connect.ContactStateType): boolean {
  return [connect.ContactStateType.CONNECTING, connect.ContactStateType.CONNECTED].includes(state);
}

export function details(contact: connect.Contact): unknown[] {
  const references: connect.ReferenceDictionary = contact.getReferences();
  const context: connect.ChannelContext | undefined = contact.getChannelContext();
  const segments: connect.SegmentAttributeDictionary = contact.getSegmentAttributes();
  const how: connect.ContactInitiationMethod = contact.getInitiationMethod();
  const endpoint: connect.Endpoint | null = contact.getCustomerEndpoint() ?? contact.getConnectSystemEndpoint();
  return [
    references.ticket?.value.length,
    context?.taskTemplateId,
    segments['connect:Subtype']?.valueString.length,
    how === connect.ContactInitiationMethod.OUTBOUND,
    endpoint?.phoneNumber.length,
    contact.getContactMetadata().anything,
    contact.getContactDuration() > 60,
    [contact.getRelatedContactId(), contact.getContactAssociationId(), contact.getContactSubtype()],
    [contact.getStateDuration() + contact.getStatusDuration()],
    [contact.isInbound(), contact.isSoftphoneCall(), contact.isAutoAcceptEnabled(), contact.isUnderSupervision()],
    [contact.hasVideoRTCCapabilities(), contact.hasScreenShareCapability(), contact.hasTwoActiveParticipants()],
    [contact.canAgentSendVideo(), contact.canAgentReceiveVideo(), contact.isMultiPartyConferenceEnabled()],
    [contact.canAgentSendScreenShare(), contact.canCustomerSendScreenShare()],
    contact.getEventName(connect.ContactEvents.CONNECTED).split('::'),
  ];
}

export function run(command: string, contact: connect.Contact, endpoint: connect.Endpoint): void {
  const callbacks: connect.SuccessFailOptions = { success() {}, failure: (text) => console.error(text.length) };
  const participant: connect.AddParticipantOptions = callbacks;
  const transfer: connect.TransferOptions = callbacks;
  const commands: Record<string, () => void> = {
    accept: () => contact.accept(callbacks),
    reject: () => contact.reject(callbacks),
    destroy: () => contact.destroy(callbacks),
    clear: () => contact.clear(callbacks),
    complete: () => contact.complete(callbacks),
    pause: () => contact.pause(callbacks),
    resume: () => contact.resume(callbacks),
    issue: () => contact.notifyIssue('code', 'what', callbacks),
    add: () => contact.addConnection(endpoint, callbacks),
    participant: () => contact.addParticipant(endpoint, participant),
    transfer: () => contact.transfer(endpoint, transfer),
    swap: () => contact.toggleActiveConnections(callbacks),
    join: () => contact.conferenceConnections(callbacks),
    listen: () => contact.silentMonitor(callbacks),
    barge: () => contact.bargeIn(callbacks),
    state: () => contact.updateMonitorParticipantState(connect.MonitoringMode.BARGE, callbacks),
  };
  commands[command]?.();
  const again: connect.Contact = contact.toSnapshot();
  const calls: connect.Contact[] = new connect.Agent().getContacts(connect.ContactType.VOICE);
  console.log(calls.concat(again).map(({ contactId }) => contactId));
}
