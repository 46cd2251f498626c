// What an agent sees of a region that stands by: the contacts that have begun, none that wait.
import { expect } from '@open-wc/testing';
import { withoutWaitingContacts } from '../src/conduit/standby.js';
import { agentData, voiceContact } from './support/snapshots.js';

describe('a region that stands by', () => {
  it('has the contacts that are connected or over, in their order, and all else of the snapshot', () => {
    const states = ['connecting', 'connected', 'incoming', 'ended', 'pending', 'missed', 'error'];
    const { snapshot } = agentData({ contacts: states.map((state) => voiceContact(state, state)) });
    const { contacts, ...rest } = withoutWaitingContacts(snapshot);
    const { contacts: all, ...before } = snapshot;
    expect(contacts.map(({ contactId }) => contactId)).to.deep.equal(['connected', 'ended']);
    expect(rest).to.deep.equal(before);
    expect(all).to.have.length(states.length);
  });
});
