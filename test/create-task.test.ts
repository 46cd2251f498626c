// Tasks that the agent creates: what is refused before anything is sent, how its caller hears of it, and what is sent.
import { expect } from '@open-wc/testing';
import { createdTask, type NewTask, taskParams, taskUpdateParams, templateParams } from '../src/api/tasks.js';
import { agentData } from './support/snapshots.js';
import { quietConnect } from './support/fake-ccp.js';

const QUEUE = { endpointARN: 'arn:aws:connect:x:1:instance/i/transfer-destination/q-1', type: 'queue', name: 'Claims' };

const task = (members: object): NewTask => ({ name: 'Call Ana', endpoint: QUEUE, ...members });

const REFUSED: Record<string, [unknown, RegExp]> = {
  'no task': [undefined, /task must be provided/i],
  'no name': [{ endpoint: QUEUE }, /name of a task must be provided/i],
  'an empty name': [task({ name: '  ' }), /name of a task must be a text/],
  'a name that is no text': [task({ name: 7 }), /name of a task must be a text/],
  'a long name': [task({ name: 'x'.repeat(513) }), /name of a task must have 512 characters at most, not 513/],
  'a long description': [task({ description: 'x'.repeat(4097) }), /description of a task must have 4096 .* not 4097/],
  'nobody to do it': [{ name: 'Call Ana' }, /needs an endpoint, one of getEndpoints\(\), or a taskTemplateId/],
  'a telephone': [task({ endpoint: '+12065550100' }), /quick connect of an agent or a queue/],
  'an endpoint that names nobody': [task({ endpoint: { type: 'queue' } }), /names nothing/],
  'a reference without a type': [task({ references: { Order: 'https://x' } }), /reference "Order" .*\{ type, value \}/],
  milliseconds: [task({ scheduledTime: 1_800_000_000_000 }), /epoch seconds, not 1800000000000/],
  'a time that is none': [task({ scheduledTime: new Date(NaN) }), /epoch seconds, not/],
};

describe('a task that makes no sense', () => {
  for (const [what, [given, message]] of Object.entries(REFUSED)) {
    it(`${what}: is refused, by promise and by callback, and nothing is thrown`, async () => {
      const connect = quietConnect();
      connect.core.getAgentDataProvider().accept(agentData());
      const agent = new connect.Agent();
      const error: unknown = await agent.createTask(given as NewTask).catch((failure: unknown) => failure);
      expect(error).to.be.instanceOf(connect.CommandError);
      expect((error as Error).message).to.match(message);
      expect((error as Error).message).to.match(/was not sent/);
      const told = await new Promise<unknown[]>((resolve) => {
        agent.createTask(given as NewTask, { failure: (...args) => resolve(args) });
      });
      expect(told[0]).to.be.a('string');
      expect((told[1] as Error).message).to.match(message);
    });
  }

  it('as well as changes without a contact, and templates without an id', () => {
    expect(() => taskUpdateParams({ name: 'Call Ben' } as never)).to.throw(/contactId of a task/);
    expect(() => templateParams('i', {} as never)).to.throw(/id of a task template/);
  });
});

describe('what is sent of a task', () => {
  it('is all that was given, the endpoint without its alias, and a token that makes it one task', () => {
    const given = task({
      endpoint: { ...QUEUE, endpointId: QUEUE.endpointARN },
      relatedContactId: 'c',
      somethingNew: 1,
    });
    const { idempotencyToken, endpoint, ...others } = taskParams(given);
    expect(others).to.deep.equal({ name: 'Call Ana', relatedContactId: 'c', somethingNew: 1 });
    expect(endpoint).to.deep.equal({ ...QUEUE, phoneNumber: null, agentLogin: null, queue: null });
    expect(idempotencyToken).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(taskParams(given).idempotencyToken).not.to.equal(idempotencyToken);
    expect(taskParams(task({ idempotencyToken: 'mine' })).idempotencyToken).to.equal('mine');
  });

  it('is written with capitals where it is made of a template', () => {
    const references = { 'Claim amount': { type: 'NUMBER', value: 7 } };
    expect(taskParams(task({ taskTemplateId: 't', references, scheduledTime: 1_800_000_000 }))).to.deep.equal({
      Name: 'Call Ana',
      TaskTemplateId: 't',
      QuickConnectId: 'q-1',
      ScheduledTime: 1_800_000_000,
      References: { 'Claim amount': { Type: 'NUMBER', Value: 7 } },
    });
  });

  it('takes a Date for its time', () => {
    expect(taskParams(task({ scheduledTime: new Date(1_800_000_000_999) })).scheduledTime).to.equal(1_800_000_000);
  });
});

it('a created task has its contactId, however the service writes it', () => {
  expect(createdTask({ contactId: 'c' })).to.deep.equal({ contactId: 'c' });
  expect(createdTask({ ContactId: 'c' }).contactId).to.equal('c');
});
