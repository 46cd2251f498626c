// Which events a page believes when they come over the wire.
import { expect } from '@open-wc/testing';
import { isOwnEvent } from '../src/events/own-events.js';
import { AgentEvents, ContactEvents, EventType } from '../src/events/event-names.js';

const OWN = {
  agent: 'init refresh routable not_routable offline error state_change acw enqueued_next_state cleared_next_state',
  contact: 'init refresh destroyed incoming pending connecting connected missed acw ended error',
};

const namesIn = (namespace: keyof typeof OWN) => OWN[namespace].split(' ').map((name) => `${namespace}::${name}`);

describe('events that only the page publishes', () => {
  it('those of the agent', () => {
    expect(Object.values(AgentEvents).filter(isOwnEvent)).to.have.members(namesIn('agent'));
  });

  it('those of contacts, with and without an id', () => {
    expect(Object.values(ContactEvents).filter(isOwnEvent)).to.have.members(namesIn('contact'));
    expect(namesIn('contact').every((name) => isOwnEvent(`${name}::c-1`))).to.equal(true);
    expect(isOwnEvent('contact::view::c-1')).to.equal(false);
  });

  it('those of the link, and all that the library tells of an embedded CCP', () => {
    const own = ['init', 'ack_timeout', 'iframe_retries_exhausted'];
    expect(Object.values(EventType).filter(isOwnEvent)).to.have.members(own);
    expect(isOwnEvent('ccp::status_change')).to.equal(true);
  });

  for (const name of ['initial', 'agent::init::x', 'contact', 'contact::', 'connection::init', '']) {
    it(`not "${name}"`, () => expect(isOwnEvent(name)).to.equal(false));
  }
});
