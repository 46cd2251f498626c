// What a page may choose of its ringer, and what rings for a state.
import { entryOf } from '../../src/conduit/entry-of.js';
import { attempt } from '../page/attempt.js';
import { checkedAddress } from '../../src/embedding/addresses.js';
import type { ContactView, HostState } from '../host/state.js';

/** How contacts ring in the page. What is left out is as for all channels. */
export interface RingerSettings {
  /** Address of a sound; empty for the one that the page makes itself. */
  readonly url?: string;
  /** From 0, silent, to 1. */
  readonly volume?: number;
  /** Id of an output device; empty for the browser's own choice. */
  readonly device?: string;
}

/** Settings of single channels, by type of contact: `voice`, `queue_callback`, `chat`, `task`, `email`. */
export type RingerChannels = Readonly<Record<string, RingerSettings | undefined>>;

/** A page's choice, as `<connect-ccp>` has it. */
export interface RingerProperties {
  readonly ringer: boolean;
  readonly ringerUrl: string | undefined;
  readonly ringerVolume: number | undefined;
  readonly ringerDevice: string | undefined;
  readonly ringerChannels: RingerChannels | undefined;
}

/** What is to be heard now. */
export interface Ring extends Required<RingerSettings> {
  readonly contact: ContactView;
}

/** Between 0 and 1; as loud as it goes if it is no number. A page without types may give anything. */
function asVolume(given: unknown): number {
  const volume = typeof given === 'string' || typeof given === 'number' ? Number(given) : NaN;
  return Number.isNaN(volume) ? 1 : Math.min(Math.max(volume, 0), 1);
}

/** What a page has chosen for a channel; nothing where it cannot be read, which is reported as the page's fault. */
function channelOf({ ringerChannels }: RingerProperties, channel: string): RingerSettings | undefined {
  let own: RingerSettings | undefined;
  attempt(() => {
    const { url, volume, device } = entryOf(ringerChannels ?? {}, channel) ?? {};
    own = { url, volume, device };
  });
  return own;
}

/** The sounds that a page has chosen: what each is called, and its address as it was given. */
const chosenSounds = (properties: RingerProperties): [name: string, url: unknown][] => [
  ['ringer-url', properties.ringerUrl],
  ...Object.keys(properties.ringerChannels ?? {}).map((channel): [string, unknown] => [
    `ringerChannels.${channel}.url`,
    channelOf(properties, channel)?.url,
  ]),
];

/** What is wrong with the address of a sound that a page has chosen, in words, or null. */
export function soundProblem(properties: RingerProperties): string | null {
  for (const [name, url] of chosenSounds(properties)) {
    try {
      checkedAddress(name, url, document.baseURI, 'sound');
    } catch (error) {
      return (error as Error).message;
    }
  }
  return null;
}

/** True for an address that a sound may have. */
function isSound(url: string): boolean {
  try {
    return checkedAddress('url', url, document.baseURI, 'sound') !== undefined;
  } catch {
    return false;
  }
}

/**
 * What rings: the first contact that asks for the agent on a channel that is not silent.
 * @param state of the host.
 * @param properties the page's choice.
 */
export function ringFor({ contacts }: HostState, properties: RingerProperties): Ring | undefined {
  const rings = contacts
    .filter(({ ringing }) => ringing)
    .map((contact) => {
      const own = channelOf(properties, contact.type);
      const url = own?.url ?? properties.ringerUrl ?? '';
      return {
        contact,
        url: isSound(url) ? url : '',
        volume: asVolume(own?.volume ?? properties.ringerVolume ?? 1),
        device: own?.device ?? properties.ringerDevice ?? '',
      };
    });
  return rings.find(({ volume }) => volume > 0);
}
