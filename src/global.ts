// Entry with a side effect: puts `connect` and `globalConnect` on the window, as the two scripts of amazon-connect-streams do.
import { isRecord } from './conduit/wire.js';
import { connect, globalConnect } from './shared.js';

export type { GlobalNamespace } from './global-types/namespace.js';

const page = globalThis as Record<string, unknown>;
const present = page.connect;
if (present !== connect) {
  // Other scripts, such as ChatJS, may have come first and have put their own members there.
  if (isRecord(present)) {
    for (const [name, value] of Object.entries(present)) if (!(name in connect)) Reflect.set(connect, name, value);
  }
  page.connect = connect;
}
page.globalConnect = globalConnect;
// The name of before, which much code still uses.
page.lily ??= connect;

// Some samples of the documents write these two without `connect.`; nothing that the page has itself is replaced.
for (const name of ['Endpoint', 'AgentStateType'] as const) {
  if (name in page) continue;
  Object.defineProperty(page, name, { value: connect[name], configurable: true, writable: true });
}
