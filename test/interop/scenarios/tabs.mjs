// Two tabs of one browser: muting, selecting a contact, and signing out, which every tab sees.
import assert from 'node:assert/strict';
import { POLLING } from '../desk.mjs';
import { OURS } from '../libraries.mjs';

const hasOnWire = (page, wanted) =>
  page.waitForFunction(
    ({ event, data }) =>
      window.wire.some(
        (message) => message.event === event && Object.keys(data).every((key) => message.data?.[key] === data[key]),
      ),
    POLLING,
    { data: {}, ...wanted },
  );

const arrives = (page, wanted) =>
  page.waitForFunction(
    (members) => window.arrived.some((one) => Object.keys(members).every((key) => one[key] === members[key])),
    POLLING,
    wanted,
  );

/** A call that is accepted at the desk, and that every tab sees connected. */
async function talk(desk, ...others) {
  const contactId = await desk.script.incomingCall();
  await desk.until(() => window.stage.contact);
  await desk.does((s, c) => s.contact.accept(c), 'accept');
  const isConnected = () => window.stage.contact?.isConnected();
  await desk.until(isConnected);
  await Promise.all(others.map((page) => page.waitForFunction(isConnected, POLLING)));
  return contactId;
}

async function ofBroadcasts(desk) {
  desk.disregardOrder();
  const other = await desk.openTab();
  const tabs = [desk.page, other];
  const contactId = await talk(desk, other);
  // Each tab mutes or unmutes; both hear it.
  for (const [page, muted] of [
    [other, true],
    [desk.page, false],
  ]) {
    await page.evaluate((mute) => (mute ? window.stage.agent.mute() : window.stage.agent.unmute()), muted);
    await Promise.all(tabs.map((tab) => hasOnWire(tab, { event: 'mute', data: { mute: muted } })));
    if (desk.kind.softphone) await Promise.all(tabs.map((tab) => arrives(tab, { name: 'agent.onMuteToggle', muted })));
  }
  await other.evaluate((id) => window.connect.core.viewContact(id), contactId);
  await Promise.all(tabs.map((tab) => arrives(tab, { name: 'core.onViewContact', contactId })));

  if (desk.kind.softphone) {
    await desk.page.evaluate(() => window.stage.agent.mute());
    await Promise.all(tabs.map((tab) => arrives(tab, { name: 'agent.onMuteToggle', muted: true })));
  }
  // A tab that comes up in a muted call: ours asks whoever has the call, and is told.
  if (desk.library === OURS) {
    const late = await desk.openTab();
    await hasOnWire(desk.page, { event: 'mute', data: { mute: undefined } });
    if (desk.kind.softphone) await arrives(late, { name: 'agent.onMuteToggle', muted: true });
    await late.close();
  }
  await other.close();
  await desk.script.customerHangsUp(contactId);
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}

async function ofSigningOut(desk) {
  desk.disregardOrder();
  const other = await desk.openTab();
  const tabs = [desk.page, other];
  for (const tab of tabs) {
    await tab.evaluate(() => {
      window.signedOut = new Promise((resolve) => {
        window.connect.core.getEventBus().subscribe('terminated', () => resolve(Date.now()));
      });
    });
  }
  const begun = await other.evaluate(() => {
    window.connect.core.getUpstream().sendUpstream('terminate');
    return Date.now();
  });
  for (const tab of tabs) {
    const after = (await tab.evaluate(() => window.signedOut)) - begun;
    assert.ok(after < 2_000, `${after} ms`);
  }
}

// Signing out comes last: nobody works at the desk afterwards.
export default {
  'tabs: broadcasts': ofBroadcasts,
  'tabs: signing out': ofSigningOut,
};
