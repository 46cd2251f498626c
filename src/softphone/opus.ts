// What the media service is asked of the codec, in the description that it is sent.

/** Milliseconds of sound in a packet. */
const PACKET_TIME = 20;

/**
 * The description of an offer as the media service of a CCP gets it from amazon-connect-streams: packets of 20 ms, and no pause in
 * their flow while nobody speaks. The browser's own description stays as it is, since browsers take no changes to it.
 * @param sdp the offer.
 */
export function withOpusSettings(sdp: string): string {
  const [, payload] = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp) ?? [];
  const settings = new RegExp(`^(a=fmtp:${payload} )(.*)$`, 'm');
  const treated = payload
    ? sdp.replace(settings, (_, head: string, given: string) => {
        const others = given
          .trim()
          .split(/;\s*/)
          .filter((one) => one && !/^(usedtx|minptime)=/.test(one));
        return `${head}${['usedtx=0', `minptime=${PACKET_TIME}`, ...others].join(';')}`;
      })
    : sdp;
  return `${treated.trimEnd()}\r\na=ptime:${PACKET_TIME}\r\na=maxptime:${PACKET_TIME}\r\n`;
}
