// Conduits: the link to the worker, and in the CCP page one to the embedding page too, each with a bus of its own.
import { expect } from '@open-wc/testing';
import { TwoWayConduit } from '../src/simulator/ccp/two-way-conduit.js';
import { ValueError } from '../src/errors/errors.js';
import { MemoryStream } from './support/memory-stream.js';

function scene({ downstream = true } = {}) {
  const up = new MemoryStream();
  const down = new MemoryStream();
  const scope = new AbortController();
  const errors: [error: unknown, event: string][] = [];
  const conduit = new TwoWayConduit({
    name: 'test',
    upstream: up,
    downstream: downstream ? down : undefined,
    signal: scope.signal,
    onError: (...args) => errors.push(args),
  });
  return { up, down, scope, conduit, errors };
}

describe('TwoWayConduit', () => {
  it('has its name', () => {
    expect(scene().conduit.name).to.equal('test');
  });

  it('hands over what comes from either side to those who listen to that side', () => {
    const { up, down, conduit } = scene();
    const heard: unknown[][] = [];
    conduit.onUpstream('x', (data, event) => heard.push(['up', event, data]));
    conduit.onDownstream('x', (data, event) => heard.push(['down', event, data]));
    conduit.onAllUpstream((data, event) => heard.push(['all up', event, data]));
    conduit.onAllDownstream((data, event) => heard.push(['all down', event, data]));
    up.receive('x', 1);
    down.receive('x', 2);
    up.receive('y');
    expect(heard).to.deep.equal([
      ['all up', 'x', 1],
      ['up', 'x', 1],
      ['all down', 'x', 2],
      ['down', 'x', 2],
      ['all up', 'y', null],
    ]);
  });

  it('sends to either side', () => {
    const { up, down, conduit } = scene();
    expect(conduit.sendUpstream('x', { a: 1 })).to.be.true;
    expect(conduit.sendDownstream('y')).to.be.true;
    expect(up.sent).to.deep.equal([{ event: 'x', data: { a: 1 } }]);
    expect(down.sent).to.deep.equal([{ event: 'y', data: undefined }]);
  });

  it('says when nothing can be sent', () => {
    const { up, conduit } = scene({ downstream: false });
    expect(conduit.sendDownstream('x')).to.be.false;
    up.connected = false;
    expect(conduit.sendUpstream('x')).to.be.false;
  });

  it('needs a name for what it sends', () => {
    const { conduit } = scene();
    expect(() => conduit.sendUpstream(null as never)).to.throw(ValueError, 'eventName must be provided');
    expect(() => conduit.sendDownstream(undefined as never)).to.throw(ValueError, 'eventName must be provided');
  });

  it('goes on when a listener throws, and tells of it', () => {
    const { up, conduit, errors } = scene();
    const error = new Error('broken');
    conduit.onUpstream('x', () => {
      throw error;
    });
    up.receive('x');
    up.receive('x');
    expect(errors).to.deep.equal([
      [error, 'x'],
      [error, 'x'],
    ]);
  });

  it('lets go of its streams and listeners with its scope', () => {
    const { up, down, scope, conduit } = scene();
    let calls = 0;
    conduit.onAllUpstream(() => calls++);
    conduit.onDownstream('x', () => calls++);
    expect([up.listeners, down.listeners]).to.deep.equal([1, 1]);
    scope.abort();
    expect([up.listeners, down.listeners]).to.deep.equal([0, 0]);
    up.receive('x');
    down.receive('x');
    expect(calls).to.equal(0);
    expect(conduit.upstreamBus.hasSubscribers('x')).to.be.false;
  });
});
