// Escape closes one layer: what an element has opened, and not the page's dialog or popover around it.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../elements/connect-agent-status.js';
import '../elements/connect-contact-controls.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import type { Simulator } from '../src/simulator/kit/simulator.js';
import { press, soon } from './support/controls-scene.js';
import { mountReadyCcp } from './support/simulated-ccp.js';

/** Elements in a layer of the page. */
interface Scene {
  readonly ccp: ConnectCcpElement;
  readonly sim: Simulator;
  readonly status: ConnectAgentStatusElement;
  readonly controls: ConnectContactControlsElement;
}

const LAYERS: Readonly<Record<string, { open(layer: HTMLElement): void; isOpen(layer: HTMLElement): boolean }>> = {
  'a modal dialog': {
    open: (layer) => (layer as HTMLDialogElement).showModal(),
    isOpen: (layer) => (layer as HTMLDialogElement).open,
  },
  'a popover': {
    open: (layer) => {
      layer.popover = 'auto';
      layer.showPopover();
    },
    isOpen: (layer) => layer.matches(':popover-open'),
  },
};

/** A call that the agent talks on. */
async function call({ ccp, sim, controls }: Scene): Promise<string> {
  const id = await sim.incomingCall();
  await soon(() => ccp.state.contacts.length, 'the call');
  await new ccp.connect.Contact(id).accept();
  await soon(() => ccp.state.contacts[0].state.type === 'connected', 'the call');
  await controls.updateComplete;
  return id;
}

const shown = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector(selector);

/** Opens a panel of the controls by its control. */
const panel = (name: string): Opened => ({
  open: async (scene) => {
    await call(scene);
    await press(scene.controls, name);
  },
  find: ({ controls }) => shown(controls, '[part~=panel]'),
});

/** Something that an element opens, with the focus in it. */
interface Opened {
  open(scene: Scene): Promise<unknown>;
  find(scene: Scene): Element | null;
}

const OPENED: Readonly<Record<string, Opened>> = {
  'the keypad': panel('Keypad'),
  'where to transfer': panel('Transfer'),
  'whom to add': panel('Add participant'),
  'the choice of devices': {
    open: async ({ controls }) => {
      await press(controls, 'Devices');
      // It is fetched, and then takes the focus.
      await soon(() => controls.shadowRoot!.activeElement?.closest('.device-choice'), 'the focus in it');
    },
    find: ({ controls }) => shown(controls, '[part~=devices][aria-expanded=true]'),
  },
  'the menu of states': {
    open: async ({ status }) => {
      shown(status, '#button')!.dispatchEvent(new MouseEvent('click'));
      await status.updateComplete;
    },
    find: ({ status }) => shown(status, '#menu'),
  },
  'the question before a change': {
    open: async (scene) => {
      const id = await call(scene);
      await scene.sim.customerHangsUp(id);
      await soon(() => scene.ccp.state.contacts[0].can.includes('clear'), 'after-call work');
      shown(scene.status, '#button')!.dispatchEvent(new MouseEvent('click'));
      await scene.status.updateComplete;
      const [first] = scene.status.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitemradio]');
      first.click();
    },
    find: ({ status }) => shown(status, '[role=alertdialog]'),
  },
};

async function mount(layerName: string): Promise<[scene: Scene, layer: HTMLElement]> {
  const { ccp, sim } = await mountReadyCcp();
  const layer = await fixture<HTMLDialogElement>(html`
    <dialog>
      <connect-agent-status></connect-agent-status>
      <connect-contact-controls></connect-contact-controls>
    </dialog>
  `);
  LAYERS[layerName].open(layer);
  const status = layer.querySelector('connect-agent-status')!;
  const controls = layer.querySelector('connect-contact-controls')!;
  await soon(() => shown(status, '#button') && shown(controls, '[part~=idle]'), 'the elements');
  return [{ ccp, sim, status, controls }, layer];
}

describe('Escape', () => {
  for (const [layerName, { isOpen }] of Object.entries(LAYERS)) {
    for (const [what, { open, find }] of Object.entries(OPENED)) {
      it(`in ${layerName} closes ${what}, and only the next one closes that`, async () => {
        const [scene, layer] = await mount(layerName);
        await open(scene);
        await soon(() => find(scene), what);
        await soon(() => layer.contains(document.activeElement), 'the focus');
        await sendKeys({ press: 'Escape' });
        await soon(() => !find(scene), `${what} closes`);
        expect(isOpen(layer), layerName).to.be.true;
        await sendKeys({ press: 'Escape' });
        await soon(() => !isOpen(layer), `${layerName} closes`);
        scene.sim.detach();
      });
    }
  }

  for (const [what, { open, find }] of Object.entries(OPENED)) {
    it(`that cancels what an input method composes leaves ${what} open`, async () => {
      const [scene] = await mount('a popover');
      await open(scene);
      await soon(() => find(scene), what);
      for (const element of [scene.controls, scene.status]) {
        const focused = element.shadowRoot!.activeElement ?? find(scene)!;
        const composing = { key: 'Escape', isComposing: true, bubbles: true, composed: true, cancelable: true };
        expect(focused.dispatchEvent(new KeyboardEvent('keydown', composing)), 'the default').to.be.true;
      }
      expect(find(scene)).to.exist;
      scene.sim.detach();
    });
  }
});
