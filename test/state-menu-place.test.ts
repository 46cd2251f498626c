// Where the menu of states stands: under its button and upon all that the page has, whether or not the browser can do that by itself.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/connect-agent-status.js';
import '../elements/connect-ccp.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import { eventually } from './support/eventually.js';
import { skipWithout } from './support/lacks.js';
import { mountReadyCcp } from './support/simulated-ccp.js';

const { supports } = CSS;
const HAS_ANCHORS = CSS.supports('position-area: block-end');

/** With anchors as the browser has them, and as one without them has the page see it: Chrome up to 128, Firefox up to 146. */
const BROWSERS = {
  'that places by anchors': { lacks: false },
  'that does not': { lacks: true },
};

describe('the menu of agent states, in a browser', () => {
  afterEach(() => {
    CSS.supports = supports;
  });

  for (const [which, { lacks }] of Object.entries(BROWSERS)) {
    describe(which, () => {
      before(function () {
        if (!lacks) skipWithout(this, HAS_ANCHORS, 'position-area');
      });

      /** A status in a box, with something of the page after it that covers what is not on top. */
      async function mount(style: string) {
        if (lacks) CSS.supports = () => false;
        const { sim } = await mountReadyCcp();
        const box = await fixture<HTMLElement>(
          html`<div style=${`position: fixed; inline-size: 300px; z-index: 1; ${style}`}>
            <connect-agent-status></connect-agent-status>
            <div style="position: relative; z-index: 5; block-size: 300px; background: white"></div>
          </div>`,
        );
        const status = box.querySelector<ConnectAgentStatusElement>('connect-agent-status')!;
        const button = await eventually(() => part(status, 'state'), 'the button is there').then(() =>
          part(status, 'state')!,
        );
        button.click();
        await status.updateComplete;
        const menu = part(status, 'menu')!;
        // What the browser does by itself is out of the way: its place would be the script's else.
        if (lacks) menu.style.setProperty('position-area', 'none');
        sim.detach();
        return { box, status, button, menu };
      }

      const part = (status: ConnectAgentStatusElement, name: string) =>
        status.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`);

      /** Distances from the button, in whole pixels. */
      const placeOf = ({ button, menu }: { button: HTMLElement; menu: HTMLElement }) => {
        const [by, box] = [button, menu].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
        return {
          below: Math.round(box.top - by.bottom),
          above: Math.round(by.top - box.bottom),
          left: Math.round(box.left - by.left),
          right: Math.round(by.right - box.right),
        };
      };

      it('stands under its button, as wide as that, and nothing covers it', async () => {
        const scene = await mount('inset: 40px auto auto 40px');
        const { below, left, right } = placeOf(scene);
        expect({ below, left, right }).to.deep.equal({ below: 6, left: 0, right: 0 });
        const { x, y, width, height } = scene.menu.getBoundingClientRect();
        const seen = document.elementFromPoint(x + width / 2, y + height / 2);
        expect(seen, 'what is seen there').to.equal(scene.status);
      });

      it('stands above it where there is no room below', async () => {
        const scene = await mount('inset: auto auto -260px 40px');
        const { above, left, right } = placeOf(scene);
        expect({ above, left, right }).to.deep.equal({ above: 6, left: 0, right: 0 });
      });

      it('goes where the button goes', async () => {
        const scene = await mount('inset: 40px auto auto 40px');
        scene.box.style.inlineSize = '400px';
        await eventually(() => placeOf(scene).left === 0 && placeOf(scene).right === 0, 'it is as wide');
        scene.box.style.insetInlineStart = '90px';
        window.dispatchEvent(new Event('resize'));
        await eventually(() => placeOf(scene).left === 0 && placeOf(scene).below === 6, 'it is there');
      });
    });
  }
});
