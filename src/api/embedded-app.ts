// One of Amazon's own apps in a frame: it is told what the CCP tells, and is ended with the embedding. docs/protocol.md, section 9.6.
import { AgentEvents, ContactEvents, EmailEvents, LinkEventType, TaskEvents } from '../events/event-names.js';

/** What of the CCP's news the apps are told. */
const RELAYED: readonly string[] = [
  AgentEvents.UPDATE,
  ContactEvents.VIEW,
  LinkEventType.ACKNOWLEDGE,
  LinkEventType.TERMINATED,
  TaskEvents.CREATED,
  EmailEvents.CREATED,
];

/** What a frame may do, but run what the page itself may. */
const SANDBOX = 'allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

const STYLE = 'width: 100%; height: 100%;';

/** What a guide is told, that it does not count as a chat of the agent's any longer. */
const END_OF_LIFE = { topic: 'lifecycle.terminated' };

/** What an app is embedded with. */
export interface EmbeddedAppOptions {
  /** Id of its frame. */
  readonly id: string;
  readonly src: string;
  /** CSS of the frame. */
  readonly style?: string;
  readonly container: Element;
  /** What the CCP has told so far, to be told at once when the app has loaded. */
  readonly news: () => readonly AppNews[];
  /** Called each time that the app has loaded. */
  readonly onLoad?: () => void;
}

/** An event of the CCP's. */
export interface AppNews {
  readonly event: string;
  readonly data?: unknown;
}

/** An app in its frame. */
export class EmbeddedApp {
  readonly frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #life = new AbortController();
  #isLoaded = false;

  constructor({ id, src, style, container, news, onLoad }: EmbeddedAppOptions) {
    const frame = (this.frame = container.ownerDocument.createElement('iframe'));
    this.#origin = new URL(src, document.baseURI).origin;
    frame.id = id;
    frame.title = id;
    frame.src = src;
    frame.allow = 'clipboard-read; clipboard-write';
    frame.setAttribute('sandbox', SANDBOX);
    // Not the style attribute: a page's content security policy may forbid that.
    frame.style.cssText = style ?? STYLE;
    frame.addEventListener(
      'load',
      () => {
        this.#isLoaded = true;
        for (const one of news()) this.tell(one);
        onLoad?.();
      },
      { signal: this.#life.signal },
    );
    container.append(frame);
  }

  /** Tells the app something of the CCP's, if it is for apps; before it has loaded, it is told the newest then. */
  tell({ event, data }: AppNews): void {
    if (this.#isLoaded && RELAYED.includes(event)) this.#post({ event, data });
  }

  /** Tells a guide that it is over. */
  endLife(): void {
    this.#post(END_OF_LIFE);
  }

  /** Ends it: nothing is told any more, and the frame goes. */
  stop(): void {
    this.#life.abort();
    this.frame.remove();
  }

  /** To the app's own origin alone: who has navigated the frame elsewhere hears nothing. */
  #post(message: object): void {
    this.frame.contentWindow?.postMessage(message, this.#origin);
  }
}
