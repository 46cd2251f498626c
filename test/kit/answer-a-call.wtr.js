import { expect } from '@esm-bundle/chai';
import 'connect-ccp-elements/define.js';
import { attachSimulator, simulatorUrl } from 'connect-ccp-elements/simulator.js';

/** Resolves once the panel's state is as it should be. */
function until(ccp, isSo) {
  return new Promise((resolve) => {
    const done = new AbortController();
    const look = (isItNow) => {
      if (!isItNow) return;
      done.abort();
      resolve();
    };
    ccp.subscribe(isSo, look, done);
  });
}

it('answers a call', async () => {
  // Your page: here a panel, and a button of its own.
  document.body.innerHTML = `
    <connect-ccp id="ccp" headless ccp-url="${simulatorUrl({ state: 'Available' })}"></connect-ccp>
    <button commandfor="ccp" command="--accept-contact">Answer</button>`;
  const ccp = document.querySelector('connect-ccp');
  await ccp.ready;
  const sim = await attachSimulator(ccp);

  const contactId = await sim.incomingCall({ from: '+12065550100', attributes: { tier: 'gold' } });
  await until(ccp, ({ contacts }) => contacts.some(({ ringing }) => ringing));
  expect(ccp.state.contacts[0].attributes.tier).to.equal('gold');

  document.querySelector('button').click();
  await until(ccp, ({ contacts }) => contacts[0]?.state.type === 'connected');
  const { contacts } = await sim.truth(); // what the service thinks of it
  expect(contacts[0]).to.include({ contactId }).and.to.nested.include({ 'state.type': 'connected' });
  ccp.remove(); // a page with a live call asks before it is left
});
