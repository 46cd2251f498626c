// <connect-app>: when an app is embedded, what it is told, and how it ends.
import { expect } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectAppElement } from '../elements/app/element.js';
import { mountControls, soon } from './support/controls-scene.js';

const APP = new URL('/test/support/pages/ccp.html?app=1', location.href).href;

interface Heard {
  readonly data: { readonly event?: string; readonly topic?: string };
  readonly origin: string;
}

const heardBy = (frame: HTMLIFrameElement): string[] =>
  ((frame.contentWindow as unknown as { readonly heard?: readonly Heard[] } | null)?.heard ?? []).map(
    ({ data }) => data.event ?? data.topic ?? '',
  );

const guides = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>('iframe[id^=customviews-]')];

const noteOf = ({ renderRoot }: ConnectAppElement): string =>
  renderRoot.querySelector('[role=status]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const frameOf = ({ renderRoot }: ConnectAppElement) => renderRoot.querySelector('iframe');

/** A panel whose agent is signed in, and an app beside it. */
async function mountApp(attributes: Readonly<Record<string, string>>) {
  const scene = await mountControls();
  const app = document.createElement('connect-app');
  for (const [name, value] of Object.entries(attributes)) app.setAttribute(name, value);
  app.forElement = scene.ccp;
  document.body.append(app);
  await app.updateComplete;
  return { ...scene, app };
}

describe('<connect-app>', () => {
  afterEach(() => {
    for (const app of document.querySelectorAll('connect-app')) app.remove();
    for (const frame of guides()) frame.parentElement?.remove();
  });

  it('waits for an agent, without a host too', async () => {
    const app = document.body.appendChild(document.createElement('connect-app'));
    app.forElement = null;
    Object.assign(app, { name: 'wisdom', appUrl: APP });
    await app.updateComplete;
    expect(frameOf(app)).to.be.null;
    expect(noteOf(app)).to.equal('Appears when you are signed in.');
    expect(app.matches(':state(waiting)')).to.be.true;
    expect(app.matches(':state(unbound)')).to.be.true;
  });

  it('embeds an app, tells it what is known as soon as it has loaded, and then what comes', async () => {
    const { app, sim } = await mountApp({ name: 'customerprofiles', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the app');
    const frame = frameOf(app)!;
    expect(frame.title).to.equal('Customer profiles');
    await soon(() => heardBy(frame).length >= 2, 'what is known');
    expect(heardBy(frame).slice(0, 2)).to.deep.equal(['acknowledge', 'agent::update']);
    const before = heardBy(frame).length;
    await sim.incomingCall();
    await soon(() => heardBy(frame).length > before, 'what comes');
    app.label = 'Who calls';
    await app.updateComplete;
    expect(frame.title).to.equal('Who calls');
    expect(frameOf(app)).to.equal(frame);
    app.remove();
    expect(frame.isConnected).to.be.false;
    document.body.append(app);
    await soon(() => app.matches(':state(loaded)'), 'the app again');
  });

  it('ends with the session of the agent', async () => {
    const { app, sim } = await mountApp({ name: 'wisdom', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the app');
    await sim.signOut();
    await soon(() => frameOf(app) === null, 'the app has gone');
    await soon(() => noteOf(app) === 'Appears when you are signed in.', 'the note');
  });

  it('changes the app with its name and address', async () => {
    const { app } = await mountApp({ name: 'wisdom', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the app');
    app.name = 'customerprofiles';
    await soon(() => frameOf(app)?.id === 'customerprofiles', 'the other app');
    app.appUrl = `${APP}&more=1`;
    await soon(() => frameOf(app)?.src === `${APP}&more=1`, 'the other address');
    expect(app.renderRoot.querySelectorAll('iframe')).to.have.length(1);
  });

  it('embeds a guide when its contact is there, lies over the element, and ends with the contact', async () => {
    const { app, ccp, sim } = await mountApp({ name: 'customviews', 'app-url': APP, 'contact-id': 'none yet' });
    expect(app.matches(':state(no-contact)')).to.be.true;
    const contactId = await sim.incomingCall();
    Object.assign(app, { contactId, contactFlowId: 'flow' });
    await soon(() => app.matches(':state(loaded)'), 'the guide');
    const [guide] = guides();
    expect(guide.title).to.equal('Guide');
    const { searchParams } = new URL(guide.src);
    expect(searchParams.get('currentContactId')).to.equal(contactId);
    expect(searchParams.get('contactFlowId')).to.equal('flow');
    const place = app.renderRoot.querySelector('.frame')!.getBoundingClientRect();
    await soon(() => Math.abs(guide.getBoundingClientRect().left - place.left) < 1, 'it lies over the element');
    expect(guide.getBoundingClientRect().width).to.be.closeTo(place.width, 1);
    await sim.customerHangsUp(contactId);
    await new ccp.connect.Contact(contactId).clear();
    await soon(() => app.matches(':state(ended)'), 'the end');
    expect(noteOf(app)).to.equal('This guide has ended with its contact.');
    await soon(() => heardBy(guide).includes('lifecycle.terminated'), 'the guide knows');
  });

  it('tells a guide of its end when the element goes, out of sight', async () => {
    const { app } = await mountApp({ name: 'customviews', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the guide');
    const [guide] = guides();
    app.remove();
    await soon(() => heardBy(guide).includes('lifecycle.terminated'), 'the guide knows');
    expect(guide.isConnected).to.be.true;
    expect(guide.checkVisibility()).to.be.false;
    document.body.append(app);
    await soon(() => guides().length === 2, 'a new guide');
    expect(new Set(guides().map(({ id }) => id)).size).to.equal(2);
  });

  it('tells a guide of its end when the panel ends', async () => {
    const { app, ccp } = await mountApp({ name: 'customviews', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the guide');
    const [guide] = guides();
    ccp.connect.core.terminate();
    await soon(() => heardBy(guide).includes('lifecycle.terminated'), 'the guide knows');
    expect(guide.checkVisibility()).to.be.false;
  });

  const wrong: [attributes: Readonly<Record<string, string>>, message: string][] = [
    [{ 'app-url': APP }, 'name must be that of an app'],
    [{ name: 'wisdom' }, 'url'],
    [{ name: 'wisdom', 'app-url': 'javascript:alert(1)' }, 'url must be a web address'],
    [{ name: 'ccp', 'app-url': APP }, 'the CCP is embedded by <connect-ccp>'],
    [{ name: 'customviews', 'app-url': 'mailto:a@b.example' }, 'url must be a web address'],
  ];
  for (const [attributes, message] of wrong) {
    it(`says what is wrong with ${JSON.stringify(attributes)}, once`, async () => {
      const told: string[] = [];
      const { app } = await mountApp({});
      app.addEventListener('connect-error', ({ error }) => told.push(error.message));
      for (const [name, value] of Object.entries(attributes)) app.setAttribute(name, value);
      await app.updateComplete;
      await soon(() => noteOf(app).includes(message), 'the words');
      app.requestUpdate();
      await app.updateComplete;
      expect(told.filter((one) => one.includes(message))).to.have.length(1);
      expect(app.matches(':state(failed)')).to.be.true;
      expect(guides()).to.deep.equal([]);
    });
  }

  it('says that an app is there already', async () => {
    const { app } = await mountApp({ name: 'wisdom', 'app-url': APP });
    await soon(() => app.matches(':state(loaded)'), 'the app');
    const second = app.cloneNode() as ConnectAppElement;
    second.forElement = app.forElement;
    app.after(second);
    await soon(() => noteOf(second).includes('There is an app "wisdom" already'), 'the words');
    expect(frameOf(app)).to.not.be.null;
  });
});
