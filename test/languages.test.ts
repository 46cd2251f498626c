// Languages: complete, followed live wherever an element stands, registered by anybody at any time.
import { expect, fixture, html } from '@open-wc/testing';
import { formatsFor } from '../elements/words/formats.js';
import { languages, registerLanguage, registerTerms, withTerms } from '../elements/words/languages.js';
import { PUBLISHED } from '../elements/words/published.js';
import '../elements/connect-agent-status.js';
import '../elements/connect-ccp.js';
import '../elements/connect-contact-controls.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { de } from '../elements/lang/de.js';
import { english } from './support/english.js';
import type { Formats } from '../elements/words/terms.js';
import type { Language } from '../elements/vocabulary/terms.js';
import { mountReadyCcp } from './support/simulated-ccp.js';
import { secondCopy } from './support/second-copy.js';

/** Every published language: to import it is to register it. */
const LANGUAGES: Readonly<Record<string, Language>> = Object.fromEntries(
  await Promise.all(
    PUBLISHED.map(async (tag) => {
      const module = (await import(`../elements/lang/${tag}.ts`)) as Record<string, Language>;
      return [tag, module[tag]] as const;
    }),
  ),
);

/** What a term says for given values: names as they are, numbers as digits, the form for as many. */
const plain = (tag: string): Formats => ({
  ...formatsFor('en'),
  list: (items) => items.join(' '),
  plural: (count, forms) => (forms[new Intl.PluralRules(tag).select(count)] ?? forms.other).replace('#', String(count)),
});

const COUNTED = ['secondsLeft', 'attributes', 'matches', 'page', 'needsTwo'];
const SEVEN = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6'];

/** Values for a term, by its name. */
function valuesFor(name: string): unknown[] {
  if (COUNTED.includes(name)) return [7, 23, 1011];
  if (name === 'closesContact') return [SEVEN];
  if (name === 'noSuchState') return ['v0', ['v1', 'v2']];
  return ['v0', 'v1', 'v2'];
}

