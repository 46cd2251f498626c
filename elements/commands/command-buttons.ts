// Plain buttons as controls: `<button commandfor="ccp" command="--accept-contact">` makes a request, with no script.
import type { ReactiveController } from 'lit';
import {
  ConnectAcceptRequestEvent,
  ConnectClearRequestEvent,
  ConnectDialRequestEvent,
  ConnectHangUpRequestEvent,
  ConnectHoldRequestEvent,
  ConnectLoginRequestEvent,
  ConnectLogoutRequestEvent,
  ConnectMuteRequestEvent,
  ConnectRejectRequestEvent,
  type ConnectRequestEvent,
  ConnectResumeRequestEvent,
  ConnectSetAgentStateRequestEvent,
  ConnectUnmuteRequestEvent,
  type ContactTarget,
} from '../host/requests.js';
import type { ContactVerb } from '../verbs/contact-verbs.js';
import type { ConnectHost } from '../host/host.js';
import type { HostState } from '../host/state.js';

/** Makes the request of a button. */
type RequestMaker = (state: HostState, value: string) => ConnectRequestEvent;

/**
 * The contact that a button means: the one that its value names; else the selected one. With accept and reject it is the one that
 * rings; and while none is selected, the first one that allows it. What is selected is never passed over to hang up another.
 */
function contactFor({ contacts, selectedContactId }: HostState, value: string, verbs: readonly ContactVerb[]) {
  if (value) return value;
  const allowed = contacts.filter(({ can }) => verbs.some((verb) => can.includes(verb)));
  const selected = allowed.find(({ contactId }) => contactId === selectedContactId);
  const isFree = selectedContactId === null || verbs.includes('accept') || verbs.includes('reject');
  return (selected ?? (isFree ? allowed[0] : undefined))?.contactId ?? selectedContactId;
}

const onContact =
  (RequestEvent: new (target: ContactTarget) => ConnectRequestEvent, ...verbs: ContactVerb[]): RequestMaker =>
  (state, value) =>
    new RequestEvent({ contactId: contactFor(state, value, verbs) });

/** Sets the first state of a type: states have the names that their instance gives them. */
const toStateOfType =
  (wanted: string): RequestMaker =>
  ({ agent }) =>
    new ConnectSetAgentStateRequestEvent({
      agentState: agent?.states.find(({ type }) => type === wanted)?.name ?? wanted,
    });

const COMMANDS: Readonly<Record<string, RequestMaker>> = {
  '--accept-contact': onContact(ConnectAcceptRequestEvent, 'accept'),
  '--reject-contact': onContact(ConnectRejectRequestEvent, 'reject'),
  '--hang-up': onContact(ConnectHangUpRequestEvent, 'hang-up', 'leave'),
  '--hold': onContact(ConnectHoldRequestEvent, 'hold'),
  '--resume': onContact(ConnectResumeRequestEvent, 'resume'),
  '--mute': onContact(ConnectMuteRequestEvent, 'mute'),
  '--unmute': onContact(ConnectUnmuteRequestEvent, 'unmute'),
  '--clear-contact': onContact(ConnectClearRequestEvent, 'clear'),
  '--set-available': toStateOfType('routable'),
  '--set-offline': toStateOfType('offline'),
  '--set-agent-state': (_state, agentState) => new ConnectSetAgentStateRequestEvent({ agentState }),
  '--dial': (_state, endpoint) => new ConnectDialRequestEvent({ endpoint }),
  '--login': () => new ConnectLoginRequestEvent(),
  '--logout': () => new ConnectLogoutRequestEvent(),
};

/** The event that a browser dispatches for an invoker button, as far as it is needed here. */
interface InvokerEvent extends Event {
  readonly command: string;
  readonly source: Element | null;
}

/** True where the browser itself tells an element of the buttons that command it. */
const hasInvokers = (): boolean => 'commandForElement' in HTMLButtonElement.prototype;

/** Makes requests of the plain buttons that command a host. */
export class CommandButtons implements ReactiveController {
  readonly #host: ConnectHost;
  #connection: AbortController | undefined;

  constructor(host: ConnectHost) {
    this.#host = host;
  }

  hostConnected(): void {
    this.hostDisconnected();
    const { signal } = (this.#connection = new AbortController());
    if (hasInvokers()) {
      this.#host.addEventListener('command', (event) => this.#heard(event as InvokerEvent), { signal });
    } else {
      // After all other listeners, so that each has had the chance to stop the click.
      this.#host.getRootNode().addEventListener('click', (event) => this.#clicked(event), { signal });
    }
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = undefined;
  }

  #heard(event: InvokerEvent): void {
    if (event.target !== this.#host || event.defaultPrevented) return;
    this.#run(event.command, (event.source as HTMLButtonElement | null)?.value ?? '');
  }

  /** Does what browsers with invoker buttons do by themselves. */
  #clicked(event: Event): void {
    const button = event.composedPath().find((target) => target instanceof HTMLButtonElement);
    if (!button || event.defaultPrevented || button.getRootNode() !== this.#host.getRootNode()) return;
    if (button.form && button.getAttribute('type') !== 'button') return;
    const id = button.getAttribute('commandfor');
    const root = button.getRootNode() as Document | ShadowRoot;
    if (id && root.getElementById(id) === this.#host) this.#run(button.getAttribute('command') ?? '', button.value);
  }

  #run(command: string, value: string): void {
    if (Object.hasOwn(COMMANDS, command)) void this.#host.request(COMMANDS[command](this.#host.state, value));
  }
}
