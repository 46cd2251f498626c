// Redaction of text, and redacted copies of objects and exceptions.
import { expect } from '@open-wc/testing';
import { redactText } from '../src/log/redact.js';
import { describe as describeValue, describeException, snapshot } from '../src/log/snapshot.js';

const contactId = 'f21dcc79-63e3-46e5-bb29-0ac15f64227e';
const arn = `arn:aws:connect:us-west-2:123456789012:instance/${contactId}/contact/0532c53a-4fae-4d5a-a42f-8028f4063bda`;
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl';

describe('redactText', () => {
  const hidden: [string, string, string][] = [
    ['an E.164 number', 'call from +12065550100 ended', '2065550100'],
    ['an E.164 number with blanks', 'call from +44 20 7946 0958', '7946'],
    ['an encoded E.164 number', 'to=%2B12065550100&x=1', '2065550100'],
    ['a SIP address', 'sip:+12065550100@example.com;user=phone', '2065550100'],
    ['a bare number', 'dial 2065550100 now', '2065550100'],
    ['a number with country code', 'dial 12065550100', '2065550100'],
    ['a NANP number', 'dial (206) 555-0100', '555'],
    ['a dotted number', 'dial 206.555.0100', '555'],
    ['a local number', 'dial 555-0100', '0100'],
    ['a national number', 'dial 020 7946 0958', '7946'],
    ['a French number', 'dial 06 12 34 56 78', '34'],
    ['a number after a label', 'phoneNumber: 5550100, next', '5550100'],
    ['a card number', 'card 4111 1111 1111 1111', '1111'],
    ['a bare card number', 'card 4111111111111111', '1111'],
    ['an SSN', 'ssn 123-45-6789', '6789'],
    ['an e-mail address', 'agent jane.doe+x@example.co.uk logged in', 'jane'],
    ['an e-mail address beyond ASCII', 'jörg.müller@beispiel.de', 'rg'],
    ['an encoded e-mail address', '?user%3Djane%40example.com', 'jane'],
    ['a JWT', `got ${jwt} back`, 'eyJ'],
    ['a bearer token', 'Authorization: Bearer abcdef123456', 'abcdef'],
    ['a basic credential', 'Authorization: Basic dXNlcjpwYXNz', 'dXNl'],
    ['a labelled token', 'authToken=abc123, rest', 'abc123'],
    ['an unlabelled token', 'AuthToken abc123', 'abc123'],
    ['a participant token', '{"participantToken":"abc\\"123"}', '123'],
    ['a token in escaped JSON', '{"body":"{\\"joinToken\\":\\"abc123\\"}"}', 'abc123'],
    ['a connection token', 'ConnectionAuthenticationToken: abc123', 'abc123'],
    ['a credential', '{"iceServers":[{"credential":"abc123"}]}', 'abc123'],
    ['a snake case token', "refresh_token: 'abc 123'", 'abc 123'],
    ['a presigned query', 'GET https://x.s3.aws/f?a=secret1&X-Amz-Signature=abc123&b=2 failed', 'secret1'],
    ['a web socket query', 'wss://x/y?AuthToken=abc123', 'abc123'],
    ['a long opaque text', `value ${'aB3/'.repeat(40)} end`, 'aB3/'],
    ['a name in JSON', '{"name":"Jane Doe"}', 'Jane'],
    ['a labelled name', 'firstName: Jane Marie, lastName=Doe', 'Marie'],
    ['a customer name', '{"customerFirstName": "Jane"}', 'Jane'],
    ['attributes in JSON', '{"attributes":{"tier":{"name":"tier","value":"gold{"}},"x":1}', 'tier'],
    ['digits', 'digits=1234', '1234'],
    ['what follows "Send digit"', 'Send digit 5 to contact', '5'],
    ['what follows "Phone number"', 'Phone number of Jane is short', 'Jane'],
  ];
  for (const [what, text, secret] of hidden) {
    it(`hides ${what}`, () => {
      expect(redactText(text)).not.to.contain(secret);
      expect(redactText(text)).to.match(/\[(redacted|phone|email)\]/);
    });
  }

  const readable = [
    '',
    'The widget broke 5 times',
    `Contact ${contactId} is connected`,
    'Contact 12345678-1234-1234-1234-123456789012 is connected',
    'Contact 01234567-0123-0123-0123-012345678901 is connected',
    arn,
    'arn:aws:iam::123456789012:role/agent',
    'account us-west-2:123456789012',
    'at 1646369082 or 1646369082.782 or 1646369082782',
    '2022-03-04T05:06:07.123Z and 2022-03-04 05:06:07+01:00 and 20220304T050607Z',
    '03/04/2022 05:06:07 and 01.02.2024 12:30',
    'requestId: 8125478214 and "tabId":"9125478214"',
    'x-amzn-trace-id 1-5759e988-bd862e3fe1be46a994272793',
    'loggerId 1646369082782-k3j4h5',
    'ip 10.0.0.1, version 2.28.2, ratio 0.8414709848078965',
    'sha 3f786850e387550fdab836ed7e6dc881de23001b',
    'https://example.my.connect.aws/ccp-v2/?RelayState=https%3A%2F%2Fexample.com%2Fpath&state=1',
    'loginUrl: https://example.com/login, softphone: true, tokenType: bearer',
    'token=null, {"credential":null,"phoneNumber":undefined}',
    'getToken@https://localhost:8000/src/token.js:12:3',
    'at refreshAuthToken (https://localhost:8000/src/a.js:1234567:12)',
    'lit@3.3.3 and @scope/name',
    'state name Available, queue BasicQueue',
  ];
  for (const text of readable) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      expect(redactText(text)).to.equal(text);
    });
  }

  it('changes nothing the second time', () => {
    for (const [, text] of hidden) {
      const once = redactText(text);
      expect(redactText(once)).to.equal(once);
    }
    const long = redactText('a b '.repeat(5000));
    expect(redactText(long)).to.equal(long);
  });

  it('cuts long text', () => {
    expect(redactText('word '.repeat(10_000)).length).to.be.below(8300);
    expect(redactText('word '.repeat(10_000))).to.match(/\(\d+ more\)$/);
  });

  it('takes little time for text made to be slow', () => {
    const parts = [
      '_',
      '1 ',
      '0-',
      'a.',
      '@a.',
      'token',
      'token:{',
      '"a":"',
      '?token=',
      '\\"',
      'authtoken',
      ' Ab',
      '+1 ',
    ];
    for (const part of parts) {
      const text = part.repeat(8000 / part.length);
      // A rule that backtracks without end would let the whole test time out.
      expect(redactText(`${text}:=@ token`), part).to.be.a('string');
    }
  });
});