/** Every term of a language, by its path: what it says, and the values that are in that. */
function termsOf(terms: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, term] of Object.entries(terms)) {
    if (typeof term === 'string') found.set(`${path}${name}`, term);
    else if (typeof term === 'function')
      found.set(`${path}${name}()`, (term as (...values: unknown[]) => string)(...valuesFor(name)));
    else for (const [inner, text] of termsOf(term as object, `${path}${name}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...new Set(text.match(/v\d|\b(7|23|1011)\b/g))].sort();

/** The words that the state of an unbound element is said in. */
const stateOf = (status: ConnectAgentStatusElement): string =>
  status.renderRoot.querySelector('[part=state-name]')!.textContent.trim();

const UNBOUND = {
  en: 'State: No contact control panel is connected',
  de: 'Status: Kein Panel verbunden',
  fr: 'Statut : Aucun panneau connecté',
};

/** Waits until what has just happened is shown. */
async function shown(element: ConnectAgentStatusElement): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve)); // mutations are reported before the next task
  await element.updateComplete;
  return stateOf(element);
}

const mountStatus = (lang = ''): Promise<ConnectAgentStatusElement> =>
  fixture<ConnectAgentStatusElement>(html`<connect-agent-status lang=${lang}></connect-agent-status>`);

describe('a language', () => {
  it('that lacks a term does not compile', () => {
    // @ts-expect-error -- the terms of the agent's status are missing
    const incomplete: Language = (formats) => ({ ...de(formats), agentStatus: {} });
    expect(incomplete).to.be.a('function');
  });

  for (const [tag, language] of Object.entries(LANGUAGES)) {
    it(`${tag} has every term of English, in the same order, with the same values in it`, () => {
      const wanted = termsOf({ ...english(plain('en')), errors: {} });
      const { errors, ...terms } = language(plain(tag));
      const found = termsOf(terms);
      expect([...found.keys()]).to.deep.equal([...wanted.keys()]);
      for (const [path, text] of found) {
        expect(text, path).to.match(/^\S(.*\S)?$/su);
        const expected = placeholders(wanted.get(path)!);
        expect(placeholders(text), path).to.deep.equal(path.endsWith('closesContact()') ? ['7'] : expected);
      }
      expect(Object.keys(errors)).to.deep.equal(Object.keys(de(plain('de')).errors));
      for (const text of Object.values(errors)) expect(text.trim()).to.not.equal('');
    });

    it(`${tag} says every count`, () => {
      const { agentStatus, contactControls } = language(formatsFor(tag));
      for (let count = 0; count <= 120; count++) {
        const texts = [agentStatus.secondsLeft(count), contactControls.matches(count)];
        for (const text of texts) expect(text, `${count}`).to.not.contain('#').and.not.equal('');
      }
    });
  }
});

describe('the language in force', () => {
  before(() => {
    document.documentElement.lang = 'en';
  });

  afterEach(() => {
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
  });

  it('is that of the page, and changes with it', async () => {
    const status = await mountStatus();
    status.removeAttribute('lang');
    expect(await shown(status)).to.equal(UNBOUND.en);
    document.documentElement.lang = 'de';
    expect(await shown(status)).to.equal(UNBOUND.de);
    document.documentElement.lang = 'fr-CA';
    expect(await shown(status)).to.equal(UNBOUND.fr);
    document.documentElement.removeAttribute('lang');
    expect(await shown(status)).to.equal(UNBOUND.en);
  });

  it('is that of the nearest ancestor, through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="fr"><p></p></div>`);
    const inner = document.createElement('div');
    outer.querySelector('p')!.attachShadow({ mode: 'open' }).append(inner);
    const root = inner.attachShadow({ mode: 'open' });
    const status = document.createElement('connect-agent-status');
    root.append(status);
    expect(await shown(status)).to.equal(UNBOUND.fr);
    outer.lang = 'de';
    expect(await shown(status)).to.equal(UNBOUND.de);
    inner.lang = 'en';
    expect(await shown(status)).to.equal(UNBOUND.en);
    inner.removeAttribute('lang');
    status.lang = 'fr';
    expect(await shown(status)).to.equal(UNBOUND.fr);
  });

  it('is looked up again where an element is moved to', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <p lang="de"></p>
        <p lang="fr"></p>
      </div>`,
    );
    const [german, french] = page.children;
    const status = document.createElement('connect-agent-status');
    german.append(status);
    expect(await shown(status)).to.equal(UNBOUND.de);
    french.append(status);
    expect(await shown(status)).to.equal(UNBOUND.fr);
  });

  it('is English where nothing else is known, whatever the tag', async () => {
    for (const tag of ['tlh', 'de1', '-', 'x', 'en-GB']) {
      expect(await shown(await mountStatus(tag)), tag).to.equal(UNBOUND.en);
    }
    expect(await shown(await mountStatus('de_AT'))).to.equal(UNBOUND.de);
  });

  it('is watched once for the page, and no longer when the last element is gone', async () => {
    const { listeners } = languages();
    const [one, other] = [await mountStatus('de'), await mountStatus('fr')];
    const { observer } = languages();
    expect(observer).to.be.instanceOf(MutationObserver);
    one.remove();
    expect(languages().observer).to.equal(observer);
    other.remove();
    for (const left of document.querySelectorAll('connect-agent-status')) left.remove();
    expect(listeners.size).to.equal(0);
    expect(languages().observer).to.equal(undefined);
    document.body.append(one);
    expect(await shown(one)).to.equal(UNBOUND.de);
    one.lang = 'fr';
    expect(await shown(one)).to.equal(UNBOUND.fr);
    one.remove();
  });

  it('writes times and numbers, too', async () => {
    const { ccp } = await mountReadyCcp();
    ccp.parentElement!.lang = 'ar-EG';
    const status = document.createElement('connect-agent-status');
    ccp.parentElement!.append(status);
    await shown(status);
    expect(status.renderRoot.querySelector('[part=time]')!.textContent).to.match(/^[٠-٩]:[٠-٩]{2}$/);
  });
});

describe('the direction of text', () => {
  const isRtl = (element: Element) => getComputedStyle(element.shadowRoot!.querySelector('.base')!).direction === 'rtl';

  it('is that of the language, unless the page gives one', async () => {
    const status = await mountStatus('ar');
    expect(isRtl(status)).to.be.true;
    status.parentElement!.dir = 'ltr';
    await shown(status);
    expect(isRtl(status)).to.be.false;
    status.parentElement!.dir = 'rtl';
    status.lang = 'en';
    await shown(status);
    expect(isRtl(status)).to.be.true;
    expect(status.matches(':state(rtl)')).to.be.true;
    status.parentElement!.removeAttribute('dir');
    await shown(status);
    expect(isRtl(status)).to.be.false;
  });
});

describe('terms of the page’s own', () => {
  it('stand in place of those of a language, whichever is registered first', async () => {
    registerTerms('nl', { agentStatus: { stateLabel: 'Toestand:' } });
    const status = await mountStatus('nl');
    expect(await shown(status)).to.equal('Toestand: No contact control panel is connected');
    registerLanguage('nl', (formats) => {
      const german = de(formats);
      return { ...german, agentStatus: { ...german.agentStatus, stateLabel: 'Status nl:', unbound: 'Geen paneel' } };
    });
    expect(await shown(status)).to.equal('Toestand: Geen paneel');
    registerTerms('nl', { agentStatus: { unbound: 'Niets' } });
    expect(await shown(status)).to.equal('Toestand: Niets');
  });

  it('may be for one region, and for English', async () => {
    registerTerms('fr-BE', { contactControls: { commands: { dial: ['Former', 'On forme…', 'Formé'] } } });
    registerTerms('en', { contactControls: { idle: 'All quiet' } });
    const idle = (controls: ConnectContactControlsElement) =>
      controls.renderRoot.querySelector('.rest strong')!.textContent;
    const controls = await fixture<ConnectContactControlsElement>(
      html`<connect-contact-controls .forElement=${(await mountReadyCcp()).ccp}></connect-contact-controls>`,
    );
    expect(idle(controls)).to.equal('All quiet');
    const dial = () => controls.renderRoot.querySelector('[part=number-action]')!.textContent.trim();
    controls.lang = 'fr-BE';
    await new Promise((resolve) => setTimeout(resolve));
    await controls.updateComplete;
    expect(idle(controls)).to.equal('Aucun contact');
    expect(dial()).to.equal('Former');
    controls.lang = 'fr-FR';
    await new Promise((resolve) => setTimeout(resolve));
    await controls.updateComplete;
    expect(dial()).to.equal('Appeler');
    registerTerms('en', { contactControls: { idle: 'No contacts' } });
  });

  it('are for elements of every copy of the library', async () => {
    const copy = await secondCopy();
    const status = await mountStatus('sv');
    copy.registerLanguage('sv', (formats) => ({
      ...de(formats),
      agentStatus: { ...de(formats).agentStatus, stateLabel: 'Status:', unbound: 'Ingen panel' },
    }));
    expect(await shown(status)).to.equal('Status: Ingen panel');
  });

  it('are not disturbed by tags in capitals', async () => {
    registerTerms('DE-ch', { agentStatus: { unbound: 'Kei Panel' } });
    expect(await shown(await mountStatus('de-CH'))).to.equal('Status: Kei Panel');
  });
});

describe('a language of another version', () => {
  /** Some terms of a version, as its English and its German have them. */
  const NOW = {
    english: {
      dir: 'ltr',
      controls: { hold: ['Hold', 'Holding…', 'On hold'], hangUp: ['End', 'Ending…', 'Ended'] },
      page: (n: number) => `Page ${n}`,
    },
    german: {
      dir: 'ltr',
      controls: { hold: ['Halten', 'Halten …', 'Gehalten'], hangUp: ['Auflegen', 'Auflegen …', 'Aufgelegt'] },
      page: (n: number) => `Seite ${n}`,
    },
  };
  /** The same of the one before: without a command, with one that is gone, and with text where there are values now. */
  const BEFORE = {
    english: {
      dir: 'ltr',
      controls: { park: ['Park', 'Parking…', 'Parked'], hangUp: ['End', 'Ending…', 'Ended'] },
      page: 'Page',
    },
    german: {
      dir: 'ltr',
      controls: { park: ['Parken', 'Parken …', 'Geparkt'], hangUp: ['Auflegen', 'Auflegen …', 'Aufgelegt'] },
      page: 'Seite',
    },
  };
  /** As files were published before terms had names in them: lists, in the order of the English of their version. */
  const LISTED = {
    dir: 'ltr',
    controls: [
      ['Parken', 'Parken …', 'Geparkt'],
      ['Auflegen', 'Auflegen …', 'Aufgelegt'],
    ],
    page: 'Seite',
  };

  it('German of the version before: what both know is German, all else English', () => {
    const { controls, page } = withTerms(NOW.english, BEFORE.german);
    expect(controls.hold).to.deep.equal(NOW.english.controls.hold);
    expect(controls.hangUp).to.deep.equal(BEFORE.german.controls.hangUp);
    expect(page(2)).to.equal('Page 2');
  });

  it('German of this version beside the English of the one before', () => {
    const { controls, page } = withTerms(BEFORE.english, NOW.german);
    expect(controls.park).to.deep.equal(BEFORE.english.controls.park);
    expect(controls.hangUp).to.deep.equal(NOW.german.controls.hangUp);
    expect(page).to.equal('Page');
  });

  it('a list without names says nothing', () => {
    const { controls, page } = withTerms(NOW.english, LISTED);
    expect(controls).to.deep.equal(NOW.english.controls);
    expect(page(2)).to.equal('Page 2');
  });

  it('a command that has fewer words there is said in English', () => {
    const short = { controls: { hold: ['Halten'] } };
    expect(withTerms(NOW.english, short).controls.hold).to.deep.equal(NOW.english.controls.hold);
  });

  it('an element shows what a published file of the version before would say: English, and nothing of another meaning', async () => {
    const listed = Object.entries(de(formatsFor('de'))).map(([name, term]): [string, unknown] => [
      name,
      typeof term === 'object' && name !== 'errors' ? Object.values(term as object) : term,
    ]);
    registerLanguage('qq', () => Object.fromEntries(listed));
    const status = await mountStatus('qq');
    expect(stateOf(status)).to.equal(UNBOUND.en);
    languages().whole.delete('qq');
  });
});
