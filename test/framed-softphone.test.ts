// The CCP page's softphone: which of several tabs takes a call, who can mute it, and what is lost with a page.
import { expect } from '@open-wc/testing';
import { FramedSoftphone } from '../src/simulator/ccp/framed-softphone.js';
import { MasterTopics } from '../src/simulator/ccp/master-topics.js';
import { Conduit } from '../src/conduit/conduit.js';
import { MASTER_EVENTS, RequestClient } from '../src/conduit/request-client.js';
import { isEnvelope, isRecord } from '../src/conduit/wire.js';
import { settled } from './support/fake-timers.js';
import { MemoryStream } from './support/memory-stream.js';

type Phase = 'connecting' | 'connected' | 'hold' | 'disconnected';

const call = (phase: Phase, contactId = 'c1') => ({
  contactId,
  state: { type: phase === 'connecting' ? 'connecting' : 'connected', timestamp: new Date(0) },
  connections: [
    {
      connectionId: `${contactId}-agent`,
      type: 'agent',
      state: { type: phase },
      softphoneMediaInfo: { callType: 'x' },
    },
    { connectionId: contactId, type: 'inbound', state: { type: 'connected' }, softphoneMediaInfo: null },
  ],
});

/** A worker with several tabs: real master topics, and broadcasts that reach every tab. */
class Browser {
  readonly masters = new MasterTopics();
  readonly said: [event: string, data: unknown][] = [];
  readonly #tabs = new Map<string, MemoryStream>();

  /** A tab that may have the softphone, unless told otherwise. */
  tab(id: string, { allowed = true, hasMicrophone = (): boolean => true } = {}) {
    const stream = new MemoryStream();
    const end = new AbortController();
    const conduit = new Conduit({ name: id, upstream: stream, signal: end.signal });
    this.#tabs.set(id, stream);
    const send = stream.send.bind(stream);
    stream.send = (message) => {
      send(message);
      const { data } = message;
      if (message.event === 'master_request' && isRecord(data)) void this.#answer(id, data);
      return true;
    };
    const softphone = new FramedSoftphone({
      conduit,
      masterClient: new RequestClient(conduit, MASTER_EVENTS),
      allowed,
      broadcast: (event, told) => this.say(event, told),
      hasMicrophone,
    });
    const close = () => {
      end.abort();
      this.#tabs.delete(id);
      this.masters.release(id);
      this.#toAll('update_connected_ccps', { length: this.#tabs.size });
    };
    return { softphone, stream, close, questions: () => stream.sent.length };
  }

  async #answer(id: string, { requestId, method, params }: Readonly<Record<string, unknown>>): Promise<void> {
    await Promise.resolve();
    const data = this.masters.answer(id, String(method), params);
    this.#tabs.get(id)?.receive('master_response', { requestId, data, err: null });
  }

  #toAll(event: string, data?: unknown): void {
    for (const stream of [...this.#tabs.values()]) stream.receive(event, data);
  }

  /** Broadcasts. */
  say(event: string, data?: unknown): void {
    if (isEnvelope({ event })) this.said.push([event, data]);
    this.#toAll(event, data);
  }

  /** Reports the agent's contacts to every tab, or to one. */
  async update(contacts: object[], id?: string): Promise<void> {
    const agent = { snapshot: { state: { name: 'Busy', type: 'system' }, contacts }, configuration: { name: 'Jane' } };
    if (id) this.#tabs.get(id)?.receive('agent::update', agent);
    else this.#toAll('agent::update', agent);
    await settled();
  }

  /** What was broadcast since the last time, but for what the test itself said. */
  heard(): [event: string, data: unknown][] {
    return this.said.splice(0).filter(([event]) => event !== 'mute' && event !== STREAM && !event.includes('::set_'));
  }

  get owner(): string | null {
    const asking = { topic: 'connect::softphone', shouldNotBecomeMasterIfNone: true };
    return this.masters.answer('', 'checkMaster', asking).masterId;
  }
}

/** Said of a new stream of the microphone; what is in it has a test of its own. */
const STREAM = 'agent::local_media_stream_created';

const toggle = (muted: boolean): [string, unknown] => ['agent::mute_toggle', { muted }];

