// The bridge of the CCP page: what goes up, what comes down, what stays, and what the page answers by itself.
import { expect } from '@open-wc/testing';
import { CcpPage, type CcpPageOptions } from '../src/simulator/ccp/ccp-page.js';
import type { Envelope } from '../src/conduit/wire.js';

const PARENT = 'https://crm.example';

/** A worker's end of a port: keeps what arrives, and tells when it has. */
class FakeWorker {
  readonly port: MessagePort;
  readonly received: Envelope[] = [];
  readonly #port: MessagePort;
  #waiting: (() => void)[] = [];

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.#port = port2;
    port2.onmessage = ({ data }: MessageEvent<Envelope>) => {
      this.received.push(data);
      for (const check of [...this.#waiting]) check();
    };
  }

  say(event: string, data?: unknown): void {
    this.#port.postMessage({ event, data });
  }

  /** The names of everything that has arrived. */
  get events(): string[] {
    return this.received.map(({ event }) => event);
  }

  of(event: string): unknown[] {
    return this.received.filter((message) => message.event === event).map(({ data }) => data);
  }

  /** Resolves with the data of the n-th message of that name. */
  async next(event: string, count = 1): Promise<unknown> {
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (this.of(event).length < count) return;
        this.#waiting = this.#waiting.filter((other) => other !== check);
        resolve();
      };
      this.#waiting.push(check);
      check();
    });
    return this.of(event)[count - 1];
  }

  close(): void {
    this.#port.close();
  }
}

interface SceneOptions extends Partial<CcpPageOptions> {
  framed?: boolean;
  ancestorOrigins?: string[];
  referrer?: string;
}

const scenes: { end: AbortController; worker: FakeWorker }[] = [];

