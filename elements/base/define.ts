// Registering of elements, safe to do twice.
import { VERSION } from '../../src/version.js';

/** An element class that knows its version. */
interface VersionedElement extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Registers an element class. The same class again does nothing; if the name is taken by another class, that one stays and
 * a warning is printed, since a page may hold two copies of the library. Where no registry is, as on a server, does nothing.
 * @param tagName name of the element.
 * @param elementClass its class.
 * @param registry where to register it; the page's own if left out.
 */
export function define(
  tagName: string,
  elementClass: VersionedElement,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  const present: VersionedElement | undefined = registry?.get(tagName);
  if (!present) registry?.define(tagName, elementClass);
  else if (present !== elementClass && present.version !== VERSION) {
    console.warn(
      `<${tagName}> is already defined by version ${present.version ?? 'unknown'}; version ${VERSION} leaves it so.`,
    );
  }
}
