// What the panel knows beside the agent's data: what is selected, open, under way, and what went wrong.
import type { AgentData } from '../../conduit/wire.js';
import type { ChatItem } from '../channel/chat-wire.js';

/** Something that did not work. */
export interface Failure {
  readonly text: string;
  readonly hint: string;
}

/** A quick connect. */
export interface QuickConnect {
  readonly endpointARN: string;
  readonly type: string;
  readonly name: string;
  readonly phoneNumber: string | null;
  readonly queue: unknown;
}

/** A part of the panel that opens and closes; a contact's carries its id. */
export type Opened = { readonly part: 'keypad' | 'transfer'; readonly contactId: string } | { readonly part: 'dialer' };

/** The panel's state. Only the panel writes it; the views read it. */
export interface PanelState {
  agent: AgentData | null;
  /** Whether the softphone has said that it is muted. */
  muted: boolean;
  selectedId: string | null;
  opened: Opened | null;
  /** Commands without an answer: `<operation>:<what it is about>`. */
  readonly underway: Set<string>;
  failure: Failure | null;
  /** The quick connects, once they have been asked for; null while they are on their way. */
  quickConnects: readonly QuickConnect[] | null;
  /** What the quick connects are searched for. */
  search: string;
  /** What is typed into the dial field. */
  number: string;
  /** The digits sent on the present call. */
  digits: string;
  /** What was said in chats, by contact, and what is typed there. */
  readonly transcripts: Map<string, readonly ChatItem[]>;
  readonly drafts: Map<string, string>;
  /** Words for the time before there is agent data. */
  notice: string;
}

/** The state of a panel that has heard nothing yet. */
export function newPanelState(): PanelState {
  return {
    agent: null,
    muted: false,
    selectedId: null,
    opened: null,
    underway: new Set(),
    failure: null,
    quickConnects: null,
    search: '',
    number: '',
    digits: '',
    transcripts: new Map(),
    drafts: new Map(),
    notice: 'Connecting…',
  };
}
