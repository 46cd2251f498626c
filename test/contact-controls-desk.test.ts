// What an agent with several contacts does: by keyboard, by pointer, in a small box.
import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  button,
  buttonNames,
  connectedCall,
  controlNames,
  type ControlsScene,
  item,
  mountControls,
  parts,
  press,
  requests,
  soon,
  stateIs,
  usable,
  words,
} from './support/controls-scene.js';

const CALLER = '+12065550100';

const focused = ({ controls }: ControlsScene) => controls.shadowRoot!.activeElement as HTMLElement | null;

const names = ({ controls }: ControlsScene) => parts(controls, 'contact').map(({ ariaLabel }) => ariaLabel);

/** Presses a key again and again until something is so: a control that has just come does not heed the first ones. */
async function keyUntil(key: string, isSo: () => unknown, what: string): Promise<void> {
  await soon(async () => {
    if (isSo()) return true;
    await sendKeys({ press: key });
    return isSo();
  }, what);
}

/** Three chats that are worked on, then a call that is taken, then a task. */
async function busyDesk(): Promise<ControlsScene & { call: string }> {
  const scene = await mountControls();
  const { sim, controls } = scene;
  for (const customerName of ['Ana Ruiz', 'Bo Larsen', 'Cem Kaya']) {
    await sim.incomingChat({ customerName });
    await press(controls, 'Accept', customerName);
    await usable(controls, 'End', customerName);
  }
  const call = await sim.incomingCall({ from: CALLER });
  await press(controls, 'Accept', CALLER);
  await usable(controls, 'Hold', CALLER);
  await sim.incomingTask({ name: 'Check a return' });
  await press(controls, 'Accept', 'Check a return');
  await usable(controls, 'Pause', 'Check a return');
  return { ...scene, call };
}

describe('<connect-contact-controls> with several contacts', () => {
  it('shows what rings first, calls before the rest, then the live call, then the others as they came', async () => {
    const scene = await busyDesk();
    const { sim } = scene;
    expect(names(scene)).to.deep.equal([CALLER, 'Ana Ruiz', 'Bo Larsen', 'Cem Kaya', 'Check a return']);
    await sim.incomingChat({ customerName: 'Dee Novak' });
    await soon(() => names(scene)[0] === 'Dee Novak', 'what rings is first');
    await sim.customerHangsUp(scene.call);
    await soon(() => names(scene)[1] === 'Ana Ruiz', 'a call that is over waits with the others');
    expect(names(scene)).to.deep.equal(['Dee Novak', 'Ana Ruiz', 'Bo Larsen', 'Cem Kaya', CALLER, 'Check a return']);
  });

  for (const width of [200, 320]) {
    it(`has Accept in sight in a box of ${width} by 200 px when something rings, and leaves the focus alone`, async () => {
      const scene = await busyDesk();
      const { sim, controls } = scene;
      const notes = await fixture<HTMLTextAreaElement>(html`<textarea></textarea>`);
      Object.assign(controls.style, { blockSize: '200px', inlineSize: `${width}px` });
      controls.scrollTop = controls.scrollHeight;
      notes.focus();
      await sim.incomingChat({
        customerName: 'Dee Novak, who has a name that takes more than one line where there is little room',
        attributes: { tier: 'gold', reason: 'A very long story about an order that never came', a: '1', b: '2' },
      });
      await soon(() => button(controls, 'Accept'), 'it rings');
      await controls.updateComplete;
      const box = controls.getBoundingClientRect();
      const accept = button(controls, 'Accept')!.getBoundingClientRect();
      expect(accept.top, 'top').to.be.at.least(box.top);
      expect(accept.bottom, 'bottom').to.be.at.most(box.bottom + 1);
      expect(document.activeElement).to.equal(notes);
      expect(controls.scrollWidth).to.be.at.most(width);
    });
  }

  it('has what takes a contact directly under its head, and everything else below that', async () => {
    const { sim, controls } = await mountControls();
    await sim.incomingCall({ from: CALLER, attributes: { tier: 'gold' } });
    await usable(controls, 'Accept');
    const [head] = parts(controls, 'head');
    expect(head.nextElementSibling).to.equal(parts(controls, 'controls')[0]);
    expect(
      parts(controls, 'controls')[0].compareDocumentPosition(parts(controls, 'attributes')[0]) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).to.be.ok;
  });

  it('keeps Mute, Hold and End of a live call while another contact is selected, and does what they say', async () => {
    const scene = await busyDesk();
    const { controls, ccp, call } = scene;
    const [bar] = parts(controls, 'call-bar');
    expect([bar.role, bar.ariaLabel]).to.deep.equal(['group', `Call with ${CALLER}`]);
    expect(buttonNames(bar)).to.deep.equal(['Mute', 'Hold', 'End']);
    expect(item(controls, 'Check a return')!.matches('[aria-current]')).to.be.true;
    await press(controls, 'Mute', CALLER);
    await usable(controls, 'Unmute', CALLER);
    expect(ccp.state.mute).to.be.true;
    await press(controls, 'Hold', CALLER);
    await usable(controls, 'Resume', CALLER);
    expect(controlNames(controls).filter((name) => ['Hold', 'Resume'].includes(name))).to.deep.equal(['Resume']);
    expect(item(controls, 'Check a return')!.matches('[aria-current]'), 'the task is still selected').to.be.true;
    await expect(controls).to.be.accessible();
    await press(controls, 'End', CALLER);
    await soon(
      () => ccp.state.contacts.find(({ contactId }) => contactId === call)?.state.type === 'ended',
      'the call is over',
    );
    await soon(() => parts(controls, 'call-bar').length === 0, 'the bar goes with the call');
  });

  it('pauses and continues a task, and holds nothing but calls', async () => {
    const { sim, controls } = await mountControls();
    await sim.incomingTask({ name: 'Check a return' });
    await press(controls, 'Accept');
    await press(controls, 'Pause');
    await soon(() => words(controls, 'outcome') === 'Paused', 'the outcome');
    await press(controls, 'Continue');
    await usable(controls, 'Pause');
    expect(controlNames(controls)).not.to.include.members(['Hold', 'Resume']);
  });
});

