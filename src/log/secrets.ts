// Which words and which forms of text are secrets: keys that hide their value, tokens, signed addresses, credentials, e-mail addresses.
import type { Found, Mask, MaskedText } from './mask.js';

/** Stands where something was taken out. */
export const redacted = '[redacted]';

const { raw } = String;

/** Keys that hide their value wherever they stand. */
const secretKeys = [
  raw`\w*(?:token(?!\w*(?:expir|time|type))|credential|pass[cwp]|pwd|secret|authorization|cookie|signed_?url)\w*`,
  raw`\w*(?:api|access|account|encryption|private|secret|shared|signing|subscription)[_-]?keys?(?:[_-]?id)?`,
  raw`\w*sess(?:ion)?[_-]?id|sid|sig(?:nature)?|saml\w*|\w*(?:c|x)srf\w*|otp|\w*assertion|code_?verifier|jwt`,
  raw`\w*(?:phone_?numbers?|(?<!soft)phone|caller_?id|e-?mail|(?:e-?mail|ip)_?address|internal_?ip|attributes)`,
  raw`\w*(?:customer|speaker)_?id|\w+(?<!(?:event|file|host|method|queue|state)_?)names?`,
  raw`agent_?login|ani|dnis|msisdn|ssn|iban|pin|cv[cv]2?|digits?|dtmf\w*`,
].join('|');

/** Keys that are too common a word to be hidden outside of an object or its JSON text. */
const quotedKeys = 'names?|login|address|description|value|summary|content|transcript|queue.name';

const secretKey = /*#__PURE__*/ new RegExp(`^(?:${secretKeys}|${quotedKeys})$`, 'i');

/** The value after a key: in quotes, also escaped ones; an object, with all that follows; or a bare word. */
const secretValue = [
  raw`(\\*["'])(?:\\[^]|[^\\])*?(?:\2|$)`,
  // On further lines too, as JSON is printed for people.
  raw`\{.*(?:\n[ \t]*["'}\]].*)*`,
  raw`(?!(?:null|true|false|undefined)\b)[^\s,;&"'<>{}()[\]\\]+`,
].join('|');

/** `key: value`, `key=value`, `"key":"value"`, and the same inside of JSON text that was escaped again. */
const labelled = /*#__PURE__*/ new RegExp(
  raw`((?<!\w)(?:${secretKeys}|(?<=["']|%22)(?:${quotedKeys}))(?:\\*["']|%(?:25)*22)?\s*(?:[:=]|%(?:25)*3[aAdD])\s*)(?:${secretValue})`,
  'gi',
);

