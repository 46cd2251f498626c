// A chat held through the real ChatJS: what both libraries hear of it, and what both CCPs say of their web socket.
import assert from 'node:assert/strict';

const SOCKET = /^(webSocket::|agent::websocket)/;

/** What CCPs tell of their socket; a gain and a loss in the order of a real instance. */
const GAIN = ['agent::websocket_connection_gained', 'webSocket::connection_gain', 'webSocket::connection_open'];
const LOSS = ['webSocket::connection_close', 'agent::websocket_connection_lost', 'webSocket::connection_lost'];
const SUBSCRIBED = 'webSocket::subscription_update';

const socketEvents = async (desk) => {
  const events = await desk.page.evaluate(() => window.wire.map(({ event }) => event));
  return events.filter((event) => SOCKET.test(event) && event !== 'webSocket::all_message');
};

/** Opens the session of the one contact, and lists what it hears. */
const openSession = async () => {
  const session = await window.stage.own.getMediaController();
  window.chat = { session, heard: [] };
  const { heard } = window.chat;
  session.onMessage(({ data }) => heard.push(`${data.ParticipantRole ?? ''} ${data.Content ?? data.ContentType}`));
  session.onTyping(({ data }) => heard.push(`${data.ParticipantRole} types`));
  session.onConnectionLost(() => heard.push('lost'));
  session.onConnectionEstablished(() => heard.push('established'));
  session.onEnded(() => heard.push('ended'));
};

const hears = (desk, line) => desk.until((wanted) => window.chat.heard.includes(wanted), line);

const transcript = (desk) =>
  desk.page.evaluate(async () => {
    const { data } = await window.chat.session.getTranscript({ maxResults: 100 });
    const messages = data.Transcript.filter(({ Type }) => Type === 'MESSAGE');
    return messages.map(({ DisplayName, Content }) => `${DisplayName}: ${Content}`);
  });

const say = (desk, message) =>
  desk.page.evaluate((text) => window.chat.session.sendMessage({ contentType: 'text/plain', message: text }), message);

async function throughChatJs(desk) {
  desk.disregardOrder();
  await desk.loadChatJs();
  await desk.script.setAgentState('Available');
  const contactId = await desk.script.incomingChat({ customerName: 'Kim', message: 'Hello?' });
  await desk.until(() => window.stage.contact);
  await desk.does((s, c) => s.contact.accept(c), 'accept');
  await desk.until(() => window.stage.contact.isConnected());
  await desk.page.evaluate(openSession);
  await desk.until((event) => window.wire.some((message) => message.event === event), SUBSCRIBED);

  await say(desk, 'Good morning');
  await hears(desk, 'AGENT Good morning');
  await desk.script.customerTypes(contactId);
  await hears(desk, 'CUSTOMER types');
  await desk.script.customerSays(contactId, 'At last');
  await hears(desk, 'CUSTOMER At last');

  const before = (await socketEvents(desk)).length;
  await desk.script.dropSocket(60_000);
  await hears(desk, 'lost');
  await desk.script.customerSays(contactId, 'Are you there?');
  await desk.script.advance(60_000);
  await desk.until(() => window.chat.heard.lastIndexOf('established') > window.chat.heard.indexOf('lost'));
  await desk.until(
    (event) =>
      window.wire.findLastIndex((m) => m.event === event) >
      window.wire.findLastIndex((m) => m.event === 'webSocket::connection_open'),
    SUBSCRIBED,
  );
  assert.deepEqual((await socketEvents(desk)).slice(before), [...LOSS, ...GAIN, SUBSCRIBED]);
  await desk.script.customerSays(contactId, 'There you are');
  await hears(desk, 'CUSTOMER There you are');
  assert.deepEqual(await transcript(desk), [
    'Kim: Hello?',
    'Jane Doe: Good morning',
    'Kim: At last',
    'Kim: Are you there?',
    'Kim: There you are',
  ]);

  await desk.script.customerHangsUp(contactId);
  await hears(desk, 'ended');
  const heard = await desk.page.evaluate(() => window.chat.heard);
  // When ChatJS says so for the first time, and whether anybody hears it, depends on how soon the session is opened.
  const news = heard.filter((line, index) => line !== 'established' || index > heard.indexOf('lost'));
  assert.deepEqual(news.slice(news.indexOf('AGENT Good morning')), [
    'AGENT Good morning',
    'CUSTOMER types',
    'CUSTOMER At last',
    'lost',
    'established',
    'CUSTOMER There you are',
    'CUSTOMER application/vnd.amazonaws.connect.event.participant.left',
    ' application/vnd.amazonaws.connect.event.chat.ended',
    'ended',
  ]);
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}
throughChatJs.fresh = true;

export default { 'chat: through ChatJS, over a lost socket': throughChatJs };
