import type { ConnectJsxElements } from 'connect-ccp-elements';
import type { JSX } from 'solid-js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends ConnectJsxElements<JSX.HTMLAttributes<HTMLElement>> {}
  }
}
