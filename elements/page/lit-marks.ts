// Prepares the page for Lit: its global variables are non-enumerable, so that no list of the window's members has them, and a page that
// does not allow its policy of Trusted Types loads it all the same. To be imported before Lit.

const MARKS = {
  litHtmlVersions: [],
  litElementVersions: [],
  reactiveElementVersions: [],
  litPropertyMetadata: new WeakMap(),
};

for (const [name, value] of Object.entries(MARKS)) {
  // Where Lit is on the page already, its variables stay as they are.
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Name of the policy of Trusted Types with which Lit makes markup of its templates. */
const LIT_POLICY = 'lit-html';

interface PolicyFactory {
  createPolicy?(name: string, rules: object): object;
}

/**
 * Lit makes its policy as it is loaded. A page that does not allow the name, or has let another copy of Lit have it, answers with an
 * error, and then nothing that imports Lit would load, the API neither. Here Lit gets its own rules in place of the policy: they
 * give plain text, which does wherever the page requires no Trusted Types or has a default policy. Where it does not do,
 * elements say so when they render.
 */
function tolerateRefusal(factory: PolicyFactory): void {
  const before = Object.getOwnPropertyDescriptor(factory, 'createPolicy');
  const restore = (): void => {
    if (before) Object.defineProperty(factory, 'createPolicy', before);
    else delete factory.createPolicy;
  };
  const createPolicy = (name: string, rules: object): object => {
    restore();
    try {
      return factory.createPolicy!(name, rules);
    } catch (error) {
      if (name !== LIT_POLICY) throw error;
      return rules;
    }
  };
  try {
    Object.defineProperty(factory, 'createPolicy', { value: createPolicy, configurable: true });
    // Modules that are loaded together run without a pause: Lit has run by then.
    queueMicrotask(restore);
  } catch {
    // The page has frozen it.
  }
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
if (trustedTypes) tolerateRefusal(trustedTypes);