describe('snapshot', () => {
  it('hides secrets by key and keeps what identifies a contact', () => {
    const source = {
      contactId,
      arn,
      agentId: '8125478214',
      timestamp: 1646369082782,
      tokenExpirationTimestamp: 1646369082782,
      type: 'voice',
      phoneNumber: '+12065550100',
      ani: 12065550100,
      endpoint: { address: '5550100', type: 'phone_number' },
      authToken: 'abc',
      participantToken: 'abc',
      joinToken: 'abc',
      callContextToken: 'abc',
      credential: null,
      customerId: 'c-1',
      presignedUrl: 'https://x/',
      attributes: { tier: { name: 'tier', value: 'gold' } },
      agentLogin: 'jane',
      name: 'Jane',
      quickConnectName: 'Jane',
      emailAddress: 'jane@example.com',
      softphone: { enabled: true },
      loginUrl: 'https://example.com/login',
      state: { name: 'Available', type: 'routable' },
      agentStates: [{ name: 'Lunch' }],
    };
    const hide = '[redacted]';
    expect(snapshot(source)).to.deep.equal({
      ...source,
      phoneNumber: hide,
      ani: hide,
      endpoint: { address: hide, type: 'phone_number' },
      authToken: hide,
      participantToken: hide,
      joinToken: hide,
      callContextToken: hide,
      customerId: hide,
      presignedUrl: hide,
      attributes: hide,
      agentLogin: hide,
      name: hide,
      quickConnectName: hide,
      emailAddress: hide,
    });
  });

  it('looks into texts, numbers, keys and nested JSON', () => {
    const config = JSON.stringify({ iceServers: [{ username: 'u1', credential: 'c1' }], protocol: 'LilyRTC/1.0' });
    const copy = JSON.stringify(snapshot({ a: ['call +12065550100'], b: 12065550100, '+12065550101': 1, config }));
    expect(copy).not.to.match(/206555|u1|c1/);
    expect(copy).to.contain('LilyRTC/1.0');
  });

  it('is JSON-safe for whatever it is given', () => {
    const circular: Record<string, unknown> = { n: 1 };
    circular['self'] = circular;
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(snapshot(circular)).to.deep.equal({ n: 1, self: '[circular]' });
    expect(snapshot(proxy)).to.be.a('string');
    expect(snapshot(window)).to.equal('[Window]');
    expect(snapshot(document.createElement('p'))).to.equal('[HTMLParagraphElement]');
    expect(snapshot([undefined, () => 1, Symbol('s')])).to.deep.equal([null, null, null]);
    expect(snapshot({ a: undefined, b: 10n, c: NaN, d: new Date(0) })).to.deep.equal({
      b: '10',
      c: 'NaN',
      d: '1970-01-01T00:00:00.000Z',
    });
    expect(snapshot(new Map([['token', 'abc']]))).to.deep.equal({ token: '[redacted]' });
    expect(snapshot(new Set([1, 2]))).to.deep.equal([1, 2]);
    expect(snapshot(new Uint8Array(8))).to.equal('[Uint8Array]');
    const unreadable = Object.defineProperty({ a: 1 }, 'b', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(snapshot(unreadable)).to.deep.equal({ a: 1 });
    const shared = { x: 1 };
    expect(snapshot([shared, shared])).to.deep.equal([{ x: 1 }, { x: 1 }]);
  });

  it('does not let the source change prototypes', () => {
    const copy = snapshot(JSON.parse('{"__proto__":{"evil":1},"a":1}')) as Record<string, unknown>;
    expect(copy).to.deep.equal({ a: 1 });
    expect(copy['evil']).to.be.undefined;
  });

  it('is bounded in depth and size', () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 1000; i++) deep = { deep };
    expect(JSON.stringify(snapshot(deep))).to.contain('[truncated]');
    const wide = Array.from({ length: 100_000 }, (_, i) => ({ i, text: 'x'.repeat(100) }));
    expect(JSON.stringify(snapshot(wide)).length).to.be.below(200_000);
  });

  it('leaves secrets readable when asked to', () => {
    expect(snapshot({ authToken: 'abc', n: 12065550100 }, false)).to.deep.equal({ authToken: 'abc', n: 12065550100 });
  });
});

