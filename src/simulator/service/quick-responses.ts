// Texts that agents send again and again: what the instance has of them, and how they are found.
import { pageOf } from './directory.js';
import type { IdGenerator } from './id-generator.js';
import type { NewQuickResponse } from '../channel/script-channel.js';

const USUAL: readonly NewQuickResponse[] = [
  { name: 'Greeting', shortcutKey: 'hello', text: 'Hello, how can I help you?' },
  { name: 'One moment', shortcutKey: 'wait', text: 'One moment, please. I am looking into it.' },
  { name: 'Order number', shortcutKey: 'order', text: 'Could you give me the number of your order?' },
  { name: 'Delivery', shortcutKey: 'delivery', text: 'Your parcel is on its way, and arrives within two days.' },
  { name: 'Loyalty', shortcutKey: 'tier', text: 'Thank you for being a {{tier}} customer.' },
  { name: 'Goodbye', shortcutKey: 'bye', text: 'Thank you for writing to us. Have a nice day!' },
];

/** How many are on a page, unless the search says otherwise. */
const PAGE = 25;

type Attributes = Readonly<Record<string, { readonly value?: unknown } | undefined>>;

/** The texts of one instance. */
export class QuickResponses {
  readonly #instanceArn: string;
  readonly #ids: IdGenerator;
  #all: readonly object[] = [];

  /** @param instanceArn ARN of the instance, which theirs begin with. */
  constructor(instanceArn: string, ids: IdGenerator) {
    this.#instanceArn = instanceArn;
    this.#ids = ids;
    this.set(USUAL);
  }

  /** Puts these in the place of those before; none: the instance has no quick responses. */
  set(all: readonly NewQuickResponse[]): void {
    this.#all = all.map(({ name, shortcutKey, text }) => {
      const quickResponseId = this.#ids.uuid();
      return {
        quickResponseId,
        quickResponseArn: `${this.#instanceArn}/quick-response/${quickResponseId}`,
        name,
        shortcutKey,
        contents: { plainText: { content: text } },
        contentType: 'application/x.quickresponse;format=plain',
        channels: ['Chat'],
        language: 'en_US',
        isActive: true,
      };
    });
  }

  /** Whether there are any. */
  get areThere(): boolean {
    return this.#all.length > 0;
  }

  /** A page of those whose name, shortcut or text has these words, filled in. */
  search({ query = '', attributes, ...page }: Readonly<Record<string, unknown>>): object {
    const words = String(query).toLowerCase();
    const found = this.#all.filter((one) => JSON.stringify(one).toLowerCase().includes(words));
    const { items, nextToken } = pageOf(found, { maxResults: PAGE, ...page });
    const known = (attributes ?? {}) as Attributes;
    return { results: items.map((one) => filledIn(one, known)), nextToken };
  }
}

function filledIn(response: object, attributes: Attributes): object {
  const { contents } = response as { readonly contents: { readonly plainText: { readonly content: string } } };
  const missing: string[] = [];
  const content = contents.plainText.content.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = attributes[name]?.value;
    if (typeof value === 'string') return value;
    missing.push(name);
    return placeholder;
  });
  return { ...response, contents: { plainText: { content } }, attributesNotInterpolated: missing };
}
