// The contact control panel: draws what the agent data says, and nothing else.
import type { CcpPage } from '../ccp/ccp-page.js';
import { MuteState } from '../../conduit/mute-state.js';
import { isAgentData } from '../../conduit/wire.js';
import { AgentEvents, EventType } from '../../events/event-names.js';
import { AgentBar } from './agent-bar.js';
import { PanelCommands } from './commands.js';
import type { ChatLink } from './chat.js';
import { contactCard } from './contact-card.js';
import { button } from './controls.js';
import { h, Renderer, type VNode } from './dom.js';
import { icon } from './icons.js';
import { dialer, idleView } from './idle-view.js';
import { canDial, contactView, type ContactView, stateName } from './model.js';
import { newPanelState } from './panel-state.js';

/** Where the panel speaks to people who do not see it: once in their way, once not. */
export interface Announcer {
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
}

const SECOND = 1_000;

/** The panel. One per page; lives as long as the page. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #announcer: Announcer;
  readonly #renderer = new Renderer();
  readonly #state = newPanelState();
  readonly #commands: PanelCommands;
  readonly #bar: AgentBar;
  readonly #known = new Map<string, string>();
  readonly #chat: ChatLink;
  readonly #onContacts: (contacts: readonly ContactView[], selectedId: string | null) => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param root the element that it is drawn into.
   * @param page the CCP page that it belongs to.
   * @param announcer live regions.
   * @param chat how chats are read and answered.
   * @param onContacts told of the contacts and the selected one whenever it is drawn.
   */
  constructor(
    root: HTMLElement,
    page: CcpPage,
    announcer: Announcer,
    chat: ChatLink,
    onContacts: (contacts: readonly ContactView[], selectedId: string | null) => void,
  ) {
    this.#root = root;
    this.#announcer = announcer;
    this.#chat = chat;
    this.#onContacts = onContacts;
    const changed = (): void => this.#draw();
    this.#commands = new PanelCommands(page, this.#state, changed);
    this.#bar = new AgentBar(this.#commands, changed);
    page.conduit.onUpstream<unknown>(AgentEvents.UPDATE, (data) => this.#update(data));
    const mute = new MuteState({
      data: () => this.#state.agent,
      // The page that embeds this one asks, when it has come late.
      ask: () => {},
      changed: (isMuted) => {
        this.#state.muted = isMuted;
        this.#announcer.polite.textContent = isMuted ? 'Microphone off' : 'Microphone on';
        this.#drawSoon();
      },
    });
    for (const event of [AgentEvents.UPDATE, AgentEvents.MUTE_TOGGLE, AgentEvents.LOCAL_MEDIA_STREAM_CREATED]) {
      page.conduit.onUpstream(event, (data) => mute.received(event, data));
    }
    page.conduit.onUpstream(EventType.AUTH_FAIL, () => this.#lost('Your session has ended. Signing in again…'));
    page.conduit.onUpstream(EventType.AUTHORIZE_RETRIES_EXHAUSTED, () =>
      this.#lost('Your session has ended, and signing in again does not work. Load the page again.'),
    );
    page.conduit.onUpstream(EventType.ACCESS_DENIED, () =>
      this.#lost('You may not use this contact control panel. Ask an administrator of the instance.'),
    );
    this.#draw();
  }

  #lost(words: string): void {
    // Whoever comes next finds nothing of the last one, neither shown nor typed.
    Object.assign(this.#state, newPanelState(), { notice: words });
    this.#known.clear();
    this.#announcer.polite.textContent = words;
    this.#announcer.assertive.textContent = '';
    this.#drawSoon();
  }

  #update(data: unknown): void {
    if (!isAgentData(data)) return;
    this.#state.agent = data;
    this.#announce();
    this.#drawSoon();
  }

  #contacts(): ContactView[] {
    const { agent, muted } = this.#state;
    return agent?.snapshot.contacts.map((contact) => contactView(contact, muted)) ?? [];
  }

  #announce(): void {
    const contacts = this.#contacts();
    for (const { id, mood, channel, who, queue, state } of contacts) {
      if (this.#known.get(id) === mood) continue;
      this.#known.set(id, mood);
      const words = `${state}: ${channel} ${who}${queue ? `, ${queue}` : ''}`;
      if (mood === 'ringing') this.#announcer.assertive.textContent = words;
      else this.#announcer.polite.textContent = words;
    }
    for (const id of [...this.#known.keys()]) {
      if (!contacts.some((contact) => contact.id === id)) this.#known.delete(id);
    }
    if (contacts.length === 0) this.#announcer.assertive.textContent = '';
    const { snapshot } = this.#state.agent ?? {};
    if (!snapshot) return;
    const name = stateName(snapshot.state);
    if (this.#known.get('') !== name) this.#announcer.polite.textContent = `State: ${name}`;
    this.#known.set('', name);
  }

  /** What is said here is shown as soon as the service has it. */
  readonly #saying: ChatLink = {
    transcript: (contactId) => this.#chat.transcript(contactId),
    say: async (contactId, text) => {
      await this.#chat.say(contactId, text);
      this.#drawSoon();
    },
  };

  /** Looks at each drawing, so at least once a second, whether something was said in the chat that is shown. */
  async #read(contacts: readonly ContactView[]): Promise<void> {
    const { transcripts, drafts, selectedId } = this.#state;
    for (const id of [...transcripts.keys(), ...drafts.keys()]) {
      if (contacts.some((contact) => contact.id === id)) continue;
      transcripts.delete(id);
      drafts.delete(id);
    }
    const shown = contacts.find(({ id, isChat }) => id === selectedId && isChat);
    if (!shown) return;
    const lines = await this.#chat.transcript(shown.id).catch(() => []);
    const before = transcripts.get(shown.id) ?? [];
    transcripts.set(shown.id, lines);
    if (lines.length === before.length && lines.at(-1)?.Id === before.at(-1)?.Id) return;
    this.#drawSoon();
    const last = lines.at(-1);
    if (before.length > 0 && last?.Content && last.ParticipantRole !== 'AGENT') {
      this.#announcer.polite.textContent = `${last.DisplayName ?? 'System'}: ${last.Content}`;
    }
    requestAnimationFrame(() => this.#root.querySelector('.chat-lines')?.scrollTo({ top: 1e6 }));
  }

  /** At most one drawing per frame, however many messages come. */
  #drawSoon(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const focused = this.#root.contains(document.activeElement) ? document.activeElement : null;
    const focusedCard = focused?.closest<HTMLElement>('[data-contact-id]')?.dataset.contactId;
    const contacts = this.#contacts();
    const selected = this.#select(contacts);
    const skew = this.#state.agent?.snapshot.skew ?? 0;
    const now = Date.now() + skew;
    this.#renderer.render(
      this.#root,
      this.#bar.view(this.#state, now),
      this.#failure(),
      this.#main(contacts, selected, now),
    );
    if (focused && !focused.isConnected) this.#restoreFocus(focusedCard);
    this.#onContacts(contacts, selected);
    void this.#read(contacts);
    clearTimeout(this.#timer);
    // Aligned to the clock's seconds, so that all times of the panel change at once.
    this.#timer = setTimeout(() => this.#draw(), SECOND - (now % SECOND));
  }

  /** The contact that is shown in full: the chosen one, else the one that matters most. */
  #select(contacts: readonly ContactView[]): string | null {
    const chosen = contacts.find(({ id }) => id === this.#state.selectedId);
    const byMood = (mood: string): ContactView | undefined => contacts.find((contact) => contact.mood === mood);
    const next = chosen ?? byMood('live') ?? byMood('ringing') ?? contacts[0];
    this.#state.selectedId = next?.id ?? null;
    return this.#state.selectedId;
  }

  #main(contacts: readonly ContactView[], selected: string | null, now: number): VNode {
    const { agent } = this.#state;
    const changed = (): void => this.#draw();
    const cards = contacts.map((contact) =>
      contactCard(contact, {
        state: this.#state,
        commands: this.#commands,
        chat: this.#saying,
        now,
        alone: contacts.length === 1,
        unfolded: contact.id === selected,
        changed,
      }),
    );
    return h(
      'main',
      { key: 'main', class: 'work', tabindex: '-1', 'aria-label': 'Contacts' },
      cards.length > 0
        ? h('ul', { key: 'contacts', class: 'cards', 'aria-label': 'Contacts' }, cards)
        : idleView(this.#state, this.#commands),
      agent && canDial(agent) && dialer(this.#state, this.#commands, changed),
    );
  }

  #failure(): VNode | null {
    const { failure } = this.#state;
    if (!failure) return null;
    const dismiss = (): void => {
      this.#state.failure = null;
      this.#draw();
    };
    return h(
      'div',
      { key: 'failure', class: 'failure', role: 'alert' },
      icon('warning'),
      h('p', {}, failure.text, failure.hint && h('span', { class: 'failure-hint' }, ` ${failure.hint}`)),
      button({ label: 'Dismiss', icon: 'close', small: true, tone: 'quiet', onPress: dismiss }),
    );
  }

  /** A pressed button may be gone with the state that it belonged to: the focus stays with its contact. */
  #restoreFocus(contactId: string | undefined): void {
    const card = contactId && document.getElementById(`contact-${contactId}`)?.querySelector<HTMLElement>('article');
    (card || this.#root.querySelector<HTMLElement>('main'))?.focus();
  }
}
