// Draws a description of elements into the page, and changes only what differs: focus and selection stay.

/** What an element may be given: attributes, and listeners as `onclick` and the like. */
export type Props = Readonly<Record<string, unknown>>;

/** A description of an element. */
export interface VNode {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly (VNode | string)[];
}

/** What may stand among the children of an element; what is false, null or undefined is left out. */
export type Child = VNode | string | number | false | null | undefined | readonly Child[];

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS: ReadonlySet<string> = /*#__PURE__*/ new Set(['svg', 'path', 'circle', 'rect']);
/** Set as properties: their attributes only say what a control starts with. */
const LIVE: ReadonlySet<string> = /*#__PURE__*/ new Set(['value', 'checked', 'selected']);

function flatten(children: readonly Child[]): (VNode | string)[] {
  return children.flatMap((child): (VNode | string)[] => {
    if (child === null || child === undefined || child === false) return [];
    if (Array.isArray(child)) return flatten(child as readonly Child[]);
    return [typeof child === 'number' ? String(child) : (child as VNode | string)];
  });
}

/**
 * Describes an element.
 * @param tag name of the element.
 * @param props attributes and listeners; `key` tells it from its siblings.
 * @param children elements and texts.
 */
export function h(tag: string, props: Props = {}, ...children: readonly Child[]): VNode {
  return { tag, props, children: flatten(children) };
}

/** Draws descriptions, and remembers what it has drawn. */
export class Renderer {
  readonly #drawn = new WeakMap<Node, VNode>();

  /**
   * Makes the children of an element be as described.
   * @param parent the element; all its children belong to the renderer.
   * @param children the descriptions.
   */
  render(parent: Element, ...children: readonly Child[]): void {
    this.#children(parent, flatten(children));
  }

  #children(parent: Element, wanted: readonly (VNode | string)[]): void {
    const free = [...parent.childNodes];
    const nodes = wanted.map((child) => {
      const index = free.findIndex((node) => this.#fits(node, child));
      const found = index < 0 ? undefined : free.splice(index, 1)[0];
      if (typeof child === 'string') return this.#text(found, child);
      const element = (found as Element | undefined) ?? this.#create(child);
      this.#update(element, child);
      return element;
    });
    for (const node of free) node.remove();
    nodes.forEach((node, index) => {
      if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
    });
  }

  #fits(node: Node, child: VNode | string): boolean {
    const drawn = this.#drawn.get(node);
    if (typeof child === 'string') return !drawn && node.nodeType === Node.TEXT_NODE;
    return drawn?.tag === child.tag && drawn.props.key === child.props.key;
  }

  #text(found: Node | undefined, text: string): Node {
    const node = found ?? document.createTextNode(text);
    if (node.nodeValue !== text) node.nodeValue = text;
    return node;
  }

  #create({ tag }: VNode): Element {
    return SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  }

  #update(element: Element, wanted: VNode): void {
    const before = this.#drawn.get(element)?.props ?? {};
    this.#drawn.set(element, wanted);
    // Children first: a select takes its value from the options that it has.
    this.#children(element, wanted.children);
    for (const name of new Set([...Object.keys(before), ...Object.keys(wanted.props)])) {
      if (name !== 'key' && before[name] !== wanted.props[name]) this.#set(element, name, wanted.props[name]);
    }
  }

  #set(element: Element, name: string, value: unknown): void {
    if (name.startsWith('on') || LIVE.has(name)) Object.assign(element, { [name]: value ?? null });
    else if (value === undefined || value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, typeof value === 'string' ? value : value === true ? '' : JSON.stringify(value));
  }
}
