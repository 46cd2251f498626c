import type { ConnectSvelteElements } from 'connect-ccp-elements';
import type { HTMLAttributes } from 'svelte/elements';

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends ConnectSvelteElements<HTMLAttributes<HTMLElement>> {}
}
