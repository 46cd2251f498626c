// Where elements get their words from: the language in force where each stands.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Formats, SharedTerms } from './terms.js';
import { formatsFor } from './formats.js';
import { attempt } from '../page/attempt.js';
import { sameOr } from '../page/data.js';
import { type AnyLanguage, inForce, languages, watchLanguage, withTerms } from './languages.js';

/** Where words come from: the tag of the language in force, then terms, of which later ones take precedence. */
type Sources = readonly (string | AnyLanguage | object | undefined)[];

/** Keeps the words of one element in the language of its nearest ancestor with a `lang`, English where there is no other. */
export class Localization<Words extends Pick<SharedTerms, 'dir'>> implements ReactiveController {
  /** The words; a new object whenever they change. */
  terms!: Words;
  formats!: Formats;
  readonly #element: ReactiveControllerHost & Element;
  readonly #english: (formats: Formats) => Words;
  readonly #showDirection: (now: string, before: string) => void;
  #direction = '';
  #sources: Sources = [];
  #stop: (() => void) | undefined;

  /**
   * @param element the element.
   * @param english the words that it needs, in English.
   * @param showDirection called with `rtl` if its text runs from right to left, and with what was so before.
   */
  constructor(
    element: ReactiveControllerHost & Element,
    english: (formats: Formats) => Words,
    showDirection: (now: string, before: string) => void,
  ) {
    this.#element = element;
    this.#english = english;
    this.#showDirection = showDirection;
    this.#take(['en']);
    element.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchLanguage(this.#element, this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  readonly #look = (): void => {
    const { whole, own, fetch } = languages();
    const sourcesOf = (name: string): Sources => [whole.get(name), own.get(name)];
    const tag = (inForce(this.#element, 'lang') || 'en').replaceAll('_', '-');
    const subtags = tag.toLowerCase().split('-');
    const [language] = subtags;
    const found = subtags.flatMap((_, index) => sourcesOf(subtags.slice(0, index + 1).join('-'))).filter(Boolean);
    const isEnglish = language === 'en';
    if (!isEnglish && !whole.has(language)) fetch?.(language);
    const [locale, below] = isEnglish ? [tag, []] : [found.length > 0 ? tag : 'en', sourcesOf('en')];
    this.#take([locale, ...below, ...found]);
    // A direction that the page gives counts for more than that of the language.
    const direction = inForce(this.#element, 'dir') || this.terms.dir;
    this.#showDirection(direction, this.#direction);
    this.#direction = direction;
  };

  #take(sources: Sources): void {
    if (sameOr(this.#sources, sources) === this.#sources) return;
    this.#sources = sources;
    const [tag, ...terms] = sources;
    this.formats = formatsFor(tag as string);
    this.terms = this.#english(this.formats);
    for (const source of terms) {
      // A language may be the page's own: one that fails leaves its words to those before it.
      attempt(() => {
        const own = typeof source === 'function' ? (source as AnyLanguage)(this.formats) : (source ?? {});
        this.terms = withTerms(this.terms, own);
      });
    }
    this.#element.requestUpdate();
  }
}
