// What a source uses of Streams: members of the namespace, methods, options of initCCP and names of events.
import { tokensOfFile } from './tokens.mjs';

const ROOTS = ['connect', 'lily', 'globalConnect'];
const PAGES = ['window', 'globalThis', 'self', 'top', 'parent', 'any'];
const PACKAGES = /amazon-connect-streams|connect-streams|connect-ccp-elements/;

/** What objects of agents, contacts and connections are usually called. */
const RECEIVER = /agent|contact|conn|customer|caller|call$|chat|task|leg$|party|snapshot/i;

/** Names that say by themselves whose they are: `onStateChange`, `getAgentStates`. */
const DISTINCTIVE = /^(get|is|on|set|has|can|to)[A-Z][a-z]+[A-Z]|^(toSnapshot|conferenceConnections|muteParticipant)$/;

/** Options that have options of their own. */
const NESTED = ['softphone', 'loginOptions', 'retry'];

/** Reads one list of tokens. */
class Reader {
  constructor(tokens, knowledge) {
    this.tokens = tokens;
    this.knowledge = knowledge;
    this.uses = [];
    /** By name in the source, what stands for a part of the namespace. */
    this.names = new Map(ROOTS.map((name) => [name, name]));
    /** Names of objects of agents and contacts. */
    this.objects = new Set();
  }

  is(at, value) {
    return this.tokens[at]?.value === value && this.tokens[at].kind !== 'text';
  }

  isName(at) {
    return this.tokens[at]?.kind === 'name';
  }

  isDot(at) {
    return this.is(at, '.') || this.is(at, '?.');
  }

  add(kind, name, at) {
    this.uses.push({ kind, name, line: this.tokens[at].line });
  }

  /** Names that a script gives to the namespace or to parts of it, and names that are something else. */
  readNames() {
    const { tokens } = this;
    for (let at = 0; at < tokens.length; at++) {
      if (this.is(at, 'import') || this.is(at, 'require')) this.#readImport(at);
      if (this.is(at, '}') && this.is(at + 1, '=')) this.#readParts(at);
      if (this.isName(at) && this.is(at + 1, '=') && !this.isDot(at - 1)) this.#readAlias(at);
    }
  }

  #readImport(at) {
    const from = this.tokens.slice(at + 1, at + 60).find(({ kind }) => kind === 'text');
    if (!from) return;
    const end = this.tokens.indexOf(from);
    const between = this.tokens.slice(at + 1, end);
    if (PACKAGES.test(from.value)) {
      const named = this.is(at, 'require') ? at - 2 : end - 2;
      if (this.isName(named) && !this.is(named, 'from')) this.names.set(this.tokens[named].value, 'connect');
      return;
    }
    const isForeign = this.is(at, 'import') && !/^[.@~#/]/.test(from.value) && between.length < 40;
    if (!isForeign) return;
    for (const { value, kind } of between) if (kind === 'name' && ROOTS.includes(value)) this.names.delete(value);
  }

