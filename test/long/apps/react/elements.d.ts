import type { ConnectJsxElements } from 'connect-ccp-elements';
import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ConnectJsxElements<HTMLAttributes<HTMLElement>> {}
  }
}
