// What people see of running times when the computer has slept or its clock is set: in every element that shows one.
import { fixture, html } from '@open-wc/testing';
import '../../../elements/define.js';
import type { ConnectCcpElement } from '../../../elements/ccp/element.js';
import type { AgentData } from '../../../src/index.js';
import { eventually } from '../../support/eventually.js';
import { CCP_URL, FakeCcp } from '../../support/fake-ccp.js';
import { agentData, voiceContact } from '../../support/snapshots.js';

const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;

const secondsOf = (text: string): number => text.split(':').reduce((total, number) => total * 60 + Number(number), 0);

/** A call and a state that have lasted for five minutes, by a clock. */
function fiveMinutesOld(contactState: string, now = Date.now()): AgentData {
  const since = new Date(now - FIVE_MINUTES);
  const contact = voiceContact('a', contactState);
  const state = { name: contactState === 'ended' ? 'AfterCallWork' : 'Busy', type: 'system', startTimestamp: since };
  const data = agentData({ state, contacts: [{ ...contact, state: { type: contactState, timestamp: since } }] });
  return { ...data, snapshot: { ...data.snapshot, snapshotTimestamp: new Date(now), localTimestamp: now } };
}

/** What may happen to the clock, what the page hears then, and how much more than the time that passes is shown. */
const JUMPS: readonly (readonly [what: string, by: number, tell: (scene: Scene) => unknown, more: number])[] = [
  [
    'an hour of sleep, and the page is looked at',
    HOUR,
    () => document.dispatchEvent(new Event('visibilitychange')),
    HOUR,
  ],
  ['an hour of sleep, and the page is resumed', HOUR, () => document.dispatchEvent(new Event('resume')), HOUR],
  ['an hour of sleep, and a snapshot in which nothing is new', HOUR, (scene) => scene.say(fiveMinutesOld), HOUR],
  ['a clock set forward by an hour, before anything is heard', HOUR, () => {}, 0],
  ['a clock set forward by an hour, and a snapshot by the new time', HOUR, (scene) => scene.say(byNewTime), 0],
  [
    'a clock set back by an hour, and the page is looked at',
    -HOUR,
    () => document.dispatchEvent(new Event('visibilitychange')),
    0,
  ],
  ['a clock set back by an hour, and a snapshot by the new time', -HOUR, (scene) => scene.say(byNewTime), 0],
];

/** Of a service whose clock is the page's: the moments have moved with it. */
const byNewTime = (state: string): AgentData => fiveMinutesOld(state);

class Scene {
  readonly #real = Date.now;
  readonly #began = performance.now();

  private constructor(
    readonly page: HTMLElement,
    readonly ccp: FakeCcp,
    readonly contactState: string,
  ) {}

  static async mount(contactState: string): Promise<Scene> {
    const page = await fixture<HTMLElement>(html`
      <div>
        <connect-ccp ccp-url=${CCP_URL}></connect-ccp>
        <connect-agent-status acw-seconds="7200"></connect-agent-status>
        <connect-contact-controls></connect-contact-controls>
      </div>
    `);
    const host = page.firstElementChild as ConnectCcpElement;
    host.connect.getLog().setEchoLevel('CRITICAL');
    const scene = new Scene(page, await new FakeCcp(host.connect, host).attach(), contactState);
    await scene.ccp.acknowledge({ id: 'port-1' });
    await scene.ccp.update(fiveMinutesOld(contactState));
    await eventually(() => scene.shown.length > 1, 'the times are shown');
    return scene;
  }

  /** Seconds that each running time shows. */
  get shown(): number[] {
    return [...this.page.children]
      .flatMap((element) => [...(element.shadowRoot?.querySelectorAll('[part~=time], [data-since]') ?? [])])
      .filter((element) => /^[\d:]+$/.test(element.textContent.trim()))
      .map((element) => secondsOf(element.textContent.trim()));
  }

  /** Sets the clock that can be set. */
  set(by: number): void {
    Date.now = () => this.#real() + by;
  }

  /** A snapshot with the moments that a service gives. */
  say(make: (state: string, now?: number) => AgentData): Promise<void> {
    return this.ccp.update(
      make === fiveMinutesOld ? fiveMinutesOld(this.contactState, this.#real()) : make(this.contactState),
    );
  }

  /** Seconds that have really passed since it was mounted. */
  get passed(): number {
    return (performance.now() - this.#began) / 1000;
  }

  end(): void {
    Date.now = this.#real;
  }
}

for (const contactState of ['connected', 'ended']) {
  describe(`running times of a contact that is ${contactState}, through`, () => {
    let scene: Scene;

    afterEach(() => scene.end());

    for (const [what, by, tell, more] of JUMPS) {
      it(what, async () => {
        scene = await Scene.mount(contactState);
        const before = scene.shown;
        scene.set(by);
        await tell(scene);
        const isRight = (): boolean =>
          scene.shown.length === before.length &&
          scene.shown.every((seconds) => Math.abs(seconds - (FIVE_MINUTES + more) / 1000 - scene.passed) <= 2);
        await eventually(isRight, `right: ${before.join()}, then ${scene.shown.join()}`);
        const [first] = scene.shown;
        await eventually(() => scene.shown[0] > first + 1, 'it runs on');
        await eventually(isRight, 'and stays right');
      });
    }
  });
}
