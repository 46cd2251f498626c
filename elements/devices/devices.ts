// The agent's choice of devices at one host: what there is, what they have chosen, and keeping to that as devices come and go.
// Loaded when the choice is opened, or where one is remembered.
import { ScopedTimer } from '../../src/conduit/scoped-timer.js';
import type { CommandPhase } from '../host/events.js';
import type { ConnectHost } from '../host/host.js';
import type { DeviceName } from '../verbs/requests.js';
import { withTerms } from '../words/languages.js';
import type { Part, SharedTerms } from '../words/terms.js';
import { DeviceForm, type DeviceNote, type DeviceOption, type Obstacle } from './form.js';
import { agentKey } from '../host/agent-key.js';
import { DeviceMemory, hashOf } from './memory.js';
import type { DeviceTerms } from './terms.js';
import { enDevices } from './en.js';

/** The element that the choice of devices belongs to. */
export interface DevicesContext {
  readonly terms: {
    readonly devices: string;
    readonly tryAgain: string;
    readonly changed: (who: string, state: string) => string;
    readonly failed: (command: string, why: string) => string;
    readonly unconfirmed: (command: string) => string;
  };
  /** Renders anew: something that belongs to the devices has changed. */
  update(): void;
  /** Has a screen reader say something when it is done with what it says. */
  announce(text: string): void;
  /** Moves the focus to the first element that matches, once the element has rendered. */
  focus(selector: string): void;
}

/** What the choice needs of the element that shows it. */
export interface DeviceNeeds {
  readonly element: Element;
  readonly host: ConnectHost;
  readonly context: DevicesContext;
  /** The words for a microphone that cannot be used. */
  hostErrors(): SharedTerms['hostErrors'];
  /** The words of the choice in the language in force, and those that the page has registered; empty in English. */
  translated(): Part<DeviceTerms>;
  /** Asks for a device; settles with null if the page has prevented it. */
  request(device: DeviceName, deviceId: string): Promise<CommandPhase | null>;
}

/** A device as browsers list it. */
type ListedDevice = Readonly<Record<'deviceId' | 'kind' | 'label', string>>;

const NAMES = ['microphone', 'speaker', 'ringer'] as const satisfies DeviceName[];

/** What a browser calls whatever the system uses by itself; where it has no name, the id is empty. */
const DEFAULT = 'default';

/** Milliseconds within which the panel is to say which devices it has. */
const LIST_TIME = 3_000;

/** Milliseconds after which a panel that has not said is asked again, and how often: a page that loads has other things to do. */
const ASK_AGAIN = 3_000;
const TIMES = 5;

/** True where pages and panels can choose where sound comes from. */
const choosesOutputs = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** The choice of devices at one host. */
export class Devices {
  readonly #needs: DeviceNeeds;
  readonly #form = new DeviceForm((device, id) => void this.#pick(device as DeviceName, id));
  readonly #life = new AbortController();
  /** Ends with the agent's session. */
  #session: AbortController | undefined;
  #memory = new DeviceMemory(null);
  #lists: Partial<Record<DeviceName, readonly ListedDevice[]>> = {};
  /** Settles when the look that is under way, and the one after it, are done. */
  #looking: Promise<void> | undefined;
  /** True if something has changed since the panel was asked: its answer is out of date, and it is asked again. */
  #isOvertaken = false;
  /** The ids that are in use, as far as is known. */
  readonly #present = new Map<DeviceName, string>();
  /** Devices whose remembered choice has not been asked for yet. */
  readonly #unasked = new Set<DeviceName>();
  /** Devices whose remembered choice is not there. */
  readonly #missing = new Set<DeviceName>();
  readonly #notes = new Map<DeviceName, DeviceNote>();
  readonly #again = new ScopedTimer(this.#life.signal);
  /** How often the panel may still be asked again by itself in this session. */
  #timesLeft = 0;
  #problem = '';