describe('<connect-contact-controls> does nothing that the agent has not meant', () => {
  /** Where the agent is typing when the customer hangs up. */
  const TYPING: Readonly<Record<string, (scene: ControlsScene) => Promise<HTMLElement>>> = {
    'a number to transfer to': async ({ controls }) => {
      await press(controls, 'Transfer');
      await soon(() => controls.renderRoot.querySelector('#destination, [part~=input]'), 'the field');
      return controls.renderRoot.querySelector<HTMLElement>('#destination, [part~=input]')!;
    },
    digits: async ({ controls }) => {
      await press(controls, 'Keypad');
      return parts(controls, 'key')[0];
    },
    'nothing, with Mute in focus': ({ controls }) => usable(controls, 'Mute'),
  };

  for (const [what, open] of Object.entries(TYPING)) {
    it(`customer hangs up in mid-typing: ${what}`, async () => {
      const scene = await mountControls();
      const { sim, controls, ccp } = scene;
      const id = await connectedCall(scene);
      const field = await open(scene);
      field.focus();
      if (field instanceof HTMLInputElement) await sendKeys({ type: '+1206' });
      const heard = requests(controls);
      await sim.customerHangsUp(id);
      await stateIs(controls, 'After-call work');
      await soon(() => focused(scene) === item(controls, CALLER), 'the focus is on the item');
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: ' ' });
      expect(heard).to.deep.equal([]);
      expect(ccp.state.contacts.map(({ state }) => state.type)).to.deep.equal(['ended']);
    });
  }

  it('Enter twice on End ends the call, and not the work after it; Enter some time later does', async () => {
    const scene = await mountControls();
    const { controls, ccp } = scene;
    await connectedCall(scene);
    const end = await usable(controls, 'End');
    // End is there for a second by now, and "at once" is at once on a machine of any speed.
    const moment = performance.now() + 1_000;
    performance.now = () => moment;
    let heard: readonly string[];
    try {
      await keyUntil(
        'Enter',
        () => {
          end.focus();
          return ccp.state.contacts[0].pending.includes('hang-up') || ccp.state.contacts[0].state.type === 'ended';
        },
        'the call is ended',
      );
      heard = requests(controls);
      await soon(() => focused(scene)?.dataset.verb === 'clear', 'the focus is on Done');
      for (const key of ['Enter', ' ']) {
        const down = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        expect(focused(scene)!.dispatchEvent(down), `key ${key} at once`).to.be.false;
      }
    } finally {
      Reflect.deleteProperty(performance, 'now');
    }
    expect(heard).to.deep.equal([]);
    await keyUntil('Enter', () => ccp.state.contacts.length === 0, 'it is cleared');
  });

  it('a blank that goes down elsewhere presses nothing when it comes up', async () => {
    const scene = await mountControls();
    const { controls } = scene;
    await connectedCall(scene);
    const hold = await usable(controls, 'Hold');
    const heard = requests(controls);
    const field = await fixture<HTMLInputElement>(html`<input />`);
    field.focus();
    await sendKeys({ down: ' ' });
    hold.focus();
    await sendKeys({ up: ' ' });
    expect(heard).to.deep.equal([]);
  });

  it('a double click is one command', async () => {
    const scene = await mountControls();
    const { controls } = scene;
    await connectedCall(scene);
    const heard = requests(controls);
    const { x, y, width, height } = (await usable(controls, 'Mute')).getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
    await usable(controls, 'Unmute');
    const again = new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true });
    (await usable(controls, 'Unmute')).dispatchEvent(again);
    expect(heard).to.deep.equal(['mute']);
  });
});

