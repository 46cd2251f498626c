// What strangers send to <connect-chat>: texts, names and files, which are to be read, do nothing, and leave nothing behind.
import { expect } from '@open-wc/testing';
import { fileName, personName, readable } from '../elements/chat/readable.js';
import { richText } from '../elements/chat/rich-text.js';
import {
  type ChatScene,
  eventually,
  mountChat,
  openChat,
  parts,
  said,
  send,
  texts,
  write,
} from './support/chat-scene.js';

const [OVERRIDE, ISOLATE, BLANK, ZERO, JOINER] = ['\u202e', '\u2066', '\u3164', '\u200b', '\u200d'];
const FLAG = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
const FAMILY = '👩‍👩‍👧‍👦';
const PICTURE = '❤️';

const textOf = (text: string, isMarkdown = false): string => {
  const box = document.createElement('div');
  box.append(...richText(text, isMarkdown));
  return box.textContent;
};

const linksOf = (text: string, isMarkdown = false): [href: string, words: string][] => {
  const box = document.createElement('div');
  box.append(...richText(text, isMarkdown));
  return [...box.querySelectorAll('a')].map(({ href, textContent }) => [href, textContent]);
};

/** What is sent, and what is to be read of it. */
const TEXTS: readonly [what: string, sent: string, shown: string][] = [
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a turned direction', `a${OVERRIDE}gpj.exe`, 'agpj.exe'],
  ['an isolate that does not end', `a${ISOLATE}b`, 'ab'],
  ['a flood of what is not seen', `a${ZERO.repeat(5000)}b`, `a${ZERO}b`],
  ['a mixed flood', `a${`${ZERO}${JOINER}`.repeat(2000)}b`, `a${ZERO}b`],
  ['a flood of blank letters', BLANK.repeat(300), ZERO],
  ['a flood of selectors', `a${'\ufe0f'.repeat(3000)}b`, 'a\ufe0fb'],
  [
    'a hidden text',
    `a${[...'secret'].map((one) => String.fromCodePoint(0xe0000 + one.codePointAt(0)!)).join('')}b`,
    'ab',
  ],
  ['accents upon accents', `z${'\u0301'.repeat(500)}`, `z${'\u0301'.repeat(4)}`],
  ['empty lines', `a${'\n'.repeat(400)}b`, 'a\n\n\nb'],
  ['control characters', 'a\u0000\u0007\u001b[31mb', 'a[31mb'],
  ['a flag of a region', FLAG, FLAG],
  ['a family', FAMILY, FAMILY],
  ['an emoji with a selector', PICTURE, PICTURE],
  ['300 emoji', '😀'.repeat(300), '😀'.repeat(300)],
  ['words of Arabic and Hebrew', 'مرحبا שלום', 'مرحبا שלום'],
];

/** What is sent, whether it has marks, and where links in it lead, with the words of each. */
const LINKS: readonly [what: string, sent: string, isMarkdown: boolean, links: [href: string, words: string][]][] = [
  ['an address', 'see https://example.com/a.', false, [['https://example.com/a', 'https://example.com/a']]],
  ['a script', 'javascript:alert(1)', false, []],
  ['a script in a link', '[Click](javascript:alert(1))', true, []],
  ['data in a link', '[Click](data:text/html,<script>alert(1)</script>)', true, []],
  ['an address without a lock', '[Click](http://example.com)', true, []],
  [
    'letters that look alike',
    'https://аpple.com/',
    false,
    [['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/']],
  ],
  ['a host in front of another', 'https://bank.com@evil.example/', false, []],
  [
    'a stop that is a dot',
    'https://bank.com。evil.example/',
    false,
    [['https://bank.com.evil.example/', 'https://bank.com.evil.example/']],
  ],
  [
    'words that are another address',
    '[https://bank.com/?evil.example](https://evil.example)',
    true,
    [['https://evil.example/', 'https://bank.com/?evil.example']],
  ],
  [
    'words that are the address',
    '[https://example.com/a](https://example.com/a)',
    true,
    [['https://example.com/a', 'https://example.com/a']],
  ],
];

/** What somebody calls themselves, and what they are called: nothing where there is nothing to be seen. */
const NAMES: readonly [what: string, sent: string, shown: string][] = [
  ['nothing', '', ''],
  ['what is not seen', `${ZERO}${JOINER}${ZERO}`, ''],
  ['one blank letter', BLANK, ''],
  ['blank braille', '\u2800\u2800', ''],
  ['a turned direction', `Kim${OVERRIDE}tnegA`, 'KimtnegA'],
  ['lines', 'Kim\n\nYou: I agree', 'Kim You: I agree'],
  ['3000 letters', 'x'.repeat(3000), `${'x'.repeat(79)}…`],
];

const FILES: readonly [what: string, sent: string, shown: string][] = [
  ['a path', '../../etc/passwd.txt', 'passwd.txt'],
  ['a path of another system', 'C:\\Windows\\x.pdf', 'x.pdf'],
  ['two endings', 'invoice.pdf.exe', 'invoice.pdf.exe'],
  ['an ending behind spaces', `invoice.pdf${' '.repeat(200)}.exe`, 'invoice.pdf .exe'],
  ['a turned ending', `invoice${OVERRIDE}fdp.exe`, 'invoicefdp.exe'],
  ['nothing to be seen', BLANK.repeat(40), '?'],
  ['2000 letters', `${'y'.repeat(2000)}.exe`, `${'y'.repeat(55)}…${'y'.repeat(20)}.exe`],
];