/** A page between a fake parent and a fake worker. */
function scene({ framed = true, ancestorOrigins = [PARENT], referrer = '', ...options }: SceneOptions = {}) {
  const worker = new FakeWorker();
  const sent: { message: Envelope; targetOrigin: string }[] = [];
  const waiting = new Set<() => void>();
  const parent = {
    postMessage: (message: Envelope, targetOrigin: string) => {
      sent.push({ message: structuredClone(message), targetOrigin });
      for (const check of [...waiting]) check();
    },
  };
  const stored = new Map<string, string>();
  const reloads: string[] = [];
  const target = new EventTarget();
  const fake = Object.assign(target, {
    location: { ancestorOrigins, reload: () => reloads.push('reload') },
    document: { referrer },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
    navigator: {
      mediaDevices: {
        enumerateDevices: () => Promise.resolve([{ toJSON: () => ({ deviceId: 'mic', kind: 'audioinput' }) }]),
      },
    },
  });
  Object.assign(fake, { parent: framed ? parent : fake });
  const end = new AbortController();
  const page = new CcpPage({
    window: fake as unknown as Window,
    port: worker.port,
    authorize: () => Promise.reject(new Error('nobody')),
    signal: end.signal,
    ...options,
  });
  scenes.push({ end, worker });
  return {
    page,
    worker,
    sent,
    reloads,
    fake,
    parentSays(
      event: string,
      data?: unknown,
      { origin = PARENT, source = parent }: { origin?: string; source?: object } = {},
    ) {
      fake.dispatchEvent(Object.assign(new Event('message'), { data: { event, data }, origin, source }));
    },
    downstream: (event: string) =>
      sent.filter(({ message }) => message.event === event).map(({ message }) => message.data),
    async nextDown(event: string): Promise<unknown> {
      const find = () => sent.find(({ message }) => message.event === event);
      await new Promise<void>((resolve) => {
        const check = (): void => {
          if (!find()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
      return find()?.message.data;
    },
    /** Resolves when everything that was sent before has arrived, both ways. */
    async settle(): Promise<void> {
      const mark = `mark-${Math.random()}`;
      const before = worker.of('tab_id').length;
      page.conduit.sendUpstream('tab_id', mark);
      await worker.next('tab_id', before + 1);
      if (!framed) return;
      worker.say(mark);
      await new Promise<void>((resolve) => page.conduit.onUpstream(mark, () => resolve()));
    },
  };
}

const request = (requestId: string, method = 'acceptContact') => ({
  event: 'api_request',
  requestId,
  method,
  params: {},
});

/** Agent data without contacts. */
const AGENT = {
  snapshot: { state: { name: 'Busy', type: 'system' }, contacts: [] },
  configuration: { name: 'Jane Doe' },
};

/** Answers that the page is the master, when it has asked so many times. */
async function makeMaster({ worker }: ReturnType<typeof scene>, count = 1): Promise<void> {
  const asked = (await worker.next('master_request', count)) as { requestId: string };
  const data = { isMaster: true };
  worker.say('master_response', { event: 'master_response', requestId: asked.requestId, data, err: null });
}

afterEach(() => {
  for (const { end, worker } of scenes.splice(0)) {
    end.abort();
    worker.close();
  }
});

describe('CcpPage', () => {
  describe('who embeds it', () => {
    it('posts to the pinned origin of its parent alone', async () => {
      const { page, worker, sent, nextDown } = scene();
      worker.say('acknowledge', { id: 'p1' });
      expect(await nextDown('acknowledge')).to.deep.equal({ id: 'p1' });
      expect(sent.map(({ targetOrigin }) => targetOrigin)).to.deep.equal([PARENT]);
      expect(page.parentOrigin).to.equal(PARENT);
    });

    it('takes the origin of the referrer where ancestors are not told', () => {
      const { page } = scene({ ancestorOrigins: [], referrer: `${PARENT}/desk?x=1` });
      expect(page.parentOrigin).to.equal(PARENT);
    });

    for (const [what, options] of Object.entries({
      'an unknown origin': { ancestorOrigins: [], referrer: '' },
      'an opaque origin': { ancestorOrigins: ['null'] },
      'an origin that is not allowed': { allowedOrigins: ['https://other.example'] },
    })) {
      it(`neither speaks to nor hears ${what}`, async () => {
        const { worker, sent, parentSays, settle, page } = scene(options);
        worker.say('acknowledge', { id: 'p1' });
        parentSays('synchronize');
        parentSays('synchronize', undefined, { origin: 'null' });
        await settle();
        expect(page.parentOrigin).to.equal(null);
        expect(sent).to.deep.equal([]);
        expect(worker.of('synchronize')).to.deep.equal([]);
      });
    }

    it('hears neither another window nor another origin', async () => {
      const { worker, parentSays, settle } = scene();
      parentSays('synchronize', undefined, { origin: 'https://evil.example' });
      parentSays('synchronize', undefined, { source: {} });
      await settle();
      expect(worker.of('synchronize')).to.deep.equal([]);
    });

    it('has no embedding page when unframed', async () => {
      const { page, worker, parentSays, settle, sent } = scene({ framed: false });
      parentSays('synchronize', undefined, { source: page });
      await settle();
      expect(page.framed).to.equal(false);
      expect(worker.of('synchronize')).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
    });
  });

  describe('upward', () => {
    const passed: [string, unknown?][] = [
      ['synchronize'],
      ['api_request', request('r1')],
      ['master_request', { ...request('r2', 'checkMaster'), event: 'master_request' }],
      ['broadcast', { event: 'mute', data: { mute: true } }],
      ['broadcast', { event: 'contact::accepted::c1', data: { contactId: 'c1' } }],
      ['reload_agent_configuration'],
      ['terminate'],
      ['webSocket::subscribe', ['aws/chat']],
      ['webSocket::send', { topic: 'x' }],
      ['disasterRecovery::suppress', { suppress: true }],
    ];
    for (const [event, data] of passed) {
      it(`passes ${event}${event === 'broadcast' ? ` of ${(data as Envelope).event}` : ''}`, async () => {
        const { worker, parentSays } = scene();
        parentSays(event, data);
        expect(await worker.next(event)).to.deep.equal(data ?? null);
      });
    }

    const stopped: [string, unknown?][] = [
      ['configure', { authToken: 'stolen', endpoint: 'https://evil.example' }],
      ['close'],
      ['tab_id', { tabId: 'x' }],
      ['send_logs', []],
      ['acknowledge', { id: 'x' }],
      ['agent::update', {}],
      ['disasterRecovery::init_dr_polling', { authToken: 'x' }],
      ['iframe_style', {}],
      ['media_device_request'],
      ['anything_else'],
      ['api_request', { method: 'acceptContact' }],
      ['broadcast', { event: 'terminated' }],
      ['broadcast', { event: 'agent::update', data: {} }],
      ['broadcast', { event: 'configure', data: { authToken: 'x' } }],
      ['broadcast', null],
    ];
    for (const [event, data] of stopped) {
      it(`does not pass ${event} ${JSON.stringify(data) ?? ''}`, async () => {
        const { worker, parentSays, settle } = scene();
        parentSays(event, data);
        await settle();
        const heard = worker.received.filter((message) => !String(message.data).startsWith('mark-'));
        const broadcasts = heard.map((message) => (message.data as Envelope | undefined)?.event);
        // `configure` is told to every tab as settings, without whatever else it held.
        expect(broadcasts.filter((name) => name !== 'configuration::configure')).to.deep.equal([]);
        expect(JSON.stringify(heard)).not.to.match(/stolen|evil/);
      });
    }

    it('drops everything while the link is cut', async () => {
      let alive = false;
      const { worker, parentSays, settle, sent } = scene({ isLinkAlive: () => alive });
      parentSays('synchronize');
      worker.say('acknowledge', { id: 'p1' });
      await settle();
      expect(worker.of('synchronize')).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
      alive = true;
      parentSays('synchronize');
      await worker.next('synchronize');
    });
  });

  describe('downward', () => {
    it("passes the answers to the embedding page's requests, once", async () => {
      const { worker, parentSays, nextDown, downstream, settle } = scene();
      parentSays('api_request', request('r1'));
      await worker.next('api_request');
      const answer = { event: 'api_response', requestId: 'r1', data: {}, err: null };
      worker.say('api_response', answer);
      worker.say('api_response', answer);
      expect(await nextDown('api_response')).to.deep.equal(answer);
      await settle();
      expect(downstream('api_response')).to.have.length(1);
    });

    it("keeps the answers to the page's own requests", async () => {
      const { page, worker, downstream } = scene();
      const answer = page.api.call('createTransport', { transportType: 'chat_token' });
      const { requestId } = (await worker.next('api_request')) as { requestId: string };
      worker.say('api_response', { event: 'api_response', requestId, data: { token: 'secret' }, err: null });
      expect(await answer).to.deep.equal({ token: 'secret' });
      expect(downstream('api_response')).to.deep.equal([]);
    });

    it('passes the take-over of a master topic, which is news to everybody', async () => {
      const { worker, nextDown } = scene();
      worker.say('master_response', { requestId: 'of another tab', data: { takeOver: true }, err: null });
      expect(await nextDown('master_response')).to.have.property('requestId', 'of another tab');
    });

    for (const event of [
      'agent::update',
      'update_connected_ccps',
      'auth_fail',
      'log',
      'unknown::event',
      'terminated',
    ]) {
      it(`passes ${event}`, async () => {
        const { worker, nextDown } = scene({ signInAgain: () => {} });
        worker.say(event, { some: 'data' });
        expect(await nextDown(event)).to.deep.equal({ some: 'data' });
      });
    }
  });

  describe('by itself', () => {
    it('sends its tab id after the first acknowledge, and the same one the next time', async () => {
      const { worker, page, fake } = scene();
      worker.say('acknowledge', { id: 'p1' });
      const { tabId } = (await worker.next('tab_id')) as { tabId: string };
      worker.say('acknowledge', { id: 'p2' });
      worker.say('acknowledge');
      await worker.next('tab_id');
      expect(page.portId).to.equal('p1');
      expect(fake.sessionStorage.getItem('tab_id')).to.equal(tabId);
      expect(worker.of('tab_id')).to.have.length(1);
    });

    it('asks to be configured after a second in vain', async () => {
      const { nextDown } = scene();
      expect(await nextDown('request_configure')).to.equal(undefined);
    });

    it('tells its settings to every tab, and nothing else that came with them', async () => {
      const { worker, parentSays } = scene();
      parentSays('configure', { softphone: { ringtoneUrl: 'x' }, authToken: 'secret' });
      const told = (await worker.next('broadcast')) as { event: string; data: Record<string, unknown> };
      expect(told.event).to.equal('configuration::configure');
      expect(told.data.softphone).to.deep.equal({ ringtoneUrl: 'x' });
      expect(told.data).not.to.have.property('authToken');
    });

    it('answers media_device_request', async () => {
      const { parentSays, nextDown } = scene();
      parentSays('media_device_request');
      expect(await nextDown('media_device_response')).to.deep.equal([{ deviceId: 'mic', kind: 'audioinput' }]);
    });

    it('answers proxied methods, with an error that has words', async () => {
      const { worker, parentSays, nextDown } = scene();
      parentSays('api_request', request('r1', 'startScreenSharing'));
      expect(await nextDown('api_response')).to.have.nested.property('err.message');
      expect(worker.of('api_request')).to.deep.equal([]);
    });

    it('gives the agent data that it has', async () => {
      const { worker, parentSays, nextDown } = scene();
      worker.say('agent::update', AGENT);
      await nextDown('agent::update');
      parentSays('agent::fetch_agent_data_from_ccp');
      expect(await nextDown('agent::fetch_agent_data_from_ccp')).to.have.nested.property(
        'configuration.name',
        'Jane Doe',
      );
    });

    it('tells a page that moves over how the agent is, though the service has made the region the active one', async () => {
      const own = { name: 'us-west-2', instanceArn: 'arn:west' };
      const other = { name: 'us-east-1', instanceArn: 'arn:east' };
      const { worker, parentSays, downstream, nextDown, settle } = scene({ regions: { own, other } });
      parentSays('outer_context_info', { initCCPParams: { enableGlobalResiliency: true } });
      worker.say('agent::update', AGENT);
      worker.say('disasterRecovery::failover', { nextActiveArn: 'arn:west' });
      expect(await nextDown('globalResiliency::init')).to.include({ instanceState: 'active' });
      parentSays('globalResiliency::configure_ccp_conduit', { instanceState: 'active' });
      await settle();
      const heard = downstream('agent::update').length;
      parentSays('globalResiliency::configure_ccp_conduit', { instanceState: 'active' });
      await settle();
      expect(downstream('agent::update').length).to.be.greaterThan(heard);
    });

    it('loads itself again when terminated, after the embedding page has heard of it', async () => {
      const { worker, nextDown, reloads } = scene();
      worker.say('terminated');
      await nextDown('terminated');
      expect(reloads).to.deep.equal(['reload']);
    });

    it('closes its port when it goes', async () => {
      const { worker, fake } = scene();
      fake.dispatchEvent(new Event('pagehide'));
      await worker.next('close');
    });

    it('remembers what the embedding page tells of itself', () => {
      const { page, parentSays } = scene();
      parentSays('outer_context_info', { streamsVersion: '2.28.1' });
      parentSays('iframe_style', { display: 'block' });
      expect(page.outerContext).to.deep.equal({ streamsVersion: '2.28.1', frameStyle: { display: 'block' } });
    });

    it('signs in again when its token is refused, three times at most', async () => {
      const attempts: number[] = [];
      const { worker, nextDown } = scene({ signInAgain: () => attempts.push(1), authorizeDelay: () => 0 });
      for (let count = 1; count <= 4; count += 1) worker.say('auth_fail', { authorize: true });
      await nextDown('authorize_retries_exhausted');
      expect(attempts.length).to.be.at.most(3);
    });

    it('gets new credentials for a token that ran out', async () => {
      const credentials = { authToken: 't', refreshToken: 'r', authTokenExpiration: 1, region: 'us-east-1' };
      const { worker, nextDown, downstream } = scene({
        authorize: () => Promise.resolve(credentials),
        authorizeDelay: () => 0,
      });
      worker.say('auth_fail');
      expect(await worker.next('configure')).to.deep.equal(credentials);
      await nextDown('authorize_success');
      expect(downstream('configure')).to.deep.equal([]);
    });
  });

  describe('softphone', () => {
    it('has it unframed without being configured, and tells of changed devices', async () => {
      const made = scene({ framed: false });
      await makeMaster(made);
      made.worker.say('configuration::set_speaker_device', { deviceId: 'speaker 2' });
      await makeMaster(made, 2);
      expect(await made.worker.next('broadcast')).to.deep.equal({
        event: 'configuration::speaker_device_changed',
        data: { deviceId: 'speaker 2' },
      });
    });

    it('has it framed once the embedding page allows it, and keeps the settings of that page', async () => {
      const made = scene();
      expect(made.page.settings).to.equal(null);
      made.parentSays('configure', { softphone: { allowFramedSoftphone: true }, email: { ringtoneUrl: 'e.mp3' } });
      await makeMaster(made);
      expect(made.page.settings).to.deep.include({ email: { ringtoneUrl: 'e.mp3' }, chat: undefined });
    });
  });

  it('leaves nothing behind', async () => {
    const end = new AbortController();
    const made = scene({ signal: end.signal });
    end.abort();
    made.parentSays('synchronize');
    made.fake.dispatchEvent(new Event('pagehide'));
    made.page.conduit.sendUpstream('mark');
    await made.worker.next('mark');
    expect(made.worker.events).to.deep.equal(['mark']);
  });
});
