// Writes what JSX, Vue and Svelte have to know of the elements: attributes, properties and events with their types.
import { readFileSync, writeFileSync } from 'node:fs';

const comment = (text) => (text ? `/** ${text.replace(/\s+/g, ' ')} */\n  ` : '');

/** What an attribute may be written as, beside the property's own type. */
function spelling(type) {
  if (/\bboolean\b/.test(type)) return " | ''";
  return /\bnumber\b/.test(type) ? ' | string' : '';
}

/** Properties that a page can set, and the attributes among them that have another name. */
function propsOf({ name: className, members, attributes }) {
  const settable = members.filter(({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly);
  const lines = settable.map(({ name, description }) => `${comment(description)}${name}?: ${className}['${name}'];`);
  const own = new Set(settable.map(({ name }) => name));
  for (const { name, fieldName, type, description } of attributes) {
    if (!own.has(name)) {
      lines.push(`${comment(description)}'${name}'?: ${className}['${fieldName}']${spelling(type.text)};`);
    }
  }
  return lines;
}

const interfacesOf = ({ declarations: [element] }) => `
/** What \`<${element.tagName}>\` can be given. */
export interface ${element.name}Props {
  ${propsOf(element).join('\n  ')}
}

/** The events of \`<${element.tagName}>\`. */
export interface ${element.name}Events {
  ${element.events.map(({ name, type, description }) => `${comment(description)}'${name}': ${type.text};`).join('\n  ')}
}
`;

const namesIn = (elements) =>
  [...new Set(elements.flatMap(({ events }) => events.map(({ type }) => type.text)))].sort();

/** What does not depend on the elements. */
const FRAMEWORKS = `
/** Listeners named as React, Preact and Svelte have them: \`onconnect-ready\`. */
type Listeners<Events> = {
  [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void;
};

/** Listeners named as Vue has them: \`onConnectReady\`, which is \`@connect-ready\` in a template. */
type VueListeners<Events> = {
  [Name in keyof Events & string as \`on\${PascalCase<Name>}\`]?: (event: Events[Name]) => void;
};

type PascalCase<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${Capitalize<First>}\${PascalCase<Rest>}\`
  : Capitalize<Name>;

/** What React and Preact add to every tag. */
interface JsxProps<Element> {
  key?: string | number | bigint | null;
  ref?: ((element: Element | null) => void | (() => void)) | { current: Element | null } | null;
}

/**
 * The elements for \`JSX.IntrinsicElements\` of React 19 or Preact.
 * @typeParam Base what every tag of the framework can be given.
 */
export type ConnectJsxElements<Base = object> = {
  [Tag in keyof ConnectElements]: Omit<Base, keyof ConnectElements[Tag]['props'] | 'key' | 'ref'> &
    ConnectElements[Tag]['props'] &
    Listeners<ConnectElements[Tag]['events']> &
    JsxProps<ConnectElements[Tag]['element']>;
};

/**
 * The elements for \`SvelteHTMLElements\` of Svelte 5.
 * @typeParam Base what every tag of the framework can be given.
 */
export type ConnectSvelteElements<Base = object> = {
  [Tag in keyof ConnectElements]: Omit<Base, keyof ConnectElements[Tag]['props']> &
    ConnectElements[Tag]['props'] &
    Listeners<ConnectElements[Tag]['events']>;
};

/**
 * The elements for \`GlobalComponents\` of Vue 3.
 * @typeParam Base what every tag of the framework can be given.
 */
export type ConnectVueComponents<Base = object> = {
  [Tag in keyof ConnectElements]: new () => ConnectElements[Tag]['element'] & {
    $props: Omit<Base, keyof ConnectElements[Tag]['props']> &
      ConnectElements[Tag]['props'] &
      VueListeners<ConnectElements[Tag]['events']>;
  };
};
`;

function declarationsOf({ modules }) {
  const elements = modules.map(({ declarations: [element] }) => element);
  const classes = [...elements.map(({ name }) => name), ...namesIn(elements)];
  return [
    '// Made by the build, of custom-elements.json: the elements for the type checkers of frameworks.',
    `import type { ${classes.join(', ')} } from './index.js';`,
    ...modules.map(interfacesOf),
    '/** Each element by its tag: its class, what it can be given, its events. */',
    'export interface ConnectElements {',
    ...elements.map(
      ({ name, tagName }) => `  '${tagName}': { element: ${name}; props: ${name}Props; events: ${name}Events };`,
    ),
    '}',
    FRAMEWORKS,
  ].join('\n');
}

/** Plugin of the analyzer. The types are exported from the package's main entry. */
export function frameworkTypes({ outdir }) {
  return {
    name: 'framework-types',
    packageLinkPhase({ customElementsManifest }) {
      writeFileSync(`${outdir}/framework-types.d.ts`, declarationsOf(customElementsManifest));
      const index = `${outdir}/index.d.ts`;
      const exported = "export type * from './framework-types.js';\n";
      // The address of its source map has to stay the last line.
      writeFileSync(
        index,
        readFileSync(index, 'utf8').replace(/(?=\/\/# sourceMappingURL=)/, () => exported),
      );
    },
  };
}
