// What amazon-connect-streams does wrong in the newest parts of its API, and what comes in its place here. Others of the kind stand with
// what they belong to: previews, holds and warnings in newest-documents.test.ts, the frame of a given provider in sdk-link.test.ts.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, type FakeCcp, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { FakeChannel } from './support/sdk-channel.js';
import { agentData, recordedData } from './support/snapshots.js';
import { wrapped } from './support/wrapped-console.js';

const APP = new URL('/test/support/pages/ccp.html?app=1', location.href).href;
/** The same page on another origin. */
const ELSEWHERE = APP.replace('//localhost', '//127.0.0.1');

interface Heard {
  readonly data: { readonly event?: string };
}

describe('what upstream does wrong', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  let box: HTMLElement;

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await readyCcp(connect, recordedData('inboundVoiceContactSoftphone'));
    box = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    closeFakeCcps();
    box.remove();
  });

  describe('an app that loads several times', () => {
    /** What an app of the page's own origin has heard since it loaded last. */
    const heardBy = (frame: HTMLIFrameElement): (string | undefined)[] =>
      (frame.contentWindow as unknown as { readonly heard: readonly Heard[] }).heard.map(({ data }) => data.event);

    it('is told each thing once, and what is known at each load', async () => {
      let loads = 0;
      connect.agentApp.initApp('wisdom', box, APP, { onLoad: () => void (loads += 1) });
      const frame = box.querySelector('iframe')!;
      for (const time of [1, 2, 3]) {
        await eventually(() => loads === time, `load ${time}`);
        await eventually(() => heardBy(frame).length === 2, 'what is known');
        if (time < 3) frame.contentWindow!.location.reload();
      }
      await ccp.say('contact::view', { contactId: 'c' });
      await eventually(() => heardBy(frame).length > 2, 'what comes');
      expect(heardBy(frame)).to.deep.equal(['acknowledge', 'agent::update', 'contact::view']);
    });

    it('hears nothing once its frame has gone elsewhere', async () => {
      let loads = 0;
      connect.agentApp.initApp('wisdom', box, APP, { onLoad: () => void (loads += 1) });
      const frame = box.querySelector('iframe')!;
      await eventually(() => loads === 1, 'the app');
      frame.src = ELSEWHERE;
      await eventually(() => loads === 2, 'the other page');
      await ccp.say('contact::view', { contactId: 'c' });
      const reported = new Promise<readonly Heard[]>((resolve) => {
        addEventListener('message', function listen({ data, source }: MessageEvent<{ report?: readonly Heard[] }>) {
          if (source !== frame.contentWindow || !data.report) return;
          removeEventListener('message', listen);
          resolve(data.report);
        });
      });
      frame.contentWindow!.postMessage({ control: 'report' }, '*');
      expect(await reported).to.deep.equal([]);
    });
  });

  it('a guide of a contact that is given by its id goes on when the contact has gone', async () => {
    const [{ contactId }] = recordedData('inboundVoiceContactSoftphone').snapshot.contacts;
    connect.agentApp.initApp('customviews', box, APP, { customViewsParams: { contact: contactId } });
    const frame = box.querySelector('iframe')!;
    await ccp.update(agentData({ contacts: [] }));
    await ccp.settle();
    expect(frame.isConnected && frame.style.display !== 'none').to.be.true;
  });

  it('a guide that goes with the CCP is still told of its end', async () => {
    let loads = 0;
    connect.agentApp.initApp('customviews', box, APP, { onLoad: () => void (loads += 1) });
    const frame = box.querySelector('iframe')!;
    await eventually(() => loads === 1, 'the guide');
    connect.core.terminate();
    const heard = () =>
      (frame.contentWindow as unknown as { readonly heard: readonly { data: { topic?: string } }[] }).heard;
    await eventually(() => heard().some(({ data }) => data.topic === 'lifecycle.terminated'), 'the guide knows');
    expect(frame.style.display).to.equal('none');
    connect.agentApp.initApp('customviews', box, APP);
    expect(box.querySelectorAll('iframe')).to.have.length(2);
  });

  it('a CCP that is ended and embedded again says nothing in the console, and its channel sends no logs', async () => {
    const lines = wrapped();
    try {
      connect.core.terminate();
      const next = await fakeCcp(connect);
      const channel = await FakeChannel.open(next.window);
      const proxy = connect.core.getSDKClientConfig().provider.getProxy();
      await eventually(() => proxy.connectionStatus === 'ready', 'the channel');
      const answer = proxy.request('x', 'y');
      channel.answer(await channel.next('request'), 'z');
      expect(await answer).to.equal('z');
      expect(channel.of('log')).to.deep.equal([]);
      expect(channel.of('metric')).to.deep.equal([]);
    } finally {
      lines.restore();
    }
    expect(lines.texts).to.deep.equal([]);
  });

  for (const [name, isOpen, words] of [
    ['does not answer', true, 'Client Timeout'],
    ['never opens the channel', false, 'never opened the channel'],
  ] as const) {
    it(`a request to a CCP that ${name} ends with an Error that has the members of one`, async () => {
      if (isOpen) await FakeChannel.open(ccp.window);
      const proxy = connect.core.getSDKClientConfig().provider.getProxy();
      if (isOpen) await eventually(() => proxy.connectionStatus === 'ready', 'the channel');
      const timers = new FakeTimers();
      try {
        const ending = proxy.request('aws.connect.contact', 'agent/getName').catch((error: unknown) => error);
        await timers.advance(30_000);
        const error = (await ending) as Error & Record<string, unknown>;
        expect(error).to.be.instanceOf(Error);
        expect(error).to.include({ errorKey: 'clientTimeout', namespace: 'aws.connect.contact' });
        expect(error.reason).to.contain(words);
        expect(error.details).to.include({ command: 'agent/getName' });
      } finally {
        timers.restore();
      }
    });
  }
});