describe('FramedSoftphone', () => {
  let browser: Browser;
  beforeEach(() => (browser = new Browser()));

  it('is had by the first tab that may have it', async () => {
    browser.tab('refused', { allowed: false });
    browser.tab('first');
    browser.tab('second');
    await browser.update([]);
    expect(browser.owner).to.equal('first');
  });

  it('mutes and unmutes a call that it has taken, and tells every tab', async () => {
    browser.tab('first');
    browser.tab('second');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    for (const muted of [true, false]) {
      browser.say('mute', { mute: muted });
      await settled();
      expect(browser.heard()).to.deep.equal([toggle(muted)]);
    }
  });

  it('mutes a call on hold too, and one that it finds connected when it had been there before', async () => {
    browser.tab('only');
    await browser.update([]);
    await browser.update([call('connected')]);
    await browser.update([call('hold')]);
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([toggle(true)]);
  });

  it('does nothing without a call, while one rings, or with a desk phone', async () => {
    browser.tab('only');
    await browser.update([]);
    browser.say('mute', { mute: true });
    await browser.update([call('connecting')]);
    browser.say('mute', { mute: true });
    await browser.update([]);
    browser.heard();
    const desk = call('connected');
    desk.connections[0].softphoneMediaInfo = null;
    await browser.update([desk]);
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([]);
  });

  it('reports how it stands when it is asked, as by a page that has been loaded again', async () => {
    browser.tab('only');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    browser.heard();
    browser.say('mute');
    await settled();
    expect(browser.heard()).to.deep.equal([toggle(true)]);
  });

  it('is unmuted at the end of the call', async () => {
    browser.tab('only');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    browser.heard();
    await browser.update([]);
    expect(browser.heard()).to.deep.equal([toggle(false)]);
  });

  it('says of a new stream that it is there, once, and nothing of the microphone', async () => {
    browser.tab('first');
    browser.tab('second');
    await browser.update([]);
    await browser.update([call('connecting')]);
    expect(browser.said).to.deep.equal([]);
    await browser.update([call('connected')]);
    await browser.update([call('hold')]);
    await browser.update([call('connected')]);
    expect(browser.said).to.deep.equal([[STREAM, { connectionId: 'c1-agent' }]]);
  });

  it('says nothing at the end of a call whose stream was in a tab that has gone', async () => {
    const first = browser.tab('first');
    const { softphone } = browser.tab('second');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    expect(first.softphone.truth).to.deep.equal({ holdsStream: true, muted: true });
    first.close();
    await settled();
    browser.said.splice(0);
    await browser.update([]);
    expect(browser.said).to.deep.equal([]);
    await browser.update([call('connecting', 'c2')]);
    await browser.update([call('connected', 'c2')]);
    expect(browser.said).to.deep.equal([[STREAM, { connectionId: 'c2-agent' }]]);
    expect(softphone.truth).to.deep.equal({ holdsStream: true, muted: false });
  });

  it('begins the next call unmuted, also where one follows the other without a pause', async () => {
    const { softphone } = browser.tab('only');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    await browser.update([call('connected', 'c2')]);
    expect(softphone.truth).to.deep.equal({ holdsStream: true, muted: false });
  });

  it('has lost the sound of a call that was under way when its page came', async () => {
    browser.tab('reloaded');
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    browser.say('mute');
    await settled();
    expect(browser.owner).to.equal('reloaded');
    expect(browser.heard()).to.deep.equal([]);
    await browser.update([]);
    browser.heard();
    await browser.update([call('connecting', 'c2')]);
    await browser.update([call('connected', 'c2')]);
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([toggle(true)]);
  });

  it('takes a call that rings when its page comes', async () => {
    browser.tab('reloaded');
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([toggle(true)]);
  });

  it('takes a call that rings when the embedding page first allows it, and no call later', async () => {
    const { softphone } = browser.tab('framed', { allowed: false });
    await browser.update([call('connecting')]);
    softphone.configure({ allowFramedSoftphone: true });
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([toggle(true)]);
    softphone.configure({ allowFramedSoftphone: 'yes' });
    await browser.update([]);
    await browser.update([call('connecting', 'c2')]);
    await browser.update([call('connected', 'c2')]);
    browser.heard();
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([]);
  });

  it('passes to another tab when its own has gone, but not with the sound of a call', async () => {
    const first = browser.tab('first');
    browser.tab('second');
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    first.close();
    await settled();
    expect(browser.owner).to.equal('second');
    browser.say('mute', { mute: true });
    await settled();
    expect(browser.heard()).to.deep.equal([]);
  });

  it('asks no more once it has the softphone, until another tab takes it over', async () => {
    const { questions, stream } = browser.tab('only');
    await browser.update([]);
    const before = questions();
    await browser.update([]);
    expect(questions()).to.equal(before);
    browser.masters.answer('other', 'becomeMaster', { topic: 'connect::softphone' });
    const data = { masterId: 'other', takeOver: true, topic: 'connect::softphone' };
    stream.receive('master_response', { requestId: 'x', data, err: null });
    await browser.update([]);
    expect(questions()).to.equal(before + 1);
  });

  it('fails a call for want of a microphone, once, and has nothing to mute', async () => {
    browser.tab('only', { hasMicrophone: () => false });
    await browser.update([]);
    await browser.update([call('connecting')]);
    await browser.update([call('connected')]);
    browser.say('mute', { mute: true });
    await settled();
    const heard = browser.heard();
    expect(heard.map(([event]) => event)).to.deep.equal(['agent::softphone_error']);
    expect(heard[0][1]).to.include({ errorType: 'microphone_not_shared' });
  });

  for (const device of ['speaker', 'microphone', 'ringer']) {
    it(`tells of a changed ${device}, where it has the softphone`, async () => {
      browser.tab('first');
      browser.tab('second');
      await browser.update([]);
      browser.say(`configuration::set_${device}_device`, { deviceId: 'headset' });
      browser.say(`configuration::set_${device}_device`, {});
      await settled();
      expect(browser.heard()).to.deep.equal([[`configuration::${device}_device_changed`, { deviceId: 'headset' }]]);
    });
  }
});
