// Changes of the sources that change nothing a user could notice, with the reason.

/** By file, family and change, as the report writes them. */
export const EQUIVALENT = {
  "src/agent/agent-data.ts text: '' → 'mutant'": 'a text that is no ARN either',
  'src/agent/agent-data.ts statement: this.#unended.clear(); → nothing':
    'whatever is left there is written anew when the contact is first seen by the next agent',
  'src/agent/agent-data.ts condition: this.#current !== this.#publishing → false':
    'what is published then is asked the same by #isHeard; the loop ends earlier, no more',
  'src/agent/agent-data.ts condition: type !== oldType → true': 'there are no events from a state to itself',
  'src/agent/agent-data.ts condition: this.#isHeard(ContactEvents.INIT) → true':
    'the line above has asked whether it is still published, and an event without subscribers reaches nobody',
  "src/events/event-bus.ts text: '<<all>>' → ''": 'another name that no event has',
  'src/events/event-bus.ts condition: all !== NONE → true': 'a list without subscriptions calls nobody',
  'src/events/event-bus.ts condition: named !== NONE → true': 'a list without subscriptions calls nobody',
  "src/conduit/amazon-hosts.ts text: 'GovCloud' → ''": 'the two are compared with each other alone',
  "src/conduit/amazon-hosts.ts text: 'commercial' → ''": 'the two are compared with each other alone',
  'src/conduit/keepalive.ts condition: !this.#isListening → true':
    'a second listener sets the same timer to the same time',
  'src/conduit/keepalive.ts statement: this.#isListening = true; → nothing':
    'a second listener sets the same timer to the same time',
  'src/conduit/keepalive.ts boolean: true → false': 'a second listener sets the same timer to the same time',
  'src/conduit/conduit.ts literal: { once: true } → ({})': 'a signal aborts once',
  'src/conduit/conduit.ts boolean: true → false': 'a signal aborts once',
  'src/conduit/scoped-timer.ts literal: { once: true } → ({})': 'a signal aborts once',
  'src/conduit/scoped-timer.ts boolean: true → false': 'a signal aborts once',
};