describe('<connect-contact-controls> says what comes next', () => {
  it('work after a call ends by Done, which stands out', async () => {
    const scene = await mountControls();
    const { controls } = scene;
    await connectedCall(scene);
    await press(controls, 'End');
    const done = await usable(controls, 'Done');
    await resetMouse();
    const accent = document.createElement('span');
    accent.style.color = 'light-dark(#0b5cad, #7cb7ff)';
    controls.parentElement!.append(accent);
    expect(getComputedStyle(done).backgroundColor).to.equal(getComputedStyle(accent).color);
  });

  it('a missed call is called back: it is cleared, and the number is dialled', async () => {
    const scene = await mountControls();
    const { sim, controls, ccp } = scene;
    const id = await sim.incomingCall({ from: CALLER });
    await usable(controls, 'Accept');
    await sim.missed(id);
    await stateIs(controls, 'Missed');
    expect(controlNames(controls)).to.deep.equal(['Call back', 'Clear']);
    expect(words(controls, 'text')).to.contain('Clear takes it off the list');
    const heard = requests(controls);
    await press(controls, 'Call back');
    await stateIs(controls, 'Calling…');
    expect(heard).to.deep.equal(['clear', 'dial']);
    expect(ccp.state.contacts.map(({ who }) => who)).to.deep.equal([CALLER]);
  });

  it('the controls stay where they are while a command runs and when it has worked', async () => {
    const scene = await mountControls();
    const { controls } = scene;
    await connectedCall(scene);
    await soon(() => words(controls, 'outcome') === '', 'no word about accepting any more');
    const place = () => JSON.stringify([controls.offsetHeight, button(controls, 'End')!.getBoundingClientRect()]);
    const before = place();
    await press(controls, 'Mute');
    expect(place(), 'while it runs').to.equal(before);
    await usable(controls, 'Unmute');
    await soon(() => words(controls, 'outcome') === 'Muted', 'the outcome');
    expect(place(), 'when it has worked').to.equal(before);
  });
});

describe('Show panel', () => {
  async function shownPanel() {
    const scene = await mountControls();
    const { ccp, sim, controls } = scene;
    ccp.headless = true;
    const chat = await sim.incomingChat({ customerName: 'Maria Lindqvist' });
    await press(controls, 'Accept');
    await usable(controls, 'Show panel');
    const place = JSON.stringify(controls.getBoundingClientRect());
    button(controls, 'Show panel')!.focus();
    await press(controls, 'Show panel');
    await soon(() => ccp.offsetHeight > 100, 'the panel');
    return { ...scene, chat, place };
  }

  const WAYS: Readonly<Record<string, (scene: Awaited<ReturnType<typeof shownPanel>>) => unknown>> = {
    'the same button': ({ controls }) => press(controls, 'Hide panel'),
    'its own button': ({ ccp }) => ccp.renderRoot.querySelector<HTMLElement>('[part~=hide-panel]')!.click(),
    Escape: () => sendKeys({ press: 'Escape' }),
    'hidePanel()': ({ ccp }) => ccp.hidePanel(),
    'the end of the contact': ({ sim, chat }) => sim.customerHangsUp(chat),
  };

  for (const [way, close] of Object.entries(WAYS)) {
    it(`shows it above the page, and ${way} closes it; the focus returns`, async () => {
      const scene = await shownPanel();
      const { ccp, controls, place } = scene;
      expect(ccp.matches(':popover-open')).to.be.true;
      expect(JSON.stringify(controls.getBoundingClientRect()), 'the layout').to.equal(place);
      expect(document.activeElement).to.equal(ccp);
      const { right, bottom } = ccp.getBoundingClientRect();
      expect([right <= innerWidth, bottom <= innerHeight]).to.deep.equal([true, true]);
      await close(scene);
      await soon(() => ccp.offsetHeight === 1, 'it is closed');
      await soon(() => document.activeElement === controls, 'the focus is back');
      expect(ccp.popover).to.be.null;
    });
  }
});
