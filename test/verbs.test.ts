import { expect } from '@open-wc/testing';
import { ContactViews } from '../elements/host/views.js';
import { INITIAL_STATE } from '../elements/host/state.js';
import { VERBS, verbsOf } from '../elements/verbs/index.js';
import { placesOf } from '../elements/verbs/places.js';
import type { AgentState, ConnectionData, ContactData, SnapshotUpdate, WireEndpoint } from '../src/index.js';
import { agentData, recorded, type RecordedName, voiceContact } from './support/snapshots.js';

/** An update with some contacts. */
function update(contacts: readonly ContactData[], skew = 0, state?: AgentState): SnapshotUpdate {
  const { snapshot, configuration } = agentData(state && { state });
  const byId = new Map(contacts.map((data) => [data.contactId, { data }]));
  return { agent: snapshot, configuration, contacts: byId, skew };
}

const viewOf = (contact: ContactData) =>
  new ContactViews(verbsOf).withAgentData(update([contact]), false, INITIAL_STATE).contacts[0];

const allowed = (contact: ContactData): string => viewOf(contact).can.join(' ');

/** A call in the state of its customer and of its third parties. */
function call(customer: string, others: readonly string[] = [], more: Partial<ContactData> = {}): ContactData {
  const contact = voiceContact('c', 'connected');
  const timestamp = new Date(0);
  const [agent, first] = contact.connections;
  const third = (type: string, index: number): ConnectionData => ({
    ...first,
    connectionId: `third-${index}`,
    type: 'outbound',
    initial: false,
    state: { type, timestamp },
  });
  return {
    ...contact,
    connections: [agent, { ...first, state: { type: customer, timestamp } }, ...others.map(third)],
    ...more,
  };
}

const multiParty = { contactFeatures: { multiPartyConferenceEnabled: true } };
const CALL = 'mute send-digits';
const MORE = 'transfer add-participant';

const CASES: readonly (readonly [name: string, contact: ContactData, verbs: string])[] = [
  ['a call', call('connected'), `hold ${CALL} ${MORE} hang-up`],
  ['a call on hold', call('hold'), `resume ${CALL} ${MORE} hang-up`],
  ['a third party is called', call('hold', ['connecting']), `resume ${CALL} leave`],
  ['a consultation', call('hold', ['connected']), `hold ${CALL} swap conference leave`],
  ['a consultation, swapped', call('connected', ['hold']), `hold ${CALL} swap conference leave`],
  ['a conference', call('connected', ['connected']), `hold ${CALL} leave`],
  ['a conference, all on hold', call('hold', ['hold']), `resume ${CALL} conference leave`],
  ['the third party has left', call('hold', ['disconnected']), `resume ${CALL} ${MORE} hang-up`],
  ['the customer has left', call('disconnected', ['connected']), `hold ${CALL} ${MORE} hang-up`],
  ['many parties, with room', call('connected', ['connected'], multiParty), `hold ${CALL} ${MORE} leave`],
  [
    'many parties, one being called',
    call('hold', ['connected', 'connecting'], multiParty),
    `hold ${CALL} ${MORE} swap leave`,
  ],
  ['many parties, full', call('connected', Array(4).fill('connected'), multiParty), `hold ${CALL} leave`],
  ['after-call work', voiceContact('c', 'ended'), 'clear'],
  ['missed', voiceContact('c', 'missed'), 'clear'],
  ['failed', voiceContact('c', 'error'), 'clear'],
  ['rejected', voiceContact('c', 'rejected'), 'clear'],
];

