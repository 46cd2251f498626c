// HTTP side of the CTI service: sign-in, operations, the long poll for snapshots, and what a test scripts and asks.
import { randomUUID } from 'node:crypto';
import { AgentService, ServiceError } from './agent-service.mjs';
import * as record from './contact-records.mjs';

const CTI = 'AmazonConnectCTIService.';
const AGENT_APP = 'AgentAppService.';
const LONG_POLL_LIMIT_MS = 30_000;
const BODY_LIMIT = 1_000_000; // characters
const TOKEN_LIFETIME_MS = 8 * 60 * 60 * 1000;

async function readJson(req) {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) {
    text += chunk;
    if (text.length > BODY_LIMIT) throw new ServiceError('RequestTooLarge', 'Request is too large', 413);
  }
  return text ? JSON.parse(text) : {};
}

function sendJson(res, status, body, type = 'application/json') {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

const sendError = (res, { code = 'InternalFailure', message, status = 500 }) =>
  sendJson(res, status, { __type: code, message }, 'application/x-amz-json-1.0');

/**
 * @typedef {object} CtiBackend
 * @property {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>} handle
 *   answers `POST .../authorize` with a new token, everything with an X-Amz-Target header as an operation
 * @property {{operation: string, params: object}[]} calls every operation received, in order, without the credentials
 * @property {(...operations: string[]) => object[]} callsOf params of the calls of some operations
 * @property {() => object} truth the newest snapshot and the configuration, as copies
 * @property {(operation: string, failure: {status?: number, code?: string, message?: string, times?: number}) => void}
 *   fail the next `times` calls of the operation fail. The AWS client of upstream repeats after 5xx by itself.
 */

/** @returns {CtiBackend & Record<string, Function>} */
export function createCtiBackend() {
  const calls = [];
  const failures = new Map();
  const tokens = new Set();
  const polls = new Set();
  let signedIn = true;
  const service = new AgentService(() => answerPolls());

  function answerPoll(poll, found) {
    clearTimeout(poll.timer);
    polls.delete(poll);
    sendJson(
      poll.res,
      200,
      { snapshot: found.snapshot, nextToken: String(found.version) },
      'application/x-amz-json-1.0',
    );
  }

  function answerPolls() {
    for (const poll of [...polls]) {
      const found = service.snapshotAfter(poll.nextToken);
      if (found) answerPoll(poll, found);
    }
  }

  function getAgentSnapshot({ nextToken, timeout = LONG_POLL_LIMIT_MS }, res) {
    const poll = { nextToken, res };
    const found = service.snapshotAfter(nextToken);
    if (found) return answerPoll(poll, found);
    const wait = Math.min(timeout, LONG_POLL_LIMIT_MS);
    poll.timer = setTimeout(() => answerPoll(poll, service.refreshed()), wait).unref();
    polls.add(poll);
    res.once('close', () => {
      clearTimeout(poll.timer);
      polls.delete(poll);
    });
  }

  /** @param {string} host of this server, so that every address handed out is loopback */
  function createTransport({ transportType }, host) {
    const expiry = new Date(Date.now() + TOKEN_LIFETIME_MS).toISOString();
    switch (transportType) {
      case 'web_socket':
        // Polling begins only with a wss address of 300 s or more; that nothing answers there does not matter.
        return { webSocketTransport: { url: `wss://${host}/web-socket`, transportLifeTimeInSeconds: 3540, expiry } };
      case 'chat_token':
        return { chatTokenTransport: { participantToken: 'participant-token', expiry } };
      case 'softphone':
        return { softphoneTransport: { softphoneMediaConnections: [] } };
      default:
        throw new ServiceError('InvalidConfigurationException', `No transport ${transportType}`);
    }
  }

  function takeFailure(operation) {
    const failure = failures.get(operation);
    if (!failure) return null;
    failure.times -= 1;
    if (failure.times <= 0) failures.delete(operation);
    return new ServiceError(failure.code, failure.message, failure.status);
  }

  async function operate(target, req, res) {
    const forAgentApp = target.startsWith(AGENT_APP);
    const name = target.startsWith(CTI) ? target.slice(CTI.length) : target;
    const operation = forAgentApp ? name : name.charAt(0).toLowerCase() + name.slice(1);
    const { authentication, ...params } = await readJson(req);
    calls.push({ operation, params });
    const bearer = req.headers['x-amz-bearer'];
    // the agent app's bearer is an object with the cookie's name; CTI has the token in the header and often in the body
    const token = forAgentApp ? Object.values(JSON.parse(bearer))[0] : bearer;
    const same = !authentication || authentication.authToken === token;
    if (!tokens.has(token) || !same) throw new ServiceError('UnauthorizedException', 'No such token', 401);
    const failure = takeFailure(operation);
    if (failure) throw failure;
    // asked once per page for an agent with the voiceId permission
    if (forAgentApp) return sendJson(res, 200, { IntegrationAssociationSummaryList: [] });
    if (operation === 'getAgentSnapshot') return getAgentSnapshot(params, res);
    if (operation === 'createTransport') return sendJson(res, 200, createTransport(params, req.headers.host));
    if (!Object.hasOwn(service.operations, operation)) throw new ServiceError('UnknownOperationException', target);
    sendJson(res, 200, service.operations[operation](params), 'application/x-amz-json-1.0');
  }

  async function handle(req, res) {
    try {
      const target = req.headers['x-amz-target'];
      if (target) await operate(target, req, res);
      else if (new URL(req.url, 'http://localhost').pathname.endsWith('/authorize')) {
        if (!signedIn) return sendError(res, { code: 'UnauthorizedException', message: 'Signed out', status: 401 });
        const accessToken = randomUUID();
        tokens.add(accessToken);
        sendJson(res, 200, { accessToken, expiration: Date.now() + TOKEN_LIFETIME_MS });
      } else sendError(res, { code: 'NotFound', message: req.url, status: 404 });
    } catch (error) {
      sendError(res, error);
    }
  }

  return {
    handle,
    calls,
    callsOf: (...operations) =>
      calls.filter(({ operation }) => operations.includes(operation)).map(({ params }) => params),
    truth: () => structuredClone({ ...service.history.at(-1).snapshot, configuration: service.configuration }),
    fail(operation, { status = 400, code = 'InternalFailure', message = code, times = 1 } = {}) {
      failures.set(operation, { status, code, message, times });
    },

    /** Ends the agent's session: every token is refused, also a new one, until `signIn()`. */
    signOut() {
      signedIn = false;
      tokens.clear();
    },
    signIn() {
      signedIn = true;
    },

    incomingCall: (call) => service.incomingCall(call),

    /** The other party of an outbound call, of an accepted callback or of an added connection answers. */
    customerAnswers: (contactId, connectionId) => service.answer(contactId, connectionId),

    customerHangsUp(contactId) {
      const contact = service.contact(contactId);
      service.leave(
        contact,
        contact.connections.find(({ initial }) => initial),
      );
    },

    missed: (contactId) => service.end(service.contact(contactId), 'missed'),

    /** A callback from a queue; its agent connection has no media until it is accepted. */
    queuedCallback({ to = '+12065550199', queue, attributes } = {}) {
      const agent = { endpoint: record.agentEndpoint(), mute: null };
      const customer = { endpoint: record.phoneEndpoint(to), initial: true, mute: null };
      const contact = record.contact(
        'queue_callback',
        'incoming',
        [record.connection('agent', 'connecting', agent), record.connection('inbound', 'connected', customer)],
        {
          queue: service.queue(queue),
          attributes: record.attributes(attributes),
          contactFeatures: null,
          queueTimestamp: null,
          initialContactId: randomUUID(),
        },
      );
      contact.connections[0].connectionId = `${randomUUID()}_${contact.contactId}`;
      return service.add(contact);
    },

    /** A task; it has the agent's connection only. */
    incomingTask({ name = 'Task', description = null, references = {}, queue } = {}) {
      const agent = record.connection('agent', 'connecting', { initial: true, mute: null });
      return service.add(
        record.contact('task', 'connecting', [agent], {
          channelContext: { scheduledTime: null, taskTemplateId: null, taskTemplateVersion: null },
          contactFeatures: null,
          description,
          initialContactId: null,
          initiationMethod: 'api',
          name,
          queue: service.queue(queue),
          references,
        }),
      );
    },

    /** Ends the waiting long polls. */
    close() {
      for (const poll of [...polls]) {
        clearTimeout(poll.timer);
        poll.res.destroy();
      }
      polls.clear();
    },
  };
}
