// What <connect-agent-status> says of the end of the session and of the network, on a real channel to a simulated CCP.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectSessionExpiringEvent } from '../elements/host/events.js';
import { eventually } from './support/eventually.js';
import { mountReadyCcp } from './support/simulated-ccp.js';

const MINUTE = 60_000;

async function scene() {
  const { ccp, sim } = await mountReadyCcp();
  const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
  const part = (name: string) => status.renderRoot.querySelector<HTMLElement>(`[part="${name}"]`);
  const said = () => status.renderRoot.querySelector('[role="status"]')?.textContent ?? '';
  // What the host has subscribed to is there when the channel has heard of it.
  await eventually(
    async () => (await sim.truth()).sdk?.subscriptions.some(({ key }) => key === 'expiration-warning'),
    'the host listens',
  );
  return { ccp, sim, part, said };
}

describe('<connect-agent-status>, before the session ends', () => {
  it('warns with the time, and is told that somebody is there', async () => {
    const { ccp, sim, part, said } = await scene();
    await sim.expiration(5 * MINUTE);
    await eventually(() => part('session'), 'the warning');
    expect(part('session')!.textContent).to.match(/You will be signed out at \d/);
    expect(said()).to.match(/You will be signed out at \d/);
    expect(ccp.state.sessionExpiration).to.be.above(Date.now());
    part('session')!.querySelector('button')!.click();
    await eventually(() => !part('session'), 'the warning is over');
    expect((await sim.truth()).calls.map(({ operation }) => operation)).to.include('sendActivity');
  });

  it('leaves it to a page that has its own words', async () => {
    const { ccp, sim, part } = await scene();
    const told: number[] = [];
    ccp.addEventListener('connect-session-expiring', (event: ConnectSessionExpiringEvent) => {
      told.push(event.expiration);
      event.preventDefault();
    });
    await sim.expiration(5 * MINUTE);
    await eventually(() => told.length === 1, 'the event');
    expect(part('session')).to.be.null;
    expect(ccp.state.sessionExpiration).to.be.null;
  });

  it('is signed out when nobody says so', async () => {
    const { ccp, sim, part } = await scene();
    await sim.expiration(MINUTE);
    await eventually(() => part('session'), 'the warning');
    await sim.advance(2 * MINUTE);
    await eventually(() => ccp.status !== 'ready', 'the session has ended');
    await eventually(() => !part('session'), 'the warning has gone with it');
  });

  it('says when the network is not well', async () => {
    const { ccp, sim, part, said } = await scene();
    for (const [status, words] of [
      ['disconnected', 'is trying again'],
      ['failed', 'load the page again'],
    ] as const) {
      await sim.network(status);
      await eventually(() => part('network')?.textContent?.includes(words), status);
      expect(said()).to.contain(words);
      expect(ccp.state.network).to.equal(status);
    }
    await sim.network('connected');
    await eventually(() => !part('network'), 'all is well');
  });
});
