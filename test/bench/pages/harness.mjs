// What every bench page can do: load a library, embed the CCP with it, ask the CCP for messages, and time their handling.
// `?library=` names the library; `bare` is none: a frame and a listener that only reads, for what nobody can save.

const { searchParams } = new URL(location.href);
const library = searchParams.get('library');
const ccpUrl = searchParams.get('ccp');
const container = document.querySelector('#container');

// Messages are timed between a listener that is called before those of the library and one that is called after them:
// so the library's microtasks are counted too, and nothing of the library is wrapped. Neither looks at the message
// before the library does. What a library puts off with a timer is not counted, for either.
let startedAt = 0;
addEventListener('message', () => (startedAt = performance.now()), { capture: true });

/** Called with each message and the milliseconds that its handling took, after the library. */
let observer = null;

/** Starts to observe; only now, so that the listener comes after all of the library. */
function observe(callback) {
  if (observer === null) {
    addEventListener('message', (event) => {
      const time = performance.now() - startedAt;
      observer(event, time);
    });
  }
  observer = callback;
}

const ports = new Map();

/** Tells a frame to do something; its answers come as window messages. */
function tell(frame, ...step) {
  if (!ports.has(frame)) {
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow.postMessage('bench', '*', [port2]);
    ports.set(frame, port1);
  }
  ports.get(frame).postMessage(step);
}

function addFrame(src) {
  const frame = document.createElement('iframe');
  frame.src = src;
  container.append(frame);
  return frame;
}

/** The bare reader: looks at source and origin, then at the message, as a listener must. */
function embedBare(onAgent) {
  const origin = new URL(ccpUrl).origin;
  let frame = null;
  let known = false;
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const { event: name, data } = event.data ?? {};
    if (name !== 'agent::update' || !data || known) return;
    known = true;
    onAgent();
  });
  frame = addFrame(ccpUrl);
}

function embedWithLibrary(onAgent) {
  const { connect } = window;
  connect.core.initCCP(container, { ccpUrl, loginPopup: false, softphone: { allowFramedSoftphone: true } });
  connect.agent(onAgent);
}

window.bench = {
  library,
  observe,
  tell,

  /** Embeds the CCP; resolves with the milliseconds until the agent was there. */
  embed() {
    return new Promise((resolve) => {
      const start = performance.now();
      const onAgent = () => resolve(performance.now() - start);
      if (library === 'bare') embedBare(onAgent);
      else embedWithLibrary(onAgent);
    });
  },

  /** The frame of the embedded CCP. */
  get ccp() {
    return container.querySelector('iframe');
  },

  /** Adds a frame of the other site that the library knows nothing of; resolves with it. */
  addForeignFrame() {
    const frame = addFrame(`${ccpUrl}?silent`);
    return new Promise((resolve) => frame.addEventListener('load', () => resolve(frame), { once: true }));
  },

  /** Asks for so many updates one after the other; resolves with the milliseconds that each took the listeners. */
  async updates(contacts, count) {
    const times = [];
    let arrived;
    observe((event, time) => {
      if (event.data?.event !== 'agent::update') return;
      times.push(time);
      arrived();
    });
    for (let i = 0; i < count; i++) {
      await new Promise((resolve) => {
        arrived = resolve;
        tell(this.ccp, 'update', contacts);
      });
    }
    return times;
  },

  /**
   * The time that one call takes, in microseconds: the median of several batches, each long enough for the clock.
   * `run(times)` makes so many calls and may be asynchronous.
   */
  async timeOf(run, { batches = 5, batchTime = 20 } = {}) {
    let times = 1;
    let spent = 0;
    const once = async () => {
      const start = performance.now();
      await run(times);
      return (spent = performance.now() - start);
    };
    while ((await once()) < batchTime)
      times = Math.ceil(times * Math.min(10, (1.2 * batchTime) / Math.max(spent, 0.01)));
    const results = [];
    for (let i = 0; i < batches; i++) results.push(((await once()) * 1000) / times);
    return results.sort((a, b) => a - b)[batches >> 1];
  },
};

/** Adds the library as a classic script, as its users do. */
async function load() {
  if (library === 'bare' || searchParams.has('empty')) return;
  const script = document.createElement('script');
  script.src = `/library/${library}.js`;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

window.bench.loaded = load();