  /** @param needs the element, and the host that it is bound to. */
  constructor(needs: DeviceNeeds) {
    this.#needs = needs;
    const { host } = needs;
    const { signal } = this.#life;
    host.subscribe(
      () => this.#agent,
      (agent) => this.#begin(agent),
      { signal },
    );
    host.subscribe(
      ({ status }) => status,
      () => this.#show(),
      { signal },
    );
    // A panel that loads itself anew has forgotten all, though the agent is the same and nothing else is said.
    const greeted = host.connect.core.getEventBus().subscribe(host.connect.EventType.ACKNOWLEDGE, (greeting) => {
      if (greeting?.id && this.#agent) this.#begin(this.#agent);
    });
    signal.addEventListener('abort', () => greeted.unsubscribe());
    // The softphone forgets a microphone that is chosen between calls: it is told again when a call begins.
    const isTalking = () => this.#isTalking;
    host.subscribe(isTalking, (talks) => void (talks && this.#beginCall()), { signal });
    const look = (): void => void this.look();
    navigator.mediaDevices?.addEventListener('devicechange', look, { signal });
    const follow = (permission: PermissionStatus): void => permission.addEventListener('change', look, { signal });
    navigator.permissions?.query({ name: 'microphone' }).then(follow, () => {});
  }

  /** What is shown. */
  get view(): HTMLElement {
    this.#show();
    return this.#form.element;
  }

  /** Ends all of it. */
  end(): void {
    this.#life.abort();
    this.#session?.abort();
  }

  /** Looks which devices there are. One look at a time: the panel's answers do not say which question they answer. */
  look(): Promise<void> {
    this.#isOvertaken = true;
    return (this.#looking ??= this.#lookUntilSeen().finally(() => (this.#looking = undefined)));
  }

  async #lookUntilSeen(): Promise<void> {
    while (this.#isOvertaken && this.#agent && !this.#life.signal.aborted) {
      this.#isOvertaken = false;
      await this.#lookOnce();
    }
  }

  async #lookOnce(): Promise<void> {
    const isOld = (): boolean => this.#isOvertaken || this.#life.signal.aborted;
    try {
      const lists = await this.#list();
      if (isOld()) return;
      this.#lists = lists;
      this.#problem = '';
    } catch {
      if (isOld()) return;
      this.#problem = this.#words.noAnswer;
      if (this.#unasked.size > 0 && this.#timesLeft-- > 0) this.#again.start(ASK_AGAIN, () => void this.look());
    }
    for (const name of NAMES) this.#keep(name);
    this.#show();
  }

  get #words(): DeviceTerms {
    return withTerms(enDevices, this.#needs.translated());
  }

  /** Who is signed in, and at which instance; empty while nobody is. */
  get #agent(): string {
    const { host } = this.#needs;
    return host.state.status === 'ready' ? agentKey(host) : '';
  }

  get #isTalking(): boolean {
    return this.#needs.host.state.contacts.some(
      ({ type, state }) => (type === 'voice' || type === 'queue_callback') && state.type === 'connected',
    );
  }

