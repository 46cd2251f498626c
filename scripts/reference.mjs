// The reference of the elements, written from the manifest. Run by `npm run docs` it writes elements/README.md, and the tables of
// attributes between their markers in the README; a test fails when either is not what the manifest says.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The four elements, as the manifest of the build describes them. */
function elementsOfManifest() {
  const { modules } = JSON.parse(read('dist/custom-elements.json'));
  return modules.map(({ declarations: [element] }) => element);
}

const inCell = (text = '') => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
const code = (text) => `\`${inCell(text)}\``;
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1).replace(/(?<![.!?])$/, '.');

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
  return facts.length > 0 ? [`### ${title}`, '', table(head, facts.map(row)), ''] : [];
}

/** The text of elements/README.md. */
export function reference(elements = elementsOfManifest()) {
  const described = elements.map(factsOf);
  const shared = {
    cssProperties: sharedFacts(described, 'cssProperties'),
    cssStates: sharedFacts(described, 'cssStates'),
  };
  const ownFacts = (element, kind) => (element[kind] ?? []).filter((fact) => !(shared[kind] ?? []).some(isSame(fact)));
  return [
    '<!-- Written by `npm run docs` from dist/custom-elements.json: change the comments in the code instead. -->',
    '',
    '# Reference of the elements',
    '',
    'What each is for, and how they work together, is told in the [README](../README.md). Facts about a host do not bubble;',
    'requests (`connect-…-request`) bubble and can be prevented. Fields of events are listed there too.',
    '',
    ...described.flatMap((element) => [
      `## \`<${element.tagName}>\``,
      '',
      `${element.description.split('\n\n').join(' ')} Class \`${element.name}\`.`,
      '',
      ...Object.keys(KINDS).flatMap((kind) => section(kind, ownFacts(element, kind))),
    ]),
    '## For every element',
    '',
    'Static members of each class: `tagName`, `version`, and `define(registry?, tagName?)`, which registers it, under another name too.',
    '',
    'Tokens are set on `:root`, on a box around elements, or on one of them. What is made of other tokens follows those, unless it is',
    'set itself. What only one element has is listed with that.',
    '',
    ...Object.keys(shared).flatMap((kind) => section(kind, shared[kind])),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** A README with the table of attributes of each element between its markers. */
export function withAttributes(readme, elements = elementsOfManifest()) {
  return elements.reduce((text, { tagName, attributes = [] }) => {
    const marked = new RegExp(`(<!-- attributes: ${tagName} -->\n)[^]*?(<!-- /attributes -->)`);
    if (!marked.test(text)) throw new Error(`The README has no place for the attributes of ${tagName}.`);
    const rows = attributes.map(({ name, description }) => [code(name), sentence(inCell(description))]);
    return text.replace(marked, (_, start, end) => `${start}\n${table(['attribute', 'meaning'], rows)}\n\n${end}`);
  }, readme);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('elements/README.md', root), reference());
  writeFileSync(new URL('README.md', root), withAttributes(read('README.md')));
}
