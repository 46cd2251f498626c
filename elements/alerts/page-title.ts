// The page's title while somebody calls: what the page itself calls its title meanwhile is what comes back.

/** Puts words before the title of one document. */
export class PageTitle {
  #words = '';
  /** The title as the page has it. */
  #own = '';
  #shown = '';
  #observer: MutationObserver | undefined;

  /** Shows words before the page's title; empty words give the title back. */
  show(words: string): void {
    if (words === this.#words) return;
    if (!this.#words) this.#own = document.title;
    else this.#heed();
    this.#words = words;
    if (words) {
      this.#write();
      this.#watch();
    } else {
      this.#observer?.disconnect();
      this.#observer = undefined;
      if (document.title === this.#shown) document.title = this.#own;
    }
  }

  #write(): void {
    this.#shown = [this.#words, this.#own].filter(Boolean).join(' – ');
    document.title = this.#shown;
    // A browser leaves out blanks that nobody sees.
    this.#shown = document.title;
  }

  /** A title that is not ours is the page's. */
  #heed(): void {
    if (document.title !== this.#shown) this.#own = document.title;
  }

  #watch(): void {
    if (this.#observer) return;
    this.#observer = new MutationObserver(() => {
      if (!this.#words || document.title === this.#shown) return;
      this.#heed();
      this.#write();
    });
    this.#observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  }
}