describe('what strangers send', () => {
  for (const [what, sent, shown] of TEXTS) {
    it(`${what} is read as it is`, () => {
      expect(textOf(sent)).to.equal(shown);
      expect(textOf(sent, true)).to.equal(shown);
    });
  }

  for (const [what, sent, isMarkdown, links] of LINKS) {
    it(`${what} leads where it says, or nowhere`, () => {
      expect(linksOf(sent, isMarkdown)).to.deep.equal(links);
    });
  }

  it('words that are another address are followed by where they lead', () => {
    expect(textOf('[https://bank.com/?evil.example](https://evil.example)', true)).to.equal(
      'https://bank.com/?evil.example (evil.example)',
    );
  });

  for (const [what, sent, shown] of NAMES) {
    it(`a name of ${what} is one that can be read, or none`, () => {
      expect(personName(sent)).to.equal(shown);
    });
  }

  for (const [what, sent, shown] of FILES) {
    it(`a file that is called by ${what} shows its last ending`, () => {
      expect(fileName(sent)).to.equal(shown);
    });
  }

  /** Texts that take long to look through, where one looks at them wrongly. */
  for (const unit of [
    '.',
    '*',
    '**',
    '_',
    '[',
    '[a](',
    'https://',
    'tel:',
    '\u200b',
    ' ',
    '\n',
    '- ',
    '1. ',
    '😀',
    'a\u0301',
  ]) {
    it(`16 kB of ${JSON.stringify(unit)} are read at once`, () => {
      const text = `https://a.b/${unit.repeat(16_000 / unit.length)}x`;
      const begin = performance.now();
      textOf(text, true);
      readable(text);
      expect(performance.now() - begin).to.be.below(1_000);
    });
  }
});

describe('<connect-chat> with a stranger', () => {
  let scene: ChatScene;

  beforeEach(async () => {
    scene = await mountChat();
    localStorage.clear();
    sessionStorage.clear();
  });

  afterEach(() => scene.sim.detach());

  const stored = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

  /** All texts of a tree, those of its shadow roots and of its attributes included. */
  function wordsIn(root: Node): string {
    const words = [root.textContent ?? ''];
    for (const element of (root as Element).querySelectorAll('*')) {
      words.push(...[...element.attributes].map(({ value }) => value));
      if ('value' in element) words.push(String(element.value));
      if (element.shadowRoot) words.push(wordsIn(element.shadowRoot));
    }
    return words.join('\n');
  }

  it('stays usable, whatever they are called and whatever they say', async () => {
    const { chat, sim } = scene;
    chat.style.cssText = 'inline-size: 200px; block-size: 300px';
    const contactId = await openChat(scene, { from: 'x'.repeat(3000), message: 'w'.repeat(8000) });
    await sim.customerSays(contactId, '\ufdfd'.repeat(50));
    await sim.customerSendsFile(contactId, { name: `${'y'.repeat(2000)}.pdf`, type: 'application/pdf', size: 3 });
    await eventually(() => texts(chat, 'file-name').length === 1, 'the file is not there');
    const [transcript] = parts(chat, 'transcript');
    expect(transcript.scrollWidth).to.equal(transcript.clientWidth);
    expect(transcript.clientHeight).to.be.above(40);
    const [box, field] = [chat.getBoundingClientRect(), parts(chat, 'field')[0].getBoundingClientRect()];
    expect(field.bottom).to.be.at.most(box.bottom);
    expect(field.right).to.be.at.most(box.right);
  });

  it('names nobody by what is not seen', async () => {
    const { chat } = scene;
    await openChat(scene, { from: BLANK, message: 'Hello' });
    await eventually(() => said(chat).length === 1, 'nothing is there');
    expect([texts(chat, 'who')[0], texts(chat, 'speaker').at(-1)]).to.deep.equal(['Customer', 'Customer']);
  });

  const ENDS: Readonly<Record<string, (contactId: string) => Promise<unknown>>> = {
    'is cleared': async (contactId) => {
      await scene.sim.customerHangsUp(contactId);
      const contact = new scene.ccp.connect.Contact(contactId);
      await eventually(() => contact.getStatus().type === 'ended', 'it has not ended');
      await contact.clear();
    },
    'is left behind at sign-out': () => scene.sim.signOut(),
  };
  for (const [how, end] of Object.entries(ENDS)) {
    it(`a chat that ${how} leaves nothing in the page, in the log and in storage`, async () => {
      const { ccp, chat, sim } = scene;
      const contactId = await openChat(scene, { from: 'Kim', message: 'SecretIn' });
      await send(chat, 'SecretOut');
      await sim.customerSendsFile(contactId, { name: 'SecretFile.pdf', type: 'application/pdf', size: 3 });
      await eventually(() => said(chat).length === 3, 'not all of it is there');
      await write(chat, 'SecretDraft');
      await end(contactId);
      await eventually(() => chat.matches(':state(idle)'), 'it is still there');
      await chat.updateComplete;
      expect(wordsIn(document.documentElement)).not.to.match(/Secret(?:In|Out|File|Draft)/);
      expect(JSON.stringify(ccp.connect.getLog().getEntries())).not.to.match(/Secret(?:In|Out|File|Draft)/);
      expect(stored()).not.to.match(/Secret(?:In|Out|File|Draft)/);
    });
  }
});
