// Ringtones: every option reaches the CCP, and what rings there by it.
import { expect } from '@open-wc/testing';
import { ringtoneSettings } from '../src/simulator/ccp/ringtone-settings.js';
import type { InitCcpOptions } from '../src/index.js';
import { eventually } from './support/eventually.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';
import { closeTabs, openTab, type Tab } from './support/tabs.js';

const OFF = { disabled: true };

/** What rings if nobody says anything. */
const DEFAULTS = {
  voice: {},
  additionalVoice: {},
  queue_callback: {},
  chat: OFF,
  task: OFF,
  email: OFF,
  autoAcceptTone: OFF,
};

async function configured({ sim }: Tab) {
  const { settings, ringtones } = await sim.configured();
  return { settings: settings ?? {}, ringtones };
}

describe('ringtone options, on the simulator', () => {
  afterEach(closeTabs);

  const options: [name: keyof InitCcpOptions, value: object, ringtones: object][] = [
    [
      'softphone',
      { allowFramedSoftphone: true, disableRingtone: true },
      { voice: OFF, additionalVoice: OFF, queue_callback: OFF },
    ],
    [
      'softphone',
      { disableRingtone: false, ringtoneUrl: 'https://desk.example/ring.mp3' },
      {
        voice: { disabled: false, ringtoneUrl: 'https://desk.example/ring.mp3' },
        additionalVoice: { disabled: false },
        queue_callback: { disabled: false, ringtoneUrl: 'https://desk.example/ring.mp3' },
      },
    ],
    ...(['chat', 'task', 'email', 'autoAcceptTone'] as const).map((name): (typeof options)[number] => [
      name,
      { disableRingtone: false, ringtoneUrl: `${name}.mp3` },
      { [name]: { disabled: false, ringtoneUrl: `${name}.mp3` } },
    ]),
    [
      'ringtone',
      { voice: { ringtoneUrl: 'v.mp3' }, queue_callback: { ringtoneUrl: 'q.mp3' }, email: { disabled: false } },
      { voice: { ringtoneUrl: 'v.mp3' }, queue_callback: { ringtoneUrl: 'q.mp3' }, email: { disabled: false } },
    ],
  ];
  for (const [name, value, ringtones] of options) {
    it(`${name} ${JSON.stringify(value)} reaches the CCP`, async () => {
      const tab = await openTab(simulatedCcpUrl(), { softphone: undefined, [name]: value });
      const told = await configured(tab);
      expect(told.settings[name]).to.deep.equal(value);
      expect(told.ringtones).to.deep.equal({ ...DEFAULTS, ...ringtones });
    });
  }

  it('a CCP that loads itself again is told them again', async () => {
    const tab = await openTab(simulatedCcpUrl(), { email: { ringtoneUrl: 'e.mp3' } });
    await tab.sim.reloadFrame();
    let email: unknown;
    await eventually(async () => {
      ({ email } = (await configured(tab)).settings);
      return email;
    }, 'told again');
    expect(email).to.deep.equal({ ringtoneUrl: 'e.mp3' });
  });
});

describe('what rings in a CCP', () => {
  const cases: [what: string, configure: unknown, expected: object][] = [
    ['calls alone, if nobody says anything', undefined, {}],
    ['calls alone, if what is said makes no sense', { softphone: 'loud', chat: 7, ringtone: null }, {}],
    [
      'not what is disabled',
      { softphone: { disableRingtone: true } },
      { voice: OFF, additionalVoice: OFF, queue_callback: OFF },
    ],
    [
      'calls with the sound that is given',
      { softphone: { ringtoneUrl: 'r' } },
      { voice: { ringtoneUrl: 'r' }, queue_callback: { ringtoneUrl: 'r' } },
    ],
    ['nothing more for a sound alone', { chat: { ringtoneUrl: 'c' } }, { chat: { disabled: true, ringtoneUrl: 'c' } }],
    ['chats, where they are turned on', { chat: { disableRingtone: false } }, { chat: { disabled: false } }],
    [
      'callbacks with their own sound, not with that of calls',
      { ringtone: { voice: { ringtoneUrl: 'v', disabled: true }, queue_callback: { ringtoneUrl: 'q' } } },
      { voice: { ringtoneUrl: 'v', disabled: true }, queue_callback: { ringtoneUrl: 'q' } },
    ],
    [
      'by channel, over what the other options say',
      {
        softphone: { ringtoneUrl: 's' },
        task: { ringtoneUrl: 't' },
        ringtone: { voice: { ringtoneUrl: 'v' }, task: { disabled: false } },
      },
      {
        voice: { ringtoneUrl: 'v' },
        queue_callback: { ringtoneUrl: 's' },
        task: { disabled: false, ringtoneUrl: 't' },
      },
    ],
    ['channels that exist', { ringtone: { fax: { ringtoneUrl: 'f' }, voice: 'x' } }, {}],
  ];
  for (const [what, configure, expected] of cases) {
    it(what, () => {
      expect(ringtoneSettings(configure)).to.deep.equal({ ...DEFAULTS, ...expected });
    });
  }
});
