import type { ConnectJsxElements } from 'connect-ccp-elements';
import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ConnectJsxElements<HTMLAttributes<HTMLElement>> {}
  }
  /** Plain buttons, which React's own types do not know yet. */
  interface ButtonHTMLAttributes<T> {
    command?: string;
    commandfor?: string;
  }
}
