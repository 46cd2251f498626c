// Walks a library's namespace: what stands on it, of what kind, with which values, and what its getters give.
/* global window */
(() => {
  const isRecord = (value) => typeof value === 'object' && value !== null;

  /** What every function or class has. */
  const OF_FUNCTIONS = ['length', 'name', 'prototype', 'arguments', 'caller'];

  /** Members that are objects of the page or of whole engines, and not the library's to say. */
  const isForeign = (value) =>
    value === window || value instanceof window.Node || value instanceof Promise || value instanceof Error;

  function kindOf(value) {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'array';
    return typeof value;
  }

  /** Own and inherited names, but those that every object has. */
  function namesOf(object) {
    const names = new Set();
    for (let at = object; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    }
    return [...names];
  }

  function read(object, name) {
    try {
      return { value: object[name] };
    } catch (error) {
      return { thrown: error.name };
    }
  }

  /**
   * Every member under an object by its path: `{kind, value?}`, the value for texts, numbers and truths alone.
   * @param {object} root
   * @param {string} path how to call it
   */
  window.walk = (root, path) => {
    const found = {};
    const seen = new Set();
    const visit = (object, at, depth) => {
      if (seen.has(object) || depth > 4) return;
      seen.add(object);
      const names = namesOf(object).filter(
        (name) => !(typeof object === 'function' && OF_FUNCTIONS.includes(name)) && name !== 'constructor',
      );
      for (const name of names) member(object, name, `${at}.${name}`, depth);
      if (typeof object !== 'function' || !object.prototype) return;
      for (const name of namesOf(object.prototype)) {
        if (name === 'constructor') continue;
        member(object.prototype, name, `${at}.prototype.${name}`, depth);
      }
    };
    const member = (object, name, at, depth) => {
      const { value, thrown } = read(object, name);
      const kind = thrown ? 'getter' : kindOf(value);
      found[at] = { kind };
      if (['string', 'number', 'boolean'].includes(kind)) found[at].value = value;
      if ((isRecord(value) || kind === 'function') && !isForeign(value)) visit(value, at, depth + 1);
    };
    visit(root, path, 0);
    return found;
  };
})();
