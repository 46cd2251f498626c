import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { BoundElement } from '../elements/host/bound-element.js';
import type { ConnectHost } from '../elements/host/host.js';
import { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectCommandEvent } from '../elements/host/events.js';
import { ConnectMuteRequestEvent } from '../elements/verbs/requests.js';
import { CAN_MOVE, skipWithout } from './support/lacks.js';
import { secondCopy } from './support/second-copy.js';

const copy = await secondCopy();

/** A sibling that shows what it knows. */
const testSibling = (Base: typeof BoundElement) =>
  class extends Base {
    renders = 0;

    constructor() {
      super();
      this.ccp.watch(({ mute }) => mute);
    }

    get host(): ConnectHost | null {
      return this.ccp.host;
    }

    request(event: ConnectMuteRequestEvent): boolean {
      return this.ccp.request(event);
    }

    protected override render() {
      this.renders++;
      return html`${this.bound ? this.ccp.state.status : 'unbound'}`;
    }
  };

class TestSibling extends testSibling(BoundElement) {}

customElements.define('a-sibling', TestSibling);
customElements.define('second-sibling', testSibling(copy.BoundElement));
customElements.define('a-host', class extends ConnectCcpElement {});
customElements.define('second-host', class extends copy.ConnectCcpElement {});

const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

let place: HTMLElement;

/**
 * Fills the page with markup, in which templates may stand for shadow roots: as a parser would, whatever the browser's own does. What
 * a template holds belongs to no page, and shadow roots that are attached there get no custom elements in newer browsers: it is
 * brought over first.
 */
function show(page: string): void {
  const markup = document.createElement('template');
  markup.innerHTML = page;
  const content = document.importNode(markup.content, true);
  attachRoots(content);
  place.replaceChildren(content);
}

function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement!.attachShadow({
      mode: template.getAttribute('shadowrootmode') as ShadowRootMode,
    });
    shadow.append(document.importNode(template.content, true));
    attachRoots(shadow);
    template.remove();
  }
}

/** The first element that fits, in the page or in any shadow root. */
function find<Found extends Element = HTMLElement>(selector: string, root: ParentNode = place): Found {
  const found = root.querySelector<Found>(selector);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && findOrNull<Found>(selector, shadowRoot);
    if (inside) return inside;
  }
  throw new Error(`There is no ${selector}`);
}

function findOrNull<Found extends Element>(selector: string, root: ParentNode): Found | null {
  try {
    return find<Found>(selector, root);
  } catch {
    return null;
  }
}

