// The reference of the elements, written from the manifest. Run by `npm run reference` it puts the facts of each element between the
// markers of its page in docs/elements, and makes a page for an element that has none; a test fails when one is not what the manifest says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The elements, as the manifest of the build describes them. */
function elementsOfManifest() {
  const { modules } = JSON.parse(read('dist/custom-elements.json'));
  return modules.map(({ declarations: [element] }) => element);
}

const inCell = (text = '') => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
const code = (text) => `\`${inCell(text)}\``;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** What kinds of facts there are, with the columns of their tables. */
const KINDS = {
  attributes: {
    title: 'Attributes',
    head: ['attribute', 'property', 'type', 'meaning'],
    row: ({ name, fieldName, type, description }) => [
      code(name),
      code(fieldName),
      code(type.text.replace(' | undefined', '')),
      inCell(description),
    ],
  },
  properties: {
    title: 'Further properties',
    head: ['property', 'type', 'meaning'],
    row: ({ name, type, readonly, description }) => [
      code(name),
      code(type.text) + (readonly ? ', read-only' : ''),
      inCell(description),
    ],
  },
  methods: {
    title: 'Methods',
    head: ['method', 'does', 'returns'],
    row: ({ name, parameters = [], description, return: result }) => [
      code(`${name}(${parameters.map(parameterOf).join(', ')})`),
      [description, ...parameters.filter(isNamed).map((one) => `${code(one.name)}: ${one.description}`)]
        .map(inCell)
        .join(' '),
      result?.description ? inCell(result.description) : '',
    ],
  },
  events: {
    title: 'Events',
    head: ['event', 'class', 'when'],
    row: ({ name, type, description }) => [code(name), code(type.text), inCell(description)],
  },
  slots: {
    title: 'Slots',
    head: ['slot', 'content'],
    row: ({ name, description }) => [name ? code(name) : 'without a name', inCell(description)],
  },
  cssParts: { title: 'Parts', head: ['`::part`', 'is'], row: named },
  cssProperties: {
    title: 'Tokens',
    head: ['custom property', 'is', 'default'],
    row: ({ name, description, default: value }) => [code(name), inCell(description), value ? code(value) : ''],
  },
  cssStates: { title: 'Custom states', head: ['`:state()`', 'while'], row: named },
};

function named({ name, description }) {
  return [code(name), inCell(description)];
}

function parameterOf({ name, optional, default: value }) {
  const plain = /^\w+$/.test(name) ? name : 'options';
  return optional || value !== undefined ? `${plain}?` : plain;
}

function isNamed({ name, description }) {
  return /^\w+$/.test(name) && Boolean(description);
}

/** The facts of an element by kind; members are its properties and methods, without those that an attribute sets. */
function factsOf(element) {
  const attributes = element.attributes ?? [];
  const isSet = ({ name }) => attributes.some(({ fieldName }) => fieldName === name);
  const own = (element.members ?? []).filter((member) => !member.static && !isSet(member));
  return {
    ...element,
    attributes,
    properties: own.filter(({ kind }) => kind === 'field'),
    methods: own.filter(({ kind }) => kind === 'method'),
  };
}

const isSame = (one) => (other) => one.name === other.name && one.description === other.description;

/** Facts of one kind that each of some elements has. */
function sharedFacts(elements, kind) {
  const [first, ...others] = elements.map((element) => element[kind] ?? []);
  return first.filter((fact) => others.every((facts) => facts.some(isSame(fact))));
}

function section(kind, facts) {
  const { title, head, row } = KINDS[kind];
  return facts.length > 0 ? [`## ${title}`, '', table(head, facts.map(row)), ''] : [];
}

/** The first sentence of a description. */
const firstSentence = (text) => inCell(text.split('\n\n')[0]).match(/^.*?[.](?=\s|$)/)?.[0] ?? inCell(text);

/** What stands between markers, by page and marker. */
function parts(elements) {
  const described = elements.map(factsOf);
  const shared = {
    cssProperties: sharedFacts(described, 'cssProperties'),
    cssStates: sharedFacts(described, 'cssStates'),
  };
  const ownFacts = (element, kind) => (element[kind] ?? []).filter((fact) => !(shared[kind] ?? []).some(isSame(fact)));
  const page = (element) => [
    `${element.description.split('\n\n').join(' ')} Class \`${element.name}\`; what each element has is told with [the elements](index.md#for-every-element).`,
    '',
    ...Object.keys(KINDS).flatMap((kind) => section(kind, ownFacts(element, kind))),
  ];
  const list = described.map(({ tagName, description }) => [
    `[\`<${tagName}>\`](${tagName}.md)`,
    firstSentence(description),
  ]);
  const forAll = [
    '## For every element',
    '',
    'Static members of each class: `tagName`, `version`, and `define(registry?, tagName?)`, which registers it, under another name too.',
    '',
    'Tokens are set on `:root`, on a box around elements, or on one of them. What is made of other tokens follows those, unless it is',
    'set itself. What only one element has is listed with that.',
    '',
    ...Object.keys(shared).flatMap((kind) => section(kind, shared[kind])),
  ];
  return [
    ['docs/elements/index.md', 'elements', [table(['element', 'is'], list), '']],
    ['docs/elements/index.md', 'reference: shared', forAll],
    ...described.map((element) => [pageOf(element), `reference: ${element.tagName}`, page(element)]),
  ];
}

const pageOf = ({ tagName }) => `docs/elements/${tagName}.md`;

/** A page with these lines between its markers. */
function withPart(text, path, marker, lines) {
  const end = `<!-- /${marker.split(':')[0]} -->`;
  const [before, rest] = text.split(`<!-- ${marker} -->\n`);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) throw new Error(`${path} has no place for "${marker}": <!-- ${marker} --> and ${end}.`);
  return `${before}<!-- ${marker} -->\n\n${lines.join('\n').trimEnd()}\n\n${end}${after}`;
}

/**
 * The pages of the elements as they ought to be, by path; null where an element has none.
 * @param elements those of the manifest of the build, unless others are given.
 */
export function pages(elements = elementsOfManifest()) {
  const texts = new Map();
  for (const [path, marker, lines] of parts(elements)) {
    const text = texts.get(path) ?? (existsSync(new URL(path, root)) ? read(path) : null);
    texts.set(path, text && withPart(text, path, marker, lines));
  }
  return texts;
}

/** A page to begin with: its name, and room for the reference. */
const begun = ({ tagName }) => `# \`<${tagName}>\`\n\n<!-- reference: ${tagName} -->\n<!-- /reference -->\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const element of elementsOfManifest()) {
    const page = new URL(pageOf(element), root);
    if (!existsSync(page)) writeFileSync(page, begun(element));
  }
  for (const [path, text] of pages()) writeFileSync(new URL(path, root), text);
}
