// The simulator's own controls, apart from the panel: the customer, the network and the service, played by hand.
import type { ServiceCommand } from '../channel/script-channel.js';
import { h, Renderer, type VNode } from './dom.js';
import { icon } from './icons.js';
import { button } from './controls.js';
import { HeardMeter } from './heard-meter.js';
import type { ContactView } from './model.js';

/** What the drawer can do. */
export interface DrawerActions {
  /** Runs a command of the scripting channel. */
  run(command: ServiceCommand, args?: readonly unknown[]): Promise<unknown>;
  /** Cuts the link to the embedding page for so many milliseconds. */
  silence(milliseconds: number): void;
  /** False while that link is cut. */
  isLinkAlive(): boolean;
  /** Milliseconds before each answer of the service, as the page was asked for. */
  readonly latency: number;
}

const SILENCE = 10_000;
const LATENCIES = [0, 200, 1000, 5000];

/** What a visitor's contacts bring along: something for the panel to show. */
const SAMPLES = {
  call: { from: '+12065550100', attributes: { tier: 'gold', language: 'English' } },
  callback: { from: '+12065550123', attributes: { reason: 'invoice' } },
  task: {
    name: 'Call back about order 1042',
    description: 'The parcel has not arrived. The customer expects a call today.',
  },
  chat: {
    customerName: 'Kai Berger',
    message: 'Hello, is anybody there? My order has not arrived.',
    attributes: { page: '/checkout' },
    replies: true,
  },
};

/** True while there is sound to be measured. */
const isCall = (contact: ContactView | null | undefined): contact is ContactView =>
  contact?.isVoice === true && (contact.mood === 'live' || contact.mood === 'held');

/** The drawer. */
export class Drawer {
  readonly #root: HTMLElement;
  readonly #actions: DrawerActions;
  readonly #renderer = new Renderer();
  readonly #meter: HeardMeter;
  #open: boolean;
  #contact: ContactView | null = null;
  #message = '';

  /**
   * @param root the element that it is drawn into.
   * @param actions what it can do.
   * @param open whether it is open at first.
   */
  constructor(root: HTMLElement, actions: DrawerActions, open: boolean) {
    this.#root = root;
    this.#actions = actions;
    this.#open = open;
    this.#meter = new HeardMeter(root, (command, args) => actions.run(command, args));
    this.draw();
  }

  /** Tells of the contact that the customer's buttons act on. */
  show(contacts: readonly ContactView[], selectedId: string | null): void {
    const before = this.#contact;
    this.#contact = contacts.find(({ id }) => id === selectedId) ?? null;
    const [was, is] = [before, this.#contact].map((contact) => `${contact?.id} ${contact?.who} ${isCall(contact)}`);
    if (was !== is) this.draw();
  }

  /** Draws it as things stand. */
  draw(): void {
    this.#root.classList.toggle('open', this.#open);
    const toggle = (): void => {
      this.#open = !this.#open;
      this.draw();
    };
    this.#renderer.render(
      this.#root,
      h(
        'h2',
        { key: 'title', class: 'drawer-title' },
        h(
          'button',
          {
            type: 'button',
            class: 'drawer-toggle',
            'aria-expanded': String(this.#open),
            'aria-controls': this.#open ? 'drawer-body' : undefined,
            onclick: toggle,
          },
          h('span', {}, 'Simulator'),
          icon('chevron'),
        ),
      ),
      this.#open && this.#body(),
    );
    this.#meter.follow(this.#open && isCall(this.#contact) ? this.#contact.id : null);
  }

  #body(): VNode {
    const contact = this.#contact;
    return h(
      'div',
      { key: 'body', id: 'drawer-body', class: 'drawer-body' },
      h('p', { class: 'drawer-note' }, 'Not part of a contact control panel. Here you play everybody else.'),
      h('p', { key: 'message', class: 'drawer-message', role: 'status' }, this.#message),
      this.#group('Contacts', [
        this.#command('Incoming call', 'incomingCall', [SAMPLES.call]),
        this.#command('Incoming callback', 'queuedCallback', [SAMPLES.callback]),
        this.#command('Chat', 'incomingChat', [SAMPLES.chat]),
        this.#command('Task', 'incomingTask', [SAMPLES.task]),
      ]),
      contact &&
        this.#group(contact.who, [
          this.#command('Customer answers', 'customerAnswers', [contact.id]),
          this.#command('Customer hangs up', 'customerHangsUp', [contact.id]),
          this.#command('Third party answers', 'thirdPartyAnswers', [contact.id]),
          this.#command('Third party hangs up', 'thirdPartyHangsUp', [contact.id]),
          this.#command('Let it be missed', 'missed', [contact.id]),
          isCall(contact) && this.#meter.view,
        ]),
      this.#group('Network and service', [
        this.#latency(),
        this.#command('Fail next command', 'fail', ['*', { status: 500 }]),
        this.#silence(),
        this.#command('Expire session', 'expireSession'),
        this.#command('Sign out', 'signOut'),
      ]),
    );
  }

  #group(heading: string, children: readonly (VNode | false)[]): VNode {
    const kind = heading === this.#contact?.who ? 'customer' : heading;
    return h(
      'section',
      { key: kind, class: 'drawer-group' },
      h('h3', {}, kind === 'customer' ? `On: ${heading}` : heading),
      h('div', { class: 'drawer-buttons' }, children),
    );
  }

  #command(label: string, command: ServiceCommand, args: readonly unknown[] = []): VNode {
    return this.#button(label, () => void this.#run(label, command, args));
  }

  #button(label: string, onPress: () => void): VNode {
    return button({ label, tone: 'quiet', onPress });
  }

  #silence(): VNode {
    if (!this.#actions.isLinkAlive()) return this.#button('Answer again', () => this.#actions.silence(-1));
    return this.#button('Stop answering for 10 s', () => this.#actions.silence(SILENCE));
  }

  #latency(): VNode {
    const all = [...new Set([...LATENCIES, this.#actions.latency])].sort((one, other) => one - other);
    const choices = all.map((milliseconds) =>
      h(
        'label',
        { key: String(milliseconds), class: 'choice' },
        h('input', {
          type: 'radio',
          name: 'latency',
          value: String(milliseconds),
          checked: milliseconds === this.#actions.latency,
          onchange: () => void this.#run('Latency', 'latency', [milliseconds]),
        }),
        h('span', {}, `${milliseconds} ms`),
      ),
    );
    return h(
      'fieldset',
      { key: 'latency', class: 'drawer-field' },
      h('legend', {}, 'Latency'),
      h('div', { class: 'choices' }, choices),
    );
  }

  async #run(label: string, command: ServiceCommand, args: readonly unknown[]): Promise<void> {
    try {
      await this.#actions.run(command, args);
      this.#message = `${label}: done`;
    } catch (error) {
      this.#message = error instanceof Error ? error.message : String(error);
    }
    this.draw();
  }
}
