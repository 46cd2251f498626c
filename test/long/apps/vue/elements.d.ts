import type { ConnectVueComponents } from 'connect-ccp-elements';
import type { HTMLAttributes, PublicProps } from 'vue';

declare module 'vue' {
  interface GlobalComponents extends ConnectVueComponents<HTMLAttributes & PublicProps> {}
}