  /** Another agent has signed in, or the panel was loaded anew, which has forgotten all. */
  #begin(agent: string): void {
    this.#session?.abort();
    this.#again.stop();
    this.#timesLeft = TIMES;
    for (const known of [this.#present, this.#missing, this.#notes, this.#unasked]) known.clear();
    if (!agent) return;
    this.#session = new AbortController();
    this.#memory = new DeviceMemory(null);
    const present = new this.#needs.host.connect.Agent();
    const changes = {
      microphone: present.onMicrophoneDeviceChanged((change) => this.#changed('microphone', change)),
      speaker: present.onSpeakerDeviceChanged((change) => this.#changed('speaker', change)),
      ringer: present.onRingerDeviceChanged((change) => this.#changed('ringer', change)),
    };
    this.#session.signal.addEventListener('abort', () => Object.values(changes).forEach((one) => one.unsubscribe()));
    void this.#recall(agent, this.#session.signal);
  }

  /** What is remembered of the agent is known a moment later, for it is kept under a hash. */
  async #recall(agent: string, session: AbortSignal): Promise<void> {
    const hash = await hashOf(agent);
    if (session.aborted || this.#life.signal.aborted) return;
    this.#memory = new DeviceMemory(hash);
    for (const name of NAMES) this.#unasked.add(name);
    await this.look();
  }

  /** A device was changed, in this tab or another. Only choices made here are remembered. */
  #changed(name: DeviceName, change: { deviceId?: unknown } | null): void {
    if (typeof change?.deviceId !== 'string') return;
    this.#present.set(name, change.deviceId);
    this.#show();
  }

  /**
   * Device ids differ for each origin: the panel's are used, but those of the page for its own ringer, and for everything where the
   * page takes the calls.
   */
  async #list(): Promise<Partial<Record<DeviceName, readonly ListedDevice[]>>> {
    const { host } = this.#needs;
    const { core } = host.connect;
    const ownDevices = (): Promise<readonly ListedDevice[]> => navigator.mediaDevices.enumerateDevices();
    const takesCalls = core.getSoundPlace() === 'page';
    const inPanel = takesCalls ? await ownDevices() : await core.getFrameMediaDevices(LIST_TIME);
    const inPage = host.ringer && !takesCalls ? await ownDevices() : inPanel;
    const ofKind = (list: readonly ListedDevice[], kind: MediaDeviceKind) => list.filter((one) => one.kind === kind);
    const lists = { microphone: ofKind(inPanel, 'audioinput') };
    if (!choosesOutputs()) return lists;
    const outputs = { speaker: ofKind(inPanel, 'audiooutput'), ringer: ofKind(inPage, 'audiooutput') };
    return { ...lists, ...outputs };
  }

  /** True if a browser says that there are devices, but not which; Firefox leaves outputs out as long as microphones have no name. */
  #isHidden(name: DeviceName): boolean {
    const { [name]: list, microphone = [] } = this.#lists;
    const shown = list?.length === 0 ? microphone : (list ?? []);
    return shown.length > 0 && shown.every(({ label }) => !label);
  }

  /** True for what the page leaves to the agent. */
  #isOffered(name: DeviceName): boolean {
    const { host } = this.#needs;
    if (name === 'ringer' && host.ringer && host.hasAttribute('ringer-device')) return false;
    // One that is missed has a list all the same: it says so.
    return (this.#lists[name]?.length ?? 0) > 0 || this.#missing.has(name);
  }

  #defaultOf(name: DeviceName): string {
    return this.#lists[name]?.some(({ deviceId }) => deviceId === DEFAULT) ? DEFAULT : '';
  }

