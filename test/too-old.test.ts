// A browser that is too old for the elements: they say so in words, and the API goes on without them.
import { expect, fixture, html } from '@open-wc/testing';

const NAMES = ['connect-ccp', 'connect-global-ccp', 'connect-agent-status', 'connect-contact-controls'];

describe('a browser that is too old', () => {
  const { supports } = CSS;
  let errors: string[];
  const hear = ({ message }: ErrorEvent) => void errors.push(message);

  before(async () => {
    errors = [];
    addEventListener('error', hear);
    // As in Chrome 123, which takes no custom state without hyphens.
    CSS.supports = (...asked: string[]) => !asked[0].includes(':state(') && supports.apply(CSS, asked as [string]);
    await import('../elements/define.js');
  });

  after(() => {
    CSS.supports = supports;
    removeEventListener('error', hear);
  });

  for (const name of NAMES) {
    it(`has words in the place of <${name}>, with what is needed`, async () => {
      const place = await fixture<HTMLElement>(html`<div lang="en"></div>`);
      const element = place.appendChild(document.createElement(name));
      const said = element.shadowRoot!.querySelector('[role=alert]')!;
      expect(said.textContent).to.equal(
        'This browser is too old for what belongs here. At least one of these is needed: ' +
          'Chrome 125, Edge 125, Firefox 126, Safari 17.5',
      );
      await expect(element).to.be.accessible();
      expect(errors).to.deep.equal([]);
    });
  }

  for (const [lang, first, direction] of [
    ['ar', 'هذا', 'rtl'],
    ['de-AT', 'Dieser', 'ltr'],
    ['es', 'Este', 'ltr'],
    ['fr', 'Ce', 'ltr'],
    ['ja', 'この', 'ltr'],
    ['pt-BR', 'Este', 'ltr'],
    ['nl', 'This', 'ltr'],
  ]) {
    it(`says it in the language of the page: ${lang}`, async () => {
      const place = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
      const said = place.appendChild(document.createElement('connect-ccp')).shadowRoot!.querySelector('p')!;
      expect(said.textContent.startsWith(first)).to.be.true;
      expect(said.dir).to.equal(direction);
    });
  }

  it('has the API all the same: it embeds a CCP', async () => {
    const { connect } = await import('../src/index.js');
    const box = await fixture<HTMLElement>(html`<div></div>`);
    connect.core.initCCP(box, {
      ccpUrl: new URL('/test/support/pages/mute.html', location.href).href,
      loginMode: 'none',
    });
    expect(box.querySelector('iframe')).not.to.be.null;
    connect.core.terminate();
  });
});