  /** `const { core, Agent: AnAgent } = connect` */
  #readParts(at) {
    const path = this.#pathFrom(at + 2)?.path;
    if (!path) return;
    let start = at - 1;
    while (start > 0 && !this.is(start, '{')) start--;
    for (let one = start + 1; one < at; one++) {
      if (!this.isName(one) || this.is(one - 1, ':')) continue;
      const alias = this.is(one + 1, ':') && this.isName(one + 2) ? this.tokens[one + 2].value : this.tokens[one].value;
      const full = `${path}.${this.tokens[one].value}`;
      this.names.set(alias, full);
      this.add('member', full, one);
    }
  }

  /** `const streams = window.connect`, `const agent = new connect.Agent()` */
  #readAlias(at) {
    const name = this.tokens[at].value;
    if (this.is(at + 2, 'new')) {
      const made = this.#pathFrom(at + 3);
      if (made && /\.(Agent|Contact|\w*Connection)$/.test(made.path)) this.objects.add(name);
      return;
    }
    const found = this.#pathFrom(at + 2);
    if (found && !this.is(found.end, '(') && name !== found.path) this.names.set(name, found.path);
  }

  /** The member that begins at a token, as far as its names go. */
  #pathFrom(start) {
    let at = start;
    while (this.is(at, '(') || this.is(at, '<') || this.is(at, 'await')) at++;
    if (this.isName(at) && PAGES.includes(this.tokens[at].value)) {
      at++;
      while (this.is(at, 'as') || this.is(at, 'unknown') || this.is(at, 'any') || this.is(at, ')') || this.is(at, '>'))
        at++;
      if (!this.isDot(at)) return undefined;
      at++;
    }
    const root = this.isName(at) && this.names.get(this.tokens[at].value);
    return root ? this.#chain(root, at) : undefined;
  }

  #chain(root, start) {
    const parts = [root];
    let at = start + 1;
    for (;;) {
      if (this.is(at, '!')) at++;
      if (this.isDot(at) && this.isName(at + 1)) {
        parts.push(this.tokens[at + 1].value);
        at += 2;
      } else if (this.is(at, '[') && this.tokens[at + 1]?.kind === 'text' && this.is(at + 2, ']')) {
        parts.push(this.tokens[at + 1].value);
        at += 3;
      } else return { path: parts.join('.'), end: at };
    }
  }

  /** `window['connect']`: the root that is named there. */
  #rootInBrackets(at) {
    const isPage = PAGES.includes(this.tokens[at].value) && this.is(at + 1, '[') && this.is(at + 3, ']');
    const named = isPage && this.tokens[at + 2];
    return named?.kind === 'text' ? this.names.get(named.value) : undefined;
  }

  /** True where a short name, as minifiers give it to many things, is most likely not the namespace for which it stands elsewhere. */
  #isShadowed(name, path) {
    const [, member] = path.split('.');
    return !ROOTS.includes(name) && !PAGES.includes(name) && name.length < 3 && !this.knowledge.isMember(member);
  }

  /** True where a name stands for itself, and is not a member of something else or the key of an object. */
  #isFree(at) {
    if (this.isDot(at - 1)) {
      const before = this.tokens[at - 2];
      if (PAGES.includes(before?.value)) return true;
      const isCast =
        this.is(at - 2, ')') && this.tokens.slice(Math.max(0, at - 8), at).some(({ value }) => PAGES.includes(value));
      return isCast || (this.is(at, 'connect') && this.isDot(at + 1) && this.is(at + 2, 'core'));
    }
    return !(this.is(at + 1, ':') && (this.is(at - 1, '{') || this.is(at - 1, ',')));
  }

  readUses() {
    const { tokens } = this;
    for (let at = 0; at < tokens.length; at++) {
      if (!this.isName(at)) continue;
      const inBrackets = this.#rootInBrackets(at);
      const root = inBrackets ?? this.names.get(tokens[at].value);
      if (root && (inBrackets || this.#isFree(at))) {
        const { path, end } = this.#chain(root, inBrackets ? at + 3 : at);
        if (path.includes('.') && path !== root && !this.#isShadowed(tokens[at].value, path))
          this.add('member', path, at);
        if (/\.(agent|contact)$/.test(path) && this.is(end, '(')) this.#readCallback(end);
      }
      const isCalled = this.is(at + 1, '(') || (this.is(at + 1, '?.') && this.is(at + 2, '('));
      if (this.isDot(at - 1) && isCalled) this.#readCall(at);
      if (tokens[at].value === 'initCCP' && this.is(at + 1, '(')) this.#readOptions(at + 1);
      if (tokens[at].value === 'InitCCPOptions' && this.is(at + 1, '=') && this.is(at + 2, '{'))
        this.#readObject(at + 2);
    }
  }

  /** `connect.contact(function (c) {`, `connect.contact((c: connect.Contact) =>`, `connect.contact(c =>` */
  #readCallback(open) {
    let at = open + 1;
    while (this.is(at, '(') || this.is(at, 'function') || this.is(at, 'async')) at++;
    if (this.isName(at)) this.objects.add(this.tokens[at].value);
  }

  #readCall(at) {
    const { value: name } = this.tokens[at];
    const { methods, missingMethods } = this.knowledge;
    if (['subscribe', 'trigger'].includes(name) && this.tokens[at + 2]?.kind === 'text' && this.isOfStreams) {
      this.add('event', this.tokens[at + 2].value, at);
    }
    if (!methods.has(name) && !missingMethods.has(name)) return;
    if (missingMethods.has(name) || DISTINCTIVE.test(name) || this.#isReceiver(at - 2)) this.add('method', name, at);
  }

  /** True if what stands before the dot is an object of Streams, as far as its name tells. */
  #isReceiver(at) {
    let end = this.is(at, '!') ? at - 1 : at;
    if (this.is(end, ')')) {
      for (let depth = 0; end > 0; end--) {
        if (this.is(end, ')')) depth++;
        if (this.is(end, '(') && --depth === 0) break;
      }
      end--;
    }
    const name = this.isName(end) ? this.tokens[end].value : '';
    return this.objects.has(name) || (this.isOfStreams && RECEIVER.test(name));
  }

  #readOptions(open) {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      if (this.is(at, '(') || this.is(at, '[') || this.is(at, '{')) depth++;
      if (this.is(at, ')') || this.is(at, ']') || this.is(at, '}')) depth--;
      if (depth === 0) return;
      if (depth !== 1 || !this.is(at, ',')) continue;
      if (this.is(at + 1, '{')) this.#readObject(at + 1);
      else if (this.isName(at + 1)) this.#readVariable(this.tokens[at + 1].value);
      return;
    }
  }

  #readVariable(name) {
    const at = this.tokens.findIndex(
      (token, index) => token.value === name && this.is(index + 1, '=') && this.is(index + 2, '{'),
    );
    if (at >= 0) this.#readObject(at + 2);
  }

  /** The keys of an object, and those of the objects in it that are options too. */
  #readObject(open, path = '') {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      if (this.is(at, '(') || this.is(at, '[') || this.is(at, '{')) depth++;
      if (this.is(at, ')') || this.is(at, ']') || this.is(at, '}')) depth--;
      if (depth === 0) return;
      const isFirst = this.is(at - 1, '{') || this.is(at - 1, ',');
      if (depth !== 1 || !isFirst || !['name', 'text'].includes(this.tokens[at].kind)) continue;
      if (!this.is(at + 1, ':') && !this.is(at + 1, ',') && !this.is(at + 1, '}') && !this.is(at + 1, '(')) continue;
      const name = this.tokens[at].value;
      this.add('option', `${path}${name}`, at);
      if (!path && NESTED.includes(name) && this.is(at + 2, '{')) this.#readObject(at + 2, `${name}.`);
    }
  }
}

/**
 * What one source uses.
 * @param {string} text
 * @param {string} file its name
 * @param {{ methods: Set<string>, missingMethods: Map<string, string> }} knowledge which methods there are
 * @returns {{ kind: 'member' | 'method' | 'option' | 'event', name: string, line: number }[]}
 */
export function usesIn(text, file, knowledge) {
  const reader = new Reader(tokensOfFile(text, file), knowledge);
  reader.isOfStreams = /\b(connect|lily)\b/.test(text);
  reader.readNames();
  reader.readUses();
  return reader.uses;
}