  /** The device that was remembered, by its id or, where that is another now, by its name. */
  #remembered(name: DeviceName): ListedDevice | undefined {
    const choice = this.#memory.get(name);
    const list = this.#lists[name] ?? [];
    const hasName = ({ label }: ListedDevice): boolean => label !== '' && label === choice?.label;
    return choice && (list.find(({ deviceId }) => deviceId === choice.id) ?? list.find(hasName));
  }

  /** Keeps to what is remembered of a device. */
  #keep(name: DeviceName): void {
    if (this.#problem || !this.#lists[name] || this.#isHidden(name)) return;
    const choice = this.#memory.get(name);
    const found = this.#remembered(name);
    const isFirst = this.#unasked.delete(name);
    const wasMissing = this.#missing.delete(name);
    if (!choice) return;
    if (found) {
      if (found.deviceId !== choice.id) this.#memory.set(name, { id: found.deviceId, label: found.label });
      if (wasMissing) this.#say(name, 'confirmed', this.#inUse(name, found.label));
      if (isFirst || wasMissing) void this.#ask(name, found.deviceId);
      return;
    }
    this.#missing.add(name);
    if (wasMissing) return;
    const gone = this.#words.gone(choice.label);
    if (isFirst) this.#notes.set(name, { tone: 'unconfirmed', text: gone });
    else {
      this.#say(name, 'unconfirmed', gone);
      void this.#ask(name, this.#defaultOf(name));
    }
  }

  #beginCall(): void {
    // The panel has the microphone now. Firefox tells of no permission that is given for once.
    if (this.#isHidden('microphone')) void this.look();
    const found = this.#remembered('microphone');
    if (found) void this.#ask('microphone', found.deviceId);
  }

  #inUse(name: DeviceName, label: string): string {
    return this.#needs.context.terms.changed(this.#words[name], label);
  }

  /** Asks for a device without an action of the agent: its outcome is not announced. */
  async #ask(name: DeviceName, id: string): Promise<void> {
    const before = this.#present.get(name);
    this.#present.set(name, id);
    const phase = await this.#needs.request(name, id);
    if (phase === null && this.#present.get(name) === id) this.#present.set(name, before ?? '');
    this.#show();
  }

  /** The agent has chosen. */
  async #pick(name: DeviceName, id: string): Promise<void> {
    const { context, request } = this.#needs;
    const label = this.#optionsOf(name).find((option) => option.id === id)?.label ?? '';
    const pending: DeviceNote = { tone: 'pending', text: `${this.#words[name]}…` };
    this.#notes.set(name, pending);
    const before = this.#present.get(name) ?? '';
    this.#present.set(name, id);
    this.#show();
    const phase = await request(name, id);
    // Another choice has been made since.
    if (this.#life.signal.aborted || this.#notes.get(name) !== pending) return;
    this.#notes.delete(name);
    if (phase === null || phase === 'failed') {
      this.#present.set(name, before);
      if (phase) this.#say(name, phase, context.terms.failed(this.#words[name], ''));
      return this.#show();
    }
    this.#missing.delete(name);
    this.#memory.set(name, id === this.#defaultOf(name) ? null : { id, label });
    const isLater = phase === 'unconfirmed' && name === 'microphone' && !this.#isTalking;
    if (isLater) this.#say(name, 'confirmed', this.#words.nextCall);
    else if (phase === 'unconfirmed') this.#say(name, phase, context.terms.unconfirmed(this.#words[name]));
    else this.#say(name, phase, this.#inUse(name, label));
  }

  #say(name: DeviceName, tone: DeviceNote['tone'], text: string): void {
    this.#notes.set(name, { tone, text });
    this.#needs.context.announce(text);
    this.#show();
  }

  #optionsOf(name: DeviceName): readonly DeviceOption[] {
    const own = this.#defaultOf(name);
    const others = (this.#lists[name] ?? []).filter(({ deviceId }) => deviceId && deviceId !== own);
    return [
      { id: own, label: this.#words.byDefault },
      ...others.map(({ deviceId, label }) => ({ id: deviceId, label: label || this.#words[name] })),
    ];
  }

  #show(): void {
    const words = this.#words;
    const offered = NAMES.filter((name) => this.#isOffered(name));
    const fields = offered
      .filter((name) => !this.#isHidden(name))
      .map((name) => {
        const options = this.#optionsOf(name);
        const present = this.#present.get(name);
        const chosen = options.find(({ id }) => id === present) ?? options[0];
        return { device: name, label: words[name], options, chosen: chosen.id, note: this.#notes.get(name) };
      });
    const obstacles: Obstacle[] = [];
    if (this.#problem) {
      const again = [this.#needs.context.terms.tryAgain, () => void this.look()] as const;
      obstacles.push({ text: this.#problem, action: again });
    }
    if (!this.#problem && offered.some((name) => this.#isHidden(name))) {
      const canAsk = navigator.mediaDevices?.getUserMedia !== undefined;
      obstacles.push({ text: words.hidden, action: canAsk ? [words.allow, () => void this.#allow()] : undefined });
    }
    if (this.#lists.microphone && !this.#lists.speaker?.length && !this.#isHidden('speaker'))
      obstacles.push({ text: words.noSpeakers });
    const enabled = this.#needs.host.status === 'ready';
    this.#form.show({ title: this.#needs.context.terms.devices, fields, obstacles, enabled });
  }

  /** Asks for the microphone in the page: the panel's frame then has it too. */
  async #allow(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
    } catch {
      const text = this.#needs.hostErrors()['microphone-denied']('');
      this.#needs.context.announce(text);
      this.#problem = text;
      return this.#show();
    }
    await this.look();
    this.#needs.context.focus('#device-microphone');
  }
}