/** Further words of a name: `firstName: Ann Mary`. */
const furtherNames = /(?<=[nN]ame\W{1,3}\[redacted\])(?: [A-ZÄ][A-Za-zäÄ'-]+)+/g;

/** What reaches to the end of the line, and what stands behind the name of a scheme. */
const named =
  /\b(phone number|send digits?)\b.*|\b((?:proxy-)?authorization|(?:set-)?cookie)(\s*[:=]\s*)(?![\s"'\\{[])[^\n"']*|\b(bearer|authorization\W+basic|\w*auth(?:entication)?token)(?:\s|%20)+[\w+/=.~%-]{6,}/gi;

/** Parameters that carry or prove something, in the query or the fragment of an address. */
const parameters =
  raw`(?:x-amz-|(?:\w*(?:token|signature|credential|secret|passw\w*|assertion|samlresponse|samlrequest|api-?key|[_-]key|sess(?:ion)?_?id)` +
  raw`|(?:\b|(?<=%3f|%26|%23))(?:code|state(?!(?:=|%3d)\d{1,3}(?![\w.~%-]))|key|sid|sig|ticket|jwt|auth|nonce|otp|pwd|pass|hmac|samlart))(?:=|%3d))`;
const signed = /*#__PURE__*/ new RegExp(
  raw`(?:[?#]|%3f|%23)(?:(?!%3f|%23)[^\s"'<>?#])*?${parameters}[^\s"'<>\\]*`,
  'gi',
);
/** The same in a form's text, which is no address. */
const inForm =
  /((?<=^|[&\s"'])(?:code|state|key|ticket|nonce|otp|pwd|pass|hmac)=)(?=[^\s&"'<>]*&|(?<=&[^&=]*=))(?!\d{1,3}(?![^\s&"'<>]))[^\s&"'<>]+/gi;

/** `x-amz-` headers, but for those that only tell one request from another. */
const amazonHeader = /\b(x-amz-(?!request-id|id-2|cf-id|date)[\w-]+["'\\]*\s*[:=]\s*["'\\]*)[^\s"'\\,;]+/gi;

/** Tokens and keys that are known by their form. */
const tokens = /*#__PURE__*/ new RegExp(
  [
    raw`(?<![A-Za-z0-9])(?:${[
      raw`eyJ[\w.-]{8,}`,
      raw`A(?:[KS]IA|GPA|IDA|ROA|IPA|NPA|NVA|BIA|CCA)[A-Z0-9]{12,}`,
      raw`gh[oprsu]_\w{16,}`,
      raw`github_pat_\w{16,}`,
      raw`glpat-[\w-]{16,}`,
      raw`xox[a-z]-[\w-]{8,}`,
      raw`[prs]k[_-](?:live|test|proj|ant)[\w-]{12,}`,
      raw`AIza[\w-]{30,}`,
      raw`ya29\.[\w.-]{8,}`,
      raw`npm_\w{30,}`,
      raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
    ].join('|')})`,
    raw`-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*-----|$)`,
    raw`(?<![\w+/=-])[\w+/=-]{128,}`,
  ].join('|'),
  'g',
);

/** Who opens an address: `https://user:password@host`, and without a scheme. */
const userInfo =
  /([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>\\]+@|(?<![\w.%+-])[\w.%+-]{1,64}:[^\s@/:"'<>\\]{1,128}@(?=[a-z][\w-]*(?:[.:/]|$|\s)|\d+\.\d+\.\d+\.\d)/gi;

const mailCharacter = raw`[A-Za-zäÄ0-9_.%+'!#$*^~-]`;
const mailDomain = raw`(?:(?!\d+\.\d+\.\d)[A-Za-zäÄ0-9.-]+\.(?:xn--[A-Za-z0-9-]+|[A-Za-zäÄ]{2,})|\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|\[[\w.:]+\])`;
const mail = /*#__PURE__*/ new RegExp(
  raw`(?:\\{0,8}"[^"\\\n]{1,64}\\{0,8}"|(?<!${mailCharacter})${mailCharacter}+)(?:@|%(?:25)*40)${mailDomain}`,
  'g',
);

const whole = (): Mask => ({ keep: 0, by: redacted });
/** Keeps what stands before the secret, which is the first group. */
const afterLabel = ({ groups: [label = ''] }: Found): Mask => ({ keep: label.length, by: redacted });

function maskNamed({ groups: [topic, header, colon, scheme] }: Found): Mask {
  const kept = topic ?? scheme;
  if (kept !== undefined) return { keep: kept.length, by: ` ${redacted}` };
  return { keep: `${header}${colon}`.length, by: redacted };
}

function maskLabelled({ groups: [label = '', quote = ''] }: Found): Mask {
  return { keep: label.length + quote.length, by: redacted + quote };
}

function maskQuery({ text }: Found): Mask {
  return { keep: text.startsWith('%') ? 3 : 1, by: redacted };
}

/**
 * Masks tokens, credentials, signed addresses, labelled secrets and e-mail addresses. Each mask may hide text from those
 * after it: what reaches to the end of the line comes first.
 * @param text what is masked.
 */
export function maskSecrets(text: MaskedText): void {
  text.mask(named, maskNamed);
  // A look for what the dear rules cannot do without is far cheaper than they are.
  if (/[?#=]|%3f|%23/i.test(text.plain)) {
    text.mask(signed, maskQuery);
    text.mask(inForm, afterLabel);
  }
  text.mask(tokens, whole);
  if (/[:=]|%(?:25)*3[ad]/i.test(text.plain)) {
    text.mask(amazonHeader, afterLabel);
    text.mask(labelled, maskLabelled);
    text.mask(furtherNames, () => ({ keep: 0, by: '' }));
  }
  if (/@|%(?:25)*40/.test(text.plain)) {
    text.mask(userInfo, ({ groups: [scheme = ''] }) => ({ keep: scheme.length, by: `${redacted}@` }));
    text.mask(mail, () => ({ keep: 0, by: '[email]' }));
  }
}

/**
 * Tells whether the value under `key` is hidden whatever it is.
 * @param key the property's name.
 * @param parentKey the name that its object stands under; the name of an agent state is no secret.
 * @returns true if the value must not be shown.
 */
export function isSecretKey(key: string, parentKey: string): boolean {
  return secretKey.test(key) && !(key === 'name' && /states?$/i.test(parentKey));
}
