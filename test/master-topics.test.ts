// Master topics: leases of ports whose page has died.
import { expect } from '@open-wc/testing';
import { MasterTopics } from '../src/simulator/ccp/master-topics.js';

const params = { topic: 'connect::softphone' };

describe('Master topics', () => {
  it('gives the topics of a page that has fallen silent to the next that asks', () => {
    let now = 0;
    const topics = new MasterTopics({ now: () => now, lease: 1_000 });
    topics.renew('dead');
    expect(topics.answer('dead', 'checkMaster', params).isMaster).to.equal(true);
    now = 1_000;
    expect(topics.answer('alive', 'checkMaster', params).masterId).to.equal('dead');
    now = 1_001;
    const asking = { ...params, shouldNotBecomeMasterIfNone: true };
    expect(topics.answer('alive', 'checkMaster', asking).masterId).to.equal('dead');
    expect(topics.answer('alive', 'checkMaster', params).masterId).to.equal('alive');
  });

  it('leaves its topics to a page that has never spoken at a steady pace', () => {
    let now = 0;
    const topics = new MasterTopics({ now: () => now, lease: 1_000 });
    topics.answer('quiet', 'becomeMaster', params);
    now = 1_000_000;
    expect(topics.answer('other', 'checkMaster', params)).to.include({ masterId: 'quiet', isMaster: false });
  });

  it('tells of a take-over only if somebody else was the master', () => {
    const topics = new MasterTopics();
    expect(topics.answer('one', 'becomeMaster', params).takeOver).to.equal(false);
    expect(topics.answer('one', 'becomeMaster', params).takeOver).to.equal(false);
    expect(topics.answer('other', 'becomeMaster', params).takeOver).to.equal(true);
    topics.release('other');
    expect(topics.answer('one', 'becomeMaster', params).takeOver).to.equal(false);
  });

  it('needs a topic', () => {
    expect(() => new MasterTopics().answer('one', 'checkMaster', {})).to.throw(TypeError, /topic/);
  });
});
