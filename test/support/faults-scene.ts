// A host and its siblings whose CCP the test plays, and whatever the page complains of meanwhile.
import { fixture, html } from '@open-wc/testing';
import '../../elements/define.js';
import type { AgentData } from '../../src/conduit/wire.js';
import { CCP_URL, FakeCcp } from './fake-ccp.js';

/** What a page prints, with everything put into words, and every error that nobody catches. */
export function complaints(levels: readonly ('debug' | 'log' | 'info' | 'warn' | 'error')[] = ['warn', 'error']): {
  found: string[];
  end(): void;
} {
  const found: string[] = [];
  const own = { ...console };
  for (const level of levels) console[level] = (...args: unknown[]) => found.push(args.map(String).join(' '));
  const heard = (event: ErrorEvent | PromiseRejectionEvent): void => {
    event.preventDefault();
    found.push(event instanceof ErrorEvent ? event.message : String(event.reason));
  };
  addEventListener('error', heard);
  addEventListener('unhandledrejection', heard);
  return {
    found,
    end() {
      for (const level of levels) console[level] = own[level];
      removeEventListener('error', heard);
      removeEventListener('unhandledrejection', heard);
    },
  };
}

/** A host and its siblings, whose CCP the test plays. */
export async function desk(data: unknown) {
  const root = await fixture(html`
    <div>
      <connect-ccp ccp-url=${CCP_URL} login-mode="none"></connect-ccp>
      <connect-agent-status></connect-agent-status>
      <connect-contact-controls></connect-contact-controls>
    </div>
  `);
  const ccp = root.querySelector('connect-ccp')!;
  const { connect } = ccp;
  const played = await new FakeCcp(connect, root as HTMLElement).attach();
  await played.acknowledge({ id: 'port-1' });
  await played.update(data as AgentData);
  const siblings = [
    root.querySelector('connect-agent-status')!,
    root.querySelector('connect-contact-controls')!,
  ] as const;
  await Promise.all([ccp, ...siblings].map((element) => element.updateComplete));
  return { ccp, played, status: siblings[0], controls: siblings[1] };
}