/** An element that is not in the page yet. */
function make<Made extends HTMLElement = ConnectCcpElement>(
  tag: string,
  attributes: Record<string, string> = {},
): Made {
  const element = document.createElement(tag) as Made;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const the = (id: string) => find<ConnectCcpElement>(`#${id}`);
const sibling = () => find<TestSibling>('.s');

const nameOf = (element: Element | null) => element && `<${element.localName} id="${element.id}">`;

// eslint-disable-next-line wc/no-closed-shadow-root -- that it works there is what is tested
const closedRoot = (element: Element) => element.attachShadow({ mode: 'closed' });

/** Gives a class to tags that have had none so far. */
const defineLate = (tag: string, Base: CustomElementConstructor) => customElements.define(tag, class extends Base {});

interface Case {
  readonly case: string;
  /** What is in the page at first; the sibling has the class `s`. */
  readonly page: string;
  /** What happens then. */
  readonly then?: () => void;
  /** Needs `moveBefore`. */
  readonly moves?: true;
  /** Selector of the host that the sibling is bound to in the end, or null. */
  readonly bound: string | null;
}

/** Markup of which pages are made. */
const SIBLING = '<a-sibling class="s"></a-sibling>';
const SIBLING_FOR_A = '<a-sibling class="s" for="a"></a-sibling>';
const SIBLING_FOR_B = '<a-sibling class="s" for="b"></a-sibling>';
const HOST = '<a-host></a-host>';
const HOST_A = '<a-host id="a"></a-host>';
const HOST_B = '<a-host id="b"></a-host>';
const hostOf = (id: string) => `<a-host id="${id}" ccp-url="${MUTE_PAGE}"></a-host>`;
const inShadow = (inside: string, slotted = '') =>
  `<div><template shadowrootmode="open">${inside}</template>${slotted}</div>`;

/** Moves a node without taking it out of the page. */
const moveBefore = (parent: Node, node: Node) =>
  (parent as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(node, null);

/** What happens to pages. */
const actions = {
  isDefined: (tag: string, Base: CustomElementConstructor) => () => defineLate(tag, Base),
  hostComes: () => place.append(make('a-host', { id: 'a' })),
  siblingComes: () => place.append(make('a-sibling', { class: 's' })),
  siblingOfBComes: () => place.append(make('a-sibling', { class: 's', for: 'b' })),
  hostGoes: () => the('a').remove(),
  siblingGoesAndComes: () => {
    const gone = sibling();
    gone.remove();
    place.append(make('div', { class: 'was' }));
    find('.was').attachShadow({ mode: 'open' });
    expect(gone.host === null).to.be.true;
    place.append(gone);
  },
  bothAreDefined: () => {
    defineLate('late-sibling-3', TestSibling);
    defineLate('late-host-4', ConnectCcpElement);
  },
  isGivenB: () => (sibling().forElement = the('b')),
  isGivenNone: () => (sibling().forElement = null),
  isGivenNoneAndThenNoWish: () => {
    sibling().forElement = null;
    sibling().forElement = undefined;
  },
  isGivenOneOutsideThePage: () => (sibling().forElement = make('a-host')),
  isGivenOneThatComesLater: () => {
    const b = make('a-host', { id: 'b' });
    sibling().forElement = b;
    place.append(b);
  },
  isGivenA: () => (sibling().forElement = the('a')),
  isGivenABeforeItIsDefined: () => {
    sibling().forElement = the('a');
    defineLate('late-sibling-4', TestSibling);
  },
  losesFor: () => sibling().removeAttribute('for'),
  isForB: () => sibling().setAttribute('for', 'b'),
  isForBByProperty: () => (sibling().htmlFor = 'b'),
  hostIsNamed: () => (find('.a').id = 'a'),
  hostIsRenamed: () => (the('a').id = 'b'),
  hostsExchangeIds: () => {
    const [a, b] = [the('a'), the('b')];
    a.id = 'b';
    b.id = 'a';
  },
  hostLosesItsId: () => the('a').removeAttribute('id'),
  hostIsReplacedByItsLike: () => the('a').replaceWith(make('a-host', { id: 'a' })),
  hostMovesIntoP: () => find('p').append(the('a')),
  siblingInAClosedRoot: () => {
    const inside = make<TestSibling>('a-sibling', { for: 'a' });
    closedRoot(find('.closed')).append(inside);
    expect(inside.host === the('a')).to.be.true;
    place.append(make('a-sibling', { class: 's', for: 'a' }));
  },
  siblingMovesIntoB: () => the('b').append(sibling()),
  siblingMovesOut: () => place.append(sibling()),
  pMovesIntoB: () => the('b').append(find('p')),
  siblingIsMovedByMoveBefore: () => moveBefore(the('b'), sibling()),
  hostIsMovedByMoveBefore: () => moveBefore(the('a'), the('b')),
  hostAroundItGoes: () => the('b').replaceWith(...the('b').childNodes),
  secondHostComes: () => place.append(make('a-host', { id: 'b' })),
  hostIsReplacedByB: () => the('a').replaceWith(make('a-host', { id: 'b' })),
};

const CASES: Record<string, readonly Case[]> = {
  'order of insertion': [
    { case: 'no host', page: SIBLING, bound: null },
    { case: 'host first', page: `${HOST_A}${SIBLING}`, bound: '#a' },
    { case: 'sibling first', page: `${SIBLING}${HOST_A}`, bound: '#a' },
    { case: 'host later', page: SIBLING, then: actions.hostComes, bound: '#a' },
    { case: 'host later, by id', page: SIBLING_FOR_A, then: actions.hostComes, bound: '#a' },
    { case: 'sibling later', page: HOST_A, then: actions.siblingComes, bound: '#a' },
    { case: 'sibling later, by id', page: `${HOST_A}${HOST_B}`, then: actions.siblingOfBComes, bound: '#b' },
    { case: 'host taken away', page: `${HOST_A}${SIBLING}`, then: actions.hostGoes, bound: null },
    { case: 'sibling taken away', page: `${HOST_A}${SIBLING}`, then: actions.siblingGoesAndComes, bound: '#a' },
  ],
  'order of definition': [
    {
      case: 'host upgraded late',
      page: `<late-host-1 id="a"></late-host-1>${SIBLING}`,
      then: actions.isDefined('late-host-1', ConnectCcpElement),
      bound: '#a',
    },
    {
      case: 'host upgraded late, by id',
      page: `${HOST}<late-host-2 id="a"></late-host-2>${SIBLING_FOR_A}`,
      then: actions.isDefined('late-host-2', ConnectCcpElement),
      bound: '#a',
    },
    {
      case: 'host upgraded late, around the sibling',
      page: `${HOST}<late-host-3 id="a">${SIBLING}</late-host-3>`,
      then: actions.isDefined('late-host-3', ConnectCcpElement),
      bound: '#a',
    },
    {
      case: 'sibling upgraded late',
      page: `${HOST_A}<late-sibling-1 class="s"></late-sibling-1>`,
      then: actions.isDefined('late-sibling-1', TestSibling),
      bound: '#a',
    },
    {
      case: 'sibling upgraded late, by id',
      page: `${HOST}${HOST_A}<late-sibling-2 class="s" for="a"></late-sibling-2>`,
      then: actions.isDefined('late-sibling-2', TestSibling),
      bound: '#a',
    },
    {
      case: 'both upgraded late, sibling first',
      page: '<late-host-4 id="a"></late-host-4><late-sibling-3 class="s"></late-sibling-3>',
      then: actions.bothAreDefined,
      bound: '#a',
    },
    { case: 'never upgraded host does not count', page: `${HOST_A}<never-host></never-host>${SIBLING}`, bound: '#a' },
  ],
  'rule 1, forElement': [
    { case: 'wins over for', page: `${HOST_A}${HOST_B}${SIBLING_FOR_A}`, then: actions.isGivenB, bound: '#b' },
    { case: 'null is none on purpose', page: `${HOST_A}${SIBLING}`, then: actions.isGivenNone, bound: null },
    { case: 'undefined is no wish', page: `${HOST_A}${SIBLING}`, then: actions.isGivenNoneAndThenNoWish, bound: '#a' },
    {
      case: 'a host that is not in the page: none, and not the next rule',
      page: `${HOST_A}${SIBLING}`,
      then: actions.isGivenOneOutsideThePage,
      bound: null,
    },
    {
      case: 'a host that comes into the page later',
      page: `${HOST_A}${SIBLING}`,
      then: actions.isGivenOneThatComesLater,
      bound: '#b',
    },
    {
      case: 'reaches into a shadow root',
      page: `${inShadow(HOST_A)}${HOST}${SIBLING}`,
      then: actions.isGivenA,
      bound: '#a',
    },
    {
      case: 'set before the sibling is defined',
      page: `${HOST}${HOST_A}<late-sibling-4 class="s"></late-sibling-4>`,
      then: actions.isGivenABeforeItIsDefined,
      bound: '#a',
    },
    {
      case: 'an element that is no host: none',
      page: `${HOST}<div id="a"></div>${SIBLING}`,
      then: actions.isGivenA,
      bound: null,
    },
  ],
  'rule 2, for': [
    { case: 'one of two', page: `${HOST_A}${HOST_B}${SIBLING_FOR_B}`, bound: '#b' },
    { case: 'wins over an ancestor', page: `<a-host id="a">${SIBLING_FOR_B}</a-host>${HOST_B}`, bound: '#b' },
    { case: 'empty is none on purpose', page: `${HOST_A}<a-sibling class="s" for=""></a-sibling>`, bound: null },
    {
      case: 'an id that nobody has: none, and not the next rule',
      page: '<a-host id="a"><a-sibling class="s" for="nobody"></a-sibling></a-host>',
      bound: null,
    },
    { case: 'an id of something else: none', page: `${HOST_A}<div id="b"></div>${SIBLING_FOR_B}`, bound: null },
    {
      case: 'taken off: the next rule',
      page: `${HOST_A}<a-sibling class="s" for="nobody"></a-sibling>`,
      then: actions.losesFor,
      bound: '#a',
    },
    { case: 'changed', page: `${HOST_A}${HOST_B}${SIBLING_FOR_A}`, then: actions.isForB, bound: '#b' },
    {
      case: 'changed as a property',
      page: `${HOST_A}${HOST_B}${SIBLING_FOR_A}`,
      then: actions.isForBByProperty,
      bound: '#b',
    },
    {
      case: 'the host gets the id later',
      page: `<a-host class="a"></a-host>${SIBLING_FOR_A}`,
      then: actions.hostIsNamed,
      bound: '#a',
    },
    { case: 'the host gets another id', page: `${HOST_A}${SIBLING_FOR_A}`, then: actions.hostIsRenamed, bound: null },
    {
      case: 'two hosts exchange ids',
      page: `${HOST_A}<a-host id="b" class="to-be"></a-host>${SIBLING_FOR_A}`,
      then: actions.hostsExchangeIds,
      bound: '.to-be',
    },
    { case: 'the host loses its id', page: `${HOST_A}${SIBLING_FOR_A}`, then: actions.hostLosesItsId, bound: null },
    {
      case: 'the host is replaced by one with the same id',
      page: `${HOST_A}${SIBLING_FOR_A}`,
      then: actions.hostIsReplacedByItsLike,
      bound: '#a',
    },
    {
      case: 'the host moves elsewhere',
      page: `${HOST_A}${SIBLING_FOR_A}<p></p>`,
      then: actions.hostMovesIntoP,
      bound: 'p #a',
    },
  ],
  'rule 2, in shadow roots': [
    {
      case: 'own tree',
      page: `${inShadow(`<a-host id="a" class="in"></a-host>${SIBLING_FOR_A}`)}${HOST}`,
      bound: '.in',
    },
    {
      case: 'own tree before the one around it',
      page: `${HOST_A}${inShadow(`<a-host id="a" class="in"></a-host>${SIBLING_FOR_A}`)}`,
      bound: '.in',
    },
    { case: 'the tree around it', page: `${HOST_A}${HOST}${inShadow(SIBLING_FOR_A)}`, bound: '#a' },
    { case: 'two trees up', page: `${HOST_A}${HOST}${inShadow(`${inShadow(SIBLING_FOR_A)}`)}`, bound: '#a' },
    {
      case: 'a closed root',
      page: `${HOST_A}${HOST}<div class="closed"></div>`,
      then: actions.siblingInAClosedRoot,
      bound: '#a',
    },
    { case: 'never inward', page: `${inShadow(HOST_A)}${SIBLING_FOR_A}`, bound: null },
    { case: 'never beside', page: `${inShadow(HOST_A)}${inShadow(SIBLING_FOR_A)}`, bound: null },
  ],
  'rule 3, the nearest host around it': [
    { case: 'parent', page: `<a-host id="a">${SIBLING}</a-host>${HOST}`, bound: '#a' },
    { case: 'the nearest of two', page: `<a-host><a-host id="a"><p>${SIBLING}</p></a-host></a-host>`, bound: '#a' },
    { case: 'from within a shadow root', page: `<a-host id="a">${inShadow(SIBLING)}</a-host>${HOST}`, bound: '#a' },
    {
      case: 'through the slot that it is in',
      page: `${inShadow(`<a-host id="a"><slot></slot></a-host>`, SIBLING)}${HOST}`,
      bound: '#a',
    },
    {
      case: 'moved into another',
      page: `<a-host id="a">${SIBLING}</a-host>${HOST_B}`,
      then: actions.siblingMovesIntoB,
      bound: '#b',
    },
    {
      case: 'moved out of it, with two on the page: none',
      page: `<a-host id="a">${SIBLING}</a-host>${HOST_B}`,
      then: actions.siblingMovesOut,
      bound: null,
    },
    {
      case: 'what is around it moves',
      page: `<a-host id="a"><p>${SIBLING}</p></a-host>${HOST_B}`,
      then: actions.pMovesIntoB,
      bound: '#b',
    },
    {
      case: 'moved by moveBefore',
      moves: true,
      page: `<a-host id="a">${SIBLING}</a-host>${HOST_B}`,
      then: actions.siblingIsMovedByMoveBefore,
      bound: '#b',
    },
    {
      case: 'the host comes around it by moveBefore',
      moves: true,
      page: `${HOST_A}<a-host id="b">${SIBLING}</a-host>`,
      then: actions.hostIsMovedByMoveBefore,
      bound: '#b',
    },
    {
      case: 'the host around it goes: the one that is left',
      page: `${HOST_A}<a-host id="b">${SIBLING}</a-host>`,
      then: actions.hostAroundItGoes,
      bound: '#a',
    },
  ],
  'rule 4, the only host': [
    { case: 'two hosts: none', page: `${HOST_A}${HOST_B}${SIBLING}`, bound: null },
    { case: 'a second one comes: none', page: `${HOST_A}${SIBLING}`, then: actions.secondHostComes, bound: null },
    { case: 'one of two goes: the other', page: `${HOST_A}${HOST_B}${SIBLING}`, then: actions.hostGoes, bound: '#b' },
    { case: 'replaced', page: `${HOST_A}${SIBLING}`, then: actions.hostIsReplacedByB, bound: '#b' },
    { case: 'in a shadow root', page: `${inShadow(HOST_A)}${SIBLING}`, bound: '#a' },
    { case: 'a duplicate does not count', page: `${hostOf('a')}${hostOf('b')}${SIBLING}`, bound: '#a' },
    {
      case: 'a duplicate counts when the first one goes',
      page: `${hostOf('a')}${hostOf('b')}${SIBLING}`,
      then: actions.hostGoes,
      bound: '#b',
    },
    { case: 'a duplicate can be named', page: `${hostOf('a')}${hostOf('b')}${SIBLING_FOR_B}`, bound: '#b' },
  ],
  'two copies of the library': [
    {
      case: 'sibling of the second, by itself',
      page: `${HOST_A}<second-sibling class="s"></second-sibling>`,
      bound: '#a',
    },
    {
      case: 'sibling of the second, before the host',
      page: '<second-sibling class="s"></second-sibling>',
      then: actions.hostComes,
      bound: '#a',
    },
    {
      case: 'sibling of the second, by id',
      page: `${HOST}${HOST_A}<second-sibling class="s" for="a"></second-sibling>`,
      bound: '#a',
    },
    { case: 'host of the second', page: `${SIBLING}<second-host id="a"></second-host>`, bound: '#a' },
    {
      case: 'host of the second, around the sibling',
      page: `${HOST}<second-host id="a">${SIBLING}</second-host>`,
      bound: '#a',
    },
    {
      case: 'host of the second, with another id later',
      page: `<second-host class="a"></second-host>${SIBLING_FOR_A}`,
      then: actions.hostIsNamed,
      bound: '#a',
    },
    {
      case: 'one host of each: none',
      page: `${HOST}<second-host></second-host><second-sibling class="s"></second-sibling>`,
      bound: null,
    },
  ],
};

describe('binding', () => {
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => place.remove());

  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const { case: name, page, then, bound, moves } of cases) {
        it(name, async function () {
          if (moves) skipWithout(this, CAN_MOVE, 'moveBefore');
          show(page);
          then?.();
          await sibling().updateComplete; // a property that was set before the class was there comes with the first update
          const { host } = sibling();
          const wanted = bound === null ? null : find(bound);
          // Names, and not elements: chai prints all of an element that is the wrong one.
          expect(host === wanted, `bound to ${nameOf(host)}, not to ${nameOf(wanted)}`).to.be.true;
        });
      }
    });
  }

  it('by setHTMLUnsafe with a declarative shadow root, once the browser has made elements of what is in it', async () => {
    place.setHTMLUnsafe(
      '<div><template shadowrootmode="open"><a-host id="a"></a-host><a-sibling class="s"></a-sibling></template></div>',
    );
    customElements.upgrade(place); // Firefox leaves that for later
    const { shadowRoot } = place.firstElementChild!;
    // Chromium 147 and 148 leave what is in such a root without a registry, and upgrade nothing in it until they are asked.
    if (!shadowRoot!.querySelector('a-sibling:defined')) {
      (customElements as unknown as { initialize(root: Node): void }).initialize(shadowRoot!);
    }
    await sibling().updateComplete;
    expect(sibling().host === the('a')).to.be.true;
  });

  describe('with several hosts and no wish', () => {
    const warnings: string[] = [];
    const { warn } = console;

    beforeEach(() => {
      warnings.length = 0;
      console.warn = (message: string) => warnings.push(message);
    });

    afterEach(() => {
      console.warn = warn;
    });

    it('warns once, and names the hosts', async () => {
      show('<a-host id="one"></a-host><a-host id="two"></a-host>');
      const siblings = ['a-sibling', 'a-sibling', 'second-sibling'].map((tag) => make<TestSibling>(tag));
      place.append(...siblings);
      await Promise.all(siblings.map(({ updateComplete }) => updateComplete));
      await Promise.resolve();
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('<a-host id="one">, <a-host id="two">').and.to.contain('for=');
    });

    it('does not warn of a host that is replaced', async () => {
      show('<a-sibling></a-sibling><a-host id="three"></a-host>');
      place.append(make('a-host', { id: 'four' }));
      the('three').remove();
      await find<TestSibling>('a-sibling').updateComplete;
      await Promise.resolve();
      expect(warnings).to.deep.equal([]);
    });
  });

  describe('what a sibling shows', () => {
    it('is its own words while it is bound to none, then the host’s state', async () => {
      show('<a-sibling class="s"></a-sibling>');
      await sibling().updateComplete;
      expect(sibling().renderRoot.textContent).to.contain('unbound');
      place.append(make('a-host'));
      await sibling().updateComplete;
      expect(sibling().renderRoot.textContent).to.contain('idle');
    });

    it('is rendered once for a new host, and not for parts of the state that it does not watch', async () => {
      show('<a-host id="a"></a-host><a-sibling class="s"></a-sibling>');
      await sibling().updateComplete;
      expect(sibling().renders).to.equal(1);
      the('a').ccpUrl = MUTE_PAGE; // another status
      await the('a').updateComplete;
      await sibling().updateComplete;
      expect(the('a').status).to.equal('loading');
      expect(sibling().renders).to.equal(1);
    });
  });

  describe('a request', () => {
    const heard: Event[] = [];
    const hear = (event: Event) => heard.push(event);

    beforeEach(() => {
      heard.length = 0;
      document.addEventListener('connect-mute-request', hear);
      document.addEventListener('connect-command', hear, true);
    });

    afterEach(() => {
      document.removeEventListener('connect-mute-request', hear);
      document.removeEventListener('connect-command', hear, true);
    });

    const CASES = {
      'is heard by the document through shadow roots, and carried out by the host':
        '<a-host id="a"></a-host><div><template shadowrootmode="open"><a-sibling class="s"></a-sibling></template></div>',
      'is carried out once by a host around the sibling':
        '<a-host id="a"><a-host id="b"><a-sibling class="s" for="a"></a-sibling></a-host></a-host>',
      'is carried out by the host of another copy of the library':
        '<a-host id="a"></a-host><second-sibling class="s"></second-sibling>',
    };
    for (const [name, page] of Object.entries(CASES)) {
      it(name, () => {
        show(page);
        expect(sibling().request(new ConnectMuteRequestEvent({ contactId: null }))).to.be.true;
        expect(heard.map(({ type }) => type)).to.deep.equal(['connect-mute-request', 'connect-command']);
        expect((heard[1] as ConnectCommandEvent).phase).to.equal('failed'); // this host has no CCP
        expect(heard[1].target === the('a')).to.be.true;
      });
    }

    it('is dispatched by a sibling without a host too, which says that nobody does it', () => {
      show('<a-sibling class="s"></a-sibling>');
      expect(sibling().request(new ConnectMuteRequestEvent({ contactId: null }))).to.be.false;
      expect(heard.length).to.equal(1);
    });

    it('is not carried out if somebody prevents it', () => {
      show('<a-host></a-host><a-sibling class="s"></a-sibling>');
      document.addEventListener('connect-mute-request', (event) => event.preventDefault(), { once: true });
      expect(sibling().request(new ConnectMuteRequestEvent({ contactId: null }))).to.be.false;
      expect(heard.length).to.equal(1);
    });
  });

  it('leaves nothing behind: a host has no subscriber more after a hundred mounts of a sibling', async () => {
    show('<a-host id="a"></a-host><a-sibling class="s"></a-sibling>');
    const one = sibling();
    let [begun, ended] = [0, 0];
    const { subscribe } = the('a');
    the('a').subscribe = function (this: ConnectCcpElement, selector, callback, options) {
      begun++;
      options?.signal?.addEventListener('abort', () => ended++);
      subscribe.call(this, selector, callback as never, options);
    };
    for (let round = 0; round < 100; round++) {
      one.remove();
      place.append(one);
    }
    one.remove();
    await one.updateComplete;
    expect(begun).to.equal(100);
    expect(ended).to.equal(100);
  });
});
