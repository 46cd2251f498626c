import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  announcements,
  button,
  connectedCall,
  type ControlsScene,
  item,
  mountControls,
  parts,
  press,
  soon,
  stateIs,
  usable,
  words,
} from './support/controls-scene.js';

const focused = ({ controls }: ControlsScene) => controls.shadowRoot!.activeElement as HTMLElement | null;

/** Name of what has the focus; empty if nothing of the controls has it. */
function focusedName(scene: ControlsScene): string {
  const element = focused(scene);
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent.trim() ?? '';
  return element?.ariaLabel ?? element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

async function focusIs(scene: ControlsScene, name: string): Promise<void> {
  await soon(() => focusedName(scene) === name, '').catch(() => undefined);
  expect(focusedName(scene), 'what has the focus').to.equal(name);
}

/** Goes on by the Tab key until something has the focus. */
async function tabTo(scene: ControlsScene, name: string): Promise<void> {
  const passed: string[] = [];
  for (let steps = 0; steps < 40; steps++) {
    if (focusedName(scene) === name) return;
    await sendKeys({ press: 'Tab' });
    passed.push(focusedName(scene));
  }
  throw new Error(`Tab does not lead to “${name}”: ${passed.join(', ')}`);
}

/** Waits until a control that ends something heeds keys: a press that begins at once was meant for what was there before. */
async function settled(): Promise<void> {
  const start = performance.now();
  await soon(() => performance.now() - start > 550, 'half a second');
}

/** Controls beside a host that the keyboard does not reach. */
async function mount(parameters: Record<string, string> = {}): Promise<ControlsScene> {
  const scene = await mountControls(parameters);
  scene.ccp.headless = true;
  await scene.ccp.updateComplete;
  return scene;
}

describe('<connect-contact-controls> by keyboard', () => {
  it('goes from an incoming call to clear: the focus is never lost, and everything is said', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    const heard = announcements(controls);
    const id = await sim.incomingCall({ from: '+12065550100', queue: 'Support' });
    await usable(controls, 'Accept');
    expect(document.activeElement).to.equal(document.body); // nobody's focus is taken away

    await tabTo(scene, 'Accept');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Mute');

    await sendKeys({ press: ' ' });
    await focusIs(scene, 'Unmute');
    await sendKeys({ press: ' ' });
    await focusIs(scene, 'Mute');

    await tabTo(scene, 'Hold');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Resume');
    await usable(controls, 'Resume');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Hold');
    await usable(controls, 'Hold');

    await tabTo(scene, 'Keypad');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, '1');
    await sendKeys({ press: '5' });
    await soon(() => words(controls, 'digits') === '5' && words(controls, 'outcome-confirmed'), 'the digit');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    await focusIs(scene, '5');
    await sendKeys({ press: 'Escape' });
    await focusIs(scene, 'Keypad');

    await tabTo(scene, 'Add participant');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Name or number');
    await usable(controls, 'Ann Lee');
    await sendKeys({ type: 'ann' });
    await tabTo(scene, 'Ann Lee');
    await sendKeys({ press: 'Enter' });
    await tabTo(scene, 'Call');
    await sendKeys({ press: 'Enter' });
    await stateIs(controls, 'Calling Ann Lee…');
    await soon(() => focused(scene), 'the focus');
    await sim.thirdPartyAnswers(id);
    await stateIs(controls, 'Talking to Ann Lee');

    await tabTo(scene, 'Swap');
    await sendKeys({ press: 'Enter' });
    await stateIs(controls, 'Talking to +12065550100');
    await usable(controls, 'Swap');
    await focusIs(scene, 'Swap');
    await tabTo(scene, 'Conference');
    await sendKeys({ press: 'Enter' });
    await stateIs(controls, 'Conference');
    await soon(() => !button(controls, 'Conference'), 'done');
    await focusIs(scene, 'Keypad');

    await sendKeys({ down: 'Shift' });
    await tabTo(scene, 'Remove Ann Lee');
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await stateIs(controls, 'Connected');
    await focusIs(scene, 'Mute');

    await tabTo(scene, 'End');
    await settled();
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Done');
    await settled();
    await sendKeys({ press: 'Enter' });
    await soon(() => focused(scene)?.matches('[part=idle]'), 'the focus is where the contacts were');
    await tabTo(scene, 'Number to call');

    await soon(() => heard.at(-1) === 'Cleared', 'the last word');
    expect(heard).to.deep.equal([
      '! Incoming call from +12065550100, Support',
      'Accepting…',
      'Accepted',
      'Muting…',
      'Muted',
      'Unmuting…',
      'Unmuted',
      'Putting on hold…',
      'On hold',
      'Taking off hold…',
      'Resumed',
      'Sending digits…',
      'Digits sent',
      '2 quick connects',
      '1 quick connect',
      '1 quick connect',
      'Adding a participant…',
      'Participant called',
      '+12065550100: Talking to Ann Lee',
      'Swapping…',
      'Swapped',
      'Joining everyone…',
      'Everyone is in the call',
      'Removing…',
      'Removed',
      'Ending…',
      'Ended',
      'Clearing…',
      'Cleared',
    ]);
  });

  it('dials a number', async () => {
    const scene = await mount();
    await tabTo(scene, 'Number to call');
    await sendKeys({ type: '+61 417 000 000' });
    await sendKeys({ press: 'Enter' });
    await stateIs(scene.controls, 'Calling…');
    await soon(() => focused(scene) === item(scene.controls, '+61417000000'), 'the focus is on the new call');
  });

  it('rejects, and clears', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    await sim.incomingCall();
    await usable(controls, 'Reject');
    await tabTo(scene, 'Reject');
    await sendKeys({ press: 'Enter' });
    await stateIs(controls, 'Rejected');
    await focusIs(scene, 'Clear');
  });

  it('does not go on from one control to the next while a key is held down', async () => {
    const scene = await mount();
    const { controls } = scene;
    await connectedCall(scene);
    button(controls, 'Hold')!.focus();
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    expect(focused(scene)!.dispatchEvent(held)).to.be.false;
  });

  it('opens and closes what a control opens, and closes it by Escape from anywhere in it', async () => {
    const scene = await mount();
    const { controls } = scene;
    await connectedCall(scene);
    await tabTo(scene, 'Transfer');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Name or number');
    expect(button(controls, 'Transfer')!.ariaExpanded).to.equal('true');
    await tabTo(scene, 'Ann Lee');
    await sendKeys({ press: 'Escape' });
    await focusIs(scene, 'Transfer');
    expect(parts(controls, 'panel').length).to.equal(0);
    expect(button(controls, 'Transfer')!.ariaExpanded).to.equal('false');
    await sendKeys({ press: 'Enter' });
    await focusIs(scene, 'Name or number');
    await press(controls, 'Transfer');
    await focusIs(scene, 'Transfer');
  });

  it('turns pages and keeps the focus, on the last page too', async () => {
    const scene = await mount({ endpoints: '12' });
    const { controls } = scene;
    await connectedCall(scene);
    await press(controls, 'Transfer');
    await usable(controls, 'Next page');
    await tabTo(scene, 'Next page');
    await sendKeys({ press: 'Enter' });
    await soon(() => words(controls, 'page-position') === '9 to 12 of 12', 'the last page');
    expect(focusedName(scene)).to.equal('Next page');
  });

  it('when the customer leaves while the keypad has the focus, it goes to the contact', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    const id = await connectedCall(scene);
    await press(controls, 'Keypad');
    await focusIs(scene, '1');
    await sim.customerHangsUp(id);
    await soon(() => focused(scene) === item(controls, '+12065550100'), 'the focus is on the item');
  });

  it('when a contact is gone that had the focus, it goes to the next one', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    const id = await connectedCall(scene);
    await sim.incomingChat({ customerName: 'Maria Lindqvist' });
    await usable(controls, 'Accept', 'Maria Lindqvist');
    await sim.customerHangsUp(id);
    await usable(controls, 'Done');
    await tabTo(scene, 'Done');
    await settled();
    await sendKeys({ press: 'Enter' });
    await soon(() => focused(scene) === item(controls, 'Maria Lindqvist'), 'the focus is on the next contact');
  });

  it('when slotted content had the focus and its contact is gone, the focus comes to the controls', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    controls.innerHTML = '<section slot="workspace"><textarea aria-label="Notes"></textarea></section>';
    const id = await sim.incomingTask({ name: 'Refund request' });
    await press(controls, 'Accept');
    await stateIs(controls, 'Connected');
    controls.querySelector('textarea')!.focus();
    const contact = new scene.ccp.connect.Contact(id);
    await contact.getAgentConnection()!.destroy();
    await contact.clear();
    await soon(() => parts(controls, 'contact').length === 0, 'gone');
    await soon(() => focused(scene)?.matches('[part=idle]'), 'the focus');
  });

  it('tells a second call apart by who it is', async () => {
    const scene = await mount();
    const { sim, controls } = scene;
    const heard = announcements(controls);
    await sim.incomingChat({ customerName: 'Maria Lindqvist', queue: 'Sales' });
    await press(controls, 'Accept', 'Maria Lindqvist');
    await stateIs(controls, 'Connected');
    await usable(controls, 'End');
    await sim.incomingTask({ name: 'Refund request', queue: 'Support' });
    await press(controls, 'Reject', 'Refund request');
    await soon(() => heard.length >= 6, 'all of it');
    expect(heard).to.deep.equal([
      '! Incoming chat from Maria Lindqvist, Sales',
      'Accepting…',
      'Accepted',
      '! Incoming task from Refund request, Support',
      'Refund request: Rejecting…',
      'Refund request: Rejected',
    ]);
  });
});
