// Checks one command: refused, refused with nobody to hear of it, and carried out; and what the service got of it.
import assert from 'node:assert/strict';

/** What the service says when it is told to refuse. */
export const REFUSAL = { status: 400, code: 'InvalidStateException', message: 'Not now' };

/** Params of a command about the contact. */
export const CONTACT = { contactId: '<contact>' };

/** The failure's text is the service's refusal as JSON, but for `accept`, which says `error` whatever it was. */
export function assertRefusal(failure, name) {
  const text = JSON.stringify({ type: REFUSAL.code, message: REFUSAL.message });
  const readable = (given) => {
    if (!given.startsWith('{')) return given;
    const { type, message } = JSON.parse(given);
    return JSON.stringify({ type, message });
  };
  assert.equal(readable(failure), name === 'accept' ? 'error' : text, name);
}

/**
 * Runs one command in each way.
 * @param {import('../desk.mjs').Desk} desk
 * @param {string} name the command's, for messages
 * @param {(stage: object, callbacks: object) => void} run runs in the page
 * @param {[operation: string, params: object, nextParams?: object]} call what the service receives of it
 * @param {() => boolean} [then] holds in the page once it has taken effect
 */
export async function check(desk, name, run, [operation, ...params], then) {
  if (desk.kind.unknown.includes(operation)) {
    await desk.fails(run, name);
    return assert.deepEqual(await desk.calls(), [], name);
  }
  await desk.script.fail(operation, REFUSAL);
  assertRefusal(await desk.fails(run, name), name);
  await desk.script.fail(operation, REFUSAL);
  await desk.failsUnheard(run, name);
  await desk.does(run, name);
  if (then) await desk.until(then);
  const [first] = params;
  assert.deepEqual(
    await desk.calls(),
    [first, first, ...params].map((one) => [operation, one]),
    name,
  );
}

/** Runs a command that is wrong in itself: it fails, and the service hears nothing. */
export async function checkWrong(desk, name, run, reason) {
  const failure = await desk.fails(run, name);
  assert.ok(failure.includes(reason), `${name}: ${failure}`);
  assert.deepEqual(await desk.calls(), [], name);
}

const received = new Map();

/** What the service receives from one library, it receives from the other. */
export function assertSameFromBoth(desk, name, calls) {
  const key = `${desk.kind.name}: ${name}`;
  if (received.has(key)) assert.deepEqual(calls, received.get(key), key);
  else received.set(key, calls);
}

/** Params of a command about somebody's connection. */
export const leg = (who) => ({ ...CONTACT, connectionId: `<${who}>` });

/** Finds a quick connect of an agent for the page, and says how many quick connects there are. */
export async function findColleague(desk) {
  const { endpoints, addresses } = await desk.does((s, c) => {
    s.agent.getEndpoints(s.agent.getAllQueueARNs(), {
      ...c,
      success(data) {
        s.colleague = data.endpoints.find(({ type }) => type === 'agent');
        c.success({ endpoints: data.endpoints.length, addresses: data.addresses.length });
      },
    });
  }, 'getEndpoints');
  await desk.calls();
  return { endpoints, addresses };
}