describe('describeException', () => {
  it('redacts message and stack', () => {
    const { type, message, stack } = describeException(new TypeError('no route to +12065550100'));
    expect(type).to.equal('TypeError');
    expect(message).to.equal('no route to [phone]');
    expect(stack.length).to.be.above(0);
    expect(stack.join()).not.to.contain('2065550100');
  });

  it('takes whatever was thrown', () => {
    expect(describeException('+12065550100')).to.deep.equal({ type: 'String', message: '[phone]', stack: [] });
    expect(describeException({ code: 'E1', message: 'm' })).to.deep.equal({ type: 'E1', message: 'm', stack: [] });
    expect(describeException({ a: 1 })).to.deep.equal({ type: 'Object', message: '{"a":1}', stack: [] });
    expect(describeException(new DOMException('m', 'AbortError')).type).to.equal('AbortError');
    expect(describeException({ type: 'T', message: 'm', stack: ['l1', 'l2'] }).stack).to.deep.equal(['l1', 'l2']);
  });

  it('knows the errors of another frame', () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const ForeignError = (frame.contentWindow as unknown as { RangeError: RangeErrorConstructor }).RangeError;
    expect(describeException(new ForeignError('m')).type).to.equal('RangeError');
    expect(describeValue(new ForeignError('m'))).to.equal('RangeError: m');
    frame.remove();
  });
});
