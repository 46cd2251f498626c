import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FAVOURITES_KEY } from '../elements/contact-controls/favourites.js';
import type { NumberProblem } from '../elements/contact-controls/phone-number.js';
import { readPhoneNumber } from '../elements/contact-controls/phone-number.js';
import { en } from './support/english.js';
import type { ConnectTransferRequestEvent } from '../elements/verbs/requests.js';
import type { Simulator } from '../src/simulator/kit/simulator.js';
import {
  announcements,
  button,
  buttonNames,
  connectedCall,
  consultation,
  type ControlsScene,
  mountControls,
  parts,
  press,
  requests,
  soon,
  stateIs,
  usable,
  words,
} from './support/controls-scene.js';

const { problems } = en.contactControls;

/** Types into the only field of a kind, as a person does. */
function type({ controls }: ControlsScene, kind: 'tel' | 'search', text: string): HTMLInputElement {
  const field = controls.renderRoot.querySelector<HTMLInputElement>(`input[type=${kind}]`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return field;
}

/** Operations that the service has been asked for, without those that read. */
async function operations(sim: Simulator): Promise<string[]> {
  const { calls } = await sim.truth();
  const all = calls.map(({ operation }) => operation);
  return all.filter((operation) => !operation.startsWith('get') && !operation.startsWith('send'));
}

const quickConnects = ({ controls }: ControlsScene) =>
  parts(controls, 'quick-connect').map((one) => one.textContent.trim());

performance.setResourceTimingBufferSize(10_000); // as a rule a page lists its first 250 resources only, fewer than it has modules
const libraryWasLoaded = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('libphonenumber-js'));

