// What stands in the place of an element in a browser that is too old for it. Nothing here needs Lit, custom states or the
// modules of the languages: the words are to be read where all of those fail.
import { VERSION } from '../../src/version.js';
import type { PublishedLanguage } from './published.js';

/** The oldest browsers that have all for which there is no substitute: `:state()` and `light-dark()`. */
const NEEDED = 'Chrome 125, Edge 125, Firefox 126, Safari 17.5';

/** What is said, by language, complete by type; the list of browsers comes after it. */
const WORDS: Readonly<Record<'en' | PublishedLanguage, string>> = {
  en: 'This browser is too old for what belongs here. At least one of these is needed:',
  ar: 'هذا المتصفح أقدم من أن يعرض ما مكانه هنا. يلزم أحد هذه المتصفحات على الأقل:',
  de: 'Dieser Browser ist zu alt für das, was hier stehen soll. Nötig ist mindestens einer von diesen:',
  es: 'Este navegador es demasiado antiguo para lo que va aquí. Se necesita al menos uno de estos:',
  fr: 'Ce navigateur est trop ancien pour ce qui doit s’afficher ici. Il faut au moins l’un de ceux-ci :',
  ja: 'このブラウザーは古いため、ここに表示するものに対応していません。次のいずれか以降が必要です:',
  pt: 'Este navegador é antigo demais para o que deve aparecer aqui. É necessário pelo menos um destes:',
};

/** True if the browser lacks what no element can do without. */
export function isTooOld(): boolean {
  return !CSS.supports('selector(:state(idle))') || !CSS.supports('color', 'light-dark(red, red)');
}

/** Words and language for an element, by the `lang` around it, then by what the agent reads. */
function wordsFor(element: Element): { lang: string; text: string } {
  const around = element.closest<HTMLElement>('[lang]')?.lang;
  for (const wanted of around ? [around] : navigator.languages) {
    const lang = wanted.toLowerCase().split('-')[0];
    if (Object.hasOwn(WORDS, lang)) return { lang, text: WORDS[lang as keyof typeof WORDS] };
  }
  return { lang: 'en', text: WORDS.en };
}

/** Makes a class to be registered in place of an element's own: what it shows is why the element is not there. */
export function tooOldElement(): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly version: string = VERSION;

    readonly #root: ShadowRoot;

    constructor() {
      super();
      this.#root = this.attachShadow({ mode: 'open' });
    }

    connectedCallback(): void {
      const { lang, text } = wordsFor(this);
      const problem = document.createElement('p');
      problem.setAttribute('role', 'alert');
      problem.lang = lang;
      problem.dir = lang === 'ar' ? 'rtl' : 'ltr';
      const browsers = document.createElement('bdi');
      browsers.textContent = NEEDED;
      problem.append(text, ' ', browsers);
      this.#root.replaceChildren(problem);
    }
  };
}
