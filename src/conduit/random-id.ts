// Ids of requests, ports and tabs.

/** An id that no other page has: `<epoch ms>-<random base 36>`, the form that the wire uses. docs/protocol.md, section 1.5. */
export function randomId(): string {
  return `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
