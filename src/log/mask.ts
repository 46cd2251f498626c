// Masks parts of a text where its plain reading shows something: what is not masked stays as it was written.
import { INVISIBLE, readPlainly } from '../text/characters.js';

/** What one match of a rule gives up: from where in it, and what stands there instead. */
export interface Mask {
  /** So many units of the match stay, from its beginning. */
  readonly keep: number;
  readonly by: string;
}

/** What a rule has found. */
export interface Found {
  /** The match as it reads. */
  readonly text: string;
  /** Its groups, from the first. */
  readonly groups: readonly (string | undefined)[];
  /** The whole reading, and where in it the match ends. */
  readonly whole: string;
  readonly end: number;
}

/** Looks at a match; null leaves it as it is. */
export type Masking = (found: Found) => Mask | null;

/** A text beside its plain reading, in which rules look for what to mask. */
export class MaskedText {
  /** How it reads: ASCII, letters beyond it, and nothing that cannot be seen. */
  #plain: string;
  /** What each unit of the reading was written as, with what cannot be seen beside it; undefined if just so. */
  #written: string[] | undefined;

  /** @param text of bounded length. */
  constructor(text: string) {
    this.#plain = readPlainly(text);
    if (this.#plain === text && !text.includes(INVISIBLE)) return;
    const written: string[] = [];
    let unseen = '';
    for (let at = 0; at < text.length; at++) {
      const unit = text.charAt(at);
      if (this.#plain.charAt(at) !== INVISIBLE) written.push(unit);
      else if (written.length > 0) written[written.length - 1] += unit;
      else unseen += unit;
    }
    if (written.length > 0) written[0] = unseen + written[0];
    this.#plain = this.#plain.replaceAll(INVISIBLE, '');
    this.#written = written;
  }

  /** How the text reads, as far as it is masked. */
  get plain(): string {
    return this.#plain;
  }

  /**
   * Applies a rule.
   * @param rule what to look for in the plain reading; global.
   * @param masking what to do about a match.
   */
  mask(rule: RegExp, masking: Masking): void {
    const before = this.#written;
    const written: string[] = [];
    let done = 0;
    this.#plain = this.#plain.replace(rule, (text: string, ...rest: unknown[]) => {
      const [at, whole] = rest.splice(-2) as [number, string];
      const end = at + text.length;
      const mask = masking({ text, groups: rest as (string | undefined)[], whole, end });
      if (!mask) return text;
      if (before) {
        written.push(...before.slice(done, at + mask.keep), ...mask.by);
        done = end;
      }
      return text.slice(0, mask.keep) + mask.by;
    });
    if (before && done > 0) this.#written = [...written, ...before.slice(done)];
  }

  /** The text with its masks. */
  toString(): string {
    return this.#written ? this.#written.join('') : this.#plain;
  }
}
