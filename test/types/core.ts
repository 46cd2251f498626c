// Setting a CCP up, its events, the log and the globals, as TypeScript applications write them.
const login: connect.LoginOptions = { autoClose: true, height: 600, width: 400, top: 0, left: 0 };
const softphone: connect.SoftPhoneOptions = {
  allowFramedSoftphone: true,
  disableRingtone: false,
  ringtoneUrl: '/ring.mp3',
  disableEchoCancellation: false,
  allowFramedVideoCall: true,
  allowFramedScreenSharing: true,
  allowFramedScreenSharingPopUp: true,
  VDIPlatform: 'CITRIX',
  allowEarlyGum: true,
};
const chat: connect.ChatOptions = { disableRingtone: true };
const task: connect.TaskOptions = { ringtoneUrl: '/task.mp3' };
const tone: connect.AutoAcceptToneOption = { disableRingtone: true };
const pageOptions: connect.PageOptions = { enableAudioDeviceSettings: true, enablePhoneTypeSettings: true };

export const options: connect.InitCCPOptions = {
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  region: 'us-west-2',
  loginPopup: true,
  loginPopupAutoClose: true,
  loginOptions: login,
  loginUrl: 'https://example.my.connect.aws/login',
  softphone,
  chat,
  task,
  autoAcceptTone: tone,
  pageOptions: { ...pageOptions, enableVideoDeviceSettings: true, showInactivityModal: false },
  iframeTitle: 'Contact Control Panel',
  ccpAckTimeout: 5000,
  ccpSynTimeout: 3000,
  ccpLoadTimeout: 10_000,
  storageAccess: { canRequest: true, mode: 'custom', custom: { hideCCP: true, header: 'Header', title: 'Title' } },
  secondaryCCPUrl: 'https://other.my.connect.aws/ccp-v2/',
  enableGlobalResiliency: false,
  logConfig: { logLevel: connect.LogLevel.INFO, echoLevel: connect.LogLevel.WARN },
};

export function start(container: HTMLElement, more: Partial<connect.InitCCPOptions>): () => void {
  connect.core.initCCP(container, { ...options, ...more });
  connect.core.initCCP(document.getElementById('ccp')!, { ccpUrl: options.ccpUrl, softphone: options.softphone });
  const framed: boolean | undefined =
    options.softphone?.allowFramedSoftphone ?? options.pageOptions?.showInactivityModal;
  const selected: connect.ViewContactCallback = (event: connect.ViewContactEvent) => console.log(event.contactId);
  const none: connect.Callback = () => console.log(framed);
  const failed: connect.SuccessFailCallback = () => undefined;
  const anything: Function = none;
  const subscriptions: connect.Subscription[] = [
    connect.core.onViewContact(selected),
    connect.core.onInitialized(none),
    connect.core.onAuthFail(failed),
    connect.core.onAccessDenied(failed),
    connect.core.onAuthorizeSuccess(anything),
    connect.core.onAuthorizeRetriesExhausted(anything),
    connect.core.onCTIAuthorizeRetriesExhausted(anything),
    connect.core.onIframeRetriesExhausted(() => undefined),
    connect.core.onSoftphoneSessionInit((session: unknown) => console.log(session)),
  ];
  connect.onWebsocketInitFailure(none);
  return () => {
    subscriptions.forEach(({ unsubscribe }) => unsubscribe());
    connect.core.terminate();
  };
}

export function events(): void {
  const bus: connect.EventBus = connect.core.getEventBus();
  const subscription: connect.Subscription = bus.subscribe(connect.EventType.TERMINATED, () => location.reload());
  bus.subscribe(connect.AgentEvents.REFRESH, (agent: connect.Agent) => console.log(agent.getName()));
  bus.subscribe('ack_timeout', (data: { anything: number }) => console.log(data.anything));
  bus.subscribeAll((data: unknown, name: string) => console.log(data, name));
  bus.trigger(connect.EventType.TERMINATE);
  bus.trigger('own::event', { of: 'the page' });
  bus.unsubscribeAll();
  subscription.unsubscribe();
  connect.core.viewContact('id');
  console.log(connect.core.upstream, connect.core.getSDKClientConfig().provider);
  const manager: connect.WebSocketManager = connect.core.getWebSocketManager();
  console.log(manager);
}

export async function devices(): Promise<string[]> {
  const all: MediaDeviceInfo[] = await connect.core.getFrameMediaDevices(1000);
  return all.filter(({ kind }) => kind === 'audioinput').map(({ label }) => label);
}

export class Log {
  private readonly log: connect.Logger = connect.getLog();

  constructor(level: connect.LogLevel = connect.LogLevel.DEBUG) {
    this.log.setLogLevel(level);
    this.log.setEchoLevel(connect.LogLevel.ERROR);
  }

  write(error: Error): connect.LogEntry {
    this.log.debug('debug %s', 1);
    this.log.info('info %s', { a: 1 }).withObject({ b: 2 });
    this.log.warn('warn');
    const entry: connect.LogEntry = this.log.error('error').withException(error);
    this.log.download();
    return entry;
  }
}

const bound = connect.hitch({ factor: 2 }, (value: number) => value * 2);
export const twice: number = bound(1);

type StateName = keyof typeof connect.AgentStateType;
export const stateNames = Object.keys(connect.AgentStateType) as StateName[];
export const errors: connect.AgentErrorStates[] = [connect.AgentErrorStates.MISSED_CALL_AGENT];
export const names: Partial<Record<connect.AgentAvailStates, string>> = { [connect.AgentAvailStates.BUSY]: 'Busy' };
export const exceptions: connect.CTIExceptions[] = Object.values(connect.CTIExceptions);
export const clicked: connect.ClickType = connect.ClickType.ACCEPT;
export const problem: connect.SoftphoneErrorTypes = connect.SoftphoneErrorTypes.MICROPHONE_NOT_SHARED;
export const failing: connect.MonitoringErrorTypes = connect.MonitoringErrorTypes.INVALID_TARGET_STATE;
export const channel: connect.ChannelType = connect.ChannelType.TASK;
export const network: connect.NetworkConnectionStatus = connect.NetworkConnectionStatus.FAILED;
export const active: string[] = Object.values(connect.CONTACT_ACTIVE_STATES);
export const sending: [connect.VideoCapability, connect.ScreenShareCapability] = [
  connect.VideoCapability.SEND,
  connect.ScreenShareCapability.SEND,
];
export const topic: connect.MasterTopics = connect.MasterTopics.LOGIN_POPUP;
export const page: typeof connect = window.connect ?? globalThis.connect;
export const core: typeof connect.core = page.core;
export const softphoneError = new connect.SoftphoneError('type', 'message', 'https://example.com');

export function regions(): string {
  const { globalResiliency } = connect;
  const detected: connect.OnFailoverDetectedCallback = ({ nextActiveRegion }) => console.log(nextActiveRegion.length);
  const pending: connect.OnFailoverPendingCallback = (data: connect.FailoverPendingData) =>
    console.log(data.nextActiveRegion.length);
  const completed: connect.OnFailoverCompletedCallback = ({ activeRegion, activeCcpUrl }) =>
    console.log(activeRegion.length, activeCcpUrl.length);
  const failed: connect.OnConfigureErrorCallback = (error) => console.error(error.message);
  const subscriptions: connect.Subscription[] = [
    globalResiliency.onFailoverDetected(detected),
    globalResiliency.onFailoverPending(pending),
    globalResiliency.onFailoverCompleted(completed),
    globalResiliency.onConfigureError(failed),
  ];
  return globalResiliency.getActiveRegion() ?? String(subscriptions.length);
}
