// What the log masks and what it leaves, in tables: numbers of every script, tokens, signed addresses, credentials, e-mail addresses.
import { expect } from '@open-wc/testing';
import { redactText } from '../src/log/redact.js';

const UUID = 'f21dcc79-63e3-46e5-bb29-0ac15f64227e';

/** Ten digits in other scripts, from each script's zero. */
const inScript = (zero: number, digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const SCRIPTS: Readonly<Record<string, number>> = {
  'Arabic-Indic': 0x660,
  Persian: 0x6f0,
  NKo: 0x7c0,
  Devanagari: 0x966,
  Bengali: 0x9e6,
  Gurmukhi: 0xa66,
  Gujarati: 0xae6,
  Tamil: 0xbe6,
  Telugu: 0xc66,
  Thai: 0xe50,
  Lao: 0xed0,
  Tibetan: 0xf20,
  Myanmar: 0x1040,
  Khmer: 0x17e0,
  Mongolian: 0x1810,
  Javanese: 0xa9d0,
  'full-width': 0xff10,
  Osmanya: 0x104a0,
  'mathematical bold': 0x1d7ce,
  'mathematical monospace': 0x1d7f6,
  Adlam: 0x1e950,
  segmented: 0x1fbf0,
};

const SEPARATORS: Readonly<Record<string, string>> = {
  blank: ' ',
  'no-break space': '\u00a0',
  'narrow no-break space': '\u202f',
  'en space': '\u2002',
  'figure space': '\u2007',
  'thin space': '\u2009',
  'ideographic space': '\u3000',
  tab: '\t',
  hyphen: '-',
  'Unicode hyphen': '\u2010',
  'non-breaking hyphen': '\u2011',
  'figure dash': '\u2012',
  'en dash': '\u2013',
  'em dash': '\u2014',
  'minus sign': '\u2212',
  'full-width hyphen': '\uff0d',
  'small hyphen': '\ufe63',
  'wave dash': '\u301c',
  'long vowel mark': '\u30fc',
  comma: ',',
  'full-width comma': '\uff0c',
  'Arabic comma': '\u060c',
  dot: '.',
  'middle dot': '\u00b7',
  bullet: '\u2022',
  'katakana dot': '\u30fb',
  slash: '/',
  'fraction slash': '\u2044',
  'soft hyphen': '\u00ad',
  'zero width space': '\u200b',
  'zero width joiner': '\u200d',
  'word joiner': '\u2060',
  'byte order mark': '\ufeff',
  'left-to-right mark': '\u200e',
  'left-to-right embedding': '\u202a',
  isolate: '\u2066',
  'an encoded blank': '%20',
  'an encoded no-break space': '%C2%A0',
  'an encoded hyphen': '%2D',
};

const NUMBERS: readonly string[] = [
  '+12065550100ext5',
  '+12065550100 ext. 512',
  '+12065550100;ext=512',
  '+12065550100x12',
  '2065550100x12',
  '2065550100 x12',
  '2065550100 ext 12',
  '206-555-0100 extension 12',
  '206-555-0100#12',
  '+12065550100,,12#',
  '2065550100p123',
  '2065550100;postd=12',
  '206,555,0100',
  '612 345 678',
  '612345678',
  '612-345-678',
  '612.345.678',
  '61234567',
  '6123 4567',
  '6123-4567',
  '12 34 56 78',
  '022 123 45 67',
  '06 12 34 56 78',
  '0612345678',
  '06.12.34.56.78',
  '(0)20 7946 0018',
  '(06) 1234 5678',
  '+44 (0)20 7946 0018',
  '+44 1646369082',
  '0044 1646369082',
  '011 44 20 7946 0018',
  '(+1) 206-555-0100',
  '+1 (206) 555-0100',
  '+1234567890123456',
  '1 (206) 555 0100',
  '+1/206/555/0100',
  '555-0100',
  '555 0100',
  '\uff0b１２０６５５５０１００',
  '\uff0b１（２０６）５５５－０１００',
  '٠١٢٣٤٥٦٧٨٩',
  '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
  '\u202a+12065550100\u202c',
  '\u206612065550100\u2069',
  '2️⃣0️⃣6️⃣5️⃣5️⃣5️⃣0️⃣1️⃣0️⃣0️⃣',
  '2 0 6 5 5 5 0 1 0 0',
  '%2B1%20206%20555%200100',
  '%252B12065550100',
  '%25252B12065550100',
  '\\u002b12065550100',
  '\\u002B1 206 555 0100',
  '206_555_0100',
  '206|555|0100',
  '206*555*0100',
  '206~555~0100',
  '%2B1-206-555-0100',
  '+1+206+555+0100',
  '+1.2065550100',
  '2065550100.00',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111\u20131111\u20131111\u20131111',
  '3782 822463 10005',
  '378282246310005',
  '5555555555554444',
  '123-45-6789',
  '123 45 6789',
  '123\u201145\u20116789',
  '123456789',
];

/** What stands around a number, with an asterisk for it. */
const AROUND: readonly string[] = [
  'call from * ended',
  '*',
  '"*"',
  '{"n":"*"}',
  'x,*,y',
  'tel:*',
  '<*>',
  '[*]',
  'to=*&x=1',
  'https://x.example/call/*/end',
  '顧客*様',
  'من * إلى',
  '_*_',
  'line\n*\nline',
];

const SECRETS: readonly (readonly [what: string, text: string, secret: string])[] = [
  ...(
    ['sid', 'sessionid', 'session_id', 'JSESSIONID', 'PHPSESSID', 'api_key', 'apikey', 'api-key', 'key'] as const
  ).map((name) => [`?${name}=`, `GET https://x.example/a?${name}=s3cr3t&b=2`, 's3cr3t'] as const),
  ...(['sig', 'signature', 'ticket', 'code', 'state', 'SAMLResponse', 'SAMLRequest', 'access_token'] as const).map(
    (name) => [`?${name}=`, `GET https://x.example/a?b=2&${name}=s3cr3t#c`, 's3cr3t'] as const,
  ),
  ...(
    ['id_token', 'refresh_token', 'client_secret', 'client_assertion', 'jwt', 'auth', 'nonce', 'otp', 'pwd'] as const
  ).map((name) => [`#${name}=`, `at https://x.example/#a=1&${name}=s3cr3t`, 's3cr3t'] as const),
  ...(['X-Amz-Signature', 'X-Amz-Credential', 'X-Amz-Security-Token', 'X-Amz-Anything'] as const).map(
    (name) => [`?${name}=`, `https://x.s3.example/f?${name}=s3cr3t`, 's3cr3t'] as const,
  ),
  ['another parameter of a signed address', 'https://x.example/f?a=first1&X-Amz-Date=1&b=2', 'first1'],
  ['a short state of a sign-in', 'https://x.example/?state=xyz', 'xyz'],
  ['a code in an encoded address', 'to=https%3A%2F%2Fx.example%2Fcb%3Fcode%3Ds3cr3t%26x%3D1', 's3cr3t'],
  ['a code in a form', 'grant_type=authorization_code&code=s3cr3t&redirect_uri=x', 's3cr3t'],
  ['a session in a path', 'https://x.example/a;jsessionid=s3cr3t', 's3cr3t'],
  ['a session in text', 'sessionid=s3cr3t', 's3cr3t'],
  ['an API key in a header', 'x-api-key: s3cr3t', 's3cr3t'],
  ['an API key in JSON', '{"apiKey":"s3cr3t"}', 's3cr3t'],
  ['a secret access key', 'aws_secret_access_key = s3cr3t/AbC+', 's3cr3t'],
  ['a header of Amazon', 'x-amz-security-token: s3cr3t', 's3cr3t'],
  ['another header of Amazon', 'x-amz-user-agent-id: s3cr3t', 's3cr3t'],
  ['a signature of version 4', 'AWS4-HMAC-SHA256 Credential=s3cr3t/2022/x, SignedHeaders=host, Signature=s1gn', 's1gn'],
  ['a bearer token', 'bearer abcdef.123456', 'abcdef'],
  ['a bearer token in JSON', '{"Authorization":"Bearer s3cr3t"}', 's3cr3t'],
  ['an encoded bearer token', 'h=Bearer%20s3cr3t', 's3cr3t'],
  ['a digest', 'Authorization: Digest username=jane, response=s3cr3t', 's3cr3t'],
  ['a second cookie', 'Cookie: theme=dark; x=s3cr3t', 's3cr3t'],
  ['a cookie that is set', 'Set-Cookie: lily-auth=s3cr3t; Secure', 's3cr3t'],
  ['a JWT', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2ln', 'eyJ'],
  ['a JWT in a path', 'https://x.example/eyJhbGciOiJIUzI1NiJ9.eyJz.c2ln/x', 'eyJ'],
  ['an access key id', 'used AKIAIOSFODNN7EXAMPLE here', 'AKIA'],
  ['a temporary access key id', 'ASIAIOSFODNN7EXAMPLE', 'ASIA'],
  ['a token of GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', '16C7'],
  ['a new token of GitHub', 'github_pat_11ABCDEFG0aBcDeFgHiJkL_x', '11ABC'],
  ['a token of GitLab', 'glpat-aBcDeFgHiJkLmNoPqRsT', 'aBcD'],
  ['a token of Slack', 'xoxb-123456789012-aBcDeF', 'aBcDeF'],
  ['a key of a payment service', 'sk_live_aBcDeFgHiJkLmNoP', 'aBcD'],
  ['a key of Google', 'AIzaSyA-aBcDeFgHiJkLmNoPqRsTuVwXyZ01234', 'aBcD'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', 'MIIE'],
  ['the beginning of a private key', '-----BEGIN PRIVATE KEY-----\nMIIEow', 'MIIE'],
  ['a password', 'password: s3cr3t', 's3cr3t'],
  ['a passphrase', '"passphrase": "s3cr3t and more"', 's3cr3t'],
  ['a password after a full-width colon', 'password：s3cr3t', 's3cr3t'],
  ['a password in typographic quotes', 'password: “s3cr3t and more”', 'more'],
  ['user and password of an address', 'https://jane:s3cr3t@x.example/a', 's3cr3t'],
  ['the user of an address', 'https://jane:s3cr3t@x.example/a', 'jane'],
  ['a user alone', 'ftp://jane@x.example/a', 'jane'],
  ['a password with an @', 'https://jane:s3@cr3t@x.example/a', 'cr3t'],
  ['user and password without a scheme', 'jane:s3cr3t@localhost:8080', 's3cr3t'],
  ['user and password at a machine', 'jane:s3cr3t@10.0.0.1', 's3cr3t'],
  ['user and password of a socket', 'wss://jane:s3cr3t@x.example', 's3cr3t'],
  ['a plain address', 'to jane.doe@example.com.', 'jane'],
  ['an address with an apostrophe', "to jane.o'hara@example.com", 'jane'],
  ['a quoted address', 'to "jane doe"@example.com', 'jane'],
  ['a quoted address in JSON', '{"m":"\\"jane doe\\"@example.com"}', 'jane'],
  ['an address with combining marks', 'to jose\u0301.nun\u0303ez@example.com', 'jos'],
  ['an address with combining marks in its host', 'to jane@cafe\u0301.example', 'jane'],
  ['an address in Hindi', 'to ईमेल@उदाहरण.भारत', 'ईमेल'],
  ['an address in Chinese', 'to 用户@例子.公司', '用户'],
  ['an address with an ideographic dot', 'to 用户@例子。公司', '用户'],
  ['an address in Arabic', 'to جين@مثال.موقع', 'جين'],
  ['an address of an encoded host', 'to jane@xn--e1afmkfd.xn--p1ai', 'jane'],
  ['a full-width address', 'to ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ｊａｎｅ'],
  ['an address with an invisible mark', 'to jane\u200b.doe@exam\u00adple.com', 'doe'],
  ['an encoded address', 'mailto=jane%40example.com', 'jane'],
  ['an address that is encoded twice', 'mailto=jane%2540example.com', 'jane'],
  ['an address at a machine', 'to jane@[192.168.0.1]', 'jane'],
  [
    'attributes that are printed for people',
    '{\n  "attributes": {\n    "tier": {\n      "x": "gold"\n    }\n  }\n}',
    'gold',
  ],
  ['an encoded label', 'x=1&phoneNumber%3D5550100', '5550100'],
  ['JSON in an address', 'x?data=%7B%22customerName%22%3A%22Novak%22%7D', 'Novak'],
  ['JSON in an address, encoded twice', 'x?data=%257B%2522customerName%2522%253A%2522Novak%2522%257D', 'Novak'],
  ['a pin', 'entered pin=4711 on the keypad', '4711'],
  ['the code of a card', '"cvv": "271"', '271'],
  ['an account', 'iban: DE89370400440532013000', 'DE89370400440532013000'],
  ['a name in another script', '"customerName":"Ян Новак"', 'Новак'],
  ['a second name in another script', 'firstName: Zoë Ängström, x', 'ngstr'],
  ['a secret at the end of what is kept', `${'word '.repeat(1630)}jane.doe@example.com`, 'jane.doe@'],
];

const READABLE: readonly string[] = [
  `contact ${UUID} ended`,
  `{"contactId":"${UUID}"}`,
  `arn:aws:connect:us-west-2:123456789012:instance/${UUID}`,
  'account us-west-2:123456789012',
  'at 1646369082782 and 1646369082',
  'at 1646369082.782',
  'at ١٦٤٦٣٦٩٠٨٢٧٨٢',
  'at 2022-03-04T05:06:07.123Z',
  'at 2022-03-04 05:06:07+0100',
  'on 2022/03/04, 2022.03.04, 04.03.2022, 3/4/2022',
  'on 20220304 and 20220304050607',
  'line 12 2022-03-04T05:06:07Z',
  'took 12345678 ms',
  'took 12345678.9 ms',
  'took 12345678ms',
  'took 1,234,567,890 ns',
  'took 123.456789 s',
  'after 0.1234567890123 s',
  'sent 123456789 bytes',
  'sent 12 345 678 bytes',
  'sent 123456789 kB',
  '{"bytesSent":123456789,"packetsSent":12345678,"duration":61234567}',
  '{"timestamp":1646369082782.123,"elapsed":12345678.5}',
  'timeout=12345678, length: 123456789',
  'ssrc:1234567890',
  'port 65535, ports 8080 and 9300',
  'http://localhost:9300/ccp/',
  'http://127.0.0.1:61234/ccp/',
  'version 2.28.2, Chrome/156.0.7012.45, Node v20.19.5',
  'lit@3.3.3 and libphonenumber-js@1.12.31 and @scope/name',
  'npm:lit@3.3.3',
  'from 2019-2024',
  'requestId: 8125478214',
  '"tabId":"9125478214"',
  'loggerId 1646369082782-k3j4h5',
  'x-amzn-trace-id 1-5759e988-bd862e3fe1be46a994272793',
  'x-amzn-RequestId: 4442587f-b7d0-4d1c-b7d7-2b0f1b6c1e0c',
  'x-amz-request-id: 4442587FB7D0',
  'sha 3f786850e387550fdab836ed7e6dc881de23001b',
  'sizes 120, 340, 560 and [10,20,30,40,50]',
  'position -122.4194155, 37.7749295',
  '9 of 10 tests, 200 OK, 3 of 2000',
  'HTTP 404 after 1500 ms',
  'candidate:842163049 1 udp 1677729535 10.0.0.1 54321 typ host',
  'https://x.example/ccp-v2/?visual-refresh=true&region=us-west-2',
  'https://x.example/?RelayState=https%3A%2F%2Fx.example%2Fpath&state=1',
  'countrycode=1&page=2',
  'statusCode: 404, error_code=5',
  'key: Enter, state: connected, code: 404',
  'state=Available, queue=BasicQueue',
  'monkey business, turkey=1',
  'getToken@https://localhost:8000/src/token.js:12:3',
  'at refreshAuthToken (https://localhost:8000/src/a.js:1:1234567)',
  'Verbindung zu Gerät „Kopfhörer“ – nach 3 Sekunden',
  '接続しました（2 件）・３秒後',
  'تم الاتصال بعد ٣ ثوان',
  'ПРИВЕТ, мир!',
  '👩‍💻 is Available',
  'queue\u00a0BasicQueue \u2013 3\u202f000 contacts',
];

describe('A number is masked', () => {
  const plain = ['+12065550100', '2065550100', '12065550100'];
  for (const [script, zero] of Object.entries(SCRIPTS)) {
    it(`in ${script} digits`, () => {
      for (const number of plain) {
        const written = inScript(zero, number);
        expect(redactText(`call from ${written} ended`), written).to.equal('call from [phone] ended');
      }
    });
  }

  for (const [name, separator] of Object.entries(SEPARATORS)) {
    it(`with a ${name} between its digits`, () => {
      for (const groups of [
        ['206', '555', '0100'],
        ['+1', '206', '555', '0100'],
        ['612', '345', '678'],
        ['6123', '4567'],
      ]) {
        // Two groups with one dot between them are a fraction, and with one slash a ratio.
        if (groups.length === 2 && /^[.·•・]$/.test(separator)) continue;
        const written = groups.join(separator);
        expect(redactText(`call from ${written} ended`), written).to.equal('call from [phone] ended');
      }
    });
  }

  for (const number of NUMBERS) {
    it(`written as ${JSON.stringify(number)}, wherever it stands`, () => {
      for (const around of AROUND) {
        const text = around.replace('*', number);
        const masked = redactText(text);
        expect(masked, text).to.contain('[phone]');
        expect(masked.replace(/\D/g, '').length, `${text} is ${masked}`).to.be.below(2);
        expect(redactText(masked), 'the second time').to.equal(masked);
      }
    });
  }
});

describe('A secret is masked:', () => {
  for (const [what, text, secret] of SECRETS) {
    it(`${what}, ${JSON.stringify(text).slice(0, 60)}`, () => {
      const masked = redactText(text);
      expect(masked).not.to.contain(secret);
      expect(masked).to.match(/\[(?:redacted|email|phone)\]| more\)$/);
      expect(redactText(masked), 'the second time').to.equal(masked);
    });
  }
});

describe('What helps to find a fault stays readable:', () => {
  for (const text of READABLE) {
    it(JSON.stringify(text), () => expect(redactText(text)).to.equal(text));
  }
});

describe('Masking', () => {
  const parts = [
    ...[
      '_',
      '1 ',
      '0-',
      'a.',
      '@a.',
      'token',
      'token:{',
      '"a":"',
      '?token=',
      '\\',
      '\\"',
      'authtoken',
      ' Ab',
      '+1 ',
      '&',
    ],
    ...[
      '?a&',
      '%3f',
      '#',
      'a@',
      '"a"@',
      '1,',
      '1.',
      '1e+1 ',
      '0011',
      '+',
      '(',
      '%20',
      '1%20',
      'x-amz-',
      'cookie:',
      'a:b@',
    ],
    ...[
      '-----BEGIN PRIVATE KEY-----',
      'a://',
      '//',
      'eyJ',
      '٣ ',
      '٣-',
      'é',
      'e\u0301',
      '\u200b',
      '1\u200b',
      '＠a',
      '\ud800',
    ],
    ...[
      '"attributes":{\n"',
      '\n}',
      'session',
      '12345678x',
      '1x1',
      'id:',
      'arn:aws',
      'candidate:',
      'a_',
      'phone',
      'from1',
    ],
    ...[
      '0.1',
      '1/1/',
      '&state=',
      'code=',
      '%26code',
      'AKIA',
      '=',
      'sid=',
      'ssess',
      'access_key',
      'state=&',
      '2065550100,',
    ],
    ...['[redacted] Ab', '\u{1d7ce}', '--', '1111-', 'd41d8cd9-'],
  ];
  const ends = ['', '!', '@', '=', '1', ':=@ token'];
  const SHORT = 2000;
  const LONG = 8000;

  /** The least milliseconds of a few: what else the machine does only adds to them. */
  function least(text: string): number {
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now();
      for (let i = 0; i < 3; i++) redactText(text);
      return performance.now() - from;
    });
    return Math.min(...times);
  }

  /** How much longer the long text takes; where both are quick, what the clock cannot tell does not count. */
  function growth(part: string, end: string): number {
    const text = part.repeat(LONG / part.length) + end;
    return least(text) / Math.max(least(text.slice(0, SHORT) + end), 1.5);
  }

  for (const part of parts) {
    it(`takes about four times as long for a text four times as long, made of ${JSON.stringify(part)}`, () => {
      // A rule that tries all pairs of places takes sixteen times as long, each time that it is measured.
      const isSlow = (end: string): boolean => [1, 2, 3].every(() => growth(part, end) > 10);
      expect(ends.filter(isSlow)).to.deep.equal([]);
    });
  }

  it('looks at a bounded part of a text, and keeps none of the rest', () => {
    const masked = redactText('word '.repeat(2_000_000));
    expect(masked.length).to.be.below(8300);
    expect(redactText('x'.repeat(10_000_000), 100).length).to.be.below(130);
  });
});
