// The event bus: order, payloads, and subscriptions that come and go during a dispatch.
import { expect } from '@open-wc/testing';
import { ALL_EVENTS, EventBus, type Subscription } from '../src/events/event-bus.js';
import { ValueError } from '../src/errors/errors.js';

function scene() {
  const errors: [error: unknown, event: string][] = [];
  const bus = new EventBus({ onError: (...args) => errors.push(args) });
  const calls: string[] = [];
  const note = (name: string) => () => calls.push(name);
  return { bus, calls, note, errors };
}

describe('EventBus', () => {
  it('calls subscribers with payload, name and bus, in the order in which they subscribed', () => {
    const { bus, calls, note } = scene();
    const given: unknown[][] = [];
    bus.subscribe('x', note('first'));
    bus.subscribe('x', (...args) => given.push(args));
    bus.subscribe('x', note('last'));
    bus.subscribe('y', note('other'));
    const payload = { a: 1 };
    bus.trigger('x', payload);
    expect(calls).to.deep.equal(['first', 'last']);
    expect(given).to.have.length(1);
    expect(given[0]).to.have.length(3);
    expect(given[0][0]).to.equal(payload);
    expect(given[0][1]).to.equal('x');
    expect(given[0][2]).to.equal(bus);
  });

  it('calls those who hear everything first', () => {
    const { bus, calls, note } = scene();
    bus.subscribe('x', note('named'));
    bus.subscribeAll(note('all'));
    bus.trigger('x');
    bus.trigger('y');
    expect(calls).to.deep.equal(['all', 'named', 'all']);
  });

  for (const payload of [undefined, null, 0, '', false, NaN]) {
    it(`gives null for a payload of ${String(payload) || '""'}`, () => {
      const { bus } = scene();
      let given: unknown = 'none';
      bus.subscribe('x', (value) => (given = value));
      bus.trigger('x', payload);
      expect(given).to.be.null;
    });
  }

  it('has the subscription for `this`, so that a callback can end itself', () => {
    const { bus } = scene();
    let calls = 0;
    const subscription = bus.subscribe('x', function (this: Subscription) {
      calls++;
      expect(this).to.equal(subscription);
      this.unsubscribe();
    });
    bus.trigger('x');
    bus.trigger('x');
    expect(calls).to.equal(1);
  });

  it('calls the same function once for each of its subscriptions', () => {
    const { bus, calls, note } = scene();
    const callback = note('x');
    const subscriptions = [bus.subscribe('x', callback), bus.subscribe('x', callback)];
    bus.trigger('x');
    expect(calls).to.have.length(2);
    subscriptions[0]?.unsubscribe();
    subscriptions[0]?.unsubscribe();
    bus.trigger('x');
    expect(calls).to.have.length(3);
  });

  it('does not call those who subscribe during a dispatch for it', () => {
    const { bus, calls, note } = scene();
    bus.subscribe('x', () => void bus.subscribe('x', note('added')));
    bus.subscribeAll(() => void bus.subscribe('x', note('added by all')));
    bus.trigger('x');
    expect(calls).to.be.empty;
    bus.trigger('x');
    expect(calls).to.deep.equal(['added by all', 'added']);
  });

  it('still calls those who are taken off during a dispatch', () => {
    const { bus, calls, note } = scene();
    bus.subscribe('x', () => later.unsubscribe());
    const later = bus.subscribe('x', note('later'));
    bus.trigger('x');
    bus.trigger('x');
    expect(calls).to.deep.equal(['later']);
  });

  it('goes on when a subscriber throws, and tells of it', () => {
    const { bus, calls, note, errors } = scene();
    const error = new Error('broken');
    bus.subscribe('x', () => {
      throw error;
    });
    bus.subscribe('x', note('next'));
    bus.trigger('x');
    expect(calls).to.deep.equal(['next']);
    expect(errors).to.deep.equal([[error, 'x']]);
  });

  it('goes on when a subscriber throws and nobody is to be told', () => {
    const bus = new EventBus();
    let called = false;
    bus.subscribe('x', () => {
      throw new Error('broken');
    });
    bus.subscribe('x', () => (called = true));
    bus.trigger('x');
    expect(called).to.be.true;
  });

  it('may be triggered by a subscriber', () => {
    const { bus, calls, note } = scene();
    bus.subscribe('x', () => bus.trigger('y'));
    bus.subscribe('x', note('x'));
    bus.subscribe('y', note('y'));
    bus.trigger('x');
    expect(calls).to.deep.equal(['y', 'x']);
  });

  it('shows payloads as it is told to, once for all subscribers', () => {
    let shown = 0;
    const bus = new EventBus({ present: (event, payload) => (shown++, `${event} ${String(payload)}`) });
    const given: unknown[] = [];
    bus.trigger('x', 1);
    expect(shown).to.equal(0);
    bus.subscribeAll((payload) => given.push(payload));
    bus.subscribe('x', (payload) => given.push(payload));
    bus.trigger('x', 1);
    expect(given).to.deep.equal(['x 1', 'x 1']);
    expect(shown).to.equal(1);
  });

  it('has names that are also members of every object', () => {
    const { bus, calls, note } = scene();
    for (const name of ['constructor', '__proto__', 'toString']) bus.subscribe(name, note(name));
    for (const name of ['constructor', '__proto__', 'toString', 'valueOf']) bus.trigger(name);
    expect(calls).to.deep.equal(['constructor', '__proto__', 'toString']);
  });

  describe('subscriptions', () => {
    it('can be listed, as a copy', () => {
      const { bus, note } = scene();
      expect(bus.getSubscriptions('x')).to.deep.equal([]);
      const callback = note('x');
      const subscription = bus.subscribe('x', callback);
      const list = bus.getSubscriptions('x');
      expect(list).to.have.length(1);
      expect(list[0]).to.equal(subscription);
      expect(subscription.eventName).to.equal('x');
      expect(subscription.f).to.equal(callback);
      list.length = 0;
      expect(bus.getSubscriptions('x')).to.have.length(1);
      bus.subscribeAll(callback);
      expect(bus.getSubscriptions(ALL_EVENTS)).to.have.length(1);
    });

    it('are known by whether anybody would be called', () => {
      const { bus, note } = scene();
      expect(bus.hasSubscribers('x')).to.be.false;
      const named = bus.subscribe('x', note('x'));
      expect(bus.hasSubscribers('x')).to.be.true;
      expect(bus.hasSubscribers('y')).to.be.false;
      named.unsubscribe();
      expect(bus.hasSubscribers('x')).to.be.false;
      const all = bus.subscribeAll(note('all'));
      expect(bus.hasSubscribers('y')).to.be.true;
      all.unsubscribe();
      expect(bus.hasSubscribers('y')).to.be.false;
    });

    it('of one event can be ended together', () => {
      const { bus, calls, note } = scene();
      bus.subscribe('x', note('x1'));
      bus.subscribe('x', note('x2'));
      bus.subscribe('y', note('y'));
      bus.unsubscribeEvent('x');
      bus.unsubscribeEvent('never');
      bus.trigger('x');
      bus.trigger('y');
      expect(calls).to.deep.equal(['y']);
    });

    it('can all be ended, and made again', () => {
      const { bus, calls, note } = scene();
      bus.subscribe('x', note('x'));
      bus.subscribeAll(note('all'));
      bus.unsubscribeAll();
      bus.trigger('x');
      expect(calls).to.be.empty;
      bus.subscribe('x', note('again'));
      bus.trigger('x');
      expect(calls).to.deep.equal(['again']);
    });

    it('end with their signal', () => {
      const { bus, calls, note } = scene();
      const scope = new AbortController();
      bus.subscribe('x', note('x'), { signal: scope.signal });
      bus.subscribeAll(note('all'), { signal: scope.signal });
      bus.trigger('x');
      scope.abort();
      bus.trigger('x');
      expect(calls).to.deep.equal(['all', 'x']);
      expect(bus.hasSubscribers('x')).to.be.false;
    });

    it('with a signal that has aborted leave nothing behind', () => {
      const { bus, calls, note } = scene();
      const subscription = bus.subscribe('x', note('x'), { signal: AbortSignal.abort() });
      bus.trigger('x');
      expect(calls).to.be.empty;
      expect(bus.getSubscriptions('x')).to.be.empty;
      expect(bus.hasSubscribers('x')).to.be.false;
      subscription.unsubscribe();
    });
  });

  describe('wrong arguments', () => {
    const wrong: [name: string, run: (bus: EventBus) => void, message: string][] = [
      ['no name', (bus) => bus.subscribe(null as never, () => undefined), 'eventName must be provided'],
      ['no callback', (bus) => bus.subscribe('x', undefined as never), 'f must be provided'],
      ['a null callback', (bus) => bus.subscribeAll(null as never), 'f must be provided'],
      ['a callback that is none', (bus) => bus.subscribe('x', {} as never), 'f must be a function'],
      ['no name to trigger', (bus) => bus.trigger(undefined as never), 'eventName must be provided'],
    ];
    for (const [name, run, message] of wrong) {
      it(`are a ValueError: ${name}`, () => {
        expect(() => run(new EventBus())).to.throw(ValueError, message);
      });
    }
  });

  it('leaves nothing at a signal when a subscription ends before it', () => {
    const { signal } = new AbortController();
    const listening = new Set<unknown>();
    signal.addEventListener = (name: string, listener: unknown) => listening.add(`${name}`) && listening.add(listener);
    signal.removeEventListener = (name: string, listener: unknown) =>
      listening.delete(`${name}`) && listening.delete(listener);
    const { unsubscribe } = new EventBus().subscribe('x', () => {}, { signal });
    expect([...listening][0]).to.equal('abort');
    unsubscribe();
    expect(listening.size).to.equal(0);
  });

  it('publishes by its bridge what is heard on another bus, with what came with it', () => {
    const [near, far] = [new EventBus(), new EventBus()];
    const heard: unknown[] = [];
    near.subscribe('x', (payload) => heard.push(payload));
    far.subscribeAll(near.bridge());
    far.trigger('x', 7);
    expect(heard).to.deep.equal([7]);
  });

  it('has the page told what is thrown by whoever is told of faults', () => {
    const { reportError } = globalThis;
    const told: unknown[] = [];
    globalThis.reportError = (error) => told.push(error);
    try {
      const another = new Error('another');
      const bus = new EventBus({
        onError: () => {
          throw another;
        },
      });
      bus.subscribe('x', () => {
        throw new Error('one');
      });
      bus.trigger('x');
      expect(told).to.deep.equal([another]);
    } finally {
      globalThis.reportError = reportError;
    }
  });
});
