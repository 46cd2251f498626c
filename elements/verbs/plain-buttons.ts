// Plain buttons as controls: `<button commandfor="ccp" command="--accept-contact">` makes a request, with no script.
import type { ReactiveController } from 'lit';
import type { ConnectHost } from '../host/host.js';
import { PLAIN_BUTTONS } from './index.js';

/** The event that a browser dispatches for an invoker button, as far as it is needed here. */
interface InvokerEvent extends Event {
  readonly command: string;
  readonly source: Element | null;
}

/** True where the browser itself tells an element of the buttons that command it. */
const hasInvokers = (): boolean => 'commandForElement' in HTMLButtonElement.prototype;

const isPlainButton = (command: string): command is keyof typeof PLAIN_BUTTONS => Object.hasOwn(PLAIN_BUTTONS, command);

/** Makes requests of the plain buttons that command a host. */
export class PlainButtons implements ReactiveController {
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
    if (isPlainButton(command)) void this.#host.request(PLAIN_BUTTONS[command](this.#host.state, value));
  }
}
