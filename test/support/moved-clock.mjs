// A clock in a page that a test moves on: timers and Date.now stand still until then. For page.evaluateOnNewDocument.

/** Runs in the page, before its own scripts. Adds `window.advance(milliseconds)`. */
export function movedClock() {
  if (window !== window.top) return;
  let now = Date.now();
  let lastId = 0;
  let timers = [];
  const wait = window.setTimeout.bind(window);
  // Frames load and messages arrive in real time: some of it passes before each timer.
  const turn = () => new Promise((resolve) => wait(resolve, 10));
  Date.now = () => now;
  window.setTimeout = (run, delay = 0, ...args) => {
    timers.push({ id: ++lastId, due: now + Number(delay), run: () => run(...args) });
    return lastId;
  };
  window.clearTimeout = (id) => {
    timers = timers.filter((timer) => timer.id !== id);
  };
  window.advance = async (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      await turn();
      const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due || a.id - b.id)[0];
      if (!next) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.due);
      next.run();
    }
    now = end;
    await turn();
  };
}
