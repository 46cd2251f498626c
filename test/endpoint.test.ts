// Endpoints: their fields, phone numbers, and what goes over the wire.
import { expect } from '@open-wc/testing';
import { Endpoint, type EndpointLike, toSentEndpoint } from '../src/api/endpoint.js';
import { ValueError } from '../src/errors/errors.js';
import { PhoneNumberError } from '../src/api/phone-number.js';
import { createConnect } from '../src/connect.js';

const NOTHING = {
  endpointARN: null,
  endpointId: null,
  type: null,
  name: null,
  phoneNumber: null,
  agentLogin: null,
  queue: null,
};

describe('Endpoint', () => {
  it('has null for every field that is not given', () => {
    expect({ ...new Endpoint() }).to.deep.equal(NOTHING);
    expect({ ...new Endpoint({ name: '', phoneNumber: undefined, queue: null }) }).to.deep.equal(NOTHING);
  });

  it('keeps what is given', () => {
    const fields = { type: 'agent', name: 'Jane', agentLogin: 'jane', phoneNumber: '+12065550100', queue: 'support' };
    expect({ ...new Endpoint(fields) }).to.deep.equal({ ...NOTHING, ...fields });
  });

  it('has the address and the name of an e-mail where there is one, and does not send them', () => {
    const from = {
      type: 'email_address',
      emailAddress: 'ana@example.com',
      displayName: 'Ana Lima',
      endpointARN: 'arn',
    };
    expect(new Endpoint(from)).to.include({ emailAddress: 'ana@example.com', displayName: 'Ana Lima' });
    expect(toSentEndpoint(from)).to.have.all.keys('endpointARN', 'type', 'name', 'phoneNumber', 'agentLogin', 'queue');
  });

  it('has one id under both names, the endpointId first', () => {
    expect(new Endpoint({ endpointARN: 'arn' })).to.include({ endpointARN: 'arn', endpointId: 'arn' });
    expect(new Endpoint({ endpointId: 'id' })).to.include({ endpointARN: 'id', endpointId: 'id' });
    expect(new Endpoint({ endpointARN: 'arn', endpointId: 'id' })).to.include({ endpointARN: 'id', endpointId: 'id' });
  });

  const numbers: [phoneNumber: string | null, stripped: string][] = [
    ['+12065550100', '+12065550100'],
    ['sip:+12065550100@lily-outbound', '+12065550100'],
    ['sip:agent', 'sip:agent'],
    ['extension 7', 'extension 7'],
    [null, ''],
  ];
  for (const [phoneNumber, stripped] of numbers) {
    it(`strips ${String(phoneNumber)} to "${stripped}"`, () => {
      expect(new Endpoint({ phoneNumber }).stripPhoneNumber()).to.equal(stripped);
    });
  }

  it('is made of a phone number, with or without a name', () => {
    expect({ ...Endpoint.byPhoneNumber('+12065550100') }).to.deep.equal({
      ...NOTHING,
      type: 'phone_number',
      phoneNumber: '+12065550100',
    });
    expect(Endpoint.byPhoneNumber('+12065550100', 'Front desk').name).to.equal('Front desk');
  });

  it('is also called Address', () => {
    const connect = createConnect();
    expect(connect.Endpoint).to.equal(Endpoint);
    expect(connect.Address).to.equal(Endpoint);
  });
});

describe('the endpoint that is sent', () => {
  const keys = ['endpointARN', 'type', 'name', 'phoneNumber', 'agentLogin', 'queue'];

  it('always has six keys', () => {
    const given: EndpointLike[] = [
      '+12065550100',
      Endpoint.byPhoneNumber('+12065550100'),
      { endpointId: 'arn', type: 'queue' },
      { type: 'agent', agentLogin: 'jane' },
    ];
    for (const endpoint of given) expect(Object.keys(toSentEndpoint(endpoint))).to.deep.equal(keys);
  });

  it('can be cloned, and has null for what is missing', () => {
    expect(structuredClone(toSentEndpoint({ endpointId: 'arn', type: 'queue', name: 'Support' }))).to.deep.equal({
      endpointARN: 'arn',
      type: 'queue',
      name: 'Support',
      phoneNumber: null,
      agentLogin: null,
      queue: null,
    });
  });

  const dialled: [given: string, sent: string][] = [
    ['+12065550100', '+12065550100'],
    ['+1 (206) 555-0100', '+12065550100'],
    ['+49.30.1234567', '+49301234567'],
    [' +12065550100 ', '+12065550100'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['sip:+12065550100@lily-outbound', 'sip:+12065550100@lily-outbound'],
    ['sips:Ana.Lima@example.com', 'sips:Ana.Lima@example.com'],
  ];
  for (const [given, sent] of dialled) {
    it(`dials ${given.trim()} as ${sent}`, () => {
      expect(toSentEndpoint(given)).to.include({ type: 'phone_number', phoneNumber: sent });
      expect(toSentEndpoint(Endpoint.byPhoneNumber(given)).phoneNumber).to.equal(sent);
    });
  }

  for (const given of ['12065550100', '911', '\u202a12065550100\u202c']) {
    it(`sends ${given} as it is, for the service to read`, () => {
      expect(toSentEndpoint(given).phoneNumber).to.match(/^(?:12065550100|911)$/);
    });
  }

  for (const given of ['+', '+0123', '(206) 555-0100', '+1206555o100', '+1234567890123456', '+1 206 555 0100 x 9']) {
    it(`refuses to dial "${given}", with what to do, without quoting it`, () => {
      for (const endpoint of [given, Endpoint.byPhoneNumber(given), { phoneNumber: given }]) {
        expect(() => toSentEndpoint(endpoint))
          .to.throw(PhoneNumberError, /\. .+\.$/)
          .that.satisfies(({ message }: Error) => !message.includes(given.slice(1)) || given === '+');
      }
    });
  }

  for (const phoneNumber of [{}, true] as unknown as string[]) {
    it(`refuses to dial ${JSON.stringify(phoneNumber)}, which is no text, in the same words`, () => {
      expect(() => toSentEndpoint(Endpoint.byPhoneNumber(phoneNumber))).to.throw(
        PhoneNumberError,
        'not a phone number',
      );
    });
  }

  it('does not look into the number of a quick connect', () => {
    const endpoint = { endpointARN: 'arn', type: 'phone_number', phoneNumber: '911' };
    expect(toSentEndpoint(endpoint)).to.include({ endpointARN: 'arn', phoneNumber: '911' });
  });

  for (const given of [{}, { name: 'nobody' }, { type: 'phone_number' }, new Endpoint(), '']) {
    it(`refuses ${JSON.stringify(given)}, which names nothing to call`, () => {
      expect(() => toSentEndpoint(given)).to.throw(ValueError);
    });
  }

  for (const given of [null, undefined, 7, true]) {
    it(`refuses ${String(given)}`, () => {
      expect(() => toSentEndpoint(given as unknown as EndpointLike)).to.throw(
        ValueError,
        'endpoint must be an Endpoint or a phone number such as +12065550100',
      );
    });
  }
});
