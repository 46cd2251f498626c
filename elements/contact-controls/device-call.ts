// When the choice of devices is needed: it is loaded when the agent opens it, or where one is remembered.
import { closesLayer } from '../base/closes-layer.js';
import { html, nothing } from 'lit';
import type { ConnectHost } from '../host/host.js';
import { icon } from '../looks/icons.js';
import type { Devices, DeviceNeeds } from '../devices/devices.js';
import { isAnythingRemembered } from '../devices/memory.js';

/** What the choice needs of its element, wherever that is bound. */
export type DeviceCallNeeds = Omit<DeviceNeeds, 'host'>;

/** True if an agent may take calls in the panel of a host. */
function takesCalls({ connect, withoutSoftphone }: ConnectHost): boolean {
  if (withoutSoftphone || !connect.agent.initialized) return false;
  const agent = new connect.Agent();
  return agent.isSoftphoneEnabled() && agent.getChannelConcurrency('VOICE') > 0;
}

/** The button that opens the choice, and what it opens. */
export class DeviceCall {
  readonly #needs: DeviceCallNeeds;
  #host: ConnectHost | null = null;
  #devices: Devices | null = null;
  #isOpen = false;
  #hasFailed = false;

  constructor(needs: DeviceCallNeeds) {
    this.#needs = needs;
  }

  /** Belongs to another host from now on, or to none. */
  follow(host: ConnectHost | null): void {
    this.#devices?.end();
    this.#devices = null;
    this.#isOpen = false;
    this.#host = host;
    if (host && isAnythingRemembered()) void this.#load(host);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (this.#isOpen && closesLayer(event)) this.#close();
  };

  #close(): void {
    this.#isOpen = false;
    this.#needs.context.update();
    this.#needs.context.focus('[part~=devices]');
  }

  render() {
    const { context } = this.#needs;
    if (!this.#host || !takesCalls(this.#host)) return nothing;
    const { devices: name, failed } = context.terms;
    return html`
      <div class="device-choice" @keydown=${this.#keydown}>
        <button
          class="small tool"
          part="devices"
          type="button"
          aria-label=${name}
          title=${name}
          aria-expanded=${String(this.#isOpen)}
          @click=${() => (this.#isOpen ? this.#close() : this.#open())}
        >
          ${icon('gear')}
        </button>
        ${this.#isOpen && this.#devices ? html`<div class="panel" part="panel">${this.#devices.view}</div>` : nothing}
        ${this.#hasFailed ? html`<p class="problem" part="problem">${failed(name, '')}</p>` : nothing}
      </div>
    `;
  }

  #open(): void {
    this.#isOpen = true;
    const { context } = this.#needs;
    void this.#load(this.#host!).then(async () => {
      await this.#devices?.look();
      context.focus('.device-choice :is(select, .panel button)');
    });
  }

  /** Without it calls go on with the devices that they have. */
  async #load(host: ConnectHost): Promise<void> {
    const { context } = this.#needs;
    try {
      const { Devices: Loaded } = await import('../devices/devices.js');
      this.#hasFailed = false;
      if (host === this.#host) this.#devices ??= new Loaded({ ...this.#needs, host });
    } catch {
      if (this.#isOpen) {
        this.#hasFailed = true;
        this.#isOpen = false;
        context.announce(context.terms.failed(context.terms.devices, ''));
      }
    }
    context.update();
  }
}