describe('what can be done with a contact', () => {
  for (const [name, contact, verbs] of CASES) {
    it(name, () => expect(allowed(contact)).to.equal(verbs));
  }

  const RECORDED: Partial<Record<RecordedName, string>> = {
    inboundVoiceContactSoftphone: 'accept reject',
    inboundVoiceContactDeskphone: 'accept reject',
  };
  for (const [name, verbs] of Object.entries(RECORDED)) {
    it(`recorded: ${name}`, () => {
      expect(allowed(recorded[name as RecordedName]().contacts[0])).to.equal(verbs);
    });
  }

  it('a call on a desk phone: no microphone, and no keys but its own', () => {
    const contact = call('connected');
    const connections = contact.connections.map((connection) => ({ ...connection, softphoneMediaInfo: null }));
    expect(allowed({ ...contact, connections })).to.equal(`hold ${MORE} hang-up`);
  });

  it('a chat of many: another can be added, and the others go on without the agent', () => {
    const chat = (parties: string[]) => ({ ...call('connected', parties, multiParty), type: 'chat' });
    expect(allowed(chat([]))).to.equal('transfer add-participant hang-up');
    expect(allowed(chat(['connected']))).to.equal('transfer add-participant leave');
  });

  it('somebody else’s call that a supervisor listens to can be left', () => {
    const contact = voiceContact('c', 'connected');
    const [own] = contact.connections;
    expect(allowed({ ...contact, connections: [{ ...own, type: 'monitoring', initial: true }] })).to.equal('leave');
  });

  const supervising: [what: string, more: Partial<ConnectionData>, verbs: string][] = [
    ['listens, by its status', { monitorStatus: 'SILENT_MONITOR' }, 'leave'],
    ['listens, by its state', { state: { type: 'silent_monitor', timestamp: new Date(0) } }, 'leave'],
    ['has barged in, by its status', { monitorStatus: 'BARGE' }, 'mute leave'],
    ['has barged in, by its state', { state: { type: 'barge', timestamp: new Date(0) } }, 'mute leave'],
    ['has barged in by a telephone', { monitorStatus: 'BARGE', softphoneMediaInfo: null }, 'leave'],
  ];
  for (const [what, more, verbs] of supervising) {
    it(`somebody else’s call: a supervisor who ${what}`, () => {
      const contact = voiceContact('c', 'connected');
      const [own] = contact.connections;
      expect(allowed({ ...contact, connections: [{ ...own, ...more, type: 'monitoring', initial: true }] })).to.equal(
        verbs,
      );
    });
  }
});

