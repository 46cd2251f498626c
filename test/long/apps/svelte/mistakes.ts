// What the types refuse. Compiled, never run.
import type { SvelteHTMLElements } from 'svelte/elements';

// @ts-expect-error: no such attribute value
export const mode: SvelteHTMLElements['connect-ccp'] = { 'login-mode': 'sometimes' };
// @ts-expect-error: not a number
export const seconds: SvelteHTMLElements['connect-agent-status'] = { acwSeconds: '30' };
// @ts-expect-error: this event has no contact
export const ready: SvelteHTMLElements['connect-ccp'] = { 'onconnect-ready': ({ contact }) => contact as unknown };
