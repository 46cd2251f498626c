// The simulated participant service: what ChatJS calls, and what the agent hears over the simulated socket.
import { expect } from '@open-wc/testing';
import type { ChatItem } from '../src/simulator/channel/chat-wire.js';
import type { CtiServiceOptions, SimulatedCtiService } from '../src/simulator/service/cti-service.js';
import { authToken, createService, START } from './support/cti-scene.js';
import { settled } from './support/fake-timers.js';

interface Transcript {
  InitialContactId: string;
  Transcript: ChatItem[];
  NextToken?: string;
}

/** A service with an agent whose socket hears of chats. */
class ChatScene {
  readonly service: SimulatedCtiService;
  /** What came over the socket, the content parsed. */
  readonly heard: (ChatItem & { ContactId: string; InitialContactId: string })[] = [];
  contactId = '';
  token = '';

  constructor(options: CtiServiceOptions = {}) {
    this.service = createService(options);
  }

  async subscribe(): Promise<void> {
    const link = this.service.openSocket('wss://', {
      opened: () => {},
      received: (text) => {
        const { topic, content } = JSON.parse(text) as { topic: string; content: string };
        if (topic === 'aws/chat') this.heard.push(JSON.parse(content) as ChatScene['heard'][0]);
      },
      closed: () => {},
    });
    await settled();
    link.send(JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/chat'] } }));
  }

  call(method: string, params: Record<string, unknown>): Promise<unknown> {
    return this.service.call(method, params, { authToken });
  }

  get agentId(): string {
    const contact = this.service.truth().contacts.find(({ contactId }) => contactId === this.contactId);
    const connections = contact?.connections as { type: string; connectionId: string }[];
    return connections.find(({ type }) => type === 'agent')!.connectionId;
  }

  /** A chat that the agent has accepted, with a token for it. */
  async begin(message?: string): Promise<this> {
    await this.subscribe();
    this.contactId = this.service.incomingChat({ customerName: 'Kim', message });
    await this.call('acceptContact', { contactId: this.contactId });
    await this.getToken();
    return this;
  }

  async getToken(): Promise<void> {
    const params = { transportType: 'chat_token', participantId: this.agentId, contactId: this.contactId };
    const { chatTokenTransport } = (await this.call('createTransport', params)) as {
      chatTokenTransport: { participantToken: string };
    };
    this.token = chatTokenTransport.participantToken;
  }

  ask(path: string, body: Record<string, unknown> = {}, token = this.token) {
    return this.service.participant({ path: `/participant/${path}`, token, body });
  }

  say(text: string, ClientToken?: string) {
    return this.ask('message', { Content: text, ContentType: 'text/plain', ClientToken });
  }

  async transcript(body: Record<string, unknown> = {}): Promise<Transcript> {
    const { body: answer } = await this.ask('transcript', body);
    return answer as unknown as Transcript;
  }

  /** What was heard, in short. */
  get lines(): string[] {
    return this.heard
      .splice(0)
      .map(({ ParticipantRole, Content, ContentType }) =>
        [ParticipantRole, Content ?? ContentType.split('event.')[1]].filter(Boolean).join(' '),
      );
  }
}

const texts = ({ Transcript: items }: Transcript): (string | undefined)[] => items.map(({ Content }) => Content);

describe('Participant service', () => {
  it('gives the agent what was said before they came, and brings over the socket what is said then', async () => {
    const scene = await new ChatScene().begin('Hello?');
    expect(scene.lines).to.deep.equal(['AGENT participant.joined']);
    const { Transcript: items, InitialContactId } = await scene.transcript();
    expect(items.map(({ ContentType }) => ContentType.split('.').at(-1))).to.deep.equal([
      'joined',
      'text/plain',
      'joined',
    ]);
    expect(InitialContactId).to.equal(scene.contactId);
    const { body } = await scene.say('Hello Kim');
    expect(body).to.include({ AbsoluteTime: new Date(START).toISOString() });
    scene.service.customerTypes(scene.contactId);
    scene.service.customerSays(scene.contactId, 'Good');
    expect(scene.heard[0]).to.include({
      Id: body.Id,
      Type: 'MESSAGE',
      ContentType: 'text/plain',
      Content: 'Hello Kim',
      ParticipantId: scene.agentId,
      ParticipantRole: 'AGENT',
      DisplayName: 'Jane Doe',
      ContactId: scene.contactId,
      InitialContactId: scene.contactId,
    });
    expect(scene.lines).to.deep.equal(['AGENT Hello Kim', 'CUSTOMER typing', 'CUSTOMER Good']);
    expect(texts(await scene.transcript())).to.deep.equal([undefined, 'Hello?', undefined, 'Hello Kim', 'Good']);
  });

  it('tells nobody who is not there: the agent hears nothing of a chat that they have not accepted', async () => {
    const scene = new ChatScene();
    await scene.subscribe();
    scene.contactId = scene.service.incomingChat();
    scene.service.customerSays(scene.contactId, 'Anybody?');
    expect(scene.lines).to.deep.equal([]);
    await scene.getToken();
    expect(await scene.say('Too early')).to.include({ status: 403, errorType: 'AccessDeniedException' });
  });

  describe('an end', () => {
    const ends: [string, (scene: ChatScene) => unknown, string[]][] = [
      [
        'the customer leaves',
        ({ service, contactId }) => service.customerHangsUp(contactId),
        ['CUSTOMER participant.left', 'chat.ended'],
      ],
      [
        'the agent leaves',
        (scene) => scene.call('destroyConnection', { contactId: scene.contactId, connectionId: scene.agentId }),
        ['AGENT participant.left', 'chat.ended'],
      ],
      ['the agent leaves by the service', (scene) => scene.ask('disconnect'), ['AGENT participant.left', 'chat.ended']],
      ['it fails', ({ service, contactId }) => service.contactFails(contactId), ['chat.ended']],
    ];
    for (const [what, act, lines] of ends) {
      it(`is told of: ${what}`, async () => {
        const scene = await new ChatScene().begin();
        scene.service.customerSays(scene.contactId, 'Bye');
        void scene.lines;
        await act(scene);
        expect(scene.lines).to.deep.equal(lines);
        expect(texts(await scene.transcript())).to.include('Bye');
        expect(await scene.say('Too late')).to.include({ status: 403 });
        expect(() => scene.service.customerSays(scene.contactId, 'Hello?')).to.throw('has left');
        await scene.call('clearContact', { contactId: scene.contactId });
        expect(await scene.ask('transcript')).to.include({ status: 403, errorType: 'AccessDeniedException' });
        expect(scene.service.truth().transcripts).to.deep.equal({});
      });
    }
  });

  it('says nothing twice when a request is sent again', async () => {
    const scene = await new ChatScene().begin();
    const [one, again, other] = [await scene.say('Hi', 'a'), await scene.say('Hi', 'a'), await scene.say('Hi', 'b')];
    expect(again.body).to.deep.equal(one.body);
    expect(other.body.Id).not.to.equal(one.body.Id);
    expect(scene.lines.filter((line) => line === 'AGENT Hi')).to.have.length(2);
  });

  it('pages through a transcript in either direction, from anywhere', async () => {
    const scene = await new ChatScene().begin();
    for (let index = 1; index <= 5; index += 1) scene.service.customerSays(scene.contactId, String(index));
    const five = { MaxResults: 2 };
    const last = await scene.transcript(five);
    expect(texts(last)).to.deep.equal(['4', '5']);
    const before = await scene.transcript({ ...five, NextToken: last.NextToken });
    expect(texts(before)).to.deep.equal(['2', '3']);
    expect(texts(await scene.transcript({ ...five, SortOrder: 'DESCENDING' }))).to.deep.equal(['5', '4']);
    const StartPosition = { Id: before.Transcript[1].Id };
    const forward = await scene.transcript({ ...five, ScanDirection: 'FORWARD', StartPosition });
    expect(texts(forward)).to.deep.equal(['3', '4']);
    const rest = await scene.transcript({ ...five, ScanDirection: 'FORWARD', NextToken: forward.NextToken });
    expect([texts(rest), rest.NextToken]).to.deep.equal([['5'], undefined]);
    expect(texts(await scene.transcript({ ...five, StartPosition }))).to.deep.equal(['2', '3']);
    expect(texts(await scene.transcript({ ...five, StartPosition: { MostRecent: 2 } }))).to.deep.equal(['3', '4']);
    const at = { StartPosition: { AbsoluteTime: new Date(START).toISOString() } };
    expect(texts(await scene.transcript({ ...five, ...at }))).to.deep.equal(['4', '5']);
    expect((await scene.transcript({ ...five, ...at, ScanDirection: 'FORWARD' })).Transcript).to.have.length(2);
    expect(texts(await scene.transcript({ ScanDirection: 'FORWARD' }))).to.deep.equal([]);
    expect((await scene.transcript()).NextToken).to.be.undefined;
    expect(await scene.ask('transcript', { MaxResults: 0 })).to.include({ status: 400 });
  });

  it('keeps what the agent has got and read in the transcript', async () => {
    const scene = await new ChatScene().begin('Hello?');
    const event = (name: string, messageId: unknown) =>
      scene.ask('event', {
        ContentType: `application/vnd.amazonaws.connect.event.message.${name}`,
        Content: JSON.stringify({ messageId }),
      });
    const found = async () => (await scene.transcript()).Transcript.find(({ Content }) => Content === 'Hello?')!;
    const { Id } = await found();
    await event('delivered', Id);
    await event('read', Id);
    await event('read', 'no such message');
    const now = new Date(START).toISOString();
    expect((await found()).MessageMetadata).to.deep.equal({
      MessageId: Id,
      Receipts: [{ RecipientParticipantId: scene.agentId, DeliveredTimestamp: now, ReadTimestamp: now }],
    });
  });

  it('gives a connection what it asks for', async () => {
    const scene = await new ChatScene().begin();
    expect((await scene.ask('connection', { ConnectParticipant: true })).body).to.deep.equal({});
    const { body } = await scene.ask('connection', { Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] });
    const { ConnectionCredentials } = body as { ConnectionCredentials: { ConnectionToken: string } };
    expect(body.Websocket).to.have.keys('Url', 'ConnectionExpiry');
    const answer = await scene.ask('transcript', {}, ConnectionCredentials.ConnectionToken);
    expect(answer.status).to.equal(200);
  });

  it('accepts the token that the contact itself brings', async () => {
    const scene = await new ChatScene().begin();
    const [contact] = scene.service.truth().contacts;
    const [{ chatMediaInfo }] = contact.connections as [{ chatMediaInfo: { connectionData: string } }];
    const { ConnectionAuthenticationToken: token } = JSON.parse(chatMediaInfo.connectionData) as Record<string, string>;
    expect(await scene.ask('connection', { ConnectParticipant: true }, token)).to.include({ status: 200 });
  });

  it('refuses what makes no sense, with a reason', async () => {
    const scene = await new ChatScene().begin();
    const reasonOf = async (path: string, body: Record<string, unknown>, token?: string) => {
      const { status, body: answer } = await scene.ask(path, body, token);
      return `${status} ${String(answer.message)}`;
    };
    expect(await reasonOf('message', { Content: '' })).to.match(/^400 .*Content/);
    expect(await reasonOf('message', { Content: 'x'.repeat(16_385) })).to.match(/^400 .*16384/);
    expect(await reasonOf('event', {})).to.match(/^400 .*ContentType/);
    expect(await reasonOf('event', { ContentType: 'shrug' })).to.match(/^400 .*shrug/);
    const read = 'application/vnd.amazonaws.connect.event.message.read';
    expect(await reasonOf('event', { ContentType: read, Content: 'x' })).to.match(/^400 .*messageId/);
    expect(await reasonOf('start-attachment-upload', {})).to.match(/^400 .*AttachmentName/);
    expect(await reasonOf('describe-view', {})).to.match(/^400 .*no views/);
    expect(await reasonOf('message', { Content: 'x' }, 'another token')).to.match(/^403 /);
    expect(() => scene.service.customerSays('nobody', 'x')).to.throw('There is no contact "nobody"');
    const call = scene.service.incomingCall();
    expect(() => scene.service.customerSays(call, 'x')).to.throw('customers write in chats only');
  });

  it('keeps calls in the record, is late and fails as it is told', async () => {
    const scene = await new ChatScene().begin();
    scene.service.fail('sendMessage', { status: 429, times: 1 });
    expect(await scene.say('x')).to.include({ status: 429, errorType: 'QuotaExceededException' });
    expect(await scene.say('x')).to.include({ status: 200 });
    const operations = scene.service.truth().calls.map(({ operation }) => operation);
    expect(operations).to.deep.equal(['acceptContact', 'createTransport', 'sendMessage', 'sendMessage']);
    scene.service.latency(100);
    let answered = false;
    const late = scene.say('late').then(() => (answered = true));
    await settled();
    expect(answered).to.be.false;
    scene.service.advance(100);
    await late;
  });
});