describe('the views of contacts', () => {
  const available = { name: 'Available', type: 'routable' };
  const missedCall = { name: 'MissedCallAgent', type: 'error' };
  const ended: [
    what: string,
    first: string | null,
    pending: 'accept' | 'reject' | null,
    agent: AgentState,
    now: string,
  ][] = [
    ['that rang is missed', 'connecting', null, available, 'missed'],
    ['that rang is missed, as the agent’s state says', 'connecting', null, missedCall, 'missed'],
    ['that the agent rejects is rejected', 'connecting', 'reject', available, 'rejected'],
    ['that the agent accepts has failed', 'connecting', 'accept', available, 'error'],
    [
      'that could not be connected has failed',
      'connecting',
      null,
      { name: 'FailedConnectAgent', type: 'error' },
      'error',
    ],
    ['that was talked on has failed', 'connected', null, available, 'error'],
    ['that is seen afterwards is missed, as the agent’s state says', null, null, missedCall, 'missed'],
    ['that is seen afterwards has failed', null, null, available, 'error'],
  ];
  for (const [what, first, pending, agent, now] of ended) {
    for (const type of ['voice', 'chat', 'task', 'email']) {
      it(`a ${type} in error ${what}`, () => {
        const views = new ContactViews(verbsOf);
        const inState = (state: string) => [{ ...voiceContact('c', state), type }];
        let state = INITIAL_STATE;
        if (first) state = views.withAgentData(update(inState(first)), false, state);
        if (pending) state = views.withPending(state, 'c', [pending]);
        state = views.withAgentData(update(inState('error'), 0, agent), false, state);
        expect(state.contacts[0].state.type).to.equal(now);
        expect(state.contacts[0].can).to.deep.equal(['clear']);
        state = views.withAgentData(update(inState('error'), 0, available), false, views.withPending(state, 'c', []));
        expect(state.contacts[0].state.type, 'later').to.equal(now);
      });
    }
  }

  const from = { type: 'email_address', emailAddress: 'ana@example.com', displayName: 'Ana Lima' };
  const nameless = { type: 'email_address', emailAddress: 'ana@example.com' };
  const mails: [what: string, more: Partial<ContactData>, endpoint: WireEndpoint | null, who: string][] = [
    ['its connection', {}, from, 'Ana Lima'],
    ['its connection, without a name', {}, nameless, 'ana@example.com'],
    ['the contact', { customerEndpoint: from }, null, 'Ana Lima'],
    [
      'the contact, which has a subject too',
      { customerEndpoint: nameless, name: 'Your order' },
      null,
      'ana@example.com',
    ],
    ['nothing but a subject', { name: 'Your order' }, null, 'Your order'],
  ];
  for (const [what, more, endpoint, who] of mails) {
    it(`an e-mail is named by ${what}`, () => {
      const contact = voiceContact('c', 'connecting', { type: 'email', ...more });
      const connections = contact.connections.map((one) => ({ ...one, endpoint: one.initial ? endpoint : null }));
      const view = viewOf({ ...contact, connections });
      expect(view.who).to.equal(who);
      expect(view.emailAddress).to.equal(endpoint || more.customerEndpoint ? 'ana@example.com' : null);
      expect(view.phoneNumber).to.be.null;
    });
  }

  const contacts = (changed: string): ContactData[] =>
    Array.from({ length: 100 }, (_, index) => {
      const contact = voiceContact(`c${index}`, 'connected', { contactDuration: changed });
      const state = { type: 'connected', timestamp: new Date(0) };
      return { ...contact, state, attributes: { step: { name: 'step', value: index === 7 ? changed : '' } } };
    });

  it('are the same objects for the 99 contacts that have not changed among 100', () => {
    const views = new ContactViews(verbsOf);
    const before = views.withAgentData(update(contacts('1')), false, INITIAL_STATE);
    const now = views.withAgentData(update(contacts('2')), false, before);
    const changed = now.contacts.filter((view, index) => view !== before.contacts[index]);
    expect(changed.map(({ contactId }) => contactId)).to.deep.equal(['c7']);
    expect(views.withAgentData(update(contacts('2')), false, now) === now).to.be.true;
  });

  it('follow the microphone, and what is pending, one by one', () => {
    const views = new ContactViews(verbsOf);
    const task = { ...voiceContact('task', 'connected'), type: 'task' };
    const before = views.withAgentData(update([call('connected'), task]), false, INITIAL_STATE);
    const muted = views.withMute(before, true);
    expect(muted.contacts[0].can).to.include('unmute').and.not.to.include('mute');
    expect(muted.contacts[1] === before.contacts[1]).to.be.true;
    const busy = views.withPending(muted, 'c', ['hold']);
    expect(busy.contacts[0].pending).to.deep.equal(['hold']);
    expect(busy.contacts[0].connections === muted.contacts[0].connections).to.be.true;
    expect(busy.contacts[1] === before.contacts[1]).to.be.true;
    expect(Object.isFrozen(busy.contacts[0].can) && Object.isFrozen(busy.contacts[0].pending)).to.be.true;
    expect(views.withPending(busy, 'c', []).contacts[0].pending).to.deep.equal([]);
  });

  it('keep their times through the jitter of the skew, and follow a change of it', () => {
    const views = new ContactViews(verbsOf);
    const contact = call('connected');
    const first = views.withAgentData(update([contact], 0), false, INITIAL_STATE);
    expect(views.withAgentData(update([contact], 400), false, first) === first).to.be.true;
    const { since } = views.withAgentData(update([contact], 3_600_000), false, first).contacts[0].state;
    expect(since).to.equal(first.contacts[0].state.since - 3_600_000);
  });
});

describe('places of controls', () => {
  const rows = (places: readonly (readonly string[])[]): string => places.map((verbs) => verbs.join('/')).join(' ');

  it('are taken in turns by verbs of one place, in the order of the table', () => {
    expect(rows(placesOf(VERBS))).to.equal(
      'accept reject mute/unmute hold/resume send-digits transfer add-participant swap conference hang-up/leave clear',
    );
  });

  it('have one for a verb that is added, between those that it names', () => {
    const made = { ...VERBS.hold, place: (VERBS['send-digits'].place + VERBS.transfer.place) / 2 };
    expect(rows(placesOf({ ...VERBS, 'made-up': made }))).to.contain('send-digits made-up transfer');
  });
});
