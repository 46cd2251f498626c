// Which channel of a CCP rings, and with what: the page's own settings, and over them what `configure` brings.
import { isRecord } from '../../conduit/wire.js';

/** The ringtone of one channel. */
export interface RingtoneSetting {
  /** True: it does not ring. */
  readonly disabled?: boolean;
  /** Address of the sound; without one, the CCP's own. */
  readonly ringtoneUrl?: string;
}

/** Channels as `configure.ringtone` names them. docs/protocol.md, section 3.3. */
export type RingtoneChannel =
  'voice' | 'additionalVoice' | 'queue_callback' | 'chat' | 'task' | 'email' | 'autoAcceptTone';

/** The ringtones of a CCP, by channel. */
export type RingtoneSettings = Readonly<Record<RingtoneChannel, RingtoneSetting>>;

const OFF: RingtoneSetting = /*#__PURE__*/ Object.freeze({ disabled: true });

/** What rings in a CCP that nobody configures: calls alone. */
const DEFAULTS: RingtoneSettings = /*#__PURE__*/ Object.freeze({
  voice: {},
  additionalVoice: {},
  queue_callback: {},
  chat: OFF,
  task: OFF,
  email: OFF,
  autoAcceptTone: OFF,
});

/** Options with a member of their own in `configure`. */
const OWN_OPTIONS = ['chat', 'task', 'email', 'autoAcceptTone'] as const;

/** What `{disableRingtone, ringtoneUrl}` sets. A URL alone does not turn a ringtone on. */
function settingOf(option: unknown): RingtoneSetting {
  const { disableRingtone, ringtoneUrl } = isRecord(option) ? option : {};
  return {
    ...(typeof disableRingtone === 'boolean' && { disabled: disableRingtone }),
    ...(typeof ringtoneUrl === 'string' && ringtoneUrl !== '' && { ringtoneUrl }),
  };
}

/**
 * Merges the ringtones of a `configure`. docs/protocol.md, section 3.3; each channel of `ringtone` sets that channel, whereas
 * amazon-connect-streams takes `queue_callback` from `voice`.
 * @param configure the settings of the embedding page.
 */
export function ringtoneSettings(configure: unknown): RingtoneSettings {
  const given = isRecord(configure) ? configure : {};
  const { disabled, ringtoneUrl } = settingOf(given.softphone);
  const muted = disabled !== undefined && { disabled };
  const sound = ringtoneUrl !== undefined && { ringtoneUrl };
  const merged: Record<RingtoneChannel, RingtoneSetting> = {
    ...DEFAULTS,
    voice: { ...muted, ...sound },
    additionalVoice: { ...muted },
    queue_callback: { ...muted, ...sound },
  };
  for (const name of OWN_OPTIONS) merged[name] = { ...merged[name], ...settingOf(given[name]) };
  const byChannel = isRecord(given.ringtone) ? given.ringtone : {};
  for (const channel of Object.keys(merged) as RingtoneChannel[]) {
    const own = byChannel[channel];
    if (isRecord(own)) merged[channel] = { ...merged[channel], ...own };
  }
  return merged;
}