describe('numbers and destinations of <connect-contact-controls>', () => {
  describe('a typed number', () => {
    it('is called as it is when it has a country code: no library is needed to read it', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      type(scene, 'tel', '+61 417 000 000');
      await press(controls, 'Dial');
      await stateIs(controls, 'Calling…');
      expect(words(controls, 'who')).to.equal('+61417000000');
      expect(await operations(sim)).to.deep.equal(['createOutboundContact']);
    });

    it('is read as one of the country, if the page says which', async () => {
      const scene = await mountControls({}, 'US');
      const { controls } = scene;
      type(scene, 'tel', '(206) 555-0100');
      await press(controls, 'Dial');
      await stateIs(controls, 'Calling…');
      expect(words(controls, 'who').replace(/\D/g, '')).to.match(/2065550100$/); // grouped as the country writes it, once that is known
      expect(libraryWasLoaded()).to.be.true;
    });

    const numbers: [typed: string, country: string, read: string][] = [
      ['+12065550100', '', '+12065550100'],
      ['tel:+1-206-555-0100', '', '+12065550100'],
      ['+1 (206) 555.0100', '', '+12065550100'],
      ['+44 (0)20 7946 0123', '', '+442079460123'],
      ['\u2002+49\u00a030\u2013123456 ', '', '+4930123456'],
      ['(206) 555-0100', 'us', '+12065550100'],
      ['1 206 555 0100', 'US', '+12065550100'],
      ['0417 000 000', 'AU', '+61417000000'],
      ['020 7946 0123', 'GB', '+442079460123'],
      ['0044 20 7946 0123', 'DE', '+442079460123'],
      ['0044 (0)20 7946 0123', 'DE', '+442079460123'],
      ['0044 20 7946 0123', '', '+442079460123'],
      ['0044 20 7946 0123', 'US', '+442079460123'],
      ['0061 2 5550 1234', 'US', '+61255501234'],
      ['011 44 20 7946 0123', 'US', '+442079460123'],
      ['011 44 (0)20 7946 0123', 'CA', '+442079460123'],
      ['011 44 20 7946 0123', 'DE', '+442079460123'],
      ['010 44 20 7946 0123', 'JP', '+442079460123'],
      ['0011 44 20 7946 0123', 'AU', '+442079460123'],
      ['001 44 20 7946 0123', 'HK', '+442079460123'],
      ['0015 44 20 7946 0123', 'BR', '+442079460123'],
      ['011 4312-3456', 'AR', '+541143123456'],
      ['0113 496 0000', 'GB', '+441134960000'],
      ['(020) 7946 0123', 'GB', '+442079460123'],
      ['(0)20 7946 0123', 'GB', '+442079460123'],
      ['０３－１２３４－５６７８', 'JP', '+81312345678'],
      ['०११ २३४५ ६७८९', 'IN', '+911123456789'],
      ['\u202a(206) 555-0100\u202c', 'US', '+12065550100'],
      ['tel:(206)555-0100', 'US', '+12065550100'],
      ['tel:020-7946-0123;phone-context=+44', 'US', '+442079460123'],
      ['tel:020-7946-0123;phone-context=+44', '', '+442079460123'],
      ['911', 'US', '911'],
      ['9 1 1', 'US', '911'],
      ['911', '', '911'],
      ['112', 'DE', '112'],
      ['999', 'GB', '999'],
      ['000', 'AU', '000'],
      ['110', 'JP', '110'],
      ['１１９', 'JP', '119'],
      ['988', 'US', '988'],
      ['116 117', 'DE', '116117'],
      ['18', 'FR', '18'],
      ['+1 911', 'US', '+1911'],
    ];
    for (const [typed, country, number] of numbers) {
      it(`“${typed}”${country && ` in ${country}`} is ${number}`, async () => {
        expect(await readPhoneNumber(typed, country)).to.deep.equal({ number });
      });
    }

    const wrong: [typed: string, country: string, problem: NumberProblem][] = [
      ['', 'US', 'empty'],
      ['  -- ', '', 'empty'],
      ['1-800-FLOWERS', 'US', 'letters'],
      ['206.555.0100 x 9', 'US', 'extension'],
      ['+1 206 555 0100 ext 9', '', 'extension'],
      ['tel:+12065550100;ext=9', 'US', 'extension'],
      ['+44 20 7946 0123 / 24', 'GB', 'several'],
      ['2065550100', '', 'country'],
      ['911 0', '', 'country'],
      ['0061 2 5550 1234', '', 'country'],
      ['tel:7042;phone-context=example.com', 'US', 'country'],
      ['106 555 0100', 'US', 'invalid'],
      ['2065550100', 'XX', 'country'],
      ['+1206', '', 'short'],
      ['206 555', 'US', 'short'],
      ['+1206555010012345', '', 'long'],
      ['206 555 0100 0100 01', 'US', 'long'],
      ['+0206555010', '', 'invalid'],
      ['*67 206 555 0100', 'US', 'invalid'],
    ];
    for (const [typed, country, problem] of wrong) {
      it(`“${typed}”${country && ` in ${country}`} is wrong: ${problems[problem]}`, async () => {
        expect(await readPhoneNumber(typed, country)).to.deep.equal({ problem });
      });
    }

    it('that is wrong gets a message that says what to do, at the field, and keeps the focus there', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const heard = announcements(controls);
      const field = type(scene, 'tel', '2065550100');
      await press(controls, 'Dial');
      await soon(() => words(controls, 'problem') === problems.country, 'the problem');
      await soon(() => controls.shadowRoot!.activeElement === field, 'the focus');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      const describedBy = field.getAttribute('aria-describedby')!;
      expect(controls.shadowRoot!.getElementById(describedBy)!.textContent.trim()).to.equal(problems.country);
      expect(heard).to.deep.equal([problems.country]);
      type(scene, 'tel', '+12065550100');
      await controls.updateComplete;
      expect(words(controls, 'problem')).to.equal('');
      expect(await operations(sim)).to.deep.equal([]);
    });

    it('that the service refuses stays there for correction, with what is wrong', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await sim.fail('createOutboundContact', {
        status: 400,
        code: 'BadEndpointException',
        message: 'No such number.',
      });
      const field = type(scene, 'tel', '+12065550100');
      await press(controls, 'Dial');
      await soon(() => words(controls, 'outcome-failed'), 'the failure');
      expect(words(controls, 'outcome-failed')).to.contain('Dial failed. No such number.');
      expect(field.value).to.equal('+12065550100');
      await usable(controls, 'Dial');
    });

    it('is not called when the page prevents it', async () => {
      const scene = await mountControls();
      scene.controls.addEventListener('connect-dial-request', (event) => event.preventDefault());
      const heard = requests(scene.controls);
      type(scene, 'tel', '+12065550100');
      await press(scene.controls, 'Dial');
      await soon(() => heard.length === 1, 'the request');
      expect(await operations(scene.sim)).to.deep.equal([]);
    });
  });

  describe('quick connects', () => {
    it('are shown page by page, in order', async () => {
      const scene = await mountControls({ endpoints: '20' });
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Transfer');
      await usable(controls, 'Ann Lee');
      expect(quickConnects(scene).length).to.equal(8);
      expect(words(controls, 'page-position')).to.equal('1 to 8 of 20');
      expect(button(controls, 'Previous page')!.ariaDisabled).to.equal('true');
      await press(controls, 'Next page');
      await press(controls, 'Next page');
      expect(words(controls, 'page-position')).to.equal('17 to 20 of 20');
      expect(quickConnects(scene)).to.deep.equal(['Contact 9', 'Courier', 'Front desk', 'Support queue']);
      expect(button(controls, 'Next page')!.ariaDisabled).to.equal('true');
      await press(controls, 'Previous page');
      expect(words(controls, 'page-position')).to.equal('9 to 16 of 20');
    });

    it('come from all pages of the service', async () => {
      const scene = await mountControls({ endpoints: '1203' });
      await connectedCall(scene);
      await press(scene.controls, 'Transfer');
      await soon(() => words(scene.controls, 'page-position') === '1 to 8 of 1203', 'all of them');
    });

    it('are found by name, number and login, and it is said how many', async () => {
      const scene = await mountControls({ endpoints: '20' });
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Transfer');
      await usable(controls, 'Ann Lee');
      const heard = announcements(controls);
      for (const [query, found] of [
        ['DESK', ['Front desk']],
        ['+4420', ['Courier']],
        ['bo.park', ['Bo Park']],
        ['nobody', []],
      ] as const) {
        type(scene, 'search', query);
        await controls.updateComplete;
        expect(quickConnects(scene)).to.deep.equal([...found]);
      }
      expect(words(controls, 'no-match')).to.equal('No quick connect matches.');
      await soon(() => heard.length === 4, 'the numbers');
      expect(heard.at(0)).to.equal('1 quick connect');
    });

    it('are filtered by type; a search begins again on its first page', async () => {
      const scene = await mountControls({ endpoints: '20' });
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Transfer');
      await press(controls, 'Next page');
      expect(parts(controls, 'type').map((one) => one.textContent.trim())).to.deep.equal([
        'All',
        'Numbers',
        'Agents',
        'Queues',
      ]);
      await press(controls, 'Agents');
      expect(quickConnects(scene)).to.deep.equal(['Ann Lee', 'Bo Park']);
      expect(button(controls, 'Agents')!.ariaPressed).to.equal('true');
      await press(controls, 'Queues');
      expect(quickConnects(scene)).to.deep.equal(['Support queue']);
    });

    it('for a chat are agents and queues only, and no number can be typed', async () => {
      const scene = await mountControls({ endpoints: '20' });
      const { sim, controls } = scene;
      await sim.incomingChat();
      await press(controls, 'Accept');
      await press(controls, 'Transfer');
      await usable(controls, 'Ann Lee');
      expect(quickConnects(scene)).to.deep.equal(['Ann Lee', 'Bo Park', 'Support queue']);
      type(scene, 'search', '+12065550142');
      await controls.updateComplete;
      expect(parts(controls, 'typed-number').length).to.equal(0);
    });

    it('that do not load say why, and are loaded again on demand', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.fail('getEndpoints', {
        status: 403,
        code: 'AccessDeniedException',
        message: 'The profile has changed.',
      });
      await press(controls, 'Transfer');
      await soon(() => words(controls, 'problem'), 'the problem');
      expect(words(controls, 'problem')).to.contain('The profile has changed.').and.to.contain('security profile');
      await expect(controls).to.be.accessible();
      await press(controls, 'Try again');
      await usable(controls, 'Ann Lee');
    });
  });

  describe('the one field', () => {
    /** A call with its destinations open. */
    async function opened(): Promise<ControlsScene> {
      const scene = await mountControls({}, 'US');
      await connectedCall(scene);
      await press(scene.controls, 'Transfer');
      await usable(scene.controls, 'Ann Lee');
      return scene;
    }

    it('is named for both, and what is chosen sends nothing before one of its buttons is pressed', async () => {
      const { controls, sim } = await opened();
      const { labels } = controls.renderRoot.querySelector<HTMLInputElement>('#destination')!;
      expect(labels![0].textContent).to.equal('Name or number');
      await press(controls, 'Ann Lee');
      expect(button(controls, 'Ann Lee')!.ariaExpanded).to.equal('true');
      expect(parts(controls, 'way').map((one) => one.textContent.trim())).to.deep.equal(['Talk first', 'Transfer now']);
      await press(controls, 'Bo Park');
      expect(button(controls, 'Ann Lee')!.ariaExpanded).to.equal('false');
      expect(parts(controls, 'ways').length).to.equal(1);
      expect(await operations(sim)).to.deep.equal(['acceptContact']);
      await expect(controls).to.be.accessible();
    });

    const TYPED: readonly [text: string, isNumber: boolean, found: readonly string[]][] = [
      ['ann', false, ['Ann Lee']],
      ['+44 20', true, []],
      ['(206) 555-0142', true, []],
      ['tel:+12065550142', true, []],
      ['٠٠٤٤٢٠٧٩٤٦٠١٢٣', true, []],
      ['5', false, []],
    ];
    for (const [text, isNumber, found] of TYPED) {
      it(`${text}: ${isNumber ? 'a number to be called' : 'a search'}`, async () => {
        const scene = await opened();
        const { controls } = scene;
        type(scene, 'search', text);
        await controls.updateComplete;
        expect(parts(controls, 'typed-number').length).to.equal(isNumber ? 1 : 0);
        if (found.length > 0) expect(quickConnects(scene)).to.deep.equal([...found]);
      });
    }

    it('says how many match once that is known, and nothing before', async () => {
      const scene = await mountControls({}, 'US');
      const { controls } = scene;
      await connectedCall(scene);
      const heard = announcements(controls);
      await press(controls, 'Transfer');
      type(scene, 'search', 'ann');
      await usable(controls, 'Ann Lee');
      await soon(() => heard.at(-1) === '1 quick connect', 'how many match');
      expect(heard.filter((text) => /quick connect/i.test(text))).to.deep.equal(['1 quick connect']);
    });

    it('by keyboard: Enter chooses, and Enter again does what the first button says', async () => {
      const scene = await opened();
      const { controls, sim } = scene;
      controls.renderRoot.querySelector<HTMLElement>('#destination')!.focus();
      await sendKeys({ type: 'bo' });
      await sendKeys({ press: 'Enter' });
      await soon(() => controls.shadowRoot!.activeElement?.textContent.trim() === 'Talk first', 'the focus');
      expect(await operations(sim)).to.deep.equal(['acceptContact']);
      await sendKeys({ press: 'Enter' });
      await stateIs(controls, 'Calling Bo Park…');
    });

    it('says what is the matter with a number that cannot be read, and keeps it', async () => {
      const scene = await opened();
      const { controls } = scene;
      const field = type(scene, 'search', '12');
      await press(controls, 'Transfer now');
      await soon(() => words(controls, 'problem') === problems.short, 'the problem');
      expect(field.value).to.equal('12');
      expect(field.ariaInvalid).to.equal('true');
      await soon(() => controls.shadowRoot!.activeElement === field, 'the focus');
      type(scene, 'search', '');
      await controls.updateComplete;
      expect(parts(controls, 'problem').length).to.equal(0);
    });

    it('has favourites first, kept in this browser for the agent; a star moves nothing while the panel is open', async () => {
      localStorage.removeItem(FAVOURITES_KEY);
      try {
        const scene = await opened();
        const { controls } = scene;
        const before = quickConnects(scene);
        await press(controls, 'Favourite: Front desk');
        expect(button(controls, 'Favourite: Front desk')!.ariaPressed).to.equal('true');
        expect(quickConnects(scene)).to.deep.equal(before);
        expect(localStorage.getItem(FAVOURITES_KEY)).to.match(/^\[\["[\da-f]{64}",\["[^"]+"\]\]\]$/);
        await press(controls, 'Transfer');
        await press(controls, 'Transfer');
        await soon(() => quickConnects(scene)[0] === 'Front desk', 'the favourite is first');
        await press(controls, 'Favourite: Front desk');
        expect(localStorage.getItem(FAVOURITES_KEY)).to.be.null;
      } finally {
        localStorage.removeItem(FAVOURITES_KEY);
      }
    });
  });

  describe('a transfer', () => {
    it('cold: calls, and leaves as soon as the other side has answered', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const id = await connectedCall(scene);
      await press(controls, 'Transfer');
      await press(controls, 'Ann Lee');
      await press(controls, 'Transfer now');
      await stateIs(controls, 'Calling Ann Lee…');
      expect(words(controls, 'outcome-pending')).to.equal('Transferring…');
      expect(parts(controls, 'panel').length).to.equal(0);
      await sim.thirdPartyAnswers(id);
      await stateIs(controls, 'After-call work');
      expect(await operations(sim)).to.deep.equal(['acceptContact', 'createAdditionalConnection', 'destroyConnection']);
    });

    it('cold, and nobody answers: the customer is off hold again, and it says so', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const id = await connectedCall(scene);
      await press(controls, 'Transfer');
      await press(controls, 'Ann Lee');
      await press(controls, 'Transfer now');
      await stateIs(controls, 'Calling Ann Lee…');
      await sim.thirdPartyHangsUp(id);
      await soon(() => words(controls, 'outcome-failed'), 'the failure');
      expect(words(controls, 'outcome-failed')).to.contain('Transfer failed. Nobody answered.');
      await stateIs(controls, 'Connected');
      expect(await operations(sim)).to.deep.equal(['acceptContact', 'createAdditionalConnection', 'resumeConnection']);
    });

    it('warm, from the same panel: talk first, then leave', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const id = await connectedCall(scene);
      const heard = requests(controls);
      await press(controls, 'Transfer');
      await press(controls, 'Ann Lee');
      await press(controls, 'Talk first');
      await stateIs(controls, 'Calling Ann Lee…');
      await sim.thirdPartyAnswers(id);
      await stateIs(controls, 'Talking to Ann Lee');
      await press(controls, 'Leave');
      await stateIs(controls, 'After-call work');
      expect(heard).to.deep.equal(['add-participant', 'hang-up']);
      expect(await operations(sim)).to.deep.equal(['acceptContact', 'createAdditionalConnection', 'destroyConnection']);
    });

    it('to a typed number', async () => {
      const scene = await mountControls({}, 'US');
      const { controls } = scene;
      await connectedCall(scene);
      const heard = new Promise<ConnectTransferRequestEvent>((resolve) =>
        controls.addEventListener('connect-transfer-request', resolve, { once: true }),
      );
      await press(controls, 'Transfer');
      await controls.updateComplete;
      type(scene, 'search', '(206) 555-0142');
      await press(controls, 'Transfer now');
      expect((await heard).endpoint).to.equal('+12065550142');
      await stateIs(controls, 'Calling (206) 555-0142…');
    });

    it('of a chat to a queue: it is over for this agent', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await sim.incomingChat();
      await press(controls, 'Accept');
      await press(controls, 'Transfer');
      await press(controls, 'Support queue');
      expect(button(controls, 'Talk first')).not.to.exist;
      await press(controls, 'Transfer now');
      await stateIs(controls, 'After-contact work');
      expect(await operations(sim)).to.deep.equal(['acceptContact', 'createAdditionalConnection']);
    });

    it('that the page prevents is not made; the panel closes all the same', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      controls.addEventListener('connect-transfer-request', (event) => event.preventDefault());
      await press(controls, 'Transfer');
      await press(controls, 'Ann Lee');
      await press(controls, 'Transfer now');
      expect(parts(controls, 'panel').length).to.equal(0);
      expect(await operations(sim)).to.deep.equal(['acceptContact']);
    });
  });

  describe('adding a participant', () => {
    it('offers numbers and quick connects, and no way to transfer at once', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Add participant');
      await press(controls, 'Ann Lee');
      expect(button(controls, 'Call')).to.exist;
      expect(button(controls, 'Transfer now')).not.to.exist;
      expect(button(controls, 'Talk first')).not.to.exist;
    });

    it('leads to a conference, from which one can be removed', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await consultation(scene);
      await press(controls, 'Conference');
      await stateIs(controls, 'Conference');
      await press(controls, 'Remove Ann Lee');
      await stateIs(controls, 'Connected');
    });

    it('with room for many, goes on until there is none', async () => {
      const scene = await mountControls({ multiParty: 'yes' });
      const { sim, controls } = scene;
      const id = await consultation(scene);
      await press(controls, 'Add participant');
      await press(controls, 'Bo Park');
      await press(controls, 'Call');
      await stateIs(controls, 'Calling Bo Park…');
      await sim.thirdPartyAnswers(id);
      await stateIs(controls, 'Talking to Bo Park');
      expect(parts(controls, 'party').length).to.equal(3);
      await expect(controls).to.be.accessible();
    });
  });

  describe('without a call', () => {
    it('the keys type where the caret is, take away what was typed last, and Escape closes them', async () => {
      const { controls } = await mountControls();
      const field = controls.renderRoot.querySelector<HTMLInputElement>('#dial')!;
      await press(controls, 'Keypad');
      await soon(() => controls.shadowRoot!.activeElement === button(controls, '1'), 'the first key has the focus');
      for (const key of ['+', '1', '2', '0', '6', '7']) await press(controls, key);
      await press(controls, 'Delete last digit');
      expect(field.value).to.equal('+1206');
      await sendKeys({ press: '5' });
      expect(field.value).to.equal('+12065');
      field.setSelectionRange(1, 3);
      await press(controls, '9');
      expect(field.value).to.equal('+9065');
      await expect(controls).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await soon(() => parts(controls, 'keys').length === 0, 'the keys are gone');
      await soon(() => controls.shadowRoot!.activeElement === button(controls, 'Keypad'), 'the focus is where it was');
    });

    it('numbers of late are at hand: one goes into the field, and nobody is called by choosing', async () => {
      const scene = await mountControls({}, 'US');
      const { sim, controls, ccp } = scene;
      ccp.addEventListener('connect-contact-added', ({ contact }) =>
        ccp.identifyContact(contact.contactId, { name: 'Ana Ruiz' }),
      );
      const contactId = await connectedCall(scene);
      await sim.customerHangsUp(contactId);
      await press(controls, 'Done');
      await soon(() => parts(controls, 'recent-number').length === 1, 'the number');
      expect(parts(controls, 'recent-number')[0].textContent).to.contain('Ana Ruiz');
      const heard = requests(controls);
      parts(controls, 'recent-number')[0].click();
      const field = controls.renderRoot.querySelector<HTMLInputElement>('#dial')!;
      expect(field.value).to.equal('+12065550100');
      expect(controls.shadowRoot!.activeElement).to.equal(field);
      expect(heard).to.deep.equal([]);
      await press(controls, 'Dial');
      await stateIs(controls, 'Calling…');
    });
  });

  describe('the keypad', () => {
    it('sends what is typed meanwhile together, in order, and shows what the service has taken', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Keypad');
      await sim.latency(100);
      for (const digit of ['1', '2', '#']) button(controls, digit)!.click();
      await controls.updateComplete;
      expect(words(controls, 'digits')).to.equal('12#');
      await soon(() => !controls.renderRoot.querySelector('.waiting')!.textContent.trim(), 'all of them');
      expect(words(controls, 'digits')).to.equal('12#');
      const { calls } = await sim.truth();
      const sent = calls.filter(({ operation }) => operation === 'sendDigits');
      expect(sent.map(({ params }) => (params as { digits: string }).digits)).to.deep.equal(['1', '2#']);
    });

    it('does not show digits as sent that the service has refused', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Keypad');
      await sim.fail('sendDigits', { status: 400 });
      button(controls, '1')!.click();
      await soon(() => words(controls, 'outcome-failed'), 'the failure');
      await soon(() => words(controls, 'digits') === en.contactControls.digitsHint, 'nothing sent');
    });

    it('closes when the call ends', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const id = await connectedCall(scene);
      await press(controls, 'Keypad');
      await sim.customerHangsUp(id);
      await stateIs(controls, 'After-call work');
      expect(parts(controls, 'panel').length).to.equal(0);
      expect(buttonNames(parts(controls, 'controls')[0])).to.deep.equal(['Done']);
    });
  });
});
