// As much of a web-socket server as the worker of amazon-connect-streams needs: short texts, one frame each. RFC 6455.
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const LONG = 126; // the length stands in the next two bytes

function frame(opcode, payload) {
  const { length } = payload;
  const head = length < LONG ? [0x80 | opcode, length] : [0x80 | opcode, LONG, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
}

/** The first frame of what has come from a browser, whose frames are masked: null if it is not all there yet. */
function readFrame(buffer) {
  if (buffer.length < 2) return null;
  const short = buffer[1] & 0x7f;
  const start = short < LONG ? 2 : 4;
  if (buffer.length < start) return null;
  const length = short < LONG ? short : buffer.readUInt16BE(2);
  const end = start + 4 + length;
  if (buffer.length < end) return null;
  const mask = buffer.subarray(start, start + 4);
  const payload = Buffer.from(buffer.subarray(start + 4, end).map((byte, index) => byte ^ mask[index % 4]));
  return { opcode: buffer[0] & 0x0f, payload, rest: buffer.subarray(end) };
}

/**
 * Takes a browser's socket, and puts it through to a simulated service's.
 * @param {import('node:http').IncomingMessage} request that asks for the upgrade
 * @param {import('node:net').Socket} socket
 * @param {import('../../../dist/src/simulator/ccp/socket-manager.js').OpenSocket} openSocket
 */
export function acceptWebSocket(request, socket, openSocket) {
  const key = createHash('sha1').update(request.headers['sec-websocket-key'] + GUID);
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  const link = openSocket(request.url, {
    opened: () => socket.write([...head, `Sec-WebSocket-Accept: ${key.digest('base64')}`, '', ''].join('\r\n')),
    received: (text) => socket.write(frame(TEXT, Buffer.from(text))),
    closed: () => socket.destroy(), // without a word, as when the network is gone
  });
  let received = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (let next = readFrame(received); next; next = readFrame(received)) {
      received = next.rest;
      if (next.opcode === TEXT) link.send(next.payload.toString());
      if (next.opcode === CLOSE) socket.end(frame(CLOSE, next.payload));
    }
  });
  socket.on('error', () => {});
  socket.once('close', () => link.close());
}
