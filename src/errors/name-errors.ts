// The names of error classes.

/**
 * Gives the errors of a class their name. Not by an assignment: a hardened page has frozen what they inherit, and then an
 * assignment is refused.
 * @param errorClass the class.
 * @param name the name.
 */
export function nameErrors(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, configurable: true, writable: true });
}
