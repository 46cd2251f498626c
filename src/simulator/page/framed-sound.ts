// The sound of the calls that the CCP's own page takes: the same sessions as in a page that takes them itself.
import type { Conduit } from '../../conduit/conduit.js';
import { WebSocketEvents } from '../../events/event-names.js';
import { openMicrophone } from '../../softphone/microphone.js';
import { contentOf, SOFTPHONE_TOPIC, type SoftphoneSocket } from '../../softphone/signalling.js';
import { SoundOutput } from '../../softphone/sound-output.js';
import { type CallMedia, SoundSession } from '../../softphone/sound-session.js';
import { uuid } from '../../softphone/uuid.js';
import type { CallSound } from '../ccp/framed-softphone.js';

/** The CCP's web socket, as its own page reaches it. */
function socketOf(conduit: Conduit): SoftphoneSocket {
  return {
    whenOpen: () => Promise.resolve(),
    send: (payload) => void conduit.sendUpstream(WebSocketEvents.SEND, payload),
    listen: (listener, signal) => {
      const hear = (message: unknown): void => {
        const content = contentOf(message);
        if (content) listener(content);
      };
      conduit.onUpstream(WebSocketEvents.ALL_MESSAGE, hear, signal);
    },
  };
}

/** Makes the sound of one page. A microphone that cannot be had leaves the agent listening: what is told of it is the page's matter. */
export function framedSound(conduit: Conduit): CallSound {
  const sessions = new Map<string, SoundSession>();
  /** Calls whose sound was set up, or was tried in vain. */
  const tried = new Set<string>();
  const output = new SoundOutput();
  const browserId = uuid();
  let isSubscribed = false;

  const begin = (media: CallMedia): void => {
    const { contactId } = media;
    if (tried.has(contactId)) return;
    tried.add(contactId);
    if (!isSubscribed) conduit.sendUpstream(WebSocketEvents.SUBSCRIBE, [SOFTPHONE_TOPIC]);
    isSubscribed = true;
    const streams = new Set<MediaStream>();
    const session = new SoundSession({
      media,
      socket: socketOf(conduit),
      openMicrophone: () => openMicrophone().catch(() => null),
      isPersistent: false,
      allowExtendedPersistentConnection: false,
      browserId,
      line: null,
      listener: {
        microphone() {},
        invited() {},
        sounds(stream) {
          streams.add(stream);
          output.play(stream);
        },
        connected() {},
        failed() {},
        ended() {
          for (const stream of streams) output.stop(stream);
          sessions.delete(contactId);
        },
        kept() {},
      },
    });
    sessions.set(contactId, session);
    void session.start();
  };

  return {
    begin,
    setMuted: (contactId, isMuted) => sessions.get(contactId)?.setMuted(isMuted),
    end(contactId) {
      tried.delete(contactId);
      void sessions.get(contactId)?.hangUp();
    },
  };
}
