import type { ConnectJsxElements } from 'connect-ccp-elements';
import type { JSX as Preact } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends ConnectJsxElements<Preact.HTMLAttributes<HTMLElement>> {}
  }
}
