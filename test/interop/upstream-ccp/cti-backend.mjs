// HTTP side of a CTI service: sign-in and operations, as upstream's worker calls them; behind it, the service in memory.
import { randomUUID } from 'node:crypto';
import { createCtiService } from '../../../dist/src/simulator/service/cti-service.js';
import { VirtualClock } from '../../../dist/src/simulator/service/virtual-clock.js';

const CTI = 'AmazonConnectCTIService.';
const AGENT_APP = 'AgentAppService.';
const BODY_LIMIT = 1_000_000; // characters
const TOKEN_LIFETIME_MS = 8 * 60 * 60 * 1000;

async function readJson(req) {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) {
    text += chunk;
    if (text.length > BODY_LIMIT) throw Object.assign(new Error('Request is too large'), { statusCode: 413 });
  }
  return text ? JSON.parse(text) : {};
}

/** Times are epoch seconds in this protocol. */
function withEpochSeconds(value) {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withEpochSeconds(member)]));
}

function sendJson(res, status, body) {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'cache-control': 'no-store' });
  res.end(JSON.stringify(withEpochSeconds(body)));
}

/**
 * @param {import('../../../dist/src/simulator/channel/script-channel.js').SimulatorOptions} options
 * @returns {{handle: import('node:http').RequestListener,
 *   service: import('../../../dist/src/simulator/service/cti-service.js').SimulatedCtiService}}
 */
export function createCtiBackend(options) {
  // A clock without timers: nothing happens by itself, and no timer keeps the process alive.
  const service = createCtiService({ ...options, clock: new VirtualClock({ running: false }) });

  async function operate(target, req, res) {
    const params = await readJson(req);
    delete params.authentication; // the token, which the header has too
    // Asked once per page, for an agent with the permission voiceId.
    if (target.startsWith(AGENT_APP)) return sendJson(res, 200, { IntegrationAssociationSummaryList: [] });
    const name = target.slice(CTI.length);
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const call = { authToken: req.headers['x-amz-bearer'] ?? '', signal: gone.signal };
    const answer = await service.call(name.charAt(0).toLowerCase() + name.slice(1), params, call);
    // This very server: where nobody answers, upstream asks for another address at once, again and again.
    if (answer?.webSocketTransport) answer.webSocketTransport.url = `wss://${req.headers.host}/web-socket`;
    sendJson(res, 200, answer);
  }

  async function handle(req, res) {
    const target = req.headers['x-amz-target'];
    try {
      if (target) await operate(target, req, res);
      else if (new URL(req.url, 'http://localhost').pathname.endsWith('/authorize')) {
        sendJson(res, 200, { accessToken: randomUUID(), expiration: Date.now() + TOKEN_LIFETIME_MS });
      } else sendJson(res, 404, { message: req.url });
    } catch (error) {
      const { type = 'InternalFailure', message, statusCode = 500 } = error;
      sendJson(res, statusCode, { __type: type, message });
    }
  }

  return { handle, service };
}
