// <connect-contact-controls> beside a ready host, as its tests use it: by the names that people see.
import { fixture, html } from '@open-wc/testing';
import '../../elements/connect-ccp.js';
import '../../elements/connect-contact-controls.js';
import type { ConnectCcpElement } from '../../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../../elements/contact-controls/element.js';
import type { Simulator } from '../../src/simulator/kit/simulator.js';
import { eventually as soon } from './eventually.js';
import { mountReadyCcp } from './simulated-ccp.js';

/** A host, the simulator behind it, and the controls beside it. */
export interface ControlsScene {
  ccp: ConnectCcpElement;
  sim: Simulator;
  controls: ConnectContactControlsElement;
}

export { soon };

/** Text as people read it, but for numbers, which are written as they are dialled: when they are grouped depends on a download. */
const plain = (text: string | null | undefined) =>
  text
    ?.replace(/\s+/g, ' ')
    .replace(/\+\d[\d ]{6,}\d/g, (number) => number.replaceAll(' ', ''))
    .trim() ?? '';

/** A ready host, and the controls beside it. */
export async function mountControls(parameters: Record<string, string> = {}, country = ''): Promise<ControlsScene> {
  const { ccp, sim } = await mountReadyCcp({ chats: '5', tasks: '5', ...parameters });
  const controls = await fixture<ConnectContactControlsElement>(
    html`<connect-contact-controls country=${country}></connect-contact-controls>`,
  );
  return { ccp, sim, controls };
}

/** Elements of a part. */
export const parts = (controls: ConnectContactControlsElement, name: string): HTMLElement[] => [
  ...controls.renderRoot.querySelectorAll<HTMLElement>(`[part~=${name}]`),
];

/** Text of the first element of a part; empty if there is none. */
export const words = (controls: ConnectContactControlsElement, name: string): string =>
  plain(parts(controls, name)[0]?.textContent);

/** The item of a contact, by who it is. */
export const item = (controls: ConnectContactControlsElement, who: string): HTMLElement | undefined =>
  parts(controls, 'contact').find(({ ariaLabel }) => ariaLabel === who);

/** The accessible name of a button, as far as these elements go. */
function nameOf(button: HTMLElement): string {
  const labelledBy = button.getAttribute('aria-labelledby');
  const label = labelledBy && (button.getRootNode() as ShadowRoot).getElementById(labelledBy)?.textContent;
  return plain(button.ariaLabel ?? (label || button.textContent));
}

/** Names of all buttons in an element, in order. */
export const buttonNames = (root: ParentNode): string[] =>
  [...root.querySelectorAll<HTMLElement>('button')].map(nameOf);

/** Names of the controls of the selected contact, in order. */
export const controlNames = (controls: ConnectContactControlsElement): string[] =>
  parts(controls, 'control').map((control) => plain(control.textContent));

/** The first button of a name, in an item or anywhere. */
export const button = (
  { renderRoot }: ConnectContactControlsElement,
  name: string,
  root: ParentNode = renderRoot,
): HTMLButtonElement | undefined =>
  [...root.querySelectorAll<HTMLButtonElement>('button')].find((one) => nameOf(one) === name);

/** Waits until a button can be pressed. */
export async function usable(
  controls: ConnectContactControlsElement,
  name: string,
  who?: string,
): Promise<HTMLButtonElement> {
  const find = () => {
    const root = who === undefined ? controls.renderRoot : item(controls, who);
    const found = root && button(controls, name, root);
    return found && found.ariaDisabled !== 'true' ? found : undefined;
  };
  await soon(find, `no button ${name}; there are ${buttonNames(controls.renderRoot).join(', ')}`);
  return find()!;
}

/** Waits for a button, and presses it. */
export async function press(controls: ConnectContactControlsElement, name: string, who?: string): Promise<void> {
  (await usable(controls, name, who)).click();
  await controls.updateComplete;
}

/** Waits until the state of the selected contact is said in these words. */
export function stateIs(controls: ConnectContactControlsElement, state: string): Promise<void> {
  const present = () => plain(parts(controls, 'contact-selected')[0]?.querySelector('[part=state]')?.textContent);
  return soon(() => present() === state, `state is not ${state}`);
}

/** An accepted call. Resolves to the contact's id. */
export async function connectedCall({ sim, controls }: ControlsScene): Promise<string> {
  const contactId = await sim.incomingCall({ from: '+12065550100', queue: 'Support' });
  await press(controls, 'Accept');
  await stateIs(controls, 'Connected');
  await usable(controls, 'Hold');
  return contactId;
}

/** A call in which the agent talks to Ann Lee while the customer waits. Resolves to the contact's id. */
export async function consultation(scene: ControlsScene): Promise<string> {
  const contactId = await connectedCall(scene);
  await press(scene.controls, 'Add participant');
  await press(scene.controls, 'Ann Lee');
  await press(scene.controls, 'Call');
  await stateIs(scene.controls, 'Calling Ann Lee…');
  await scene.sim.thirdPartyAnswers(contactId);
  await stateIs(scene.controls, 'Talking to Ann Lee');
  return contactId;
}

/** Everything that screen readers are told from now on: `!` before what interrupts. */
export function announcements(controls: ConnectContactControlsElement): string[] {
  const heard: string[] = [];
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      const region = node instanceof HTMLParagraphElement ? node.closest('[role=alert], [role=status]') : null;
      if (region) heard.push(`${region.role === 'alert' ? '! ' : ''}${plain(node.textContent)}`);
    }
  }).observe(controls.renderRoot, { childList: true, subtree: true });
  return heard;
}

/** Requests that leave the controls from now on, by verb. */
export function requests(controls: ConnectContactControlsElement): string[] {
  const heard: string[] = [];
  const verbs =
    'accept reject hang-up hold resume mute unmute send-digits dial transfer add-participant conference swap clear select-contact';
  for (const verb of verbs.split(' ')) {
    controls.addEventListener(`connect-${verb}-request` as 'connect-hold-request', () => heard.push(verb));
  }
  return heard;
}
