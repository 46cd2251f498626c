// Every door through which a number can be dialled, and what the service is then asked to call: the same through each.
import { expect, fixture, html } from '@open-wc/testing';
import { ConnectAddParticipantRequestEvent } from '../../../elements/verbs/add-participant.js';
import { ConnectDialRequestEvent } from '../../../elements/verbs/dial.js';
import { ConnectTransferRequestEvent } from '../../../elements/verbs/transfer.js';
import { en } from '../../support/english.js';
import { eventually } from '../../support/eventually.js';
import {
  button,
  connectedCall,
  type ControlsScene,
  mountControls,
  press,
  soon,
  words,
} from '../../support/controls-scene.js';

/** Where a number goes in. */
interface Door {
  /** What the service is asked for. */
  readonly operation: 'createOutboundContact' | 'createAdditionalConnection';
  /** Dials; its failure is no matter here. */
  readonly dial: (scene: ControlsScene, number: string, contactId: string) => unknown;
}

/** Types into a field, and presses the button that does something with the number. */
async function typed({ controls }: ControlsScene, field: string, action: string, number: string): Promise<void> {
  await controls.updateComplete;
  const input = controls.renderRoot.querySelector<HTMLInputElement>(field)!;
  input.value = number;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await press(controls, action);
}

const outbound = 'createOutboundContact';
const additional = 'createAdditionalConnection';

const DOORS: Readonly<Record<string, Door>> = {
  'agent.connect': {
    operation: outbound,
    dial: ({ ccp }, number) => new ccp.connect.Agent().connect(number),
  },
  'Endpoint.byPhoneNumber': {
    operation: outbound,
    dial: ({ ccp }, number) => new ccp.connect.Agent().connect(ccp.connect.Endpoint.byPhoneNumber(number)),
  },
  'an endpoint without a type': {
    operation: outbound,
    dial: ({ ccp }, phoneNumber) => new ccp.connect.Agent().connect({ phoneNumber }),
  },
  'contact.addConnection': {
    operation: additional,
    dial: ({ ccp }, number, id) => new ccp.connect.Contact(id).addConnection(number),
  },
  'a button with --dial': {
    operation: outbound,
    dial: async ({ ccp }, number) => {
      ccp.id = 'dialled';
      const call = await fixture<HTMLButtonElement>(
        html`<button commandfor="dialled" command="--dial" value=${number}>Call</button>`,
      );
      call.click();
    },
  },
  'a request to dial': {
    operation: outbound,
    dial: ({ ccp }, endpoint) => ccp.perform(new ConnectDialRequestEvent({ endpoint })),
  },
  'a request to transfer': {
    operation: additional,
    dial: ({ ccp }, endpoint, contactId) => ccp.perform(new ConnectTransferRequestEvent({ contactId, endpoint })),
  },
  'a request to add a participant': {
    operation: additional,
    dial: ({ ccp }, endpoint, contactId) => ccp.perform(new ConnectAddParticipantRequestEvent({ contactId, endpoint })),
  },
  'the field to dial': {
    operation: outbound,
    dial: (scene, number) => typed(scene, '#dial', 'Dial', number),
  },
  'the field of a transfer': {
    operation: additional,
    dial: async (scene, number) => {
      await press(scene.controls, 'Transfer');
      await typed(scene, '#destination', 'Transfer now', number);
    },
  },
  'the field of a new participant': {
    operation: additional,
    dial: async (scene, number) => {
      await press(scene.controls, 'Add participant');
      await typed(scene, '#destination', 'Call', number);
    },
  },
};

const WRITTEN: readonly (readonly [written: string, dialled: string])[] = [
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['tel:+1-206-555-0199', '+12065550199'],
  ['\u202a+1 206 555 0199\u202c', '+12065550199'],
  ['＋８１ ３ １２３４ ５６７８', '+81312345678'],
  ['0044 20 7946 0018', '+442079460018'],
  ['911', '911'],
];

const REFUSED = ['+1 206 555 0199 x 9', '1-800-FLOWERS', '(206) 555-0199'];

/** Numbers that the service was asked to call, in order. */
async function dialled({ sim }: ControlsScene, operation: string): Promise<unknown[]> {
  const { calls } = await sim.truth();
  const asked = calls.filter((call) => call.operation === operation);
  return asked.map(({ params }) => (params as { endpoint: { phoneNumber: unknown } }).endpoint.phoneNumber);
}

async function sceneFor(operation: string): Promise<[scene: ControlsScene, contactId: string]> {
  const scene = await mountControls();
  const contactId = operation === additional ? await connectedCall(scene) : '';
  // Refused each time, so that the next one can be dialled too.
  await scene.sim.fail(operation, { status: 400, code: 'BadEndpointException', times: Infinity });
  return [scene, contactId];
}

describe('a number', () => {
  for (const [name, { operation, dial }] of Object.entries(DOORS)) {
    it(`by ${name} is read as everywhere`, async () => {
      const [scene, contactId] = await sceneFor(operation);
      for (const [at, [written, number]] of WRITTEN.entries()) {
        void Promise.resolve(dial(scene, written, contactId)).catch(() => {});
        await eventually(async () => (await dialled(scene, operation)).length > at, written);
        expect((await dialled(scene, operation))[at], written).to.equal(number);
        const isPending = () => scene.ccp.state.contacts.some(({ pending }) => pending.length > 0);
        await soon(() => !isPending() && !words(scene.controls, 'outcome-pending'), 'the end of it');
      }
      scene.sim.detach();
    });

    it(`by ${name} is refused as everywhere`, async () => {
      const [scene, contactId] = await sceneFor(operation);
      for (const written of REFUSED) {
        await Promise.resolve(dial(scene, written, contactId)).catch(() => {});
        await soon(() => words(scene.controls, 'outcome-pending') === '', 'the end of it');
      }
      expect(await dialled(scene, operation)).to.deep.equal([]);
      scene.sim.detach();
    });
  }

  it('that a button asks for and that has an extension is refused in the words of the field', async () => {
    const scene = await mountControls();
    DOORS['a button with --dial'].dial(scene, '+1 206 555 0199 x 9', '');
    await soon(
      () => words(scene.controls, 'outcome-failed').includes(en.contactControls.problems.extension),
      'the words',
    );
    expect(button(scene.controls, 'Dial')).to.exist;
    scene.sim.detach();
  });
});
