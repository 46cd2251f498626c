// globalConnect over two regions, each behind a frame that the test plays itself.
import { type Connect, createConnect } from '../../src/connect.js';
import { createGlobalConnect, type GlobalConnect } from '../../src/resiliency/global-connect.js';
import type { GlobalInitOptions } from '../../src/resiliency/global-options.js';
import { eventually } from './eventually.js';
import { withResolvers } from './with-resolvers.js';
import { CCP_URL, FakeCcp, makeContainer } from './fake-ccp.js';

export const EAST_ARN = 'arn:aws:connect:us-east-1:123456789012:instance/11111111-1111-1111-1111-111111111111';
export const WEST_ARN = 'arn:aws:connect:us-west-2:123456789012:instance/22222222-2222-2222-2222-222222222222';

/** The two regions of a set-up that has begun. */
export interface Regions {
  globalConnect: GlobalConnect;
  container: HTMLElement;
  begun: Promise<Connect>;
  east: FakeCcp;
  west: FakeCcp;
}

let ends: (() => void)[] = [];

/** Does something at the end of the test. */
export const atEnd = (end: () => void): void => void ends.push(end);

/** Ends everything that the test has begun. */
export function endRegions(): void {
  for (const end of ends) end();
  ends = [];
}

/** Options of `initCCP`, with a part of them replaced. */
export function optionsWith(part: Partial<GlobalInitOptions> = {}): GlobalInitOptions {
  return {
    ccpUrl: `${CCP_URL}?east`,
    region: 'us-east-1',
    instanceArn: EAST_ARN,
    loginUrl: `${CCP_URL}?sign-in`,
    loginPopup: false,
    pollForFailover: true,
    standByRegion: { ccpUrl: `${CCP_URL}?west`, region: 'us-west-2', instanceArn: WEST_ARN },
    getPrimaryRegion: () => {},
    ...part,
  };
}

/** The frame of a region, or null. */
export const frameOf = (container: HTMLElement, which: string): HTMLIFrameElement | null =>
  container.querySelector(`iframe[src$="?${which}"]`);

/** The frame of a region, once it is there. */
export async function frameThere(container: HTMLElement, which: string): Promise<HTMLIFrameElement> {
  await eventually(() => frameOf(container, which), `the frame ${which} is there`);
  return frameOf(container, which)!;
}

/** Embeds both regions; `before` registers hooks. Neither CCP has said anything yet. */
export async function embedRegions(
  part: Partial<GlobalInitOptions> = {},
  before: (globalConnect: GlobalConnect) => void = () => {},
): Promise<Regions> {
  const globalConnect = createGlobalConnect();
  const container = makeContainer();
  atEnd(() => {
    globalConnect.core.terminate();
    container.remove();
  });
  before(globalConnect);
  const { promise: begun, resolve } = withResolvers<Connect>();
  globalConnect.core.initCCP(container, optionsWith({ getPrimaryRegion: (begin) => resolve(begin()), ...part }));
  const connect = createConnect(); // not embedded: the frames are found in the container
  const east = await new FakeCcp(connect, container).attach(await frameThere(container, 'east'));
  const west = await new FakeCcp(connect, container).attach(await frameThere(container, 'west'));
  return { globalConnect, container, begun, east, west };
}

/** Both CCPs answer, the active one first. */
export async function answer({ east, west, begun }: Regions): Promise<Connect> {
  await east.acknowledge({ id: 'east' });
  await west.acknowledge({ id: 'west' });
  return begun;
}
