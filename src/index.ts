// The API without elements: the page's default runtime, the maker of more, enums, errors and types.
// Importing it has no effect but to fill the page's one shared slot.
export { connect, globalConnect } from './shared.js';
export { diagnose } from './doctor.js';
export { type Connect, createConnect, type RuntimeOptions } from './connect.js';
export type {
  FailoverCompleted,
  GlobalResiliency,
  NextActiveRegion,
  ResilientConnect,
} from './resiliency/resilient-connect.js';
export type { FailoverComplete, FailoverPending, GlobalConnect } from './resiliency/global-connect.js';
export type { BeginRegions, GlobalInitOptions, StandByRegion } from './resiliency/global-options.js';
export { STREAMS_VERSION, VERSION } from './version.js';
export * from './api/client-methods.js';
export * from './api/enums.js';
export * from './api/voice-id-enums.js';
export * from './events/event-names.js';
export type { ValueOf } from './events/enum.js';
export { EventBus, type EventCallback, type Subscription } from './events/event-bus.js';
export { LogComponent, LogContextLayer, LogLevel } from './log/levels.js';
export type { Logger } from './log/logger.js';
export type { LogEntry } from './log/log-entry.js';
export { CommandError, type CommandErrorFields, CommandErrorType } from './errors/command-error.js';
export { NotImplementedError, StateError, ValueError } from './errors/errors.js';
export type { Callbacks } from './api/commands.js';
export { Endpoint, type EndpointLike } from './api/endpoint.js';
export { SoftphoneError } from './api/softphone-error.js';
export type { Agent, AgentConnectOptions, AgentStateChangeEvent } from './api/agent.js';
export type { NewTask, TaskReference, TaskTemplateQuery, TaskTemplatesQuery, TaskUpdate } from './api/tasks.js';
export type { EndpointList, EndpointPage } from './api/endpoint-pages.js';
export type { Contact } from './api/contact.js';
export type { BaseConnection, ChatConnection, EmailConnection, TaskConnection } from './api/connection.js';
export type {
  CanResumeParticipant,
  ParticipantHold,
  VideoConnectionInfo,
  VoiceConnection,
} from './api/voice-connection.js';
export type {
  AgentEventMap,
  ConnectEventMap,
  ContactEventMap,
  LinkEventMap,
  OwnContactEventMap,
} from './api/event-maps.js';
export { type AudioOwner, type AudioOwnerChange, type AudioRuntime, watchAudioOwner } from './media/audio-owner.js';
export { logout, type LogoutOptions, type LogoutRuntime } from './api/logout.js';
export type { CcpStatusChange, TalkingMuted, ViewContactEvent } from './api/core-events.js';
export type { ReloadOptions } from './api/core.js';
export type { FrameMediaDevice } from './api/frame-devices.js';
export { type MicrophoneState, watchMicrophone } from './media/microphone-watch.js';
export { type InputLevelOptions, watchInputLevel } from './softphone/watch-input-level.js';
export type { SoundChange } from './softphone/page-softphone.js';
export type { SessionCallbacks, SoftphoneManager } from './softphone/softphone-manager.js';
export type { SoftphoneManagerOptions } from './softphone/softphone-options.js';
export type { ChatSessionFactory } from './media/chat-session.js';
export type { TaskSessionFactory } from './media/task-session.js';
export type { WebSocketManager, WebSocketMessage } from './media/web-socket-manager.js';
export type { DiagnosableRuntime, DiagnoseOptions } from './doctor/evidence.js';
export type { Cause, Certainty, Diagnosis, DiagnosisCode, Finding, SilenceCause } from './doctor/diagnosis.js';
export type { SnapshotUpdate } from './agent/snapshot.js';
export type { SnapshotReader } from './agent/agent-data.js';
export type { CcpFacts } from './embedding/facts.js';
export type { CcpStatus } from './sign-in/status.js';
export type { InitCcpOptions, RingtoneOptions, SoftphoneOptions } from './embedding/options.js';
export type { LoginMode, LoginOptions, RetryOptions, StorageAccessOptions } from './sign-in/sign-in-options.js';
export type { FrameRetry } from './sign-in/sign-in.js';
export type {
  AgentConfiguration,
  AgentData,
  AgentSnapshotData,
  AgentState,
  ConnectionData,
  ContactAttribute,
  ContactData,
  Envelope,
  Queue,
  RoutingProfile,
  TimedState,
  WireEndpoint,
} from './conduit/wire.js';
